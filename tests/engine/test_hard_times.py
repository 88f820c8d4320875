"""A slow network, a device that throws Python away, a Python that never answers, and files of a wrong type."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, Route

from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, fill, outcome, python_worker, status, wait_for_status, wait_until
from tests.engine.test_form import DAY, LAST_DAY

SAID_WITHIN = 15.0  # seconds without progress, after which a reader must have been told something
SLOW = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
LONG = 240.0


def with_python(visitor: Callable[..., Visitor]) -> Page:
    """A page on which Python runs."""
    made = visitor()
    made.page.goto(made.base + CALCULATOR)
    wait_for_status(made.page, "klaar")
    return made.page


def type_day(page: Page) -> None:
    """Fill in a day, and wait for nothing."""
    page.locator("#veld-eerste-ziektedag").fill(DAY)
    page.locator("#veld-eerste-ziektedag").blur()


@pytest.mark.parametrize("way", ["self.close()", "void (self.onmessage = () => { for (;;); })"])
def test_a_python_that_was_thrown_away_or_never_ends_is_replaced_and_the_question_asked_again(
    visitor: Callable[..., Visitor], way: str
) -> None:
    page = with_python(visitor)
    python_worker(page).evaluate(way)
    type_day(page)
    wait_for_status(page, "klaar")
    wait_until(lambda: LAST_DAY in outcome(page), "the answer")


NEVER_IDLE = "window.requestIdleCallback = (ask, { timeout } = {}) => timeout && setTimeout(ask, timeout)"


def test_a_browser_that_is_never_idle_starts_python_all_the_same(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.add_init_script(NEVER_IDLE)
    made.open(CALCULATOR)
    wait_for_status(made.page, "klaar")


SLOW_ONCE = """
const own = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (...given) {
  Worker.prototype.postMessage = own;
  window.waited = true;
  setTimeout(() => own.apply(this, given), 9000);
};"""


@pytest.mark.full
def test_a_first_answer_that_takes_long_is_waited_for_and_needs_no_full_files(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.add_init_script(SLOW_ONCE)
    made.page.goto(f"{made.base}{CALCULATOR}#eerste-ziektedag={DAY}")
    wait_for_status(made.page, "klaar")
    assert LAST_DAY in outcome(made.page)
    assert made.page.evaluate("window.waited && performance.getEntriesByName('python-full').length") == 0


@pytest.mark.full
def test_on_a_very_slow_network_a_sentence_comes_in_time_and_the_answer_in_the_end(
    visitor: Callable[..., Visitor],
) -> None:
    made = visitor()
    page = made.page
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.set_default_navigation_timeout(LONG * 1000)
    page.goto(f"{made.base}{CALCULATOR}#eerste-ziektedag={DAY}", wait_until="commit")
    page.locator("footer").wait_for(state="attached", timeout=60_000)
    began = time.monotonic()
    told = page.locator("[data-laden]")
    wait_until(told.is_visible, "that it loads is said")
    wait_until(lambda: status(page) == "klaar" or page.locator(".sw-laden__lang").is_visible(), "that it takes long")
    assert time.monotonic() - began < SAID_WITHIN + 5  # it is a busy machine that measures
    assert status(page) != "fout"
    end = time.monotonic() + LONG
    while status(page) != "klaar":
        assert status(page) != "fout"
        assert time.monotonic() < end
        time.sleep(0.5)
    assert LAST_DAY in outcome(page)
    assert page.url.endswith(f"#eerste-ziektedag={DAY}")


def test_while_loading_takes_long_a_reload_is_offered_and_loses_nothing(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    goes_on: list[bool] = []
    # What was asked for before it goes on is never answered: it would make the page ready before the click.
    made.page.context.route("**/*.wasm", lambda route: route.continue_() if goes_on else None)
    made.page.goto(made.base + CALCULATOR, wait_until="commit")
    type_day(made.page)
    late = made.page.locator(".sw-laden__lang")
    assert late.is_hidden()
    wait_until(late.is_visible, "that it takes long")
    goes_on.append(True)
    late.locator("button").click()
    wait_until(lambda: status(made.page) == "klaar" and LAST_DAY in outcome(made.page), "the answer")


@pytest.mark.parametrize("name", ["*.wasm", "image.*"])
def test_a_file_of_the_engine_that_is_no_script_may_come_as_any_type(
    visitor: Callable[..., Visitor], name: str
) -> None:
    made = visitor()
    made.page.context.route(f"**/{name}", lambda route: with_type(route, "text/plain"))
    made.page.goto(made.base + CALCULATOR)
    wait_for_status(made.page, "klaar")
    fill(made.page, "eerste-ziektedag", DAY)
    assert LAST_DAY in outcome(made.page)


def test_a_script_of_the_page_of_a_wrong_type_leaves_the_published_answer_and_a_sentence(
    visitor: Callable[..., Visitor],
) -> None:
    made = visitor()
    made.page.context.route("**/assets/engine/calculator.*.js", lambda route: with_type(route, "text/plain"))
    made.page.goto(made.base + CALCULATOR)
    wait_until(made.page.locator("[data-storing]").is_visible, "the sentence")
    assert outcome(made.page) != ""


@pytest.mark.parametrize("name", ["*.wasm", "{image,full}.*", "python-worker*.js"])
def test_a_network_that_goes_away_while_the_page_is_open_loses_nothing_and_is_tried_again(
    visitor: Callable[..., Visitor], name: str
) -> None:
    made = visitor()
    gone = f"**/{name}"
    made.page.context.route(gone, lambda route: route.abort())
    made.page.goto(made.base + CALCULATOR)
    type_day(made.page)
    wait_for_status(made.page, "fout")
    assert made.page.locator("[data-storing]").is_visible()
    assert made.page.locator("#veld-eerste-ziektedag").input_value() == DAY
    made.page.context.unroute(gone)
    made.page.locator("[data-opnieuw]").click()
    wait_for_status(made.page, "klaar")
    assert LAST_DAY in outcome(made.page)


def with_type(route: Route, kind: str) -> None:
    """Hand over what the server has, as something else."""
    with suppress(Error):  # the page has gone
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-type": kind})
