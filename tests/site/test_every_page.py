"""What holds on every page, found in one walk along all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.conftest import Visitor, make_visitor
from tests.site.test_accessibility import findings

# Parts of the list of pages, so that no single walk takes minutes. `make test` walks one of them, `make test-full` all.
PARTS = [0, *(pytest.param(part, marks=pytest.mark.full) for part in range(1, 12))]
AXE_AT = 3  # of those `make test` asks axe on every third, `make test-full` on all (tests/engines: in both schemes)
WIDE, PHONE, NARROWEST = 1280, 390, 320
WIDTH = "Math.max(document.body.scrollWidth, document.querySelector('.md-content').scrollWidth)"
TABLES = """() => {
  document.querySelectorAll("details").forEach(fold => { fold.open = true });
  return [...document.querySelectorAll(".md-content table")].filter(table => table.checkVisibility()).flatMap(table => {
    const boxes = [table, table.parentElement, table.parentElement.parentElement];
    const wide = boxes.some(box => box.scrollWidth > box.clientWidth + 1);
    const cells = [...table.querySelectorAll("tbody :is(td, th):not([hidden], [hidden] *)")];
    const lost = cells.filter(cell => !cell.checkVisibility() || cell.getBoundingClientRect().right > innerWidth);
    return wide || lost.length ? [`${table.className} ${table.textContent.trim().slice(0, 60)}: ${lost.length}`] : [];
  });
}"""
# Long words: those that a line ends in the midst of, without a hyphen, and those that stand out of the page.
WORDS = """() => {
  const NOT_PROSE = "svg, select, thead, .sw-alleen-voorlezen, .sw-rekenhulp";  // those of a calculator are its own
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest(NOT_PROSE)) continue;
    for (const word of node.data.matchAll(/(?<![/.@#=&\\w-])[\\p{L}\u00ad]{12,}(?![/.]\\w)/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const boxes = [...range.getClientRects()].filter(box => box.width > 1);
      const lines = new Set(boxes.map(box => Math.round(box.top)));
      if (boxes.some(box => box.right > innerWidth)) found.push(`${word[0]} stands out`);
      if (lines.size > 1 && !word[0].includes("\u00ad")) found.push(`${word[0]} is cut`);
    }
  }
  return [...new Set(found)];
}"""
STORED = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: (await indexedDB.databases()).map(database => database.name), caches: await caches.keys(),
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": []}


@dataclass
class Walk:
    """A visit to one page after the other; what was found by address."""

    reader: Visitor
    for_axe: dict[str, list[str]] = field(default_factory=dict)
    violations: dict[str, list[str]] = field(default_factory=dict)
    stored: dict[str, dict[str, Any]] = field(default_factory=dict)
    widths: dict[str, int] = field(default_factory=dict)
    tables: dict[str, list[str]] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module", params=PARTS)
def walk(request: pytest.FixtureRequest, chromium: Browser, server: str, addresses: list[str]) -> Iterator[Walk]:
    """Visit a part of the pages: look at each on a wide screen, then make the window narrow."""
    done = Walk(make_visitor(chromium, server))
    is_full = request.config.getoption("markexpr") != "not full"
    page = done.reader.page
    for number, address in enumerate(addresses[request.param :: len(PARTS)]):
        page.set_viewport_size({"width": WIDE, "height": 900})
        done.reader.open(address)
        if number % AXE_AT == 0 or is_full:
            done.for_axe[address] = findings(page, whole=number == 0)
        for width in (PHONE, NARROWEST):
            page.set_viewport_size({"width": width, "height": 900})
            done.tables[address] = done.tables.get(address, []) + page.evaluate(TABLES)
        done.words[address] = page.evaluate(WORDS)
        done.widths[address] = page.evaluate(WIDTH)
        done.violations[address] = page.evaluate("window.violations")
        done.stored[address] = page.evaluate(STORED)
    yield done
    page.context.close()


def test_axe_finds_nothing_on_a_page(walk: Walk) -> None:
    assert {address: found for address, found in walk.for_axe.items() if found} == {}


def test_the_content_policy_blocks_nothing_on_any_page(walk: Walk) -> None:
    assert {address: found for address, found in walk.violations.items() if found} == {}
    assert walk.reader.blocked == []
    assert walk.reader.errors == []


def test_no_page_that_is_passed_by_stores_anything(walk: Walk) -> None:
    assert {address: found for address, found in walk.stored.items() if found != NOTHING} == {}
    assert walk.reader.page.context.cookies() == []


def test_no_page_asks_another_host_for_anything(walk: Walk) -> None:
    assert walk.reader.elsewhere() == []


def test_no_page_scrolls_sideways_at_320_pixels(walk: Walk) -> None:
    assert {address: width for address, width in walk.widths.items() if width > NARROWEST} == {}


def test_no_table_on_a_phone_is_wider_than_its_box_or_hides_a_cell(walk: Walk) -> None:
    assert {address: found for address, found in walk.tables.items() if found} == {}


def test_no_long_word_is_cut_or_stands_out_at_320_pixels(walk: Walk) -> None:
    assert {address: found for address, found in walk.words.items() if found} == {}
