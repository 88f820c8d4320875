"""The list of days is a picture: what is over folds, today stands in it, and what comes says how far ahead it is."""

from __future__ import annotations

import re
from datetime import date

import pytest

import calculators
from calculators import browser
from calculators.answering import answer
from calculators.frame.dates import distance_in_words, in_words_beside
from calculators.frame.page_parts import result_html
from calculators.registry import calculator
from calculators.tijdlijn.picture import picture
from calculators.tijdlijn.track import Row, Track
from tests.calculators.timeline_cases import each_case

TODAY = date(2026, 11, 28)
FIRST_DAY = {"eerste-ziektedag": "2025-03-10"}
PLACES = FIRST_DAY | {"werkervaringsplaats-start": "2026-11-09", "detachering-start": "2027-01-04"}


def track(values: dict[str, str] = FIRST_DAY, today: date = TODAY) -> Track:
    found = answer(calculator("tijdlijn"), values, today)
    assert found.result is not None
    drawn: Track = calculator("tijdlijn").drawing(found.result.outcome).track  # type: ignore[misc]  # it has a drawing
    return drawn


def row_of(milestone: str, found: Track) -> Row:
    return next(row for row in (*found.past, *found.coming) if milestone in row.milestones)


def html(**values: str) -> str:
    found = answer(calculator("tijdlijn"), FIRST_DAY | values, TODAY)
    return result_html(found)


@each_case
def test_every_milestone_stands_in_one_row_on_its_side_of_today(values: dict[str, str]):
    found = answer(calculator("tijdlijn"), values, TODAY)
    assert found.result is not None
    drawn: Track = calculator("tijdlijn").drawing(found.result.outcome).track  # type: ignore[misc]
    listed = [one for row in (*drawn.past, *drawn.coming) for one in row.milestones]
    assert sorted(listed) == sorted(
        one.id for one in found.result.outcome.milestones if not one.id.startswith("evaluatie-plan")
    )
    today = date.fromisoformat(found.json["peildatum"])
    assert [row for row in drawn.past if row.day >= today] == []
    assert [row for row in drawn.coming if row.day < today] == []
    assert list(drawn.coming) == sorted(drawn.coming, key=lambda row: row.day)


def test_today_says_its_week_and_its_year():
    assert (track().today.when, track().today.name) == ("zaterdag 28 november 2026", "week 90 van 104, ziektejaar 2")


def test_a_distance_is_said_once_for_days_that_are_as_far():
    assert [(row.milestones[0], row.distance) for row in track().coming if row.kind == "dagen"][:3] == [
        ("re-integratieverslag", "over 6 dagen"),
        ("wia-aanvraag", "over 3 weken"),
        ("no-risk-peildag", ""),
    ]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "vandaag"), (1, "morgen"), (6, "over 6 dagen"), (20, "over 3 weken"), (125, "over 18 weken"),
     (127, "over 4 maanden"), (365, "over 12 maanden"), (800, "over 2 jaar")],
)  # fmt: skip
def test_a_distance_is_said_in_the_words_that_people_use(days: int, words: str):
    assert distance_in_words(days) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 12, 20), "zondag 20"), (date(2027, 1, 3), "zondag 3 januari 2027"),
     (date(2026, 11, 29), "zondag 29 november")],
)  # fmt: skip
def test_a_day_beside_another_says_only_what_differs(day: date, words: str):
    assert in_words_beside(day, date(2026, 12, 18)) == words


def test_the_year_of_illness_is_the_pattern_of_the_rail():
    found = track(FIRST_DAY | {"in-dienst": "2027-03-08"})
    assert row_of("probleemanalyse", found).rail == "een"
    assert row_of("wia-aanvraag", found).rail == "twee"
    assert row_of("in-dienst", found).rail == "na"


def test_a_placement_is_a_named_bar_beside_its_days():
    found = track(PLACES)
    bars = [(row.name, row.day, row.when) for row in found.coming if row.kind == "balk"]
    assert bars == [
        ("werkervaringsplaats", TODAY, "9 november 2026 tot en met 3 januari 2027"),
        ("detachering", date(2027, 1, 4), "4 januari 2027 tot en met 7 maart 2027"),
    ]
    assert row_of("wia-aanvraag", found).beside == "werkervaringsplaats"


def test_a_window_that_is_going_on_stands_with_today():
    found = track(today=date(2026, 2, 20))
    row = row_of("eerstejaarsevaluatie", found)
    assert (row.day, row.when) == (
        date(2026, 2, 20),
        "maandag 19 januari 2026 tot en met vrijdag 6 maart 2026 (UWV: zondag 8)",
    )


def test_what_is_over_folds_into_one_line():
    folded = re.search(r"<summary>(\d+) dagen voorbij</summary>\s*<ol", html())
    assert folded
    assert int(folded[1]) == track().days_past


def test_what_is_to_be_done_stands_before_the_picture_and_the_picture_before_the_list():
    places = [html().index(part) for part in ('id="nu-kop"', 'id="beeld-kop"', 'id="lijst-kop"')]
    assert places == sorted(places)


