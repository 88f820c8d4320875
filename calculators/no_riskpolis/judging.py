"""Who has a right to the no-risk policy: each paragraph of Ziektewet 29b, the first condition that fails."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from calculators.frame.dates import MONTHS_IN_YEAR, days_after, last_day_of_term, same_day_later
from calculators.law.benefits import aow_comes_first
from calculators.law.book import Law
from calculators.law.no_risk import (
    AFTER_AOW,
    BEFORE_THE_RIGHT,
    NOT_ASSESSED,
    FirstDay,
    aow_shuts,
    in_time_under_35,
    in_time_with_wia,
    last_start_under_35,
)
from calculators.law.sick_period import sick_period
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


@dataclass(frozen=True)
class Wait:
    """The days after the wait that the right hangs on, and the end of the contract at the own employer.

    ``first_day`` is that of the WIA, or of ZW 29b(1)(b), by the group. ``differs`` says that a given first WIA day is
    another than the one that was worked out.
    """

    first_day: FirstDay
    check_day: date
    contract_end: date | None
    differs: bool = False


def judge(case: NoRiskInput, wait: Wait | None, law: Law) -> Verdict:
    """Return the right for a job that begins on ``in-dienst``, or else on the reference day."""
    start = case.in_dienst or case.peildatum
    if case.groep == "weet-niet":
        return Verdict("weet-niet")
    if case.groep == "geen":
        return Verdict("nee", ("geen-doelgroep",))
    if case.groep in WITHOUT_END:
        return _without_end(case, start, law)
    if case.groep == "wao-waz":
        return _policy(case, "ja", None, law, "wao-of-waz")
    if case.groep == "onderwijsbelemmering":
        return _after_school(case, start, law)
    if wait is None:
        raise ValueError("these groups need a waiting period; the form asks for it")
    return _with_wia(case, start, wait, law) if case.groep == "wia" else _assessed(case, start, wait, law)


def _assessed(case: NoRiskInput, start: date, wait: Wait, law: Law) -> Verdict:
    """Leave open whether UWV still finds somebody under 35 percent, where he can have no WIA by his age (1°)."""
    verdict = _under_35(case, start, wait, law)
    if not aow_shuts(wait.first_day, case.aow_datum) or (verdict.right == "nee" and case.in_dienst is not None):
        return verdict
    right: Right = "nee" if verdict.right == "nee" else "misschien"
    return replace(verdict, right=right, reasons=(*verdict.reasons, NOT_ASSESSED))


def _without_end(case: NoRiskInput, start: date, law: Law) -> Verdict:
    """Groups without a last day (ZW 29b(2))."""
    # Not a term of theirs, but asked: for a job from before its first row we do not know how long the policy lasted.
    law.number("regelingen.no_risk_jaren", start)
    if case.groep == "banenafspraak":
        return _banenafspraak(case, start)
    return Verdict("ja", ("groep-onbeperkt",), case.in_dienst)


def _banenafspraak(case: NoRiskInput, start: date) -> Verdict:
    """The banenafspraak: a job from 2015 and illness from 2016 on, from a day that we do not ask (ZW 29b(2)(e)).

    The right does not arise before he comes under Wfsv 38b (last sentence of (2)). Who comes under it by Wajong or a
    place of the Wsw has a policy of his own, for which the law has neither day ((a), (b) and (d)): the reason says to
    choose that group.
    """
    if start < FIRST_JOB_OF_REGISTER:
        return Verdict("nee", ("banenafspraak-oudere-baan",))
    if tested(case) < FIRST_ILLNESS_OF_REGISTER:
        return Verdict("nee", ("banenafspraak-oudere-ziekte",))
    return Verdict("ja", ("groep-onbeperkt",))


def tested(case: NoRiskInput) -> date:
    """Return the day that must lie within the term: that of the illness, or else the reference day."""
    return case.eerste_dag_ziek_in_nieuwe_baan or case.peildatum


def _policy(case: NoRiskInput, right: Right, start_before: date | None, law: Law, *reasons: str) -> Verdict:
    """Return a right for the five years from the start of the job; without a start, or a right, there are no days."""
    if case.in_dienst is None or right == "nee":
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


def _with_wia(case: NoRiskInput, start: date, wait: Wait, law: Law) -> Verdict:
    """A right to WIA immediately before the job, or in the one at the own employer that goes on."""
    if case.keeps_own_job:
        return _with_wia_at_the_own_employer(case, wait, law)
    too_late = None if case.aow_datum is None else days_after(case.aow_datum, 1)
    right, reason = in_time_with_wia(start, wait.first_day, case.aow_datum)
    if reason == BEFORE_THE_RIGHT and case.in_dienst is not None:
        return _with_wia_in_the_job_already(case, wait.first_day.first, law)
    return _policy(case, right, too_late, law, reason)


def _with_wia_in_the_job_already(case: NoRiskInput, first_wia_day: date, law: Law) -> Verdict:
    """A job of before the right to WIA that goes on after it was established, "with his employer" (ZW 29b(4)).

    The letter does not ask for the employer of the first sick day, and no ruling was found: open, for illness that
    begins when there is that right. None is there from the AOW day on.
    """
    sick, decided = case.eerste_dag_ziek_in_nieuwe_baan, case.wia_beslissing
    if sick is not None and sick < first_wia_day:
        return Verdict("nee", ("ziek-voor-wia-recht",))
    if case.aow_datum is not None and tested(case) >= case.aow_datum:
        return Verdict("nee", (AFTER_AOW,))
    if decided is not None and tested(case) > _five_years_from(decided, law):
        return Verdict("nee", ("vijf-jaar-voorbij",))
    return Verdict("misschien", ("baan-gaat-door-met-wia",))


def _with_wia_at_the_own_employer(case: NoRiskInput, wait: Wait, law: Law) -> Verdict:
    """A right to WIA, and illness that begins in the five years after it was established: the decision (ZW 29b(4)).

    The job has to go on after the decision, so none that ended before it or on its day counts, nor illness after its
    end. Of illness from before the decision, when the right had begun already, the law does not say that it counts.
    From the AOW day on nobody has a right to WIA any more.
    """
    decided, aow, ended, first_wia_day = case.wia_beslissing, case.aow_datum, wait.contract_end, wait.first_day.first
    if aow_comes_first(case.aow_datum, first_wia_day) or (aow is not None and tested(case) >= aow):
        return Verdict("nee", (AFTER_AOW,))
    if ended is not None and (ended < max(tested(case), first_wia_day) or (decided is not None and ended <= decided)):
        return Verdict("nee", ("eigen-dienstverband-eindigt",))
    if tested(case) < first_wia_day:
        return Verdict("nee", (BEFORE_THE_RIGHT,))
    if decided is None:
        return Verdict("misschien", ("wia-beslissing-niet-ingevuld",))
    if tested(case) < decided:
        return Verdict("misschien", ("ziek-voor-wia-beslissing",))
    first, last = max(first_wia_day, decided), _five_years_from(decided, law)
    if aow is not None:
        last = min(last, days_after(aow, -1))
    if ended is not None:
        last = min(last, ended)
    return Verdict("ja", ("wia-recht-direct-voor-indienst",), first, last)


def _five_years_from(decided: date, law: Law) -> date:
    """Return the last day of the term from the decision on (ZW 29b(4))."""
    return last_day_of_term(decided, MONTHS_IN_YEAR * law.number("no_risk.eigen_werkgever_jaren", decided))


def _under_35(case: NoRiskInput, start: date, wait: Wait, law: Law) -> Verdict:
    """The conditions for somebody under 35 percent, the first that fails (ZW 29b(1)(b), 2° to 4°).

    Where two days can be "that day", each has its own check day, and only what fails by both is a no: whether there was
    another job on the later one is not asked. A new contract with the own employer: 4° says "an employer", 3° that
    there was no work at that one. So it is open.
    """
    too_late = days_after(last_start_under_35(wait.first_day.last, law), 1)
    fails = _fails(case, start, wait.first_day.first, wait.check_day, law)
    if case.ander_werk_bij_eigen_werkgever == "ja":
        return Verdict("nee", ("passend-werk-bij-eigen-werkgever",), start_before=too_late)
    if fails and not (wait.first_day.cause and not _fails(case, start, wait.first_day.last, None, law)):
        return Verdict("nee", (fails,), start_before=too_late)
    is_open = {
        wait.first_day.cause: bool(wait.first_day.cause),
        "nieuw-contract-bij-eigen-werkgever": case.werkgever != "nieuw",
        "vraag-open": case.baan_op_peildag is None or case.ander_werk_bij_eigen_werkgever is None,
    }
    reasons = [reason for reason, holds in is_open.items() if holds]
    return _policy(case, "misschien" if reasons else "ja", too_late, law, *(reasons or ["onder-35-op-tijd"]))


def _fails(case: NoRiskInput, start: date, that_day: date, check_day: date | None, law: Law) -> str:
    """Return why a job fails by one reading of "that day"; empty when it does not. ``check_day`` None: not asked."""
    if check_day is not None and (case.baan_op_peildag == "ja" or is_the_job(case, start, check_day, law)):
        return "baan-op-peildag"
    in_time = in_time_under_35(start, FirstDay(that_day, that_day), law)
    return in_time.reason if in_time.right == "nee" else ""


def is_the_job(case: NoRiskInput, start: date, check_day: date, law: Law) -> bool:
    """Say whether this job itself, with another employer, was there on the check day already."""
    return case.werkgever == "nieuw" and start <= check_day and not is_second_job(case, law)
