"""The last day to object in words: two days for who does not know, and no objection against what is no decision."""

from datetime import date
from typing import Any

import pytest

import calculators
from calculators.bezwaar_termijn.explanation import facts
from calculators.bezwaar_termijn.form import UNKNOWN, Filled
from calculators.bezwaar_termijn.rules import calculate


def answered(kind: str, today: str, letter: str = "2026-10-01") -> dict[str, Any]:
    return calculators.answer("bezwaar-termijn", {"soort-besluit": kind, "besluit-dag": letter, "peildatum": today})


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (
            "2026-10-15",
            "zeker bezwaar maken tot en met donderdag 15 oktober 2026, en misschien tot en met donderdag 12 nov",
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


def test_of_any_other_letter_the_answer_says_against_what_no_objection_is_possible():
    (said,) = [
        one for one in answered("anders", "2026-10-15")["waarschuwingen"] if one["code"] == "geen-bezwaar-mogelijk"
    ]
    assert "deskundigenoordeel is geen besluit" in said["tekst"]
    assert {"crvb-2009-bj5998", "bw-7-682", "bw-7-671b"} <= set(said["bronnen"])


def test_with_the_short_term_stands_when_it_is_the_long_one():
    (said,) = [
        one for one in answered("ziektewet-werk", "2026-10-15")["waarschuwingen"] if one["code"] == "korte-termijn"
    ]
    assert "meer dan 65 procent" in said["tekst"]
    assert "6 weken" in said["tekst"]
