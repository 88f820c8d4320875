"""Who has a right to the no-risk policy: each paragraph of Ziektewet 29b, the first condition that fails."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from calculators.frame.dates import MONTHS_IN_YEAR, days_after, last_day_of_term, same_day_later
from calculators.law.benefits import aow_comes_first
from calculators.law.book import Law
from calculators.law.no_risk import last_start_under_35
from calculators.law.wachttijd import sick_period
from calculators.no_riskpolis.form import NoRiskInput

Right = Literal["ja", "nee", "misschien", "weet-niet"]
WITHOUT_END = frozenset({"wajong", "banenafspraak", "wsw-of-beschut-werk"})

FIRST_JOB_OF_REGISTER = date(2015, 1, 1)
"""The first day of a job that can count for the banenafspraak (ZW 29b(2)(e) and (11))."""

FIRST_ILLNESS_OF_REGISTER = date(2016, 1, 1)
"""The law that opened the policy to the banenafspraak does not reach back before this day (RBROT 2025:2928)."""


@dataclass(frozen=True)
class Verdict:
    """The right, why, and for illness that begins from when to when (None: not ``ja``, no start known, no end).

    ``start_before`` is the first day on which the job would begin too late, where the law has one.
    """

    right: Right
    reasons: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    start_before: date | None = None


def first_sick_day(case: NoRiskInput, law: Law) -> date | None:
    """Return the first day of the waiting period, or None when no illness was filled in."""
    illness = case.illness
    return None if illness is None else sick_period(illness, law.on(illness.first_day)).first_day


def is_second_job(case: NoRiskInput, law: Law) -> bool:
    """Say whether the job existed on the first day of the waiting period already (ZW 29b(1)(b) 2°)."""
    sick = first_sick_day(case, law)
    return sick is not None and case.in_dienst is not None and case.in_dienst <= sick


def judge(
    case: NoRiskInput,
    first_wia_day: date | None,
    check_day: date | None,
    law: Law,
    open_until: date | None = None,
    sure_day: date | None = None,
) -> Verdict:
    """Return the right for a job that begins on ``in-dienst``, or else on the reference day.

    ``open_until`` is the last day that may count as the first one after the waiting period; None where that is certain.
    ``sure_day`` is the first day that surely is one, also after an employer that bore the risk of sick pay itself.
    """
    start = case.in_dienst or case.peildatum
    if case.groep == "weet-niet":
        return Verdict("weet-niet")
    if case.groep == "geen":
        return Verdict("nee", ("geen-doelgroep",))
    if case.groep in WITHOUT_END:
        return _without_end(case, start, law)
    if case.groep == "onderwijsbelemmering":
        return _after_school(case, start, law)
    if first_wia_day is None or check_day is None:
        raise ValueError("these groups need a waiting period; the form asks for it")
    if case.groep == "wia":
        return _unless_own_risk(_with_wia(case, start, first_wia_day, law), case, start, sure_day)
    verdict = _unless_own_risk(_under_35(case, start, first_wia_day, check_day, law, open_until), case, start, sure_day)
    # UWV measures on the first day after the wait, which after such an employer may be the later one (ZW 29b(1)(b)).
    return _perhaps_not_assessed(verdict) if aow_comes_first(case.aow_datum, sure_day or first_wia_day) else verdict


def _unless_own_risk(verdict: Verdict, case: NoRiskInput, start: date, sure_day: date | None) -> Verdict:
    """Leave a yes open for a job that is too early if a late application lengthened the sick pay (ZW 29(10)(a))."""
    if verdict.right != "ja" or sure_day is None or not case.is_new_job:
        return verdict
    too_early = start <= sure_day if case.groep == "wia" else start < sure_day
    return replace(verdict, right="misschien", reasons=("eigenrisicodrager-mogelijk",)) if too_early else verdict


def _perhaps_not_assessed(verdict: Verdict) -> Verdict:
    """Leave open whether UWV still finds somebody under 35 percent who can have no WIA any more by his age."""
    right: Right = "nee" if verdict.right == "nee" else "misschien"
    return replace(verdict, right=right, reasons=(*verdict.reasons, "aow-voor-wia-beoordeling"))


def _without_end(case: NoRiskInput, start: date, law: Law) -> Verdict:
    """Groups without a last day (ZW 29b(2)); the banenafspraak only for a job from 2015 and illness from 2016 on."""
    # Not a term of theirs, but asked: for a job from before its first row we do not know how long the policy lasted.
    law.number("regelingen.no_risk_jaren", start)
    if case.groep == "banenafspraak" and (is_older_job(case) or tested(case) < FIRST_ILLNESS_OF_REGISTER):
        return Verdict("nee", ("geen-doelgroep",))
    return Verdict("ja", ("groep-onbeperkt",), case.in_dienst)


def is_older_job(case: NoRiskInput) -> bool:
    """Say whether the job began before those that can count for the banenafspraak."""
    return (case.in_dienst or case.peildatum) < FIRST_JOB_OF_REGISTER


def tested(case: NoRiskInput) -> date:
    """Return the day that must lie within the term: that of the illness, or else the reference day."""
    return case.eerste_dag_ziek_in_nieuwe_baan or case.peildatum


def _policy(case: NoRiskInput, right: Right, start_before: date | None, law: Law, *reasons: str) -> Verdict:
    """Return a right for the five years from the start of the job; without a start there are no days."""
    if case.in_dienst is None:
        return Verdict(right, reasons, start_before=start_before)
    months = MONTHS_IN_YEAR * law.number("regelingen.no_risk_jaren", case.in_dienst)
    return Verdict(right, reasons, case.in_dienst, last_day_of_term(case.in_dienst, months), start_before)


def _after_school(case: NoRiskInput, start: date, law: Law) -> Verdict:
    """School hindrance: the job begins after the education, within five years (ZW 29b(1)(c) and (d)).

    Whether a job that begins on the last day of school begins after the education, the law does not say.
    """
    end = case.einde_opleiding
    if end is None:
        raise ValueError("this group needs the end of the education; the form asks for it")
    years = law.number("no_risk.onderwijs_jaren", end)
    too_late = days_after(same_day_later(end, MONTHS_IN_YEAR * years), 1)
    if start >= too_late:
        return Verdict("nee", ("later-dan-vijf-jaar",), start_before=too_late)
    if start < end:
        return Verdict("nee", ("baan-voor-einde-opleiding",), start_before=too_late)
    if start == end:
        return _policy(case, "misschien", too_late, law, "baan-op-laatste-schooldag")
    return _policy(case, "ja", too_late, law, "binnen-vijf-jaar-na-opleiding")


def _with_wia(case: NoRiskInput, start: date, first_wia_day: date, law: Law) -> Verdict:
    """A right to WIA immediately before the job (ZW 29b(1)(a)).

    Whether a right that begins on the first day of the job lies immediately before it, the law does not say. The right
    ends on the AOW day (Wet WIA 49(1)(b) and 56(1)(b)): a job that begins on that day still has it the day before.
    """
    if case.keeps_own_job:
        return _with_wia_at_the_own_employer(case, first_wia_day, law)
    too_late = None if case.aow_datum is None else days_after(case.aow_datum, 1)
    if aow_comes_first(case.aow_datum, first_wia_day) or (too_late is not None and start >= too_late):
        return Verdict("nee", ("geen-wia-recht-door-aow",), start_before=too_late)
    if start < first_wia_day:
        return Verdict("nee", ("geen-wia-recht-direct-voor-indienst",), start_before=too_late)
    if start == first_wia_day:
        return _policy(case, "misschien", too_late, law, "wia-begint-die-dag")
    return _policy(case, "ja", too_late, law, "wia-recht-direct-voor-indienst")


def _with_wia_at_the_own_employer(case: NoRiskInput, first_wia_day: date, law: Law) -> Verdict:
    """A right to WIA, and illness that begins in the five years after it was established: the decision (ZW 29b(4)).

    The job has to go on after the decision, so none that ended before it or on its day counts, nor illness after its
    end. Of illness from before the decision, when the right had begun already, the law does not say that it counts.
    From the AOW day on nobody has a right to WIA any more.
    """
    decided, aow, ended = case.wia_beslissing, case.aow_datum, case.einde_dienstverband
    if aow_comes_first(case.aow_datum, first_wia_day) or (aow is not None and tested(case) >= aow):
        return Verdict("nee", ("geen-wia-recht-door-aow",))
    if ended is not None and (ended < max(tested(case), first_wia_day) or (decided is not None and ended <= decided)):
        return Verdict("nee", ("eigen-dienstverband-eindigt",))
    if tested(case) < first_wia_day:
        return Verdict("nee", ("geen-wia-recht-direct-voor-indienst",))
    if decided is None:
        return Verdict("misschien", ("wia-beslissing-niet-ingevuld",))
    if tested(case) < decided:
        return Verdict("misschien", ("ziek-voor-wia-beslissing",))
    months = MONTHS_IN_YEAR * law.number("no_risk.eigen_werkgever_jaren", decided)
    first, last = max(first_wia_day, decided), last_day_of_term(decided, months)
    if aow is not None:
        last = min(last, days_after(aow, -1))
    if ended is not None:
        last = min(last, ended)
    return Verdict("ja", ("wia-recht-direct-voor-indienst",), first, last)


def _under_35(
    case: NoRiskInput, start: date, first_wia_day: date, check_day: date, law: Law, open_until: date | None
) -> Verdict:
    """The conditions for somebody under 35 percent, the first that fails (ZW 29b(1)(b), 2° to 4°).

    A job from before the first day after the waiting period is no job "within five years after that day"
    (CRvB 2016:4358); one from that day itself is (CRvB 2019:2682). The fifth anniversary still is within five years.
    A new contract with the own employer: 4° says "an employer", 3° that there was no work at that one. So it is open.
    So is every job that is not too early after a contract that ended in a delay or a sanction: the law counts from the
    end of that time, and does not say whether it ends with the contract.
    """
    too_late = days_after(last_start_under_35(open_until or first_wia_day, law), 1)
    new_employer = case.werkgever == "nieuw"
    if case.ander_werk_bij_eigen_werkgever == "ja":
        reason = "passend-werk-bij-eigen-werkgever"
    elif case.baan_op_peildag == "ja" or (new_employer and start <= check_day and not is_second_job(case, law)):
        reason = "baan-op-peildag"
    elif start < first_wia_day:
        reason = "indienst-voor-einde-wachttijd"
    elif start >= too_late:
        reason = "later-dan-vijf-jaar"
    elif open_until is not None:
        return _policy(case, "misschien", too_late, law, "peildag-niet-zeker")
    elif not new_employer:
        return _policy(case, "misschien", too_late, law, "nieuw-contract-bij-eigen-werkgever")
    elif case.baan_op_peildag is None or case.ander_werk_bij_eigen_werkgever is None:
        return _policy(case, "misschien", too_late, law, "vraag-open")
    else:
        return _policy(case, "ja", too_late, law, "onder-35-op-tijd")
    return Verdict("nee", (reason,), start_before=too_late)
