"""A document says what it lacks and where it contradicts the timeline or itself."""

from __future__ import annotations

import re

import pytest

from calculators.frame.fields import NumberField
from calculators.frame.page_parts import result_html
from calculators.registry import calculator
from tests.documents.conftest import CASE, HOURS, NAMES, WORKPLACE, answered

EVALUATION, SECONDMENT, LETTER = "documenten/evaluatie", "documenten/detachering", "documenten/verzoek-uwv"
OBJECTIONS = ("documenten/bezwaar-wia", "documenten/bezwaar-loonsanctie")
LONG = CASE | {"werkervaringsplaats-weken": "20"}
WARNED = {
    "ontbreekt": (WORKPLACE, CASE),
    "reis-zonder-werkgever": (WORKPLACE, {"eigen-werkgever": "nee", "reis-betaler": "werkgever"}),
    "eerder-op-proef": (LETTER, {"eerder-hier": "proef"}),
    "plaatsing-na-einde-wachttijd": (WORKPLACE, CASE | {"werkervaringsplaats-start": "2027-11-01"}),
    "werkervaringsplaats-lang": (WORKPLACE, LONG),
    "contract-op-no-risk-peildag": (WORKPLACE, CASE | {"in-dienst": "2027-03-01"}),
    "contract-voor-einde-wachttijd": (SECONDMENT, CASE | {"in-dienst": "2027-11-01"}),
    "plaatsing-overlapt": (SECONDMENT, CASE | {"detachering-start": "2027-02-01"}),
    "proefplaatsing-te-lang": (LETTER, {"proefplaatsing-start": "2027-11-22", "proefplaatsing-maanden": "3"}),
    "proefplaatsing-zonder-uitkering": (LETTER, CASE | {"proefplaatsing-start": "2027-03-01"}),
    "contract-voor-proefplaatsing": (LETTER, {"proefplaatsing-start": "2027-11-22", "in-dienst": "2027-11-22"}),
    "uren-aflopend": (HOURS, {"uren-start": "20", "uren-doel": "8"}),
    "uren-doel-niet-gehaald": (HOURS, CASE | {"uren-start": "4", "uren-stap": "1", "uren-doel": "24"}),
    "gesprek-buiten-plek": (EVALUATION, CASE | {"gesprek-dag": "2026-12-01"}),
    "gesprek-volgorde": (EVALUATION, {"gesprek-dag": "2027-01-20", "volgende-dag": "2027-01-20"}),
    "nieuwe-ziekteperiode": (WORKPLACE, CASE | {"onderbrekingen": "2026-01-05/2026-03-01"}),
}
FINE = {
    "reis-zonder-werkgever": (WORKPLACE, {"eigen-werkgever": "ja", "reis-betaler": "werkgever"}),
    "eerder-op-proef": (LETTER, {"eerder-hier": "oefenplek"}),
    "werkervaringsplaats-lang": (WORKPLACE, CASE | {"werkervaringsplaats-weken": "13"}),
    "proefplaatsing-te-lang": (LETTER, {"proefplaatsing-start": "2027-11-22", "proefplaatsing-maanden": "2"}),
    "contract-voor-proefplaatsing": (LETTER, {"proefplaatsing-start": "2027-11-22", "in-dienst": "2027-11-23"}),
    "uren-aflopend": (HOURS, {"uren-start": "8", "uren-doel": "8"}),
    "uren-doel-niet-gehaald": (HOURS, CASE | {"uren-start": "10", "uren-stap": "2", "uren-doel": "24"}),
    "gesprek-buiten-plek": (EVALUATION, CASE | {"gesprek-dag": "2027-02-07"}),
    "gesprek-volgorde": (EVALUATION, {"gesprek-dag": "2027-01-20", "volgende-dag": "2027-01-21"}),
}


def codes(name: str, values: dict[str, str]) -> list[str]:
    found = answered(name, values).json
    assert found["fouten"] == []
    return [warning["code"] for warning in found["waarschuwingen"]]


@pytest.mark.parametrize(("code", "asked"), WARNED.items(), ids=WARNED.keys())
def test_a_document_warns_where_it_should(code: str, asked: tuple[str, dict[str, str]]):
    assert code in codes(*asked)


@pytest.mark.parametrize(("code", "asked"), FINE.items(), ids=FINE.keys())
def test_a_document_does_not_warn_at_the_border(code: str, asked: tuple[str, dict[str, str]]):
    assert code not in codes(*asked)


@pytest.mark.parametrize(("hours", "warned"), [("24", False), ("24,5", True)])
def test_hours_at_the_host_beyond_the_contract_are_doubted(hours: str, *, warned: bool):
    assert (
        "uren-meer-dan-contract" in codes(WORKPLACE, {"uren-per-week": "24", "plaats-uren-per-week": hours})
    ) is warned
    assert ("uren-meer-dan-contract" in codes(HOURS, {"uren-per-week": "24", "uren-doel": hours})) is warned


