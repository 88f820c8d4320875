"""An employee and somebody with a benefit are "je", everybody else is "u", and no page mixes them.

Not counted: sentences to copy, quotes, a line for the employee that begins with "Werknemer", and the easy sheet, which
speaks to the employee or to nobody (test_easy_sheets.py).
"""

from __future__ import annotations

import re
from dataclasses import replace

from tests.alike import of_each
from tests.docs.pages import EASY_SHEET, Page, held_to, named, pages, paragraphs, plain

FAMILIAR = re.compile(r"\b(?:je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
QUOTE = re.compile(r"\"[^\"]*\"|“[^”]*”")


def spoken(page: Page) -> list[str]:
    """The paragraphs in which the page itself speaks to its reader."""
    page = replace(page, body=EASY_SHEET.sub("", page.body))
    texts = [page.front["description"], *(part for part in paragraphs(page) if not part.startswith(">"))]
    return [text for text in map(plain, texts) if not text.startswith("Werknemer")]


def wrong_address(page: Page) -> list[str]:
    """The words that address the wrong reader."""
    wrong = FORMAL if page.front["rol"] in ("werknemer", "uitkering") else FAMILIAR
    return [found for text in spoken(page) for found in wrong.findall(QUOTE.sub("", text))]


def test_a_wrong_address_is_noticed_outside_quotes():
    page = Page(
        "voorbeeld", {"rol": "werkgever", "description": ""}, '# Kop\n\nWilt u weten wat je moet? Zeg "je mag".'
    )
    assert wrong_address(page) == ["je"]


@of_each(named(held_to("form-of-address")))
def test_a_page_addresses_its_reader_in_one_way(page: Page):
    assert wrong_address(page) == []


def of_employees() -> list[Page]:
    """The pages for who is ill, with a job or with a benefit."""
    return [page for page in pages() if page.front["rol"] in ("werknemer", "uitkering")]


def test_who_is_ill_meets_one_word_for_each_helper():
    helper = re.compile(r"(?<![\w-])begeleider", re.IGNORECASE)  # coach, werkbegeleider, adviseur of casemanager
    assert {page.name for page in of_employees() if any(helper.search(text) for text in spoken(page))} == set()


def test_who_is_ill_reads_at_most_three_times_that_something_is_not_certain():
    assert sum(plain(page.prose).lower().count("niet zeker") for page in of_employees()) <= 3
