"""Whom to call: every contact is dated, used, and shown where a page sends its reader away."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from publishing import contacts
from tests.alike import of_each
from tests.conftest import TODAY
from tests.docs.pages import DOCS, Page, named, pages

CONTACTS = contacts.read(DOCS)
SENDS_AWAY = re.compile(
    r"\b(?:vraag|bel|meld|schrijf) (?:het )?(?:dan )?"
    r"(?:UWV|een jurist|het Juridisch Loket|de Autoriteit Persoonsgegevens)",
    re.IGNORECASE,
)
A_WAY = re.compile(r"\{\{ contact(?:en)?\(|wie-bel-ik\.md")


@pytest.mark.parametrize("name", CONTACTS)
def test_a_contact_was_checked_and_is_checked_again_within_half_a_year(name: str):
    checked, again = CONTACTS[name]["nagekeken_op"], CONTACTS[name]["opnieuw_voor"]
    assert checked <= date.fromisoformat(TODAY) < again
    assert (again - checked).days <= 183


@pytest.mark.parametrize("name", CONTACTS)
def test_a_contact_stands_on_the_page_of_all_with_a_way_to_get_there(name: str):
    item = re.search(rf'<li id="{name}">(.*?)</li>', contacts.items(DOCS))
    assert item
    assert CONTACTS[name]["waarvoor"] in item[1]
    assert "Nagekeken op" in item[1]
    assert re.search(r'href="https://|href="tel:|Zoek op internet|Vraag', item[1])


def test_every_contact_of_a_page_exists():
    asked = {name for page in pages() for name in page.calls("contact")}
    assert asked <= set(CONTACTS)
    assert len(asked) >= 7


def test_a_contact_without_a_way_or_a_source_is_refused(tmp_path: Path):
    day = "nagekeken_op = 2026-11-28\nopnieuw_voor = 2027-02-28\n"
    rest = '[x]\nnaam = "X"\nwaarvoor = "y"\n' + day
    for extra in ('gelezen = "https://x.nl/"\n', 'site = "https://x.nl/"\n', 'bestaat-niet = "1"\n'):
        (tmp_path / contacts.FILE).write_text(rest + extra, "utf-8")
        with pytest.raises(ValueError, match="x:"):
            contacts.read(tmp_path)


def test_a_contact_is_due_before_its_day_has_passed():
    everything = list(contacts.due(DOCS, date(2027, 5, 1), 60))
    assert len(everything) == len(CONTACTS)
    assert list(contacts.due(DOCS, date.fromisoformat(TODAY), 30)) == []


@of_each(named(pages()))
def test_no_page_sends_its_reader_away_without_the_way(page: Page):
    if SENDS_AWAY.search(re.sub(r"^>.*$", "", page.prose, flags=re.MULTILINE)):
        assert A_WAY.search(page.body), SENDS_AWAY.findall(page.prose)
