"""What a coach opens can be used by everyone: axe, a narrow screen, the dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.conftest import Visitor, one_in
from tests.site.test_accessibility import findings


@pytest.mark.parametrize(("width", "scheme"), one_in(2, [(320, "dark"), (1280, "light")]))
def test_axe_finds_nothing_in_what_a_coach_opens(visitor: Callable[..., Visitor], width: int, scheme: str) -> None:
    reader = visitor(width=width, scheme=scheme)
    found = {}
    for address in (
        "/plekken/werkervaringsplaats/#kort",
        "/begeleider/gesprek/#kies=verhuizing,vroeger",
        "/begeleider/link-maken/#pagina=geld&rol=inlener&bruto-maandloon=3000&groep=wajong&vroeger=1",
    ):
        page = reader.open(address)
        if "link-maken" in address:
            page.locator("form[data-status='klaar']").wait_for(timeout=60_000)
            expect(page.locator("[data-qr] svg")).to_have_count(1)
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        found[address] = findings(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert {address: problems for address, problems in found.items() if problems} == {}
