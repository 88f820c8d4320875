"""Joins the parts in which we write a style sheet (`assets/css/site/*.css` becomes the one file `assets/site.css`), and
leaves out of every sheet of ours what a browser does not read.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import rcssmin

PARTS = Path("assets") / "css"  # as in overrides/


def join(site: Path) -> None:
    """Put the parts of each sheet together, in the order of their names, and leave them out of the site."""
    for folder in sorted((site / PARTS).iterdir()):
        text = "\n".join(part.read_text("utf-8") for part in sorted(folder.glob("*.css")))
        (site / "assets" / f"{folder.name}.css").write_text(text, "utf-8")
    shutil.rmtree(site / PARTS)
    for sheet in (site / "assets").glob("*.css"):
        sheet.write_text(str(rcssmin.cssmin(sheet.read_text("utf-8"))), "utf-8")
