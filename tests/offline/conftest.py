"""What the tests of the kept site share: a host that publishes one version after the other, fails, and goes away."""

from __future__ import annotations

import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from fnmatch import fnmatch
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from publishing import hashed_names, offline
from publishing import server as site_server
from tests.conftest import TODAY
from tests.engine.conftest import Stalling, wait_until

# A few pages of each kind: a pack of all of them takes seconds, and is looked at in test_pack.py.
ADDRESSES = ("", "over/", "rekenhulpen/tijdlijn/", "documenten/geheimhouding/", "wegwijzer/", "l/tijdlijn/")
REVIEW = date(2027, 1, 5)
KEPT = """async () => {
  const names = await caches.keys();
  const found = await Promise.all(names.map(async name => await (await caches.open(name)).keys()));
  return found.flat().map(({ url }) => url);
}"""


class Host:
    """A server of one version of the site after the other.

    ``faults`` says what happens to files with a name like ``*.pack``, ``stalled`` which come only half, and ``delay``
    how many seconds every answer takes.
    """

    def __init__(self, whole: Path, folder: Path) -> None:
        self.site = folder / "site"
        self.faults: dict[str, Callable[[bytes], tuple[int, bytes]]] = {}
        self.stalled: set[str] = set()
        self.go_on = threading.Event()
        self.delay = 0.0
        self.folder = ""  # in which the site lives, with a slash in front
        self.asked: list[str] = []
        self.open: set[socket.socket] = set()  # what a browser would ask on without a new connection
        self._port = 0
        for name in ("assets", "zoeken"):
            shutil.copytree(whole / name, self.site / name, ignore=shutil.ignore_patterns("*.br", "*.gz"))
        for name in ("404.html", "manifest.json", "_headers", *(f"{one}index.html" for one in ADDRESSES)):
            (self.site / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(whole / name, self.site / name)

    def publish(self, version: str, keeps: bool = True) -> None:
        """Publish a version: its name stands in every page, and in a style sheet that belongs to it alone."""
        sheet = hashed_names.find(self.site, "site.css")
        new = sheet.with_name(f"site.{version * 12}.css")
        text = re.sub(r"\n:root { --version: .*", "", sheet.read_text("utf-8"))
        sheet.unlink()
        new.write_text(f"{text}\n:root {{ --version: {version} }}\n", "utf-8")
        for page in self.site.rglob("*.html"):
            html = page.read_text("utf-8").replace(sheet.name, new.name)
            page.write_text(re.sub(r"<body( data-version=\"\w\")?", f'<body data-version="{version}"', html), "utf-8")
        if keeps:
            offline.write(self.site, date.fromisoformat(TODAY), Path("docs"))
        else:
            offline.write_off(self.site)

    def start(self) -> None:
        """Answer again, at the same address."""
        host = self

        class Handler(site_server.SiteHandler):
            def do_GET(self) -> None:  # noqa: N802 - the standard library's name
                host.asked.append(self.path)
                time.sleep(host.delay)
                if not self.path.startswith(f"{host.folder}/"):
                    self.send_error(HTTPStatus.NOT_FOUND)
                    return
                self.path = self.path.removeprefix(host.folder)
                name = self.path.rpartition("/")[2]
                file = self.site / self.path.lstrip("/") / ("" if name else "index.html")
                fault = next((made for like, made in host.faults.items() if fnmatch(name, like)), None)
                stalls = any(fnmatch(name, like) for like in host.stalled)
                if not file.is_file() or (fault is None and not stalls):
                    super().do_GET()
                    return
                code, content = fault(file.read_bytes()) if fault else (200, file.read_bytes())
                sent = {"Content-Type": self.files.media_types.get_type(file.name), "Content-Length": str(len(content))}
                body = Stalling(content, host.go_on) if stalls else BytesIO(content)
                with suppress(ConnectionError):
                    self.send(HTTPStatus(code), sent.items(), body)

            def setup(self) -> None:
                super().setup()
                host.open.add(self.connection)

        self._running = site_server.start(self.site, self._port, handler=Handler)
        self._port = self._running.server_address[1]
        threading.Thread(target=self._running.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._port}{self.folder}/"

    def stop(self) -> None:
        """Be gone: for the reader there is no network."""
        self.go_on.set()
        self._running.shutdown()
        self._running.server_close()
        for connection in self.open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.open.clear()


@pytest.fixture
def host(site_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A host with version 1."""
    monkeypatch.setattr(offline, "days_to_read_again", lambda *_: {"": REVIEW})
    made = Host(site_dir, tmp_path)
    made.publish("1")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh browser."""
    made = chromium.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam", accept_downloads=True)
    yield made
    made.unroute_all(behavior="ignoreErrors")  # a file that is still on its way
    made.close()


def kept(page: Page) -> list[str]:
    """The addresses of all that the browser keeps."""
    found: list[str] = page.evaluate(KEPT)
    return sorted(found)


def only_keeps(page: Page, host: Host) -> bool:
    """Whether the browser serves the version that the host has now, and keeps no other."""
    [ours] = re.findall(r'"version": "(\w+)"', (host.site / offline.WORKER).read_text("utf-8"))
    packs = [name for name in page.evaluate("caches.keys()") if not name.endswith(" engine")]
    state = "navigator.serviceWorker.getRegistration().then(one => [one.active.state, one.waiting, one.installing])"
    return packs == [f"spoorwijzer {host.folder}/ {ours}"] and page.evaluate(state) == ["activated", None, None]


def rest(page: Page, seconds: int) -> None:
    """Let the page rest so long; its clock must be the test's. A calculator that has begun may finish first."""
    wait_until(lambda: page.locator("[data-status=laadt]").count() == 0, "the calculator has answered")
    page.clock.run_for(seconds * 1000)


def first_visit(context: BrowserContext, host: Host, address: str = "over/", seconds: int = 61) -> Page:
    """Visit a page and rest there, until all is kept that is kept then."""
    page = context.new_page()
    page.clock.install()
    page.goto(host.address + address)
    rest(page, 11)
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    wait_until(lambda: only_keeps(page, host), "the pages are kept")
    if seconds > 11:
        rest(page, seconds - 11)
        wait_until(lambda: len(kept(page)) == 1 + len(offline.engine_files(host.site)), "the engine is kept")
    return page


def version(page: Page) -> tuple[str, str]:
    """The version of a page and that of its style sheet, which are always the same."""
    of_sheet = "getComputedStyle(document.documentElement).getPropertyValue('--version').trim()"
    found: list[str] = page.evaluate(f"[document.body.dataset.version, {of_sheet}]")
    return found[0], found[1]
