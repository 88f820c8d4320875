"""The no-risk policy: whether an employer gets sickness benefit when this employee falls ill (Ziektewet 29b-29f).

Rules only: the answer in codes and days. The words stand in ``wording.toml`` and ``explanation.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, days_after
from calculators.law.benefits import aow_comes_first
from calculators.law.book import Law
from calculators.law.no_risk import (
    BEFORE_THE_RIGHT,
    CHECK_DAY,
    OWN_RISK,
    ContractTiming,
    FirstDay,
    after_the_wait,
    contract_timing,
    last_start_under_35,
    lent_until,
    of_the_right,
    safe_under_35,
    safe_with_wia,
)
from calculators.law.sick_pay import has_sick_pay_in_the_wait
from calculators.law.wachttijd import Ends, check_day_of, ends
from calculators.no_riskpolis.benefit import Pension, Report, SickPay, level, pension_of, report_of
from calculators.no_riskpolis.form import GROUPS_WITH_WAITING_PERIOD, NoRiskInput
from calculators.no_riskpolis.judging import Verdict, Wait, first_sick_day, judge, tested

BEFORE_THE_SAFE_DAY = frozenset(
    {
        "indienst-voor-einde-wachttijd",
        BEFORE_THE_RIGHT,
        "wia-begint-die-dag",
        CHECK_DAY,
        OWN_RISK,
        "baan-voor-einde-opleiding",
        "baan-op-laatste-schooldag",
    }
)
"""Reasons that a start on or after the safe day takes away."""


@dataclass(frozen=True)
class NoRisk:
    """The whole answer. ``wait`` is None for groups without a waiting period.

    ``end`` holds every end of the illness that was filled in; None without one, or for a group that hangs on none.
    ``dates`` are the dates about one period of illness as they were typed, also those of before it.
    """

    case: NoRiskInput
    law: Law
    end: Ends | None
    verdict: Verdict
    wait: Wait | None
    dates: tuple[date, ...]
    timing: ContractTiming
    report: Report | None
    sick_pay: SickPay | None
    unknown_maximum: bool
    pension: Pension | None

    @property
    def first_wia_day(self) -> date | None:
        """Return the first day of the WIA, or under 35 percent the first one after the wait, as early as it can be."""
        return None if self.wait is None else self.wait.first_day.first

    @property
    def sure_day(self) -> date | None:
        """Return that day as late as it can be."""
        return None if self.wait is None else self.wait.first_day.last

    @property
    def contract_end(self) -> date | None:
        """Return the last day of the contract at the own employer, when it is about this illness."""
        return None if self.wait is None else self.wait.contract_end

    @property
    def check_day(self) -> date | None:
        """Return the check day of ZW 29b(1)(b) 2°, as early as it can be."""
        return None if self.wait is None else self.wait.check_day

    @property
    def later_check_day(self) -> date | None:
        """Return the other day that can be the check day, where the law leaves that open."""
        if self.wait is None or self.case.groep != "minder-dan-35" or not self.wait.first_day.cause:
            return None
        return days_after(self.wait.check_day, (self.wait.first_day.last - self.wait.first_day.first).days)

    @property
    def begins_after_all(self) -> bool:
        """Say whether the job begins on or after the first day of the wait as late as that can be."""
        return self.sure_day is not None and (self.case.in_dienst or self.case.peildatum) >= self.sure_day

    @property
    def begins_late(self) -> bool:
        """Say whether it begins more than five years after the first day as early as that can be."""
        start, first = self.case.in_dienst or self.case.peildatum, self.first_wia_day
        return first is not None and start > last_start_under_35(first, self.law)

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
        in_time = self.safe_day is not None and case.peildatum >= self.safe_day
        return reasons[0] in BEFORE_THE_SAFE_DAY and not in_time

    @property
    def last_day_of_benefit(self) -> date | None:
        """Return the last day of the benefit for the illness that was filled in, when the AOW cuts it short."""
        return self.pension.last_day if self.pension is not None and self.may_apply else None

    @property
    def ends_at_the_first_amount(self) -> bool:
        """Say whether the AOW ends the benefit within the weeks of the higher amount: then there is none after them."""
        sick, last = self.case.eerste_dag_ziek_in_nieuwe_baan, self.last_day_of_benefit
        if sick is None or last is None:
            return False
        return (last - sick).days < DAYS_IN_WEEK * self.law.number("no_risk.weken_volledig", sick)

    @property
    def safe_day(self) -> date | None:
        """Return the first safe day for a contract, by what is known of UWV's decision; after school the day after it.

        In the job at the own employer that goes on, no right has to lie before its start.
        """
        case = self.case
        if case.groep == "onderwijsbelemmering" and case.einde_opleiding:
            return days_after(case.einde_opleiding, 1)
        if self.wait is None:
            return None
        if case.groep == "wia" and case.is_new_job:
            return safe_with_wia(self.wait.first_day, case.aow_datum)
        return safe_under_35(self.wait.first_day, case.aow_datum)

    @property
    def sick_pay_in_the_wait(self) -> bool:
        """Say whether some of the waiting period is one of the Ziektewet: no employer, or one that was left within it.

        An end of the contract after it is no matter: then there is no wage that holds up the WIA.
        """
        illness = self.case.illness
        return illness is not None and self.end is not None and has_sick_pay_in_the_wait(illness, self.end)

    @property
    def lent_until(self) -> date | None:
        """Return the last day of a secondment that bridges the time to another employer, if there is one."""
        first, case = self.first_wia_day, self.case
        if first is None or aow_comes_first(case.aow_datum, first) or case.werkgever == "eigen":
            return None
        return lent_until(first, case.has_employer, self.contract_end)


def end_of(case: NoRiskInput, law: Law) -> Ends | None:
    """Return every end of the illness that was filled in; None without one, and for groups that hang on none."""
    illness = case.illness
    if illness is None or case.groep not in GROUPS_WITH_WAITING_PERIOD:
        return None
    return ends(illness, law.on(illness.first_day))


def calculate(case: NoRiskInput) -> NoRisk:
    """Work out the right, its days, and the level of the benefit, all from one book of law."""
    law = Law(case.peildatum)
    end = end_of(case, law)
    contract_end = case.einde_dienstverband if case.has_employer else None
    if end is not None:
        case = _without_an_older_contract(case, end)
    is_used = end is not None and end.contract_end is None and case.einde_dienstverband is not None
    typed = (case.wia_aanvraag, None if is_used else contract_end)
    wait = waiting_period(case, end, law)
    report = report_of(case, law)
    verdict = _still_running(judge(case, wait, law), case)
    timing = ContractTiming.SAFE
    hangs_on_it = case.groep == "minder-dan-35" and case.werkgever == "nieuw"
    if (
        hangs_on_it
        and case.in_dienst
        and wait is not None
        and not aow_comes_first(case.aow_datum, wait.first_day.first)
    ):
        timing = contract_timing(case.in_dienst, wait.first_day.first, wait.check_day, first_sick_day(case, law))
    sick_pay, unknown = level(case, law)
    return NoRisk(
        case=case,
        law=law,
        end=end,
        verdict=_with_late_report(_only_with_a_yes(verdict), case, report),
        wait=wait,
        dates=tuple(day for day in typed if day is not None),
        timing=timing,
        report=report,
        sick_pay=sick_pay,
        unknown_maximum=unknown,
        pension=pension_of(case, law),
    )


def _without_an_older_contract(case: NoRiskInput, end: Ends) -> NoRiskInput:
    """Leave out an end of before this illness, but for a job that began after it: that is a new one."""
    began_later = case.in_dienst is not None and case.in_dienst > end.period.first_day
    return case if end.contract_end is not None or began_later else replace(case, einde_dienstverband=None)


def waiting_period(case: NoRiskInput, end: Ends | None, law: Law) -> Wait | None:
    """Return the days of the wait, and whether the given WIA day differs from the one worked out.

    For who has WIA it is the first day of the right, which a very late application moves (Wet WIA 64(11)). A given WIA
    day holds, and is certain: it comes from UWV's letter. The check day lies eleven weeks before the first day after
    the wait (ZW 29b(1)(b) 2°): before the first WIA day, not before a later day of right.
    """
    given = case.eerste_wia_dag
    if case.groep not in GROUPS_WITH_WAITING_PERIOD:
        return None
    if end is None or case.illness is None:
        if given is None:
            return None
        return Wait(FirstDay(given, given), check_day_of(given, law.on(given)), case.einde_dienstverband)
    is_wia = case.groep == "wia"
    first_day = of_the_right(case.illness, end, law) if is_wia else after_the_wait(case.illness, end)
    if given is None:
        return Wait(first_day, end.no_risk_check_day, end.contract_end)
    check_day = end.no_risk_check_day
    differs = given != first_day.first
    if differs:
        check_day = days_after(check_day, (given - end.first_wia_day).days)
    return Wait(FirstDay(given, given), check_day, end.contract_end, differs)


def _still_running(verdict: Verdict, case: NoRiskInput) -> Verdict:
    """Say no when the illness, or else the reference day, lies after the last day of the policy."""
    if verdict.last is None or tested(case) <= verdict.last:
        return verdict
    return replace(verdict, right="nee", reasons=("vijf-jaar-voorbij",))


def _only_with_a_yes(verdict: Verdict) -> Verdict:
    """Leave the days out of everything but a yes: a policy that does not hold has no first day."""
    return verdict if verdict.right == "ja" else replace(verdict, first=None, last=None)


def _with_late_report(verdict: Verdict, case: NoRiskInput, report: Report | None) -> Verdict:
    """Add that the illness was reported too late; the right itself does not change (ZW 38a(8) and (9)).

    Not where there is no policy: then this term is not the employer's (ZW 38a(3)). But after its five years there may
    still be one, as UWV may have made them longer (ZW 29c).
    """
    may_hold = verdict.right != "nee" or "vijf-jaar-voorbij" in verdict.reasons
    if not may_hold or report is None or (case.ziekgemeld_op or case.peildatum) <= report.in_time_until:
        return verdict
    return replace(verdict, reasons=(*verdict.reasons, "te-laat-gemeld"))
