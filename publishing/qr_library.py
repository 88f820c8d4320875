"""The library that draws QR codes of filled-in links in the browser, taken from the locked npm package.

Why not segno there, which draws the fixed ones while building: adr/0007-qr-code-in-the-browser.md.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "node_modules" / "lean-qr"


def write(site: Path) -> None:
    """Put the library, with its licence, where link-maker.js imports it; not every host knows what an .mjs is."""
    code = (PACKAGE / "index.mjs").read_text("utf-8")
    licence = (PACKAGE / "LICENSE").read_text("utf-8").strip()
    (site / "assets" / "lean-qr.js").write_text(f"/*!\nlean-qr\n{licence}\n*/\n{code}", "utf-8")
