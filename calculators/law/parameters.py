"""Dated figures: every number of the law with the day it starts, its unit and its source.

A figure lives in a TOML file (``calculators/parameters/<subject>.toml`` or
``calculators/<calculator>/parameters.toml``) and is named ``<subject>.<name>``.
A history row has only a ``from``; the next row ends it. Before the first row, after
``known_until`` and after a row that says ``ended = true`` a figure has no value: asking for it
raises `UnknownFigure`, which names the figure. Nothing here ever guesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from calculators.frame.tables import Table, paths, table

SOURCES_FILE = "bronnen"


@dataclass(frozen=True)
class Source:
    """Where a figure or a rule was read, and on which day it was last checked."""

    id: str
    title: str
    url: str
    checked_on: date
    note: str = ""
    language: str = "nl"  # of the title


@dataclass(frozen=True)
class Row:
    """One row of a figure's history: from ``start`` on the figure has ``value``.

    ``provisional``: announced, with a source, but not fixed yet; whoever uses it says so.
    """

    start: date
    value: Decimal | None
    sources: tuple[str, ...]
    note: str = ""
    figure_id: str = ""
    provisional: bool = False

    @property
    def known_value(self) -> Decimal:
        """Return the value of a row that does not end the figure."""
        if self.value is None:
            raise ValueError(f"{self.figure_id} ended on {self.start}")
        return self.value


class UnknownFigure(LookupError):
    """A figure has no known value on a day; ``figure`` and ``day`` say which and when."""

    def __init__(self, figure: Figure, day: date) -> None:
        super().__init__(f"{figure.id} is not known on {day}")
        self.figure = figure
        self.day = day


@dataclass(frozen=True)
class Figure:
    """A dated figure of law, policy or practice."""

    id: str
    label: str
    unit: str
    kind: str
    review_by: date
    known_until: date | None
    history: tuple[Row, ...]

    def row(self, day: date) -> Row:
        """Return the row in force on ``day``.

        Raises:
            UnknownFigure: before the first row, after ``known_until``, or once ended.
        """
        if self.known_until is not None and day > self.known_until:
            raise UnknownFigure(self, day)
        in_force = [row for row in self.history if row.start <= day]
        if not in_force or in_force[-1].value is None:
            raise UnknownFigure(self, day)
        return in_force[-1]

    def on(self, day: date) -> Decimal:
        """Return the value on ``day``, or raise `UnknownFigure`."""
        return self.row(day).known_value

    def is_provisional(self, day: date) -> bool:
        """Say whether the value on ``day`` was only announced; not when there is none."""
        try:
            return self.row(day).provisional
        except UnknownFigure:
            return False

    def nearest(self, day: date) -> Decimal:
        """Return the known value nearest to ``day``, for an answer that says openly that it is not known."""
        known = [row for row in self.history if row.value is not None]
        return next((row for row in reversed(known) if row.start <= day), known[0]).known_value

    def changes_between(self, first: date, last: date) -> tuple[Row, ...]:
        """Return the rows that begin after ``first`` and not after ``last``."""
        return tuple(row for row in self.history if first < row.start <= last)


def figure(figure_id: str) -> Figure:
    """Return the figure called ``figure_id``, such as ``wachttijd.dagen``.

    Raises:
        KeyError: no figure has that name; the message names the nearest ones.
    """
    found = all_figures().get(figure_id)
    if found is None:
        near = [known for known in all_figures() if known.split(".")[-1] in figure_id or figure_id in known]
        raise KeyError(f"onbekend cijfer {figure_id!r}" + (f"; bedoelt u {', '.join(near[:3])}?" if near else ""))
    for asked in _collecting:
        asked.add(figure_id)
    return found


_collecting: list[set[str]] = []


@contextmanager
def figures_asked() -> Iterator[set[str]]:
    """Collect the ids of the figures that are asked for within the ``with``."""
    _collecting.append(set())
    try:
        yield _collecting[-1]
    finally:
        _collecting.pop()


def source(source_id: str) -> Source:
    """Return the source called ``source_id``, or raise KeyError naming it."""
    found = all_sources().get(source_id)
    if found is None:
        raise KeyError(f"onbekende bron {source_id!r}")
    return found


@cache
def all_figures() -> Mapping[str, Figure]:
    """Return every figure by its id, in the order of the files."""
    figures: dict[str, Figure] = {}
    for subject, named in _subjects().items():
        if subject != SOURCES_FILE:
            for name, raw in named.items():
                figures[f"{subject}.{name}"] = _figure(f"{subject}.{name}", raw)
    return figures


@cache
def all_sources() -> Mapping[str, Source]:
    """Return every source by its id."""
    return {
        name: Source(name, raw["title"], raw["url"], raw["checked_on"], raw.get("note", ""), raw.get("language", "nl"))
        for name, raw in _subjects()[SOURCES_FILE].items()
    }


@cache
def _subjects() -> dict[str, Table]:
    """Return the tables with figures and sources by subject. A calculator's own file is named after its folder."""
    found = {}
    for path in paths():
        folder, _, name = path.removesuffix(".toml").partition("/")
        if folder == "parameters":
            found[name] = table(path)
        elif name == "parameters":
            found[folder.replace("_", "-")] = table(path)
    return found


def _figure(figure_id: str, raw: Mapping[str, Any]) -> Figure:
    history = tuple(
        Row(
            start=row["from"],
            value=None if row.get("ended") else Decimal(row["value"]),
            sources=tuple(row["sources"]),
            note=row.get("note", ""),
            figure_id=figure_id,
            provisional=row.get("voorlopig", False),
        )
        for row in raw["history"]
    )
    if [row.start for row in history] != sorted({row.start for row in history}):
        raise ValueError(f"{figure_id}: the rows of a history are not in order of date")
    return Figure(
        id=figure_id,
        label=raw["label"],
        unit=raw["unit"],
        kind=raw["kind"],
        review_by=raw["review_by"],
        known_until=raw.get("known_until"),
        history=history,
    )


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
            if one.language != "nl":
                found[source_id]["taal"] = one.language
    return found


def _mentions(part: Any) -> Iterable[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from value if key == "bronnen" else _mentions(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _mentions(value)
