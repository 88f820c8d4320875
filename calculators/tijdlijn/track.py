"""The list of days that is a picture: what is over, today, and what comes, each row with its part of the rail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Literal

from calculators.frame.chart import Band, Bar, Chart
from calculators.frame.dates import distance_in_words, in_words, with_weekday
from calculators.tijdlijn.milestones import Milestone
from calculators.tijdlijn.rules import Timeline
from calculators.tijdlijn.wording import day_in_words

BESIDE_THE_LIST = "evaluatie-plan"  # these talks have a list of their own


ORDER = {"band": 0, "balk": 1, "dagen": 2, "vandaag": 3}  # within a day


@dataclass(frozen=True)
class Row:
    """A row: the milestones of one day, the beginning of a band or bar, or today.

    ``when`` is its day in words, ``distance`` how far ahead that is (empty when the row before says the same).
    ``rail`` is the look of the track at that day, ``beside`` that of the stay then.
    """

    kind: Literal["dagen", "band", "balk", "vandaag"]
    day: date
    when: str
    name: str = ""
    look: str = ""
    distance: str = ""
    rail: str = ""
    beside: str = ""
    milestones: tuple[str, ...] = ()


@dataclass(frozen=True)
class Track:
    """The rows that are over, today, and the rows that come."""

    past: tuple[Row, ...]
    today: Row
    coming: tuple[Row, ...]

    @property
    def days_past(self) -> int:
        """Return how many rows with milestones are over."""
        return sum(row.kind == "dagen" for row in self.past)


def track(timeline: Timeline, chart: Chart) -> Track:
    """Return the rows of a timeline, in the order of their days."""
    today = timeline.case.peildatum
    rows = [*_bands(chart.bands), *_bars(chart.bars, today, chart.last), *_days(timeline)]
    rows = [_beside_the_rail(row, chart) for row in sorted(rows, key=lambda row: (row.day, ORDER[row.kind]))]
    now = Row("vandaag", today, with_weekday(today), _week(timeline, chart.bands))
    return Track(
        past=tuple(row for row in rows if row.day < today),
        today=_beside_the_rail(now, chart),
        coming=tuple(_with_distance([row for row in rows if row.day >= today], today)),
    )


def _bands(bands: Sequence[Band]) -> Iterator[Row]:
    for band in bands:
        yield Row("band", band.first, f"tot en met {in_words(band.last)}", band.name, band.look)


def _bars(bars: Sequence[Bar], today: date, last: date) -> Iterator[Row]:
    """Yield the stays where they begin; one that is going on stands with today."""
    for bar in bars:
        goes_on = bar.first < today <= bar.last
        when = f"vanaf {in_words(bar.first)}"
        if bar.last < last:
            when = f"{in_words(bar.first)} tot en met {in_words(bar.last)}"
        yield Row("balk", today if goes_on else bar.first, when, bar.name, bar.look)


def _days(timeline: Timeline) -> Iterator[Row]:
    """Yield a row for each day, with its milestones; a window that is going on stands with today."""
    today = timeline.case.peildatum

    def place(one: Milestone) -> tuple[date, str]:
        day = one.day_shown(today)
        if one.is_window and day >= today:
            day = max(one.first, today)
        return day, day_in_words(one, timeline)

    shown = sorted((one for one in timeline.milestones if one.kind != BESIDE_THE_LIST), key=place)
    for (day, when), found in groupby(shown, key=place):
        yield Row("dagen", day, when, milestones=tuple(one.id for one in found))


def _beside_the_rail(row: Row, chart: Chart) -> Row:
    """Add the look of the track and of the stay at the day of a row."""
    band = next((band.look for band in chart.bands if band.first <= row.day <= band.last), "na")
    bar = next((bar.look for bar in chart.bars if bar.first <= row.day <= bar.last), "")
    return replace(row, rail=band, beside=bar)


def _with_distance(rows: Sequence[Row], today: date) -> Iterator[Row]:
    """Say how far ahead a row is, where that differs from the row before."""
    said = ""
    for row in rows:
        distance = distance_in_words((row.day - today).days)
        yield replace(row, distance="" if distance in (said, "vandaag") else distance)
        said = distance


def _week(timeline: Timeline, bands: Sequence[Band]) -> str:
    """Return ``week 53 van 104, ziektejaar 2``; nothing outside the illness."""
    week, weeks = timeline.week_now, timeline.law.number("wachttijd.weken")
    if week is None:
        return ""
    today = timeline.case.peildatum
    band = next((f", {band.name.lower()}" for band in bands if band.first <= today <= band.last), "")
    return f"week {week} van {weeks}{band}" if week <= weeks else f"week {week}{band}"
