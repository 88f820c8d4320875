"""What every page carries: who it is for, since when it holds, when it was checked, its sources and search words."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import TODAY
from tests.docs.pages import SEARCHED_AS, Page, exceptions, held_to, pages

ROLES = {"iedereen", "werknemer", "werkgever", "inlener", "begeleider", "uitkering"}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_page_says_what_it_is_about_and_for_whom(page: Page):
    assert page.front["title"].strip()
    assert 40 <= len(page.front["description"]) <= 155
    assert page.front["rol"] in ROLES


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_page_was_checked_on_a_day_that_has_been(page: Page):
    assert isinstance(page.front["gecontroleerd_op"], date)
    assert page.front["gecontroleerd_op"] <= date.fromisoformat(TODAY)


@pytest.mark.parametrize(
    "page",
    [page for page in pages() if "wet" in page.calls("zekerheid") and page.name != "over"],
    ids=lambda page: page.name,
)
def test_a_page_that_states_law_says_since_when_it_holds(page: Page):
    assert isinstance(page.front["geldt_vanaf"], date)
    assert page.front["geldt_vanaf"] <= page.front["gecontroleerd_op"]


@pytest.mark.parametrize("page", held_to("sources"), ids=lambda page: page.name)
def test_every_page_ends_with_its_sources(page: Page):
    _, heading, sources = page.body.rpartition("\n## Bronnen\n")
    assert heading
    assert '- {{ bron("' in sources


@pytest.mark.parametrize("page", held_to("searched-as"), ids=lambda page: page.name)
def test_every_page_names_the_words_that_people_type(page: Page):
    words = page.front["ook_gezocht_als"]
    assert words == list(dict.fromkeys(words))
    assert len(SEARCHED_AS.findall(page.body)) == 1


@pytest.mark.parametrize("page", held_to("short-answer"), ids=lambda page: page.name)
def test_every_page_answers_before_it_explains(page: Page):
    after_heading = page.body.partition("\n# ")[2].partition("\n\n")[2]
    answer, *_ = after_heading.split("\n\n")
    assert answer.startswith("**Kort antwoord.** ")
    assert "\n" not in answer


@pytest.mark.parametrize("page", held_to("next-step"), ids=lambda page: page.name)
def test_every_page_ends_with_a_next_step(page: Page):
    _, heading, steps = page.prose.rpartition("\n## Wat nu?\n")
    assert heading
    assert 1 <= steps.count("](") <= 5


def test_every_exception_names_a_page_that_exists_and_says_why():
    names = {page.name for page in pages()}
    for rule, excepted in exceptions().items():
        for name, reason in excepted.items():
            assert name in names, f"{rule}: {name}"
            assert len(reason) > 15, f"{rule}: {name}"
