"""What the worker calls never raises for what somebody typed, and escapes all of it."""

import json
import re
from datetime import date
from typing import Any, get_args
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import answer, browser
from calculators.frame.fields import ChoiceField
from calculators.frame.page_parts import read_link
from calculators.frame.reading import ErrorCode
from calculators.frame.terms import READERS
from calculators.registry import calculator

TODAY = "2026-11-21"
GOOD = "eerste-ziektedag=2025-11-24"
FORM = calculator("tijdlijn").form
KEYS = [field.key for field in FORM.fields]
CHOICES = {field.key: field.default or "" for field in FORM.fields if isinstance(field, ChoiceField)}
SCRIPT = "<script>alert(1)</script>"
TEXTS = (
    st.text(max_size=40)
    | st.dates().map(str)
    | st.integers(-5, 200).map(str)
    | st.sampled_from(["ja", "nee", "vangnet", "WW", "2026-03-02/2026-03-29", ",", "31-02-2026", SCRIPT])
)


def respond(query: str, today: str = TODAY) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(browser.respond("tijdlijn", query, today))
    return found


def errors_of(query: str) -> dict[str, str]:
    return {error["code"]: error["tekst"] for error in answer("tijdlijn", read_link(query))["fouten"]}


def query_of(values: dict[str, str]) -> str:
    return "&".join(f"{key}={quote(text, errors='replace')}" for key, text in values.items())


def assert_whole(found: dict[str, Any]) -> None:
    """Check the shape that the page reads."""
    wrong = [key for key, field in found["velden"].items() if field["fout"]]
    assert list(found["velden"]) == list(found["invoer"]) == KEYS
    assert found["status"] == ("fouten" if wrong else "vragen" if found["vragen"] else "antwoord")
    assert found["titel"] == ("Fout: " if wrong else "")
    assert (found["uitkomst"] is None) is (found["status"] != "antwoord")
    assert bool(found["samenvatting"]) is bool(wrong)
    assert bool(found["hoofdzin"]) is (found["status"] == "antwoord")
    texts = ("hoofdzin", "vragen", "samenvatting", "titel", "fragment", "melding")
    assert [key for key in texts if not isinstance(found[key], str)] == []


def test_an_answer_has_everything_that_the_page_shows():
    found = respond(GOOD)
    assert_whole(found)
    assert found["velden"]["eerste-ziektedag"] == {"fout": "", "gelezen": "maandag 24 november 2025"}
    assert found["invoer"]["eerste-ziektedag"] == "24-11-2025"
    assert found["fragment"] == GOOD


def test_errors_come_with_their_fields_and_without_an_answer():
    found = respond("eerste-ziektedag=24-13-2025&loonsanctie-weken=99")
    assert_whole(found)
    assert {key for key, field in found["velden"].items() if field["fout"]} == {"eerste-ziektedag", "loonsanctie-weken"}
    assert found["invoer"]["eerste-ziektedag"] == "24-13-2025"


def test_an_empty_fragment_asks_for_what_is_needed():
    found = respond("")
    assert_whole(found)
    assert found["vragen"] == 'Nog 1 vraag: <a href="#veld-eerste-ziektedag">eerste ziektedag</a>.'
    assert [key for key, field in found["velden"].items() if field["fout"]] == []


def test_open_questions_are_told_in_one_sentence():
    found = json.loads(browser.respond("wie-betaalt-wat", "reis-km=10", TODAY))
    assert re.sub("<.*?>", "", found["vragen"]) == (
        "Nog 3 vragen: eerste ziektedag, bruto loon per maand en uren per week in het contract."
    )


def test_what_is_needed_is_a_mistake_once_the_form_is_submitted():
    found = json.loads(browser.respond("tijdlijn", "", TODAY, how=browser.SUBMITTED))
    assert found["status"] == "vragen"
    assert found["velden"]["eerste-ziektedag"]["fout"] == "Vul dit in: eerste ziektedag."
    assert "1 antwoord moet anders" in found["samenvatting"]
    assert found["titel"] == "Fout: "


def test_a_mistake_is_told_before_open_questions():
    found = json.loads(browser.respond("wie-betaalt-wat", "eerste-ziektedag=gisteren", TODAY))
    assert (found["status"], found["vragen"]) == ("fouten", "")
    assert "1 antwoord moet anders" in found["samenvatting"]


