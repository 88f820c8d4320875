"""Whoever works out a formula that is printed, finds the amount that is printed with it, to the cent."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

import calculators
from tests.oracle.naive_money_case import to_cent
from tests.oracle.test_income_invariants import situations
from tests.oracle.test_transition_invariants import services
from tests.oracle.together import asked

EURO = r"€ ([\d.]+,\d\d)"
SHARE = r"([\d,]+) %"
OF_A_LOSS = re.compile(rf"{SHARE} van \({EURO} - {EURO}[^)]*\)")
OF_BOTH = re.compile(rf"{SHARE} van {EURO} - {SHARE} van {EURO} loon")
OF_ONE = re.compile(rf"{SHARE} van {EURO}")
ABOVE = re.compile(rf"geen WW, want {EURO} loon is meer dan {SHARE} van {EURO}")
NOTHING = "minder dan niets: geen uitkering"
BIT = r"(?:\d+/\d+|\d+)"


def number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def worked_out(text: str) -> Fraction:
    """Work one sum out by what it says, and check what it says about nothing."""
    if above := ABOVE.search(text):
        wage, share, old = map(number, above.groups())
        assert wage * 100 > old * share
        return Fraction(0)
    if loss := OF_A_LOSS.search(text):
        share, old, less = map(number, loss.groups())
        amount = share * (old - less) / 100
    elif both := OF_BOTH.search(text):
        share, old, off, wage = map(number, both.groups())
        amount = (share * old - off * wage) / 100
    else:
        one = OF_ONE.search(text)
        assert one is not None, text
        amount = number(one[1]) * number(one[2]) / 100
    assert (amount < 0) is (NOTHING in text), text
    return max(amount, Fraction(0))


def check(formula: str, amounts: dict[str, Any]) -> None:
    if amounts["minstens"] is not None and amounts["minstens"] == amounts["hoogstens"]:
        assert to_cent(worked_out(formula)) == Decimal(amounts["minstens"]), (formula, amounts)


@given(situations())
def test_every_formula_of_the_income_multiplies_out_to_its_amount(values: dict[str, str]) -> None:
    found = asked("inkomen-na-104-weken", values)
    assume(not found["fouten"])
    for outcome in found["uitkomst"]["uitkomsten"]:
        for phase in outcome["fasen"]:
            alone, _, beside = plain(phase["formule"]).partition("; met dit werk ")
            check(alone, phase["zonder_werk"])
            if beside:
                check(beside, phase["met_werk"])
            elif phase["met_werk"] is not None:
                assert "dat hangt af van wat u kunt verdienen" in alone


def test_a_wage_above_the_maximum_the_floor_and_nothing_are_written_as_they_are_worked_out() -> None:
    """The cases of the jurist: Wet WIA 61(4) with E - F x G/H, 61(5), WW 20(1)(c), and more income than wage."""
    for more in (
        {"arbeidsongeschiktheid": "50", "bruto-maandloon": "8000", "nieuw-maandloon": "3500"},
        {"arbeidsongeschiktheid": "47", "bruto-maandloon": "9876.54", "nieuw-maandloon": "3100"},
        {"arbeidsongeschiktheid": "45", "bruto-maandloon": "2400", "nieuw-maandloon": "900"},
        {"arbeidsongeschiktheid": "36", "bruto-maandloon": "2400", "nieuw-maandloon": "1000"},
        {"arbeidsongeschiktheid": "50", "bruto-maandloon": "3000", "nieuw-maandloon": "3100"},
        {"uitkomst": "80-100-niet-duurzaam", "bruto-maandloon": "8000", "nieuw-maandloon": "1000"},
        {"uitkomst": "onder-35", "bruto-maandloon": "8000", "nieuw-maandloon": "7000.01"},
        {"uitkomst": "iva", "bruto-maandloon": "3000", "nieuw-maandloon": "5000"},
    ):
        found = calculators.answer("inkomen-na-104-weken", {"uitkomst": "35-80", "peildatum": "2026-11-28"} | more)
        for phase in found["uitkomst"]["uitkomsten"][0]["fasen"]:
            alone, _, beside = plain(phase["formule"]).partition("; met dit werk ")
            check(alone, phase["zonder_werk"])
            check(beside, phase["met_werk"])


def years(text: str) -> Fraction:
    return sum((Fraction(bit) for bit in re.findall(BIT, text)), Fraction(0))


def check_transition(answer: dict[str, Any]) -> None:
    wages = 0
    for step in (plain(one["tekst"]) for one in answer["stappen"]):
        if wage := re.search(rf"Het loon per maand is (.*) = {EURO}\. Minder", step):
            wages += 1
            assert sum(map(number, re.findall(EURO, wage[1])), Fraction(0)) == number(wage[2])
        if paid := re.search(rf"{EURO} : 3 x (.*) jaar = {EURO}", step):
            assert Fraction(to_cent(number(paid[1]) / 3 * years(paid[2]))) == number(paid[3]), step
        if twelve := re.search(rf"12 x {EURO} = {EURO}", step):
            assert 12 * number(twelve[1]) == number(twelve[2])
        if less := re.search(rf"De kosten gaan eraf: {EURO} - {EURO} = {EURO}", step):
            assert number(less[1]) - number(less[2]) == number(less[3])
    assert wages == 1


@given(services(), st.booleans())
def test_every_sum_of_the_transition_payment_comes_out_to_the_cent(values: dict[str, str], odd: bool) -> None:
    more = {"eindejaarsuitkering": "1000", "toeslagen": "1000", "bonus": "1000", "vakantiebijslag": "8.33"}
    found = asked("transitievergoeding", values | (more if odd else {}))
    assume(not found["fouten"])
    check_transition(found)
