"""Every answer is whole: each statement has its words, its certainty and its sources."""

import json
import re
from typing import Any

import pytest

import calculators
from tests.oracle.test_cases import cases_of

CERTAINTIES = {"wet", "uwv-norm", "cao-of-polis", "praktijk", "afspraak"}
# The table of the rules: what the law sets, and what is a norm of UWV.
CERTAINTY = {
    "probleemanalyse": "wet",
    "plan-van-aanpak": "wet",
    "evaluatie-plan-1": "uwv-norm",
    "melding-42e-week": "wet",
    "eerstejaarsevaluatie": "uwv-norm",
    "tweede-spoor-uiterlijk": "uwv-norm",
    "brief-uwv-wia": "wet",
    "re-integratieverslag": "wet",
    "wia-aanvraag": "wet",
    "no-risk-peildag": "wet",
    "besluit-loonsanctie": "wet",
    "einde-wachttijd": "wet",
    "eerste-wia-dag": "wet",
    "einde-opzegverbod": "wet",
}
ANSWERED = [pytest.param(case["input"], id=case["name"]) for case in cases_of("tijdlijn") if "errors" not in case]
REFUSED = [pytest.param(case["input"], id=case["name"]) for case in cases_of("tijdlijn") if "errors" in case]


def all_texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in all_texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in all_texts(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("values", ANSWERED)
def test_every_statement_has_words_and_sources(values: dict[str, str]) -> None:
    answer = calculators.answer("tijdlijn", values)
    statements = [*answer["uitkomst"]["mijlpalen"], *answer["stappen"], *answer["waarschuwingen"]]
    used = {source for statement in statements for source in statement["bronnen"]}
    assert used <= set(answer["bronnen"])
    assert answer["stappen"]
    for milestone in answer["uitkomst"]["mijlpalen"]:
        assert milestone["titel"]
        assert milestone["wie"]
        assert milestone["toelichting"]
        assert milestone["zekerheid"] in CERTAINTIES
        assert ("datum" in milestone) is not ("van" in milestone and "tot" in milestone)
    assert all(statement["tekst"] for statement in [*answer["stappen"], *answer["waarschuwingen"]])


@pytest.mark.parametrize("values", ANSWERED)
def test_every_source_has_a_title_an_address_and_the_day_it_was_checked(values: dict[str, str]) -> None:
    for source in calculators.answer("tijdlijn", values)["bronnen"].values():
        assert source["titel"]
        assert source["url"].startswith("https://")
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", source["gecontroleerd_op"])


@pytest.mark.parametrize("values", ANSWERED + REFUSED)
def test_no_sentence_has_a_hole_in_it(values: dict[str, str]) -> None:
    answer = calculators.answer("tijdlijn", values)
    texts = [text for key in ("uitkomst", "stappen", "waarschuwingen") for text in all_texts(answer.get(key, []))]
    holes = re.compile(r"[{}]|\bNone\b|\bnan\b|  |datetime|Decimal")
    assert [text for text in texts if holes.search(text)] == []


@pytest.mark.parametrize("values", ANSWERED + REFUSED)
def test_every_answer_has_the_shape_that_other_software_reads(values: dict[str, str]) -> None:
    answer = calculators.answer("tijdlijn", values)
    assert json.loads(json.dumps(answer)) == answer
    assert answer["rekenhulp"] == "tijdlijn"
    always = {"rekenhulp", "peildatum", "invoer", "onbekend", "fouten", "waarschuwingen", "bronnen", "stappen"}
    assert always <= set(answer)
    assert ("uitkomst" in answer) is not bool(answer["fouten"])


def test_the_certainty_of_each_milestone_is_that_of_the_rules() -> None:
    values = {"eerste-ziektedag": "2025-11-24", "peildatum": "2026-11-21"}
    milestones = calculators.answer("tijdlijn", values)["uitkomst"]["mijlpalen"]
    found = {milestone["id"]: milestone["zekerheid"] for milestone in milestones}
    assert {key: found[key] for key in CERTAINTY} == CERTAINTY


def test_without_a_reference_day_the_answer_is_about_the_day_of_asking() -> None:
    answer = calculators.answer("tijdlijn", {"eerste-ziektedag": "2025-11-24"})
    assert "peildatum" not in answer["invoer"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", answer["peildatum"])
