"""Who comes from a page to read has Python in the browser's store already; who pays for each byte has not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, python_worker, wait_for_status, wait_until

HOME = "/rekenhulpen/"
LINK = "main a[href$='tijdlijn/']"
PATIENTLY = 4000  # milliseconds, twice as long as the page waits before it fetches anything


def connection(**values: object) -> str:
    """A script that makes the browser say this of its connection."""
    return f"Object.defineProperty(navigator, 'connection', {{ value: {str(values).replace('True', 'true')} }})"


def fetched(visitor: Visitor) -> set[str]:
    """The first words of the names of the engine's files that were asked for, but for the script that asks."""
    names = {url.rpartition("/")[2].partition(".")[0] for url in visitor.requests if "/assets/engine/" in url}
    return names - {"arrive-warm"}


ALL = {"pyodide", "image", "python-worker", "python-engine", "calculator"}


def test_a_page_to_read_fetches_the_engine_when_it_is_idle(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    reader.page.add_init_script(connection(effectiveType="4g"))  # a busy machine may seem slower
    reader.page.clock.install()
    page = reader.open("/werknemer/")
    assert fetched(reader) == set()
    page.clock.run_for(PATIENTLY)
    wait_until(lambda: fetched(reader) == ALL, "all files")


@pytest.mark.parametrize("kept_short", [{"saveData": True}, {"effectiveType": "3g"}, {"effectiveType": "2g"}])
def test_on_a_slow_or_dear_connection_nothing_is_fetched_without_being_asked(
    visitor: Callable[..., Visitor], kept_short: dict[str, object]
) -> None:
    reader = visitor()
    reader.page.add_init_script(connection(**kept_short))
    reader.open(HOME)
    reader.page.wait_for_timeout(PATIENTLY)
    assert fetched(reader) == set()


def point(page: Page) -> None:
    page.locator(LINK).first.hover()


def focus(page: Page) -> None:
    page.locator(LINK).first.focus()


@pytest.mark.parametrize("show_interest", [point, focus])
def test_pointing_at_a_link_to_a_calculator_fetches_what_that_one_needs(
    visitor: Callable[..., Visitor], show_interest: Callable[[Page], None]
) -> None:
    reader = visitor()
    reader.page.add_init_script(connection(effectiveType="3g"))
    show_interest(reader.open(HOME))
    wait_until(lambda: fetched(reader) == ALL | {"own-tijdlijn"}, "all files and those of the timeline")


def test_with_save_data_pointing_fetches_nothing(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    reader.page.add_init_script(connection(saveData=True))
    point(reader.open(HOME))
    reader.page.wait_for_timeout(1000)
    assert fetched(reader) == set()


def test_a_calculator_that_was_arrived_at_warm_gets_nothing_large_from_the_network(
    visitor: Callable[..., Visitor],
) -> None:
    reader = visitor()
    page = reader.open(HOME)
    point(page)
    whole = "one => one.name.includes('/engine/') && one.responseEnd"
    loaded = f"performance.getEntriesByType('resource').filter({whole}).length"
    wait_until(lambda: page.evaluate(loaded) > len(ALL | {"own-tijdlijn"}), "all files are there")
    page.locator(LINK).first.click()
    page.wait_for_url(f"**{CALCULATOR}")
    wait_for_status(page, "klaar")
    sizes = (
        "Object.fromEntries(performance.getEntriesByType('resource')"
        ".filter(one => /\\.(wasm|bin)$/.test(one.name)).map(one => [one.name, one.transferSize]))"
    )
    found = python_worker(page).evaluate(sizes)
    assert len(found) == 3
    assert set(found.values()) == {0}
