"""The stretches of time of a benefit after 104 weeks, each with one rule, and between which amounts one lies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.frame.dates import days_after, same_day_later
from calculators.inkomen_na_104_weken import rules
from calculators.inkomen_na_104_weken.rules import Benefit, Capacity, Months, OldWage
from calculators.law.book import Law


@dataclass(frozen=True)
class Amounts:
    """Between which amounts a benefit a month lies, and what kinds it may be; None when not known."""

    kinds: tuple[str, ...]
    least: Fraction | None
    most: Fraction | None


@dataclass(frozen=True)
class Phase:
    """A stretch of time with one rule. ``first_month`` counts from 1; ``until`` is its last month, None: to the AOW.

    ``first`` and ``last`` are days (at the soonest and at the latest), None when no start is known.
    """

    kind: str
    first_month: Months
    until: Months | None
    first: date | None
    last: tuple[date, date] | None
    without_work: Amounts
    with_work: Amounts | None


def between(wage: OldWage, income: Fraction, capacities: tuple[Capacity, Capacity], law: Law) -> Amounts:
    """Return the least and the most that the WGA after the wage-related part can be between two capacities.

    It changes its rule only where the capacity is the income, and where it is twice the income; between those places it
    goes one way. So the ends of the range, those places and a cent beyond the last hold the least and the most.
    """
    low, high = capacities
    places = {low.month, high.month}
    if not low.free:
        half = rules.percentage(law, "wia.wga_inkomenseis")
        for place in (income, income / half, income / half + Fraction(1, 100)):
            if low.month <= place <= high.month:
                places.add(place)
    found: list[Benefit] = [
        rules.after_wage_related(wage, income, Capacity(place, low.class_percentage, free=low.free), law)
        for place in sorted(places)
    ]
    kinds = tuple(dict.fromkeys(one.kind for one in found))
    amounts = [one.amount for one in found if one.amount is not None]
    if len(amounts) < len(found):
        return Amounts(kinds, None, None)
    return Amounts(kinds, min(amounts), max(amounts))


def how_long(phase: Phase) -> str:
    """Return ``tot en met maand 24`` or ``vanaf maand 25``; a half month ends, and the next phase begins, within one.

    Of eleven months and a half the last half month lies in month 12 (Wet WIA 59(2)(b)), and so does what follows it.
    """
    if phase.until is None:
        first, last = (_since(one) for one in (phase.first_month.least, phase.first_month.most))
        return first if first == last else f"{first}, of uiterlijk {last}"
    first, last = (_until(one) for one in (phase.until.least, phase.until.most))
    return first if first == last else f"{first}, of hoogstens {last}"


def _until(months: Fraction) -> str:
    whole, rest = divmod(months, 1)
    return f"tot halverwege maand {whole + 1}" if rest else f"tot en met maand {whole}"


def _since(month: Fraction) -> str:
    whole, rest = divmod(month, 1)
    return f"vanaf halverwege maand {whole}" if rest else f"vanaf maand {whole}"


def day_of(start: date, months: Fraction, law: Law) -> date:
    """Return the day after so many months; a half one is 15 days (Wet WIA 59(2)(b))."""
    whole, rest = divmod(months, 1)
    day = same_day_later(start, int(whole))
    return days_after(day, law.number("wia.halve_maand_dagen")) if rest else day
