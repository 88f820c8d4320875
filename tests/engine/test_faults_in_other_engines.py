"""Whatever breaks on the server, the page stays readable in Firefox and in WebKit, the engine of Safari, too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.engine.conftest import CALCULATOR, PATIENCE, BrokenServer, outcome, wait_for_status, wait_until
from tests.engine.test_faults import FAULTS, IN_SHORT
from tests.engine.test_form import DAY, LAST_DAY
from tests.webkit import screen, webkit  # noqa: F401 - fixtures

pytestmark = [
    pytest.mark.full,
    # Selenium's driver for WebKitGTK calls selenium in a way that selenium calls old.
    pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning"),
]
ADDRESS = f"{CALCULATOR}#eerste-ziektedag={DAY}"
BROKEN = pytest.mark.parametrize(("name", "fault"), sorted(IN_SHORT))


@BROKEN
def test_in_firefox_a_broken_file_is_told_and_trying_again_works(
    firefox: Browser, broken_server: BrokenServer, name: str, fault: str
) -> None:
    broken_server.faults[name] = FAULTS[fault]
    context = firefox.new_context(locale="nl-NL", service_workers="block")
    page = context.new_page()
    page.goto(broken_server.address + ADDRESS)
    wait_for_status(page, "fout")
    wait_until(page.locator("[data-storing]").is_visible, "the sentence")
    broken_server.faults.clear()
    page.locator("[data-opnieuw]").click()
    wait_for_status(page, "klaar")
    assert LAST_DAY in outcome(page)
    context.close()


@BROKEN
def test_in_webkit_a_broken_file_is_told_and_trying_again_works(
    webkit: WebKitGTK,  # noqa: F811
    broken_server: BrokenServer,
    name: str,
    fault: str,
) -> None:
    broken_server.faults[name] = FAULTS[fault]
    patient = WebDriverWait(webkit, PATIENCE)
    webkit.get(broken_server.address + ADDRESS)
    form = webkit.find_element(By.CSS_SELECTOR, "form[data-rekenhulp]")
    patient.until(lambda _: form.get_attribute("data-status") == "fout")
    assert webkit.find_element(By.CSS_SELECTOR, "[data-storing]").is_displayed()
    broken_server.faults.clear()
    webkit.execute_script("document.querySelector('[data-opnieuw]').click()")
    patient.until(lambda _: form.get_attribute("data-status") == "klaar")
    assert LAST_DAY in webkit.find_element(By.CSS_SELECTOR, "[data-uitkomst]").text
