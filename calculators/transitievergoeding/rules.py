"""The transition payment (BW 7:673) and its compensation by UWV (7:673e): amounts in exact fractions of a euro.

Rules only: amounts, days and codes. The words stand in ``wording.toml`` and ``explanation.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from calculators.frame.dates import DAYS_IN_YEAR, Period, days_after, same_day_later
from calculators.law.book import Law
from calculators.law.wachttijd import Ends, ends
from calculators.transitievergoeding.form import Service

Right = Literal["ja", "nee", "misschien"]
MONTHS_IN_YEAR = 12


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
    gave; ``due`` is that less costs. ``maximum`` is None when it is not known on that day. ``bounded`` says that it
    was needed for the amount: then ``gross`` and ``due`` are what is due at least.
    """

    last_day: date
    duration: Duration
    full: Fraction
    maximum: Fraction | None
    limited: bool
    bounded: bool
    gross: Fraction
    due: Fraction


@dataclass(frozen=True)
class Compensation:
    """What UWV pays back: whether, between which amounts, why not, and until when to ask (None: not paid yet)."""

    right: Right
    reason: str
    least: Fraction
    most: Fraction
    ask_by: date | None


@dataclass(frozen=True)
class Payment:
    """The whole answer. What hangs on an illness is None without one.

    ``when_allowed`` is the payment for an end on the first day on which dismissal is allowed: the most that an employer
    owes who ends a sleeping contract by agreement (HR 8 November 2019, ECLI:NL:HR:2019:1734).
    """

    case: Service
    law: Law
    right: Right
    reason: str
    wage: Wage
    counted: tuple[Period, ...]
    left_out: tuple[Period, ...]
    at_the_end: Amount
    after_two_years: Amount | None
    when_allowed: Amount | None
    end: Ends | None
    compensation: Compensation | None
    court_by: date | None
    interest_from: date | None

    @property
    def sleeps(self) -> bool:
        """Say whether the contract goes on though the ban on dismissal is over: a sleeping contract."""
        return (
            self.end is not None
            and self.case.einde_dienstverband is None
            and self.case.peildatum >= self.end.dismissal_allowed
        )


