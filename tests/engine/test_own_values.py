"""What a reader typed or got by a link is his, at once and whole; what he did not, is never given out as his."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.conftest import Visitor
from tests.engine.conftest import (
    CALCULATOR,
    BrokenServer,
    choose,
    fill,
    outcome,
    status,
    texts_in,
    type_into,
    wait_for_status,
    wait_until,
)

MONEY = "/rekenhulpen/wie-betaalt-wat/"
NO_RISK = "/rekenhulpen/no-riskpolis/"
SECRECY = "/documenten/geheimhouding/"
LINK = "eerste-ziektedag=2025-03-03&loonsanctie-weken=10&dagloon=100&in-dienst=2027-03-01"
EXAMPLE_DAY = "24-11-2025"


def values_in_address(page: Page) -> dict[str, str]:
    """Return what stands behind the # of the address, as the page sees it: Playwright's own view lags behind."""
    return {key: texts[0] for key, texts in parse_qs(page.evaluate("location.hash.slice(1)")).items()}


@contextmanager
def held_back(server: BrokenServer, name: str) -> Iterator[None]:
    """Hold back half of a file until the block is over."""
    server.stalled.add(name)
    yield
    server.stalled.discard(name)
    server.go_on.set()


def open_slowly(visitor: Callable[..., Visitor], server: BrokenServer, address: str, **options: int) -> Page:
    """Open an address, without waiting for its scripts."""
    made = visitor(**options)
    made.base = server.address
    made.page.goto(made.base + address, wait_until="commit")
    made.page.locator("footer").wait_for(state="attached")
    return made.page


def test_a_choice_made_while_python_loads_keeps_the_link(
    visitor: Callable[..., Visitor], broken_server: BrokenServer
) -> None:
    with held_back(broken_server, "image.*"):
        page = open_slowly(visitor, broken_server, f"{CALCULATOR}#{LINK}")
        wait_for_status(page, "laadt")
        choose(page, "rol", "werkgever")
        assert values_in_address(page)["eerste-ziektedag"] == "2025-03-03"
    wait_for_status(page, "klaar")
    assert values_in_address(page) == dict(part.split("=") for part in LINK.split("&")) | {"rol": "werkgever"}
    assert page.locator("#veld-eerste-ziektedag").input_value() == "03-03-2025"


def test_a_value_typed_while_python_loads_keeps_the_link(
    visitor: Callable[..., Visitor], broken_server: BrokenServer
) -> None:
    with held_back(broken_server, "image.*"):
        page = open_slowly(visitor, broken_server, f"{CALCULATOR}#{LINK}")
        wait_for_status(page, "laadt")
        type_into(page, "eerste-ziektedag", "10 maart 2025")
    wait_for_status(page, "klaar")
    assert values_in_address(page) == dict(part.split("=") for part in LINK.split("&")) | {
        "eerste-ziektedag": "2025-03-10"
    }


def test_the_texts_of_a_link_stand_in_the_fields_before_python_answers(
    visitor: Callable[..., Visitor], broken_server: BrokenServer
) -> None:
    with held_back(broken_server, "image.*"):
        page = open_slowly(visitor, broken_server, f"{CALCULATOR}#{LINK}")
        wait_for_status(page, "laadt")
        assert texts_in(page) == {
            "eerste-ziektedag": "2025-03-03", "loonsanctie-weken": "10", "in-dienst": "2027-03-01"
        }  # fmt: skip
        assert page.locator("#gelezen-eerste-ziektedag").text_content() == ""


@pytest.mark.parametrize("held", ["image.*", "calculator.*.js"])
def test_while_a_link_is_read_nothing_of_the_example_is_shown_as_its_answer(
    visitor: Callable[..., Visitor], broken_server: BrokenServer, held: str
) -> None:
    with held_back(broken_server, held):
        page = open_slowly(visitor, broken_server, f"{MONEY}#{LINK}", width=390)
        wait_until(page.locator("[data-laden] progress").is_visible, "the bar in the place of the answer")
        for selector in ("[data-uitkomst-inhoud]", "[data-hoofdzin]", "[data-hoofdzin-kopie]", "[data-voorbeeld]"):
            assert [one.is_visible() for one in page.locator(selector).all()].count(True) == 0, selector
        if held == "image.*":
            wait_until(page.locator("[data-voetbalk]").is_visible, "the bar at the foot")
            assert "komt eraan" in page.locator("[data-voetbalk]").inner_text()
            assert page.locator("[data-voetbalk] progress").is_visible()
    wait_for_status(page, "klaar")
    assert page.locator("[data-laden]").is_hidden()


