"""Cases that do not come from us get the answer of their source, or another one for a reason that is written down."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import calculators

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("public_cases.toml").read_text(encoding="utf-8"))[
    "case"
]
KINDS = {"agree", "differs-on-purpose", "cannot-be-expressed"}
RUN = [pytest.param(case, id=case["id"]) for case in CASES if case["kind"] != "cannot-be-expressed"]


def answered(case: dict[str, Any]) -> dict[str, Any]:
    """Answer a case; every one of its keys is known, and none is refused."""
    answer = calculators.answer(case["calculator"], case["input"])
    assert {"fouten": answer["fouten"], "onbekend": answer["onbekend"]} == {"fouten": [], "onbekend": []}
    return answer


def day_of(outcome: dict[str, Any], milestone_id: str) -> str:
    found = [milestone for milestone in outcome["mijlpalen"] if milestone["id"] == milestone_id]
    return str(found[0].get("datum") or found[0]["van"]) if found else "absent"


def paid_on(outcome: dict[str, Any], day: str, item_id: str) -> str:
    (period,) = [period for period in outcome["perioden"] if period["van"] <= day <= period["tot"]]
    found = [item["per_maand"] for item in period["posten"] if item["id"] == item_id]
    return str(found[0]) if found else "absent"


def value_at(outcome: dict[str, Any], path: str) -> str:
    """Follow a path of public_cases.toml."""
    parts = path.split(".")
    if parts[0] == "mijlpalen":
        return day_of(outcome, parts[1])
    if parts[0] == "perioden":
        return paid_on(outcome, parts[1], parts[2])
    found: Any = outcome
    for part in parts:
        found = found[int(part)] if isinstance(found, list) else found[part]
    return "null" if found is None else str(found)


@pytest.mark.parametrize("case", RUN)
def test_a_public_case_gets_the_answer_of_its_source_or_ours_for_a_reason(case: dict[str, Any]) -> None:
    answer = answered(case)
    outcome = answer["uitkomst"]
    expected = case["says"] | case.get("ours", {})
    assert {path: value_at(outcome, path) for path in expected} == expected
    earliest = case.get("not_before", {})
    assert {path: day for path, day in earliest.items() if value_at(outcome, path) < day} == {}
    codes = {warning["code"] for warning in answer["waarschuwingen"]}
    assert set(case.get("warned", [])) - codes == set()
    assert set(case.get("not_warned", [])) & codes == set()


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES if "not_computed_any" in case])
def test_what_a_public_case_leaves_open_is_named_with_whom_to_ask(case: dict[str, Any]) -> None:
    named = [item for item in answered(case)["uitkomst"]["niet_berekend"] if item["code"] in case["not_computed_any"]]
    assert named
    assert all(item["tekst"] and item["vraag_aan"] for item in named)


def test_there_are_at_least_45_public_cases_each_with_a_name_and_a_source() -> None:
    names = [case["id"] for case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 45
    for case in CASES:
        assert case["kind"] in KINDS
        assert case["title"]
        assert case["url"].startswith("http")
        assert isinstance(case["date"], date)
        assert case["facts"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_a_public_case_that_we_answer_otherwise_or_not_says_why(case: dict[str, Any]) -> None:
    differs = case["kind"] == "differs-on-purpose"
    assert ("anders" in case) == differs
    assert ("ours" in case) == differs
    assert ("reason" in case) == (case["kind"] == "cannot-be-expressed")
    if differs:
        # Where we answer otherwise, the source says something about exactly that.
        assert {path: case["says"][path] != ours for path, ours in case["ours"].items()} == dict.fromkeys(
            case["ours"], True
        )
