"""What the wage of a sick employee is on one day, written from BW 7:629 (text of 1 July 2026)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tests.oracle.naive_calendar import Period, each_day, within
from tests.oracle.naive_money_case import MoneyCase, minimum_hourly_wage, nearest_known
from tests.oracle.naive_timeline import Walk

WEEKS_IN_MONTH = Fraction(52, 12)
WORKING_DAYS_IN_MONTH = Fraction("21.75")
PLACES_PAID_FOR_HOURS_WORKED = ("detachering",)


class Wage:
    """The wage of one case, day by day."""

    def __init__(self, case: MoneyCase, walk: Walk) -> None:
        self.case = case
        self.first_day = walk.first_day
        self.recoveries: list[Period] = walk.short
        self.pauses: list[Period] = walk.pauses
        self.end_of_year_1 = walk.counted(364)
        self.weeks = self.count_weeks()
        self.week_of: dict[date, int] = {}

    def counted_week(self, day: date) -> int:
        """Count the weeks of illness up to this day; in a pause, up to the last day of illness before it."""
        while day not in self.week_of:
            counted, week = next(self.weeks)
            self.week_of[counted] = week
        return self.week_of[day]

    def count_weeks(self) -> Iterator[tuple[date, int]]:
        """Walk from the first day of illness, for as long as somebody asks."""
        counted = 0
        for day in each_day(self.first_day):
            counted += not within(day, self.pauses)
            yield day, (max(counted, 1) + 6) // 7

    def percentage(self, day: date) -> Fraction:
        """Give the percentage of this day: of its counted week, or of its year of illness."""
        case = self.case
        found = case.percentage_year_1 if day <= self.end_of_year_1 else case.percentage_later
        for week, percentage in case.steps:
            if week <= self.counted_week(day):
                found = percentage
        return found

    def own_hours(self, day: date) -> Fraction:
        """Give the hours a week at the own employer: each row of this illness ends the one before."""
        found = Fraction(0)
        for start, hours in self.case.own_work:
            if self.first_day <= start <= day:
                found = hours
        return found

    def hangs_on_own_hours(self, day: date) -> bool:
        """Tell whether he is ill and does some of the own work: 7:629(1) does not say what is owed for those hours."""
        return not within(day, self.recoveries) and self.own_hours(day) > 0

    def of_day(self, day: date, phase: str) -> Fraction:
        """Give the wage by the month: all of it when recovered (7:629(10)), else by hours worked and not worked."""
        case = self.case
        if within(day, self.recoveries):
            return case.wage
        worked = self.own_hours(day)
        if phase in PLACES_PAID_FOR_HOURS_WORKED:
            worked += case.host_hours
        worked = min(worked, case.hours)
        if not worked:
            return case.wage * self.percentage(day) / 100
        by_hours = worked * case.percentage_worked + (case.hours - worked) * self.percentage(day)
        return case.wage * by_hours / case.hours / 100

    def duty(self, day: date) -> Fraction:
        """7:629(1): 70 % of the wage up to the maximum daily wage; where that is not known, up to the nearest known.

        Who has recovered works, and is owed all of it.
        """
        if within(day, self.recoveries):
            return self.case.wage
        most = nearest_known("loon.maximumdagloon", day)
        return min(self.case.wage, most * WORKING_DAYS_IN_MONTH) * 70 / 100

    def supplement(self, day: date, wage: Fraction) -> Fraction | None:
        """7:629(1): what the wage lacks to the minimum wage, in the first 52 counted weeks; None when not known."""
        case = self.case
        if day > self.end_of_year_1 or wage >= case.wage:
            return Fraction(0)
        minimum = minimum_hourly_wage(case, day)
        if minimum is None:
            return None
        floor = min(minimum * case.hours * WEEKS_IN_MONTH, case.wage)
        return max(Fraction(0), floor - wage)

    def low_percentages(self, *, hours_worked_count: bool) -> bool:
        """Tell whether a percentage lies under the 70 of 7:629(1)."""
        case = self.case
        percentages = [percentage for _, percentage in case.steps]
        percentages = percentages or [case.percentage_year_1, case.percentage_later]
        if hours_worked_count:
            percentages.append(case.percentage_worked)
        return any(percentage < 70 for percentage in percentages)
