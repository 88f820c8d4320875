"""Colours and movement as the reader set them on the device: what can be used is seen as such, and nothing moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Visitor, one_in
from tests.engine.conftest import wait_until
from tests.site.test_tab_walk import PLACES, STOP

# What can be pressed or filled in and looks like the text around it: no edge, no line below it, nothing of its own.
NOT_SEEN = """() => {
  const hasEdge = style => ["Top", "Bottom", "Left"].some(side =>
    style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0);
  const isDrawn = one => {
    const style = getComputedStyle(one);
    const isItsOwn = one.matches("[type=radio], [type=checkbox], select, svg *") || one.querySelector("svg, img");
    return isItsOwn || hasEdge(style) || style.textDecorationLine.includes("underline");
  };
  const stops = [...document.querySelectorAll(".md-content :is(button, input, select, textarea, a[href])")];
  return stops.filter(one => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)
    .filter(one => ![one, one.parentElement, ...one.children].some(isDrawn))
    .map(one => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`);
}"""
MOVING = "document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 50).length"
GLIDES = "[...document.querySelectorAll('*')].filter(one => getComputedStyle(one).scrollBehavior === 'smooth').length"


@pytest.mark.parametrize("address", one_in(3, PLACES))
def test_in_the_colours_of_the_device_what_can_be_used_does_not_look_like_text(
    visitor: Callable[..., Visitor], address: str
) -> None:
    page = visitor(forced_colors="active").open(address)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(NOT_SEEN) == []
    for _ in range(8):
        page.keyboard.press("Tab")
        page.evaluate("() => new Promise(requestAnimationFrame)")
        name, is_marked, is_seen = page.evaluate(STOP)
        assert is_marked, name
        assert is_seen, name


@pytest.mark.parametrize("address", one_in(3, PLACES))
def test_for_who_wants_no_movement_nothing_moves(visitor: Callable[..., Visitor], address: str) -> None:
    page = visitor(reduced_motion="reduce").open(address)
    for summary in page.locator("article summary").all()[:3]:
        if summary.is_visible():
            summary.click()
            assert page.evaluate(MOVING) == 0
    page.locator("[data-zoek]").fill("loon")
    wait_until(lambda: page.locator("[data-zoekresultaat]").count() > 0, "the search has found something")
    assert page.evaluate(MOVING) == 0
    assert page.evaluate(GLIDES) == 0


def test_in_the_colours_of_the_device_the_button_that_is_pressed_differs_from_the_other(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor(forced_colors="active").open("/rekenhulpen/tijdlijn/")
    colours = "buttons => buttons.map(one => getComputedStyle(one).backgroundColor)"
    assert len(set(page.locator(".sw-schakel button").evaluate_all(colours))) == 2


# The room between letters, words and lines that a reader may set (WCAG 1.4.12).
SPACED = """() => { for (const one of document.querySelectorAll("*")) {
  for (const [name, value] of [["letter-spacing", ".12em"], ["word-spacing", ".16em"], ["line-height", "1.5"]])
    one.style.setProperty(name, value, "important");
} }"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("address", ["/", "/rekenhulpen/tijdlijn/"])
def test_with_more_room_between_letters_nothing_is_cut_off(
    visitor: Callable[..., Visitor], address: str, width: int
) -> None:
    page = visitor(width=width).open(address)
    page.evaluate(SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator("[data-menu]").evaluate("button => button.getBoundingClientRect().right") <= width
