"""Calendar days: Dutch names, months that follow the law, and working days.

Only whole days are used (``datetime.date``), never a time or a time zone.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_IN_WEEK = 7
DAYS_IN_YEAR = 365
MONTHS_IN_YEAR = 12

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS_SHORT = ("jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@dataclass(frozen=True, order=True)
class Period:
    """A run of calendar days; both ``first`` and ``last`` belong to it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days the period has."""
        return (self.last - self.first).days + 1


def in_words(day: date) -> str:
    """Return a day as ``24 november 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """Return a day as ``maandag 24 november 2025``."""
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"


def in_words_beside(day: date, other: date) -> str:
    """Return ``zondag 20``: a day with no more than it does not share with ``other``, which stands beside it."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day}"
    if (day.year, day.month) == (other.year, other.month):
        return words
    return with_weekday(day) if day.year != other.year else f"{words} {MONTHS[day.month - 1]}"


def day_to_act_in_words(act: date, last: date, by: str = "wet") -> str:
    """Return ``vrijdag 18 december 2026 (wet: zondag 20)``: the day to act, with the last day beside it, and whose."""
    return with_weekday(act) if act == last else f"{with_weekday(act)} ({by}: {in_words_beside(last, act)})"


def shortly(day: date) -> str:
    """Return a day as ``vr 18 dec 2026``, for a picture."""
    return f"{WEEKDAYS[day.weekday()][:2]} {day.day} {month_in_short(day)}"


def month_in_short(day: date) -> str:
    """Return the month of a day as ``dec 2026``."""
    return f"{MONTHS_SHORT[day.month - 1]} {day.year}"


def distance_in_words(days: int) -> str:
    """Return how far ahead a day is: ``vandaag``, ``morgen``, ``over 6 dagen``, ``over 3 weken``, ``over 4 jaar``."""
    if days < 2:
        return "vandaag" if days == 0 else "morgen"
    if days < 2 * DAYS_IN_WEEK:
        return f"over {days} dagen"
    if days < 18 * DAYS_IN_WEEK:
        return f"over {round(days / DAYS_IN_WEEK)} weken"
    if days < 2 * DAYS_IN_YEAR:
        return f"over {round(days * MONTHS_IN_YEAR / DAYS_IN_YEAR)} maanden"
    return f"over {round(days / DAYS_IN_YEAR)} jaar"


def days_after(day: date, days: int) -> date:
    """Return the day that lies ``days`` calendar days after ``day`` (before it when negative)."""
    return day + timedelta(days=days)


def same_day_later(day: date, months: int) -> date:
    """Return the same day ``months`` months later; where that month lacks it, the first of the next.

    29 February plus one year is 1 March; 31 December plus two months is 1 March.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if day.day <= calendar.monthrange(year, month)[1]:
        return date(year, month, day.day)
    return date(year + month // 12, month % 12 + 1, 1)


def last_day_of_term(first_day: date, months: int) -> date:
    """Return the last day of a term of ``months`` months that begins on ``first_day``.

    A term from 18 January of two months ends on 17 March; where the month has no such day, it ends
    on the last day of that month.
    """
    return days_after(same_day_later(first_day, months), -1)


def days_in_words(days: int) -> str:
    """Return ``1 dag`` or ``21 dagen``."""
    return f"{days} dag" if days == 1 else f"{days} dagen"


def overlapping(first: Sequence[Period], second: Sequence[Period]) -> Period | None:
    """Return the first period of ``second`` that shares a day with one of ``first``."""
    for later in second:
        for earlier in first:
            if later.first <= earlier.last and earlier.first <= later.last:
                return later
    return None
