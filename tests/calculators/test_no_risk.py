"""The no-risk check: what it says in words, and that it says when a rule of the day is not known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import calculators
from calculators import browser
from calculators.law import book
from calculators.law.parameters import Figure, Row, figure
from calculators.no_riskpolis.outcome import lines

NAME = "no-riskpolis"
UNDER_35 = {
    "groep": "minder-dan-35",
    "eerste-ziektedag": "2024-11-04",
    "baan-op-peildag": "nee",
    "ander-werk-bij-eigen-werkgever": "nee",
    "peildatum": "2026-11-21",
}


def answered(**values: str) -> dict[str, Any]:
    found = calculators.answer(NAME, UNDER_35 | {key.replace("_", "-"): text for key, text in values.items()})
    assert found["fouten"] == []
    return found


def codes(found: dict[str, Any]) -> list[str]:
    return [warning["code"] for warning in found["waarschuwingen"]]


def steps_of(found: dict[str, Any]) -> str:
    return "\n".join(step["tekst"] for step in found["stappen"])


def test_a_contract_before_the_first_wia_day_is_refused_by_case_law_and_the_ruling_stands_among_the_sources():
    found = answered(in_dienst="2026-11-01")
    (reason,) = found["uitkomst"]["uitleg"]
    assert (reason["zekerheid"], "crvb-2016-4358" in reason["bronnen"]) == ("rechtspraak", True)
    assert "crvb-2016-4358" in found["bronnen"]
    assert "maandag 2 november 2026" in found["hoofdzin"]


def test_a_contract_on_the_first_wia_day_names_the_ruling_that_no_day_has_to_lie_between():
    found = answered(in_dienst="2026-11-02")
    assert found["uitkomst"]["recht"] == "ja"
    assert "crvb-2019-2682" in found["bronnen"]
    assert "crvb-2019-2682" not in answered(in_dienst="2026-11-03")["bronnen"]


@pytest.mark.parametrize(
    ("peildatum", "group"),
    [("2026-08-17", "minder-dan-35"), ("2026-10-05", "minder-dan-35")],
)
def test_without_a_start_the_headline_names_the_safe_day_and_refuses_no_contract_that_nobody_gave(
    peildatum: str, group: str
):
    found = answered(groep=group, peildatum=peildatum)
    assert found["uitkomst"]["recht"] == "nee"
    assert found["hoofdzin"].startswith("Begint het contract op of na maandag 2 november 2026? Dan kan")
    said = steps_of(found) + str(found["uitkomst"]["uitleg"])
    assert "Een contract dat" not in said
    assert "De baan begint voor" not in said


@pytest.mark.parametrize(("peildatum", "right"), [("2026-11-01", "nee"), ("2026-11-02", "misschien")])
def test_with_wia_the_safe_day_is_the_one_after_the_first_wia_day(peildatum: str, right: str):
    found = answered(groep="wia", peildatum=peildatum)
    assert found["uitkomst"]["recht"] == right
    assert found["hoofdzin"].startswith("Begint het contract op of na dinsdag 3 november 2026? Dan kan")
    assert "De baan begint" not in steps_of(found) + str(found["uitkomst"]["uitleg"])


def test_with_wia_a_contract_on_the_first_wia_day_itself_is_a_question_for_uwv():
    found = answered(groep="wia", in_dienst="2026-11-02")
    assert found["hoofdzin"].startswith("Misschien: of de no-riskpolis hier geldt, is niet zeker.")
    assert "crvb-2019-2682" not in found["bronnen"]
    assert any("dezelfde dag begint" in question for question in found["uitkomst"]["vraag_aan_uwv"])


def test_without_a_start_a_no_that_hangs_on_something_else_stays_a_no():
    found = answered(peildatum="2026-08-17", baan_op_peildag="ja")
    assert found["hoofdzin"].startswith("Nee: ")


def test_without_a_start_a_yes_names_the_first_day_for_which_it_holds():
    found = answered()
    assert found["hoofdzin"].startswith("Ja: bij een contract vanaf maandag 2 november 2026")


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({"in_dienst": "2026-11-02"}, True),
        ({"in_dienst": "2026-11-01"}, False),
        ({"in_dienst": "2026-11-02", "baan_op_peildag": ""}, False),
        ({"in_dienst": "2026-11-02", "eerste_dag_ziek_in_nieuwe_baan": "2031-11-02", "peildatum": "2031-12-01"}, False),
    ],
)
def test_days_of_the_policy_are_named_with_a_yes_only(changes: dict[str, str], days: bool):
    found = answered(**changes)
    outcome = found["uitkomst"]
    assert (outcome["van"] is not None, outcome["tot"] is not None) == (days, days)
    assert ("De no-riskpolis geldt voor ziekte" in steps_of(found)) is days


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("baan-op-peildag", "een baan bij een andere werkgever?"),
        ("ander-werk-bij-eigen-werkgever", "passend werk was?"),
    ],
)
def test_what_was_not_answered_makes_it_perhaps_and_is_asked_of_uwv_first(key: str, words: str):
    outcome = answered(in_dienst="2026-11-02", **{key.replace("-", "_"): ""})["uitkomst"]
    assert outcome["recht"] == "misschien"
    assert outcome["vraag_aan_uwv"][0].endswith(words)


def test_a_wia_benefit_that_begins_after_the_job_names_what_can_still_be_done():
    found = answered(groep="wia", in_dienst="2026-11-01")
    assert "Zeker is het bij een baan die begint vanaf dinsdag 3 november 2026." in str(found["uitkomst"]["uitleg"])
    assert any("vierde lid" in question for question in found["uitkomst"]["vraag_aan_uwv"])


def test_a_second_job_from_before_the_illness_is_refused_because_it_does_not_begin_after_the_waiting_period():
    found = answered(eerste_ziektedag="2024-12-02", in_dienst="2024-11-01")
    assert "Zij telt op de peildag niet mee" in found["hoofdzin"]
    assert "Laat de baan" not in found["hoofdzin"]


def test_a_job_from_before_the_illness_is_none_on_the_check_day_in_the_steps_either():
    steps = steps_of(answered(in_dienst="2024-06-03", werkgever="nieuw"))
    assert "was er geen baan bij een andere werkgever. Volgens uw antwoorden: ja." in steps


@pytest.mark.parametrize(
    ("changes", "in_time"),
    [
        ({"in_dienst": "2026-11-01"}, "nee"),
        ({"in_dienst": "2026-11-02"}, "ja"),
        ({"in_dienst": "2031-11-02"}, "ja"),
        ({"in_dienst": "2031-11-03"}, "nee"),
        ({"in_dienst": "2026-11-02", "situatie": "vangnet", "wia_aanvraag": "2026-09-01"}, "niet zeker"),
        ({}, "niet ingevuld"),
    ],
)
def test_the_step_about_the_first_day_says_what_the_rule_found(changes: dict[str, str], in_time: str):
    (step,) = (line for line in steps_of(answered(**changes)).splitlines() if "de baan begint vanaf" in line)
    assert step.endswith(f"Volgens uw antwoorden: {in_time}.")


def test_the_own_employer_is_asked_for_the_day_of_the_decision_and_then_told_how_long():
    without = answered(groep="wia", werkgever="eigen", peildatum="2027-01-04")
    assert without["hoofdzin"].startswith("Misschien: nog niet elke vraag is beantwoord.")
    found = answered(groep="wia", werkgever="eigen", peildatum="2027-01-04", wia_beslissing="2026-11-16")
    assert found["hoofdzin"].endswith("tot en met zaterdag 15 november 2031.")
    assert "Het contract bij de eigen werkgever loopt door." in steps_of(found)
    assert "voor mij in de baan die met WIA doorloopt bij de eigen werkgever" in found["uitkomst"]["vraag_aan_uwv"][0]


def test_a_new_contract_with_the_own_employer_is_not_sure_under_35_percent_and_is_a_question_for_uwv():
    found = answered(werkgever="eigen", in_dienst="2026-11-02")
    assert found["hoofdzin"].startswith("Misschien: of de no-riskpolis hier geldt, is niet zeker.")
    assert any("bij de eigen werkgever?" in question for question in found["uitkomst"]["vraag_aan_uwv"])


def test_the_own_employer_is_told_from_which_day_an_illness_counts():
    found = answered(groep="wia", werkgever="eigen", peildatum="2026-11-01")
    assert "op zijn vroegst voor ziekte die begint op of na maandag 2 november 2026." in found["hoofdzin"]


@pytest.mark.parametrize(
    ("start", "sick", "source"),
    [("2014-12-31", "2026-03-02", "ziektewet-29b"), ("2015-01-01", "2015-12-31", "rbrot-2025-2928")],
)
def test_the_banenafspraak_says_which_border_was_not_met_and_which_groups_have_none(start: str, sick: str, source: str):
    found = answered(groep="banenafspraak", in_dienst=start, eerste_dag_ziek_in_nieuwe_baan=sick, dagloon="100")
    assert found["hoofdzin"].startswith("Nee: de no-riskpolis geldt hier niet. ")
    assert found["hoofdzin"].endswith("Kies dan die groep.")
    (reason,) = found["uitkomst"]["uitleg"]
    assert found["uitkomst"]["ziekengeld_uitleg"] == []
    assert "Ziekengeld per dag:" not in list(lines(found["uitkomst"]))
    assert "104 weken" not in steps_of(found)
    assert "door de banenafspraak alleen" in reason["tekst"] or "voor de banenafspraak" in reason["tekst"]
    assert "Had de werknemer voor de baan Wajong, of direct ervoor een Wsw-plek" in reason["tekst"]
    assert reason["bronnen"][-1] == source


@pytest.mark.parametrize("group", ["wajong", "banenafspraak", "wsw-of-beschut-werk"])
def test_no_group_without_an_end_has_a_policy_in_the_sheltered_employment_of_the_wsw_itself(group: str):
    (reason,) = answered(groep=group, in_dienst="2026-03-02")["uitkomst"]["uitleg"]
    assert "In een baan bij de sociale werkvoorziening zelf (Wsw) geldt zij niet." in reason["tekst"]


def test_sheltered_work_of_the_municipality_counts_whoever_employs():
    (reason,) = answered(groep="wsw-of-beschut-werk", in_dienst="2026-03-02")["uitkomst"]["uitleg"]
    assert "Beschut werk van de gemeente telt wel, bij welke werkgever ook." in reason["tekst"]


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2026-03-02", "en niet voor maandag 2 maart 2026."),
        ("2015-03-02", "en niet voor vrijdag 1 januari 2016."),
        ("", "en niet voor de eerste dag van de baan."),
    ],
)
def test_the_banenafspraak_does_not_ask_for_the_register_and_names_no_first_day(start: str, words: str):
    (reason,) = answered(groep="banenafspraak", in_dienst=start)["uitkomst"]["uitleg"]
    assert "De wet vraagt niet dat iemand al in het doelgroepregister staat." in reason["tekst"]
    assert words in reason["tekst"]


def test_under_35_percent_the_first_condition_is_what_an_expert_of_uwv_found_on_the_day_after_the_wait():
    conditions = steps_of(answered(in_dienst="2026-11-02")).split("Voorwaarde: ")[1:]
    assert len(conditions) == 4
    assert conditions[0].startswith(
        "in een onderzoek van een arbeidsdeskundige stelde UWV vast dat iemand op 2 november"
    )
    assert "minder dan 35 procent" in conditions[0]


def test_the_own_employer_has_the_policy_as_long_as_there_is_a_right_to_wia():
    found = answered(groep="wia", werkgever="eigen", wia_beslissing="2026-11-10", peildatum="2026-12-01")
    assert found["uitkomst"]["recht"] == "ja"
    assert "Zeker geldt de no-riskpolis zolang er recht op WIA is." in found["uitkomst"]["uitleg"][0]["tekst"]
    new_job = answered(groep="wia", in_dienst="2026-12-07")["uitkomst"]["uitleg"][0]["tekst"]
    assert new_job == "Er was recht op WIA direct voor het begin van de baan."


SICK_IN_THE_JOB = {"in_dienst": "2026-11-02", "eerste_dag_ziek_in_nieuwe_baan": "2026-11-16"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            SICK_IN_THE_JOB | {"ziekgemeld_op": "2026-11-17"},
            [
                "UWV betaalt ziekengeld over hoogstens 5 dagen per week, ook bij deeltijd.",
                "Het ziekengeld duurt hoogstens 104 weken: zonder onderbreking tot en met zondag 12 november 2028.",
            ],
        ),
        (
            {"in_dienst": "2026-11-02"},
            [
                "UWV betaalt ziekengeld over hoogstens 5 dagen per week, ook bij deeltijd.",
                "Het ziekengeld duurt hoogstens 104 weken.",
            ],
        ),
        (
            SICK_IN_THE_JOB | {"aow_datum": "2027-06-01"},
            ["UWV betaalt ziekengeld over hoogstens 5 dagen per week, ook bij deeltijd."],
        ),
        ({"in_dienst": "2026-11-01"}, []),
    ],
)
def test_it_is_said_over_which_days_there_is_sick_pay_and_how_long(changes: dict[str, str], said: list[str]):
    found = answered(**changes, peildatum="2026-11-21")
    assert found["uitkomst"]["ziekengeld_uitleg"] == said
    assert all(sentence in steps_of(found) for sentence in said)


@pytest.mark.parametrize(
    ("role", "whom"),
    [
        ("werknemer", "mij"),
        ("uitkering", "mij"),
        ("werkgever", "mijn werknemer"),
        ("inlener", "deze werknemer"),
        ("begeleider", "deze werknemer"),
    ],
)
def test_a_question_to_uwv_is_in_the_mouth_of_who_asks_it(role: str, whom: str):
    (last, *_) = answered(rol=role, in_dienst="2026-12-07")["uitkomst"]["vraag_aan_uwv"]
    assert last.startswith(f"Geldt de no-riskpolis voor {whom} bij een contract")
    unknown = answered(rol=role, groep="weet-niet")["uitkomst"]["vraag_aan_uwv"]
    assert unknown == [f"Welke groep van de no-riskpolis geldt voor {whom}?"]


@pytest.mark.parametrize(
    ("reported", "told"),
    [
        ("2026-11-25", "Geldt de polis toch? Dan is de ziekte niet op tijd bij UWV gemeld."),
        ("", "Geldt de polis toch? Dan is de tijd om de ziekte bij UWV te melden voorbij."),
    ],
)
def test_after_the_five_years_a_late_report_is_spoken_of_on_condition_that_the_policy_holds(reported: str, told: str):
    """ZW 38a(3) and 29c: UWV may have made the five years longer."""
    given = {"eerste_ziektedag": "2019-01-07", "in_dienst": "2021-06-01", "ziekgemeld_op": reported}
    found = answered(**given, eerste_dag_ziek_in_nieuwe_baan="2026-09-01", peildatum="2026-11-30")["uitkomst"]
    assert found["recht"] == "nee"
    assert found["redenen"] == ["vijf-jaar-voorbij", "te-laat-gemeld"]
    assert found["uitleg"][1]["tekst"].startswith(told)


@pytest.mark.parametrize("group", ["geen", "weet-niet"])
def test_the_term_to_report_of_the_other_article_is_said_to_be_its_own(group: str):
    """ZW 38b(3), where 38a(3) has six weeks for the no-risk policy."""
    values = {"in_dienst": "2019-06-03", "eerste_dag_ziek_in_nieuwe_baan": "2024-01-08", "peildatum": "2024-03-04"}
    found = answered(groep=group, **values)
    (caution,) = [one for one in found["waarschuwingen"] if one["code"] == "andere-regeling-oudere-werkloze"]
    assert "Voor die regeling meldt de werkgever de ziekte uiterlijk" in caution["tekst"]
    assert ("te-laat-gemeld" in found["uitkomst"]["redenen"]) is (group == "weet-niet")


def test_help_of_the_municipality_counts_when_it_was_for_this_job():
    """ZW 29b(2)(e): "voorafgaand aan zijn dienstbetrekking"."""
    (reason,) = answered(groep="banenafspraak", in_dienst="2026-03-02")["uitkomst"]["uitleg"]
    assert "Hielp de gemeente hem voor deze baan naar werk, of is er loonkostensubsidie voor hem?" in reason["tekst"]


def test_who_was_unemployed_for_long_reads_what_the_other_article_asks_and_gives():
    found = answered(groep="geen", in_dienst="2019-06-03", peildatum="2024-01-08")
    (caution,) = [one for one in found["waarschuwingen"] if one["code"] == "andere-regeling-oudere-werkloze"]
    assert "geboren voor 1 januari 1962" in caution["tekst"]
    assert "vanaf week 14 van ziekte die begint tot en met zondag 2 juni 2024" in caution["tekst"]
    assert "uiterlijk op de 4e dag nadat zij 13 weken duurde" in caution["tekst"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"loonsanctie_weken": "10"}, "dan is het ziekengeld langer door de loonsanctie."),
        ({"wia_aanvraag": "2026-10-03"}, "dan is het ziekengeld langer door de late WIA-aanvraag."),
        (
            {"loonsanctie_weken": "10", "wia_aanvraag": "2026-10-03"},
            "dan is het ziekengeld langer door de late WIA-aanvraag en de loonsanctie.",
        ),
    ],
)
def test_what_may_have_made_sick_pay_longer_is_named(changes: dict[str, str], words: str):
    found = answered(eerste_ziektedag="2024-12-02", situatie="vangnet", in_dienst="2026-12-07", **changes)
    assert words in found["uitkomst"]["uitleg"][0]["tekst"]


def test_reporting_is_due_earlier_when_the_job_ends_earlier():
    found = answered(in_dienst="2026-11-02", eerste_dag_ziek_in_nieuwe_baan="2026-11-16", peildatum="2026-11-21")
    assert "uiterlijk op maandag 28 december 2026. Eindigt de baan eerder, dan" in steps_of(found)


def test_six_weeks_that_end_on_a_day_off_are_told_with_the_day_that_is_still_in_time():
    given = {"groep": "wajong", "in_dienst": "2026-01-05", "eerste_dag_ziek_in_nieuwe_baan": "2026-04-02"}
    said = steps_of(answered(**given, ziekgemeld_op="2026-05-18"))
    assert "uiterlijk op donderdag 14 mei 2026" in said
    assert "een melding op maandag 18 mei 2026 is nog op tijd" in said


def test_rules_of_2001_are_not_known_and_the_answer_says_so_with_their_names():
    found = answered(
        eerste_ziektedag="2001-03-05",
        in_dienst="2003-03-03",
        eerste_dag_ziek_in_nieuwe_baan="2004-02-02",
        peildatum="2004-03-01",
    )
    assert found["uitkomst"]["recht"] == "ja"
    (caution,) = [one for one in found["waarschuwingen"] if one["code"] == "regel-onbekend"]
    assert figure("regelingen.no_risk_peildag_dagen").label in caution["tekst"]
    assert figure("regelingen.no_risk_jaren").label in caution["tekst"]


def changed(monkeypatch: pytest.MonkeyPatch, figure_id: str, start: date, value: int) -> None:
    """Let a figure have another value from a day on."""
    old = figure(figure_id)
    row = Row(start, Decimal(value), old.history[-1].sources, figure_id=figure_id)
    new = replace(old, history=(*old.history, row))

    def changed_figure(asked: str) -> Figure:
        return new if asked == figure_id else figure(asked)

    monkeypatch.setattr(book, "figure", changed_figure)


def test_when_the_check_day_changes_the_explanation_says_what_the_rule_counted(monkeypatch: pytest.MonkeyPatch):
    changed(monkeypatch, "regelingen.no_risk_peildag_dagen", date(2026, 1, 1), 91)
    old = answered(in_dienst="2026-11-02")
    assert old["uitkomst"]["peildag"] == "2026-08-17"
    assert "De peildag ligt 77 dagen eerder: maandag 17 augustus 2026" in steps_of(old)
    new = answered(eerste_ziektedag="", eerste_wia_dag="2026-11-02", in_dienst="2026-11-02")
    assert new["uitkomst"]["peildag"] == "2026-08-03"
    assert "De peildag ligt 91 dagen eerder: maandag 3 augustus 2026" in steps_of(new)


def test_when_the_five_years_change_the_explanation_says_what_the_rule_counted(monkeypatch: pytest.MonkeyPatch):
    changed(monkeypatch, "no_risk.start_na_wachttijd_jaren", date(2026, 11, 10), 2)
    found = answered(in_dienst="2029-01-01", peildatum="2029-01-01")
    assert found["uitkomst"]["recht"] == "ja"
    assert "en voor 3 november 2031. Volgens uw antwoorden: ja." in steps_of(found)


def test_an_answer_about_benefit_names_the_figures_it_rests_on_with_the_day_they_were_checked():
    job = {"in_dienst": "2026-11-02", "eerste_dag_ziek_in_nieuwe_baan": "2026-11-16", "ziekgemeld_op": "2026-11-17"}
    found = answered(**job, dagloon="150")
    assert {"loon.maximumdagloon", "no_risk.ziekmelden_dagen", "regelingen.no_risk_jaren"} <= found["bon"][
        "cijfers"
    ].keys()


def test_what_is_known_is_not_said_to_be_unknown():
    assert "regel-onbekend" not in codes(answered(in_dienst="2026-11-02"))


def test_who_reports_illness_gets_a_working_day_with_the_day_of_the_law_beside_it():
    query = "groep=wajong&in-dienst=2026-01-05&eerste-dag-ziek-in-nieuwe-baan=2026-04-04"
    answer = browser.respond("no-riskpolis", query, "2026-04-20")
    assert "Ziekte uiterlijk vrijdag 15 mei 2026 (wet: zaterdag 16) melden bij UWV" in answer


CAN_BE_LENT = "de eigen werkgever blijft"


@pytest.mark.parametrize(
    ("changes", "offered"),
    [
        ({}, True),
        ({"situatie": "vangnet"}, False),
        ({"einde_dienstverband": "2026-06-30"}, False),
        ({"einde_dienstverband": "2026-10-31"}, False),
        ({"einde_dienstverband": "2026-11-01"}, True),
        ({"groep": "wia"}, True),
        ({"groep": "wia", "rol": "uitkering"}, False),
        ({"groep": "wia", "einde_dienstverband": "2026-11-01"}, True),
        ({"groep": "wia", "einde_dienstverband": "2026-10-31"}, False),
    ],
)
def test_secondment_bridges_the_time_only_when_the_own_employer_is_still_there(changes: dict[str, str], offered: bool):
    for start in ({"in_dienst": "2026-10-05"}, {"peildatum": "2026-10-05"}):
        found = answered(**changes, **start)
        assert (CAN_BE_LENT in str(found)) is offered


def not_computed(found: dict[str, Any]) -> list[str]:
    return [one["code"] for one in found["uitkomst"]["niet_berekend"]]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, False),
        ({"situatie": "vangnet"}, True),
        ({"einde_dienstverband": "2026-06-30"}, True),
        ({"einde_dienstverband": "2026-11-01"}, False),
        ({"situatie": "vangnet", "eerste_wia_dag": "2026-11-02"}, False),
        ({"groep": "wajong", "eerste_ziektedag": "", "situatie": "vangnet"}, False),
    ],
)
def test_who_had_sick_pay_in_the_wait_is_told_what_can_move_the_first_wia_day(changes: dict[str, str], said: bool):
    codes_said = not_computed(answered(**changes))
    assert ("ziekengeld-stopt-na-eerste-jaar" in codes_said, "eigenrisicodrager" in codes_said) == (said, said)


def test_a_sanction_without_an_employer_can_only_be_one_of_an_own_risk_bearer_and_that_is_said_first():
    found = answered(situatie="vangnet", loonsanctie_weken="26")
    assert "verlenging-eigenrisicodrager" in codes(found)
    assert "eigenrisicodrager" not in not_computed(found)
    from_the_letter = answered(situatie="vangnet", loonsanctie_weken="26", eerste_wia_dag="2027-05-03")
    assert "verlenging-eigenrisicodrager" not in codes(from_the_letter)


def test_with_wia_and_no_start_a_job_after_the_aow_is_said_to_give_nothing():
    assert "baan-na-aow" in codes(answered(groep="wia", aow_datum="2030-03-01"))
    assert "baan-na-aow" not in codes(answered(groep="wia", aow_datum="2030-03-01", in_dienst="2026-12-07"))
    assert "baan-na-aow" not in codes(answered(aow_datum="2030-03-01"))


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("wajong", "ook als de Wajong later stopt"),
        ("banenafspraak", "niet voordat iemand bij die groep hoort"),
        ("wsw-of-beschut-werk", "direct voor die baan"),
    ],
)
def test_each_group_without_an_end_is_told_its_own_condition(group: str, words: str):
    assert words in answered(groep=group, in_dienst="2026-03-02")["uitkomst"]["uitleg"][0]["tekst"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"in_dienst": "2026-11-02"}, True),
        ({"in_dienst": "2026-11-01"}, False),
        ({"groep": "wajong"}, False),
        ({"groep": "banenafspraak"}, False),
    ],
)
def test_a_longer_term_is_named_only_where_there_is_a_term(changes: dict[str, str], said: bool):
    assert ("verlenging-no-risk" in not_computed(answered(**changes))) is said


def test_before_the_end_of_school_the_headline_names_the_day_after_it():
    found = answered(groep="onderwijsbelemmering", einde_opleiding="2027-07-15")
    assert found["hoofdzin"].startswith("Begint het contract op of na vrijdag 16 juli 2027? Dan kan")
    assert "De baan begint" not in steps_of(found)


def test_with_the_aow_first_no_day_is_called_safe():
    for group in ("wia", "minder-dan-35"):
        found = answered(groep=group, aow_datum="2026-11-02", peildatum="2026-10-05")
        assert found["uitkomst"]["veilig_vanaf"] is None
        assert not found["hoofdzin"].startswith("Begint het contract op of na")


def test_with_wia_a_new_contract_at_the_own_employer_is_told_as_a_new_job():
    ended = {"groep": "wia", "werkgever": "eigen", "einde_dienstverband": "2026-10-31"}
    assert "eindigt op zaterdag 31 oktober 2026" in answered(**ended)["hoofdzin"]
    again = answered(**ended, in_dienst="2026-12-07")
    assert "Het contract begint op maandag 7 december 2026" in steps_of(again)
    assert "loopt door" not in steps_of(again)


@pytest.mark.parametrize(
    ("aow", "peildatum", "words"),
    [
        ("2026-11-06", "2026-10-05", "Begint het contract op een dag van dinsdag 3 november 2026 tot en met vrijdag 6"),
        ("2026-11-03", "2026-10-05", "Begint het contract op dinsdag 3 november 2026?"),
        (
            "2026-11-06",
            "2026-11-04",
            "Ja: bij een contract dat begint van dinsdag 3 november 2026 tot en met vrijdag 6",
        ),
        ("2026-11-03", "2026-11-03", "Ja: bij een contract dat begint op dinsdag 3 november 2026 geldt"),
    ],
)
def test_with_wia_and_no_start_the_aow_ends_the_days_on_which_a_job_may_begin(aow: str, peildatum: str, words: str):
    found = answered(groep="wia", aow_datum=aow, peildatum=peildatum)
    assert found["hoofdzin"].startswith(words)
    assert {"aow", "baan-na-aow"} <= set(codes(found))


def test_a_job_after_the_aow_gets_no_safe_day_beside_its_no():
    query = "groep=wia&eerste-ziektedag=2024-11-04&aow-datum=2026-11-06&in-dienst="
    assert "Veilig vanaf" not in browser.respond(NAME, f"{query}2026-11-09", "2026-11-21")
    assert "Veilig vanaf" in browser.respond(NAME, f"{query}2026-11-06", "2026-11-21")


@pytest.mark.parametrize("start", ["2026-08-03", "2026-10-05", "2024-11-01", ""])
def test_with_the_aow_first_no_reason_names_a_day_from_which_it_can_be_done(start: str):
    found = answered(aow_datum="2026-09-01", in_dienst=start, peildatum="2026-10-12")
    said = str(found["uitkomst"]["uitleg"])
    assert "kan het wel" not in said
    assert "kan wel tellen" not in said
    assert "Laat de baan" not in said
    assert "etachering" not in said


@pytest.mark.parametrize("peildatum", ["2026-08-03", "2026-11-01", "2026-11-02"])
def test_with_the_aow_first_and_no_start_the_answer_is_perhaps_on_every_day(peildatum: str):
    assert answered(aow_datum="2026-09-01", peildatum=peildatum)["hoofdzin"].startswith("Misschien")


def test_the_timeline_lends_nobody_out_up_to_an_end_that_lies_before_the_safe_day():
    case = {"eerste-ziektedag": "2024-12-02", "in-dienst": "2026-08-01", "peildatum": "2026-11-28"}
    for end, offered in (("2026-09-30", False), ("2026-11-28", False), ("2026-11-29", True), ("", True)):
        found = calculators.answer("tijdlijn", case | {"einde-dienstverband": end})
        (contract,) = [one["tekst"] for one in found["waarschuwingen"] if one["code"] == "contract-op-no-risk-peildag"]
        assert ("etachering" in contract) is offered


def test_with_the_aow_first_nothing_is_said_of_a_wia_that_begins_later():
    assert "ziekengeld-stopt-na-eerste-jaar" not in not_computed(answered(situatie="vangnet", aow_datum="2026-09-01"))


def test_the_first_wia_day_is_not_called_the_day_after_the_waiting_period():
    found = steps_of(answered(loonsanctie_weken="52", in_dienst="2027-11-01"))
    assert "De eerste WIA-dag is maandag 1 november 2027." in found
    assert "na de wachttijd" not in found


def test_a_job_from_before_the_wia_is_told_what_to_fill_in_for_an_early_iva():
    early = "Is er een vervroegde IVA? Vul dan de eerste WIA-dag uit de brief van UWV in."
    assert early in str(answered(groep="wia", in_dienst="2026-10-05")["uitkomst"]["uitleg"])
    assert early in str(answered(groep="wia", peildatum="2026-10-05")["uitkomst"]["uitleg"])
    from_the_letter = answered(groep="wia", eerste_wia_dag="2026-11-02", in_dienst="2026-10-05")
    assert early not in str(from_the_letter)


def test_a_contract_at_the_own_employer_that_ends_does_not_go_on_without_end():
    own = {"groep": "wia", "werkgever": "eigen", "wia_beslissing": "2026-11-20"}
    assert "loopt tot en met donderdag 31 december 2026." in steps_of(answered(**own, einde_dienstverband="2026-12-31"))
    assert "Het contract bij de eigen werkgever loopt door." in steps_of(answered(**own))


def test_secondment_bridges_the_time_up_to_the_last_day_of_wages_with_wia_and_without():
    for group in ("wia", "minder-dan-35"):
        assert "Detachering kan tot en met zondag 1 november 2026" in str(answered(groep=group, in_dienst="2026-10-05"))


def test_with_an_open_check_day_and_no_start_the_answer_names_the_day_that_is_in_time_by_each_reading():
    ended = {"eerste_ziektedag": "2024-12-02", "loonsanctie_weken": "52", "einde_dienstverband": "2027-02-28"}
    for day in ("2026-12-14", "2027-02-01", "2027-03-08"):
        assert "op of na maandag 29 november 2027" in answered(**ended, peildatum=day)["hoofdzin"]
    later = answered(**ended, peildatum="2027-11-29")
    assert later["hoofdzin"].startswith("Misschien")
    assert "Een baan die nu begint, is op tijd." in later["uitkomst"]["uitleg"][0]["tekst"]


def test_an_open_check_day_is_asked_of_uwv_on_paper():
    ended = {"eerste_ziektedag": "2024-12-02", "loonsanctie_weken": "52", "einde_dienstverband": "2027-02-28"}
    found = answered(**ended, in_dienst="2027-03-08")
    said = "in een verlenging, een loonsanctie of de tijd van een late aanvraag"
    assert any(said in one for one in found["uitkomst"]["vraag_aan_uwv"])
    assert found["uitkomst"]["uitleg"][0]["bronnen"] == ["ziektewet-29b", "wet-wia-25", "bw-7-629"]


def test_a_late_application_without_an_employer_is_told_in_the_check_too():
    found = answered(
        eerste_ziektedag="2024-12-02", situatie="vangnet", wia_aanvraag="2026-10-11", in_dienst="2026-12-07"
    )
    assert "wia-aanvraag-te-laat" in codes(found)
    assert "peildag van de no-riskpolis" in str(found["waarschuwingen"])


def test_only_who_stays_under_35_percent_is_told_of_a_check_day():
    assert "peildag" not in steps_of(answered(groep="wia", in_dienst="2026-12-07")).lower()


def test_an_aow_between_the_two_first_wia_days_that_can_be_is_told_and_asked_as_that_of_an_own_risk_bearer():
    found = answered(
        eerste_ziektedag="2024-09-02",
        situatie="vangnet",
        wia_aanvraag="2026-08-01",
        aow_datum="2026-10-01",
        in_dienst="2026-11-15",
    )
    told = found["uitkomst"]["uitleg"][1]["tekst"]
    assert "eigenrisicodrager" in told
    assert "zondag 18 oktober 2026, niet voor de AOW" in told
    asked = found["uitkomst"]["vraag_aan_uwv"][-1]
    assert "eigenrisicodrager" in asked
    assert "zondag 18 oktober 2026" in asked
    assert found["hoofdzin"].startswith("Misschien")


OVER = {
    "groep": "wia",
    "eerste_ziektedag": "",
    "eerste_wia_dag": "2020-01-01",
    "in_dienst": "2021-06-01",
    "peildatum": "2026-11-28",
}


@pytest.mark.parametrize(
    ("sick", "words"),
    [("2026-07-06", "op de dag waarop de ziekte begint"), ("", "Begon de ziekte eerder? Vul die dag dan in")],
)
def test_after_the_five_years_it_says_what_can_still_make_it_otherwise(sick: str, words: str):
    said = str(answered(**OVER, eerste_dag_ziek_in_nieuwe_baan=sick)["uitkomst"]["uitleg"])
    assert words in said
    assert "Heeft UWV" in said


@pytest.mark.parametrize(
    ("reported", "words"),
    [("2026-10-05", "De ziekte is niet op tijd bij UWV gemeld"), ("", "Is zij op tijd gemeld? Dan is er niets aan de")],
)
def test_nobody_is_said_to_have_reported_late_who_did_not_say_when(reported: str, words: str):
    case = OVER | {"in_dienst": "2026-01-05", "eerste_wia_dag": "2024-01-01"}
    found = answered(**case, eerste_dag_ziek_in_nieuwe_baan="2026-02-20", ziekgemeld_op=reported)
    assert words in str(found["uitkomst"]["uitleg"])


@pytest.mark.parametrize(("sick", "early"), [("2026-12-20", True), ("2026-06-01", False)])
def test_of_sick_pay_that_the_aow_ends_within_a_year_no_amount_after_that_is_named(sick: str, *, early: bool):
    found = answered(
        baan_op_peildag="nee",
        ander_werk_bij_eigen_werkgever="nee",
        in_dienst="2026-11-02" if early else "2025-06-02",
        eerste_ziektedag="2024-11-04" if early else "2023-06-05",
        aow_datum="2026-12-15" if early else "2027-06-15",
        eerste_dag_ziek_in_nieuwe_baan=sick,
        dagloon="150",
        peildatum="2027-01-04",
    )
    assert found["uitkomst"]["recht"] == "ja"
    assert ("eerste 52 weken" in steps_of(found)) is not early
    assert found["uitkomst"]["ziekengeld_namen"]["eerste"].startswith("Als" if early else "De eerste 52 weken")
