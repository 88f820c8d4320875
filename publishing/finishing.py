"""The last touches to the prose of a page, once its links are known: what a reader on a telephone needs of it.

Rows of tables know their head and their labels, marks of certainty stand glued to what they are about, the sign behind
a heading stays with its last word, and long words say where they may be broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

HYPHENS = Path(__file__).with_name("soft_hyphens.txt")
SOFT_HYPHEN = "\u00ad"
NOT_BROKEN = {"code", "pre", "script", "style", "svg", "textarea", "template"}
STASHED = re.compile("\u0002wzxhzdk:(\\d+)\u0003")  # where Python-Markdown will put back HTML that it set aside
PARAGRAPHS = {"p", "li", "td", "th", "dd", "h1", "h2", "h3"}
CERTAINTIES = {
    "wet": "Het staat in de wet of in een regeling.",
    "rechtspraak": "Een rechter heeft het zo beslist. De uitspraak staat bij de bronnen.",
    "UWV-beleid": "UWV werkt zo. De wet noemt het niet precies.",
    "cao of polis": "Het hangt af van de cao of van de verzekering.",
    "afspraak": "U spreekt het samen af.",
    "praktijk": "Veel mensen doen het zo. Het hoeft niet.",
}
LEGEND = "Een woord in een kader zegt waar de zin op steunt. Kies het woord voor de uitleg."
EXPLAINED = "over/#hoe-zeker-is-een-antwoord"


def certainty(word: str) -> Element:
    """The mark that says what a sentence rests on: a word, not a colour; it opens its explanation."""
    if word not in CERTAINTIES:
        raise KeyError(f"wel: {', '.join(CERTAINTIES)}")
    mark = Element("button", {"type": "button", "class": "sw-zekerheid", "popovertarget": _anchor(word)})
    mark.text = word
    return mark


def _anchor(word: str) -> str:
    return f"zekerheid-{word.lower().replace(' ', '-')}"


class Finish(Treeprocessor):
    """Does all of it, in the order in which one builds on the other."""

    def __init__(self, md: Markdown, prefix: str) -> None:
        super().__init__(md)
        self.prefix = prefix

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            self._label(table)
        self._mark(root)
        for heading in root.iterfind(".//summary/h2"):  # nothing to press within what is pressed to open
            for sign in heading.findall("a[@class='headerlink']"):
                heading.remove(sign)
        for heading in [*root.iter("h2"), *root.iter("h3")]:
            for sign in heading.findall("a[@class='headerlink']"):
                _glue(heading, sign)
        _break_words(root)

    def _label(self, table: Element) -> None:
        """Let every row of a table have a head, and every other cell the name of its column."""
        names = [self._text(head) for head in table.iterfind("thead/tr/th")]
        if not names:
            return
        for row in table.iterfind("tbody/tr"):
            for name, cell in zip(names, row, strict=False):
                if cell is row[0]:
                    if self._text(cell):  # a head without a name tells nothing
                        cell.tag = "th"
                        cell.set("scope", "row")
                elif name:
                    cell.set("data-label", name)

    def _text(self, element: Element) -> str:
        """What a reader sees of an element, also of what was set aside."""
        stash = self.md.htmlStash.rawHtmlBlocks
        html = STASHED.sub(lambda found: str(stash[int(found.group(1))]), "".join(element.itertext()))
        return unescape(re.sub(r"<[^>]+>", "", html)).strip()

    def _mark(self, root: Element) -> None:
        """Of marks that follow each other in a paragraph and say the same, the last, glued to the word before it.

        Below the first paragraph with a mark stands a legend.
        """
        first: Element | None = None
        for paragraph in [one for one in root.iter() if one.tag in PARAGRAPHS]:
            marks = list(_marks_in(paragraph))
            for number, (parent, mark) in enumerate(marks, start=1):
                if number < len(marks) and marks[number][1].text == mark.text:
                    _take_out(parent, mark)
                else:
                    _glue(parent, mark)
            first = paragraph if first is None and marks else first
        if first is None:
            return
        block = first
        while (parent := _parent_of(root, block)) is not root and parent.tag not in ("div", "section", "details"):
            block = parent
        parent.insert(list(parent).index(block) + 1, self._legend())
        for word, text in CERTAINTIES.items():
            self._explanation(root, word, text)

    def _legend(self) -> Element:
        legend = Element("p", {"class": "sw-legenda sw-niet-op-papier", "data-niet-in-selectie": ""})
        legend.text = LEGEND
        return legend

    def _explanation(self, root: Element, word: str, text: str) -> None:
        box = SubElement(root, "div", {"id": _anchor(word), "class": "sw-zeker-uitleg", "popover": "auto"})
        box.set("data-niet-in-selectie", "")
        line = SubElement(box, "p")
        SubElement(line, "strong").text = f"{word}:"
        line[0].tail = f" {text} "
        SubElement(line, "a", {"href": f"{self.prefix}{EXPLAINED}"}).text = "Alle zes de woorden"


def _parent_of(root: Element, element: Element) -> Element:
    return next(parent for parent in root.iter() if element in list(parent))


def _marks_in(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """Each mark in a paragraph with the element it stands in; not those in a paragraph inside it."""
    for child in paragraph:
        if child.get("popovertarget"):
            yield paragraph, child
        elif child.tag not in PARAGRAPHS:
            yield from _marks_in(child)


def _take_out(parent: Element, element: Element) -> None:
    """Take an element out; the text behind it stays."""
    _add_before(parent, element, (element.tail or "").lstrip())
    parent.remove(element)


def _before(parent: Element, element: Element) -> tuple[Element | None, str]:
    """The sibling before an element, or None, and the text between both."""
    place = list(parent).index(element)
    sibling = parent[place - 1] if place else None
    return sibling, (parent.text if sibling is None else sibling.tail) or ""


def _set_before(parent: Element, element: Element, text: str) -> None:
    sibling, _ = _before(parent, element)
    if sibling is None:
        parent.text = text
    else:
        sibling.tail = text


def _add_before(parent: Element, element: Element, text: str) -> None:
    _set_before(parent, element, _before(parent, element)[1] + text)


def _glue(parent: Element, element: Element) -> None:
    """Keep an element on one line with the word before it and the point or comma behind it."""
    before = _before(parent, element)[1].rstrip()
    start, space, last = before.rpartition(" ")
    first, hyphen, word = with_soft_hyphens(last).rpartition(SOFT_HYPHEN)  # a long word may still be broken
    _set_before(parent, element, start + space + first + hyphen)
    together = Element("span", {"class": "sw-vast"})
    together.text = f"{word}\u00a0"
    place = list(parent).index(element)
    parent.remove(element)
    behind = re.match(r"[.,;:)]*", element.tail or "")
    cut = behind.end() if behind else 0
    together.tail = (element.tail or "")[cut:]
    element.tail = (element.tail or "")[:cut]
    together.append(element)
    parent.insert(place, together)


@cache
def _hyphens() -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """A pattern that finds the long words, and after how many letters each may be broken."""
    lines = HYPHENS.read_text("utf-8").splitlines()
    words = {line.replace("|", ""): line for line in lines if line and not line.startswith("#")}
    pattern = "|".join(sorted(words, key=len, reverse=True))
    places = {
        word: tuple(place - number for number, place in enumerate(m.start() for m in re.finditer(r"\|", line)))
        for word, line in words.items()
    }
    return re.compile(rf"(?<![/.#@\u00ad])(?:{pattern})", re.IGNORECASE), places


def with_soft_hyphens(text: str) -> str:
    """The text with a soft hyphen wherever a long word may be broken."""
    pattern, places = _hyphens()

    def broken(found: re.Match[str]) -> str:
        word = found.group()
        for place in reversed(places[word.lower()]):
            word = word[:place] + SOFT_HYPHEN + word[place:]
        return word

    return pattern.sub(broken, text)


def html_with_soft_hyphens(html: str) -> str:
    """HTML with soft hyphens in what a reader sees of it."""
    return re.sub(r">[^<]+<", lambda text: with_soft_hyphens(text.group()), html)


def _break_words(element: Element) -> None:
    if element.tag in NOT_BROKEN:
        return
    element.text = with_soft_hyphens(element.text) if element.text else element.text
    for child in element:
        _break_words(child)
        child.tail = with_soft_hyphens(child.tail) if child.tail else child.tail
