"""The timeline as a file for a diary: one item for each milestone, with a title that tells nothing of an illness."""

from __future__ import annotations

from collections.abc import Collection

from calculators.frame.calculator import DownloadFile
from calculators.frame.calendar_file import Event, calendar_file
from calculators.frame.dates import in_words
from calculators.tijdlijn.milestones import Milestone
from calculators.tijdlijn.rules import Timeline
from calculators.tijdlijn.wording import Wording, text_of


def calendar(timeline: Timeline, chosen: Collection[str] | None) -> DownloadFile:
    """Return the calendar file with every milestone, or with the chosen ones."""
    events = [_event(one, timeline) for one in timeline.milestones if chosen is None or one.id in chosen]
    case = timeline.case
    return DownloadFile(
        name="spoorwijzer-tijdlijn.ics",
        media_type="text/calendar;charset=utf-8",
        content=calendar_file(events, case=f"tijdlijn/{case.eerste_ziektedag}", made_on=case.peildatum),
    )


def _event(one: Milestone, timeline: Timeline) -> Event:
    """Return the calendar item of a milestone. Its title is neutral: a diary is often seen by others."""
    text = text_of(one, timeline)
    return Event(
        key=one.id,
        first=one.first,
        last=one.last,
        title=f"{text['neutraal']}{one.number} (re-integratie)",
        text=_event_text(one, text),
    )


def _event_text(one: Milestone, text: Wording) -> str:
    before = one.working_day_before
    shift = f" Dit is een vrije dag: de laatste werkdag ervoor is {in_words(before)}." if before else ""
    return f"{text['toelichting']}{shift}\nZekerheid: {text['zekerheid']}."
