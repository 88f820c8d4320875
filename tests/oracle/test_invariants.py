"""What must hold for every timeline, tried on cases that nobody thought of."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import calculators
from calculators.registry import known_keys
from tests.oracle.naive_calendar import is_day_off
from tests.oracle.naive_case import Case, read_case
from tests.oracle.naive_ends import Ends
from tests.oracle.naive_timeline import timeline
from tests.oracle.naive_waiting_period import count_until, counted_day, pauses_and_first_day
from tests.oracle.together import NASTY, Properties, asked, check_answered_or_refused

LEGAL_ORDER = [
    "probleemanalyse",
    "plan-van-aanpak",
    "melding-42e-week",
    "eerstejaarsevaluatie",
    "brief-uwv-wia",
    "re-integratieverslag",
    "wia-aanvraag",
    "besluit-loonsanctie",
    "einde-wachttijd",
    "eerste-wia-dag",
]
COUNTED_BACK = ("re-integratieverslag", "wia-aanvraag", "besluit-loonsanctie")
KEYS = [
    "rol",
    "eerste-ziektedag",
    "situatie",
    "onderbrekingen",
    "verlof",
    "verlof-zelfde-oorzaak",
    "probleemanalyse",
    "eerstejaarsevaluatie",
    "wia-aanvraag",
    "loonsanctie-weken",
    "loonsanctie-tot",
    "vervroegde-iva-aanvraag",
    "verlenging-weken",
    "einde-dienstverband",
    "aow-datum",
    "werkervaringsplaats-start",
    "werkervaringsplaats-weken",
    "detachering-start",
    "detachering-einde",
    "uitkering",
    "proefplaatsing-start",
    "proefplaatsing-maanden",
    "in-dienst",
    "uren-start",
    "uren-doel",
    "uren-stap",
    "peildatum",
]

FIRST_DAYS = st.dates(date(2004, 1, 1), date(2080, 12, 31))
# Around the borders, and anywhere.
PAUSE_LENGTHS = st.one_of(st.integers(1, 40), st.sampled_from([27, 28]))


@st.composite
def pauses(draw: st.DrawFn, first_day: date) -> dict[str, str]:
    """Draw interruptions and leave that lie one after the other, with illness between them."""
    interruptions: list[str] = []
    leave: list[str] = []
    day = first_day
    for number in range(draw(st.integers(0, 4))):
        # A leave and a recovery may touch: then they are one interruption.
        begin = day + timedelta(days=draw(st.one_of(st.integers(1, 300), st.just(1 if number == 0 else 0))))
        is_leave = draw(st.booleans()) and draw(st.booleans())
        length = draw(st.integers(30, 180)) if is_leave else draw(PAUSE_LENGTHS)
        end = begin + timedelta(days=length - 1)
        (leave if is_leave else interruptions).append(f"{begin}/{end}")
        day = end + timedelta(days=1)
    drawn = {"onderbrekingen": ",".join(draw(st.permutations(interruptions))), "verlof": ",".join(leave)}
    if leave:
        drawn["verlof-zelfde-oorzaak"] = draw(st.sampled_from(["ja", "nee"]))
    return drawn


def begins_after_its_period(case: Case) -> bool:
    """Tell whether a pause begins when the 728 days before it are full: no case, but an error."""
    every = sorted([*case.interruptions, *case.leave])
    for number, (begin, _) in enumerate(every):
        before = every[:number]
        so_far = Case(
            first_sick_day=case.first_sick_day,
            reference_day=case.reference_day,
            interruptions=tuple(period for period in case.interruptions if period in before),
            leave=tuple(period for period in case.leave if period in before),
            leave_same_cause=case.leave_same_cause,
        )
        _, counting, first_day = pauses_and_first_day(so_far)
        if begin > counted_day(first_day, counting, 728):
            return True
    return False


@st.composite
def cases(draw: st.DrawFn) -> dict[str, str]:
    """Draw a whole case that has an answer."""
    first_day = draw(FIRST_DAYS)

    def later(least: int, most: int) -> str:
        return (first_day + timedelta(days=draw(st.integers(least, most)))).isoformat()

    values = {"eerste-ziektedag": first_day.isoformat(), "peildatum": later(-60, 1600)}
    values |= draw(pauses(first_day))
    options = {
        "probleemanalyse": later(-10, 90),
        "eerstejaarsevaluatie": later(-10, 500),
        "wia-aanvraag": later(-10, 1200),
        "loonsanctie-weken": str(draw(st.sampled_from([0, 1, 26, 52]))),
        "verlenging-weken": str(draw(st.sampled_from([0, 1, 13, 104]))),
        "aow-datum": later(-100, 1500),
        "einde-dienstverband": later(600, 1500),
        "werkervaringsplaats-start": later(0, 1000),
        "werkervaringsplaats-weken": str(draw(st.integers(1, 52))),
        "detachering-start": later(0, 1000),
        "proefplaatsing-start": later(0, 1500),
        "proefplaatsing-maanden": str(draw(st.integers(1, 12))),
        "uitkering": draw(st.sampled_from(["geen", "WW", "ZW", "WGA", "IVA", "WAO", "WAZ", "Wajong", "IOW"])),
        "in-dienst": later(0, 1500),
        "situatie": draw(st.sampled_from(["werknemer", "werknemer", "vangnet"])),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(options)), max_size=6))
    values |= {key: options[key] for key in chosen}
    values = {key: value for key, value in values.items() if value}
    case = read_case(values)
    assume(not begins_after_its_period(case))
    # A contract that ended before the illness began anew, or the AOW age before 2023, is another question.
    _, _, last_first_day = pauses_and_first_day(case)
    assume(case.end_of_contract is None or case.end_of_contract >= last_first_day)
    assume(case.aow_day is None or case.aow_day >= date(2023, 7, 1))
    return values | more_decisions(draw, case)


def more_decisions(draw: st.DrawFn, case: Case) -> dict[str, str]:
    """Draw the day on which a sanction ends, and an application for an early IVA, where these can be."""
    ends = Ends(case)
    values = {}
    can_be_shortened = not case.without_employer and not ends.begins_anew and not case.sanction_weeks
    shortened = can_be_shortened and draw(st.sampled_from([True, False, False, False]))
    if (shortened or (case.sanction_weeks and ends.end_of_sanction)) and case.leave_same_cause and draw(st.booleans()):
        # 25(9): leave that runs when a sanction would begin, that is over by then, or that arises within it.
        latest = ends.end_of_sanction or ends.wage_before_sanction + timedelta(days=1)
        begin = draw(st.dates(ends.end_of_wait + timedelta(days=1), latest))
        leave = (*case.leave, (begin, begin + timedelta(days=draw(st.integers(30, 180)))))
        values["verlof"] = ",".join(f"{first}/{last}" for first, last in leave)
        ends = Ends(replace(case, leave=leave))
    if shortened:
        length = draw(st.one_of(st.integers(1, 364), st.sampled_from([1, 364])))
        values["loonsanctie-tot"] = (ends.begin_of_sanction + timedelta(days=length - 1)).isoformat()
    application = ends.first_day + timedelta(days=draw(st.integers(0, 300)))
    if not case.without_employer and draw(st.sampled_from([True, False, False, False])):
        values["vervroegde-iva-aanvraag"] = application.isoformat()
    return values


def answered(values: dict[str, str]) -> dict[str, Any]:
    found = asked("tijdlijn", values)
    assert found["fouten"] == []
    return found


def days_by_id(answer: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {
        milestone["id"]: (milestone["datum"], milestone["datum"])
        if "datum" in milestone
        else (milestone["van"], milestone["tot"])
        for milestone in answer["uitkomst"]["mijlpalen"]
    }


def legal_days(answer: dict[str, Any]) -> list[str]:
    found = days_by_id(answer)
    return [found[key][0] for key in LEGAL_ORDER]


every = Properties(cases())


@every
def test_the_calculator_and_the_day_counter_agree(values: dict[str, str]) -> None:
    answer = answered(values)
    counted = timeline(read_case(values))
    expected = {key: (first.isoformat(), last.isoformat()) for key, (first, last) in counted.events.items()}
    assert days_by_id(answer) == expected
    assert [milestone["id"] for milestone in answer["uitkomst"]["mijlpalen"]] == counted.in_order()


@every
def test_the_calculator_and_the_day_counter_agree_on_the_reference_day(values: dict[str, str]) -> None:
    outcome = answered(values)["uitkomst"]
    counted = timeline(read_case(values))
    start = counted.last_placement_start
    assert outcome["wachttijd"] == {
        "eerste_dag": counted.first_day.isoformat(),
        "laatste_dag": counted.last_day.isoformat(),
        "eerste_wia_dag": counted.first_wia_day.isoformat(),
        "week_nu": counted.week_now,
        "dagen_te_gaan": counted.days_to_go,
    }
    assert outcome["ruimte"] == {
        "laatste_start_werkervaringsplaats": start.isoformat() if start else None,
        "vroegste_contract": counted.first_wia_day.isoformat(),
    }
    assert outcome["veilig_contract"] == (counted.safe_day and counted.safe_day.isoformat())


@every
def test_a_sanction_does_not_end_before_its_first_day(values: dict[str, str]) -> None:
    """WIA 25(9), third sentence: leave that runs when it would begin puts that day off."""
    if "loonsanctie-tot" in values:
        too_early = Ends(read_case(values)).begin_of_sanction - timedelta(days=1)
        refused = calculators.answer("tijdlijn", values | {"loonsanctie-tot": too_early.isoformat()})["fouten"]
        assert ("loonsanctie-tot", "volgorde") in [(error["veld"], error["code"]) for error in refused]


@every
def test_the_calculator_and_the_day_counter_warn_of_the_same(values: dict[str, str]) -> None:
    warnings = {warning["code"] for warning in answered(values)["waarschuwingen"]}
    about_figures = {"regel-onbekend", "regel-wijzigt", "cijfer-voorlopig"}
    counted = timeline(read_case(values)).warnings
    # What belongs to an earlier illness is said by one code or two; that it is said at all is what counts.
    about_another_illness = {"hoort-bij-oude-ziekte", "datum-buiten-periode"}
    assert warnings - about_figures - about_another_illness == counted - about_another_illness
    assert bool(warnings & about_another_illness) == bool(counted & about_another_illness)


@every
def test_a_last_working_day_is_named_exactly_where_a_day_is_a_day_off(values: dict[str, str]) -> None:
    for milestone in answered(values)["uitkomst"]["mijlpalen"]:
        last = date.fromisoformat(milestone.get("datum") or milestone["tot"])
        day = last
        while is_day_off(day):
            day -= timedelta(days=1)
        expected = day.isoformat() if day != last else None
        assert {milestone["id"]: milestone.get("werkdag_ervoor")} == {milestone["id"]: expected}


@every
def test_each_milestone_in_the_waiting_period_names_its_counted_week(values: dict[str, str]) -> None:
    _, pauses_in_case, first_day = pauses_and_first_day(read_case(values))
    outcome = answered(values)["uitkomst"]
    for milestone in outcome["mijlpalen"]:
        day = milestone.get("datum") or milestone["van"]
        if first_day.isoformat() <= day <= outcome["wachttijd"]["laatste_dag"]:
            number = count_until(first_day, pauses_in_case, date.fromisoformat(day))
            assert {milestone["id"]: milestone["week"]} == {milestone["id"]: (number + 6) // 7}


@every
def test_an_evaluation_of_a_placement_is_never_on_a_day_off(values: dict[str, str]) -> None:
    for key, (day, _) in days_by_id(answered(values)).items():
        if key.startswith("werkervaringsplaats-evaluatie") or key == "proefplaatsing-aanvraag":
            assert not is_day_off(date.fromisoformat(day))


@every
def test_a_link_made_from_an_answer_gives_the_same_answer(values: dict[str, str]) -> None:
    answer = answered(values)
    again = answered(answer["invoer"])
    assert again["uitkomst"] == answer["uitkomst"]
    assert again["invoer"] == answer["invoer"]
    assert again["waarschuwingen"] == answer["waarschuwingen"]


@every
def test_the_same_question_gets_the_same_answer(values: dict[str, str]) -> None:
    assert calculators.answer("tijdlijn", values) == calculators.answer("tijdlijn", values)


@given(FIRST_DAYS, st.data())
def test_a_gap_under_28_days_moves_what_counts_on_after_it_and_what_counts_back_from_the_end(
    first_day: date, data: st.DataObject
) -> None:
    begin = first_day + timedelta(days=data.draw(st.integers(1, 727)))
    length = data.draw(st.integers(1, 27))
    end = begin + timedelta(days=length - 1)
    values = {"eerste-ziektedag": first_day.isoformat(), "peildatum": "2099-01-01"}
    before = legal_days(answered(values))
    after = legal_days(answered(values | {"onderbrekingen": f"{begin}/{end}"}))
    for key, old, new in zip(LEGAL_ORDER, before, after, strict=True):
        day_after = key in ("melding-42e-week", "brief-uwv-wia", "eerste-wia-dag")
        counted_from = date.fromisoformat(old) - timedelta(days=1) if day_after else date.fromisoformat(old)
        shift = 0 if counted_from < begin and key not in COUNTED_BACK else length
        assert {key: date.fromisoformat(new) - date.fromisoformat(old)} == {key: timedelta(days=shift)}


@given(FIRST_DAYS, st.data())
def test_a_waiting_period_has_728_counted_days(first_day: date, data: st.DataObject) -> None:
    values = {"eerste-ziektedag": first_day.isoformat(), "peildatum": "2099-01-01"}
    values |= {key: text for key, text in data.draw(pauses(first_day)).items() if text}
    case = read_case(values)
    assume(not begins_after_its_period(case))
    waiting = answered(values)["uitkomst"]["wachttijd"]
    day, last = date.fromisoformat(waiting["eerste_dag"]), date.fromisoformat(waiting["laatste_dag"])
    counted = 0
    while day <= last:
        counted += not any(first <= day <= end for first, end in (*case.interruptions, *case.leave))
        day += timedelta(days=1)
    assert counted == 728


@given(FIRST_DAYS, st.data())
def test_the_legal_milestones_stay_in_order(first_day: date, data: st.DataObject) -> None:
    values = {"eerste-ziektedag": first_day.isoformat(), "peildatum": "2099-01-01"}
    values |= {key: text for key, text in data.draw(pauses(first_day)).items() if text}
    assume(not begins_after_its_period(read_case(values)))
    values["loonsanctie-weken"] = str(data.draw(st.integers(0, 52)))
    values["verlenging-weken"] = str(data.draw(st.integers(0, 104)))
    found = days_by_id(answered(values))
    # With an extension, what is counted back is counted back from its end.
    last = "einde-verlenging" if "einde-verlenging" in found else "einde-wachttijd"
    days = [found[last if key == "einde-wachttijd" else key][0] for key in LEGAL_ORDER]
    assert days == sorted(days)


def check_typed(values: dict[str, str]) -> None:
    answer = check_answered_or_refused("tijdlijn", values)
    assert {error["veld"] for error in answer["fouten"]} <= set(KEYS)
    assert set(answer["onbekend"]) <= set(values) - set(KEYS)


@given(st.dictionaries(st.sampled_from(KEYS), st.one_of(st.sampled_from(NASTY), st.text(max_size=60))))
def test_anything_typed_is_answered_or_refused_with_a_known_code(values: dict[str, str]) -> None:
    check_typed(values)


@given(cases(), st.sampled_from(KEYS), st.one_of(st.sampled_from(NASTY), st.text(max_size=60)))
def test_one_bad_value_in_a_good_case_is_refused_with_a_known_code(values: dict[str, str], key: str, text: str) -> None:
    check_typed(values | {key: text})


@given(st.dictionaries(st.text(max_size=40), st.text(max_size=40), max_size=5))
def test_unknown_keys_are_all_named(extra: dict[str, str]) -> None:
    values = {"eerste-ziektedag": "2025-11-24"} | {key: text for key, text in extra.items() if key not in known_keys()}
    answer = calculators.answer("tijdlijn", values, date(2026, 11, 21))
    assert answer["fouten"] == []
    assert sorted(answer["onbekend"]) == sorted(set(values) - {"eerste-ziektedag"})


def test_each_nasty_value_in_each_field_is_answered_or_refused() -> None:
    for key in KEYS:
        for text in NASTY:
            check_typed({"eerste-ziektedag": "2025-11-24", key: text})


def test_a_value_of_a_million_characters_is_too_long() -> None:
    values = {"eerste-ziektedag": "1" * 1_000_000, "onderbrekingen": "2026-03-01/2026-03-02," * 50_000}
    answer = calculators.answer("tijdlijn", values, date(2026, 11, 21))
    assert {error["veld"]: error["code"] for error in answer["fouten"]} == dict.fromkeys(values, "te-lang")


@pytest.mark.full
@given(cases())
def test_every_property_of_a_timeline_case_holds_together(values: dict[str, str]) -> None:
    every.hold(values)
