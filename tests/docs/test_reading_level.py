"""Plain Dutch: short sentences and short words (B1), counted page by page."""

from __future__ import annotations

import pytest

from tests.alike import of_each
from tests.docs.pages import Page, held_to, named, pages
from tests.docs.reading_level import Reading, measure, sentences_of, syllables_in, words_of

LONGEST_SENTENCE = 25  # words
LONGEST_AVERAGE = 15  # words
LEAST_EASE = 60  # Flesch-Douma


def page_of(body: str) -> Page:
    return Page("voorbeeld", {}, body)


def test_headings_tables_marks_and_addresses_are_not_read_as_sentences():
    body = (
        '# Kop\n\n**Kort antwoord.** Ja. {{ zekerheid("wet") }} [Lees meer](a.md).\n\n| a |\n|---|\n\n## Bronnen\n\n- x'
    )
    assert sentences_of(page_of(body)) == ["Ja.", "Lees meer."]


def test_syllables_are_counted_as_dutch_breaks_words():
    assert [syllables_in(word) for word in ("loon", "werkgever", "re-integratie")] == [1, 3, 5]


def test_the_measure_is_the_published_one():
    reading = Reading(sentences=1, words=10, syllables=15)
    assert reading.ease == pytest.approx(206.84 - 9.3 - 115.5)


@of_each(named(held_to("reading-level")))
def test_every_page_is_easy_to_read(page: Page):
    reading = measure(page)
    assert reading.words_per_sentence <= LONGEST_AVERAGE
    assert reading.ease >= LEAST_EASE


@of_each(named(pages()))
def test_no_sentence_is_long(page: Page):
    assert [sentence for sentence in sentences_of(page) if len(words_of(sentence)) > LONGEST_SENTENCE] == []
