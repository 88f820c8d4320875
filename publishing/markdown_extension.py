"""Figures and calculators in prose: {{ cijfer("...") }}, {{ bron("...") }}, {{ rekenhulp("...") }}, …

An inline pattern, so code spans and code blocks are never touched: Python-Markdown
takes those away before it looks for ours. A name that nobody knows ends the build.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

import segno
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from calculators import page
from calculators.filled_in import filled_in
from calculators.wegwijzer import pages as wegwijzer
from publishing import components, contacts, figure_uses, finishing, publisher, stories
from publishing.calls import CALL

VALUES = "data-values"  # holds the values of a link between the two treeprocessors
BLOCKS = {"p", "li", "td", "th", "dd"}
# An address as it stands in a built page, or as it is written: zensical works addresses out after this.
CALCULATOR = re.compile(r"rekenhulpen/([a-z0-9-]+)(?:/|\.md)$")


class UnknownNameError(ValueError):
    """Prose asks for a figure, source, calculator or macro that does not exist."""


class EuroProcessor(InlineProcessor):
    """Keeps a euro sign on one line with the figure that follows it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"€ (?=\{\{)", md)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name and the narrower return are Python-Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - Python-Markdown gives it
    ) -> tuple[str, int, int]:
        return "€\N{NO-BREAK SPACE}", m.start(0), m.end(0)


class CallProcessor(InlineProcessor):
    """Replaces one call in braces by the HTML that it stands for."""

    def __init__(self, md: Markdown, calls: dict[str, Callable[[str], str | Element]], prefix: str) -> None:
        super().__init__(CALL, md)
        self.calls = calls
        self.prefix = prefix

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name and the narrower return are Python-Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - Python-Markdown gives it
    ) -> tuple[Element | str | None, int | None, int | None]:
        name, argument = m.group(1), m.group(2) or ""
        if name not in self.calls:
            known = ", ".join(sorted(self.calls))
            raise UnknownNameError(f"{m.group(0)}: '{name}' bestaat niet. Wel: {known}.")
        try:
            html = self.calls[name](argument)
        except KeyError as error:
            reason = error.args[0] if error.args else argument
            raise UnknownNameError(f"{m.group(0)}: onbekende naam '{argument}' ({reason})") from error
        if isinstance(html, Element):
            return html, m.start(0), m.end(0)
        return self.md.htmlStash.store(self._from_site_root(html)), m.start(0), m.end(0)

    def _from_site_root(self, html: str) -> str:
        """Let a link that starts at the site's root also work when the site lives in a folder."""
        if self.prefix == "/":
            return html
        return re.sub(r'\b(href|src)="/(?!/)', rf'\1="{self.prefix}', html)


