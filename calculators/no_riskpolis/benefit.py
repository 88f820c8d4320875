"""What hangs on an illness in the new job: when it is reported at the latest, and how high the benefit is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from calculators.frame.dates import DAYS_IN_WEEK, days_after
from calculators.frame.money import to_cent
from calculators.law.book import Law
from calculators.law.holidays import last_day_of_statutory_term
from calculators.no_riskpolis.form import NoRiskInput

Limit = Literal["maximumdagloon", "loon"]
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class SickPay:
    """The benefit a day in the first 52 weeks and after, and what limits it."""

    first_weeks: Decimal
    after: Decimal
    limited_by: Limit | None


@dataclass(frozen=True)
class Report:
    """The last day to report the illness as it is counted, which is what we advise, and until when it is in time."""

    by: date
    in_time_until: date


def report_of(case: NoRiskInput, law: Law) -> Report | None:
    """Return when to report the illness: on the first day after six weeks at the latest (ZW 38a(3)).

    A term of the law that ends on a day off goes on to the first ordinary day (Algemene termijnenwet 1). When the job
    ends within those weeks it is the last day of the job (second sentence); the form does not ask that.
    """
    sick = case.eerste_dag_ziek_in_nieuwe_baan
    if sick is None:
        return None
    by = days_after(sick, law.number("no_risk.ziekmelden_dagen", sick))
    return Report(by, last_day_of_statutory_term(by))


@dataclass(frozen=True)
class Pension:
    """What the AOW does to the benefit: the last day of an illness that began before it, and after that so many weeks.

    ``last_day`` is the last day of benefit of the illness that was filled in, when one was and the AOW cuts it short.
    """

    day: date
    weeks: int
    last_day: date | None


def pension_of(case: NoRiskInput, law: Law) -> Pension | None:
    """Return what the AOW does, or None when its day is not known or lies beyond the longest benefit.

    No benefit on and after the day of the AOW age for illness from before it; six weeks at most for an illness that
    begins from that day on (ZW 29(4) and (5)).
    """
    aow, sick = case.aow_datum, case.eerste_dag_ziek_in_nieuwe_baan
    if aow is None:
        return None
    weeks = law.number("no_risk.ziekengeld_weken_aow", sick if sick and sick > aow else aow)
    if sick is None:
        return Pension(aow, weeks, None)
    if sick >= aow:
        return Pension(aow, weeks, days_after(sick, DAYS_IN_WEEK * weeks - 1))
    return Pension(aow, weeks, days_after(aow, -1)) if aow <= longest(sick, law) else None


def longest(sick: date, law: Law) -> date:
    """Return the last day of the 104 weeks of an illness without a pause (ZW 29(5))."""
    return days_after(sick, DAYS_IN_WEEK * law.number("no_risk.ziekengeld_weken", sick) - 1)


def level(case: NoRiskInput, law: Law) -> tuple[SickPay | None, bool]:
    """Return the benefit a day (None without a daily wage), and whether the maximum daily wage was unknown.

    100 percent in the first 52 weeks, on the employer's request, and 70 percent otherwise; never above the maximum
    daily wage (Wfsv 17). Only what is paid on request is never above the wage owed (ZW 29b(5) and (6)).
    """
    if case.dagloon is None:
        return None, False
    then, owed = law.on(case.eerste_dag_ziek_in_nieuwe_baan or case.peildatum), case.loon_per_dag
    maximum = then.get("loon.maximumdagloon")
    if maximum is None:
        return None, True
    base = min(case.dagloon, maximum)
    limit: Limit | None = "maximumdagloon" if case.dagloon > maximum else None
    if owed is not None and owed < base:
        limit = "loon"
    full = base * then.number("no_risk.percentage_eerste_52_weken") / HUNDRED
    later = base * then.number("no_risk.percentage_daarna") / HUNDRED
    if owed is not None:
        full = min(full, owed)
    return SickPay(to_cent(full), to_cent(later), limit), False
