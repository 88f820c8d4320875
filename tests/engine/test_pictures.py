"""The pictures in a browser: keys, cards, letters, no overlap, narrow screens, and paper."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.conftest import Visitor
from tests.engine.conftest import wait_for_status, wait_until

TIMELINE, MONEY, NO_RISK = "/rekenhulpen/tijdlijn/", "/rekenhulpen/wie-betaalt-wat/", "/rekenhulpen/no-riskpolis/"
GUIDANCE = "/regelingen/no-riskpolis/"
PLACES = "#eerste-ziektedag=2025-03-10&werkervaringsplaats-start=2026-11-09&detachering-start=2027-01-04"
IN_HAND = "document.activeElement.dataset.pin"


def answered(visitor: Callable[..., Visitor], address: str, **options: Any) -> Page:
    page = visitor(**options).open(address)
    wait_for_status(page, "klaar")
    return page


def test_arrow_keys_lead_from_pin_to_pin_and_the_pins_are_one_tab_stop(visitor: Callable[..., Visitor]) -> None:
    page = answered(visitor, TIMELINE + PLACES)
    pins = page.locator(".sw-tijdbeeld--alles [data-pin]")
    order = pins.evaluate_all("pins => pins.map(pin => pin.dataset.pin)")
    pins.first.focus()
    for key, place in (("ArrowRight", 1), ("End", -1), ("ArrowRight", -1), ("ArrowLeft", -2), ("Home", 0)):
        page.keyboard.press(key)
        assert page.evaluate(IN_HAND) == order[place]
    page.keyboard.press("End")
    assert pins.evaluate_all("pins => pins.filter(pin => pin.tabIndex === 0).length") == 1
    page.keyboard.press("Tab")
    assert page.evaluate(IN_HAND) is None
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(IN_HAND) == order[-1]  # where the reader was


def test_a_pin_in_hand_shows_what_the_list_says_and_lights_it_up(visitor: Callable[..., Visitor]) -> None:
    page = answered(visitor, TIMELINE + PLACES)
    card, pin = page.locator("[data-dagkaart]"), page.locator(".sw-tijdbeeld--alles [data-pin*=wia-aanvraag]")
    for take in (pin.hover, pin.focus):
        page.mouse.move(0, 0)
        take()
        wait_until(lambda: "WIA aanvragen" in card.inner_text(), "the card")
    assert page.locator("#mijlpaal-wia-aanvraag[data-licht]").count() == 1
    pin.press("Enter")
    first = (pin.get_attribute("data-pin") or "").split()[0]
    assert page.locator(f"#mijlpaal-{first} details").evaluate("one => one.open")
    assert "mijlpaal" not in page.url


def test_the_coming_six_months_can_be_chosen_and_the_address_stays(visitor: Callable[..., Visitor]) -> None:
    page = answered(visitor, TIMELINE + PLACES)
    address = page.url
    assert not page.locator(".sw-tijdbeeld--maanden").is_visible()
    page.get_by_role("radio", name="komende 6 maanden").check()
    assert page.locator(".sw-tijdbeeld--maanden").is_visible()
    assert not page.locator(".sw-tijdbeeld--alles").is_visible()
    assert page.url == address


def test_both_pictures_can_be_reached_without_javascript(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open(TIMELINE)
    page.get_by_role("radio", name="komende 6 maanden").check()
    assert page.locator(".sw-tijdbeeld--maanden").is_visible()


def test_letters_are_13_pixels_or_more_and_lie_apart(visitor: Callable[..., Visitor]) -> None:
    page = answered(visitor, TIMELINE + PLACES)
    for width, name in product((820, 1024, 1280, 1600), ("alles", "maanden")):
        page.set_viewport_size({"width": width, "height": 900})
        page.locator(f"input[value={name}]").evaluate("one => one.click()")
        drawing = page.locator(f".sw-tijdbeeld--{name}")
        if not drawing.is_visible():
            assert page.locator(".sw-spoor").first.is_visible()  # too narrow: the list is the picture
            continue
        size = "(parts, edge) => parts.map(part => parseFloat(getComputedStyle(part).fontSize) * edge)"
        scale = drawing.evaluate("one => one.getBoundingClientRect().width / one.viewBox.baseVal.width")
        assert min(drawing.locator("text").evaluate_all(size, scale)) >= 13
        boxes = drawing.locator(".sw-woorden, .sw-vlagnaam, .sw-schaal").evaluate_all(
            "parts => parts.map(part => { const box = part.getBBox();"
            " return [part.textContent, box.x, box.y, box.x + box.width, box.y + box.height]; })"
        )
        room = drawing.evaluate("one => [one.viewBox.baseVal.x, one.viewBox.baseVal.width]")
        assert [box for box in boxes if box[1] < room[0] - 0.5 or box[3] > room[0] + room[1] + 0.5] == []
        touching = [
            (one[0], two[0])
            for one, two in combinations(boxes, 2)
            if one[1] < two[3] and two[1] < one[3] and one[2] + 1 < two[4] and two[2] + 1 < one[4]
        ]
        assert touching == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [TIMELINE, MONEY, NO_RISK, GUIDANCE])
def test_no_picture_is_wider_than_a_screen_of_320_pixels(
    visitor: Callable[..., Visitor], address: str, scheme: str
) -> None:
    page = visitor(width=320, scheme=scheme, javascript=False).open(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    parts = page.locator(".sw-spoor *, .sw-wiebetaalt *, .sw-strook *")
    right = parts.evaluate_all("parts => Math.max(...parts.map(part => part.getBoundingClientRect().right))")
    assert right <= 320.5


def test_on_a_narrow_screen_the_list_is_the_picture(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390, javascript=False).open(TIMELINE)
    assert not page.locator(".sw-tijdbeeld").first.is_visible()
    assert page.locator(".sw-rij--vandaag").is_visible()
    assert page.locator(".sw-plekbalk").first.is_visible()
    over = page.locator(".sw-rij--voorbij > details > summary")
    assert over.is_visible()
    assert not page.locator("#mijlpaal-probleemanalyse").is_visible()
    over.click()
    assert page.locator("#mijlpaal-probleemanalyse").is_visible()


def test_on_paper_the_list_is_the_picture_and_what_is_over_is_one_line(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open(TIMELINE)
    page.emulate_media(media="print")
    assert not page.locator(".sw-tijdbeeld").first.is_visible()
    assert page.locator(".sw-rij--vandaag").is_visible()
    assert page.locator(".sw-rij--voorbij > details > summary").is_visible()
    assert page.locator("#mijlpaal-probleemanalyse").bounding_box() is None


def test_the_zones_of_the_strip_differ_without_colour(visitor: Callable[..., Visitor]) -> None:
    for address in (NO_RISK, GUIDANCE):
        page = visitor(width=390, javascript=False).open(address)
        zones = page.locator(".sw-zone")
        assert [text.split("\n")[0] for text in zones.all_inner_texts()] == ["✗ te vroeg", "✓ kan gelden", "✗ te laat"]
        look = "zones => zones.map(zone => getComputedStyle(zone, '::before').backgroundImage)"
        assert len(set(zones.evaluate_all(look))) == 3


def test_only_coming_days_go_to_the_diary_unless_days_are_marked(visitor: Callable[..., Visitor]) -> None:
    page = answered(visitor, TIMELINE + PLACES)
    button = page.get_by_role("button", name="Zet komende dagen in agenda")

    def downloaded() -> str:
        with page.expect_download() as found:
            button.click()
        return found.value.path().read_text("utf-8")

    coming = downloaded()
    assert "WIA aanvragen" in coming
    assert "Oordeel van de bedrijfsarts" not in coming
    page.locator("#mijlpaal-eerste-wia-dag summary").click()
    page.locator("#mijlpaal-eerste-wia-dag [data-kies]").check()
    assert downloaded().count("BEGIN:VEVENT") == 1
