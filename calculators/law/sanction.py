"""The first and the last day of a sanction (Wet WIA 25(9) and (14)), and the leave around birth in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, Period, days_after


def first_of_sanction(before: date, leaves: Iterable[Period]) -> date:
    """Return the first day of a sanction that follows on ``before``: leave that runs then puts it off (25(9)).

    It begins "met ingang van de dag waarop dat verlof eindigt". That is the first day without leave, as leave that
    begins within a sanction interrupts it.
    """
    first = days_after(before, 1)
    for leave in leaves:
        if leave.first <= first <= leave.last:
            first = days_after(leave.last, 1)
    return first


def last_of_sanction(weeks: int, until: date | None, before: date, leaves: Iterable[Period]) -> date | None:
    """Return the last day of a sanction that follows on ``before``; None where there is none (25(9)).

    Leave around birth that runs on that day puts it off, and leave that begins within it interrupts it (25(9)). A
    sanction that was shortened ends on any day (25(14)), and UWV has counted the leave; one that would end before it
    begins is none.
    """
    if until is not None:
        return until if until >= first_of_sanction(before, leaves) else None
    if not weeks:
        return None
    last = days_after(before, DAYS_IN_WEEK * weeks)
    for leave in leaves:
        last = days_after(last, days_between(leave, before, leave.last) if leave.first <= last else 0)
    return last


def days_between(leave: Period, before: date, last: date) -> int:
    """Return how many days of a leave lie after ``before``, up to and including ``last``."""
    first = max(leave.first, days_after(before, 1))
    return max(0, (min(leave.last, last) - first).days + 1)
