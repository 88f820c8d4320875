"""Nothing leaves the site, nothing is stored unasked, and the strict content policy blocks nothing."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path

import pytest
from playwright.sync_api import expect

from publishing import headers
from tests.conftest import Visitor


class PlainFiles(SimpleHTTPRequestHandler):
    """Sends files, and no header that has to do with what a page may do; knows three types and no other."""

    def guess_type(self, path: str | PathLike[str]) -> str:
        """What any server knows, and that the rest is bytes."""
        known = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
        return known.get(Path(path).suffix, "application/octet-stream")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Keep the output of the tests clean."""


@pytest.fixture(scope="module")
def plain_server(site_dir: Path) -> Iterator[str]:
    """The address of a server of files that knows nothing of `_headers`."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(PlainFiles, directory=str(site_dir)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def test_every_page_carries_the_policy_before_anything_that_it_loads(site_dir: Path) -> None:
    policy = headers.read(site_dir)["Content-Security-Policy"].replace("frame-ancestors 'none'; ", "")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    pages = {file.relative_to(site_dir).as_posix(): file.read_text("utf-8") for file in site_dir.rglob("*.html")}
    assert [name for name, text in pages.items() if text.count(meta) != 1] == []
    assert [name for name, text in pages.items() if re.search("<(script|link|style|img)", text.split(meta)[0])] == []
    assert [name for name, text in pages.items() if "charset" not in text[:1024]] == []


@pytest.mark.parametrize("address", ["/", "/over/", "/ja-maar/", "/404.html", "/rekenhulpen/tijdlijn/"])
def test_a_host_that_sends_only_files_has_the_policy_and_it_blocks_nothing_of_ours(
    visitor: Callable[..., Visitor], plain_server: str, address: str
) -> None:
    reader = visitor()
    reader.base = plain_server
    page = reader.open(address)
    assert reader.violations() == []
    assert reader.errors == []
    page.evaluate("fetch('https://elders.example/').catch(() => null)")
    assert any("elders.example" in blocked for blocked in page.evaluate("window.violations"))


def test_a_calculator_answers_on_a_host_that_sends_only_files(
    visitor: Callable[..., Visitor], plain_server: str
) -> None:
    reader = visitor()
    reader.base = plain_server
    page = reader.open("/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-02-02&peildatum=2026-11-21")
    expect(page.locator("form[data-rekenhulp]")).to_have_attribute("data-status", "klaar", timeout=60_000)
    expect(page.locator("[data-hoofdzin]")).to_contain_text("31 januari 2028")
    assert reader.violations() == []
    assert reader.errors == []


def test_the_colours_are_remembered_only_after_the_reader_chose_them(visitor: Callable[..., Visitor]) -> None:
    page = visitor(scheme="light").open("/over/")
    page.locator("label[for='__palette_1']").click()
    page.locator("label[for='__palette_2']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("Object.keys(localStorage)") == ["/.__palette"]
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_the_first_paint_follows_the_colours_of_the_device(
    visitor: Callable[..., Visitor], scheme: str, name: str
) -> None:
    reader = visitor(scheme=scheme)
    reader.page.route("**/bundle.*.js", lambda route: route.abort())
    reader.page.goto(reader.base + "/over/")
    expect(reader.page.locator("body")).to_have_attribute("data-md-color-scheme", name)


def test_search_and_colours_work_where_storage_is_blocked(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    reader.page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {configurable: true, get() { throw new Error('blocked') }})"
    )
    page = reader.open("/")
    page.locator("[data-zoek]").fill("wachttijd")
    expect(page.locator("[data-zoekresultaat]").first).to_be_visible()
    assert reader.errors == []
