"""What a calculator answers: the outcome, how it was worked out, what to beware of, and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol


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
class Fact:
    """One line of the answer card: what it is about, and what holds."""

    label: str
    text: str


@dataclass(frozen=True)
class Card:
    """What stands under the first sentence: at most three facts, and one line about figures that are not known yet.

    ``unknown`` is None for the usual line, and empty when nothing that is not known touches this reader.
    """

    facts: tuple[Fact, ...] = ()
    unknown: str | None = None


UNKNOWN = frozenset({"regel-onbekend", "bedragen-onbekend", "cijfer-voorlopig"})
"""Cautions about figures: a line in grey, never what a reader must beware of first."""


@dataclass(frozen=True)
class NotComputed:
    """Something the answer leaves out, why, and whom to ask; days when it is about a time."""

    code: str
    text: str
    ask: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class FigureUsed:
    """A figure that an answer asked; ``checked_on`` is the day it was last checked, None when it was not known."""

    id: str
    label: str
    checked_on: date | None


class FiguresUsed(Protocol):
    """What an answer asked of the law: ``law.book.Law`` is one."""

    def receipt(self) -> tuple[FigureUsed, ...]:
        """Return each figure that was asked, those in use with the day on which they were last checked."""

    def cautions(self) -> Iterator[Caution]:
        """Yield what is not known, or only announced, of those figures."""


@dataclass(frozen=True)
class Result[Outcome]:
    """The answer of one calculator. ``outcome`` is the calculator's own frozen dataclass.

    ``law`` is the book that rules, explanation and texts have asked; None where nothing hangs on the law.
    ``card`` is the answer in short.
    """

    headline: str
    outcome: Outcome
    steps: tuple[Step, ...]
    warnings: tuple[Caution, ...]
    not_computed: tuple[NotComputed, ...] = ()
    law: FiguresUsed | None = None
    card: Card = Card()
