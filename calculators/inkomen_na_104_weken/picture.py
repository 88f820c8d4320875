"""The picture of "does work pay": wage and benefit on top of each other, by hours. Places only, in SVG units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calculators.frame.money import number_in_words
from calculators.inkomen_na_104_weken.situations import Income
from calculators.inkomen_na_104_weken.work import CENT, WEEKS_IN_MONTH, Work, work

LEFT, TOP, WIDTH, HEIGHT = 52, 30, 256, 190
STEPS_OF_HOURS = 8
EUROS = (500, 1000, 2000, 5000, 10_000, 100_000)
MOST_LINES = 5
LETTERS = 20


@dataclass(frozen=True)
class Mark:
    """A line of the scale: its place and its text."""

    at: float
    text: str


@dataclass(frozen=True)
class Picture:
    """Where everything stands. ``wage`` and ``total`` are the points of two surfaces; ``jump`` is the cliff."""

    wage: str
    total: str
    line: str
    hours: tuple[Mark, ...]
    euros: tuple[Mark, ...]
    jump: float | None
    now: tuple[float, float] | None
    wage_name: float
    benefit_name: float | None


def drawing(found: Income) -> Picture | None:
    """Return the picture of a case with a table, or None."""
    table = work(found)
    return None if table is None or not table.corners else lay_out(table, found.counted_for(found.outcomes[0].kind))


def lay_out(table: Work, income: Fraction | None) -> Picture:
    """Return the places of a table: hours along, euros up."""
    widest = max(table.most_hours * table.hour * WEEKS_IN_MONTH, CENT)
    totals = [corner.wage + corner.benefit for corner in table.corners]
    step = next((one for one in EUROS if max(totals) <= one * MOST_LINES), EUROS[-1])
    tallest = Fraction(step) * max(1, -(-max(totals) // step))

    def across(wage: Fraction) -> float:
        return round(float(LEFT + WIDTH * wage / widest), 1)

    def up(amount: Fraction) -> float:
        return round(float(TOP + HEIGHT - HEIGHT * amount / tallest), 1)

    tops = [f"{across(one.wage)},{up(one.wage + one.benefit)}" for one in table.corners]
    wages = [f"{across(one.wage)},{up(one.wage)}" for one in table.corners]
    floor = f"{across(table.corners[-1].wage)},{TOP + HEIGHT} {LEFT},{TOP + HEIGHT}"
    now = None
    if income is not None and income <= widest:
        here = [row for row in table.rows if row.wage == income]
        benefit = here[0].first if here[0].after is None else here[0].after
        now = (across(income), up(income + (benefit or 0)))
    hours = range(0, int(table.most_hours) + 1, STEPS_OF_HOURS)
    return Picture(
        wage=" ".join([*wages, floor]),
        total=" ".join([*tops, *reversed(wages)]),
        line=" ".join(tops),
        hours=tuple(Mark(across(number * table.hour * WEEKS_IN_MONTH), str(number)) for number in hours),
        euros=tuple(Mark(up(Fraction(amount)), number_in_words(amount)) for amount in range(0, int(tallest) + 1, step)),
        jump=None if table.jump is None else across(table.jump[0]),
        now=now,
        wage_name=round((up(table.corners[-1].wage) + TOP + HEIGHT) / 2, 1),
        benefit_name=_below(up(table.corners[0].benefit)),
    )


def _below(top: float) -> float | None:
    """Return where the name of the first benefit stands, just below the line; None when there is no room for it."""
    return round(top + LETTERS / 2, 1) if TOP + HEIGHT - top >= LETTERS else None
