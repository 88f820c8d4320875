"""The timeline: every milestone of a long illness, from the first sick day to the contract after it.

Rules only: days go in, days come out. What else is to be said of a milestone stands in its row of
``milestones.toml``. Day N is the N-th counted day; the first sick day is day 1 (see ``law.wachttijd``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, MONTHS_IN_YEAR, Period, days_after, last_day_of_term
from calculators.law.book import Law
from calculators.law.early_iva import early_iva_day
from calculators.law.lkv import declaration_by, lkv_can_be
from calculators.law.no_risk import may_be_under_35, policy_can_be
from calculators.law.sick_pay import has_sick_pay_in_the_wait
from calculators.law.sick_period import SickPeriod, used_date
from calculators.law.stays import (
    Stays,
    WeekOfHours,
    evaluation_days,
    hours_build_up,
    stays_of,
    trial_application_day,
)
from calculators.law.wachttijd import Ends, ends, weeks_earlier
from calculators.tijdlijn.form import TimelineInput
from calculators.tijdlijn.lapsing import that_remain
from calculators.tijdlijn.milestones import Milestone, place_in_a_day


@dataclass(frozen=True)
class Timeline:
    """The whole answer in days."""

    case: TimelineInput
    law: Law
    ends: Ends
    week_now: int | None
    days_to_go: int
    milestones: tuple[Milestone, ...]
    hours: tuple[WeekOfHours, ...]
    last_start_of_placement: date | None
    stays: Stays
    second_track_late: bool

    def has_employer_at(self, one: Milestone) -> bool:
        """Say whether there is an own employer then; an early application is as of the day on which it is done.

        A late one is made up for after the waiting period (BW 7:629(11)(a)): who has left by then has no wage to go on.
        """
        if not self.case.has_employer or not has_sick_pay_in_the_wait(self.case.illness, self.ends):
            return self.case.has_employer
        if one.id == "wia-aanvraag":
            return False
        applied = self.case.vervroegde_iva_aanvraag if one.id == "vervroegde-iva-aanvraag" else None
        return (applied or one.first) <= self.ends.wages

    def law_of(self, one: Milestone) -> Law:
        """Return the book of law open at the day whose figures made a milestone."""
        return self.law.on(one.law_day or self.law.day)


def calculate(case: TimelineInput) -> Timeline:
    """Work out the timeline of one case."""
    law = Law(case.eerste_ziektedag)
    end = ends(case.illness, law)
    stays = stays_of(case, end)
    found = [
        *(_with_employer(case, end, law) if case.has_employer else _without_employer(case, end, law)),
        *_stay_milestones(stays.by_form, law),
        *_contract(case, end, law),
    ]
    milestones = tuple(
        sorted(
            (_with_week(one, end) for one in that_remain(found, case, end, law)),
            key=lambda one: (one.first, place_in_a_day(one), one.last),
        )
    )
    space = DAYS_IN_WEEK * (law.number("plaatsing.detachering_ruimte_weken") + int(case.werkervaringsplaats_weken))
    last_start = days_after(end.first_wia_day, -space)
    return Timeline(
        case=case,
        law=law,
        ends=end,
        week_now=_week_now(case, end),
        days_to_go=max(0, (end.waiting_period - case.peildatum).days),
        milestones=milestones,
        hours=_hours(case),
        last_start_of_placement=last_start if last_start >= end.period.first_day else None,
        stays=stays,
        second_track_late=_second_track_late(stays, milestones),
    )


def _with_employer(case: TimelineInput, end: Ends, law: Law) -> Iterator[Milestone]:
    """The duties on the way of somebody with an employer (Regeling procesgang, Wet WIA 23-25 and 64, ZW 38)."""
    period, weeks = end.period, law.number("wachttijd.weken")
    analysis_week = law.number("wachttijd.probleemanalyse_weken")
    evaluation_days = DAYS_IN_WEEK * law.number("wachttijd.evaluatie_weken")

    yield _on("probleemanalyse", period.end_of_week(analysis_week))
    plan = plan_day(case, end, law)
    if plan <= end.wages:
        yield _on("plan-van-aanpak", plan)
    numbers = range(period.counted(plan) + evaluation_days, DAYS_IN_WEEK * weeks + 1, evaluation_days)
    for index, number in enumerate(numbers, start=1):
        yield _on(f"evaluatie-plan-{index}", period.day(number))

    if not application_is_report(case, end, law):
        yield _on("melding-42e-week", _report_of_illness(period, law))
    first_week = law.number("wachttijd.eerstejaarsevaluatie_eerste_week")
    last_week = law.number("wachttijd.eerstejaarsevaluatie_laatste_week")
    window = _window(
        "eerstejaarsevaluatie", period.day(DAYS_IN_WEEK * (first_week - 1) + 1), period.end_of_week(last_week)
    )
    yield window
    evaluated = used_date(case.eerstejaarsevaluatie, period) or window.last
    yield _on(
        "tweede-spoor-uiterlijk", days_after(evaluated, DAYS_IN_WEEK * law.number("wachttijd.tweede_spoor_weken"))
    )

    yield from _wia(case, end, law)
    report_weeks = law.number("wachttijd.re_integratieverslag_weken")
    yield _on("re-integratieverslag", weeks_earlier(end.counted_back_from, report_weeks))
    # Of the waiting period, of the extension, or of the wage that a late application lengthens (Wet WIA 25(10)).
    decision_weeks = law.number("wachttijd.besluit_loonsanctie_weken")
    yield _on("besluit-loonsanctie", weeks_earlier(end.before_sanction, decision_weeks))
    if end.extension is not None:
        yield _on("einde-verlenging", end.extension)
    if end.sanction is not None:
        yield _on("einde-loonsanctie", end.sanction)
    yield _on("einde-loondoorbetaling", end.wages)
    yield _on("einde-opzegverbod", end.dismissal_allowed)
    if (contract_end := end.contract_end) is not None:
        yield _on("einde-dienstverband", contract_end, contract_end)
        yield from _first_year_test(period, law, contract_end)
    yield from _aow(case, period)
    yield from _early_iva(case, end, law)


def plan_day(case: TimelineInput, end: Ends, law: Law) -> date:
    """Return the last day for the plan: two weeks after the judgement (Regeling procesgang 4(1)), known or not.

    Nobody makes a plan on a day of leave or recovery: where it would be due on one, the two weeks are of counted days.
    """
    analysis, days = used_date(case.probleemanalyse, end.period), law.number("wachttijd.plan_na_analyse_dagen")
    if analysis is None:
        return latest_plan_day(end, law)
    plan = days_after(analysis, days)
    paused = any(pause.first <= plan <= pause.last for pause in end.period.pauses)
    return end.period.day(end.period.counted(analysis) + days) if paused else plan


def latest_plan_day(end: Ends, law: Law) -> date:
    """Return the last day for the plan after a judgement on its own last day (Regeling procesgang 2(2) and 4(1))."""
    weeks, days = law.number("wachttijd.probleemanalyse_weken"), law.number("wachttijd.plan_na_analyse_dagen")
    return end.period.day(DAYS_IN_WEEK * weeks + days)


def application_is_report(case: TimelineInput, end: Ends, law: Law) -> bool:
    """Say whether an early application for WIA came before the report to UWV, so that it counts as one (ZW 38(8))."""
    applied = used_date(case.vervroegde_iva_aanvraag, end.period)
    return applied is not None and applied <= _report_of_illness(end.period, law)


def _report_of_illness(period: SickPeriod, law: Law) -> date:
    """Return the last day to report the illness to UWV: the first one after 42 weeks (ZW 38(1))."""
    return days_after(period.end_of_week(law.number("wachttijd.melding_42e_week_weken")), 1)


def _aow(case: TimelineInput, period: SickPeriod) -> Iterator[Milestone]:
    """The day on which the AOW begins, by the law of the illness when that began after it."""
    if case.aow_datum is not None:
        yield _on("aow", case.aow_datum, max(case.aow_datum, period.first_day))


def _first_year_test(period: SickPeriod, law: Law, contract_end: date | None = None) -> Iterator[Milestone]:
    """When UWV judges who has sick pay and no employer after 52 weeks (ZW 19aa), so not before the contract ended."""
    first = period.day(DAYS_IN_WEEK * (law.number("wachttijd.ezwb_eerste_week") - 1) + 1)
    last = period.end_of_week(law.number("wachttijd.ezwb_uitkomst_weken"))
    if contract_end is None:
        yield _window("ezwb", first, last)
    elif contract_end < last:
        yield _window("ezwb", max(first, days_after(contract_end, 1)), last)


def _early_iva(case: TimelineInput, end: Ends, law: Law) -> Iterator[Milestone]:
    """When to ask for a shorter waiting period, once, and the day after its earliest end (Wet WIA 23(6) and 66).

    Up to the last week for applying, which the form keeps, that is never more than the 78 weeks that the law allows.
    """
    earliest, period = early_iva_day(case, end, law), end.period
    if earliest is None:
        return
    first_week = law.number("wia.vervroegd_aanvraag_eerste_week")
    last_week = law.number("wia.vervroegd_aanvraag_voor_week") - 1
    yield _window(
        "vervroegde-iva-aanvraag", period.day(DAYS_IN_WEEK * (first_week - 1) + 1), period.end_of_week(last_week)
    )
    yield _on("vervroegde-iva", earliest)


def _without_employer(case: TimelineInput, end: Ends, law: Law) -> Iterator[Milestone]:
    """The timeline of the Ziektewet without an employer (vangnet; ZW 19aa, Wet WIA 26 and 66(7))."""
    period = end.period
    yield _on("probleemanalyse", period.end_of_week(law.number("wachttijd.vangnet_probleemanalyse_weken")))
    yield _on("plan-van-aanpak", period.end_of_week(law.number("wachttijd.vangnet_plan_weken")))
    yield from _first_year_test(period, law)
    yield from _wia(case, end, law)
    yield from _aow(case, period)
    yield from _early_iva(case, end, law)


def _wia(case: TimelineInput, end: Ends, law: Law) -> Iterator[Milestone]:
    """The days of the WIA that hold with and without an employer (Wet WIA 23 and 64, ZW 29b)."""
    letter = end.period.end_of_week(law.number("wachttijd.brief_uwv_weken"))
    yield _on("brief-uwv-wia", days_after(letter, 1))
    yield _on("wia-aanvraag", end.application_due)
    if may_be_under_35(case):
        yield _on("no-risk-peildag", end.no_risk_check_day)
    yield _on("einde-wachttijd", end.waiting_period)
    yield _on("eerste-wia-dag", end.first_wia_day)


def _stay_milestones(stays: Mapping[str, Period], law: Law) -> Iterator[Milestone]:
    """The days of placement, secondment, trial placement and contract, by the law of their first day.

    Appointments move off weekends and holidays.
    """
    for name, stay in stays.items():
        if name != "in-dienst":
            yield _on(f"{name}-start", stay.first, stay.first)
            yield _on(f"{name}-einde", stay.last, stay.first)
    if (placement := stays.get("werkervaringsplaats")) is not None:
        for index, day in enumerate(evaluation_days(placement, law.on(placement.first)), start=1):
            yield _on(f"werkervaringsplaats-evaluatie-{index}", day, placement.first)
    if (trial := stays.get("proefplaatsing")) is not None:
        yield _on("proefplaatsing-aanvraag", trial_application_day(trial.first, law.on(trial.first)), trial.first)


def _contract(case: TimelineInput, end: Ends, law: Law) -> Iterator[Milestone]:
    """The terms that run from the first day of the new contract (ZW 29b, Wtl 2.6 to 2.8).

    Each only where it can begin to run: save with a WAO or WAZ no policy of five years and no wage cost advantage comes
    of a contract from before the first WIA day. The wage cost advantage ends at the AOW age (2.6(3)(a)); a contract
    from then on has none.
    """
    start, aow_day = case.in_dienst, case.aow_datum
    if start is None:
        return
    yield _on("in-dienst", start, start)
    if policy_can_be(case, end, start, law):
        law = law.on(start)
        years = law.number("regelingen.no_risk_jaren")
        yield _on("no-risk-einde", last_day_of_term(start, MONTHS_IN_YEAR * years), start)
    if (aow_day is not None and start >= aow_day) or not lkv_can_be(case, end, start, law):
        return
    law = law.on(start)
    yield _on("lkv-doelgroepverklaring", declaration_by(start, law), start)
    last = last_day_of_term(start, MONTHS_IN_YEAR * law.number("regelingen.lkv_jaren"))
    yield _on("lkv-einde", last if aow_day is None else min(last, days_after(aow_day, -1)), start)


def _hours(case: TimelineInput) -> tuple[WeekOfHours, ...]:
    """The build-up of hours, a row for each week of the placement; empty when a key is missing."""
    start, first = case.uren_start, case.werkervaringsplaats_start
    if first is None or start is None or case.uren_doel is None or case.uren_stap is None:
        return ()
    return hours_build_up(first, int(case.werkervaringsplaats_weken), start, case.uren_stap, case.uren_doel)


def _week_now(case: TimelineInput, end: Ends) -> int | None:
    """Return the counted week of the reference day; None before the illness and after the wage duty."""
    last = end.wages if case.has_employer else days_after(end.first_wia_day, -1)
    return end.period.week(case.peildatum) if end.period.first_day <= case.peildatum <= last else None


def _second_track_late(stays: Stays, milestones: tuple[Milestone, ...]) -> bool:
    """Say whether the first of placement and secondment begins after the second track should have begun."""
    due = [one.last for one in milestones if one.id == "tweede-spoor-uiterlijk"]
    starts = [stay.first for stay in stays.second_track]
    return bool(due and starts) and min(starts) > due[0]


def _with_week(one: Milestone, end: Ends) -> Milestone:
    """Add the counted week to a milestone that lies within the illness."""
    if not end.period.first_day <= one.first < end.first_wia_day:
        return one
    return replace(one, week=end.period.week(one.first))


def _on(milestone_id: str, day: date, law_day: date | None = None) -> Milestone:
    return Milestone(milestone_id, day, day, law_day)


def _window(milestone_id: str, first: date, last: date) -> Milestone:
    return Milestone(milestone_id, first, last)
