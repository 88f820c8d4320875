"""The same tree built by other generators (adr/0014): what a reader gets is what mkdocs gives.

What differs is named in `generators.toml`, with the reason.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.conftest import ROOT, TODAY

pytestmark = pytest.mark.full
Pages = dict[str, dict[str, list[str]]]  # what every page offers, by its file and part
PARTS = (
    "title",
    "headings",
    "skip",
    "anchors",
    "links",
    "fields",
    "figures",
    "marks",
    "text",
    "scripts",
    "sheets",
    "meta",
)
ACCEPTED = tomllib.loads((ROOT / "tests/site/generators.toml").read_text("utf-8"))
NOT_CLOSED = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
FIELDS = {"input", "select", "textarea", "button", "form", "fieldset", "output"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass
class Seen(HTMLParser):
    """What a page offers, part by part."""

    parts: dict[str, list[str]] = field(default_factory=dict)
    address: str = "/"
    open: list[tuple[str, str, list[str]]] = field(default_factory=list)  # tag, part, texts

    def __post_init__(self) -> None:
        super().__init__()

    def note(self, part: str, what: str) -> None:
        self.parts.setdefault(part, []).append(what)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if "id" in told:
            self.note("anchors", told["id"])
        for part, what in self.offers(tag, told):
            self.note(part, what)
        if tag not in NOT_CLOSED:
            self.open.append((tag, part_of_text(tag, told.get("class", "").split()), []))

    def offers(self, tag: str, told: dict[str, str]) -> Iterator[tuple[str, str]]:
        """What an element is to a reader, besides its text."""
        match tag:
            case "a" if "md-skip" in told.get("class", ""):
                yield "skip", "leads past the menu"  # to an anchor of the theme's own choice
            case "a" if "href" in told:
                yield "links", urljoin(self.address, told["href"])
            case "svg" | "table" | "img" | "template" | "details":
                yield "figures", f"{tag} {told.get('class', '')}"
            case "script":
                yield "scripts", urljoin(self.address, told["src"]) if "src" in told else "inline"
            case "link":
                yield "sheets", f"{told.get('rel')} {urljoin(self.address, told.get('href', ''))}"
            case "meta":
                yield "meta", f"{told.get('name', told.get('property', ''))}: {told.get('content', '')}"
            case _ if tag in FIELDS:
                told_of_it = " ".join(told.get(name, "") for name in ("name", "value", "data-status"))
                yield "fields", f"{tag} {told_of_it}"

    def handle_data(self, data: str) -> None:
        for _, part, texts in self.open:
            if part:
                texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            closed, part, texts = self.open.pop()
            if part:
                self.note(part, f"{closed if part == 'headings' else ''} {' '.join(''.join(texts).split())}")
            if closed == tag:
                return


def part_of_text(tag: str, names: list[str]) -> str:
    """The part to which the text of an element belongs."""
    if {"sw-zekerheid", "sw-partij"} & set(names):
        return "marks"
    return {"title": "title", "article": "text"}.get(tag, "headings" if tag in HEADINGS else "")


def seen(site: Path) -> Pages:
    """What every page offers, by its file."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        page = Seen(address=f"/{file.relative_to(site).as_posix().removesuffix('index.html')}")
        page.feed(file.read_text("utf-8"))
        found[file.relative_to(site).as_posix()] = page.parts
    return found


@pytest.fixture(scope="module")
def ours(site_dir: Path) -> Pages:
    """The pages by mkdocs."""
    return seen(site_dir)


@pytest.fixture(scope="module", params=["properdocs", "zensical"])
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Pages]:
    """The name of another generator, and the pages by it."""
    name: str = request.param
    out = tmp_path_factory.mktemp(name) / "site"
    subprocess.run(["sh", "setup/generator.sh", name], cwd=ROOT, check=True)
    command = [sys.executable, "-m", "publishing.build", "--out", str(out), "--today", TODAY, "--quick"]
    environment = os.environ | {"GENERATOR": name}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return name, seen(out)


def test_another_generator_makes_the_same_pages(ours: Pages, other: tuple[str, Pages]) -> None:
    assert sorted(other[1]) == sorted(ours)


@pytest.mark.parametrize("part", PARTS)
def test_another_generator_gives_the_reader_the_same(ours: Pages, other: tuple[str, Pages], part: str) -> None:
    name, theirs = other
    accepted = [re.compile(row["what"]) for row in ACCEPTED.get(name, {}).get(part, [])]
    differs = {}
    for page, parts in ours.items():
        one, another = (Counter(of.get(part, [])) for of in (parts, theirs[page]))
        changed = [f"- {what}" for what in one - another] + [f"+ {what}" for what in another - one]
        if left := [what for what in changed if not any(pattern.fullmatch(what) for pattern in accepted)]:
            differs[page] = left
    assert differs == {}


def test_every_difference_that_is_accepted_has_a_reason() -> None:
    for parts in ACCEPTED.values():
        assert set(parts) <= set(PARTS)
        assert all(row["reason"] for rows in parts.values() for row in rows)
