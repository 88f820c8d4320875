"""A form is read all at once: into one frozen input, or into every error in the order of the page."""

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.frame.fields import ChoiceField, DateField, NumberField, PeriodsField
from calculators.frame.form import (
    LONGEST_CARRIED_VALUE,
    LONGEST_UNKNOWN_KEY,
    MOST_UNKNOWN_KEYS,
    REFERENCE_DAY,
    Check,
    Form,
    Group,
    Parsed,
)
from calculators.frame.reading import FieldError
from calculators.registry import calculator, known_keys

TODAY = date(2026, 11, 21)


@dataclass(frozen=True, kw_only=True)
class Stay:
    """The input of the form of these tests."""

    peildatum: date
    eerste_dag: date
    laatste_dag: date | None
    soort: str
    weken: Decimal
    pauzes: tuple[Any, ...]


def last_after_first(values: Mapping[str, Any]) -> FieldError | None:
    if values["laatste-dag"] is None or values["laatste-dag"] >= values["eerste-dag"]:
        return None
    return FieldError("volgorde", "De laatste dag ligt voor de eerste.")


def never_on_friday_the_thirteenth(values: Mapping[str, Any]) -> FieldError | None:
    last = values["laatste-dag"]
    unlucky = last is not None and last.day == 13 and last.weekday() == 4
    return FieldError("te-klein", "Niet op vrijdag de dertiende.") if unlucky else None


FORM = Form(
    groups=(
        Group(
            "Dagen",
            (
                DateField(key="eerste-dag", label="Eerste dag", required=True),
                DateField(key="laatste-dag", label="Laatste dag"),
            ),
        ),
        Group(
            "Meer",
            (
                ChoiceField(key="soort", label="Soort", default="kort", options={"kort": "kort", "lang": "lang"}),
                NumberField(
                    key="weken", label="Weken", smallest=Decimal(0), largest=Decimal(52), default=Decimal(8), whole=True
                ),
                PeriodsField(key="pauzes", label="Pauzes"),
                REFERENCE_DAY,
            ),
        ),
    ),
    build=Stay,
    checks=(
        Check(on="laatste-dag", fields=("eerste-dag", "laatste-dag"), test=last_after_first),
        Check(on="laatste-dag", fields=("laatste-dag",), test=never_on_friday_the_thirteenth),
    ),
)
ORDER = [field.key for field in FORM.fields]


def parse(values: Mapping[str, Any], known_elsewhere: frozenset[str] = frozenset()) -> Parsed[Stay]:
    return FORM.parse(values, TODAY, known_elsewhere)


def errors(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(error.key, error.code) for error in parse(values).errors]


def test_good_values_become_one_input():
    assert parse({"eerste-dag": "24-11-2025", "soort": "lang", "weken": "4"}).input == Stay(
        peildatum=TODAY,
        eerste_dag=date(2025, 11, 24),
        laatste_dag=None,
        soort="lang",
        weken=Decimal(4),
        pauzes=(),
    )


def test_the_input_cannot_be_changed():
    found = parse({"eerste-dag": "24-11-2025"}).input
    assert found is not None
    with pytest.raises(FrozenInstanceError):
        found.soort = "lang"  # type: ignore[misc]  # that is what is tried


def test_all_errors_come_at_once_in_the_order_of_the_page():
    values = {"weken": "veel", "soort": "breed", "pauzes": "mei", "eerste-dag": "gisteren", "peildatum": "31-11-2025"}
    assert errors(values) == [
        ("eerste-dag", "geen-datum"),
        ("soort", "geen-keuze"),
        ("weken", "geen-getal"),
        ("pauzes", "geen-periode"),
        ("peildatum", "geen-datum"),
    ]


def test_with_an_error_there_is_no_input():
    assert parse({"eerste-dag": "24-11-2025", "weken": "veel"}).input is None


