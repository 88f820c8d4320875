"""The public holidays of the Algemene termijnenwet, and the last working day before a free day."""

from datetime import date, timedelta

import dateutil.easter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.law.holidays import easter, is_working_day, kings_day, last_working_day, public_holidays

KNOWN_EASTERS = [
    date(2000, 4, 23),
    date(2005, 3, 27),
    date(2008, 3, 23),
    date(2011, 4, 24),
    date(2013, 3, 31),
    date(2014, 4, 20),
    date(2015, 4, 5),
    date(2016, 3, 27),
    date(2017, 4, 16),
    date(2018, 4, 1),
    date(2019, 4, 21),
    date(2020, 4, 12),
    date(2021, 4, 4),
    date(2022, 4, 17),
    date(2023, 4, 9),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2028, 4, 16),
    date(2038, 4, 25),
]
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("day", KNOWN_EASTERS, ids=str)
def test_easter_falls_on_the_day_of_the_almanac(day: date):
    assert easter(day.year) == day


def test_easter_is_that_of_another_library_in_every_year_that_we_know():
    assert [easter(year) for year in range(1900, 2200)] == [dateutil.easter.easter(year) for year in range(1900, 2200)]


@pytest.mark.parametrize("year", range(2000, 2100))
def test_every_fifth_of_may_is_a_holiday(year: int):
    assert public_holidays(year)[date(year, 5, 5)]
    assert not is_working_day(date(year, 5, 5))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2004, date(2004, 4, 30)),
        (2006, date(2006, 4, 29)),  # 30 April was a Sunday
        (2013, date(2013, 4, 30)),  # the last Queen's day
        (2014, date(2014, 4, 26)),  # the first King's day: 27 April was a Sunday
        (2025, date(2025, 4, 26)),
        (2026, date(2026, 4, 27)),
        (2031, date(2031, 4, 26)),
    ],
)
def test_the_birthday_of_the_king_moves_from_a_sunday_to_the_day_before(year: int, day: date):
    assert kings_day(year) == day


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Nieuwjaarsdag"),
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 6), "tweede paasdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2026, 5, 5), "Bevrijdingsdag"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 25), "tweede pinksterdag"),
        (date(2026, 12, 25), "eerste kerstdag"),
        (date(2026, 12, 26), "tweede kerstdag"),
        (date(2013, 4, 30), "Koninginnedag"),
    ],
)
def test_a_holiday_has_its_dutch_name(day: date, name: str):
    assert public_holidays(day.year)[day] == name


def test_holidays_that_fall_on_one_day_are_one_day():
    assert (date(2008, 4, 30), date(2008, 5, 1)) == (kings_day(2008), easter(2008) + timedelta(days=39))
    assert len(public_holidays(2008)) == 9
    assert easter(2016) + timedelta(days=39) == date(2016, 5, 5)
    assert len(public_holidays(2016)) == 8


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 4, 6), date(2026, 4, 2)),  # Easter Monday, over a weekend and Good Friday
        (date(2026, 12, 27), date(2026, 12, 24)),  # a Sunday after Christmas
        (date(2027, 1, 3), date(2026, 12, 31)),  # over New Year's day into the year before
        (date(2026, 5, 5), date(2026, 5, 4)),
        (date(2026, 5, 15), date(2026, 5, 15)),  # the Friday after Ascension Day is a working day
    ],
)
def test_the_last_working_day_lies_before_every_free_day(day: date, before: date):
    assert last_working_day(day) == before


@given(DAYS)
def test_the_last_working_day_is_a_working_day_with_only_free_days_after_it(day: date):
    found = last_working_day(day)
    between = [found + timedelta(days=number) for number in range(1, (day - found).days + 1)]
    assert is_working_day(found)
    assert [one for one in between if is_working_day(one)] == []


@given(DAYS)
def test_a_working_day_is_its_own_last_working_day(day: date):
    assert (last_working_day(day) == day) is is_working_day(day)


@given(DAYS)
def test_no_weekend_day_is_a_working_day(day: date):
    assert not (is_working_day(day) and f"{day:%a}" in ("Sat", "Sun"))
