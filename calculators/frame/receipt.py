"""The receipt of an answer: with which version, day and figures it was made, so that a print can be judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from calculators.frame.dates import in_words
from calculators.frame.result import FigureUsed
from calculators.frame.version import version


def receipt_in_words(reference_day: date, figures: Sequence[FigureUsed]) -> str:
    """Return the receipt as a line to stand at the foot of an answer."""
    said = [f"Versie van de rekenregels: {version()}. Dag van dit antwoord: {in_words(reference_day)}."]
    checked = [one.checked_on for one in figures if one.checked_on is not None]
    if len(checked) == 1:
        said.append(f"Gebruikt: 1 cijfer, nagekeken op {in_words(checked[0])}.")
    elif checked:
        said.append(f"Gebruikt: {len(checked)} cijfers, de oudste nagekeken op {in_words(min(checked))}.")
    if unknown := [one.label for one in figures if one.checked_on is None]:
        said.append(f"Niet bekend: {'; '.join(unknown)}.")
    return " ".join(said)


def receipt_json(reference_day: date, figures: Sequence[FigureUsed]) -> dict[str, Any]:
    """Return ``bon``: version, figures in use with the day each was last checked, those not known, and the line."""
    return {
        "versie": version(),
        "cijfers": {one.id: one.checked_on.isoformat() for one in figures if one.checked_on is not None},
        "onbekend": [one.id for one in figures if one.checked_on is None],
        "tekst": receipt_in_words(reference_day, figures),
    }
