"""Periods are read from a text of lines or from a link, sorted, joined where they touch, refused where they overlap."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame.dates import Period, days_in_words
from calculators.frame.fields import PeriodsField
from calculators.frame.reading import FIRST_DATE, LAST_DATE, FieldError, clean, joined_periods, parse_period

FIELD = PeriodsField(key="perioden", label="Perioden")
MAY_TO_JUNE = Period(date(2025, 5, 19), date(2025, 6, 8))

ACCEPTED = [
    "2025-05-19/2025-06-08",
    "19-05-2025/08-06-2025",
    "19/05/2025/08/06/2025",
    "19-05-2025 t/m 08-06-2025",
    "19-05-2025t/m08-06-2025",
    "19/05/2025 t/m 08/06/2025",
    "19 mei 2025 tot en met 8 juni 2025",
    "19-05-2025 tm 08-06-2025",
    "19-05-2025 - 08-06-2025",
    "19/05/2025 – 08/06/2025",
    "maandag 19 mei 2025 t/m zondag 8 juni 2025",
    "\uff11\uff19-05-2025\u00a0t/m\u00a008-06-2025",
    "\u200b2025\u201105\u201119/2025\u201106\u201108",
]
REFUSED = {
    "19-05-2025": "geen-periode",
    "mei 2025": "geen-periode",
    "/": "geen-periode",
    "2025-05-19/": "geen-periode",
    "t/m 08-06-2025": "geen-periode",
    "19-05-2025 t/m": "geen-periode",
    "2025-05-19/2025-06-08/2025-07-01": "geen-periode",
    "19-05-2025 t/m gisteren": "geen-periode",
    "19-05-2025 t/m 31-06-2025": "geen-periode",
    "19-05-1999 t/m 08-06-2025": "te-klein",
    "19-05-2025 t/m 08-06-2100": "te-groot",
    "08-06-2025 t/m 19-05-2025": "periode-omgekeerd",
    "19 mei 2025 tot 8 juni 2025": "geen-periode",
    "19-05-2025tot08-06-2025": "geen-periode",
    "19-05-2025 tot": "geen-periode",
    "19-05-2025 tot 08-06-2100": "te-groot",
    "2025-05-19/2025-06-08,2025-06-08/2025-06-20": "periodes-overlappen",
    "2025-05-19/2025-06-08,2025-05-19/2025-06-08": "periodes-overlappen",
    "2025-05-19/2025-06-08,2025-05-20/2025-05-21": "periodes-overlappen",
}


def read(text: str) -> tuple[Period, ...]:
    return FIELD.parse(clean(text))


def refusal(text: str) -> FieldError:
    with pytest.raises(FieldError) as caught:
        read(text)
    return caught.value


def periods_from(gaps: list[tuple[int, int]]) -> tuple[Period, ...]:
    """Make periods that do not touch from (days before it, days after its first) pairs."""
    made = []
    day = FIRST_DATE
    for before, length in gaps:
        first = day + timedelta(days=before)
        day = first + timedelta(days=length)
        made.append(Period(first, day))
        day += timedelta(days=2)
    return tuple(made)


APART = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=20).map(periods_from)


@pytest.mark.parametrize("text", ACCEPTED)
def test_every_way_to_write_a_period_is_read_as_that_period(text: str):
    assert read(text) == (MAY_TO_JUNE,)


@pytest.mark.parametrize(("text", "code"), REFUSED.items())
def test_what_is_no_list_of_periods_is_refused_with_its_code(text: str, code: str):
    assert refusal(text).code == code


@pytest.mark.parametrize("sign", [",", ";", "\n", "\r\n", ", ", " \n\n "])
def test_periods_stand_on_lines_or_between_commas(sign: str):
    text = f"19-05-2025 t/m 08-06-2025{sign}01-09-2025 t/m 21-09-2025"
    assert read(text) == (MAY_TO_JUNE, Period(date(2025, 9, 1), date(2025, 9, 21)))


def test_empty_lines_between_periods_mean_nothing():
    assert read("\n,2025-05-19/2025-06-08,\n,") == (MAY_TO_JUNE,)


def test_only_commas_are_no_periods():
    assert read(",;\n") == ()


def test_until_may_be_written_in_capitals():
    assert read("19-05-2025 T/M 08-06-2025") == (MAY_TO_JUNE,)
    assert read("19 mei 2025 Tot en Met 8 juni 2025") == (MAY_TO_JUNE,)


def test_until_without_saying_whether_the_day_counts_is_asked_back_with_both_readings():
    text = "Telt 8 juni 2025 zelf nog mee? “Tot” zegt dat niet. Schrijf t/m 7 juni 2025 of t/m 8 juni 2025."
    assert refusal("19 mei 2025 TOT 8 juni 2025").text == text


def test_periods_come_out_in_the_order_of_the_calendar():
    assert read("2025-09-01/2025-09-21,2025-05-19/2025-06-08")[0] == MAY_TO_JUNE


def test_periods_that_touch_become_one():
    assert read("2025-05-19/2025-05-31,2025-06-01/2025-06-08") == (MAY_TO_JUNE,)


def test_periods_with_a_day_between_them_stay_two():
    assert len(read("2025-05-19/2025-05-31,2025-06-02/2025-06-08")) == 2


def test_a_period_of_one_day_has_one_day():
    assert [period.days for period in read("2025-05-19/2025-05-19")] == [1]


def test_both_days_of_a_period_belong_to_it():
    assert MAY_TO_JUNE.days == 21


def test_an_error_in_a_day_names_the_period_and_keeps_its_question():
    text = refusal("01-06-2025 t/m 31-06-2025").text
    assert text.startswith("In “01-06-2025 t/m 31-06-2025”: ")
    assert text.endswith("Bedoelt u 30 juni of 1 juli?")


def test_an_error_quotes_no_more_than_the_beginning_of_a_long_text():
    assert len(refusal("x" * 900 + " t/m " + "y" * 900).text) < 200


def test_a_period_that_ends_before_it_begins_is_named_by_its_days():
    assert refusal("08-06-2025 t/m 19-05-2025").text == (
        "Deze periode eindigt (19 mei 2025) voordat zij begint (8 juni 2025). Draai de datums om."
    )


def test_an_overlap_names_the_day_that_is_shared():
    text = refusal("2025-05-19/2025-06-08,2025-06-08/2025-06-20").text
    assert "8 juni 2025 ligt in de periode die tot en met 8 juni 2025 loopt" in text


def test_the_echo_says_each_period_with_its_length():
    assert FIELD.echo(read("2025-05-19/2025-06-08,2025-09-01/2025-09-01")) == (
        "19 mei 2025 tot en met 8 juni 2025 (21 dagen); 1 september 2025 tot en met 1 september 2025 (1 dag)"
    )


@pytest.mark.parametrize(("days", "words"), [(0, "0 dagen"), (1, "1 dag"), (2, "2 dagen")])
def test_one_day_is_said_as_one(days: int, words: str):
    assert days_in_words(days) == words


@given(APART)
def test_periods_written_for_a_link_are_read_back_as_themselves(periods: tuple[Period, ...]):
    assert FIELD.parse(clean(FIELD.write(periods))) == periods


@given(APART, st.randoms())
def test_the_order_in_which_periods_are_typed_changes_nothing(periods: tuple[Period, ...], random):
    shuffled = random.sample(periods, len(periods))
    assert joined_periods(shuffled) == periods


@given(st.dates(FIRST_DATE, LAST_DATE), st.dates(FIRST_DATE, LAST_DATE))
def test_two_days_make_a_period_only_in_their_order(one: date, other: date):
    first, last = sorted([one, other])
    assert parse_period(f"{first} t/m {last}") == Period(first, last)
