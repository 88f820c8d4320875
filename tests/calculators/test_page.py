"""What the build puts in pages: a calculator with its example, figures, sources, and the page of sources."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import calculators
from calculators import page
from calculators.law import parameters
from calculators.law.parameters import all_figures, all_sources
from calculators.registry import calculator

TODAY = date(2026, 11, 21)
LATE = date(2099, 1, 1)
SITE = "https://spoorwijzer.example/"


def ids_of(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', html)


@pytest.fixture
def sources_page() -> str:
    return page.sources_page_html({"wachttijd.weken": [("Ziek & nu?", "/werknemer/")]}, TODAY)


@pytest.mark.parametrize("name", calculators.names())
def test_a_calculator_stands_in_its_page_with_its_example_answered(name: str):
    html = page.calculator_html(name, TODAY, SITE)
    assert f'data-rekenhulp="{name}"' in html
    assert "Voorbeeld, uitgerekend op 21 november 2026" in html
    assert f"{SITE}rekenhulpen/{name}/" in html
    assert re.search(r"<p [^>]*data-hoofdzin[^>]*>[A-Z].+\.</p>", html)


@pytest.mark.parametrize("name", calculators.names())
def test_the_example_of_a_calculator_has_no_errors(name: str):
    assert calculators.answer(name, calculator(name).example, TODAY)["fouten"] == []


@pytest.mark.parametrize("name", calculators.names())
def test_the_page_of_a_calculator_has_no_id_twice(name: str):
    ids = ids_of(page.calculator_html(name, TODAY, SITE))
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", calculators.names())
def test_the_page_of_a_calculator_has_no_inline_style_or_handler(name: str):
    html = page.calculator_html(name, TODAY, SITE)
    assert re.findall(r"<[^>]+\s(?:style|on[a-z]+)=|<script|<style", html) == []


def test_the_worked_cases_of_the_page_are_links_that_restore_them():
    html = page.calculator_html("tijdlijn", TODAY, SITE)
    assert 'href="#eerste-ziektedag=2025-11-24&amp;peildatum=2026-11-21"' in html


def test_a_figure_in_prose_shows_its_value_of_today():
    assert page.figure_html("wachttijd.weken", TODAY) == '<data class="sw-cijfer" value="104">104</data>'


def test_a_figure_without_a_value_on_the_day_says_so():
    assert "nog niet bekend" in page.figure_html("wachttijd.weken", date(2001, 1, 1))


def test_a_figure_that_was_not_checked_in_time_is_marked_in_prose():
    assert "sw-verlopen" in page.figure_html("wachttijd.weken", LATE)
    assert "sw-verlopen" not in page.figure_html("wachttijd.weken", all_figures()["wachttijd.weken"].review_by)


def test_a_figure_that_does_not_exist_stops_the_build_by_name():
    with pytest.raises(KeyError, match=r"onbekend cijfer 'wachttijd\.kleur'"):
        page.figure_html("wachttijd.kleur", TODAY)


def test_a_source_is_a_link_with_the_day_it_was_checked():
    assert page.source_html("wet-wia-23").strip() == (
        '<a class="sw-bron" href="https://wetten.overheid.nl/BWBR0019057/2026-07-01#Artikel23" '
        'rel="noopener noreferrer">Wet WIA, artikel 23 (wachttijd en samentellen)</a> '
        "(gecontroleerd op 28 november 2026)"
    )


def test_a_source_with_a_note_shows_it():
    assert page.source_html("beleidsregels-proefplaatsing").endswith("De tekst van de versie 2023 is niet gevonden.")


def test_a_source_that_does_not_exist_stops_the_build_by_name():
    with pytest.raises(KeyError, match="onbekende bron 'wet-op-de-kleur'"):
        page.source_html("wet-op-de-kleur")


def test_the_page_of_sources_has_every_figure_and_every_source_once(sources_page: str):
    figures = [f"cijfer-{name}".replace(".", "-").replace("_", "-") for name in all_figures()]
    sources = [f"bron-{name}" for name in all_sources()]
    ids = ids_of(sources_page)
    assert sorted(ids) == sorted(set(ids))
    assert set(figures) | set(sources) <= set(ids)


def test_links_within_the_page_of_sources_lead_to_something_in_it(sources_page: str):
    wanted = set(re.findall(r'href="#([^"]+)"', sources_page))
    assert wanted <= set(ids_of(sources_page))


@pytest.mark.parametrize(
    ("figure", "users"),
    [
        ("lkv.banenafspraak_per_uur", {"wie-betaalt-wat"}),  # its name is put together while answering
        ("lkv.arbeidsgehandicapte_maximum_jaar", {"wie-betaalt-wat"}),
        (
            "plaatsing.proefplaatsing_maanden",
            {"tijdlijn", "wie-betaalt-wat"},
        ),  # law/ names it, no-riskpolis does not
        ("wachttijd.melding_42e_week_boete", {"tijdlijn"}),  # stands in a text that is kept once it is filled in
        (
            "wachttijd.weken",
            {"no-riskpolis", "tijdlijn", "wie-betaalt-wat", "inkomen-na-104-weken", "transitievergoeding"},
        ),
    ],
)
def test_the_page_of_sources_names_exactly_the_calculators_that_ask_for_a_figure(
    sources_page: str, figure: str, users: set[str]
):
    anchor = f"cijfer-{figure}".replace(".", "-").replace("_", "-")
    card = sources_page.split(f'id="{anchor}"')[1].split("</section>", maxsplit=1)[0]
    assert set(re.findall(r'href="/rekenhulpen/([^/"]+)/"', card)) == users


def test_the_page_of_sources_says_where_a_figure_is_used(sources_page: str):
    card = sources_page.split('id="cijfer-wachttijd-weken"')[1].split("</section>", maxsplit=1)[0]
    assert '<a href="/werknemer/">Ziek &amp; nu?</a>' in card
    assert '<a href="/rekenhulpen/tijdlijn/">Tijdlijn</a>' in card


def test_a_figure_that_no_page_uses_is_said_to_be_used_nowhere():
    html = page.sources_page_html({}, TODAY)
    cards = html.split('<section class="sw-cijferkaart"')[1:]
    assert [card for card in cards if "Gebruikt op: ." in card] == []


def test_the_page_of_sources_marks_what_was_not_checked_in_time():
    assert "sw-verlopen" not in page.sources_page_html({}, TODAY)
    assert page.sources_page_html({}, LATE).count('class="sw-verlopen"') == len(all_figures())


def test_the_page_of_sources_tells_until_when_a_figure_is_known(monkeypatch: pytest.MonkeyPatch):
    one = replace(all_figures()["wachttijd.weken"], known_until=date(2026, 10, 31))
    monkeypatch.setattr(page, "all_figures", lambda: {one.id: one})
    html = page.sources_page_html({}, TODAY)
    assert "Nog niet bekend voor 21 november 2026" in html
    assert "Bekend tot en met 31 oktober 2026." in html


@pytest.fixture
def ended_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the waiting period end with 2026."""
    page.sources_page_html({}, TODAY)  # which figures a calculator reads is found once, while all are there
    one = all_figures()["wachttijd.weken"]
    changed = replace(one, history=(*one.history, replace(one.history[0], start=date(2026, 1, 1), value=None)))
    monkeypatch.setattr(page, "all_figures", lambda: {one.id: changed})
    monkeypatch.setattr(parameters, "all_figures", lambda: {one.id: changed})


