"""WebKit, the engine of Safari, in Debian's WebKitGTK: started by its driver, on a screen that nobody looks at."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

DRIVER = Path("/usr/bin/WebKitWebDriver")
XVFB = Path("/usr/bin/Xvfb")


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A screen that nobody looks at; WebKitGTK draws nothing without one."""
    if not XVFB.exists() or not DRIVER.exists():
        pytest.fail(
            "WebKit is missing. Run: apt-get install --no-install-recommends webkit2gtk-driver xvfb", pytrace=False
        )
    command = [str(XVFB), "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout
        yield f":{running.stdout.readline().strip()}"
        running.terminate()


@contextmanager
def started(screen: str) -> Iterator[WebKitGTK]:
    """WebKit with a fresh profile."""
    options = Options()
    [options.binary_location] = map(str, Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
    options.add_argument("--automation")
    driver = WebKitGTK(options=options, service=Service(str(DRIVER), env={"DISPLAY": screen}))
    driver.set_script_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture(scope="module")
def webkit(screen: str) -> Iterator[WebKitGTK]:
    """WebKit for a file of tests."""
    with started(screen) as driver:
        yield driver
