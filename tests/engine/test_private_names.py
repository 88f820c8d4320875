"""Names in a document: nobody loses them by accident, and nothing keeps them unless the reader asks for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page

from tests.conftest import Visitor
from tests.engine.conftest import outcome, type_into, wait_for_status, wait_until

SECRECY = "/documenten/geheimhouding/"
KEY = "naam-medewerker"
NAME = "Anna de Vries"


@pytest.fixture
def document(visitor: Callable[..., Visitor]) -> Page:
    """The page of a document, once Python is ready; ``window.asked`` tells whether leaving it would ask first."""
    page = visitor(accept_downloads=True).open(SECRECY)
    wait_for_status(page, "klaar")
    return page


def asks_before_leaving(page: Page) -> bool:
    """Say whether the page holds back who leaves it."""
    asked: bool = page.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    return asked


def test_leaving_asks_only_while_a_name_stands_in_no_file(document: Page) -> None:
    assert not asks_before_leaving(document)
    type_into(document, KEY, NAME)
    assert asks_before_leaving(document)
    wait_until(lambda: NAME in outcome(document), "the document with the name")
    with document.expect_download():
        document.locator("[data-download=txt]").click()
    wait_until(lambda: not asks_before_leaving(document), "no question once it is in a file")
    type_into(document, KEY, "Anna de Wit")
    assert asks_before_leaving(document)
    document.locator("[data-wis]").click()
    assert not asks_before_leaving(document)


def test_a_browser_shows_the_question(document: Page) -> None:
    told: list[str] = []

    def accept(dialog: Dialog) -> None:
        told.append(dialog.type)
        dialog.accept()

    document.on("dialog", accept)
    type_into(document, KEY, NAME)
    document.goto("about:blank")
    assert told == ["beforeunload"]


def test_names_are_kept_for_this_tab_only_when_the_reader_asks_for_it(document: Page) -> None:
    type_into(document, KEY, NAME)
    wish = document.locator("[data-onthoud]")
    assert not wish.is_checked()
    assert document.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    wish.check()
    assert not asks_before_leaving(document)
    document.reload()
    wait_for_status(document, "klaar")
    wait_until(lambda: NAME in outcome(document), "the document with the name")
    assert document.locator(f"#veld-{KEY}").input_value() == NAME
    assert wish.is_checked()
    assert document.evaluate("[localStorage.length, sessionStorage.length]") == [0, 1]
    assert NAME.split(maxsplit=1)[0] not in document.url
    wish.uncheck()
    assert document.evaluate("sessionStorage.length") == 0
    assert asks_before_leaving(document)


def test_only_a_form_with_names_offers_to_keep_them(visitor: Callable[..., Visitor]) -> None:
    assert visitor().open("/rekenhulpen/tijdlijn/").locator("[data-onthoud]").count() == 0


def test_names_that_were_cleared_can_be_brought_back_also_after_a_second_press(document: Page) -> None:
    type_into(document, KEY, NAME)
    wait_until(lambda: NAME in outcome(document), "the document with the name")
    document.locator("[data-wis]").click()
    wait_until(lambda: NAME not in outcome(document), "the empty document")
    wait_for_status(document, "klaar")
    document.locator("[data-wis]").click()
    document.wait_for_timeout(500)  # an answer to the empty form comes meanwhile
    document.locator("[data-ongedaan]").click()
    wait_until(lambda: NAME in outcome(document), "the name again")
    assert document.locator(f"#veld-{KEY}").input_value() == NAME


def test_a_full_store_keeps_nothing_and_then_leaving_asks(document: Page) -> None:
    document.evaluate("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; null")
    document.locator("[data-onthoud]").click()
    type_into(document, KEY, NAME)
    wait_until(lambda: NAME in outcome(document), "the document with the name")
    assert not document.locator("[data-onthoud]").is_checked()
    assert asks_before_leaving(document)
