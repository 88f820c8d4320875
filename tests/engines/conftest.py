"""Three engines behind one reader: Chromium and Firefox by Playwright, WebKit (Safari's) by Selenium.

What cannot be had from all three is had from the server: it breaks files when asked, and takes what browsers report
about the content policy, in the page and in its workers.
"""

from __future__ import annotations

import json
import re
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from publishing import headers
from publishing import server as site_server
from tests.webkit import screen, started  # noqa: F401 - screen is a fixture

ENGINES = ("chromium", "firefox", "webkit")
FIREFOX = "/usr/bin/firefox-esr"
PATIENCE = 90.0
REPORTS = "/reports-of-the-policy"
# Keys with a name, as Playwright calls them and as Selenium sends them.
KEYS = {
    "Tab": Keys.TAB,
    "Enter": Keys.ENTER,
    "Space": Keys.SPACE,
    "Escape": Keys.ESCAPE,
    "ArrowDown": Keys.ARROW_DOWN,
}
FUNCTION = re.compile(r"(async\s*)?(\([^)]*\)|\w+)\s*=>")
# Seen by a reader: it has room, it is in the window, and nothing lies over its middle.
IN_SIGHT = """one => {
  if (!one) return false;
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const box = one.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return one.checkVisibility() && box.width > 5 && box.height > 5 && (one.contains(top) || top?.contains(one));
}"""


# What fades or slides after a change of width has come to rest.
AT_REST = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
  Promise.allSettled(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished))
    .then(() => done(true)))))"""


@dataclass
class Host:
    """The site as a host serves it; ``faults`` breaks files by name, ``reports`` is what browsers complained about."""

    address: str = ""
    faults: dict[str, Callable[[bytes], tuple[int, bytes]]] = field(default_factory=dict)
    reports: list[str] = field(default_factory=list)


@contextmanager
def hosting(site: Path) -> Iterator[Host]:
    """A server of the site that asks browsers to report what the policy blocks."""
    made = Host()

    class Handler(site_server.SiteHandler):
        def do_POST(self) -> None:  # noqa: N802 - the standard library's name
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told = sent.get("csp-report", sent)
            made.reports.append(f"{told.get('violated-directive')}: {told.get('blocked-uri')}")
            self.send(HTTPStatus.NO_CONTENT, {"Content-Length": "0"}.items())

        def do_GET(self) -> None:  # noqa: N802 - the standard library's name
            name = self.path.rpartition("/")[2]
            fault = next((way for like, way in made.faults.items() if fnmatch(name, like)), None)
            file = self.site / self.path.lstrip("/")
            if fault is None or not file.is_file():
                super().do_GET()
                return
            code, content = fault(file.read_bytes())
            kind = {"Content-Type": self.files.media_types.get_type(file.name), "Content-Length": str(len(content))}
            self.send(HTTPStatus(code), kind.items(), BytesIO(content))

        def end_headers(self) -> None:
            policy = self.always.get(headers.POLICY)
            if policy and "report-uri" not in policy:
                self.always = {**self.always, headers.POLICY: f"{policy}; report-uri {REPORTS}"}
            super().end_headers()

    running = site_server.start(site, handler=Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    made.address = f"http://127.0.0.1:{running.server_address[1]}"
    yield made
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="session")
def host(site_dir: Path) -> Iterator[Host]:
    """The site on a server that is well."""
    with hosting(site_dir) as made:
        yield made


@pytest.fixture
def broken_host(site_dir: Path) -> Iterator[Host]:
    """Another address, of which no browser has kept anything yet; the test says what is broken."""
    with hosting(site_dir) as made:
        yield made


class Reader(ABC):
    """Somebody with a browser. Elements are named by a CSS selector; the first that fits counts."""

    base: str
    narrowest = 320

    @abstractmethod
    def open(self, path: str) -> None:
        """Go to an address of the site."""

    @abstractmethod
    def ask(self, expression: str, *given: Any) -> Any:
        """What an expression of JavaScript gives in the page; a function is called, a promise is waited for."""

    @abstractmethod
    def load(self, source: str) -> None:
        """Run a script of the test's own in the page."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Click on it."""

    @abstractmethod
    def type(self, selector: str, text: str) -> None:
        """Type over what stands in a field, and leave it."""

    @abstractmethod
    def press(self, selector: str, key: str) -> None:
        """Press a key with a name, such as Enter."""

    @abstractmethod
    def strike(self, key: str) -> None:
        """Strike a key, by its name or as the letters to type, wherever the focus is."""

    def tabs_to(self, selector: str, most: int = 100) -> None:
        """Go there with the Tab key alone."""
        here = "selector => Boolean(document.activeElement?.matches(selector))"
        for _ in range(most):
            self.strike("Tab")
            if self.ask(here, selector):
                return
        pytest.fail(f"{most} times Tab, and still not at {selector}")

    @abstractmethod
    def resize(self, width: int, scheme: str = "light") -> None:
        """Make the window as wide as this."""

    @property
    @abstractmethod
    def where(self) -> str:
        """The address at which the reader is."""

    def text(self, selector: str) -> str:
        """The text that stands there, as it is seen; nothing when there is no such element."""
        found: str = self.ask("selector => document.querySelector(selector)?.innerText ?? ''", selector)
        return found

    def sees(self, selector: str) -> bool:
        """Say whether it is in sight, once the page was scrolled to it."""
        return bool(self.ask(f"selector => ({IN_SIGHT})(document.querySelector(selector))", selector))

    def wait(self, true: Callable[[], bool], what: str) -> None:
        """Ask until it is true."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, f"after {PATIENCE:.0f} s still not: {what}"
            time.sleep(0.1)

    def wait_for_status(self, wanted: str) -> None:
        """Wait until the form has this state."""
        status = "document.querySelector('form[data-rekenhulp]')?.dataset.status ?? ''"
        self.wait(lambda: self.ask(status) == wanted, f"data-status {wanted}")

    def answers(self, path: str) -> None:
        """Open a page with a form, and wait for Python."""
        self.open(path)
        self.wait_for_status("klaar")


class PlaywrightReader(Reader):
    """Somebody with Chromium or Firefox."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base

    def open(self, path: str) -> None:
        self.page.goto("about:blank")  # or another fragment would not be another visit
        self.page.goto(self.base + path)

    def ask(self, expression: str, *given: Any) -> Any:
        return self.page.evaluate(expression, *given)

    def load(self, source: str) -> None:
        self.page.evaluate(source)

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def type(self, selector: str, text: str) -> None:
        field_there = self.page.locator(selector).first
        field_there.press("Control+a")
        field_there.press_sequentially(text)
        field_there.press("Tab")

    def press(self, selector: str, key: str) -> None:
        self.page.locator(selector).first.press(key)

    def strike(self, key: str) -> None:
        if key in KEYS:
            self.page.keyboard.press(key)
        else:
            self.page.keyboard.type(key)

    def resize(self, width: int, scheme: str = "light") -> None:
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")

    @property
    def where(self) -> str:
        try:
            return str(self.page.evaluate("location.href"))  # page.url only moves while Playwright waits for something
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
            return ""  # between two pages it is nowhere


