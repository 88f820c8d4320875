"""One journey in each engine: what a reader comes for works, and nothing leaves or stays."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.engine.test_small_files import HOW_OFTEN_FULL
from tests.engines.conftest import Host, Reader

# Selenium's driver for WebKitGTK calls selenium in a way that selenium calls old.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

TIMELINE = "/rekenhulpen/tijdlijn/"
CASE = "#eerste-ziektedag=2026-02-02&peildatum=2026-11-21"
SECRECY = "/documenten/geheimhouding/"
# Notes the files that the page hands over; where they go then is the browser's own affair.
KEEP_FILES = """() => {
  window.handedOver = [];
  const make = URL.createObjectURL.bind(URL);
  let last = null;
  URL.createObjectURL = content => { last = content; return make(content); };
  HTMLAnchorElement.prototype.click = function () {
    window.handedOver.push(last.arrayBuffer().then(bytes =>
      [this.download, bytes.byteLength, String.fromCharCode(...new Uint8Array(bytes).slice(0, 15))]));
  };
  return true;
}"""
HANDED_OVER = "() => Promise.all(window.handedOver)"
KEPT = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: (await indexedDB.databases()).map(database => database.name),
  cached: (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys())
    .map(request => request.url)))).flat(),
})"""
ASKED_FOR = "() => performance.getEntriesByType('resource').map(one => one.name)"
BROKEN: dict[str, Callable[[bytes], tuple[int, bytes]]] = {"*.wasm": lambda _: (404, b"not found")}


@pytest.fixture(autouse=True)
def nothing_leaves_and_nothing_stays(reader: Reader, host: Host) -> object:
    """After every part of the journey: no report of the policy, no other host, no cookie, no storage."""
    yield
    kept = reader.ask(KEPT)
    public = kept.pop("cached")  # of a service worker: files of the site, without anything of the reader
    assert [url for url in public if not url.startswith(host.address) or "?" in url or "#" in url] == []
    assert kept == {"local": [], "session": [], "cookies": "", "databases": []}
    home = urlsplit(host.address).netloc
    assert [url for url in reader.ask(ASKED_FOR) if urlsplit(url).netloc not in (home, "")] == []
    assert host.reports == []


def test_a_calculator_answers_what_is_typed_and_its_link_carries_it(reader: Reader) -> None:
    reader.answers(TIMELINE + CASE)
    assert "31 januari 2028" in reader.text("[data-hoofdzin]")
    assert reader.sees("[data-hoofdzin]")
    reader.type("#veld-eerste-ziektedag", "9 maart 2026")
    reader.wait(lambda: "6 maart 2028" in reader.text("[data-hoofdzin]"), "the answer for what was typed")
    reader.wait(lambda: "eerste-ziektedag=2026-03-09" in reader.where, "the address follows")
    link = reader.ask("document.querySelector('a[data-verder]').href")
    reader.answers(urlsplit(link).path + "#" + urlsplit(link).fragment)
    assert reader.ask("document.querySelector('#veld-eerste-ziektedag').value") != ""
    assert reader.ask(HOW_OFTEN_FULL) == 0  # the small files do for every engine


@pytest.mark.full  # in Chromium tests/engine has it
def test_what_cannot_be_read_is_told_beside_its_field(reader: Reader) -> None:
    reader.answers(TIMELINE + CASE)
    reader.type("#veld-eerste-ziektedag", "31 februari 2026")
    invalid = "document.querySelector('#veld-eerste-ziektedag').getAttribute('aria-invalid')"
    reader.wait(lambda: reader.ask(invalid) == "true", "the field says that it is wrong")


