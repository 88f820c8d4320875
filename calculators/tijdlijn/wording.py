"""The wording of milestones, from ``milestones.toml``, with the figures of the book of law of the answer."""

from __future__ import annotations

from functools import cache
from typing import Any

from calculators.frame.tables import table
from calculators.law.book import Law
from calculators.law.wording import FIGURE, with_figures

Wording = dict[str, Any]


def wording(kind: str, *, has_employer: bool, law: Law) -> Wording:
    """Return title, parties, certainty, sources and texts of a milestone, with the figures of the day of ``law``."""
    return {key: _filled(value, law) for key, value in _written(kind, has_employer=has_employer).items()}


@cache
def _written(kind: str, *, has_employer: bool) -> Wording:
    text = dict(table("tijdlijn/milestones.toml")[kind])
    without_employer = text.pop("vangnet", {})
    if not has_employer:
        text |= without_employer
    return text


def _filled(value: Any, law: Law) -> Any:
    """Replace ``{{ figure }}`` in a text, or in the texts of a table, by its value."""
    if isinstance(value, dict):
        return {key: _filled(part, law) for key, part in value.items()}
    if isinstance(value, str) and FIGURE.search(value):
        return with_figures(value, law)
    return value
