"""The answer as other software reads it: codes, words, certainties and sources that belong together."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators import browser
from calculators.frame.terms import SPOKEN_TO_AS
from calculators.law import case, parameters
from calculators.law.parameters import all_figures, cited, source
from calculators.registry import calculator, names
from calculators.tijdlijn import explanation, headline
from tests.calculators.timeline_cases import each_case

TODAY = date(2026, 11, 21)
DAY = {"eerste-ziektedag": "2025-11-24"}
WARNINGS: dict[str, dict[str, str]] = {
    "nieuwe-ziekteperiode": {"onderbrekingen": "2026-03-02/2026-03-29"},
    "samentellen-niet-zeker": {"onderbrekingen": "2026-03-02/2026-03-15", "verlof": "2026-03-16/2026-07-05"},
    "hoort-bij-oude-ziekte": {"onderbrekingen": "2026-03-02/2026-03-29", "verlenging-weken": "13"},
    "verlenging-eigenrisicodrager": {"situatie": "vangnet", "loonsanctie-weken": "4"},
    "contract-op-no-risk-peildag": {"in-dienst": "2027-09-06"},
    "contract-voor-einde-wachttijd": {"in-dienst": "2027-09-07"},
    "contract-op-eerste-wia-dag": {"in-dienst": "2027-11-22"},
    "contract-niet-zeker": {"situatie": "vangnet", "wia-aanvraag": "2027-09-07", "in-dienst": "2027-11-23"},
    "vervroegde-aanvraag-vroeg": {"vervroegde-iva-aanvraag": "2025-12-07"},
    "proefplaatsing-zonder-uitkering": {"proefplaatsing-start": "2027-12-01"},
    "proefplaatsing-te-lang": {
        "proefplaatsing-start": "2027-12-01",
        "proefplaatsing-maanden": "3",
        "uitkering": "WW",
    },
    "detachering-zonder-werkgever": {"detachering-start": "2026-12-14", "situatie": "vangnet"},
    "plaatsing-na-einde-wachttijd": {"werkervaringsplaats-start": "2027-11-15"},
    "plaatsing-overlapt": {"werkervaringsplaats-start": "2026-12-14", "detachering-start": "2027-01-11"},
    "wia-aanvraag-te-laat": {"wia-aanvraag": "2027-09-06", "peildatum": "2027-10-01"},
    "tweede-spoor-te-laat": {"werkervaringsplaats-start": "2027-01-18"},
    "dienstverband-eindigt-eerst": {"einde-dienstverband": "2026-12-31"},
    "probleemanalyse-laat": {"probleemanalyse": "2026-01-12"},
    "aow-na-wachttijd": {"aow-datum": "2027-12-06", "loonsanctie-weken": "26"},
    "datum-in-toekomst": {"eerstejaarsevaluatie": "2026-11-22"},
    "datum-buiten-periode": {"probleemanalyse": "2025-11-23"},
    "regel-onbekend": {"eerste-ziektedag": "2005-11-24"},
}


def answer(**changes: str) -> dict[str, Any]:
    return calculators.answer("tijdlijn", DAY | {key.replace("_", "-"): text for key, text in changes.items()}, TODAY)


def warnings(values: dict[str, str]) -> dict[str, str]:
    found = calculators.answer("tijdlijn", DAY | values, TODAY)
    return {warning["code"]: warning["tekst"] for warning in found["waarschuwingen"]}


def mentioned(part: Any) -> Iterator[str]:
    """Yield every source that stands under `bronnen` somewhere in a part of the answer."""
    if isinstance(part, dict):
        yield from part.get("bronnen", ())
        for value in part.values():
            yield from mentioned(value)
    elif isinstance(part, list):
        for value in part:
            yield from mentioned(value)


def test_a_calculator_is_found_by_its_folder():
    assert "tijdlijn" in names()
    assert not {"frame", "law", "parameters", "templates", "link-maken"} & set(names())


def test_a_calculator_that_does_not_exist_is_named_in_the_error():
    with pytest.raises(KeyError, match="geen rekenhulp met de naam 'kleur'"):
        calculators.answer("kleur", {})


def test_the_folder_of_a_calculator_has_underscores():
    assert calculator("wie-betaalt-wat").folder == "wie_betaalt_wat"


def test_a_calculator_has_its_address_by_its_name_unless_it_says_another():
    assert calculator("tijdlijn").address == "/rekenhulpen/tijdlijn/"
    assert replace(calculator("tijdlijn"), address="/elders/").address == "/elders/"


@pytest.mark.parametrize(("code", "values"), WARNINGS.items())
def test_each_warning_comes_with_words_where_it_applies_and_only_there(code: str, values: dict[str, str]):
    assert warnings(values)[code].endswith(".")
    assert code not in warnings({})


def test_a_change_of_law_within_the_period_is_a_warning_with_the_day_and_the_source(monkeypatch: pytest.MonkeyPatch):
    one = all_figures()["wachttijd.weken"]
    row = replace(one.history[0], start=date(2027, 1, 1), value=Decimal(52), sources=("wet-wia-66",))
    figures = {**all_figures(), one.id: replace(one, history=(*one.history, row))}
    monkeypatch.setattr(parameters, "all_figures", lambda: figures)
    found = {warning["code"]: warning for warning in answer()["waarschuwingen"]}["regel-wijzigt"]
    assert f"{one.label} (vanaf 1 januari 2027)" in found["tekst"]
    assert found["bronnen"] == ["wet-wia-66"]


def test_there_is_a_case_here_for_every_warning_of_the_interface():
    assert {*WARNINGS, "regel-wijzigt"} == {
        "nieuwe-ziekteperiode",
        "samentellen-niet-zeker",
        "hoort-bij-oude-ziekte",
        "contract-op-no-risk-peildag",
        "contract-voor-einde-wachttijd",
        "contract-op-eerste-wia-dag",
        "contract-niet-zeker",
        "vervroegde-aanvraag-vroeg",
        "proefplaatsing-zonder-uitkering",
        "proefplaatsing-te-lang",
        "detachering-zonder-werkgever",
        "plaatsing-na-einde-wachttijd",
        "plaatsing-overlapt",
        "wia-aanvraag-te-laat",
        "tweede-spoor-te-laat",
        "dienstverband-eindigt-eerst",
        "verlenging-eigenrisicodrager",
        "aow-na-wachttijd",
        "probleemanalyse-laat",
        "datum-in-toekomst",
        "datum-buiten-periode",
        "regel-onbekend",
        "regel-wijzigt",
    }


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ("3", "UWV geeft gewoonlijk toestemming voor 2 maanden."),
        ("7", "De wet laat een proefplaatsing van hoogstens 6"),
    ],
)
def test_a_trial_that_is_too_long_by_policy_has_other_words_than_one_by_law(months: str, words: str):
    values = {"proefplaatsing-start": "2027-12-01", "proefplaatsing-maanden": months, "uitkering": "WW"}
    assert warnings(values)["proefplaatsing-te-lang"].startswith(words)


def test_a_trial_during_wages_has_other_words_than_one_without_a_benefit():
    during = warnings({"proefplaatsing-start": "2027-01-04", "uitkering": "WW"})["proefplaatsing-zonder-uitkering"]
    without = warnings({"proefplaatsing-start": "2027-12-01", "uitkering": "IVA"})["proefplaatsing-zonder-uitkering"]
    assert "nog loon betaalt" in during
    assert "IVA" in without


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"uitkering": "ZW", "proefplaatsing-start": "2027-10-04"}, "loopt door na zondag 21 november 2027"),
        ({"uitkering": "ZW", "proefplaatsing-start": "2027-12-06"}, "begint na zondag 21 november 2027"),
        ({"uitkering": "ZW", "proefplaatsing-start": "2027-12-06"}, "de Ziektewet stopt"),
        ({"uitkering": "WGA", "proefplaatsing-start": "2027-10-04"}, "begint voor maandag 22 november 2027"),
        ({"uitkering": "WW", "proefplaatsing-start": "2027-10-04", "aow-datum": "2027-11-01"}, "de AOW begint"),
    ],
)
def test_a_trial_without_a_benefit_on_some_day_says_why(values: dict[str, str], words: str):
    assert words in warnings(values | {"situatie": "vangnet"})["proefplaatsing-zonder-uitkering"]


@pytest.mark.parametrize(
    ("aow", "another"), [({}, True), ({"aow-datum": "2027-11-23"}, True), ({"aow-datum": "2025-11-24"}, False)]
)
def test_after_the_sick_pay_a_trial_may_go_on_with_another_benefit_unless_the_aow_is_there(
    aow: dict[str, str], another: bool
):
    case = {"situatie": "vangnet", "uitkering": "ZW", "proefplaatsing-start": "2027-10-04"} | aow
    said = warnings(case)["proefplaatsing-zonder-uitkering"]
    assert ("zoals een WGA of WW, want de Ziektewet stopt" in said) is another
    assert ("Na die dag is er geen uitkering meer: de Ziektewet stopt" in said) is not another


@pytest.mark.parametrize(
    ("start", "benefit", "words"),
    [
        ("2027-11-21", "WGA", "loopt door na"),
        ("2027-11-22", "WGA", None),
        ("2027-11-21", "Wajong", None),
        ("2027-11-22", "ZW", "begint na"),
        ("2027-11-21", "ZW", "loopt door na"),
    ],
)
def test_without_an_employer_a_placement_past_the_sick_pay_is_warned_of(start: str, benefit: str, words: str | None):
    said = warnings({"situatie": "vangnet", "uitkering": benefit, "werkervaringsplaats-start": start})
    assert ("plaatsing-na-einde-wachttijd" in said) is (words is not None)
    assert words is None or words in said["plaatsing-na-einde-wachttijd"]


WAGE, SICK_PAY = "Dan betaalt de eigen werkgever geen loon meer", "Dan stopt de Ziektewet"


@pytest.mark.parametrize(
    ("values", "begins", "sentences"),
    [
        ({"werkervaringsplaats-start": "2027-11-22"}, "De werkervaringsplaats begint na zondag 21", [WAGE]),
        ({"werkervaringsplaats-start": "2027-11-21"}, "De werkervaringsplaats of detachering loopt door na", [WAGE]),
        (
            {"einde-dienstverband": "2027-10-31", "werkervaringsplaats-start": "2027-11-08"},
            "De werkervaringsplaats loopt door na zondag 21 november 2027",
            [SICK_PAY],
        ),
        (
            {"einde-dienstverband": "2027-10-31", "uitkering": "ZW", "werkervaringsplaats-start": "2027-11-22"},
            "De werkervaringsplaats begint na zondag 21 november 2027",
            [SICK_PAY],
        ),
        (
            {
                "einde-dienstverband": "2027-10-31",
                "werkervaringsplaats-start": "2027-10-25",
                "werkervaringsplaats-weken": "4",
            },
            "De werkervaringsplaats of detachering loopt door na zondag 31 oktober 2027",
            [WAGE],
        ),
        (
            {"einde-dienstverband": "2027-10-31", "werkervaringsplaats-start": "2027-10-25"},
            "De werkervaringsplaats of detachering loopt door na zondag 31 oktober 2027",
            [WAGE, SICK_PAY],
        ),
        ({"detachering-start": "2027-11-22"}, "Een detachering die begint na zondag 21 november 2027, telt", []),
        (
            {"einde-dienstverband": "2027-10-31", "detachering-start": "2027-06-07", "detachering-einde": "2027-12-31"},
            "De werkervaringsplaats of detachering loopt door na zondag 31 oktober 2027",
            [WAGE],
        ),
    ],
)
def test_a_placement_past_the_wage_or_the_sick_pay_says_which_of_the_two_stops(
    values: dict[str, str], begins: str, sentences: list[str]
):
    text = warnings(values)["plaatsing-na-einde-wachttijd"]
    assert text.startswith(begins)
    assert [one for one in (WAGE, SICK_PAY) if one in text] == sentences


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Een werkervaringsplaats of detachering kan wel."),
        ({"situatie": "vangnet", "uitkering": "WGA"}, "bijvoorbeeld een werkervaringsplaats."),
        ({"aow-datum": "2026-12-21"}, "experiment."),
    ],
)
def test_a_trial_without_a_benefit_names_only_what_can_be_instead(values: dict[str, str], words: str):
    said = warnings({"proefplaatsing-start": "2026-12-14"} | values)["proefplaatsing-zonder-uitkering"]
    assert said.endswith(words)


def test_without_an_employer_nothing_is_said_of_wages_or_secondment():
    case = {"situatie": "vangnet", "in-dienst": "2027-09-06", "werkervaringsplaats-start": "2027-11-15"}
    said = warnings(case)
    assert "Ziektewet" in said["plaatsing-na-einde-wachttijd"]
    assert [text for text in said.values() if "etachering" in text or "eigen werkgever" in text] == []


def test_with_an_employer_secondment_may_keep_the_no_risk_policy_as_long_as_there_are_wages():
    assert "Detachering tot en met" in warnings({"in-dienst": "2027-09-06"})["contract-op-no-risk-peildag"]
    ended = {"in-dienst": "2027-09-06", "einde-dienstverband": "2027-08-31"}
    assert "etachering" not in warnings(ended)["contract-op-no-risk-peildag"]


def test_dates_of_the_old_illness_are_named_once():
    values = {
        "onderbrekingen": "2026-03-02/2026-03-29",
        "probleemanalyse": "2026-01-05",
        "einde-dienstverband": "2026-03-30",
    }
    found = warnings(values)
    assert "wat gebeurde op 5 januari 2026." in found["hoort-bij-oude-ziekte"]
    assert "datum-buiten-periode" not in found


def test_a_contract_that_ended_before_a_new_period_is_named_as_not_used():
    values = {"onderbrekingen": "2026-03-02/2026-03-29", "einde-dienstverband": "2026-03-15"}
    assert "15 maart 2026" in warnings(values)["hoort-bij-oude-ziekte"]


def test_a_rule_that_is_not_known_for_the_day_is_named():
    label = all_figures()["wachttijd.weken"].label
    assert label in warnings({"eerste-ziektedag": "2005-11-24"})["regel-onbekend"]


def test_the_end_of_a_contract_before_the_illness_is_an_error_only_with_an_employer():
    found = answer(einde_dienstverband="2025-11-23")
    assert [(error["veld"], error["code"]) for error in found["fouten"]] == [("einde-dienstverband", "volgorde")]
    assert answer(einde_dienstverband="2025-11-23", situatie="vangnet")["fouten"] == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"onderbrekingen": "2025-11-24/2025-11-30"}, "onderbrekingen", "volgorde"),
        ({"onderbrekingen": "2027-11-22/2027-11-23"}, "onderbrekingen", "volgorde"),
        ({"verlof": "2025-11-20/2026-03-01"}, "verlof", "volgorde"),
        ({"verlof": "2027-11-22/2028-03-01"}, "verlof", "volgorde"),
        (
            {"verlof": "2026-03-01/2026-06-20", "onderbrekingen": "2026-06-20/2026-06-21"},
            "verlof",
            "periodes-overlappen",
        ),
        ({"werkervaringsplaats-start": "2025-11-23"}, "werkervaringsplaats-start", "volgorde"),
        ({"detachering-start": "2025-11-23"}, "detachering-start", "volgorde"),
        ({"proefplaatsing-start": "2025-11-23"}, "proefplaatsing-start", "volgorde"),
        ({"in-dienst": "2025-11-23"}, "in-dienst", "volgorde"),
        ({"detachering-start": "2026-03-02", "detachering-einde": "2026-03-01"}, "detachering-einde", "volgorde"),
    ],
)
def test_days_that_contradict_each_other_are_an_error_on_the_later_one(changes: dict[str, str], field: str, code: str):
    found = calculators.answer("tijdlijn", DAY | changes, TODAY)["fouten"]
    assert [(error["veld"], error["code"]) for error in found] == [(field, code)]


@pytest.mark.parametrize("key", ["onderbrekingen", "verlof"])
def test_a_pause_may_begin_on_the_last_day_that_an_extension_and_a_sanction_bring(key: str):
    longer = {"verlenging-weken": "4", "loonsanctie-weken": "52"}
    found = calculators.answer("tijdlijn", DAY | longer | {key: "2028-12-17/2028-12-18"}, TODAY)
    assert found["fouten"] == []
    found = calculators.answer("tijdlijn", DAY | longer | {key: "2028-12-18/2028-12-19"}, TODAY)
    assert [error["veld"] for error in found["fouten"]] == [key]


@pytest.mark.parametrize(("leave", "wrong"), [("2027-12-05/2027-12-20", []), ("2027-12-06/2027-12-20", ["verlof"])])
def test_a_pause_may_begin_on_the_last_day_that_a_late_application_and_a_sanction_bring(leave: str, wrong: list[str]):
    longer = {"wia-aanvraag": "2027-09-12", "loonsanctie-weken": "1"}  # a week late: the wage goes on to 5 December
    found = calculators.answer("tijdlijn", DAY | longer | {"verlof": leave}, TODAY)
    assert [error["veld"] for error in found["fouten"]] == wrong


@each_case
def test_the_sources_of_an_answer_are_exactly_those_that_it_names(values: dict[str, str]):
    found = calculators.answer("tijdlijn", values, TODAY)
    parts = [found[key] for key in ("uitkomst", "stappen", "waarschuwingen")]
    assert set(found["bronnen"]) == set(mentioned(parts))


@pytest.mark.parametrize("values", WARNINGS.values(), ids=WARNINGS.keys())
def test_every_answer_is_json_and_its_input_asks_for_the_same_answer(values: dict[str, str]):
    found = calculators.answer("tijdlijn", DAY | values, TODAY)
    assert calculators.answer("tijdlijn", found["invoer"], TODAY) == json.loads(json.dumps(found))


def test_a_source_is_told_once_in_the_order_in_which_sources_are_named():
    steps = [{"bronnen": ["wet-wia-23", "bw-7-629"]}, {"meer": ({"bronnen": ["wet-wia-23", "wet-wia-24"]},)}, "tekst"]
    assert list(cited(steps)) == ["wet-wia-23", "bw-7-629", "wet-wia-24"]


def test_a_source_in_the_answer_has_its_title_address_and_day():
    assert cited({"bronnen": ["wet-wia-24"]})["wet-wia-24"] == {
        "titel": "Wet WIA, artikel 24 (vrijwillige verlenging)",
        "url": "https://wetten.overheid.nl/BWBR0019057/2026-07-01#Artikel24",
        "gecontroleerd_op": str(source("wet-wia-24").checked_on),
    }


def test_a_source_that_does_not_exist_is_never_cited_in_silence():
    with pytest.raises(KeyError, match="wet-op-de-kleur"):
        cited([{"bronnen": ["wet-op-de-kleur"]}])


def test_defaults_stand_apart_from_what_was_given():
    found = answer(werkervaringsplaats_weken="6")
    assert found["invoer"] == DAY | {"werkervaringsplaats-weken": "6"}
    assert found["standaard"] == {
        "situatie": "werknemer",
        "rol": "werknemer",
        "verlof-zelfde-oorzaak": "ja",
        "proefplaatsing-maanden": "2",
    }


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Vandaag: week 52 van 104. De eerste WIA-dag is maandag 22 november 2027."),
        (
            {"peildatum": "2025-11-23"},
            "De ziekte begint op maandag 24 november 2025. De eerste WIA-dag is maandag 22 november 2027.",
        ),
        (
            {"peildatum": "2027-11-22"},
            "De wachttijd van 104 weken is voorbij. De eerste WIA-dag is vandaag, maandag 22 november 2027.",
        ),
        (
            {"peildatum": "2027-11-23"},
            "De wachttijd van 104 weken is voorbij. De eerste WIA-dag was maandag 22 november 2027.",
        ),
        (
            {"einde-dienstverband": "2026-10-31"},
            "De loondoorbetaling eindigde op zaterdag 31 oktober 2026. De eerste WIA-dag is maandag 22 november 2027.",
        ),
        ({"aow-datum": "2027-01-01"}, "De loondoorbetaling eindigt op donderdag 11 februari 2027, door de AOW."),
        (
            {"aow-datum": "2027-01-01", "peildatum": "2027-02-12"},
            "De loondoorbetaling eindigde op donderdag 11 februari 2027, door de AOW.",
        ),
    ],
)
def test_the_first_sentence_fits_the_day_on_which_it_is_read(changes: dict[str, str], sentence: str):
    assert calculators.answer("tijdlijn", DAY | changes, TODAY)["hoofdzin"] == sentence


def test_the_first_sentence_does_not_blame_the_aow_for_the_end_of_the_contract():
    assert "door de AOW" not in answer(aow_datum="2027-06-01", einde_dienstverband="2026-12-31")["hoofdzin"]


def test_the_first_sentence_does_not_blame_the_aow_for_weeks_that_are_full():
    said = answer(eerste_ziektedag="2024-12-02", aow_datum="2026-11-01", peildatum="2026-11-28")["hoofdzin"]
    assert said.startswith("De loondoorbetaling eindigt op zondag 29 november 2026. De AOW begint voordat")


def test_where_no_application_can_help_any_more_no_step_speaks_of_it():
    steps = answer(eerste_ziektedag="2024-12-02", aow_datum="2026-11-01", peildatum="2026-11-28")["stappen"]
    assert "WIA-aanvraag" not in str(steps)


@pytest.mark.parametrize(
    ("changes", "milestone", "said", "not_said"),
    [
        ({"situatie": "vangnet"}, "wia-aanvraag", "Vraag de WIA aan bij UWV.", "re-integratieverslag"),
        ({"situatie": "vangnet"}, "einde-wachttijd", "Daarna stopt het ziekengeld", "werkgever"),
        ({"situatie": "vangnet"}, "eerste-wia-dag", "Stopte het ziekengeld eerder?", "loon"),
        ({"einde-dienstverband": "2026-10-31"}, "wia-aanvraag", "UWV beslist anders later", "kan extra loon kosten"),
        ({"einde-dienstverband": "2027-10-31"}, "wia-aanvraag", "UWV beslist anders later", "kan extra loon kosten"),
        ({"einde-dienstverband": "2027-10-31"}, "wia-aanvraag", "Vraag de WIA meteen aan", "loopt het loon"),
        ({"einde-dienstverband": "2027-11-21"}, "wia-aanvraag", "kan extra loon kosten", "UWV beslist anders later"),
        (
            {"einde-dienstverband": "2026-06-30", "vervroegde-iva-aanvraag": "2026-09-07"},
            "vervroegde-iva", "in plaats van het ziekengeld", "Het loon loopt intussen door",
        ),
        (
            {"einde-dienstverband": "2026-06-30", "vervroegde-iva-aanvraag": "2026-09-07"},
            "vervroegde-iva-aanvraag", "hoeft niet mee", "gaat mee",
        ),
        (
            {"einde-dienstverband": "2026-09-30", "vervroegde-iva-aanvraag": "2026-09-07"},
            "vervroegde-iva-aanvraag", "gaat mee", "hoeft niet mee",
        ),
        (
            {"einde-dienstverband": "2026-09-30", "vervroegde-iva-aanvraag": "2026-09-07"},
            "vervroegde-iva", "in plaats van het ziekengeld", "gaat van het loon af",
        ),
        (
            {"loonsanctie-weken": "52", "einde-dienstverband": "2028-03-31"},
            "eerste-wia-dag", "nog loon moet betalen", "Stopte het ziekengeld",
        ),
        ({"einde-dienstverband": "2027-11-21"}, "einde-dienstverband", "ziek uit dienst", "geen Ziektewet"),
        ({"einde-dienstverband": "2027-11-22"}, "einde-dienstverband", "geen Ziektewet", "boete"),
        ({"einde-dienstverband": "2027-12-31"}, "einde-dienstverband", "geen Ziektewet", "WIA"),
        (
            {"einde-dienstverband": "2027-12-31", "verlenging-weken": "13"},
            "einde-dienstverband", "kan die vanaf de dag erna krijgen", "ziek uit dienst",
        ),
        (
            {"einde-dienstverband": "2027-12-31", "verlenging-weken": "13", "aow-datum": "2027-12-01"},
            "einde-dienstverband", "geen Ziektewet", "WIA",
        ),
    ],
)  # fmt: skip
def test_a_milestone_speaks_of_an_employer_only_while_there_is_one(
    changes: dict[str, str], milestone: str, said: str, not_said: str
):
    found = calculators.answer("tijdlijn", DAY | changes, TODAY)["uitkomst"]["mijlpalen"]
    (one,) = [str(one) for one in found if one["id"] == milestone]
    assert said in one
    assert not_said not in one


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Detachering tot en met zondag 21 november 2027 kan dit voorkomen."),
        ({"situatie": "vangnet"}, "Veilig is een contract vanaf dinsdag 23 november 2027, met of zonder WIA."),
        (
            {"einde-dienstverband": "2027-06-30"},
            "Veilig is een contract vanaf dinsdag 23 november 2027, met of zonder WIA.",
        ),
        ({"in-dienst": "2025-11-24"}, "Een andere baan vanaf dinsdag 23 november 2027 kan wel tellen."),
    ],
)
def test_a_contract_that_is_too_early_is_told_the_way_out_that_there_is(changes: dict[str, str], said: str):
    found = calculators.answer("tijdlijn", DAY | {"in-dienst": "2027-03-01"} | changes, TODAY)
    assert any(said in warning["tekst"] for warning in found["waarschuwingen"])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, None),
        ({"einde-dienstverband": "2027-10-31"}, "kijkt naar de werkgever op de eerste WIA-dag zelf"),
        ({"einde-dienstverband": "2027-10-31", "uitkering": "WGA"}, None),
        ({"einde-dienstverband": "2027-10-31", "uitkering": "WAO"}, None),
    ],
)
def test_who_leaves_before_the_first_wia_day_is_told_what_the_wage_cost_advantage_hangs_on(
    changes: dict[str, str], said: str | None
):
    found = calculators.answer("tijdlijn", DAY | {"in-dienst": "2027-11-23"} | changes, TODAY)["uitkomst"][
        "niet_berekend"
    ]
    about = [one["tekst"] for one in found if one["code"] == "lkv-voor-wia"]
    assert (said in about[0]) if said else about == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"aow-datum": "2027-11-15"}, "Vanaf de AOW duurt het nog hoogstens 6 weken ziekte."),
        ({"loonsanctie-weken": "52", "aow-datum": "2028-04-10"}, "De AOW komt na die jaren: dan stopt het meteen"),
        ({"aow-datum": "2028-11-15"}, ""),
    ],
)
def test_the_step_about_the_ban_on_dismissal_names_the_aow_where_it_shortens_it(changes: dict[str, str], said: str):
    (step,) = (
        one["tekst"]
        for one in calculators.answer("tijdlijn", DAY | {"eerste-ziektedag": "2026-01-05"} | changes, TODAY)["stappen"]
        if "opzegverbod duurt" in one["tekst"]
    )
    assert ("AOW" in step) is bool(said)
    assert said in step


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"loonsanctie-weken": "52", "einde-dienstverband": "2028-03-31"}, "Hier is niet zeker dat het deze dag is"),
        ({"situatie": "vangnet", "wia-aanvraag": "2027-09-30"}, "eigenrisicodrager voor de Ziektewet? Dan ligt deze"),
    ],
)
def test_the_check_day_says_when_it_can_be_another_day(changes: dict[str, str], said: str):
    found = calculators.answer("tijdlijn", DAY | changes, TODAY)["uitkomst"]["mijlpalen"]
    (why,) = (one["toelichting"] for one in found if one["id"] == "no-risk-peildag")
    assert said in why
    assert ("niet zeker" in why or "eigenrisicodrager" in why) is bool(said)


@each_case
def test_what_to_do_before_the_check_day_names_the_day_that_is_safe(values: dict[str, str]):
    found = calculators.answer("tijdlijn", values, TODAY)["uitkomst"]
    safe = found["veilig_contract_in_woorden"]
    for one in found["mijlpalen"]:
        if one["id"] == "no-risk-peildag":
            assert all(what.endswith(f"Dat is {safe}." if safe else "dat is.") for what in one["doen"].values())


def test_the_first_sentence_speaks_of_no_wages_where_there_is_no_employer():
    assert "loondoorbetaling" not in answer(aow_datum="2027-06-01", situatie="vangnet")["hoofdzin"]


def test_the_first_sentence_never_counts_more_weeks_than_there_are():
    assert "week 112 van 104" not in answer(loonsanctie_weken="52", peildatum="2028-01-10")["hoofdzin"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"verlenging-weken": "4"}, "Er is een vrijwillige verlenging van 4 weken."),
        ({"verlenging-weken": "4,0"}, "Er is een vrijwillige verlenging van 4 weken."),
        ({"loonsanctie-weken": "52,00"}, "Daarna komt een loonsanctie van 52 weken,"),
        (
            {"loonsanctie-weken": "52", "verlof": "2028-02-01/2028-05-22"},
            "een loonsanctie van 52 weken, tot en met zondag 11 maart 2029. In het verlof staat zij stil: 112 dagen.",
        ),
        (
            {"loonsanctie-weken": "10", "verlof": "2027-11-22/2028-03-12"},
            "van 10 weken, tot en met zondag 21 mei 2028. Door het verlof begint zij pas op maandag 13 maart 2028.",
        ),
        (
            {"loonsanctie-weken": "10", "verlof": "2027-11-22/2028-03-12", "einde-dienstverband": "2028-01-31"},
            "De loonsanctie telt niet mee: het dienstverband eindigt voordat die begint.",
        ),
        (
            {"verlenging-weken": "13", "einde-dienstverband": "2027-11-21"},
            "De vrijwillige verlenging telt niet mee: het dienstverband eindigt voordat die begint.",
        ),
        ({"verlof": "2026-03-01/2026-06-20"}, "was er verlof: 112 dagen. Verlof telt nooit mee. In die tijd"),
        ({"onderbrekingen": "2026-03-02/2026-03-02"}, "was er herstel: 1 dag."),
        ({"onderbrekingen": "2026-03-02/2026-03-29"}, "Op die dag begint een nieuwe ziekteperiode: dat is nu dag 1."),
        (
            {"wia-aanvraag": "2027-09-06"},
            "De WIA-aanvraag is 1 dag te laat. Het loon loopt net zo lang door, en zo lang begint er geen WIA.",
        ),
    ],
)
def test_the_steps_say_what_was_done_with_what_was_filled_in(changes: dict[str, str], words: str):
    found = calculators.answer("tijdlijn", DAY | changes, TODAY)
    assert words in " ".join(step["tekst"] for step in found["stappen"])


IN_THE_ZIEKTEWET = ["ziekengeld-stopt-na-eerste-jaar", "eigenrisicodrager"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, ["vervroegde-wia", "tweede-spoor-uitstel", "bekorting-loonsanctie", "huishouden"]),
        ({"situatie": "vangnet"}, ["vervroegde-wia", *IN_THE_ZIEKTEWET]),
        ({"situatie": "vangnet", "uren-start": "4"}, ["vervroegde-wia", *IN_THE_ZIEKTEWET, "urenopbouw"]),
        (
            {"verlof": "2026-03-01/2026-06-20", "loonsanctie-weken": "4"},
            [
                "vervroegde-wia",
                "tweede-spoor-uitstel",
                "bekorting-loonsanctie",
                "huishouden",
                "opzegverbod-zwangerschap",
            ],
        ),
        (
            {"situatie": "vangnet", "onderbrekingen": "2027-10-01/2027-10-02"},
            ["vervroegde-wia", *IN_THE_ZIEKTEWET, "onderbreking-laatste-weken"],
        ),
    ],
)
def test_what_was_not_computed_is_told_with_whom_to_ask(changes: dict[str, str], codes: list[str]):
    found = calculators.answer("tijdlijn", DAY | changes, TODAY)["uitkomst"]["niet_berekend"]
    assert [item["code"] for item in found] == codes
    assert all(item["tekst"] and item["vraag_aan"] for item in found)


def test_hours_grow_by_steps_up_to_the_goal():
    found = answer(
        werkervaringsplaats_start="2026-12-14",
        werkervaringsplaats_weken="4",
        uren_start="7,5",
        uren_stap="2,5",
        uren_doel="12",
    )
    assert [week["uren"] for week in found["uitkomst"]["urenopbouw"]] == [7.5, 10, 12, 12]


def test_hours_that_begin_above_the_goal_stay_at_the_goal():
    found = answer(
        werkervaringsplaats_start="2026-12-14",
        werkervaringsplaats_weken="1",
        uren_start="20",
        uren_stap="1",
        uren_doel="12",
    )
    assert [week["uren"] for week in found["uitkomst"]["urenopbouw"]] == [12]


@pytest.mark.parametrize("role", ["werknemer", "werkgever", "inlener", "begeleider", "uitkering"])
def test_what_to_do_now_is_for_the_role_that_asked(role: str):
    found = answer(rol=role, werkervaringsplaats_start="2026-12-14")["uitkomst"]["nu_te_doen"]
    parties = {party for item in found for party in item["doen"]}
    assert 1 <= len(found) <= 3
    assert parties <= (
        {"werknemer", "werkgever", "inlener", "uwv"} if role == "begeleider" else {SPOKEN_TO_AS.get(role, role)}
    )
    assert [item["id"] for item in found if item["voor"] < "2026-11-20"] == []


def test_after_everything_there_is_nothing_to_do():
    assert answer(peildatum="2090-01-01")["uitkomst"]["nu_te_doen"] == []


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["werknemer", "vangnet"]),
)
def test_any_illness_on_any_day_has_an_answer_in_words(first_day: date, today: date, situation: str):
    found = calculators.answer("tijdlijn", {"eerste-ziektedag": str(first_day), "situatie": situation}, today)
    assert found["fouten"] == []
    assert found["hoofdzin"].endswith(".")
    assert found["peildatum"] == str(today)


@pytest.mark.parametrize(
    ("today", "voor"), [("2026-01-02", "2026-01-02"), ("2026-01-03", "2026-01-04"), ("2026-01-04", "2026-01-04")]
)
def test_what_is_to_be_done_never_points_to_a_day_that_is_over(today: str, voor: str):
    """The analysis is due on a Sunday: until Friday the working day before it, in the weekend that Sunday itself."""
    first = answer(rol="werkgever", peildatum=today)["uitkomst"]["nu_te_doen"][0]
    assert (first["id"], first["voor"]) == ("probleemanalyse", voor)


@each_case
def test_nothing_to_be_done_lies_before_the_reference_day(values: dict[str, str]):
    found = calculators.answer("tijdlijn", values | {"rol": "begeleider"}, TODAY)
    assert [one["voor"] for one in found["uitkomst"]["nu_te_doen"] if one["voor"] < found["peildatum"]] == []


def test_the_words_of_a_result_belong_to_the_timeline_it_holds():
    parsed = calculator("tijdlijn").form.parse(DAY, TODAY)
    result = explanation.calculate(parsed.input)  # type: ignore[arg-type]  # this case has no errors
    assert result.headline == headline.headline(result.outcome)
    assert [step.text for step in result.steps] == [step.text for step in explanation.steps(result.outcome)]


def test_a_late_application_is_told_that_the_aow_begins_before_the_wia():
    case = {"eerste-ziektedag": "2024-12-02", "wia-aanvraag": "2026-10-03", "aow-datum": "2026-11-20"}
    found = calculators.answer("tijdlijn", case, date(2026, 11, 21))["waarschuwingen"]
    [late] = [one["tekst"] for one in found if one["code"] == "wia-aanvraag-te-laat"]
    assert "De AOW begint voordat de WIA kan ingaan." in late


def test_who_has_no_right_to_a_transition_payment_sees_no_amount_of_one():
    query = "in-dienst-sinds=2016-01-01&bruto-maandloon=3000&eerste-ziektedag=2024-01-01&aow-datum="
    with_and_without = [
        json.loads(browser.respond("transitievergoeding", f"{query}{day}", "2026-11-28"))["uitkomst"]
        for day in ("2026-10-01", "2030-10-01")
    ]
    assert ["Transitievergoeding bij een einde" in html for html in with_and_without] == [False, True]


@pytest.mark.parametrize(
    ("changes", "times"),
    [
        ({"situatie": "vangnet"}, 1),
        ({"situatie": "vangnet", "loonsanctie-weken": "10"}, 1),
        ({"einde-dienstverband": "2026-06-30"}, 1),
        ({"einde-dienstverband": "2026-12-05"}, 0),
        ({"einde-dienstverband": "2026-12-10", "verlenging-weken": "26", "wia-aanvraag": "2026-12-05"}, 0),
    ],
)
def test_what_a_late_application_does_to_sick_pay_is_said_once_and_only_where_there_is_sick_pay(
    changes: dict[str, str], times: int
):
    late = {"eerste-ziektedag": "2024-12-02", "wia-aanvraag": "2026-10-03", "peildatum": "2026-11-29"}
    found = calculators.answer("tijdlijn", late | changes, TODAY)
    said = [*found["waarschuwingen"], *found["uitkomst"]["niet_berekend"]]
    assert "wia-aanvraag-te-laat" in [one["code"] for one in said]
    assert str(said).count("Was de laatste werkgever eigenrisicodrager") == times


EARLY, DELAY, SHORTER = "vervroegde-wia", "tweede-spoor-uitstel", "bekorting-loonsanctie"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, {EARLY, DELAY, SHORTER}),
        ({"situatie": "vangnet"}, {EARLY}),
        ({"aow-datum": "2024-06-01"}, set()),
        ({"aow-datum": "2024-06-01", "situatie": "vangnet"}, set()),
        # Thirteen weeks end on Sunday 2 March 2025: an IVA could begin on the day after, if the AOW does not.
        ({"aow-datum": "2025-03-03"}, set()),
        ({"aow-datum": "2025-03-04"}, {EARLY}),
        ({"einde-dienstverband": "2026-10-31"}, {EARLY, DELAY}),
        ({"einde-dienstverband": "2025-06-30"}, {EARLY}),
        ({"aow-datum": "2027-03-01", "loonsanctie-weken": "52"}, {EARLY, DELAY, SHORTER}),
        ({"aow-datum": "2026-11-10", "loonsanctie-weken": "52"}, {EARLY, DELAY, SHORTER}),
    ],
)
def test_what_could_shorten_or_put_off_is_named_only_where_it_can_still_come(changes: dict[str, str], told: set[str]):
    given = {"eerste-ziektedag": "2024-12-02", "peildatum": "2026-11-28"} | changes
    left_out = calculators.answer("tijdlijn", given, TODAY)["uitkomst"]["niet_berekend"]
    assert {one["code"] for one in left_out} & {EARLY, DELAY, SHORTER} == told


def test_the_last_day_of_a_sanction_before_a_new_illness_is_no_mistake_but_belongs_to_the_old_one():
    sanction = {"onderbrekingen": "2025-02-01/2025-04-20", "loonsanctie-tot": "2026-01-01"}
    found = calculators.answer("tijdlijn", {"eerste-ziektedag": "2024-12-02"} | sanction, TODAY)
    assert found["fouten"] == []
    assert {"nieuwe-ziekteperiode", "hoort-bij-oude-ziekte"} <= {one["code"] for one in found["waarschuwingen"]}


def test_a_key_that_no_form_shares_is_refused():
    with pytest.raises(KeyError, match="geen gedeelde sleutel 'schoenmaat'"):
        case.shared("schoenmaat")


LATE = {"eerste-ziektedag": "2024-12-02", "wia-aanvraag": "2026-10-11", "peildatum": "2026-11-28"}


def test_who_applies_late_without_a_good_reason_is_told_that_there_may_be_no_sick_pay_at_all():
    for changes in ({"situatie": "vangnet"}, {"einde-dienstverband": "2026-06-30"}):
        late = warnings(LATE | changes)["wia-aanvraag-te-laat"]
        assert "is er in die extra tijd geen ziekengeld, en ook nog geen WIA." in late
        assert "peildag van de no-riskpolis" in late


def test_sick_pay_can_become_longer_also_after_a_contract_that_ends_with_the_waiting_period():
    on_the_last_day = {"einde-dienstverband": "2026-11-29"}
    assert "eigenrisicodrager" in warnings(LATE | on_the_last_day)["wia-aanvraag-te-laat"]
    assert "eigenrisicodrager" not in warnings(LATE | {"einde-dienstverband": "2026-11-30"})["wia-aanvraag-te-laat"]


def test_an_end_of_the_contract_in_the_days_of_a_late_application_is_no_sure_beginning_of_the_wia():
    told = "In een zaak uit 2008 liet UWV de WIA toch pas na al die dagen ingaan"
    assert told in warnings(LATE | {"einde-dienstverband": "2026-12-01"})["wia-aanvraag-te-laat"]
    for outside in ({"einde-dienstverband": "2026-12-31"}, {"einde-dienstverband": "2026-06-30"}, {}):
        assert told not in warnings(LATE | outside)["wia-aanvraag-te-laat"]


@pytest.mark.parametrize(
    ("more", "begins"),
    [
        ({"loonsanctie-tot": "2026-11-29"}, "30 november 2026"),
        ({"loonsanctie-tot": "2027-01-03", "verlof": "2026-11-30/2027-03-21"}, "22 maart 2027, na het verlof"),
    ],
)
def test_a_sanction_that_ends_before_its_first_day_is_refused_with_that_day(more: dict[str, str], begins: str):
    (error,) = calculators.answer("tijdlijn", {"eerste-ziektedag": "2024-12-02"} | more, TODAY)["fouten"]
    assert f"De loonsanctie begint hier pas op {begins}." in error["tekst"]


def test_with_an_extension_each_day_that_may_be_the_last_to_apply_is_named():
    extended = {"eerste-ziektedag": "2024-01-08", "verlenging-weken": "26", "peildatum": "2025-11-28"}
    steps = str(calculators.answer("tijdlijn", extended, TODAY)["stappen"])
    assert "uiterlijk zondag 19 april 2026" in steps
    assert "anders zondag 19 oktober 2025" in steps
    assert "niet met het contract eindigen" not in steps
    ended = str(calculators.answer("tijdlijn", extended | {"einde-dienstverband": "2026-03-01"}, TODAY)["stappen"])
    assert "uiterlijk zondag 14 december 2025" in ended
    assert "niet met het contract eindigen? Dan is het zondag 19 april 2026." in ended
    assert "In de praktijk" not in ended


def test_with_an_end_within_an_extension_an_application_is_late_only_if_uwv_lets_the_extension_end_too():
    case = {"eerste-ziektedag": "2024-01-08", "verlenging-weken": "26", "einde-dienstverband": "2026-03-01"}
    in_time = warnings(case | {"wia-aanvraag": "2026-01-11", "peildatum": "2026-11-28"})["wia-aanvraag-te-laat"]
    assert "Dan is de WIA-aanvraag 28 dagen te laat. Anders is zij op tijd." in in_time
    late = warnings(case | {"wia-aanvraag": "2026-05-17", "peildatum": "2026-11-28"})["wia-aanvraag-te-laat"]
    assert "Dan is de WIA-aanvraag 154 dagen te laat. Anders is dat 28 dagen." in late


def test_an_application_is_simply_late_where_the_contract_ended_before_the_extension_began():
    case = {"eerste-ziektedag": "2024-12-02", "verlenging-weken": "13", "wia-aanvraag": "2026-10-03"}
    late = warnings(case | {"einde-dienstverband": "2026-10-31", "peildatum": "2026-11-28"})["wia-aanvraag-te-laat"]
    assert late.startswith("De WIA-aanvraag is 20 dagen te laat.")


def test_an_end_in_the_days_of_an_application_of_more_than_a_year_late_names_the_day_of_the_right():
    case = {"eerste-ziektedag": "2023-06-05", "wia-aanvraag": "2026-11-20", "peildatum": "2026-11-28"}
    late = warnings(case | {"einde-dienstverband": "2025-07-31"})["wia-aanvraag-te-laat"]
    assert "Er is dan geen WIA voor vrijdag 21 november 2025, behalve in een bijzonder geval." in late
    assert "2008" not in late


def test_who_leaves_within_an_extension_hears_that_it_ends_with_the_contract_only_on_request():
    extended = {"eerste-ziektedag": "2024-01-08", "verlenging-weken": "26", "peildatum": "2025-11-28"}
    asked = "Vraag UWV ook om de verlenging te laten eindigen met het contract."
    assert asked in warnings(extended | {"einde-dienstverband": "2026-03-01"})["dienstverband-eindigt-eerst"]
    assert asked not in warnings(extended | {"einde-dienstverband": "2025-12-31"})["dienstverband-eindigt-eerst"]


def test_an_application_of_more_than_a_year_late_names_the_day_from_which_there_can_be_a_wia():
    case = {"eerste-ziektedag": "2023-06-05", "wia-aanvraag": "2026-11-20", "peildatum": "2026-11-28"}
    for changes in ({"situatie": "vangnet"}, {"einde-dienstverband": "2024-02-29"}):
        late = warnings(case | changes)["wia-aanvraag-te-laat"]
        assert "UWV kijkt hoogstens 52 weken terug" in late
        assert "geen WIA voor vrijdag 21 november 2025, behalve in een bijzonder geval" in late
        assert "De eerste WIA-dag blijft" not in late
        assert "toch op tijd" not in late
        assert "Vraag UWV of dat een bijzonder geval is." in late


VERY_LATE = {"eerste-ziektedag": "2023-06-05", "situatie": "vangnet", "wia-aanvraag": "2026-11-20"}
"""An application of more than 52 weeks late, without an employer."""


def test_a_very_late_application_is_in_the_first_sentence_and_at_the_first_wia_day_of_the_timeline():
    found = calculators.answer("tijdlijn", VERY_LATE | {"peildatum": "2026-11-28"})
    later = "Door de late aanvraag kan UWV pas WIA geven vanaf vrijdag 21 november 2025."
    assert found["hoofdzin"].endswith(f"De eerste WIA-dag was maandag 2 juni 2025. {later}")
    [day] = [one for one in found["uitkomst"]["mijlpalen"] if one["id"] == "eerste-wia-dag"]
    assert day["toelichting"].endswith(later)
    in_time = calculators.answer("tijdlijn", LATE | {"situatie": "vangnet"})
    assert "Door de late aanvraag" not in in_time["hoofdzin"]


def test_an_aow_that_begins_after_the_waiting_period_is_not_said_to_come_before_it():
    case = VERY_LATE | {"aow-datum": "2025-10-15", "peildatum": "2026-11-28"}
    found = calculators.answer("tijdlijn", case)
    assert found["hoofdzin"].endswith("komt er geen WIA-uitkering, behalve in een bijzonder geval.")
    late = warnings(case)["wia-aanvraag-te-laat"]
    assert "Dan is er al AOW. Er komt geen WIA-uitkering, behalve in een bijzonder geval." in late
    assert "De AOW begint voordat" not in late
    before = warnings(case | {"aow-datum": "2025-06-02"})["wia-aanvraag-te-laat"]
    assert "De AOW begint voordat de WIA kan ingaan." in before


def test_after_the_52_weeks_the_income_of_who_stayed_under_35_percent_is_a_ww():
    case = VERY_LATE | {"bruto-maandloon": "3000", "uren-per-week": "36", "aow-datum": "2025-10-15"}
    said = {
        outcome: calculators.answer("inkomen-na-104-weken", case | {"uitkomst": outcome, "peildatum": "2026-11-28"})
        for outcome in ("onder-35", "iva")
    }
    assert said["onder-35"]["hoofdzin"].startswith("Zonder WIA kan er WW zijn")
    assert "Tussen de wachttijd en de AOW kan er WW zijn" in said["iva"]["hoofdzin"]


def test_who_lets_the_contract_end_in_a_sanction_is_told_what_signing_can_cost():
    sanction = {"eerste-ziektedag": "2024-12-02", "loonsanctie-weken": "52", "peildatum": "2026-11-28"}
    price = "Dan kan dat de WIA of de WW kosten."
    in_it = calculators.answer("tijdlijn", sanction | {"einde-dienstverband": "2027-02-28"})["waarschuwingen"]
    [ended] = [one for one in in_it if one["code"] == "dienstverband-eindigt-eerst"]
    assert price in ended["tekst"]
    assert {"wet-wia-88", "werkloosheidswet-24"} <= set(ended["bronnen"])
    before = warnings(sanction | {"einde-dienstverband": "2026-11-29"})["dienstverband-eindigt-eerst"]
    delay = warnings(LATE | {"einde-dienstverband": "2026-12-10"})["dienstverband-eindigt-eerst"]
    assert [price in text for text in (before, delay)] == [False, False]


def test_at_the_own_employer_the_earliest_day_of_illness_is_that_of_the_decision_when_it_comes_later():
    own = {"eerste-ziektedag": "2024-12-02", "groep": "wia", "werkgever": "eigen", "peildatum": "2026-11-28"}
    for decision, day in (("2027-01-15", "vrijdag 15 januari 2027"), ("2026-11-01", "maandag 30 november 2026")):
        found = calculators.answer("no-riskpolis", own | {"wia-beslissing": decision})
        assert f"op of na {day}" in found["hoofdzin"]


def test_a_late_application_names_its_price_where_there_can_be_a_wia():
    price = "UWV kan ook waarschuwen, of tijdelijk of blijvend minder of geen WIA geven"
    assert price in warnings(LATE)["wia-aanvraag-te-laat"]
    assert price in warnings(LATE | {"situatie": "vangnet"})["wia-aanvraag-te-laat"]
    assert price not in warnings(LATE | {"aow-datum": "2026-11-20"})["wia-aanvraag-te-laat"]


@pytest.mark.parametrize(
    ("changes", "is_open"),
    [
        ({"loonsanctie-weken": "52", "einde-dienstverband": "2027-02-28"}, True),
        ({"loonsanctie-weken": "52", "einde-dienstverband": "2026-11-30"}, True),
        ({"loonsanctie-weken": "52", "einde-dienstverband": "2026-11-29"}, False),
        ({"wia-aanvraag": "2026-10-11", "einde-dienstverband": "2026-12-13"}, True),
        ({"verlenging-weken": "13", "einde-dienstverband": "2026-12-31"}, True),
        ({"verlenging-weken": "13", "loonsanctie-weken": "52", "einde-dienstverband": "2027-02-28"}, False),
        ({"verlenging-weken": "13", "loonsanctie-weken": "52", "einde-dienstverband": "2027-03-31"}, True),
    ],
)
def test_the_check_day_is_open_only_after_a_contract_that_ends_in_an_extension_a_delay_or_a_sanction(
    changes: dict[str, str], is_open: bool
):
    case = {"eerste-ziektedag": "2024-12-02", "in-dienst": "2026-09-01", "peildatum": "2026-11-28"}
    said = warnings(case | changes)
    assert ("welke dag nu de peildag" in said["dienstverband-eindigt-eerst"]) is is_open


@pytest.mark.parametrize(
    ("changes", "safe"),
    [
        ("", "vanaf dinsdag 1 december 2026, met of zonder WIA"),
        ("&aow-datum=2026-11-15", None),
        ("&loonsanctie-weken=52&einde-dienstverband=2027-02-28", "vanaf maandag 29 november 2027, met of zonder WIA"),
    ],
)
def test_the_page_names_a_safe_day_only_where_there_is_one(changes: str, safe: str | None):
    page = browser.respond("tijdlijn", f"eerste-ziektedag=2024-12-02{changes}", "2026-11-28")
    assert ("kan veilig voor de no-riskpolis" in page) is bool(safe)
    assert safe is None or safe in page


def test_with_no_room_for_a_placement_and_no_safe_day_there_is_no_heading_about_room():
    weeks = "eerste-ziektedag=2024-12-02&aow-datum=2026-11-15&werkervaringsplaats-weken="
    assert "ruimte-kop" not in browser.respond("tijdlijn", f"{weeks}104", "2026-11-28")
    assert "ruimte-kop" in browser.respond("tijdlijn", f"{weeks}8", "2026-11-28")


LATE_APPLICATION = {"eerste-ziektedag": "2024-09-02", "situatie": "vangnet", "wia-aanvraag": "2026-08-01"}
MORE_THAN_A_YEAR_LATE = {"eerste-ziektedag": "2023-01-02", "situatie": "vangnet", "wia-aanvraag": "2026-11-01"}
IN_SANCTION = {"eerste-ziektedag": "2024-03-04", "loonsanctie-weken": "52", "einde-dienstverband": "2026-06-30"}
IN_TIME = "is dat op tijd."


@pytest.mark.parametrize(
    ("case", "start", "aow", "said", "not_said"),
    [
        ({}, "2027-11-22", "", IN_TIME, "eigenrisicodrager"),
        (LATE_APPLICATION, "2026-08-31", "", "Was de laatste werkgever eigenrisicodrager", IN_TIME),
        (LATE_APPLICATION, "2026-09-15", "", "Veilig is een contract vanaf maandag 19 oktober 2026", IN_TIME),
        (LATE_APPLICATION, "2026-11-15", "2026-10-01", "Door de AOW is niet zeker", "Veilig is"),
        (MORE_THAN_A_YEAR_LATE, "2025-06-02", "", "pas recht op vanaf zondag 2 november 2025", IN_TIME),
        (MORE_THAN_A_YEAR_LATE, "2025-06-02", "2025-10-01", "eigenrisicodrager", "pas recht op vanaf"),
        (IN_SANCTION, "2026-07-01", "", "niet zeker of dat op tijd is", IN_TIME),
    ],
)
@pytest.mark.parametrize("name", ["tijdlijn", "wie-betaalt-wat"])
def test_a_contract_from_the_first_wia_day_on_is_called_in_time_only_where_that_is_sure(
    name: str, case: dict[str, str], start: str, aow: str, said: str, not_said: str
):
    values = DAY | case | {"in-dienst": start, "aow-datum": aow, "peildatum": "2026-11-28"}
    if name == "wie-betaalt-wat":
        values |= {"bruto-maandloon": "3000", "uren-per-week": "36"}
    found = calculators.answer(name, values, TODAY)
    about = [one["tekst"] for one in found["waarschuwingen"] if one["code"].startswith("contract-")]
    assert len(about) == 1, found["fouten"]
    assert said in about[0]
    assert not_said not in about[0]


def test_a_contract_that_ended_before_this_illness_is_not_taken_for_one_that_goes_on():
    asked = "Was er bij het begin van deze ziekte geen werkgever meer? Vul dat dan zo in."
    again = {"eerste-ziektedag": "2023-01-02", "onderbrekingen": "2024-10-14/2025-01-12"}
    case = again | {"einde-dienstverband": "2024-12-31", "peildatum": "2026-11-28"}
    assert asked in warnings(case)["hoort-bij-oude-ziekte"]
    assert asked not in str(warnings(case | {"situatie": "vangnet"}))
    assert asked not in str(warnings(again | {"wia-aanvraag": "2024-10-11", "peildatum": "2026-11-28"}))


def test_a_wage_that_ended_before_leave_did_not_end_by_the_aow():
    found = answer(
        eerste_ziektedag="2024-12-02", loonsanctie_weken="52", verlof="2026-11-30/2027-03-21", aow_datum="2027-02-01"
    )
    assert "29 november 2026" in found["hoofdzin"]
    assert "door de AOW" not in found["hoofdzin"]
