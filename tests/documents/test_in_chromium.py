"""A reader fills a document in with the keyboard, takes it along, and leaves no name behind anywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import docx
import pytest
from playwright.sync_api import Page

from tests.conftest import Visitor
from tests.documents.conftest import NAMES
from tests.engine.conftest import fill, wait_for_status, wait_until

AGREEMENT = "/documenten/overeenkomst-werkervaringsplaats/"
NAME = "Anna <b>de</b> Vries & Zn"
PLACES = """
async () => JSON.stringify([
  location.href, document.title, document.cookie, {...localStorage}, {...sessionStorage}, history.state,
  (await indexedDB.databases()).map(one => one.name),
  ...await Promise.all((await caches.keys()).map(async name =>
    (await (await caches.open(name)).keys()).map(one => one.url))),
  [...document.querySelectorAll("[href], [data-fragment]")].map(one =>
    [one.getAttribute("href"), one.dataset.fragment]),
])
"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{selector} is not reached with the Tab key")


def tab_to_field(page: Page, key: str) -> None:
    """Press Tab until the field has the focus; the group that it is folded in is opened on the way."""
    group = page.locator(f"details:has(> * #veld-{key})")
    if group.get_attribute("open") is None:
        tab_to(page, f"details:has(> * #veld-{key}) > summary")
        page.keyboard.press("Enter")
    tab_to(page, f"#veld-{key}")


def test_a_document_is_filled_in_and_taken_along_with_the_keyboard_only(
    visitor: Callable[..., Visitor], tmp_path: Path
) -> None:
    reader = visitor(accept_downloads=True)
    page = reader.page
    page.goto(reader.base + AGREEMENT)
    wait_for_status(page, "klaar")
    for key, text in (("naam-medewerker", NAME), ("werkervaringsplaats-start", "14 dec 2026")):
        tab_to_field(page, key)
        page.keyboard.type(text)
    tab_to_field(page, "werkervaringsplaats-weken")
    page.keyboard.type("8")
    page.keyboard.press("Enter")
    wait_until(lambda: "7 februari 2027" in page.locator("[data-document]").inner_text(), "the end of the placement")
    assert NAME in page.locator("[data-document]").inner_text()
    assert page.locator("[data-document] b").count() == 0

    tab_to(page, "[data-download=docx]")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename == "overeenkomst-werkervaringsplaats.docx"
    coming.value.save_as(tmp_path / "document.docx")
    paragraphs = docx.Document(str(tmp_path / "document.docx")).paragraphs
    assert any(NAME in paragraph.text for paragraph in paragraphs)
    tab_to(page, "[data-download=txt]")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert NAME in coming.value.path().read_text("utf-8")

    assert urlsplit(page.url).fragment == "werkervaringsplaats-start=2026-12-14&werkervaringsplaats-weken=8"
    assert "Anna" not in page.evaluate(PLACES)
    assert [url for url in reader.requests if "Anna" in url] == []
    assert reader.elsewhere() == reader.violations() == reader.errors == []


def test_a_case_goes_from_the_timeline_to_a_document_and_back_without_names(
    visitor: Callable[..., Visitor],
) -> None:
    reader = visitor()
    page = reader.page
    case = "eerste-ziektedag=2025-11-24&loonsanctie-weken=10&werkervaringsplaats-start=2026-12-14&dagloon=100"
    page.goto(f"{reader.base}/rekenhulpen/tijdlijn/#{case}")
    wait_for_status(page, "klaar")
    page.locator(f"a[data-verder][href*='{AGREEMENT}']").click()
    page.wait_for_url(f"**{AGREEMENT}**")
    wait_for_status(page, "klaar")
    assert page.locator("#veld-werkervaringsplaats-start").input_value() == "14-12-2026"
    fill(page, "naam-medewerker", NAME)
    assert "dagloon=100" in page.url
    page.evaluate(f"location.hash = '{case}&werkervaringsplaats-weken=8&naam-medewerker=Piet'")
    wait_until(lambda: "7 februari 2027" in page.locator("[data-document]").inner_text(), "the other link")
    assert page.locator("#veld-naam-medewerker").input_value() == NAME
    assert "naam-medewerker" in page.locator("[data-melding]").inner_text()
    assert "Piet" not in page.content()
    assert "naam-medewerker" not in page.url
    back = page.locator("a[data-verder][href*='tijdlijn']")
    assert "dagloon=100" in (back.get_attribute("href") or "")
    back.click()
    page.wait_for_url("**/rekenhulpen/tijdlijn/**")
    wait_for_status(page, "klaar")
    assert page.locator("#veld-loonsanctie-weken").input_value() == "10"


def test_each_group_says_how_many_of_its_fields_are_filled_in_and_what_is_missing_leads_to_its_field(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open(AGREEMENT)
    wait_for_status(page, "klaar")
    counters = page.locator("[data-teller]")
    assert counters.first.inner_text() == "0 van 3"
    fill(page, "naam-medewerker", NAME)
    assert counters.first.inner_text() == "1 van 3"
    assert page.locator("[data-hoofdzin]").inner_text().startswith("1 van ")
    folded = page.locator("details:has(> * #veld-naam-inlener)")
    assert folded.get_attribute("open") is None
    page.locator("a[href='#veld-naam-inlener']").click()
    assert folded.get_attribute("open") is not None
    assert page.evaluate("document.activeElement.name") == "naam-inlener"


def test_an_error_stands_beside_its_field_and_nothing_typed_is_lost(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(AGREEMENT)
    wait_for_status(page, "klaar")
    fill(page, "naam-medewerker", NAME)
    fill(page, "werkervaringsplaats-start", "31-02-2027")
    assert page.locator("#fout-werkervaringsplaats-start").is_visible()
    assert page.locator("#veld-naam-medewerker").input_value() == NAME
    assert page.title().startswith("Fout: ")
    assert "Anna" not in page.title()
    page.locator("[data-wis]").press("Enter")
    wait_until(lambda: "nog leeg" in page.locator("[data-hoofdzin]").inner_text(), "the blank document")
    assert page.locator("#veld-naam-medewerker").input_value() == ""
    assert page.locator("[data-document]").is_visible()


@pytest.mark.parametrize("name", [NAMES[0], NAMES[-1]])
def test_without_javascript_a_document_is_there_to_print_and_nothing_else_goes_to_paper(
    visitor: Callable[..., Visitor], name: str
) -> None:
    page = visitor(javascript=False).open(f"/{name}/")
    assert page.locator("[data-document]").is_visible()
    assert page.locator("form noscript").count() == 1
    page.emulate_media(media="print")
    on_paper = page.locator("body").inner_text()
    assert on_paper.strip().startswith(page.locator(".sw-document__titel").inner_text())
    for selector in ("form[data-rekenhulp]", "h1", "[data-hoofdzin]", "[data-download]", ".md-header"):
        assert not page.locator(selector).first.is_visible(), selector
