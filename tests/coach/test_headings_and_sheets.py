"""A button at every heading copies its link; an easy sheet is shown large and printed alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import Visitor

FORMS = ("detachering", "in-dienst", "proefplaatsing", "werkervaringsplaats")
SHEET_OF_PAPER = {"width": 673, "height": 986}  # an A4 sheet less its margins, in CSS pixels


def test_the_link_to_a_heading_is_copied_with_the_keyboard_alone_and_without_what_was_filled_in(
    visitor: Callable[..., Visitor],
) -> None:
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open("/rekenhulpen/no-riskpolis/#groep=wajong")
    heading = page.get_by_role("heading", name="Hoe zeker is dit?", exact=True)
    button = heading.get_by_role("button", name="Kopieer de link naar dit stuk: Hoe zeker is dit?", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(heading.locator("[role=status]")).to_have_text("Link gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{reader.base}/rekenhulpen/no-riskpolis/#hoe-zeker-is-dit"
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    assert button.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.emulate_media(media="print")
    assert not button.is_visible()


def test_every_heading_with_a_link_to_itself_gets_one_button(visitor: Callable[..., Visitor], site_dir: Path) -> None:
    text = (site_dir / "plekken" / "detachering" / "index.html").read_text("utf-8")
    linked = len(re.findall(r"<h[23][^>]*>[^\n]*?class=\"headerlink\"", text))
    page = visitor(width=390).open("/plekken/detachering/")
    names = page.locator("[data-kopieer-kop]").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert len(names) == len(set(names)) == linked > 10
    assert page.locator(":is(h2, h3) .headerlink").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_javascript_a_heading_keeps_its_link_to_itself(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open("/plekken/detachering/")
    assert page.locator("h2 .headerlink").first.is_visible()
    assert page.locator("[data-kopieer-kop]").count() == 0


@pytest.mark.parametrize("form", FORMS)
def test_an_easy_sheet_is_printed_alone_on_one_sheet_in_large_type(visitor: Callable[..., Visitor], form: str) -> None:
    reader = visitor()
    page = reader.open(f"/plekken/{form}/")
    sheet = page.locator(".sw-kort")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    small = sheet.locator("li").first.evaluate(size)
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    sheet.get_by_role("button", name="Druk dit blad af").press("Enter")
    assert page.url == f"{reader.base}/plekken/{form}/#kort"
    assert sheet.locator("li").first.evaluate(size) > small * 1.3
    page.set_viewport_size({"width": SHEET_OF_PAPER["width"], "height": SHEET_OF_PAPER["height"]})
    page.emulate_media(media="print")
    assert sheet.locator("li").first.evaluate(size) >= 18 * 96 / 72
    parts = page.locator(".md-content__inner > *").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.className)"
    )
    assert parts == ["sw-kort", "sw-afdruk"]
    assert not sheet.get_by_role("button").first.is_visible()
    foot = page.locator(".md-content__inner > .sw-afdruk")
    assert re.fullmatch(rf"Afgedrukt op \d+ \w+ \d{{4}} van {re.escape(page.url)}", foot.inner_text())
    end = foot.bounding_box()
    assert end
    assert end["y"] + end["height"] <= SHEET_OF_PAPER["height"]
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_the_address_of_an_easy_sheet_works_without_javascript(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False, width=390).open("/plekken/proefplaatsing/#kort")
    expect(page.locator("#kort")).to_be_in_viewport()
    assert page.locator(".sw-kort li").count() == 6
    page.emulate_media(media="print")
    assert not page.get_by_role("heading", name="Wat nu?").is_visible()
