"""A day is read however a Dutch reader writes it, and a day that does not exist is never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame.dates import MONTHS, WEEKDAYS
from calculators.frame.fields import DateField, PeriodsField
from calculators.frame.reading import FIRST_DATE, LAST_DATE, FieldError, clean, parse_date

FIELD = DateField(key="dag", label="Dag")
KNOWN_DAYS = st.dates(FIRST_DATE, LAST_DATE)
DAY = date(2025, 11, 24)

ACCEPTED = [
    "2025-11-24",
    "2025/11/24",
    "2025.11.24",
    "24-11-2025",
    "24/11/2025",
    "24.11.2025",
    "24 11 2025",
    "24 - 11 - 2025",
    "24-11-25",
    "24 november 2025",
    "24 November 2025",
    "24 NOV 2025",
    "24 nov. 2025",
    "24-nov-2025",
    "maandag 24 november 2025",
    "Maandag 24-11-2025",
    "ma 24-11-2025",
    "ma. 24 nov 2025",
    "\uff12\uff14\uff0d\uff11\uff11\uff0d\uff12\uff10\uff12\uff15",  # full-width digits and hyphens
    "24\u00a0november\u00a02025",  # no-break spaces
    "24\u202fnovember\u20092025",
    "24\u221211\u22122025",  # minus signs
    "24\u201111\u20132025",  # no-break hyphen, en dash
    "\u200b24-11-2025\ufeff",  # zero-width signs
    "\u202e24-11-2025\u202c",  # right-to-left override
    "24\u00ad-11-2025",  # soft hyphen
    "  24-11-2025\t",
    "24-11-2025\r\n",
]
REFUSED = {
    "gisteren": "geen-datum",
    "24-11": "geen-datum",
    "31 02": "geen-datum",
    "24-11-85": "te-klein",
    "24-11-5": "geen-datum",
    "24-11-20255": "geen-datum",
    "5-1-20266": "geen-datum",
    "20266-01-05": "geen-datum",
    "2025-11-24-01": "geen-datum",
    "2025-11-24T00:00": "geen-datum",
    "11/24/2025": "geen-datum",
    "2025-00-24": "geen-datum",
    "2025-13-24": "geen-datum",
    "00-11-2025": "geen-datum",
    "32-11-2025": "geen-datum",
    "31-11-2025": "geen-datum",
    "31-02-2025": "geen-datum",
    "29-2-2023": "geen-datum",
    "29-2-2100": "te-groot",
    "24 brumaire 2025": "geen-datum",
    "24 jui 2025": "geen-datum",
    "24 ma 2025": "geen-datum",
    "24--11--2025": "geen-datum",
    "-24-11-2025": "geen-datum",
    "²4-11-2025": "geen-datum",
    "\u0662\u0664-\u0661\u0661-\u0662\u0660\u0662\u0665": "geen-datum",
    "24-11-2025 24-11-2025": "geen-datum",
    "31-12-1999": "te-klein",
    "01-01-0001": "te-klein",
    "01-01-2100": "te-groot",
    "9999-12-31": "te-groot",
}


def refusal(text: str) -> FieldError:
    with pytest.raises(FieldError) as caught:
        parse_date(clean(text))
    return caught.value


@pytest.mark.parametrize("text", ACCEPTED)
def test_every_way_to_write_a_day_is_read_as_that_day(text: str):
    assert FIELD.parse(clean(text)) == DAY


@pytest.mark.parametrize(("text", "code"), REFUSED.items())
def test_what_is_no_day_is_refused_with_its_code(text: str, code: str):
    assert refusal(text).code == code


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("31 02 2025", "Bedoelt u 28 februari of 3 maart?"),
        ("31-02-2024", "Bedoelt u 29 februari of 2 maart?"),
        ("30 februari 2025", "Bedoelt u 28 februari of 2 maart?"),
        ("29-2-2023", "Bedoelt u 28 februari of 1 maart?"),
        ("31 april 2026", "Bedoelt u 30 april of 1 mei?"),
        ("2026-11-31", "Bedoelt u 30 november of 1 december?"),
    ],
)
def test_a_day_past_the_end_of_its_month_gets_the_question_what_was_meant(text: str, question: str):
    assert refusal(text).text.endswith(question)


def test_only_the_29th_of_february_is_said_to_be_missing_in_that_year():
    assert refusal("29-2-2023").text.startswith("29 februari bestaat niet in 2023.")
    assert refusal("30-2-2023").text.startswith("30 februari bestaat niet.")


@pytest.mark.parametrize(("text", "year"), [("24-11-25", 2025), ("24-11-00", 2000), ("24 nov 79", 2079)])
def test_a_year_in_two_digits_is_of_this_century(text: str, year: int):
    assert parse_date(text) == date(year, 11, 24)


def test_a_year_in_two_digits_from_80_on_is_of_the_century_before():
    assert refusal("24-11-80").text.startswith("Het jaar 1980 ligt te ver terug.")


def test_a_year_in_five_digits_is_asked_for_in_four():
    assert refusal("5-1-20266").text == "Schrijf het jaar met vier cijfers, zoals 24-11-2025."


def test_an_unknown_month_is_named_in_the_error():
    assert "“brumaire”" in refusal("24 brumaire 2025").text


def test_a_month_13_is_named_in_the_error():
    assert refusal("24-13-2025").text.startswith("Maand 13 bestaat niet.")


def test_a_day_32_is_named_in_the_error():
    assert refusal("32-11-2025").text.startswith("Dag 32 bestaat niet.")


@pytest.mark.parametrize(
    ("text", "month"),
    [(name, number) for number, name in enumerate(MONTHS, start=1)]
    + [(name[:3], number) for number, name in enumerate(MONTHS, start=1)]
    + [("mrt", 3), ("mrt.", 3), ("sept", 9), ("sept.", 9), ("okt.", 10)],
)
def test_every_dutch_name_of_a_month_is_known_long_and_short(text: str, month: int):
    assert parse_date(f"5 {text} 2026") == date(2026, month, 5)


@pytest.mark.parametrize("name", WEEKDAYS)
def test_the_name_of_any_weekday_may_stand_before_a_day(name: str):
    assert [parse_date(f"{text} 24-11-2025") for text in (name, name[:2], f"{name[:2]}.")] == [DAY] * 3


@pytest.mark.parametrize("text", ["01-01-2000", "31-12-2099"])
def test_the_first_and_the_last_day_that_we_know_are_accepted(text: str):
    assert f"{parse_date(text):%d-%m-%Y}" == text


@given(KNOWN_DAYS)
def test_a_day_written_for_a_link_is_read_back_as_itself(day: date):
    assert FIELD.parse(clean(FIELD.write(day))) == day


@given(KNOWN_DAYS)
def test_the_echo_of_a_day_is_itself_a_way_to_write_that_day(day: date):
    assert FIELD.parse(clean(FIELD.echo(day))) == day


def test_the_echo_of_a_day_names_its_weekday():
    assert FIELD.echo(DAY) == "maandag 24 november 2025"


def test_a_field_for_something_long_ago_takes_days_from_before_2000_and_says_from_when():
    began = DateField(key="in-dienst-sinds", label="Eerste dag", earliest=date(1950, 1, 1))
    assert began.parse("1 maart 1987") == date(1987, 3, 1)
    with pytest.raises(FieldError) as refused:
        began.parse("31-12-1949")
    assert refused.value.code == "te-klein"
    assert "vanaf 1 januari 1950" in refused.value.text
    contracts = PeriodsField(key="eerdere-contracten", label="Eerdere contracten", earliest=date(1950, 1, 1))
    assert contracts.parse("01-01-1986 t/m 31-12-1988")[0].first == date(1986, 1, 1)
