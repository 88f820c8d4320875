"""What must be read again: ``make review``, or ``python -m publishing.review --today 2027-01-04``.

Figures, sources, pages, days in texts, and claims whose day has passed or comes within two months; with each what
hangs on it and the addresses to read. What is longest overdue stands first. CONTRIBUTING.md says what to do with it.
Every address that we name goes into a file as well, what was read longest ago first, to be opened by hand.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from calculators.freshness import Due, figures_due, sources_due
from publishing import addresses, contacts, figure_uses

ROOT = Path(__file__).parent.parent
TO_OPEN = Path("build/addresses.txt")
CLAIMS = Path("tests/docs/claims.toml")
DAYS_AHEAD = 60
AGE_OF_A_PAGE = timedelta(days=182)
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DAY_IN_WORDS = re.compile(rf"\b(\d{{1,2}}) ({MONTHS}) (20\d\d)\b")
CHECKED_ON = re.compile(r"\A---\n(?:.*\n)*?gecontroleerd_op: (\d{4}-\d\d-\d\d)\n")
TABLES_WITHOUT_PROSE = ("cases.toml", "bronnen.toml", "parameters.toml")


def main(arguments: list[str] | None = None) -> int:
    """Print the list; exit 1 when the day of something has passed."""
    parser = argparse.ArgumentParser(prog="make review", description="List what must be read again.")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())
    parser.add_argument("--days", type=int, default=DAYS_AHEAD, help="how far to look ahead (default: %(default)s)")
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree whose texts are read (default: this one)")
    parser.add_argument("--addresses", type=Path, default=TO_OPEN, help="file for them (default: %(default)s)")
    given = parser.parse_args(arguments)
    passed = False
    for heading, found in review(given.root, given.today, given.days).items():
        print(f"\n# {heading}: {len(found)}")
        for lines in map(written, together(found)):
            print("\n".join(lines))
        passed |= any(one.day < given.today for one in found)
    named = addresses.named(given.root / "docs")
    given.addresses.parent.mkdir(parents=True, exist_ok=True)
    given.addresses.write_text(addresses.written(named), "utf-8")
    print(f"\n# Addresses to open by hand, what was read longest ago first: {given.addresses}")
    return int(passed)


def review(root: Path, today: date, days: int = DAYS_AHEAD) -> dict[str, list[Due]]:
    """Return what must be read again by its kind, the oldest day first."""
    docs = root / "docs"
    kinds: dict[str, Iterable[Due]] = {
        "Figures": figures_due(today, days, figure_uses.find(docs)),
        "Sources": sources_due(today, days),
        "Pages": pages_due(docs, today, days),
        "Days in texts": days_in_texts(root, today, days),
        "Claims": claims_due(root / CLAIMS, today, days),
        "Contacts": contacts.due(docs, today, days),
    }
    return {kind: sorted(found, key=lambda one: (one.day, one.why, one.what)) for kind, found in kinds.items()}


def pages_due(docs: Path, today: date, days: int) -> Iterator[Due]:
    """Yield the pages that were last checked half a year ago, or will be within ``days``."""
    for file, checked_on in _pages(docs):
        day = checked_on + AGE_OF_A_PAGE
        if day <= today + timedelta(days=days):
            yield Due(day, f"gecontroleerd_op {checked_on}", figure_uses.address(docs, file))


def days_in_texts(root: Path, today: date, days: int) -> Iterator[Due]:
    """Yield each day in a text that lay ahead when the text was last checked, and has passed or soon will.

    A table has no day on which it was checked: there a day counts from a year back.
    """
    docs = root / "docs"
    texts = [(file, figure_uses.address(docs, file), checked_on) for file, checked_on in _pages(docs)]
    a_year_back = today - timedelta(days=365)
    texts += [
        (file, str(file.relative_to(root)), a_year_back)
        for file in sorted((root / "calculators").rglob("*.toml"))
        if file.name not in TABLES_WITHOUT_PROSE and file.parent.name != "parameters"
    ]
    for file, where, since in texts:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            for found in DAY_IN_WORDS.finditer(line):
                day = _day(found)
                if day is not None and since < day <= today + timedelta(days=days):
                    around = line[max(0, found.start() - 50) : found.end() + 20].strip()
                    yield Due(day, "day in a text", f"{where} line {number}: … {around} …")


def claims_due(table: Path, today: date, days: int) -> Iterator[Due]:
    """Yield the claims whose ``review_by`` has passed or comes within ``days``; none without a table of claims.

    A claim is any table in the file that says ``review_by``; ``paginas`` and ``adressen`` are shown when it has them.
    """
    if not table.is_file():
        return
    for name, claim in _tables(tomllib.loads(table.read_text("utf-8")), ""):
        day = claim.get("review_by")
        if isinstance(day, date) and day <= today + timedelta(days=days):
            yield Due(day, "review_by", name, tuple(claim.get("paginas", ())), tuple(claim.get("adressen", ())))


def _tables(part: Any, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every table within a part of a TOML file, with its path."""
    if isinstance(part, dict):
        yield name, part
        for key, value in part.items():
            yield from _tables(value, f"{name}.{key}".strip("."))
    elif isinstance(part, list):
        for number, value in enumerate(part, start=1):
            yield from _tables(value, f"{name} {number}")


def _pages(docs: Path) -> Iterator[tuple[Path, date]]:
    """Yield each page that says when it was checked, with that day."""
    for file in sorted(docs.rglob("*.md")):
        if found := CHECKED_ON.match(file.read_text("utf-8")):
            yield file, date.fromisoformat(found[1])


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), MONTHS.split("|").index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def together(found: Iterable[Due]) -> Iterator[list[Due]]:
    """Yield what is due on the same day, for the same reason and with the same addresses, as one."""
    found = sorted(found, key=lambda one: (one.day, one.why, one.addresses, one.what))
    for _, group in groupby(found, key=lambda one: (one.day, one.why, one.addresses)):
        yield list(group)


def written(group: list[Due]) -> Iterator[str]:
    """Yield the lines of what is read together."""
    yield f"{group[0].day}  {group[0].why}"
    yield from (f"    {one.what}" for one in group)
    if users := sorted({user for one in group for user in one.used_by}):
        yield f"    used by: {' '.join(users)}"
    yield from (f"    read: {address}" for address in group[0].addresses)


if __name__ == "__main__":
    sys.exit(main())
