"""Numbers, amounts and percentages: Dutch and English notation, and what no number may be."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame.fields import MoneyField, NumberField, PercentField, RateField
from calculators.frame.reading import FieldError, clean, plain_number

NUMBER = NumberField(key="aantal", label="Aantal", smallest=Decimal(-1000), largest=Decimal(10_000_000))
WEEKS = NumberField(key="weken", label="Weken", smallest=Decimal(1), largest=Decimal(52), unit="weken", whole=True)
MONEY = MoneyField(key="loon", label="Loon")
PERCENT = PercentField(key="deel", label="Deel")
RATE = RateField(key="tarief", label="Tarief", largest=Decimal(5))
FIELDS = (NUMBER, WEEKS, MONEY, PERCENT)


def read(field: NumberField, text: str) -> Decimal:
    return field.parse(clean(text))


def refusal(field: NumberField, text: str) -> FieldError:
    with pytest.raises(FieldError) as caught:
        read(field, text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3200.50", "3200.50"),
        ("3200,50", "3200.50"),
        ("3.200,50", "3200.50"),
        ("1.234.567,89", "1234567.89"),
        ("3.200", "3.2"),
        ("3,200", "3.2"),
        ("3 200,50", "3200.50"),
        ("3\u00a0200,50", "3200.50"),
        ("3'200,50", "3200.50"),
        ("0,5", "0.5"),
        ("5,", "5"),
        ("5.", "5"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        ("\uff11\uff13", "13"),
        ("13\u200b", "13"),
        ("0013", "13"),
    ],
)
def test_a_number_is_read_in_dutch_and_in_english_notation(text: str, value: str):
    assert read(NUMBER, text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *("2,500.00", "1.2,5", "12.34,5", "1,2,3", "1.000.000", "3,5,", ",5", ".5", "-", "--3", "+3", "%"),
        *("1e9", "1e309", "NaN", "inf", "0x10", "1_000", "drie", "3 weken", "\x01a", "²", "\u0663", "½"),
        *("1" * 16, "1," + "1" * 40),
    ],
)
def test_what_is_no_number_is_refused(text: str):
    assert refusal(NUMBER, text).code == "geen-getal"


def test_english_thousands_get_an_error_that_says_how_to_write_them():
    assert refusal(NUMBER, "2,500.00").text.endswith("de punt voor duizend: 2.500,00.")


@pytest.mark.parametrize("field", FIELDS[:1] + FIELDS[2:])
def test_minus_nought_is_nought(field: NumberField):
    assert str(read(field, "-0")) == "0"
    assert str(read(field, "-0,00")) == "0"


@pytest.mark.parametrize(
    ("text", "code"),
    [("0", "te-klein"), ("-3", "te-klein"), ("53", "te-groot"), ("999999999999999", "te-groot"), ("1,5", "geen-getal")],
)
def test_a_number_outside_its_borders_is_refused(text: str, code: str):
    assert refusal(WEEKS, text).code == code


@pytest.mark.parametrize("text", ["1", "52"])
def test_the_borders_themselves_are_allowed(text: str):
    assert read(WEEKS, text) == Decimal(text)


@pytest.mark.parametrize("text", ["4,0", "4.00", "4,"])
def test_a_whole_number_may_be_written_with_noughts_and_is_then_plain(text: str):
    assert str(read(WEEKS, text)) == "4"


def test_an_error_names_the_border_with_its_unit():
    assert refusal(WEEKS, "53").text == "Dit is te groot. Vul hoogstens 52 weken in."
    assert refusal(WEEKS, "0").text.startswith("Dit is te klein. Vul minstens 1 ")


def test_an_error_about_a_number_without_unit_ends_after_the_border():
    assert refusal(NUMBER, "99999999").text == "Dit is te groot. Vul hoogstens 10.000.000 in."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.200", "3200"),
        ("1.234.567", None),
        ("234.567", "234567"),
        ("3.20", "3.20"),
        ("3200.5", "3200.5"),
        ("3.200,50", "3200.50"),
        ("3200,-", "3200"),
        ("3.200,-", "3200"),
        ("€ 3.200,50", "3200.50"),
        ("€3200", "3200"),
        ("EUR 3200", "3200"),
        ("euro 3200", "3200"),
        ("Euro 3.200", "3200"),
        ("3200 euro", "3200"),
        ("3200 EUR", "3200"),
        ("3200 €", "3200"),
    ],
)
def test_an_amount_is_read_as_dutch_readers_write_it(text: str, value: str | None):
    if value is None:
        assert refusal(MONEY, text).code == "te-groot"
    else:
        assert read(MONEY, text) == Decimal(value)


def test_an_amount_has_two_digits_after_the_comma_at_most():
    assert refusal(MONEY, "3,205").text == "Een bedrag heeft hoogstens twee cijfers achter de komma."


def test_a_negative_amount_with_thousands_is_too_small_and_no_other_number():
    assert refusal(MONEY, "-3.200").code == "te-klein"


@pytest.mark.parametrize("text", ["12,5", "12.5", "12,5%", "12,5 %", "12,5 procent"])
def test_a_percentage_may_have_its_sign(text: str):
    assert read(PERCENT, text) == Decimal("12.5")


@pytest.mark.parametrize(("text", "code"), [("101", "te-groot"), ("-1", "te-klein"), ("% 5", "geen-getal")])
def test_a_percentage_lies_between_nought_and_a_hundred(text: str, code: str):
    assert refusal(PERCENT, text).code == code


@pytest.mark.parametrize(
    ("field", "text", "echo"),
    [
        (WEEKS, "8", "8 weken"),
        (NUMBER, "1234,50", "1.234,5"),
        (MONEY, "3.200", "€ 3.200,00"),
        (MONEY, "3,2", "€ 3,20"),
        (PERCENT, "12.50", "12,5 %"),
    ],
)
def test_the_echo_says_in_dutch_how_a_number_was_read(field: NumberField, text: str, echo: str):
    assert field.echo(read(field, text)) == echo


@pytest.mark.parametrize(
    ("value", "text"),
    [("3200.50", "3200.5"), ("1E+3", "1000"), ("100", "100"), ("100.00", "100"), ("0.00", "0"), ("-3.10", "-3.1")],
)
def test_a_number_is_written_for_a_link_without_needless_noughts(value: str, text: str):
    assert plain_number(Decimal(value)) == text


@given(st.decimals(-1000, 10_000_000, places=4))
def test_a_number_written_for_a_link_is_read_back_as_itself(value: Decimal):
    assert NUMBER.parse(clean(NUMBER.write(value))) == value


@given(st.decimals(0, 1_000_000, places=2))
def test_an_amount_written_for_a_link_is_read_back_as_itself(value: Decimal):
    assert MONEY.parse(clean(MONEY.write(value))) == value


@given(st.decimals(0, 1_000_000, places=2))
def test_the_echo_of_an_amount_is_itself_a_way_to_write_that_amount(value: Decimal):
    assert MONEY.parse(clean(MONEY.echo(value))) == value


@given(st.decimals(0, 100, places=3))
def test_a_percentage_written_for_a_link_is_read_back_as_itself(value: Decimal):
    assert PERCENT.parse(clean(PERCENT.write(value))) == value


@given(st.integers(1, 52))
def test_a_whole_number_written_for_a_link_is_read_back_as_itself(weeks: int):
    assert WEEKS.parse(clean(WEEKS.write(Decimal(weeks)))) == weeks


@given(st.text(alphabet="0123456789.,- €%e'", max_size=30), st.sampled_from(FIELDS))
def test_digits_and_signs_in_any_order_give_a_number_within_borders_or_an_error(text: str, field: Any):
    try:
        value = read(field, text)
    except FieldError as error:
        value = {"geen-getal": field.smallest, "te-klein": field.smallest, "te-groot": field.largest}[error.code]
    assert field.smallest <= value <= field.largest


@pytest.mark.parametrize(
    ("text", "value", "echo"),
    [
        ("0,235", "0.235", "€ 0,235"),
        ("0.235", "0.235", "€ 0,235"),
        ("€ 0,23", "0.23", "€ 0,23"),
        ("0,3", "0.3", "€ 0,30"),
        ("0,2345 euro", "0.2345", "€ 0,2345"),
        ("1", "1", "€ 1,00"),
    ],
)
def test_an_amount_per_kilometre_keeps_all_its_digits(text: str, value: str, echo: str):
    assert read(RATE, text) == Decimal(value)
    assert RATE.echo(read(RATE, text)) == echo


def test_an_amount_per_kilometre_with_five_digits_is_refused():
    assert refusal(RATE, "0,23456").code == "geen-getal"
