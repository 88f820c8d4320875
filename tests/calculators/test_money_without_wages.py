"""Who pays what where the own employer pays no wages: in a leave, in the Ziektewet, and from the AOW age on."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest

import calculators
from calculators import browser

TODAY = date(2026, 11, 28)
CASE = {"eerste-ziektedag": "2026-03-02", "bruto-maandloon": "3000", "uren-per-week": "36"}
SICK_PAY = {"situatie": "vangnet", "uitkering": "ZW", "uitkering-per-maand": "2000"}
EARLY_IVA = {"vervroegde-iva-aanvraag": "2026-05-04"}


def answered(values: dict[str, str]) -> dict[str, Any]:
    found = calculators.answer("wie-betaalt-wat", CASE | values, TODAY)
    assert found["fouten"] == []
    return found


def not_computed(values: dict[str, str]) -> dict[str, str]:
    return {one["code"]: one["tekst"] for one in answered(values)["uitkomst"]["niet_berekend"]}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (SICK_PAY, "Vanaf 28 februari 2028 stopt de uitkering; dan kan de WIA beginnen."),
        (SICK_PAY | {"aow-datum": "2027-02-01"}, "Vanaf 1 februari 2027 stopt de uitkering; dan begint de AOW."),
        ({"peildatum": "2027-06-01"}, "Vanaf 28 februari 2028 stopt het loon; dan kan de WIA beginnen."),
        ({"peildatum": "2027-06-01", "einde-dienstverband": "2027-09-30"}, "Vanaf 1 oktober 2027 stopt het loon."),
    ],
)
def test_the_headline_says_what_stops_and_what_may_begin(values: dict[str, str], said: str):
    assert answered(values)["hoofdzin"].endswith(said)


def test_an_employer_reads_in_a_leave_that_he_pays_no_wage_and_not_that_there_is_no_employer():
    leave = {"rol": "werkgever", "verlof": "2026-10-05/2027-01-24"}
    assert answered(leave)["hoofdzin"].startswith("U betaalt nu geen loon: in het verlof betaalt UWV een uitkering.")


def test_an_employer_in_a_case_without_one_reads_that_nobody_pays_wages():
    assert answered(SICK_PAY | {"rol": "werkgever"})["hoofdzin"].startswith("Er is nu geen eigen werkgever")


@pytest.mark.parametrize(
    ("role", "what"),
    [
        ("uitkering", "Vraag UWV of het bedrag van de uitkering klopt."),
        ("begeleider", "Laat UWV nakijken of het bedrag van de uitkering klopt."),
    ],
)
def test_without_an_employer_nobody_is_sent_to_hr(role: str, what: str):
    page = browser.respond("wie-betaalt-wat", urlencode(CASE | SICK_PAY | {"rol": role}), TODAY.isoformat())
    assert what in page


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"uitkering": "IVA", "uitkering-per-maand": "2430"}, "€ 3.000,00 − € 2.250,00 = € 750,00"),
        (
            {"uitkering": "IVA", "uitkering-per-maand": "2430"},
            "; vanaf 1 maart 2027 niets, want het loon is € 2.100,00.",
        ),
        ({"uitkering": "IVA", "uitkering-per-maand": "3240"}, "vanaf 14 juli 2026 niets, want het loon is € 3.000,00"),
        ({"uitkering": "IVA", "uitkering-per-maand": "2250"}, "op zijn vroegst ingaan op 14 juli 2026"),
        ({}, "De werkgever trekt haar van het loon af"),
        ({"situatie": "vangnet"}, "in plaats van de Ziektewet"),
        ({"einde-dienstverband": "2026-06-30"}, "in plaats van de Ziektewet"),
    ],
)
def test_an_early_iva_says_from_which_day_and_what_it_takes_the_place_of(values: dict[str, str], said: str):
    text = not_computed(EARLY_IVA | values)["vervroegde-iva"].replace("\N{NO-BREAK SPACE}", " ")
    assert said in text


@pytest.mark.parametrize(
    "values",
    [
        {"verlof": "2026-07-06/2026-10-25"},
        {"eerste-ziektedag": "2029-01-01", "vervroegde-iva-aanvraag": "2029-03-05", "loon-jaar-1": "70"},
    ],
)
def test_an_early_iva_has_no_sum_where_the_wage_of_that_day_is_none_or_not_known(values: dict[str, str]):
    iva = EARLY_IVA | {"uitkering": "IVA", "uitkering-per-maand": "2250"}
    assert "vanaf 11 november 2026 €" not in not_computed(iva | values)["vervroegde-iva"]


def test_what_an_early_iva_leaves_of_the_wage_ends_with_the_iva_on_the_aow_day():
    iva = EARLY_IVA | {"uitkering": "IVA", "uitkering-per-maand": "2250"}
    assert "vanaf 1 maart 2027" in not_computed(iva | {"aow-datum": "2027-03-02"})["vervroegde-iva"]
    assert "vanaf 1 maart 2027" not in not_computed(iva | {"aow-datum": "2027-03-01"})["vervroegde-iva"]


def test_without_an_employer_pregnancy_takes_nothing_off_a_wage():
    leave = {"verlof": "2026-06-01/2026-09-20"}
    assert "trekt haar van het loon af" in not_computed(leave)["ziek-door-zwangerschap"]
    assert "trekt haar van het loon af" not in not_computed(leave | SICK_PAY)["ziek-door-zwangerschap"]


@pytest.mark.parametrize(("last", "named"), [("2027-01-01", True), ("2026-12-31", False)])
def test_who_lends_from_2027_on_reads_about_admission(last: str, named: bool):
    lent = {
        "eerste-ziektedag": "2025-06-02",
        "detachering-start": "2026-09-07",
        "detachering-einde": last,
        "inleenvergoeding": "10",
        "inleenvergoeding-soort": "per-uur",
    }
    assert any("toelating" in step["tekst"] for step in answered(lent)["stappen"]) is named


@pytest.mark.parametrize(("days", "which"), [("2026-12-07", "begint op of na"), ("2026-11-30", "loonkostenvoordeel")])
def test_an_lkv_that_needs_more_than_was_asked_says_what_the_law_asks(days: str, which: str):
    lkv = {
        "eerste-ziektedag": "2024-12-02",
        "in-dienst": days,
        "lkv": "arbeidsgehandicapte",
        "nieuwe-uren-per-week": "36",
        "nieuw-maandloon": "3000",
    }
    assert which in not_computed(lkv)["lkv-voor-wia"]


LKV = {
    "eerste-ziektedag": "2024-12-02",
    "in-dienst": "2026-12-07",
    "lkv": "arbeidsgehandicapte",
    "nieuwe-uren-per-week": "32",
    "nieuw-maandloon": "2500",
}


def test_without_hours_nobody_reads_that_the_lkv_is_in_the_amounts():
    assert "staat er nu wel" in not_computed(LKV)["lkv-voor-wia"]
    assert "staat er nu wel" not in not_computed(LKV | {"nieuwe-uren-per-week": ""})["lkv-voor-wia"]


def test_a_contract_that_ended_before_the_first_wia_day_makes_the_lkv_less_sure():
    ended = {"einde-dienstverband": "2026-10-31", "uitkering": "ZW", "in-dienst": "2026-11-30"}
    assert "Het contract eindigt al op 31 oktober 2026" in not_computed(LKV | ended)["lkv-voor-wia"]
    assert "Het contract eindigt al" not in not_computed(LKV)["lkv-voor-wia"]


@pytest.mark.parametrize(
    ("last", "is_open"), [("2026-03-01", False), ("2026-03-02", True), ("2027-02-27", True), ("2027-02-28", False)]
)
def test_a_contract_that_ends_in_a_sanction_leaves_the_check_day_of_the_lkv_open(last: str, is_open: bool):
    sanction = {"eerste-ziektedag": "2024-03-04", "loonsanctie-weken": "52", "in-dienst": "2027-03-01"}
    found = not_computed(LKV | sanction | {"einde-dienstverband": last, "uitkering": "WW"})
    assert ("welke dag dan de peildag is" in found["lkv-voor-wia"]) is is_open


@pytest.mark.parametrize(
    ("start", "said"),
    [("2025-08-13", "vanaf 12 augustus 2025, als UWV haar geeft"), ("2025-08-12", "Dat is hier niet zo")],
)
def test_an_early_iva_is_wia_before_the_contract_from_the_day_after_it_begins(start: str, said: str):
    early = {"situatie": "vangnet", "vervroegde-iva-aanvraag": "2025-06-02", "uitkering": "IVA", "in-dienst": start}
    assert said in not_computed(LKV | early)["lkv-kan-niet"]


@pytest.mark.parametrize(("aow", "named"), [("2026-12-07", True), ("2026-12-08", False)])
def test_from_the_aow_age_on_no_contract_begins_with_an_lkv(aow: str, named: bool):
    found = not_computed(LKV | {"lkv": "banenafspraak", "aow-datum": aow, "uitkering": "geen"})
    assert ("lkv-kan-niet" in found) is named


@pytest.mark.parametrize(
    ("values", "stops"),
    [
        (SICK_PAY, True),
        (SICK_PAY | {"uitkering": "WW"}, False),
        (SICK_PAY | {"uitkering": "Wajong"}, False),
        (SICK_PAY | {"uitkering": "WAO"}, False),
        (SICK_PAY | {"uitkering": "Wajong", "aow-datum": "2028-02-28"}, True),
        (SICK_PAY | {"uitkering": "Wajong", "aow-datum": "2028-02-29"}, False),
        (SICK_PAY | {"uitkering": "WW", "proefplaatsing-start": "2028-03-06", "peildatum": "2028-03-06"}, False),
        ({"uitkering": "Wajong", "uitkering-per-maand": "900", "einde-dienstverband": "2026-10-31"}, False),
        ({"peildatum": "2027-06-01"}, True),
    ],
)
def test_only_a_benefit_that_ends_with_the_days_shown_is_said_to_stop(values: dict[str, str], stops: bool):
    assert (" stopt " in answered(values)["hoofdzin"]) is stops


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"rol": "werkgever"}, "Vanaf 25 januari 2027 betaalt u € 3.240 per maand, nog zonder werkgeverslasten."),
        ({"rol": "werknemer"}, "Vanaf 25 januari 2027 krijgt u € 3.000 per maand."),
        ({"rol": "begeleider"}, "Vanaf 25 januari 2027 krijgt de werknemer € 3.000."),
    ],
)
def test_after_a_time_without_an_amount_no_amount_is_said_to_become_another(values: dict[str, str], said: str):
    headline = answered({"verlof": "2026-10-05/2027-01-24"} | values)["hoofdzin"]
    assert said in headline.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"uitkering": "WGA"}, "Voor de eerste WIA-dag is er nog geen WIA"),
        ({"uitkering": "IVA"} | EARLY_IVA, "alleen een vervroegde IVA"),
        ({"uitkering": "WGA", "aow-datum": "2027-06-01"}, "Er komt geen WIA, want de AOW begint eerder"),
        ({"uitkering": "WGA", "aow-datum": "2028-02-28"}, "Er komt geen WIA, want de AOW begint eerder"),
        ({"uitkering": "WGA", "aow-datum": "2028-02-29"}, "Voor de eerste WIA-dag is er nog geen WIA"),
        ({"uitkering": "IVA", "aow-datum": "2026-07-13"} | EARLY_IVA, "Er komt geen WIA, want de AOW begint eerder"),
        ({"uitkering": "IVA", "aow-datum": "2027-06-01"} | EARLY_IVA, "alleen een vervroegde IVA"),
    ],
)
@pytest.mark.parametrize("left", [{"situatie": "vangnet"}, {"einde-dienstverband": "2026-06-30"}])
def test_before_the_wia_the_answer_says_why_it_is_not_in_the_amounts(
    values: dict[str, str], left: dict[str, str], said: str
):
    assert said in not_computed(values | left | {"uitkering-per-maand": "2250"})["uitkering"]


def test_an_early_iva_after_the_last_day_shown_has_no_end_before_its_beginning():
    found = answered(EARLY_IVA | {"einde-dienstverband": "2026-06-30"})["uitkomst"]["niet_berekend"]
    (note,) = [one for one in found if one["code"] == "vervroegde-iva"]
    assert (note["van"], note.get("tot")) == ("2026-07-14", None)


@pytest.mark.parametrize(("values", "cut"), [({"einde-dienstverband": "2026-10-31"}, False), (SICK_PAY, True)])
def test_the_third_day_begins_a_period_only_where_sick_pay_begins_on_it(values: dict[str, str], cut: bool):
    periods = answered({"uitkering": "ZW", "uitkering-per-maand": "2000"} | values)["uitkomst"]["perioden"]
    assert ("2026-03-04" in {period["van"] for period in periods}) is cut


def test_what_the_comparison_leaves_out_is_named_in_dutch():
    lent = {"detachering-start": "2026-06-01", "nieuw-maandloon": "2500", "lkv": "banenafspraak"}
    assert "met meteen een contract: de post loonkostenvoordeel." in not_computed(lent)["vergelijking"]


def test_days_of_leave_do_not_cut_what_is_left_out_before_and_after_them_in_two():
    values = {"situatie": "vangnet", "verlof": "2026-10-05/2027-01-24"}
    lines = [one for one in answered(values)["uitkomst"]["niet_berekend"] if one["code"] == "uitkering"]
    assert [(one["van"], one["tot"]) for one in lines] == [("2026-03-02", "2028-06-18")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"aow-datum": "2026-11-28"}, "De AOW is begonnen: die staat niet in de bedragen."),
        ({"aow-datum": "2026-11-29"}, "U krijgt nu € 2.000 bruto per maand, met vakantiegeld."),
        ({"aow-datum": "2026-11-29", "uitkering-per-maand": ""}, "Die staat in de brief van UWV."),
    ],
)
def test_from_the_aow_day_on_the_headline_sends_nobody_to_a_letter_of_uwv(changes: dict[str, str], said: str):
    values = {key: text for key, text in (SICK_PAY | changes).items() if text}
    assert said in answered(values)["hoofdzin"].replace("\N{NO-BREAK SPACE}", " ")


STOPS, RISK = "ziekengeld-stopt-na-eerste-jaar", "eigenrisicodrager"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, set()),
        ({"einde-dienstverband": "2027-06-30"}, {STOPS, RISK}),
        ({"einde-dienstverband": "2028-06-30"}, set()),
        (SICK_PAY, {STOPS, RISK}),
        (SICK_PAY | {"loonsanctie-weken": "10"}, {STOPS}),
        (SICK_PAY | {"wia-aanvraag": "2028-01-03"}, {STOPS}),
        (SICK_PAY | {"aow-datum": "2028-02-28"}, set()),
    ],
)
def test_what_moves_the_day_of_the_wia_of_who_has_sick_pay_is_told_here_as_in_the_timeline(
    changes: dict[str, str], told: set[str]
):
    assert not_computed(changes).keys() & {STOPS, RISK} == told


def test_who_wants_to_see_the_days_after_sick_pay_reads_that_only_one_benefit_can_be_filled_in():
    text = not_computed(SICK_PAY | {"in-dienst": "2028-04-03"})["uitkering"]
    assert "de dagen met Ziektewet vallen dan weg" in text


OLDER = {"eerste-ziektedag": "2024-12-02", "uitkering": "WAO", "uitkering-per-maand": "700"}
TRIAL = {"proefplaatsing-start": "2026-10-05"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "U krijgt nu € 2.100 bruto per maand, nog zonder de WAO. Vanaf 30 november 2026 stopt het loon; dan"),
        (TRIAL, "Vanaf 30 november 2026 stopt het loon. De WAO is dan € 700 per maand, met vakantiegeld."),
        (TRIAL | {"rol": "begeleider"}, "per maand, nog zonder de WAO; de eigen werkgever betaalt"),
        (
            TRIAL | {"rol": "begeleider"},
            "Vanaf 30 november 2026 stopt het loon. De WAO is dan € 700 per maand, met vakantiegeld.",
        ),
        (TRIAL | {"peildatum": "2025-11-01"}, "Vanaf 1 december 2025 wordt dat € 2.100."),
        (TRIAL | {"uitkering": "WGA"}, "Vanaf 30 november 2026 wordt dat € 700, met vakantiegeld."),
    ],
)
def test_no_amount_becomes_a_benefit_that_was_there_beside_the_wage(changes: dict[str, str], said: str):
    assert said in answered(OLDER | changes)["hoofdzin"].replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("kind", "asks"), [("WAO", True), ("Wajong", True), ("WGA", False), ("WW", False)])
def test_a_trial_beside_the_wage_with_an_older_benefit_is_for_uwv_to_say(kind: str, asks: bool):
    (text,) = [
        one["tekst"]
        for one in answered(OLDER | TRIAL | {"uitkering": kind})["waarschuwingen"]
        if one["code"] == "proefplaatsing-zonder-uitkering"
    ]
    assert ("Vraag UWV of dat met deze uitkering kan" in text) is asks
    assert ("Dan is er geen uitkering van UWV" in text) is not asks


WW = {"eerste-ziektedag": "2024-12-02", "situatie": "vangnet", "uitkering": "WW", "uitkering-per-maand": "1500"}


@pytest.mark.parametrize(
    ("changes", "said", "noted"),
    [
        ({}, "Vanaf 30 november 2026 kan de WIA beginnen, of weer WW als er geen WIA komt.", False),
        ({"in-dienst": "2027-02-01"}, "Vanaf 1 februari 2027 betaalt de nieuwe werkgever het loon.", True),
        ({"peildatum": "2027-03-01"}, "U krijgt nu € 1.500 bruto per maand, met vakantiegeld.", True),
        ({"aow-datum": "2026-11-30"}, "Vanaf 30 november 2026 stopt de uitkering; dan begint de AOW.", False),
        (
            {"situatie": "werknemer", "peildatum": "2027-03-01"},
            "U krijgt nu € 1.500 bruto per maand, met vakantiegeld.",
            False,
        ),
        (
            {"uitkering": "Wajong", "peildatum": "2027-03-01"},
            "U krijgt nu € 1.500 bruto per maand, met vakantiegeld.",
            False,
        ),
    ],
)
def test_after_the_sick_pay_a_ww_may_begin_again_and_does_not_just_run_on_or_stop(
    changes: dict[str, str], said: str, noted: bool
):
    assert answered(WW | changes)["hoofdzin"].replace("\N{NO-BREAK SPACE}", " ").endswith(said)
    assert ("ww-na-ziektewet" in not_computed(WW | changes)) is noted


AFTER_THE_WAGE = {"eerste-ziektedag": "2024-12-02", "uitkering": "WGA", "uitkering-per-maand": "900"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "De uitkering telt hier pas na het loon, vanaf 30 november 2026. Was zij er al voor deze ziekte?"),
        ({"uitkering": ""}, "Kies ook welke uitkering het is."),
        ({"uitkering": "geen"}, "Kies ook welke uitkering het is."),
        ({"aow-datum": "2026-11-30"}, "niet vanaf de AOW."),
        ({"uitkering-per-maand": "", "uitkering-naast-werk": "300"}, "niet vanaf de AOW."),
    ],
)
def test_an_amount_of_a_benefit_that_counts_on_no_day_says_which_of_the_reasons_holds(
    changes: dict[str, str], said: str
):
    values = {key: text for key, text in (AFTER_THE_WAGE | changes).items() if text}
    assert said in not_computed(values)["uitkering"]


@pytest.mark.parametrize(
    ("changes", "last_day"),
    [
        ({}, "2026-11-29"),
        ({"peildatum": "2027-03-01"}, "2027-03-01"),
        ({"peildatum": "2027-03-01", "aow-datum": "2027-02-15"}, "2027-02-14"),
        ({"peildatum": "2027-03-01", "uitkering-per-maand": "0"}, "2026-11-29"),
        ({"peildatum": "2028-03-01", "in-dienst": "2026-12-07"}, "2027-12-05"),
    ],
)
def test_a_benefit_that_is_paid_now_is_in_the_answer(changes: dict[str, str], last_day: str):
    assert answered(AFTER_THE_WAGE | changes)["uitkomst"]["perioden"][-1]["tot"] == last_day


def test_beside_an_early_iva_the_wia_is_not_said_to_begin_for_sure():
    early = AFTER_THE_WAGE | {"vervroegde-iva-aanvraag": "2025-03-03"}
    assert answered(early)["hoofdzin"].endswith("dan kan de WIA beginnen, als er nog geen vervroegde IVA is.")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "stopt de uitkering. Door de late aanvraag kan UWV pas WIA geven vanaf vrijdag 21 november 2025."),
        ({"uitkering": "WW"}, "kan er weer WW zijn. Door de late aanvraag kan UWV pas WIA geven vanaf vrijdag 21"),
        ({"aow-datum": "2025-10-15"}, "Door de late aanvraag en de AOW komt er geen WIA-uitkering"),
    ],
)
def test_a_very_late_application_is_not_said_to_bring_a_wia_on_the_day_after_the_wait(
    changes: dict[str, str], said: str
):
    late = {"eerste-ziektedag": "2023-06-05", "wia-aanvraag": "2026-11-20", "peildatum": "2025-05-01"}
    headline = answered(SICK_PAY | late | changes)["hoofdzin"]
    assert said in headline
    assert "dan kan de WIA beginnen" not in headline