def test_a_required_question_without_answer_is_an_error_that_names_it():
    (error,) = parse({}).errors
    assert (error.key, error.code, error.text) == ("eerste-dag", "verplicht", "Vul dit in: eerste dag.")


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\n"])
def test_an_empty_answer_is_no_answer(text: str):
    assert errors({"eerste-dag": text}) == [("eerste-dag", "verplicht")]
    assert parse({"eerste-dag": "24-11-2025", "weken": text}).given == {"eerste-dag": "2025-11-24"}


@pytest.mark.parametrize("text", [",", ";", ",\n,"])
def test_only_signs_between_periods_is_no_answer_either(text: str):
    assert parse({"eerste-dag": "24-11-2025", "pauzes": text}).given == {"eerste-dag": "2025-11-24"}


def test_a_key_given_twice_is_an_error():
    assert errors({"eerste-dag": ["24-11-2025", "25-11-2025"]}) == [("eerste-dag", "dubbel")]


def test_a_key_given_twice_is_an_error_even_when_both_say_the_same():
    assert errors({"eerste-dag": "24-11-2025", "weken": ["4", "4"]}) == [("weken", "dubbel")]


def test_a_list_of_one_answer_is_that_answer():
    assert parse({"eerste-dag": ["24-11-2025"], "weken": []}).given == {"eerste-dag": "2025-11-24"}


def test_a_text_that_is_too_long_is_refused_before_it_is_read():
    values = {"eerste-dag": "1" * 1_000_000, "soort": "k" * 81, "pauzes": "1" * 2001}
    assert errors(values) == [("eerste-dag", "te-lang"), ("soort", "te-lang"), ("pauzes", "te-lang")]


def test_the_error_about_a_long_text_says_how_long_it_may_be():
    assert parse({"eerste-dag": "1" * 81}).errors[0].text == "Dit is te lang. Gebruik hoogstens 80 tekens."


def test_hidden_signs_do_not_make_a_text_too_long():
    assert errors({"eerste-dag": "\u200b" * 5000 + "24-11-2025"}) == []


def test_a_text_of_the_greatest_length_is_read():
    assert errors({"eerste-dag": "24-11-2025", "weken": "0" * 80}) == [("weken", "geen-getal")]


def test_a_check_between_fields_puts_its_error_on_its_field():
    assert errors({"eerste-dag": "24-11-2025", "laatste-dag": "23-11-2025"}) == [("laatste-dag", "volgorde")]


def test_a_check_that_is_content_leaves_no_error():
    assert errors({"eerste-dag": "24-11-2025", "laatste-dag": "24-11-2025"}) == []


def test_a_check_between_fields_waits_until_they_are_good():
    assert errors({"eerste-dag": "24-11", "laatste-dag": "23-11-2025"}) == [("eerste-dag", "geen-datum")]


def test_a_field_gets_one_error_and_the_first_check_wins():
    assert errors({"eerste-dag": "14-02-2026", "laatste-dag": "13-02-2026"}) == [("laatste-dag", "volgorde")]
    assert errors({"eerste-dag": "01-02-2026", "laatste-dag": "13-02-2026"}) == [("laatste-dag", "te-klein")]


def test_what_is_given_stands_in_link_notation():
    values = {"eerste-dag": "24 nov 2025", "soort": "LANG", "weken": "4,0", "pauzes": "2-1-2026 t/m 3-1-2026"}
    assert parse(values).given == {
        "eerste-dag": "2025-11-24",
        "soort": "lang",
        "weken": "4",
        "pauzes": "2026-01-02/2026-01-03",
    }


def test_what_is_given_restores_the_same_input():
    first = parse({"eerste-dag": "24 nov 2025", "weken": "4,0", "pauzes": "2-1-2026 t/m 3-1-2026"})
    assert parse(first.given).input == first.input


def test_a_default_is_told_only_when_it_was_used():
    assert parse({"eerste-dag": "24-11-2025"}).defaults == {"soort": "kort", "weken": "8"}
    assert parse({"eerste-dag": "24-11-2025", "weken": "8"}).defaults == {"soort": "kort"}
    assert parse({"eerste-dag": "24-11-2025", "weken": "veel"}).defaults == {"soort": "kort"}


