"""The last day to object in words: two days for who does not know, and no objection against what is no decision."""

from datetime import date
from typing import Any

import pytest

import calculators
from calculators import answering
from calculators.bezwaar_termijn.explanation import facts, lines
from calculators.bezwaar_termijn.form import FIT_FOR_WORK, KINDS, UNKNOWN, Filled
from calculators.bezwaar_termijn.rules import calculate
from calculators.frame.page_parts import result_html
from calculators.registry import calculator


def answered(kind: str, today: str, letter: str = "2026-10-01") -> dict[str, Any]:
    return calculators.answer("bezwaar-termijn", {"soort-besluit": kind, "besluit-dag": letter, "peildatum": today})


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (
            "2026-10-15",
            "Kan er bezwaar tegen, dan bent u zeker op tijd tot en met donderdag 15 oktober 2026, en misschien tot",
        ),
        ("2026-10-16", "misschien nog bezwaar maken, tot en met donderdag 12 november 2026. Stuur het vandaag."),
        ("2026-11-12", "misschien nog bezwaar maken, tot en met donderdag 12 november 2026. Stuur het vandaag."),
        ("2026-11-13", "De laatste dag voor bezwaar was donderdag 12 november 2026. Die is voorbij."),
    ],
)
def test_who_does_not_know_what_it_is_about_hears_of_both_days(today: str, words: str):
    assert words in answered("weet-niet", today)["hoofdzin"]


@pytest.mark.parametrize(
    ("today", "names"),
    [
        ("2026-10-15", ["Laatste dag", "Online", "Met de post", "Misschien"]),
        ("2026-10-16", ["Wat u doet", "Misschien"]),
        ("2026-11-13", ["Wat u doet"]),
    ],
)
def test_the_card_of_who_does_not_know_says_what_to_do(today: str, names: list[str]):
    filled = Filled(peildatum=date.fromisoformat(today), soort_besluit=UNKNOWN, besluit_dag=date(2026, 10, 1))
    assert [fact.label for fact in facts(calculate(filled))] == names


def test_the_longest_term_is_a_step_with_its_article():
    steps = answered("weet-niet", "2026-10-15")["stappen"]
    assert "6 weken: tot en met donderdag 12 november 2026" in steps[-1]["tekst"]
    assert steps[-1]["bronnen"] == ["awb-6-7"]


@pytest.mark.parametrize(
    ("today", "sentence"),
    [
        ("2026-10-15", "Daarom rekenen wij met de kortste termijn."),
        ("2026-10-16", "De kortste termijn is al voorbij."),
    ],
)
def test_the_shortest_term_is_told_to_be_over_once_it_is(today: str, sentence: str):
    (said,) = [
        one["tekst"] for one in answered("weet-niet", today)["waarschuwingen"] if one["code"] == "kortste-termijn"
    ]
    assert sentence in said
    assert "alleen" not in said


@pytest.mark.parametrize("today", ["2026-10-16", "2026-11-13"])
def test_once_the_two_weeks_are_over_the_steps_count_the_six_and_name_the_two_last(today: str):
    steps = [step["tekst"] for step in answered("weet-niet", today)["stappen"]]
    assert steps[1] == "De termijn is 6 weken. De laatste dag daarvan is donderdag 12 november 2026."
    assert steps[-1] == "Is de termijn 2 weken? Dan was de laatste dag donderdag 15 oktober 2026."


@pytest.mark.parametrize(
    ("today", "rows", "not_shown"),
    [
        ("2026-10-15", ["Laatste dag voor bezwaar", "Misschien is de laatste dag"], []),
        ("2026-10-16", ["Misschien is de laatste dag"], ["Laatste dag voor bezwaar", "15 oktober"]),
        ("2026-11-13", ["Laatste dag voor bezwaar"], ["Misschien is de laatste dag"]),
    ],
)
def test_the_table_has_no_day_of_a_term_that_is_over_while_another_may_run(
    today: str, rows: list[str], not_shown: list[str]
):
    values = {"soort-besluit": "weet-niet", "besluit-dag": "2026-10-01", "peildatum": today}
    page = result_html(answering.answer(calculator("bezwaar-termijn"), values, date.fromisoformat(today)))
    table = page.partition("De dagen</h3>")[2].partition("</table>")[0]
    assert [row for row in rows if row not in table] == []
    assert [row for row in not_shown if row in table] == []


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-10-15", ["Laatste dag: donderdag 15 oktober", "Misschien is het: donderdag 12 november"]),
        ("2026-10-16", ["Misschien is het: donderdag 12 november"]),
        ("2026-11-13", ["Laatste dag: donderdag 12 november"]),
    ],
)
def test_the_command_line_names_the_same_days(today: str, said: list[str]):
    found = list(lines(answered("weet-niet", today)["uitkomst"]))[:-1]
    assert [line.partition(" 2026")[0] for line in found] == said


@pytest.mark.parametrize("kind", ["anders", "weet-niet"])
def test_of_any_other_letter_the_answer_says_against_what_no_objection_is_possible(kind: str):
    (said,) = [one for one in answered(kind, "2026-10-15")["waarschuwingen"] if one["code"] == "geen-bezwaar-mogelijk"]
    assert "deskundigenoordeel is geen besluit" in said["tekst"]
    assert {"crvb-2009-bj5998", "bw-7-682", "bw-7-671b"} <= set(said["bronnen"])


def test_with_the_short_term_stands_when_it_is_the_long_one():
    (said,) = [
        one for one in answered("ziektewet-werk", "2026-10-15")["waarschuwingen"] if one["code"] == "korte-termijn"
    ]
    assert "meer dan 65 procent" in said["tekst"]
    assert "6 weken" in said["tekst"]


@pytest.mark.parametrize(
    ("today", "day_named", "hurried"),
    [
        ("2026-10-15", False, True),
        ("2026-10-16", True, False),
        ("2026-11-12", True, False),
        ("2026-11-13", False, False),
    ],
)
def test_once_the_short_term_is_over_only_the_day_of_the_long_one_still_helps(
    today: str, day_named: bool, hurried: bool
):
    """Of a letter of 1 October 2026 the two weeks end on 15 October and the six on 12 November."""
    (said,) = [
        one["tekst"] for one in answered("ziektewet-werk", today)["waarschuwingen"] if one["code"] == "korte-termijn"
    ]
    assert ("Dan kan het nog tot en met donderdag 12 november 2026: kies die soort." in said) is day_named
    assert ("Wacht dus niet." in said) is hurried
    assert ("65 procent" in said) is (day_named or hurried)


def test_the_short_term_is_for_who_was_never_ill_is_no_longer_or_can_do_work_of_an_earlier_assessment():
    """Ziektewet 75j speaks of whether unfitness for work exists or goes on at all; 75k leaves out 19ab only."""
    assert "niet (meer) te ziek voor uw werk" in KINDS[FIT_FOR_WORK]
    assert "eerdere keuring" in KINDS[FIT_FOR_WORK]
