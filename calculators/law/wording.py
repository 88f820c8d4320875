"""Texts from tables: ``{{ subject.figure }}`` in them stands for that figure in the book of law of the answer."""

from __future__ import annotations

import re

from calculators.law.book import Law

FIGURE = re.compile(r"\{\{ (\S+) \}\}")


def with_figures(text: str, law: Law) -> str:
    """Return the text with every ``{{ figure }}`` replaced by its value on the day at which the book is open.

    A figure that is not known then is named among the warnings of the answer (see `Law.in_words`).
    """
    return FIGURE.sub(lambda found: law.in_words(found[1]), text)
