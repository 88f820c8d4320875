"""The ends of the wage, of the ban on dismissal and of the terms counted back from them.

Written from WIA art. 24, 25, 43, 47, 54 and 64 and BW 7:629 and 7:670 (texts of 1 July 2026). Each end is found once.
"So many weeks before the end of the waiting period" (25(3) and (10), 64(3)) are weeks of the calendar: where the law
means weeks of illness it says how long the waiting period has lasted (64(2) and (6)).
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tests.oracle.naive_calendar import ONE_DAY, Period, each_day, length, same_day_later, step, within
from tests.oracle.naive_case import Case
from tests.oracle.naive_waiting_period import (
    WEEK,
    Illness,
    count_until,
    counted_day,
    last_day_of_waiting_period,
    last_illness,
)


@dataclass(frozen=True)
class Lengthening:
    """What makes the wage period of BW 7:629(11), and the ban of 7:670(11), longer; each in days."""

    extension: int
    delay: int
    sanction: int

    @property
    def days(self) -> int:
        """Add them up: each of the two articles names all three, and none instead of another."""
        return self.extension + self.delay + self.sanction


class Ends:
    """Every end of one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.illness: Illness = last_illness(case)
        self.first_day = self.illness.first_day
        self.begins_anew = self.first_day != case.first_sick_day
        self.end_of_wait = last_day_of_waiting_period(self.illness)
        self.end_of_extension = self.find_end_of_extension()
        self.application_due = self.find_application_due()
        self.days_late = self.find_days_late()
        self.wage_before_sanction = step(self.end_of_extension or self.end_of_wait, self.delay_of_wage)
        self.end_of_sanction = self.find_end_of_sanction()
        self.first_wia_day = self.find_first_wia_day()
        self.check_day = step(self.first_wia_day, -11 * WEEK)

    def counted(self, number: int) -> date:
        """Walk to the n-th counted day."""
        return counted_day(self.first_day, self.illness.pauses, number)

    def used(self, fact: date | None) -> date | None:
        """Use a fact only when it is about this illness."""
        return None if fact is None or fact < self.first_day else fact

    def find_plan_due(self) -> date:
        """Regeling procesgang 2(2) and 4(1): two weeks after the judgement, which comes within six.

        Nobody makes a plan with somebody who is on leave or well: then the two weeks are of illness, as the eight are.
        """
        judged = self.used(self.case.analysis)
        if judged is None:
            return self.counted(8 * WEEK)
        due = step(judged, 2 * WEEK)
        if not within(due, self.illness.pauses):
            return due
        return self.counted(count_until(self.first_day, self.illness.pauses, judged) + 2 * WEEK)

    @property
    def wage_can_be_lengthened(self) -> bool:
        """Tell whether UWV's decisions on the wage are about this illness and this employer.

        WIA 24 and 25 speak of the period in which the insured has a right to wages: somebody without an
        employer has none. A decision on an earlier illness says nothing of a new waiting period.
        """
        return not self.case.without_employer and not self.begins_anew

    def find_end_of_extension(self) -> date | None:
        """WIA 24(1) and (2): after the waiting period, to the day that UWV set."""
        if not self.wage_can_be_lengthened or not self.case.extension_weeks:
            return None
        return step(self.end_of_wait, WEEK * self.case.extension_weeks)

    def find_end_of_extended_wage(self) -> date | None:
        """WIA 24(3): an extension lasts no longer than the contract, for after it no wage is owed."""
        if self.end_of_extension is None or not self.has_contract_on(self.end_of_wait + ONE_DAY):
            return None
        day = self.end_of_extension
        while not self.has_contract_on(day):
            day -= ONE_DAY
        return day

    def find_application_due(self) -> date:
        """WIA 64(3): eleven weeks before the end of the waiting period, or of the extended period of 24(3)."""
        return step(self.find_end_of_extended_wage() or self.end_of_wait, -11 * WEEK)

    def find_report_due(self) -> date:
        """WIA 25(3) and (4): thirteen weeks before the end of the waiting period, or of the extended period."""
        return step(self.find_end_of_extended_wage() or self.end_of_wait, -13 * WEEK)

    def find_decision_due(self) -> date:
        """WIA 25(10): six weeks before the end of the waiting period, of the extension, or of the delayed wage."""
        return step(self.wage_before_sanction, -6 * WEEK)

    def find_days_late(self) -> int:
        """Count the days that the application came after its last day."""
        application = self.used(self.case.wia_application)
        if application is None or application <= self.application_due:
            return 0
        return length((self.application_due + ONE_DAY, application))

    @property
    def delay_of_wage(self) -> int:
        """BW 7:629(11)(a) lengthens a wage period; who has no employer has none (ZW 29(10) is for own-risk bearers).

        The wage of WIA 24(1) lasts as long as UWV set it, and its application is due eleven weeks before that end
        (64(3)); where the contract ends sooner UWV may set a new end (24(3)), of which the wage has no day more.
        """
        if self.case.without_employer or (application := self.used(self.case.wia_application)) is None:
            return 0
        day, days = step(self.end_of_extension or self.end_of_wait, -11 * WEEK), 0
        while day < application:
            day, days = day + ONE_DAY, days + 1
        return days

    @property
    def begin_of_sanction(self) -> date:
        """WIA 25(9), third sentence: a sanction follows on the wage so far; where leave runs then, on that leave."""
        return next(day for day in each_day(self.wage_before_sanction + ONE_DAY) if not self.is_on_leave(day))

    def find_end_of_sanction(self) -> date | None:
        """WIA 25(9) and (14): at most 52 weeks after the period so far; a repair ends it on any day.

        Leave of WAZO 3:1 that runs when it would begin puts it off, leave that arises within it interrupts it (25(9)).
        """
        if not self.wage_can_be_lengthened:
            return None
        if self.case.sanction_until:
            return self.case.sanction_until
        if not self.case.sanction_weeks:
            return None
        served = 0
        for day in each_day(self.wage_before_sanction + ONE_DAY):
            served += not self.is_on_leave(day)
            if served == WEEK * self.case.sanction_weeks:
                return day
        raise AssertionError

    @cached_property
    def first_day_with_wia(self) -> date:
        """WIA 64(11): no right can be established over days that lie more than 52 weeks before the application."""
        day = self.first_wia_day
        application = self.used(self.case.wia_application)
        weeks_later = step(day, 52 * WEEK)
        while application is not None and weeks_later < application:
            day += ONE_DAY
            weeks_later += ONE_DAY
        return day

    def last_first_day(self, day: date) -> date:
        """ZW 29(10): after an own-risk bearer a late application lengthens sick pay, so the day may be this late.

        So does what UWV sets, after that time (26(2) WIA, which knows no leave that interrupts it). He is one of
        ZW 29(2)(c): his job ended within the 104 weeks, their last day too.
        """
        contract = self.used(self.case.end_of_contract)
        within_wait = contract is not None and contract <= self.end_of_wait
        if not (self.case.without_employer or within_wait):
            return day
        last = step(self.end_of_wait, self.days_late)
        if not self.begins_anew:
            last = max(step(last, WEEK * self.case.sanction_weeks), self.case.sanction_until or last)
        return max(day, last + ONE_DAY)

    @property
    def days_that_check_day_may_count_from(self) -> tuple[date, date]:
        """ZW 29b(1)(b): the first day after the wait, the extension, or the time of 25(9) WIA or 629(11)(a) BW.

        Each lengthens a right to wages. Of a contract that ended within it the law does not say whether that time is
        over then (24(3): UWV may set a new end, on request): so from that day up to the first one after all of it. What
        would come later never begins: after the contract nobody has a right to wages. In leave that puts a sanction off
        (25(9)), the time before it is over and its own has not begun.
        """
        end = self.used(self.case.end_of_contract)
        latest = self.first_wia_day
        if end is not None and not self.case.without_employer:
            extended = self.end_of_extension or self.end_of_wait
            times = [(self.end_of_wait + ONE_DAY, extended), (extended + ONE_DAY, self.wage_before_sanction)]
            if self.end_of_sanction:
                times.append((self.begin_of_sanction, self.end_of_sanction))
            # The AOW shortens the wage (629(2)), not that time.
            for time in times:
                if within(end, [time]) and end != time[1]:
                    latest = time[1] + ONE_DAY
        return self.first_wia_day, latest

    def is_on_leave(self, day: date) -> bool:
        """Tell whether this is a day of pregnancy or maternity leave."""
        return within(day, self.illness.leave)

    @property
    def end_of_lengthened_wage(self) -> date:
        """BW 7:629(1) and (11): 104 weeks and what lengthens them, for whoever keeps the contract."""
        return self.end_of_sanction or self.wage_before_sanction

    def find_first_wia_day(self) -> date:
        """WIA 43(b): after the waiting period, the first day on which no wage of BW 7:629(11) is owed any more.

        Nobody is owed wages after his contract; then UWV takes the application up again at his request (64(8)(b)).
        """
        day = self.end_of_wait + ONE_DAY
        while day <= self.end_of_lengthened_wage and self.has_contract_on(day):
            day += ONE_DAY
        return day

    def has_contract_on(self, day: date) -> bool:
        """Tell whether there is still an employer on this day; a contract of before this illness says nothing of it."""
        end = self.used(self.case.end_of_contract)
        return not self.case.without_employer and (end is None or day <= end)

    @property
    def lengthening(self) -> Lengthening:
        """BW 7:629(11)(a) and (b); 7:670(11)(a) and (c)."""
        extension = length((self.end_of_wait + ONE_DAY, self.end_of_extension)) if self.end_of_extension else 0
        # What UWV set is the sanction without the leave in it; that leave 670(1) leaves out of the two years by itself.
        sanction, day = 0, self.wage_before_sanction
        while self.end_of_sanction and day < self.end_of_sanction:
            day += ONE_DAY
            sanction += not self.is_on_leave(day)
        return Lengthening(extension, self.delay_of_wage, sanction)

    def six_weeks_of_aow_begin(self) -> date | None:
        """BW 7:629(2) and 7:670(1): from the AOW age on, or from the first day of an illness after it."""
        aow = self.case.aow_day
        return None if aow is None else max(aow, self.first_day)

    def six_weeks_of_aow_end(self, begin: date) -> date:
        """Walk to the last of 42 days of illness: 629(10) and 670(1) add periods up for the six weeks too."""
        ill = 0
        for day in each_day(begin):
            ill += self.illness.is_sick(day)
            if ill == 6 * WEEK:
                return day
        raise AssertionError

    def last_paid_day_with_contract(self) -> date:
        """BW 7:629(1), (2) and (11): 104 weeks and what lengthens them; from the AOW age six weeks at most.

        629(2), last sentence: the six weeks hold "voor zover het totale tijdvak niet meer bedraagt dan 104 weken", and
        629(11) lengthens the 104 weeks "bedoeld in lid 1" only. So no day from the AOW day on, after the 104 weeks.
        """
        aow = self.six_weeks_of_aow_begin()
        if aow is None:
            return self.end_of_lengthened_wage
        last = self.six_weeks_of_aow_end(aow)
        while last >= aow and last > self.end_of_wait:
            last -= ONE_DAY
        return min(last, self.end_of_lengthened_wage)

    def last_paid_day(self) -> date:
        """Give the last day of the wage; without an employer, of the waiting period."""
        if self.case.without_employer:
            return self.end_of_wait
        last = self.last_paid_day_with_contract()
        end = self.used(self.case.end_of_contract)
        last = last if end is None else min(last, end)
        # 629(1) has 104 weeks; 629(11) lengthens them from the day on which a sanction begins, and it never did.
        never = self.end_of_sanction is not None and last < self.begin_of_sanction
        return min(last, self.wage_before_sanction) if never else last

    def contract_ends_first(self) -> bool:
        """Tell whether the contract ends before the wage would."""
        end = self.case.end_of_contract
        if self.case.without_employer or end is None:
            return False
        return end < self.last_paid_day_with_contract()

    def first_day_without_dismissal_ban(self) -> date:
        """BW 7:670(1)(a) and (11): two years of illness, lengthened by each of three; six weeks from the AOW age.

        Recovery of less than four weeks and leave around birth are no illness: whoever has had them has not yet been
        ill for two years. Once the term is full, a later recovery adds nothing.
        """
        end = self.first_day_after_two_years(self.lengthening.days)
        aow = self.six_weeks_of_aow_begin()
        if aow is None:
            return end
        # 670(1): from the AOW age on only as far as the whole ban lasts no longer than two years, without paragraph 11.
        day = self.six_weeks_of_aow_end(aow) + ONE_DAY
        while day > aow and day > self.first_day_after_two_years(0):
            day -= ONE_DAY
        return min(end, day)

    def first_day_after_two_years(self, lengthened: int) -> date:
        """Walk to the day after two years of illness, and so many days more."""
        end = step(same_day_later(self.first_day, months=24), lengthened)
        for pause in self.illness.pauses:
            if pause[0] < end:
                end = step(end, length(pause))
        return end

    @property
    def pauses(self) -> list[Period]:
        """Give what does not count, in order."""
        return self.illness.pauses
