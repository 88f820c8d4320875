"""What may stand beside the wage of the own employer or come off it, what the law asks of it, and what a host reads."""

from datetime import date
from typing import Any

import pytest

import calculators

NEW_CONTRACT = {
    "rol": "werkgever",
    "eerste-ziektedag": "2025-06-02",
    "bruto-maandloon": "3000",
    "uren-per-week": "40",
    "in-dienst": "2026-12-01",
    "nieuw-maandloon": "1500",
    "nieuwe-uren-per-week": "20",
    "peildatum": "2026-11-30",
}
ILL = {"eerste-ziektedag": "2026-07-06", "bruto-maandloon": "3000", "uren-per-week": "40", "peildatum": "2026-11-28"}
CONDITIONAL = (
    "Stopt het contract bij u, dan betaalt u geen loon meer. Loopt het door, dan trekt u het nieuwe loon af als het in "
    "dezelfde uren valt, en betaalt u de rest."
)


def answered(**values: str) -> dict[str, Any]:
    found = calculators.answer("wie-betaalt-wat", values, date(2026, 11, 28))
    assert found["fouten"] == []
    return found


def headline(**values: str) -> str:
    return str(answered(**values)["hoofdzin"]).replace("\N{NO-BREAK SPACE}", " ")


def notes(**values: str) -> dict[str, str]:
    return {one["code"]: one["tekst"] for one in answered(**values)["uitkomst"]["niet_berekend"]}


def item(day: str, name: str, **values: str) -> dict[str, Any]:
    for period in answered(**values)["uitkomst"]["perioden"]:
        if period["van"] <= day <= period["tot"]:
            return next(one for one in period["posten"] if one["id"] == name)
    raise AssertionError(f"no {name} on {day}")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, f"Vanaf 1 december 2026 is er een nieuwe werkgever. {CONDITIONAL}"),
        ({"peildatum": "2026-12-05"}, f"Er is een nieuwe werkgever. {CONDITIONAL}"),
        (
            {"einde-dienstverband": "2027-03-31"},
            "31 maart 2027 trekt u het nieuwe loon af als het in dezelfde uren valt, en betaalt u de rest.",
        ),
        (
            {"einde-dienstverband": "2030-03-31"},  # the wage duty ends first
            "Tot en met 30 mei 2027 trekt u het nieuwe loon af",
        ),
        ({"einde-dienstverband": "2026-11-30"}, "is er een nieuwe werkgever. U betaalt dan geen loon meer."),
        (
            {"peildatum": "2026-12-05", "einde-dienstverband": "2026-11-30"},
            "Er is nu geen eigen werkgever die loon betaalt.",
        ),
        (
            {"peildatum": "2026-12-05", "situatie": "vangnet"},
            "Er is nu geen eigen werkgever die loon betaalt.",
        ),
        (
            {"peildatum": "2026-12-05", "verlof": "2026-12-01/2027-03-22"},
            "Er is nu geen eigen werkgever die loon betaalt.",
        ),
    ],
)
def test_a_new_contract_does_not_end_what_the_old_employer_owes(changes: dict[str, str], said: str):
    assert said in headline(**NEW_CONTRACT | changes)


@pytest.mark.parametrize(("role", "whose"), [("werknemer", "uw"), ("begeleider", "de")])
@pytest.mark.parametrize("day", ["2026-11-30", "2026-12-05"])
@pytest.mark.parametrize(
    ("end", "until"), [("2027-03-31", "31 maart 2027"), ("2030-03-31", "30 mei 2027"), ("2026-11-30", ""), ("", "")]
)
def test_beside_a_new_contract_the_employee_reads_of_the_rest_of_the_old_wage(
    role: str, whose: str, day: str, end: str, until: str
):
    """BW 7:629(5): less the new wage only where it is earned in the hours of the old work."""
    said = headline(**NEW_CONTRACT | {"rol": role, "peildatum": day, "einde-dienstverband": end})
    rest = (
        f"Tot en met {until} trekt {whose} oude werkgever het nieuwe loon af als het in dezelfde uren valt, en betaalt "
        "hij de rest. Die staat niet in de bedragen."
    )
    goes_on = "Loopt het oude contract door, dan kan daar nog loon bij komen: dat staat niet in de bedragen."
    assert (rest in said) is bool(until)
    assert ("oude werkgever" in said) is bool(until)
    assert (goes_on in said) is not bool(end)


