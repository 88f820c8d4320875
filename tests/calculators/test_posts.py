"""Each item of money stands in two places: its rule and its row of words."""

import inspect
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import calculators
from calculators.law import book
from calculators.law.parameters import Figure, Row, figure
from calculators.wie_betaalt_wat.posts import SUBJECTS, rules
from calculators.wie_betaalt_wat.wording import post_ids, words

TODAY = date(2026, 11, 21)
CASE = {"eerste-ziektedag": "2025-01-06", "bruto-maandloon": "3000", "uren-per-week": "40", "peildatum": "2026-02-02"}


def test_each_row_of_the_table_has_its_rule_and_each_rule_its_row():
    finders = {
        name
        for subject in SUBJECTS
        for name, function in vars(subject).items()
        if inspect.isfunction(function) and inspect.signature(function).return_annotation == "Finding"
    }
    assert {name.replace("-", "_") for name in rules()} == finders


@pytest.mark.parametrize("post_id", post_ids())
def test_each_item_says_what_it_is_and_whom_to_ask(post_id: str):
    assert words(post_id).naam
    assert words(post_id).vraag_aan


def changed(figure_id: str, day: date, value: Decimal, *, provisional: bool = False) -> Figure:
    """Give a figure with a row more."""
    known = figure(figure_id)
    row = Row(day, value, known.history[-1].sources, figure_id=figure_id, provisional=provisional)
    return replace(known, history=(*known.history, row), known_until=None)


def test_a_period_ends_on_the_day_before_the_legal_percentage_changes(monkeypatch: pytest.MonkeyPatch):
    new = changed("loon.percentage", date(2026, 5, 15), Decimal(75))
    monkeypatch.setattr(book, "figure", lambda name: new if name == new.id else figure(name))
    periods = calculators.answer("wie-betaalt-wat", CASE, TODAY)["uitkomst"]["perioden"]
    certainty = {
        period["van"]: item["zekerheid"] for period in periods for item in period["posten"] if item["id"] == "loon"
    }
    assert (certainty["2026-01-05"], certainty["2026-05-15"]) == ("wet", "cao-of-polis")


def warnings_of(values: dict[str, str]) -> dict[str, str]:
    answer = calculators.answer("wie-betaalt-wat", values, TODAY)
    return {warning["code"]: warning["tekst"] for warning in answer["waarschuwingen"]}


def test_a_figure_that_is_only_announced_is_used_and_named(monkeypatch: pytest.MonkeyPatch):
    new = changed("loon.maximumdagloon", date(2027, 1, 1), Decimal(320), provisional=True)
    case = CASE | {"eerste-ziektedag": "2025-06-02", "werkgeverslasten": "20"}
    assert "cijfer-voorlopig" not in warnings_of(case)
    monkeypatch.setattr(book, "figure", lambda name: new if name == new.id else figure(name))
    assert "Maximumdagloon (vanaf 1 januari 2027)" in warnings_of(case)["cijfer-voorlopig"]


def test_amounts_that_are_not_known_are_said_in_one_line_with_what_to_fill_in_and_listed_with_the_item():
    case = CASE | {"eerste-ziektedag": "2025-06-02"}
    text = warnings_of(case)["bedragen-onbekend"]
    assert text.startswith("Vanaf 1 januari 2027 kennen wij niet alle bedragen van de wet.")
    assert text.endswith("U kunt zelf een percentage werkgeverslasten invullen.")
    assert len(text) < 200
    items = calculators.answer("wie-betaalt-wat", case, TODAY)["uitkomst"]["niet_berekend"]
    assert [item for item in items if item["code"] == "werkgeverslasten" and "; " in item["tekst"]]
    assert "bedragen-onbekend" not in warnings_of(case | {"werkgeverslasten": "20"})


def test_each_code_of_a_warning_is_there_once_where_a_rule_and_amounts_are_not_known():
    answer = calculators.answer("wie-betaalt-wat", CASE | {"eerste-ziektedag": "2003-11-24"}, TODAY)
    codes = [warning["code"] for warning in answer["waarschuwingen"]]
    assert sorted(set(codes)) == sorted(codes)
    assert {"regel-onbekend", "bedragen-onbekend"} <= set(codes)


@pytest.mark.parametrize(
    ("filled_in", "named"),
    [
        ({"inleenvergoeding": "12", "inleenvergoeding-soort": "per-uur"}, "inleenvergoeding"),
        ({"btw": "ja"}, "btw"),
        ({"reis-km": "10"}, "reiskosten"),
        ({"reis-dagen": "2"}, "reiskosten"),
        ({"begeleiding-uren": "2", "begeleiding-uurloon": "30"}, "begeleiding"),
        ({"begeleiding-uurloon": "30"}, "begeleiding"),
        ({"uitkering-per-maand": "900"}, "uitkering"),
        ({"lkv": "banenafspraak"}, "lkv"),
    ],
)
def test_what_was_filled_in_and_counts_in_no_month_is_named(filled_in: dict[str, str], named: str):
    for values, expected in ((CASE | filled_in, True), (CASE, False)):
        left_out = calculators.answer("wie-betaalt-wat", values, TODAY)["uitkomst"]["niet_berekend"]
        assert (named in {item["code"] for item in left_out}) is expected
        assert all(item["tekst"] for item in left_out)
