"""The command line: ``python -m calculators NAME key=value … [--json]``.

Without ``--json`` a readable Dutch text. Exit 0: answered. Exit 2: bad input.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import calculators
from calculators.common.calculator import calculator, documents, tools


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m calculators", description="Spoorwijzer: reken een geval uit.")
    every = (*calculators.names(), *tools(), *documents())
    parser.add_argument("naam", choices=every, help="de rekenhulp of het document")
    parser.add_argument(
        "waarden", nargs="*", metavar="sleutel=waarde", help="wat u weet, zoals eerste-ziektedag=2025-11-24"
    )
    parser.add_argument("--json", action="store_true", help="het antwoord als JSON")
    given = parser.parse_args(arguments)

    values: dict[str, list[str]] = {}
    for pair in given.waarden:
        key, _, text = pair.partition("=")
        values.setdefault(key, []).append(text)
    answer = calculators.answer(given.naam, values)

    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # always a text file here
    if given.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(answer)))
    return 2 if answer["fouten"] else 0


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


if __name__ == "__main__":
    sys.exit(main())
