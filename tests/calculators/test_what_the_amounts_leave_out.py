"""What the answer about money says beside its amounts: conditions, who bears them, and what may come on top."""

from datetime import date
from typing import Any

import pytest

import calculators
from calculators.answering import answer
from calculators.inkomen_na_104_weken import outcome as income
from calculators.registry import calculator
from calculators.wie_betaalt_wat.picture import drawing

TODAY = date(2026, 11, 28)
CASE = {"eerste-ziektedag": "2024-12-02", "bruto-maandloon": "3000", "uren-per-week": "40"}
CONTRACT = {"in-dienst": "2027-02-01", "nieuw-maandloon": "2800", "nieuwe-uren-per-week": "40"}
LKV = CONTRACT | {"lkv": "arbeidsgehandicapte", "uitkering": "WGA", "uitkering-naast-werk": "200"}
WGA = {"uitkering": "WGA", "uitkering-per-maand": "2268", "proefplaatsing-start": "2026-12-01"}


def answered(**values: str) -> dict[str, Any]:
    found = calculators.answer("wie-betaalt-wat", CASE | values, TODAY)
    assert found["fouten"] == []
    return found


def left_out(values: dict[str, str]) -> dict[str, str]:
    found = calculators.answer("wie-betaalt-wat", CASE | values, TODAY)
    assert found["fouten"] == []
    return {one["code"]: one["tekst"] for one in found["uitkomst"]["niet_berekend"]}


def test_an_lkv_names_the_last_day_to_ask_for_the_declaration():
    assert "uiterlijk op vrijdag 30 april 2027 om een doelgroepverklaring" in left_out(LKV)["lkv-voorwaarden"]


def test_a_last_day_in_a_weekend_moves_to_the_next_ordinary_day():
    text = left_out(LKV | {"in-dienst": "2027-02-02"})["lkv-voorwaarden"]  # three months end on Saturday 1 May
    assert "uiterlijk op maandag 3 mei 2027 om" in text


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (WGA, "Vanaf 30 november 2026 wordt dat € 2.268, met vakantiegeld."),
        (LKV | {"uitkering-per-maand": "2268", "peildatum": "2027-03-01"}, "U krijgt nu € 3.000 bruto per maand."),
    ],
)
def test_a_benefit_is_said_to_hold_holiday_pay_where_there_is_no_wage_beside_it(values: dict[str, str], said: str):
    assert said in answered(**values)["hoofdzin"].replace("\N{NO-BREAK SPACE}", " ")


def test_for_the_banenafspraak_there_is_a_register_and_no_declaration():
    text = left_out(LKV | {"lkv": "banenafspraak"})["lkv-voorwaarden"]
    assert "doelgroepregister" in text
    assert "doelgroepverklaring" not in text


def test_without_an_lkv_in_the_amounts_its_conditions_are_not_named():
    assert "lkv-voorwaarden" not in left_out(CONTRACT)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"eigen-werk": "01-06-2026: 16", "uitkering": "WGA", "uitkering-per-maand": "1000"}, True),
        ({"eigen-werk": "01-06-2026: 16"}, False),
        ({"uitkering": "WGA", "uitkering-per-maand": "1000"}, False),
    ],
)
def test_who_works_on_at_the_own_employer_with_wia_is_told_of_the_lkv_for_that(values: dict[str, str], named: bool):
    assert ("lkv-herplaatsen" in left_out(values)) is named


@pytest.mark.parametrize(
    ("values", "named"),
    [
        (WGA, True),
        (WGA | {"uitkering": "Wajong"}, False),
        ({"situatie": "vangnet", "uitkering": "ZW", "uitkering-per-maand": "2000"}, True),
        ({}, False),
    ],
)
def test_a_wga_or_sick_pay_may_be_borne_by_an_employer_and_not_by_uwv(values: dict[str, str], named: bool):
    assert ("eigenrisicodrager-betaalt" in left_out(values)) is named


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({}, True),  # the second year has begun
        ({"eerste-ziektedag": "2026-10-05", "einde-dienstverband": "2027-03-31"}, False),
        (WGA, True),
    ],
)
def test_a_supplement_up_to_the_social_minimum_is_named_from_the_second_year_on(values: dict[str, str], named: bool):
    assert ("toeslag" in left_out(values)) is named


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "eindigt op zondag 29 november 2026 en de eerste WIA-dag is maandag 30 november 2026."),
        ({"aow-datum": "2026-11-30"}, "De AOW begint voordat de WIA kan ingaan: er komt dan geen WIA-uitkering."),
        (
            {"situatie": "vangnet", "wia-aanvraag": "2027-12-01"},
            "Door de late aanvraag kan UWV pas WIA geven vanaf woensdag 2 december 2026.",
        ),
    ],
)
def test_the_first_step_names_the_first_wia_day_only_where_there_is_one(values: dict[str, str], said: str):
    assert said in answered(**values)["stappen"][0]["tekst"]


def test_of_hours_in_the_own_work_it_is_not_sure_that_the_law_asks_the_whole_wage():
    found = answered(**{"eigen-werk": "02-12-2024: 20"})["uitkomst"]["perioden"][0]["posten"]
    (wage,) = (one for one in found if one["id"] == "loon")
    said = "Voor uren in het eigen werk is het vaak het hele loon; of de wet dat vraagt, is niet zeker."
    assert said in wage["formule"]
    assert "dan vraagt de wet minstens €" in wage["formule"]


