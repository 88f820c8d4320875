"""A page on paper: black on white, the text alone, with its address and the day."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.conftest import Visitor, one_in


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_printed_page_is_black_on_white_without_navigation(visitor: Callable[..., Visitor], scheme: str) -> None:
    page = visitor(scheme=scheme).open("/werknemer/")
    page.emulate_media(media="print")
    colours = "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))"
    assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    for hidden in (".md-header", ".md-tabs", ".md-footer", ".md-sidebar--primary"):
        assert not page.locator(hidden).is_visible(), hidden
    assert page.locator("h1").is_visible()


def test_a_printed_page_names_its_day_and_its_address_without_what_was_filled_in(
    visitor: Callable[..., Visitor],
) -> None:
    reader = visitor()
    page = reader.open("/werknemer/#wat-je-krijgt")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    foot = page.locator("[data-afdruk]").inner_text()
    assert foot.endswith(f"van {reader.base}/werknemer/")
    assert "Afgedrukt op" in foot


def test_the_printed_timeline_begins_on_the_first_sheet(visitor: Callable[..., Visitor]) -> None:
    reader = visitor(javascript=False)
    page = reader.open("/rekenhulpen/tijdlijn/")
    page.emulate_media(media="print")
    assert page.locator("[data-uitkomst]").evaluate("element => getComputedStyle(element).display") == "contents"
    assert page.locator("form [data-veld]:visible, form [data-groep]:visible").count() == 0
    assert page.locator("[data-hoofdzin]").is_visible()


def open_before_material(reader: Visitor, address: str, ready: str) -> Page:
    """Open a page on which Material comes last: it opens for paper every fold that is there by then."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route("**/javascripts/bundle.*.js", hold)
    reader.page.goto(reader.base + address, wait_until="commit")
    reader.page.locator(ready).first.wait_for(state="attached", timeout=60_000)
    held[0].continue_()
    reader.page.wait_for_load_state("networkidle")  # the answer comes before the style for paper
    return reader.page


def test_the_days_of_two_years_with_two_places_are_three_sheets(visitor: Callable[..., Visitor]) -> None:
    page = open_before_material(visitor(), "/rekenhulpen/tijdlijn/", "form[data-status='klaar']")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 3


@pytest.mark.parametrize(
    ("address", "ready", "folds"),
    [
        ("/rekenhulpen/tijdlijn/", "form[data-status='klaar']", "[data-uitleg=stappen], [data-uitleg=gesprekken]"),
        ("/rekenhulpen/tijdlijn/", "form[data-status='klaar']", ".sw-rij--voorbij > details"),
        ("/begeleider/korte-adressen/", ".sw-qr", ".sw-qr"),
    ],
)
def test_what_the_reader_left_folded_stays_folded_on_paper(
    visitor: Callable[..., Visitor], address: str, ready: str, folds: str
) -> None:
    page = open_before_material(visitor(), address, ready)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened = page.locator(folds).evaluate_all("folds => folds.map(fold => fold.open)")
    assert set(opened) == {False}


