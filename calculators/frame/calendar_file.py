"""Calendar files (RFC 5545): all-day events with stable ids and neutral titles.

The same events feed the page and the file. An id is made from what the event is about and never
from chance or the clock, so that a second download updates the first one in somebody's diary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

LONGEST_LINE = 75


@dataclass(frozen=True)
class Event:
    """One all-day calendar item from ``first`` up to and including ``last``.

    ``reminders``: how many days before it the diary shows its title; of several days, before the end of the last.
    """

    key: str
    first: date
    last: date
    title: str
    text: str
    reminders: tuple[int, ...] = ()


def calendar_file(events: Iterable[Event], case: str, made_at: datetime) -> str:
    """Return the text of an ``.ics`` file.

    Args:
        events: what goes in, each with a ``key`` that stays the same when its date changes.
        case: what tells one case from another (the first sick day); it goes into the ids hashed.
        made_at: the moment at which the file is made, with its time zone (DTSTAMP): of two files with the same ids
            a diary keeps the later one, so this is never a day that the reader chose.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Spoorwijzer//Tijdlijn//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for event in events for line in _event(event, case, made_at)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(event: Event, case: str, made_at: datetime) -> Iterator[str]:
    uid = sha256(f"{case}/{event.key}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@spoorwijzer"
    yield f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(event.title)}"
    yield f"DESCRIPTION:{_escaped(event.text)}"
    yield "TRANSP:TRANSPARENT"
    from_its_end = ";RELATED=END" if event.last > event.first else ""
    for days in event.reminders:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_escaped(event.title)}"
        yield f"TRIGGER{from_its_end}:-P{days}D"
        yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """Cut a line into parts of at most 75 octets, never within a character."""
    part = ""
    for sign in line:
        if len((part + sign).encode()) > LONGEST_LINE:
            yield part
            part = " "
        part += sign
    yield part
