"""Edges of the newer calculators' rules that no worked case reaches: guards, and figures that are not known."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import calculators
from calculators.common.calculator import calculator
from calculators.no_riskpolis.form import NoRiskInput
from calculators.no_riskpolis.rules import judge, waiting_period

TODAY = date(2026, 11, 21)


def no_risk_case(**changes: Any) -> NoRiskInput:
    parsed = calculator("no-riskpolis").form.parse({"groep": "geen"}, TODAY)
    assert isinstance(parsed.input, NoRiskInput)
    return replace(parsed.input, **changes)


def test_without_any_day_there_is_no_waiting_period():
    assert waiting_period(no_risk_case(groep="wia")) == (None, None, False)


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("wia", "^these groups need a waiting period; the form asks for it$"),
        ("onderwijsbelemmering", "^this group needs the end of the education; the form asks for it$"),
    ],
)
def test_a_group_that_lacks_its_day_is_our_own_mistake(group: str, words: str):
    with pytest.raises(ValueError, match=words):
        judge(no_risk_case(groep=group), None, None)


def test_a_first_wia_day_without_a_check_day_is_our_own_mistake():
    with pytest.raises(ValueError, match="need a waiting period"):
        judge(no_risk_case(groep="wia"), date(2026, 11, 2), None)


@pytest.mark.parametrize(
    ("day", "right"), [("2027-11-21", "misschien"), ("2027-11-22", "ja"), ("2032-11-21", "ja"), ("2032-11-22", "nee")]
)
def test_at_the_own_employer_the_policy_holds_for_five_years_from_the_first_wia_day(day: str, right: str):
    values = {"groep": "wia", "eerste-wia-dag": "2027-11-22", "werkgever": "eigen", "peildatum": "2032-12-31"}
    found = calculators.answer("no-riskpolis", values | {"eerste-dag-ziek-in-nieuwe-baan": day}, TODAY)
    assert found["uitkomst"]["recht"] == right


def test_wage_cost_advantage_from_before_the_known_amounts_is_left_out_and_told():
    values = {
        "eerste-ziektedag": "2020-03-02",
        "bruto-maandloon": "3000",
        "uren-per-week": "40",
        "in-dienst": "2022-03-01",
        "lkv": "arbeidsgehandicapte",
        "nieuw-maandloon": "2500",
        "nieuwe-uren-per-week": "32",
        "peildatum": "2022-06-01",
    }
    found = calculators.answer("wie-betaalt-wat", values, TODAY)
    assert found["fouten"] == []
    days = [
        period["van"] for period in found["uitkomst"]["perioden"] if "lkv" in {item["id"] for item in period["posten"]}
    ]
    assert min(days) == "2023-01-01"
    assert "lkv" in " ".join(item["code"] for item in found["uitkomst"]["niet_berekend"])
