"""Amounts are exact, rounded half up once, and written the Dutch way."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame.money import euros_in_a_sum, number_in_words, to_cent

AMOUNTS = st.decimals(-(10**9), 10**9, places=6)


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.004999", "0.00"),
        ("2.675", "2.68"),
        ("2.665", "2.67"),
        ("-0.005", "-0.01"),
        ("1234.5", "1234.50"),
        ("1E+3", "1000.00"),
    ],
)
def test_half_a_cent_is_rounded_up(amount: str, rounded: str):
    assert str(to_cent(Decimal(amount))) == rounded


@given(AMOUNTS)
def test_rounding_changes_an_amount_by_half_a_cent_at_most(amount: Decimal):
    assert abs(to_cent(amount) - amount) <= Decimal("0.005")


@given(AMOUNTS)
def test_rounding_twice_changes_nothing_more(amount: Decimal):
    assert to_cent(to_cent(amount)) == to_cent(amount)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "0"),
        ("104", "104"),
        ("100.00", "100"),
        ("3200", "3.200"),
        ("3200.50", "3.200,5"),
        ("1234567.891", "1.234.567,891"),
        ("-3200.5", "-3.200,5"),
        ("1E+6", "1.000.000"),
    ],
)
def test_a_number_is_written_with_points_for_thousands_and_a_comma(value: str, words: str):
    assert number_in_words(Decimal(value)) == words


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [("3200", 2, "3.200,00"), ("3200.5", 2, "3.200,50"), ("0.1", 2, "0,10"), ("3200.50", 0, "3.200")],
)
def test_a_number_may_have_a_fixed_count_of_digits_after_the_comma(value: str, places: int, words: str):
    assert number_in_words(Decimal(value), places) == words


@given(AMOUNTS)
def test_the_words_of_a_number_lose_none_of_it(amount: Decimal):
    assert Decimal(number_in_words(amount).replace(".", "").replace(",", ".")) == amount


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 200), "-0.01"),
        (Fraction("600.105"), "600.11"),
        (Fraction(600105, 1000) - Fraction(1, 10**30), "600.10"),
    ],
)
def test_a_fraction_is_rounded_once_and_half_a_cent_up(amount: Fraction, rounded: str):
    assert str(to_cent(amount)) == rounded


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Fraction(2600), "2.600,00"),
        (Fraction("0.3"), "0,30"),
        (Fraction("0.235"), "0,235"),
        (Fraction(7312, 3), "2.437,3333"),
        (Fraction("0.00001"), "0,00"),
    ],
)
def test_an_amount_that_a_sum_goes_on_with_has_the_digits_that_matter(amount: Fraction, words: str):
    assert euros_in_a_sum(amount) == f"€\N{NO-BREAK SPACE}{words}"
