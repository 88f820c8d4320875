"""Every milestone and warning of the timeline names the article it rests on, and no milestone lies where it cannot."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.law import parameters
from calculators.law.book import Law
from calculators.law.parameters import all_figures
from calculators.tijdlijn.milestones import kinds
from calculators.tijdlijn.wording import wording
from tests.calculators.test_answer import WARNINGS

TODAY = date(2026, 11, 21)

# Written from the statutes and the table of rules, not from milestones.toml. What UWV, custom or agreement sets,
# rests on what was read of that.
PLACE = {"praktijk-werkervaringsplaats"}
TRIAL = {"wet-wia-37", "ziektewet-52e", "werkloosheidswet-76a"}
RESTS_ON = {
    "probleemanalyse": {"regeling-procesgang"},
    "plan-van-aanpak": {"regeling-procesgang", "wet-wia-25"},
    "evaluatie-plan": {"regeling-procesgang", "uwv-stappenplan"},
    "melding-42e-week": {"ziektewet-38", "ziektewet-38a"},
    "eerstejaarsevaluatie": {"regeling-procesgang", "werkwijzer-poortwachter"},
    "ezwb": {"ziektewet-19aa", "wet-wia-23"},
    "tweede-spoor-uiterlijk": {"werkwijzer-poortwachter", "bw-7-658a"},
    "brief-uwv-wia": {"wet-wia-64"},
    "re-integratieverslag": {"wet-wia-25"},
    "wia-aanvraag": {"wet-wia-64", "bw-7-629"},
    "no-risk-peildag": {"ziektewet-29b"},
    "besluit-loonsanctie": {"wet-wia-25"},
    "einde-wachttijd": {"wet-wia-23"},
    "einde-verlenging": {"wet-wia-24", "bw-7-629"},
    "einde-loonsanctie": {"wet-wia-25", "bw-7-629"},
    "einde-loondoorbetaling": {"bw-7-629"},
    "eerste-wia-dag": {"wet-wia-23", "wet-wia-43", "wet-wia-47", "wet-wia-54"},
    "vervroegde-iva-aanvraag": {"wet-wia-23", "wet-wia-66"},
    "vervroegde-iva": {"wet-wia-23", "wet-wia-66", "bw-7-629"},
    "einde-opzegverbod": {"bw-7-670"},
    "einde-dienstverband": {"ziektewet-38", "ziektewet-38aa"},
    "aow": {"bw-7-629", "bw-7-670", "bw-7-658a", "bw-7-660a"},
    "werkervaringsplaats-start": PLACE | {"bw-7-629"},
    "werkervaringsplaats-evaluatie": PLACE,
    "werkervaringsplaats-einde": PLACE,
    "detachering-start": PLACE | {"bw-7-629"},
    "detachering-einde": PLACE,
    "proefplaatsing-aanvraag": {"uwv-proefplaatsing"},
    "proefplaatsing-start": TRIAL,
    "proefplaatsing-einde": {"wet-wia-37", "beleidsregels-proefplaatsing"},
    "in-dienst": {"ziektewet-29b"},
    "no-risk-einde": {"ziektewet-29b"},
    "lkv-doelgroepverklaring": {"wtl-2026"},
    "lkv-einde": {"wtl-2026"},
}
WITHOUT_EMPLOYER = {
    "probleemanalyse": {"uwv-ziektewet"},
    "plan-van-aanpak": {"uwv-ziektewet"},
    "werkervaringsplaats-start": PLACE | {"uwv-ziektewet"},
    "wia-aanvraag": {"wet-wia-64"},
    "aow": {"ziektewet-29", "wet-wia-43"},
    "einde-wachttijd": {"wet-wia-23", "ziektewet-29"},
    "vervroegde-iva": {"wet-wia-23", "wet-wia-66"},
}
NO_LAW = {"plaatsing-overlapt", "datum-in-toekomst", "datum-buiten-periode", "regel-onbekend"}
WARNING_RESTS_ON = {
    "nieuwe-ziekteperiode": {"bw-7-629", "wet-wia-23"},
    "samentellen-niet-zeker": {"bw-7-629", "wet-wia-23", "rvi-samenstellen"},
    "probleemanalyse-laat": {"regeling-procesgang"},
    "aow-na-wachttijd": {"bw-7-629", "bw-7-670"},
    "hoort-bij-oude-ziekte": {"wet-wia-23", "wet-wia-25"},
    "verlenging-eigenrisicodrager": {"wet-wia-26", "wet-wia-43", "ziektewet-29", "ziektewet-29b"},
    "contract-op-no-risk-peildag": {"ziektewet-29b"},
    "contract-voor-einde-wachttijd": {"ziektewet-29b", "crvb-2016-4358"},
    "contract-op-eerste-wia-dag": {"ziektewet-29b", "wtl-2026", "crvb-2019-2682"},
    "contract-niet-zeker": {"ziektewet-29b", "wtl-2026"},
    "vervroegde-aanvraag-vroeg": {"wet-wia-23", "wet-wia-66", "uwv-bijna-2-jaar-ziek"},
    "proefplaatsing-zonder-uitkering": {"wet-wia-37", "werkloosheidswet-76a"},
    "proefplaatsing-te-lang": {"wet-wia-37"},
    "detachering-zonder-werkgever": {"waadi-1"},
    "plaatsing-na-einde-wachttijd": {"bw-7-629"},
    "wia-aanvraag-te-laat": {"bw-7-629", "wet-wia-43", "wet-wia-64", "ziektewet-29"},
    "tweede-spoor-te-laat": {"werkwijzer-poortwachter"},
    "dienstverband-eindigt-eerst": {"ziektewet-38", "ziektewet-39a"},
}


def test_there_is_an_article_here_for_every_row_of_the_table():
    assert list(RESTS_ON) == list(kinds())


@pytest.mark.parametrize(("kind", "articles"), RESTS_ON.items())
def test_a_milestone_names_the_articles_it_rests_on(kind: str, articles: set[str]):
    assert articles <= set(wording(kind, has_employer=True, law=Law(TODAY))["bronnen"])


@pytest.mark.parametrize(("kind", "articles"), (RESTS_ON | WITHOUT_EMPLOYER).items())
def test_a_milestone_without_an_employer_names_what_it_rests_on(kind: str, articles: set[str]):
    assert articles <= set(wording(kind, has_employer=False, law=Law(TODAY))["bronnen"])


@pytest.mark.parametrize("kind", [name for name in kinds() if name.startswith("werkervaringsplaats-")])
def test_a_placement_without_an_employer_gives_an_employer_nothing_to_do(kind: str):
    texts = wording(kind, has_employer=False, law=Law(TODAY))
    assert "werkgever" not in {*texts["wie"], *texts["doen"]}
    assert "werkgever" not in texts["toelichting"]


@pytest.mark.parametrize(("last", "who"), [("2026-12-06", False), ("2026-12-07", True)])
def test_a_placement_after_the_contract_is_told_as_one_without_an_employer(last: str, who: bool):
    case = {"eerste-ziektedag": "2026-03-02", "werkervaringsplaats-start": "2026-12-07", "einde-dienstverband": last}
    milestones = calculators.answer("tijdlijn", case, TODAY)["uitkomst"]["mijlpalen"]
    (start,) = [one for one in milestones if one["id"] == "werkervaringsplaats-start"]
    assert ("werkgever" in start["doen"]) is who


def test_there_is_an_article_here_for_every_warning_that_is_about_law():
    assert set(WARNING_RESTS_ON) == set(WARNINGS) - NO_LAW


@pytest.mark.parametrize(("code", "articles"), WARNING_RESTS_ON.items())
def test_a_warning_names_the_articles_it_rests_on(code: str, articles: set[str]):
    found = calculators.answer("tijdlijn", {"eerste-ziektedag": "2025-11-24"} | WARNINGS[code], TODAY)
    (warning,) = [one for one in found["waarschuwingen"] if one["code"] == code]
    assert articles <= set(warning["bronnen"])


CASE = {"eerste-ziektedag": "2025-11-24", "in-dienst": "2027-11-22", "peildatum": "2028-01-01"}


def changed(figure_id: str, day: date, value: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    """Give the milestones of a case under a law in which one figure changes on a day."""
    one = all_figures()[figure_id]
    row = replace(one.history[-1], start=day, value=Decimal(value))
    figures = {**all_figures(), figure_id: replace(one, history=(*one.history, row))}
    monkeypatch.setattr(parameters, "all_figures", lambda: figures)
    return {one["id"]: one for one in calculators.answer("tijdlijn", CASE, TODAY)["uitkomst"]["mijlpalen"]}


@pytest.mark.parametrize(
    ("day", "due", "words"),
    [(date(2025, 11, 25), "2026-01-04", "binnen 6 weken"), (date(2025, 11, 24), "2026-01-11", "binnen 7 weken")],
)
def test_the_text_of_a_duty_has_the_figure_that_made_its_day(
    day: date, due: str, words: str, monkeypatch: pytest.MonkeyPatch
):
    found = changed("wachttijd.probleemanalyse_weken", day, 7, monkeypatch)["probleemanalyse"]
    assert (found["datum"], words in found["toelichting"]) == (due, True)


@pytest.mark.parametrize(
    ("day", "last", "words"),
    [(date(2027, 11, 23), "2032-11-21", "binnen 5 jaar"), (date(2027, 11, 22), "2031-11-21", "binnen 4 jaar")],
)
def test_the_text_of_a_term_of_the_contract_has_the_figure_of_its_first_day(
    day: date, last: str, words: str, monkeypatch: pytest.MonkeyPatch
):
    found = changed("regelingen.no_risk_jaren", day, 4, monkeypatch)["no-risk-einde"]
    assert (found["datum"], words in found["toelichting"]) == (last, True)


FIRST_DAYS = st.dates(date(2006, 1, 1), date(2090, 12, 31))


def days_of(values: dict[str, str]) -> dict[str, str]:
    found: dict[str, Any] = calculators.answer("tijdlijn", values | {"peildatum": "2099-01-01"}, TODAY)
    assert found["fouten"] == []
    return {one["id"]: one.get("datum") or one["tot"] for one in found["uitkomst"]["mijlpalen"]}


@st.composite
def lengthened(draw: st.DrawFn) -> dict[str, str]:
    """Draw an illness of somebody with an employer: with recovery, leave, extension, sanction, a late application."""
    first_day = draw(FIRST_DAYS)
    begin = first_day + timedelta(days=draw(st.integers(1, 700)))
    values = {
        "verlenging-weken": str(draw(st.integers(0, 104))),
        "loonsanctie-weken": str(draw(st.integers(0, 52))),
        "wia-aanvraag": str(first_day + timedelta(days=draw(st.integers(600, 1400)))),
        "onderbrekingen": f"{begin}/{begin + timedelta(days=draw(st.integers(0, 26)))}",
    }
    leave = begin + timedelta(days=-draw(st.integers(100, 200)))
    if leave > first_day:
        values["verlof"] = f"{leave}/{leave + timedelta(days=draw(st.integers(0, 90)))}"
    chosen = draw(st.sets(st.sampled_from(sorted(values))))
    return {"eerste-ziektedag": str(first_day)} | {key: values[key] for key in chosen}


@given(lengthened())
def test_the_ban_on_dismissal_never_ends_before_the_first_wia_day(values: dict[str, str]):
    found = days_of(values)
    assert found["einde-opzegverbod"] >= found["eerste-wia-dag"]


@given(lengthened())
def test_the_wage_ends_on_the_day_before_the_wia_can_begin(values: dict[str, str]):
    found = days_of(values)
    assert date.fromisoformat(found["einde-loondoorbetaling"]) + timedelta(days=1) == date.fromisoformat(
        found["eerste-wia-dag"]
    )


@given(FIRST_DAYS, st.integers(14, 468))
def test_an_early_benefit_begins_between_14_and_79_weeks_and_more_than_ten_weeks_after_applying(
    first_day: date, days: int
):
    applied = first_day + timedelta(days=days)
    found = days_of({"eerste-ziektedag": str(first_day), "vervroegde-iva-aanvraag": str(applied)})
    earliest = date.fromisoformat(found["vervroegde-iva"])
    assert 13 * 7 <= (earliest - first_day).days <= 78 * 7
    assert (earliest - applied).days > 10 * 7
