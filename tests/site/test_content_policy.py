"""Nothing leaves the site, nothing is stored unasked, and the strict content policy blocks nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.conftest import Visitor

STORED = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: (await indexedDB.databases()).map(database => database.name), caches: await caches.keys(),
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": []}


def test_the_content_policy_blocks_nothing_on_any_page(visitor: Callable[..., Visitor], addresses: list[str]) -> None:
    reader = visitor()
    in_pages = {}
    for address in addresses:
        page = reader.open(address)
        if problems := page.evaluate("window.violations"):
            in_pages[address] = problems
    assert in_pages == {}
    assert reader.blocked == []
    assert reader.errors == []


def test_no_page_asks_another_host_or_stores_anything_unasked(
    visitor: Callable[..., Visitor], addresses: list[str]
) -> None:
    reader = visitor()
    stored = {}
    for address in addresses:
        page = reader.open(address)
        if (kept := page.evaluate(STORED)) != NOTHING:
            stored[address] = kept
    assert stored == {}
    assert reader.elsewhere() == []
    assert page.context.cookies() == []


def test_the_colours_are_remembered_only_after_the_reader_chose_them(visitor: Callable[..., Visitor]) -> None:
    page = visitor(scheme="light").open("/over/")
    page.locator("label[for='__palette_1']").click()
    page.locator("label[for='__palette_2']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("Object.keys(localStorage)") == ["/.__palette"]
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_the_first_paint_follows_the_colours_of_the_device(
    visitor: Callable[..., Visitor], scheme: str, name: str
) -> None:
    reader = visitor(scheme=scheme)
    reader.page.route("**/bundle.*.js", lambda route: route.abort())
    reader.page.goto(reader.base + "/over/")
    expect(reader.page.locator("body")).to_have_attribute("data-md-color-scheme", name)


def test_search_and_colours_work_where_storage_is_blocked(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    reader.page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {configurable: true, get() { throw new Error('blocked') }})"
    )
    page = reader.open("/")
    page.locator("[data-zoek]").fill("wachttijd")
    expect(page.locator("[data-zoekresultaat]").first).to_be_visible()
    assert reader.errors == []
