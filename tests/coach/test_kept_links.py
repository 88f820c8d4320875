"""Filled-in links of every release (tests/site/filled_in_links/) still open: all is used, or named as dropped."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from calculators import answering, registry
from calculators.frame import calculator as frame
from calculators.frame.page_parts import read_link
from calculators.wegwijzer import answering as wegwijzer
from publishing import redirects
from tests.conftest import ROOT, TODAY, Visitor

FILES = sorted((ROOT / "tests" / "site" / "filled_in_links").glob("*.txt"))


class Kept(NamedTuple):
    """A link of a release: where it leads now, its values, and the keys that the site says it dropped."""

    line: str
    path: str
    values: dict[str, str]
    dropped: list[str]


def kept(file: Path) -> list[Kept]:
    """The links of one release."""
    found = []
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            link, _, dropped = line.partition(" | ")
            address, _, fragment = link.partition("#")
            values = {key: text for key, text in read_link(fragment).items() if isinstance(text, str)}
            found.append(Kept(line, redirects.read().get(address, address), values, dropped.split()))
    return found


ALL = [link for file in FILES for link in kept(file)]


@cache
def forms() -> dict[str, frame.Calculator]:
    """Everything with a form, by its address."""
    every = (registry.calculator(name) for name in (*registry.names(), *registry.tools(), *registry.documents()))
    return {one.address: one for one in every}


OF_FORMS = [link for link in ALL if link.path in forms()]
OF_WEGWIJZER = [link for link in ALL if link.path.startswith("/wegwijzer/")]


def chosen(link: Kept) -> list[str]:
    """The objections that a link has chosen and that the site still knows."""
    return [name for name in link.values["kies"].split(",") if name not in link.dropped]


@pytest.mark.parametrize("link", OF_FORMS, ids=lambda link: link.line[:80])
def test_a_link_to_a_form_is_used_whole_or_says_what_it_dropped(link: Kept):
    one = forms()[link.path]
    answered = answering.answer(one, link.values, date.fromisoformat(TODAY), {})
    assert answered.json["fouten"] == []
    assert answered.json["onbekend"] == link.dropped
    assert {*answered.parsed.given, *answered.parsed.carried, *link.dropped} == set(link.values)


@pytest.mark.parametrize("link", OF_WEGWIJZER, ids=lambda link: link.line[:80])
def test_the_answers_behind_a_page_of_the_decision_helper_still_lead_there(link: Kept):
    role, place = link.path.split("/")[2:4]
    found = wegwijzer.answer({"rol": role, **link.values}, date.fromisoformat(TODAY))
    assert found["fouten"] == []
    assert found["onbekend"] == link.dropped
    assert (found.get("vraag") or found["uitkomst"])["id"] == place


@pytest.mark.parametrize("link", [link for link in ALL if "kies" in link.values], ids=lambda link: link.line[:80])
def test_a_choice_of_objections_still_names_objections(link: Kept):
    guide = (ROOT / "docs" / "begeleider" / "gesprek.md").read_text("utf-8")
    for name in chosen(link):
        assert (ROOT / "docs" / "ja-maar" / f"{name}.md").is_file()
        assert re.search(rf"^## .*\{{ #{name} \}}$", guide, re.MULTILINE)


def test_every_kept_link_is_opened_by_a_test_here_and_stands_there_once():
    assert len(ALL) >= 40
    assert len({link.line for link in ALL}) == len(ALL)
    assert [link.line for link in ALL if link not in OF_FORMS + OF_WEGWIJZER and "kies" not in link.values] == []
    assert {one.address for one in forms().values()} <= {link.path for link in ALL}


def test_kept_links_open_in_a_browser_and_say_what_they_dropped(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    asked = next(one for one in OF_WEGWIJZER if one.values)
    page = reader.open(f"{asked.line}&uit-een-vorige-eeuw=1")
    expect(page.locator("[data-antwoorden] li")).to_have_count(len(asked.values))
    expect(page.locator("[data-vervallen]")).to_contain_text("uit-een-vorige-eeuw")
    for link in ("/l/norisk/#groep=wajong", "/documenten/geheimhouding/#geheim-jaren=2"):
        assert link in [one.line for one in ALL]
        page = reader.open(f"{link}&uit-een-vorige-eeuw=1")
        page.locator("form[data-status='klaar']").wait_for(timeout=60_000)
        key, value = link.partition("#")[2].split("=")
        assert page.locator(f"[name='{key}']:is(:checked, :not([type=radio]))").input_value() == value
        expect(page.locator("[data-melding]")).to_contain_text("uit-een-vorige-eeuw")
    assert reader.errors == []
