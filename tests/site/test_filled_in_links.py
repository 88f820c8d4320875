"""Links in prose to a calculator with values filled in: they arrive, and every value in them is still understood."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import calculators
from calculators.filled_in import filled_in
from calculators.frame.page_parts import read_link
from tests.conftest import TODAY
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


def test_every_link_to_a_filled_in_calculator_tells_what_comes_out(site_dir: Path) -> None:
    """Not the examples of a calculator on its own page; of the timeline of a story the page shows every day."""
    silent = []
    for where, name, values in links(site_dir):
        if name not in calculators.names() or where == f"rekenhulpen/{name}":
            continue
        if where.startswith("verhalen/") and name == "tijdlijn":
            continue
        text = html.unescape((site_dir / where / "index.html").read_text("utf-8")).replace("\N{SOFT HYPHEN}", "")
        outcome = filled_in(name, values, date.fromisoformat(TODAY)).outcome
        if outcome not in text.partition(f"#{values}")[2].partition("</li>")[0].partition("\n</div>")[0]:
            silent.append((where, name, values))
    assert silent == []


def test_what_comes_out_stays_true_after_the_day_of_the_build(site_dir: Path) -> None:
    told = [
        (where, filled_in(name, values, day).outcome)
        for where, name, values in links(site_dir)
        if name in calculators.names() and where != f"rekenhulpen/{name}"
        for day in (date.fromisoformat(TODAY), date.fromisoformat(TODAY) + timedelta(days=30))
    ]
    today, later = told[::2], told[1::2]
    assert today == later
    assert [text for _, text in told if re.search(r"\b(?:vandaag|nu)\b", text, re.IGNORECASE)] == []


def test_all_examples_assume_the_same_hours_of_supervision(site_dir: Path) -> None:
    assumed = set()
    for where, name, values in links(site_dir):
        if name == "wie-betaalt-wat" and not where.startswith(("rekenhulpen/", "verhalen/")):
            given = read_link(values)
            if given.keys() & {"werkervaringsplaats-start", "detachering-start"}:
                assumed.add((given.get("begeleiding-uren"), given.get("begeleiding-uurloon")))
    assert assumed == {("2", "30")}


@pytest.mark.parametrize("name", calculators.names())
def test_the_worked_examples_of_a_calculator_are_offered_as_links(site_dir: Path, name: str) -> None:
    assert sum(target == name for where, target, _ in links(site_dir) if where == f"rekenhulpen/{name}") >= 3
