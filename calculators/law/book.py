"""The book of law for one answer: every figure is asked here, and what was asked is remembered.

An answer makes one book where it begins and hands it down. Rule, explanation and texts ask the same book, so
they cannot read different days. What is not known is never given out in silence: a term is then taken from its
nearest known value and named, an amount is absent and named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from calculators.frame.dates import days_after, in_words
from calculators.frame.money import number_in_words
from calculators.frame.result import Caution, FigureUsed
from calculators.law.parameters import Figure, Row, UnknownFigure, figure, source


@dataclass
class _Memory:
    """What one answer has asked, on whatever day: shared by all openings of one book."""

    rows: dict[tuple[str, date], Row] = field(default_factory=dict)
    terms: dict[tuple[str, date], Figure] = field(default_factory=dict)
    unknown: dict[str, Figure] = field(default_factory=dict)
    missing: dict[str, Figure] = field(default_factory=dict)


class Law:
    """The figures in force, open at one day. `on` opens the same book at another day."""

    def __init__(self, day: date, memory: _Memory | None = None) -> None:
        self.day = day
        self._memory = memory or _Memory()
        self._asked: dict[str, Figure] = {}

    def on(self, day: date) -> Law:
        """Return the same book open at another day: what was asked stays remembered."""
        return Law(day, self._memory)

    def number(self, figure_id: str, day: date | None = None) -> int:
        """Return a term in whole units on ``day`` (default: the day the book is open at).

        A term that is not known on its day has its nearest known value, and is named in ``unknown``.

        Raises:
            ValueError: the figure is not whole, such as 52,9 weeks: cutting it off would be a guess.
        """
        found = self._found(figure_id)
        day = day or self.day
        self._memory.terms[figure_id, day] = found
        value = self._on(found, day)
        if value is None:
            self._memory.unknown[figure_id] = found
            value = found.nearest(day)
        if value != int(value):
            raise ValueError(f"{figure_id} is {value} on {day}, and a whole number is needed")
        return int(value)

    def get(self, figure_id: str) -> Decimal | None:
        """Return an amount or percentage on this day, or None when it is not known then; never a guess."""
        found = self._found(figure_id)
        value = self._on(found, self.day)
        if value is None:
            self._memory.missing[figure_id] = found
        return value

    def earlier(self, figure_id: str) -> tuple[Decimal, ...]:
        """Return the values that a figure had before the one of this day, as far as they are known."""
        rows = [row for row in self._found(figure_id).history if row.start <= self.day]
        return tuple(row.value for row in rows[:-1] if row.value is not None)

    def in_words(self, figure_id: str) -> str:
        """Return a figure as a text has it.

        What is not yet known reads ``nog niet bekend``; before its first row the nearest value stands, and is named.
        """
        found = self._found(figure_id)
        value = self._on(found, self.day)
        if value is None:
            self._memory.unknown[figure_id] = found
            if self.day >= found.history[0].start:
                return "nog niet bekend"
            value = found.nearest(self.day)
        return number_in_words(value)

    def sources(self, figure_id: str) -> tuple[str, ...]:
        """Return the ids of the sources of a figure on this day; none when it is not known then."""
        found = self._found(figure_id)
        return () if self._on(found, self.day) is None else found.row(self.day).sources

    def _found(self, figure_id: str) -> Figure:
        found = figure(figure_id)
        self._asked[figure_id] = found
        return found

    def _on(self, found: Figure, day: date) -> Decimal | None:
        try:
            row = found.row(day)
        except UnknownFigure:
            return None
        self._memory.rows[found.id, row.start] = row  # one answer may use a figure of last year and of this year
        return row.known_value

    @property
    def unknown(self) -> tuple[Figure, ...]:
        """The terms that were not known on their day, and were taken from their nearest known value."""
        return tuple(self._memory.unknown.values())

    @property
    def missing(self) -> tuple[Figure, ...]:
        """The amounts that were asked for on a day on which they are not known."""
        return tuple(self._memory.missing.values())

    @property
    def provisional(self) -> tuple[Figure, ...]:
        """The figures that were used though they were only announced, not fixed."""
        return tuple(figure(figure_id) for figure_id, _ in self._provisional_rows)

    @property
    def _provisional_rows(self) -> dict[tuple[str, date], Row]:
        return {key: row for key, row in self._memory.rows.items() if row.provisional}

    def changes_until(self, last: date) -> tuple[Row, ...]:
        """Return the rows of terms in use that bring another value after their day and not after ``last``."""
        found = {
            (row.figure_id, row.start): row
            for (figure_id, day), one in self._memory.terms.items()
            if figure_id not in self._memory.unknown
            for row in one.changes_between(day, last)
            if row.value != one.on(day)
        }
        return tuple(found.values())

    def next_change(self, last: date) -> date | None:
        """Return the first day up to and including ``last`` on which a figure asked at this opening changes.

        Ceasing to be known is a change too.
        """
        days = [row.start for found in self._asked.values() for row in found.history]
        days += [days_after(found.known_until, 1) for found in self._asked.values() if found.known_until]
        return min((day for day in days if self.day < day <= last), default=None)

    def receipt(self) -> tuple[FigureUsed, ...]:
        """Return each figure that was asked, by id.

        One in use has the day on which its sources were last checked; one that was not known on its day has none.
        """
        unknown = self._memory.unknown | self._memory.missing
        used: dict[str, FigureUsed] = {}
        for (figure_id, _), row in self._memory.rows.items():
            days = [source(one).checked_on for one in row.sources]
            if (before := used.get(figure_id)) and before.checked_on:
                days.append(before.checked_on)
            used[figure_id] = FigureUsed(figure_id, figure(figure_id).label, min(days))
        not_known = {one.id: FigureUsed(one.id, one.label, None) for one in unknown.values()}
        return tuple(one for _, one in sorted((used | not_known).items()))

    def cautions(self) -> Iterator[Caution]:
        """Yield what is not known, and what is only announced, of the figures that this answer rests on."""
        if self.unknown:
            labels = "; ".join(one.label for one in self.unknown)
            yield Caution(
                "regel-onbekend",
                "Voor deze dagen kennen wij niet alle regels. We rekenen met de regel die we wel kennen, maar die kan "
                f"toen anders zijn geweest. Het gaat om: {labels}.",
            )
        if rows := self._provisional_rows:
            labels = "; ".join(f"{figure(name).label} (vanaf {in_words(start)})" for name, start in rows)
            yield Caution(
                "cijfer-voorlopig",
                "Dit antwoord rekent met een voorlopig cijfer. Het is aangekondigd, maar nog niet vastgesteld: "
                f"{labels}.",
                tuple(dict.fromkeys(name for row in rows.values() for name in row.sources)),
            )
