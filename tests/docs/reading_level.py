"""How hard a text is to read: sentence length, and Flesch's reading ease as Douma fitted it to Dutch.

Flesch-Douma = 206.84 - 0.93 x (words per sentence) - 77 x (syllables per word). Sixty and more is "fairly easy".
Only running text is counted: headings and the cells of tables would make any page look easy.
A figure counts as one short word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyphen

from tests.docs.pages import Page, paragraphs, plain

SYLLABLES = pyphen.Pyphen(lang="nl_NL")
WORD = re.compile(r"[A-Za-zÀ-ÿ0-9]+(?:['’-][A-Za-zÀ-ÿ0-9]+)*")
END_OF_SENTENCE = re.compile(r"(?<=[.?!:…])[\"”’)]*\s+|;\s")


@dataclass(frozen=True)
class Reading:
    """What was counted on one page."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """The average length of a sentence."""
        return self.words / self.sentences

    @property
    def ease(self) -> float:
        """Flesch-Douma: the higher, the easier."""
        return 206.84 - 0.93 * self.words_per_sentence - 77 * self.syllables / self.words


def words_of(sentence: str) -> list[str]:
    """The words of a sentence."""
    return WORD.findall(sentence)


def sentences_of(page: Page) -> list[str]:
    """The sentences of a page's running text."""
    running = [plain(part) for part in paragraphs(page) if not part.startswith(("#", "|"))]
    sentences = [
        sentence for part in running for sentence in END_OF_SENTENCE.split(part.removeprefix("Kort antwoord. "))
    ]
    return [sentence for sentence in sentences if words_of(sentence)]


def syllables_in(word: str) -> int:
    """The places where Dutch would break the word, plus one; each part of a hyphenated word by itself."""
    return sum(len(SYLLABLES.positions(part)) + 1 for part in re.split(r"['’-]", word) if part)


def measure(page: Page) -> Reading:
    """Count a page."""
    sentences = sentences_of(page)
    words = [word for sentence in sentences for word in words_of(sentence)]
    return Reading(len(sentences), len(words), sum(syllables_in(word) for word in words))
