"""Every answer is whole: each statement has its words, its certainty and its sources."""

import json
import re
from functools import cache
from typing import Any

import calculators
from tests.alike import of_each
from tests.oracle.test_cases import cases_of

CERTAINTIES = {"wet", "rechtspraak", "uwv-norm", "cao-of-polis", "praktijk", "afspraak"}
# The table of the rules: what the law sets, and what is a norm of UWV.
CERTAINTY = {
    "probleemanalyse": "wet",
    "plan-van-aanpak": "wet",
    "evaluatie-plan-1": "uwv-norm",
    "melding-42e-week": "wet",
    "eerstejaarsevaluatie": "uwv-norm",
    "tweede-spoor-uiterlijk": "uwv-norm",
    "brief-uwv-wia": "uwv-norm",
    "re-integratieverslag": "wet",
    "wia-aanvraag": "wet",
    "no-risk-peildag": "wet",
    "besluit-loonsanctie": "wet",
    "einde-wachttijd": "wet",
    "eerste-wia-dag": "wet",
    "einde-opzegverbod": "wet",
}
ALL = [(name, case) for name in calculators.names() for case in cases_of(name)]
ANSWERED = [(f"{name}: {case['name']}", (name, case["input"])) for name, case in ALL if "errors" not in case]
REFUSED = [(f"{name}: {case['name']}", (name, case["input"])) for name, case in ALL if "errors" in case]


def answered(name: str, values: dict[str, str]) -> dict[str, Any]:
    """Give the answer of a case, worked out once for all that is asked of it; nobody may change it."""
    return _answered(name, json.dumps(values))


@cache
def _answered(name: str, values: str) -> dict[str, Any]:
    return calculators.answer(name, json.loads(values))


def all_texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in all_texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in all_texts(part)]
    return [value] if isinstance(value, str) else []


def statements_of(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """Give everything in an answer that says something and names its sources."""
    outcome = answer["uitkomst"]
    items = [item for period in outcome.get("perioden", []) for item in period["posten"]]
    return [*outcome.get("mijlpalen", []), *items, *answer["stappen"], *answer["waarschuwingen"]]


@of_each(ANSWERED)
def test_every_statement_has_words_and_sources(name: str, values: dict[str, str]) -> None:
    answer = answered(name, values)
    statements = statements_of(answer)
    used = {source for statement in statements for source in statement["bronnen"]}
    assert used <= set(answer["bronnen"])
    assert answer["stappen"]
    for milestone in answer["uitkomst"].get("mijlpalen", []):
        assert milestone["titel"]
        assert milestone["wie"]
        assert milestone["toelichting"]
        assert ("datum" in milestone) is not ("van" in milestone and "tot" in milestone)
    certainties = {statement["zekerheid"] for statement in statements if "zekerheid" in statement}
    assert certainties <= CERTAINTIES
    assert all(statement["tekst"] for statement in [*answer["stappen"], *answer["waarschuwingen"]])


@of_each(ANSWERED)
def test_what_the_law_says_names_its_source(name: str, values: dict[str, str]) -> None:
    for statement in statements_of(answered(name, values)):
        if statement.get("zekerheid") == "wet":
            assert statement["bronnen"], statement


@of_each(ANSWERED)
def test_every_source_has_a_title_an_address_and_the_day_it_was_checked(name: str, values: dict[str, str]) -> None:
    for source in answered(name, values)["bronnen"].values():
        assert source["titel"]
        assert source["url"].startswith("https://")
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", source["gecontroleerd_op"])


@of_each(ANSWERED + REFUSED)
def test_no_sentence_has_a_hole_in_it(name: str, values: dict[str, str]) -> None:
    answer = answered(name, values)
    texts = [text for key in ("uitkomst", "stappen", "waarschuwingen") for text in all_texts(answer.get(key, []))]
    holes = re.compile(r"[{}]|\bNone\b|\bnan\b|  |datetime|Decimal|Fraction|\b1 weken\b|\b1 dagen\b")
    assert [text for text in texts if holes.search(text)] == []


@of_each(ANSWERED + REFUSED)
def test_every_answer_has_the_shape_that_other_software_reads(name: str, values: dict[str, str]) -> None:
    answer = answered(name, values)
    assert json.loads(json.dumps(answer)) == answer
    assert answer["rekenhulp"] == name
    always = {"rekenhulp", "peildatum", "invoer", "onbekend", "fouten", "waarschuwingen", "bronnen", "stappen"}
    assert always <= set(answer)
    assert ("uitkomst" in answer) is not bool(answer["fouten"])


@of_each(ANSWERED)
def test_an_amount_in_json_has_two_digits_after_the_point(name: str, values: dict[str, str]) -> None:
    outcome = answered(name, values)["uitkomst"]
    items = [item for period in outcome.get("perioden", []) for item in period["posten"]]
    amounts = [item[key] for item in items for key in ("per_maand", "bedrag")]
    amounts += [amount for party in outcome.get("per_partij", {}).values() for amount in party.values()]
    per_day = outcome.get("ziekengeld_per_dag") or {}
    amounts += [amount for key, amount in per_day.items() if key != "begrensd_door"]
    assert [amount for amount in amounts if not re.fullmatch(r"-?\d+\.\d\d", amount)] == []


def test_the_certainty_of_each_milestone_is_that_of_the_rules() -> None:
    values = {"eerste-ziektedag": "2025-11-24", "peildatum": "2026-11-21"}
    milestones = calculators.answer("tijdlijn", values)["uitkomst"]["mijlpalen"]
    found = {milestone["id"]: milestone["zekerheid"] for milestone in milestones}
    assert {key: found[key] for key in CERTAINTY} == CERTAINTY


def test_without_a_reference_day_the_answer_is_about_the_day_of_asking() -> None:
    answer = calculators.answer("tijdlijn", {"eerste-ziektedag": "2025-11-24"})
    assert "peildatum" not in answer["invoer"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", answer["peildatum"])
