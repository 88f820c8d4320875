"""The index that the reader's browser searches in: words by section, and the names by which a place is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from publishing.search.dutch import parts, stem, words
from publishing.search.places import Place, Section

COMMON = 80  # a word that so many sections have is looked for in titles, headings, descriptions and phrases only
# Letters that a number is written with, as JSON writes them: 64 that end it, then those that begin a large one.
DIGITS = [chr(code) for code in range(ord("#"), ord("~") + 1) if chr(code) != "\\"]
BASE = 64


class Index:
    """Counts words of places that are added one after the other."""

    def __init__(self, ignored: Iterable[str]) -> None:
        self.ignored = {stem(word) for word in ignored}
        self.sections = 0
        self.named: dict[str, list[int]] = {}  # the sections that have a stem in what is sent anyway
        self.texts: dict[str, list[int]] = {}  # and those that have it in their text only

    def telling(self, text: str) -> list[str]:
        """The stems of a text that say something, a word with hyphens whole and in parts."""
        stems = [stem(part) for word in words(text) for part in parts(word)]
        return [one for one in stems if one not in self.ignored]

    def add(self, place: Place) -> None:
        """Add the words of a place; its title, description and phrases belong to its beginning."""
        names = [place.title, place.description, *place.phrases]
        for section in place.sections:
            named = {one for name in [section.heading, *names] for one in self.telling(name)}
            for one in named:
                self.named.setdefault(one, []).append(self.sections)
            for one in set(self.telling(section.text)) - named:
                self.texts.setdefault(one, []).append(self.sections)
            names = []
            self.sections += 1

    def table(self) -> tuple[list[str], str]:
        """All stems in order, and for each the sections that have it in their text only, as steps from one to the next.

        What stands in a title, heading, description or phrase the browser counts itself, as it has those.
        """
        stems = sorted(self.named.keys() | self.texts.keys())
        kept = [self.without_the_common(one) for one in stems]
        return stems, " ".join("".join(written(to - at) for at, to in pairwise([0, *found])) for found in kept)

    def without_the_common(self, one: str) -> list[int]:
        """Leave a word that stands nearly everywhere out of the texts."""
        named, found = self.named.get(one, []), self.texts.get(one, [])
        return [] if named and len(named) + len(found) > COMMON else found


def written(number: int) -> str:
    """One letter for a small number, two for a larger one."""
    high, low = divmod(number, BASE)
    return (DIGITS[BASE + high - 1] if high else "") + DIGITS[low]


def slug(heading: str) -> str:
    """The anchor that a heading gets by itself."""
    return "-".join(words(heading))


def shown(section: Section) -> list[str]:
    """Heading and first sentences; the anchor only where it does not follow from the heading."""
    follows = section.anchor == slug(section.heading)
    return [section.heading, section.excerpt, *([] if follows else [section.anchor])]


def of_kind(address: str, kinds: dict[str, float]) -> float:
    """What a place weighs by the beginning of its address, the longest that is known."""
    return kinds[max((start for start in kinds if address.startswith(start)), key=len)]


def make(places: list[Place], table: dict[str, Any]) -> dict[str, Any]:
    """Make what the browser gets (see overrides/assets/search/rank.js): the keys are short because they are sent."""
    index = Index(table["ignored"])
    for place in places:
        index.add(place)
    stems, texts = index.table()
    number = {one: at for at, one in enumerate(stems)}

    def numbers(phrase: str) -> list[int]:
        return sorted({number[one] for one in index.telling(phrase) if one in number})

    return {
        "places": [
            [
                place.address,
                place.title,
                place.description,
                place.role,
                round(place.weight * of_kind(place.address, table["kinds"]), 3),
                [shown(section) for section in place.sections],
                [numbers(phrase) for phrase in place.phrases],
                *([place.outcome] if place.outcome else []),
            ]
            for place in places
        ],
        "stems": stems,
        "texts": texts,
        **{name: rows for name, rows in table.items() if name != "kinds"},
    }
