"""Keeps links.txt: adds every address that the built site offers and that does not stand there yet.

Lines are only added, never changed or taken away: each is a promise. `make links` runs it on a built site.
An address that was a mistake, and that nobody can have seen yet, is taken out by hand before it is handed in.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from publishing import built_page, redirects

LINKS = Path("links.txt")
# overrides/partials/page-foot.html puts this in pages whose headings get a button that copies the link to them.
OFFERS_ANCHORS = "data-knop-bij-kop"
OFFERED_LEVELS = (2, 3)


def published(links: Path = LINKS) -> set[str]:
    """Return the addresses and anchors that were ever published."""
    lines = links.read_text("utf-8").splitlines()
    return {line for line in lines if line.strip() and not line.startswith("#")}


def offered(site: Path) -> set[str]:
    """Return what the built site offers: its pages, short addresses, and each anchor with a button to copy it."""
    leads_on = redirects.read()
    found = {address for address in leads_on if address.startswith("/l/")}
    for file in site.rglob("index.html"):
        folder = file.parent.relative_to(site).as_posix()
        address = "/" if folder == "." else f"/{folder}/"
        if address in leads_on:
            continue
        found.add(address)
        built = built_page.read(file.read_text("utf-8"))
        if OFFERS_ANCHORS in built.marks:
            linked = [one for one in built.headings if one.level in OFFERED_LEVELS and one.has_link]
            found.update(f"{address}#{heading.anchor}" for heading in linked)
    return found


def add(site: Path, links: Path = LINKS) -> list[str]:
    """Write what the site offers and the list lacks into the list, sorted; return the new lines."""
    known = published(links)
    new = sorted(offered(site) - known)
    remarks = [line for line in links.read_text("utf-8").splitlines() if line.startswith("#")]
    links.write_text("\n".join([*remarks, *sorted(known | set(new))]) + "\n", "utf-8")
    return new


def main() -> None:
    """Read the command line and add."""
    parser = argparse.ArgumentParser(prog="python -m publishing.links", description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    for line in add(parser.parse_args().site):
        print(line)


if __name__ == "__main__":
    main()
