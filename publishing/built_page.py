"""What stands in a built page, read in one place: headings, anchors, inline scripts, and what the policy would block.

A page is read once: what was found is kept under the hash of the page's text, also for the next build.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from typing import Any

KEPT = Path("build/pages.json")
DATA_TYPES = {"application/json", "application/ld+json"}
HEADING = re.compile(r"h[1-6]")


@dataclass
class Heading:
    """A heading: its level, its text as HTML without the sign that copies its link, and where it stands."""

    level: int
    start: int  # of the tag, in the text of the page
    attributes: dict[str, str]
    html: str = ""
    end: int = 0  # behind the closing tag
    has_link: bool = False  # a sign that leads to the heading itself

    @property
    def anchor(self) -> str:
        """The name behind the # that leads here, or nothing."""
        return self.attributes.get("id", "")

    @property
    def text(self) -> str:
        """What a reader sees, in whole words."""
        return unescape(re.sub(r"<[^>]+>", "", self.html)).replace("\u00ad", "").strip()


@dataclass
class BuiltPage:
    """What was found in the text of a page."""

    headings: list[Heading] = field(default_factory=list)
    anchors: dict[str, tuple[str, int]] = field(default_factory=dict)  # name -> its tag, and the place behind that
    marks: list[str] = field(default_factory=list)  # the names of all data- attributes
    scripts: list[str] = field(default_factory=list)  # those that run and have no address of their own
    forbidden: list[str] = field(default_factory=list)  # what the content policy blocks

    @property
    def title(self) -> str:
        """The main heading, as HTML."""
        return next((heading.html for heading in self.headings if heading.level == 1), "")


class Reader(HTMLParser):
    """Reads the text of a page from top to bottom."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.page = BuiltPage()
        self._text = text
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._heading: Heading | None = None
        self._piece = 0  # where the part of a heading's text begins that is not yet taken
        self._in_sign = self._in_script = False
        self._marks: set[str] = set()
        self.feed(text)
        self.close()
        self.page.marks = sorted(self._marks)

    def place(self) -> int:
        """Where the tag begins that is being read."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self.place()
        behind = start + len(self.get_starttag_text() or "")
        attributes = {name: value or "" for name, value in attrs}
        for name in attributes:
            if name == "style" or name.startswith("on"):
                self.page.forbidden.append(f"<{tag} {name}=…>")
            elif name.startswith("data-"):
                self._marks.add(name)
        if tag == "style":
            self.page.forbidden.append("<style>")
        if tag == "script" and "src" not in attributes and attributes.get("type") not in DATA_TYPES:
            self._in_script = True
            self.page.scripts.append("")
        if attributes.get("id"):
            self.page.anchors.setdefault(attributes["id"], (tag, behind))
        if HEADING.fullmatch(tag):
            self._heading = Heading(int(tag[1]), start, attributes)
            self._piece = behind
        elif self._heading and tag == "a" and "headerlink" in attributes.get("class", "").split():
            self._heading.html += self._text[self._piece : start]
            self._heading.has_link = self._in_sign = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_script = False
        if not self._heading:
            return
        start = self.place()
        behind = self._text.index(">", start) + 1
        if self._in_sign and tag == "a":
            self._in_sign, self._piece = False, behind
        elif HEADING.fullmatch(tag):
            self._heading.html = (self._heading.html + self._text[self._piece : start]).strip()
            self._heading.end = behind
            self.page.headings.append(self._heading)
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.page.scripts[-1] += data


_known: dict[str, dict[str, Any]] = {}  # of the build before, as JSON holds it
_read: dict[str, BuiltPage] = {}  # in this run


def read(text: str) -> BuiltPage:
    """What stands in the text of a page."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest not in _read:
        known = _known.get(digest)
        _read[digest] = _from_json(known) if known else Reader(text).page
    return _read[digest]


def _from_json(known: dict[str, Any]) -> BuiltPage:
    headings = [Heading(**one) for one in known["headings"]]
    anchors = {name: (tag, place) for name, (tag, place) in known["anchors"].items()}
    return BuiltPage(headings, anchors, known["marks"], known["scripts"], known["forbidden"])


@contextmanager
def remembering() -> Iterator[None]:
    """Within this, a page that the build before read as well is not read again; another reader of pages reads all."""
    ours = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    if KEPT.is_file():
        kept = json.loads(KEPT.read_text("utf-8"))
        _known.update(kept["pages"] if kept["reader"] == ours else {})
    yield
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    unfinished = KEPT.with_name(f"{KEPT.name}.{os.getpid()}")
    pages = {digest: asdict(page) for digest, page in _read.items()}
    unfinished.write_text(json.dumps({"reader": ours, "pages": pages}), "utf-8")
    unfinished.replace(KEPT)
