"""Edges of the newer calculators' rules that no worked case reaches: guards, and figures that are not known."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

import calculators
from calculators.frame.dates import Period
from calculators.law.book import Law
from calculators.law.case import BENEFITS
from calculators.law.parameters import figure, source
from calculators.law.stays import evaluation_days
from calculators.no_riskpolis.form import NoRiskInput
from calculators.no_riskpolis.judging import judge
from calculators.no_riskpolis.rules import waiting_period
from calculators.registry import calculator
from calculators.wie_betaalt_wat.form import MoneyInput
from calculators.wie_betaalt_wat.month import Month, course_of
from calculators.wie_betaalt_wat.post import LeftOut, Post
from calculators.wie_betaalt_wat.posts import find_posts
from calculators.wie_betaalt_wat.posts.costs import premiums

TODAY = date(2026, 11, 21)


def no_risk_case(**changes: Any) -> NoRiskInput:
    parsed = calculator("no-riskpolis").form.parse({"groep": "geen"}, TODAY)
    assert isinstance(parsed.input, NoRiskInput)
    return replace(parsed.input, **changes)


def test_without_any_day_there_is_no_waiting_period():
    assert waiting_period(no_risk_case(groep="wia"), None, Law(TODAY)) is None


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("wia", "^these groups need a waiting period; the form asks for it$"),
        ("onderwijsbelemmering", "^this group needs the end of the education; the form asks for it$"),
    ],
)
def test_a_group_that_lacks_its_day_is_our_own_mistake(group: str, words: str):
    with pytest.raises(ValueError, match=words):
        judge(no_risk_case(groep=group), None, Law(TODAY))


@pytest.mark.parametrize(
    ("day", "right"), [("2027-11-21", "nee"), ("2027-11-22", "ja"), ("2032-11-21", "ja"), ("2032-11-22", "nee")]
)
def test_at_the_own_employer_the_policy_holds_for_five_years_from_the_decision(day: str, right: str):
    values = {"groep": "wia", "eerste-wia-dag": "2027-11-22", "werkgever": "eigen", "peildatum": "2032-12-31"}
    values["wia-beslissing"] = "2027-11-22"
    found = calculators.answer("no-riskpolis", values | {"eerste-dag-ziek-in-nieuwe-baan": day}, TODAY)
    assert found["uitkomst"]["recht"] == right


def test_wage_cost_advantage_from_before_the_known_amounts_is_left_out_and_told():
    values = {
        "eerste-ziektedag": "2020-03-02",
        "bruto-maandloon": "3000",
        "uren-per-week": "40",
        "in-dienst": "2022-03-01",
        "lkv": "arbeidsgehandicapte",
        "nieuw-maandloon": "2500",
        "nieuwe-uren-per-week": "32",
        "peildatum": "2022-06-01",
    }
    found = calculators.answer("wie-betaalt-wat", values, TODAY)
    assert found["fouten"] == []
    days = [
        period["van"] for period in found["uitkomst"]["perioden"] if "lkv" in {item["id"] for item in period["posten"]}
    ]
    assert min(days) == "2023-01-01"
    assert "lkv" in " ".join(item["code"] for item in found["uitkomst"]["niet_berekend"])


WAGE = {"bruto-maandloon": "3000", "uren-per-week": "40", "peildatum": "2026-02-02"}
SECONDED = WAGE | {
    "eerste-ziektedag": "2025-01-06",
    "detachering-start": "2026-02-02",
    "detachering-einde": "2026-03-29",
    "plaats-uren-per-week": "24",
}
CONTRACT_ENDS = {"detachering-start": "2026-01-26", "einde-dienstverband": "2026-02-01", "uitkering": "geen"}
LOW_WAGE = WAGE | {"eerste-ziektedag": "2025-01-06", "bruto-maandloon": "2600", "loon-jaar-1": "70"}
PER_HOUR = SECONDED | {"inleenvergoeding": "12", "inleenvergoeding-soort": "per-uur", "btw": "ja"}
TRAVEL = SECONDED | {"reis-km": "20", "reis-dagen": "3"}
OWN_COSTS = SECONDED | {"werkgeverslasten": "20"}
CONTRACT = WAGE | {
    "eerste-ziektedag": "2024-01-01",
    "uitkering": "WW",
    "uitkering-per-maand": "2268",
    "uitkering-naast-werk": "0",
    "in-dienst": "2026-02-02",
    "nieuw-maandloon": "3000",
    "nieuwe-uren-per-week": "40",
    "lkv": "arbeidsgehandicapte",
}
DUTY_KNOWN = "De wet vraagt minstens € 2.100,00: 70 % van het loon tot het maximumdagloon"
DUTY_NOT_KNOWN = "De wet vraagt 70 % van het loon tot het maximumdagloon. Dat maximum kennen wij voor deze dagen niet"
SUMS = [
    (
        WAGE | {"eerste-ziektedag": "2025-01-06"},
        ("2026-02-02", "loon", "wet"),
        f"70 % van € 3.000,00 = € 2.100,00. {DUTY_KNOWN}",
        ["bw-7-629"],
    ),
    (
        WAGE | {"eerste-ziektedag": "2025-04-07"},
        ("2027-01-04", "loon", "wet"),
        f"70 % van € 3.000,00 = € 2.100,00. {DUTY_NOT_KNOWN}",
        ["bw-7-629"],
    ),
    (
        SECONDED,
        ("2026-02-02", "loon", "cao-of-polis"),
        (
            "24 van 40 uur gewerkt: 100 % van dat deel van € 3.000,00 = € 1.800,00; "
            f"voor de andere uren 70 % = € 840,00. {DUTY_KNOWN}"
        ),
        ["bw-7-629"],
    ),
    (
        LOW_WAGE,
        ("2025-02-03", "aanvulling-minimumloon", "wet"),
        ("Ondergrens: € 14,06 × 40 uur × 52 / 12 = € 2.437,0667; daarvan is al € 1.820,00 betaald"),
        ["bw-7-629", "loon.minimumloon_uur"],
    ),
    (
        LOW_WAGE,
        ("2025-02-03", "loon", "wet"),
        (
            "70 % van € 2.600,00 = € 1.820,00. De wet vraagt minstens € 1.820,00: 70 % van het loon tot het "
            "maximumdagloon; in het eerste ziektejaar is dat minstens het minimumloon, € 2.437,07"
        ),
        ["bw-7-629", "loon.minimumloon_uur"],
    ),
    (
        SECONDED | {"vakantiebijslag": "8,33"},
        ("2026-02-02", "vakantiebijslag", "cao-of-polis"),
        "8,33 % van € 2.640,00 = € 219,91",
        ["loon.vakantiebijslag"],
    ),
    (
        LOW_WAGE,
        ("2025-02-03", "vakantiebijslag", "wet"),
        "8 % van € 2.437,0667 = € 194,97",
        ["wml-15", "minimumvakantiebijslag"],
    ),
    (
        SECONDED,
        ("2026-02-02", "werkgeverslasten", "wet"),
        "2,74 + 6,27 + 0,5 + 1,52 + 6,1 = 17,13 %; 17,13 % van € 2.851,20 = € 488,41",
        ["premies.awf_laag"],
    ),
    (
        OWN_COSTS,
        ("2026-02-02", "werkgeverslasten", "afspraak"),
        "20 % van € 2.851,20 = € 570,24, zoals ingevuld",
        [],
    ),
    (PER_HOUR, ("2026-02-02", "inleenvergoeding", "afspraak"), "€ 12,00 × 24 uur × 52 / 12 = € 1.248,00", []),
    (
        PER_HOUR | {"btw-aftrekbaar": "nee"},
        ("2026-02-02", "btw", "wet"),
        "21 % van € 1.248,00 = € 262,08, tenzij er een vrijstelling is",
        ["btw.uitlenen"],
    ),
    (
        SECONDED | {"inleenvergoeding": "500", "inleenvergoeding-soort": "per-maand"},
        ("2026-02-02", "inleenvergoeding", "afspraak"),
        "€ 500,00 per maand",
        [],
    ),
    (
        OWN_COSTS | {"inleenvergoeding": "80", "inleenvergoeding-soort": "percentage"},
        ("2026-02-02", "inleenvergoeding", "afspraak"),
        "80 % van de loonkosten voor de uren bij de inlener (€ 2.332,80) = € 1.866,24",
        [],
    ),
    (
        TRAVEL,
        ("2026-02-02", "reiskosten", "afspraak"),
        "2 × 20 km × 3 dagen × € 0,25 × 52 / 12 = € 130,00",
        ["reiskosten.onbelast_per_km"],
    ),
    (
        TRAVEL | {"reis-tarief": "0,30"},
        ("2026-02-02", "reiskosten", "afspraak"),
        "2 × 20 km × 3 dagen × € 0,30 × 52 / 12 = € 156,00",
        [],
    ),
    (
        TRAVEL | {"reis-tarief": "€ 0.235"},
        ("2026-02-02", "reiskosten", "afspraak"),
        "2 × 20 km × 3 dagen × € 0,235 × 52 / 12 = € 122,20",
        [],
    ),
    (
        SECONDED | {"begeleiding-uren": "2", "begeleiding-uurloon": "30"},
        ("2026-02-02", "begeleiding", "praktijk"),
        "2 uur × € 30,00 × 52 / 12 = € 260,00",
        [],
    ),
    (CONTRACT, ("2026-01-15", "uitkering", "wet"), "€ 2.268,00 per maand, zoals ingevuld", ["werkloosheidswet-2024"]),
    (CONTRACT, ("2026-02-02", "nieuw-loon", "afspraak"), "€ 3.000,00 per maand, zoals ingevuld", []),
    (
        CONTRACT,
        ("2026-02-02", "lkv", "wet"),
        "40 uur × € 3,05 × 52 / 12 = € 528,67, hoogstens € 6.000,00 per kalenderjaar",
        ["lkv.arbeidsgehandicapte_per_uur"],
    ),
]


def sources_on(day: str, names: list[str]) -> list[str]:
    """Give the sources: a name with a dot is a figure, and stands for its sources on that day."""
    return [
        source
        for name in names
        for source in (figure(name).row(date.fromisoformat(day)).sources if "." in name else (name,))
    ]


@pytest.mark.parametrize(("values", "item", "formula", "sources"), SUMS, ids=[item[1] for _, item, _, _ in SUMS])
def test_an_item_shows_its_sum_with_how_sure_it_is_and_its_sources(
    values: dict[str, str], item: tuple[str, str, str], formula: str, sources: list[str]
):
    day, item_id, certainty = item
    periods = calculators.answer("wie-betaalt-wat", values, TODAY)["uitkomst"]["perioden"]
    (period,) = [period for period in periods if period["van"] <= day <= period["tot"]]
    (found,) = [booked for booked in period["posten"] if booked["id"] == item_id]
    assert found["formule"].replace("\N{NO-BREAK SPACE}", " ") == formula
    assert (found["zekerheid"], found["bronnen"]) == (certainty, sources_on(day, sources))


def test_costs_of_ones_own_percentage_go_from_the_employer_to_the_tax_office():
    periods = calculators.answer("wie-betaalt-wat", OWN_COSTS, TODAY)["uitkomst"]["perioden"]
    payments = {
        (booked["betaler"], booked["ontvanger"])
        for period in periods
        for booked in period["posten"]
        if booked["id"] == "werkgeverslasten"
    }
    assert payments == {("werkgever", "fiscus")}


def month_from(day: date, values: dict[str, str]) -> Month:
    """Give the month that begins on a day."""
    case = calculator("wie-betaalt-wat").form.parse(values, TODAY).input
    assert isinstance(case, MoneyInput)
    return Month(course_of(case, Law(case.eerste_ziektedag)), day)


def month_without(missing: str, values: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Month:
    """Give the month that begins on 2 February 2026, with one figure not known."""
    month = month_from(date(2026, 2, 2), values)
    known = month.law.get
    monkeypatch.setattr(month.law, "get", lambda figure_id: None if figure_id == missing else known(figure_id))
    return month


def paid_in(month: Month) -> dict[str, Post]:
    """Give the items of a month that are more than nothing."""
    found = find_posts(month).items()
    return {post_id: one for post_id, one in found if isinstance(one, Post) and one.per_month}


def left_out_of(month: Month) -> dict[str, tuple[str, ...]]:
    """Give the items that could not be computed, with the figures that are not known."""
    return {post_id: one.figures for post_id, one in find_posts(month).items() if isinstance(one, LeftOut)}


@pytest.mark.parametrize(
    ("missing", "values", "left_out"),
    [
        ("premies.wko", SECONDED, {"werkgeverslasten"}),
        ("premies.maximum_premieloon_jaar", SECONDED, {"werkgeverslasten"}),
        ("btw.uitlenen", PER_HOUR | {"btw-aftrekbaar": "nee"}, {"btw"}),
        ("reiskosten.onbelast_per_km", TRAVEL, {"reiskosten"}),
        (
            "loon.minimumloon_uur",
            LOW_WAGE | {"eerste-ziektedag": "2025-07-07"},
            {"aanvulling-minimumloon", "vakantiebijslag", "werkgeverslasten"},
        ),
        ("lkv.arbeidsgehandicapte_per_uur", CONTRACT, {"lkv"}),
        ("lkv.arbeidsgehandicapte_maximum_jaar", CONTRACT, {"lkv"}),
    ],
)
def test_one_figure_that_is_not_known_leaves_out_just_what_hangs_on_it_and_is_named(
    missing: str, values: dict[str, str], left_out: set[str], monkeypatch: pytest.MonkeyPatch
):
    month = month_without(missing, values, monkeypatch)
    assert left_out & paid_in(month).keys() == set()
    assert left_out_of(month) == dict.fromkeys(left_out, (missing,))


def test_all_figures_that_are_not_known_are_named_for_the_costs_on_top_of_wages():
    month = month_from(date(2028, 1, 4), WAGE | {"eerste-ziektedag": "2026-06-01"})
    assert list(paid_in(month)) == ["loon", "vakantiebijslag"]
    assert left_out_of(month) == {"werkgeverslasten": (*premiums(month), "premies.maximum_premieloon_jaar")}


def test_a_fee_by_the_wage_cost_names_the_figures_that_the_wage_cost_lacks(monkeypatch: pytest.MonkeyPatch):
    fee = {"inleenvergoeding": "80", "inleenvergoeding-soort": "percentage"}
    month = month_without("premies.wko", SECONDED | fee, monkeypatch)
    assert "inleenvergoeding" not in paid_in(month)
    assert left_out_of(month) == dict.fromkeys(("werkgeverslasten", "inleenvergoeding"), ("premies.wko",))


def test_without_the_legal_percentage_the_wage_is_paid_as_filled_in_and_not_called_law(
    monkeypatch: pytest.MonkeyPatch,
):
    month = month_without("loon.percentage", WAGE | {"eerste-ziektedag": "2025-01-06"}, monkeypatch)
    found = paid_in(month)["loon"]
    assert found.per_month == 2100
    assert found.certainty == "cao-of-polis"
    assert found.formula.endswith("Wat de wet voor deze dagen minstens vraagt, weten wij niet")


def test_without_the_least_holiday_pay_we_do_not_call_it_law(monkeypatch: pytest.MonkeyPatch):
    month = month_without("loon.vakantiebijslag", SECONDED, monkeypatch)
    found = paid_in(month)["vakantiebijslag"]
    assert (found.certainty, found.sources) == ("cao-of-polis", ("wet-minimumloon",))


@pytest.mark.parametrize(
    ("pause", "fee", "left_out"),
    [
        ({"verlof": "2026-02-02/2026-03-01"}, "per-uur", {}),
        ({"verlof": "2026-02-02/2026-03-01"}, "geen", {}),
        (CONTRACT_ENDS, "per-uur", {"inleenvergoeding": ()}),
        (CONTRACT_ENDS, "geen", {}),
    ],
)
def test_a_fee_without_an_own_employer_is_named_and_in_a_leave_it_just_pauses(
    pause: dict[str, str], fee: str, left_out: dict[str, tuple[str, ...]]
):
    amount = {} if fee == "geen" else {"inleenvergoeding": "12"}
    month = month_from(date(2026, 2, 2), SECONDED | pause | amount | {"inleenvergoeding-soort": fee})
    assert paid_in(month) == {}
    assert left_out_of(month) == left_out


@pytest.mark.parametrize("benefit", [name for name in BENEFITS if name != "geen"])
def test_every_benefit_says_where_it_was_read(benefit: str):
    in_sickness = benefit == "ZW"
    case = CONTRACT | {"uitkering": benefit, "situatie": "vangnet"}
    month = month_from(date(2025, 1, 15) if in_sickness else date(2026, 1, 15), case)
    assert [source(name).url for name in paid_in(month)["uitkering"].sources]


HOURS = {
    "eerste-ziektedag": "2025-11-24",
    "werkervaringsplaats-start": "2026-11-23",
    "uren-start": "12",
    "uren-doel": "24",
    "uren-stap": "4",
}


def test_the_build_up_of_hours_stops_at_its_goal():
    weeks = calculators.answer("tijdlijn", HOURS, TODAY)["uitkomst"]["urenopbouw"]
    assert [week["uren"] for week in weeks[:5]] == [12, 16, 20, 24, 24]


@pytest.mark.parametrize(
    ("start", "weeks", "days"),
    [
        ("2026-04-04", 1, ["2026-04-07", "2026-04-08", "2026-04-10"]),  # a Saturday before Easter
        ("2026-04-04", 2, ["2026-04-08", "2026-04-13", "2026-04-17"]),
        ("2026-12-25", 1, ["2026-12-28", "2026-12-29", "2026-12-31"]),
        ("2026-04-01", 1, ["2026-04-02", "2026-04-02", "2026-04-07"]),
    ],
)
def test_a_placement_is_never_talked_over_before_it_begins(start: str, weeks: int, days: list[str]):
    placement = Period(date.fromisoformat(start), date.fromisoformat(start) + timedelta(days=7 * weeks - 1))
    assert [str(day) for day in evaluation_days(placement, Law(placement.first))] == days


@pytest.mark.parametrize("missing", ["werkervaringsplaats-start", "uren-start", "uren-doel", "uren-stap"])
def test_without_one_of_its_answers_there_is_no_build_up_of_hours(missing: str):
    values = {key: value for key, value in HOURS.items() if key != missing}
    assert calculators.answer("tijdlijn", values, TODAY)["uitkomst"]["urenopbouw"] == []


def test_a_milestone_says_its_week_of_illness_from_the_first_day_until_the_day_before_the_wia():
    values = {"eerste-ziektedag": "2025-11-24", "werkervaringsplaats-start": "2025-11-24"}
    found = calculators.answer("tijdlijn", values, TODAY)["uitkomst"]["mijlpalen"]
    weeks = {milestone["id"]: milestone["week"] for milestone in found}
    expected = {
        "werkervaringsplaats-start": 1,
        "probleemanalyse": 6,
        "melding-42e-week": 43,
        "einde-wachttijd": 104,
        "eerste-wia-dag": None,
    }
    assert {name: weeks[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("values", "safe_day", "may_apply"),
    [
        ({"groep": "minder-dan-35", "eerste-ziektedag": "2024-11-04"}, "2026-11-02", True),
        ({"groep": "minder-dan-35", "eerste-ziektedag": "2024-11-04", "in-dienst": "2026-08-17"}, "2026-11-02", False),
        ({"groep": "wia", "eerste-wia-dag": "2026-11-02", "in-dienst": "2026-11-01"}, "2026-11-03", True),
        ({"groep": "wia", "eerste-wia-dag": "2026-11-02", "peildatum": "2026-11-01"}, "2026-11-03", False),
        ({"groep": "wia", "eerste-wia-dag": "2026-11-02", "in-dienst": "2026-11-02"}, "2026-11-03", True),
        ({"groep": "wajong"}, None, True),
        ({"groep": "geen"}, None, False),
        ({"groep": "weet-niet"}, None, False),
    ],
)
def test_the_check_names_the_first_safe_day_and_whether_the_policy_may_apply(
    values: dict[str, str], safe_day: str | None, may_apply: bool
):
    found = calculators.answer("no-riskpolis", values, TODAY)["uitkomst"]
    assert (found["veilig_vanaf"], found["kan_gelden"]) == (safe_day, may_apply)


LEAVE = {"verlof": "2026-03-02/2026-03-29"}


def test_during_leave_nobody_travels_and_nobody_is_guided():
    place = WAGE | LEAVE | {"eerste-ziektedag": "2025-01-06", "werkervaringsplaats-start": "2026-02-02"}
    costs = {"reis-km": "20", "reis-dagen": "3", "begeleiding-uren": "2", "begeleiding-uurloon": "30"}
    before, during = (month_from(date(2026, month, 2), place | costs) for month in (2, 3))
    assert paid_in(before).keys() >= {"reiskosten", "begeleiding"}
    assert paid_in(during) == {}


def test_days_of_leave_do_not_count_as_hours_worked_at_the_host():
    place = WAGE | LEAVE | {"eerste-ziektedag": "2025-01-06", "werkervaringsplaats-start": "2026-02-02"}
    values = place | {"begeleiding-uren": "2", "begeleiding-uurloon": "30"}
    found = calculators.answer("wie-betaalt-wat", values, TODAY)["uitkomst"]
    assert found["kern"]["inlener_per_gewerkt_uur"] == "1.50"


def test_only_the_wage_cost_advantage_ends_once_the_year_has_reached_its_maximum():
    values = CONTRACT | {"eerste-ziektedag": "2024-10-07", "in-dienst": "2026-01-01", "nieuwe-uren-per-week": "60"}
    values |= {"uitkering": "WAO"}
    periods = calculators.answer("wie-betaalt-wat", values, TODAY)["uitkomst"]["perioden"]
    amounts = {
        period["van"]: [booked["bedrag"] for booked in period["posten"] if booked["id"] in ("nieuw-loon", "lkv")]
        for period in periods
        if "2026-01-01" <= period["van"] < "2027-01-01"
    }
    assert amounts == {"2026-01-01": ["27395.60", "6000.00"], "2026-10-05": ["8604.40"]}


def test_vat_over_a_fee_that_cannot_be_computed_is_named_too():
    wage = {"eerste-ziektedag": "2026-11-01", "bruto-maandloon": "3000", "uren-per-week": "40"}
    fee = {"detachering-start": "2027-01-04", "inleenvergoeding-soort": "loonwaarde", "loonwaarde": "50"}
    named = {
        deductible: {
            item["code"]
            for item in calculators.answer(
                "wie-betaalt-wat", wage | fee | {"btw": "ja", "btw-aftrekbaar": deductible}, TODAY
            )["uitkomst"]["niet_berekend"]
        }
        & {"inleenvergoeding", "btw"}
        for deductible in ("ja", "nee")
    }
    assert named == {"ja": {"inleenvergoeding"}, "nee": {"inleenvergoeding", "btw"}}
