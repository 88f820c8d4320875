"""Calculators about getting back to work after long illness in the Netherlands.

The way of the data: somebody's values (form, link, command line) → ``Form.parse`` → a frozen
input, or all errors at once → ``rules.calculate`` (pure: no clock, no network, no wording of the
page) → ``Result`` (outcome, steps, warnings, sources) → JSON, or HTML by ``frame.rendering``.

- ``frame/``        what every page with a form shares: fields, form, answer, templates, days and money
- ``law/``          what every calculator shares of the law: the book of figures, the waiting period, the case
- ``parameters/``   dated figures of the law, each with its source
- ``templates/``    all HTML
- ``wegwijzer/``    the decision helper: a tree of questions as data, a page for each
- ``tijdlijn/`` …   one calculator is one folder; the registry finds a new one by itself
- ``documents/``    documents to fill in: one table of texts each, made into the same frame

This module is the public door; see also ``browser`` (what the worker calls) and ``page`` (what
the build calls).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from calculators import answering, registry
from calculators.frame.calculator import Values
from calculators.registry import all_names, names

__all__ = ["all_names", "answer", "names"]


def answer(name: str, values: Values, today: date | None = None) -> dict[str, Any]:
    """Answer a question in the JSON shape of the interface.

    Args:
        name: the calculator, such as ``tijdlijn``, or a document, such as ``documenten/geheimhouding``.
        values: texts by key, as typed or as in a link; a key given twice holds a list.
        today: the reference day when ``peildatum`` is not given; default the day of the machine.

    Returns:
        A dict with ``uitkomst``, or with ``fouten`` for bad input, which is never an exception.

    Raises:
        KeyError: there is no calculator of that name.
    """
    return answering.answer(registry.calculator(name), values, today or date.today()).json
