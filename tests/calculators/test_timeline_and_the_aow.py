"""What the timeline says of the AOW: of sick pay that stops, of the last day of a contract, and of the plan."""

from datetime import date
from typing import Any

import pytest

import calculators

CASE = {"eerste-ziektedag": "2026-02-02", "peildatum": "2026-03-01"}


def answered(**given: str) -> dict[str, Any]:
    return calculators.answer("tijdlijn", CASE | {key.replace("_", "-"): value for key, value in given.items()})


def milestone(found: dict[str, Any], name: str) -> Any:
    (one,) = [one for one in found["uitkomst"]["mijlpalen"] if one["id"] == name]
    return one


def warning(found: dict[str, Any], code: str) -> Any:
    (one,) = [one for one in found["waarschuwingen"] if one["code"] == code]
    return one


def left_out(found: dict[str, Any]) -> set[str]:
    return {one["code"] for one in found["uitkomst"]["niet_berekend"]}


LEAVES = "dienstverband-eindigt-eerst"


def test_who_leaves_on_the_day_before_the_aow_is_promised_no_sick_pay():
    found = answered(einde_dienstverband="2026-06-09", aow_datum="2026-06-10")
    said = warning(found, LEAVES)
    assert "Vanaf de AOW is er geen ziekengeld meer" in said["tekst"]
    assert "kan de Ziektewet gelden" not in said["tekst"]
    assert "ziektewet-29" in said["bronnen"]
    assert "begeleiding-na-contract" not in left_out(found)
    assert "Ziekengeld komt er niet" in milestone(found, "einde-dienstverband")["toelichting"]
    assert milestone(found, "einde-dienstverband")["doen"] == {}


def test_who_leaves_some_weeks_before_the_aow_hears_on_which_day_sick_pay_stops():
    found = answered(einde_dienstverband="2026-06-09", aow_datum="2026-06-30")
    assert "door de AOW hoogstens tot en met maandag 29 juni 2026" in warning(found, LEAVES)["tekst"]
    assert "begeleiding-na-contract" in left_out(found)
    assert "meldt de werkgever" in milestone(found, "einde-dienstverband")["toelichting"]
    assert "geen ziekengeld meer" in milestone(found, "aow")["toelichting"]


def test_who_leaves_after_the_aow_has_no_sick_pay_either():
    found = answered(einde_dienstverband="2026-06-20", aow_datum="2026-06-10")
    assert "Vanaf de AOW is er geen ziekengeld meer" in warning(found, LEAVES)["tekst"]
    assert "zes weken" not in milestone(found, "aow")["toelichting"]
    assert "plan van aanpak" in milestone(found, "aow")["toelichting"]


def test_who_falls_ill_after_the_aow_has_six_weeks_of_sick_pay_after_the_contract():
    found = answered(einde_dienstverband="2026-02-20", aow_datum="2025-06-10")
    assert "door de AOW hoogstens tot en met zondag 15 maart 2026" in warning(found, LEAVES)["tekst"]


def test_without_the_aow_no_last_day_of_sick_pay_is_named():
    said = warning(answered(einde_dienstverband="2026-06-09"), LEAVES)
    assert "Daarna kan de Ziektewet gelden. " in said["tekst"]
    assert "ziektewet-29" not in said["bronnen"]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-03-01", "Het ziekengeld stopt op woensdag 1 april 2026: dan begint de AOW. Er komt geen WIA-uitkering."),
        ("2026-03-31", "Het ziekengeld stopt op woensdag 1 april 2026: dan begint de AOW. Er komt geen WIA-uitkering."),
        ("2026-04-01", "Het ziekengeld stopte op woensdag 1 april 2026: dan begon de AOW. Er komt geen WIA-uitkering."),
    ],
)
def test_without_an_employer_the_first_sentence_names_the_day_on_which_sick_pay_stops(today: str, words: str):
    given = CASE | {"situatie": "vangnet", "aow-datum": "2026-04-01", "peildatum": today}
    found = calculators.answer("tijdlijn", given)
    assert found["hoofdzin"] == words
    assert "Door de AOW duurt het ziekengeld hoogstens tot en met dinsdag 31 maart 2026." in [
        step["tekst"] for step in found["stappen"]
    ]


