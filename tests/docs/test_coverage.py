"""Every point that the guidance must make stands in the section that coverage.toml names."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from markdown.extensions.toc import slugify

from publishing.figure_uses import address
from tests.alike import of_each
from tests.docs.pages import DOCS, HERE, Page, pages, paragraphs, plain

POINTS = tomllib.loads((HERE / "coverage.toml").read_text("utf-8"))
LINES = {"A": range(1, 10), "B": range(1, 17), "C": range(1, 5), "D": range(1, 4), "E": range(1, 9), "F": range(15)}
LINES["G"] = LINES["H"] = range(1, 5)
LINES["I"] = range(1, 10)
OF_ARTICLES = {"0": 42, "1": 18, "2": 45}  # points of the articles that are numbered through
OF_OBJECTIONS = [
    *("3.0a", "3.0b", "3.1a", "3.1b", "3.1c", "3.2a", "3.2b", "3.2c", "3.3a", "3.3b", "3.4a", "3.4b", "3.4c"),
    *("3.5a", "3.5b", "3.5c", "3.6a", "3.6b", "3.7", "3.8a", "3.8b", "3.8c", "3.9", "3.10a", "3.10b"),
    *("3.11a", "3.11b", "3.11c", "3.11d", "3.12a", "3.12b", "3.12c", "3.12d", "3.13", "3.14"),
    *("4.1", "4.2a", "4.2b"),
]
SEEDS = [f"{article}.{number}" for article, last in OF_ARTICLES.items() for number in range(1, last + 1)]
SEEDS += [*OF_OBJECTIONS, *(f"4.{number}" for number in range(3, 29))]
NOT_A_PLACE = ("point", "left_out")


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
    lines = {f"{letter}{number}" for letter, numbers in LINES.items() for number in numbers}
    assert set(POINTS) == lines | set(SEEDS)


def test_the_articles_make_169_points():
    assert len(SEEDS) == len(set(SEEDS)) == 169


@of_each((line, (line,)) for line in POINTS)
def test_a_point_stands_where_the_list_says(line: str):
    places = {place: words for place, words in POINTS[line].items() if place not in NOT_A_PLACE}
    assert places or len(POINTS[line].get("left_out", "")) > 30
    for place, words in places.items():
        path, _, anchor = place.partition("#")
        assert anchor in site()[path], place
        assert [word for word in words if word.lower() not in site()[path][anchor].lower()] == [], place


@of_each((line, (line,)) for line in SEEDS if "left_out" not in POINTS[line])
def test_a_point_of_an_article_has_a_sentence_item_or_row_of_its_own(line: str):
    (place, words) = next((place, words) for place, words in POINTS[line].items() if place not in NOT_A_PLACE)
    path, _, anchor = place.partition("#")
    assert len(words) >= 2
    assert any(all(word.lower() in part for word in words) for part in site()[path][anchor].lower().splitlines())


def test_no_two_points_lean_on_the_same_words():
    leaning = [(place, *words) for line in SEEDS for place, words in POINTS[line].items() if place not in NOT_A_PLACE]
    assert len(leaning) == len(set(leaning))