@pytest.mark.parametrize("name", ["tijdlijn", "wie-betaalt-wat", "no-riskpolis"])
def test_no_value_of_an_example_stands_in_a_link(name: str):
    query = "&".join(f"{key}={text}" for key, text in calculator(name).example.items())
    found = json.loads(browser.respond(name, query, TODAY, how=browser.EXAMPLE))
    assert found["fragment"] == ""
    assert re.findall(r'href="[^"]*#[^"]*=[^"]*"|data-fragment="[^"]+"|data-download', found["uitkomst"]) == []


@given(st.text(max_size=300))
def test_any_text_gets_a_whole_response(query: str):
    assert_whole(respond(query))


@given(st.dictionaries(st.sampled_from(KEYS), TEXTS))
def test_any_values_get_a_whole_response_without_markup_of_their_own(values: dict[str, str]):
    found = respond(query_of({"eerste-ziektedag": "2025-11-24"} | values))
    assert_whole(found)
    shown = "".join(found[key] or "" for key in ("hoofdzin", "uitkomst", "samenvatting", "melding"))
    assert "<script" not in shown


@given(st.dictionaries(st.sampled_from(KEYS), TEXTS))
def test_the_fragment_of_a_response_gives_the_same_response(values: dict[str, str]):
    first = respond(query_of({"eerste-ziektedag": "2025-11-24"} | values))
    assert respond(first["fragment"]) == first


@pytest.mark.parametrize("key", KEYS)
def test_a_script_in_a_field_is_nowhere_markup(key: str):
    found = respond(query_of({"eerste-ziektedag": "2025-11-24"} | {key: SCRIPT}))
    shown = "".join(found[part] or "" for part in ("hoofdzin", "uitkomst", "samenvatting", "melding", "fragment"))
    assert "<script" not in shown
    assert found["velden"][key]["fout"]


@pytest.mark.parametrize("key", ["onderbrekingen", "verlof"])
def test_a_script_that_an_error_quotes_is_escaped_in_the_summary(key: str):
    found = respond(f"{GOOD}&{key}={quote(SCRIPT)} t/m {quote(SCRIPT)}")
    assert "&lt;script&gt;" in found["samenvatting"]
    assert "<script" not in found["samenvatting"]


def test_a_script_as_key_is_named_but_escaped():
    found = respond(f"{GOOD}&{quote(SCRIPT)}=1")
    assert "&lt;script&gt;" in found["melding"]
    assert "<script" not in found["melding"]


@pytest.mark.parametrize("key", ["__proto__", "constructor", "toString", "kleur"])
def test_an_unknown_key_is_told_and_not_kept(key: str):
    found = respond(f"{GOOD}&{key}=1")
    assert key in found["melding"]
    assert found["fragment"] == GOOD


def test_a_choice_that_is_the_default_is_not_in_the_link():
    assert respond(f"{GOOD}&situatie=werknemer&verlof-zelfde-oorzaak=ja&rol=werknemer")["fragment"] == GOOD
    assert respond(f"{GOOD}&situatie=vangnet")["fragment"] == f"{GOOD}&situatie=vangnet"


def test_a_choice_that_was_not_given_shows_its_default():
    found = respond(GOOD)
    assert {key: found["invoer"][key] for key in CHOICES} == CHOICES


@pytest.mark.parametrize("name", ["tijdlijn", "wie-betaalt-wat", "no-riskpolis"])
def test_who_has_a_benefit_is_assumed_to_have_no_employer_and_that_is_not_given_out_as_said(name: str):
    asked = {
        "tijdlijn": GOOD,
        "wie-betaalt-wat": f"{GOOD}&bruto-maandloon=3000&uren-per-week=40",
        "no-riskpolis": f"groep=wia&{GOOD}",
    }[name]
    found = json.loads(browser.respond(name, f"{asked}&rol=uitkering", TODAY))
    assert "situatie" not in found["fragment"]
    assert found["invoer"]["situatie"] == found["standaard"]["situatie"] == "vangnet"
    assert 'data-aangenomen="situatie"' in found["kaart"]
    assert "Wij nemen aan: is er nog een werkgever? nee" in found["kaart"]
    assumed = answer(name, read_link(f"{asked}&rol=uitkering"), date.fromisoformat(TODAY))
    assert "situatie" not in assumed["invoer"]
    assert assumed["standaard"]["situatie"] == "vangnet"
    said = answer(name, read_link(f"{asked}&rol=uitkering&situatie=vangnet"), date.fromisoformat(TODAY))
    assert assumed["uitkomst"] == said["uitkomst"]


