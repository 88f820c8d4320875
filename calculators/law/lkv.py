"""Whether there can be a wage cost advantage (LKV) for who has a disability (Wtl 2.6)."""

from __future__ import annotations

from datetime import date

from calculators.frame.dates import MONTHS_IN_YEAR, same_day_later
from calculators.law.benefits import OF_THE_WIA, first_day_of_wia_right
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.wachttijd import Ends


def lkv_can_be(case: Case, end: Ends, start: date, law: Law) -> bool:
    """Say whether there can be an LKV for a contract that begins on ``start`` (Wtl 2.6(1) and (2)).

    That for who has a disability asks for WIA (or a WAO or WAZ of before 2006) in the month before, so there is none on
    the first day of a WIA itself. Or the contract begins within five years after the waiting period, for who stayed
    under 35 percent and on the check day was employed by the own employer only; which of the two it is, we do not know.
    The fifth anniversary is still within five years, as in ZW 29b(1)(b).
    """
    if case.uitkering in ("WAO", "WAZ"):
        return True
    if start < end.first_wia_day:
        return False
    years = law.number("lkv.start_na_wachttijd_jaren", end.first_wia_day)
    in_time = start <= same_day_later(end.first_wia_day, MONTHS_IN_YEAR * years)
    contract_end = end.contract_end or date.max
    was_employed = case.has_employer and contract_end >= end.no_risk_check_day
    had_wia = case.uitkering in (None, *OF_THE_WIA) and start > first_day_of_wia_right(end, law)
    return had_wia or (was_employed and in_time)
