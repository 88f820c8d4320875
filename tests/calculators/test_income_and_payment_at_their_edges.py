"""Edges of the two calculators about what comes after 104 weeks that no worked case reaches, and the picture."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import calculators
from calculators.answering import answer
from calculators.frame.page_parts import result_html
from calculators.inkomen_na_104_weken import picture, situations
from calculators.inkomen_na_104_weken.form import Situation
from calculators.inkomen_na_104_weken.outcome import lines
from calculators.inkomen_na_104_weken.picture import HEIGHT, LEFT, TOP, WIDTH, Picture
from calculators.inkomen_na_104_weken.work import work
from calculators.law.book import Law
from calculators.registry import calculator
from calculators.transitievergoeding.compensation import day_after_two_years
from calculators.transitievergoeding.form import Service
from calculators.transitievergoeding.outcome import lines as payment_lines

INCOME, PAYMENT = "inkomen-na-104-weken", "transitievergoeding"
TODAY = date(2026, 11, 28)
CASE = {
    "bruto-maandloon": "3000",
    "uren-per-week": "40",
    "uitkomst": "35-80",
    "arbeidsongeschiktheid": "50",
    "nieuw-maandloon": "900",
    "nieuwe-uren-per-week": "12",
}


def situation(**changes: str) -> Situation:
    values = {**CASE, **{key.replace("_", "-"): text for key, text in changes.items()}}
    parsed = calculator(INCOME).form.parse({key: text for key, text in values.items() if text}, TODAY)
    assert isinstance(parsed.input, Situation)
    return parsed.input


def rows(**changes: str) -> list[dict[str, Any]]:
    values = {**CASE, **{key.replace("_", "-"): text for key, text in changes.items()}}
    found = calculators.answer(INCOME, {key: text for key, text in values.items() if text}, TODAY)
    return list(found["uitkomst"]["werk"]["rijen"])


def drawn(**changes: str) -> Picture:
    found = picture.drawing(situations.calculate(situation(**changes)))
    assert found is not None
    return found


def test_without_an_illness_there_is_no_day_after_two_years():
    values = {"in-dienst-sinds": "2014-03-01", "bruto-maandloon": "3000"}
    service = calculator(PAYMENT).form.parse(values, TODAY).input
    assert isinstance(service, Service)
    with pytest.raises(ValueError, match=r"^without an illness there are no two years; the caller asks$"):
        day_after_two_years(service, Law(TODAY))


def test_the_table_has_a_row_every_four_hours_and_one_for_each_place_that_matters():
    hours = [row["uren"] for row in rows(nieuw_maandloon="", nieuwe_uren_per_week="")]
    assert hours == ["0", "4", "8", "10", "12", "16", "20", "24", "28", "32", "36", "40"]
    places = {row["plek"]: row["uren"] for row in rows() if row["plek"]}
    assert places == {"eis": "10", "nu": "12", "alles": "20"}


def test_hours_for_a_wage_are_rounded_up_for_with_fewer_it_would_not_be_earned():
    (half,) = [row for row in rows(arbeidsongeschiktheid="51") if row["plek"] == "eis"]
    assert (half["uren"], half["loon"]) == ("9,8", "793.80")


def test_the_hours_of_new_work_are_worked_out_when_they_are_not_filled_in():
    (now,) = [row for row in rows(nieuwe_uren_per_week="") if row["plek"] == "nu"]
    assert (now["uren"], now["loon"]) == ("12", "972.00")


def test_work_that_earns_exactly_what_is_asked_is_named_beside_that_place():
    (half,) = [row for row in rows(nieuw_maandloon="750", nieuwe_uren_per_week="10") if row["plek"]][:1]
    assert (half["uren"], half["plek"]) == ("10", "eis nu")


def test_without_hours_there_is_no_table():
    found = situations.calculate(situation(uren_per_week="", nieuwe_uren_per_week=""))
    assert work(found) is None
    assert picture.drawing(found) is None


def test_without_old_hours_a_week_of_forty_hours_is_shown():
    assert rows(uren_per_week="")[-1]["uren"] == "40"


def test_without_the_weeks_of_work_there_is_no_first_benefit_in_the_table():
    assert {row["eerst_uitkering"] for row in rows(wekeneis="nee")} == {None}
    assert work(situations.calculate(situation(uitkomst="onder-35", arbeidsongeschiktheid="", wekeneis="nee"))) is None


def test_with_ww_before_the_illness_there_is_a_first_benefit_without_the_weeks_of_work():
    assert None not in {row["eerst_uitkering"] for row in rows(wekeneis="nee", ww_voor_ziekte="ja")}


def test_without_a_percentage_it_is_the_class_that_is_open_and_not_the_outcome():
    headline = calculators.answer(INCOME, {"bruto-maandloon": "3000", "uitkomst": "35-80"}, TODAY)["hoofdzin"]
    assert headline.startswith("De klasse van de WGA is nog open. Hieronder staan 4 klassen")


def test_the_result_says_that_holiday_pay_comes_in_may_and_that_all_stops_at_the_aow():
    html = result_html(answer(calculator(INCOME), CASE, TODAY))
    assert "UWV betaalt het vakantiegeld in mei" in html
    assert "stoppen in elk geval op de dag waarop de AOW ingaat" in html


def test_when_the_minimum_wage_is_not_known_there_is_a_table_but_no_picture():
    found = situations.calculate(replace(situation(), peildatum=date(2027, 1, 4)))
    table = work(found)
    assert table is not None
    assert table.corners == ()
    assert picture.drawing(found) is None


def test_before_the_ww_had_a_limit_there_is_no_place_for_it():
    before = replace(situation(uitkomst="onder-35", arbeidsongeschiktheid=""), peildatum=date(2015, 6, 30))
    found = situations.calculate(before)
    table = work(found)
    assert table is not None
    assert [row.places for row in table.rows if row.places] == [("nu",)]
    assert table.jump is None


def test_work_that_is_more_than_the_table_shows_is_not_in_the_picture():
    assert drawn(nieuw_maandloon="4000", nieuwe_uren_per_week="").now is None


def test_without_new_work_the_picture_has_no_ring():
    assert drawn(nieuw_maandloon="", nieuwe_uren_per_week="").now is None


def test_the_line_jumps_up_at_half_of_what_somebody_can_earn():
    found = drawn()
    points = [tuple(float(part) for part in point.split(",")) for point in found.line.split()]
    here = [up for across, up in points if across == found.jump]
    assert found.jump == round(LEFT + WIDTH * 10 / 40, 1)
    assert max(here) - min(here) > 10


def test_every_point_of_the_picture_lies_within_its_frame():
    for decided in ("onder-35", "35-80", "80-100-niet-duurzaam", "iva"):
        for wage in ("0.01", "400", "3000", "30000", "900000"):
            share = "50" if decided == "35-80" else ""
            found = drawn(uitkomst=decided, bruto_maandloon=wage, arbeidsongeschiktheid=share)
            points = f"{found.wage} {found.total} {found.line}".split()
            for across, up in (point.split(",") for point in points):
                assert LEFT <= float(across) <= LEFT + WIDTH
                assert TOP <= float(up) <= TOP + HEIGHT
            assert len(found.euros) <= 11
            assert all(TOP <= mark.at <= TOP + HEIGHT for mark in found.euros)


def test_the_way_back_to_who_pays_what_names_each_key_once():
    values = {**CASE, "uitkering": "WW", "uitkering-per-maand": "1", "eerste-ziektedag": "2024-11-04"}
    one = calculator(INCOME)
    html = result_html(answer(one, values, TODAY))
    way = html.split('href="../wie-betaalt-wat/#')[1].split('"')[0]
    keys = [part.split("=")[0] for part in way.replace("&amp;", "&").split("&")]
    assert sorted(keys) == sorted(set(keys))
    assert "uitkering=WGA" in way
    assert "uitkering-per-maand=2268.00" in way
    assert "uitkering-naast-werk=1587.60" in way


def test_all_the_text_of_the_picture_is_at_least_thirteen_pixels():
    html = result_html(answer(calculator(INCOME), CASE, TODAY))
    drawing = html.split("<svg")[1].split("</svg>")[0]
    assert 'font-size="14"' in drawing
    assert drawing.count("font-size") == 1
    assert drawing.count("<text") >= 8


def headline_of(**changes: str) -> str:
    values = {"bruto-maandloon": "3000", **{key.replace("_", "-"): text for key, text in changes.items()}}
    return str(calculators.answer(INCOME, values, TODAY)["hoofdzin"])


def test_who_had_ww_before_the_illness_is_not_told_that_there_is_no_ww():
    for weeks in ("ja", "nee"):
        headline = headline_of(uitkomst="onder-35", ww_voor_ziekte="ja", wekeneis=weeks)
        assert headline.startswith("Zonder WIA kan de WW van voor de ziekte weer beginnen")
        assert headline.endswith("UWV beslist.")
    html = result_html(answer(calculator(INCOME), {**CASE, "uitkomst": "onder-35", "ww-voor-ziekte": "ja"}, TODAY))
    assert "kan de WW van voor de ziekte weer beginnen" in html
    assert "bijstand" not in html.split("</table>")[0]


def test_without_weeks_of_work_the_overview_begins_at_nothing():
    assert "van € 0,00 tot € 2.430,00".replace("€ ", "€\u00a0") in headline_of(wekeneis="nee")


def test_the_overview_begins_at_nothing_too_where_the_weeks_of_work_are_not_known():
    assert "van € 0,00 tot € 2.430,00".replace("€ ", "€\u00a0") in headline_of(wekeneis="weet-niet")


@pytest.mark.parametrize(
    ("decided", "otherwise"),
    [
        ("80-100-niet-duurzaam", "Was er niet genoeg gewerkt? Dan is het meteen €\u00a02.268,00."),
        ("onder-35", "Was er niet genoeg gewerkt? Dan is er geen WW."),
        ("iva", "UWV beslist."),
    ],
)
def test_the_headline_says_what_holds_otherwise_where_the_weeks_of_work_are_not_known(decided: str, otherwise: str):
    assert headline_of(uitkomst=decided, wekeneis="weet-niet").endswith(otherwise)


def test_with_work_the_headline_says_what_that_gives_at_once_where_the_weeks_are_not_known():
    """Wet WIA 54(4) and 61(4): 972 of work and 70 percent of (3.240 - 1.620), and not the benefit without work."""
    values = {"arbeidsongeschiktheid": "50", "bruto-maandloon": "3000", "nieuw-maandloon": "900"}
    given = values | {"uitkomst": "35-80", "wekeneis": "weet-niet"}
    headline = str(calculators.answer(INCOME, given, TODAY)["hoofdzin"])
    assert headline.endswith("Was er niet genoeg gewerkt? Dan is het met dit werk meteen €\u00a02.106,00.")
    assert headline.count("883,39") == 1


def test_what_the_daily_wage_leaves_out_is_said_once():
    found = calculators.answer(INCOME, {"bruto-maandloon": "3000", "uitkomst": "iva"}, TODAY)
    said = [one["tekst"] for one in (*found["waarschuwingen"], *found["uitkomst"]["niet_berekend"])]
    assert len([text for text in said if "dertiende maand" in text]) == 1


@pytest.mark.parametrize(
    ("decided", "ww", "wga"), [("onder-35", True, False), ("35-80", False, True), ("weet-niet", True, True)]
)
def test_what_holds_without_the_weeks_of_work_is_said_of_what_hangs_on_them(decided: str, ww: bool, wga: bool):
    values = {"bruto-maandloon": "3000", "uitkomst": decided, "wekeneis": "weet-niet"}
    found = calculators.answer(INCOME, values, TODAY)["waarschuwingen"]
    (text,) = [one["tekst"] for one in found if one["code"] == "wekeneis-onzeker"]
    assert ("Anders is er geen WW" in text) is ww
    assert ("geen loongerelateerde WGA" in text or "geen eerste deel van de WGA" in text) is wga
    assert text.count("Anders is er") == 1
    assert "26 van de 36" in text


def test_the_weeks_of_work_are_asked_of_the_time_before_the_wage_stops_and_without_weeks_of_illness():
    """Wet WIA 58(1)(a) and (2)(a): not of the time before the illness."""
    (field,) = [one for one in calculator(INCOME).form.fields if one.key == "wekeneis"]
    assert "voor de ziekte" not in field.label
    assert "loon of ziekengeld stopt" in field.hint
    assert "slaat u over" in field.hint


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"arbeidsverleden": "10"}, "duurt 10 maanden: een maand voor elk"),
        ({"arbeidsverleden": "1"}, "duurt 3 maanden. De regel is: een maand"),
        ({"arbeidsverleden": "1"}, "Dat geeft hier 1 maand. Maar het zijn er altijd minstens 3 en hoogstens 24."),
        ({"arbeidsverleden": "40", "arbeidsverleden-voor-2016": "30"}, "Dat geeft hier 35 maanden."),
        ({}, "duurt 3 tot 24 maanden. Hoe lang precies, hangt af van het arbeidsverleden"),
        ({"arbeidsverleden": "10", "vier-van-vijf-jaar": "nee"}, "duurt 3 maanden: in minder dan 4 van de 5 jaren"),
    ],
)
def test_the_explanation_leads_to_the_length_of_the_ww(changes: dict[str, str], says: str):
    found = calculators.answer(INCOME, {"bruto-maandloon": "3000", "uitkomst": "onder-35"} | changes, TODAY)
    (step,) = [one["tekst"] for one in found["stappen"] if one["tekst"].startswith("De WW duurt")]
    assert says in step


def test_without_a_wage_related_part_no_caution_speaks_of_it():
    """Wet WIA 54(4) and 56(3)."""
    values = CASE | {"wekeneis": "nee", "nieuw-maandloon": "2500"}
    found = calculators.answer(INCOME, values, TODAY)["waarschuwingen"]
    texts = {one["code"]: one["tekst"] for one in found}
    assert {"afgrond", "wga-te-veel"} <= set(texts)
    assert not [text for text in texts.values() if "loongerelateerde" in text]
    html = result_html(answer(calculator(INCOME), values, TODAY)).split('<section class="sw-uitleg')[0]
    assert "na de loongerelateerde uitkering" not in html
    assert "meteen, tot de AOW" in html


def test_the_lines_and_the_page_name_no_half_month_as_a_number_of_a_month():
    values = CASE | {"arbeidsverleden": "13", "arbeidsverleden-voor-2016": "3"}
    found = answer(calculator(INCOME), values, TODAY)
    told = "\n".join(lines(found.json["uitkomst"]))
    assert "tot halverwege maand 12" in told
    assert "vanaf halverwege maand 12" in told
    assert "tot halverwege maand 12" in result_html(found)
    assert "maand 11,5" not in told + result_html(found)


def test_an_old_ww_is_named_in_the_overview_because_its_amount_is_not_known():
    headline = headline_of(wekeneis="nee", ww_voor_ziekte="ja")
    assert "Met WIA is het van" in headline
    assert "hoe hoog die is, weten wij niet" in headline


def test_the_lines_say_why_there_is_no_amount_without_a_benefit():
    found = calculators.answer(INCOME, {"bruto-maandloon": "3000", "uitkomst": "onder-35", "wekeneis": "nee"}, TODAY)
    one = calculator(INCOME)
    assert any("is er geen WW" in line for line in one.lines(found["uitkomst"]))


def test_an_hour_of_work_is_without_holiday_pay_beside_the_ww_and_with_it_beside_the_wia():
    for decided, words in (("onder-35", "€\u00a017,31 bruto, zonder vakantiegeld"), ("iva", "€\u00a018,69 bruto, met")):
        values = {"bruto-maandloon": "3000", "uren-per-week": "40", "uitkomst": decided}
        assert words in result_html(answer(calculator(INCOME), values, TODAY))


def test_the_steps_of_the_overview_name_the_income_as_the_wia_and_as_the_ww_count_it():
    values = {"bruto-maandloon": "3000", "nieuw-maandloon": "1000"}
    steps = [step["tekst"] for step in calculators.answer(INCOME, values, TODAY)["stappen"]]
    assert "Het loon uit werk is met 8 % vakantiegeld € 1.080,00 per maand.".replace("€ ", "€\u00a0") in [
        step.replace("8\u00a0%", "8 %") for step in steps
    ]
    assert any(step.startswith("In de WW telt het loon uit werk zonder vakantiegeld") for step in steps)


LONG = {"in-dienst-sinds": "1970-01-01", "bruto-maandloon": "6000", "eerste-ziektedag": "2025-03-01"}
IN_2027 = {**LONG, "peildatum": "2027-07-01"}


def test_an_unknown_maximum_makes_every_amount_of_the_payment_a_least():
    found = calculators.answer(PAYMENT, IN_2027, TODAY)
    year = "€\u00a077.760,00"
    cautions = {caution["code"]: caution["tekst"] for caution in found["waarschuwingen"]}
    assert f"Wat UWV hoogstens vergoedt, is minstens {year}." in found["hoofdzin"]
    assert f"Dat is minstens {year}" in cautions["slapend-dienstverband"]
    assert f"minstens {year}" in found["uitkomst"]["vragen"][1]
    texts = [step["tekst"] for step in found["stappen"]]
    assert (
        f"Het maximum van dat jaar kennen wij nog niet. Een jaarloon mag in elk geval: 12 x €\u00a06.480,00 = {year}."
        in texts
    )
    lines = "\n".join(calculator(PAYMENT).lines(found["uitkomst"]))
    assert f"UWV vergoedt hoogstens een bedrag van minstens {year}." in lines
    assert f"1 juli 2027: minstens {year}." in lines
    html = result_html(answer(calculator(PAYMENT), IN_2027, TODAY))
    assert f"een bedrag van minstens {year}" in html


def test_the_card_names_no_most_when_the_most_is_not_known():
    shown = answer(calculator(PAYMENT), IN_2027, TODAY).result
    assert shown is not None
    assert [fact.label for fact in shown.card.facts][1] == "De grens bij UWV, minstens"


def not_computed_by(name: str, **values: str) -> str:
    filled_in = {key.replace("_", "-"): text for key, text in values.items()}
    found = calculators.answer(name, filled_in, TODAY)["uitkomst"]["niet_berekend"]
    return " ".join(item["tekst"] for item in found)


def test_what_may_take_the_payment_away_is_named_and_a_cao_is_not():
    """BW 7:673c(1) and (2); a cao can put something in its place only after a dismissal for business reasons (673b)."""
    text = not_computed_by(PAYMENT, in_dienst_sinds="2014-03-01", bruto_maandloon="3000")
    assert "failliet" in text
    assert "Betalen in delen" in text
    assert "Minder mag een cao bij ontslag na lange ziekte niet geven" in text


def test_an_early_iva_is_named_where_the_iva_is_an_outcome():
    assert "vervroegde IVA" in not_computed_by(INCOME, bruto_maandloon="3000", uitkomst="iva")
    assert "vervroegde IVA" not in not_computed_by(INCOME, bruto_maandloon="3000", uitkomst="35-80")


def test_the_questions_about_years_and_wage_say_what_the_law_counts():
    """Wet WIA 15(1) and (10), WW 42(2)(a) and Besluit loonbegrip 2(1)."""
    fields = {field.key: field for name in (INCOME, PAYMENT) for field in calculator(name).form.fields}
    asides = {key: (field.aside or ("", ""))[1] for key, field in fields.items()}
    assert "208 uur loon" in asides["arbeidsverleden"]
    assert "alleen WW telt niet" in asides["arbeidsverleden"]
    assert "Loon bij ziekte telt mee" in fields["vier-van-vijf-jaar"].hint
    assert "uurloon van nu" in asides["bruto-maandloon"]


def test_the_way_to_who_pays_what_says_why_the_sum_there_is_lower():
    """There the wage is that of the month, here it has the holiday pay in it; beside the WW neither has."""
    words = "Daar staat het loon zonder vakantiegeld"
    html = result_html(answer(calculator(INCOME), {**CASE, "eerste-ziektedag": "2024-11-04"}, TODAY))
    assert words in html
    for changes in ({"uitkomst": "onder-35", "arbeidsongeschiktheid": ""}, {"nieuw-maandloon": ""}):
        values = {key: text for key, text in {**CASE, **changes, "bruto-maandloon": "3100"}.items() if text}
        assert words not in result_html(answer(calculator(INCOME), values, TODAY))


def last_formula(**changes: str) -> str:
    values = {"bruto-maandloon": "2400", **{key.replace("_", "-"): text for key, text in changes.items()}}
    found = calculators.answer(INCOME, values, TODAY)
    return str(found["uitkomst"]["uitkomsten"][0]["fasen"][-1]["formule"])


def test_the_formula_of_the_wga_says_which_part_of_the_article_decides():
    """Wet WIA 60(3) and 61(5)."""
    floor = last_formula(uitkomst="35-80", arbeidsongeschiktheid="45", nieuw_maandloon="900")
    assert "met dit werk loonaanvulling, minstens de vervolguitkering: 35" in floor
    assert last_formula(uitkomst="80-100-niet-duurzaam").endswith("; er is geen inkomenseis")


ILL = {"bruto-maandloon": "3000", "arbeidsverleden": "20", "eerste-ziektedag": "2024-12-02"}


@pytest.mark.parametrize(
    ("decided", "speaks"), [("onder-35", False), ("35-80", True), ("iva", True), ("weet-niet", True)]
)
def test_a_day_on_which_the_wia_can_begin_is_named_only_where_an_outcome_is_a_wia(decided: str, speaks: bool):
    found = answer(calculator(INCOME), ILL | {"uitkomst": decided}, TODAY)
    named = "De WIA kan beginnen op"
    assert (named in result_html(found)) is speaks
    assert (named in str(calculators.answer(INCOME, ILL | {"uitkomst": decided}, TODAY)["stappen"])) is speaks


def test_the_lines_to_read_name_the_day_after_the_wage_as_that_of_the_wia_and_not_of_the_waiting_period():
    sanctioned = ILL | {"uitkomst": "iva", "loonsanctie-weken": "20", "einde-dienstverband": "2026-12-31"}
    first, *_ = lines(calculators.answer(INCOME, sanctioned, TODAY)["uitkomst"])
    assert first == "De WIA kan beginnen op vrijdag 1 januari 2027."


@pytest.mark.parametrize(
    ("changes", "dismissed_later"),
    [
        ({}, True),
        ({"einde-dienstverband": "2026-11-30"}, True),
        ({"einde-dienstverband": "2026-11-29"}, False),
        ({"einde-dienstverband": "2025-06-30"}, False),
        ({"einde-dienstverband": "2025-01-10", "onderbrekingen": "2025-02-01/2025-03-31"}, True),
        ({"situatie": "vangnet"}, False),
    ],
)
def test_the_ww_waits_for_a_dismissal_only_where_there_is_a_job_left(changes: dict[str, str], dismissed_later: bool):
    found = calculators.answer(INCOME, ILL | {"uitkomst": "onder-35"} | changes, TODAY)["waarschuwingen"]
    (text,) = [caution["tekst"] for caution in found if caution["code"] == "ww-begint-later"]
    assert ("na ontslag" in text) is dismissed_later
    assert ("ziekengeld" in text) is not dismissed_later


LATE, LONGER, STOPS = "wia-aanvraag-te-laat", "verlenging-eigenrisicodrager", "ziekengeld-stopt-na-eerste-jaar"
RISK = "eigenrisicodrager"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, set()),
        ({"wia-aanvraag": "2026-10-03"}, {LATE}),
        ({"situatie": "vangnet"}, {STOPS, RISK}),
        ({"situatie": "vangnet", "loonsanctie-weken": "10"}, {LONGER, STOPS}),
        ({"situatie": "vangnet", "wia-aanvraag": "2026-10-03"}, {LATE, STOPS}),
        ({"einde-dienstverband": "2026-06-30"}, {STOPS, RISK}),
        ({"einde-dienstverband": "2026-12-31"}, set()),
        ({"situatie": "vangnet", "verlenging-weken": "10", "uitkomst": "onder-35"}, {LONGER}),
        ({"situatie": "vangnet", "wia-aanvraag": "2026-10-03", "uitkomst": "onder-35"}, {LONGER}),
        ({"situatie": "vangnet", "uitkomst": "onder-35"}, set()),
        ({"wia-aanvraag": "2026-10-03", "uitkomst": "onder-35"}, {LATE}),
        ({"wia-aanvraag": "2026-10-03", "uitkomst": "onder-35", "einde-dienstverband": "2026-11-30"}, {LATE}),
        ({"wia-aanvraag": "2026-10-03", "uitkomst": "onder-35", "einde-dienstverband": "2026-10-31"}, {LONGER}),
        ({"wia-aanvraag": "2026-10-03", "uitkomst": "onder-35", "aow-datum": "2026-11-30"}, set()),
        ({"wia-aanvraag": "2026-10-03", "aow-datum": "2026-11-30"}, set()),
        ({"situatie": "vangnet", "loonsanctie-weken": "10", "eerste-ziektedag": ""}, set()),
    ],
)
def test_what_moves_the_day_of_the_wia_is_told_here_as_in_the_timeline(changes: dict[str, str], told: set[str]):
    values = {key: text for key, text in (ILL | {"uitkomst": "iva"} | changes).items() if text}
    found = calculators.answer(INCOME, values, TODAY)
    codes = {one["code"] for one in (*found["waarschuwingen"], *found["uitkomst"]["niet_berekend"])}
    assert codes & {LATE, LONGER, STOPS, RISK} == told


def test_without_an_employer_no_wage_comes_before_the_wia():
    found = calculators.answer(INCOME, ILL | {"uitkomst": "iva", "situatie": "vangnet"}, TODAY)
    assert "De WIA kan beginnen op maandag 30 november 2026: de dag na de wachttijd." in str(found["stappen"])


VERY_LATE = {"bruto-maandloon": "3000", "uitkomst": "iva", "eerste-ziektedag": "2023-01-02"}
LOOKS_BACK = "UWV kijkt hoogstens 52 weken terug vanaf de aanvraag"


@pytest.mark.parametrize(
    ("changes", "day", "why"),
    [
        ({"situatie": "vangnet", "wia-aanvraag": "2026-11-01"}, "zondag 2 november 2025", LOOKS_BACK),
        ({"einde-dienstverband": "2024-06-30", "wia-aanvraag": "2026-11-01"}, "zondag 2 november 2025", LOOKS_BACK),
        ({"einde-dienstverband": "2025-01-31", "wia-aanvraag": "2026-11-01"}, "zondag 2 november 2025", LOOKS_BACK),
        ({"situatie": "vangnet", "wia-aanvraag": "2025-12-29"}, "maandag 30 december 2024", "de dag na de wachttijd"),
        ({"situatie": "vangnet", "wia-aanvraag": "2025-12-30"}, "dinsdag 31 december 2024", LOOKS_BACK),
        ({"einde-dienstverband": "2025-01-31", "wia-aanvraag": "2025-06-02"}, "zaterdag 1 februari 2025", "geen loon"),
    ],
)
def test_why_the_wia_can_begin_on_that_day_is_the_look_back_only_where_that_moved_it(
    changes: dict[str, str], day: str, why: str
):
    found = calculators.answer(INCOME, VERY_LATE | changes, TODAY)
    (step,) = [one for one in found["stappen"] if one["tekst"].startswith("De WIA kan beginnen op")]
    assert day in step["tekst"]
    assert why in step["tekst"]
    assert {one for one in (LOOKS_BACK, "de dag na de wachttijd", "geen loon") if one in step["tekst"]} == {why}
    assert ("wet-wia-64" in step["bronnen"]) is (why != "de dag na de wachttijd")


@pytest.mark.parametrize(
    ("changes", "named", "told"),
    [
        ({}, "Minder dan 35 procent: geen WIA, misschien WW", {"zorgjaren"}),
        ({"wekeneis": "nee"}, "Minder dan 35 procent: geen WIA", set()),
        ({"ww-voor-ziekte": "ja"}, "Minder dan 35 procent: geen WIA, misschien WW", set()),
    ],
)
def test_of_a_ww_is_spoken_only_where_there_may_be_one(changes: dict[str, str], named: str, told: set[str]):
    found = calculators.answer(INCOME, ILL | {"uitkomst": "onder-35"} | changes, TODAY)["uitkomst"]
    assert found["uitkomsten"][0]["naam"] == named
    assert {one["code"] for one in found["niet_berekend"]} & {"zorgjaren"} == told


@pytest.mark.parametrize(
    ("decided", "weeks", "counts"), [("35-80", "ja", True), ("35-80", "nee", False), ("iva", "ja", False)]
)
def test_years_of_care_are_named_only_where_years_of_work_make_a_benefit_longer(decided: str, weeks: str, counts: bool):
    found = calculators.answer(INCOME, ILL | {"uitkomst": decided, "wekeneis": weeks}, TODAY)["uitkomst"]
    assert ("zorgjaren" in {one["code"] for one in found["niet_berekend"]}) is counts


def test_a_late_application_lengthens_the_wage_without_a_wia_too():
    late = ILL | {"uitkomst": "onder-35", "wia-aanvraag": "2026-10-11"}
    (text,) = [one["tekst"] for one in calculators.answer(INCOME, late, TODAY)["waarschuwingen"] if one["code"] == LATE]
    assert "28 dagen te laat" in text
    assert "tot en met zondag 27 december 2026, ook als er geen WIA komt" in text
    assert "de WIA begint" not in text


@pytest.mark.parametrize("decided", ["onder-35", "35-80", "iva", "weet-niet"])
@pytest.mark.parametrize(("aow", "first"), [("2026-11-29", True), ("2026-11-30", True), ("2026-12-01", False)])
def test_with_the_aow_first_there_is_no_wia_and_no_amount(decided: str, aow: str, first: bool):
    found = answer(calculator(INCOME), ILL | {"uitkomst": decided, "aow-datum": aow}, TODAY)
    page = result_html(found)
    assert ("AOW: geen WIA en geen WW" in page) is first
    assert ("voordat een WIA kan beginnen" in found.json["hoofdzin"]) is first
    assert ("aow-stopt" in [one["code"] for one in found.json["waarschuwingen"]]) is not first
    assert "aow" not in [one["code"] for one in found.json["uitkomst"]["niet_berekend"]]


def test_with_the_aow_first_the_card_names_its_day_and_the_lines_to_read_say_what_there_is_not():
    found = answer(calculator(INCOME), ILL | {"uitkomst": "iva", "aow-datum": "2026-11-15"}, TODAY)
    assert found.result is not None
    assert [(one.label, one.text) for one in found.result.card.facts] == [
        ("De AOW begint op", "zondag 15 november 2026")
    ]
    assert next(lines(found.json["uitkomst"])).startswith("AOW: geen WIA en geen WW: De AOW begint op 15 november")


def test_an_aow_day_without_a_first_sick_day_only_says_when_it_all_stops():
    values = {"bruto-maandloon": "3000", "uitkomst": "iva", "aow-datum": "2026-01-15"}
    found = calculators.answer(INCOME, values, TODAY)
    assert "aow-stopt" in [one["code"] for one in found["waarschuwingen"]]
    assert found["uitkomst"]["uitkomsten"][0]["id"] == "iva"


ENDED = {"in-dienst-sinds": "2016-01-01", "bruto-maandloon": "3000", "einde-dienstverband": "2025-11-30"}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 2, 27), "vrijdag 27 februari 2026 (wet: maandag 2 maart"),
        (date(2026, 2, 28), "maandag 2 maart 2026"),
    ],
)
def test_for_the_court_card_table_and_lines_name_the_working_day_before_with_that_of_the_law(today: date, said: str):
    found = answer(calculator(PAYMENT), ENDED, today)
    assert found.result is not None
    assert any(one.text.startswith(f"Uiterlijk {said}") for one in found.result.card.facts)
    assert said in result_html(found)
    assert any(f"uiterlijk {said}" in line for line in payment_lines(found.json["uitkomst"]))


@pytest.mark.parametrize(
    ("end", "why"),
    [
        ("2025-11-30", "in het weekend"),
        ("2025-10-02", "gelijkgesteld met een feestdag"),
        ("2026-01-03", "Goede Vrijdag"),
        ("2026-08-31", None),
    ],
)
def test_where_the_day_for_the_court_moved_it_says_why_and_where_that_stands(end: str, why: str | None):
    found = calculators.answer(PAYMENT, ENDED | {"einde-dienstverband": end}, TODAY)
    told = [step for step in found["stappen"] if "kantonrechter" in step["tekst"]]
    assert len(told) == (2 if why else 1)
    for step in told:
        assert ("algemene-termijnenwet" in step["bronnen"]) is bool(why)
    assert why is None or f"Die dag is {why}, en telt niet als laatste dag." in told[1]["tekst"]


PAID = ENDED | {
    "einde-dienstverband": "2026-09-02",
    "in-dienst-sinds": "2014-03-01",
    "eerste-ziektedag": "2024-09-02",
    "betaald-op": "2026-08-31",
}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 2, 26), "vrijdag 26 februari 2027 (wet: zondag 28"),
        (date(2027, 2, 27), "zondag 28 februari 2027"),
    ],
)
def test_for_the_request_to_uwv_card_table_and_lines_name_the_working_day_before_with_that_of_the_law(
    today: date, said: str
):
    found = answer(calculator(PAYMENT), PAID, today)
    assert found.result is not None
    assert any(
        one.label == "Vragen aan UWV" and one.text.startswith(f"Uiterlijk {said}") for one in found.result.card.facts
    )
    assert said in result_html(found)
    assert any("UWV" in line and f"uiterlijk {said}" in line for line in payment_lines(found.json["uitkomst"]))


@pytest.mark.parametrize(("paid", "why"), [("2026-08-31", "in het weekend"), ("2026-10-01", None)])
def test_where_the_last_day_to_ask_uwv_is_no_working_day_a_step_says_so_and_promises_no_later_one(
    paid: str, why: str | None
):
    found = calculators.answer(PAYMENT, PAID | {"betaald-op": paid}, TODAY)
    told = [step["tekst"] for step in found["stappen"] if "om UWV te vragen" in step["tekst"]]
    assert len(told) == (1 if why else 0)
    assert (
        why is None
        or f"zondag 28 februari 2027. Die dag is {why}. Of het daarna nog kan, lazen wij nergens. " in told[0]
    )
    assert why is None or told[0].endswith("Vraag het dus uiterlijk vrijdag 26 februari 2027.")


UNKNOWN_MAXIMUM = {"in-dienst-sinds": "1985-01-01", "bruto-maandloon": "100", "aftrekbare-kosten": "2000"}


@pytest.mark.parametrize(("costs", "more"), [("2000", False), ("1300", True), ("0", True)])
def test_of_a_maximum_that_is_not_known_it_is_said_that_it_may_be_more_only_where_it_can(costs: str, more: bool):
    given = UNKNOWN_MAXIMUM | {"aftrekbare-kosten": costs, "einde-dienstverband": "2027-06-30"}
    found = calculators.answer(PAYMENT, given, TODAY)
    [told] = [one["tekst"] for one in found["waarschuwingen"] if one["code"] == "maximum-onbekend"]
    assert ("De vergoeding kan meer zijn." in told) is more
    assert ("minstens" in found["hoofdzin"]) is more


def test_the_lines_say_of_the_day_after_two_years_what_the_page_says():
    given = UNKNOWN_MAXIMUM | {"eerste-ziektedag": "2025-02-03", "peildatum": "2027-06-30"}
    told = [line.replace("\u00a0", " ") for line in payment_lines(calculators.answer(PAYMENT, given)["uitkomst"])]
    assert [line for line in told if line.startswith("Bedrag op de dag na twee jaar ziekte")] == [
        "Bedrag op de dag na twee jaar ziekte, woensdag 3 februari 2027: minstens € 1.296,00."
    ]


def test_where_costs_leave_no_payment_no_sleeping_contract_is_advised_to_ask_for_one():
    given = UNKNOWN_MAXIMUM | {"eerste-ziektedag": "2025-02-03", "peildatum": "2027-06-30"}
    assert calculators.answer(PAYMENT, given)["uitkomst"]["slapend"] is False
    assert calculators.answer(PAYMENT, given | {"aftrekbare-kosten": "1300"})["uitkomst"]["slapend"] is True


def cautions_of(**values: str) -> dict[str, str]:
    filled_in = {key.replace("_", "-"): text for key, text in values.items()}
    found = calculators.answer(PAYMENT, filled_in, TODAY)
    return {one["code"]: one["tekst"] for one in found["waarschuwingen"]}


def questions_of(**values: str) -> str:
    filled_in = {"in-dienst-sinds": "2014-03-01", "bruto-maandloon": "3000"}
    filled_in |= {key.replace("_", "-"): text for key, text in values.items()}
    return str(calculators.answer(PAYMENT, filled_in, TODAY)["uitkomst"]["vragen"])


def test_uwv_is_told_the_first_day_of_the_illness_that_the_answer_counts_from():
    plain = questions_of(eerste_ziektedag="2023-01-02", onderbrekingen="2023-05-01/2023-05-14")
    assert "De eerste ziektedag was 2 januari 2023. Kunnen wij" in plain
    recovered = questions_of(eerste_ziektedag="2023-01-02", onderbrekingen="2023-05-01/2023-06-11")
    assert "was 12 juni 2023, na herstel van 1 mei 2023 tot en met 11 juni 2023." in recovered
    leave = questions_of(eerste_ziektedag="2023-01-02", verlof="2023-05-01/2023-08-20", verlof_zelfde_oorzaak="nee")
    assert "was 21 augustus 2023, na verlof van 1 mei 2023 tot en met 20 augustus 2023." in leave


def test_of_a_sleeping_contract_it_is_said_when_it_is_one_and_when_nobody_has_to_help_it_end():
    """BW 7:669(1) and (3)(b), HR 8 November 2019: not while recovery or other work is a real prospect."""
    found = cautions_of(in_dienst_sinds="2014-03-01", bruto_maandloon="3000", eerste_ziektedag="2024-09-02")
    text = found["slapend-dienstverband"]
    assert text.startswith("Loopt het contract door zonder loon en zonder werk?")
    assert "Dat hoeft niet als herstel, of ander werk bij deze werkgever, nog echt mogelijk is." in text


def test_the_ways_to_end_within_the_ban_do_not_read_as_all_there_are():
    """BW 7:670a(1) and (2), 671b(6)."""
    found = cautions_of(
        in_dienst_sinds="2014-03-01",
        bruto_maandloon="3000",
        eerste_ziektedag="2025-09-01",
        einde_dienstverband="2026-11-30",
    )
    for word in ("proeftijd", "op staande voet", "helemaal stopt", "AOW-leeftijd", "re-integratie", "rechter"):
        assert word in found["binnen-opzegverbod"]


@pytest.mark.parametrize(
    "changes",
    [
        {"eerste-ziektedag": "2025-09-01", "einde-dienstverband": "2026-11-30"},
        {"eerste-ziektedag": "2025-09-01"},
        {"eerste-ziektedag": "2026-09-07", "aow-datum": "2027-03-01"},
        {},
    ],
)
def test_the_ground_of_an_employer_who_stops_is_named_once_with_and_without_an_illness(changes: dict[str, str]):
    """BW 7:673e(1)(b)."""
    given = {"in-dienst-sinds": "2010-01-01", "bruto-maandloon": "3000"} | changes
    found = calculators.answer(PAYMENT, given, TODAY)
    told = [one["tekst"] for one in (*found["stappen"], *found["uitkomst"]["niet_berekend"])]
    assert len([text for text in told if "kleine werkgever" in text]) == 1


def test_where_no_payment_is_due_no_ground_of_uwv_is_named():
    given = {"in-dienst-sinds": "2010-01-01", "bruto-maandloon": "3000", "einde-dienstverband": "2015-06-30"}
    found = calculators.answer(PAYMENT, given, TODAY)
    assert "bedrijf-stopt" not in [one["code"] for one in found["uitkomst"]["niet_berekend"]]


def test_interest_is_spoken_of_only_over_what_is_not_paid_in_time():
    found = calculators.answer(PAYMENT, ENDED, TODAY)
    (text,) = [one["tekst"] for one in found["stappen"] if "rente" in one["tekst"]]
    assert text.startswith("Is er op 30 december 2025 nog niet alles betaald? Dan komt er vanaf die dag")


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("2026-10-28", "Naar de kantonrechter kan tot en met donderdag 28 januari 2027."),
        ("2026-07-31", "minder betaald dan de wet vraagt."),
    ],
)
def test_who_paid_too_little_reads_how_much_and_until_when_the_rest_can_be_asked_of_the_court(end: str, told: str):
    given = {"in_dienst_sinds": "2016-01-01", "bruto_maandloon": "3000", "betaald_bedrag": "10000"}
    found = cautions_of(**given, einde_dienstverband=end)
    owed = {"2026-10-28": "1.692,85", "2026-07-31": "1.430,00"}[end]
    text = found["te-weinig-betaald"]
    assert text.startswith(f"Er is €\u00a0{owed} minder betaald dan de wet vraagt.")
    assert text.endswith(told)
    assert ("verzoek-te-laat" in found) is (end == "2026-07-31")


@pytest.mark.parametrize(("end", "late"), [("2026-10-28", True), ("2026-10-29", False)])
def test_what_is_not_paid_is_too_little_from_the_day_of_the_interest_on(end: str, late: bool):
    """BW 7:686a(1): a month after the end of the contract."""
    given = {"in_dienst_sinds": "2016-01-01", "bruto_maandloon": "3000", "betaald_bedrag": "5000"}
    text = cautions_of(**given, einde_dienstverband=end)["te-weinig-betaald"]
    assert ("minder betaald dan de wet vraagt" in text) is late
    assert ("nog niet betaald. Vanaf 29 november 2026 komt er wettelijke rente bij." in text) is not late


SHORT = {"in-dienst-sinds": "2015-02-01", "einde-dienstverband": "2026-10-31", "eerste-ziektedag": "2024-10-02"}


@pytest.mark.parametrize("today", ["2026-11-30", "2027-06-30"])
def test_while_a_rest_is_open_the_term_to_ask_uwv_does_not_run_and_the_amount_is_that_for_when_all_is_paid(today: str):
    paid = {"bruto-maandloon": "3000", "betaald-bedrag": "5000", "betaald-op": "2026-11-15", "peildatum": today}
    found = calculators.answer(PAYMENT, SHORT | paid, TODAY)
    limit = "12.605,92"
    assert f"Is alles betaald, dan vergoedt UWV hoogstens €\u00a0{limit}, als de werkgever erom" in found["hoofdzin"]
    told = f"De termijn om het UWV te vragen loopt pas als alles is betaald. UWV vergoedt dan hoogstens €\u00a0{limit}."
    assert found["uitkomst"]["vergoeding_uwv"]["uitleg"] == told
    assert any(f"{told} Vragen kan tot 6 maanden na de laatste betaling." in one["tekst"] for one in found["stappen"])


def test_of_an_illness_in_an_earlier_contract_that_does_not_count_nobody_is_asked_to_fill_that_in():
    given = {"in_dienst_sinds": "2026-03-01", "bruto_maandloon": "3000", "eerste_ziektedag": "2025-05-05"}
    asks, knows = "Vul dat dan ook in.", "De ziekte begon in een eerder contract dat niet meetelt. Vraag een jurist"
    for contracts, said, unsaid in (("2020-01-01/2025-06-30", knows, asks), ("2020-01-01/2025-05-04", asks, knows)):
        text = cautions_of(**given, eerdere_contracten=contracts)["ziekte-voor-contract"]
        assert said in text
        assert unsaid not in text


AOW_FIRST = {"in-dienst-sinds": "2010-01-01", "bruto-maandloon": "3000", "eerste-ziektedag": "2025-09-08"}


@pytest.mark.parametrize(("aow", "shown"), [("2027-09-08", False), ("2027-09-09", True)])
@pytest.mark.parametrize("end", ["", "2026-12-31"])
def test_no_amount_stands_on_the_day_after_two_years_where_the_aow_has_begun(aow: str, shown: bool, end: str):
    """BW 7:673(7)(b)."""
    given = AOW_FIRST | {"aow-datum": aow} | ({"einde-dienstverband": end} if end else {})
    found = answer(calculator(PAYMENT), given, TODAY)
    day = "Bedrag op de dag na twee jaar ziekte"
    assert any(line.startswith(day) for line in payment_lines(found.json["uitkomst"])) is shown
    assert (day in result_html(found)) is shown
    steps = [step["tekst"] for step in found.json["stappen"]]
    assert any(step.startswith("Op die dag: ") for step in steps) is shown
    assert ("Op die dag is de AOW er al. Dan is er geen transitievergoeding." in steps) is not shown


@pytest.mark.parametrize(
    ("how", "label"),
    [("werkgever", "Opzeggen wegens de ziekte mag vanaf"), ("afloop", "Geen opzegverbod bij ziekte meer vanaf")],
)
def test_card_table_lines_and_steps_call_the_first_day_without_the_ban_the_same(how: str, label: str):
    found = answer(calculator(PAYMENT), AOW_FIRST | {"einde-door": how}, TODAY)
    assert found.result is not None
    assert found.result.card.facts[0].label == label
    assert label in result_html(found)
    assert f"{label} woensdag 8 september 2027." in list(payment_lines(found.json["uitkomst"]))
    (step,) = [one for one in found.json["stappen"] if one["tekst"].startswith(label)]
    assert ("bw-7-667" in step["bronnen"]) is (how == "afloop")


def test_commission_has_no_place_among_the_bonuses_and_is_named_as_left_out():
    """Besluit loonbegrip 2 and Regeling looncomponenten 2 and 3: the last twelve months, not three calendar years."""
    fields = {field.key: field for field in calculator(PAYMENT).form.fields}
    assert "Geen provisie of stukloon" in fields["bonus"].hint
    assert "verlof of een staking" in (fields["bruto-maandloon"].aside or ("", ""))[1]
    assert "Provisie en stukloon" in not_computed_by(PAYMENT, in_dienst_sinds="2014-03-01", bruto_maandloon="3000")