def test_the_day_to_act_is_the_same_in_headline_list_picture_and_diary():
    day = "vrijdag 18 december 2026 (wet: zondag 20)"
    page = html()
    assert f"Voor of op {day}" in page
    assert f'<time datetime="2026-12-18">{day}</time>' in page
    found = answer(calculator("tijdlijn"), FIRST_DAY, TODAY)
    assert found.result is not None
    drawn = calculator("tijdlijn").drawing(found.result.outcome)  # type: ignore[misc]  # it has a drawing
    assert [pin.day for group in drawn.months.pins for pin in group.pins if pin.id == "wia-aanvraag"] == [
        date(2026, 12, 18)
    ]
    file = browser.download("tijdlijn", "agenda", "eerste-ziektedag=2025-03-10", str(TODAY), "wia-aanvraag")
    assert "DTSTART;VALUE=DATE:20261218" in file
    assert f"De uiterste dag is {day}" in file.replace("\\r\\n ", "").replace("\\\\", "")


def test_the_json_keeps_the_day_of_the_law_and_adds_the_day_to_act():
    found = calculators.answer("tijdlijn", FIRST_DAY | {"rol": "werknemer"}, TODAY)["uitkomst"]
    application = next(one for one in found["mijlpalen"] if one["id"] == "wia-aanvraag")
    assert (application["datum"], application["werkdag_ervoor"], application["handel_op"]) == (
        "2026-12-20", "2026-12-18", "2026-12-18",
    )  # fmt: skip
    assert [one["dag_zelf"] for one in found["nu_te_doen"] if one["id"] == "wia-aanvraag"] == ["2026-12-20"]


def test_a_day_that_is_a_fact_is_not_moved():
    found = calculators.answer("tijdlijn", FIRST_DAY, TODAY)["uitkomst"]["mijlpalen"]
    end = next(one for one in found if one["id"] == "einde-wachttijd")
    assert (end["dag_in_woorden"], "handel_op" in end) == ("zondag 7 maart 2027", False)


def test_marks_for_the_diary_stand_inside_an_opened_day():
    page = html()
    marks = [place.start() for place in re.finditer("data-kies", page)]
    opened = [len(re.findall("<details", page[:at])) - len(re.findall("</details", page[:at])) for at in marks]
    assert marks
    assert min(opened) == 1
    assert "Zet komende dagen in agenda" in page


def test_the_sentence_of_the_picture_holds_the_answer():
    assert (
        "Vandaag, zaterdag 28 november 2026, is week 90 van 104; de volgende dag is vrijdag 4 december 2026: "
        "Re-integratieverslag; de eerste WIA-dag is maandag 8 maart 2027." in html()
    )


def test_the_pins_are_one_tab_stop_in_each_picture():
    for drawn in re.findall(r'<svg class="sw-tijdbeeld.*?</svg>', html(), re.DOTALL):
        assert re.findall(r'data-pin="[^"]*" tabindex="(-?\d)"', drawn).count("0") == 1


@pytest.mark.parametrize(
    ("values", "bands"),
    [
        ({"verlenging-weken": "26"}, {"Verlenging": "2027-09-05"}),
        ({"loonsanctie-weken": "52", "einde-dienstverband": "2027-06-30"}, {"Loonsanctie": "2027-06-30"}),
        ({"loonsanctie-weken": "52", "aow-datum": "2027-06-01"}, {"Loonsanctie": "2027-05-31"}),
        (
            {"loonsanctie-weken": "10", "verlof": "2027-03-08/2027-06-27"},
            {"Loonsanctie": "2027-09-05"},
        ),
        ({"loonsanctie-weken": "10", "verlof": "2027-03-08/2027-06-27", "einde-dienstverband": "2027-05-31"}, {}),
        ({"wia-aanvraag": "2027-01-03"}, {"Late aanvraag": "2027-03-21"}),
        ({"wia-aanvraag": "2027-01-03", "einde-dienstverband": "2026-12-31"}, {}),
        ({"wia-aanvraag": "2027-01-03", "situatie": "vangnet"}, {}),
    ],
)
def test_what_lengthens_the_wage_is_drawn_as_far_as_there_is_wage(values: dict[str, str], bands: dict[str, str]):
    found = answer(calculator("tijdlijn"), FIRST_DAY | values, TODAY)
    assert found.result is not None
    drawn = picture(found.result.outcome)
    assert {band.name: band.last.isoformat() for band in drawn.bands if band.look == "extra"} == bands


def test_a_sanction_is_drawn_from_the_first_day_after_leave_that_puts_it_off():
    values = FIRST_DAY | {"loonsanctie-weken": "10", "verlof": "2027-03-08/2027-06-27"}
    found = answer(calculator("tijdlijn"), values, TODAY)
    assert found.result is not None
    (sanction,) = [band for band in picture(found.result.outcome).bands if band.look == "extra"]
    assert sanction.first.isoformat() == "2027-06-28"
