"""Every point that the guidance must make stands in the section that coverage.toml names."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import pytest
from markdown.extensions.toc import slugify

from publishing.figure_uses import address
from tests.docs.pages import DOCS, HERE, Page, pages, paragraphs, plain

POINTS = tomllib.loads((HERE / "coverage.toml").read_text("utf-8"))
LINES = {"A": range(1, 10), "B": range(1, 17), "C": range(1, 5), "D": range(1, 4), "E": range(1, 9), "F": range(15)}
LINES["G"] = range(1, 5)


def sections(page: Page) -> dict[str, str]:
    """Anchor -> the text below that heading, down to the next heading of its level or a higher one."""
    found: dict[str, str] = {}
    open_at: dict[int, str] = {}
    for part in paragraphs(page):
        heading = re.match(r"(#+) .*?(?: \{.*#([\w-]+).*\})?$", part)
        if heading:
            level = len(heading[1])
            open_at = {one: anchor for one, anchor in open_at.items() if one < level and one > 1}
            open_at[level] = heading[2] or slugify(plain(part), "-")
            found[open_at[level]] = ""
        for anchor in open_at.values():
            found[anchor] += plain(part) + "\n"
    return found


@cache
def site() -> dict[str, dict[str, str]]:
    """Address -> anchor -> text, of the whole site."""
    return {address(DOCS, DOCS / f"{page.name}.md"): sections(page) for page in pages()}


def test_every_line_of_the_list_has_its_place():
    assert set(POINTS) == {f"{letter}{number}" for letter, numbers in LINES.items() for number in numbers}


@pytest.mark.parametrize("line", POINTS)
def test_a_point_stands_where_the_list_says(line: str):
    places = {place: words for place, words in POINTS[line].items() if place != "point"}
    assert places
    for place, words in places.items():
        path, _, anchor = place.partition("#")
        assert anchor in site()[path], place
        assert [word for word in words if word.lower() not in site()[path][anchor].lower()] == [], place
