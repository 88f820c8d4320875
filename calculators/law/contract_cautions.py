"""What to beware of in a contract that begins near the end of the waiting period: the cautions exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.dates import with_weekday
from calculators.frame.result import Caution
from calculators.law.benefits import aow_comes_first
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.no_risk import (
    AFTER_AOW,
    BEFORE_THE_RIGHT,
    CHECK_DAY,
    NOT_ASSESSED,
    OWN_RISK,
    TOO_LATE,
    ContractTiming,
    FirstDay,
    after_the_wait,
    contract_timing,
    ends_in_extra_time,
    has_policy_whatever_the_wait,
    last_start_under_35,
    lent_until,
    may_be_under_35,
    may_have_wia,
    of_the_right,
    safe_day_of,
    way_under_35,
    way_with_wia,
)
from calculators.law.sick_pay import longest_sick_pay
from calculators.law.wachttijd import Ends


def about_contract(case: Case, end: Ends, law: Law) -> Iterator[Caution]:
    """A contract too early for the no-risk policy: the cautions exclude each other.

    With the AOW before the WIA no day is safe, so none is given; with Wajong, WAO or WAZ every day is.
    """
    if case.in_dienst is None or has_policy_whatever_the_wait(case):
        return
    if aow_comes_first(case.aow_datum, end.first_wia_day):
        return
    timing = contract_timing(case.in_dienst, end.first_wia_day, end.no_risk_check_day, end.period.first_day)
    days = safe_days_in_words(case, end, law)
    safe = f" Veilig is een contract {days}." if days else ""
    too = f" {_WITH_WIA_TOO_EARLY}" if may_have_wia(case, end, law) else ""
    if timing is not ContractTiming.SAFE and not may_be_under_35(case):
        yield Caution(
            ContractTiming.BEFORE_END.value,
            f"Dit contract begint voor de eerste WIA-dag. {_WITH_WIA_TOO_EARLY}{safe}",
            ("ziektewet-29b", "wtl-2026"),
        )
    elif timing is ContractTiming.ON_CHECK_DAY:
        lent = lent_until(end.first_wia_day, case.has_employer, end.contract_end)
        instead = f" Detachering tot en met {with_weekday(lent)} kan dit voorkomen." if lent else ""
        yield Caution(
            timing.value,
            f"Dit contract bestaat al op de peildag ({with_weekday(end.no_risk_check_day)}). Wie onder de "
            f"35-procentgrens van de WIA blijft, heeft dan geen no-riskpolis.{too}{safe}{instead}",
            ("ziektewet-29b", "wtl-2026"),
        )
    elif timing is ContractTiming.BEFORE_END and case.in_dienst <= end.period.first_day:
        day = safe_day_of(case, end, law)
        other = f" Een andere baan vanaf {with_weekday(day)} kan wel tellen." if day else ""
        yield Caution(
            timing.value,
            "Deze baan bestond al op de eerste ziektedag. Zij telt op de peildag van de no-riskpolis niet mee, maar "
            f"geeft die ook niet aan wie onder de 35-procentgrens van de WIA blijft.{too}{other}",
            ("ziektewet-29b",),
        )
    elif timing is ContractTiming.BEFORE_END:
        yield Caution(
            timing.value,
            "Dit contract begint voor de eerste WIA-dag. Wie onder de 35-procentgrens van de WIA blijft, heeft dan "
            f"geen no-riskpolis: dat besliste de hoogste rechter in 2016.{too}{safe}",
            ("crvb-2016-4358", "ziektewet-29b", "wtl-2026"),
        )
    else:
        yield from _after_the_wait(case, end, case.in_dienst, law, safe)


_WITH_WIA_TOO_EARLY = (
    "Wie WIA krijgt, moet daar direct voor de baan recht op hebben. Dat is er dan nog niet: er is geen "
    "loonkostenvoordeel door die WIA. Loopt de baan door nadat UWV de WIA toekent? Dan is er misschien toch een "
    "no-riskpolis, voor ziekte die begint in de vijf jaar na die beslissing. Vraag het UWV (artikel 29b, vierde lid, "
    "van de Ziektewet)."
)


def _after_the_wait(case: Case, end: Ends, start: date, law: Law, safe: str) -> Iterator[Caution]:
    """A contract from the first WIA day on that one of the ways, or a reading of the law, does not count."""
    sentences = tuple(_about_ways(case, end, start, law))
    if not sentences:
        return
    on_the_day = start == end.first_wia_day
    late = start > _last_safe_start(case, end, law)
    begins = (
        "begint op de eerste WIA-dag zelf"
        if on_the_day
        else "begint misschien te laat"
        if late
        else "begint na de eerste WIA-dag, maar niet op een veilige dag"
    )
    delay = ("ziektewet-29", "wet-wia-43", "wet-wia-64") if end.application_delay else ()
    lengthened = ("ziektewet-29", "wet-wia-26", "wet-wia-43") if longest_sick_pay(case.illness, end)[1] else ()
    aow = ("wet-wia-43",) if case.aow_datum else ()
    within = ("bw-7-629", "wet-wia-25") if ends_in_extra_time(end) else ()
    ruling = ("crvb-2019-2682",) if on_the_day and may_be_under_35(case) else ()
    yield Caution(
        "contract-op-eerste-wia-dag" if on_the_day else "contract-niet-zeker",
        f"Dit contract {begins}. {' '.join(sentences)}{safe}",
        tuple(dict.fromkeys(("ziektewet-29b", "wtl-2026", *delay, *lengthened, *aow, *within, *ruling))),
    )


def _last_safe_start(case: Case, end: Ends, law: Law) -> date:
    """Return the last day that is within the five years by each reading; for who has WIA there is none."""
    wait_over = after_the_wait(case.illness, end)
    return last_start_under_35(wait_over.first, law) if may_be_under_35(case) else date.max


def safe_days_in_words(case: Case, end: Ends, law: Law) -> str:
    """Return when a contract is safe: ``vanaf dinsdag 23 november 2027, met of zonder WIA``; empty where no day is.

    With Wajong, WAO or WAZ every day is. The last day stands there only if the contract is later or the AOW sets it.
    """
    if has_policy_whatever_the_wait(case):
        return "op elke dag"
    day, with_wia = safe_day_of(case, end, law), may_have_wia(case, end, law)
    if day is None:
        return ""
    ends_on = [_last_safe_start(case, end, law)]
    if with_wia and case.aow_datum is not None:
        ends_on.append(case.aow_datum)
    last = min(ends_on)
    passed = case.in_dienst is not None and case.in_dienst > last
    until = f" tot en met {with_weekday(last)}" if passed or last == case.aow_datum else ""
    either = ", met of zonder WIA" if with_wia and may_be_under_35(case) else ""
    return f"op één dag: {with_weekday(day)}" if day == last else f"vanaf {with_weekday(day)}{until}{either}"


def _about_ways(case: Case, end: Ends, start: date, law: Law) -> Iterator[str]:
    """Yield what each way to a policy makes of a contract from the first WIA day on; nothing where none warns.

    More than five years after the wait nothing is left to lose by the day: with WIA it is in time, or past the AOW.
    """
    under_35, with_wia = way_under_35(case, end, start, law), way_with_wia(case, end, start, law)
    ways = [way for way in (under_35, with_wia) if way is not None]
    if all(way.right == "ja" for way in ways) or TOO_LATE in {way.reason for way in ways}:
        return
    wait_over = after_the_wait(case.illness, end)
    if start < wait_over.last and under_35 is not None and all(way.reason == OWN_RISK for way in ways):
        in_time = ", met of zonder WIA" if len(ways) > 1 else f" voor {_UNDER_35}"
        yield f"{_OWN_RISK_BEARER} Dan is het ziekengeld langer door {wait_over.longer_by}."
        yield "Dit contract begint dan te vroeg."
        yield f"Anders is het op tijd{in_time}."
        return
    if under_35 is not None:
        years = law.number("no_risk.start_na_wachttijd_jaren", wait_over.first)
        yield _under_35(under_35.reason, wait_over, years, too_early=start < wait_over.last)
    if with_wia is not None:
        yield _with_wia(with_wia.reason, of_the_right(case.illness, end, law), start)


_OWN_RISK_BEARER = "Was de laatste werkgever eigenrisicodrager voor de Ziektewet?"
_UNDER_35 = "wie onder de 35-procentgrens van de WIA blijft"


def _under_35(reason: str, wait_over: FirstDay, years: int, *, too_early: bool) -> str:
    """Say what this contract gives who stays under 35 percent (ZW 29b(1)(b)).

    Where that is open, it is ``too_early`` by the latest reading of "that day", or else too late by the earliest.
    """
    if reason == CHECK_DAY and not too_early:
        return (
            f"Voor {_UNDER_35}, vraagt de wet een begin binnen {years} jaar. Die tellen vanaf "
            f"{with_weekday(wait_over.first)}, of vanaf {with_weekday(wait_over.last)}: het oude contract eindigt in "
            "de extra loontijd van een verlenging, een loonsanctie of een late aanvraag."
        )
    if reason == CHECK_DAY:
        return (
            f"Voor {_UNDER_35}, is niet zeker of dat op tijd is: het oude contract eindigt in de extra loontijd van "
            "een verlenging, een loonsanctie of een late aanvraag."
        )
    if reason == OWN_RISK and too_early:
        return (
            f"{_OWN_RISK_BEARER} Dan is het ziekengeld langer door {wait_over.longer_by}, en begint dit contract te "
            f"vroeg voor {_UNDER_35}. Anders is het op tijd."
        )
    if reason == OWN_RISK:
        return f"{_OWN_RISK_BEARER} Alleen dan is het nog op tijd voor {_UNDER_35}."
    if reason == NOT_ASSESSED:
        return "Door de AOW is niet zeker of UWV nog vaststelt dat iemand onder de 35-procentgrens van de WIA blijft."
    return f"Voor {_UNDER_35}, is dat op tijd."


def _with_wia(reason: str, right_from: FirstDay, start: date) -> str:
    """Say what this contract gives who gets WIA (ZW 29b(1)(a), Wtl 2.6(1)(a))."""
    by = right_from.longer_by
    later = f"{_OWN_RISK_BEARER} Dan begint de WIA door {by} pas op {with_weekday(right_from.last)}"
    and_later = f" {later}." if right_from.cause else ""
    if reason == BEFORE_THE_RIGHT:
        return (
            f"Wie WIA krijgt, heeft daar door de late aanvraag pas recht op vanaf {with_weekday(right_from.first)}. "
            "Dit contract begint dan te vroeg voor het loonkostenvoordeel. Loopt de baan door? Dan is er misschien een "
            f"no-riskpolis, voor ziekte die begint na de beslissing van UWV.{and_later}"
        )
    if reason == "wia-begint-die-dag":
        return (
            "Wie WIA krijgt, moet daar al voor de baan recht op hebben. Voor de no-riskpolis is een contract op de "
            "eerste dag van dat recht daarom niet zeker, en loonkostenvoordeel voor wie WIA heeft, is er dan niet."
            f"{and_later}"
        )
    if reason == OWN_RISK:
        too_early = "is een contract op die dag niet zeker" if start == right_from.last else "is dit contract te vroeg"
        return f"{later}, en {too_early} voor wie WIA krijgt. Anders is het op tijd."
    if reason == AFTER_AOW:
        return "Wie WIA kreeg, heeft daar vanaf de AOW geen recht meer op: dan geeft dit contract geen no-riskpolis."
    return "Wie WIA krijgt, is op tijd."
