"""Which figures and sources must be read again, for `make review`: by day, with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.frame.dates import same_day_later
from calculators.law.parameters import Figure, all_figures, all_sources, source
from calculators.page import figures_read_by
from calculators.registry import calculator, names

AGE_OF_A_SOURCE_IN_MONTHS = 6


@dataclass(frozen=True)
class Due:
    """Something to read again: on ``day`` at the latest, why, what it is, what hangs on it, and where to read."""

    day: date
    why: str
    what: str
    used_by: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def figures_due(today: date, days: int, pages: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[Due]:
    """Yield the figures whose day has passed or comes within ``days``, each reason once.

    Args:
        today: the day from which is counted.
        days: how far to look ahead.
        pages: figure id to the (title, address) of each page that shows it.
    """
    read_by = {name: figures_read_by(name) for name in names()}
    until = today + timedelta(days=days)
    for one in all_figures().values():
        users = (
            *(address for _, address in pages.get(one.id, ())),
            *(calculator(name).address for name, used in read_by.items() if one.id in used),
        )
        for day, why in _days_of(one):
            if day <= until:
                yield Due(day, why, f"{one.id} ({one.label})", tuple(dict.fromkeys(users)), _addresses(one))


def _days_of(one: Figure) -> Iterator[tuple[date, str]]:
    """Yield the days of a figure that ask for reading it again."""
    yield one.review_by, "review_by"
    if one.known_until is not None:
        yield one.known_until, "known_until"
    for row in one.history:
        if row.provisional:
            yield row.start, "voorlopig"


def _addresses(one: Figure) -> tuple[str, ...]:
    """Return where the newest row of a figure was read."""
    return tuple(source(name).url for name in one.history[-1].sources)


def sources_due(today: date, days: int) -> Iterator[Due]:
    """Yield the sources that were last read half a year ago, or will be within ``days``."""
    for one in all_sources().values():
        day = same_day_later(one.checked_on, AGE_OF_A_SOURCE_IN_MONTHS)
        if day <= today + timedelta(days=days):
            yield Due(day, f"checked_on {one.checked_on}", f"{one.id} ({one.title})", (), (one.url,))


def sources_read() -> Iterator[tuple[str, str, date]]:
    """Yield the id of each source, its address, and the day on which it was read last."""
    for one in all_sources().values():
        yield one.id, one.url, one.checked_on
