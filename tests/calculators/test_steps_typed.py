"""Lists that are typed: from a day or a week on, a number."""

from datetime import date
from decimal import Decimal

import pytest

import calculators
from calculators import browser
from calculators.frame.page_parts import field_text
from calculators.frame.reading import FieldError, clean
from calculators.frame.step_fields import Since, value_on
from calculators.law.case_money import OWN_WORK, WAGE_STEPS

TODAY = date(2026, 11, 21)
MARCH, APRIL = Since(date(2026, 3, 2), Decimal(8)), Since(date(2026, 4, 6), Decimal(16))
CASE = {"eerste-ziektedag": "2025-01-06", "bruto-maandloon": "3000", "uren-per-week": "40"}


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02:8,2026-04-06:16",
        "02-03-2026: 8\n06-04-2026: 16",
        "2 maart 2026: 8 uur\n6 april 2026: 16 uur per week\n",
        "2-3-2026 : 8,0; 6-4-2026 : 16;",
        "maandag 2 maart 2026: 8,06-04-2026: 16,",
    ],
)
def test_hours_from_a_day_on_are_read_as_people_write_them(text: str):
    assert OWN_WORK.parse(clean(text)) == (MARCH, APRIL)


def test_a_comma_in_a_number_does_not_end_a_row():
    assert OWN_WORK.parse("02-03-2026: 8,5, 06-04-2026: 16,25") == (
        Since(MARCH.start, Decimal("8.5")),
        Since(APRIL.start, Decimal("16.25")),
    )


@pytest.mark.parametrize("text", ["1:100,27:90,53:70", "week 1: 100 %\nweek 27: 90%\nWeek 53: 70 procent"])
def test_percentages_from_a_week_on_are_read_as_people_write_them(text: str):
    assert WAGE_STEPS.parse(text) == (Since(1, Decimal(100)), Since(27, Decimal(90)), Since(53, Decimal(70)))


HOURS_REFUSED = {
    "8": "geen-periode",
    "02-03-2026": "geen-periode",
    "02-03-2026:": "geen-periode",
    ":8": "geen-periode",
    "02-03-2026 = 8": "geen-periode",
    "31-02-2026: 8": "geen-datum",
    "week 3: 8": "geen-datum",
    "02-03-1999: 8": "te-klein",
    "02-03-2026: acht": "geen-getal",
    "02-03-2026: -1": "te-klein",
    "02-03-2026: 60,5": "te-groot",
    "02-03-2026: 100": "te-groot",
    "06-04-2026: 16\n02-03-2026: 8": "volgorde",
    "02-03-2026: 8\n02-03-2026: 16": "dubbel",
}
STEPS_REFUSED = {
    "27:90": "volgorde",
    "1:100,53:70,27:90": "volgorde",
    "1:100,1:90": "dubbel",
    "0:100": "te-klein",
    "1:100,261:70": "te-groot",
    "1:101": "te-groot",
    "1:-1": "te-klein",
    "maart: 100": "geen-getal",
    "100": "geen-periode",
}


@pytest.mark.parametrize(("text", "code"), HOURS_REFUSED.items())
def test_hours_that_cannot_be_read_are_asked_back_in_a_sentence(text: str, code: str):
    with pytest.raises(FieldError) as caught:
        OWN_WORK.parse(text)
    assert caught.value.code == code
    assert caught.value.text.endswith((".", "?"))


@pytest.mark.parametrize(("text", "code"), STEPS_REFUSED.items())
def test_percentages_that_cannot_be_read_are_asked_back_in_a_sentence(text: str, code: str):
    with pytest.raises(FieldError) as caught:
        WAGE_STEPS.parse(text)
    assert caught.value.code == code
    assert caught.value.text.endswith((".", "?"))


def test_the_sentence_names_the_row_that_is_wrong():
    with pytest.raises(FieldError, match=r"^In “06-04-2026: 61”: .* hoogstens 60 uur per week in\.$"):
        OWN_WORK.parse("02-03-2026: 8\n06-04-2026: 61")


def test_the_last_week_of_a_wage_of_three_extensions_is_still_a_week():
    assert WAGE_STEPS.parse("1:100,260:70")[-1] == Since(260, Decimal(70))


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-01", None), ("2026-03-02", 8), ("2026-04-05", 8), ("2026-04-06", 16)]
)
def test_each_row_ends_the_one_before(day: str, hours: int | None):
    assert value_on((MARCH, APRIL), date.fromisoformat(day)) == hours


def test_rows_are_written_for_a_link_and_said_back_in_words():
    assert OWN_WORK.write((MARCH, APRIL)) == "2026-03-02:8,2026-04-06:16"
    assert OWN_WORK.echo((MARCH, APRIL)) == "vanaf 2 maart 2026 8 uur per week; vanaf 6 april 2026 16 uur per week"
    assert WAGE_STEPS.echo((Since(1, Decimal(100)), Since(27, Decimal("82.5")))) == (
        "vanaf week 1 100 %; vanaf week 27 82,5 %"
    )


def test_the_form_shows_a_link_as_rows_to_read():
    assert field_text(OWN_WORK, "2026-03-02:8.5,2026-04-06:16") == "02-03-2026: 8,5\n06-04-2026: 16"
    assert field_text(WAGE_STEPS, "1:100,27:90") == "week 1: 100\nweek 27: 90"


def test_a_link_without_days_leaves_out_the_hours_with_their_days_and_keeps_percentages_by_week():
    values = CASE | {"eigen-werk": "2026-03-02:8", "loon-stappen": "1:100,27:90"}
    shown = browser.respond("wie-betaalt-wat", "&".join(f"{k}={v}" for k, v in values.items()), "2026-11-21")
    fragment = shown.split("zonder-datums")[1].split("data-gekopieerd")[0]
    assert "eigen-werk" not in fragment
    assert "loon-stappen" in fragment


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        ("2025-01-05:8", "5 januari 2025 ligt voor de eerste ziektedag (6 januari 2025)."),
        ("2026-03-02:40.5", "Vanaf 2 maart 2026 staan er 40,5 uur. Het contract heeft 40 uur per week."),
    ],
)
def test_own_work_outside_the_illness_or_the_contract_is_asked_back(hours: str, text: str):
    answer = calculators.answer("wie-betaalt-wat", CASE | {"eigen-werk": hours}, TODAY)
    (error,) = answer["fouten"]
    assert error["veld"] == "eigen-werk"
    assert error["tekst"].startswith(text)
