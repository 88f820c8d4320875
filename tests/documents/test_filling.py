"""A document holds what was filled in, and dotted lines, boxes or room where nothing was."""

from __future__ import annotations

import re

import pytest

from calculators.documents.filling import CONDITIONS, fill, keys_in
from calculators.documents.moments import Moments
from calculators.documents.template import FilledIn, read_template
from calculators.frame.page_parts import result_html
from calculators.law.book import Law
from calculators.registry import calculator
from tests.documents.conftest import CASE, HOURS, NAMES, TODAY, WORKPLACE, answered, filled, squeezed

DOTS = "...................."


def text_of(name: str, **values: str) -> str:
    found: str = answered(name, {key.replace("_", "-"): value for key, value in values.items()}).json["uitkomst"][
        "tekst"
    ]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_document_has_dotted_lines_and_no_day(name: str):
    found = answered(name, {}).json
    assert found["uitkomst"]["leeg"] is True
    assert found["waarschuwingen"] == found["stappen"] == []
    assert DOTS in found["uitkomst"]["tekst"]
    paper = found["uitkomst"]["tekst"].removesuffix(f"{found['bon']['tekst']}\n")
    assert f"{TODAY.day} november" not in paper


@pytest.mark.parametrize("name", NAMES)
def test_the_page_shows_the_blank_document_and_names_what_is_open_for_a_screen_reader(name: str):
    html = result_html(answered(name, {}))
    assert "data-document" in html
    assert html.count('<span class="sw-leeg">') == html.count("(nog in te vullen: ")
    assert html.count('class="sw-leeg"') > 5


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_a_document_prints_of_what_was_filled_in_is_in_it(name: str):
    values = filled(name)
    document = answered(name, values)
    template = read_template(name.removeprefix("documenten/"))
    runs = [
        run["tekst"]
        for part in document.json["uitkomst"]["delen"]
        for block in part["blokken"]
        for text in (*block["regels"], *(cell for row in block.get("rijen", ()) for cell in row))
        for run in text
        if run["soort"] == "ingevuld"
    ]
    always = [
        block
        for part in template.parts
        for block in part["blok"]
        if not any(name in one for name in CONDITIONS for one in (part, block))
    ]
    private = [
        template.fields[key] for key in keys_in(always) if key in template.fields and template.fields[key].private
    ]
    assert private
    assert [field.key for field in private if field.parse(values[field.key]) not in runs] == []


def test_dates_are_written_out_and_numbers_the_dutch_way():
    text = text_of(HOURS, werkervaringsplaats_start="14-12-2026", werkervaringsplaats_weken="8", uren_stap="2,5")
    assert "14 december 2026" in text
    assert "2,5 uur" in text


def test_the_evaluation_days_and_the_end_come_from_the_timeline():
    text = text_of(WORKPLACE, werkervaringsplaats_start="2026-12-14", werkervaringsplaats_weken="8")
    for day in ("7 februari 2027", "31 december 2026", "20 januari 2027", "5 februari 2027"):
        assert day in text


def test_a_length_that_was_not_given_is_not_guessed():
    text = text_of(WORKPLACE, werkervaringsplaats_start="2026-12-14")
    assert "14 december 2026" in text
    assert "februari" not in text


def test_the_weeks_of_the_build_up_are_filled_in_or_left_open():
    hours = {"uren_start": "8", "uren_stap": "2", "uren_doel": "20"}
    known = text_of(HOURS, werkervaringsplaats_start="2026-12-14", werkervaringsplaats_weken="2", **hours)
    assert "1 | 14 december 2026 | 20 december 2026 | 8 |" in known
    assert "2 | 21 december 2026 | 27 december 2026 | 10 |" in known
    without_hours = text_of(HOURS, werkervaringsplaats_start="2026-12-14", werkervaringsplaats_weken="2")
    assert "2 | 21 december 2026 | 27 december 2026 |  |" in without_hours
    assert "8 |  |  |  |" in text_of(HOURS)