def test_in_a_new_contract_without_a_known_wage_nobody_is_told_that_there_is_none():
    values = {key: text for key, text in NEW_CONTRACT.items() if key != "nieuw-maandloon"}
    said = headline(**values | {"rol": "werknemer", "peildatum": "2026-12-05", "einde-dienstverband": "2027-03-31"})
    assert said.startswith("De nieuwe werkgever betaalt nu het loon. Tot en met 31 maart 2027 trekt uw oude werkgever")


def test_the_step_says_that_the_amounts_end_the_old_contract_though_the_law_does_not():
    steps = [one["tekst"] for one in answered(**NEW_CONTRACT)["stappen"]]
    assert any("Begint er een nieuw contract, dan rekenen wij alsof het oude stopt." in one for one in steps)


@pytest.mark.parametrize(
    ("changes", "parts"),
    [
        ({}, ("Had de werknemer voor deze baan al Wajong",)),
        ({"in-dienst": "2027-03-01"}, ("Had de werknemer voor deze baan al Wajong", "Bij ziekte in de nieuwe baan")),
        ({"situatie": "vangnet", "in-dienst": "2027-03-01"}, ("Bij ziekte in de nieuwe baan",)),
        ({"situatie": "vangnet"}, ()),
    ],
)
def test_sick_pay_of_uwv_is_named_beside_each_wage(changes: dict[str, str], parts: tuple[str, ...]):
    text = notes(**ILL | changes).get("no-risk-ziekengeld", "")
    found = [
        one for one in ("Had de werknemer voor deze baan al Wajong", "Bij ziekte in de nieuwe baan") if one in text
    ]
    assert found == list(parts)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"uitkering": "WGA"}, True),
        ({"uitkering": "WW"}, False),
        ({"uitkering": "WGA", "situatie": "vangnet"}, False),
    ],
)
def test_a_wga_of_an_earlier_illness_may_run_beside_the_wage(changes: dict[str, str], named: bool):
    assert ("wga-van-eerder" in notes(**ILL | changes)) is named


@pytest.mark.parametrize(("changes", "named"), [({}, True), ({"situatie": "vangnet"}, False)])
def test_the_employer_owes_holiday_pay_over_the_benefit_in_a_leave(changes: dict[str, str], named: bool):
    text = notes(**ILL | {"verlof": "2026-09-01/2026-12-21"} | changes)["verlof"]
    assert ("is de werkgever ook over die uitkering vakantiegeld schuldig" in text) is named


def test_days_without_a_known_minimum_wage_name_the_nearest_and_no_amount_that_the_law_asks():
    formula = item("2027-02-01", "loon", **ILL | {"bruto-maandloon": "2700", "loon-jaar-1": "70"})["formule"]
    assert "het naaste bedrag is €\N{NO-BREAK SPACE}14,99 per uur vanaf 21 jaar" in formula
    assert "minstens €" not in formula


def test_a_wage_above_the_maximum_is_more_than_the_law_asks_also_while_that_is_not_known():
    values = ILL | {"bruto-maandloon": "9000", "loon-jaar-1": "70"}
    assert item("2027-02-01", "loon", **values)["zekerheid"] == "cao-of-polis"


def test_the_sentence_of_the_employee_says_what_it_lacks():
    said = answered(**ILL | {"bruto-maandloon": "2700", "loon-jaar-1": "70"})["uitkomst"]["zinnen"]["werknemer"]
    assert said.endswith("bruto, zonder wat vanaf 1 januari 2027 nog niet bekend is.")


def test_holiday_pay_above_a_limit_that_is_not_known_yet_says_which_amount_it_took():
    formula = item("2027-02-01", "vakantiebijslag", **ILL | {"bruto-maandloon": "9000"})["formule"]
    assert "€\N{NO-BREAK SPACE}7.011,00, naar het laatste bedrag dat wij kennen" in formula


