"""A reader fills in the form, follows a link, takes the answer along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page

from publishing.engine.bundle import PAGE_SCRIPTS
from tests.conftest import Visitor
from tests.engine.conftest import (
    CALCULATOR,
    fill,
    fragment,
    python_worker,
    status,
    texts_in,
    type_into,
    wait_for_status,
    wait_until,
)
from tests.site.test_accessibility import findings

DAY = "2025-09-01"
LAST_DAY = "29 augustus 2027"  # 728 days, the first one counted

RECORD_STATES = """
window.states = [];
new MutationObserver(() => {
  const form = document.querySelector("form[data-rekenhulp]");
  if (form && window.states.at(-1) !== form.dataset.status) window.states.push(form.dataset.status);
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-status"] });
"""

HOLD_ANSWERS = "void (self.onmessage = () => {})"
FAIL_ANSWERS = "void (self.onmessage = ({ data }) => self.postMessage({ kind: 'failed', id: data.id, reason: 'x' }))"


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


def test_the_first_own_value_takes_the_place_of_the_whole_example(reader: Visitor) -> None:
    page = reader.page
    assert len(texts_in(page)) > 1
    type_into(page, "eerste-ziektedag", DAY)
    wait_until(lambda: not any(mark.is_visible() for mark in page.locator("[data-voorbeeld]").all()), "no mark of it")
    assert texts_in(page) == {"eerste-ziektedag": DAY}


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
    answer = page.locator("[data-uitkomst-inhoud]")
    before = answer.text_content()
    page.locator("#veld-eerste-ziektedag").fill("2025-02-30")
    page.locator("[data-reken]").click()
    wait_until(lambda: page.locator("[data-samenvatting]").is_visible(), "the summary")
    wait_for_status(page, "klaar")
    assert page.evaluate("document.activeElement.matches('[data-samenvatting]')")
    assert page.locator("#fout-eerste-ziektedag").inner_text() != ""
    assert page.locator("#veld-eerste-ziektedag").get_attribute("aria-invalid") == "true"
    assert page.title().startswith("Fout: ")
    assert page.locator("#veld-eerste-ziektedag").input_value() == "2025-02-30"
    assert answer.text_content() == before
    fill(page, "eerste-ziektedag", DAY)
    assert page.locator("[data-samenvatting]").is_hidden()
    assert not page.title().startswith("Fout: ")


def test_with_a_mistake_the_answer_of_before_is_folded_and_says_that_it_is_old(reader: Visitor) -> None:
    page = reader.page
    old = page.locator("[data-oud-zin]")
    fill(page, "eerste-ziektedag", DAY)
    assert old.is_hidden()
    fill(page, "eerste-ziektedag", "gisteren")
    assert LAST_DAY not in page.locator("[data-uitkomst]").inner_text()
    page.locator("[data-toon-oud]").click()
    assert old.is_visible()
    assert LAST_DAY in page.locator("[data-uitkomst]").inner_text()
    fill(page, "eerste-ziektedag", "2025-09-08")
    assert old.is_hidden()


def test_a_mistake_in_the_first_own_value_leaves_no_answer_of_the_example(reader: Visitor) -> None:
    fill(reader.page, "eerste-ziektedag", "gisteren")
    assert reader.page.locator("#fout-eerste-ziektedag").is_visible()
    assert reader.page.locator("[data-samenvatting]").is_hidden()
    assert reader.page.locator("[data-toon-oud]").is_hidden()
    assert reader.page.locator("[data-uitkomst] [data-bij='anders']").is_visible()
    assert reader.page.locator("[data-uitkomst-inhoud]").is_hidden()
    assert reader.page.locator("[data-hoofdzin]").is_hidden()


def test_axe_finds_nothing_while_an_old_answer_stands_beside_mistakes(reader: Visitor) -> None:
    fill(reader.page, "eerste-ziektedag", DAY)
    fill(reader.page, "eerste-ziektedag", "gisteren")
    reader.page.locator("[data-toon-oud]").click()
    assert findings(reader.page) == []


def test_an_answer_that_is_being_worked_out_is_not_taken_for_the_one_that_stands_there(reader: Visitor) -> None:
    page = reader.page
    fill(page, "eerste-ziektedag", "2025-09-08")
    python_worker(page).evaluate(HOLD_ANSWERS)
    page.locator("#veld-eerste-ziektedag").fill(DAY)
    page.locator("#veld-eerste-ziektedag").blur()
    wait_until(page.locator("[data-oud-zin]").is_visible, "the sentence that the answer is old")
    page.locator("[data-wis]").click()
    assert page.locator("output[data-bezig]").count() == 0
    assert page.locator("[data-uitkomst]").is_hidden()


def test_after_clearing_a_mistake_does_not_bring_back_the_answer_of_before(reader: Visitor) -> None:
    page = reader.page
    fill(page, "eerste-ziektedag", DAY)
    page.locator("[data-wis]").click()
    fill(page, "eerste-ziektedag", "gisteren")
    assert page.locator("#fout-eerste-ziektedag").is_visible()
    assert page.locator("[data-uitkomst-inhoud]").is_hidden()


def test_how_many_answers_must_change_is_said_once(reader: Visitor) -> None:
    page = reader.page
    said = page.locator("[data-telling][role=status]")
    fill(page, "eerste-ziektedag", "gisteren")
    assert said.inner_text() == "1 antwoord moet anders"
    page.locator("[data-reken]").click()  # the summary takes the focus and is read as a whole
    wait_until(lambda: said.inner_text() == "", "nothing beside the summary")
    fill(page, "eerste-ziektedag", DAY)
    assert said.inner_text() == ""


def test_what_appears_is_told_to_a_screen_reader(reader: Visitor) -> None:
    roles = {"data-storing": "alert", "data-melding": "status", "data-laden": "status", "data-hoofdzin": "status"}
    assert {name: reader.page.locator(f"[{name}]").get_attribute("role") for name in roles} == roles


def test_the_summary_leads_to_the_field_and_leaves_the_address_alone(reader: Visitor) -> None:
    page = reader.page
    page.locator("#veld-eerste-ziektedag").fill("gisteren")
    page.locator("[data-reken]").click()
    link = page.locator("[data-samenvatting] a").first
    wait_until(link.is_visible, "the summary")
    link.click()
    assert page.evaluate("document.activeElement.id") == "veld-eerste-ziektedag"
    assert "#veld" not in page.url


def test_a_slow_press_on_the_button_counts_although_a_message_would_move_it_away(reader: Visitor) -> None:
    page = reader.page
    page.locator("#veld-eerste-ziektedag").fill("gisteren")
    page.locator("[data-reken]").hover()
    page.mouse.down()
    page.wait_for_timeout(1000)  # long enough for an answer to a field that was left
    page.mouse.up()
    wait_until(page.locator("[data-samenvatting]").is_visible, "the summary")


def test_enter_in_a_field_answers_and_leads_to_the_answer(reader: Visitor) -> None:
    page = reader.page
    page.locator("#veld-eerste-ziektedag").fill(DAY)
    page.locator("#veld-eerste-ziektedag").press("Enter")
    wait_until(lambda: page.evaluate("document.activeElement.matches('[data-hoofdzin]')"), "the focus on the answer")
    assert LAST_DAY in page.locator("[data-uitkomst]").inner_text()


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


def test_wrong_values_are_not_taken_along_but_told(reader: Visitor) -> None:
    page = reader.page
    fill(page, "eerste-ziektedag", DAY)
    fill(page, "eerste-ziektedag", "gisteren")
    worker = python_worker(page)
    page.locator("[data-toon-oud]").click()
    page.locator("[data-download=agenda]").click()
    wait_until(lambda: page.evaluate("document.activeElement.matches('[data-samenvatting]')"), "focus on the summary")
    assert page.locator("[data-storing]").is_hidden()
    assert python_worker(page) == worker


def test_trying_again_takes_along_what_could_not_be_taken_along(reader: Visitor) -> None:
    page = reader.page
    fill(page, "eerste-ziektedag", DAY)
    page.evaluate("() => { window.RealWorker = Worker; window.Worker = null; }")
    python_worker(page).evaluate(FAIL_ANSWERS)
    page.locator("[data-download=agenda]").click()
    wait_until(page.locator("[data-storing]").is_visible, "the sentence about the fault")
    page.evaluate("() => { window.Worker = window.RealWorker; }")
    with page.expect_download() as started:
        page.locator("[data-opnieuw]").click()
    assert started.value.suggested_filename.endswith(".ics")
    assert page.locator("[data-storing]").is_hidden()


def test_the_link_can_be_copied(visitor: Callable[..., Visitor]) -> None:
    made = visitor(permissions=["clipboard-read", "clipboard-write"])
    made.page.goto(made.base + CALCULATOR)
    wait_for_status(made.page, "klaar")
    fill(made.page, "eerste-ziektedag", DAY)
    button = made.page.locator("[data-kopieer-link]").first
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
    fill(made.page, "eerste-ziektedag", DAY)
    button = made.page.locator("[data-kopieer-link]").first
    button.click()
    assert made.page.evaluate("document.activeElement.value").startswith(made.base + CALCULATOR)


COUNT_WRITING = """() => {
  window.written = 0;
  const write = history.replaceState;
  history.replaceState = (...given) => (window.written++, write.apply(history, given));
  const seen = new MutationObserver(() => (window.titled = true));
  seen.observe(document.head, { childList: true, subtree: true, characterData: true });
}"""


def test_an_answer_writes_the_address_once_and_the_title_not_at_all(reader: Visitor) -> None:
    page = reader.page
    page.evaluate(COUNT_WRITING)
    fill(page, "eerste-ziektedag", DAY)
    assert page.url.endswith(f"#eerste-ziektedag={DAY}")
    assert page.evaluate("[written, window.titled]") == [1, None]


def leave_unanswered(page: Page) -> None:
    """Fill in a day that gets no answer, and leave the field."""
    python_worker(page).evaluate(HOLD_ANSWERS)
    page.locator("#veld-eerste-ziektedag").fill(DAY)
    page.locator("#veld-eerste-ziektedag").blur()


def fill_in_and(act: str) -> str:
    """Return a script that fills in another day, leaves the field and acts at once: nobody is as quick by hand."""
    return f"""() => {{
      const field = document.querySelector("#veld-eerste-ziektedag");
      field.value = "2026-02-03";
      field.dispatchEvent(new Event("change", {{ bubbles: true }}));
      {act};
    }}"""


def test_before_the_answer_is_there_the_address_holds_what_was_filled_in(reader: Visitor) -> None:
    leave_unanswered(reader.page)
    wait_until(lambda: fragment(reader.page) == f"#eerste-ziektedag={DAY}", "the address")


def test_who_presses_something_at_once_takes_along_what_was_filled_in(reader: Visitor) -> None:
    leave_unanswered(reader.page)
    wait_until(lambda: fragment(reader.page).endswith(DAY), "the address")
    found = reader.page.evaluate(
        fill_in_and(
            "const before = location.hash; document.querySelector('footer').click(); return [before, location.hash]"
        )
    )
    assert found == [f"#eerste-ziektedag={DAY}", "#eerste-ziektedag=2026-02-03"]


def test_who_leaves_at_once_and_comes_back_finds_what_was_filled_in(reader: Visitor) -> None:
    leave_unanswered(reader.page)
    wait_until(lambda: fragment(reader.page).endswith(DAY), "the address")
    with reader.page.expect_navigation(url="**/begrippen/"):
        reader.page.evaluate(fill_in_and("location.href = '/begrippen/'"))
    reader.page.go_back()
    wait_for_status(reader.page, "klaar")
    assert fragment(reader.page) == "#eerste-ziektedag=2026-02-03"
    assert texts_in(reader.page) == {"eerste-ziektedag": "03-02-2026"}


def test_the_example_takes_no_values_into_its_address(reader: Visitor) -> None:
    leave_unanswered(reader.page)
    reader.page.locator("[data-naar-voorbeeld]").click()
    reader.page.wait_for_timeout(300)
    assert fragment(reader.page) == ""
    reader.page.go_back()
    wait_until(lambda: fragment(reader.page) == f"#eerste-ziektedag={DAY}", "the values of before")


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
    scripts = {name.removesuffix(".js") for name in PAGE_SCRIPTS} | {"own-tijdlijn", "arrive-warm"}
    assert kinds == sorted({"image", "pyodide", "python-worker", *scripts})
    large = [name for name in engine if name.endswith((".wasm", ".bin"))]
    assert len(large) == 3


def test_python_has_no_way_to_the_network(reader: Visitor) -> None:
    worker = python_worker(reader.page)
    names = ("fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "caches")
    assert [worker.evaluate(f"typeof {name}") for name in names] == ["undefined"] * len(names)


def test_with_save_data_nothing_is_loaded_before_the_reader_begins(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    made.page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    made.page.goto(made.base + CALCULATOR, wait_until="networkidle")
    assert [url for url in made.requests if url.endswith((".wasm", ".bin"))] == []
    assert status(made.page) == "wacht"
    made.page.locator("#veld-eerste-ziektedag").focus()
    wait_for_status(made.page, "klaar")
