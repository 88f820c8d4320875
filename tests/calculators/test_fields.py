"""Every kind of field: what holds for all of them, and choices."""

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame.fields import ChoiceField, YesNoField
from calculators.frame.reading import ErrorCode, FieldError, clean
from tests.calculators.test_dates_typed import FIELD as DAY
from tests.calculators.test_numbers_typed import MONEY, NUMBER, PERCENT, WEEKS
from tests.calculators.test_periods_typed import FIELD as PERIODS

CHOICE = ChoiceField(key="uitkering", label="Uitkering", options={"WW": "WW", "Wajong": "Wajong", "geen": "geen"})
YES_NO = YesNoField(key="zelfde", label="Zelfde?")
EVERY_KIND = (DAY, PERIODS, NUMBER, WEEKS, MONEY, PERCENT, CHOICE, YES_NO)
CODES = set(get_args(ErrorCode))


def value_or_error(field: Any, text: str) -> Any:
    """Read a text and return the value, or the error that says why there is none."""
    try:
        return field.parse(clean(text))
    except FieldError as error:
        return error


def test_the_codes_are_those_of_the_interface():
    assert {
        "verplicht",
        "geen-datum",
        "geen-getal",
        "geen-periode",
        "geen-keuze",
        "te-klein",
        "te-groot",
        "periode-omgekeerd",
        "periodes-overlappen",
        "volgorde",
        "te-lang",
        "dubbel",
    } == CODES


@pytest.mark.parametrize("field", EVERY_KIND, ids=lambda field: field.kind)
@given(text=st.text())
def test_any_text_gives_a_value_or_an_error_with_a_known_code_and_a_sentence(field: Any, text: str):
    found = value_or_error(field, text)
    if isinstance(found, FieldError):
        assert found.code in CODES
        assert found.text.endswith((".", "?"))
        assert str(found) == found.text


@pytest.mark.parametrize("field", EVERY_KIND, ids=lambda field: field.kind)
@given(text=st.text(st.characters(categories=["Nd", "No", "Pd", "Zs", "Cf", "Cs"]), max_size=20))
def test_strange_digits_spaces_and_hidden_signs_never_break_a_field(field: Any, text: str):
    found = value_or_error(field, text)
    if not isinstance(found, FieldError):
        assert value_or_error(field, field.write(found)) == found


@pytest.mark.parametrize("field", EVERY_KIND, ids=lambda field: field.kind)
def test_a_field_is_named_in_the_input_by_its_key_with_underscores(field: Any):
    assert field.attribute == field.key.replace("-", "_")


@pytest.mark.parametrize(("text", "option"), [("WW", "WW"), ("ww", "WW"), ("WAJONG", "Wajong"), ("Geen", "geen")])
def test_a_choice_is_known_in_capitals_and_in_small_letters(text: str, option: str):
    assert CHOICE.parse(text) == option


@pytest.mark.parametrize("text", ["WIA", "W W", "WW,Wajong", "__proto__", "0", "nee"])
def test_what_is_no_choice_is_refused_and_the_choices_are_named(text: str):
    with pytest.raises(FieldError, match=re.escape("Kies een van deze antwoorden: WW, Wajong, geen.")) as caught:
        CHOICE.parse(text)
    assert caught.value.code == "geen-keuze"


@pytest.mark.parametrize(("text", "answer"), [("ja", "ja"), ("JA", "ja"), ("Nee", "nee")])
def test_yes_and_no_are_answered_in_dutch(text: str, answer: str):
    assert YES_NO.parse(text) == answer


@pytest.mark.parametrize("text", ["yes", "no", "j", "true", "1"])
def test_yes_and_no_are_answered_in_no_other_way(text: str):
    with pytest.raises(FieldError):
        YES_NO.parse(text)


@pytest.mark.parametrize("option", CHOICE.options)
def test_a_choice_written_for_a_link_is_read_back_as_itself(option: str):
    assert CHOICE.parse(clean(CHOICE.write(option))) == option


def test_a_choice_has_no_echo_because_the_field_shows_it():
    assert CHOICE.echo("WW") == ""


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a \t b  ", "a b"),
        ("a\u00a0\u2007\u202f\u3000b", "a b"),
        ("a\r\nb", "a\nb"),
        ("\uff21\uff11\uff0c\uff5e", "A1,~"),
        ("\u2010\u2011\u2012\u2013\u2014\u2212", "------"),
        ("\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\ufeff\u00ad\x00\x1b\x7f", ""),
        ("\ud800", "\ud800"),
    ],
)
def test_odd_signs_become_plain_ones_and_hidden_ones_go(text: str, cleaned: str):
    assert clean(text) == cleaned


@pytest.mark.parametrize("sign", "\u2066\u2067\u2068\u2069")
def test_isolates_of_writing_direction_are_hidden_signs_too(sign: str):
    assert clean(f"{sign}24-11-2025{sign}") == "24-11-2025"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str):
    assert clean(clean(text)) == clean(text)
