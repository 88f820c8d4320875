"""The timeline as a picture: the track of the illness with its bands, bars and pins, and the list beside its rail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from calculators.frame.chart import Band, Bar, Chart, Layout, Pin, laid_out
from calculators.frame.dates import DAYS_IN_WEEK, days_after, with_weekday
from calculators.frame.terms import PARTY_SIGNS
from calculators.law.wachttijd import Ends
from calculators.tijdlijn.rules import Timeline
from calculators.tijdlijn.track import Track, track
from calculators.tijdlijn.wording import row_of

WEEKS_SOON = 26

_BAR_NAMES = {
    "werkervaringsplaats": "werkervaringsplaats",
    "detachering": "detachering",
    "proefplaatsing": "proefplaatsing",
    "in-dienst": "contract",
}


@dataclass(frozen=True)
class Drawing:
    """The list with its rail, the wide picture of all time and of the coming months, and what they say in a sentence.

    ``months`` is None when today lies outside the picture.
    """

    track: Track
    whole: Layout
    months: Layout | None
    sentence: str


def drawing(timeline: Timeline) -> Drawing:
    """Return everything of the picture in its place."""
    chart = picture(timeline)
    today = timeline.case.peildatum
    soon = replace(chart, first=today, last=days_after(today, DAYS_IN_WEEK * WEEKS_SOON))
    shown = chart.first <= today < chart.last
    return Drawing(
        track=track(timeline, chart),
        whole=laid_out(chart),
        months=laid_out(soon) if shown else None,
        sentence=_sentence(timeline, chart),
    )


def _sentence(timeline: Timeline, chart: Chart) -> str:
    """Return what the picture says, for who does not see it."""
    today = timeline.case.peildatum
    week = f" is week {timeline.week_now} van {timeline.law.number('wachttijd.weken')}" if timeline.week_now else ""
    parts = [f"Vandaag, {with_weekday(today)},{week}" if week else f"Vandaag is {with_weekday(today)}"]
    following = min((pin for pin in chart.pins if pin.day >= today), key=lambda pin: pin.day, default=None)
    if following is not None:
        parts.append(f"de volgende dag is {with_weekday(following.day)}: {following.name}")
    if any(one.id == "eerste-wia-dag" for one in timeline.milestones):
        verb = "is" if timeline.ends.first_wia_day >= today else "was"
        parts.append(f"de eerste WIA-dag {verb} {with_weekday(timeline.ends.first_wia_day)}")
    return "; ".join(parts) + "."


def picture(timeline: Timeline) -> Chart:
    """Return the track of the illness with its bands, bars and pins, ready to be laid out."""
    case, end = timeline.case, timeline.ends
    start = end.period.first_day
    half = end.period.end_of_week(timeline.law.number("wachttijd.weken") // 2)
    full = end.period.end_of_week(timeline.law.number("wachttijd.weken"))
    bands = [Band("Ziektejaar 1", start, half, "een"), Band("Ziektejaar 2", days_after(half, 1), full, "twee")]
    bands += _lengthened(end)
    last = _last_day_shown(timeline)
    bars = [
        Bar(_BAR_NAMES[name], stay.first, min(stay.last, last), name) for name, stay in timeline.stays.by_form.items()
    ]
    bars += [Bar("hersteld", pause.first, pause.last, "pauze") for pause in end.period.interruptions]
    bars += [Bar("verlof", pause.first, pause.last, "pauze") for pause in end.period.leave]
    first = min([start, *(bar.first for bar in bars)])
    return Chart(
        first=first,
        last=last,
        today=case.peildatum,
        bands=tuple(bands),
        bars=tuple(bars),
        pins=tuple(_pins(timeline, first, last)),
        anchors=((start, "eerste ziektedag"), (half, "1 jaar ziek"), (full, "2 jaar ziek")),
    )


def _lengthened(end: Ends) -> Iterator[Band]:
    """Yield the times that lengthen the wage one after the other, as far as it is paid."""
    for name, time in end.lengthened.items():
        if time.first <= end.wages:
            yield Band(name.capitalize(), time.first, min(time.last, end.wages), "extra")


def _pins(timeline: Timeline, first: date, last: date) -> Iterator[Pin]:
    """Yield the milestones that have a short title and begin within the picture, on the day that the list says."""
    today, role = timeline.case.peildatum, timeline.case.rol
    for one in timeline.milestones:
        written = row_of(one, timeline)
        if (name := written.get("kort")) and first <= one.first <= last:
            party = role if role in written["wie"] else written["wie"][0]
            yield Pin(one.id, one.day_shown(today), name, PARTY_SIGNS[party])


def _last_day_shown(timeline: Timeline) -> date:
    """Return the end of the picture: a few weeks after the last end, with room for a contract."""
    end = timeline.ends
    ends = [end.first_wia_day, end.dismissal_allowed, end.wages]
    ends += [stay.last for name, stay in timeline.stays.by_form.items() if name != "in-dienst"]
    if timeline.case.in_dienst is not None:
        ends.append(days_after(timeline.case.in_dienst, 8 * DAYS_IN_WEEK))
    return days_after(max(ends), 2 * DAYS_IN_WEEK)