def test_a_default_of_nought_is_told_as_well():
    nought = NumberField(key="weken", label="Weken", smallest=Decimal(0), largest=Decimal(9), default=Decimal(0))
    parsed: Parsed[dict[str, Any]] = Form(groups=(Group("Alles", (nought,)),), build=dict).parse({}, TODAY)
    assert parsed.defaults == {"weken": "0"}


def test_an_answer_that_is_good_has_its_echo_and_a_wrong_one_has_none():
    assert parse({"eerste-dag": "24-11-2025", "weken": "veel"}).echoes == {"eerste-dag": "maandag 24 november 2025"}


def test_what_was_typed_is_kept_also_when_it_is_wrong():
    assert parse({"eerste-dag": "<b>", "weken": ""}).typed == {"eerste-dag": "<b>"}


def test_the_reference_day_is_today_unless_it_is_given():
    assert parse({"eerste-dag": "24-11-2025"}).reference_day == TODAY
    assert parse({"peildatum": "24-12-2025"}).reference_day == date(2025, 12, 24)
    assert parse({"peildatum": "24-13-2025"}).reference_day == TODAY


def test_a_key_that_nobody_knows_is_reported():
    assert parse({"eerste-dag": "24-11-2025", "kleur": "rood", "__proto__": "1"}).unknown == ("kleur", "__proto__")


def test_long_and_many_unknown_keys_are_reported_in_short():
    unknown = parse({f"{number:04}" + "k" * 10_000: "1" for number in range(1000)}).unknown
    assert len(unknown) == MOST_UNKNOWN_KEYS + 1
    assert {len(key) for key in unknown[:-1]} == {LONGEST_UNKNOWN_KEY}
    assert unknown[-1] == f"… en nog {1000 - MOST_UNKNOWN_KEYS}"


def test_a_key_of_another_page_is_carried_and_not_named():
    parsed = parse({"eerste-dag": "24-11-2025", "dagloon": "200", "cao": ["a", "b"]}, frozenset({"dagloon", "cao"}))
    assert parsed.carried == {"dagloon": "200", "cao": "a"}
    assert parsed.unknown == ()


def test_a_carried_text_that_is_too_long_is_dropped():
    known = frozenset({"dagloon"})
    assert parse({"dagloon": "1" * LONGEST_CARRIED_VALUE}, known).carried == {"dagloon": "1" * LONGEST_CARRIED_VALUE}
    assert parse({"dagloon": "1" * (LONGEST_CARRIED_VALUE + 1)}, known).carried == {}


@given(st.dictionaries(st.sampled_from(ORDER) | st.text(max_size=5), st.text(max_size=30) | st.lists(st.text())))
def test_whatever_is_given_errors_come_once_per_field_in_order_or_there_is_an_input(values: dict[str, Any]):
    parsed = parse(values)
    found = [error.key for error in parsed.errors]
    assert found == [key for key in ORDER if key in found]
    assert (parsed.input is None) is bool(found)


def test_every_field_of_a_calculator_is_an_attribute_of_its_input():
    for name in calculators.names():
        one = calculator(name)
        answered = one.form.parse(one.example, TODAY)
        assert [field.key for field in one.form.fields if not hasattr(answered.input, field.attribute)] == []


def test_keys_are_unique_in_each_form_and_known_to_the_others():
    for name in calculators.names():
        keys = [field.key for field in calculator(name).form.fields]
        assert len(keys) == len(set(keys))
        assert set(keys) <= known_keys()


def test_every_check_of_a_calculator_is_about_fields_that_exist():
    for name in calculators.names():
        form = calculator(name).form
        assert {check.on for check in form.checks} <= {field.key for field in form.fields}
        assert {key for check in form.checks for key in check.fields} <= known_keys()
