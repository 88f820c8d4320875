"""What the other tests cannot see in Chromium: WebKit, the engine of Safari, in Debian's WebKitGTK."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

# Selenium's driver for WebKitGTK calls selenium in a way that selenium calls old.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

DRIVER = Path("/usr/bin/WebKitWebDriver")
XVFB = Path("/usr/bin/Xvfb")
SEEN = """
const box = arguments[0].getBoundingClientRect();
const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
return arguments[0].checkVisibility() && box.width > 200 && box.height > 10 && arguments[0].contains(top);
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A screen that nobody looks at; WebKitGTK draws nothing without one."""
    if not XVFB.exists() or not DRIVER.exists():
        pytest.fail(
            "WebKit is missing. Run: apt-get install --no-install-recommends webkit2gtk-driver xvfb", pytrace=False
        )
    command = [str(XVFB), "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout
        yield f":{running.stdout.readline().strip()}"
        running.terminate()


@pytest.fixture(scope="module")
def webkit(screen: str) -> Iterator[WebKitGTK]:
    """WebKit with a fresh profile."""
    options = Options()
    [options.binary_location] = map(str, Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
    options.add_argument("--automation")
    driver = WebKitGTK(options=options, service=Service(str(DRIVER), env={"DISPLAY": screen}))
    yield driver
    driver.quit()


def test_in_webkit_what_the_search_finds_can_be_seen_and_leads_to_its_page(webkit: WebKitGTK, server: str) -> None:
    webkit.get(f"{server}/over/")
    webkit.find_element(By.CSS_SELECTOR, "input[data-zoek]").send_keys("loonsanctie")
    patient = WebDriverWait(webkit, 60)
    first = patient.until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "[data-zoekresultaat]"))[0]
    assert patient.until(lambda driver: driver.execute_script(SEEN, first))
    first.click()
    patient.until(lambda driver: "/regelingen/loonsanctie/" in driver.current_url)


@pytest.mark.full
def test_in_webkit_a_calculator_answers(webkit: WebKitGTK, server: str) -> None:
    webkit.get(f"{server}/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-02-02&peildatum=2026-11-21")
    form = webkit.find_element(By.CSS_SELECTOR, "form[data-rekenhulp]")
    WebDriverWait(webkit, 60).until(lambda _: form.get_attribute("data-status") == "klaar")
    first_sentence = webkit.find_element(By.CSS_SELECTOR, "[data-hoofdzin]")
    assert "31 januari 2028" in first_sentence.text
    assert webkit.execute_script(SEEN, first_sentence)