@pytest.mark.parametrize("situation", ["werknemer", "vangnet"])
def test_what_a_link_says_about_the_employer_wins_from_what_is_assumed(situation: str):
    found = respond(f"{GOOD}&rol=uitkering&situatie={situation}")
    assert f"situatie={situation}" in found["fragment"]
    assert found["invoer"]["situatie"] == situation
    assert "data-aangenomen" not in found["kaart"]


def test_the_folded_question_about_the_employer_says_that_its_answer_is_assumed():
    groups = respond(f"{GOOD}&rol=uitkering")["groepen"]
    assert groups["situatie"]["zegt"] == "nee, Ziektewet zonder werkgever, aangenomen"
    assert respond(GOOD)["groepen"]["situatie"]["zegt"] == "ja, in dienst bij een werkgever"


def test_a_role_given_twice_changes_no_default():
    assert respond(f"{GOOD}&rol=uitkering&rol=uitkering")["standaard"]["situatie"] == "werknemer"


def test_a_choice_given_twice_is_an_error():
    assert "twee keer" in respond(f"{GOOD}&situatie=vangnet&situatie=vangnet")["velden"]["situatie"]["fout"]


def test_a_fragment_may_keep_its_hash_sign():
    assert respond(f"#{GOOD}") == respond(GOOD)


def test_the_day_of_the_reader_is_the_reference_day():
    assert "week 1 van" in respond(GOOD, "2025-11-24")["hoofdzin"]


def test_the_reference_day_may_be_given():
    assert "week 1 van" in respond(f"{GOOD}&peildatum=24-11-2025")["hoofdzin"]


def test_a_name_of_no_calculator_is_our_own_mistake_and_names_those_that_exist():
    with pytest.raises(KeyError, match=r"geen rekenhulp met de naam 'kleur'; wel: .*tijdlijn"):
        browser.respond("kleur", GOOD, TODAY)


@pytest.mark.parametrize("query", [GOOD, ""])
def test_a_file_of_an_unknown_kind_is_our_own_mistake(query: str):
    with pytest.raises(ValueError, match="tijdlijn makes no kleur"):
        browser.download("tijdlijn", "kleur", query, TODAY, "")


@pytest.mark.parametrize("query", ["", "eerste-ziektedag=gisteren", f"{GOOD}&loonsanctie-weken=99"])
def test_wrong_values_give_no_file_and_say_so(query: str):
    assert json.loads(browser.download("tijdlijn", "agenda", query, TODAY, "")) == {"fouten": True}


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("eerste-ziektedag=gisteren", "1 antwoord moet anders"),
        ("eerste-ziektedag=gisteren&loonsanctie-weken=99", "2 antwoorden moeten anders"),
    ],
)
def test_the_summary_begins_with_how_many_answers_must_change(query: str, heading: str):
    assert f">{heading}</h2>" in respond(query)["samenvatting"]


def test_a_file_has_a_name_a_type_and_contents():
    found = json.loads(browser.download("tijdlijn", "agenda", GOOD, TODAY, "wia-aanvraag"))
    assert list(found) == ["naam", "type", "inhoud"]
    assert found["inhoud"].count("BEGIN:VEVENT") == 1


def test_every_kind_of_error_has_a_sentence_in_the_page():
    queries = {
        "verplicht": "",
        "geen-datum": "eerste-ziektedag=31-02-2026",
        "geen-getal": f"{GOOD}&loonsanctie-weken=veel",
        "geen-periode": f"{GOOD}&verlof=mei",
        "geen-keuze": f"{GOOD}&situatie=zzp",
        "te-klein": "eerste-ziektedag=31-12-1999",
        "te-groot": f"{GOOD}&loonsanctie-weken=53",
        "periode-omgekeerd": f"{GOOD}&verlof=2026-03-02/2026-03-01",
        "periodes-overlappen": f"{GOOD}&verlof=2026-03-02/2026-03-04&onderbrekingen=2026-03-04/2026-03-05",
        "volgorde": f"{GOOD}&einde-dienstverband=2025-11-23",
        "te-lang": f"{GOOD}&situatie={'k' * 81}",
        "dubbel": f"{GOOD}&{GOOD}",
    }
    assert {code: code in errors_of(query) for code, query in queries.items()} == dict.fromkeys(
        get_args(ErrorCode), True
    )
    assert [code for code, query in queries.items() if not all(errors_of(query).values())] == []


@pytest.mark.parametrize("role", READERS)
def test_the_card_speaks_to_every_reader_as_the_form_does(role: str):
    card = str(respond(f"{GOOD}&rol={role}")["kaart"])
    assert "Wat u doet" in card
    assert "Wat je doet" not in card
