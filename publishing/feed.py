"""The feed of changes: the entries of docs/wijzigingen.toml, with their texts as the page /wijzigingen/ shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

from publishing import built_page
from publishing.prose import Change, changes

ATOM = "http://www.w3.org/2005/Atom"
PAGE = "wijzigingen/"
LEVELS = (2, 3)  # of the headings between which an entry stands
# The first word of an anchor -> its categories, as (term, label).
CATEGORIES = {
    "wet": [("wet", "Wet")],
    "plan": [("wet", "Wet"), ("plan", "Nog geen wet")],
    "site": [("site", "Deze site")],
}


class FeedError(ValueError):
    """The page of changes cannot become a feed; the text says which entry is wrong."""


@dataclass(frozen=True)
class Entry:
    """One change as it stands on the page."""

    change: Change
    title: str
    html: str

    @property
    def day(self) -> str:
        """The day of its last change."""
        return self.change.dag.isoformat()

    @property
    def categories(self) -> list[tuple[str, str]]:
        """What the change is about."""
        return CATEGORIES[self.change.about]


def entries(page: str, table: list[Change], address: str) -> list[Entry]:
    """The entries with their texts in the built page, newest first; addresses in those are whole."""
    headings = [heading for heading in built_page.read(page).headings if heading.level in LEVELS]
    places = {heading.anchor: place for place, heading in enumerate(headings[:-1])}  # below the last is no entry
    found = []
    for change in table:
        if change.about not in CATEGORIES or change.anker not in places:
            raise FeedError(f"wijzigingen.toml: the entry {change.anker} does not stand on the page.")
        heading, following = headings[places[change.anker]], headings[places[change.anker] + 1]
        text = page[heading.end : following.start].strip()
        found.append(Entry(change, heading.text, with_whole_addresses(text, address)))
    return sorted(found, key=lambda entry: entry.day, reverse=True)


def with_whole_addresses(text: str, address: str) -> str:
    """A link in a feed has no page to start from."""
    return re.sub(r'\bhref="([^"]*)"', lambda link: f'href="{urljoin(address, link.group(1))}"', text)


def element(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    """Add an element of Atom."""
    added = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    added.text = text or None
    return added


def write(site: Path, site_url: str, docs: Path) -> None:
    """Write wijzigingen/feed.xml."""
    address = site_url.rstrip("/") + "/" + PAGE
    found = entries((site / PAGE / "index.html").read_text("utf-8"), changes(docs), address)
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "nl"})
    element(feed, "title", "Spoorwijzer: wat is er veranderd?")
    element(feed, "id", address)
    element(feed, "updated", moment(found[0].day))
    element(feed, "link", rel="self", type="application/atom+xml", href=f"{address}feed.xml")
    element(feed, "link", rel="alternate", type="text/html", href=address)
    element(element(feed, "author"), "name", "Spoorwijzer")
    for entry in found:
        item = element(feed, "entry")
        element(item, "title", entry.title)
        element(item, "id", f"{address}#{entry.change.anker}")
        element(item, "updated", moment(entry.day))
        element(item, "link", rel="alternate", type="text/html", href=f"{address}#{entry.change.anker}")
        for term, label in entry.categories:
            element(item, "category", term=term, label=label)
        element(item, "content", entry.html, type="html")
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    (site / PAGE / "feed.xml").write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n', "utf-8")


def moment(day: str) -> str:
    """Atom wants a time as well; the page knows days only."""
    return f"{day}T12:00:00Z"
