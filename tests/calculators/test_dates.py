"""Days in Dutch words, and terms of months that follow the law at the end of a month."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame.dates import days_after, in_words, last_day_of_term, same_day_later, with_weekday

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def test_a_day_is_said_in_dutch():
    assert in_words(date(2026, 3, 1)) == "1 maart 2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 11, 24), "maandag 24 november 2025"),
        (date(2024, 2, 29), "donderdag 29 februari 2024"),
        (date(2026, 5, 3), "zondag 3 mei 2026"),
    ],
)
def test_a_day_is_said_with_its_weekday(day: date, words: str):
    assert with_weekday(day) == words


@pytest.mark.parametrize(
    ("days", "day"), [(0, date(2024, 2, 28)), (1, date(2024, 2, 29)), (2, date(2024, 3, 1)), (-59, date(2023, 12, 31))]
)
def test_days_are_counted_over_leap_days_and_years(days: int, day: date):
    assert days_after(date(2024, 2, 28), days) == day


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 18), 2, date(2026, 3, 18)),
        (date(2026, 1, 31), 1, date(2026, 3, 1)),
        (date(2024, 1, 31), 1, date(2024, 3, 1)),
        (date(2024, 1, 29), 1, date(2024, 2, 29)),
        (date(2026, 10, 31), 1, date(2026, 12, 1)),
        (date(2026, 12, 31), 2, date(2027, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 11, 30), 13, date(2027, 12, 30)),
        (date(2026, 12, 5), 12, date(2027, 12, 5)),
        (date(2026, 3, 15), -3, date(2025, 12, 15)),
        (date(2026, 3, 15), 0, date(2026, 3, 15)),
    ],
)
def test_the_same_day_so_many_months_later_is_the_first_of_the_next_where_it_lacks(day: date, months: int, later: date):
    assert same_day_later(day, months) == later


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2026, 1, 18), 2, date(2026, 3, 17)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 1), 1, date(2026, 3, 31)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 11, 22), 36, date(2030, 11, 21)),
        (date(2024, 2, 29), 60, date(2029, 2, 28)),
    ],
)
def test_a_term_of_months_ends_the_day_before_or_at_the_end_of_a_shorter_month(first: date, months: int, last: date):
    assert last_day_of_term(first, months) == last


@given(DAYS, st.integers(1, 120))
def test_a_term_ends_in_its_month_or_on_the_last_day_of_the_one_before(first: date, months: int):
    end = last_day_of_term(first, months) + timedelta(days=1)
    wanted = first.year * 12 + first.month + months
    longest = calendar.monthrange(*divmod(wanted - 1, 12)[:1], (wanted - 1) % 12 + 1)[1]
    late = first.day > longest
    assert (end.year * 12 + end.month, end.day) == ((wanted + 1, 1) if late else (wanted, first.day))


@given(DAYS, st.integers(0, 120))
def test_a_longer_term_never_ends_earlier(first: date, months: int):
    assert last_day_of_term(first, months) < last_day_of_term(first, months + 1)


@given(DAYS, st.integers(-500, 500))
def test_going_back_by_as_many_days_returns_to_the_day(day: date, days: int):
    assert days_after(days_after(day, days), -days) == day
