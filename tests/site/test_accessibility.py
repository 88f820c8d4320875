"""Every page can be read by everyone: axe, narrow screens, and no JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT, THIRDS, Visitor

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"


SAME_EVERYWHERE = "[['footer'], ['.md-sidebar--primary']]"


def findings(page: Page, whole: bool = True) -> list[str]:
    """What axe finds on the page, a line for each rule with the first places; or only in what differs by page."""
    if page.locator("form[data-rekenhulp]").count():  # its answer is worked out anew once Python has started
        expect(page.locator("form[data-rekenhulp]")).to_have_attribute("data-status", "klaar", timeout=60_000)
    page.evaluate(AXE.read_text("utf-8"))
    part = "document" if whole else f"{{include: [document], exclude: {SAME_EVERYWHERE}}}"
    result: dict[str, Any] = page.evaluate(f"axe.run({part}, {{runOnly: {RULES}}})")
    return [
        f"{found['id']}: {found['help']}: {[node['html'][:160] for node in found['nodes'][:3]]}"
        for found in result["violations"]
    ]


# Every page has the same parts and colours: `make test` asks of one in thirty-six in the light (test_every_page.py),
# and in the dark at one page of a third of the kinds below; `make test-full` at all, in both, at four widths
# (tests/engines).
@pytest.mark.parametrize("third", THIRDS)
def test_axe_finds_nothing_on_one_page_of_each_kind_in_the_dark(
    visitor: Callable[..., Visitor], addresses: list[str], third: int
) -> None:
    of_each_kind = {address.split("/")[1]: address for address in addresses}
    reader = visitor(width=390, scheme="dark")
    found = {address: findings(reader.open(address)) for address in [*of_each_kind.values()][third::3]}
    assert {address: problems for address, problems in found.items() if problems} == {}


def test_axe_finds_nothing_in_the_open_search(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/")
    page.locator("article [data-zoek-openen]").click()
    page.keyboard.type("wachttijd")
    page.locator("[data-zoekresultaat]").first.wait_for()
    page.wait_for_timeout(600)  # the dialog fades in
    assert findings(page) == []


def test_axe_finds_nothing_in_what_opens_on_a_page(visitor: Callable[..., Visitor]) -> None:
    reader = visitor(width=390)
    page = reader.open("/ja-maar/#kies=extra-kosten,verhuizing")
    expect(page.locator("article[data-selectie]")).to_have_count(2)
    assert findings(page) == []
    page = reader.open("/begeleider/links-per-situatie/")
    page.locator("[data-kopieer-tekst]").first.click()
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert findings(page) == []


@pytest.mark.parametrize("third", THIRDS)
def test_every_page_can_be_read_without_javascript(
    visitor: Callable[..., Visitor], addresses: list[str], third: int
) -> None:
    reader = visitor(javascript=False)
    browsed = {address for address in addresses[:-1] if address.count("/") < 4}  # the decision helper's lie deeper
    for address in addresses[third::3]:
        page = reader.open(address)
        assert page.locator("h1").is_visible(), address
        assert page.locator("#menu a").count() >= len(browsed), address
        assert page.locator(".sw-voet").get_by_role("link", name="Alle pagina’s").is_visible(), address
        assert not page.locator("[data-zoek]").is_visible(), address


def test_the_timeline_shows_its_example_without_javascript(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open("/rekenhulpen/tijdlijn/")
    assert page.locator("[data-voorbeeld]").first.is_visible()
    assert page.locator("input[name='eerste-ziektedag']").input_value() != ""
    assert "WIA" in page.locator("[data-hoofdzin]").inner_text()


def test_the_first_tab_on_a_page_skips_to_its_text(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/werknemer/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/werknemer/#*")
