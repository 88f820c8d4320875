"""`make review` names what must be read again, the oldest first, with what hangs on it and where to read."""

from datetime import date
from pathlib import Path

import pytest

from calculators.freshness import figures_due
from publishing.review import claims_due, days_in_texts, main, pages_due, review, together

DAY = date(2026, 12, 1)
PAGE = """---
title: Plek
gecontroleerd_op: 2026-11-28
---

Meld u tot en met 31 december 2026 aan. Het begon op 1 juli 2026. Nagekeken op 28 november 2026.
Daarna geldt iets anders: vanaf 31 januari 2027. Op 30 januari 2027 nog niet. Op 31 februari 2027 nooit.
"""
CLAIMS = """
[[claim]]
tekst = "Nog geen wet."
review_by = 2027-01-30
paginas = ["/wijzigingen/"]
adressen = ["https://voorbeeld.nl/wet"]

[[claim]]
tekst = "Pas later."
review_by = 2027-01-31
"""


CONTACT = """
[uwv]
naam = "UWV"
waarvoor = "vragen"
site = "https://www.uwv.nl/"
gelezen = "https://www.uwv.nl/"
nagekeken_op = 2026-06-01
opnieuw_voor = 2026-12-01
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for path, text in {
        "docs/plek.md": PAGE,
        "docs/oud.md": PAGE.replace("2026-11-28", "2026-06-01").replace("december 2026", "juni 2025"),
        "docs/zonder.md": "# Geen voorwerk",
        "calculators/hulp/wording.toml": 'tekst = "Dat kan tot 1 oktober 2026."',
        "calculators/hulp/cases.toml": 'name = "Op 1 oktober 2026"',
        "tests/docs/claims.toml": CLAIMS,
        "docs/contacten.toml": CONTACT,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def test_a_page_is_due_half_a_year_after_it_was_checked(tree: Path):
    assert [one.what for one in pages_due(tree / "docs", DAY, 60)] == ["/oud/"]
    assert [one.day for one in pages_due(tree / "docs", DAY, 60)] == [date(2026, 11, 30)]
    assert list(pages_due(tree / "docs", date(2026, 9, 30), 60)) == []


def test_a_day_that_lay_ahead_when_the_text_was_checked_is_named_until_two_months_ahead(tree: Path):
    found = [(one.day, one.what.split(":")[0]) for one in days_in_texts(tree, DAY, 60)]
    assert (date(2026, 12, 31), "/plek/ line 6") in found
    assert (date(2027, 1, 30), "/plek/ line 7") in found
    assert (date(2026, 10, 1), "calculators/hulp/wording.toml line 1") in found
    of_the_page = {day for day, where in found if where.startswith("/plek/")}
    assert of_the_page == {date(2026, 12, 31), date(2027, 1, 30)}


def test_a_claim_is_named_with_its_pages_and_addresses_when_its_day_comes(tree: Path):
    (found,) = claims_due(tree / "tests/docs/claims.toml", DAY, 60)
    assert (found.day, found.used_by, found.addresses) == (
        date(2027, 1, 30),
        ("/wijzigingen/",),
        ("https://voorbeeld.nl/wet",),
    )
    assert list(claims_due(tree / "no such file", DAY, 60)) == []


def test_a_figure_is_named_with_each_reason_and_what_hangs_on_it():
    shown = {"loon.maximumdagloon": [("Loon", "/regelingen/loondoorbetaling/")]}
    found = [one for one in figures_due(DAY, 60, shown) if one.what.startswith("loon.maximumdagloon ")]
    assert {"known_until", "review_by"} >= {one.why for one in found if one.why != "voorlopig"}
    assert found
    for one in found:
        assert one.used_by[0] == "/regelingen/loondoorbetaling/"
        assert "/rekenhulpen/no-riskpolis/" in one.used_by
        assert one.addresses


def test_everything_is_due_sooner_or_later_and_the_oldest_stands_first(tree: Path):
    found = review(tree, date(2030, 1, 1))
    assert all(found.values())
    for due in found.values():
        assert [one.day for one in due] == sorted(one.day for one in due)
    sources = found["Sources"]
    assert sum(len(group) for group in together(sources)) == len(sources)


def test_the_command_ends_with_one_when_a_day_has_passed(tree: Path, capsys: pytest.CaptureFixture[str]):
    listed = tree / "addresses.txt"
    assert main(["--root", str(tree), "--today", "2030-01-01", "--addresses", str(listed)]) == 1
    days = [line[:10] for line in listed.read_text("utf-8").splitlines() if not line.startswith(" ")]
    assert len(days) > 100
    assert days == sorted(days)
    told = capsys.readouterr().out
    assert "# Figures: " in told
    assert "    read: https://" in told
    assert "    used by: /" in told
