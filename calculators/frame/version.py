"""Which rules, figures and texts an answer was made with: a mark that changes with every one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from calculators.frame import own_files

PREPARED = "version.txt"
SIGNS = 8
COUNTED = (".py", ".toml", ".html")


@cache
def version() -> str:
    """Return the mark of this version of the calculators, the same on the command line, in the build and in a browser.

    It is made from the content of the package, so two copies with the same mark answer alike. In the browser it
    comes from the bundle, where the sources are not.
    """
    if prepared := own_files.prepared(PREPARED):
        return prepared.decode()
    found = hashlib.sha256()
    for path, file in sorted(_sources(own_files.FOLDER, "")):
        found.update(f"{path}\n".encode() + file.read_bytes())
    return found.hexdigest()[:SIGNS]


def _sources(folder: Path, path: str) -> Iterator[tuple[str, Path]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(COUNTED):
            yield path + entry.name, entry


def write(folder: Path) -> None:
    """Write the mark for the bundle."""
    (folder / PREPARED).write_text(version(), "utf-8")
