"""The no-risk policy: whether an employer gets sickness benefit when this employee falls ill (Ziektewet 29b-29f).

Rules only: the answer in codes and days. The words stand in ``wording.toml`` and ``explanation.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from calculators.frame.dates import days_after, last_day_of_term, same_day_later
from calculators.law.book import Law
from calculators.law.no_risk import ContractTiming, contract_timing
from calculators.law.wachttijd import ends, sick_period
from calculators.no_riskpolis.benefit import Pension, Report, SickPay, level, pension_of, report_of
from calculators.no_riskpolis.form import GROUPS_WITH_WAITING_PERIOD, NoRiskInput

Right = Literal["ja", "nee", "misschien", "weet-niet"]
MONTHS_IN_YEAR = 12
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


@dataclass(frozen=True)
class NoRisk:
    """The whole answer. ``check_day`` and ``first_wia_day`` are None for groups without a waiting period."""

    case: NoRiskInput
    law: Law
    verdict: Verdict
    first_wia_day: date | None
    check_day: date | None
    days_differ: bool
    timing: ContractTiming
    report: Report | None
    sick_pay: SickPay | None
    unknown_maximum: bool
    pension: Pension | None

    @property
    def may_apply(self) -> bool:
        """Say whether the policy applies or may apply, so that level and reporting matter."""
        return self.verdict.right in ("ja", "misschien")

    @property
    def last_day_of_benefit(self) -> date | None:
        """Return the last day of the benefit for the illness that was filled in, when the AOW cuts it short."""
        return self.pension.last_day if self.pension is not None and self.may_apply else None

    @property
    def safe_day(self) -> date | None:
        """Return the first safe day for a contract: under 35 percent the first WIA day (CRvB 2016:4358 and 2019:2682).

        With a right to WIA it is the day after: the law asks that right immediately before the job (ZW 29b(1)(a)).
        """
        after = self.case.groep == "wia" and self.case.werkgever == "nieuw"
        return days_after(self.first_wia_day, 1) if after and self.first_wia_day else self.first_wia_day


def calculate(case: NoRiskInput) -> NoRisk:
    """Work out the right, its days, and the level of the benefit, all from one book of law."""
    law = Law(case.peildatum)
    first_wia_day, check_day, differ = waiting_period(case, law)
    report = report_of(case, law)
    verdict = _still_running(judge(case, first_wia_day, check_day, law), case)
    timing = ContractTiming.SAFE
    if case.groep == "minder-dan-35" and case.werkgever == "nieuw" and case.in_dienst and first_wia_day and check_day:
        timing = contract_timing(case.in_dienst, first_wia_day, check_day, first_sick_day(case, law))
    sick_pay, unknown = level(case, law)
    return NoRisk(
        case=case,
        law=law,
        verdict=_with_late_report(_only_with_a_yes(verdict), case, report),
        first_wia_day=first_wia_day,
        check_day=check_day,
        days_differ=differ,
        timing=timing,
        report=report,
        sick_pay=sick_pay,
        unknown_maximum=unknown,
        pension=pension_of(case, law),
    )


def waiting_period(case: NoRiskInput, law: Law) -> tuple[date | None, date | None, bool]:
    """Return the first WIA day, the check day, and whether the given WIA day differs from the one worked out.

    A given WIA day holds: it comes from UWV's letter. The check day lies eleven weeks before it (ZW 29b(1)(b)(2)).
    """
    given, illness = case.eerste_wia_dag, case.illness
    if case.groep not in GROUPS_WITH_WAITING_PERIOD:
        return None, None, False
    if illness is None:
        if given is None:
            return None, None, False
        return given, days_after(given, -law.number("regelingen.no_risk_peildag_dagen", given)), False
    found = ends(illness, law.on(illness.first_day))
    if given is None or given == found.first_wia_day:
        return found.first_wia_day, found.no_risk_check_day, False
    shift = (given - found.first_wia_day).days
    return given, days_after(found.no_risk_check_day, shift), True


def first_sick_day(case: NoRiskInput, law: Law) -> date | None:
    """Return the first day of the waiting period, or None when no illness was filled in."""
    illness = case.illness
    return None if illness is None else sick_period(illness, law.on(illness.first_day)).first_day


def is_second_job(case: NoRiskInput, law: Law) -> bool:
    """Say whether the job existed on the first day of the waiting period already (ZW 29b(1)(b) 2°)."""
    sick = first_sick_day(case, law)
    return sick is not None and case.in_dienst is not None and case.in_dienst <= sick


def judge(case: NoRiskInput, first_wia_day: date | None, check_day: date | None, law: Law) -> Verdict:
    """Return the right for a job that begins on ``in-dienst``, or else on the reference day."""
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
        return _with_wia(case, start, first_wia_day, law)
    return _under_35(case, start, first_wia_day, check_day, law)


def _without_end(case: NoRiskInput, start: date, law: Law) -> Verdict:
    """Groups without a last day (ZW 29b(2)); the banenafspraak only for a job from 2015 and illness from 2016 on."""
    # Not a term of theirs, but asked: for a job from before its first row we do not know how long the policy lasted.
    law.number("regelingen.no_risk_jaren", start)
    if case.groep == "banenafspraak" and (is_older_job(case) or _tested(case) < FIRST_ILLNESS_OF_REGISTER):
        return Verdict("nee", ("geen-doelgroep",))
    return Verdict("ja", ("groep-onbeperkt",), case.in_dienst)


def is_older_job(case: NoRiskInput) -> bool:
    """Say whether the job began before those that can count for the banenafspraak."""
    return (case.in_dienst or case.peildatum) < FIRST_JOB_OF_REGISTER


def _tested(case: NoRiskInput) -> date:
    """Return the day that must lie within the term: that of the illness, or else the reference day."""
    return case.eerste_dag_ziek_in_nieuwe_baan or case.peildatum


def _policy(case: NoRiskInput, right: Right, start_before: date | None, law: Law, *reasons: str) -> Verdict:
    """Return a right for the five years from the start of the job; without a start there are no days."""
    if case.in_dienst is None:
        return Verdict(right, reasons, start_before=start_before)
    months = MONTHS_IN_YEAR * law.number("regelingen.no_risk_jaren", case.in_dienst)
    return Verdict(right, reasons, case.in_dienst, last_day_of_term(case.in_dienst, months), start_before)


def _after_school(case: NoRiskInput, start: date, law: Law) -> Verdict:
    """School hindrance: the job begins within five years after the education (ZW 29b(1)(c) and (d))."""
    end = case.einde_opleiding
    if end is None:
        raise ValueError("this group needs the end of the education; the form asks for it")
    years = law.number("no_risk.onderwijs_jaren", end)
    too_late = days_after(same_day_later(end, MONTHS_IN_YEAR * years), 1)
    if start >= too_late:
        return Verdict("nee", ("later-dan-vijf-jaar",), start_before=too_late)
    return _policy(case, "ja", too_late, law)


def _with_wia(case: NoRiskInput, start: date, first_wia_day: date, law: Law) -> Verdict:
    """A right to WIA immediately before the job (ZW 29b(1)(a)).

    Whether a right that begins on the first day of the job lies immediately before it, the law does not say.
    """
    if case.werkgever == "eigen":
        return _with_wia_at_the_own_employer(case, first_wia_day, law)
    if start < first_wia_day:
        return Verdict("nee", ("geen-wia-recht-direct-voor-indienst",))
    if start == first_wia_day:
        return _policy(case, "misschien", None, law, "wia-begint-die-dag")
    return _policy(case, "ja", None, law, "wia-recht-direct-voor-indienst")


def _with_wia_at_the_own_employer(case: NoRiskInput, first_wia_day: date, law: Law) -> Verdict:
    """A right to WIA, and illness that begins in the five years after it was established: the decision (ZW 29b(4)).

    Of illness from before the decision, when the right had begun already, the law does not say that it counts.
    """
    decided = case.wia_beslissing
    if _tested(case) < first_wia_day:
        return Verdict("nee", ("geen-wia-recht-direct-voor-indienst",))
    if decided is None:
        return Verdict("misschien", ("wia-beslissing-niet-ingevuld",))
    if _tested(case) < decided:
        return Verdict("misschien", ("ziek-voor-wia-beslissing",))
    months = MONTHS_IN_YEAR * law.number("no_risk.eigen_werkgever_jaren", decided)
    first, last = max(first_wia_day, decided), last_day_of_term(decided, months)
    return Verdict("ja", ("wia-recht-direct-voor-indienst",), first, last)


def _under_35(case: NoRiskInput, start: date, first_wia_day: date, check_day: date, law: Law) -> Verdict:
    """The conditions for somebody under 35 percent, the first that fails (ZW 29b(1)(b), 2° to 4°).

    A job from before the first day after the waiting period is no job "within five years after that day"
    (CRvB 2016:4358); one from that day itself is (CRvB 2019:2682). The fifth anniversary still is within five years.
    A new contract with the own employer: 4° says "an employer", 3° that there was no work at that one. So it is open.
    """
    years = law.number("no_risk.start_na_wachttijd_jaren", first_wia_day)
    too_late = days_after(same_day_later(first_wia_day, MONTHS_IN_YEAR * years), 1)
    new_employer = case.werkgever == "nieuw"
    if case.ander_werk_bij_eigen_werkgever == "ja":
        reason = "passend-werk-bij-eigen-werkgever"
    elif case.baan_op_peildag == "ja" or (new_employer and start <= check_day and not is_second_job(case, law)):
        reason = "baan-op-peildag"
    elif start < first_wia_day:
        reason = "indienst-voor-einde-wachttijd"
    elif start >= too_late:
        reason = "later-dan-vijf-jaar"
    elif not new_employer:
        return _policy(case, "misschien", too_late, law, "nieuw-contract-bij-eigen-werkgever")
    elif case.baan_op_peildag is None or case.ander_werk_bij_eigen_werkgever is None:
        return _policy(case, "misschien", too_late, law)
    else:
        return _policy(case, "ja", too_late, law)
    return Verdict("nee", (reason,), start_before=too_late)


def _still_running(verdict: Verdict, case: NoRiskInput) -> Verdict:
    """Say no when the illness, or else the reference day, lies after the last day of the policy."""
    if verdict.last is None or _tested(case) <= verdict.last:
        return verdict
    return replace(verdict, right="nee", reasons=("vijf-jaar-voorbij",))


def _only_with_a_yes(verdict: Verdict) -> Verdict:
    """Leave the days out of everything but a yes: a policy that does not hold has no first day."""
    return verdict if verdict.right == "ja" else replace(verdict, first=None, last=None)


def _with_late_report(verdict: Verdict, case: NoRiskInput, report: Report | None) -> Verdict:
    """Add that the illness was reported too late; the right itself does not change (ZW 38a(8) and (9))."""
    if report is None or (case.ziekgemeld_op or case.peildatum) <= report.in_time_until:
        return verdict
    return replace(verdict, reasons=(*verdict.reasons, "te-laat-gemeld"))
