"""Texts from tables: ``{{ subject.figure }}`` in them stands for that figure on a day."""

from __future__ import annotations

import re
from datetime import date

from calculators.common.money import number_in_words
from calculators.common.parameters import figure

FIGURE = re.compile(r"\{\{ (\S+) \}\}")


def within_a_sentence(label: str) -> str:
    """Return a label as it stands within a sentence: ``naam``, but ``WIA-aanvraag``; a question without its mark."""
    return (label if label[1:2].isupper() else label[:1].lower() + label[1:]).rstrip("?")


def with_figures(text: str, day: date) -> str:
    """Return the text with every ``{{ figure }}`` replaced by its value on ``day``, or the nearest known one."""
    return FIGURE.sub(lambda found: number_in_words(figure(found[1]).nearest(day)), text)
