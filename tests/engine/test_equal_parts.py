"""A new answer changes only what is different in the page; what stands there then is the whole new answer."""

from __future__ import annotations

import json
from collections.abc import Callable

from calculators import browser
from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, fill, wait_for_status
from tests.engine.test_form import DAY

MARK = "document.querySelectorAll('[data-uitkomst-inhoud] *').forEach(one => { one.wasThere = true; })"
LEFT = "[...document.querySelectorAll('[data-uitkomst-inhoud] *')].filter(one => one.wasThere).length"
ALL = "document.querySelectorAll('[data-uitkomst-inhoud] *').length"
AS_WRITTEN = "html => { const one = document.createElement('template'); one.innerHTML = html; return one.innerHTML; }"
SHOWN = "document.querySelector('[data-uitkomst-inhoud]').innerHTML"
TODAY = (
    "[new Date()].map(one => [one.getFullYear(), one.getMonth() + 1, one.getDate()].map(n => `${n}`.padStart(2, 0)))"
)


def test_equal_parts_stay_and_the_rest_is_the_new_answer(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(CALCULATOR)
    wait_for_status(page, "klaar")
    today = "-".join(page.evaluate(TODAY)[0])
    for day in (DAY, "2025-11-25", "2024-01-31", "2026-06-01", DAY):
        page.evaluate(MARK)
        fill(page, "eerste-ziektedag", day)
        answer = json.loads(browser.respond("tijdlijn", f"eerste-ziektedag={day}", today))
        assert page.evaluate(SHOWN) == page.evaluate(AS_WRITTEN, answer["uitkomst"])
    left, every = page.evaluate(LEFT), page.evaluate(ALL)
    assert 0 < left < every
