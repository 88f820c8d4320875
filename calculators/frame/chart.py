"""The picture of a track of days: where bands, bars and pins stand, and that no text lies over another.

Only places are worked out here, in the units of an SVG; the drawing itself is a template. The same chart is
laid out horizontally (wide screens) and vertically (a phone, and print).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Band:
    """A stretch of the track itself, such as an illness year."""

    name: str
    first: date
    last: date
    look: str


@dataclass(frozen=True)
class Bar:
    """A stretch beside the track, such as a placement."""

    name: str
    first: date
    last: date
    look: str


@dataclass(frozen=True)
class Pin:
    """A milestone on the track, with the id of its item in the list."""

    id: str
    day: date
    name: str


@dataclass(frozen=True)
class Chart:
    """What is to be drawn, in days."""

    first: date
    last: date
    today: date
    bands: tuple[Band, ...]
    bars: tuple[Bar, ...]
    pins: tuple[Pin, ...]


@dataclass(frozen=True)
class Stretch:
    """A band or bar in place: ``start`` and ``length`` along the track, ``lane`` beside it."""

    name: str
    look: str
    start: float
    length: float
    lane: int
    shows_name: bool


@dataclass(frozen=True)
class PlacedPin:
    """A pin in place: ``at`` on the track, its label at ``label_at`` along it and in row ``row``."""

    id: str
    number: int
    name: str
    day: date
    past: bool
    at: float
    label_at: float
    row: int


@dataclass(frozen=True)
class Layout:
    """A chart in place. ``length`` runs along the track; ``rows`` and ``lanes`` count what stands beside it."""

    length: float
    bands: tuple[Stretch, ...]
    bars: tuple[Stretch, ...]
    pins: tuple[PlacedPin, ...]
    today: float | None
    lanes: int
    rows: int
    months: tuple[tuple[float, date], ...]


def horizontal(chart: Chart, length: float = 1000, number_width: float = 26, letter: float = 7.2) -> Layout:
    """Lay the chart out horizontally: numbered pins in rows above the track, so that numbers never touch."""
    pins, rows = [], 0
    ends: list[float] = []
    for number, pin in enumerate(_in_order(chart), start=1):
        at = _along(chart, pin.day, length)
        label_at = min(max(at, number_width / 2), length - number_width / 2)
        row = next((index for index, end in enumerate(ends) if label_at - number_width / 2 >= end), len(ends))
        ends[row : row + 1] = [label_at + number_width / 2]
        pins.append(PlacedPin(pin.id, number, pin.name, pin.day, pin.day < chart.today, at, label_at, row))
        rows = max(rows, row + 1)
    return _layout(chart, length, pins, rows, letter)


def vertical(chart: Chart, length: float = 560, line: float = 21, letter: float = 0) -> Layout:
    """Lay the chart out vertically: a label on its own line beside the track, pushed down where two would touch.

    The track grows when there are more labels than it has lines.
    """
    length = max(length, line * (len(chart.pins) + 1))
    wanted = [(pin, _along(chart, pin.day, length)) for pin in _in_order(chart)]
    places = _spread([at for _, at in wanted], line, length)
    pins = [
        PlacedPin(pin.id, number, pin.name, pin.day, pin.day < chart.today, at, place, 0)
        for number, ((pin, at), place) in enumerate(zip(wanted, places, strict=True), start=1)
    ]
    return _layout(chart, length, pins, 1, letter)


def _in_order(chart: Chart) -> list[Pin]:
    return sorted(chart.pins, key=lambda pin: pin.day)


def _along(chart: Chart, day: date, length: float) -> float:
    """Return where a day lies on a track of this length."""
    return round(length * (day - chart.first).days / max(1, (chart.last - chart.first).days), 1)


def _spread(places: Sequence[float], line: float, length: float) -> list[float]:
    """Move labels as little as needed so that each is a line below the one before, within the length."""
    down: list[float] = []
    for place in places:
        down.append(max(place, down[-1] + line) if down else max(place, line / 2))
    limit = length
    for index in reversed(range(len(down))):
        down[index] = min(down[index], limit)
        limit = down[index] - line
    return [round(place, 1) for place in down]


def _layout(chart: Chart, length: float, pins: list[PlacedPin], rows: int, letter: float) -> Layout:
    bars, lanes = _bars(chart, length, letter)
    return Layout(
        length=length,
        bands=tuple(_stretch(chart, band, length, 0, letter) for band in chart.bands),
        bars=bars,
        pins=tuple(pins),
        today=_along(chart, chart.today, length) if chart.first <= chart.today <= chart.last else None,
        lanes=lanes,
        rows=rows,
        months=tuple((_along(chart, day, length), day) for day in _quarters(chart)),
    )


def _bars(chart: Chart, length: float, letter: float) -> tuple[tuple[Stretch, ...], int]:
    """Give each bar the first lane in which it, with its name, touches no other."""
    ends: list[float] = []
    placed = []
    for bar in sorted(chart.bars, key=lambda bar: bar.first):
        stretch = _stretch(chart, bar, length, 0, letter)
        end = stretch.start + max(stretch.length, 0 if stretch.shows_name else len(bar.name) * letter + stretch.length)
        lane = next((index for index, taken in enumerate(ends) if stretch.start > taken), len(ends))
        ends[lane : lane + 1] = [end]
        placed.append(Stretch(bar.name, bar.look, stretch.start, stretch.length, lane, stretch.shows_name))
    return tuple(placed), len(ends)


def _stretch(chart: Chart, part: Band | Bar, length: float, lane: int, letter: float) -> Stretch:
    start = max(0.0, _along(chart, part.first, length))
    end = min(length, _along(chart, part.last, length))
    size = round(max(2.0, end - start), 1)
    return Stretch(part.name, part.look, start, size, lane, shows_name=len(part.name) * letter + 8 <= size)


def _quarters(chart: Chart) -> list[date]:
    """Return the first day of each quarter of a year within the chart, for the scale."""
    days = []
    for year in range(chart.first.year, chart.last.year + 1):
        days += [date(year, month, 1) for month in (1, 4, 7, 10) if chart.first <= date(year, month, 1) <= chart.last]
    return days
