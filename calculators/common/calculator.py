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

Values = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class DownloadFile:
    """A file made for the reader."""

    name: str
    media_type: str
    text: str


@dataclass(frozen=True)
class Calculator:
    """One calculator: its question, its form, its pure rules and how its outcome is written.

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

    @property
    def folder(self) -> str:
        """Return the name of the folder and module; the name in addresses has hyphens."""
        return self.name.replace("-", "_")


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
    return tuple(
        folder.name.replace("_", "-")
        for folder in sorted(files("calculators").iterdir(), key=lambda item: item.name)
        if folder.is_dir()
        and folder.name != "common"
        and any(entry.name.split(".")[0] == "rules" for entry in folder.iterdir())
    )


def calculator(name: str) -> Calculator:
    """Return the calculator called ``name``, such as ``wie-betaalt-wat``.

    Raises:
        KeyError: there is no calculator of that name.
    """
    if name not in names():
        raise KeyError(f"geen rekenhulp met de naam {name!r}; wel: {', '.join(names())}")
    module = importlib.import_module("calculators." + name.replace("-", "_"))
    found: Calculator = module.CALCULATOR
    return found


@cache
def known_keys() -> frozenset[str]:
    """Return every key that some calculator knows, so that a link can carry a case along."""
    return frozenset(one.key for name in names() for one in calculator(name).form.fields)


def answer(one: Calculator, values: Values, today: date) -> Answered:
    """Answer with the JSON of the interface and what it was made from. Never raises for bad input."""
    result: Result[Any] | None = None
    parsed = one.form.parse(values, today, known_keys())
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
