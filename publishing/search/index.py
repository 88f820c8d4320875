"""The index that the reader's browser searches in: words by section, and the names by which a place is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from publishing.search.dutch import parts, stem, words
from publishing.search.places import Place, Section

TITLE = HEADING = 7  # what a word weighs in a section, out of seven
PHRASE = DESCRIPTION = 5
OFTEN, TEXT = 4, 3
AVERAGE = 60  # words in a section
COMMON = 80  # a word that so many sections have is looked for in titles, headings and phrases only


class Index:
    """Counts words of places that are added one after the other."""

    def __init__(self, ignored: Iterable[str]) -> None:
        self.ignored = {stem(word) for word in ignored}
        self.sections = 0
        self.postings: dict[str, list[tuple[int, int]]] = {}

    def telling(self, text: str) -> list[str]:
        """The stems of a text that say something, a word with hyphens whole and in parts."""
        stems = [stem(part) for word in words(text) for part in parts(word)]
        return [one for one in stems if one not in self.ignored]

    def add(self, place: Place) -> None:
        """Count the words of a place; its title, description and phrases belong to its beginning."""
        for number, section in enumerate(place.sections):
            weights = self.of_section(section)
            if number == 0:
                self.raise_to(weights, place.title, TITLE)
                self.raise_to(weights, place.description, DESCRIPTION)
                for phrase in place.phrases:
                    self.raise_to(weights, phrase, PHRASE)
            for one, weight in weights.items():
                self.postings.setdefault(one, []).append((self.sections, weight))
            self.sections += 1

    def of_section(self, section: Section) -> dict[str, int]:
        """Weigh the words of a section: often in a short text is more than once in a long one."""
        counted = Counter(self.telling(section.text))
        length = 0.4 + 0.6 * sum(counted.values()) / AVERAGE
        weights = {one: OFTEN if number >= length else TEXT for one, number in counted.items()}
        self.raise_to(weights, section.heading, HEADING)
        return weights

    def raise_to(self, weights: dict[str, int], text: str, weight: int) -> None:
        for one in self.telling(text):
            weights[one] = max(weights.get(one, 0), weight)

    def table(self) -> tuple[list[str], str, list[str]]:
        """All stems in order; for each the sections that have it, as steps from one to the next, and its weights.

        The steps are one text, as that is sent in fewer bytes than lists.
        """
        stems = sorted(self.postings)
        kept = [without_the_common(self.postings[one]) for one in stems]
        steps = [[section - last for (last, _), (section, _) in pairwise([(0, 0), *found])] for found in kept]
        sent = " ".join(",".join(map(str, some)) for some in steps)
        return stems, sent, ["".join(str(weight) for _, weight in found) for found in kept]


def without_the_common(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave a word that stands nearly everywhere out of the texts."""
    if len(found) <= COMMON:
        return found
    return [(section, weight) for section, weight in found if weight > OFTEN] or found


def slug(heading: str) -> str:
    """The anchor that a heading gets by itself."""
    return "-".join(words(heading))


def written(section: Section) -> list[str]:
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
    stems, steps, weights = index.table()
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
                [written(section) for section in place.sections],
                [numbers(phrase) for phrase in place.phrases],
                *([place.outcome] if place.outcome else []),
            ]
            for place in places
        ],
        "stems": stems,
        "steps": steps,
        "weights": weights,
        **{name: rows for name, rows in table.items() if name != "kinds"},
    }