@pytest.mark.parametrize(
    ("hours", "wage", "said"),
    [
        ("16", "3116", False),
        ("16", "3116.01", True),  # 7.011 x 16 / 36
        ("16", "7011.01", False),
        ("40", "7011", False),
        ("40", "7011.01", True),
        ("40", "7790.01", False),  # 7.011 x 40 / 36
        ("36", "7011.01", False),
    ],
)
def test_between_both_readings_of_the_limit_holiday_pay_says_that_it_is_not_sure(hours: str, wage: str, said: bool):
    formula = item("2026-09-01", "vakantiebijslag", **ILL | {"bruto-maandloon": wage, "uren-per-week": hours})[
        "formule"
    ]
    assert ("Gaat die grens mee met de uren" in formula) is said


@pytest.mark.parametrize(
    ("hours", "wage", "mark"),
    [
        ("16", "3116", "wet"),
        ("16", "3116.01", "cao-of-polis"),  # above the lower of the two readings
        ("16", "7011.01", "cao-of-polis"),
        ("40", "7011", "wet"),
        ("40", "7011.01", "cao-of-polis"),
    ],
)
def test_holiday_pay_is_of_the_law_only_below_both_readings_of_the_limit(hours: str, wage: str, mark: str):
    """Wet minimumloon 15(2) and 8(1)(c); an average over the time that is paid for, so about."""
    found = item("2026-09-01", "vakantiebijslag", **ILL | {"bruto-maandloon": wage, "uren-per-week": hours})
    assert found["zekerheid"] == mark
    assert ("Dat is ongeveer €" in found["formule"]) is (mark != "wet")


@pytest.mark.parametrize(
    ("benefit", "said"),
    [("Wajong", "Dat mag alleen met loondispensatie van UWV."), ("geen", "Kijk het loon na.")],
)
def test_a_wage_below_the_minimum_may_be_that_of_a_dispensation(benefit: str, said: str):
    found = answered(**ILL | {"bruto-maandloon": "1500", "loon-jaar-1": "70", "uitkering": benefit})
    texts = {one["code"]: one["tekst"] for one in found["waarschuwingen"]}
    assert said in texts["onder-minimumloon"]


@pytest.mark.parametrize(("wage", "named"), [("1500", True), ("2700", False)])
def test_the_floor_of_who_has_wajong_may_be_that_of_a_dispensation(wage: str, named: bool):
    values = ILL | {"bruto-maandloon": wage, "loon-jaar-1": "70", "uitkering": "Wajong"}
    for name in ("loon", "aanvulling-minimumloon"):
        assert ("met loondispensatie" in item("2026-08-01", name, **values)["formule"]) is named


def test_a_trial_placement_asks_the_host_for_an_insurance():
    assert "proefplaatsing-verzekering" in notes(**ILL | {"proefplaatsing-start": "2026-12-01"})
    assert "proefplaatsing-verzekering" not in notes(**ILL)


def test_a_new_contract_names_the_subsidy_of_the_municipality():
    assert "loonkostensubsidie" in notes(**NEW_CONTRACT)
    assert "loonkostensubsidie" not in notes(**ILL)


def test_help_in_a_household_is_named_with_its_six_weeks():
    assert "dan 4 dagen per week" in notes(**ILL)["hulp-in-huishouden"]
    assert "6 weken loon" in notes(**ILL)["hulp-in-huishouden"]


@pytest.mark.parametrize(("aow_day", "named"), [("2026-11-28", False), ("2026-11-29", True)])
def test_past_the_aow_age_a_transition_payment_is_not_named(aow_day: str, named: bool):
    assert ("transitievergoeding" in notes(**ILL | {"aow-datum": aow_day})) is named


@pytest.mark.parametrize(
    ("vat", "said"), [("nee", "aan inleenvergoeding zonder btw, en"), ("ja", "inleenvergoeding, en")]
)
def test_the_host_reads_that_the_fee_is_without_vat(vat: str, said: str):
    lent = {"rol": "inlener", "detachering-start": "2026-11-02", "inleenvergoeding": "12", "btw": vat}
    assert said in headline(**ILL | lent | {"inleenvergoeding-soort": "per-uur"})
