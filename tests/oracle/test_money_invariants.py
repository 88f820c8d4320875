"""What must hold for every answer about money, tried on cases that nobody thought of."""

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import calculators
from tests.oracle import naive_money, naive_sums
from tests.oracle.naive_case import read_case
from tests.oracle.naive_money import PARTIES, Payer
from tests.oracle.naive_money_case import read_money_case, to_cent
from tests.oracle.test_invariants import begins_after_its_period, pauses
from tests.oracle.together import KEPT, NASTY, Properties, asked, check_answered_or_refused

NAME = "wie-betaalt-wat"
GENERAL = {"netto", "pensioen-en-verzekeringen", "transitievergoeding", "wachtdagen", "gelijk-loon"}
STEPS = ["1:100,27:90,53:80,79:70", "1:70", "1:100,53:85,79:70", "1:90,14:80,105:70"]
KINDS = ["geen", "per-uur", "per-maand", "percentage", "loonwaarde"]
CERTAINTIES = {"wet", "rechtspraak", "uwv-norm", "cao-of-polis", "praktijk", "afspraak"}
KEYS = [
    "eerste-ziektedag",
    "bruto-maandloon",
    "uren-per-week",
    "loon-jaar-1",
    "loon-jaar-2",
    "loon-gewerkte-uren",
    "loon-stappen",
    "eigen-werk",
    "leeftijd",
    "vakantiebijslag",
    "werkgever-grootte",
    "contract",
    "werkgeverslasten",
    "plaats-uren-per-week",
    "inleenvergoeding",
    "inleenvergoeding-soort",
    "loonwaarde",
    "btw",
    "btw-aftrekbaar",
    "reis-km",
    "reis-dagen",
    "reis-tarief",
    "reis-betaler",
    "begeleiding-uren",
    "begeleiding-uurloon",
    "uitkering-per-maand",
    "uitkering-naast-werk",
    "nieuw-maandloon",
    "nieuwe-uren-per-week",
    "lkv",
    "peildatum",
]

GOOD = {"eerste-ziektedag": "2025-11-24", "bruto-maandloon": "3000", "uren-per-week": "40"}

FIRST_DAYS = st.dates(date(2022, 10, 1), date(2027, 6, 30))
WAGES = st.one_of(
    st.integers(0, 1_000_000).map(lambda cents: Decimal(cents) / 100),
    st.sampled_from([Decimal(wage) for wage in (2500, 2600, 6600, 6700, 6127, 6128)]),
)
PERCENTAGES = st.one_of(
    st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10), st.sampled_from([Decimal(70), Decimal(100)])
)
HOURS = st.one_of(st.integers(1, 120).map(lambda halves: Decimal(halves) / 2), st.sampled_from([Decimal(36)]))


def payer_of(values: dict[str, str]) -> Payer:
    """Give the day payer of a case, which properties share: to count its days is what takes the time."""
    return _payer(tuple(values.items()))


@lru_cache(KEPT)
def _payer(values: tuple[tuple[str, str], ...]) -> Payer:
    return Payer(read_money_case(dict(values)))


def cents(draw: st.DrawFn, most: int) -> str:
    """Draw an amount with cents."""
    return plain(Decimal(draw(st.integers(0, most * 100))) / 100)


def plain(number: Decimal) -> str:
    return f"{number:f}"


def choose(draw: st.DrawFn, *options: str) -> str:
    return draw(st.sampled_from(options))


