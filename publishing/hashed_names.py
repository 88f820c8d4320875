"""Names with a hash of the content for our own scripts and style sheets: `assets/site.css` becomes `site.<hash>.css`.

A page then names exactly the files that it was made with, whoever kept them: the browser, a store on the way, or the
service worker (adr/0013). Nobody has to ask whether they changed. Pictures and the icon keep their names.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

FOLDER = "assets"
SUFFIXES = {".css", ".js"}
IMPORTED = re.compile(r'(?<=")\./([\w.-]+)(?=";)')  # as we write it
NAMED = re.compile(rf'(?<=\b{FOLDER}/)[\w-]+\.(?:css|js)(?=")')


def write(site: Path) -> None:
    """Rename the files in the finished site, and write their new names into the pages and scripts that name them."""
    names: dict[str, str] = {}

    def rename(name: str) -> str:
        """Rename a file after those that it imports, whose names are part of its content."""
        if name not in names:
            file = site / FOLDER / name
            text = IMPORTED.sub(lambda found: f"./{rename(found[1])}", file.read_text("utf-8"))
            digest = hashlib.sha256(text.encode()).hexdigest()[:12]
            names[name] = f"{file.stem}.{digest}{file.suffix}"
            file.unlink()
            file.with_name(names[name]).write_text(text, "utf-8")
        return names[name]

    for file in sorted(file for file in (site / FOLDER).iterdir() if file.suffix in SUFFIXES):
        if file.exists():
            rename(file.name)
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        page.write_text(NAMED.sub(lambda found: names[found[0]], html), "utf-8")


def find(site: Path, name: str) -> Path:
    """The file that was called `name` before it got its hash."""
    stem, _, suffix = name.rpartition(".")
    [found] = (site / FOLDER).glob(f"{stem}.{'?' * 12}.{suffix}")
    return found
