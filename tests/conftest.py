"""What several tests share: the built site, a server with production's headers, and Chromium."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from zlib import crc32

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

import tests.hypothesis_profiles  # noqa: F401 - registers and loads the profile of `make test`
from calculators.wegwijzer.pages import TreePage, pages
from publishing import redirects
from publishing import server as site_server

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-28"  # the day on which the tests build the site
BUILT = ROOT / "build" / "site-for-tests"
BUILD = pytest.StashKey["subprocess.Popen[str]"]()
OUTCOME = BUILT.with_suffix(".outcome")  # is there once that build has ended: empty, or what went wrong
CHROMIUM = "/usr/bin/chromium-headless-shell"
FIREFOX = "/usr/bin/firefox-esr"
# The second line keeps Chromium from calling its maker's servers. The third spares a third of the work of starting
# Python: no graphics card is imitated, and machine code is made by the quick compiler only.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
    "--no-first-run",
    "--disable-gpu", "--js-flags=--liftoff-only",
]  # fmt: skip
# `make test` takes one third of what takes long, `make test-full` all three.
THIRDS = [0, *(pytest.param(third, marks=pytest.mark.full) for third in (1, 2))]


def one_in(number: int, alike: Iterable[Any]) -> list[Any]:
    """Mark all but one in so many of what is alike for `make test-full`, which takes all.

    What has a name is chosen by it, so that one more case changes nothing for the others; the rest by its place.
    """
    named = type(pytest.param())
    rows = [
        value if isinstance(value, named) else pytest.param(*(value if isinstance(value, tuple) else (value,)))
        for value in alike
    ]
    return [
        pytest.param(*row.values, marks=[*row.marks, *([pytest.mark.full] if place % number else [])], id=row.id)
        for place, row in ((crc32(str(row.id).encode()) if row.id else at, row) for at, row in enumerate(rows))
    ]


COLLECT_VIOLATIONS = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", event =>
    window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


# Coverage doubles the time of a test and more, so it is measured only here, and not in files that say so themselves.
MEASURED = "tests/calculators/"


def pytest_configure(config: pytest.Config) -> None:
    """Build the site once for all processes of `-n`, while they run the tests that can do without."""
    is_one_of_them = hasattr(config, "workerinput")
    if config.getoption("numprocesses", None) and not is_one_of_them and "SPOORWIJZER_SITE" not in os.environ:
        os.environ["SPOORWIJZER_SITE"] = os.environ["SPOORWIJZER_SITE_COMES"] = str(BUILT)
        OUTCOME.parent.mkdir(exist_ok=True)
        OUTCOME.unlink(missing_ok=True)  # that of an earlier run
        config.stash[BUILD] = building = start_build(BUILT)
        threading.Thread(target=leave_word, args=(building,), daemon=True).start()
    elif is_one_of_them:
        os.nice(10)  # nothing waits for a test, and many a test for the site


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop a build that nobody waits for any more: it would still be at it when the next run begins its own."""
    building = config.stash.get(BUILD, None)
    if building is not None and building.poll() is None:
        os.killpg(building.pid, signal.SIGTERM)
        building.wait()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop the coverage that pytest-cov 7.1 forgets in a process of pytest-xdist, where it starts twice.

    Its mark `no_cover` stops the second only, and what nobody reads would be measured on: five times as slow.
    """
    cover = session.config.pluginmanager.get_plugin("_cov")
    if hasattr(session.config, "workerinput") and cover is not None and cover.cov_controller is not None:
        cover.cov_controller.cov.stop()


@pytest.hookimpl(trylast=True)  # hypothesis marks its tests first
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say which tests are measured, and put the files with tests that wait for the built site last."""
    for item in items:
        if item.get_closest_marker("hypothesis") or not item.nodeid.startswith(MEASURED):
            item.add_marker(pytest.mark.no_cover)
    waiting = {item.path for item in items if "site_dir" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path in waiting)


def start_build(out: Path) -> subprocess.Popen[str]:
    """Begin to build the site of this tree into a folder, in a group of processes of its own.

    It is made as `make build` makes it, but for how well the copies are packed.
    """
    command = [sys.executable, "-m", "publishing.build", "--out", str(out), "--today", TODAY]
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"SPOORWIJZER_PACKING": "snel"},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
        start_new_session=True,
    )  # fmt: skip


def what_went_wrong(building: subprocess.Popen[str]) -> str:
    """Wait for the end of a build; give nothing when it went well."""
    _, told = building.communicate()
    return f"The site does not build:\n{told[-5000:]}" if building.returncode else ""


def leave_word(building: subprocess.Popen[str]) -> None:
    """Tell the other processes how the build ended, in one go: who waits must not read half of it."""
    word = OUTCOME.with_suffix(".part")
    word.write_text(what_went_wrong(building), "utf-8")
    word.rename(OUTCOME)


