"""The no-risk policy: whether an employer gets sickness benefit when this employee falls ill (Ziektewet 29b-29f).

Rules only: the answer in codes and days. The words stand in ``wording.toml`` and ``explanation.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from calculators.frame.dates import days_after
from calculators.law.benefits import aow_comes_first, first_day_of_wia_right
from calculators.law.book import Law
from calculators.law.no_risk import ContractTiming, can_be_lent_until, contract_timing
from calculators.law.sick_pay import has_sick_pay_in_the_wait
from calculators.law.wachttijd import ends
from calculators.no_riskpolis.benefit import Pension, Report, SickPay, level, pension_of, report_of
from calculators.no_riskpolis.form import GROUPS_WITH_WAITING_PERIOD, NoRiskInput
from calculators.no_riskpolis.judging import Verdict, first_sick_day, judge, tested

BEFORE_THE_SAFE_DAY = frozenset(
    {
        "indienst-voor-einde-wachttijd",
        "geen-wia-recht-direct-voor-indienst",
        "wia-begint-die-dag",
        "baan-voor-einde-opleiding",
        "baan-op-laatste-schooldag",
    }
)
"""Reasons that a start on or after the safe day takes away."""


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
    def waits_for_a_start(self) -> bool:
        """Say whether the answer is only about a start on the reference day: a later one may still be in time."""
        case, reasons = self.case, self.verdict.reasons
        if not reasons or case.in_dienst is not None or not case.is_new_job:
            return False
        if reasons[0] == "baan-op-peildag":
            return case.baan_op_peildag != "ja"
        return reasons[0] in BEFORE_THE_SAFE_DAY

    @property
    def last_day_of_benefit(self) -> date | None:
        """Return the last day of the benefit for the illness that was filled in, when the AOW cuts it short."""
        return self.pension.last_day if self.pension is not None and self.may_apply else None

    @property
    def safe_day(self) -> date | None:
        """Return the first safe day for a contract: under 35 percent the first WIA day (CRvB 2016:4358 and 2019:2682).

        With a right to WIA it is the day after: the law asks that right immediately before the job (ZW 29b(1)(a)).
        After school it is the day after the education. None when the AOW begins before the WIA could.
        """
        if self.case.groep == "onderwijsbelemmering" and self.case.einde_opleiding:
            return days_after(self.case.einde_opleiding, 1)
        if aow_comes_first(self.case.aow_datum, self.first_wia_day):
            return None
        after = self.case.groep == "wia" and self.case.is_new_job
        return days_after(self.first_wia_day, 1) if after and self.first_wia_day else self.first_wia_day

    @property
    def sick_pay_in_the_wait(self) -> bool:
        """Say whether some of the waiting period is one of the Ziektewet: no employer, or one that was left within it.

        An end of the contract after it is no matter: then there is no wage that holds up the WIA.
        """
        illness = self.case.illness
        return illness is not None and has_sick_pay_in_the_wait(illness, ends(illness, self.law.on(illness.first_day)))

    @property
    def check_day_is_open(self) -> bool:
        """Say whether the contract ends in what lengthens the wage: ZW 29b(1)(b) counts from the end of the sanction.

        Whether that ends with the contract, the law does not say (Wet WIA 25(9)).
        """
        illness, last = self.case.illness, self.case.einde_dienstverband
        if illness is None or last is None or not self.case.has_employer or self.case.eerste_wia_dag is not None:
            return False
        end = ends(illness, self.law.on(illness.first_day))
        return end.waiting_period <= last < end.wages_without_contract_end

    @property
    def employer_until_safe(self) -> bool:
        """Say whether the own employer still is the employer up to the safe day, so that secondment can bridge it."""
        case, safe = self.case, self.safe_day
        return safe is not None and can_be_lent_until(safe, case.has_employer, case.einde_dienstverband)


def calculate(case: NoRiskInput) -> NoRisk:
    """Work out the right, its days, and the level of the benefit, all from one book of law."""
    law = Law(case.peildatum)
    first_wia_day, check_day, differ = waiting_period(case, law)
    report = report_of(case, law)
    verdict = _still_running(judge(case, first_wia_day, check_day, law), case)
    timing = ContractTiming.SAFE
    hangs_on_it = case.groep == "minder-dan-35" and case.werkgever == "nieuw"
    if (
        hangs_on_it
        and case.in_dienst
        and first_wia_day
        and check_day
        and not aow_comes_first(case.aow_datum, first_wia_day)
    ):
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
    first = first_day_of_wia_right(found, law) if case.groep == "wia" else found.first_wia_day
    if given is None or given == first:
        return first, found.no_risk_check_day, False
    shift = (given - found.first_wia_day).days
    return given, days_after(found.no_risk_check_day, shift), True


def _still_running(verdict: Verdict, case: NoRiskInput) -> Verdict:
    """Say no when the illness, or else the reference day, lies after the last day of the policy."""
    if verdict.last is None or tested(case) <= verdict.last:
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
