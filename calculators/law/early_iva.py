"""The earliest day of an IVA with a shorter waiting period (Wet WIA 23(6))."""

from __future__ import annotations

from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, days_after
from calculators.law.book import Law
from calculators.law.wachttijd import SickPeriod


def first_day_of_early_iva(applied: date, aow_day: date | None, period: SickPeriod, law: Law) -> date | None:
    """Return the day after the earliest end of a shorter waiting period; None from the AOW age on (43(g)).

    It lasts 13 weeks at least and goes on for ten weeks after the application.
    """
    shortest = period.end_of_week(law.number("wia.vervroegd_kortste_weken"))
    after_applying = days_after(applied, DAYS_IN_WEEK * law.number("wia.vervroegd_na_aanvraag_weken"))
    earliest = days_after(max(shortest, after_applying), 1)
    return None if aow_day is not None and earliest >= aow_day else earliest