def days_of_case(draw: st.DrawFn, first_day: date) -> dict[str, str]:
    """Draw the keys of the timeline that change who pays when."""

    def later(least: int, most: int) -> str:
        return (first_day + timedelta(days=draw(st.integers(least, most)))).isoformat()

    options = {
        "wia-aanvraag": later(640, 760),
        "loonsanctie-weken": choose(draw, "0", "1", "26", "52"),
        "verlenging-weken": choose(draw, "0", "1", "13", "104"),
        "aow-datum": later(200, 900),
        "einde-dienstverband": later(600, 900),
        "werkervaringsplaats-start": later(0, 800),
        "detachering-start": later(0, 800),
        "proefplaatsing-start": later(600, 900),
        "in-dienst": later(0, 900),
        "situatie": choose(draw, "werknemer", "werknemer", "werknemer", "vangnet"),
    }
    values = {key: text for key, text in options.items() if draw(st.sampled_from([True, False, False]))}
    if "detachering-start" in values and draw(st.booleans()):
        begin = date.fromisoformat(values["detachering-start"])
        values["detachering-einde"] = (begin + timedelta(days=draw(st.integers(0, 400)))).isoformat()
    if "proefplaatsing-start" in values:
        values["proefplaatsing-maanden"] = str(draw(st.integers(1, 6)))
    if "werkervaringsplaats-start" in values:
        values["werkervaringsplaats-weken"] = str(draw(st.integers(1, 26)))
    return values


def money_of_case(draw: st.DrawFn) -> dict[str, str]:
    """Draw the keys about money; those that need one another come together."""
    options = {
        "loon-jaar-1": plain(draw(PERCENTAGES)),
        "loon-jaar-2": plain(draw(PERCENTAGES)),
        "loon-gewerkte-uren": plain(draw(PERCENTAGES)),
        "vakantiebijslag": cents(draw, 20),
        "werkgever-grootte": choose(draw, "klein", "groot"),
        "contract": choose(draw, "vast", "tijdelijk"),
        "werkgeverslasten": cents(draw, 40),
        "plaats-uren-per-week": plain(draw(HOURS)) if draw(st.booleans()) else str(draw(st.integers(0, 3))),
        "btw": choose(draw, "ja", "nee"),
        "btw-aftrekbaar": choose(draw, "ja", "nee"),
        "reis-km": cents(draw, 100),
        "reis-tarief": plain(Decimal(draw(st.integers(0, 10_000))) / 10_000),
        "reis-betaler": choose(draw, "werkgever", "inlener", "niemand"),
        "begeleiding-uren": cents(draw, 20),
        "begeleiding-uurloon": cents(draw, 80),
        "nieuw-maandloon": cents(draw, 8000),
        "nieuwe-uren-per-week": plain(draw(HOURS)),
        "lkv": choose(draw, "arbeidsgehandicapte", "banenafspraak", "geen"),
        "uitkering": choose(draw, "geen", "WW", "ZW", "WGA", "IVA"),
    }
    values = {key: text for key, text in options.items() if draw(st.booleans())}
    if draw(st.sampled_from([True, False, False])):
        values = {key: text for key, text in values.items() if key not in ("loon-jaar-1", "loon-jaar-2")}
        values["loon-stappen"] = draw(st.sampled_from(STEPS))
    if draw(st.sampled_from([True, False, False])):
        values["leeftijd"] = str(draw(st.integers(15, 20)))
    if "uitkering" in values:
        values["uitkering-per-maand"] = cents(draw, 4000)
    if "reis-km" in values:
        values["reis-dagen"] = str(draw(st.integers(0, 7)))
    kind = choose(draw, *KINDS[::-1])
    values["inleenvergoeding-soort"] = kind
    if kind == "loonwaarde":
        values["loonwaarde"] = plain(draw(PERCENTAGES))
    elif kind != "geen":
        values["inleenvergoeding"] = cents(draw, 100)
    return values


def own_work_of_case(draw: st.DrawFn, values: dict[str, str], payer: Payer) -> dict[str, str]:
    """Draw hours at the own employer on the first days of the illness, before any placement."""
    if values.get("situatie") == "vangnet" or any(payer.places.values()):
        return {}
    day = payer.first_day
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        day += timedelta(days=draw(st.integers(1, 250)))
        rows.append(f"{day}:{choose(draw, '0', '0.5', values['uren-per-week'])}")
    return {"eigen-werk": ",".join(rows)}


