"""The same journey without a network in Firefox and in WebKit, the engine of Safari: a minute of rest, then no host."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from publishing import offline
from tests.engine.conftest import wait_for_status, wait_until
from tests.offline.conftest import KEPT, Host, version
from tests.webkit import screen, webkit  # noqa: F401 - fixtures

pytestmark = [
    pytest.mark.full,
    # Selenium's driver for WebKitGTK calls selenium in a way that selenium calls old.
    pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning"),
]
ANSWER = "rekenhulpen/tijdlijn/#eerste-ziektedag=2026-02-02&peildatum=2026-11-21"
PATIENCE = 200


def wait_for_all(addresses: Callable[[], list[str]], host: Host) -> None:
    """Wait until the pack and the engine are kept."""
    end = time.monotonic() + PATIENCE
    while len(found := addresses()) < 1 + len(offline.engine_files(host.site)):
        assert time.monotonic() < end, found
        time.sleep(1)


def test_firefox_works_without_a_network_after_a_minute_of_rest(firefox: Browser, host: Host) -> None:
    page = firefox.new_context(locale="nl-NL").new_page()
    page.goto(f"{host.address}over/")
    wait_for_all(lambda: page.evaluate(KEPT), host)
    host.stop()
    page.goto(host.address + ANSWER)
    assert version(page) == ("1", "1")
    wait_for_status(page, "klaar")
    assert "31 januari 2028" in page.locator("[data-hoofdzin]").inner_text()
    page.locator("[data-zoek]").press_sequentially("loonsanctie")
    expect(page.locator("[data-zoekresultaat]").first).to_contain_text("Loonsanctie")
    page.goto(f"{host.address}wegwijzer/")
    assert version(page) == ("1", "1")
    host.start()
    host.publish("2", keeps=False)
    page.goto(f"{host.address}over/")
    wait_until(lambda: page.evaluate(KEPT) == [], "the kill switch took all away")


def test_webkit_works_without_a_network_after_a_minute_of_rest(webkit: WebKitGTK, host: Host) -> None:  # noqa: F811
    patient = WebDriverWait(webkit, PATIENCE)
    webkit.get(f"{host.address}over/")
    wait_for_all(lambda: webkit.execute_async_script(f"({KEPT})().then(arguments[0])"), host)
    host.stop()
    webkit.get(host.address + ANSWER)
    form = webkit.find_element(By.CSS_SELECTOR, "form[data-rekenhulp]")
    patient.until(lambda _: form.get_attribute("data-status") == "klaar")
    assert "31 januari 2028" in webkit.find_element(By.CSS_SELECTOR, "[data-hoofdzin]").text
    webkit.get(f"{host.address}over/")
    webkit.find_element(By.CSS_SELECTOR, "input[data-zoek]").send_keys("loonsanctie")
    found = patient.until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "[data-zoekresultaat]"))
    assert "Loonsanctie" in found[0].text
    host.start()
    host.publish("2", keeps=False)
    webkit.get(f"{host.address}over/")
    patient.until(lambda driver: driver.execute_async_script(f"({KEPT})().then(arguments[0])") == [])
