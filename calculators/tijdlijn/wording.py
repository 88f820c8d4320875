"""The texts of milestones, from ``milestones.toml``, with the figures of the day whose law made the milestone."""

from __future__ import annotations

from typing import Any

from calculators.law.book import Law
from calculators.law.wording import FIGURE, with_figures
from calculators.tijdlijn.milestones import Milestone, row
from calculators.tijdlijn.rules import Timeline

Wording = dict[str, Any]


def text_of(one: Milestone, timeline: Timeline) -> Wording:
    """Return the texts of a milestone of a timeline."""
    return wording(one.kind, has_employer=timeline.case.has_employer, law=timeline.law_of(one))


def wording(kind: str, *, has_employer: bool, law: Law) -> Wording:
    """Return the texts of a milestone, with the figures of the day at which ``law`` is open.

    ``titel``, ``neutraal`` (its title in a diary) and ``kort`` (in the picture; empty when not pinned there), ``wie``,
    ``zekerheid``, ``bronnen``, ``toelichting``, ``doen`` and ``gemist``.
    """
    written = row(kind, has_employer=has_employer)
    texts = {"neutraal": written["titel"], "kort": ""} | written
    return {key: _filled(value, law) for key, value in texts.items() if key != "vervalt"}


def _filled(value: Any, law: Law) -> Any:
    """Replace ``{{ figure }}`` in a text, or in the texts of a table, by its value."""
    if isinstance(value, dict):
        return {key: _filled(part, law) for key, part in value.items()}
    if isinstance(value, str) and FIGURE.search(value):
        return with_figures(value, law)
    return value
