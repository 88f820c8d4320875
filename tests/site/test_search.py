"""Search, by the marks that interfaces promise: input[data-zoek] and data-zoekresultaat."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Visitor

# What people type, and the page that answers it.
QUESTIONS = {
    "moet ik meewerken aan 2e spoor": "/werknemer/rechten-en-plichten/",
    "mag ik een werkervaringsplek weigeren": "/werknemer/mag-ik-weigeren/",
    "wat kost een deskundigenoordeel": "/regelingen/deskundigenoordeel/",
    "krijg ik mijn loon doorbetaald op een werkervaringsplaats": "/werknemer/mijn-loon/",
    "wie betaalt mijn reiskosten bij werkervaringsplek": "/werknemer/mijn-loon/",
    "wat moet ik de nieuwe werkgever vertellen over mijn ziekte": "/werknemer/wat-mag-de-inlener-weten/",
    "hoe lang duurt een werkervaringsplaats": "/plekken/werkervaringsplaats/",
    "wat gebeurt er na 2 jaar ziek": "/regelingen/wia/",
    "krijg ik WIA als ik op een werkervaringsplek werk": "/regelingen/wia/",
    "wat als ik weer ziek word tijdens detachering": "/plekken/detachering/",
    "mijn contract loopt af en ik ben ziek": "/werknemer/contract-loopt-af/",
    "werkgever werkt niet mee aan re-integratie, waar kan ik heen": "/werknemer/werkgever-werkt-niet-mee/",
    "moet ik werken voor niks": "/werknemer/mijn-loon/",
    "mag werkgever mij pas later beter melden": "/werknemer/beter-melden/",
    "waarom zou ik een zieke medewerker in dienst nemen": "/inlener/waarom/",
    "zit ik vast aan een werkervaringsplaats": "/ja-maar/vastzitten-aan-zieke-medewerker/",
    "no risk polis wanneer geldt die": "/regelingen/no-riskpolis/",
    "inleenvergoeding detachering hoeveel": "/plekken/detachering/",
    "moet ik verzekering afsluiten voor iemand op proef": "/plekken/proefplaatsing/",
    "geheimhouding werkervaringsplaats": "/ja-maar/vertrouwelijke-informatie/",
    "verschil werkervaringsplaats proefplaatsing detachering": "/plekken/",
    "chauffeur proefplaatsing kan dat": "/plekken/proefplaatsing/",
    "loonkostenvoordeel 2026 doelgroepverklaring": "/regelingen/loonkostenvoordeel/",
    "loonsanctie voorkomen": "/regelingen/loonsanctie/",
    "eerste ziektedag 104 weken berekenen datum": "/rekenhulpen/tijdlijn/",
    "detacheren zieke werknemer wie betaalt loon": "/plekken/detachering/",
    "hoe bereken ik verzuimkosten": "/werkgever/kosten-en-hulp/",
    "nieuw bedongen arbeid wanneer": "/regelingen/loondoorbetaling/",
    "tellen zwangerschap en korte hersteldmelding mee in 104 weken": "/regelingen/loondoorbetaling/",
    "zelfde concern spoor 1 of 2": "/sporen/tweede-spoor/",
    # Without hyphens, and with everyday words.
    "reintegratie": "/begrippen/",
    "doorbetalen": "/regelingen/loondoorbetaling/",
    "werkervaringsplek": "/plekken/werkervaringsplaats/",
    "2e spoor": "/sporen/tweede-spoor/",
    "2de spoor": "/sporen/tweede-spoor/",
    "norisk": "/regelingen/no-riskpolis/",
    "no risk": "/regelingen/no-riskpolis/",
    "keuring": "/regelingen/wia/",
    "uitlenen": "/plekken/detachering/",
    "ziektegeld": "/regelingen/loondoorbetaling/",
    "proefplaats": "/plekken/proefplaatsing/",
    "proefdraaien": "/plekken/proefplaatsing/",
    "baas werkt niet mee": "/werknemer/werkgever-werkt-niet-mee/",
    "wie betaalt wat": "/rekenhulpen/wie-betaalt-wat/",
    "  TWEEDE   spoor?! ": "/sporen/tweede-spoor/",
    "loonsanct": "/regelingen/loonsanctie/",
}


def ask(page: Page, question: str) -> list[str]:
    """Type a question in the field and give the addresses found, best first."""
    field = page.locator("input[data-zoek]")
    field.fill("")
    expect(page.locator("[data-zoekresultaat]")).to_have_count(0)
    field.fill(question)
    page.locator("[data-zoekresultaat]").first.wait_for()
    found = page.locator("[data-zoekresultaat]").evaluate_all("links => links.map(link => link.href)")
    return [urlsplit(url).path + (f"#{urlsplit(url).fragment}" if urlsplit(url).fragment else "") for url in found]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_field_on_the_home_page_finds_a_term(visitor: Callable[..., Visitor], width: int) -> None:
    page = visitor(width=width).open("/")
    page.locator("article [data-zoek-openen]").click()
    expect(page.locator("input[data-zoek]")).to_be_focused()
    page.keyboard.type("wachttijd")
    first = page.locator("[data-zoekresultaat]").first
    expect(first).to_have_attribute("href", "/begrippen/#wachttijd")
    first.click()
    expect(page.locator("h2#wachttijd")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_found_can_be_seen(visitor: Callable[..., Visitor], width: int) -> None:
    page = visitor(width=width).open("/over/")
    page.locator("input[data-zoek]").focus()
    outcome = page.locator("#zoekuitkomst")
    expect(outcome).to_be_hidden()  # an empty box tells nothing
    ask(page, "loonsanctie")
    box = outcome.bounding_box()
    assert box is not None
    assert box["width"] > 200
    assert box["height"] > 100
    for place in page.locator("[data-zoekresultaat]").all()[:3]:
        assert place.evaluate("link => link.checkVisibility({ opacityProperty: true, visibilityProperty: true })")
        expect(place).to_be_in_viewport()
    page.locator("input[data-zoek]").fill("")
    expect(outcome).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_search_works_with_the_keyboard_alone(visitor: Callable[..., Visitor], width: int) -> None:
    page = visitor(width=width).open("/")
    page.locator("article [data-zoek-openen]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("loonsanctie")
    results = page.locator("[data-zoekresultaat]")
    results.first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("input[data-zoek]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(results.first).to_be_hidden()
    expect(page.locator("article [data-zoek-openen]")).to_be_focused()


def test_enter_leads_to_a_page_with_twenty_places_by_whom_they_are_for(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/over/")
    page.locator("input[data-zoek]").fill("loonsanctie voorkomen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/#q=loonsanctie%20voorkomen")
    results = page.locator("[data-zoekpagina] [data-zoekresultaat]")
    expect(results).to_have_count(20)
    headings = page.locator("[data-zoekpagina] h2").all_inner_texts()
    assert "Voor werkgevers" in headings
    assert len(headings) == len(set(headings))
    expect(page.get_by_label("Waar gaat uw vraag over?", exact=True)).to_have_value("loonsanctie voorkomen")
    expect(page.locator("#lijst")).to_be_hidden()
    assert reader.violations() == []


def test_a_link_to_a_question_opens_its_places_and_another_question_goes_back_with_the_browser(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open("/zoeken/#q=wachtdagen")
    first = page.locator("[data-zoekpagina] [data-zoekresultaat]").first
    expect(first).to_have_attribute("href", re.compile("wachtdagen|loon"))
    page.locator("#zoekvraag").fill("proefplaatsing")
    page.keyboard.press("Enter")
    expect(page.locator("[data-zoekpagina]")).to_contain_text("Proefplaatsing")
    page.go_back()
    expect(page.locator("#zoekvraag")).to_have_value("wachtdagen")


def test_without_a_question_or_without_scripts_the_page_of_results_lists_all_pages(
    visitor: Callable[..., Visitor],
) -> None:
    for scripts in (True, False):
        page = visitor(javascript=scripts).open("/zoeken/")
        expect(page.locator("#lijst")).to_be_visible()
        assert page.locator("#lijst a").count() > 100
    expect(page.locator("#zoekvraag")).to_be_hidden()


def test_a_word_that_was_typed_wrongly_is_read_as_one_that_the_site_has_and_can_be_asked_as_typed(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open("/over/")
    assert "/regelingen/loonsanctie/" in ask(page, "loonsanktei voorkomen")
    said = page.locator("[data-zoek-anders]").first
    expect(said).to_contain_text("Wij zochten op “loonsanctie”. Zoek toch op “loonsanktei”")
    said.get_by_role("button").click()
    expect(said).to_be_hidden()
    expect(page.locator("[data-zoek-onbekend]").first).to_contain_text("loonsanktei")


def test_a_word_that_the_site_does_not_have_is_said_above_what_the_others_find(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/over/")
    assert ask(page, "loonsanctie xyzzyqwx")
    expect(page.locator("[data-zoek-onbekend]").first).to_have_text("Dit staat niet op deze site: “xyzzyqwx”.")


def test_a_result_names_the_section_its_page_for_whom_it_is_and_what_stands_there(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open("/over/")
    ask(page, "moet ik werken voor niks")
    first = page.locator("[data-zoekresultaat]").first
    expect(first).to_have_attribute("href", "/werknemer/mijn-loon/#moet-ik-werken-voor-niks")
    assert first.locator("span").first.inner_text() == "Moet ik werken voor niks?"
    expect(first).to_contain_text("Mijn loon")
    expect(first).to_contain_text("voor werknemers")
    first.click()
    expect(page.locator("h2#moet-ik-werken-voor-niks")).to_be_in_viewport()


def test_leaving_the_search_closes_it(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/over/")
    ask(page, "loonsanctie")
    page.locator("main").click(position={"x": 5, "y": 300})
    expect(page.locator("[data-zoekresultaat]").first).to_be_hidden()


def test_on_a_phone_the_sign_opens_the_search_and_a_button_closes_it(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390).open("/over/")
    page.locator(".md-header [data-zoek-openen]").click()
    expect(page.locator("input[data-zoek]")).to_be_focused()
    page.locator("[data-zoek-sluiten]").click()
    expect(page.locator("[data-zoeken]")).not_to_have_attribute("data-open", "")
    expect(page.locator("h1")).to_be_in_viewport()


def test_what_is_asked_is_sent_to_nobody(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/over/")
    ask(page, "loonsanctie voorkomen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/#q=**")
    page.wait_for_load_state("networkidle")
    assert [url for url in reader.requests if "voorkomen" in url.split("#")[0]] == []
    assert urlsplit(page.url).query == ""


def test_search_leaves_nothing_behind_and_asks_nobody_else(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/over/")
    ask(page, "loonsanctie")
    stored = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"
    )
    assert stored == [0, 0, 0]
    assert page.context.cookies() == []
    assert reader.elsewhere() == []
    assert reader.violations() == []


def fetched(reader: Visitor) -> list[str]:
    return sorted(url.rpartition("/")[2] for url in reader.requests if "/zoeken/" in url)


def test_nothing_of_the_search_is_fetched_before_the_field_has_the_focus(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/")
    assert fetched(reader) == []
    page.locator("input[data-zoek]").focus()
    page.wait_for_load_state("networkidle")
    assert fetched(reader) == ["index.json", "rank.js"]


def test_a_question_that_finds_nothing_is_told_and_shows_four_doors(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/over/")
    page.locator("input[data-zoek]").fill("xyzzyqwx")
    expect(page.locator("[data-zoekstand]")).to_have_text("Niets gevonden. Probeer een ander woord.")
    doors = page.locator("[data-zoek-deuren] a")
    expect(doors).to_have_text(
        ["De wegwijzer: een paar vragen", "Begrippen van A tot Z", "De rekenhulpen", "Wie bel ik?"]
    )
    expect(doors.first).to_be_visible()


def test_a_search_that_cannot_start_says_so_and_tries_again(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/over/")
    page.route("**/zoeken/index.json", lambda route: route.abort())
    page.locator("input[data-zoek]").fill("wia")
    expect(page.locator("[data-zoekstand]")).to_contain_text("Zoeken lukt nu niet")
    page.unroute("**/zoeken/index.json")
    assert "/regelingen/wia/" in ask(page, "wia")


@pytest.mark.parametrize("name", ["rank.js", "index.json"])
def test_the_page_of_results_asks_again_when_the_search_could_not_start(
    visitor: Callable[..., Visitor], name: str
) -> None:
    page = visitor().open("/over/")
    page.route(f"**/zoeken/{name}", lambda route: route.abort())
    page.goto(page.url.replace("/over/", "/zoeken/#q=wachtdagen"))
    state = page.locator("[data-zoekpagina] [data-zoekstand]")
    expect(state).to_contain_text("Zoeken lukt nu niet")
    page.unroute(f"**/zoeken/{name}")
    page.get_by_role("button", name="Zoek", exact=True).last.click()
    expect(page.locator("[data-zoekpagina] [data-zoekresultaat]").first).to_be_visible()


def test_an_index_of_another_version_is_not_searched_in(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/over/")
    page.route(
        "**/zoeken/rank.js",
        lambda route: route.fulfill(body="export const MADE = 'other';", content_type="text/javascript"),
    )
    page.locator("input[data-zoek]").fill("wia")
    expect(page.locator("[data-zoekstand]").first).to_contain_text("Zoeken lukt nu niet")
    assert "/regelingen/wia/" in ask(page, "wia")  # the next try trusts no copy


def test_a_jump_past_the_menu_leaves_the_results_in_their_place(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/zoeken/#q=wachtdagen")
    results = page.locator("[data-zoekpagina] [data-zoekresultaat]")
    expect(results.first).to_be_visible()
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#zoeken$"))
    expect(results.first).to_be_visible()
    expect(page.locator("#zoekvraag")).to_have_value("wachtdagen")


ODD = [
    "__proto__",
    "constructor",
    "<img src=x onerror=alert(1)>",
    "\u202e%00 \ud83d\ude00",
    "a" * 5000,
    "de het een",
    "?",
]


@pytest.mark.parametrize("question", ODD)
def test_odd_questions_break_nothing(visitor: Callable[..., Visitor], question: str) -> None:
    reader = visitor()
    page = reader.open("/over/")
    page.locator("input[data-zoek]").fill(question)
    expect(page.locator("[data-zoekstand]")).to_have_text(re.compile("gevonden|passen"), ignore_case=True)
    assert page.locator("[data-zoeken] img").count() == 0
    assert reader.errors == []
    assert reader.violations() == []


def test_the_page_for_a_wrong_address_searches_too(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/plekken/bestaat/niet/")
    assert ask(page, "proefplaatsing")[0] == "/plekken/proefplaatsing/"
