"""What can be found: each page of the built site and each term of the glossary, cut at its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from lxml import etree, html

LEFT_OUT = "[@data-niet-zoeken]"  # a page with this in it is found by nobody
NOT_READ = (
    "script | style | template | form | output | nav | button | svg | *[@hidden] | *[@data-search-exclude]"
    " | a[contains(@class, 'headerlink')] | *[contains(@class, 'sw-zekerheid')] | *[contains(@class, 'sw-legenda')]"
    " | *[contains(@class, 'sw-gecontroleerd')] | *[contains(@class, 'sw-afdruk')] | *[contains(@class, 'sw-bronvouw')]"
    " | *[contains(@class, 'sw-voorbeelduitkomst')] | *[contains(@class, 'sw-verhaal')]"
    " | *[contains(@class, 'sw-bronregel')] | *[contains(@class, 'sw-vorige')] | *[contains(@class, 'sw-zeker-uitleg')]"
)
NO_SECTION = {"bronnen", "bron", "wat nu?"}  # where an answer comes from, or what to do next, is not an answer
GLOSSARY = "begrippen/"
OUTCOMES = "wegwijzer/"
HEADINGS = {"h1", "h2", "h3"}
INLINE = {"a", "strong", "em", "span", "data", "abbr", "b", "i", "code", "time", "sup", "sub", "small", "mark", "q"}
EXCERPT = 60  # letters of what stands under a heading
LEAD = re.compile(r"(Kort antwoord\.|Regel:)\s*")
END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s")


@dataclass
class Section:
    """A heading and what stands under it, up to the next."""

    heading: str
    anchor: str
    text: str = ""
    sentences: str = ""  # the text without its tables

    @property
    def excerpt(self) -> str:
        """The first sentences, as many as fit."""
        text = LEAD.sub("", self.sentences or self.text)
        found = ""
        for sentence in END_OF_SENTENCE.split(text):
            if found and len(found) + len(sentence) > EXCERPT:
                break
            found = f"{found} {sentence}".strip()
        return found if len(found) <= EXCERPT + 30 else found[:EXCERPT].rsplit(" ", 1)[0] + " …"


@dataclass
class Place:
    """A page or a term: where it stands, for whom, what people type for it, its sections (first its beginning)."""

    address: str
    title: str
    description: str
    role: str
    phrases: list[str]
    weight: float
    sections: list[Section] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        """The name of an outcome of the decision helper, which more than one role may have."""
        return self.address.split("/")[-2] if self.address.startswith(OUTCOMES) and self.address.count("/") > 2 else ""


def places(site: Path, front: dict[str, dict[str, Any]], terms: dict[str, list[str]]) -> Iterator[Place]:
    """Read all pages of a built site, given the front matter of each address, and the phrases of each term."""
    for file in sorted(site.glob("*/**/index.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        page = html.fromstring(file.read_text("utf-8").replace("\u00ad", ""))
        if address not in front:
            continue
        is_twin = bool(page.xpath(f"//*{LEFT_OUT}"))
        if is_twin and not address.startswith(OUTCOMES):
            continue
        meta = front[address]
        place = Place(
            address,
            str(meta["title"]),
            str(meta["description"]),
            str(meta["rol"]),
            [str(phrase) for phrase in meta.get("ook_gezocht_als", [])],
            float(meta.get("zoekgewicht", 1)),
        )
        article = page.xpath("//article")[0]
        sections = [section for section in read(article) if section.heading.lower() not in NO_SECTION]
        if address == GLOSSARY:
            yield from (term(place, section, terms) for section in sections[1:] if section.anchor in terms)
            sections = sections[:1]
        place.sections = [Section(sections[0].heading, "")] if is_twin else sections
        yield place


def term(glossary: Place, section: Section, terms: dict[str, list[str]]) -> Place:
    """A term of the glossary is a place of its own."""
    section.text = section.sentences = section.text.partition("Waar kom je het tegen?")[0].strip()
    address = f"{glossary.address}#{section.anchor}"
    own = Section(section.heading, "", section.text, section.sentences)
    return Place(address, section.heading, own.excerpt, glossary.role, terms[section.anchor], 1.0, [own])


def read(article: html.HtmlElement) -> list[Section]:
    """Cut an article at its second and third headings."""
    for selector in NOT_READ.split(" | "):
        for element in article.xpath(f".//{selector}"):
            element.drop_tree()
    found = [Section("", "")]
    for kind, text in pieces(article):
        if kind == "h1":
            found[0].heading = text
        elif kind in ("text", "table"):
            found[-1].text += text
            found[-1].sentences += text if kind == "text" else ""
        else:
            found.append(Section(text, kind.removeprefix("#")))
    for section in found:
        section.text = " ".join(section.text.split())
        section.sentences = " ".join(section.sentences.split())
    return found


def pieces(article: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield headings (by #anchor, the first as h1) and the texts between them, as they are read."""
    heading = table = None
    for event, element in etree.iterwalk(article, events=("start", "end")):
        space = "" if element.tag in INLINE else " "
        if element.tag == "table" and table in (None, element):
            table = element if event == "start" else None
        kind = "text" if table is None else "table"
        if event == "start" and heading is None and element.tag in HEADINGS:
            heading = element
            if element.tag == "h1" or element.get("id"):
                yield ("h1" if element.tag == "h1" else f"#{element.get('id')}"), text_of(element)
        elif event == "start" and heading is None:
            yield kind, space + (element.text or "")
        elif event == "end" and heading in (None, element):
            heading = None
            yield kind, space + (element.tail or "")


def text_of(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def front_matter(docs: Path) -> dict[str, dict[str, Any]]:
    """Give the front matter of every source, by the address of its page."""
    found = {}
    for file in docs.rglob("*.md"):
        head = file.read_text("utf-8").split("---\n", 2)[1]
        name = file.relative_to(docs).with_suffix("").as_posix()
        address = name.removesuffix("index") if name.endswith("index") else f"{name}/"
        found[address] = yaml.load(head, yaml.CSafeLoader)
    return found
