"""What Python is given cannot leave the reader's browser, also where a host sends no headers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, python_worker, wait_for_status

GONE = ("fetch", "XMLHttpRequest", "WebSocket", "EventSource", "FontFace", "importScripts", "indexedDB", "caches")
# What a worker that begins like ours may do before anything was taken away from it.
TRY_EVERYTHING = """
async address => {
  const script = `
    const told = async tried => { try { await tried(); return "open"; } catch { return "shut"; } };
    const fonts = () => new FontFace("x", "url(${address}/font)").load();
    postMessage(await Promise.all([told(() => fetch("${address}/fetch")), told(() => import("${address}/module.js")),
      told(fonts), told(() => new Promise((yes, no) => {
        const source = new EventSource("${address}/events");
        source.onopen = yes;
        source.onerror = no;
      }))]));`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), { type: "module" });
  return await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => reject(new Error("the worker did not run"));
  });
}
"""


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another host, open to everybody, and what it was asked for."""
    asked: list[str] = []

    class Open(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Type", "text/javascript")
            self.end_headers()
            self.wfile.write(b"export default 1;")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Open)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}", asked
    running.shutdown()
    running.server_close()


def test_on_a_host_without_headers_python_cannot_ask_another_host(
    visitor: Callable[..., Visitor], bare_server: str, elsewhere: tuple[str, list[str]]
) -> None:
    address, asked = elsewhere
    reader = visitor()
    reader.page.goto(bare_server + CALCULATOR)
    wait_for_status(reader.page, "klaar")
    worker = python_worker(reader.page)
    assert [worker.evaluate(f"typeof {name}") for name in GONE] == ["undefined"] * len(GONE)
    assert worker.evaluate(f"import('{address}/module.js').then(() => 'open', () => 'shut')") == "shut"
    assert reader.page.evaluate(TRY_EVERYTHING, address) == ["shut"] * 4
    assert asked == []


def test_the_other_host_would_have_answered(visitor: Callable[..., Visitor], elsewhere: tuple[str, list[str]]) -> None:
    address, asked = elsewhere
    page = visitor().page
    page.goto(address)
    assert page.evaluate("address => import(`${address}/module.js`).then(() => 'open')", address) == "open"
    assert "/module.js" in asked
