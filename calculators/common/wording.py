"""Texts from tables: ``{{ subject.figure }}`` in them stands for that figure on a day."""

from __future__ import annotations

import re
from datetime import date

from calculators.common.money import number_in_words
from calculators.common.parameters import figure

FIGURE = re.compile(r"\{\{ (\S+) \}\}")


def with_figures(text: str, day: date) -> str:
    """Return the text with every ``{{ figure }}`` replaced by its value on ``day``, or the nearest known one."""
    return FIGURE.sub(lambda found: number_in_words(figure(found[1]).nearest(day)), text)
