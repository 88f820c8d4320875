"""The timeline as a picture: the track of the illness with its bands, bars and pins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.chart import Band, Bar, Chart, Layout, Pin, horizontal, vertical
from calculators.frame.dates import DAYS_IN_WEEK, days_after
from calculators.tijdlijn.rules import Timeline
from calculators.tijdlijn.wording import text_of

_BAR_NAMES = {
    "werkervaringsplaats": "werkervaringsplaats",
    "detachering": "detachering",
    "proefplaatsing": "proefplaatsing",
    "in-dienst": "contract",
}


def drawing(timeline: Timeline) -> dict[str, Layout]:
    """Return the picture laid out horizontally and vertically."""
    chart = picture(timeline)
    return {"liggend": horizontal(chart), "staand": vertical(chart)}


def picture(timeline: Timeline) -> Chart:
    """Return the track of the illness with its bands, bars and pins, ready to be laid out."""
    case, end = timeline.case, timeline.ends
    start = end.period.first_day
    half = end.period.end_of_week(timeline.law.number("wachttijd.weken") // 2)
    full = end.period.end_of_week(timeline.law.number("wachttijd.weken"))
    bands = [Band("Ziektejaar 1", start, half, "een"), Band("Ziektejaar 2", days_after(half, 1), full, "twee")]
    if end.extension is not None:
        bands.append(Band("Verlenging", days_after(full, 1), end.extension, "extra"))
    if end.application_delay:
        begin = days_after(end.before_sanction, 1 - end.application_delay)
        bands.append(Band("Late aanvraag", begin, end.before_sanction, "extra"))
    if end.sanction is not None:
        bands.append(Band("Loonsanctie", days_after(end.before_sanction, 1), end.sanction, "extra"))
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
    )


def _pins(timeline: Timeline, first: date, last: date) -> Iterator[Pin]:
    """Yield the milestones that have a short title and begin within the picture; a window at its last day."""
    for one in timeline.milestones:
        name = text_of(one, timeline)["kort"]
        if name and first <= one.first <= last:
            yield Pin(one.id, one.last, name)


def _last_day_shown(timeline: Timeline) -> date:
    """Return the end of the picture: a few weeks after the last end, with room for a contract."""
    end = timeline.ends
    ends = [end.first_wia_day, end.dismissal_allowed, end.wages]
    ends += [stay.last for name, stay in timeline.stays.by_form.items() if name != "in-dienst"]
    if timeline.case.in_dienst is not None:
        ends.append(days_after(timeline.case.in_dienst, 8 * DAYS_IN_WEEK))
    return days_after(max(ends), 2 * DAYS_IN_WEEK)