def test_a_choice_takes_in_its_own_part_only_and_a_blank_one_shows_boxes_to_tick():
    blank, chosen = text_of("documenten/verzoek-uwv"), text_of("documenten/verzoek-uwv", soort_verzoek="no-risk")
    assert "toestemming voor een proefplaatsing" in blank
    assert "Ik vraag u om toestemming voor een proefplaatsing" not in chosen
    assert "of voor mij de no-riskpolis geldt" in chosen
    assert "☐ ik heb een WIA-uitkering" in blank


def test_what_is_important_only_for_another_choice_is_not_missed(monkeypatch: pytest.MonkeyPatch):
    options = [{"waarde": "brief", "tekst": "brief"}, {"waarde": "kaart", "tekst": "kaart"}]
    fields = [
        {"sleutel": "soort", "soort": "keuze", "label": "Soort", "keuze": options},
        {"sleutel": "adres", "soort": "tekst", "label": "Adres", "belangrijk": True},
        {"sleutel": "groet", "soort": "tekst", "label": "Groet", "belangrijk": True},
    ]
    parts = [
        {"als": {"soort": ["brief"]}, "blok": [{"soort": "alinea", "tekst": "Aan {adres}."}]},
        {"blok": [{"soort": "alinea", "tekst": "Met {groet}."}]},
    ]
    made = {"titel": "T", "vraag": "V", "bestandsnaam": "t", "groep": [{"titel": "G", "veld": fields}], "deel": parts}
    monkeypatch.setattr("calculators.documents.template.table", lambda _: made)
    template = read_template("nieuw")
    missing = {
        choice: tuple(
            one.label
            for one in fill(
                template, FilledIn(TODAY, {"soort": choice}), Moments(Law(TODAY), None, {}, (), has_hours=False)
            ).missing
        )
        for choice in (None, "brief", "kaart")
    }
    assert missing == {None: ("Adres", "Groet"), "brief": ("Adres", "Groet"), "kaart": ("Groet",)}


def test_the_day_of_today_is_in_a_document_once_something_is_filled_in():
    found = [name for name in NAMES if "21 november 2026" in answered(name, filled(name)).json["uitkomst"]["tekst"]]
    assert found


def test_a_placeholder_that_somebody_types_stays_what_was_typed():
    text = text_of(WORKPLACE, naam_medewerker="{naam-inlener} {{ wachttijd.weken }}", naam_inlener="Bakker")
    assert "{naam-inlener} {{ wachttijd.weken }}" in text


def test_the_first_sick_day_is_not_printed_where_the_host_reads_along():
    assert "24 november 2025" not in answered(WORKPLACE, CASE).json["uitkomst"]["tekst"]


@pytest.mark.parametrize(("pays", "holds"), [("inlener", True), ("werkgever", True), ("ieder", False)])
def test_who_bears_his_own_part_after_an_accident_holds_the_other_harmless_for_nothing(pays: str, *, holds: bool):
    assert ("vrijwaart" in text_of(WORKPLACE, eigen_werkgever="ja", schade_ongeluk=pays)) is holds


def test_without_an_own_employer_the_host_bears_the_damage_and_no_employer_does():
    text = squeezed(text_of(WORKPLACE, eigen_werkgever="nee", schade_spullen="werkgever"))
    assert "Zonder eigen werkgever betaalt de inlener wat stukging" in text
    assert "Met een eigen werkgever: wat stukging" not in text


@pytest.mark.parametrize("name", [WORKPLACE, "documenten/detachering"])
def test_a_separate_declaration_of_secrecy_takes_nothing_away_of_what_is_always_allowed(name: str):
    """A form of the firm itself may lack those exceptions; how long something stays secret, it may say."""
    text = squeezed(text_of(name))
    assert "verbiedt nooit wat de wet toestaat of verplicht" in text
    assert "Dan geldt die ook" in text
    assert "Wat hierboven altijd mag, blijft ook dan mogen." in text
    assert "in plaats van deze" not in text


@pytest.mark.parametrize(
    ("chosen", "strange"),
    [("nee", r"eigen werkgever|geen werkgever|als die er is"), ("ja", r"geen werkgever|als die er is")],
)
def test_a_placement_speaks_of_an_own_employer_only_to_who_may_have_one(chosen: str, strange: str):
    text = text_of(WORKPLACE, eigen_werkgever=chosen, reis_betaler="inlener")
    lines = [line for line in text.replace("Zonder eigen werkgever", "").splitlines() if re.search(strange, line)]
    assert lines == []
    assert "als die er is" in text_of(WORKPLACE)


