"""No single key leaves a page, wherever the focus is (WCAG 2.1.4)."""

from __future__ import annotations

import string
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Visitor, one_in

KINDS = (
    "/",
    "/werkgever/",
    "/begrippen/",
    "/ja-maar/kost-te-veel-tijd/",
    "/rekenhulpen/tijdlijn/",
    "/documenten/geheimhouding/",
    "/wegwijzer/",
    "/plekken/",
    "/bronnen/",
    "/inhoud/",
    "/begeleider/gesprek/",
    "/bestaat-niet/",
)
KEYS = string.ascii_letters + string.digits + string.punctuation


@pytest.mark.parametrize("address", one_in(3, KINDS))
def test_no_single_key_leaves_a_page_or_takes_the_focus(visitor: Callable[..., Visitor], address: str) -> None:
    page = visitor().open(address)
    for selector in ("body", "article summary"):
        place = page.locator(selector).first
        if place.count() == 0:
            continue
        page.evaluate("element => element.matches('summary') ? element.focus() : document.activeElement.blur()",
                      place.element_handle())  # fmt: skip
        where = "[location.href, history.length, document.activeElement.tagName]"
        before = page.evaluate(where)
        for key in KEYS:
            page.keyboard.press(key)
        page.wait_for_load_state()
        assert page.evaluate(where) == before


def test_no_page_names_a_neighbour_that_a_key_could_lead_to(site_dir: Path) -> None:
    pages = {file: file.read_text("utf-8") for file in site_dir.rglob("*.html")}
    assert [file.name for file, text in pages.items() if 'rel="prev"' in text or 'rel="next"' in text] == []
