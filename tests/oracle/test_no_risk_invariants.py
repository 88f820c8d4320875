"""What must hold for every answer about the no-risk policy, tried on cases that nobody thought of."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import calculators
from tests.oracle import naive_no_risk
from tests.oracle.naive_calendar import same_day_later
from tests.oracle.naive_case import read_case
from tests.oracle.naive_no_risk import read_no_risk_case
from tests.oracle.naive_objection import ordinary_day
from tests.oracle.test_invariants import begins_after_its_period, pauses
from tests.oracle.together import NASTY, Properties, asked, check_answered_or_refused

NAME = "no-riskpolis"
GROUPS = [
    "wia",
    "minder-dan-35",
    "wajong",
    "banenafspraak",
    "wsw-of-beschut-werk",
    "wao-waz",
    "onderwijsbelemmering",
    "weet-niet",
    "geen",
]
REASONS = {
    "wia-recht-direct-voor-indienst",
    "geen-wia-recht-door-aow",
    "aow-voor-wia-beoordeling",
    "baan-voor-einde-opleiding",
    "baan-op-laatste-schooldag",
    "geen-wia-recht-direct-voor-indienst",
    "wia-begint-die-dag",
    "baan-gaat-door-met-wia",
    "wao-of-waz",
    "ziek-voor-wia-recht",
    "eigen-dienstverband-eindigt",
    "wia-beslissing-niet-ingevuld",
    "ziek-voor-wia-beslissing",
    "indienst-voor-einde-wachttijd",
    "baan-op-peildag",
    "later-dan-vijf-jaar",
    "passend-werk-bij-eigen-werkgever",
    "nieuw-contract-bij-eigen-werkgever",
    "groep-onbeperkt",
    "banenafspraak-oudere-baan",
    "banenafspraak-oudere-ziekte",
    "vijf-jaar-voorbij",
    "geen-doelgroep",
    "te-laat-gemeld",
    "binnen-vijf-jaar-na-opleiding",
    "onder-35-op-tijd",
    "vraag-open",
    "peildag-niet-zeker",
    "eigenrisicodrager-mogelijk",
}
KEYS = [
    "groep",
    "eerste-ziektedag",
    "eerste-wia-dag",
    "wia-beslissing",
    "loonsanctie-weken",
    "verlenging-weken",
    "baan-op-peildag",
    "ander-werk-bij-eigen-werkgever",
    "in-dienst",
    "eerste-dag-ziek-in-nieuwe-baan",
    "ziekgemeld-op",
    "werkgever",
    "dagloon",
    "loon-per-dag",
    "einde-opleiding",
    "onderbrekingen",
    "verlof",
    "wia-aanvraag",
    "einde-dienstverband",
    "aow-datum",
    "peildatum",
]
GOOD = {"groep": "minder-dan-35", "eerste-ziektedag": "2024-11-04", "in-dienst": "2026-11-02"}
OFTEN_AND_SELDOM = [True, True, False]
# Around the check day, the end of the waiting period and the fifth anniversary, and anywhere.
FROM_FIRST_WIA_DAY = st.one_of(st.integers(-85, 10), st.integers(1820, 1832), st.integers(-728, 3000))


@st.composite
def no_risk_cases(draw: st.DrawFn) -> dict[str, str]:
    """Draw a whole case that has an answer."""
    first_day = draw(st.dates(date(2020, 1, 1), date(2028, 12, 31)))
    group = draw(st.sampled_from([*GROUPS, "minder-dan-35", "minder-dan-35", "wia"]))
    first_wia_day = first_day + timedelta(days=728)

    def around() -> str:
        return (first_wia_day + timedelta(days=draw(FROM_FIRST_WIA_DAY))).isoformat()

    def after(day: str, least: int, most: int) -> str:
        return (date.fromisoformat(day) + timedelta(days=draw(st.integers(least, most)))).isoformat()

    options = {
        "in-dienst": around(),
        "baan-op-peildag": draw(st.sampled_from(["nee", "nee", "ja"])),
        "ander-werk-bij-eigen-werkgever": draw(st.sampled_from(["nee", "nee", "ja"])),
        "dagloon": str(Decimal(draw(st.integers(0, 40_000))) / 100),
        "loon-per-dag": str(Decimal(draw(st.integers(0, 40_000))) / 100),
    }
    seldom = {
        "loonsanctie-weken": draw(st.sampled_from(["0", "1", "26", "52"])),
        "verlenging-weken": draw(st.sampled_from(["0", "13", "104"])),
        "wia-aanvraag": after(first_day.isoformat(), 600, draw(st.sampled_from([760, 1500]))),
        "einde-dienstverband": after(first_day.isoformat(), 0, 1200),
        "werkgever": draw(st.sampled_from(["eigen", "nieuw"])),
        "situatie": draw(st.sampled_from(["werknemer", "vangnet"])),
        "aow-datum": after(first_wia_day.isoformat(), -100, 3000),
        "wia-beslissing": after(first_wia_day.isoformat(), -100, 400),
    }
    values = {"groep": group, "eerste-ziektedag": first_day.isoformat(), "peildatum": around()}
    values |= {key: text for key, text in options.items() if draw(st.sampled_from(OFTEN_AND_SELDOM))}
    values |= {key: text for key, text in seldom.items() if not draw(st.sampled_from(OFTEN_AND_SELDOM))}
    if draw(st.booleans()):
        values |= {key: text for key, text in draw(pauses(first_day)).items() if text}
        assume(not begins_after_its_period(read_case(values)))
    elif "wia-aanvraag" not in values and draw(st.booleans()):
        values["eerste-wia-dag"] = after(first_wia_day.isoformat(), -3, 3)
        if draw(st.booleans()):
            del values["eerste-ziektedag"]
            values.pop("einde-dienstverband", None)
    if "in-dienst" in values and draw(st.booleans()):
        sick = after(values["in-dienst"], 0, 2200)
        values["eerste-dag-ziek-in-nieuwe-baan"] = sick
        if draw(st.booleans()):
            values["ziekgemeld-op"] = after(sick, 0, 60)
    if group == "onderwijsbelemmering":
        values["einde-opleiding"] = after(values.get("in-dienst", values["peildatum"]), -1900, 100)
    return values


def answered(values: dict[str, str]) -> dict[str, Any]:
    found = asked(NAME, values)
    assert found["fouten"] == []
    return found


def plain(per_day: Any) -> Any:
    """Make amounts per day comparable: 8.00 and 8 are one number."""
    if per_day is None:
        return None
    return (Decimal(per_day["eerste_52_weken"]), Decimal(per_day["daarna"]), per_day["begrensd_door"])


every = Properties(no_risk_cases())


@every
def test_the_calculator_and_the_second_reading_agree(values: dict[str, str]) -> None:
    outcome = answered(values)["uitkomst"]
    expected = naive_no_risk.as_json(read_no_risk_case(values))
    keys = ["recht", "redenen", "van", "tot", "ziekmelden_uiterlijk", "ziekengeld_laatste_dag"]
    if values["groep"] in ("wia", "minder-dan-35", "onderwijsbelemmering"):
        keys.append("veilig_vanaf")
    if values["groep"] == "minder-dan-35":
        keys.append("peildag")
    assert {key: outcome[key] for key in keys} == {key: expected[key] for key in keys}
    assert plain(outcome["ziekengeld_per_dag"]) == plain(expected["ziekengeld_per_dag"])


@every
def test_a_warning_is_given_exactly_when_the_two_days_differ(values: dict[str, str]) -> None:
    codes = [warning["code"] for warning in answered(values)["waarschuwingen"]]
    if values["groep"] in ("wia", "minder-dan-35"):
        assert ("dagen-verschillen" in codes) == read_no_risk_case(values).days_differ


@every
def test_every_answer_is_whole(values: dict[str, str]) -> None:
    answer = answered(values)
    outcome = answer["uitkomst"]
    assert outcome["recht"] in ("ja", "nee", "misschien", "weet-niet")
    assert set(outcome["redenen"]) <= REASONS
    assert len(outcome["redenen"]) == len(set(outcome["redenen"]))
    assert all(isinstance(text, str) and text for text in [*outcome["bewijs"], *outcome["vraag_aan_uwv"]])
    assert answer["stappen"]
    if outcome["recht"] == "nee":
        assert outcome["redenen"]
        assert "te-laat-gemeld" not in outcome["redenen"]
    if outcome["recht"] == "misschien":
        assert outcome["vraag_aan_uwv"]
    if outcome["van"] and outcome["tot"] and values.get("werkgever") != "eigen":
        assert date.fromisoformat(outcome["tot"]) + timedelta(days=1) == same_day_later(
            date.fromisoformat(outcome["van"]), months=60
        )


@every
def test_reporting_late_changes_no_right(values: dict[str, str]) -> None:
    if "eerste-dag-ziek-in-nieuwe-baan" not in values:
        values |= {"in-dienst": "2027-03-01", "eerste-dag-ziek-in-nieuwe-baan": "2027-06-07"}
    day = date.fromisoformat(values["eerste-dag-ziek-in-nieuwe-baan"])
    in_time = answered(values | {"ziekgemeld-op": (day + timedelta(days=42)).isoformat()})["uitkomst"]
    past_the_term = ordinary_day(day + timedelta(days=42)) + timedelta(days=1)
    too_late = answered(values | {"ziekgemeld-op": past_the_term.isoformat()})["uitkomst"]
    assert in_time["recht"] == too_late["recht"]
    is_said = [] if too_late["recht"] == "nee" else ["te-laat-gemeld"]
    assert [reason for reason in too_late["redenen"] if reason not in in_time["redenen"]] == is_said


@given(no_risk_cases(), st.integers(0, 120))
def test_a_later_start_before_the_end_of_the_waiting_period_is_never_worse(values: dict[str, str], days: int) -> None:
    order = ["nee", "misschien", "ja"]
    values = {key: text for key, text in values.items() if key not in ("eerste-dag-ziek-in-nieuwe-baan", "in-dienst")}
    values |= {"groep": "minder-dan-35", "werkgever": "nieuw"}
    first_wia_day = read_no_risk_case(values).first_wia_day
    assert first_wia_day is not None
    values["peildatum"] = first_wia_day.isoformat()
    early = (first_wia_day - timedelta(days=days)).isoformat()
    rights = [answered(values | {"in-dienst": day})["uitkomst"]["recht"] for day in (early, first_wia_day.isoformat())]
    assert order.index(rights[0]) <= order.index(rights[1])


@every
def test_the_benefit_is_at_most_the_daily_wage_and_on_request_at_most_the_wage_owed(
    values: dict[str, str],
) -> None:
    values = {
        key: text for key, text in values.items() if key not in ("eerste-dag-ziek-in-nieuwe-baan", "ziekgemeld-op")
    }
    values = {"dagloon": "320.5"} | values | {"peildatum": "2026-03-02"}
    per_day = answered(values)["uitkomst"]["ziekengeld_per_dag"]
    most = [Decimal(values[key]) for key in ("dagloon", "loon-per-dag") if key in values]
    assert Decimal(0) <= Decimal(per_day["eerste_52_weken"]) <= min(most)
    assert Decimal(0) <= Decimal(per_day["daarna"]) <= Decimal(values["dagloon"])


@every
def test_a_comma_or_a_point_means_the_same(values: dict[str, str]) -> None:
    answer = answered(values)
    with_comma = {
        key: text.replace(".", ",") if key in ("dagloon", "loon-per-dag") else text for key, text in values.items()
    }
    again = answered(with_comma)
    assert again["uitkomst"] == answer["uitkomst"]
    assert again["invoer"] == answer["invoer"]


@every
def test_a_link_made_from_an_answer_gives_the_same_answer(values: dict[str, str]) -> None:
    answer = answered(values)
    again = answered(answer["invoer"])
    assert again["uitkomst"] == answer["uitkomst"]
    assert again["invoer"] == answer["invoer"]
    assert again["waarschuwingen"] == answer["waarschuwingen"]


@every
def test_the_check_day_is_the_one_of_the_timeline(values: dict[str, str]) -> None:
    values = {
        key: text
        for key, text in values.items()
        if key not in ("eerste-wia-dag", "in-dienst", "wia-beslissing", "aow-datum")
    }
    values = {"eerste-ziektedag": "2024-11-04"} | values | {"groep": "minder-dan-35"}
    timeline = calculators.answer("tijdlijn", values)
    assert timeline["fouten"] == []
    days = {milestone["id"]: milestone.get("datum") for milestone in timeline["uitkomst"]["mijlpalen"]}
    assert answered(values)["uitkomst"]["peildag"] == days["no-risk-peildag"]


@given(st.dictionaries(st.sampled_from(KEYS), st.one_of(st.sampled_from([*NASTY, *GROUPS]), st.text(max_size=60))))
def test_anything_typed_is_answered_or_refused_with_a_known_code(values: dict[str, str]) -> None:
    check_answered_or_refused(NAME, values)


@given(no_risk_cases(), st.sampled_from(KEYS), st.one_of(st.sampled_from(NASTY), st.text(max_size=60)))
def test_one_bad_value_in_a_good_case_is_refused_with_a_known_code(values: dict[str, str], key: str, text: str) -> None:
    check_answered_or_refused(NAME, values | {key: text})


@pytest.mark.parametrize("key", KEYS)
def test_each_nasty_value_in_each_field_is_answered_or_refused(key: str) -> None:
    for text in NASTY:
        check_answered_or_refused(NAME, GOOD | {key: text})


@pytest.mark.full
@given(no_risk_cases())
def test_every_property_of_a_no_risk_case_holds_together(values: dict[str, str]) -> None:
    every.hold(values)
