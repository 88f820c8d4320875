"""The last day to object to a decision of UWV, walked one day at a time as the articles say. Shares nothing."""

from datetime import date

from tests.oracle.naive_calendar import ONE_DAY, is_day_off, step

MADE_EQUAL = (  # by royal decree (Algemene termijnenwet art. 3(3)), as far as we know them
    *("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
    *("2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"),
)
WEEKS = {"wia": 6, "loonsanctie": 6, "ziektewet-jaar": 6, "anders": 6}
"""Awb 6:7; what is not here has the two weeks of Ziektewet 75k, which is also what somebody gets who does not know."""
AS_LONG_AS_IT_CAN_BE = {"weet-niet": "anders"}


def last_day_on(kind: str, letter: date, today: date) -> date:
    """Give the day that still helps: who does not know and is past the two weeks, may have as long as it can be."""
    other = AS_LONG_AS_IT_CAN_BE.get(kind)
    return last_day(other, letter) if other and last_day(kind, letter) < today else last_day(kind, letter)


def last_day(kind: str, letter: date) -> date:
    """Count the days of the term off on a calendar, from the day after the letter (Awb 6:8), then look at the end."""
    left = 7 * WEEKS.get(kind, 2)
    day = letter
    while left:
        day += ONE_DAY
        left -= 1
    return ordinary_day(day)


def ordinary_day(day: date) -> date:
    """Walk on to a day on which a term of the law can end (Algemene termijnenwet 1 and 3)."""
    while is_day_off(day) or day.isoformat() in MADE_EQUAL:
        day += ONE_DAY
    return day


def received_by(kind: str, letter: date) -> date:
    """Give the day by which what was posted in time must be there (Awb 6:9(2)): no later than a week after the end.

    That week is a term of the law, so Algemene termijnenwet 1 holds for it as well.
    """
    return ordinary_day(step(last_day(kind, letter), 7))
