"""The timeline as a file for a diary: one item for each milestone, with a title that tells nothing of an illness."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from calculators.frame.calculator import DownloadFile
from calculators.frame.calendar_file import Event, calendar_file
from calculators.frame.dates import in_words
from calculators.tijdlijn.milestones import Milestone
from calculators.tijdlijn.rules import Timeline
from calculators.tijdlijn.wording import Wording, text_of


def calendar(timeline: Timeline, chosen: Collection[str] | None, made_at: datetime) -> DownloadFile:
    """Return the calendar file with every milestone, or with the chosen ones."""
    events = [_event(one, timeline) for one in timeline.milestones if chosen is None or one.id in chosen]
    case = timeline.case
    return DownloadFile(
        name="spoorwijzer-tijdlijn.ics",
        media_type="text/calendar;charset=utf-8",
        content=calendar_file(events, case=f"tijdlijn/{case.eerste_ziektedag}", made_at=made_at),
    )


def _event(one: Milestone, timeline: Timeline) -> Event:
    """Return the calendar item of a milestone. Its title is neutral: a diary is often seen by others."""
    text = text_of(one, timeline)
    return Event(
        key=one.id,
        first=one.first,
        last=one.last,
        title=f"{text['neutraal']}{one.number} (re-integratie)",
        text=_event_text(one, text, timeline.case.peildatum),
    )


def _event_text(one: Milestone, text: Wording, today: date) -> str:
    """Return what the item says; a working day before it is named as long as it is not over."""
    before = one.day_to_act(today)
    shift = f" Dit is een vrije dag: de laatste werkdag ervoor is {in_words(before)}." if before != one.last else ""
    return f"{text['toelichting']}{shift}\nZekerheid: {text['zekerheid']}."
