"""The easy sheets, six short sentences each.

That of each form is for a client who reads with difficulty and says "je"; one hangs on an employer's wall.
"""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import EASY_SHEET, Page, pages, plain
from tests.docs.reading_level import words_of

FORMS = ("plekken/detachering", "plekken/in-dienst", "plekken/proefplaatsing", "plekken/werkervaringsplaats")
WALL = "werkgever/zonder-hr"
MOST_WORDS = 10  # in a sentence
MOST_SIGNS = 450  # in six sentences: at 20 points they fill one A4


def sheet_of(name: str) -> str:
    """The easy sheet on a page."""
    page: Page = next(page for page in pages() if page.name == name)
    (sheet,) = EASY_SHEET.findall(page.body)
    return str(sheet)


def sentences_of(name: str) -> list[str]:
    """The items of its list."""
    return [plain(line) for line in sheet_of(name).splitlines() if re.match(r"\d\. ", line)]


@pytest.mark.parametrize("name", [*FORMS, WALL])
def test_an_easy_sheet_has_a_title_of_its_own_and_six_sentences_and_nothing_else(name: str):
    opening, *lines, closing = filter(None, sheet_of(name).splitlines())
    assert (opening, closing) == ('<section class="sw-kort" markdown>', "</section>")
    assert lines[0].startswith("## ")
    assert lines[0].endswith(" { #kort }")
    assert [line[:3] for line in lines[1:]] == [f"{number}. " for number in range(1, 7)]


@pytest.mark.parametrize("name", [*FORMS, WALL])
def test_every_sentence_of_an_easy_sheet_is_one_short_thought(name: str):
    for sentence in sentences_of(name):
        assert len(words_of(sentence)) <= MOST_WORDS, sentence
        assert re.fullmatch(r"[^.;:!?]+\.", sentence), sentence
    assert len("".join(sentences_of(name))) <= MOST_SIGNS


@pytest.mark.parametrize("form", FORMS)
def test_the_easy_sheet_of_a_form_speaks_to_the_employee(form: str):
    words = {word.lower() for sentence in sentences_of(form) for word in words_of(sentence)}
    assert "je" in words
    assert not words & {"u", "uw"}


def test_a_sheet_for_the_wall_addresses_nobody():
    words = {word.lower() for sentence in sentences_of(WALL) for word in words_of(sentence)}
    assert not words & {"je", "jij", "jouw", "u", "uw"}


@pytest.mark.parametrize("form", FORMS)
def test_the_easy_sheet_of_a_form_says_whom_to_call_or_ask(form: str):
    assert re.search(r"\b(?:bel|vraag) ", " ".join(sentences_of(form)), re.IGNORECASE)
