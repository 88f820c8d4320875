"""The bar at the foot of a narrow screen leads to the first line of the answer, opens nothing and hides nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from calculators.registry import all_names, calculator
from tests.conftest import Visitor
from tests.engine.conftest import wait_for_status, wait_until

IN_SHORT = {"tijdlijn", "no-riskpolis", "link-maken", "documenten/bezwaar-wia"}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in IN_SHORT else pytest.mark.full) for name in all_names()]
)  # the others are alike
def test_the_bar_leads_to_the_first_line_of_the_answer_and_opens_nothing(
    visitor: Callable[..., Visitor], name: str
) -> None:
    page = visitor(width=390).open(calculator(name).address)
    wait_for_status(page, "klaar")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # past the card
    bar = page.locator("[data-voetbalk]")
    wait_until(bar.is_visible, "the bar at the foot")
    folded = "[...document.querySelectorAll('details')].map(one => one.open)"
    before = page.evaluate(folded)
    link = bar.locator("a")
    box, whole = link.bounding_box(), bar.bounding_box()
    assert box
    assert whole
    assert box["height"] >= 48
    assert box["height"] == whole["height"]
    link.click(
        position={"x": (link.bounding_box() or {"width": 0})["width"] - 10, "y": 3}
    )  # a document has a button beside it
    assert page.evaluate("document.activeElement.matches('[data-hoofdzin]')")
    wait_until(bar.is_hidden, "the bar makes way for the answer")
    first = page.locator("[data-hoofdzin]").bounding_box()
    assert first
    assert 48 <= first["y"] <= 160  # below the header, at the top of the screen
    assert page.evaluate(folded) == before


def test_a_field_that_gets_the_focus_stands_between_header_and_bar(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390).open("/rekenhulpen/wie-betaalt-wat/")
    wait_for_status(page, "klaar")
    page.locator("#veld-eerste-ziektedag").focus()
    bar = page.locator("[data-voetbalk]")
    wait_until(bar.is_visible, "the bar at the foot")
    for _ in range(12):
        page.keyboard.press("Tab")
        top, bottom = page.evaluate(
            "(() => { const box = document.activeElement.getBoundingClientRect(); return [box.top, box.bottom]; })()"
        )
        edge = bar.bounding_box() or {"y": 900}  # once the answer itself is in sight there is no bar
        assert top >= 48
        assert bottom <= edge["y"]
