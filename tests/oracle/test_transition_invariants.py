"""What must hold for every transition payment, tried on cases that nobody thought of."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import calculators
from tests.oracle import naive_transition
from tests.oracle.naive_case import read_case
from tests.oracle.naive_transition import Service, is_part_of
from tests.oracle.naive_waiting_period import last_illness
from tests.oracle.test_invariants import begins_after_its_period, pauses
from tests.oracle.together import NASTY, Properties, asked, check_answered_or_refused

NAME = "transitievergoeding"
KEYS = [field.key for field in calculators.registry.calculator(NAME).form.fields]
GOOD = {"in-dienst-sinds": "2014-03-01", "bruto-maandloon": "3000", "eerste-ziektedag": "2024-09-02"}
DAYS = st.one_of(st.dates(date(1975, 1, 1), date(2028, 12, 31)), st.dates(date(2005, 1, 1), date(2026, 12, 31)))
WAGES = st.integers(1, 1_500_000).map(lambda cents: str(Decimal(cents) / 100))


@st.composite
def services(draw: st.DrawFn) -> dict[str, str]:
    """Draw a whole case that has an answer: contracts one after the other, then perhaps an illness."""
    start = draw(DAYS)
    values = {"in-dienst-sinds": start.isoformat(), "bruto-maandloon": draw(WAGES)}
    earlier, before = [], start
    for _ in range(draw(st.integers(0, 3))):
        last = before - timedelta(days=draw(st.one_of(st.integers(2, 400), st.integers(180, 187))))
        first = last - timedelta(days=draw(st.integers(0, 2000)))
        if first.year < 1951:
            break
        earlier.append(f"{first}/{last}")
        before = first
    options = {
        "eerdere-contracten": ",".join(draw(st.permutations(earlier))),
        "eerder-betaald": draw(WAGES),
        "vakantiebijslag": draw(st.sampled_from(["0", "8", "8.33"])),
        "eindejaarsuitkering": draw(WAGES),
        "toeslagen": draw(WAGES),
        "toeslagen-maanden": str(draw(st.integers(1, 12))),
        "vakantiegeld-over-toeslagen": draw(st.sampled_from(["ja", "nee"])),
        "bonus": draw(WAGES),
        "bonus-maanden": str(draw(st.integers(1, 36))),
        "jeugd-maanden": str(draw(st.integers(0, 24))),
        "aftrekbare-kosten": draw(WAGES),
        "betaald-bedrag": draw(WAGES),
        "betaald-op": draw(st.dates(date(2024, 1, 1), date(2029, 12, 31))).isoformat(),
        "einde-door": draw(st.sampled_from(["werkgever", "overeenkomst", "afloop", "werknemer"])),
    }
    values |= {key: text for key, text in options.items() if text and draw(st.booleans())}
    earliest = start
    if draw(st.booleans()):
        before = max(start - timedelta(days=draw(st.sampled_from([0, 0, 400]))), date(2020, 1, 1))
        sick = draw(st.one_of(st.dates(before, date(2029, 12, 31)), st.dates(before, before + timedelta(days=400))))
        earliest = max(start, sick)
        values["eerste-ziektedag"] = sick.isoformat()
        seldom = {
            "loonsanctie-weken": draw(st.sampled_from(["1", "26", "52"])),
            "verlenging-weken": draw(st.sampled_from(["13", "104"])),
            "wia-aanvraag": (sick + timedelta(days=draw(st.integers(600, 760)))).isoformat(),
            "aow-datum": (sick + timedelta(days=draw(st.integers(600, 1500)))).isoformat(),
            "betaald-op": draw(st.dates(date(2024, 1, 1), date(2026, 11, 1))).isoformat(),
        }
        values |= {key: text for key, text in seldom.items() if draw(st.sampled_from([True, False, False]))}
        values |= {key: text for key, text in draw(pauses(sick)).items() if text}
    length = draw(st.one_of(st.integers(0, 15_000), st.integers(720, 740)))
    last = max(earliest + timedelta(days=length), date(2000, 1, 1))
    if draw(st.booleans()):
        values["einde-dienstverband"] = last.isoformat()
    values["peildatum"] = draw(st.sampled_from([last, date(2026, 11, 28)])).isoformat()
    if "eerste-ziektedag" in values:
        case = read_case(values)
        assume(not begins_after_its_period(case))
        assume(case.end_of_contract is None or case.end_of_contract >= last_illness(case).first_day)
    return values


def answered(values: dict[str, str]) -> dict[str, Any]:
    found = asked(NAME, values)
    assert found["fouten"] == []
    return dict(found["uitkomst"])


every = Properties(services())


@every
def test_the_calculator_and_the_second_reading_agree(values: dict[str, str]) -> None:
    expected, found = naive_transition.as_json(values), answered(values)
    assert is_part_of(expected, found), (expected, found)


@given(services(), st.integers(1, 400))
def test_a_longer_contract_never_gives_less_within_a_year(values: dict[str, str], days: int) -> None:
    last = date.fromisoformat(values.get("einde-dienstverband", values["peildatum"]))
    ill = "eerste-ziektedag" in values
    last = max(last, Service(values).start, last_illness(read_case(values)).first_day if ill else date.min)
    later = last + timedelta(days=days)
    assume(later.year == last.year)
    amounts = [
        Decimal(answered(values | {"einde-dienstverband": day.isoformat()})["bij_einde"]["bedrag"])
        for day in (last, later)
    ]
    assert amounts[0] <= amounts[1]


@every
def test_a_sanction_never_moves_the_day_that_uwv_counts_to(values: dict[str, str]) -> None:
    values = {key: text for key, text in values.items() if key != "loonsanctie-weken"}
    assume("eerste-ziektedag" in values)
    plain, punished = answered(values), answered(values | {"loonsanctie-weken": "52"})
    assume(not plain["ziekte_voor_contract"])
    assert plain["na_twee_jaar"] == punished["na_twee_jaar"]
    assert plain["opzeggen_vanaf"] <= punished["opzeggen_vanaf"]


@every
def test_uwv_never_pays_back_more_than_was_due_nor_than_after_two_years(values: dict[str, str]) -> None:
    outcome = answered(values)
    back = outcome["vergoeding_uwv"]
    if back is not None:
        most = Decimal(back["hoogstens"])
        assert Decimal(0) <= Decimal(back["minstens"]) <= most
        assert most <= Decimal(outcome["bij_einde"]["voor_kosten"])
        assert most <= Decimal(outcome["na_twee_jaar"]["voor_kosten"])


@every
def test_a_link_made_from_an_answer_gives_the_same_answer(values: dict[str, str]) -> None:
    answer = calculators.answer(NAME, values)
    again = calculators.answer(NAME, answer["invoer"])
    assert (again["uitkomst"], again["invoer"]) == (answer["uitkomst"], answer["invoer"])


@given(services(), st.sampled_from(KEYS), st.one_of(st.sampled_from(NASTY), st.text(max_size=60)))
def test_one_bad_value_in_a_good_case_is_refused_with_a_known_code(values: dict[str, str], key: str, text: str) -> None:
    check_answered_or_refused(NAME, values | {key: text})


@pytest.mark.parametrize("key", KEYS)
def test_each_nasty_value_in_each_field_is_answered_or_refused(key: str) -> None:
    for text in NASTY:
        check_answered_or_refused(NAME, GOOD | {key: text})


@pytest.mark.full
@given(services())
def test_every_property_of_a_case_of_transition_holds_together(values: dict[str, str]) -> None:
    every.hold(values)
