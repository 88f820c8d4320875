"""Which contracts are in time for the no-risk policy (Ziektewet art. 29b(1)), by each of the two ways to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal, NamedTuple

from calculators.frame.dates import MONTHS_IN_YEAR, days_after, same_day_later
from calculators.law.benefits import BEFORE_THE_WIA, OF_THE_WIA, aow_comes_first, first_day_of_wia_right, no_wia_by_aow
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.sick_pay import longest_sick_pay
from calculators.law.sick_period import Illness
from calculators.law.wachttijd import Ends

CHECK_DAY_IS_OPEN = (
    "Vraag UWV welke dag nu de peildag van de no-riskpolis is, en vanaf welke dag een nieuwe baan telt. Een uitspraak "
    "over zo'n geval vonden wij niet."
)
"""For a contract that ends in an extension, a delay or a sanction: ZW 29b(1)(b) counts back from its end."""

Right = Literal["ja", "nee", "misschien"]
CHECK_DAY, OWN_RISK = "peildag-niet-zeker", "eigenrisicodrager-mogelijk"
"""Codes of what leaves a first day open: the end of the contract, or an employer that bore the risk of sick pay."""

TOO_LATE, AFTER_AOW = "later-dan-vijf-jaar", "geen-wia-recht-door-aow"
BEFORE_THE_RIGHT = "geen-wia-recht-direct-voor-indienst"
NOT_ASSESSED = "aow-voor-wia-beoordeling"
"""Code of what nobody is sure of: whether UWV still finds somebody under 35 percent who can have no WIA by his age."""


@dataclass(frozen=True)
class FirstDay:
    """A first day from which the law counts: as early and as late as it can be, and the code of what leaves it open.

    ``cause`` is empty where the two are one day. ``longer_by`` names what may have lengthened sick pay up to the last.
    """

    first: date
    last: date
    cause: str = ""
    longer_by: str = ""


class InTime(NamedTuple):
    """Whether a job that begins on a day is in time for the policy, and the code of the reason."""

    right: Right
    reason: str


def ends_in_extra_time(end: Ends) -> bool:
    """Say whether the contract ends within an extension, a delay or a sanction, from whose end ZW 29b(1)(b) counts.

    Whether that time ends with the contract, the law does not say (BW 7:629(11)(a), Wet WIA 25(9)). Of an extension it
    says no more than that UWV may set a new end, on request (24(2) and (3)). On the last day before any of them nothing
    was lengthened yet, nor in leave that puts a sanction off (25(9), third sentence).
    """
    return open_until(end) is not None


def open_until(end: Ends) -> date | None:
    """Return the first day after the one of them that the contract ends within; None where it does in none.

    What would follow on that one never begins: it lengthens a right to wages (Wet WIA 25(9), BW 7:629(11)).
    """
    ended = end.contract_end
    within = [time for time in end.lengthened.values() if ended is not None and time.first <= ended < time.last]
    return days_after(within[0].last, 1) if within else None


def after_the_wait(illness: Illness, end: Ends) -> FirstDay:
    """Return "that day" of ZW 29b(1)(b): the first one after the waiting period and what lengthens it."""
    if (last := open_until(end)) is not None:
        return FirstDay(end.first_wia_day, last, CHECK_DAY)
    return _after_an_own_risk_bearer(illness, end, end.first_wia_day)


def of_the_right(illness: Illness, end: Ends, law: Law) -> FirstDay:
    """Return the first day with a right to WIA (Wet WIA 43(b) and (c), 64(11))."""
    return _after_an_own_risk_bearer(illness, end, first_day_of_wia_right(end, law))


def _after_an_own_risk_bearer(illness: Illness, end: Ends, first: date) -> FirstDay:
    """Leave a first day open where a late application or UWV may have lengthened the sick pay (ZW 29(10)).

    They do so for who worked last for an employer that bears that risk itself, and WIA and check day count from the end
    of it (Wet WIA 43(c), ZW 29b(1)(b): it names 29(10)(a) ZW and 26(2) Wet WIA). We do not ask for that employer.
    """
    last, longer_by = longest_sick_pay(illness, end)
    if not longer_by or last < first:
        return FirstDay(first, first)
    return FirstDay(first, days_after(last, 1), OWN_RISK, longer_by)


def in_time_with_wia(start: date, right_from: FirstDay, aow_day: date | None) -> InTime:
    """Judge a job by ZW 29b(1)(a): a right to WIA immediately before it.

    Whether a right that begins on the first day of the job lies immediately before it, the law does not say. The right
    ends on the AOW day (Wet WIA 49(1)(b) and 56(1)(b)): a job that begins on that day still has it the day before.
    """
    if aow_comes_first(aow_day, right_from.first) or (aow_day is not None and start > aow_day):
        return InTime("nee", AFTER_AOW)
    if start < right_from.first:
        return InTime("nee", BEFORE_THE_RIGHT)
    if start == right_from.first:
        return InTime("misschien", "wia-begint-die-dag")
    if right_from.cause and start <= right_from.last:
        return InTime("misschien", right_from.cause)
    return InTime("ja", "wia-recht-direct-voor-indienst")


def in_time_under_35(start: date, wait_over: FirstDay, law: Law) -> InTime:
    """Judge the first day of a job by ZW 29b(1)(b) 4°: within five years after "that day", for under 35 percent.

    A job from before that day is none "within five years after" it (CRvB 16 November 2016, ECLI:NL:CRVB:2016:4358); one
    from that day itself is (CRvB 8 August 2019, ECLI:NL:CRVB:2019:2682). The fifth anniversary still is within them.
    """
    if start < wait_over.first:
        return InTime("nee", "indienst-voor-einde-wachttijd")
    if start > last_start_under_35(wait_over.last, law):
        return InTime("nee", TOO_LATE)
    if start < wait_over.last or start > last_start_under_35(wait_over.first, law):
        return InTime("misschien", wait_over.cause)
    return InTime("ja", "onder-35-op-tijd")


def aow_shuts(day: FirstDay, aow_day: date | None) -> bool:
    """Say whether the AOW begins before the latest that a first day can be, so that no day is sure."""
    return aow_comes_first(aow_day, day.last)


def safe_with_wia(right_from: FirstDay, aow_day: date | None) -> date | None:
    """Return the first day on which a contract surely is no hindrance with WIA; None when the AOW leaves none.

    It is the day after the first of the right: the law asks that right immediately before the job (ZW 29b(1)(a)), and
    so does the LKV (Wtl 2.6(1)(a)).
    """
    return None if aow_shuts(right_from, aow_day) else days_after(right_from.last, 1)


def safe_under_35(wait_over: FirstDay, aow_day: date | None) -> date | None:
    """Return the first day on which a contract surely is no hindrance under 35 percent; None when the AOW comes first.

    Whether UWV then still measures, on that day, who can have no WIA by his age, is not sure (ZW 29b(1)(b) 1°).
    """
    return None if aow_shuts(wait_over, aow_day) else wait_over.last


class ContractTiming(Enum):
    """How the first day of a contract lies to the check day and the first WIA day; the value is a warning code."""

    ON_CHECK_DAY = "contract-op-no-risk-peildag"
    BEFORE_END = "contract-voor-einde-wachttijd"
    SAFE = ""


def contract_timing(
    start: date, first_wia_day: date, check_day: date, first_sick_day: date | None = None
) -> ContractTiming:
    """Say whether a contract that begins on ``start`` is too early for somebody under 35 percent.

    A contract with another employer that exists on the check day shuts the policy out by the letter of the law, unless
    it existed on the first sick day: that one only does not begin after the waiting period (2° and 4°). One that begins
    after the check day, but before the first WIA day, is too early as well: CRvB 16 November 2016,
    ECLI:NL:CRVB:2016:4358. On the first WIA day itself it is in time: CRvB 8 August 2019, ECLI:NL:CRVB:2019:2682.
    """
    if start <= check_day and (first_sick_day is None or start > first_sick_day):
        return ContractTiming.ON_CHECK_DAY
    if start < first_wia_day:
        return ContractTiming.BEFORE_END
    return ContractTiming.SAFE


def has_policy_whatever_the_wait(case: Case) -> bool:
    """Say whether a benefit brings a policy that hangs on no day of this illness.

    With Wajong it has no end (ZW 29b(2)(a)); with a WAO or WAZ of before the WIA it is one of 29b(1) (90(1)(a)).
    """
    return case.uitkering in ("Wajong", *BEFORE_THE_WIA)


def may_be_under_35(case: Case) -> bool:
    """Say whether the policy can hang on a result under 35 percent: not for who has WIA, or needs no wait."""
    return case.uitkering not in OF_THE_WIA and not has_policy_whatever_the_wait(case)


def may_have_wia(case: Case, end: Ends, law: Law) -> bool:
    """Say whether this person can have WIA: neither another benefit, to go on then, nor the AOW before it."""
    return case.uitkering in (None, "ZW", *OF_THE_WIA) and not no_wia_by_aow(case.aow_datum, end, law)


def way_under_35(case: Case, end: Ends, start: date, law: Law) -> InTime | None:
    """Return how a contract that begins on ``start`` does by ZW 29b(1)(b); None when that way is not open."""
    if not may_be_under_35(case):
        return None
    wait_over = after_the_wait(case.illness, end)
    way = in_time_under_35(start, wait_over, law)
    return InTime("misschien", NOT_ASSESSED) if way.right == "ja" and aow_shuts(wait_over, case.aow_datum) else way


def way_with_wia(case: Case, end: Ends, start: date, law: Law) -> InTime | None:
    """Return how a contract that begins on ``start`` does by ZW 29b(1)(a); None when that way is not open."""
    if not may_have_wia(case, end, law):
        return None
    return in_time_with_wia(start, of_the_right(case.illness, end, law), case.aow_datum)


def policy_can_be(case: Case, end: Ends, start: date, law: Law) -> bool:
    """Say whether a policy of five years can come of a contract that begins on ``start``."""
    if case.uitkering in BEFORE_THE_WIA:
        return True
    ways = (way_under_35(case, end, start, law), way_with_wia(case, end, start, law))
    return any(way is not None and way.right != "nee" for way in ways)


def safe_day_of(case: Case, end: Ends, law: Law) -> date | None:
    """Return the safe day for who does not know yet whether UWV will give a WIA: the latest of the ways that are open.

    None when one of them has no safe day, or when none is open.
    """
    days = []
    if may_be_under_35(case):
        days.append(safe_under_35(after_the_wait(case.illness, end), case.aow_datum))
    if may_have_wia(case, end, law):
        days.append(safe_with_wia(of_the_right(case.illness, end, law), case.aow_datum))
    known = [day for day in days if day is not None]
    return max(known) if days and len(known) == len(days) else None


def last_start_under_35(counted_from: date, law: Law) -> date:
    """Return the last day on which a job begins within five years after that day (ZW 29b(1)(b) 4°), the anniversary."""
    return same_day_later(counted_from, MONTHS_IN_YEAR * law.number("no_risk.start_na_wachttijd_jaren", counted_from))


def lent_until(first_wia_day: date, has_employer: bool, contract_end: date | None) -> date | None:
    """Return the last day of a secondment that bridges the time; None when the employer is none up to the WIA.

    Lending out goes on as long as there are wages: up to the day before the first WIA day, whatever UWV decides.
    """
    last = days_after(first_wia_day, -1)
    return last if has_employer and (contract_end is None or contract_end >= last) else None
