"""Every milestone has its words, and the words name only figures, sources and parties that exist."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

import calculators
from calculators import browser
from calculators.answering import answer
from calculators.frame.page_parts import link
from calculators.frame.terms import CERTAINTY, PARTIES
from calculators.law.book import Law
from calculators.law.parameters import all_figures, all_sources
from calculators.registry import calculator
from calculators.tijdlijn.milestones import kinds, lapses_by
from calculators.tijdlijn.rules import calculate
from calculators.tijdlijn.wording import wording
from tests.calculators.timeline_cases import ANSWERED, each_case

pytestmark = pytest.mark.no_cover  # all calculators are asked all that there is: it shows no line that others do not

FILE = Path(calculators.__file__).parent / "tijdlijn" / "milestones.toml"
TODAY = date(2026, 11, 21)
KEYS = {"titel", "kort", "neutraal", "wie", "zekerheid", "toelichting", "doen", "gemist", "bronnen"}
each_milestone = pytest.mark.parametrize("kind", kinds())
each_situation = pytest.mark.parametrize("has_employer", [True, False])


def all_texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in all_texts(part)]
    return [value] if isinstance(value, str) else []


@each_milestone
@each_situation
def test_a_milestone_has_all_its_words(kind: str, has_employer: bool):
    words = wording(kind, has_employer=has_employer, law=Law(TODAY))
    assert set(words) == KEYS
    assert [key for key in ("titel", "wie", "zekerheid", "toelichting", "bronnen") if not words[key]] == []


@each_milestone
@each_situation
def test_a_milestone_names_a_certainty_sources_and_parties_that_exist(kind: str, has_employer: bool):
    words = wording(kind, has_employer=has_employer, law=Law(TODAY))
    assert words["zekerheid"] in CERTAINTY
    assert [source for source in words["bronnen"] if source not in all_sources()] == []
    assert {*words["wie"], *words["doen"]} <= set(PARTIES)


@each_milestone
@each_situation
@pytest.mark.parametrize("day", [date(2000, 1, 1), TODAY, date(2099, 12, 31)])
def test_no_figure_is_left_open_on_any_day(kind: str, has_employer: bool, day: date):
    texts = all_texts(wording(kind, has_employer=has_employer, law=Law(day)))
    assert [text for text in texts if re.search(r"[{}]|None", text)] == []


def test_every_figure_named_in_the_wording_exists():
    lines = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    named = re.findall(r"\{\{\s*(.*?)\s*\}\}", "\n".join(lines))
    assert named
    assert [name for name in named if name not in all_figures()] == []


@each_milestone
@each_situation
def test_what_makes_a_milestone_lapse_is_known_to_the_rules(kind: str, has_employer: bool):
    known = {"aow", "geen-wia", "geen-wia-aanvraag", "loon-na-aow", "plan-tot-aow", "einde-dienstverband"}
    assert set(lapses_by(kind, has_employer=has_employer)) <= known


def test_every_row_of_the_table_is_a_milestone_of_some_worked_case():
    found = {
        one.kind
        for values in ANSWERED.values()
        for one in calculate(calculator("tijdlijn").form.parse(values, TODAY).input).milestones  # type: ignore[arg-type]  # these cases have no errors
    }
    assert found == set(kinds())


def test_without_an_employer_the_words_may_differ():
    with_employer = wording("probleemanalyse", has_employer=True, law=Law(TODAY))
    without = wording("probleemanalyse", has_employer=False, law=Law(TODAY))
    assert with_employer["toelichting"] != without["toelichting"]
    assert "vangnet" not in with_employer


@each_case
def test_no_title_in_a_calendar_tells_that_somebody_is_ill(values: dict[str, str]):
    fragment = link(answer(calculator("tijdlijn"), values, TODAY).parsed)
    text = json.loads(browser.download("tijdlijn", "agenda", fragment, str(TODAY), ""))["inhoud"]
    titles = [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]
    assert titles
    assert [title for title in titles if "ziek" in title.lower()] == []


def test_the_titles_of_numbered_milestones_have_their_number():
    found = calculators.answer("tijdlijn", {"eerste-ziektedag": "2025-11-24"}, TODAY)["uitkomst"]["mijlpalen"]
    titles = {one["id"]: one["titel"] for one in found}
    assert titles["evaluatie-plan-3"].endswith(" 3")
    assert titles["eerste-wia-dag"] == "Eerste WIA-dag"
