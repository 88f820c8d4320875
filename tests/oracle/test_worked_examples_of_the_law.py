"""The oracles find the worked examples of the law: each was worked out by two people before any code.

A second reading proves nothing as long as nobody has read it. These examples come from the two readings of the statutes
(21 and 28 November 2026) and a third of 29 November, so that the oracles stand without the calculators.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.naive_case import read_case
from tests.oracle.naive_money import Payer
from tests.oracle.naive_money_case import read_money_case, to_cent
from tests.oracle.naive_no_risk import as_json, read_no_risk_case
from tests.oracle.naive_timeline import timeline

PLAIN = "eerste-ziektedag=2025-11-24"
TIMELINES = {
    "plain": (
        PLAIN,
        {
            "probleemanalyse": "2026-01-04",
            "plan-van-aanpak": "2026-01-18",
            "melding-42e-week": "2026-09-14",
            "eerstejaarsevaluatie": "2026-10-05/2026-11-22",
            "brief-uwv-wia": "2027-08-02",
            "re-integratieverslag": "2027-08-22",
            "wia-aanvraag": "2027-09-05",
            "no-risk-peildag": "2027-09-06",
            "besluit-loonsanctie": "2027-10-10",
            "einde-wachttijd": "2027-11-21",
            "eerste-wia-dag": "2027-11-22",
            "einde-opzegverbod": "2027-11-24",
        },
    ),
    "a leap day inside": (
        "eerste-ziektedag=2026-11-23",
        {"einde-wachttijd": "2028-11-19", "eerste-wia-dag": "2028-11-20", "einde-opzegverbod": "2028-11-23"},
    ),
    "recovered for 21 days": (
        "eerste-ziektedag=2022-01-03&onderbrekingen=2022-07-04/2022-07-24",
        {"eerste-wia-dag": "2024-01-22", "melding-42e-week": "2022-11-14"},
    ),
    "recovered twice": (
        "eerste-ziektedag=2025-03-03&onderbrekingen=2025-05-19/2025-06-08,2025-09-01/2025-09-21",
        {
            "probleemanalyse": "2025-04-13",
            "plan-van-aanpak": "2025-04-27",
            "melding-42e-week": "2026-02-02",
            "eerstejaarsevaluatie": "2026-02-23/2026-04-12",
            "re-integratieverslag": "2027-01-10",
            "wia-aanvraag": "2027-01-24",
            "einde-wachttijd": "2027-04-11",
        },
    ),
    "evaluated early": (f"{PLAIN}&eerstejaarsevaluatie=2026-10-05", {"tweede-spoor-uiterlijk": "2026-11-16"}),
    "evaluated late": (f"{PLAIN}&eerstejaarsevaluatie=2026-11-22", {"tweede-spoor-uiterlijk": "2027-01-03"}),
    "a chain of places": (
        f"{PLAIN}&werkervaringsplaats-start=2027-01-18&detachering-start=2027-03-15&in-dienst=2027-11-22",
        {"werkervaringsplaats-einde": "2027-03-14", "detachering-einde": "2027-11-21", "in-dienst": "2027-11-22"},
    ),
    "no employer": (
        "eerste-ziektedag=2026-01-05&situatie=vangnet",
        {"probleemanalyse": "2026-04-05", "plan-van-aanpak": "2026-04-19", "ezwb": "2026-11-02/2027-01-03"},
    ),
    "extended by 26 weeks": (
        f"{PLAIN}&verlenging-weken=26",
        {
            "einde-wachttijd": "2027-11-21",
            "einde-verlenging": "2028-05-21",
            "eerste-wia-dag": "2028-05-22",
            "einde-opzegverbod": "2028-05-24",
        },
    ),
    "leave around birth": (
        f"{PLAIN}&verlof=2026-03-02/2026-06-21",
        {"eerste-wia-dag": "2028-03-13", "einde-opzegverbod": "2028-03-15"},
    ),
    "applied 28 days late": (
        f"{PLAIN}&wia-aanvraag=2027-10-03",
        {
            "einde-loondoorbetaling": "2027-12-19",
            "eerste-wia-dag": "2027-12-20",
            "no-risk-peildag": "2027-10-04",
            "einde-opzegverbod": "2027-12-22",
        },
    ),
    "a sanction": (
        f"{PLAIN}&loonsanctie-weken=52",
        {"eerste-wia-dag": "2028-11-20", "einde-opzegverbod": "2028-11-22"},
    ),
    "late and a sanction": (
        f"{PLAIN}&loonsanctie-weken=52&wia-aanvraag=2027-10-03",
        {"eerste-wia-dag": "2028-12-18", "einde-opzegverbod": "2028-12-20"},
    ),
    "late after the contract had ended": (
        "eerste-ziektedag=2024-12-02&einde-dienstverband=2026-06-30&wia-aanvraag=2026-10-03",
        {"eerste-wia-dag": "2026-11-30", "no-risk-peildag": "2026-09-14"},
    ),
    "a contract that ends within a sanction": (
        "eerste-ziektedag=2024-12-02&loonsanctie-weken=52&einde-dienstverband=2027-06-30",
        {"eerste-wia-dag": "2027-07-01", "no-risk-peildag": "2027-04-15"},
    ),
    "a contract that ends in leave that puts a sanction off": (
        "eerste-ziektedag=2024-12-02&verlof=2026-11-30/2027-03-21&loonsanctie-weken=52&einde-dienstverband=2027-01-31",
        {"einde-loondoorbetaling": "2026-11-29", "einde-dienstverband": "2027-01-31", "eerste-wia-dag": "2027-02-01"},
    ),
    "the AOW age in leave that puts a sanction off": (
        "eerste-ziektedag=2024-12-02&verlof=2026-11-30/2027-03-21&loonsanctie-weken=52&aow-datum=2027-02-01",
        {"einde-loondoorbetaling": "2026-11-29"},
    ),
    "a contract that ends within an extension": (
        "eerste-ziektedag=2024-12-02&verlenging-weken=26&einde-dienstverband=2027-02-28",
        {"eerste-wia-dag": "2027-03-01", "wia-aanvraag": "2026-12-13", "re-integratieverslag": "2026-11-29"},
    ),
    "a contract that ends within a delay": (
        "eerste-ziektedag=2024-12-02&wia-aanvraag=2026-10-03&einde-dienstverband=2026-12-05",
        {"eerste-wia-dag": "2026-12-06", "no-risk-peildag": "2026-09-20"},
    ),
    "recovered in the last eleven weeks": (
        "eerste-ziektedag=2024-12-02&onderbrekingen=2026-10-05/2026-10-18&wia-aanvraag=2026-09-18",
        {"wia-aanvraag": "2026-09-27", "eerste-wia-dag": "2026-12-14", "einde-opzegverbod": "2026-12-16"},
    ),
    "recovered after the AOW age": (
        "eerste-ziektedag=2026-03-02&aow-datum=2025-01-15&onderbrekingen=2026-03-16/2026-03-29",
        {"einde-loondoorbetaling": "2026-04-26", "einde-opzegverbod": "2026-04-27"},
    ),
    "the AOW age within a sanction": (
        "eerste-ziektedag=2024-12-02&aow-datum=2027-03-01&loonsanctie-weken=52",
        {"einde-loondoorbetaling": "2027-02-28", "einde-opzegverbod": "2027-03-01"},
    ),
    "the AOW age just before week 104": (
        "eerste-ziektedag=2024-12-02&aow-datum=2026-11-10&loonsanctie-weken=52",
        {"einde-loondoorbetaling": "2026-11-29", "einde-opzegverbod": "2026-12-02"},
    ),
    "leave within a sanction": (
        "eerste-ziektedag=2024-12-02&loonsanctie-weken=52&verlof=2027-02-01/2027-05-23",
        {"einde-loonsanctie": "2028-03-19", "eerste-wia-dag": "2028-03-20", "einde-opzegverbod": "2028-03-22"},
    ),
    "leave when a sanction would begin": (
        "eerste-ziektedag=2024-12-02&verlenging-weken=13&loonsanctie-weken=10&verlof=2027-02-15/2027-06-06",
        {"einde-loonsanctie": "2027-08-15", "eerste-wia-dag": "2027-08-16"},
    ),
    "a sanction of an earlier illness": (
        "eerste-ziektedag=2012-10-29&loonsanctie-weken=52&onderbrekingen=2014-10-27/2015-01-04",
        {"einde-wachttijd": "2017-01-01", "einde-loonsanctie": "absent"},
    ),
}


def values_of(query: str) -> dict[str, str]:
    return {"peildatum": "2026-11-28"} | dict(pair.split("=", 1) for pair in query.split("&"))


def days_of(events: dict[str, Any], name: str) -> str:
    if name not in events:
        return "absent"
    first, last = events[name]
    return first.isoformat() if first == last else f"{first}/{last}"


@pytest.mark.parametrize(("query", "expected"), TIMELINES.values(), ids=TIMELINES.keys())
def test_the_day_counter_finds_the_days_of_the_worked_examples(query: str, expected: dict[str, str]) -> None:
    counted = timeline(read_case(values_of(query)))
    assert {name: days_of(counted.events, name) for name in expected} == expected


def test_the_placement_of_the_chain_begins_in_week_61() -> None:
    values = values_of(PLAIN) | {"peildatum": "2027-01-18"}
    assert timeline(read_case(values)).week_now == 61


MONEY = "eerste-ziektedag=2024-11-04&bruto-maandloon=3000&uren-per-week=40"
WORKED_FOR_HOST = (
    "detachering-start=2026-03-02&plaats-uren-per-week=24&inleenvergoeding=12&inleenvergoeding-soort=per-uur"
)
BENEFIT_BESIDE_WORK = (
    "eerste-ziektedag=2024-01-08&bruto-maandloon=1200&uren-per-week=24&uitkering=WGA&uitkering-per-maand=840"
    "&uitkering-naast-werk=560&in-dienst=2026-02-02&nieuw-maandloon=400&nieuwe-uren-per-week=8"
)
TRIAL = (
    "eerste-ziektedag=2023-11-06&bruto-maandloon=3000&uren-per-week=40&uitkering=WW&uitkering-per-maand=2268"
    "&proefplaatsing-start=2026-03-02"
)
AMOUNTS = {
    "year 2 at 70 %": (MONEY, "2026-03-02", {"loon": "2100.00", "cost": "2656.51"}),
    "seconded 24 of 40 hours": (
        f"{MONEY}&{WORKED_FOR_HOST}",
        "2026-03-02",
        {"loon": "2640.00", "cost": "3339.61", "inleenvergoeding": "1248.00"},
    ),
    "16 of 40 hours in the own work": (f"{MONEY}&eigen-werk=2026-03-02:16", "2026-03-02", {"loon": "2460.00"}),
    "the day before these hours": (f"{MONEY}&eigen-werk=2026-03-02:16", "2026-03-01", {"loon": "2100.00"}),
    "hours that stopped": (f"{MONEY}&eigen-werk=2026-03-02:16,2026-04-06:0", "2026-04-06", {"loon": "2100.00"}),
    "the last day of week 78": (f"{MONEY}&loon-stappen=1:100,53:80,79:70", "2026-05-03", {"loon": "2400.00"}),
    "the first day of week 79": (f"{MONEY}&loon-stappen=1:100,53:80,79:70", "2026-05-04", {"loon": "2100.00"}),
    "a benefit beside work": (
        BENEFIT_BESIDE_WORK,
        "2026-02-02",
        {"uitkering": "560.00", "nieuw-loon": "400.00"},
    ),
    "at 20, 80 % of the minimum wage": (
        "eerste-ziektedag=2026-01-05&bruto-maandloon=2400&uren-per-week=40&loon-jaar-1=70&leeftijd=20",
        "2026-01-05",
        {"loon": "1680.00", "aanvulling-minimumloon": "360.13"},
    ),
    "a trial placement with a benefit": (
        TRIAL,
        "2026-03-02",
        {"uitkering": "2268.00"},
    ),
}


@pytest.mark.parametrize(("query", "day", "expected"), AMOUNTS.values(), ids=AMOUNTS.keys())
def test_the_day_payer_finds_the_amounts_of_the_worked_examples(query: str, day: str, expected: dict[str, str]) -> None:
    payer = Payer(read_money_case(values_of(query)))
    items = payer.on(date.fromisoformat(day)).items
    found = {name: to_cent(item.per_month) for name, item in items.items()}
    # What the wage costs the own employer; the worked example adds whole items up before it rounds.
    cost = sum((item.per_month for item in items.values() if item.payer == "werkgever"), Fraction(0))
    found["cost"] = to_cent(cost)
    assert {name: found[name] for name in expected} == {name: Decimal(amount) for name, amount in expected.items()}


UNDER_35 = "groep=minder-dan-35&baan-op-peildag=nee&ander-werk-bij-eigen-werkgever=nee&eerste-ziektedag=2024-11-04"
NO_RISK = {
    "the first day after": (f"{UNDER_35}&in-dienst=2026-11-02", {"recht": "ja", "peildag": "2026-08-17"}),
    "the day before it": (f"{UNDER_35}&in-dienst=2026-11-01", {"recht": "nee", "van": None, "tot": None}),
    "on the check day": (f"{UNDER_35}&in-dienst=2026-08-17", {"recht": "nee", "redenen": ["baan-op-peildag"]}),
    "reported in time": (
        "groep=wajong&in-dienst=2025-02-03&eerste-dag-ziek-in-nieuwe-baan=2026-01-05&ziekgemeld-op=2026-02-16",
        {"recht": "ja", "ziekmelden_uiterlijk": "2026-02-16", "redenen": ["groep-onbeperkt"]},
    ),
    "no WIA yet": (
        "groep=wia&eerste-wia-dag=2026-11-02&in-dienst=2026-11-01",
        {"recht": "misschien", "redenen": ["baan-gaat-door-met-wia"]},
    ),
    "no WIA yet when the illness begins": (
        "groep=wia&eerste-wia-dag=2026-11-02&in-dienst=2026-08-03&eerste-dag-ziek-in-nieuwe-baan=2026-11-01",
        {"recht": "nee", "redenen": ["ziek-voor-wia-recht"]},
    ),
    "a job from before the banenafspraak": (
        "groep=banenafspraak&in-dienst=2014-12-31",
        {"recht": "nee", "redenen": ["banenafspraak-oudere-baan"]},
    ),
}


@pytest.mark.parametrize(("query", "expected"), NO_RISK.values(), ids=NO_RISK.keys())
def test_the_second_reading_of_the_no_risk_policy_finds_the_worked_examples(
    query: str, expected: dict[str, Any]
) -> None:
    outcome = as_json(read_no_risk_case(values_of(query)))
    assert {key: outcome[key] for key in expected} == expected