def test_a_printed_calculation_names_the_address_that_brings_it_back(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-01-05")
    page.locator("form[data-status='klaar']").wait_for(timeout=60_000)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (
        page.locator("[data-adres]").text_content()
        == f"{reader.base}/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-01-05"
    )


@pytest.mark.parametrize(
    "address",
    one_in(2, ["/", "/ja-maar/", "/ja-maar/extra-kosten/", "/plekken/", "/plekken/detachering/", "/sporen/derde-spoor/",
     "/regelingen/no-riskpolis/", "/werknemer/mijn-loon/", "/begeleider/links-per-situatie/", "/begrippen/",
     "/bronnen/", "/wijzigingen/", "/wegwijzer/", "/over/"]),
)  # fmt: skip
def test_a_page_of_each_kind_prints_on_a4_without_losing_content(visitor: Callable[..., Visitor], address: str) -> None:
    page = visitor(javascript=False).open(address)
    seen = """parts => parts.map(part => [part, part.getBoundingClientRect()]).map(([part, box]) =>
      [part.innerText?.trim().slice(0, 60) ?? part.tagName, box.width > 0 && box.height > 0 &&
       getComputedStyle(part).visibility === "visible", box.right])"""
    parts = page.locator(
        ".md-content :is(h1, h2, h3, p, li, th, td, dt, dd, blockquote, svg)"
        ":not(.md-path *, .sw-niet-op-papier *, .sw-niet-op-papier, .sw-afdruk, .sw-qr:not([open]) *)"
    )
    on_screen = parts.evaluate_all(seen)
    page.set_viewport_size({"width": 673, "height": 1000})  # an A4 sheet less its margins, in CSS pixels
    page.emulate_media(media="print")
    on_paper = parts.evaluate_all(seen)
    lost = [text for (text, before, _), (_, after, _) in zip(on_screen, on_paper, strict=True) if before and not after]
    cut = [text for text, visible, right in on_paper if visible and right > 673 + 1]
    assert (lost, cut) == ([], [])


@pytest.mark.parametrize("name", ["extra-kosten", "vastzitten-aan-zieke-medewerker", "kost-te-veel-tijd"])
def test_an_objection_is_one_sheet_with_its_sources_in_full(visitor: Callable[..., Visitor], name: str) -> None:
    page = visitor().open(f"/ja-maar/{name}/")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1
    page.emulate_media(media="print")
    behind = "link => getComputedStyle(link, '::after').content"
    assert "http" in page.locator(".sw-bronregel a").first.evaluate(behind)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    head = page.evaluate("document.documentElement.style.getPropertyValue('--sw-afdruk')")
    assert head.startswith('"Spoorwijzer · ')
    assert f"/ja-maar/{name}/" in head


def sheets_of(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of every sheet, in millimetres."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf)
    return [(round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)) for width, height in boxes]


CARDS = ["bedrijfsarts", "werkgever", "eerste-bezoek", "wia-keuring", "ja-nee-of-anders"]
A5 = (148, 210)


def test_every_card_for_a_talk_is_printed_alone_on_one_a5(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/werknemer/kaarten/")
    assert page.locator(".sw-gesprekskaart h2").evaluate_all("heads => heads.map(head => head.id)") == CARDS
    assert sheets_of(page.pdf(prefer_css_page_size=True)) == [A5] * len(CARDS)
    page.emulate_media(media="print")
    shown = ".md-content__inner > :not(script, template)"
    names = page.locator(shown).evaluate_all("parts => parts.filter(one => one.offsetHeight).map(one => one.className)")
    assert names == ["sw-gesprekskaart"] * len(CARDS)


@pytest.mark.parametrize("card", CARDS)
def test_a_card_that_the_address_leads_to_is_printed_alone(visitor: Callable[..., Visitor], card: str) -> None:
    page = visitor().open(f"/werknemer/kaarten/#{card}")
    assert sheets_of(page.pdf(prefer_css_page_size=True)) == [A5]
    page.emulate_media(media="print")
    assert page.locator(".sw-gesprekskaart h2:visible").evaluate_all("heads => heads.map(head => head.id)") == [card]


def test_a_card_has_a_button_that_prints_it(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/werknemer/kaarten/")
    page.evaluate("window.print = () => (window.printed = location.hash)")
    buttons = page.locator(".sw-gesprekskaart [data-druk-blad]")
    assert buttons.count() == len(CARDS)
    buttons.nth(3).press("Enter")
    assert page.evaluate("window.printed") == "#wia-keuring"


def test_on_paper_there_is_nothing_to_press(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/rekenhulpen/transitievergoeding/#in-dienst-sinds=2010-03-01&bruto-maandloon=3000")
    page.locator(".sw-delen").wait_for(timeout=60_000)
    page.emulate_media(media="print")
    assert page.locator(".md-content button:visible").count() == 0
    assert not page.locator(".sw-delen").is_visible()