def test_what_was_typed_before_any_script_arrived_stays(
    visitor: Callable[..., Visitor], broken_server: BrokenServer
) -> None:
    with held_back(broken_server, "calculator.*.js"):
        page = open_slowly(visitor, broken_server, SECRECY)
        type_into(page, "naam-medewerker", "Anna de Vries")
        type_into(page, "naam-inlener", "Bakkerij De Punt")
        assert status(page) == "wacht"
    wait_for_status(page, "klaar")
    wait_until(lambda: "Bakkerij De Punt" in outcome(page), "both names in the document")
    type_into(page, "naam-begeleider", "Kim Bakker")
    wait_until(lambda: "Kim Bakker" in outcome(page), "the third one too")
    assert page.locator("#veld-naam-medewerker").input_value() == "Anna de Vries"
    assert "Anna de Vries" in outcome(page)


def test_what_was_typed_before_any_script_arrived_goes_before_the_link(
    visitor: Callable[..., Visitor], broken_server: BrokenServer
) -> None:
    with held_back(broken_server, "calculator.*.js"):
        page = open_slowly(visitor, broken_server, f"{CALCULATOR}#{LINK}")
        type_into(page, "eerste-ziektedag", "10-03-2025")
    wait_for_status(page, "klaar")
    assert values_in_address(page) == dict(part.split("=") for part in LINK.split("&")) | {
        "eerste-ziektedag": "2025-03-10"
    }


@pytest.mark.parametrize(("address", "asked"), [(CALCULATOR, 1), (MONEY, 3), (NO_RISK, 1)])
def test_after_one_own_choice_nothing_of_the_example_remains(
    visitor: Callable[..., Visitor], address: str, asked: int
) -> None:
    page = visitor().open(address)
    wait_for_status(page, "klaar")
    if address != NO_RISK:
        choose(page, "rol", "werkgever")
    else:
        type_into(page, "eerste-ziektedag", "10-3-2025")
    wait_for_status(page, "klaar")
    assert texts_in(page) == ({"eerste-ziektedag": "10-3-2025"} if address == NO_RISK else {})
    assert page.locator("[data-hoofdzin]").inner_text().startswith(f"Nog {asked} vra")
    assert page.locator("[data-hoofdzin] a").count() == asked
    assert page.locator("[data-uitkomst-inhoud]").is_hidden()
    assert len(values_in_address(page)) == 1
    assert page.locator("[aria-invalid]").count() == 0
    assert page.locator("[data-samenvatting]").is_hidden()
    assert not page.title().startswith("Fout")


