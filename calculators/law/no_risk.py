"""When a contract is too early for the no-risk policy (Ziektewet art. 29b(1)(b))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from calculators.frame.dates import MONTHS_IN_YEAR, days_after, same_day_later, with_weekday
from calculators.frame.result import Caution
from calculators.law.benefits import OF_THE_WIA, aow_comes_first, first_day_of_wia_right
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.sick_pay import sick_pay_can_be_longer
from calculators.law.wachttijd import Ends, Illness

CHECK_DAY_IS_OPEN = (
    "Vraag UWV welke dag nu de peildag van de no-riskpolis is, en vanaf welke dag een nieuwe baan telt. Een uitspraak "
    "over zo'n geval vonden wij niet."
)
"""For a contract that ends in a delay or a sanction: ZW 29b(1)(b) counts back from the end of that time."""


def check_day_is_open(end: Ends) -> bool:
    """Say whether the contract ends within a delay or a sanction, from whose end ZW 29b(1)(b) counts.

    Whether that time ends with the contract, the law does not say (BW 7:629(11)(a), Wet WIA 25(9)). Of a voluntary
    extension it does (24(3)). On the last day before either, nothing was lengthened yet.
    """
    begun = end.extension or end.waiting_period
    return end.contract_end is not None and begun < end.contract_end < end.wages_without_contract_end


def open_until(end: Ends) -> date | None:
    """Return the last day that "that day" of ZW 29b(1)(b) can be, where it is open; None where it is certain."""
    return days_after(end.wages_without_contract_end, 1) if check_day_is_open(end) else None


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


def safe_day(
    first_wia_day: date | None, aow_day: date | None, *, with_wia: bool, under_35: bool, check_day_open: bool
) -> date | None:
    """Return the first day on which a contract surely is no hindrance to the policy; None where no day is sure.

    With a right to WIA it is the day after the first of it: the law asks that right immediately before the job (ZW
    29b(1)(a)), and so does the LKV (Wtl 2.6(1)(a)). Under 35 percent it is that day itself (CRvB 2019:2682), unless the
    check day is open. Who does not know yet which of the two it will be, is sure on the later day. None when the AOW
    begins before the WIA could.
    """
    if first_wia_day is None or aow_comes_first(aow_day, first_wia_day) or (under_35 and check_day_open):
        return None
    return days_after(first_wia_day, 1) if with_wia else first_wia_day


def policy_can_be(case: Case, end: Ends, start: date, law: Law) -> bool:
    """Say whether a policy of five years can come of a contract that begins on ``start`` (ZW 29b(1)).

    For who gets WIA the right lies before the job; on the first day itself that is not sure, and on the AOW day it was
    there the day before. Who has WIA did not stay under 35 percent, the other way to a policy.
    """
    aow, right_from = case.aow_datum, first_day_of_wia_right(end, law)
    has_right = start >= right_from and not aow_comes_first(aow, right_from) and (aow is None or start <= aow)
    if case.uitkering in (None, *OF_THE_WIA) and has_right:
        return True
    last = last_start_under_35(open_until(end) or end.first_wia_day, law)
    return case.uitkering not in OF_THE_WIA and end.first_wia_day <= start <= last


def last_start_under_35(counted_from: date, law: Law) -> date:
    """Return the last day on which a job begins within five years after that day (ZW 29b(1)(b) 4°), the anniversary."""
    return same_day_later(counted_from, MONTHS_IN_YEAR * law.number("no_risk.start_na_wachttijd_jaren", counted_from))


def lent_until(first_wia_day: date, has_employer: bool, contract_end: date | None) -> date | None:
    """Return the last day of a secondment that bridges the time; None when the employer is none up to the WIA.

    Lending out goes on as long as there are wages: up to the day before the first WIA day, whatever UWV decides.
    """
    last = days_after(first_wia_day, -1)
    return last if has_employer and (contract_end is None or contract_end >= last) else None


def about_contract(case: Case, end: Ends, law: Law) -> Iterator[Caution]:
    """A contract too early for the no-risk policy: the cautions exclude each other.

    With the AOW before the WIA no day is safe, so none is given.
    """
    if case.in_dienst is None or aow_comes_first(case.aow_datum, end.first_wia_day):
        return
    timing = contract_timing(case.in_dienst, end.first_wia_day, end.no_risk_check_day, end.period.first_day)
    day = safe_day_of(case, end, law)
    safe = f" Veilig is een contract vanaf {with_weekday(day)}, met of zonder WIA." if day else ""
    if timing is ContractTiming.ON_CHECK_DAY:
        lent = lent_until(end.first_wia_day, case.has_employer, end.contract_end)
        instead = f" Detachering tot en met {with_weekday(lent)} kan dit voorkomen." if lent else ""
        yield Caution(
            timing.value,
            f"Dit contract bestaat al op de peildag ({with_weekday(end.no_risk_check_day)}). Wie onder de "
            f"35-procentgrens van de WIA blijft, heeft dan geen no-riskpolis.{safe}{instead}",
            ("ziektewet-29b",),
        )
    elif timing is ContractTiming.BEFORE_END and case.in_dienst <= end.period.first_day:
        other = f" Een andere baan vanaf {with_weekday(day)} kan wel tellen." if day else ""
        yield Caution(
            timing.value,
            "Deze baan bestond al op de eerste ziektedag. Zij telt op de peildag van de no-riskpolis niet mee, maar "
            f"geeft die ook niet.{other}",
            ("ziektewet-29b",),
        )
    elif timing is ContractTiming.BEFORE_END:
        yield Caution(
            timing.value,
            "Dit contract begint voor de eerste WIA-dag. Wie onder de 35-procentgrens van de WIA blijft, heeft dan "
            f"geen no-riskpolis: dat besliste de hoogste rechter in 2016.{safe}",
            ("crvb-2016-4358", "ziektewet-29b"),
        )
    elif case.in_dienst == end.first_wia_day:
        yield Caution(
            "contract-op-eerste-wia-dag",
            "Dit contract begint op de eerste WIA-dag zelf. "
            f"{_without_wia(case, end, case.in_dienst)}{_with_wia(case, end, case.in_dienst, law)}{safe}",
            ("ziektewet-29b", "wtl-2026", "crvb-2019-2682"),
        )
    elif (day is None or case.in_dienst < day) and case.in_dienst <= last_start_under_35(
        open_until(end) or end.first_wia_day, law
    ):
        yield Caution(
            "contract-niet-zeker",
            "Dit contract begint na de eerste WIA-dag, maar niet op een veilige dag. "
            f"{_without_wia(case, end, case.in_dienst)}{_with_wia(case, end, case.in_dienst, law)}{safe}",
            ("ziektewet-29", "ziektewet-29b", "wet-wia-43", "wet-wia-64", "wtl-2026"),
        )


def _without_wia(case: Case, end: Ends, start: date) -> str:
    """Say whether a job from the first WIA day on is in time for who stayed under 35 percent (ZW 29b(1)(b))."""
    sure = surely_after_the_wait(case.illness, end, end.first_wia_day)
    if check_day_is_open(end):
        return (
            "Voor wie onder de 35-procentgrens van de WIA blijft, is niet zeker of dat op tijd is: het oude contract "
            "eindigt in de tijd waarmee het loon langer werd."
        )
    if start < sure:
        return (
            "Was de laatste werkgever eigenrisicodrager voor de Ziektewet? Dan maakt de late WIA-aanvraag het "
            "ziekengeld langer, en begint dit contract te vroeg. Anders is het op tijd voor wie onder de "
            "35-procentgrens van de WIA blijft."
        )
    if aow_comes_first(case.aow_datum, sure):
        return "Door de AOW is niet zeker of UWV nog vaststelt dat iemand onder de 35-procentgrens van de WIA blijft."
    return "Voor wie onder de 35-procentgrens van de WIA blijft, is dat op tijd."


def _with_wia(case: Case, end: Ends, start: date, law: Law) -> str:
    """Say what a job from the first WIA day on means for who gets WIA (ZW 29b(1)(a), Wtl 2.6(1)(a))."""
    right_from = first_day_of_wia_right(end, law)
    if start > right_from or aow_comes_first(case.aow_datum, right_from):
        return ""
    if start < right_from:
        return (
            f" Wie WIA krijgt, heeft daar door de late aanvraag pas recht op vanaf {with_weekday(right_from)}. Dit "
            "contract begint dan te vroeg voor de no-riskpolis en het loonkostenvoordeel."
        )
    return (
        " Wie WIA krijgt, moet daar al voor de baan recht op hebben. Voor de no-riskpolis en het loonkostenvoordeel is "
        "een contract op die dag daarom niet zeker."
    )


def surely_after_the_wait(illness: Illness, end: Ends, first_wia_day: date) -> date:
    """Return the first day that surely lies after the waiting period and what lengthens it.

    A late application lengthens the sick pay of who worked last for an employer that bears that risk itself (ZW
    29(10)(a)), and WIA and check day count from its end (Wet WIA 43(c), ZW 29b(1)(b)). We do not ask for that employer.
    """
    later = end.application_delay if sick_pay_can_be_longer(illness, end) else 0
    return max(first_wia_day, days_after(end.first_wia_day, later))


def safe_day_of(case: Case, end: Ends, law: Law) -> date | None:
    """Return the safe day for who does not know yet whether UWV will give a WIA."""
    return safe_day(
        surely_after_the_wait(case.illness, end, first_day_of_wia_right(end, law)),
        case.aow_datum,
        with_wia=True,
        under_35=True,
        check_day_open=check_day_is_open(end),
    )