@pytest.mark.parametrize(("own_work", "mark"), [("", "wet"), ("2026-03-02:8", "cao-of-polis")])
def test_the_wage_of_hours_in_the_own_work_is_never_marked_as_what_the_law_asks(own_work: str, mark: str):
    """BW 7:629(1): not even where those hours have the same 70 percent."""
    values = {"eerste-ziektedag": "2025-01-06", "loon-gewerkte-uren": "70", "eigen-werk": own_work}
    (wage,) = (
        one
        for period in answered(**values)["uitkomst"]["perioden"]
        if period["van"] == "2026-03-02" or (not own_work and period["van"] <= "2026-03-02" <= period["tot"])
        for one in period["posten"]
        if one["id"] == "loon"
    )
    assert wage["zekerheid"] == mark


@pytest.mark.parametrize(("outcome", "named"), [("onder-35", True), ("iva", False), ("weet-niet", True)])
def test_who_stays_under_35_percent_is_told_that_a_wia_can_come_later(outcome: str, named: bool):
    values = {"bruto-maandloon": "3000", "uitkomst": outcome, "eerste-ziektedag": "2024-12-02"}
    found = calculators.answer("inkomen-na-104-weken", values, TODAY)
    assert ("alsnog" in {one["code"] for one in found["uitkomst"]["niet_berekend"]}) is named


def test_on_the_command_line_a_month_from_which_a_phase_begins_may_be_a_later_one():
    values = {"bruto-maandloon": "3000", "uitkomst": "35-80", "arbeidsongeschiktheid": "50"}
    found = calculators.answer("inkomen-na-104-weken", values, TODAY)
    assert any("vanaf maand 4, of uiterlijk vanaf maand 25" in line for line in income.lines(found["uitkomst"]))


# What the host will pay hangs on premiums that are not known: of that day he hears so, and never that he pays nothing.

FEE = {
    "rol": "inlener",
    "eerste-ziektedag": "2025-06-02",
    "plaats-uren-per-week": "24",
    "inleenvergoeding": "50",
    "inleenvergoeding-soort": "percentage",
}
FEE_OF_NEXT_YEAR = FEE | {"detachering-start": "2027-01-04"}
PLACEMENT = {"werkervaringsplaats-start": "2026-11-02", "reis-km": "10", "reis-dagen": "3"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (FEE_OF_NEXT_YEAR, "Wat u vanaf 4 januari 2027 betaalt aan inleenvergoeding, is nog niet bekend."),
        (FEE_OF_NEXT_YEAR | PLACEMENT, "Vanaf 28 december 2026 betaalt u niets, tot 4 januari 2027."),
        (FEE_OF_NEXT_YEAR | {"peildatum": "2027-01-11"}, "Wat u nu betaalt aan inleenvergoeding, is nog niet bekend."),
        (PLACEMENT | {"rol": "inlener", "eerste-ziektedag": "2025-06-02"}, "betaalt u niets meer."),
    ],
)
def test_a_host_is_not_told_that_he_pays_nothing_while_his_fee_is_not_known(values: dict[str, str], said: str):
    assert said in answered(**values)["hoofdzin"].replace("\N{NO-BREAK SPACE}", " ")


def test_an_hour_at_the_host_costs_what_is_paid_in_the_days_of_which_that_is_known():
    money = answered(**FEE | {"eerste-ziektedag": "2025-03-03", "detachering-start": "2026-12-28"})["uitkomst"]
    assert money["kern"]["inlener_per_gewerkt_uur"] == "10.95"
    assert "zonder wat vanaf 1 januari 2027 nog niet bekend is" in money["zinnen"]["inlener"]


@pytest.mark.parametrize(("role", "reads"), [("werknemer", False), ("inlener", True)])
def test_who_pays_a_fee_reads_that_it_is_not_known_and_no_other(role: str, *, reads: bool):
    found = answer(calculator("wie-betaalt-wat"), CASE | FEE_OF_NEXT_YEAR | {"rol": role}, TODAY).result
    assert found is not None
    assert ("inleenvergoeding" in (found.card.unknown or "")) is reads
    rows = drawing(found.outcome).rows
    assert {row.stage: "inlener" in [one.party for one in row.idle] for row in rows}["detachering"] is False


@pytest.mark.parametrize("wage", ["4000", "6000"])
def test_an_amount_of_nothing_that_is_not_known_next_year_is_no_change(wage: str):
    values = {"eerste-ziektedag": "2026-03-02", "bruto-maandloon": wage, "loon-jaar-1": "70", "rol": "werkgever"}
    assert "1 januari 2027" not in answered(**values)["hoofdzin"]


def test_the_end_of_a_fee_that_is_not_known_is_a_change():
    values = FEE_OF_NEXT_YEAR | {"detachering-einde": "2027-03-28", "peildatum": "2027-01-10"}
    assert answered(**values)["hoofdzin"].endswith("Vanaf 29 maart 2027 betaalt u niets meer.")


def test_a_fee_that_is_not_known_yet_brings_what_is_said_of_lending_all_the_same():
    found = answered(**FEE_OF_NEXT_YEAR)
    assert "gelijk-loon" in [one["code"] for one in found["uitkomst"]["niet_berekend"]]
    assert {"waadi-7a", "waadi-12e"} <= {source for step in found["stappen"] for source in step["bronnen"]}
