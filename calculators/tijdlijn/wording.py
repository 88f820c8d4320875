"""The wording of milestones, read once from ``milestones.toml``; figures are filled in for a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from calculators.common.tables import table
from calculators.common.wording import with_figures

Wording = dict[str, Any]


@cache
def wording(kind: str, *, has_employer: bool, day: date) -> Wording:
    """Return title, parties, certainty, sources and texts of a milestone, with the figures of ``day``.

    The same table is given to every caller: read it, and change nothing in it.
    """
    text = dict(table("tijdlijn/milestones.toml")[kind])
    without_employer = text.pop("vangnet", {})
    if not has_employer:
        text |= without_employer
    return {key: _filled(value, day) for key, value in text.items()}


def _filled(value: Any, day: date) -> Any:
    """Replace ``{{ figure }}`` in a text, or in the texts of a table, by its value."""
    if isinstance(value, dict):
        return {key: _filled(part, day) for key, part in value.items()}
    if isinstance(value, str):
        return with_figures(value, day)
    return value
