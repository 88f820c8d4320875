"""Properties of one kind of case: each a test of its own, and all of them asked of one case in `make fuzz`.

To work out an answer is what takes the time. So a case is asked once, and what it got is kept for the next property.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators

Values = dict[str, str]
Check = Callable[[Values], None]
KEPT = 8  # answers: a property may ask for one or two more than that of its case


class Properties:
    """A decorator for what must hold for every case that a strategy draws."""

    def __init__(self, cases: st.SearchStrategy[Values]) -> None:
        self.cases = cases
        self.checks: list[Check] = []

    def __call__(self, check: Check) -> Check:
        """Make a test of a property; `make fuzz` leaves it to the test of all together."""
        self.checks.append(check)
        made: Check = pytest.mark.in_common(given(self.cases)(check))
        return made

    def hold(self, values: Values) -> None:
        """Ask every property of one case."""
        for check in self.checks:
            check(values)


def asked(name: str, values: Values) -> dict[str, Any]:
    """Return a calculator's answer, which nobody may change; the same case is not worked out twice."""
    return _answer(name, tuple(values.items()))


@lru_cache(KEPT)
def _answer(name: str, values: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return calculators.answer(name, dict(values))
