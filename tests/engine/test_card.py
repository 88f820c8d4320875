"""The answer stands right after the first questions; the others are folded and say what is assumed."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, choose, fill, texts_in, type_into, wait_for_status, wait_until

MONEY = "/rekenhulpen/wie-betaalt-wat/"
NO_RISK = "/rekenhulpen/no-riskpolis/"
CASE = "#eerste-ziektedag=2025-03-10&bruto-maandloon=2450&uren-per-week=32"
DAY = "#eerste-ziektedag=2025-03-10"
MOST_BEFORE_THE_CARD, LONGEST_PAGE = 900, 4500  # pixels


def opened(visitor: Callable[..., Visitor], address: str, **options: int) -> Page:
    page = visitor(**options).open(address)
    wait_for_status(page, "klaar")
    return page


def headline(page: Page) -> str:
    return page.locator("[data-hoofdzin]").inner_text()


def says(page: Page, group: str) -> str:
    return page.locator(f"[data-groep={group}] [data-groep-zegt]").text_content() or ""


@pytest.mark.parametrize(("address", "asked"), [(MONEY, 4), (CALCULATOR, 2), (NO_RISK, 3)])
def test_on_a_phone_few_questions_stand_before_the_card_and_all_groups_are_closed(
    visitor: Callable[..., Visitor], address: str, asked: int
) -> None:
    page = opened(visitor, address, width=390)
    assert page.locator("[data-veld]:visible").count() == asked
    assert page.locator(".sw-kern [data-veld]:visible").count() == asked
    assert page.locator("[data-groep][open]").count() == 0
    parts = "[...document.querySelectorAll('form[data-rekenhulp] > *, .sw-bijeen > *')]"
    order = page.evaluate(f"{parts}.map(one => one.className || one.tagName)")
    assert order == ["NOSCRIPT", "sw-bijeen", "sw-kern", "sw-uitkomst", "sw-preciezer", "sw-meer"]


def test_on_a_phone_the_card_of_who_pays_what_is_near_and_the_page_is_short(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor, MONEY + CASE, width=390)
    for address in (page.url, page.url.partition("#")[0]):
        page.goto(address)
        wait_for_status(page, "klaar")
        assert (
            page.evaluate("document.querySelector('output').getBoundingClientRect().top + scrollY")
            <= MOST_BEFORE_THE_CARD
        )
        assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST_PAGE


def test_the_lines_of_closed_groups_say_what_is_filled_in(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor, MONEY)
    assert says(page, "werkervaringsplaats-start").endswith("ingevuld in het voorbeeld")
    page = opened(visitor, f"{MONEY}{CASE}&detachering-start=2026-12-07")
    assert says(page, "werkervaringsplaats-start") == "1 ingevuld"
    assert says(page, "loon-jaar-1") == "100 % / 70 %, aangenomen"
    assert says(page, "onderbrekingen") == "nee"
    assert page.locator("[data-groep][open]").count() == 0


def test_a_group_is_shown_while_there_is_reason_to_ask_and_closes_once_it_is_emptied(
    visitor: Callable[..., Visitor],
) -> None:
    page = opened(visitor, MONEY + CASE)
    host = page.locator("[data-groep=plaats-uren-per-week]")
    assert host.is_hidden()
    place = page.locator("[data-groep=werkervaringsplaats-start]")
    place.locator("summary").click()
    fill(page, "detachering-start", "7-12-26")
    wait_until(host.is_visible, "the questions about the host")
    fill(page, "detachering-start", "")
    wait_until(host.is_hidden, "no questions about the host")
    assert place.get_attribute("open") is None
    assert says(page, "werkervaringsplaats-start") == "niet ingevuld"


def test_each_reader_gets_a_sentence_of_his_own_about_now_and_the_next_change(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor, f"{MONEY}{CASE}&peildatum=2026-11-28")
    assert headline(page).replace("\u00a0", " ") == (
        "U krijgt nu € 1.715 bruto per maand. Vanaf 8 maart 2027 stopt het loon; dan kan de WIA beginnen."
    )
    assert page.locator("[data-uitleg=onbekend]").count() == 0
    choose(page, "rol", "werkgever")
    wait_until(lambda: headline(page).startswith("U betaalt nu"), "the sentence for the employer")
    assert page.locator("[data-uitleg=onbekend]").count() == 1
    assert "rol=werkgever" in page.url
    link = page.get_by_role("link", name="open de tijdlijn").get_attribute("href") or ""
    assert "rol=werkgever" in link


def test_the_switch_goes_to_the_example_and_back_and_nothing_of_it_stays(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor, CALCULATOR)
    page.locator("[data-naar-eigen]").click()
    wait_until(lambda: headline(page).startswith("Nog 1 vraag"), "the open question")
    assert texts_in(page) == {}
    assert urlsplit(page.url).fragment == ""
    fill(page, "eerste-ziektedag", "10-3-25")
    page.locator("[data-naar-voorbeeld]").click()
    wait_for_status(page, "klaar")
    assert page.locator("[data-naar-voorbeeld]").get_attribute("aria-pressed") == "true"
    page.locator("[data-naar-eigen]").click()
    wait_until(lambda: texts_in(page) == {"eerste-ziektedag": "10-03-2025"}, "the own day alone")
    assert page.locator("[data-naar-eigen]").get_attribute("aria-pressed") == "true"


def test_what_was_cleared_comes_back(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor, CALCULATOR + DAY)
    page.locator("[data-wis]").click()
    assert texts_in(page) == {}
    page.locator("[data-ongedaan]").click()
    wait_until(lambda: page.evaluate("location.hash") == DAY, "the values in the address")
    assert texts_in(page) == {"eerste-ziektedag": "10-03-2025"}
    assert page.locator("[data-gewist]").is_hidden()


def test_leaving_a_wrong_field_moves_nothing_above_it(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor, CALCULATOR + DAY)
    field = page.locator("#veld-eerste-ziektedag")
    field.fill("gisteren")
    place = page.locator("[data-veld=eerste-ziektedag]")
    before = place.bounding_box()
    field.press("Tab")
    wait_until(page.locator("#fout-eerste-ziektedag").is_visible, "the message at the field")
    after = place.bounding_box()
    assert before
    assert after
    assert after["y"] == before["y"]
    assert page.locator("[data-samenvatting]").is_hidden()


def test_the_card_stays_in_sight_beside_the_questions(visitor: Callable[..., Visitor]) -> None:
    for width in (760, 1280):
        page = opened(visitor, MONEY + CASE, width=width)
        card, questions = page.locator("output").bounding_box(), page.locator(".sw-kern").bounding_box()
        assert card
        assert questions
        assert card["x"] > questions["x"] + questions["width"]
        page.locator("[data-wis]").scroll_into_view_if_needed()
        seen = page.locator("[data-hoofdzin]").bounding_box()
        assert seen
        assert 0 < seen["y"] < 700


@pytest.mark.parametrize("width", [760, 1280])
def test_the_card_lies_over_no_part_of_the_answer_below_it(visitor: Callable[..., Visitor], width: int) -> None:
    page = opened(visitor, CALCULATOR + "#eerste-ziektedag=2025-11-24", width=width)
    gaps = page.evaluate("""() => {
      const [card, rest] = ["output", "[data-uitkomst-inhoud]"].map(one => document.querySelector(one));
      return [0, 300, 600, 900, 1200, 1500, 1800].map(top => {
        scrollTo({ top, behavior: "instant" });
        return rest.getBoundingClientRect().top - card.getBoundingClientRect().bottom;
      });
    }""")
    assert min(gaps) >= 0


def test_an_example_that_is_opened_shows_its_first_sentence(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor, MONEY, width=390)
    page.locator(".sw-voorbeelden summary").click()
    page.locator(".sw-voorbeelden a").first.click()
    wait_until(lambda: page.evaluate("document.activeElement.matches('[data-hoofdzin]')"), "focus on the sentence")
    assert "=" in urlsplit(page.url).fragment
    assert page.locator("output [data-voorbeeld]").is_hidden()


def test_a_field_takes_what_people_write(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor, MONEY)
    type_into(page, "eerste-ziektedag", "10-3-25")
    type_into(page, "bruto-maandloon", "€ 2450,-")
    type_into(page, "uren-per-week", "32 uur")
    wait_until(lambda: headline(page).startswith("U krijgt"), "the answer")
    assert page.evaluate("location.hash") == CASE
