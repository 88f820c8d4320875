"""The timeline as a file for a diary: one item for each milestone, with a title that tells nothing of an illness."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from calculators.frame.calculator import DownloadFile
from calculators.frame.calendar_file import Event, calendar_file
from calculators.frame.dates import in_words
from calculators.tijdlijn.milestones import Milestone
from calculators.tijdlijn.rules import Timeline
from calculators.tijdlijn.wording import Wording, day_in_words, text_of

REMINDERS = (14, 2)  # days before


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
    """Return the calendar item of a milestone: a deadline on the day to act, all else on its own day.

    Its title is neutral: a diary is often seen by others. What is over gets no reminder.
    """
    text, today = text_of(one, timeline), timeline.case.peildatum
    day = one.day_shown(today)
    return Event(
        key=one.id,
        first=one.first if one.is_window else day,
        last=day,
        title=f"{text['neutraal']}{one.number} (re-integratie)",
        text=_event_text(one, text, timeline),
        reminders=REMINDERS if day >= today else (),
    )


def _event_text(one: Milestone, text: Wording, timeline: Timeline) -> str:
    """Return what the item says; the day of the law is named beside a working day, and the other way round."""
    before = one.day_to_act(timeline.case.peildatum)
    shift = ""
    if one.is_deadline and before != one.last:
        said = "Dit kan van" if one.is_window else "De uiterste dag is"
        shift = f" {said} {day_in_words(one, timeline)}."
    elif before != one.last:
        shift = f" Dit is een vrije dag: de laatste werkdag ervoor is {in_words(before)}."
    return f"{text['toelichting']}{shift}\nZekerheid: {text['zekerheid']}."
