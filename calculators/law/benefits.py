"""On which days a benefit of UWV can be paid, by its kind."""

from __future__ import annotations

from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, days_after
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.wachttijd import Ends

OF_THE_WIA = frozenset({"WGA", "IVA"})
BEFORE_THE_WIA = frozenset({"WAO", "WAZ"})
"""Benefits for who fell ill before 2004: nobody gets a new one."""

NOT_ENDED_BY_THE_WAIT = frozenset({*BEFORE_THE_WIA, "Wajong", "IOW"})
"""Benefits of another ground than this illness: 104 weeks of it change nothing in them, nor do wages that go on.

The wage is lessened only by a benefit for the very work that it is paid for (BW 7:629(5)). A WGA or IVA of an earlier
illness goes on beside it too; it is not in this set, as one for this illness begins after the wages (Wet WIA 43(b)).
"""


def aow_comes_first(aow_day: date | None, first_wia_day: date | None) -> bool:
    """Say whether the AOW begins before the WIA could, so that no right to WIA arises (Wet WIA 43(g), 47 and 54)."""
    return aow_day is not None and first_wia_day is not None and aow_day <= first_wia_day


def first_day_of_wia_right(end: Ends, law: Law) -> date:
    """Return the first day of a WIA: UWV looks back 52 weeks at most from the application (Wet WIA 64(11)).

    That bites only where a late application puts nothing off: without an employer, or after the contract. In special
    cases UWV may look back further; we do not count on it.
    """
    if end.applied <= end.first_wia_day:
        return end.first_wia_day
    weeks = law.number("wia.terugwerkend_weken", end.applied)
    return max(end.first_wia_day, days_after(end.applied, -DAYS_IN_WEEK * weeks))


def no_wia_by_aow(aow_day: date | None, end: Ends, law: Law) -> bool:
    """Say whether the AOW leaves no day of WIA, so that no right to it can be established (Wet WIA 43(g) and 64(11)).

    Only of the WIA: what the law counts from the end of the waiting period itself, such as a WW and the no-risk policy
    of who stayed under 35 percent, hangs on `Ends.first_wia_day`.
    """
    return aow_comes_first(aow_day, first_day_of_wia_right(end, law))


def first_benefit_day(kind: str | None, end: Ends, law: Law) -> date:
    """Return the first day of this illness on which a benefit can be paid.

    That of the WIA comes after the waiting period (Wet WIA 47(2), 54(2) and 64(11)), sick pay from the third day on
    (ZW 29(2)). An earlier end of the waiting period (Wet WIA 23(6)) is UWV's to decide, and not in it.
    """
    if kind in OF_THE_WIA:
        return first_day_of_wia_right(end, law)
    return end.period.day(law.number("ziektewet.eerste_betaalde_dag")) if kind == "ZW" else end.period.first_day


def last_benefit_day(kind: str | None, case: Case, end: Ends, law: Law) -> date:
    """Return the last day on which a benefit can be paid; sick pay ends after 104 weeks (ZW 29(5)).

    None goes on from the AOW age (Wet WIA 43(g), 49(1)(b), 56(1)(b); ZW 29(4)). Who falls ill after it has six weeks of
    sick pay (ZW 29(5)). For whoever worked last for an employer that bears the risk itself the 104 weeks may be
    longer (ZW 29(10)): we do not ask that.
    """
    last = end.waiting_period if kind == "ZW" else date.max
    aow_day, first_day = case.aow_datum, end.period.first_day
    if aow_day is None:
        return last
    if kind == "ZW" and aow_day <= first_day:
        return min(last, end.period.end_of_week(law.number("ziektewet.aow_weken", first_day)))
    return min(last, days_after(aow_day, -1))
