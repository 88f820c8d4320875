"""Dutch public holidays and working days (Algemene termijnenwet art. 3).

The law names New Year's Day, Easter Monday, Ascension Day, Whit Monday, both days of Christmas,
the King's birthday and 5 May (every year, not only once in five), and puts Good Friday beside them.
A Sunday is no working day anyway, so Easter and Whit Sunday need no line here.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

SATURDAY, SUNDAY = 5, 6
WEEKEND = {SATURDAY: "zaterdag", SUNDAY: "zondag"}
EQUATED = (
    date(2023, 4, 28),
    date(2023, 5, 19),
    date(2024, 5, 10),
    date(2024, 12, 27),
    date(2025, 5, 30),
    date(2026, 1, 2),
    date(2026, 5, 15),
    date(2027, 5, 7),
    date(2028, 4, 28),
    date(2028, 5, 26),
)
"""Days that a royal decree makes count as a holiday for the end of a term (Algemene termijnenwet art. 3(3))."""
EQUATED_YEARS = range(2023, 2029)
"""The years of which we know all those days: two decrees of three years each (source ``gelijkgestelde-dagen``)."""


def easter(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """Return the day on which the King's birthday is kept: 27 April, and 26 April when that is a Sunday.

    Up to 2013 it was the Queen's: 30 April, and 29 April when that was a Sunday.
    """
    birthday = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    return birthday - timedelta(days=1) if birthday.weekday() == SUNDAY else birthday


@cache
def public_holidays(year: int) -> dict[date, str]:
    """Return the public holidays of a year with their Dutch names (Algemene termijnenwet art. 3)."""
    sunday = easter(year)
    return {
        date(year, 1, 1): "Nieuwjaarsdag",
        sunday - timedelta(days=2): "Goede Vrijdag",
        sunday + timedelta(days=1): "tweede paasdag",
        kings_day(year): "Koningsdag" if year >= 2014 else "Koninginnedag",
        date(year, 5, 5): "Bevrijdingsdag",
        sunday + timedelta(days=39): "Hemelvaartsdag",
        sunday + timedelta(days=50): "tweede pinksterdag",
        date(year, 12, 25): "eerste kerstdag",
        date(year, 12, 26): "tweede kerstdag",
    }


def is_working_day(day: date) -> bool:
    """Say whether ``day`` is neither a Saturday, a Sunday nor a public holiday."""
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def first_working_day(day: date) -> date:
    """Return ``day`` itself when it is a working day, else the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def last_working_day(day: date) -> date:
    """Return ``day`` itself when it is a working day, else the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def why_free(day: date) -> str:
    """Return in Dutch why a term of the law does not end on this day; empty when it can (Algemene termijnenwet 1, 3).

    That is more than `is_working_day` knows: a day made equal to a holiday is worked on, but moves the end of a term.
    """
    holiday = public_holidays(day.year).get(day)
    return holiday or WEEKEND.get(day.weekday()) or ("gelijkgesteld met een feestdag" if day in EQUATED else "")


def last_day_of_statutory_term(day: date) -> date:
    """Return ``day``, or the first day after it on which a term of the law can end (Algemene termijnenwet 1(1))."""
    while why_free(day):
        day += timedelta(days=1)
    return day


def day_to_act(counted: date, today: date, last: date | None = None) -> date:
    """Return the last working day up to a counted day, on which to act to be sure; once that is over, ``last``.

    ``last`` is the last day that is in time, where a day off moves the end of the term; else the counted day itself.
    """
    day = last_working_day(counted)
    return day if today <= day else last or counted
