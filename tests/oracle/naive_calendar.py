"""The calendar that the naive oracles walk over, one day at a time.

Nothing here is clever, and nothing is shared with the calculators. What was walked once is remembered: a case asks
for the same few days thousands of times.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

type Period = tuple[date, date]

ONE_DAY = timedelta(days=1)


def each_day(start: date) -> Iterator[date]:
    """Walk over the calendar from this day on."""
    day = start
    while True:
        yield day
        day += ONE_DAY


def length(period: Period) -> int:
    """Count the days of a period, first and last included."""
    total = 0
    day = period[0]
    while day <= period[1]:
        total += 1
        day += ONE_DAY
    return total


def step(day: date, days: int) -> date:
    """Go so many days forward, or back when negative, one at a time."""
    for _ in range(abs(days)):
        day = day + ONE_DAY if days > 0 else day - ONE_DAY
    return day


def within(day: date, periods: Sequence[Period]) -> bool:
    """Tell whether a day lies in one of these periods."""
    return any(first <= day <= last for first, last in periods)


@cache
def is_day_off(day: date) -> bool:
    """Tell whether this is a weekend day or a holiday of Algemene termijnenwet art. 3."""
    if day.isoweekday() in (6, 7):
        return True
    if (day.month, day.day) in ((1, 1), (5, 5), (12, 25), (12, 26)):
        return True
    if day == birthday_of_the_monarch(day.year):
        return True
    good_friday, easter_monday, ascension, whit_monday = -2, 1, 39, 50
    return any(day == step(easter(day.year), days) for days in (good_friday, easter_monday, ascension, whit_monday))


def birthday_of_the_monarch(year: int) -> date:
    """Give the day of the celebration: 27 April, before 2014 30 April, never on a Sunday."""
    day = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    return day - ONE_DAY if day.isoweekday() == 7 else day


@cache
def working_day_on_or_before(day: date) -> date:
    """Walk back until somebody is at work."""
    while is_day_off(day):
        day -= ONE_DAY
    return day


@cache
def same_day_later(start: date, *, months: int) -> date:
    """Walk to the same day so many months later; where that month lacks it, to the first day after it."""
    year, month = start.year, start.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    for day in each_day(start):
        if (day.year, day.month) == (year, month) and day.day == start.day:
            return day
        if (day.year, day.month) > (year, month):
            return day
    raise AssertionError


def joined(periods: tuple[Period, ...]) -> list[Period]:
    """Make one period of periods that touch."""
    whole: list[Period] = []
    for first, last in sorted(periods):
        if whole and whole[-1][1] + ONE_DAY == first:
            whole[-1] = (whole[-1][0], last)
        else:
            whole.append((first, last))
    return whole
