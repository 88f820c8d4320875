"""Search, by the marks that interfaces promise: input[data-zoek] and data-zoekresultaat."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.conftest import Visitor


@pytest.mark.parametrize("width", [390, 1280])
def test_the_field_on_the_home_page_finds_a_term(visitor: Callable[..., Visitor], width: int) -> None:
    page = visitor(width=width).open("/")
    page.locator("[data-zoek-openen]").click()
    expect(page.locator("input[data-zoek]")).to_be_focused()
    page.keyboard.type("wachttijd")
    first = page.locator("[data-zoekresultaat]").first
    expect(first).to_be_visible()
    assert "/begrippen/" in (first.get_attribute("href") or "")


def test_the_search_word_never_comes_into_the_address(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/over/")
    page.locator("input[data-zoek]").fill("loonsanctie")
    expect(page.locator("[data-zoekresultaat]").first).to_be_visible()
    page.locator("[data-zoekresultaat]").first.click()
    page.wait_for_load_state("networkidle")
    assert [url for url in [*reader.requests, page.url] if "loonsanctie" in url.split("#")[0]] == []


def test_a_word_that_is_nowhere_is_told_in_dutch(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/over/")
    page.locator("input[data-zoek]").fill("xyzzyqwx")
    expect(page.locator(".md-search-result__meta")).to_have_text("Niets gevonden. Probeer een ander woord.")
