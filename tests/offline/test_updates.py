"""A new version is kept aside as a whole, is offered and never forced, and wherever an update breaks off, what a reader
has is one version.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Playwright

from publishing import offline
from tests.conftest import CHROMIUM, CHROMIUM_ARGUMENTS
from tests.engine.conftest import wait_for_status, wait_until
from tests.offline.conftest import ADDRESSES, Host, first_visit, kept, only_keeps, rest, version

PAGES = [address for address in ADDRESSES if not address.startswith("l/")]
COME_BACK = "document.dispatchEvent(new Event('visibilitychange'))"
WORKERS = """navigator.serviceWorker.getRegistration()
  .then(one => ['installing', 'waiting', 'active'].filter(state => one?.[state]))"""
FAULTS: dict[str, Callable[[bytes], tuple[int, bytes]]] = {
    "missing": lambda _: (404, b"not found"),
    "out of order": lambda _: (500, b""),
    "cut short": lambda content: (200, content[: len(content) // 2]),
    "changed": lambda content: (200, content[:1000] + bytes([content[1000] ^ 1]) + content[1001:]),
    "a page instead": lambda _: (200, b"<!doctype html><title>Welkom</title>"),
}
# In `make test` one file breaks in one way; the rest of the matrix runs in `make test-full`.
IN_SHORT = {(offline.PACK, "cut short")}
BROKEN = [
    pytest.param(name, fault, marks=[] if (name, fault) in IN_SHORT else pytest.mark.full)
    for name in (offline.PACK, offline.WORKER)
    for fault in FAULTS
    if (name, fault) != (offline.WORKER, "changed")  # one letter more in a comment is a worker like any other
]


def workers(page: Page) -> list[str]:
    """The states in which there is a service worker."""
    found: list[str] = page.evaluate(WORKERS)
    return found


def versions(page: Page, host: Host) -> set[tuple[str, str]]:
    """The versions of all pages, and of their style sheets."""
    found = set()
    for address in PAGES:
        page.goto(host.address + address)
        found.add(version(page))
    return found


@pytest.mark.parametrize(("name", "fault"), BROKEN)
def test_an_update_that_fails_leaves_the_old_version_whole_and_the_next_try_succeeds(
    context: BrowserContext, host: Host, name: str, fault: str
) -> None:
    page = first_visit(context, host, seconds=11)
    host.publish("2")
    host.faults[name] = FAULTS[fault]
    page.goto(f"{host.address}over/")
    rest(page, 11)
    wait_until(lambda: f"/{name}" in host.asked[-40:] and workers(page) == ["active"], "the update was tried")
    host.stop()
    assert versions(page, host) == {("1", "1")}
    host.faults.clear()
    host.start()
    page.goto(f"{host.address}over/")
    rest(page, 11)
    wait_until(lambda: only_keeps(page, host), "the new version is there")
    host.stop()
    assert versions(page, host) == {("2", "2")}


def second_visit(context: BrowserContext, host: Host, address: str = "over/") -> Page:
    """A page that the service worker serves, and that has looked whether there is a new version."""
    page = context.new_page()
    page.clock.install()
    page.goto(host.address + address)
    rest(page, 11)
    return page


@pytest.fixture
def lasting(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[[], BrowserContext]]:
    """Starts a browser with the profile of before."""
    opened: list[BrowserContext] = []

    def start() -> BrowserContext:
        made = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS
        )
        opened.append(made)
        return made

    yield start
    for one in opened:
        with suppress(Error):
            one.close()


def kill(profile: Path) -> None:
    """End the browser with this profile, in the midst of whatever it does."""
    mine = f"--user-data-dir={profile}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mine in (process / "cmdline").read_bytes().split(b"\0"):
                os.kill(int(process.name), signal.SIGKILL)


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param("the worker comes in", marks=pytest.mark.full),
        "the pack comes in",
        pytest.param("the new version waits", marks=pytest.mark.full),
    ],
)
def test_a_browser_killed_during_an_update_shows_one_version(
    lasting: Callable[[], BrowserContext], host: Host, tmp_path: Path, moment: str
) -> None:
    context = lasting()
    page = first_visit(context, host, seconds=11)
    context.new_page().goto(host.address)  # with a second page open, a new version waits
    host.publish("2")
    if moment != "the new version waits":
        host.stalled.add(offline.WORKER if moment == "the worker comes in" else offline.PACK)
    page.goto(f"{host.address}over/")
    asked = f"/{offline.WORKER if moment == 'the worker comes in' else offline.PACK}"
    wait_until(lambda: host.asked.count(asked) == 2, "the update has begun")
    if moment == "the new version waits":
        wait_until(lambda: "waiting" in workers(page), moment)
    kill(tmp_path / "profile")
    host.stop()
    page = lasting().new_page()
    assert len(versions(page, host)) == 1
    shown = version(page)
    assert shown in {("1", "1"), ("2", "2")}
    host.stalled.clear()
    host.start()
    page.clock.install()
    page.goto(f"{host.address}over/")
    rest(page, 11)
    wait_until(lambda: only_keeps(page, host), "the new version is there")
    host.stop()
    assert versions(page, host) == {("2", "2")}


def test_a_new_version_is_offered_and_waits_while_a_form_holds_values(context: BrowserContext, host: Host) -> None:
    first_visit(context, host).close()
    page = second_visit(context, host, "rekenhulpen/tijdlijn/#eerste-ziektedag=2026-02-02")
    host.publish("2")
    page.evaluate(COME_BACK)
    offer = page.locator("[data-nieuwe-versie]")
    wait_until(offer.is_visible, "the offer")
    rest(page, 3600)
    assert version(page) == ("1", "1")
    assert workers(page) == ["waiting", "active"]
    assert page.locator("#veld-eerste-ziektedag").input_value() == "02-02-2026"
    with page.expect_navigation():
        offer.locator("[data-toon-versie]").click()
    assert version(page) == ("2", "2")
    wait_for_status(page, "klaar")
    assert page.locator("#veld-eerste-ziektedag").input_value() == "02-02-2026"
    assert page.locator("[data-nieuwe-versie]").is_hidden()


def test_a_page_of_the_very_first_visit_is_offered_a_new_version_as_well(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    host.publish("2")
    page.evaluate(COME_BACK)
    wait_until(page.locator("[data-nieuwe-versie]").is_visible, "the offer")
    assert version(page) == ("1", "1")
    with page.expect_navigation():
        page.locator("[data-toon-versie]").click()
    assert version(page) == ("2", "2")


def test_an_offer_can_be_put_off(context: BrowserContext, host: Host) -> None:
    first_visit(context, host, seconds=11).close()
    page = second_visit(context, host)
    host.publish("2")
    page.evaluate(COME_BACK)
    wait_until(page.locator("[data-nieuwe-versie]").is_visible, "the offer")
    page.locator("[data-later]").click()
    assert page.locator("[data-nieuwe-versie]").is_hidden()
    assert workers(page) == ["waiting", "active"]


def test_a_page_that_came_with_the_new_version_is_not_offered_it(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    host.publish("2")
    page.goto(f"{host.address}over/")
    rest(page, 11)
    wait_until(lambda: only_keeps(page, host), "the new version is kept")
    assert version(page) == ("2", "2")
    assert page.locator("[data-nieuwe-versie]").is_hidden()


def test_engine_files_that_did_not_change_are_not_fetched_again(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host)
    host.publish("2")
    host.asked.clear()
    page.goto(f"{host.address}over/")
    rest(page, 61)
    wait_until(lambda: only_keeps(page, host), "the new version is kept")
    large = {f"/{file.relative_to(host.site).as_posix()}" for file in offline.engine_files(host.site)}
    assert large.isdisjoint(host.asked)
    assert len(kept(page)) == 1 + len(large)


def test_the_kill_switch_takes_everything_away(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host)
    page.evaluate("caches.open('of somebody else')")
    host.publish("2", keeps=False)
    page.goto(f"{host.address}over/")
    wait_until(lambda: workers(page) == [], "the worker is gone")
    assert kept(page) == []
    assert page.evaluate("caches.keys()") == ["of somebody else"]
    page.goto(f"{host.address}over/")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    assert version(page) == ("2", "2")