def test_a_question_that_is_open_leads_to_its_field_and_is_a_mistake_only_when_submitted(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open(f"{MONEY}#eerste-ziektedag=2025-03-03&bruto-maandloon=2450")
    wait_for_status(page, "klaar")
    assert page.locator("[data-hoofdzin]").inner_text() == "Nog 1 vraag: uren per week in het contract."
    assert page.locator("[aria-invalid]").count() == 0
    assert page.locator(".sw-fout:visible").count() == 0
    page.locator("[data-hoofdzin] a").click()
    assert page.evaluate("document.activeElement.id") == "veld-uren-per-week"
    page.keyboard.press("Enter")
    wait_until(page.locator("[data-samenvatting]").is_visible, "the summary")
    assert page.locator("#fout-uren-per-week").is_visible()
    type_into(page, "uren-per-week", "32")
    wait_until(lambda: "2.450" in outcome(page), "the answer")
    assert page.locator("[data-uitkomst-inhoud]").is_visible()


def test_the_example_offers_nothing_to_take_along_and_no_link_that_holds_its_values(
    visitor: Callable[..., Visitor],
) -> None:
    for address in (CALCULATOR, MONEY, NO_RISK):
        page = visitor().open(address)
        assert page.locator("output [data-voorbeeld]").is_visible()
        for _ in ("as built", "as answered"):
            offered = "form :is([data-download], [data-verder], [data-kopieer-link], [data-maak-link], [data-kies])"
            assert page.locator(offered).count() == 0
            assert page.locator("form [data-fragment*='=']").count() == 0
            links = page.locator("form a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
            assert [link for link in links if "#" in link and "=" in link.partition("#")[2]] == []
            page.locator("form [data-veld] input").first.focus()
            wait_for_status(page, "klaar")
        assert urlsplit(page.url).fragment == ""


def test_the_example_can_be_looked_at_again_and_back_brings_back_what_was_filled_in(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open(CALCULATOR)
    wait_for_status(page, "klaar")
    example = outcome(page)
    fill(page, "eerste-ziektedag", "2025-03-10")
    assert outcome(page) != example
    page.locator("[data-naar-voorbeeld]").click()
    wait_for_status(page, "klaar")
    assert outcome(page) == example
    assert page.locator("output [data-voorbeeld]").is_visible()
    assert page.locator("#veld-eerste-ziektedag").input_value() == EXAMPLE_DAY
    assert urlsplit(page.url).fragment == ""
    page.go_back()
    wait_until(lambda: page.locator("#veld-eerste-ziektedag").input_value() == "10-03-2025", "the own day")
    assert page.locator("output [data-voorbeeld]").is_hidden()


def test_an_echo_empties_when_its_field_changes(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(CALCULATOR)
    wait_for_status(page, "klaar")
    echo = page.locator("#gelezen-eerste-ziektedag")
    assert echo.inner_text() != ""
    page.locator("#veld-eerste-ziektedag").press("1")
    assert echo.text_content() == ""


@pytest.mark.parametrize("address", [CALCULATOR, f"{CALCULATOR}#{LINK}"])
def test_a_failure_is_told_in_the_place_of_the_answer_and_in_the_bar_with_a_way_to_try_again(
    visitor: Callable[..., Visitor], broken_server: BrokenServer, address: str
) -> None:
    broken_server.faults["image.*"] = lambda _: (404, b"")
    page = open_slowly(visitor, broken_server, address, width=390)
    wait_for_status(page, "fout")
    assert page.locator("output [data-storing]").is_visible()
    assert page.locator("output [data-opnieuw]").is_visible()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # past the card
    bar = page.locator("[data-voetbalk]")
    wait_until(bar.is_visible, "the bar at the foot")
    assert "lukt nu niet" in bar.inner_text()
    assert page.locator("[data-uitkomst-inhoud]").is_visible() is ("#" not in address)
    broken_server.faults.clear()
    bar.get_by_role("button", name="Probeer opnieuw").click()
    wait_for_status(page, "klaar")
    assert page.locator("[data-storing]").is_hidden()
    assert "lukt nu niet" not in bar.inner_text()


def test_what_is_assumed_follows_the_role_until_the_reader_says_otherwise(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(f"{CALCULATOR}#eerste-ziektedag=2026-01-05")
    situation = page.locator("#veld-situatie")
    wait_for_status(page, "klaar")
    choose(page, "rol", "uitkering")
    wait_until(lambda: situation.input_value() == "vangnet", "the situation follows the role")
    assert values_in_address(page) == {"eerste-ziektedag": "2026-01-05", "rol": "uitkering"}
    assert page.locator("[data-aangenomen=situatie]").is_visible()
    choose(page, "rol", "werkgever")
    wait_until(lambda: situation.input_value() == "werknemer", "the situation follows the role back")
    choose(page, "rol", "uitkering")
    wait_until(lambda: situation.input_value() == "vangnet", "the situation follows the role")
    page.locator("[data-aangenomen=situatie] a").click()
    situation.select_option("werknemer")
    wait_until(lambda: "situatie=werknemer" in page.evaluate("location.hash"), "the choice stands in the address")
    wait_until(lambda: page.locator("[data-aangenomen]").count() == 0, "nothing is assumed any more")
    assert situation.input_value() == "werknemer"


def test_what_a_link_says_about_the_employer_stays(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(f"{CALCULATOR}#eerste-ziektedag=2026-01-05&situatie=vangnet&rol=uitkering")
    wait_for_status(page, "klaar")
    choose(page, "rol", "werknemer")
    wait_until(lambda: "rol=" not in page.evaluate("location.hash"), "the role is the usual one")
    assert values_in_address(page)["situatie"] == "vangnet"
    assert page.locator("#veld-situatie").input_value() == "vangnet"


def test_a_jump_within_the_page_leaves_the_own_values_in_the_address(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(CALCULATOR)
    wait_for_status(page, "klaar")
    fill(page, "eerste-ziektedag", "10-03-2025")
    page.evaluate("document.querySelector('.md-skip').click()")
    wait_until(lambda: values_in_address(page) == {"eerste-ziektedag": "2025-03-10"}, "the values in the address")
    page.reload()
    wait_until(lambda: texts_in(page) == {"eerste-ziektedag": "10-03-2025"}, "the own day after a reload")


def test_the_switch_leads_back_to_an_empty_form_too(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(CALCULATOR)
    wait_for_status(page, "klaar")
    page.locator("[data-naar-eigen]").click()
    wait_until(lambda: texts_in(page) == {}, "the empty form")
    page.locator("[data-naar-voorbeeld]").click()
    wait_until(lambda: texts_in(page) != {}, "the example")
    page.locator("[data-naar-eigen]").click()
    wait_until(lambda: texts_in(page) == {}, "the empty form again")
    assert page.locator("[data-naar-eigen]").get_attribute("aria-pressed") == "true"