def test_without_an_employer_illness_after_the_aow_has_six_weeks_of_sick_pay():
    found = answered(situatie="vangnet", aow_datum="2026-01-01")
    assert found["hoofdzin"].startswith("Het ziekengeld stopt na zondag 15 maart 2026. Door de AOW")
    assert "hoogstens 6 weken ziekengeld" in milestone(found, "aow")["toelichting"]


def test_sick_pay_that_lasts_104_weeks_is_not_stopped_by_an_aow_on_the_first_wia_day():
    found = answered(situatie="vangnet", aow_datum="2028-01-31")
    assert found["hoofdzin"] == "De AOW begint voordat de WIA kan ingaan. Er komt dan geen WIA-uitkering."
    assert not any("Door de AOW duurt" in step["tekst"] for step in found["stappen"])


@pytest.mark.parametrize(("last", "said"), [("2026-06-09", False), ("2026-06-10", True)])
def test_the_weeks_of_wage_from_the_aow_on_are_explained_only_to_who_is_still_employed_then(last: str, said: bool):
    found = answered(einde_dienstverband=last, aow_datum="2026-06-10")
    assert any("Vanaf woensdag 10 juni 2026 is er AOW" in step["tekst"] for step in found["stappen"]) is said


def test_an_early_application_is_told_to_be_the_report_of_week_42():
    sentence = "telt ook als 42e-weeksmelding"
    early = answered(vervroegde_iva_aanvraag="2026-06-01")
    late = answered(vervroegde_iva_aanvraag="2026-12-15")
    assert any(sentence in step["tekst"] for step in early["stappen"])
    assert not any(sentence in step["tekst"] for step in late["stappen"])


def test_the_last_week_to_begin_a_plan_is_named_when_the_judgement_was_late():
    said = warning(answered(probleemanalyse="2026-05-05"), "probleemanalyse-laat")["tekst"]
    assert "uiterlijk dinsdag 19 mei 2026" in said
    assert "Dan had het plan er al moeten zijn op zondag 29 maart 2026." in said


def test_a_judgement_after_the_wage_asks_for_no_plan_and_is_not_called_in_time():
    said = warning(answered(probleemanalyse="2028-03-01"), "probleemanalyse-laat")["tekst"]
    assert "Een plan van aanpak hoeft daarna niet meer: het loon eindigt eerder." in said
    assert "op tijd" not in said
    assert "Dan had het plan er al moeten zijn op zondag 29 maart 2026." in said


def test_a_plan_that_comes_due_after_the_contract_is_made_by_who_pays_the_sick_pay():
    """Wet WIA 26(1) and (2): that is UWV, or the employer that bears the risk itself."""
    found = answered(einde_dienstverband="2026-06-10", probleemanalyse="2026-06-02")
    said = warning(found, "probleemanalyse-laat")
    assert "Voor het einde van het contract hoeft het plan van aanpak niet meer." in said["tekst"]
    assert "Daarna maakt UWV het, of een eigenrisicodrager zelf." in said["tekst"]
    assert "loon eindigt eerder" not in said["tekst"]
    assert "wet-wia-26" in said["bronnen"]
    assert "begeleiding-na-contract" in left_out(found)


def test_no_plan_follows_where_the_aow_leaves_no_sick_pay_after_the_contract():
    found = answered(einde_dienstverband="2026-06-10", aow_datum="2026-06-11", probleemanalyse="2026-06-02")
    said = warning(found, "probleemanalyse-laat")
    assert "Een plan van aanpak hoeft daarna niet meer: het loon eindigt eerder." in said["tekst"]
    assert "wet-wia-26" not in said["bronnen"]


