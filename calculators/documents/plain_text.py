"""A document as plain text.

No line begins with ``=``, ``+``, ``-`` or ``@``: pasted into a spreadsheet such a line would be a formula.
A line that would is written as an item of a list, which is what somebody who typed a dash meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.documents.filling import LONG_DOTS, Block, FilledDocument, Text

BULLET = "\u2022 "
FORMULA = re.compile(r"^\s*(-\s*|(?=[=+@]))")
TO_SIGN = ("Naam", "Plaats en datum", "Handtekening")


def written(document: FilledDocument) -> str:
    """Return the whole document as text."""
    return "".join(f"{_harmless(line).rstrip()}\n" for line in "\n".join(_lines(document)).split("\n"))


def plain(text: Text) -> str:
    """Return a text of the document without its marks."""
    return "".join(run.shown for run in text)


def _harmless(line: str) -> str:
    return FORMULA.sub(BULLET, line) if FORMULA.match(line) else line


def _lines(document: FilledDocument) -> Iterator[str]:
    yield document.title.upper()
    for part in document.parts:
        yield ""
        if part.title:
            yield part.title
        for block in part.blocks:
            yield from _block(block)
    yield ""
    yield document.receipt


def _block(block: Block) -> Iterator[str]:
    if block.kind == "alinea":
        yield from map(plain, block.lines)
    elif block.kind == "lijst":
        yield from (BULLET + plain(line) for line in block.lines)
    elif block.kind == "tabel":
        yield " | ".join(block.head)
        yield from (" | ".join(plain(cell).replace("\n", " ") for cell in row) for row in block.rows)
    elif block.kind == "ondertekening":
        for party in block.lines:
            yield ""
            yield plain(party)
            yield from (f"{what}: {LONG_DOTS}" for what in TO_SIGN)
