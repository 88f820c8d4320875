"""What the properties of all calculators share: each a test of its own, all asked of one case in `make fuzz`.

To work out an answer is what takes the time. So a case is asked once, and what it got is kept for the next property.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators

Values = dict[str, str]
TODAY = date(2026, 11, 28)
KEPT = 8  # answers: a property may ask for one or two more than that of its case

CODES = {
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
}
NASTY = [
    "2025-02-30",
    "31 02",
    "29-2-2023",
    "20266-01-05",
    "gisteren",
    "-3",
    "-0",
    "1e9",
    "1e309",
    "NaN",
    "inf",
    "2.500,00",
    "2,500.00",
    "\uff12\uff10\uff12\uff15-\uff11\uff11-\uff12\uff14",
    "2025\u201111\u201124",
    "\u22123",
    "13\u00a0",
    "\u202e2025-11-24",
    "2025-11-24\u200b",
    "\ud800",
    "\x00",
    "%00",
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "2026-03-10/2026-03-01",
    "2026-03-01/2026-03-10,2026-03-05/2026-03-12",
    "2026-03-01/",
    "/",
    ",",
    "2026-03-01/2026-03-02/2026-03-03",
    ",".join(["2026-03-01/2026-03-02"] * 500),
    "9999-12-31",
    "0000-00-00",
    "0001-01-01",
    "01-01-0001",
    "1" * 5000,
    "a" * 100_000,
    "²",
    "٣",
    "½",
    "1_000",
    "0x10",
    "{{ 7*7 }}",
    "\n",
    "ja\nnee",
]


class Properties[Drawn]:
    """A decorator for what must hold for every case that a strategy draws."""

    def __init__(self, cases: st.SearchStrategy[Drawn]) -> None:
        self.cases = cases
        self.checks: list[Callable[[Drawn], None]] = []

    def __call__(self, check: Callable[[Drawn], None]) -> Callable[[Drawn], None]:
        """Make a test of a property; `make fuzz` leaves it to the test of all together."""
        self.checks.append(check)
        made: Callable[[Drawn], None] = pytest.mark.in_common(given(self.cases)(check))
        return made

    def hold(self, drawn: Drawn) -> None:
        """Ask every property of one case."""
        for check in self.checks:
            check(drawn)


def asked(name: str, values: Values) -> dict[str, Any]:
    """Return a calculator's answer, which nobody may change; the same case is not worked out twice."""
    return _answer(name, tuple(values.items()))


@lru_cache(KEPT)
def _answer(name: str, values: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return calculators.answer(name, dict(values))


def check_answered_or_refused(name: str, values: Values) -> dict[str, Any]:
    """Whatever was typed: an answer, or errors that are known, in words, and once for each field."""
    answer = calculators.answer(name, values, TODAY)
    fields = [error["veld"] for error in answer["fouten"]]
    assert {error["code"] for error in answer["fouten"]} <= CODES
    assert all(error["tekst"] for error in answer["fouten"])
    assert len(fields) == len(set(fields))
    assert ("uitkomst" in answer) is not bool(fields)
    return answer
