"""Who pays what: every item of money in every period, from the first sick day to the contract.

Rules only: an input goes in, items come out. Here stand the three answers that are compared; the periods are cut
in ``periods.py``, what holds on a day stands in ``month.py``, and each item has its rule in ``posts/``. One month is
52/12 weeks. Amounts are exact fractions and are rounded once, when an item is written. Wording of the answer stands
in ``explanation.py``; a formula is made by its rule, from the very numbers that it computes with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from calculators.frame.dates import days_after
from calculators.law.book import Law
from calculators.law.stays import Stays
from calculators.law.wachttijd import Ends
from calculators.wie_betaalt_wat.form import MoneyInput
from calculators.wie_betaalt_wat.month import Course, course_of
from calculators.wie_betaalt_wat.periods import MoneyPeriod, periods_of
from calculators.wie_betaalt_wat.post import PARTIES

DAYS_SHOWN_OF_CONTRACT = 364


@dataclass(frozen=True)
class Balance:
    """What a party pays and gets."""

    pays: Decimal
    gets: Decimal


@dataclass(frozen=True)
class Money:
    """The whole answer. ``nothing`` and ``contract_at_once`` compare over the same days."""

    case: MoneyInput
    law: Law
    ends: Ends
    stays: Stays
    periods: tuple[MoneyPeriod, ...]
    nothing: tuple[MoneyPeriod, ...]
    contract_at_once: tuple[MoneyPeriod, ...] | None


def calculate(case: MoneyInput) -> Money:
    """Work out who pays what in one case, and in the two it is compared with."""
    law = Law(case.eerste_ziektedag)
    course = course_of(case, law)
    last = last_day(course)
    periods = periods_of(course, last)
    direct = contract_at_once(course)
    nothing = periods_of(course_of(without_stays(case), law), last)
    at_once = None
    if direct.in_dienst and case.nieuw_maandloon is not None:
        at_once = periods_of(course_of(direct, law), last)
    return Money(
        case=case,
        law=law,
        ends=course.ends,
        stays=course.stays,
        periods=periods,
        nothing=nothing,
        contract_at_once=at_once,
    )


def last_day(course: Course) -> date:
    """Return the last day shown: the last of wage duty, of each stay, and of 364 days of the contract.

    Who leaves ill goes on with the benefit that was filled in, until the day before the WIA may begin. Of a WIA there
    are no amounts in those days: that is said of them. A benefit with an amount is shown up to the reference day: what
    is paid now is in the answer.
    """
    days = [course.last_wage_day]
    last_before_wia = days_after(course.ends.first_wia_day, -1)
    if course.case.uitkering not in (None, "geen"):
        days.append(min(last_before_wia, course.last_benefit_day))
        if course.case.uitkering_per_maand and course.case.in_dienst is None:
            days.append(min(course.case.peildatum, course.last_benefit_day))
    days += [stay.last for name, stay in course.stays.by_form.items() if name != "in-dienst"]
    if course.case.in_dienst is not None:
        days.append(days_after(course.case.in_dienst, DAYS_SHOWN_OF_CONTRACT - 1))
    return max(days)


def without_stays(case: MoneyInput) -> MoneyInput:
    """Return the case in which nobody does anything: no placement, no trial, no contract."""
    return replace(
        case, werkervaringsplaats_start=None, detachering_start=None, proefplaatsing_start=None, in_dienst=None
    )


def contract_at_once(course: Course) -> MoneyInput:
    """Return the case with a contract from the first day of the first stay, and nothing before it."""
    return replace(without_stays(course.case), in_dienst=first_day_elsewhere(course.stays))


def first_day_elsewhere(stays: Stays) -> date | None:
    """Return the first day of the first stay at another employer."""
    return min((stay.first for stay in stays.by_form.values()), default=None)


def left_over(periods: tuple[MoneyPeriod, ...]) -> Mapping[str, Fraction]:
    """Return what each party gets less what it pays, before anything is rounded: what differs there, differs."""
    booked = [one for period in periods for one in period.booked]
    return {
        party: sum((one.exact for one in booked if one.post.receiver == party), Fraction(0))
        - sum((one.exact for one in booked if one.post.payer == party), Fraction(0))
        for party in PARTIES
    }


def balances(periods: tuple[MoneyPeriod, ...]) -> Mapping[str, Balance]:
    """Return what each party pays and gets: the sum of the rounded amounts."""
    booked = [one for period in periods for one in period.booked]
    return {
        party: Balance(
            pays=sum((one.amount for one in booked if one.post.payer == party), Decimal(0)),
            gets=sum((one.amount for one in booked if one.post.receiver == party), Decimal(0)),
        )
        for party in PARTIES
    }
