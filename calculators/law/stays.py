"""Stays at another employer: placement, secondment, trial placement and contract, as filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.frame.dates import DAYS_IN_WEEK, Period, days_after, last_day_of_term
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.holidays import first_working_day, last_working_day
from calculators.law.wachttijd import Ends


@dataclass(frozen=True)
class Stays:
    """The stays at another employer by form, and whether a secondment had to be left out."""

    by_form: Mapping[str, Period]
    secondment_left_out: bool

    @property
    def second_track(self) -> tuple[Period, ...]:
        """Return the stays that belong to the second track: placement and secondment."""
        return tuple(self.by_form[name] for name in ("werkervaringsplaats", "detachering") if name in self.by_form)


def stays_of(case: Case, end: Ends) -> Stays:
    """Return the placement, secondment, trial placement and contract that were filled in.

    A secondment lasts as long as the own employer pays wages unless its end is given. One that would begin after that
    is left out, and so is one without an employer: only an employer can lend somebody out (Waadi 1(1)(c)).
    """
    found: dict[str, Period] = {}
    left_out = False
    if case.werkervaringsplaats_start is not None:
        days = DAYS_IN_WEEK * int(case.werkervaringsplaats_weken)
        start = case.werkervaringsplaats_start
        found["werkervaringsplaats"] = Period(start, days_after(start, days - 1))
    if case.detachering_start is not None:
        left_out = not case.has_employer or case.detachering_start > end.wages
        if not left_out:
            found["detachering"] = Period(case.detachering_start, case.detachering_einde or end.wages)
    if case.proefplaatsing_start is not None:
        last = last_day_of_term(case.proefplaatsing_start, int(case.proefplaatsing_maanden))
        found["proefplaatsing"] = Period(case.proefplaatsing_start, last)
    if case.in_dienst is not None:
        found["in-dienst"] = Period(case.in_dienst, date.max)
    return Stays(found, left_out)


def evaluation_days(placement: Period, law: Law) -> tuple[date, ...]:
    """Return the days on which a placement is talked over: after each third of it, moved back off a free day.

    Where that would be before the placement begins, it is talked over on its first working day.
    """
    times = law.number("plaatsing.werkervaringsplaats_evaluaties")
    ends_of_parts = (
        days_after(placement.first, -(-placement.days * index // times) - 1) for index in range(1, times + 1)
    )
    earliest = first_working_day(placement.first)
    return tuple(max(earliest, last_working_day(day)) for day in ends_of_parts)


def trial_application_day(start: date, law: Law) -> date:
    """Return the last working day on which to ask UWV for a trial placement that begins on ``start``."""
    return last_working_day(days_after(start, -law.number("plaatsing.proefplaatsing_aanvraag_dagen")))


@dataclass(frozen=True)
class WeekOfHours:
    """One week of the placement and the hours worked in it."""

    number: int
    first: date
    last: date
    hours: Decimal


def hours_build_up(first: date, weeks: int, start: Decimal, step: Decimal, most: Decimal) -> tuple[WeekOfHours, ...]:
    """Return the hours of each week of a placement: each week ``step`` more than the last, up to ``most``."""
    return tuple(
        WeekOfHours(
            number=week + 1,
            first=days_after(first, DAYS_IN_WEEK * week),
            last=days_after(first, DAYS_IN_WEEK * week + DAYS_IN_WEEK - 1),
            hours=min(start + step * week, most),
        )
        for week in range(weeks)
    )
