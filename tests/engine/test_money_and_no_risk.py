"""Readers of who-pays-what and of the no-risk check: they fill in, compare, take along, and go on to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.conftest import Visitor
from tests.engine.conftest import fill, outcome, status, wait_for_status, wait_until

MONEY = "/rekenhulpen/wie-betaalt-wat/"
NO_RISK = "/rekenhulpen/no-riskpolis/"
CASE = "#eerste-ziektedag=2025-01-06&bruto-maandloon=3000&uren-per-week=40&werkervaringsplaats-start=2026-02-02"


@pytest.fixture
def reader_of(visitor: Callable[..., Visitor]) -> Callable[[str], Visitor]:
    """Opens an address with a calculator and waits until its answer is there."""

    def opened(address: str) -> Visitor:
        made = visitor()
        made.page.goto(made.base + address)
        wait_for_status(made.page, "klaar", "fout")
        assert status(made.page) == "klaar"
        return made

    return opened


def test_a_link_brings_back_a_case_with_its_amounts(reader_of: Callable[[str], Visitor]) -> None:
    reader = reader_of(MONEY + CASE)
    assert reader.page.locator("#veld-bruto-maandloon").input_value() == "3000"
    assert "€\u00a02.656,51" in outcome(reader.page)
    assert reader.errors == []
    assert reader.violations() == []


def test_a_changed_wage_changes_the_first_sentence(reader_of: Callable[[str], Visitor]) -> None:
    reader = reader_of(f"{MONEY}{CASE}&rol=inlener&peildatum=2026-03-02")
    reader.page.locator("details:has(#veld-reis-km)").evaluate("details => details.open = true")
    fill(reader.page, "reis-km", "10")
    fill(reader.page, "reis-dagen", "3")
    assert "reiskosten" in reader.page.locator("[data-hoofdzin]").inner_text()


def test_an_amount_without_a_kind_asks_for_the_kind(reader_of: Callable[[str], Visitor]) -> None:
    reader = reader_of(MONEY + CASE)
    reader.page.locator("details:has(#veld-inleenvergoeding)").evaluate("details => details.open = true")
    fill(reader.page, "inleenvergoeding", "12")
    assert reader.page.locator("[data-hoofdzin] a[href='#veld-inleenvergoeding-soort']").is_visible()
    reader.page.locator("[data-reken]").click()
    wait_until(reader.page.locator("[data-samenvatting]").is_visible, "the summary")
    assert reader.page.locator("#fout-inleenvergoeding-soort").inner_text().startswith("Kies wat voor vergoeding")
    assert reader.page.locator("#veld-inleenvergoeding").input_value() == "12"


def test_the_table_can_be_taken_along(reader_of: Callable[[str], Visitor]) -> None:
    reader = reader_of(MONEY + CASE)
    with reader.page.expect_download() as waiting:
        reader.page.locator("[data-download=csv]").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert waiting.value.suggested_filename == "spoorwijzer-wie-betaalt-wat.csv"
    assert "2100,00" in text
    assert text.splitlines()[0].startswith("van;tot;fase;post")


def test_amounts_can_be_switched_from_a_month_to_the_whole_period(reader_of: Callable[[str], Visitor]) -> None:
    reader = reader_of(MONEY + CASE)
    now = reader.page.locator(".sw-balken:not(details *)")
    month, whole = now.locator(".sw-permaand").first, now.locator(".sw-perperiode").first
    assert (month.is_visible(), whole.is_visible()) == (True, False)
    reader.page.get_by_label("in de hele periode").check()
    wait_until(lambda: (month.is_visible(), whole.is_visible()) == (False, True), "the amounts of the period")


@pytest.mark.parametrize("address", [MONEY + CASE, NO_RISK])
def test_the_questions_are_copied_in_one_go(visitor: Callable[..., Visitor], address: str) -> None:
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    reader.page.goto(reader.base + address)
    wait_for_status(reader.page, "klaar")
    questions = reader.page.locator("ul:has(+ [data-knoppen])")
    reader.page.evaluate("document.querySelectorAll('.sw-meer details').forEach(part => { part.open = true })")
    reader.page.locator("[data-kopieer-tekst]").click()
    wait_until(lambda: reader.page.locator("[data-knoppen] [role=status]").inner_text() != "", "the reader is told")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert [line for line in copied.splitlines() if line] == questions.locator("li").all_inner_texts() != []


def follow(reader: Visitor, name: str) -> None:
    """Go where a link leads."""
    reader.page.goto(reader.page.get_by_role("link", name=name).evaluate("link => link.href"))


def test_a_case_goes_on_to_the_timeline_and_back_with_its_money(reader_of: Callable[[str], Visitor]) -> None:
    reader = reader_of(MONEY + CASE)
    follow(reader, "open de tijdlijn")
    wait_until(lambda: "/tijdlijn/" in reader.page.url, "the timeline")
    wait_for_status(reader.page, "klaar")
    assert reader.page.locator("[data-melding]").is_hidden()
    follow(reader, "zie wie wat betaalt")
    wait_until(lambda: "/wie-betaalt-wat/" in reader.page.url, "who pays what")
    wait_for_status(reader.page, "klaar")
    assert "bruto-maandloon=3000" in unquote(reader.page.url)
    assert reader.page.locator("#veld-bruto-maandloon").input_value() == "3000"


def test_a_contract_on_the_check_day_gets_no_with_the_safe_day(reader_of: Callable[[str], Visitor]) -> None:
    reader = reader_of(NO_RISK + "#groep=minder-dan-35&eerste-ziektedag=2024-11-04&in-dienst=2026-08-17")
    assert reader.page.locator("[data-hoofdzin]").inner_text().startswith("Nee")
    assert "maandag 2 november 2026" in outcome(reader.page)


def test_the_no_risk_check_answers_a_choice_at_once(reader_of: Callable[[str], Visitor]) -> None:
    reader = reader_of(NO_RISK)
    reader.page.locator("[name=groep][value=wajong]").check()
    wait_for_status(reader.page, "klaar")
    wait_until(lambda: "zonder einddatum" in outcome(reader.page), "the answer for Wajong")


def test_without_javascript_the_example_of_each_is_answered(visitor: Callable[..., Visitor]) -> None:
    made = visitor(javascript=False)
    made.page.goto(made.base + MONEY)
    assert "bruto per maand" in made.page.locator("output").inner_text()
    assert made.page.locator("[data-veld]:visible").count() == 0
    sentence = made.page.locator("noscript")
    assert "Zonder JavaScript kan deze pagina niet rekenen." in sentence.inner_text()
    assert (sentence.bounding_box() or {"y": 9999})["y"] < (made.page.locator("output").bounding_box() or {"y": 0})["y"]
    made.page.goto(made.base + NO_RISK)
    assert made.page.locator("output").inner_text().count("2 november 2026") >= 1
