"""Links in prose to a calculator with values filled in: they arrive, and every value in them is still understood."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

import calculators
from calculators.frame.page_parts import read_link
from tests.site.test_markdown_extension import convert


def links(site_dir: Path) -> list[tuple[str, str, str]]:
    """Every link to a filled-in calculator that prose gives: (page, calculator, values).

    Not those by which a calculator hands its case on (data-verder): the next one may ask for more.
    """
    found = []
    for file in sorted(site_dir.rglob("index.html")):
        for href in re.findall(r'<a href="([^"]*#[^"]*=[^"]*)"', file.read_text("utf-8")):
            address, _, values = html.unescape(href).partition("#")
            if values.startswith(("kies=", "vergelijk=")) or Path(address).name == "plekken":
                continue  # a choice of objections, or of two forms to compare
            target = (file.parent / address).resolve() if address else file.parent
            folder = "documenten/" if target.parent.name == "documenten" else ""
            found.append((file.parent.relative_to(site_dir).as_posix(), folder + target.name, values))
    return found


def test_a_link_to_a_filled_in_calculator_keeps_its_values() -> None:
    text = "[reken](https://spoorwijzer.example/rekenhulpen/tijdlijn/#eerste-ziektedag=2025-11-24&rol=inlener)"
    assert "tijdlijn/#eerste-ziektedag=2025-11-24&amp;rol=inlener" in convert(text)


def test_every_filled_in_link_is_answered_without_an_error(site_dir: Path) -> None:
    wrong = [
        (where, name, answer["fouten"] or answer["onbekend"])
        for where, name, values in links(site_dir)
        for answer in (calculators.answer(name, read_link(values)),)
        if answer["fouten"] or answer["onbekend"]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", calculators.names())
def test_the_worked_examples_of_a_calculator_are_offered_as_links(site_dir: Path, name: str) -> None:
    assert sum(target == name for where, target, _ in links(site_dir) if where == f"rekenhulpen/{name}") >= 3
