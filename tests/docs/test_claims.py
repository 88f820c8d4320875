"""The same claim has the same mark everywhere: pages, decision helper and calculators beside claims.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calculators.frame.terms import CERTAINTY
from calculators.law.wording import FIGURE
from tests.conftest import ROOT
from tests.docs.pages import pages

CLAIMS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "claims.toml").read_text("utf-8"))
FEWEST_CLAIMS = 25
MARK = re.compile(r"\{\{ zekerheid\(\"([^\"]+)\"\) \}\}")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
TABLES = {
    "calculators/wegwijzer/wegwijzer.toml": ("tekst",),
    "calculators/tijdlijn/milestones.toml": ("toelichting", "gemist"),
    "calculators/no_riskpolis/wording.toml": ("tekst",),
}


def words(text: str) -> str:
    """A text with # for each figure and the words of each link; the marks stay."""
    text = re.sub(r"\{\{ cijfer\([^)]*\) \}\}", "#", text)
    return LINK.sub(r"\1", FIGURE.sub("#", MARK.sub(lambda mark: f"⟨{mark[1]}⟩", text)))


def marked_in(text: str, phrase: str) -> Iterator[str | None]:
    """The mark behind each place where a phrase stands in a line of a page; None where none follows."""
    for line in words(text).splitlines():
        for found in re.finditer(phrase, line):
            mark = re.search(r"⟨([^⟩]+)⟩", line[found.end() :])
            yield mark[1] if mark else None


def marked_rows(table: Any, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each text of a table with the mark of its row; a text by role counts as several."""
    if isinstance(table, list):
        for row in table:
            yield from marked_rows(row, keys)
    elif isinstance(table, dict):
        if "zekerheid" in table:
            for text in (table[key] for key in keys if key in table):
                for one in text.values() if isinstance(text, dict) else [text]:
                    yield words(one), CERTAINTY[table["zekerheid"]]
        for row in table.values():
            yield from marked_rows(row, keys)


@cache
def rows_of(file: str) -> list[tuple[str, str]]:
    """The marked texts of one of the tables."""
    return list(marked_rows(tomllib.loads((ROOT / file).read_text("utf-8")), TABLES[file]))


@cache
def marks_of(claim: str) -> dict[str, list[str | None]]:
    """File -> the marks that the claim carries there, in order; only files that make the claim."""
    phrase = CLAIMS[claim]["phrase"]
    found: dict[str, list[str | None]] = {
        f"docs/{page.name}.md": list(marked_in(page.prose, phrase)) for page in pages()
    }
    for file in TABLES:
        found[file] = [mark for text, mark in rows_of(file) if re.search(phrase, text)]
    return {file: marks for file, marks in found.items() if marks}


def test_there_are_many_claims_and_each_has_a_mark_that_readers_know():
    assert len(CLAIMS) >= FEWEST_CLAIMS
    assert {claim["mark"] for claim in CLAIMS.values()} <= set(CERTAINTY.values())


def test_a_mark_is_read_behind_the_phrase_and_not_before_it():
    loon = '{{ cijfer("loon.percentage") }}'
    line = f'- Eerst dit. {{{{ zekerheid("praktijk") }}}} Loon is {loon} procent. {{{{ zekerheid("wet") }}}}'
    assert list(marked_in(line, "Loon is # procent")) == ["wet"]
    assert list(marked_in("Loon is zeker.", "Loon is")) == [None]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_stands_in_every_place_that_the_list_names(claim: str):
    assert [place for place in CLAIMS[claim]["paginas"] if place not in marks_of(claim)] == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_has_the_same_mark_everywhere(claim: str):
    right = CLAIMS[claim]["mark"]
    assert {file: marks for file, marks in marks_of(claim).items() if set(marks) != {right}} == {}