@pytest.mark.usefixtures("ended_figure")
def test_the_page_of_sources_tells_that_a_figure_ended():
    html = page.sources_page_html({}, TODAY)
    assert "<strong>vervallen</strong>" in html.lower()
    assert re.search(r">1 januari 2026</t[dh]><td[^>]*>vervallen</td>", html)


@pytest.mark.usefixtures("ended_figure")
def test_prose_tells_that_a_figure_ended_but_not_before_it_did():
    assert ">vervallen<" in page.figure_html("wachttijd.weken", date(2026, 1, 1))
    assert ">104<" in page.figure_html("wachttijd.weken", date(2025, 12, 31))


def test_an_amount_in_prose_has_cents_or_none(monkeypatch: pytest.MonkeyPatch):
    one = replace(all_figures()["wachttijd.weken"], unit="euro per dag")
    rows = {
        "half": replace(one.history[0], value=Decimal("1234.5")),
        "vol": replace(one.history[0], value=Decimal(455)),
    }
    figures = {name: replace(one, id=name, history=(row,)) for name, row in rows.items()}
    monkeypatch.setattr(parameters, "all_figures", lambda: figures)
    assert ">1.234,50<" in page.figure_html("half", TODAY)
    assert ">455<" in page.figure_html("vol", TODAY)


def test_nothing_is_overdue_on_the_day_itself_and_everything_in_a_far_future():
    first = min(one.review_by for one in all_figures().values())
    assert page.overdue(first) == ()
    assert page.overdue(LATE) == tuple(all_figures())


def test_only_what_is_overdue_is_named(monkeypatch: pytest.MonkeyPatch):
    figures = {name: replace(one, review_by=LATE) for name, one in all_figures().items()}
    figures["wachttijd.weken"] = replace(figures["wachttijd.weken"], review_by=date(2026, 11, 20))
    monkeypatch.setattr(page, "all_figures", lambda: figures)
    assert page.overdue(TODAY) == ("wachttijd.weken",)


def test_a_figure_is_read_anew_when_its_table_changes(monkeypatch: pytest.MonkeyPatch):
    one = all_figures()["wachttijd.weken"]
    changed = replace(one, history=(replace(one.history[0], value=one.history[0].known_value / 8),))
    monkeypatch.setattr(parameters, "all_figures", lambda: {one.id: changed})
    assert page.figure_html("wachttijd.weken", TODAY) == '<data class="sw-cijfer" value="13">13</data>'


def test_a_provisional_figure_says_so_in_prose_and_among_the_sources():
    assert "(voorlopig)" in page.figure_html("premies.wko", date(2027, 2, 1))
    assert "(voorlopig)" not in page.figure_html("premies.wko", date(2026, 12, 31))
    assert "aangekondigd, nog niet vastgesteld" in page.sources_page_html({}, date(2027, 2, 1))
