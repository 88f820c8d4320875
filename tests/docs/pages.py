"""The prose as its tests see it: every page, its parts, and the exceptions that the rules allow."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from calculators.law.wording import FIGURE
from calculators.wegwijzer.pages import pages as tree_pages
from publishing import calls, prose
from publishing.wegwijzer_pages import GLOSSARY, markdown, terms_of
from tests.conftest import ROOT, TODAY

DOCS = ROOT / "docs"
HERE = Path(__file__).parent
GIVEN_BY_AN_ANSWER = ("sources", "short-answer", "next-step")  # every answer of a calculator has these

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
CALL = re.compile(calls.CALL)
EASY_SHEET = re.compile(r'^<section class="sw-kort" markdown>$.*?^</section>$', re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page of prose; its name is its path below docs/, without ".md"."""

    name: str
    front: dict[str, Any]
    body: str

    @property
    def prose(self) -> str:
        """What a reader reads from top to bottom: no sources, no markup of pictures."""
        text = re.split(r"^## Bronnen$", self.body, flags=re.MULTILINE)[0]
        return re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)

    def calls(self, macro: str) -> list[str]:
        """The arguments with which the page calls one macro: the figures of `cijfer`, say."""
        return [argument for name, argument in CALL.findall(self.body) if name == macro]


@cache
def pages() -> tuple[Page, ...]:
    """Every page below docs/."""
    return tuple(read(file) for file in sorted(DOCS.rglob("*.md")))


def named(some: Iterable[Page]) -> Iterator[tuple[str, tuple[Page]]]:
    """Yield pages with their names, for `of_each`."""
    return ((page.name, (page,)) for page in some)


def read(file: Path) -> Page:
    """Read one page."""
    return page_of(file.relative_to(DOCS).with_suffix("").as_posix(), prose.read(file))


def page_of(name: str, text: str) -> Page:
    """Take a page apart."""
    found = FRONT_MATTER.match(text)
    front = yaml.safe_load(found.group(1)) if found else {}
    return Page(name, front, text[found.end() if found else 0 :])


@cache
def wegwijzer_pages() -> tuple[Page, ...]:
    """Every page of the decision helper, with the texts of its table in the place of the call that shows them."""
    terms = list(terms_of((DOCS / GLOSSARY).read_text("utf-8")))
    made = []
    for one in tree_pages(date.fromisoformat(TODAY)):
        texts = "\n\n".join(FIGURE.sub(r'{{ cijfer("\1") }}', text) for text in one.texts)
        source = markdown(one, terms).replace(f'{{{{ wegwijzer("{one.name}") }}}}', texts)
        made.append(page_of(f"wegwijzer/{one.name}", source))
    return tuple(made)


def paragraphs(page: Page) -> Iterator[str]:
    """Yield the page's paragraphs, headings, list items, quotes and rows of tables, each on one line."""
    part: list[str] = []
    for line in [*page.prose.splitlines(), ""]:
        starts_anew = re.match(r"\s*(?:$|#|[-*>|]\s|\d+\. |<)", line)
        if starts_anew and part:
            yield " ".join(part)
            part = []
        if line.strip():
            part.append(line.strip())


def plain(text: str) -> str:
    """Only the words: link texts without addresses, no macros, no HTML, no signs of Markdown."""
    text = re.sub(r"\{\{\s*cijfer\([^)]*\)\s*\}\}", "zes", text)  # a figure is read as a short word
    text = CALL.sub("", text)
    text = re.sub(r"<[^>]*>|`[^`]*`", " ", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\{[^}]*\}", "", text)
    text = re.sub(r"^[>\s#|*-]+|^\d+\.\s", "", text)
    text = html.unescape(text).replace("\N{SOFT HYPHEN}", "")
    return re.sub(r"\s+", " ", text.replace("*", "").replace("\\", "")).strip()


@cache
def exceptions() -> dict[str, dict[str, str]]:
    """The exceptions of exceptions.toml: rule -> what is excepted -> why."""
    found: dict[str, dict[str, str]] = tomllib.loads((HERE / "exceptions.toml").read_text("utf-8"))
    return found


def held_to(rule: str) -> list[Page]:
    """The pages that a rule holds for. What an answer gives by itself, the page around it need not."""
    return [
        page
        for page in pages()
        if page.name not in exceptions().get(rule, {})
        and not (rule in GIVEN_BY_AN_ANSWER and "rekenhulp" in page.front)
    ]