@st.composite
def money_cases(draw: st.DrawFn) -> dict[str, str]:
    """Draw a whole case that has an answer."""
    first_day = draw(FIRST_DAYS)
    values = {"eerste-ziektedag": first_day.isoformat(), "peildatum": "2026-11-21"}
    values["bruto-maandloon"] = plain(draw(WAGES))
    values["uren-per-week"] = plain(draw(HOURS))
    if draw(st.booleans()):
        values |= draw(pauses(first_day))
    values |= days_of_case(draw, first_day)
    values |= money_of_case(draw)
    values = {key: value for key, value in values.items() if value}
    case = read_case(values)
    assume(not begins_after_its_period(case))
    payer = payer_of(values)
    assume(case.end_of_contract is None or case.end_of_contract >= payer.first_day)
    assume(case.aow_day is None or case.aow_day >= max(payer.first_day, date(2023, 7, 1)))
    starts = [case.placement_start, case.secondment_start, case.trial_start, case.new_contract]
    assume(all(start is None or start >= payer.first_day for start in starts))
    if draw(st.sampled_from([True, False, False])):
        values |= own_work_of_case(draw, values, payer)
    if case.new_contract and case.new_contract > payer.last_paid_day and "uitkering" in values and draw(st.booleans()):
        values["uitkering-naast-werk"] = cents(draw, 2000)
    return values


def answered(values: dict[str, str]) -> dict[str, Any]:
    found = asked(NAME, values)
    assert found["fouten"] == []
    return found


def some_days(period: dict[str, Any]) -> list[date]:
    """Give the first and the last day of a period and what lies between at some distance."""
    first, last = date.fromisoformat(period["van"]), date.fromisoformat(period["tot"])
    between = [first + timedelta(days=days) for days in range(13, (last - first).days, 13)]
    return [first, *between, last]


def item_cells(items: list[dict[str, Any]]) -> dict[str, tuple[str, str | None, Decimal]]:
    return {item["id"]: (item["betaler"], item["ontvanger"], Decimal(item["per_maand"])) for item in items}


