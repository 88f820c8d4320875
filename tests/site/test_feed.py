"""The feed of changes: valid Atom, with addresses that stay, law and site apart."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publishing import feed
from publishing.prose import Change, changes, read
from tests.conftest import ROOT

NAMES = {"a": feed.ATOM}
ENTRY = '<h3 id="{id}">{title}<a class="headerlink" href="#x">#</a></h3><p>Zie <a href="../over/">x</a></p>'
ADDRESS = "https://site.example/wijzigingen/"


@pytest.fixture(scope="module")
def atom(site_dir: Path) -> ElementTree.Element:
    """The feed of the built site."""
    return ElementTree.parse(site_dir / "wijzigingen" / "feed.xml").getroot()  # noqa: S314 - we wrote it


def test_the_feed_has_what_atom_asks_for(atom: ElementTree.Element) -> None:
    assert atom.tag == f"{{{feed.ATOM}}}feed"
    assert atom.findtext("a:author/a:name", namespaces=NAMES)
    for part in [atom, *atom.findall("a:entry", NAMES)]:
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"a:{name}", NAMES)) == 1
        assert datetime.fromisoformat(part.findtext("a:updated", "", NAMES)).tzinfo
    itself = atom.find("a:link[@rel='self']", NAMES)
    assert itself is not None
    assert itself.get("href") == f"{atom.findtext('a:id', namespaces=NAMES)}feed.xml"


def test_every_entry_of_the_page_stands_in_the_feed_under_its_own_address(atom: ElementTree.Element) -> None:
    anchors = [change.anker for change in changes(ROOT / "docs")]
    found = [entry.findtext("a:id", "", NAMES).partition("#")[2] for entry in atom.findall("a:entry", NAMES)]
    assert sorted(found) == sorted(anchors)
    published = (ROOT / "links.txt").read_text("utf-8").splitlines()
    assert {f"/wijzigingen/#{anchor}" for anchor in anchors} <= set(published)


def test_law_plans_and_site_are_told_apart(atom: ElementTree.Element) -> None:
    terms = {
        entry.findtext("a:id", "", NAMES).partition("#")[2].split("-")[0]: [
            category.get("term") for category in entry.findall("a:category", NAMES)
        ]
        for entry in atom.findall("a:entry", NAMES)
    }
    assert terms == {"wet": ["wet"], "plan": ["wet", "plan"], "site": ["site"]}


def test_the_newest_entry_comes_first_with_whole_addresses() -> None:
    page = ENTRY.format(id="wet-a", title="Eén") + ENTRY.format(id="site-b", title="Twee") + "<h2>Wat nu?</h2>"
    table = [Change("wet-a", "Eén", date(2026, 1, 2), "x"), Change("site-b", "Twee", date(2026, 3, 4), "x")]
    entries = feed.entries(page, table, ADDRESS)
    assert [(entry.change.anker, entry.title, entry.day) for entry in entries] == [
        ("site-b", "Twee", "2026-03-04"),
        ("wet-a", "Eén", "2026-01-02"),
    ]
    assert {entry.html for entry in entries} == {'<p>Zie <a href="https://site.example/over/">x</a></p>'}


@pytest.mark.parametrize("anchor", ["wet-b", "nieuws-a"])
def test_an_entry_that_is_not_on_the_page_ends_the_build_and_is_named(anchor: str) -> None:
    page = ENTRY.format(id="wet-a", title="x") + ENTRY.format(id="nieuws-a", title="x") + "<h2>Wat nu?</h2>"
    with pytest.raises(feed.FeedError, match=anchor):
        feed.entries(page, [Change(anchor, "x", date(2026, 1, 2), "x")], ADDRESS)


def test_the_page_of_changes_has_every_entry_of_the_table_with_its_day(tmp_path: Path) -> None:
    (tmp_path / "wijzigingen.toml").write_text(
        "[[wijziging]]\nanker = 'plan-x'\ntitel = 'Later'\ndag = 2026-03-04\ntekst = 'Misschien.'\n"
        "[[wijziging]]\nanker = 'wet-y'\ntitel = 'Nu'\ndag = 2026-01-02\ntekst = 'Zeker.'\n"
    )
    (tmp_path / "wijzigingen.md").write_text('# Kop\n\n{{ wijzigingen("wet") }}\n\n{{ bron("z") }}\n')
    expected = '# Kop\n\n### Nu { #wet-y data-dag="2026-01-02" }\n\nZeker.\n\n{{ bron("z") }}\n'
    assert read(tmp_path / "wijzigingen.md") == expected
    entries = changes(ROOT / "docs")
    page = read(ROOT / "docs" / "wijzigingen.md")
    assert [entry.anker for entry in entries if entry.markdown not in page] == []


def test_every_page_names_the_feed(site_dir: Path, addresses: list[str]) -> None:
    for address in addresses[:-1]:
        text = (site_dir / address.strip("/") / "index.html").read_text("utf-8")
        assert re.search(r'<link rel="alternate ?" type="application/atom\+xml"[^>]* href="[^"]*feed.xml"', text), (
            address
        )


def test_every_plan_is_marked_as_no_law_yet(site_dir: Path) -> None:
    text = (site_dir / "wijzigingen" / "index.html").read_text("utf-8")
    for anchor in re.findall(r'<h3 id="(plan-[\w-]+)"', text):
        after = text.partition(f'id="{anchor}"')[2]
        assert re.match(r'[^\n]*</h3>\s*<p class="sw-nog-geen-wet">', after), anchor
