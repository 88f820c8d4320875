"""Every task with the keyboard alone, in each engine: the Tab key leads there, and keys do what a mouse would."""

from __future__ import annotations

import pytest

from tests.engines.conftest import Reader
from tests.engines.test_journey import CASE, HANDED_OVER, KEEP_FILES, TIMELINE

pytestmark = [pytest.mark.full, pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")]

FOCUSED = "document.activeElement.innerText || document.activeElement.id || document.activeElement.className"


def test_the_first_stop_leads_past_the_menu(reader: Reader) -> None:
    reader.open("/werknemer/mijn-loon/")
    reader.tabs_to(".md-skip", most=1)
    reader.strike("Enter")
    reader.wait(lambda: "#" in reader.where, "the jump to the text")
    reader.strike("Tab")
    assert reader.ask("document.querySelector('.md-content').contains(document.activeElement)"), reader.ask(FOCUSED)


def test_the_menu_opens_and_closes_and_gives_the_focus_back(reader: Reader) -> None:
    reader.open("/werknemer/mijn-loon/")
    reader.resize(reader.narrowest)
    reader.tabs_to("[data-menu]")
    reader.strike("Enter")
    reader.wait(lambda: reader.ask("document.querySelector('[data-menu]').ariaExpanded") == "true", "the open menu")
    reader.tabs_to("#menu a")
    reader.strike("Escape")
    reader.wait(lambda: reader.ask("document.querySelector('[data-menu]').ariaExpanded") == "false", "the closed menu")
    assert reader.ask("document.activeElement.matches('[data-menu]')"), reader.ask(FOCUSED)
    reader.resize(1280)


def test_the_timeline_is_reached_from_home_answers_and_gives_its_calendar(reader: Reader) -> None:
    reader.open("/")
    reader.tabs_to(".md-content a[href*='rekenhulpen/tijdlijn']")
    reader.strike("Enter")
    reader.wait(lambda: TIMELINE in reader.where, "the timeline")
    reader.wait_for_status("klaar")
    reader.tabs_to("#veld-eerste-ziektedag")
    reader.strike("9 maart 2026")
    reader.strike("Tab")
    reader.wait(lambda: "6 maart 2028" in reader.text("[data-hoofdzin]"), "the answer for what was typed")
    reader.ask(KEEP_FILES)
    reader.tabs_to("[data-download=agenda]")
    reader.strike("Enter")
    reader.wait(lambda: bool(reader.ask("window.handedOver.length")), "the calendar")
    assert reader.ask(HANDED_OVER)[0][0] == "spoorwijzer-tijdlijn.ics"


def test_a_role_is_chosen_with_the_arrows_and_a_fold_opens_with_enter(reader: Reader) -> None:
    reader.answers("/rekenhulpen/wie-betaalt-wat/" + CASE + "&bruto-maandloon=3000&uren-per-week=40")
    reader.tabs_to("input[name=rol]")
    reader.strike("ArrowDown")
    reader.wait(lambda: "rol=werkgever" in reader.where, "the role in the address")
    reader.tabs_to("details:has([data-veld]) > summary")
    fold = "document.activeElement.closest('details').open"
    assert not reader.ask(fold)
    reader.strike("Enter")
    reader.wait(lambda: bool(reader.ask(fold)), "the open fold")
    reader.tabs_to("details[open] [data-veld] :is(input, select)", most=3)


def test_the_search_is_used_and_left_without_a_mouse(reader: Reader) -> None:
    reader.open("/over/")
    reader.tabs_to("input[data-zoek]")
    reader.strike("loonsanctie")
    reader.wait(lambda: reader.ask("document.querySelectorAll('[data-zoekresultaat]').length") > 0, "a result")
    reader.tabs_to("[data-zoekresultaat]", most=5)
    reader.strike("Enter")
    reader.wait(lambda: "/regelingen/loonsanctie/" in reader.where, "the page that was found")


def test_the_decision_helper_leads_on_from_an_answer(reader: Reader) -> None:
    reader.open("/wegwijzer/werknemer/wat-speelt-er/")
    reader.tabs_to("a[data-antwoord=ziek-in-dienst]")
    reader.strike("Enter")
    reader.wait(lambda: "/wegwijzer/werknemer/welke-week/" in reader.where, "the next question")
    reader.tabs_to("a[data-antwoord]")


def test_a_document_is_filled_in_and_handed_over(reader: Reader) -> None:
    reader.answers("/documenten/geheimhouding/")
    reader.tabs_to("#veld-naam-inlener")
    reader.strike("Bakkerij De Punt")
    reader.strike("Tab")
    reader.wait(lambda: "Bakkerij De Punt" in reader.text("[data-uitkomst-inhoud]"), "the name in the document")
    reader.ask(KEEP_FILES)
    reader.tabs_to("[data-download=docx]")
    reader.strike("Enter")
    reader.wait(lambda: bool(reader.ask("window.handedOver.length")), "the document")
    assert reader.ask(HANDED_OVER)[0][0] == "geheimhouding.docx"


@pytest.mark.parametrize(
    ("address", "field", "key", "kept"),
    [
        (
            "/rekenhulpen/no-riskpolis/",
            "form[data-rekenhulp] :is(select, input[type=radio]):not([name=rol])",
            "ArrowDown",
            "",
        ),
        ("/ja-maar/", "input.sw-kiesvak", "Space", "#kies="),
        ("/plekken/", ".sw-paar select", "ArrowDown", "#vergelijk="),
    ],
    ids=["the no-risk check", "an objection", "two forms of work"],
)
def test_a_choice_is_made_with_a_key_and_kept_in_the_address(
    reader: Reader, address: str, field: str, key: str, kept: str
) -> None:
    reader.open(address)
    if address.startswith("/rekenhulpen/"):
        reader.wait_for_status("klaar")
    reader.tabs_to(field)
    kept = kept or reader.ask("document.activeElement.name") + "="
    reader.strike(key)
    reader.wait(lambda: kept in reader.where, f"{kept} in the address")


def test_a_coach_makes_a_link(reader: Reader) -> None:
    reader.answers("/begeleider/link-maken/")
    reader.tabs_to("form[data-rekenhulp] :is(select, input[type=radio])")
    before = reader.where
    reader.strike("ArrowDown")
    reader.wait(lambda: reader.where != before, "the choice in the address")
    reader.tabs_to("[data-kopieer-kort]")
    reader.strike("Enter")
    told = "document.querySelector('[data-kopieer-kort] ~ [role=status]').textContent"
    by_hand = "document.activeElement.matches('textarea') && String(getSelection())"
    reader.wait(lambda: reader.ask(told) == "Gekopieerd" or "/l/" in (reader.ask(by_hand) or ""), "the copied link")
