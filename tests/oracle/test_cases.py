"""Every worked case of every calculator gets the answer that was worked out by hand and calendar."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import calculators
from tests.conftest import one_in
from tests.oracle import naive_income, naive_no_risk, naive_sums, naive_timeline, naive_transition
from tests.oracle.naive_money import PARTIES
from tests.oracle.naive_money_case import read_money_case

FOLDER = Path(calculators.__file__).parent
HOW_MANY = {
    "tijdlijn": 70,
    "wie-betaalt-wat": 80,
    "no-riskpolis": 40,
    "transitievergoeding": 50,
    "inkomen-na-104-weken": 70,
}
"""Never fewer worked cases than this. A new calculator begins with one; it gets a line here once it has forty."""


def cases_of(name: str) -> list[dict[str, Any]]:
    text = (FOLDER / name.replace("-", "_") / "cases.toml").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = tomllib.loads(text)["case"]
    return cases


def answered_cases_of(name: str) -> list[Any]:
    """Give the cases with an answer, with keys that the naive readers understand: those of a link."""
    cases = cases_of(name) if name in calculators.names() else []
    return [pytest.param(case, id=case["name"]) for case in cases if "errors" not in case]


ALL_CASES = [
    pytest.param(name, case, id=f"{name}: {case['name']}") for name in calculators.names() for case in cases_of(name)
]


def days_of(milestone: dict[str, Any]) -> str:
    return milestone["datum"] if "datum" in milestone else f"{milestone['van']}/{milestone['tot']}"


def in_link_notation(name: str, case: dict[str, Any]) -> dict[str, str]:
    """Write the input of a case as a link does, which is all that the naive readers can read."""
    return dict(calculators.answer(name, case["input"])["invoer"])


def at(outcome: Any, path: str) -> Any:
    """Follow a dotted path through tables and lists."""
    for part in path.split("."):
        outcome = outcome[int(part)] if isinstance(outcome, list) else outcome[part]
    return outcome


def plain(value: Any) -> Any:
    """Make a cell of cases.toml and a value in JSON comparable: 8, "8" and "8.00" are one number."""
    if isinstance(value, list):
        return [plain(part) for part in value]
    if value == "null" or value is None or isinstance(value, bool):
        return None if value == "null" else value
    text = str(value)
    return Decimal(text) if text.replace(".", "", 1).removeprefix("-").isdigit() else text


def period_of(outcome: dict[str, Any], day: str) -> dict[str, Any]:
    """Give the period that holds a day."""
    (found,) = [period for period in outcome["perioden"] if period["van"] <= day <= period["tot"]]
    return dict(found)


def item_of(outcome: dict[str, Any], day: str, item_id: str) -> dict[str, Any]:
    """Give an item of the period that holds a day; empty when it is not there."""
    found = [item for item in period_of(outcome, day)["posten"] if item["id"] == item_id]
    assert len(found) <= 1
    return dict(found[0]) if found else {}


def same(found: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Tell whether a table has what is expected of it."""
    return {key: plain(found.get(key, "absent")) for key in expected} == {
        key: plain(value) for key, value in expected.items()
    }


def check_money(outcome: dict[str, Any], case: dict[str, Any]) -> None:
    """Compare the periods, items and balances that a case names."""
    for cell in case.get("items", []):
        expected = {key: value for key, value in cell.items() if key != "period"}
        found = item_of(outcome, cell["period"], cell["id"])
        assert same(found, expected), (cell, found)
    for cell in case.get("absent_items", []):
        assert {**cell, "found": item_of(outcome, cell["period"], cell["id"])} == {**cell, "found": {}}
    for cell in case.get("periods", []):
        period = period_of(outcome, cell["day"])
        found = period | {party: period["per_partij"][party]["saldo"] for party in PARTIES}
        expected = {key: value for key, value in cell.items() if key != "day"}
        assert same(found, expected), (cell, {key: found[key] for key in expected})
    starts = {period["van"] for period in outcome.get("perioden", [])}
    assert [day for day in case.get("period_starts", []) if day not in starts] == []
    for party, balance in case.get("parties", {}).items():
        assert {party: plain(outcome["per_partij"][party]["saldo"])} == {party: plain(balance)}
    for item_id, total in case.get("sums", {}).items():
        items = [item for period in outcome["perioden"] for item in period["posten"] if item["id"] == item_id]
        assert {item_id: sum(Decimal(item["bedrag"]) for item in items)} == {item_id: Decimal(total)}


def check_named(answer: dict[str, Any], case: dict[str, Any]) -> None:
    """Compare the warnings and what was not computed."""
    codes = sorted(warning["code"] for warning in answer["waarschuwingen"])
    if "warnings" in case:
        assert codes == sorted(case["warnings"])
    assert [code for code in case.get("warned", []) if code not in codes] == []
    assert [code for code in case.get("not_warned", []) if code in codes] == []
    not_computed = [item["code"] for item in answer.get("uitkomst", {}).get("niet_berekend", [])]
    assert [code for code in case.get("not_computed", []) if code not in not_computed] == []
    assert [code for code in case.get("not_named", []) if code in not_computed] == []


