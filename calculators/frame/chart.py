"""The picture of a track of days, wide: where bands, bars, pins and words stand, and that no text lies over another.

Only places are worked out here, in CSS pixels of an SVG; the drawing itself is a template. On a narrow screen and on
paper the list of days is the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from calculators.frame.dates import month_in_short, shortly
from calculators.frame.labels import BOLD, LINE, ROOM, Label, Words, place, width_of

WIDTH = 640  # the narrowest room in which the picture is shown; it may grow with its letters, never shrink
PIN, GAP = 24, 26  # a pin, and the least distance between the middles of two
BAND = 26
LANE = 26
FLAG = 22


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
    """A milestone on the track, with the id of its item in the list, and the sign of who acts."""

    id: str
    day: date
    name: str
    sign: str = ""


@dataclass(frozen=True)
class Chart:
    """What is to be drawn, in days. ``anchors`` are the days that have their words below the track."""

    first: date
    last: date
    today: date
    bands: tuple[Band, ...]
    bars: tuple[Bar, ...]
    pins: tuple[Pin, ...]
    anchors: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True)
class Stretch:
    """A band or bar in place; its name begins at ``name_at``, or there is no room for it."""

    name: str
    look: str
    start: float
    length: float
    top: float
    name_at: float | None


@dataclass(frozen=True)
class PlacedPin:
    """A pin in place, with the days that fall together in it."""

    pins: tuple[Pin, ...]
    at: float
    past: bool

    @property
    def words(self) -> str:
        """Return ``vr 18 dec 2026``, or ``zo 21 nov 2027 · 3 dagen`` where days fall together."""
        first, last = self.pins[0].day, self.pins[-1].day
        if len(self.pins) == 1:
            return shortly(first)
        days = shortly(first) if first == last else _span(first, last)
        return f"{days} · {len(self.pins)} dagen"

    @property
    def sign(self) -> str:
        """Return what stands in the pin: who acts, or how many days."""
        return self.pins[0].sign if len(self.pins) == 1 else str(len(self.pins))


@dataclass(frozen=True)
class Layout:
    """A chart in place, in pixels from its top left corner."""

    width: float
    height: float
    track: float
    pin_at: float
    scale_at: float
    bands: tuple[Stretch, ...]
    bars: tuple[Stretch, ...]
    pins: tuple[PlacedPin, ...]
    labels: tuple[Label, ...]
    anchors: tuple[Label, ...]
    today: float | None
    flag_at: float
    flag_width: float
    months: tuple[tuple[float, str], ...]


TODAY = "vandaag"


def laid_out(chart: Chart, words: int = 4, width: float = WIDTH) -> Layout:
    """Lay a chart out: ``words`` of the pins that are not over get their words, the nearest first."""
    pins = _merged(chart, width)
    coming = [pin for pin in pins if not pin.past][:words]
    placed, rows = place([Words(pin.at, (pin.words, _name(pin))) for pin in coming], width)
    pin_at = FLAG + rows * LINE + 8 + PIN / 2
    track = pin_at + PIN / 2 + 6
    bars, lanes = _bars(chart, width, track + BAND + 4)
    below = track + BAND + 4 + lanes * LANE
    anchors, anchor_rows = place(
        [
            Words(_along(chart, day, width), (shortly(day), name))
            for day, name in chart.anchors
            if chart.first <= day <= chart.last
        ],
        width,
    )
    scale_at = below + anchor_rows * LINE + 20
    today = _along(chart, chart.today, width) if chart.first <= chart.today <= chart.last else None
    flag = width_of(TODAY, BOLD) + 8
    return Layout(
        width=width,
        height=scale_at + 6,
        track=track,
        pin_at=pin_at,
        scale_at=scale_at,
        bands=tuple(_stretch(chart, band, width, track, BAND) for band in chart.bands),
        bars=bars,
        pins=tuple(pins),
        labels=tuple(one.moved(lambda row: FLAG + (rows - 1 - row) * LINE) for one in placed),
        anchors=tuple(one.moved(lambda row: below + row * LINE) for one in anchors),
        today=today,
        flag_at=0 if today is None else min(max(today - flag / 2, 0), width - flag),
        flag_width=flag,
        months=tuple(_months(chart, width)),
    )


def _name(pin: PlacedPin) -> str:
    return pin.pins[0].name if len(pin.pins) == 1 else f"{pin.pins[0].name} …"


def _span(first: date, last: date) -> str:
    """Return ``18 – 31 dec 2026``, with no more of the first day than differs."""
    start, end = shortly(first).split()[1:], shortly(last).split(maxsplit=1)[1]
    shared = 2 if first.year == last.year and first.month == last.month else 1 if first.year == last.year else 0
    return f"{' '.join(start[: len(start) - shared])} – {end}"


def _along(chart: Chart, day: date, width: float) -> float:
    """Return where a day lies on a track of this width."""
    return round(width * (day - chart.first).days / max(1, (chart.last - chart.first).days), 1)


def _merged(chart: Chart, width: float) -> list[PlacedPin]:
    """Join pins that would touch, the nearest first, until none does; a pin never lies outside the drawing.

    What is over joins only what is over, and makes way for what comes.
    """
    pins = sorted((pin for pin in chart.pins if chart.first <= pin.day <= chart.last), key=lambda pin: pin.day)
    past = _joined(chart, width, [[pin] for pin in pins if pin.day < chart.today])
    coming = _joined(chart, width, [[pin] for pin in pins if pin.day >= chart.today])
    limit = coming[0].at - GAP if coming else width
    made_way: list[PlacedPin] = []
    for pin in reversed(past):
        made_way.insert(0, replace(pin, at=round(min(pin.at, limit), 1)))
        limit = made_way[0].at - GAP
    if made_way and made_way[0].at < PIN / 2:  # no room: today is near the first day
        return _joined(chart, width, [[pin] for pin in pins])
    return made_way + coming


def _joined(chart: Chart, width: float, groups: list[list[Pin]]) -> list[PlacedPin]:
    def middle(group: Sequence[Pin]) -> float:
        at = (_along(chart, group[0].day, width) + _along(chart, group[-1].day, width)) / 2
        return round(min(max(at, PIN / 2), width - PIN / 2), 1)

    while len(groups) > 1:
        gap, index = min((middle(two) - middle(one), index) for index, (one, two) in enumerate(pairwise(groups)))
        if gap >= GAP:
            break
        groups[index : index + 2] = [groups[index] + groups[index + 1]]
    return [PlacedPin(tuple(group), middle(group), group[-1].day < chart.today) for group in groups]


def _bars(chart: Chart, width: float, top: float) -> tuple[tuple[Stretch, ...], int]:
    """Give each bar the first lane in which it, with its name, touches no other."""
    ends: list[float] = []
    placed = []
    shown = [bar for bar in chart.bars if bar.first <= chart.last and bar.last >= chart.first]
    for bar in sorted(shown, key=lambda bar: bar.first):
        stretch = _stretch(chart, bar, width, 0, LANE - 4)
        begin, end = stretch.start, stretch.start + stretch.length
        if stretch.name_at is None:  # the name stands beside the bar, where there is room
            room = width_of(bar.name)
            at = end + 4 if end + 4 + room <= width else max(0.0, begin - 4 - room)
            stretch = replace(stretch, name_at=round(at, 1))
            begin, end = min(begin, at), max(end, at + room)
        lane = next((index for index, taken in enumerate(ends) if begin > taken + 4), len(ends))
        ends[lane : lane + 1] = [end]
        placed.append(replace(stretch, top=top + lane * LANE))
    return tuple(placed), len(ends)


def _stretch(chart: Chart, part: Band | Bar, width: float, top: float, inset: float) -> Stretch:
    """Return a band or bar in place, cut off at the ends of the drawing, with its name when that fits."""
    start = min(max(0.0, _along(chart, part.first, width)), width - 2)
    end = max(0.0, min(width, _along(chart, part.last, width)))
    size = round(max(2.0, end - start), 1)
    fits = width_of(part.name) + inset / 2 <= size
    return Stretch(part.name, part.look, start, size, top, round(start + 6, 1) if fits else None)


def _months(chart: Chart, width: float) -> list[tuple[float, str]]:
    """Return the first days of months for the scale: every month, or as few as have room for their names."""
    days = [
        date(year, month, 1)
        for year in range(chart.first.year, chart.last.year + 1)
        for month in range(1, 13)
        if chart.first <= date(year, month, 1) <= chart.last
    ]
    for step in (1, 3, 6, 12):
        places = [(_along(chart, day, width), month_in_short(day)) for day in days if day.month % step == 1 % step]
        room = [(at, name) for at, name in places if at + width_of(name) <= width]
        if all(one[0] + width_of(one[1]) + ROOM <= two[0] for one, two in pairwise(room)):
            return room
    return []
