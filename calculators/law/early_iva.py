"""The earliest day of an IVA with a shorter waiting period (Wet WIA 23(6))."""

from __future__ import annotations

from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, days_after
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.sick_period import SickPeriod, used_date
from calculators.law.wachttijd import Ends


def early_iva_day(case: Case, end: Ends, law: Law) -> date | None:
    """Return the earliest day of the IVA that was applied for in this illness; None without an application."""
    applied = used_date(case.vervroegde_iva_aanvraag, end.period)
    return None if applied is None else first_day_of_early_iva(applied, case.aow_datum, end.period, law)


def first_day_of_early_iva(applied: date, aow_day: date | None, period: SickPeriod, law: Law) -> date | None:
    """Return the day after the earliest end of a shorter waiting period; None from the AOW age on (43(g)).

    It lasts 13 weeks at least and goes on for ten weeks after the application.
    """
    shortest = period.end_of_week(law.number("wia.vervroegd_kortste_weken"))
    after_applying = days_after(applied, DAYS_IN_WEEK * law.number("wia.vervroegd_na_aanvraag_weken"))
    earliest = days_after(max(shortest, after_applying), 1)
    return None if aow_day is not None and earliest >= aow_day else earliest
