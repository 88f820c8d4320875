"""The calendar file says what the page says, in a form that any calendar reads."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

import calculators
from calculators import browser

TODAY = "2026-11-21"
MADE_AT = "2026-11-21T09:30:00+00:00"
QUERIES = {
    "gewoon": "eerste-ziektedag=2025-11-24",
    "met plaatsing en contract": (
        "eerste-ziektedag=2025-11-24&werkervaringsplaats-start=2027-01-18"
        "&detachering-start=2027-03-15&in-dienst=2027-11-22"
    ),
    "met loonsanctie en herstel": (
        "eerste-ziektedag=2025-11-24&onderbrekingen=2026-03-02/2026-03-28&loonsanctie-weken=52"
    ),
    "vangnet": "eerste-ziektedag=2026-01-05&situatie=vangnet",
    "met AOW": "eerste-ziektedag=2025-11-24&aow-datum=2027-03-15",
    "einde contract": "eerste-ziektedag=2025-11-24&einde-dienstverband=2027-03-31",
}

type Found = list[tuple[date, date]]


def download(query: str, chosen: str = "", today: str = TODAY, made_at: str = MADE_AT) -> dict[str, str]:
    file: dict[str, str] = json.loads(browser.download("tijdlijn", "agenda", query, today, chosen, "", made_at))
    return file


def events(query: str, chosen: str = "", today: str = TODAY) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(download(query, chosen, today)["inhoud"])
    return list(calendar.walk("VEVENT"))


def milestones(query: str) -> list[dict[str, Any]]:
    values = dict(pair.split("=") for pair in query.split("&")) | {"peildatum": TODAY}
    found: list[dict[str, Any]] = calculators.answer("tijdlijn", values)["uitkomst"]["mijlpalen"]
    return found


def days_in_file(query: str, chosen: str = "") -> Found:
    return sorted((event["DTSTART"].dt, event["DTEND"].dt - timedelta(days=1)) for event in events(query, chosen))


def days_in_answer(query: str, chosen: tuple[str, ...] = ()) -> Found:
    """A deadline stands on its day to act, all else on its own days."""
    return sorted(
        (
            date.fromisoformat(milestone.get("van") or milestone.get("handel_op") or milestone["datum"]),
            date.fromisoformat(milestone.get("handel_op") or milestone.get("tot") or milestone["datum"]),
        )
        for milestone in milestones(query)
        if not chosen or milestone["id"] in chosen
    )


each_query = pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())


def test_the_file_is_a_calendar_by_name_and_by_type() -> None:
    file = download(QUERIES["gewoon"])
    assert file["naam"].endswith(".ics")
    assert file["type"].startswith("text/calendar")


@each_query
def test_a_calendar_program_can_read_the_file(query: str) -> None:
    calendar = icalendar.Calendar.from_ical(download(query)["inhoud"])
    assert calendar.errors == []
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert all(event.errors == [] and "DTSTAMP" in event for event in calendar.walk("VEVENT"))


@each_query
def test_the_file_has_the_days_of_the_answer(query: str) -> None:
    assert days_in_file(query) == days_in_answer(query)


@each_query
def test_every_event_lasts_whole_days(query: str) -> None:
    for event in events(query):
        assert not isinstance(event["DTSTART"].dt, datetime)
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event["DTEND"].params["VALUE"] == "DATE"


@each_query
def test_no_title_says_that_somebody_is_ill(query: str) -> None:
    assert [str(event["SUMMARY"]) for event in events(query) if "ziek" in event["SUMMARY"].lower()] == []
    assert all(str(event["SUMMARY"]).strip() for event in events(query))


def test_no_name_of_the_file_says_that_somebody_is_ill() -> None:
    assert "ziek" not in download(QUERIES["gewoon"])["naam"].lower()


@each_query
def test_every_event_has_a_name_of_its_own_in_the_world(query: str) -> None:
    names = [str(event["UID"]) for event in events(query)]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 255 for name in names)


@each_query
def test_downloading_again_gives_the_same_file_but_for_the_moment_of_making(query: str) -> None:
    again = download(query, made_at="2026-11-22T08:00:00+01:00")
    assert again["inhoud"].replace("DTSTAMP:20261122T070000Z", "DTSTAMP:20261121T093000Z") == download(query)["inhoud"]


def stamps(**changes: str) -> set[datetime]:
    text = download(QUERIES["gewoon"] + changes.pop("query", ""), **changes)["inhoud"]
    found: list[Any] = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {event["DTSTAMP"].dt for event in found}


def test_a_later_download_is_newer_whatever_day_it_reckons_for() -> None:
    (earlier,) = stamps(query="&peildatum=2030-01-01")
    (later,) = stamps(made_at="2026-11-21T09:30:01+00:00")
    assert later - earlier == timedelta(seconds=1)


def test_a_file_is_stamped_with_the_clock_unless_the_moment_is_given() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    (stamp,) = stamps(made_at="")
    assert before <= stamp <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("today", "day", "said"),
    [("2026-01-02", date(2026, 1, 2), True), ("2026-01-03", date(2026, 1, 4), False)],
)
def test_a_deadline_on_a_free_day_stands_on_the_working_day_before_it_until_that_is_over(
    today: str, day: date, said: bool
) -> None:
    (found,) = events(QUERIES["gewoon"], "probleemanalyse", today)
    assert found["DTSTART"].dt == day
    assert ("vrijdag 2 januari 2026 (wet: zondag 4)" in found["DESCRIPTION"]) is said


def test_a_day_that_is_a_fact_stays_on_its_own_day_in_the_diary() -> None:
    (found,) = events(QUERIES["gewoon"], "einde-wachttijd")
    assert found["DTSTART"].dt == date(2027, 11, 21)
    assert "de laatste werkdag ervoor is 19 november 2027" in found["DESCRIPTION"]


@each_query
def test_what_is_not_over_is_shown_fourteen_and_two_days_before_and_what_is_over_never(query: str) -> None:
    for event in events(query):
        alarms = [(alarm["ACTION"], alarm["TRIGGER"].dt.days) for alarm in event.walk("VALARM")]
        is_over = event["DTEND"].dt <= date.fromisoformat(TODAY)
        assert alarms == ([] if is_over else [("DISPLAY", -14), ("DISPLAY", -2)])
        assert [str(alarm["DESCRIPTION"]) for alarm in event.walk("VALARM")] == len(alarms) * [str(event["SUMMARY"])]


def test_an_event_keeps_its_name_when_it_moves_to_another_day() -> None:
    before = {str(event["UID"]): event["DTSTART"].dt for event in events("eerste-ziektedag=2025-11-24")}
    after = {
        str(event["UID"]): event["DTSTART"].dt
        for event in events("eerste-ziektedag=2025-11-24&onderbrekingen=2026-03-02/2026-03-08")
    }
    assert set(before) == set(after)
    moved = {(after[name] - before[name]).days for name in before}
    assert moved <= {0, *range(4, 11)}  # a week, and from one working day to another
    assert {0, 7} <= moved


def test_two_people_who_fell_ill_on_other_days_do_not_share_events() -> None:
    one = {str(event["UID"]) for event in events("eerste-ziektedag=2025-11-24")}
    other = {str(event["UID"]) for event in events("eerste-ziektedag=2025-11-25")}
    assert one & other == set()


def test_a_later_download_keeps_the_names_of_the_events() -> None:
    query = QUERIES["gewoon"]
    later = icalendar.Calendar.from_ical(download(query, today="2027-02-01")["inhoud"])
    assert {str(event["UID"]) for event in later.walk("VEVENT")} == {str(event["UID"]) for event in events(query)}


@each_query
def test_lines_are_folded_as_calendars_want(query: str) -> None:
    text = download(query)["inhoud"]
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert [line for line in text.split("\r\n") if len(line.encode()) > 75] == []


def test_only_the_chosen_events_are_in_the_file() -> None:
    query = QUERIES["met plaatsing en contract"]
    chosen = ("probleemanalyse", "eerstejaarsevaluatie", "wia-aanvraag")
    assert days_in_file(query, ",".join(chosen)) == days_in_answer(query, chosen)


def test_an_unknown_choice_adds_nothing() -> None:
    query = QUERIES["gewoon"]
    chosen = "wia-aanvraag,<script>,bestaat-niet"
    assert days_in_file(query, chosen) == days_in_answer(query, ("wia-aanvraag",))


def test_a_window_in_the_file_is_not_called_a_last_day() -> None:
    texts = {str(event["SUMMARY"]): str(event["DESCRIPTION"]) for event in events("eerste-ziektedag=2026-03-02")}
    (window,) = [text for title, text in texts.items() if title.startswith("Eerstejaarsevaluatie")]
    assert "Dit kan van maandag 11 januari 2027 tot en met vrijdag 26 februari 2027" in window
    assert "De uiterste dag is" not in window
