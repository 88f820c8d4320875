"""What comes to the page from outside its form: messages, addresses, stores, frames and names of JavaScript's own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, fill, outcome, status, wait_for_status, wait_until
from tests.engine.test_form import DAY, LAST_DAY

MESSAGES = """
  for (const data of [
    { kind: "answer", id: 1, value: '{"uitkomst": "<b>vals</b>"}' }, { kind: "failed", id: "start", reason: "x" },
    { kind: "start" }, "take over", null, "javascript:alert(1)", { __proto__: { kind: "ready" } },
  ]) {
    window.postMessage(data, "*");
    navigator.serviceWorker?.dispatchEvent(new MessageEvent("message", { data }));
  }
"""
STORED = """
  for (const key of [null, "namen:tijdlijn", "/.__palette", "__proto__"]) {
    const newValue = '{"color":{"scheme":"vals"}}';
    dispatchEvent(new StorageEvent("storage", { key, newValue, storageArea: localStorage }));
  }
"""
PROTOTYPE = "[...Object.getOwnPropertyNames(Object.prototype), ...Object.keys(Array.prototype)].sort().join()"
JAVASCRIPT = "[...document.querySelectorAll('[href], [src], [action]')].map(one => one.href ?? one.src ?? one.action)"


def answered(visitor: Callable[..., Visitor]) -> Visitor:
    """A reader with an answer of his own before him."""
    made = visitor()
    made.page.goto(f"{made.base}{CALCULATOR}#eerste-ziektedag={DAY}")
    wait_for_status(made.page, "klaar")
    return made


def shown(page: Page) -> tuple[str, str, str]:
    """What a reader sees of his case."""
    return page.url, page.locator("#veld-eerste-ziektedag").input_value(), outcome(page)


def test_a_message_from_elsewhere_changes_nothing(visitor: Callable[..., Visitor]) -> None:
    made = answered(visitor)
    before = shown(made.page)
    made.page.evaluate(MESSAGES)
    made.page.evaluate("new Promise(resolve => setTimeout(resolve, 500))")
    assert shown(made.page) == before
    assert status(made.page) == "klaar"
    assert made.errors == []


def test_of_many_addresses_at_once_the_last_one_is_answered(visitor: Callable[..., Visitor]) -> None:
    made = answered(visitor)
    made.page.evaluate(
        "day => { for (let n = 0; n < 200; n++) location.hash = `eerste-ziektedag=2020-01-${n}`;"
        " location.hash = `eerste-ziektedag=${day}`; }",
        "2026-02-02",
    )
    wait_until(lambda: "31 januari 2028" in outcome(made.page), "the answer to the last address")
    wait_for_status(made.page, "klaar")
    assert made.page.url.endswith("#eerste-ziektedag=2026-02-02")
    assert made.errors == []


def test_what_another_tab_stores_changes_nothing(visitor: Callable[..., Visitor]) -> None:
    made = answered(visitor)
    before = shown(made.page)
    colours = made.page.locator("body").get_attribute("data-md-color-scheme")
    made.page.evaluate(STORED)
    assert shown(made.page) == before
    assert made.page.locator("body").get_attribute("data-md-color-scheme") == colours
    assert made.errors == []


@pytest.fixture
def framing(server: str) -> Iterator[str]:
    """The address of another site, with our calculator in a frame."""

    class Frame(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<title>Elders</title><iframe src="{server}{CALCULATOR}"></iframe>'.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
            """Keep the output of the tests clean."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Frame)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://localhost:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


def test_another_site_cannot_show_the_page_in_a_frame(visitor: Callable[..., Visitor], framing: str) -> None:
    made = visitor()
    made.page.goto(framing, wait_until="load")
    [frame] = made.page.frames[1:]
    assert frame.locator("form").count() == 0
    assert any("frame-ancestors" in text for text in made.blocked)


@pytest.mark.parametrize(
    "address",
    [
        f"{CALCULATOR}#eerste-ziektedag=javascript:alert(1)&javascript:alert(1)=1",
        "/begeleider/link-maken/#pagina=javascript:alert(1)",
        "/documenten/geheimhouding/#geheim-jaren=javascript:alert(1)",
        "/wegwijzer/#javascript:alert(1)",
        "/ja-maar/#kies=javascript:alert(1)",
        "/begeleider/gesprek/#kies=javascript:alert(1)",
        "/l/tijdlijn/#javascript:alert(1)",
        "/#javascript:alert(1)",
    ],
)
def test_no_address_makes_a_link_that_runs_a_script(visitor: Callable[..., Visitor], address: str) -> None:
    made = visitor()
    dialogs: list[str] = []
    made.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    made.page.goto(made.base + address)
    made.page.locator("footer").wait_for(state="attached")
    if made.page.locator("form[data-rekenhulp]").count():
        wait_for_status(made.page, "klaar")
    found = made.page.evaluate(JAVASCRIPT)
    assert [link for link in found if str(link).startswith("javascript:")] == []
    assert (dialogs, made.errors) == ([], [])


def test_names_of_javascript_are_keys_like_any_other(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.goto(made.base + "/over/")
    before = made.page.evaluate(PROTOTYPE)
    made.page.goto(f"{made.base}{CALCULATOR}#__proto__=1&constructor=2&toString=3&hasOwnProperty=4&__proto__[x]=5")
    wait_for_status(made.page, "klaar")
    fill(made.page, "eerste-ziektedag", DAY)
    assert LAST_DAY in outcome(made.page)
    assert made.page.evaluate(PROTOTYPE) == before
    assert made.errors == []


@pytest.mark.parametrize("word", ["__proto__", "constructor", "toString valueOf"])
def test_the_search_takes_names_of_javascript_for_words(visitor: Callable[..., Visitor], word: str) -> None:
    made = visitor()
    page = made.open("/over/")
    page.locator("[data-zoek]").fill(word)
    texts = page.locator("[data-zoeken] [data-zoekuitkomst]").evaluate(
        "box => [box.dataset.zoekt, box.dataset.mislukt, '']"
    )
    state = page.locator("[data-zoekstand]")
    wait_until(lambda: state.text_content() not in texts, "the search has answered")
    expect(state).not_to_have_text(texts[1])
    assert made.errors == []
