"""What every page carries: who it is for, since when it holds, when it was checked, its sources and search words."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date

from tests.alike import of_each
from tests.conftest import ROOT, TODAY
from tests.docs.pages import Page, exceptions, held_to, named, pages

ROLES = {"iedereen", "werknemer", "werkgever", "inlener", "begeleider", "uitkering"}


@of_each(named(pages()))
def test_every_page_says_what_it_is_about_and_for_whom(page: Page):
    assert page.front["title"].strip()
    assert 40 <= len(page.front["description"]) <= 155
    assert page.front["rol"] in ROLES


@of_each(named(pages()))
def test_every_page_was_checked_on_a_day_that_has_been(page: Page):
    assert isinstance(page.front["gecontroleerd_op"], date)
    assert page.front["gecontroleerd_op"] <= date.fromisoformat(TODAY)


@of_each(named(page for page in pages() if "wet" in page.calls("zekerheid") and page.name != "over"))
def test_a_page_that_states_law_says_since_when_it_holds(page: Page):
    assert isinstance(page.front["geldt_vanaf"], date)
    assert page.front["geldt_vanaf"] <= page.front["gecontroleerd_op"]


@of_each(named(held_to("sources")))
def test_every_page_ends_with_its_sources(page: Page):
    _, heading, sources = page.body.rpartition("\n## Bronnen\n")
    assert heading
    assert '- {{ bron("' in sources


@of_each(named(held_to("searched-as")))
def test_every_page_has_six_questions_as_its_readers_would_type_them(page: Page):
    phrases = page.front["ook_gezocht_als"]
    assert len(phrases) >= 6
    assert phrases == [phrase.lower() for phrase in dict.fromkeys(phrases)]
    assert "?" not in "".join(phrases)


def test_no_question_belongs_to_two_places():
    asked_as = tomllib.loads((ROOT / "docs" / "gezocht_als.toml").read_text("utf-8"))
    phrases = [phrase for page in pages() for phrase in page.front.get("ook_gezocht_als", [])]
    phrases += [phrase for table in asked_as.values() for some in table.values() for phrase in some]
    assert [phrase for phrase, number in Counter(phrases).items() if number > 1] == []


@of_each(named(held_to("short-answer")))
def test_every_page_answers_before_it_explains(page: Page):
    after_heading = page.body.partition("\n# ")[2].partition("\n\n")[2]
    answer, *_ = after_heading.split("\n\n")
    assert answer.startswith("**Kort antwoord.** ")
    assert "\n" not in answer.rstrip("\n")


@of_each(named(held_to("next-step")))
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
