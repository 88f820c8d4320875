"""`make screens`: pictures of twelve places at three widths in build/screens/, for a reviewer to look at."""

from __future__ import annotations

import argparse
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from publishing import server

OUT = Path("build") / "screens"
CHROMIUM = "/usr/bin/chromium"
WIDTHS = (390, 820, 1280)
HIGHEST = 6000  # CSS pixels; a longer page is cut there
WHERE = {
    "home": "/",
    "werknemer": "/werknemer/",
    "loon": "/werknemer/mijn-loon/",
    "tijdlijn": "/rekenhulpen/tijdlijn/",
    "wie-betaalt-wat": "/rekenhulpen/wie-betaalt-wat/",
    "no-riskpolis": "/rekenhulpen/no-riskpolis/",
    "plekken": "/plekken/",
    "ja-maar-gekozen": "/ja-maar/#kies=extra-kosten,verhuizing",
    "overeenkomst": "/documenten/overeenkomst-werkervaringsplaats/",
    "wegwijzer": "/wegwijzer/",
    "begrippen": "/begrippen/",
    "bouwstenen": "/over/bouwstenen/",
}


def main() -> None:
    """Read the command line and take the pictures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.screens", description=__doc__)
    options.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    options.add_argument("--dark", action="store_true", help="in the dark")
    asked = options.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    running = server.start(asked.site.resolve())
    threading.Thread(target=running.serve_forever, daemon=True).start()
    scheme = "dark" if asked.dark else "light"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in WIDTHS:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme="dark" if asked.dark else "light", locale="nl-NL"
            )
            for name, address in WHERE.items():
                page.goto("about:blank")
                page.goto(f"http://127.0.0.1:{running.server_address[1]}{address}", wait_until="networkidle")
                height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
                file = OUT / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
                print(file)
            page.close()
        browser.close()
    running.shutdown()


if __name__ == "__main__":
    main()