class WebKitReader(Reader):
    """Somebody with WebKit; its window cannot be narrower than 447 pixels."""

    narrowest = 447

    def __init__(self, driver: WebKitGTK, base: str) -> None:
        self.driver = driver
        self.base = base

    def open(self, path: str) -> None:
        self.driver.get("about:blank")
        self.driver.get(self.base + path)

    def ask(self, expression: str, *given: Any) -> Any:
        call = f"({expression})(...given)" if FUNCTION.match(expression) else f"({expression})"
        script = (
            "const given = [...arguments].slice(0, -1), done = arguments[arguments.length - 1];"
            f"Promise.resolve().then(() => {call}).then(done, error => done('error: ' + error));"
        )
        return self.driver.execute_async_script(script, *given)

    def load(self, source: str) -> None:
        self.driver.execute_script(source)

    def click(self, selector: str) -> None:
        self.sees(selector)  # scrolls there
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def type(self, selector: str, text: str) -> None:
        self.sees(selector)
        self.ask("selector => { const one = document.querySelector(selector); one.focus(); one.select() }", selector)
        self.driver.find_element(By.CSS_SELECTOR, selector).send_keys(text, Keys.TAB)

    def press(self, selector: str, key: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).send_keys(getattr(Keys, key.upper()))

    def strike(self, key: str) -> None:
        self.driver.switch_to.active_element.send_keys(KEYS.get(key, key))

    def resize(self, width: int, scheme: str = "light") -> None:  # noqa: ARG002 - it knows no scheme
        self.driver.set_window_size(width, 900)

    @property
    def where(self) -> str:
        return str(self.driver.current_url)


@contextmanager
def by_driver(display: str, base: str) -> Iterator[Reader]:
    """A fresh WebKit."""
    with started(display) as driver:
        yield WebKitReader(driver, base)


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Firefox; without it the tests fail, and say what to install."""
    if not Path(FIREFOX).exists():
        pytest.fail("Firefox is missing. Run: apt-get install --no-install-recommends firefox-esr", pytrace=False)
    try:
        browser = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    except Error as error:
        pytest.fail(f"{FIREFOX} does not start. Reinstall that package of Debian.\n{error}", pytrace=False)
    yield browser
    browser.close()


@contextmanager
def by_playwright(browser: Browser, base: str) -> Iterator[Reader]:
    """A fresh profile in a browser that runs."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="nl-NL", timezone_id="Europe/Amsterdam"
    )
    try:
        yield PlaywrightReader(context.new_page(), base)
    finally:
        context.close()


@pytest.fixture(scope="module", params=ENGINES)
def reader(request: pytest.FixtureRequest, host: Host) -> Iterator[Reader]:
    """A reader with a fresh browser, for a file of tests in each engine."""
    name: str = request.param
    if name == "webkit":
        made = by_driver(request.getfixturevalue("screen"), host.address)
    else:
        made = by_playwright(request.getfixturevalue(name), host.address)
    with made as one:
        yield one


@pytest.fixture(autouse=True)
def no_reports(host: Host) -> None:
    """Every test begins with no reports."""
    host.reports.clear()
