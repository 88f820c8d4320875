"""Whom to call or write: docs/contacten.toml, for a line on a page and for the list of all on /wie-bel-ik/."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from calculators import page
from calculators.freshness import Due

FILE = "contacten.toml"
Contact = Mapping[str, Any]
MUST_HAVE = {"naam", "waarvoor", "nagekeken_op", "opnieuw_voor"}
ONE_WAY_AT_LEAST = {"site", "telefoon", "telefoon_waar", "zoek_op_internet"}
WHERE_READ = {"gelezen", "bron"}
MAY_HAVE = MUST_HAVE | ONE_WAY_AT_LEAST | WHERE_READ | {"zoek", "tijden", "bezoek", "post", "let_op"}


def read(docs: Path) -> dict[str, Contact]:
    """Every contact by its id; what it does not have is an empty text.

    Raises:
        ValueError: a contact lacks what it must have, or has what nobody knows.
    """
    contacts = tomllib.loads((docs / FILE).read_text("utf-8"))
    for name, one in contacts.items():
        if not one.keys() >= MUST_HAVE or not one.keys() <= MAY_HAVE:
            raise ValueError(f"{FILE}, {name}: a key is missing or unknown")
        if not one.keys() & ONE_WAY_AT_LEAST or not one.keys() & WHERE_READ:
            raise ValueError(f"{FILE}, {name}: there is no way to get there, or it does not say where it was read")
    return {name: dict.fromkeys(MAY_HAVE, "") | one for name, one in contacts.items()}


def line(contact: Contact) -> str:
    """One contact on a page: what for, every way there is, and when that was checked."""
    return page.contact_html(contact)


def items(docs: Path) -> str:
    """All contacts as a list with an anchor for each."""
    lines = (f'<li id="{name}">{line(one)}</li>' for name, one in read(docs).items())
    return f'<ul class="sw-contacten">{"".join(lines)}</ul>'


def due(docs: Path, today: date, days: int) -> Iterator[Due]:
    """Yield the contacts that must be checked again before so many days have passed."""
    for name, one in read(docs).items():
        if one["opnieuw_voor"] <= today + timedelta(days=days):
            read_at = one["gelezen"] or one["bron"]
            yield Due(one["opnieuw_voor"], f"opnieuw_voor {one['opnieuw_voor']}", f"{FILE}: {name}", (), (read_at,))
