"""Whether work pays: income from benefit and work together, by hours worked, and where the benefit jumps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from itertools import pairwise

from calculators.inkomen_na_104_weken import rules
from calculators.inkomen_na_104_weken.rules import ZERO, Capacity
from calculators.inkomen_na_104_weken.situations import Income, Outcome

WEEKS_IN_MONTH = Fraction(52, 12)
HOURS_BETWEEN_ROWS = 4
FULL_WEEK = 40
TENTH = Decimal("0.1")
CENT = Fraction(1, 100)


@dataclass(frozen=True)
class Row:
    """One line of the table: hours a week, wage a month, the benefit first and after, None where there is none.

    ``places`` names what lies at this wage: where the benefit changes its rule, and the work that was filled in.
    """

    hours: Fraction
    wage: Fraction
    first: Fraction | None
    after: Fraction | None
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Corner:
    """A corner of the line in the picture: wage and benefit a month. Two at one wage are a jump."""

    wage: Fraction
    benefit: Fraction


@dataclass(frozen=True)
class Work:
    """The table and the line. ``hour`` is the wage of an hour; ``own_hour`` says it is the new job's.

    All wages are with holiday pay, but for the WW: that counts it only in the month in which it is paid.

    ``jump`` is the wage at which the benefit jumps, with the benefit just before it and at it (WW: at it and just
    above it); None without one.
    """

    hour: Fraction
    own_hour: bool
    most_hours: Fraction
    required: Fraction | None
    rows: tuple[Row, ...]
    corners: tuple[Corner, ...]
    jump: tuple[Fraction, Fraction, Fraction] | None


def work(found: Income) -> Work | None:
    """Return the table for a case with one outcome, a wage of an hour, and one capacity; else None."""
    if len(found.outcomes) != 1 or not found.outcomes[0].phases:
        return None
    outcome, hour = found.outcomes[0], wage_of_an_hour(found, found.outcomes[0].kind)
    if hour is None or (outcome.kind == "wga" and outcome.capacity is None):
        return None
    own = bool(found.case.nieuw_maandloon and found.case.nieuwe_uren_per_week)
    most = Fraction(found.case.uren_per_week or FULL_WEEK)
    capacity = outcome.capacity
    required = None
    if capacity is not None and not capacity.free:
        required = rules.required_income(capacity, found.law)
    places = _places(found, outcome, capacity)
    hours = {Fraction(number) for number in range(0, int(most) + 1, HOURS_BETWEEN_ROWS)} | {most}
    rows = [_row(found, outcome, capacity, one, one * hour * WEEKS_IN_MONTH) for one in hours]
    rows += [
        _row(found, outcome, capacity, _up(wage / hour / WEEKS_IN_MONTH), wage, name)
        for name, wage in places
        if wage <= most * hour * WEEKS_IN_MONTH
    ]
    income = found.counted_for(outcome.kind)
    if income is not None:
        given = found.case.nieuwe_uren_per_week
        worked = Fraction(given) if given else _up(income / hour / WEEKS_IN_MONTH)
        rows.append(_row(found, outcome, capacity, worked, income, "nu"))
    line = _line(found, outcome, capacity, most * hour * WEEKS_IN_MONTH, [wage for _, wage in places])
    return Work(hour, own, most, required, _in_order(rows), line, _jump(line))


def wage_of_an_hour(found: Income, kind: str) -> Fraction | None:
    """Return the wage of an hour as a benefit counts it: of the new work, else of before; None without hours."""
    case, income = found.case, found.counted_for(kind)
    if income and case.nieuwe_uren_per_week:
        return income / (Fraction(case.nieuwe_uren_per_week) * WEEKS_IN_MONTH)
    if case.uren_per_week and found.wage.uncapped:
        old = found.wage.uncapped / (rules.with_holiday_pay(Fraction(1), case) if kind == "ww" else 1)
        return old / (Fraction(case.uren_per_week) * WEEKS_IN_MONTH)
    return None


def _up(hours: Fraction) -> Fraction:
    """Return hours rounded up to a tenth: with fewer the wage would not be earned."""
    tenths = -(-hours.numerator * 10 // hours.denominator)
    return Fraction(tenths, 10)


def _places(found: Income, outcome: Outcome, capacity: Capacity | None) -> list[tuple[str, Fraction]]:
    """Return the wages at which a benefit changes its rule, by the name of the place."""
    if outcome.kind == "ww":
        limit = found.law.get("ww.eindgrens_percentage")
        if limit is None:
            return []
        return [("grens", found.wage.month * Fraction(limit) / 100 / found.wage.factor)]
    if capacity is None or capacity.free:
        return []
    return [("eis", rules.required_income(capacity, found.law)), ("alles", capacity.month)]


def _row(
    found: Income, outcome: Outcome, capacity: Capacity | None, hours: Fraction, wage: Fraction, *places: str
) -> Row:
    has_first = outcome.kind != "wga" or found.case.meets_weeks_for_wga
    first = first_benefit(found, outcome, wage) if has_first else None
    return Row(hours, wage, first, after_benefit(found, outcome, capacity, wage), places)


def first_benefit(found: Income, outcome: Outcome, wage: Fraction) -> Fraction:
    """Return the benefit from the third month on: 70 percent of the loss of wage, or the IVA."""
    if outcome.kind == "iva":
        return rules.lasting(found.wage, wage, found.law)
    if outcome.kind == "ww":
        return rules.unemployment(found.wage, wage, rules.percentage(found.law, "ww.percentage"), found.law)
    return rules.wage_related(found.wage, wage, rules.percentage(found.law, "wia.wga_percentage"))


def after_benefit(found: Income, outcome: Outcome, capacity: Capacity | None, wage: Fraction) -> Fraction | None:
    """Return the WGA after the wage-related part; None for another benefit, or when a figure is not known."""
    if outcome.kind != "wga" or capacity is None:
        return None
    return rules.after_wage_related(found.wage, wage, capacity, found.law).amount


def _line(
    found: Income, outcome: Outcome, capacity: Capacity | None, most: Fraction, places: list[Fraction]
) -> tuple[Corner, ...]:
    """Return the line of the benefit that lasts longest, straight between its corners; empty when not known.

    Just before and after a place where the rule changes the line has a corner of its own, so that a jump is upright.
    """
    wages = {ZERO, most}
    for place in [*places, *_kink(found, capacity), found.wage.uncapped]:
        wages |= {wage for wage in (place - CENT, place, place + CENT) if ZERO <= wage <= most}
    corners = []
    for wage in sorted(wages):
        first = first_benefit(found, outcome, wage)
        benefit = after_benefit(found, outcome, capacity, wage) if outcome.kind == "wga" else first
        if benefit is None:
            return ()
        corners.append(Corner(wage, benefit))
    return tuple(corners)


def _kink(found: Income, capacity: Capacity | None) -> list[Fraction]:
    """Return the wage at which the supplement, held up by the follow-up benefit, begins to fall (Wet WIA 61(5))."""
    if capacity is None or capacity.free:
        return []
    follow_up = rules.follow_up_benefit(found.wage, capacity, found.law)
    if follow_up is None:
        return []
    rate = rules.percentage(found.law, "wia.wga_percentage")
    return [(found.wage.month - follow_up / rate) / found.wage.factor]


def _jump(line: tuple[Corner, ...]) -> tuple[Fraction, Fraction, Fraction] | None:
    """Return where the benefit changes by more than a euro within a cent: the wage, and the benefit on either side.

    The wage is the last one before a fall, and the first one of a rise.
    """
    for before, after in pairwise(line):
        if after.wage - before.wage <= CENT and abs(after.benefit - before.benefit) > 1:
            wage = before.wage if after.benefit < before.benefit else after.wage
            return wage, before.benefit, after.benefit
    return None


def _in_order(rows: list[Row]) -> tuple[Row, ...]:
    """Return the rows by wage, each wage once, with the name of all that lies there."""
    by_wage: dict[Fraction, Row] = {}
    for row in sorted(rows, key=lambda one: (one.wage, not one.places)):
        first = by_wage.setdefault(row.wage, row)
        if first is not row:
            by_wage[row.wage] = replace(first, places=first.places + row.places)
    return tuple(by_wage.values())


def tenths(hours: Fraction) -> Decimal:
    """Return hours as a number with one digit, rounded up."""
    return (Decimal(hours.numerator) / hours.denominator).quantize(TENTH, ROUND_CEILING)
