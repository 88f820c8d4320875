"""Visits the calculator in a fresh Chromium and takes the times that the page itself saw."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Playwright

PATIENCE = 120.0
READ = 15.0  # seconds on a page to read
SETTLED = 1.5  # seconds for the browser to write its cache

# Focuses the form as soon as it exists, and notes when the answer belongs to the values shown.
WATCH = """
window.readyAt = null;
new MutationObserver(() => {
  const form = document.querySelector("form[data-rekenhulp]");
  const field = form?.querySelector("input");
  if (field && !window.focused) {
    window.focused = true;
    field.focus();
  }
  if (window.readyAt === null && form && form.dataset.status === "klaar") window.readyAt = performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-status"] });
"""

# Changes the first field again and again; gives the times from the change until the answer is on the screen.
CHANGE = """
async (days) => {
  const form = document.querySelector("form[data-rekenhulp]");
  const field = form.querySelector("[name=eerste-ziektedag]");
  const times = [];
  for (const day of days) {
    performance.clearMeasures("python");
    const began = performance.now();
    field.value = day;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    while (form.dataset.status !== "klaar") await new Promise((done) => setTimeout(done, 0));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    times.push([performance.getEntriesByName("python").at(-1).duration, performance.now() - began]);
  }
  return times;
}
"""


@contextmanager
def fresh_browser(playwright: Playwright) -> Iterator[tuple[BrowserContext, Path]]:
    """A Chromium that has never been anywhere, and the folder of its profile."""
    with tempfile.TemporaryDirectory(prefix="spoorwijzer-bench-", ignore_cleanup_errors=True) as folder:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path="/usr/bin/chromium", args=["--no-sandbox"], locale="nl-NL"
        )
        try:
            yield context, Path(folder)
        finally:
            context.close()


def first_answer(context: BrowserContext, address: str) -> tuple[Page, float]:
    """Open the calculator; return the page and the milliseconds from navigation to its first answer."""
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    return page, _until_ready(page, address)


def _until_ready(page: Page, address: str) -> float:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(Error):  # between two pages
            ready: float | None = page.evaluate("window.readyAt")
            if ready is not None:
                return ready
        time.sleep(0.05)
    raise TimeoutError(f"no answer at {address} within {PATIENCE:.0f} seconds")


def follow_a_link(context: BrowserContext, address: str, link: str) -> float:
    """Open a page to read, stay until it has fetched all it wants, follow its link; return ms to the first answer."""
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="load")
    page.locator(link).first.hover()
    time.sleep(READ)
    page.locator(link).first.click()
    return _until_ready(page, address)


def next_answers(page: Page, days: list[str]) -> list[tuple[float, float]]:
    """Change the first day of illness again and again; return milliseconds in Python, and until shown."""
    return [(python, shown) for python, shown in page.evaluate(CHANGE, days)]
