"""The TOML files of the package: figures, sources and wording. In the browser they come prepared in one file.

Reading TOML takes twenty times as long there as loading what was read before, so the bundle writes
all tables into ``calculators/prepared/`` (see ``calculators.prepared``); elsewhere that folder does not exist.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from calculators.frame import own_files

PREPARED = "tables.pickle"
CASES = "cases.toml"
NOT_IN_THE_BROWSER = "wegwijzer"  # the decision helper's pages are files: it reads its own table, in the build only
Table = dict[str, Any]


def table(path: str) -> Table:
    """Return the table of a file, such as ``tijdlijn/milestones.toml``; raises KeyError when there is none."""
    found = tables_by_path()[path]
    return _read_apart(path) if found is None else found


def paths() -> tuple[str, ...]:
    """Return the path of every table, folder by folder. Worked cases are no tables of the package."""
    return tuple(tables_by_path())


@cache
def tables_by_path() -> dict[str, Table | None]:
    """Return every table by its path, read once; None for one that the bundle keeps apart."""
    if prepared := own_files.prepared(PREPARED):
        made: dict[str, Table | None] = pickle.loads(prepared)  # noqa: S301  # made by our own bundle
        return made
    import tomllib  # noqa: PLC0415  # the browser does without it

    return {path: tomllib.loads(file.read_text("utf-8"), parse_float=Decimal) for path, file in _found()}


@cache
def _read_apart(path: str) -> Table:
    made: Table = pickle.loads(own_files.prepared(prepared_file(path)) or b"")  # noqa: S301  # made by our own bundle
    return made


def is_apart(path: str) -> bool:
    """Say whether the bundle keeps a table apart: that of one calculator or document. All may ask for a figure."""
    return "parameters" not in path


def prepared_file(path: str) -> str:
    """Return the name that a table has in the bundle when it is kept apart."""
    return f"{path.replace('/', '.')}.pickle"


def _found() -> Iterator[tuple[str, Path]]:
    for folder in _sorted(own_files.FOLDER):
        if folder.is_dir() and folder.name != NOT_IN_THE_BROWSER:
            yield from _found_in(folder, folder.name)


def _found_in(folder: Path, path: str) -> Iterator[tuple[str, Path]]:
    for entry in _sorted(folder):
        if entry.is_dir():
            yield from _found_in(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(".toml") and entry.name != CASES:
            yield f"{path}/{entry.name}", entry


def _sorted(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda item: item.name)


def write(folder: Path) -> None:
    """Write all tables for the bundle: figures and sources without their notes, all else as it was read.

    A table of one calculator or document is kept apart, because few pages need it; figures stay together. Notes stand
    on the page of sources only, which no browser makes.
    """
    together: dict[str, Table | None] = {}
    for path in paths():
        if is_apart(path):
            (folder / prepared_file(path)).write_bytes(pickle.dumps(table(path)))
            together[path] = None
        else:
            together[path] = _without_notes(table(path))
    (folder / PREPARED).write_bytes(pickle.dumps(together))


def _without_notes(read: Any) -> Any:
    """Return a table without what stands under ``note``, at any depth."""
    if isinstance(read, list):
        return [_without_notes(one) for one in read]
    if isinstance(read, dict):
        return {key: _without_notes(value) for key, value in read.items() if key != "note"}
    return read
