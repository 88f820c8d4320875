"""A calendar file is folded and escaped as RFC 5545 asks, and its events keep their ids."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame.calendar_file import LONGEST_LINE, Event, calendar_file

MADE_AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
CASE = "tijdlijn/2025-11-24"
PRINTED = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.just("\n")


def event(**changes: Any) -> Event:
    values: dict[str, Any] = {
        "key": "wia-aanvraag",
        "first": date(2027, 9, 5),
        "last": date(2027, 9, 5),
        "title": "Aanvraag",
        "text": "Stuur de aanvraag.",
    }
    return Event(**values | changes)


def written(*events: Event, case: str = CASE, made_at: datetime = MADE_AT) -> str:
    return calendar_file(events, case=case, made_at=made_at)


def read_back(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def uid(text: str) -> str:
    return str(read_back(text)[0]["UID"])


def test_an_event_of_one_day_ends_on_the_day_after():
    (found,) = read_back(written(event()))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2027, 9, 5), date(2027, 9, 6))


def test_both_days_of_a_window_belong_to_the_event():
    (found,) = read_back(written(event(first=date(2026, 10, 5), last=date(2026, 11, 22))))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2026, 10, 5), date(2026, 11, 23))


def test_a_file_without_events_is_still_a_calendar():
    text = written()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert read_back(text) == []


def test_an_event_leaves_its_days_free():
    assert read_back(written(event()))[0]["TRANSP"] == "TRANSPARENT"


def test_the_signs_with_a_meaning_of_their_own_are_escaped():
    text = written(event(title="a,b;c\\d", text="een\ntwee"))
    assert "SUMMARY:a\\,b\\;c\\\\d\r\n" in text
    assert "DESCRIPTION:een\\ntwee\r\n" in text


@given(st.text(PRINTED, max_size=300), st.text(PRINTED, max_size=300))
def test_a_calendar_program_reads_the_texts_as_they_were(title: str, text: str):
    (found,) = read_back(written(event(title=title, text=text)))
    assert (str(found["SUMMARY"]), str(found["DESCRIPTION"])) == (title, text)


@given(st.text(PRINTED, min_size=60, max_size=300))
def test_no_line_is_longer_than_75_octets_or_cut_within_a_character(text: str):
    lines = written(event(title=text, text=text)).encode().split(b"\r\n")
    assert [line for line in lines if len(line) > LONGEST_LINE] == []
    assert [line.decode() for line in lines if line.decode() == " "] == []


@pytest.mark.parametrize(("length", "lines"), [(67, 1), (68, 2), (67 + 74, 2), (67 + 75, 3)])
def test_a_line_is_folded_from_76_octets_on(length: int, lines: int):
    text = written(event(title="a" * length))
    summary = text.split("SUMMARY:")[1].split("DESCRIPTION:")[0]
    assert summary.count("\r\n") == lines


def test_an_id_stays_the_same_when_day_words_or_time_of_making_change():
    moved = event(first=date(2028, 1, 1), last=date(2028, 1, 2), title="Anders", text="Anders")
    assert uid(written(moved, made_at=MADE_AT + timedelta(days=9))) == uid(written(event()))


def test_an_id_differs_by_event_and_by_case():
    assert len({uid(written(event())), uid(written(event(key="aow"))), uid(written(event(), case="x"))}) == 3


def test_a_file_does_not_tell_the_first_sick_day():
    assert [day for day in ("2025-11-24", "20251124") if day in written(event())] == []


def test_an_id_is_the_one_that_diaries_already_hold():
    assert uid(written(event())) == "2d74f54ece426a1cc29b0b802ea30158@spoorwijzer"


def test_the_moment_of_making_is_its_stamp_in_universal_time():
    assert "DTSTAMP:20261121T093000Z\r\n" in written(event())
    in_amsterdam = datetime(2026, 11, 21, 10, 30, tzinfo=timezone(timedelta(hours=1)))
    assert "DTSTAMP:20261121T093000Z\r\n" in written(event(), made_at=in_amsterdam)
