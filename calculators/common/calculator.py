"""The frame of a calculator: one object per folder, found by its folder, answering in one JSON shape."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from calculators.common.form import Form, Parsed
from calculators.common.result import Result, cited
from calculators.common.tables import paths

DOCUMENTS = "documents"
DOCUMENT_PREFIX = "documenten/"
Values = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class DownloadFile:
    """A file made for the reader: a text, or the bytes of what is not text."""

    name: str
    media_type: str
    content: str | bytes


@dataclass(frozen=True)
class Calculator:
    """One page with a form: its question, its fields, its pure rules and how its outcome is written.

    It has the address ``/rekenhulpen/<name>/`` unless it says another, and lives in the folder called like it.
    A ``blank`` one has an answer to an empty form, and is published with that instead of an example. ``action`` is
    what the button of the form says.

    ``calculate`` turns the frozen input into a `Result`; ``to_json`` turns the outcome of that result into JSON,
    ``lines`` turns that JSON into readable text for the command line, and ``drawing`` turns the outcome into what its
    own template draws. ``files`` makes downloads by kind: each gets the outcome and the
    chosen ids (None for all). ``example`` holds the values that the published form shows.
    """

    name: str
    title: str
    question: str
    form: Form[Any]
    calculate: Callable[[Any], Result[Any]]
    to_json: Callable[[Any], dict[str, Any]]
    lines: Callable[[dict[str, Any]], Iterator[str]]
    example: Mapping[str, str]
    drawing: Callable[[Any], Any] | None = None
    files: Mapping[str, Callable[[Any, Collection[str] | None], DownloadFile]] = field(default_factory=dict)
    address: str = ""
    folder: str = ""
    blank: bool = False
    action: str = "Reken uit"

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", self.address or f"/rekenhulpen/{self.name}/")
        object.__setattr__(self, "folder", self.folder or self.name.replace("-", "_"))


@dataclass(frozen=True)
class Answered:
    """An answer with everything that a page needs besides its JSON; ``result`` is None for bad input."""

    calculator: Calculator
    parsed: Parsed[Any]
    result: Result[Any] | None
    json: dict[str, Any]


@cache
def names() -> tuple[str, ...]:
    """Return the names of all calculators: every folder of the package that has rules."""
    return tuple(name for name, modules in _folders().items() if "rules" in modules)


@cache
def tools() -> tuple[str, ...]:
    """Return the names of the pages that have a form but no rules of law, such as the one that makes a link."""
    return tuple(
        name for name, modules in _folders().items() if {"__init__", "form"} <= modules and "rules" not in modules
    )


@cache
def documents() -> tuple[str, ...]:
    """Return the names of the documents to fill in: every folder in ``documents`` that has a table."""
    folders = sorted(path.split("/")[1] for path in paths() if path.startswith(f"{DOCUMENTS}/"))
    return tuple(DOCUMENT_PREFIX + folder.replace("_", "-") for folder in folders)


def all_names() -> tuple[str, ...]:
    """Return the names of everything that has a form: calculators, tools and documents."""
    return (*names(), *tools(), *documents())


@cache
def _folders() -> dict[str, frozenset[str]]:
    """Return the names of the modules in each folder of the package, by the folder's name with hyphens."""
    return {
        folder.name.replace("_", "-"): frozenset(entry.name.split(".")[0] for entry in folder.iterdir())
        for folder in sorted(files("calculators").iterdir(), key=lambda item: item.name)
        if folder.is_dir() and folder.name != "common"
    }


def calculator(name: str) -> Calculator:
    """Return the calculator, tool or document called ``name``: ``wie-betaalt-wat``, ``documenten/geheimhouding``.

    Raises:
        KeyError: there is none of that name.
    """
    if name in documents():
        module = importlib.import_module(f"calculators.{DOCUMENTS}")
        made: Calculator = module.document(name.removeprefix(DOCUMENT_PREFIX))
        return made
    if name not in (*names(), *tools()):
        raise KeyError(f"geen rekenhulp met de naam {name!r}; wel: {', '.join(all_names())}")
    module = importlib.import_module("calculators." + name.replace("-", "_"))
    found: Calculator = module.CALCULATOR
    return found


@cache
def known_keys() -> frozenset[str]:
    """Return every key that some form may have in a link, so that a link can carry a case along."""
    return frozenset(one.key for name in all_names() for one in calculator(name).form.fields if not one.private)


def answer(one: Calculator, values: Values, today: date, private: Values | None = None) -> Answered:
    """Answer with the JSON of the interface and what it was made from. Never raises for bad input.

    ``private`` holds the values of private fields when ``values`` come from a link (see `Form.parse`).
    """
    result: Result[Any] | None = None
    has_foreign_keys = not values.keys() <= {one_field.key for one_field in one.form.fields}
    parsed = one.form.parse(values, today, known_keys() if has_foreign_keys else (), private)
    found: dict[str, Any] = {
        "rekenhulp": one.name,
        "peildatum": parsed.reference_day.isoformat(),
        "invoer": dict(parsed.given),
        "standaard": dict(parsed.defaults),
        "onbekend": list(parsed.unknown),
        "fouten": [{"veld": error.key, "code": error.code, "tekst": error.text} for error in parsed.errors],
        "stappen": [],
        "waarschuwingen": [],
        "bronnen": {},
    }
    if parsed.input is not None:
        result = one.calculate(parsed.input)
        found["hoofdzin"] = result.headline
        found["uitkomst"] = one.to_json(result.outcome)
        found["uitkomst"]["niet_berekend"] = [
            {
                "code": item.code,
                "tekst": item.text,
                "van": item.first and item.first.isoformat(),
                "tot": item.last and item.last.isoformat(),
                "vraag_aan": item.ask,
            }
            for item in result.not_computed
        ]
        found["stappen"] = [{"tekst": step.text, "bronnen": list(step.sources)} for step in result.steps]
        found["waarschuwingen"] = [
            {"code": warning.code, "tekst": warning.text, "bronnen": list(warning.sources)}
            for warning in result.warnings
        ]
        found["bronnen"] = cited(found["uitkomst"], found["stappen"], found["waarschuwingen"])
    return Answered(one, parsed, result, found)
