"""The feed of changes: valid Atom, with addresses that stay, law and site apart."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publishing import feed
from tests.conftest import ROOT

NAMES = {"a": feed.ATOM}
ENTRY = (
    '<h3 id="{id}" data-dag="{day}">{title}<a class="headerlink" href="#x">#</a></h3>'
    '<p>Zie <a href="../over/">x</a></p>'
)
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
    anchors = re.findall(r"\{ #((?:wet|plan|site)-[\w-]+) ", (ROOT / "docs" / "wijzigingen.md").read_text("utf-8"))
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
    page = ENTRY.format(id="wet-a", day="2026-01-02", title="Eén") + ENTRY.format(
        id="site-b", day="2026-03-04", title="Twee"
    )
    entries = feed.entries(page, ADDRESS)
    assert [(entry.anchor, entry.title, entry.day) for entry in entries] == [
        ("site-b", "Twee", "2026-03-04"),
        ("wet-a", "Eén", "2026-01-02"),
    ]
    assert entries[0].html == '<p>Zie <a href="https://site.example/over/">x</a></p>'


def test_an_entry_without_a_day_ends_the_build_and_is_named() -> None:
    with pytest.raises(feed.FeedError, match="#wet-a"):
        feed.entries(ENTRY.format(id="wet-a", day="", title="x"), ADDRESS)


def test_a_page_without_entries_is_an_error() -> None:
    with pytest.raises(feed.FeedError, match="no entry"):
        feed.entries("<h2 id='iets'>Iets</h2>", ADDRESS)


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
