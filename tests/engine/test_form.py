"""A reader fills in the form, follows a link, takes the answer along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, fill, outcome, python_worker, status, wait_for_status, wait_until

DAY = "2025-09-01"
LAST_DAY = "29 augustus 2027"  # 728 days, the first one counted

RECORD_STATES = """
window.states = [];
new MutationObserver(() => {
  const form = document.querySelector("form[data-rekenhulp]");
  if (form && window.states.at(-1) !== form.dataset.status) window.states.push(form.dataset.status);
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-status"] });
"""


@pytest.fixture
def reader(visitor: Callable[..., Visitor]) -> Visitor:
    """A reader with the calculator before him, once Python is ready."""
    made = visitor()
    made.page.goto(made.base + CALCULATOR)
    wait_for_status(made.page, "klaar")
    return made


def test_a_date_filled_in_gives_an_answer_without_pressing_a_button(reader: Visitor) -> None:
    fill(reader.page, "eerste-ziektedag", DAY)
    assert LAST_DAY in reader.page.locator("[data-uitkomst]").inner_text()
    assert reader.errors == []
    assert reader.violations() == []


def test_the_state_goes_from_waiting_through_loading_to_ready(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.add_init_script(RECORD_STATES)
    made.page.goto(made.base + CALCULATOR)
    wait_for_status(made.page, "klaar")
    assert made.page.evaluate("window.states") == ["wacht", "laadt", "klaar"]


def test_the_address_stays_alone_until_the_reader_fills_in_something(reader: Visitor) -> None:
    assert urlsplit(reader.page.url).fragment == ""
    fill(reader.page, "eerste-ziektedag", DAY)
    assert urlsplit(reader.page.url).fragment == f"eerste-ziektedag={DAY}"


def test_the_first_own_value_takes_the_place_of_the_example(reader: Visitor) -> None:
    page = reader.page
    fill(page, "eerste-ziektedag", DAY)
    assert page.locator("[data-voorbeeld]").first.is_hidden()
    values = "[...document.querySelectorAll('form[data-rekenhulp] input[type=text]')].map(field => field.value)"
    assert [value for value in page.evaluate(values) if value] != []
    assert page.locator("#veld-eerste-ziektedag").input_value() == DAY


def test_a_link_with_values_opens_with_those_values_and_their_answer(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.goto(f"{made.base}{CALCULATOR}#eerste-ziektedag={DAY}&loonsanctie-weken=52")
    wait_for_status(made.page, "klaar")
    assert made.page.locator("#veld-loonsanctie-weken").input_value() == "52"
    assert LAST_DAY in made.page.locator("[data-uitkomst]").inner_text()
    assert "loonsanctie-weken=52" in made.page.url


def test_another_link_on_the_same_page_is_read_too(reader: Visitor) -> None:
    reader.page.evaluate(f"location.hash = 'eerste-ziektedag={DAY}'")
    wait_until(lambda: LAST_DAY in reader.page.locator("[data-uitkomst]").inner_text(), "the other answer")


def test_a_key_that_nobody_knows_is_reported(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.goto(f"{made.base}{CALCULATOR}#eerste-ziektedag={DAY}&verzonnen=1")
    wait_for_status(made.page, "klaar")
    assert made.page.locator("[data-melding]").is_visible()
    assert "verzonnen" in made.page.locator("[data-melding]").inner_text()


def test_wrong_input_is_told_beside_the_field_and_in_a_summary_that_takes_focus(reader: Visitor) -> None:
    page = reader.page
    before = outcome(page)
    page.locator("#veld-eerste-ziektedag").fill("2025-02-30")
    page.locator("[data-reken]").click()
    wait_until(lambda: page.locator("[data-samenvatting]").is_visible(), "the summary")
    wait_for_status(page, "klaar")
    assert page.evaluate("document.activeElement.matches('[data-samenvatting]')")
    assert page.locator("#fout-eerste-ziektedag").inner_text() != ""
    assert page.locator("#veld-eerste-ziektedag").get_attribute("aria-invalid") == "true"
    assert page.title().startswith("Fout: ")
    assert page.locator("#veld-eerste-ziektedag").input_value() == "2025-02-30"
    assert outcome(page) == before
    fill(page, "eerste-ziektedag", DAY)
    assert page.locator("[data-samenvatting]").is_hidden()
    assert not page.title().startswith("Fout: ")


def test_the_summary_leads_to_the_field_and_leaves_the_address_alone(reader: Visitor) -> None:
    page = reader.page
    page.locator("#veld-eerste-ziektedag").fill("gisteren")
    page.locator("[data-reken]").click()
    link = page.locator("[data-samenvatting] a").first
    wait_until(link.is_visible, "the summary")
    link.click()
    assert page.evaluate("document.activeElement.id") == "veld-eerste-ziektedag"
    assert "#veld" not in page.url


def test_clearing_everything_empties_the_form_and_the_address(reader: Visitor) -> None:
    page = reader.page
    fill(page, "eerste-ziektedag", DAY)
    page.locator("[data-wis]").click()
    assert page.locator("#veld-eerste-ziektedag").input_value() == ""
    assert urlsplit(page.url).fragment == ""
    assert page.locator("[data-samenvatting]").is_hidden()
    fill(page, "eerste-ziektedag", DAY)
    assert LAST_DAY in page.locator("[data-uitkomst]").inner_text()


def test_the_calendar_can_be_taken_along(reader: Visitor) -> None:
    fill(reader.page, "eerste-ziektedag", DAY)
    with reader.page.expect_download() as started:
        reader.page.locator("[data-download=agenda]").first.click()
    assert started.value.suggested_filename.endswith(".ics")
    content = Path(started.value.path()).read_text("utf-8")
    assert content.startswith("BEGIN:VCALENDAR")
    titles = [line for line in content.replace("\n ", "").splitlines() if line.startswith("SUMMARY")]
    assert titles != []
    assert [title for title in titles if "ziek" in title.lower()] == []


def test_the_link_can_be_copied(visitor: Callable[..., Visitor]) -> None:
    made = visitor(permissions=["clipboard-read", "clipboard-write"])
    made.page.goto(made.base + CALCULATOR)
    wait_for_status(made.page, "klaar")
    fill(made.page, "eerste-ziektedag", DAY)
    button = made.page.locator("[data-kopieer]").first
    button.click()
    told = button.get_attribute("data-gekopieerd") or ""
    wait_until(lambda: told in made.page.locator("[data-uitkomst]").inner_text(), "the reader is told")
    copied = unquote(made.page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith(made.base + CALCULATOR)


def test_without_a_clipboard_the_link_stands_in_a_field_to_copy(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    made.page.goto(made.base + CALCULATOR)
    wait_for_status(made.page, "klaar")
    button = made.page.locator("[data-kopieer]").first
    button.click()
    assert made.page.evaluate("document.activeElement.value").startswith(made.base + CALCULATOR)


def test_nothing_leaves_the_site_and_nothing_is_stored(reader: Visitor) -> None:
    fill(reader.page, "eerste-ziektedag", DAY)
    assert reader.elsewhere() == []
    assert [url for url in reader.requests if DAY in url] == []
    assert reader.page.context.cookies() == []
    stored = "Promise.all([localStorage.length, sessionStorage.length, indexedDB.databases(), caches.keys()])"
    assert reader.page.evaluate(stored) == [0, 0, [], []]


def test_the_standard_library_and_the_lock_file_are_never_asked_for(reader: Visitor) -> None:
    engine = [url.rpartition("/")[2] for url in reader.requests if "/assets/engine/" in url]
    assert [name for name in engine if "stdlib" in name or "lock" in name] == []
    kinds = sorted({name.split(".")[0] for name in engine})
    assert kinds == ["calculator", "payload", "pyodide", "python-engine", "python-worker"]
    large = [name for name in engine if name.endswith((".wasm", ".zip"))]
    assert len(large) == 2


def test_python_has_no_way_to_the_network(reader: Visitor) -> None:
    worker = python_worker(reader.page)
    names = ("fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "caches")
    assert [worker.evaluate(f"typeof {name}") for name in names] == ["undefined"] * len(names)


def test_with_save_data_nothing_is_loaded_before_the_reader_begins(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    made.page.goto(made.base + CALCULATOR, wait_until="networkidle")
    assert [url for url in made.requests if url.endswith((".wasm", ".zip"))] == []
    assert status(made.page) == "wacht"
    made.page.locator("#veld-eerste-ziektedag").focus()
    wait_for_status(made.page, "klaar")
