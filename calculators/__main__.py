"""The command line: ``python -m calculators NAME key=value … [--json]``; ``wegwijzer`` is the decision helper.

Without ``--json`` a readable Dutch text. Exit 0: answered. Exit 2: bad input.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import calculators
from calculators.registry import calculator, documents, tools
from calculators.wegwijzer import answering

WEGWIJZER = "wegwijzer"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m calculators", description="Spoorwijzer: reken een geval uit.")
    every = (*calculators.names(), *tools(), *documents(), WEGWIJZER)
    parser.add_argument("naam", choices=every, help="de rekenhulp of het document, of wegwijzer")
    parser.add_argument(
        "waarden", nargs="*", metavar="sleutel=waarde", help="wat u weet, zoals eerste-ziektedag=2025-11-24"
    )
    parser.add_argument("--json", action="store_true", help="het antwoord als JSON")
    parser.add_argument("--alle", action="store_true", help="bij wegwijzer: elke weg tot een uitkomst, een per regel")
    given = parser.parse_args(arguments)

    values: dict[str, list[str]] = {}
    for pair in given.waarden:
        key, _, text = pair.partition("=")
        values.setdefault(key, []).append(text)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # always a text file here
    if given.alle and given.naam != WEGWIJZER:
        parser.error("--alle hoort bij wegwijzer")
    if given.alle:
        return _every_path(values, as_json=given.json)

    if given.naam == WEGWIJZER:
        answer = answering.answer(values, date.today())
        lines = answering.lines(answer)
    else:
        answer = calculators.answer(given.naam, values)
        lines = _lines(answer)
    if given.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        print("\n".join(lines))
    return 2 if answer["fouten"] else 0


def _every_path(values: Mapping[str, Sequence[str]], *, as_json: bool) -> int:
    """Print every path of the decision helper that fits the answers, as it is found."""
    found = False
    for path in answering.every_path(values):
        found = True
        try:
            print(json.dumps(path, ensure_ascii=False) if as_json else answering.path_line(path), flush=True)
        except BrokenPipeError:  # who reads, such as `head`, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            break
    if not found:
        print("Er is geen weg met deze antwoorden.", file=sys.stderr)
    return 0 if found else 2


def _lines(answer: dict[str, Any]) -> Iterator[str]:
    """Yield the answer as readable Dutch lines."""
    for key in answer["onbekend"]:
        yield f"Dit kennen we niet: {key}"
    if answer["fouten"]:
        yield "Er is iets niet goed ingevuld:"
        for error in answer["fouten"]:
            yield f"  {error['veld']}: {error['tekst']}"
        return
    yield answer["hoofdzin"]
    for warning in answer["waarschuwingen"]:
        yield f"Let op: {warning['tekst']}"
    yield from calculator(answer["rekenhulp"]).lines(answer["uitkomst"])
    for heading, items in (
        ("Zo is het uitgerekend:", [step["tekst"] for step in answer["stappen"]]),
        (
            "Niet meegerekend:",
            [f"{item['tekst']} Vraag het aan {item['vraag_aan']}." for item in answer["uitkomst"]["niet_berekend"]],
        ),
        (
            "Bronnen:",
            [
                f"{one['titel']} ({one['url']}, gecontroleerd op {one['gecontroleerd_op']})"
                for one in answer["bronnen"].values()
            ],
        ),
    ):
        if items:
            yield heading
            yield from (f"  - {item}" for item in items)
    yield answer["bon"]["tekst"]


if __name__ == "__main__":
    sys.exit(main())