def build_site(out: Path) -> None:
    """Build the site into a folder, and fail when that fails."""
    if wrong := what_went_wrong(start_build(out)):
        pytest.fail(wrong, pytrace=False)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; SPOORWIJZER_SITE names one that is built already, or that comes (SPOORWIJZER_SITE_COMES)."""
    ready = os.environ.get("SPOORWIJZER_SITE")
    if ready is None:
        site = tmp_path_factory.mktemp("built") / "site"
        build_site(site)
        return site
    if os.environ.get("SPOORWIJZER_SITE_COMES") == ready:
        while not OUTCOME.exists():
            time.sleep(1)
        if wrong := OUTCOME.read_text("utf-8"):
            pytest.fail(wrong, pytrace=False)
    return Path(ready).resolve()


@pytest.fixture(scope="session")
def server(site_dir: Path) -> Iterator[str]:
    """The address, without a slash behind it, of a server that sends production's headers."""
    running = site_server.start(site_dir)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, once for all tests."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium; without it the tests fail, and say what to install."""
    if not Path(CHROMIUM).exists():
        pytest.fail(f"{CHROMIUM} is missing. Run: apt-get install chromium-headless-shell", pytrace=False)
    try:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
    except Error as error:
        pytest.fail(f"{CHROMIUM} does not start. Reinstall that package of Debian.\n{error}", pytrace=False)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Firefox; without it the tests fail, and say what to install."""
    if not Path(FIREFOX).exists():
        pytest.fail("Firefox is missing. Run: apt-get install --no-install-recommends firefox-esr", pytrace=False)
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    yield browser
    browser.close()


@dataclass
class Visitor:
    """A reader with a fresh browser profile, and what happened while reading."""

    page: Page
    base: str
    blocked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str, until: Literal["load", "networkidle"] = "load") -> Page:
        """Go to an address of the site; `networkidle` waits until nothing has been asked for half a second."""
        self.page.goto(self.base + path, wait_until=until)
        return self.page

    def violations(self) -> list[str]:
        """What the content policy blocked, in the page or in its workers."""
        in_page: list[str] = self.page.evaluate("window.violations")
        return in_page + self.blocked

    def elsewhere(self) -> list[str]:
        """Requests that left the site."""
        home = urlsplit(self.base).netloc
        return [url for url in self.requests if urlsplit(url).netloc not in (home, "")]


def make_visitor(
    chromium: Browser, server: str, width: int = 1280, scheme: str = "light", javascript: bool = True, **options: Any
) -> Visitor:
    """Make a visitor; whoever asks closes its context. Other options are those of a Playwright context.

    The browser keeps no site for him, unless `service_workers="allow"`: a test that breaks a file on its server after
    ten seconds wants that file to be asked for. What is kept, and when, is tested in tests/offline.
    """
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=javascript,
        **({"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "service_workers": "block"} | options),
    )
    context.add_init_script(COLLECT_VIOLATIONS)
    made = Visitor(context.new_page(), server)

    def note(text: str) -> None:
        if "Content Security Policy" in text or "Content-Security-Policy" in text:
            made.blocked.append(text)

    made.page.on("console", lambda message: note(message.text))
    made.page.on("pageerror", lambda error: made.errors.append(str(error)))
    context.on("request", lambda request: made.requests.append(request.url))
    return made


@pytest.fixture
def visitor(chromium: Browser, server: str) -> Iterator[Callable[..., Visitor]]:
    """Makes visitors: visitor(width=390, scheme="dark", javascript=False, …context options)."""
    visitors: list[Visitor] = []

    def make(**options: Any) -> Visitor:
        visitors.append(make_visitor(chromium, server, **options))
        return visitors[-1]

    yield make
    for one in visitors:
        one.page.context.unroute_all(behavior="ignoreErrors")  # a file that is still on its way
        one.page.context.close()


@pytest.fixture(scope="session")
def addresses(every_address: list[str], pytestconfig: pytest.Config) -> list[str]:
    """The pages that tests walk along: all but most of the decision helper's, which are alike.

    Of those one question and one outcome of each role; in `make test-full` every one.
    """
    if pytestconfig.getoption("markexpr") != "not full":
        return every_address
    alike = {(page.role, page.is_outcome): f"/wegwijzer/{page.name}/" for page in wegwijzer_pages()}
    left_out = {f"/wegwijzer/{page.name}/" for page in wegwijzer_pages()} - set(alike.values())
    return [address for address in every_address if address not in left_out]


def wegwijzer_pages() -> list[TreePage]:
    """The pages of the decision helper."""
    return list(pages(date.fromisoformat(TODAY)))


@pytest.fixture(scope="session")
def every_address(site_dir: Path) -> list[str]:
    """The address of every page, and one that does not exist; not those that only lead to where a page went."""
    moved = {address.strip("/") for address in redirects.read()}
    found = {file.parent.relative_to(site_dir).as_posix() for file in site_dir.rglob("index.html")}
    pages = sorted(found - moved)
    return ["/" if page == "." else f"/{page}/" for page in pages] + ["/bestaat-niet/"]
