"""Every address of another's site that we name: its shape, and the list of them to open by hand, for ``make review``.

They stand in two tables only, that of the sources and that of the contacts; prose and code name the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from calculators.freshness import sources_read
from publishing import contacts

FOLLOWS_READERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "msclkid")


@dataclass(frozen=True, order=True)
class Address:
    """An address, the day on which it was read last, and the row that names it."""

    read_on: date
    url: str
    row: str


def named(docs: Path) -> list[Address]:
    """Every address of both tables, what was read longest ago first."""
    found = {Address(read_on, url, f"bronnen.toml: {name}") for name, url, read_on in sources_read()}
    for name, one in contacts.read(docs).items():
        for key in ("site", "gelezen"):
            if one[key]:
                found.add(Address(one["nagekeken_op"], one[key], f"{contacts.FILE}: {name}"))
    return sorted(found)


def faults(url: str) -> Iterator[str]:
    """Yield what is wrong with the shape of an address."""
    parts = urlsplit(url)
    if parts.scheme != "https":
        yield "not https"
    if "." not in (parts.hostname or "") or parts.netloc != parts.netloc.lower():
        yield "no host, or one with capitals"
    if parts.username or parts.port:
        yield "a name or a port that no public page needs"
    if any(sign <= " " or sign in '<>"\\^`{|}' for sign in url):
        yield "a sign that belongs in no address"
    if any(key.startswith(FOLLOWS_READERS) for key, _ in parse_qsl(parts.query)):
        yield "a part that follows readers"


def written(addresses: Iterable[Address]) -> str:
    """The list to go through: an address once, with the oldest day, and below it the rows that name it."""
    lines = []
    by_url = sorted(addresses, key=lambda one: (one.url, one.read_on))
    oldest = [(group[0].read_on, url, group) for url, group in ((u, list(g)) for u, g in groupby(by_url, _url))]
    for read_on, url, group in sorted(oldest, key=lambda one: one[:2]):
        lines.append(f"{read_on}  {url}")
        lines += [f"            {one.row}" for one in group]
    return "\n".join(lines) + "\n"


def _url(one: Address) -> str:
    return one.url