@pytest.mark.full  # in Chromium tests/engine and tests/documents have it
def test_dates_and_documents_are_handed_over_as_files(reader: Reader) -> None:
    reader.answers(TIMELINE + CASE)
    reader.ask(KEEP_FILES)
    reader.click("[data-download=agenda]")
    reader.wait(lambda: bool(reader.ask("window.handedOver.length")), "the calendar")
    [[name, size, start]] = reader.ask(HANDED_OVER)
    assert (name, start) == ("spoorwijzer-tijdlijn.ics", "BEGIN:VCALENDAR")
    assert size > 500
    reader.answers(SECRECY)
    reader.type("#veld-naam-inlener", "Bakkerij De Punt")
    reader.wait_for_status("klaar")
    reader.wait(lambda: "Bakkerij De Punt" in reader.text("[data-uitkomst-inhoud]"), "the name in the document")
    assert "Punt" not in reader.where
    reader.ask(KEEP_FILES)
    reader.click("[data-download=docx]")
    reader.wait(lambda: bool(reader.ask("window.handedOver.length")), "the document")
    [[name, size, start]] = reader.ask(HANDED_OVER)
    assert (name, start[:4]) == ("geheimhouding.docx", "PK\x03\x04")
    assert size > 2000


def test_the_search_shows_what_it_finds_and_leads_there(reader: Reader) -> None:
    reader.open("/over/")
    reader.click("input[data-zoek]")
    reader.type("input[data-zoek]", "loonsanctie")
    # Tab leaves the field, and what is open follows the focus. WebKit moves it after it has said that the key is typed.
    reader.wait(lambda: not reader.ask("document.activeElement.matches('[data-zoek]')"), "Tab has left the field")
    reader.click("input[data-zoek]")
    reader.wait(lambda: reader.ask("document.querySelectorAll('[data-zoekresultaat]').length") > 0, "a result")
    reader.wait(lambda: in_view(reader, "[data-zoekresultaat]"), "the result is in sight")
    reader.click("[data-zoekresultaat]")
    reader.wait(lambda: "/regelingen/loonsanctie/" in reader.where, "the page that was found")


def in_view(reader: Reader, selector: str) -> bool:
    """In sight as the page stands, for what closes when somebody scrolls."""
    return bool(
        reader.ask(
            "selector => { const one = document.querySelector(selector), box = one.getBoundingClientRect();"
            " const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);"
            " return one.checkVisibility() && box.width > 200 && box.height > 10 && one.contains(top) }",
            selector,
        )
    )


def test_the_decision_helper_leads_from_a_question_to_the_next(reader: Reader) -> None:
    reader.open("/wegwijzer/werknemer/wat-speelt-er/")
    reader.click("a[data-antwoord=ziek-in-dienst]")
    reader.wait(lambda: "/wegwijzer/werknemer/welke-week/" in reader.where, "the next question")
    reader.wait(lambda: reader.sees("h1"), "its heading")


@pytest.mark.full  # in Chromium tests/site/test_print.py has it
def test_a_page_on_paper_has_a_style_of_its_own(reader: Reader) -> None:
    reader.open("/werknemer/")
    rules = "[...document.styleSheets].filter(one => one.media.mediaText === 'print').map(one => one.cssRules.length)"
    assert reader.ask(rules)[0] > 10
    reader.ask("dispatchEvent(new Event('beforeprint'))")
    assert "Afgedrukt op" in reader.ask("document.querySelector('[data-afdruk]').textContent")


@pytest.mark.full  # in Chromium tests/engine has it
def test_when_python_does_not_come_the_answer_stays_and_trying_again_works(reader: Reader, broken_host: Host) -> None:
    broken_host.faults |= BROKEN
    well, reader.base = reader.base, broken_host.address
    try:
        reader.open(TIMELINE)
        reader.wait_for_status("fout")
        assert reader.sees("[data-hoofdzin]")
        reader.wait(lambda: reader.sees("[data-storing]"), "the sentence about the failure")
        broken_host.faults.clear()
        reader.click("[data-opnieuw]")
        reader.wait_for_status("klaar")
        assert not reader.sees("[data-storing]")
        assert broken_host.reports == []
    finally:
        reader.base = well
        reader.open("/over/")
