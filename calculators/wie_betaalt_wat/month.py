"""What holds on a day: the stage, the year of illness, the figures of law, and the items found so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.frame.dates import DAYS_IN_WEEK, MONTHS_IN_YEAR, days_after
from calculators.frame.step_fields import Since, value_on
from calculators.law.benefits import first_benefit_day, last_benefit_day
from calculators.law.book import Law
from calculators.law.stays import Stays, stays_of
from calculators.law.wachttijd import Ends, ends
from calculators.wie_betaalt_wat.form import MoneyInput
from calculators.wie_betaalt_wat.post import Finding, LeftOut, Post

WEEKS_IN_YEAR = 52
WEEKS_IN_MONTH = Fraction(WEEKS_IN_YEAR, MONTHS_IN_YEAR)
DAYS_IN_MONTH = WEEKS_IN_MONTH * DAYS_IN_WEEK
STAGES = ("werkervaringsplaats", "detachering", "proefplaatsing", "in-dienst")
"""The forms of a stay in their order: where two overlap, the later one holds."""
AT_HOST = frozenset({"werkervaringsplaats", "detachering", "proefplaatsing"})


@dataclass(frozen=True)
class Course:
    """One case with its days worked out: the ends of the illness, the stays elsewhere, when there can be a benefit."""

    case: MoneyInput
    law: Law
    ends: Ends
    stays: Stays
    first_benefit_day: date
    last_benefit_day: date

    @property
    def last_wage_day(self) -> date:
        """Return the last day of wage duty; without an employer the last day before the WIA may begin."""
        return self.ends.wages if self.case.has_employer else days_after(self.ends.first_wia_day, -1)

    @property
    def end_of_first_year(self) -> date:
        """Return the last of the first 52 counted weeks, in which the minimum wage is the floor (BW 7:629(1))."""
        return self.ends.period.end_of_week(self.law.number("loon.minimumloon_weken"))

    def stage(self, day: date) -> str:
        """Return the stage of a day; where two stays overlap the later stage holds."""
        for name in reversed(STAGES):
            stay = self.stays.by_form.get(name)
            if stay is not None and stay.first <= day <= stay.last:
                return "dienstverband" if name == "in-dienst" else name
        return "ziek-thuis" if day <= self.last_wage_day else "na-wachttijd"

    def year(self, day: date) -> int | None:
        """Return the year of illness of a day: 1, 2, 3 (extension or sanction), or None after the wage duty."""
        if day > self.last_wage_day:
            return None
        if day <= self.end_of_first_year:
            return 1
        return 2 if day <= self.ends.waiting_period else 3

    @property
    def own_work(self) -> tuple[Since[date], ...]:
        """Return the hours at the own employer in this period of illness; those of an earlier one ended with it."""
        return tuple(since for since in self.case.eigen_werk if since.start >= self.ends.period.first_day)


def figures_of(law: Law, *figure_ids: str) -> tuple[Fraction, ...] | LeftOut:
    """Return figures of the day at which the book is open; when any is not known, what needs them is left out."""
    found = {figure_id: law.get(figure_id) for figure_id in figure_ids}
    unknown = tuple(figure_id for figure_id, value in found.items() if value is None)
    return LeftOut(unknown) if unknown else tuple(Fraction(value) for value in found.values() if value is not None)


def course_of(case: MoneyInput, law: Law) -> Course:
    """Work out the days of a case."""
    end = ends(case.illness, law)
    return Course(
        case,
        law,
        end,
        stays_of(case, end),
        first_benefit_day(case.uitkering, end, law),
        last_benefit_day(case.uitkering, case, end, law),
    )


class Month:
    """A month in which everything stays as it is on ``day``; each rule looks here for what it needs.

    Its ``law`` is open at that day, so that it knows when one of the figures asked for changes.
    """

    def __init__(self, course: Course, day: date) -> None:
        period = course.ends.period
        self.case = course.case
        self.ends = course.ends
        self.day = day
        self.law = course.law.on(day)
        self.stage = course.stage(day)
        self.year = course.year(day)
        self.recovered = any(gap.first <= day <= gap.last for gap in period.interruptions)
        self.before_benefit = day < course.first_benefit_day
        self.after_benefit = day > course.last_benefit_day
        self.on_leave = any(leave.first <= day <= leave.last for leave in period.leave)
        self.week = period.week(day)
        self.own_hours = Fraction(value_on(course.own_work, day) or 0) if self.paid_by_own_employer else Fraction(0)
        self.findings: dict[str, Finding] = {}

    @property
    def paid_by_own_employer(self) -> bool:
        """Say whether the own employer owes wages: while the duty lasts, not in a leave, and until another contract."""
        return self.in_wage_duty and self.stage != "dienstverband" and not self.on_leave

    @property
    def in_wage_duty(self) -> bool:
        """Say whether the wage duty of an own employer lasts; a new contract may have taken its place."""
        return self.case.has_employer and self.year is not None

    @property
    def reached_aow(self) -> bool:
        """Say whether the AOW age was reached by this day."""
        return self.case.aow_datum is not None and self.day >= self.case.aow_datum

    @property
    def in_aow_month(self) -> bool:
        """Say whether it is the month of the AOW age or later: the employee insurances have no premium then."""
        return self.case.aow_datum is not None and self.day >= self.case.aow_datum.replace(day=1)

    @property
    def works_at_host(self) -> bool:
        """Say whether this is a month of work at a host, without a contract there."""
        return self.stage in AT_HOST and not self.on_leave

    @property
    def hours_at_host(self) -> Fraction:
        """Return the hours a week at the host."""
        given = self.case.plaats_uren_per_week
        return self.case.uren_per_week if given is None else given

    def figures(self, *figure_ids: str) -> tuple[Fraction, ...] | LeftOut:
        """Return figures of this day; when any is not known, the item that needs them is left out because of those."""
        return figures_of(self.law, *figure_ids)

    def amount(self, post_id: str) -> Fraction:
        """Return what an item found before is a month; nothing when it is not due."""
        found = self.findings.get(post_id)
        return found.per_month if isinstance(found, Post) else Fraction(0)

    def total(self, *post_ids: str) -> Fraction | LeftOut:
        """Return what items found before are together; when one could not be computed, neither can what rests on it."""
        for post_id in post_ids:
            found = self.findings.get(post_id)
            if isinstance(found, LeftOut):
                return found
        return sum((self.amount(post_id) for post_id in post_ids), Fraction(0))
