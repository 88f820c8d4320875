"""The wage, the length and the amount of the transition payment (BW 7:673), in exact fractions of a euro."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.frame.dates import DAYS_IN_YEAR, MONTHS_IN_YEAR, Period, days_after, same_day_later
from calculators.frame.money import to_cent
from calculators.law.book import Law
from calculators.transitievergoeding.form import Service


@dataclass(frozen=True)
class Wage:
    """The wage a month for this payment (Besluit loonbegrip, art. 2 and 3), part by part."""

    base: Fraction
    holiday_pay: Fraction
    year_end: Fraction
    allowances: Fraction
    bonus: Fraction

    @property
    def month(self) -> Fraction:
        """Return the whole wage of a month."""
        return self.base + self.holiday_pay + self.year_end + self.allowances + self.bonus


@dataclass(frozen=True)
class Duration:
    """How long the contracts lasted together, in whole months and loose days."""

    months: int
    days: int

    @property
    def years(self) -> Fraction:
        """Return the length in years, a part of a year in proportion.

        The law says no more than that; loose days are counted out of 365, as calculators of practice do.
        """
        return Fraction(self.months, MONTHS_IN_YEAR) + Fraction(self.days, DAYS_IN_YEAR)


@dataclass(frozen=True)
class Amount:
    """The payment for a contract that ends on ``last_day``.

    ``full`` is a third of a month for each year; ``gross`` is that up to the maximum, less what an earlier contract
    gave; ``due`` is that less costs. ``maximum`` is None where it does not matter or is not known. ``bounded`` says
    that ``gross`` hangs on one that is not known: then ``gross`` and ``due`` are what is due at least, with a year's
    wage as the maximum, and ``possible`` and ``possible_due`` are the most that they can turn out to be.
    """

    last_day: date
    duration: Duration
    full: Fraction
    maximum: Fraction | None
    limited: bool
    bounded: bool
    gross: Fraction
    possible: Fraction
    due: Fraction
    possible_due: Fraction

    @property
    def at_least(self) -> bool:
        """Say whether ``due`` can turn out to be more: not where the costs exceed even the most."""
        return to_cent(self.possible_due) > to_cent(self.due)


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month when it has no such day.

    For a last day to do something: 30 November and three months is 28 February, never 1 March.
    """
    later = same_day_later(day, months)
    return later if later.day == day.day else days_after(later, -1)


def duration(periods: tuple[Period, ...], youth_months: int) -> Duration:
    """Add the whole months and the loose days of each contract, less the months of before the eighteenth birthday.

    When there were no more months than those, nothing is left: the loose days were of that time too.
    """
    months = days = 0
    for period in periods:
        after = days_after(period.last, 1)
        whole = 0
        while same_day_later(period.first, whole + 1) <= after:
            whole += 1
        months += whole
        days += (after - same_day_later(period.first, whole)).days
    return Duration(months - youth_months, days) if youth_months <= months else Duration(0, 0)


def wage_of(case: Service) -> Wage:
    """Return the wage a month: agreed hours, so never the wage during illness (Besluit loonbegrip, art. 2 and 3).

    Each part in whole cents, as a wage is paid: no law says how to round, and so a printed sum can be worked out.
    Holiday pay is what he would get: by law also over shifts and overtime (Wet minimumloon 6 and 15), not over a bonus
    or a thirteenth month; a cao may leave them out.
    """
    base = Fraction(case.bruto_maandloon)
    allowances = Fraction(case.toeslagen or 0) / int(case.toeslagen_maanden)
    with_holiday_pay = base + (allowances if case.vakantiegeld_over_toeslagen == "ja" else 0)
    parts = (
        base,
        with_holiday_pay * Fraction(case.vakantiebijslag) / 100,
        Fraction(case.eindejaarsuitkering or 0) / MONTHS_IN_YEAR,
        allowances,
        Fraction(case.bonus or 0) / int(case.bonus_maanden),
    )
    return Wage(*(Fraction(to_cent(part)) for part in parts))


def amount(case: Service, counted: tuple[Period, ...], wage: Wage, last_day: date, law: Law) -> Amount:
    """Return the payment for an end on ``last_day`` (BW 7:673(2), (3), (5) and (6)).

    The maximum of the year can only matter when the payment is more than a year's wage, by a cent or more: up to a
    year's wage there is none. So an unknown maximum leaves the amount exact up to there, and gives that as the least
    above it.
    """
    then = law.on(last_day)
    last_contract = () if last_day < case.in_dienst_sinds else (Period(case.in_dienst_sinds, last_day),)
    length = duration((*counted, *last_contract), int(case.jeugd_maanden))
    full = wage.month * length.years / then.number("transitievergoeding.maandloon_deler")
    year_wage = wage.month * MONTHS_IN_YEAR
    is_above = to_cent(full) > to_cent(year_wage)
    found = then.get("transitievergoeding.maximum") if is_above else None
    maximum = None if found is None else Fraction(found)
    most = max(year_wage, maximum or Fraction(0))
    before = Fraction(case.eerder_betaald or 0) if counted else Fraction(0)
    costs = Fraction(case.aftrekbare_kosten or 0)
    gross = max(Fraction(0), min(full, most) - before)
    possible = max(Fraction(0), full - before) if is_above and maximum is None else gross
    return Amount(
        last_day=last_day,
        duration=length,
        full=full,
        maximum=None if maximum is None else most,
        limited=is_above and full > most,
        bounded=to_cent(possible) > to_cent(gross),
        gross=gross,
        possible=possible,
        due=max(Fraction(0), gross - costs),
        possible_due=max(Fraction(0), possible - costs),
    )
