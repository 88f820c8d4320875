"""The objection term agrees with a count of days on a calendar, whatever the letter and its day."""

from datetime import date, timedelta
from typing import Any

import pytest

import calculators
from calculators.bezwaar_termijn.form import KINDS
from tests.oracle import naive_objection
from tests.oracle.test_cases import answered_cases_of


def days_of(kind: str, letter: date) -> tuple[str, str]:
    day = letter.isoformat()
    outcome = calculators.answer("bezwaar-termijn", {"soort-besluit": kind, "besluit-dag": day, "peildatum": day})
    return outcome["uitkomst"]["laatste_dag"], outcome["uitkomst"]["per_post_binnen_op"]


def counted(kind: str, letter: date) -> tuple[str, str]:
    last, received = naive_objection.last_day(kind, letter), naive_objection.received_by(kind, letter)
    return last.isoformat(), received.isoformat()


@pytest.mark.parametrize("case", answered_cases_of("bezwaar-termijn"))
def test_the_day_counter_finds_the_last_day_of_the_worked_cases(case: dict[str, Any]) -> None:
    given = case["input"]
    letter, today = date.fromisoformat(given["besluit-dag"]), date.fromisoformat(given["peildatum"])
    last = naive_objection.last_day_on(given["soort-besluit"], letter, today)
    assert last.isoformat() == case["outcome"]["laatste_dag"]


@pytest.mark.parametrize("kind", KINDS)
def test_who_does_not_know_what_it_is_about_hears_of_the_longest_term_too(kind: str) -> None:
    letters = [date(2026, 1, 1) + timedelta(days=days) for days in range(365)]
    other = naive_objection.AS_LONG_AS_IT_CAN_BE.get(kind)
    for letter in letters:
        day = letter.isoformat()
        found = calculators.answer("bezwaar-termijn", {"soort-besluit": kind, "besluit-dag": day, "peildatum": day})
        longest = naive_objection.last_day(other, letter).isoformat() if other else None
        assert found["uitkomst"]["laatste_dag_misschien"] == longest


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("year", [2013, 2020, 2024, 2027])
def test_a_letter_of_any_day_of_a_year_has_the_last_day_that_the_counter_finds(kind: str, year: int) -> None:
    letters = [date(year, 1, 1) + timedelta(days=days) for days in range(365)]
    wrong = [letter for letter in letters if days_of(kind, letter) != counted(kind, letter)]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_last_day_is_never_before_the_weeks_are_over_and_is_a_day_on_which_a_term_can_end(kind: str) -> None:
    for ahead in range(0, 365, 3):
        letter = date(2026, 1, 1) + timedelta(days=ahead)
        last = date.fromisoformat(days_of(kind, letter)[0])
        assert last >= letter + timedelta(weeks=naive_objection.WEEKS.get(kind, 2))
        assert last.isoweekday() <= 5
