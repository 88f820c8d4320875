"""The one helper of our own that tests are written with: a test that asks the same of many things."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.alike import of_each


def is_small(number: str) -> None:
    assert int(number) < 10


def test_a_test_of_many_things_names_each_that_is_wrong():
    with pytest.raises(pytest.fail.Exception) as told:
        of_each([("one", ("1",)), ("ten", ("10",)), ("many", ("99",))])(is_small)()
    assert "2 of 3 are wrong" in str(told.value)
    assert "ten: AssertionError: assert 10 < 10" in str(told.value)
    assert "many: AssertionError: assert 99 < 10" in str(told.value)


def test_a_test_of_many_things_goes_on_after_any_error():
    with pytest.raises(pytest.fail.Exception) as told:
        of_each([("none", ("no number",)), ("ten", ("10",))])(is_small)()
    assert "none: ValueError" in str(told.value)
    assert "ten: AssertionError" in str(told.value)


def test_a_test_of_no_things_at_all_fails():
    nothing: list[tuple[str, tuple[str]]] = []
    with pytest.raises(AssertionError):
        of_each(nothing)(is_small)()


def test_a_test_of_many_things_keeps_its_name_and_passes_when_nothing_is_wrong():
    asked = of_each([("one", ("1",))])(is_small)
    asked()
    assert asked.__name__ == "is_small"


def skips(number: str) -> None:
    if number == "2":
        pytest.skip("not this one")
    assert int(number) < 10


def test_a_thing_that_a_test_would_skip_is_wrong():
    with pytest.raises(pytest.fail.Exception) as told:
        of_each([("two", ("2",)), ("ten", ("10",))])(skips)()
    assert "two: Skipped" in str(told.value)
    assert "ten: AssertionError" in str(told.value)


def test_a_test_that_would_never_run_or_that_would_lose_a_mark_is_refused():
    def yields(number: str) -> Iterator[str]:
        yield number

    with pytest.raises(AssertionError):
        of_each([("one", ("1",))])(yields)  # type: ignore[arg-type]
    with pytest.raises(AssertionError):
        of_each([("one", ("1",))])(pytest.mark.full(is_small))
