"""What must hold for every income after 104 weeks, tried on cases that nobody thought of."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import calculators
from tests.oracle import naive_income
from tests.oracle.naive_case import read_case
from tests.oracle.test_invariants import begins_after_its_period, pauses
from tests.oracle.together import NASTY, Properties, asked, check_answered_or_refused

NAME = "inkomen-na-104-weken"
KEYS = [field.key for field in calculators.registry.calculator(NAME).form.fields]
GOOD = {"bruto-maandloon": "3000", "uitkomst": "35-80", "arbeidsongeschiktheid": "50"}
DECIDED = ["onder-35", "35-80", "80-100-niet-duurzaam", "iva", "weet-niet"]
BORDERS = ["34.99", "35", "44.99", "45", "55", "65", "79.99", "80", "100"]


def euros(least: int, most: int) -> st.SearchStrategy[str]:
    return st.integers(least * 100, most * 100).map(lambda cents: str(Decimal(cents) / 100))


@st.composite
def situations(draw: st.DrawFn) -> dict[str, str]:
    """Draw a whole case that has an answer."""
    years = draw(st.integers(0, 50))
    values = {
        "bruto-maandloon": draw(st.one_of(euros(1, 4000), euros(1, 12_000))),
        "uitkomst": draw(st.sampled_from([*DECIDED, "35-80", "35-80"])),
        "peildatum": draw(
            st.one_of(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.dates(date(2024, 1, 1), date(2028, 12, 31)))
        ).isoformat(),
    }
    options = {
        "vakantiebijslag": draw(st.sampled_from(["0", "8", "8.33"])),
        "wia-dagloon": draw(st.one_of(euros(1, 400), st.sampled_from(["304.25", "309.91", "309.92"]))),
        "arbeidsongeschiktheid": draw(st.one_of(st.sampled_from(BORDERS), euros(0, 100))),
        "restverdiencapaciteit": draw(euros(0, 5000)),
        "arbeidsverleden": str(years),
        "nieuw-maandloon": draw(euros(0, 6000)),
        "wekeneis": draw(st.sampled_from(["ja", "weet-niet", "nee"])),
        "ww-voor-ziekte": draw(st.sampled_from(["ja", "nee"])),
        "vier-van-vijf-jaar": draw(st.sampled_from(["ja", "nee"])),
        "uren-per-week": draw(st.sampled_from(["8", "24", "36", "40"])),
        "nieuwe-uren-per-week": draw(st.sampled_from(["4", "12", "20"])),
    }
    values |= {key: text for key, text in options.items() if draw(st.booleans())}
    if "arbeidsverleden" in values and draw(st.booleans()):
        values["arbeidsverleden-voor-2016"] = str(draw(st.integers(0, years)))
    if draw(st.booleans()):
        sick = draw(st.dates(date(2022, 1, 1), date(2027, 12, 31)))
        values["eerste-ziektedag"] = sick.isoformat()
        if draw(st.booleans()):
            values["loonsanctie-weken"] = draw(st.sampled_from(["13", "52"]))
            values["wia-aanvraag"] = (sick + timedelta(days=draw(st.integers(600, 760)))).isoformat()
        if draw(st.booleans()):
            values["einde-dienstverband"] = (sick + timedelta(days=draw(st.integers(0, 1300)))).isoformat()
        if draw(st.booleans()):
            values["aow-datum"] = (sick + timedelta(days=draw(st.integers(0, 1600)))).isoformat()
        values |= {key: text for key, text in draw(pauses(sick)).items() if text}
        assume(not begins_after_its_period(read_case(values)))
    return values


def answered(values: dict[str, str]) -> dict[str, Any]:
    found = asked(NAME, values)
    assert found["fouten"] == []
    return dict(found["uitkomst"])


every = Properties(situations())


@every
def test_the_calculator_and_the_second_reading_agree(values: dict[str, str]) -> None:
    assert naive_income.differences(values, answered(values)) == []


@every
def test_no_benefit_is_less_than_nothing_nor_more_than_the_first(values: dict[str, str]) -> None:
    for outcome in answered(values)["uitkomsten"]:
        for phase in outcome["fasen"]:
            first = Decimal(outcome["fasen"][0]["zonder_werk"]["hoogstens"] or 0)
            for amounts in (phase["zonder_werk"], phase["met_werk"]):
                if amounts is None or amounts["minstens"] is None:
                    continue
                assert Decimal(0) <= Decimal(amounts["minstens"]) <= Decimal(amounts["hoogstens"])
                if outcome["fasen"][0]["soort"] != "wga-daarna":
                    assert Decimal(amounts["hoogstens"]) <= first


@given(situations(), euros(0, 3000))
def test_who_earns_more_has_more_in_all_but_in_the_ww(values: dict[str, str], more: str) -> None:
    values = {"nieuw-maandloon": "500"} | values
    richer = values | {"nieuw-maandloon": str(Decimal(values["nieuw-maandloon"]) + Decimal(more))}
    for before, after in zip(answered(values)["uitkomsten"], answered(richer)["uitkomsten"], strict=True):
        for one, other in zip(before["fasen"], after["fasen"], strict=True):
            if one["soort"].startswith("ww") or one["met_werk"]["totaal_minstens"] is None:
                continue
            assert Decimal(one["met_werk"]["totaal_minstens"]) <= Decimal(other["met_werk"]["totaal_minstens"])


@every
def test_the_table_says_the_same_as_the_phases(values: dict[str, str]) -> None:
    outcome = answered({"nieuw-maandloon": "500"} | values)
    if outcome["werk"] is None:
        return
    # Other hours can have the same wage to the cent: the row of the hours that were filled in is the one with "nu".
    (row,) = [row for row in outcome["werk"]["rijen"] if "nu" in (row["plek"] or "").split()]
    last = outcome["uitkomsten"][0]["fasen"][-1]["met_werk"]
    assert (row["daarna_totaal"] or row["eerst_totaal"]) == last["totaal_minstens"] or last["totaal_minstens"] is None


@every
def test_a_link_made_from_an_answer_gives_the_same_answer(values: dict[str, str]) -> None:
    answer = calculators.answer(NAME, values)
    again = calculators.answer(NAME, answer["invoer"] | {"peildatum": values["peildatum"]})
    assert (again["uitkomst"], again["invoer"]) == (answer["uitkomst"], answer["invoer"])


@every
def test_what_is_taken_along_is_good_input_for_who_pays_what(values: dict[str, str]) -> None:
    taken = answered(values)["overnemen"]
    if taken is not None:
        case = {"eerste-ziektedag": "2024-11-04", "bruto-maandloon": "3000", "uren-per-week": "40"}
        assert calculators.answer("wie-betaalt-wat", case | taken)["fouten"] == []


@given(situations(), st.sampled_from(KEYS), st.one_of(st.sampled_from(NASTY), st.text(max_size=60)))
def test_one_bad_value_in_a_good_case_is_refused_with_a_known_code(values: dict[str, str], key: str, text: str) -> None:
    check_answered_or_refused(NAME, values | {key: text})


@pytest.mark.parametrize("key", KEYS)
def test_each_nasty_value_in_each_field_is_answered_or_refused(key: str) -> None:
    for text in NASTY:
        check_answered_or_refused(NAME, GOOD | {key: text})


@pytest.mark.full
@given(situations())
def test_every_property_of_a_case_of_income_holds_together(values: dict[str, str]) -> None:
    every.hold(values)
