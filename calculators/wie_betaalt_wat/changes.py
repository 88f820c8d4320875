"""What holds for one reader now, in a month, and the next day on which that changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.frame.dates import days_after
from calculators.frame.terms import SPOKEN_TO_AS
from calculators.law.benefits import last_benefit_day
from calculators.wie_betaalt_wat.parties import CONTRACT, unknown_for
from calculators.wie_betaalt_wat.periods import Booked, MoneyPeriod
from calculators.wie_betaalt_wat.rules import Money
from calculators.wie_betaalt_wat.wording import post_ids, words

NO_INCOME = frozenset({"vakantiebijslag", "reiskosten"})  # paid to the employee, but not what he lives on each month
SMALLEST_CHANGE = Fraction(1, 100)
"""Less than this part is no change to say aloud: a premium of the next year. The tables show it."""


@dataclass(frozen=True)
class Change:
    """The next day on which something changes for the reader; ``then`` is None after the last day shown."""

    day: date
    then: MoneyPeriod | None


def reader_of(money: Money) -> str:
    """Return as whom the reader is spoken to: who has a benefit as the employee, with "je"."""
    return SPOKEN_TO_AS.get(money.case.rol, money.case.rol)


def counts_for(role: str) -> Callable[[Booked], bool]:
    """Return which items are the reader's: what the employee gets, or what an employer pays."""
    if role in ("werkgever", "inlener"):
        return lambda one: one.post.payer == role
    return lambda one: one.post.receiver == "werknemer" and one.id not in NO_INCOME


def a_month(period: MoneyPeriod, counts: Callable[[Booked], bool], without: frozenset[str] = frozenset()) -> Fraction:
    """Return the items that count, in a month of this period, exact."""
    return sum((one.post.per_month for one in period.booked if counts(one) and one.id not in without), Fraction(0))


def period_now(money: Money) -> MoneyPeriod | None:
    """Return the period of the reference day, the first one before it begins, or None after the last."""
    return next((one for one in money.periods if money.case.peildatum <= one.days.last), None)


def next_change(money: Money, now: MoneyPeriod) -> Change | None:
    """Return the next change for the reader, or None where the days end in a contract or benefit that goes on."""
    counts = counts_for(reader_of(money))
    for one in money.periods:
        if one.days.first > now.days.last and (_differs(now, one, counts) or _comes_or_goes_unknown(money, now, one)):
            return Change(one.days.first, one)
    last = money.periods[-1]
    pays = a_month(last, counts) or touched_by_unknown(money, last)
    if last.stage == CONTRACT or not pays or _benefit_goes_on(money, last, counts):
        return None
    return Change(days_after(last.days.last, 1), None)


def _benefit_goes_on(money: Money, last: MoneyPeriod, counts: Callable[[Booked], bool]) -> bool:
    """Say whether the days shown end, but not the benefit that is all the reader gets in them.

    Sick pay stops after 104 weeks (ZW 29(5)), and a WW in illness has become sick pay by then (ZW 29(2)); others
    stop at the AOW age.
    """
    kind, end = money.case.uitkering, money.ends
    if any(counts(one) and one.id != "uitkering" for one in last.booked):
        return False
    if kind == "WW" and last.days.last < end.first_wia_day:
        return False
    return last.days.last < last_benefit_day(kind, money.case, end, money.law)


def _differs(now: MoneyPeriod, then: MoneyPeriod, counts: Callable[[Booked], bool]) -> bool:
    if (now.stage == CONTRACT) != (then.stage == CONTRACT):
        return True
    unknown = frozenset(now.unknown_items + then.unknown_items)
    before, after = a_month(now, counts, unknown), a_month(then, counts, unknown)
    return abs(after - before) > SMALLEST_CHANGE * max(before, after)


def _comes_or_goes_unknown(money: Money, now: MoneyPeriod, then: MoneyPeriod) -> bool:
    """Say whether an employer's item begins or ends of which nobody knows how much it is: a fee in the next year."""
    role = reader_of(money)
    if role not in ("werkgever", "inlener"):
        return False
    comes = any(one in now.not_due for one in unknown_for(role, then, money.case))
    return comes or any(one in then.not_due for one in unknown_for(role, now, money.case))


def touched_by_unknown(money: Money, period: MoneyPeriod) -> list[str]:
    """Return the names of what the law does not say yet and is money of the reader; a coach reads of everybody."""
    role = reader_of(money)
    found = period.unknown_items if role == "begeleider" else unknown_for(role, period, money.case)
    return [words(one).naam for one in post_ids() if one in found]
