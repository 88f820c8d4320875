"""Every worked case of every calculator gets the answer that was worked out by hand and calendar."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import calculators
from tests.oracle import naive_timeline

FOLDER = Path(calculators.__file__).parent
HOW_MANY = {"tijdlijn": 70}


def cases_of(name: str) -> list[dict[str, Any]]:
    text = (FOLDER / name.replace("-", "_") / "cases.toml").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = tomllib.loads(text)["case"]
    return cases


ALL_CASES = [
    pytest.param(name, case, id=f"{name}: {case['name']}") for name in calculators.names() for case in cases_of(name)
]
TIMELINE_CASES = [
    pytest.param(case, id=case["name"])
    for case in cases_of("tijdlijn")
    if "errors" not in case and case["input"]["eerste-ziektedag"].startswith("20")
]


def days_of(milestone: dict[str, Any]) -> str:
    return milestone["datum"] if "datum" in milestone else f"{milestone['van']}/{milestone['tot']}"


def at(outcome: Any, path: str) -> Any:
    """Follow a dotted path through tables and lists."""
    for part in path.split("."):
        outcome = outcome[int(part)] if isinstance(outcome, list) else outcome[part]
    return outcome


def plain(value: Any) -> Any:
    """Make a cell of cases.toml and a value in JSON comparable: 8, "8" and "8.00" are one number."""
    if value == "null" or value is None or isinstance(value, bool):
        return None if value == "null" else value
    text = str(value)
    return Decimal(text) if text.replace(".", "", 1).removeprefix("-").isdigit() else text


@pytest.mark.parametrize(("name", "case"), ALL_CASES)
def test_a_worked_case_gets_the_answer_that_was_worked_out(name: str, case: dict[str, Any]) -> None:
    answer = calculators.answer(name, case["input"])
    errors = {error["veld"]: error["code"] for error in answer["fouten"]}
    assert errors == case.get("errors", {})
    assert all(error["tekst"] for error in answer["fouten"])
    assert ("uitkomst" in answer) is not bool(errors)
    if "unknown" in case:
        assert answer["onbekend"] == case["unknown"]
    if "warnings" in case:
        assert sorted(warning["code"] for warning in answer["waarschuwingen"]) == sorted(case["warnings"])
    outcome = answer.get("uitkomst", {})
    for path, expected in case.get("outcome", {}).items():
        assert {path: plain(at(outcome, path))} == {path: plain(expected)}
    milestones = {milestone["id"]: milestone for milestone in outcome.get("mijlpalen", [])}
    expected_days = case.get("milestones", {})
    assert {key: days_of(milestones[key]) for key in expected_days if key in milestones} == expected_days
    expected_before = case.get("workday_before", {})
    assert {key: milestones[key].get("werkdag_ervoor") for key in expected_before} == expected_before
    assert [key for key in case.get("absent", []) if key in milestones] == []


@pytest.mark.parametrize("case", TIMELINE_CASES)
def test_the_day_counter_finds_the_days_of_the_worked_cases(case: dict[str, Any]) -> None:
    counted = naive_timeline.timeline(naive_timeline.read_case(case["input"]))
    found = {
        key: first.isoformat() if first == last else f"{first}/{last}" for key, (first, last) in counted.events.items()
    }
    expected = case.get("milestones", {})
    assert {key: found.get(key) for key in expected} == expected
    if "warnings" in case:
        assert sorted(counted.warnings) == sorted(case["warnings"])


@pytest.mark.parametrize("name", calculators.names())
def test_each_calculator_has_worked_cases_with_names_of_their_own(name: str) -> None:
    names = [case["name"] for case in cases_of(name)]
    assert len(names) == len(set(names))
    assert len(names) >= HOW_MANY.get(name, 40)


@pytest.mark.parametrize("name", calculators.names())
def test_each_worked_case_says_its_reference_day(name: str) -> None:
    assert [case["name"] for case in cases_of(name) if "peildatum" not in case["input"]] == []


@pytest.mark.parametrize("name", calculators.names())
def test_the_page_shows_a_handful_of_the_worked_cases(name: str) -> None:
    assert 3 <= sum(case.get("page", False) for case in cases_of(name)) <= 8