def calculate(case: Service) -> Payment:
    """Work out the payment on the last day, on the day after two years of illness, and what UWV pays back."""
    law = Law(case.peildatum)
    counted, left_out = contracts(case, law)
    wage = wage_of(case)
    at_the_end = amount(case, counted, wage, case.last_day, law)
    illness = case.illness
    end = None if illness is None else ends(illness, law.on(illness.first_day))
    two_years = None if end is None else amount(case, counted, wage, day_after_two_years(case, law), law)
    right, reason = right_of(case)
    stopped = case.einde_dienstverband
    return Payment(
        case=case,
        law=law,
        right=right,
        reason=reason,
        wage=wage,
        counted=counted,
        left_out=left_out,
        at_the_end=at_the_end,
        after_two_years=two_years,
        when_allowed=None if end is None else amount(case, counted, wage, end.dismissal_allowed, law),
        end=end,
        compensation=None
        if two_years is None or end is None
        else compensation(case, right, at_the_end, two_years, end, law),
        court_by=stopped and months_after(stopped, law.number("transitievergoeding.verzoek_maanden", stopped)),
        interest_from=stopped and months_after(stopped, law.number("transitievergoeding.rente_na_maanden", stopped)),
    )


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month when it has no such day.

    For a last day to do something: 30 November and three months is 28 February, never 1 March.
    """
    later = same_day_later(day, months)
    return later if later.day == day.day else days_after(later, -1)


def right_of(case: Service) -> tuple[Right, str]:
    """Return whether there is a right, and why not or why perhaps (BW 7:673(1), (7))."""
    if case.aow_datum is not None and case.last_day >= days_after(case.aow_datum, -1):
        return "nee", "aow"
    if case.einde_door == "werknemer":
        return "misschien", "zelf-opgezegd"
    if case.einde_door == "overeenkomst":
        return "misschien", "overeenkomst"
    return "ja", ""


def contracts(case: Service, law: Law) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
    """Return the earlier contracts that count, and those that do not (BW 7:673(4)(b)).

    Going back from the last contract, each counts that ended no more than six months before the next began. One that
    does not count breaks the chain: those before it do not count either.
    """
    most = law.number("transitievergoeding.tussenpoos_maanden", case.last_day)
    counted: list[Period] = []
    next_first = case.in_dienst_sinds
    earlier = sorted(case.eerdere_contracten, reverse=True)
    for index, period in enumerate(earlier):
        if next_first > same_day_later(days_after(period.last, 1), most):
            return tuple(counted), tuple(earlier[index:])
        counted.append(period)
        next_first = period.first
    return tuple(counted), ()


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
    """Return the wage a month: agreed hours, so never the wage during illness (Besluit loonbegrip, art. 2 and 3)."""
    base = Fraction(case.bruto_maandloon)
    return Wage(
        base=base,
        holiday_pay=base * Fraction(case.vakantiebijslag) / 100,
        year_end=Fraction(case.eindejaarsuitkering or 0) / MONTHS_IN_YEAR,
        allowances=Fraction(case.toeslagen or 0) / int(case.toeslagen_maanden),
        bonus=Fraction(case.bonus or 0) / int(case.bonus_maanden),
    )


def amount(case: Service, counted: tuple[Period, ...], wage: Wage, last_day: date, law: Law) -> Amount:
    """Return the payment for an end on ``last_day`` (BW 7:673(2), (3), (5) and (6)).

    The maximum of the year can only matter when the payment is more than a year's wage: up to a year's wage there is
    none. So an unknown maximum leaves the amount exact up to there, and gives that as the least above it.
    """
    then = law.on(last_day)
    last_contract = () if last_day < case.in_dienst_sinds else (Period(case.in_dienst_sinds, last_day),)
    length = duration((*counted, *last_contract), int(case.jeugd_maanden))
    full = wage.month * length.years / then.number("transitievergoeding.maandloon_deler")
    year_wage = wage.month * MONTHS_IN_YEAR
    found = then.get("transitievergoeding.maximum") if full > year_wage else None
    maximum = None if found is None else Fraction(found)
    most = max(year_wage, maximum or Fraction(0))
    before = Fraction(case.eerder_betaald or 0) if counted else Fraction(0)
    gross = max(Fraction(0), min(full, most) - before)
    return Amount(
        last_day=last_day,
        duration=length,
        full=full,
        maximum=most if full > year_wage else None,
        limited=full > most,
        bounded=full > year_wage and maximum is None,
        gross=gross,
        due=max(Fraction(0), gross - Fraction(case.aftrekbare_kosten or 0)),
    )


def day_after_two_years(case: Service, law: Law) -> date:
    """Return the day after the two years of BW 7:670(1)(a), of which 7:673e(2) speaks.

    Interruptions and leave lengthen the two years (7:670(1), last sentence); a late application, an extension and a
    sanction do not: they are in paragraph 11, which 7:673e(2) does not name. Nor does the AOW age shorten them.
    """
    illness = case.illness
    if illness is None:
        raise ValueError("without an illness there are no two years; the caller asks")
    bare = replace(illness, extension_weeks=0, sanction_weeks=0, sanction_until=None, application=None, aow_day=None)
    return ends(bare, law.on(illness.first_day)).dismissal_allowed


def compensation(
    case: Service, right: Right, at_the_end: Amount, two_years: Amount, end: Ends, law: Law
) -> Compensation:
    """Return what UWV pays back (BW 7:673e(1)-(3)): what was paid, but no more than was due, nor than after two years.

    Costs that were taken off may be added. The text can be read so that they are part of what was paid, or only of the
    limit: then the two amounts differ, and UWV decides.
    """
    if right == "nee" or case.einde_door == "werknemer":
        return Compensation("nee", "geen-transitievergoeding", Fraction(0), Fraction(0), None)
    stopped = case.einde_dienstverband
    if stopped is not None and stopped < end.dismissal_allowed:
        return Compensation("nee", "binnen-opzegverbod", Fraction(0), Fraction(0), None)
    paid = at_the_end.due if case.betaald_bedrag is None else Fraction(case.betaald_bedrag)
    costs = at_the_end.gross - at_the_end.due
    limit = min(at_the_end.gross, two_years.gross)
    months = law.number("transitievergoeding.compensatie_aanvraag_maanden", case.last_day)
    ask_by = case.betaald_op and months_after(case.betaald_op, months)
    late = ask_by is not None and case.peildatum > ask_by
    return Compensation(
        "misschien",
        "aanvraag-te-laat" if late else "",
        min(paid, limit),
        min(paid + costs, limit),
        ask_by,
    )