@pytest.mark.parametrize(("name", "case"), ALL_CASES)
def test_a_worked_case_gets_the_answer_that_was_worked_out(name: str, case: dict[str, Any]) -> None:
    answer = calculators.answer(name, case["input"])
    errors = {error["veld"]: error["code"] for error in answer["fouten"]}
    assert errors == case.get("errors", {})
    assert all(error["tekst"] for error in answer["fouten"])
    assert ("uitkomst" in answer) is not bool(errors)
    if "unknown" in case:
        assert answer["onbekend"] == case["unknown"]
    check_named(answer, case)
    outcome = answer.get("uitkomst", {})
    check_money(outcome, case)
    for path, expected in case.get("outcome", {}).items():
        assert {path: plain(at(outcome, path))} == {path: plain(expected)}
    milestones = {milestone["id"]: milestone for milestone in outcome.get("mijlpalen", [])}
    expected_days = case.get("milestones", {})
    assert {key: days_of(milestones[key]) for key in expected_days if key in milestones} == expected_days
    expected_before = case.get("workday_before", {})
    assert {key: milestones[key].get("werkdag_ervoor") for key in expected_before} == expected_before
    assert [key for key in case.get("absent", []) if key in milestones] == []


@pytest.mark.parametrize("case", answered_cases_of("tijdlijn"))
def test_the_day_counter_finds_the_days_of_the_worked_cases(case: dict[str, Any]) -> None:
    counted = naive_timeline.timeline(naive_timeline.read_case(in_link_notation("tijdlijn", case)))
    found = {
        key: first.isoformat() if first == last else f"{first}/{last}" for key, (first, last) in counted.events.items()
    }
    expected = case.get("milestones", {})
    assert {key: found.get(key) for key in expected} == expected
    if "warnings" in case:
        about_figures = {"regel-onbekend", "regel-wijzigt", "cijfer-voorlopig"}
        assert sorted(counted.warnings) == sorted(set(case["warnings"]) - about_figures)


# The day payer walks from day to day, and takes the longest of all; each property of `make fuzz` asks it too.
@pytest.mark.parametrize("case", one_in(3, answered_cases_of("wie-betaalt-wat")))
def test_the_day_payer_finds_the_amounts_of_the_worked_cases(case: dict[str, Any]) -> None:
    money_case = read_money_case(in_link_notation("wie-betaalt-wat", case))
    check_money(naive_sums.as_json(money_case), case)


@pytest.mark.parametrize("case", answered_cases_of("no-riskpolis"))
def test_the_second_reading_of_the_no_risk_policy_finds_the_answer_of_the_worked_cases(case: dict[str, Any]) -> None:
    outcome = naive_no_risk.as_json(naive_no_risk.read_no_risk_case(in_link_notation("no-riskpolis", case)))
    for path, expected in case.get("outcome", {}).items():
        assert {path: plain(at(outcome, path))} == {path: plain(expected)}


@pytest.mark.parametrize("case", answered_cases_of("transitievergoeding"))
def test_the_second_reading_of_the_transition_payment_finds_the_worked_cases(case: dict[str, Any]) -> None:
    values = in_link_notation("transitievergoeding", case)
    expected = naive_transition.as_json(values)
    found = calculators.answer("transitievergoeding", case["input"])["uitkomst"]
    assert naive_transition.is_part_of(expected, found), (expected, found)


@pytest.mark.parametrize("case", answered_cases_of("inkomen-na-104-weken"))
def test_the_second_reading_of_the_income_finds_the_worked_cases(case: dict[str, Any]) -> None:
    outcome = calculators.answer("inkomen-na-104-weken", case["input"])["uitkomst"]
    assert naive_income.differences(in_link_notation("inkomen-na-104-weken", case), outcome) == []


@pytest.mark.parametrize("name", calculators.names())
def test_each_calculator_has_worked_cases_with_names_of_their_own(name: str) -> None:
    names = [case["name"] for case in cases_of(name)]
    assert len(names) == len(set(names))
    assert len(names) >= HOW_MANY.get(name, 1)


@pytest.mark.parametrize("name", calculators.names())
def test_each_worked_case_says_its_reference_day(name: str) -> None:
    assert [case["name"] for case in cases_of(name) if "peildatum" not in case["input"]] == []


@pytest.mark.parametrize("name", calculators.names())
def test_the_page_shows_a_handful_of_the_worked_cases(name: str) -> None:
    least = 3 if name in HOW_MANY else 1
    assert least <= sum(case.get("page", False) for case in cases_of(name)) <= 8
