"""The timeline once more, by walking over the calendar one day at a time.

Written from the text of the statutes and the promises on the JSON, without sight of the calculator, so that two people
read the law independently. When the two differ, read the law again. The waiting period is in `naive_waiting_period`,
every end in `naive_ends`; here stand the milestones, what leaves them out, the placements and the warnings.
"""

from dataclasses import dataclass, field
from datetime import date

from tests.oracle.naive_calendar import (
    ONE_DAY,
    Period,
    each_day,
    is_day_off,
    length,
    same_day_later,
    step,
    working_day_on_or_before,
)
from tests.oracle.naive_case import Case, read_case
from tests.oracle.naive_ends import Ends
from tests.oracle.naive_milestones import (
    ALSO_WITHOUT_EMPLOYER,
    FIXED_ORDER,
    POLICY_WHATEVER_THE_WAIT,
    Milestones,
)
from tests.oracle.naive_objection import MADE_EQUAL
from tests.oracle.naive_waiting_period import (
    FOUR_WEEKS,
    count_until,
    counted_day,
    pauses_and_first_day,
    runs_of_days_not_ill,
)

__all__ = [
    "ONE_DAY",
    "Case",
    "Ends",
    "Period",
    "Timeline",
    "Walk",
    "count_until",
    "counted_day",
    "each_day",
    "is_day_off",
    "length",
    "pauses_and_first_day",
    "read_case",
    "same_day_later",
    "step",
    "timeline",
]

PLACES_WITH_BENEFIT = {"WW", "ZW", "WGA", "WAO", "WAZ", "Wajong", "IOW"}


@dataclass
class Timeline:
    """What the day counter found."""

    first_day: date
    last_day: date
    first_wia_day: date
    week_now: int | None
    days_to_go: int
    last_placement_start: date | None
    safe_day: date | None
    events: dict[str, Period] = field(default_factory=dict)
    warnings: set[str] = field(default_factory=set)
    hours: list[tuple[int, date, date, int]] = field(default_factory=list)

    def in_order(self) -> list[str]:
        """Name the events in the order in which a reader meets them."""
        return sorted(self.events, key=lambda name: (self.events[name][0], FIXED_ORDER.index(name)))


