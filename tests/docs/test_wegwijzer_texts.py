"""The texts of the decision helper, per role: as easy to read as the prose, and held to the same rules."""

from __future__ import annotations

import pytest

from calculators.frame.terms import READERS
from tests.docs.pages import Page, pages, paragraphs, wegwijzer_pages
from tests.docs.reading_level import measure, sentences_of, words_of
from tests.docs.test_figures import typed_figures
from tests.docs.test_form_of_address import wrong_address
from tests.docs.test_reading_level import LEAST_EASE, LONGEST_SENTENCE
from tests.docs.test_terms import unexplained

LONGEST_AVERAGE = 13  # words
LONGEST_HEADING = 100  # characters


def of_role(role: str) -> list[Page]:
    """The pages of one role."""
    return [page for page in wegwijzer_pages() if page.front["rol"] == role]


@pytest.mark.parametrize("role", READERS)
def test_the_texts_of_a_role_are_easy_to_read(role: str):
    reading = measure(Page(role, {}, "\n\n".join(page.prose for page in of_role(role))))
    assert reading.words_per_sentence <= LONGEST_AVERAGE
    assert reading.ease >= LEAST_EASE


@pytest.mark.parametrize("role", READERS)
def test_no_sentence_is_long(role: str):
    sentences = {sentence for page in of_role(role) for sentence in sentences_of(page)}
    assert [sentence for sentence in sentences if len(words_of(sentence)) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("role", READERS)
def test_a_role_is_addressed_in_one_way(role: str):
    assert {page.name: wrong for page in of_role(role) if (wrong := wrong_address(page))} == {}


@pytest.mark.parametrize("role", READERS)
def test_no_figure_of_law_is_typed(role: str):
    typed = {text: found for page in of_role(role) for text in paragraphs(page) if (found := typed_figures(text))}
    assert typed == {}


@pytest.mark.parametrize("role", READERS)
def test_a_key_term_leads_to_its_meaning(role: str):
    assert {page.name: terms for page in of_role(role) if (terms := unexplained(page))} == {}


@pytest.mark.parametrize("role", READERS)
def test_a_heading_and_a_description_are_as_long_as_others_show_them(role: str):
    headings = [page.front["title"].removesuffix(f" ({role})") for page in of_role(role)]
    assert [heading for heading in headings if len(heading) > LONGEST_HEADING] == []
    assert [page.name for page in of_role(role) if not 40 <= len(page.front["description"]) <= 155] == []


def test_what_an_employer_had_to_write_about_coming_back_on_a_signature_is_named_and_not_pointed_at():
    """BW 7:670b(3) and 671(3): in the agreement, or within two working days, that one may come back on it."""
    sentences = {
        sentence
        for page in (*wegwijzer_pages(), *pages())
        for sentence in sentences_of(page)
        if "schreef" in sentence and "werkdagen" in sentence
    }
    assert len(sentences) > 3
    assert [sentence for sentence in sentences if " dit " in sentence] == []
