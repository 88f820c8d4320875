"""Whom to call or write: docs/contacten.toml, for a line on a page and for the list of all on /wie-bel-ik/."""

from __future__ import annotations

import html
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from calculators.frame.dates import in_words
from calculators.freshness import Due

FILE = "contacten.toml"
Contact = Mapping[str, Any]
MUST_HAVE = {"naam", "waarvoor", "wie", "nagekeken_op", "opnieuw_voor"}
ONE_WAY_AT_LEAST = {"site", "telefoon", "telefoon_waar", "zoek_op_internet"}
WHERE_READ = {"gelezen", "bron"}
MAY_HAVE = MUST_HAVE | ONE_WAY_AT_LEAST | WHERE_READ | {"zoek", "tijden", "bezoek", "post", "let_op"}


def read(docs: Path) -> dict[str, Contact]:
    """Every contact by its id.

    Raises:
        ValueError: a contact lacks what it must have, or has what nobody knows.
    """
    contacts = tomllib.loads((docs / FILE).read_text("utf-8"))
    for name, one in contacts.items():
        if not one.keys() >= MUST_HAVE or not one.keys() <= MAY_HAVE:
            raise ValueError(f"{FILE}, {name}: a key is missing or unknown")
        if not one.keys() & ONE_WAY_AT_LEAST or not one.keys() & WHERE_READ:
            raise ValueError(f"{FILE}, {name}: there is no way to get there, or it does not say where it was read")
    return contacts


def line(contact: Contact) -> str:
    """One contact on a page: what for, every way there is, and when that was checked."""
    parts = [f"<strong>{_name(contact)}</strong>: {html.escape(contact['waarvoor'])}.", *_ways(contact)]
    return f'<span class="sw-contact">{" ".join(parts)} <small>{_checked(contact)}</small></span>'


def items(docs: Path) -> str:
    """All contacts as a list with an anchor for each."""
    lines = (f'<li id="{name}">{line(one)}</li>' for name, one in read(docs).items())
    return f'<ul class="sw-contacten">{"".join(lines)}</ul>'


def due(docs: Path, today: date, days: int) -> Iterator[Due]:
    """Yield the contacts that must be checked again before so many days have passed."""
    for name, one in read(docs).items():
        if one["opnieuw_voor"] <= today + timedelta(days=days):
            read_at = one.get("gelezen", one.get("bron"))
            yield Due(one["opnieuw_voor"], f"opnieuw_voor {one['opnieuw_voor']}", f"{FILE}: {name}", (), (read_at,))


def _name(contact: Contact) -> str:
    name = html.escape(contact["naam"])
    return f'<a href="{contact["site"]}" rel="noopener noreferrer">{name}</a>' if "site" in contact else name


def _ways(contact: Contact) -> Iterator[str]:
    if "telefoon" in contact:
        number = contact["telefoon"]
        hours = f" ({html.escape(contact['tijden'])})" if "tijden" in contact else ""
        yield f'Telefoon: <a href="tel:{number.replace(" ", "")}">{number}</a>{hours}.'
    if "zoek" in contact:
        yield f"Zoek op de site naar “{html.escape(contact['zoek'])}”."
    if "zoek_op_internet" in contact:
        yield f"Zoek op internet naar: {html.escape(contact['zoek_op_internet'])}."
    for key in ("telefoon_waar", "bezoek", "let_op"):
        if key in contact:
            yield html.escape(contact[key])
    if "post" in contact:
        yield f"Per post: {html.escape(contact['post'].rstrip('.'))}."


def _checked(contact: Contact) -> str:
    return f"Nagekeken op {in_words(contact['nagekeken_op'])}."
