"""Figures of law come from their files, sources from theirs, and marks from the list on /over/.

A typed figure is a number, in digits or in words, in front of a unit that law counts in: percent, euro, days, weeks,
months, years. These may stand typed: days of the calendar (24 november 2025), week 1 and day 1 where a count begins,
hours, what stands in a sentence for the reader to copy (his own agreement), and a paragraph that says it is an example.
"""

from __future__ import annotations

import re
from datetime import date

from calculators.law.parameters import all_sources, figure
from publishing.finishing import CERTAINTIES
from tests.alike import of_each
from tests.conftest import TODAY
from tests.docs.pages import CALL, Page, exceptions, named, pages, paragraphs, plain

IN_WORDS = (
    "anderhalf|anderhalve|half|halve|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    "|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd"
)
PLURALS = {"dag": "dagen", "week": "weken", "maand": "maanden"}
WORDS_FOR_UNITS = {"procent", "euro", "jaar", "uur", *PLURALS, *PLURALS.values()}
UNITS = r"%|procent\b|euro\b|(?:werk)?dag(?:en)?\b|week\b|weken\b|maand(?:en)?\b|jaar\b|jaren\b"
TYPED = re.compile(rf"€\s*\d[\d.,]*|\b(?:\d[\d.,]*|{IN_WORDS})\s*(?:{UNITS})", re.IGNORECASE)


def typed_figures(text: str) -> list[str]:
    """The figures in a piece of prose that are typed by hand."""
    if text.startswith(">") or "oorbeeld" in text:
        return []
    return TYPED.findall(plain(CALL.sub("…", text)))


def test_a_typed_figure_is_noticed_in_digits_and_in_words():
    assert typed_figures("Dat duurt 104 weken, dus twee jaar.") == ["104 weken", "twee jaar"]
    assert typed_figures("Het kost € 400 of 21 procent, na 3 maanden 70%.") == [
        "€ 400",
        "21 procent",
        "3 maanden",
        "70%",
    ]


def test_a_day_an_example_and_a_sentence_to_copy_are_no_typed_figures():
    assert typed_figures('Op 24 november 2025, 24 uur per week, {{ cijfer("wachttijd.weken") }} weken lang.') == []
    assert typed_figures("Voorbeeld: twaalf euro per uur.") == []
    assert typed_figures('> "Wij stoppen met twee weken opzegtermijn."') == []


@of_each(named(pages()))
def test_no_figure_of_law_is_typed(page: Page):
    texts = [page.front["title"], page.front["description"], str(page.front.get("kort", "")), *paragraphs(page)]
    typed = [(text, found) for text in texts for found in typed_figures(text)]
    if page.name in exceptions()["typed-figures"]:
        assert typed
        assert all(text.startswith("#") and found == "twee jaar" for text, found in typed)
    else:
        assert typed == []


@of_each(named(pages()))
def test_every_figure_in_a_text_has_a_value_today(page: Page):
    for name in page.calls("cijfer"):
        figure(name).on(date.fromisoformat(TODAY))  # raises for a name that nobody knows, and for a value that ended


@of_each(named(pages()))
def test_the_unit_behind_a_figure_is_its_own(page: Page):
    for before, name, after in re.findall(r'(€ )?\{\{ cijfer\("([^"]+)"\) \}\}(?: (\w+))?', page.body):
        unit = figure(name).unit.split()[0]
        if unit == "euro":
            assert before or after == "euro", name
        else:
            assert not before, name
            assert PLURALS.get(after, after) == unit or after not in WORDS_FOR_UNITS, name


@of_each(named(pages()))
def test_every_source_of_a_page_exists_and_stands_there_once(page: Page):
    sources = page.calls("bron")
    assert set(sources) <= set(all_sources())
    assert len(sources) == len(set(sources))


@of_each(named(pages()))
def test_every_mark_is_one_of_the_five(page: Page):
    assert set(page.calls("zekerheid")) <= set(CERTAINTIES)


@of_each(named(page for page in pages() if "wet" in page.calls("zekerheid") and page.name != "over"))
def test_a_page_that_says_law_names_a_law_among_its_sources(page: Page):
    urls = [all_sources()[name].url for name in page.calls("bron")]
    assert any("wetten.overheid.nl" in url or "officielebekendmakingen.nl" in url for url in urls)