@pytest.mark.parametrize("chosen", ["werkgever", "inlener"])
def test_who_pays_for_what_broke_is_a_whole_sentence(chosen: str):
    who = {"werkgever": "de eigen werkgever", "inlener": "de inlener"}[chosen]
    text = squeezed(text_of(WORKPLACE, eigen_werkgever="ja", schade_spullen=chosen))
    assert f"Met een eigen werkgever: wat stukging, betaalt {who}." in text
    assert f"Wat stukging, betaalt {who}." in squeezed(text_of("documenten/detachering", schade_spullen=chosen))


def test_a_secondment_says_what_the_work_asks_and_that_the_host_can_owe_the_wages():
    """Waadi 11 (the qualification that is wanted, told beforehand) and BW 7:616a(1)."""
    text = squeezed(text_of("documenten/detachering"))
    assert "welke papieren of ervaring het werk vraagt" in text
    shown = result_html(answered("documenten/detachering", {}))
    assert "de inlener soms ook aanspreken voor het loon" in squeezed(shown)


def test_a_dispute_about_a_placement_closes_no_way_and_costs_the_employee_no_mediator():
    text = squeezed(text_of(WORKPLACE))
    assert "De medewerker betaalt de mediator niet" in text
    assert "pas daarna met de rechter" not in text


@pytest.mark.parametrize(
    ("about_the_end", "last_day"),
    [
        ({}, "29 november 2026"),
        ({"einde_dienstverband": "2026-06-30"}, "30 juni 2026"),
        ({"aow_datum": "2026-06-01"}, "12 juli 2026"),
        ({"detachering_einde": "2026-05-31"}, "31 mei 2026"),
    ],
)
def test_a_secondment_lasts_as_long_as_the_own_employer_pays_wages(about_the_end: dict[str, str], last_day: str):
    """Only an employer can lend somebody out: Waadi 1(1)(c). The six weeks from the AOW age on: BW 7:629(2)."""
    text = text_of(
        "documenten/detachering", eerste_ziektedag="2024-12-02", detachering_start="2026-03-02", **about_the_end
    )
    assert f"De laatste dag is {last_day}" in text


@pytest.mark.parametrize(
    ("name", "key", "sentences"),
    [
        (
            "documenten/waarschuwing-loon",
            "stap-loon",
            {
                "waarschuwing": "Dit is een waarschuwing.",
                "opschorting": "Ik stel de betaling",
                "stop": "Ik stop uw loon",
            },
        ),
        (
            "documenten/bezwaar-loonsanctie",
            "bezwaar-van",
            {"werkgever": "Ik vind dat ik genoeg deed", "werknemer": "kansen zijn gemist"},
        ),
        (
            "documenten/getuigschrift",
            "getuigschrift-van",
            {"werkgever": "bij ons in dienst", "inlener": "een plek om te werken"},
        ),
    ],
)
def test_sentences_that_exclude_each_other_wait_for_the_choice(name: str, key: str, sentences: dict[str, str]):
    """A letter that warns and stops at once is no notice (BW 7:629(7), 670a(1)); what is unsaid says so."""
    private = next(field.key for field in calculator(name).form.fields if field.private)
    for values in ({}, {private: "Jan"}):
        found = answered(name, values).json["uitkomst"]
        assert [sentence for sentence in sentences.values() if sentence in found["tekst"]] == []
        assert key in {one["sleutel"] for part in found["ontbreekt"] for one in part["velden"]}
    for choice, sentence in sentences.items():
        text = text_of(name, **{key: choice})
        assert [one for one in sentences.values() if one in text] == [sentence]


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        ("nee", "niet eerder op proef en zonder loon gedaan"),
        ("oefenplek", "Dat was om te oefenen en geen proefplaatsing"),
        ("proef", "met ander werk"),
        ("loon", "of een proefplaatsing hier dan nog kan"),
    ],
)
def test_the_letter_about_a_trial_says_what_was_done_there_before_only_as_it_was_told(earlier: str, said: str):
    """WIA 37(2)(c): not for who did the same work there before, on a trial and without pay."""
    values = {"soort_verzoek": "proefplaatsing", "eerder_hier": earlier, "eerder_hier_wat": "mei, post sorteren"}
    text = squeezed(text_of("documenten/verzoek-uwv", **values))
    assert said in text
    assert ("mei, post sorteren" in text) is (earlier != "nee")
    assert ("niet eerder op proef" in text) is (earlier in ("nee", "loon"))
    assert "niet eerder op proef" not in text_of("documenten/verzoek-uwv", soort_verzoek="proefplaatsing")


