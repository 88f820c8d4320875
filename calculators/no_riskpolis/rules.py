"""The no-risk policy: whether an employer gets sickness benefit when this employee falls ill (Ziektewet 29b-29f).

Rules only: the answer in codes and days. The words stand in ``wording.toml`` and ``explanation.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from calculators.frame.dates import days_after
from calculators.law.benefits import aow_comes_first, first_day_of_wia_right
from calculators.law.book import Law
from calculators.law.no_risk import (
    ContractTiming,
    contract_timing,
    lent_until,
    open_until,
    safe_day,
    surely_after_the_wait,
)
from calculators.law.sick_pay import has_sick_pay_in_the_wait
from calculators.law.wachttijd import Ends, ends
from calculators.no_riskpolis.benefit import Pension, Report, SickPay, level, pension_of, report_of
from calculators.no_riskpolis.form import GROUPS_WITH_WAITING_PERIOD, NoRiskInput
from calculators.no_riskpolis.judging import Verdict, first_sick_day, judge, tested

BEFORE_THE_SAFE_DAY = frozenset(
    {
        "indienst-voor-einde-wachttijd",
        "geen-wia-recht-direct-voor-indienst",
        "wia-begint-die-dag",
        "eigenrisicodrager-mogelijk",
        "baan-voor-einde-opleiding",
        "baan-op-laatste-schooldag",
    }
)
"""Reasons that a start on or after the safe day takes away."""


@dataclass(frozen=True)
class NoRisk:
    """The whole answer. ``check_day``, ``first_wia_day`` and ``sure_day`` are None for groups without a waiting period.

    ``end`` holds every end of the illness that was filled in; None without one, or for a group that hangs on none.
    """

    case: NoRiskInput
    law: Law
    end: Ends | None
    verdict: Verdict
    first_wia_day: date | None
    check_day: date | None
    sure_day: date | None
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
        """Return the first safe day for a contract, by what is known of UWV's decision; after school the day after it.

        In the job at the own employer that goes on, no right has to lie before its start.
        """
        if self.case.groep == "onderwijsbelemmering" and self.case.einde_opleiding:
            return days_after(self.case.einde_opleiding, 1)
        return safe_day(
            self.sure_day,
            self.case.aow_datum,
            with_wia=self.case.groep == "wia" and self.case.is_new_job,
            under_35=self.case.groep == "minder-dan-35",
            check_day_open=self.check_day_is_open,
        )

    @property
    def sick_pay_in_the_wait(self) -> bool:
        """Say whether some of the waiting period is one of the Ziektewet: no employer, or one that was left within it.

        An end of the contract after it is no matter: then there is no wage that holds up the WIA.
        """
        illness = self.case.illness
        return illness is not None and self.end is not None and has_sick_pay_in_the_wait(illness, self.end)

    @property
    def check_day_is_open(self) -> bool:
        """Say whether it is not certain which day the check day is."""
        return _open_until(self.case, self.end) is not None

    @property
    def lent_until(self) -> date | None:
        """Return the last day of a secondment that bridges the time; None without an employer until then."""
        first, case = self.first_wia_day, self.case
        if first is None or aow_comes_first(case.aow_datum, first):
            return None
        return lent_until(first, case.has_employer, case.einde_dienstverband)


def end_of(case: NoRiskInput, law: Law) -> Ends | None:
    """Return every end of the illness that was filled in; None without one, and for groups that hang on none."""
    illness = case.illness
    if illness is None or case.groep not in GROUPS_WITH_WAITING_PERIOD:
        return None
    return ends(illness, law.on(illness.first_day))


def _open_until(case: NoRiskInput, end: Ends | None) -> date | None:
    """Return the last day that can be the first one after the wait; a first WIA day from a letter of UWV settles it."""
    return None if end is None or case.eerste_wia_dag is not None else open_until(end)


def sure_day(case: NoRiskInput, end: Ends | None, first_wia_day: date | None) -> date | None:
    """Return the first day that surely lies after the wait; a first WIA day from a letter of UWV is sure."""
    illness = case.illness
    if illness is None or end is None or first_wia_day is None or case.eerste_wia_dag is not None:
        return first_wia_day
    return surely_after_the_wait(illness, end, first_wia_day)


def calculate(case: NoRiskInput) -> NoRisk:
    """Work out the right, its days, and the level of the benefit, all from one book of law."""
    law = Law(case.peildatum)
    end = end_of(case, law)
    if end is not None:
        case = replace(case, einde_dienstverband=end.contract_end)  # one of before this illness is none of it
    first_wia_day, check_day, differ = waiting_period(case, end, law)
    report = report_of(case, law)
    sure = sure_day(case, end, first_wia_day)
    verdict = _still_running(judge(case, first_wia_day, check_day, law, _open_until(case, end), sure), case)
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
        end=end,
        verdict=_with_late_report(_only_with_a_yes(verdict), case, report),
        first_wia_day=first_wia_day,
        check_day=check_day,
        sure_day=sure,
        days_differ=differ,
        timing=timing,
        report=report,
        sick_pay=sick_pay,
        unknown_maximum=unknown,
        pension=pension_of(case, law),
    )


def waiting_period(case: NoRiskInput, end: Ends | None, law: Law) -> tuple[date | None, date | None, bool]:
    """Return the first WIA day, the check day, and whether the given WIA day differs from the one worked out.

    For who has WIA it is the first day of the right, which a very late application moves (Wet WIA 64(11)). A given WIA
    day holds: it comes from UWV's letter. The check day lies eleven weeks before the first day after the wait (ZW
    29b(1)(b) 2°): before the first WIA day, not before a later day of right.
    """
    given = case.eerste_wia_dag
    if case.groep not in GROUPS_WITH_WAITING_PERIOD:
        return None, None, False
    if end is None:
        if given is None:
            return None, None, False
        return given, days_after(given, -law.number("regelingen.no_risk_peildag_dagen", given)), False
    first = first_day_of_wia_right(end, law) if case.groep == "wia" else end.first_wia_day
    if given is None or given == first:
        return first, end.no_risk_check_day, False
    return given, days_after(end.no_risk_check_day, (given - end.first_wia_day).days), True


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
