"""The no-risk policy: whether an employer gets sickness benefit when this employee falls ill (Ziektewet 29b-29f).

Rules only: the answer in codes and days. The words stand in ``wording.toml`` and ``explanation.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from calculators.frame.dates import days_after, last_day_of_term, same_day_later
from calculators.frame.money import to_cent
from calculators.law.book import Law
from calculators.law.no_risk import ContractTiming, contract_timing
from calculators.law.parameters import UnknownFigure, figure
from calculators.law.wachttijd import ends
from calculators.no_riskpolis.form import GROUPS_WITH_WAITING_PERIOD, NoRiskInput

Right = Literal["ja", "nee", "misschien", "weet-niet"]
Limit = Literal["maximumdagloon", "loon"]
MONTHS_IN_YEAR = 12
HUNDRED = Decimal(100)
WITHOUT_END = frozenset({"wajong", "banenafspraak", "wsw-of-beschut-werk"})


@dataclass(frozen=True)
class Verdict:
    """The right, why, and for illness that begins from when to when (None: no start known, no end)."""

    right: Right
    reasons: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class SickPay:
    """The benefit a day in the first 52 weeks and after, and what limits it."""

    first_weeks: Decimal
    after: Decimal
    limited_by: Limit | None


@dataclass(frozen=True)
class NoRisk:
    """The whole answer. ``check_day`` and ``first_wia_day`` are None for groups without a waiting period."""

    case: NoRiskInput
    verdict: Verdict
    first_wia_day: date | None
    check_day: date | None
    days_differ: bool
    timing: ContractTiming
    report_by: date | None
    sick_pay: SickPay | None
    unknown_maximum: bool

    @property
    def may_apply(self) -> bool:
        """Say whether the policy applies or may apply, so that level and reporting matter."""
        return self.verdict.right in ("ja", "misschien")

    @property
    def safe_day(self) -> date | None:
        """Return the first safe day for a contract; None for groups without a waiting period."""
        if self.first_wia_day is None or self.check_day is None:
            return None
        return self.first_wia_day


def calculate(case: NoRiskInput) -> NoRisk:
    """Work out the right, its days, and the level of the benefit."""
    first_wia_day, check_day, differ = waiting_period(case)
    verdict = _with_late_report(_still_running(judge(case, first_wia_day, check_day), case), case)
    timing = ContractTiming.SAFE
    if case.groep == "minder-dan-35" and case.werkgever == "nieuw" and case.in_dienst and first_wia_day and check_day:
        timing = contract_timing(case.in_dienst, first_wia_day, check_day)
    sick_pay, unknown = level(case)
    return NoRisk(
        case=case,
        verdict=verdict,
        first_wia_day=first_wia_day,
        check_day=check_day,
        days_differ=differ,
        timing=timing,
        report_by=report_by(case),
        sick_pay=sick_pay,
        unknown_maximum=unknown,
    )


def waiting_period(case: NoRiskInput) -> tuple[date | None, date | None, bool]:
    """Return the first WIA day, the check day, and whether the given WIA day differs from the one worked out.

    A given WIA day holds: it comes from UWV's letter. The check day lies 77 days before it, later by the days of a
    late application (ZW 29b(1)(b)).
    """
    given, illness = case.eerste_wia_dag, case.illness
    if case.groep not in GROUPS_WITH_WAITING_PERIOD:
        return None, None, False
    if illness is None:
        if given is None:
            return None, None, False
        return given, days_after(given, -Law(given).number("regelingen.no_risk_peildag_dagen")), False
    found = ends(illness, Law(illness.first_day))
    if given is None or given == found.first_wia_day:
        return found.first_wia_day, found.no_risk_check_day, False
    shift = (given - found.first_wia_day).days
    return given, days_after(found.no_risk_check_day, shift), True


def judge(case: NoRiskInput, first_wia_day: date | None, check_day: date | None) -> Verdict:
    """Return the right for a job that begins on ``in-dienst``, or else on the reference day."""
    start = case.in_dienst or case.peildatum
    if case.groep == "weet-niet":
        return Verdict("weet-niet")
    if case.groep == "geen":
        return Verdict("nee", ("geen-doelgroep",))
    if case.groep in WITHOUT_END:
        return Verdict("ja", ("groep-onbeperkt",), case.in_dienst)
    if case.groep == "onderwijsbelemmering":
        return _after_school(case, start)
    if first_wia_day is None or check_day is None:
        raise ValueError("these groups need a waiting period; the form asks for it")
    if case.groep == "wia":
        return _with_wia(case, start, first_wia_day)
    return _under_35(case, start, first_wia_day, check_day)


def _policy(case: NoRiskInput, right: Right, *reasons: str) -> Verdict:
    """Return a right for the five years from the start of the job; without a start there are no days."""
    if case.in_dienst is None:
        return Verdict(right, reasons)
    years = Law(case.in_dienst).number("regelingen.no_risk_jaren")
    return Verdict(right, reasons, case.in_dienst, last_day_of_term(case.in_dienst, MONTHS_IN_YEAR * years))


def _after_school(case: NoRiskInput, start: date) -> Verdict:
    """School hindrance: the job begins within five years after the education (ZW 29b(1)(c) and (d))."""
    end = case.einde_opleiding
    if end is None:
        raise ValueError("this group needs the end of the education; the form asks for it")
    years = Law(end).number("no_risk.onderwijs_jaren")
    if start > same_day_later(end, MONTHS_IN_YEAR * years):
        return Verdict("nee", ("later-dan-vijf-jaar",))
    return _policy(case, "ja")


def _with_wia(case: NoRiskInput, start: date, first_wia_day: date) -> Verdict:
    """A right to WIA immediately before the job; at the own employer five years from it (ZW 29b(1)(a), (4))."""
    if case.werkgever == "eigen":
        tested = case.eerste_dag_ziek_in_nieuwe_baan or case.peildatum
        if tested < first_wia_day:
            return Verdict("misschien", ("geen-wia-recht-direct-voor-indienst",))
        years = Law(first_wia_day).number("regelingen.no_risk_jaren")
        last = last_day_of_term(first_wia_day, MONTHS_IN_YEAR * years)
        return Verdict("ja", ("wia-recht-direct-voor-indienst",), first_wia_day, last)
    if start < first_wia_day:
        return _policy(case, "misschien", "geen-wia-recht-direct-voor-indienst")
    return _policy(case, "ja", "wia-recht-direct-voor-indienst")


def _under_35(case: NoRiskInput, start: date, first_wia_day: date, check_day: date) -> Verdict:
    """The conditions for somebody under 35 percent, in the order of the law (ZW 29b(1)(b), 1° to 4°)."""
    if case.ander_werk_bij_eigen_werkgever == "ja":
        return Verdict("nee", ("passend-werk-bij-eigen-werkgever",))
    new_employer = case.werkgever == "nieuw"
    if case.baan_op_peildag == "ja" or (new_employer and start <= check_day):
        return Verdict("nee", ("baan-op-peildag",))
    if start < first_wia_day:
        return _policy(case, "misschien", "indienst-voor-einde-wachttijd")
    years = Law(first_wia_day).number("no_risk.start_na_wachttijd_jaren")
    if start >= same_day_later(first_wia_day, MONTHS_IN_YEAR * years):
        return Verdict("nee", ("later-dan-vijf-jaar",))
    if case.baan_op_peildag is None or case.ander_werk_bij_eigen_werkgever is None:
        return _policy(case, "misschien")
    return _policy(case, "ja")


def _still_running(verdict: Verdict, case: NoRiskInput) -> Verdict:
    """Say no when the illness, or else the reference day, lies after the last day of the policy."""
    tested = case.eerste_dag_ziek_in_nieuwe_baan or case.peildatum
    if verdict.last is None or tested <= verdict.last:
        return verdict
    return Verdict("nee", ("vijf-jaar-voorbij",), verdict.first, verdict.last)


def _with_late_report(verdict: Verdict, case: NoRiskInput) -> Verdict:
    """Add that the illness was reported too late; the right itself does not change (ZW 38a(8) and (9))."""
    due = report_by(case)
    if due is None or (case.ziekgemeld_op or case.peildatum) <= due:
        return verdict
    return Verdict(verdict.right, (*verdict.reasons, "te-laat-gemeld"), verdict.first, verdict.last)


def report_by(case: NoRiskInput) -> date | None:
    """Return the last day to report the illness: the first day after six weeks (ZW 38a(3))."""
    sick = case.eerste_dag_ziek_in_nieuwe_baan
    return None if sick is None else days_after(sick, Law(sick).number("no_risk.ziekmelden_dagen"))


def level(case: NoRiskInput) -> tuple[SickPay | None, bool]:
    """Return the benefit a day (None without a daily wage), and whether the maximum daily wage was unknown.

    100 percent in the first 52 weeks, on the employer's request, and 70 percent after; never above the
    maximum daily wage nor above the wage owed (ZW 29b(5) and (6), Wfsv 17).
    """
    if case.dagloon is None:
        return None, False
    day = case.eerste_dag_ziek_in_nieuwe_baan or case.peildatum
    try:
        maximum = figure("loon.maximumdagloon").on(day)
    except UnknownFigure:
        return None, True
    law, owed = Law(day), case.loon_per_dag
    base = min(case.dagloon, maximum)
    limit: Limit | None = "maximumdagloon" if case.dagloon > maximum else None
    if owed is not None and owed < base:
        limit = "loon"
    full = base * law.number("no_risk.percentage_eerste_52_weken") / HUNDRED
    later = base * law.number("no_risk.percentage_daarna") / HUNDRED
    if owed is not None:
        full, later = min(full, owed), min(later, owed)
    return SickPay(to_cent(full), to_cent(later), limit), False