def total_by_party(items: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Add up who pays and who receives what, by hand."""
    found = {}
    for party in PARTIES:
        pays = sum((Decimal(item["bedrag"]) for item in items if item["betaler"] == party), Decimal("0.00"))
        gets = sum((Decimal(item["bedrag"]) for item in items if item["ontvanger"] == party), Decimal("0.00"))
        found[party] = {"betaalt": f"{pays:.2f}", "ontvangt": f"{gets:.2f}", "saldo": f"{gets - pays:.2f}"}
    return found


every = Properties(money_cases())


@every
def test_the_calculator_and_the_day_payer_agree_on_every_period(values: dict[str, str]) -> None:
    payer = payer_of(values)
    lkv_by_year: dict[int, Decimal] = {}
    for period in answered(values)["uitkomst"]["perioden"]:
        first, last = date.fromisoformat(period["van"]), date.fromisoformat(period["tot"])
        due = naive_sums.amounts(payer, payer.on(first), first, (last - first).days + 1, lkv_by_year)
        for day in some_days(period):
            paid = payer.on(day)
            items = {name: item for name, item in paid.items.items() if name in due or name != "lkv"}
            expected = {name: (item.payer, item.receiver, to_cent(item.per_month)) for name, item in items.items()}
            assert {day: (period["fase"], period["ziektejaar"])} == {day: (paid.phase, paid.year)}
            assert {day: item_cells(period["posten"])} == {day: expected}
            for item in period["posten"]:
                if item["id"] == "loon":
                    assert item["zekerheid"] == ("wet" if paid.wage_is_the_duty else "cao-of-polis")


@every
def test_an_amount_in_a_period_is_the_sum_of_its_days_rounded_once(values: dict[str, str]) -> None:
    payer = payer_of(values)
    lkv_by_year: dict[int, Decimal] = {}
    for period in answered(values)["uitkomst"]["perioden"]:
        first, last = date.fromisoformat(period["van"]), date.fromisoformat(period["tot"])
        days = (last - first).days + 1
        expected = naive_sums.amounts(payer, payer.on(first), first, days, lkv_by_year)
        found = {item["id"]: Decimal(item["bedrag"]) for item in period["posten"]}
        assert {period["van"]: found} == {period["van"]: expected}


@every
def test_what_could_not_be_computed_is_named_with_its_days(values: dict[str, str]) -> None:
    payer = payer_of(values)
    outcome = answered(values)["uitkomst"]
    # A benefit beside work may be named by either of two codes.
    named = [item for item in outcome["niet_berekend"] if item["code"] not in GENERAL]
    named += [item | {"code": "uitkering-naast-werk"} for item in named if item["code"] == "uitkering"]
    missing: set[str] = set()
    for period in outcome["perioden"]:
        for day in some_days(period):
            codes = payer.on(day).missing
            missing |= codes
            for code in codes:
                spans = [(item["van"], item["tot"]) for item in named if item["code"] == code]
                assert any((first or "") <= day.isoformat() <= (last or "9") for first, last in spans), (code, day)
    assert missing <= {item["code"] for item in named}
    assert all(item["tekst"] and item["vraag_aan"] for item in outcome["niet_berekend"])


@every
def test_the_calculator_and_the_day_payer_warn_of_the_same_wages(values: dict[str, str]) -> None:
    about_wages = {"onder-minimumloon", "onder-wettelijke-plicht"}
    warnings = {warning["code"] for warning in answered(values)["waarschuwingen"]}
    assert warnings & about_wages == naive_sums.money_warnings(read_money_case(values))


@every
def test_periods_join_without_gap_or_overlap_and_cross_no_border(values: dict[str, str]) -> None:
    payer = payer_of(values)
    periods = answered(values)["uitkomst"]["perioden"]
    assert periods[0]["van"] == payer.first_day.isoformat()
    assert periods[-1]["tot"] == payer.last_day.isoformat()
    for period, following in pairwise(periods):
        assert period["van"] <= period["tot"]
        assert date.fromisoformat(following["van"]) - date.fromisoformat(period["tot"]) == timedelta(days=1)
    starts = {period["van"] for period in periods}
    assert {day.isoformat() for day in payer.must_begin()} <= starts
    for period in periods:
        if any(item["id"] == "lkv" for item in period["posten"]):
            assert period["van"][:4] == period["tot"][:4]


@every
def test_what_one_party_pays_another_receives_or_nobody(values: dict[str, str]) -> None:
    outcome = answered(values)["uitkomst"]
    every = [item for period in outcome["perioden"] for item in period["posten"]]
    for period in outcome["perioden"]:
        assert period["per_partij"] == total_by_party(period["posten"])
    assert outcome["per_partij"] == total_by_party(every)
    balance = sum(Decimal(party["saldo"]) for party in outcome["per_partij"].values())
    to_nobody = sum((Decimal(item["bedrag"]) for item in every if item["ontvanger"] is None), Decimal(0))
    assert balance + to_nobody == 0
    assert {item["id"] for item in every if item["ontvanger"] is None} <= {"begeleiding", "reiskosten"}


@every
def test_no_amount_is_negative_and_each_item_is_whole(values: dict[str, str]) -> None:
    outcome = answered(values)["uitkomst"]
    for period in outcome["perioden"]:
        ids = [item["id"] for item in period["posten"]]
        assert len(ids) == len(set(ids))
        for item in period["posten"]:
            assert Decimal(item["per_maand"]) >= 0
            assert Decimal(item["bedrag"]) >= 0
            assert item["betaler"] in PARTIES
            assert item["ontvanger"] in (*PARTIES, None)
            assert item["zekerheid"] in CERTAINTIES
            assert item["formule"]
        for party in period["per_partij"].values():
            assert Decimal(party["betaalt"]) >= 0
            assert Decimal(party["ontvangt"]) >= 0


NUMBER = r"\d{1,3}(?:\.\d{3})*(?:,\d+)?"
FACTOR = rf"(?:€ )?({NUMBER})(?: (?:uur|km|dagen|dag|%))?"
PRODUCT = re.compile(rf"{FACTOR}(?: (×|/|van) {FACTOR})+ = € ({NUMBER})")


def read_dutch(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def products_of(formula: str) -> list[tuple[Fraction, Fraction]]:
    """Multiply out what a formula shows: each time what comes out, and what it says comes out."""
    found = []
    for match in PRODUCT.finditer(formula.replace("\N{NO-BREAK SPACE}", " ")):
        left, said = match[0].rsplit(" = € ", 1)
        product = Fraction(1)
        for sign, number, unit in re.findall(rf"(×|/|van)?\s*(?:€ )?({NUMBER})( %)?", left):
            factor = read_dutch(number) / (100 if unit else 1)
            product = product / factor if sign == "/" else product * factor
        found.append((product, read_dutch(said)))
    return found


@every
def test_a_formula_multiplies_out_to_what_it_says(values: dict[str, str]) -> None:
    """What is no whole number of cents is shown with four digits, so a reader may be off by less than that."""
    for period in answered(values)["uitkomst"]["perioden"]:
        for item in period["posten"]:
            for product, said in products_of(item["formule"]):
                assert abs(product - said) <= Fraction("0.0051"), item["formule"]


@every
def test_no_year_has_more_lkv_than_its_maximum(values: dict[str, str]) -> None:
    most = {"arbeidsgehandicapte": 6000, "banenafspraak": 2000, "geen": 0}[values.get("lkv", "geen")]
    by_year: dict[str, Decimal] = {}
    for period in answered(values)["uitkomst"]["perioden"]:
        for item in period["posten"]:
            if item["id"] == "lkv":
                by_year[period["van"][:4]] = by_year.get(period["van"][:4], Decimal(0)) + Decimal(item["bedrag"])
    assert all(amount <= most for amount in by_year.values())


LEAVE_THAT_OUTLASTS_THE_WAGE = {
    "eerste-ziektedag": "2023-01-01",
    "peildatum": "2026-11-21",
    "bruto-maandloon": "0",
    "uren-per-week": "40",
    "verlof": "2023-08-31/2023-09-29",
    "aow-datum": "2023-07-20",
    "in-dienst": "2023-01-01",
    "situatie": "werknemer",
    "uitkering": "WW",
    "uitkering-per-maand": "0.62",
}


@example(LEAVE_THAT_OUTLASTS_THE_WAGE)
@every
def test_the_comparison_is_about_the_same_days_without_places_or_with_a_contract_at_once(
    values: dict[str, str],
) -> None:
    outcome = answered(values)["uitkomst"]
    case = read_money_case(values)
    rows = {
        "niets-doen": naive_sums.doing_nothing(case),
        "direct-contract": naive_sums.contract_at_once(case),
    }
    for name, paid in rows.items():
        found = outcome["vergelijking"][name]
        assert {name: found is None} == {name: paid is None}
        if paid is not None:
            expected = naive_sums.by_party(paid)
            # Each item of each period is rounded, and a comparison may be cut into other periods.
            slack = Decimal("0.01") * 3 * (len(paid) + len(outcome["perioden"]) + 10)
            for party in PARTIES:
                for key in ("betaalt", "ontvangt", "saldo"):
                    difference = Decimal(found["per_partij"][party][key]) - expected[party][key]
                    assert {f"{name} {party} {key}": abs(difference) <= slack} == {f"{name} {party} {key}": True}


@every
def test_doing_nothing_is_the_answer_without_places(values: dict[str, str]) -> None:
    places = (
        "werkervaringsplaats-start",
        "detachering-start",
        "detachering-einde",
        "proefplaatsing-start",
        "in-dienst",
    )
    outcome = answered(values)["uitkomst"]
    without = answered({key: text for key, text in values.items() if key not in places})["uitkomst"]
    if without["perioden"][-1]["tot"] == outcome["perioden"][-1]["tot"]:
        assert outcome["vergelijking"]["niets-doen"]["per_partij"] == without["per_partij"]


@given(money_cases(), st.integers(0, 59), st.integers(1, 60), st.sampled_from(KINDS[1:]))
def test_more_hours_never_make_the_fee_of_the_host_smaller(
    values: dict[str, str], fewer: int, more: int, kind: str
) -> None:
    assume(fewer < more)
    day = (payer_of(values).first_day + timedelta(days=30)).isoformat()
    fee = {"inleenvergoeding-soort": kind, "detachering-start": day}
    fee |= {"loonwaarde": "40"} if kind == "loonwaarde" else {"inleenvergoeding": "12.34"}
    values = {key: text for key, text in values.items() if key not in ("inleenvergoeding", "loonwaarde", "in-dienst")}
    values = {key: text for key, text in values.items() if key != "detachering-einde"} | fee
    fees, periods = [], 0
    for hours in (fewer, more):
        outcome = answered(values | {"plaats-uren-per-week": str(hours)})["uitkomst"]
        items = [item for period in outcome["perioden"] for item in period["posten"]]
        fees.append(sum((Decimal(item["bedrag"]) for item in items if item["id"] == "inleenvergoeding"), Decimal(0)))
        periods = max(periods, len(outcome["perioden"]))
    # Each period is rounded once, and the hours can cut the time into other periods: a cent for each at most.
    assert fees[0] <= fees[1] + Decimal("0.01") * periods


@every
def test_a_comma_or_a_point_means_the_same(values: dict[str, str]) -> None:
    answer = answered(values)
    with_comma = {
        key: text.replace(".", ",") if text.replace(".", "", 1).isdigit() else text for key, text in values.items()
    }
    again = answered(with_comma)
    assert again["uitkomst"] == answer["uitkomst"]
    assert again["invoer"] == answer["invoer"]


@given(st.integers(0, 99_999_999))
def test_an_amount_with_points_and_a_comma_is_read_as_that_amount(number: int) -> None:
    amount = Decimal(number) / 100
    written = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    values = {"eerste-ziektedag": "2025-01-06", "uren-per-week": "40", "peildatum": "2026-11-21"}
    answer = answered(values | {"bruto-maandloon": written})
    assert Decimal(answer["invoer"]["bruto-maandloon"]) == amount


@every
def test_a_link_made_from_an_answer_gives_the_same_answer(values: dict[str, str]) -> None:
    answer = answered(values)
    again = answered(answer["invoer"])
    assert again["uitkomst"] == answer["uitkomst"]
    assert again["invoer"] == answer["invoer"]
    assert again["waarschuwingen"] == answer["waarschuwingen"]


def test_a_fee_without_vat_chosen_has_a_note_about_vat() -> None:
    fee = {"detachering-start": "2026-10-05", "inleenvergoeding": "12", "inleenvergoeding-soort": "per-uur"}
    answer = answered(GOOD | fee | {"peildatum": "2026-11-21"})
    items = [item for period in answer["uitkomst"]["perioden"] for item in period["posten"]]
    formulas = [item["formule"] for item in items if item["id"] == "inleenvergoeding"]
    said = [*formulas, *(text["tekst"] for key in ("stappen", "waarschuwingen") for text in answer[key])]
    assert [text for text in said if "btw" in text.lower()]


@given(st.dictionaries(st.sampled_from(KEYS), st.one_of(st.sampled_from(NASTY), st.text(max_size=60))))
def test_anything_typed_is_answered_or_refused_with_a_known_code(values: dict[str, str]) -> None:
    check_answered_or_refused(NAME, values)


@given(money_cases(), st.sampled_from(KEYS), st.one_of(st.sampled_from(NASTY), st.text(max_size=60)))
def test_one_bad_value_in_a_good_case_is_refused_with_a_known_code(values: dict[str, str], key: str, text: str) -> None:
    check_answered_or_refused(NAME, values | {key: text})


@pytest.mark.parametrize("key", KEYS)
def test_each_nasty_value_in_each_field_is_answered_or_refused(key: str) -> None:
    for text in NASTY:
        check_answered_or_refused(NAME, GOOD | {key: text})


@pytest.mark.parametrize("key", ["bruto-maandloon", "uren-per-week", "reis-km", "inleenvergoeding"])
def test_a_number_far_too_large_is_refused(key: str) -> None:
    answer = calculators.answer(NAME, GOOD | {key: "99999999999"}, date(2026, 11, 21))
    assert {error["veld"]: error["code"] for error in answer["fouten"]}[key] == "te-groot"


def test_one_month_is_52_twelfths_of_a_week() -> None:
    assert Fraction(52, 12) * 7 == naive_money.DAYS_IN_MONTH


@pytest.mark.full
@given(money_cases())
def test_every_property_of_a_who_pays_what_case_holds_together(values: dict[str, str]) -> None:
    every.hold(values)
