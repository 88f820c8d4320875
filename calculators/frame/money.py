"""Money and numbers: exact, rounded once, written the Dutch way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

type Number = Decimal | Fraction | int
"""An exact number; a sum that divides (52 / 12 weeks in a month) is exact in fractions only."""

MOST_PLACES = 4


def to_cent(amount: Number) -> Decimal:
    """Round an amount in euros half up to the cent."""
    numerator, denominator = amount.as_integer_ratio()  # whole numbers: an answer rounds hundreds of times
    cents = (200 * abs(numerator) + denominator) // (2 * denominator)
    return Decimal(-cents if numerator < 0 else cents).scaleb(-2)


def number_in_words(value: Number, places: int | None = None) -> str:
    """Write a number the Dutch way: ``3.200,50``; with ``places`` digits after the comma, or as many as needed."""
    number = value if isinstance(value, Decimal) else _as_decimal(Fraction(value))
    text = f"{number:,f}" if places is None else f"{number:,.{places}f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate({ord(","): ".", ord("."): ","})


def _as_decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator


SINGULAR = {"weken": "week", "maanden": "maand", "dagen": "dag", "uren": "uur"}


def with_unit(value: Number, unit: str) -> str:
    """Write a number with its unit: ``1 week``, ``2 weken``, ``1,5 uur per week``."""
    shown = SINGULAR.get(unit, unit) if value == 1 else unit
    return f"{number_in_words(value)} {shown}".strip()


def euros(amount: Number) -> str:
    """Write an amount as ``€ 3.200,50``, rounded to the cent, with a space at which no line breaks."""
    return _with_sign(to_cent(amount), places=2)


def whole_euros(amount: Number) -> str:
    """Write an amount as a sentence has it: ``€ 1.715``, rounded half up to the euro."""
    return _with_sign((to_cent(Fraction(amount) / 100) * 100).quantize(Decimal(1)), places=0)


def _with_sign(amount: Decimal, places: int) -> str:
    """Write ``€ 5``, and less than nothing as ``− € 5``."""
    sign = "\u2212\u00a0" if amount < 0 else ""
    return f"{sign}€\u00a0{number_in_words(abs(amount), places=places)}"


def euros_in_a_sum(amount: Number) -> str:
    """Write an amount that a sum computes on with: ``€ 0,235``, so that whoever multiplies finds the same.

    Whole cents as ever; what is no whole number of cents has up to four digits after the comma.
    """
    exact = Fraction(amount)
    if 100 % exact.denominator == 0:
        return euros(exact)
    text = number_in_words(exact, places=MOST_PLACES).rstrip("0")
    cents = len(text) - text.index(",") - 1
    return f"€\u00a0{text}{'0' * (2 - cents)}"


def percent(rate: Number) -> str:
    """Write a percentage as ``70 %``."""
    return f"{number_in_words(rate)} %"