def test_a_start_before_the_first_sick_day_is_an_error_on_its_field():
    errors = answered(WORKPLACE, CASE | {"werkervaringsplaats-start": "2025-11-23"}).json["fouten"]
    assert [(error["veld"], error["code"]) for error in errors] == [("werkervaringsplaats-start", "volgorde")]


def test_without_a_first_sick_day_no_check_breaks():
    values = CASE | {"einde-dienstverband": "2026-12-31", "eerste-ziektedag": ""}
    assert answered(WORKPLACE, values).json["fouten"] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_first_sentence_tells_how_much_is_missing(name: str):
    private = next(field.key for field in calculator(name).form.fields if field.private)
    first = answered(name, {private: "Jan"}).json["hoofdzin"]
    assert re.fullmatch(r"\d+ van \d+ punten ingevuld\.", first)


def test_what_is_missing_links_to_its_field_under_each_heading_once_in_the_order_of_the_document():
    found = answered(WORKPLACE, CASE | {"eigen-werkgever": "ja"})
    missing = found.json["uitkomst"]["ontbreekt"]
    titles = [one["titel"] for one in missing]
    in_document = [one["titel"] for one in found.json["uitkomst"]["delen"]]
    assert titles == [title for title in in_document if title in titles]
    assert "1. Wie maken deze afspraken?" in titles
    html = result_html(found)
    for field in (field for one in missing for field in one["velden"]):
        assert f'<a href="#veld-{field["sleutel"]}">{field["vraag"]}</a>' in html
    assert 'data-waarschuwing="ontbreekt"' not in html


def test_the_first_sentence_counts_all_but_the_one_point_that_is_missing():
    fields = answered(WORKPLACE, {}).calculator.form.fields
    everything = {
        field.key: "1" if field.kind in ("number", "money") or isinstance(field, NumberField) else "2026-12-14"
        for field in fields
        if not hasattr(field, "options")
    }
    everything |= {field.key: next(iter(field.options)) for field in fields if hasattr(field, "options")}
    for key in ("onderbrekingen", "verlof", "eerste-ziektedag", "werkervaringsplaats-start", "loonsanctie-tot"):
        everything.pop(key)
    points = answered(WORKPLACE, everything).json["uitkomst"]["punten"]
    assert points["ingevuld"] == points["totaal"] - 1 > 10


def test_the_steps_say_which_days_were_worked_out():
    found = answered(LETTER, CASE | {"proefplaatsing-start": "2027-11-22", "proefplaatsing-maanden": "2"}).json
    text = " ".join(step["tekst"] for step in found["stappen"])
    for words in ("De eerste WIA-dag is maandag 22 november 2027", "Praat erover op: 31 december 2026"):
        assert words in text
    assert "tot en met vrijdag 21 januari 2028" in text
    assert "UWV moet de aanvraag hebben op maandag 8 november 2027" in text


@pytest.mark.parametrize("name", OBJECTIONS)
@pytest.mark.parametrize(("decided", "over"), [("2026-10-09", True), ("2026-10-10", False)])
def test_an_objection_whose_last_day_is_past_says_so_and_a_last_day_in_a_weekend_moves_on(
    name: str, decided: str, *, over: bool
):
    """Awb 6:7 and Algemene termijnenwet 1: six weeks from 10 October end on a Saturday, the day that is asked."""
    assert ("termijn-voorbij" in codes(name, {"besluit-dag": decided})) is over


@pytest.mark.parametrize("name", OBJECTIONS)
def test_an_objection_says_until_which_day_it_can_be_made(name: str):
    text = " ".join(step["tekst"] for step in answered(name, {"besluit-dag": "2026-10-10"}).json["stappen"])
    assert "De laatste dag voor bezwaar is maandag 23 november 2026" in text
    assert "maandag 30 november 2026" in text


def test_a_request_that_is_no_objection_has_no_last_day_of_one():
    found = answered("documenten/verzoek-verkorten", {"besluit-dag": "2026-01-05"}).json
    assert "bezwaar" not in str(found["stappen"]).lower()
    assert "termijn-voorbij" not in [warning["code"] for warning in found["waarschuwingen"]]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("documenten/getuigschrift", "getuigschrift-begin", "getuigschrift-einde"),
        ("documenten/opdracht-bureau", "opdracht-start", "opdracht-einde"),
        (LETTER, "wia-aanvraag-dag", "wia-besluit-dag"),
    ],
)
def test_a_day_that_lies_before_the_one_it_follows_is_a_mistake(name: str, first: str, last: str):
    [wrong] = answered(name, {first: "2026-12-27", last: "2026-11-02"}).parsed.mistakes
    assert (wrong.key, wrong.text) == (last, "Deze dag ligt voor 27 december 2026. Kijk de dagen na.")
    assert answered(name, {first: "2026-12-27", last: "2026-12-27"}).parsed.mistakes == ()
