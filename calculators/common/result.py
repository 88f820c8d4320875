"""What a calculator answers: the outcome, how it was worked out, what to beware of, and the sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from calculators.common.parameters import source

Certainty = Literal["wet", "rechtspraak", "uwv-norm", "cao-of-polis", "praktijk", "afspraak"]


@dataclass(frozen=True)
class Step:
    """One step of the calculation in words, made from the very values it computed with."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Caution:
    """Something the reader must know before using the answer; ``code`` never changes."""

    code: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotComputed:
    """Something the answer leaves out, why, and whom to ask; days when it is about a time."""

    code: str
    text: str
    ask: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Result[Outcome]:
    """The answer of one calculator. ``outcome`` is the calculator's own frozen dataclass."""

    headline: str
    outcome: Outcome
    steps: tuple[Step, ...]
    warnings: tuple[Caution, ...]
    not_computed: tuple[NotComputed, ...] = ()


def cited(*parts: Any) -> dict[str, dict[str, str]]:
    """Return the sources named under ``bronnen`` anywhere in JSON parts, as JSON by id, in order of mention."""
    found: dict[str, dict[str, str]] = {}
    for source_id in _mentions(parts):
        if source_id not in found:
            one = source(source_id)
            found[source_id] = {
                "titel": one.title,
                "url": one.url,
                "gecontroleerd_op": one.checked_on.isoformat(),
            }
    return found


def _mentions(part: Any) -> Iterable[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from value if key == "bronnen" else _mentions(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _mentions(value)
