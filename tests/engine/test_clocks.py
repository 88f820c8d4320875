"""Whatever day the reader's device says it is, and wherever it is, the answer is of that day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, fill, outcome, wait_for_status
from tests.engine.test_form import DAY, LAST_DAY

# A moment, where the device is, and the day that it is there.
CLOCKS = [
    pytest.param("1970-01-01T12:00:00Z", "Europe/Amsterdam", "1 januari 1970", marks=pytest.mark.full),
    pytest.param("2038-01-19T03:14:08Z", "Europe/Amsterdam", "19 januari 2038", marks=pytest.mark.full),
    pytest.param("2028-02-29T12:00:00Z", "Europe/Amsterdam", "29 februari 2028", marks=pytest.mark.full),
    pytest.param("2026-12-31T23:30:00Z", "Europe/Amsterdam", "1 januari 2027", marks=pytest.mark.full),
    ("2026-12-31T10:30:00Z", "Pacific/Kiritimati", "1 januari 2027"),
    ("2027-01-01T07:30:00Z", "America/Los_Angeles", "31 december 2026"),
]


@pytest.mark.parametrize(("moment", "where", "day"), CLOCKS)
def test_the_answer_is_of_the_day_that_it_is_where_the_reader_is(
    visitor: Callable[..., Visitor], moment: str, where: str, day: str
) -> None:
    made = visitor(timezone_id=where)
    made.page.clock.set_fixed_time(moment)
    made.page.goto(made.base + CALCULATOR)
    wait_for_status(made.page, "klaar")
    fill(made.page, "eerste-ziektedag", DAY)
    assert f"Dag van dit antwoord: {day}." in outcome(made.page)
    assert LAST_DAY in outcome(made.page)
    assert made.errors == []
