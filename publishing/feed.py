"""The feed of changes, made from the built page /wijzigingen/: one entry for each heading that has a day.

In docs/wijzigingen.md a heading of an entry reads `### Title { #wet-2026-07-01 data-dag="2026-11-21" }`: the anchor
says what it is about (wet, plan or site) and never changes; data-dag is the day on which the text was last changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

from publishing import built_page

ATOM = "http://www.w3.org/2005/Atom"
PAGE = "wijzigingen/"
END_OF_LAST = re.compile(r"<p class=\"sw-(?:gecontroleerd|afdruk)\"|</article>")
LEVELS = (2, 3)
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
    """One change: its anchor, heading, day and text."""

    anchor: str
    title: str
    day: str
    html: str

    @property
    def categories(self) -> list[tuple[str, str]]:
        """What the change is about."""
        return CATEGORIES[self.anchor.split("-")[0]]


def entries(page: str, address: str) -> list[Entry]:
    """The entries of the built page, newest first; addresses in their text are whole."""
    headings = [heading for heading in built_page.read(page).headings if heading.level in LEVELS]
    found = []
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        if heading.anchor.split("-")[0] not in CATEGORIES:
            continue
        day = heading.attributes.get("data-dag", "")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            raise FeedError(f'wijzigingen.md: the entry #{heading.anchor} needs a day, such as data-dag="2026-11-21".')
        text = page[heading.end : following.start if following else len(page)]
        text = END_OF_LAST.split(text)[0].strip()
        found.append(Entry(heading.anchor, heading.text, day, with_whole_addresses(text, address)))
    if not found:
        raise FeedError("wijzigingen.md has no entry for the feed.")
    return sorted(found, key=lambda entry: entry.day, reverse=True)


def with_whole_addresses(text: str, address: str) -> str:
    """A link in a feed has no page to start from."""
    return re.sub(r'\bhref="([^"]*)"', lambda link: f'href="{urljoin(address, link.group(1))}"', text)


def element(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    """Add an element of Atom."""
    added = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    added.text = text or None
    return added


def write(site: Path, site_url: str) -> None:
    """Write wijzigingen/feed.xml."""
    address = site_url.rstrip("/") + "/" + PAGE
    found = entries((site / PAGE / "index.html").read_text("utf-8"), address)
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
        element(item, "id", f"{address}#{entry.anchor}")
        element(item, "updated", moment(entry.day))
        element(item, "link", rel="alternate", type="text/html", href=f"{address}#{entry.anchor}")
        for term, label in entry.categories:
            element(item, "category", term=term, label=label)
        element(item, "content", entry.html, type="html")
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    (site / PAGE / "feed.xml").write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n', "utf-8")


def moment(day: str) -> str:
    """Atom wants a time as well; the page knows days only."""
    return f"{day}T12:00:00Z"