class Walk:
    """One case, with every end found once, and the placements walked."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.ends = Ends(case)
        self.short = self.ends.illness.recoveries
        self.leave = self.ends.illness.leave
        self.pauses = self.ends.pauses
        self.first_day = self.ends.first_day
        self.end_of_wait = self.ends.end_of_wait
        self.first_wia_day = self.ends.first_wia_day
        self.check_day = self.ends.check_day
        self.last_paid_day = self.ends.last_paid_day()
        self.events: dict[str, Period] = {}
        self.warnings: set[str] = set()

    def counted(self, number: int) -> date:
        return self.ends.counted(number)

    def put(self, name: str, day: date) -> None:
        self.events[name] = (day, day)

    def warn_about_wages_that_nobody_owes(self) -> None:
        """WIA 24(1) and 25(9) lengthen the time of a right to wages: not one day of that comes after the contract."""
        ended = self.case.end_of_contract
        if ended is None or ended < self.first_day:
            return
        starts = {
            "verlenging-na-dienstverband": self.ends.end_of_extension and self.end_of_wait + ONE_DAY,
            "loonsanctie-na-dienstverband": self.ends.end_of_sanction and self.ends.begin_of_sanction,
        }
        self.warnings |= {name for name, first in starts.items() if first and first > ended}

    def warn_about_signing_on_the_last_day(self) -> None:
        """WIA 88(1)(d): it can cost who agrees to an end within a sanction; of an earlier end another warning tells."""
        if self.ends.end_of_sanction == self.case.end_of_contract == self.last_paid_day:
            self.warnings.add("einde-in-loonsanctie")

    def walk_placement(self) -> Period | None:
        start = self.case.placement_start
        if start is None:
            return None
        days = 7 * self.case.placement_weeks
        self.put("werkervaringsplaats-start", start)
        for number in (1, 2, 3):
            part = 0
            while part * 3 < days * number:
                part += 1
            evaluation = working_day_on_or_before(step(start, part - 1))
            while evaluation < start or is_day_off(evaluation):  # no appointment before there is a placement
                evaluation = step(evaluation, 1)
            self.put(f"werkervaringsplaats-evaluatie-{number}", evaluation)
        end = step(start, days - 1)
        self.put("werkervaringsplaats-einde", end)
        if self.goes_past_wage(start, end) or self.goes_past_sick_pay(start, end):
            self.warnings.add("plaatsing-na-einde-wachttijd")
        return start, end

    def goes_past_wage(self, start: date, end: date) -> bool:
        """Tell whether the own employer stops paying in it, or has stopped before it and is the employer still."""
        if self.case.without_employer:
            return False
        return end > self.last_paid_day and (start <= self.last_paid_day or not self.left_ill)

    def goes_past_sick_pay(self, start: date, end: date) -> bool:
        """ZW 29(5): tell whether, without an employer, it is the sick pay that the placement outlasts."""
        if not (self.case.without_employer or self.left_ill) or end < self.first_wia_day:
            return False
        if self.case.benefit in ("WAO", "WAZ", "Wajong", "IOW"):
            return False
        return self.case.benefit == "ZW" or start < self.first_wia_day

    @property
    def left_ill(self) -> bool:
        """ZW 29(2)(c): tell whether it is the end of the contract, within the 104 weeks, that ends the wage."""
        ended = self.case.end_of_contract
        within_the_wait = ended is not None and self.first_day <= ended < self.end_of_wait
        return within_the_wait and ended == self.last_paid_day

    def walk_secondment(self) -> Period | None:
        start = self.case.secondment_start
        if start is None:
            return None
        # Waadi 1(1)(c): lending out is done by an employer; without one, or without wages any more, there is none.
        if self.case.without_employer:
            self.warnings.add("detachering-zonder-werkgever")
            return None
        end = self.case.secondment_end or self.last_paid_day
        if end > self.last_paid_day or start > self.last_paid_day:
            self.warnings.add("plaatsing-na-einde-wachttijd")
        if start > self.last_paid_day:
            return None
        self.put("detachering-start", start)
        self.put("detachering-einde", end)
        return start, end

    def can_have_benefit(self, day: date) -> bool:
        """Tell whether UWV can pay the benefit of this case on a day on which no employer owes wages."""
        wages = not self.case.without_employer and day <= self.last_paid_day
        return not wages and self.has_right_on(day)

    def has_right_on(self, day: date) -> bool:
        """WIA 43(g), 47(2) and 54(2); ZW 29(2), (4) and (5): when there can be a benefit of this kind at all.

        The AOW age ends every benefit; only who falls ill after it has six weeks of sick pay.
        """
        kind, aow = self.case.benefit, self.case.aow_day
        if kind == "ZW":
            weeks = 6 if aow is not None and aow <= self.first_day else 104
            if not self.counted(3) <= day <= self.counted(7 * weeks):
                return False
            return aow is None or aow <= self.first_day or day < aow
        if kind in ("WGA", "IVA") and day < self.ends.first_day_with_wia:
            return False
        return aow is None or day < aow

    def walk_trial(self) -> Period | None:
        case = self.case
        start = case.trial_start
        if start is None:
            return None
        end = same_day_later(start, months=case.trial_months) - ONE_DAY
        self.put("proefplaatsing-aanvraag", working_day_on_or_before(step(start, -14)))
        self.put("proefplaatsing-start", start)
        self.put("proefplaatsing-einde", end)
        if case.benefit not in PLACES_WITH_BENEFIT or not all(self.can_have_benefit(day) for day in (start, end)):
            self.warnings.add("proefplaatsing-zonder-uitkering")
        if case.trial_months > 2:
            self.warnings.add("proefplaatsing-te-lang")
        return start, end

    def walk_new_contract(self) -> Period | None:
        """ZW 29b(1): five years; Wtl 2.7(1) and 2.8(1): a declaration within three months, three years."""
        start = self.case.new_contract
        if start is None:
            return None
        self.put("in-dienst", start)
        pension = self.case.aow_day
        if self.policy_of_five_years(start):
            self.put("no-risk-einde", same_day_later(start, months=60) - ONE_DAY)
        if self.wage_cost_advantage(start) and (
            pension is None or start < pension
        ):  # Wtl 2.6(3)(a): not, or no longer, once the AOW age is reached
            declaration = same_day_later(start, months=3) - ONE_DAY
            while is_day_off(declaration) or declaration.isoformat() in MADE_EQUAL:  # ATW 1(1): of three months (4)
                declaration += ONE_DAY
            self.put("lkv-doelgroepverklaring", declaration)
            end = same_day_later(start, months=36) - ONE_DAY
            self.put("lkv-einde", end if pension is None else min(end, pension - ONE_DAY))
        self.warn_about_contract(start)
        return start, date(2199, 12, 31)

    def warn_about_contract(self, start: date) -> None:
        """ZW 29b(1): a first day that costs the policy, or may; of who has Wajong, WAO or WAZ no day does."""
        pension = self.case.aow_day
        if self.case.benefit in POLICY_WHATEVER_THE_WAIT:
            return
        if pension is not None and pension <= self.first_wia_day:
            pass  # WIA 43(g): no right to WIA arises, so no day is safe and none is warned of
        elif start < self.first_wia_day and not self.can_be_under_35:  # the check day is none of who has WIA: (a)
            self.warnings.add("contract-voor-einde-wachttijd")
        elif self.first_day < start <= self.check_day:  # a job of the first sick day does not count: ZW 29b(1)(b)2°
            self.warnings.add("contract-op-no-risk-peildag")
        elif start < self.first_wia_day:
            self.warnings.add("contract-voor-einde-wachttijd")
        elif not self.is_sure(start):
            self.warnings.add("contract-op-eerste-wia-dag" if start == self.first_wia_day else "contract-niet-zeker")

    @property
    def can_be_under_35(self) -> bool:
        """Who has WIA comes under ZW 29b(1)(a), not under (b); who has Wajong, WAO or WAZ needs neither."""
        return self.case.benefit not in ("WGA", "IVA", *POLICY_WHATEVER_THE_WAIT)

    @property
    def can_have_wia(self) -> bool:
        """Who has another benefit by then has none; WIA 43(g) with 64(11): nor who has the AOW before the right."""
        pension = self.case.aow_day
        in_time = pension is None or self.ends.first_day_with_wia < pension
        return in_time and self.case.benefit in (None, "ZW", "WGA", "IVA")

    @property
    def days_under_35(self) -> tuple[date, date]:
        """ZW 29b(1)(b): "that day", as early and as late as it can be."""
        first, last = self.ends.days_that_check_day_may_count_from
        return first, max(last, self.ends.last_first_day(first))

    def is_sure(self, start: date) -> bool:
        """ZW 29b(1): tell that nothing is doubtful of a job from the first WIA day on, or that no policy is left."""
        pension = self.case.aow_day
        first, last = self.days_under_35
        too_late = start > same_day_later(last, months=60)
        doubts = []
        if self.can_be_under_35 and not too_late:
            by_each = first <= last <= start <= same_day_later(first, months=60)
            doubts.append(not by_each or (pension is not None and pension <= last))
        if self.can_have_wia:
            latest = self.ends.last_first_day(self.ends.first_day_with_wia)
            after_pension = pension is not None and start > pension
            if after_pension and self.can_be_under_35 and too_late:
                return True  # no policy at all
            doubts.append(start <= latest or after_pension)
        return not any(doubts)

    def policy_of_five_years(self, start: date) -> bool:
        """ZW 29b(1)(a): a right to WIA before the job; (b)(4): a job within five years, under 35 percent.

        Whether the right of the first day itself lies before the job is not sure. WIA 49(1)(b), 56(1)(b): the day
        before the AOW is the last with a right. ZW 90(1)(a): who has a WAO or WAZ of before the
        WIA is an employee of 29b(1) too; with Wajong the policy has no end (29b(2)(a)).
        """
        if self.case.benefit in ("WAO", "WAZ"):
            return True
        pension = self.case.aow_day
        before_pension = pension is None or start - ONE_DAY < pension
        if self.can_have_wia and start >= self.ends.first_day_with_wia and before_pension:
            return True
        first, last = self.days_under_35
        return self.can_be_under_35 and first <= start <= same_day_later(last, months=60)

    def wage_cost_advantage(self, start: date) -> bool:
        """Wtl 2.6(1)(a): WIA, WAO or WAZ in the month before; (2): begun after the wait, employed on the check day.

        Neither can be with a contract from before the first WIA day, unless the WAO or WAZ is older; on that day itself
        there was no WIA before it. The second way is for "minder dan 35%", which who has WIA is not; it asks for a
        contract with the own employer eleven weeks before "de dag, bedoeld in de aanhef", whichever day that is, and is
        open for five years after it.
        """
        benefit, first = self.case.benefit, self.first_wia_day
        if benefit in ("WAO", "WAZ"):
            return True
        if start > self.ends.first_day_with_wia and benefit in (None, "ZW", "WGA", "IVA"):  # ZW now, WIA by then
            return True
        return benefit not in ("WGA", "IVA") and any(
            self.ends.has_contract_on(step(day, -77)) and first <= start <= same_day_later(day, months=60)
            for day in self.ends.days_that_check_day_may_count_from
        )

    def safe_day(self) -> date | None:
        """ZW 29b(1)(a) and (b): a contract that is in time in each way that is open; the right lies before the job."""
        pension, days = self.case.aow_day, []
        if self.can_be_under_35:
            days.append((self.days_under_35[1], self.days_under_35[1]))
        if self.can_have_wia:
            latest = self.ends.last_first_day(self.ends.first_day_with_wia)
            days.append((latest, latest + ONE_DAY))
        if not days or any(pension is not None and pension <= counted_from for counted_from, _ in days):
            return None
        return max(safe for _, safe in days)

    def warn_about_places(self, places: list[Period]) -> None:
        for index, one in enumerate(places):
            if any(one[0] <= other[1] and other[0] <= one[1] for other in places[index + 1 :]):
                self.warnings.add("plaatsing-overlapt")

    def warn_about_second_track(self) -> None:
        starts = [
            self.events[name][0] for name in ("werkervaringsplaats-start", "detachering-start") if name in self.events
        ]
        latest = self.events.get("tweede-spoor-uiterlijk")
        if starts and latest and min(starts) > latest[0]:
            self.warnings.add("tweede-spoor-te-laat")

    def warn_about_dates(self) -> None:
        case = self.case
        unused = any(day < self.first_day for day in case.about_this_illness)
        if unused and not self.ends.begins_anew:  # after a new illness they are told as those of the old one, once
            self.warnings.add("datum-buiten-periode")
        ends = [last for _, last in (*case.interruptions, *case.leave)]
        if any(day > case.reference_day for day in (case.first_sick_day, *ends, *case.happened)):
            self.warnings.add("datum-in-toekomst")
        if self.ends.begins_anew:
            self.warnings.add("nieuwe-ziekteperiode")
            decided = case.sanction_weeks or case.sanction_until or case.extension_weeks
            if (decided and not case.without_employer) or unused:
                self.warnings.add("hoort-bij-oude-ziekte")
        # WIA 43(g) and 64(11): nothing that begins later, nor over days of more than 52 weeks before the application.
        no_wia = case.aow_day is not None and case.aow_day <= self.ends.first_day_with_wia
        if (
            not no_wia
            and case.without_employer
            and (case.sanction_weeks or case.sanction_until or case.extension_weeks)
        ):
            self.warnings.add("verlenging-eigenrisicodrager")
        applied = self.ends.used(case.early_iva_application)
        if applied is not None and applied < self.counted(15):  # before week 3: UWV's norm, not of WIA 23(6)
            self.warnings.add("vervroegde-aanvraag-vroeg")
        if self.ends.days_late:
            self.warnings.add("wia-aanvraag-te-laat")
        aow = case.aow_day
        # Between BW 7:629(2) and (11): the AOW age within what lengthens the wage.
        if aow and self.ends.has_contract_on(aow) and self.end_of_wait < aow <= self.ends.end_of_lengthened_wage:
            self.warnings.add("aow-na-wachttijd")

    def warn_about_what_is_not_sure(self) -> None:
        """Regeling procesgang 2(2): the judgement within six weeks; WIA 23(3): whether periods are added up."""
        judged = self.ends.used(self.case.analysis)
        if judged is not None and judged > self.counted(42):
            week_eight, aow = self.counted(56), self.case.aow_day
            wage_ends_before_the_plan = not self.case.without_employer and (
                week_eight <= self.last_paid_day < self.ends.find_plan_due() and (aow is None or week_eight < aow)
            )
            if "plan-van-aanpak" in self.events or wage_ends_before_the_plan:
                self.warnings.add("probleemanalyse-laat")
        if self.letter_of_the_law_begins_anew:
            self.warnings.add("samentellen-niet-zeker")

    @property
    def letter_of_the_law_begins_anew(self) -> bool:
        """WIA 23(3)(b)(2): tell that a leave counted as one between illness does not directly follow and precede it."""
        return any(
            length((run[0][0], run[-1][1])) >= FOUR_WEEKS and any(period in self.short for period in run)
            for run in runs_of_days_not_ill(self.short, self.leave)
        )

    def week_now(self) -> int | None:
        today = self.case.reference_day
        if today < self.first_day or today > self.last_paid_day:
            return None
        week = 1
        in_week = 0
        for _ in range(count_until(self.first_day, self.pauses, today)):
            if in_week == 7:
                week, in_week = week + 1, 0
            in_week += 1
        return week

    def days_to_go(self) -> int:
        today = self.case.reference_day
        return 0 if today >= self.end_of_wait else length((today + ONE_DAY, self.end_of_wait))

    def hours(self) -> list[tuple[int, date, date, int]]:
        case = self.case
        if case.hours_start is None or case.hours_goal is None or case.hours_step is None:
            return []
        if case.placement_start is None:
            return []
        rows = []
        monday, hours = case.placement_start, case.hours_start
        for week in range(1, case.placement_weeks + 1):
            rows.append((week, monday, step(monday, 6), min(hours, case.hours_goal)))
            monday, hours = step(monday, 7), hours + case.hours_step
        return rows


def timeline(case: Case) -> Timeline:
    """Work out a whole case."""
    walk = Walk(case)
    milestones = Milestones(walk.ends)
    if case.without_employer:
        milestones.walk_without_employer()
        milestones.events = {name: days for name, days in milestones.events.items() if name in ALSO_WITHOUT_EMPLOYER}
        milestones.leave_out_what_aow_ends()
    else:
        milestones.walk_as_employee()
        milestones.leave_out_what_aow_ends()
        milestones.leave_out_what_end_of_wages_ends()
        walk.warn_about_wages_that_nobody_owes()
        walk.warn_about_signing_on_the_last_day()
        if milestones.leave_out_what_end_of_contract_ends():
            walk.warnings.add("dienstverband-eindigt-eerst")
        if case.end_of_contract:
            milestones.put("einde-dienstverband", case.end_of_contract)
    if case.aow_day:
        milestones.put("aow", case.aow_day)
    walk.events = milestones.events
    places = [walk.walk_placement(), walk.walk_secondment(), walk.walk_trial(), walk.walk_new_contract()]
    walk.warn_about_places([place for place in places if place])
    walk.warn_about_second_track()
    walk.warn_about_dates()
    walk.warn_about_what_is_not_sure()
    latest = step(walk.first_wia_day, -28 - 7 * case.placement_weeks)
    return Timeline(
        first_day=walk.first_day,
        last_day=walk.end_of_wait,
        first_wia_day=walk.first_wia_day,
        week_now=walk.week_now(),
        days_to_go=walk.days_to_go(),
        last_placement_start=latest if latest >= walk.first_day else None,
        safe_day=walk.safe_day(),
        events=walk.events,
        warnings=walk.warnings,
        hours=walk.hours(),
    )
