"""What the tests of the engine share: reading a form's state, and a server whose files can be broken."""

from __future__ import annotations

import json
import marshal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Worker

from publishing import server as site_server
from publishing.engine import bundle as engine
from publishing.engine import payloads, recording
from publishing.engine.archives import tool

HERE = Path(__file__).parent
CALCULATOR = "/rekenhulpen/tijdlijn/"
PATIENCE = 60.0


def status(page: Page) -> str:
    """Return the form's data-status."""
    found: str = page.evaluate("document.querySelector('form[data-rekenhulp]')?.dataset.status ?? ''")
    return found


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Ask until it is true; the content policy forbids Playwright's own way of waiting."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"after {PATIENCE:.0f} s still not: {what}"
        time.sleep(0.05)


def wait_for_status(page: Page, *wanted: str) -> None:
    """Wait until the form has one of these states."""
    end = time.monotonic() + PATIENCE
    while (found := status(page)) not in wanted:
        assert time.monotonic() < end, f"after {PATIENCE:.0f} s data-status is still {found!r}, not {wanted}"
        time.sleep(0.05)


def outcome(page: Page) -> str:
    """Return the text of the answer in the page."""
    return page.locator("[data-uitkomst-inhoud]").text_content() or ""


def python_worker(page: Page) -> Worker:
    """Return the worker that runs Python, which begins as a blob; the search has one of its own."""
    [found] = [worker for worker in page.workers if worker.url.startswith("blob:")]
    return found


def fill(page: Page, key: str, value: str) -> None:
    """Type a value and leave the field, as a reader does; wait for what comes of it. A folded group is opened first."""
    folded = page.locator(f"details:not([open]) > summary:has(~ * #veld-{key})")
    if folded.count():
        folded.click()
    page.locator(f"#veld-{key}").fill(value)
    page.locator(f"#veld-{key}").blur()
    wait_for_status(page, "klaar")


def choose(page: Page, key: str, option: str) -> None:
    """Choose an answer of which all answers are in sight."""
    page.locator(f"[name={key}][value={option}]").check()


def type_into(page: Page, key: str, value: str) -> None:
    """Type a value key by key over what stands there, and leave the field; wait for nothing."""
    page.locator(f"#veld-{key}").press("Control+a")
    page.locator(f"#veld-{key}").press_sequentially(value)
    page.locator(f"#veld-{key}").press("Tab")


def fragment(page: Page) -> str:
    """Return what stands in the address behind the page."""
    found: str = page.evaluate("location.hash")
    return found


def texts_in(page: Page) -> dict[str, str]:
    """Return what stands in the fields that are typed in, by key; not what is blank."""
    form = "[...document.querySelectorAll('form[data-rekenhulp] [data-veld] :is(input:not([type=radio]), textarea)')]"
    fields = f"{form}.map(one => [one.name, one.value])"
    return {key: text for key, text in page.evaluate(fields) if text}


@dataclass
class BrokenServer:
    """A server of the site; ``faults`` says what happens to files with a name like ``image.*``.

    Of those in ``stalled`` it sends the first half, and the rest once ``go_on`` is set. ``renamed`` holds new names of
    files, each with the name that it has in the site.
    """

    address: str
    faults: dict[str, Callable[[bytes], tuple[int, bytes]]] = field(default_factory=dict)
    stalled: set[str] = field(default_factory=set)
    go_on: threading.Event = field(default_factory=threading.Event)
    renamed: dict[str, str] = field(default_factory=dict)


class Stalling(BytesIO):
    """A file of which the second half comes only when it may."""

    def __init__(self, content: bytes, go_on: threading.Event) -> None:
        super().__init__(content)
        self._half = len(content) // 2
        self._go_on = go_on

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on, up to the half; then wait."""
        if self.tell() < self._half:
            return super().read(self._half)
        self._go_on.wait(PATIENCE)
        return super().read(size)


@pytest.fixture
def broken_server(site_dir: Path) -> Iterator[BrokenServer]:
    """Serve the site, without compression, so that a fault is exactly what arrives."""
    serving = BrokenServer("")

    class Handler(site_server.SiteHandler):
        def do_GET(self) -> None:  # noqa: N802 - the standard library's name
            name = self.path.rpartition("/")[2]
            fault = next((made for like, made in serving.faults.items() if fnmatch(name, like)), None)
            self.path = self.path.replace(name, serving.renamed.get(name, name)) if name else self.path
            file = self.site / self.path.lstrip("/") / ("" if name else "index.html")
            stalls = any(fnmatch(name, like) for like in serving.stalled)
            if not file.is_file() or (fault is None and not stalls):
                super().do_GET()
                return
            code, content = fault(file.read_bytes()) if fault else (200, file.read_bytes())
            kind = self.files.media_types.get_type(file.name)
            sent = {"Content-Type": kind, "Content-Length": str(len(content))}
            self.send(HTTPStatus(code), sent.items(), Stalling(content, serving.go_on) if stalls else BytesIO(content))

    running = site_server.start(site_dir, handler=Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    serving.address = f"http://127.0.0.1:{running.server_address[1]}"
    yield serving
    serving.go_on.set()
    running.shutdown()
    running.server_close()


@pytest.fixture
def bare_server(site_dir: Path) -> Iterator[str]:
    """The address of a server that sends files, and no header that has to do with what a page may do."""

    class Bare(SimpleHTTPRequestHandler):
        extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
            """Keep the output of the tests clean."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Bare, directory=str(site_dir)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="session")
def bundle(site_dir: Path) -> Path:  # noqa: ARG001 - waits for the site: its build makes them too, for a minute
    """The folder with the finished files of the engine."""
    return engine.make()


@pytest.fixture(scope="session")
def archives(bundle: Path) -> payloads.Archives:
    """What pages share, of which the image was made, and what each has of its own; not the full archive."""
    shared, own, _ = marshal.loads((bundle / engine.KEPT_FOR_TESTS).read_bytes())  # noqa: S302  # of this build
    return payloads.Archives(shared, own, b"", {})


@pytest.fixture(scope="session")
def imported(bundle: Path) -> list[str]:
    """Modules of the machine code's own data that are imported in the memory with which pages begin."""
    _, _, found = marshal.loads((bundle / engine.KEPT_FOR_TESTS).read_bytes())  # noqa: S302  # of this build
    assert "os" in found
    return list(found)


@pytest.fixture(scope="session")
def small(archives: payloads.Archives) -> payloads.Library:
    """All of Python that the page of `CALCULATOR` takes first: as memory what it shares, the rest as an archive."""
    return archives.shared | archives.own["tijdlijn"]


@pytest.fixture(scope="session")
def hot(bundle: Path) -> bytes:
    """The machine code that pages begin with."""
    [found] = bundle.glob("pyodide.*.wasm")
    return found.read_bytes()


@pytest.fixture(scope="session")
def full(bundle: Path) -> Path:
    """The archive that lacks nothing."""
    [found] = bundle.glob("full.*.zip")
    return found


@pytest.fixture(scope="session")
def in_pyodide(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Any], Any]:
    """Run Python source in Pyodide under Node, with the browser's full archive and nothing else.

    The source finds its input, given as JSON, as ``given``; its last value comes back as JSON.
    """

    def run(source: str, given: Any = None) -> Any:
        folder = tmp_path_factory.mktemp("pyodide")
        (folder / "source.py").write_text(source, "utf-8")
        (folder / "given.json").write_text(json.dumps(given), "utf-8")
        command = [tool("node"), HERE / "run_in_pyodide.mjs", recording.PYODIDE, full, folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads((folder / "found.json").read_text("utf-8"))

    return run
