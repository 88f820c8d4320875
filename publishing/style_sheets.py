"""Joins the parts in which we write a style sheet: `assets/css/site/*.css` becomes the one file `assets/site.css`."""

from __future__ import annotations

import shutil
from pathlib import Path

PARTS = Path("assets") / "css"  # as in overrides/


def join(site: Path) -> None:
    """Put the parts of each sheet together, in the order of their names, and leave them out of the site."""
    for folder in sorted((site / PARTS).iterdir()):
        text = "\n".join(part.read_text("utf-8") for part in sorted(folder.glob("*.css")))
        (site / "assets" / f"{folder.name}.css").write_text(text, "utf-8")
    shutil.rmtree(site / PARTS)
