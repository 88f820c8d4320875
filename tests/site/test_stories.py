"""The stories: made up and marked so, with days and sums that are the calculators' own."""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import calculators
from calculators.frame.dates import in_words
from calculators.frame.money import whole_euros
from calculators.frame.page_parts import read_link
from publishing import stories
from publishing.markdown_extension import UnknownNameError
from tests.conftest import TODAY
from tests.docs.pages import DOCS
from tests.site.test_markdown_extension import convert

NAMES = list(stories.read(DOCS))
DAY = re.compile(r'<time datetime="([^"]+)">([^<]+)</time>')


def story(site_dir: Path, name: str) -> str:
    """The text of a story's page, without what stands around it."""
    page = (site_dir / "verhalen" / name / "index.html").read_text("utf-8")
    return page.partition("<article")[2].partition('id="bronnen"')[0]


def answer(name: str, link: str) -> Any:
    return calculators.answer(name, read_link(link), date.fromisoformat(TODAY))


def test_there_are_four_to_six_stories_and_the_index_leads_to_each(site_dir: Path) -> None:
    assert 4 <= len(NAMES) <= 6
    index = (site_dir / "verhalen" / "index.html").read_text("utf-8")
    assert all(f'href="{name}/"' in index for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_says_that_it_is_made_up(site_dir: Path, name: str) -> None:
    assert "Dit verhaal is verzonnen." in story(site_dir, name)
    assert (DOCS / "verhalen" / f"{name}.md").read_text("utf-8").count("Verzonnen verhaal:") == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_day_of_a_story_is_one_of_its_timeline(site_dir: Path, name: str) -> None:
    one = stories.read(DOCS)[name]
    timeline, money = answer("tijdlijn", one["tijdlijn"]), answer("wie-betaalt-wat", one["geld"])
    milestones = {milestone["id"]: milestone for milestone in timeline["uitkomst"]["mijlpalen"]}
    own = {key: timeline["invoer"].get(key) or milestones[key].get("datum") for key in milestones}
    allowed = {*own.values(), *(period["van"] for period in money["uitkomst"]["perioden"])}
    shown = DAY.findall(story(site_dir, name))
    assert {day for day, _ in shown} <= allowed
    assert {own[key] for key in one["dagen"]} <= {day for day, _ in shown}
    assert [words for day, words in shown if words != in_words(date.fromisoformat(day))] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_sum_of_a_story_is_what_the_calculator_says(site_dir: Path, name: str) -> None:
    periods = answer("wie-betaalt-wat", stories.read(DOCS)[name]["geld"])["uitkomst"]["perioden"]
    text = story(site_dir, name)
    rows = re.findall(r'<th scope="row">.*?datetime="([^"]+)"(.*?)</tr>', text)
    assert rows
    for start, row in rows:
        posts = next(period["posten"] for period in periods if period["van"] == start)
        gets = sum(Decimal(post["per_maand"]) for post in posts if post["id"] in ("loon", "uitkering"))
        pays = sum(Decimal(post["per_maand"]) for post in posts if post["betaler"] == "inlener")
        cells = re.findall(r'<data value="([^"]+)">([^<]+)</data>', row)
        assert [Decimal(value) for value, _ in cells] == [gets, pays][: len(cells)]
        assert len(cells) == 2 or not pays
        assert all(html.unescape(words) == whole_euros(Decimal(value)) for value, words in cells)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_opens_its_own_case_in_each_calculator(site_dir: Path, name: str) -> None:
    one = stories.read(DOCS)[name]
    links = {"tijdlijn": one["tijdlijn"], "wie-betaalt-wat": one["geld"]}
    hrefs = html.unescape(story(site_dir, name))
    for calculator, values in [*links.items(), *((more["rekenhulp"], more["link"]) for more in one.get("ook", ()))]:
        assert f"/rekenhulpen/{calculator}/#{values}" in hrefs
        assert not answer(calculator, values)["fouten"]


@pytest.mark.parametrize("name", NAMES)
def test_no_day_and_no_amount_of_a_story_is_typed_by_hand(name: str) -> None:
    text = (DOCS / "verhalen" / f"{name}.md").read_text("utf-8").split("---\n", 2)[2].partition("## Bronnen")[0]
    assert re.findall(r"€|\beuro\b|\b20\d\d\b|\b\d+ uur\b", text) == []


@pytest.mark.parametrize(
    "call",
    ['{{ verhaal("niemand") }}', '{{ verhaal_dag("de-plek-die-stopte geen-dag") }}',
     '{{ verhaal_zegt("de-plek-die-stopte geld geen-vraag") }}', '{{ verhaal_zegt("de-plek-die-stopte") }}'],
)  # fmt: skip
def test_a_story_a_day_or_a_question_that_nobody_knows_ends_the_build(call: str) -> None:
    with pytest.raises(UnknownNameError):
        convert(call)


def test_a_link_of_a_story_that_the_calculator_does_not_understand_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / stories.FILE).write_text('[x]\ntijdlijn = "eerste-ziektedag=ooit"\ngeld = ""\ndagen = []\n', "utf-8")
    with pytest.raises(ValueError, match="eerste-ziektedag"):
        stories.Stories(tmp_path, date.fromisoformat(TODAY)).whole("x")
    (tmp_path / stories.FILE).write_text('[x]\ntijdlijn = ""\n', "utf-8")
    with pytest.raises(ValueError, match="x: a key"):
        stories.read(tmp_path)