@pytest.mark.parametrize("name", ["documenten/bezwaar-wia", "documenten/bezwaar-loonsanctie"])
def test_an_objection_gives_its_reasons_or_says_that_they_follow_and_never_both(name: str):
    later, now, reasons = "Dit is een pro forma bezwaar", "Dit zijn mijn redenen", "Staan mijn redenen hieronder"
    said = {
        choice: [words in text_of(name, redenen_nu=choice) for words in (later, now, reasons)]
        for choice in ("", "later", "nu")
    }
    assert said == {"": [False, True, True], "later": [True, False, False], "nu": [False, True, False]}


@pytest.mark.parametrize("name", NAMES)
def test_a_choice_that_a_sentence_waits_for_has_boxes_to_tick_or_a_sentence_of_its_own_on_the_blank_paper(name: str):
    template = read_template(name.removeprefix("documenten/"))
    sentences = [one for part in template.parts for one in part["blok"] if one["soort"] == "alinea"]
    awaited = {key for one in sentences for key in one.get("na-keuze", ())}
    unchosen = [(key, one) for one in sentences for key, allowed in one.get("als", {}).items() if not allowed]
    says_so = {key for key, one in unchosen if key not in set(keys_in(one))}
    blank = text_of(name)
    for key in awaited - says_so:
        first = next(iter(getattr(template.fields[key], "options", {}).values()))
        assert f"\u2610 {first}" in blank, key


LATE = {"besluit_dag": "2026-10-01"}
IN_TIME = {"besluit_dag": "2026-10-30"}


@pytest.mark.parametrize("name", ["documenten/bezwaar-wia", "documenten/bezwaar-loonsanctie"])
@pytest.mark.parametrize(
    ("values", "printed", "missed"),
    [
        ({}, False, False),
        (IN_TIME, False, False),
        (LATE, True, True),
        (LATE | {"waarom_later": "De brief kwam pas gisteren."}, True, False),
        (IN_TIME | {"waarom_later": "De brief kwam pas gisteren."}, True, False),
    ],
)
def test_an_objection_says_why_it_is_late_once_it_is_or_once_that_was_filled_in(
    name: str, values: dict[str, str], *, printed: bool, missed: bool
):
    """Awb 6:11: an objection that is late may still be dealt with when that cannot be blamed on who objects."""
    found = answered(name, {key.replace("_", "-"): value for key, value in values.items()}).json["uitkomst"]
    assert ("Deze brief komt na de laatste dag voor bezwaar." in found["tekst"]) is printed
    assert ("De brief kwam pas gisteren." in found["tekst"]) is ("waarom_later" in values)
    assert ("waarom-later" in {one["sleutel"] for part in found["ontbreekt"] for one in part["velden"]}) is missed


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("verzoek-uwv", {"soort-verzoek": "proefplaatsing", "proefplaatsing-maanden": "1"}, "Duur: 1 maand, tot"),
        ("verzoek-uwv", {"soort-verzoek": "proefplaatsing", "proefplaatsing-maanden": "2"}, "Duur: 2 maanden, tot"),
        ("urenopbouw", {"werkervaringsplaats-weken": "1"}, "Duur: 1 week."),
        ("detachering", {"betaaltermijn-dagen": "1"}, "binnen 1 dag"),
    ],
)
def test_a_number_of_one_has_its_unit_in_the_singular(name: str, values: dict[str, str], said: str):
    assert said in text_of(f"documenten/{name}", **values)
