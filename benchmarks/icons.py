"""Draws assets/icon.svg as the pictures that a telephone puts on its home screen: `python -m benchmarks.icons`.

They lie in overrides/assets/icons/; draw them anew when the drawing changes. A telephone may cut a maskable one to any
shape: there the colour goes to the edge and the drawing stays within the middle four fifths.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.screens import CHROMIUM

ICON = Path("overrides/assets/icon.svg")
OUT = Path("overrides/assets/icons")
ROUND, SQUARE = 'rx="5"', 'rx="0"'
DRAWING = "translate(2.300 3.400) scale(.72)"
SMALLER = "translate(4.250 4.900) scale(.58)"


def draw(page: Page, svg: str, size: int, name: str) -> None:
    """Write the drawing as a PNG of so many pixels."""
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{svg}")
    page.screenshot(path=OUT / f"{name}.png", omit_background=True)


def main() -> None:
    """Draw all four."""
    svg = ICON.read_text("utf-8")
    square = svg.replace(ROUND, SQUARE)
    OUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        for size in (192, 512):
            draw(page, svg, size, str(size))
        draw(page, square, 180, "apple-180")
        draw(page, square.replace(DRAWING, SMALLER), 512, "maskable-512")
        browser.close()


if __name__ == "__main__":
    main()
