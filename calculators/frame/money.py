"""Money and numbers: exact decimals, rounded once, written the Dutch way."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def to_cent(amount: Decimal) -> Decimal:
    """Round an amount in euros half up to the cent."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def number_in_words(value: Decimal, places: int | None = None) -> str:
    """Write a number the Dutch way: ``3.200,50``; with ``places`` digits after the comma, or as many as needed."""
    text = f"{value:,f}" if places is None else f"{value:,.{places}f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate({ord(","): ".", ord("."): ","})


SINGULAR = {"weken": "week", "maanden": "maand", "dagen": "dag", "uren": "uur"}


def with_unit(value: Decimal | int, unit: str) -> str:
    """Write a number with its unit: ``1 week``, ``2 weken``, ``1,5 uur per week``."""
    shown = SINGULAR.get(unit, unit) if value == 1 else unit
    return f"{number_in_words(Decimal(value))} {shown}".strip()


def euros(amount: Decimal) -> str:
    """Write an amount as ``€ 3.200,50``, rounded to the cent, with a space at which no line breaks."""
    return f"€\u00a0{number_in_words(to_cent(amount), places=2)}"


def percent(rate: Decimal) -> str:
    """Write a percentage as ``70 %``."""
    return f"{number_in_words(rate)} %"