@pytest.mark.parametrize(("aow", "guided"), [("2025-12-01", False), ("2026-02-20", False), ("2026-02-22", True)])
def test_nobody_guides_who_has_the_aow_by_the_last_day_of_the_contract(aow: str, guided: bool):
    """The duties about the plan of UWV hold for who has not reached the AOW age (ZW 45(1)(o) and (p))."""
    found = answered(einde_dienstverband="2026-02-20", aow_datum=aow)
    assert ("begeleiding-na-contract" in left_out(found)) is guided


@pytest.mark.parametrize(
    ("recovered", "said"),
    [("2026-03-18/2026-03-30", False), ("2026-03-18/2026-03-31", True)],
)
def test_the_days_of_recovery_are_told_to_be_left_out_of_the_two_weeks_to_the_plan(recovered: str, said: bool):
    """Two weeks of the calendar after 17 March is 31 March."""
    found = answered(onderbrekingen=recovered, probleemanalyse="2026-03-17")
    sentence = "Dagen van herstel of verlof tellen daarin niet mee."
    assert (sentence in warning(found, "probleemanalyse-laat")["tekst"]) is said


def test_care_at_home_is_named_to_employees_only():
    assert "huishouden" in left_out(answered())
    assert "huishouden" not in left_out(answered(situatie="vangnet"))


def test_care_at_home_has_a_shorter_wage_only_when_the_householder_is_the_employer():
    (said,) = [one["tekst"] for one in answered()["uitkomst"]["niet_berekend"] if one["code"] == "huishouden"]
    assert "Is die persoon de werkgever? Dan is er bij ziekte hoogstens 6 weken loon" in said


def test_no_text_of_the_report_to_uwv_takes_its_reader_for_the_employer():
    said = milestone(answered(), "melding-42e-week")["toelichting"]
    assert "de werkgever meldt de ziekte dan veel eerder" in said
    assert " u " not in said
    assert "uw " not in said


def test_a_letter_about_a_sanction_after_the_contract_can_be_about_sick_pay_of_the_waiting_period_only():
    values = CASE | {"loonsanctie-weken": "26", "verlenging-weken": "13"}
    last = {True: "2028-01-30", False: "2028-01-31"}
    for within, day in last.items():
        found = calculators.answer("tijdlijn", values | {"einde-dienstverband": day}, date(2026, 3, 1))
        said = warning(found, "loonsanctie-na-dienstverband")
        assert ("Dan kan de brief over het ziekengeld gaan" in said["tekst"]) is within
        assert ("wet-wia-26" in said["bronnen"]) is within
        assert "valt niets te verlengen" not in said["tekst"]


@pytest.mark.parametrize(
    ("pauses", "words"),
    [
        ({"verlof": "2026-06-01/2026-09-20", "verlof-zelfde-oorzaak": "nee"}, "toch van dezelfde oorzaak komen?"),
        ({"onderbrekingen": "2026-06-01/2026-06-28"}, "Twijfelt u of er echt herstel was?"),
        (
            {
                "verlof": "2026-06-29/2026-09-20",
                "onderbrekingen": "2026-06-01/2026-06-28",
                "verlof-zelfde-oorzaak": "nee",
            },
            "Twijfelt u of er echt herstel was?",
        ),
    ],
)
def test_of_a_new_period_the_doubt_is_about_what_began_it(pauses: dict[str, str], words: str):
    found = calculators.answer("tijdlijn", CASE | pauses, date(2026, 11, 1))
    assert words in warning(found, "nieuwe-ziekteperiode")["tekst"]


def test_an_own_risk_bearer_is_told_that_he_may_report_later():
    found = calculators.answer("tijdlijn", CASE | {"einde-dienstverband": "2026-06-09"}, date(2026, 3, 1))
    assert "uiterlijk 6 weken na de laatste dag" in milestone(found, "einde-dienstverband")["toelichting"]
