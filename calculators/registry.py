"""Every calculator, tool and document, found by its folder: above them all, so that none knows another."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from calculators.frame import own_files
from calculators.frame.calculator import Calculator
from calculators.frame.tables import paths

DOCUMENTS = "documents"
DOCUMENT_PREFIX = "documenten/"
FORM = "form.py"
PREPARED = "registry.json"  # in the browser, where a page has no calculator but its own


@cache
def folders() -> tuple[str, ...]:
    """Return the names of all folders that hold a form of their own: those of calculators and tools."""
    if prepared := _prepared():
        return tuple(prepared["folders"])
    found = sorted(
        folder.name.replace("_", "-")
        for folder in own_files.FOLDER.iterdir()
        if folder.is_dir() and any(entry.name == FORM for entry in folder.iterdir())
    )
    return tuple(name for name in found if name != "frame")  # its form is the one that all others are made of


@cache
def names() -> tuple[str, ...]:
    """Return the names of the calculators: what computes by the law."""
    return tuple(name for name in folders() if calculator(name).kind == "rekenhulp")


@cache
def tools() -> tuple[str, ...]:
    """Return the names of the pages that have a form but no rules of law, such as the one that makes a link."""
    return tuple(name for name in folders() if calculator(name).kind == "hulpmiddel")


@cache
def documents() -> tuple[str, ...]:
    """Return the names of the documents to fill in: every folder in ``documents`` that has a table."""
    found = sorted(path.split("/")[1] for path in paths() if path.startswith(f"{DOCUMENTS}/"))
    return tuple(DOCUMENT_PREFIX + folder.replace("_", "-") for folder in found)


def all_names() -> tuple[str, ...]:
    """Return the names of everything that has a form: calculators, tools and documents."""
    return (*names(), *tools(), *documents())


def calculator(name: str) -> Calculator:
    """Return the calculator, tool or document called ``name``: ``wie-betaalt-wat``, ``documenten/geheimhouding``.

    Raises:
        KeyError: there is none of that name.
    """
    if name in documents():
        module = importlib.import_module(f"calculators.{DOCUMENTS}")
        made: Calculator = module.document(name.removeprefix(DOCUMENT_PREFIX))
        return made
    if name not in folders():
        raise KeyError(f"geen rekenhulp met de naam {name!r}; wel: {', '.join((*folders(), *documents()))}")
    module = importlib.import_module("calculators." + name.replace("-", "_"))
    found: Calculator = module.CALCULATOR
    return found


def summary_of(one: Calculator) -> Callable[[Any], str] | None:
    """Return what says an outcome in words that hold on any day: ``summary`` in ``summary.py`` of its folder, or None.

    A module of its own, because only the build of the site needs it: no reader has to load it.
    """
    if not (own_files.FOLDER / one.folder / "summary.py").is_file():
        return None
    found: Callable[[Any], str] = importlib.import_module(f"calculators.{one.folder}.summary").summary
    return found


@cache
def known_keys() -> frozenset[str]:
    """Return every key that some form may have in a link, so that a link can carry a case along."""
    if prepared := _prepared():
        return frozenset(prepared["known_keys"])
    return frozenset(one.key for name in all_names() for one in calculator(name).form.fields if not one.private)


@cache
def _prepared() -> dict[str, Any] | None:
    """Return what the bundle knows of all calculators."""
    prepared = own_files.prepared(PREPARED)
    made: dict[str, Any] | None = json.loads(prepared) if prepared else None
    return made


def write(folder: Path) -> None:
    """Write for the bundle what would need every calculator to be there."""
    known = {"folders": folders(), "known_keys": sorted(known_keys())}
    (folder / PREPARED).write_text(json.dumps(known), "utf-8")