class SetValuesAside(Treeprocessor):
    """Takes the values off a link to a filled-in calculator, so that the generator looks for no such anchor."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            page_of_link, _, values = link.get("href", "").partition("#")
            if "=" in values:
                link.set("href", page_of_link)
                link.set(VALUES, values)


class PutValuesBack(Treeprocessor):
    """Puts the values back behind the address that the generator worked out, and says what comes out of them."""

    def __init__(self, md: Markdown, today: date) -> None:
        super().__init__(md)
        self.today = today

    def run(self, root: Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        for link in list(root.iter("a")):
            address, values = link.get("href", ""), link.attrib.pop(VALUES, "")
            if not values:
                continue
            link.set("href", f"{address}#{values}")
            if calculator := CALCULATOR.search(address):
                block = parents[link]
                while block.tag not in BLOCKS and block in parents:
                    block = parents[block]
                self._tell(block, filled_in(calculator[1], values, self.today).outcome)

    def _tell(self, block: Element, outcome: str) -> None:
        """Say it at the end of the paragraph, so that no sentence is broken off."""
        told = SubElement(block, "span", {"class": "sw-voorbeelduitkomst"})
        SubElement(told, "strong").text = "In dit voorbeeld:"
        told[0].tail = f" {outcome}"


class SpoorwijzerExtension(Extension):
    """Registers the calls that writers may use; mkdocs.yml gives the configuration."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "docs_dir": ["docs", "folder of the prose, for the list of figures in use"],
            "site_url": ["/", "address of the site"],
            "links": ["links.txt", "list of the addresses that stay, the only ones that prose may print in full"],
            "owner": ["", "who publishes this copy"],
            "contact": ["", "e-mail address or page of who publishes it"],
            "today": ["", "day on which the site is built, YYYY-MM-DD; empty: the clock's"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        # mkdocs reads a day from the environment as a date already.
        today = date.fromisoformat(str(self.getConfig("today") or date.today()))
        site_url = str(self.getConfig("site_url"))
        docs = Path(self.getConfig("docs_dir"))
        links = Path(self.getConfig("links"))
        told = stories.Stories(docs, today)
        its = publisher.Publisher(str(self.getConfig("owner") or ""), str(self.getConfig("contact") or ""))
        calls: dict[str, Callable[[str], str | Element]] = {
            "cijfer": lambda name: with_link_to_source(name, page.figure_html(name, today)),
            "bron": page.source_html,
            "contact": lambda name: contacts.line(contacts.read(docs)[name]),
            "contacten": lambda _: contacts.items(docs),
            "rekenhulp": lambda name: page.calculator_html(name, today, site_url),
            "strook": lambda name: page.strip_html(name, today),
            "document": lambda name: page.calculator_html(f"documenten/{name}", today, site_url),
            "zekerheid": finishing.certainty,
            "adres": lambda address: whole_address(address, site_url, links),
            "qr": lambda address: qr_html(address, whole_address(address, site_url, links)),
            "kort_adres": lambda word: whole_address(f"/l/{word}/", site_url, links),
            "korte_adressen": lambda _: page.short_addresses_html(site_url, qr_html),
            "letters": lambda _: letters_html((docs / "begrippen.md").read_text("utf-8")),
            "verhaal": told.whole,
            "verzonnen": lambda _: page.made_up_html(),
            "verhaal_dag": told.day,
            "verhaal_zegt": told.said,
            "uitgever": lambda _: its.who(),
            "fout_melden": lambda _: its.report(),
            "wegwijzer": lambda name: wegwijzer_html(name, today),
            "licenties": lambda _: components.html(components.read()),
            "bronnenlijst": lambda _: list_of_figures(page.sources_page_html(uses_of_figures(docs), today)),
        }
        prefix = urlsplit(site_url).path.rstrip("/") + "/"
        # 175: after code spans and backslash escapes (190, 180), before links and emphasis.
        md.inlinePatterns.register(CallProcessor(md, calls, prefix), "spoorwijzer", 175)
        md.inlinePatterns.register(EuroProcessor(md), "euro", 176)  # while the call still stands there
        # Around 0, where mkdocs turns file names into addresses and looks for anchors.
        md.treeprocessors.register(SetValuesAside(md), "values-aside", 0.5)
        md.treeprocessors.register(PutValuesBack(md, today), "values-back", -0.5)
        md.treeprocessors.register(finishing.Finish(md, prefix), "finish", -2)


def wegwijzer_html(name: str, today: date) -> str:
    """A page of the decision helper, such as `werknemer/wat-speelt-er`; without a name the choice of a role."""
    if not name:
        return wegwijzer.start_html()
    return wegwijzer.page_html(name, today, lambda figure: with_link_to_source(figure, page.figure_html(figure, today)))


def with_link_to_source(figure: str, html: str) -> str:
    """A figure in prose leads to its history and source on /bronnen/."""
    anchor = re.sub(r"[._]", "-", figure)
    return f'<a class="sw-naar-bron" href="/bronnen/#cijfer-{anchor}" title="Waar dit cijfer vandaan komt">{html}</a>'


def uses_of_figures(docs: Path) -> dict[str, list[tuple[str, str]]]:
    """Where each figure is used: on which page of prose, or somewhere in the decision helper."""
    uses = figure_uses.find(docs)
    for figure in wegwijzer.figures():
        uses.setdefault(figure, []).append(("Wegwijzer", "/wegwijzer/"))
    return uses


def list_of_figures(html: str) -> str:
    """All figures, left out of the search index: every page of the site loads that."""
    return f"<div data-search-exclude>{finishing.html_with_soft_hyphens(html)}</div>"


def letters_html(glossary: str) -> str:
    """Above the glossary: each letter leads to its first term, and a field filters the terms."""
    first: dict[str, str] = {}
    for term, anchor in re.findall(r"^## (.+?) \{ #(\S+) \}$", glossary, re.MULTILINE):
        first.setdefault(term[0].upper() if term[0].isalpha() else "0–9", anchor)
    letters = "".join(f'<li><a href="#{anchor}">{letter}</a></li>' for letter, anchor in first.items())
    return (
        '<p class="sw-filter sw-met-script"><label for="filter">Zoek een begrip</label> '
        '<input id="filter" type="search" autocomplete="off" data-filter="article h2[id]" data-een="1 begrip" '
        'data-meer="{aantal} begrippen" data-geen="Niets gevonden"> <span role="status"></span></p>'
        f'<nav aria-label="Begrippen op letter"><ul class="sw-letters">{letters}</ul></nav>'
    )


def whole_address(address: str, site_url: str, links: Path) -> str:
    """An address of this site in full, to be copied or printed: only one that stays (links.txt)."""
    if address not in links.read_text("utf-8").splitlines():
        raise KeyError("dit adres staat niet in links.txt")
    return site_url.rstrip("/") + address


def qr_html(address: str, whole: str) -> str:
    """The QR code of an address, folded: a drawing without styles of its own, always black on white."""
    drawing = segno.make(whole, micro=False).svg_inline(omitsize=True, dark="#000", light="#fff", lineclass=None)
    drawing = drawing.replace("<svg ", f'<svg role="img" aria-label="QR-code van {whole}" ', 1)
    return (
        f'<details class="sw-qr" data-search-exclude><summary>QR-code van <span>{address}</span></summary>'
        f"<figure>{drawing}<figcaption>{whole}</figcaption></figure></details>"
    )


def makeExtension(**kwargs: Any) -> SpoorwijzerExtension:  # noqa: N802 - Python-Markdown's name
    """Python-Markdown looks for this name."""
    return SpoorwijzerExtension(**kwargs)
