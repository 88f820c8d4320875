"""One case goes along in a link: whatever two calculators both say about it, they say the same."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from calculators.law.book import Law
from calculators.law.wachttijd import ends
from calculators.registry import calculator, names
from tests.oracle.naive_case import read_case
from tests.oracle.naive_ends import Ends
from tests.oracle.test_invariants import cases

MORE = {"bruto-maandloon": "3000", "uren-per-week": "40", "in-dienst-sinds": "2000-01-01", "groep": "minder-dan-35"}
ABOUT_THE_END = {"einde-dienstverband", "loonsanctie-weken", "verlenging-weken", "wia-aanvraag"}
ABOUT_THE_ILLNESS = ABOUT_THE_END | {
    "eerste-ziektedag",
    "situatie",
    "onderbrekingen",
    "verlof",
    "verlof-zelfde-oorzaak",
    "loonsanctie-tot",
    "peildatum",
}
ASKED = {name: {field.key for field in calculator(name).form.fields} for name in names()}
ASKING = [name for name in names() if ASKED[name] >= ABOUT_THE_END]
WORKED_OUT = [
    ({"loonsanctie-weken": "52", "einde-dienstverband": "2027-01-31"}, "2027-02-01"),
    ({"verlenging-weken": "26", "einde-dienstverband": "2026-12-31"}, "2027-01-01"),
    ({"verlenging-weken": "13", "einde-dienstverband": "2026-03-31"}, "2026-11-26"),
    ({"wia-aanvraag": "2026-10-15", "einde-dienstverband": "2026-10-31"}, "2026-11-26"),
    ({"loonsanctie-weken": "52"}, "2027-11-25"),
]


def first_wia_day(name: str, values: dict[str, str]) -> date | None:
    """Return the first day of the WIA as a calculator finds it; None when it refuses the case, or has no use for it."""
    asked = {key: text for key, text in {**MORE, **values}.items() if key in ASKED[name]}
    case: Any = calculator(name).form.parse(asked, date(2026, 11, 28)).input
    illness = case and case.illness
    return illness and ends(illness, Law(illness.first_day)).first_wia_day


def test_five_calculators_ask_for_all_that_ends_the_wage():
    assert sorted(ASKING) == [
        "inkomen-na-104-weken",
        "no-riskpolis",
        "tijdlijn",
        "transitievergoeding",
        "wie-betaalt-wat",
    ]


@pytest.mark.parametrize(("values", "day"), WORKED_OUT)
@pytest.mark.parametrize("name", ASKING)
def test_no_wage_holds_up_the_wia_after_the_end_of_the_contract(name: str, values: dict[str, str], day: str) -> None:
    """Wet WIA 43(b): only as long as there is a right to wage under BW 7:629(11)."""
    case = {"eerste-ziektedag": "2024-11-28", "peildatum": "2026-11-28"} | values
    assert first_wia_day(name, case) == date.fromisoformat(day) == Ends(read_case(case)).first_wia_day


@given(cases())
def test_every_calculator_finds_the_same_first_wia_day(values: dict[str, str]) -> None:
    known = {key: text for key, text in values.items() if key in ABOUT_THE_ILLNESS}
    assert len({first_wia_day(name, known) for name in ASKING} - {None}) <= 1
