"""The text of a page in docs/. The page of changes takes its entries from a table, docs/wijzigingen.toml.

An entry has an address that stays (`anker`), a `titel`, the `dag` on which its text was last changed, and a `tekst` in
Markdown. The first word of the address says what it is about: wet, plan or site. `{{ wijzigingen("wet") }}` in the page
stands for all entries about that, in the order of the table; publishing/feed.py makes the feed of the same table.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from publishing.calls import CALL

CHANGES = "wijzigingen"  # the name of the table and of the call


@dataclass(frozen=True)
class Change:
    """One entry of the table."""

    anker: str
    titel: str
    dag: date
    tekst: str

    @property
    def about(self) -> str:
        """What the entry is about: wet, plan or site."""
        return self.anker.partition("-")[0]

    @property
    def markdown(self) -> str:
        """The entry as a writer would type it in the page."""
        return f'### {self.titel} {{ #{self.anker} data-dag="{self.dag}" }}\n\n{self.tekst.strip()}'


def changes(docs: Path) -> list[Change]:
    """The entries of the table."""
    table = tomllib.loads((docs / f"{CHANGES}.toml").read_text("utf-8"))
    return [Change(**entry) for entry in table["wijziging"]]


def read(file: Path) -> str:
    """The text of a page, with the entries in the place of the call for them."""

    def entries(call: re.Match[str]) -> str:
        if call[1] != CHANGES:
            return call[0]
        return "\n\n".join(entry.markdown for entry in changes(file.parent) if entry.about == call[2])

    return re.sub(CALL, entries, file.read_text("utf-8"))
