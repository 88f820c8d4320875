"""What somebody typed, chose, opened or ticked is still there afterwards; and what nobody chose is nobody's choice."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.conftest import Visitor
from tests.engine.conftest import (
    CALCULATOR,
    fill,
    fragment,
    python_worker,
    texts_in,
    wait_for_status,
    wait_until,
)

MONEY = "/rekenhulpen/wie-betaalt-wat/"
NO_RISK = "/rekenhulpen/no-riskpolis/"
AGREEMENT = "/documenten/overeenkomst-werkervaringsplaats/"
CASE = "eerste-ziektedag=2025-03-03&bruto-maandloon=3000&uren-per-week=40"


def opened(reader: Visitor, address: str) -> Page:
    """Return a page of which the answer is there."""
    page = reader.open(address)
    wait_for_status(page, "klaar")
    return page


def clear(page: Page) -> None:
    """Press what empties the form, and wait for the answer to that."""
    page.locator("[data-wis]").click()
    wait_for_status(page, "klaar")


def test_text_in_a_field_that_was_not_left_is_there_after_a_reload(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor(), CALCULATOR)
    page.locator("#veld-eerste-ziektedag").press("Control+a")
    page.locator("#veld-eerste-ziektedag").press_sequentially("5-5-2026")
    wait_until(lambda: "5-5-2026" in fragment(page), "the address")
    page.reload()
    wait_for_status(page, "klaar")
    assert texts_in(page) == {"eerste-ziektedag": "05-05-2026"}


def test_what_was_cleared_cannot_be_brought_back_over_what_is_typed_since(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor(), f"{MONEY}#{CASE}")
    page.locator("[data-wis]").click()
    assert page.locator("[data-ongedaan]").is_visible()
    fill(page, "eerste-ziektedag", "1-9-2025")
    assert page.locator("[data-ongedaan]").is_hidden()
    page.go_back()
    wait_until(lambda: texts_in(page).get("bruto-maandloon") == "3000", "what was cleared")


def test_back_brings_back_the_names_that_were_cleared(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor(), AGREEMENT)
    fill(page, "naam-medewerker", "Anna de Vries")
    fill(page, "werkervaringsplaats-start", "5-1-2027")
    filled = texts_in(page)
    clear(page)
    assert "naam-medewerker" not in texts_in(page)
    page.go_back()
    wait_until(lambda: texts_in(page) == filled, "the name and the day")


def test_a_new_answer_leaves_open_and_ticked_what_the_reader_opened_and_ticked(
    visitor: Callable[..., Visitor],
) -> None:
    page = opened(visitor(), f"{CALCULATOR}#eerste-ziektedag=2026-03-03")
    ticked = ["re-integratieverslag", "wia-aanvraag"]
    for day in ticked:
        page.locator(f"[data-mijlpaal={day}] summary").click()
        page.locator(f"[data-kies][value={day}]").check()
    page.locator("[data-uitleg=stappen] > summary").click()
    fill(page, "eerste-ziektedag", "10-03-2026")
    assert page.locator("[data-kies]:checked").evaluate_all("boxes => boxes.map(box => box.value)") == ticked
    for fold in ("[data-uitleg=stappen]", "[data-mijlpaal=wia-aanvraag] details"):
        assert page.locator(fold).get_attribute("open") is not None
    assert page.locator("[data-uitleg=niet-berekend]").get_attribute("open") is None


def test_an_answer_in_a_link_that_does_not_exist_stays_a_mistake_until_the_reader_answers(
    visitor: Callable[..., Visitor],
) -> None:
    link = "groep=wia&eerste-ziektedag=2024-11-04&in-dienst=2026-12-01&werkgever=vorige"
    page = opened(visitor(), f"{NO_RISK}#{link}")
    wrong = page.locator("#fout-werkgever")
    assert wrong.is_visible()
    assert page.locator("#veld-werkgever").input_value() == ""
    fill(page, "in-dienst", "2-12-2026")
    assert wrong.is_visible()
    assert "werkgever=vorige" in fragment(page)
    page.locator("#veld-werkgever").select_option("eigen")
    wait_until(wrong.is_hidden, "no mistake")
    assert "vorige" not in urlsplit(page.url).fragment


def test_both_texts_of_a_key_that_came_twice_stay_in_the_address(visitor: Callable[..., Visitor]) -> None:
    twice = "eerste-ziektedag=2025-01-01&eerste-ziektedag=2025-02-01"
    page = opened(visitor(), f"{CALCULATOR}#{twice}")
    assert fragment(page) == f"#{twice}"
    fill(page, "eerste-ziektedag", "1-2-2025")
    assert fragment(page) == "#eerste-ziektedag=2025-02-01"


SLOW_ANSWERS = "void ((answer) => (self.onmessage = (event) => setTimeout(() => answer(event), 1500)))(self.onmessage)"


def test_an_answer_that_comes_while_somebody_types_leaves_what_is_typed_in_the_address(
    visitor: Callable[..., Visitor],
) -> None:
    page = opened(visitor(), f"{MONEY}#{CASE}")
    python_worker(page).evaluate(SLOW_ANSWERS)
    page.locator("#veld-uren-per-week").fill("32")
    page.locator("#veld-bruto-maandloon").press("Control+a")  # the other field is left, and asks
    page.locator("#veld-bruto-maandloon").press_sequentially("4567")
    wait_for_status(page, "klaar")
    wait_until(lambda: "bruto-maandloon=4567" in fragment(page), "what was typed")
    assert "uren-per-week=32" in fragment(page)


def test_back_brings_each_case_its_own_names(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor(), AGREEMENT)
    for name, day in (("Anna", "5-1-2027"), ("Bert", "1-2-2027")):
        fill(page, "naam-medewerker", name)
        fill(page, "werkervaringsplaats-start", day)
        if name == "Anna":
            clear(page)
    page.go_back()
    wait_until(lambda: texts_in(page).get("naam-medewerker") == "Anna", "her name")
    page.go_forward()
    wait_until(lambda: texts_in(page).get("naam-medewerker") == "Bert", "his name")


def test_back_brings_back_a_name_that_was_all_there_was(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor(), AGREEMENT)
    fill(page, "naam-medewerker", "Anna")
    clear(page)
    page.go_back()
    wait_until(lambda: texts_in(page).get("naam-medewerker") == "Anna", "the name")


def test_what_was_ticked_in_a_case_that_was_cleared_is_not_ticked_in_the_next(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor(), f"{CALCULATOR}#eerste-ziektedag=2026-03-03")
    page.locator("[data-mijlpaal=wia-aanvraag] summary").click()
    page.locator("[data-kies][value=wia-aanvraag]").check()
    clear(page)
    fill(page, "eerste-ziektedag", "10-8-2026")
    assert page.locator("[data-kies]:checked").count() == 0


def test_what_was_assumed_is_still_assumed_after_undoing(visitor: Callable[..., Visitor]) -> None:
    page = opened(visitor(), f"{CALCULATOR}#eerste-ziektedag=2026-01-05&rol=uitkering")
    before = fragment(page)
    clear(page)
    page.locator("[data-ongedaan]").click()
    wait_for_status(page, "klaar")
    wait_until(lambda: fragment(page) == before, "the same address")


def test_a_choice_within_the_answer_is_no_field(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = opened(reader, f"{MONEY}#{CASE}")
    page.locator("[name=toon][value=periode]").check()
    assert reader.errors == []
