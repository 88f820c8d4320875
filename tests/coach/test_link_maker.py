"""The link maker in plain Python: which values get into a link, what is said about it, and the message to send."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any
from urllib.parse import quote

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators import answering, registry
from calculators.__main__ import main as command_line
from calculators.frame.fields import ChoiceField
from calculators.frame.page_parts import read_link, result_html
from calculators.link_maken.form import ROLES
from calculators.link_maken.pages import page_at, send_pages
from tests.coach.qr_reader import read
from tests.oracle.test_bad_fragments import MARKUP, STRANGE, everything_shown, respond

TODAY = date(2026, 11, 21)
MAKER = registry.calculator("link-maken")


def made(**values: str) -> dict[str, Any]:
    """The answer of the link maker; keys with an underscore for the hyphen."""
    return answering.answer(MAKER, {key.replace("_", "-"): text for key, text in values.items()}, TODAY).json


def warned(answer: dict[str, Any]) -> dict[str, str]:
    """What is warned of, by its code."""
    return {warning["code"]: warning["tekst"] for warning in answer["waarschuwingen"]}


def test_a_link_holds_what_the_page_uses_and_says_so():
    answer = made(pagina="tijdlijn", eerste_ziektedag="24-11-2025", werkervaringsplaats_weken="8")
    fragment = "#eerste-ziektedag=2025-11-24&werkervaringsplaats-weken=8"
    assert answer["uitkomst"]["adres"] == f"/rekenhulpen/tijdlijn/{fragment}"
    assert answer["uitkomst"]["kort"] == f"/l/tijdlijn/{fragment}"
    assert answer["uitkomst"]["woord"] == "/l/tijdlijn/"
    assert warned(answer) == {
        "laat-zien": "Deze link laat zien: eerste ziektedag; duur van de werkervaringsplaats. Wie de link heeft, kan "
        "dat lezen. Stuur hem alleen aan wie dat mag weten."
    }
    assert answer["hoofdzin"].endswith("2 antwoorden staan in de link.")


def test_a_link_without_values_reveals_nothing_and_warns_of_nothing():
    answer = made(pagina="/werknemer/mijn-loon/")
    assert answer["uitkomst"]["kort"] == "/l/loon/"
    assert answer["uitkomst"]["laat_zien"] == answer["waarschuwingen"] == []
    assert answer["hoofdzin"].endswith("Er zit niets van iemand in.")


def test_the_published_example_holds_no_value_that_somebody_could_take_for_a_readers_own():
    shown = answering.answer(MAKER, MAKER.example, TODAY).json
    assert (shown["uitkomst"]["laat_zien"], shown["waarschuwingen"]) == ([], [])
    assert set(read_link(shown["uitkomst"]["adres"].partition("#")[2])) <= {"rol"}


def test_values_that_the_page_does_not_use_are_named_and_left_out():
    answer = made(pagina="tijdlijn", eerste_ziektedag="2025-11-24", bruto_maandloon="3000")
    assert answer["uitkomst"]["adres"] == "/rekenhulpen/tijdlijn/#eerste-ziektedag=2025-11-24"
    assert warned(answer)["niet-gebruikt"].startswith("Deze pagina gebruikt dit niet: bruto loon per maand.")
    assert [one["sleutel"] for one in answer["uitkomst"]["weggelaten"]] == ["bruto-maandloon"]


def test_a_question_is_quoted_where_it_is_named():
    assert (
        "niet: “Welke situatie past bij de werknemer?”. Het"
        in warned(made(pagina="tijdlijn", groep="wajong"))["niet-gebruikt"]
    )


def test_what_a_calculator_still_asks_is_said_once_something_is_filled_in():
    answer = made(pagina="geld", bruto_maandloon="3000")
    assert "eerste ziektedag" in warned(answer)["vraagt-nog"].lower()
    assert "vraagt-nog" not in warned(made(pagina="geld"))


def test_the_day_to_calculate_for_goes_along_only_when_it_was_given():
    with_day = made(pagina="tijdlijn", eerste_ziektedag="2025-11-24", peildatum="2026-12-01")
    assert with_day["uitkomst"]["adres"].endswith("&peildatum=2026-12-01")
    assert "peildatum" not in made(pagina="tijdlijn", eerste_ziektedag="2025-11-24")["uitkomst"]["adres"]


def test_a_link_too_long_for_paper_or_an_e_mail_is_said():
    pauses = ",".join(f"20{year}-0{month}-01/20{year}-0{month}-05" for year in range(25, 45) for month in (2, 4))
    answer = made(pagina="tijdlijn", eerste_ziektedag="2025-01-01", onderbrekingen=pauses)
    assert {"lang-voor-qr", "lang-voor-mail"} <= warned(answer).keys()
    assert not answer["uitkomst"]["past_in_qr"]
    assert "data-qr" not in result_html(answering.answer(MAKER, {"pagina": "tijdlijn", "eerste-ziektedag": "2025-01-01",
                                                             "onderbrekingen": pauses}, TODAY))  # fmt: skip


def test_every_question_that_may_stand_in_a_link_is_asked_once_and_no_name_is():
    keys = [field.key for field in MAKER.form.fields]
    assert len(keys) == len(set(keys))
    assert set(keys) - {"pagina"} >= {
        field.key
        for name in (*registry.names(), *registry.documents())
        for field in registry.calculator(name).form.fields
        if not field.private
    }
    assert not [field.key for field in MAKER.form.fields if field.private or field.key.startswith("naam")]
    assert [field.key for field in MAKER.form.fields if field.required] == ["pagina"]


@pytest.mark.parametrize("name", registry.names())
def test_the_example_of_a_calculator_arrives_whole(name: str):
    one = registry.calculator(name)
    answer = answering.answer(MAKER, {"pagina": one.address, **one.example}, TODAY).json
    values = read_link(answer["uitkomst"]["adres"].partition("#")[2])
    arrived = calculators.answer(name, values, TODAY)
    assert (arrived["fouten"], arrived["onbekend"]) == ([], [])
    assert arrived["invoer"] == answering.answer(one, one.example, TODAY).json["invoer"]


def test_a_page_that_speaks_to_a_role_gets_it_and_that_reveals_nothing():
    answer = made(pagina="tijdlijn", rol="inlener")
    assert answer["uitkomst"]["adres"] == "/rekenhulpen/tijdlijn/#rol=inlener"
    assert (answer["uitkomst"]["laat_zien"], answer["waarschuwingen"]) == ([], [])
    assert made(pagina="loon", rol="inlener")["uitkomst"]["adres"] == "/werknemer/mijn-loon/"


def test_a_page_goes_by_its_address_and_by_its_short_word():
    for place in ("tijdlijn", "/l/tijdlijn/", "/rekenhulpen/tijdlijn/", "rekenhulpen/tijdlijn"):
        assert made(pagina=place)["invoer"]["pagina"] == "/rekenhulpen/tijdlijn/"
    assert made(pagina="bestaat-niet")["fouten"][0]["code"] == "geen-keuze"
    assert made()["fouten"][0]["code"] == "verplicht"
    assert page_at("bestaat-niet") is None


@pytest.mark.parametrize("role", ROLES)
def test_a_message_is_neutral_and_addresses_its_reader(role: str):
    filled = {"eerste-ziektedag": "2025-11-24"}
    for page, values in product(send_pages(), ({}, filled)):
        found = answering.answer(MAKER, {"pagina": page.address, "rol": role, **values}, TODAY).json["uitkomst"][
            "bericht"
        ]
        text = " ".join((found["onderwerp"], *found["regels"]))
        words = set(text.lower().replace(",", " ").replace(".", " ").split())
        assert "ziek" not in text.lower(), page
        assert text.count("{link}") == 1
        assert "{over}" not in text
        assert not words & ({"u", "uw"} if role in ("werknemer", "uitkering") else {"je", "jij", "jouw"}), page
        assert all(len(sentence.split()) <= 25 for sentence in text.replace(":", ".").split("."))


def test_every_page_to_send_has_a_title_and_a_word_of_its_own():
    pages = send_pages()
    assert len({page.address for page in pages}) == len({page.title for page in pages}) == len(pages)
    words = [page.word for page in pages if page.word]
    assert len(words) == len(set(words)) >= 25
    assert all("ziek" not in page.about + page.word for page in pages)
    offered = next(field for field in MAKER.form.fields if field.key == "pagina")
    assert isinstance(offered, ChoiceField)
    assert list(offered.options) == [page.address for page in pages]


def test_the_command_line_gives_the_link_and_the_message_and_nothing_about_sums(capsys: pytest.CaptureFixture[str]):
    assert command_line(["link-maken", "pagina=tijdlijn", "eerste-ziektedag=24-11-2025"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Link: /rekenhulpen/tijdlijn/#eerste-ziektedag=2025-11-24" in lines
    assert "Korte link: /l/tijdlijn/#eerste-ziektedag=2025-11-24" in lines
    assert "Op deze pagina zie je welke datums belangrijk zijn: /l/tijdlijn/#eerste-ziektedag=2025-11-24" in lines
    assert "Zo is het uitgerekend:" not in lines


@pytest.mark.parametrize("text", ["https://a.example/l/plek/", "https://a.example/" + "x=2025-11-24&" * 25, "0123456"])
def test_the_reader_of_qr_codes_reads_what_another_maker_wrote(text: str):
    assert read(segno.make(text, micro=False).matrix) == text


@given(st.text(max_size=200))
def test_any_text_for_a_link_gets_a_response(query: str):
    assert respond(query, name="link-maken")["status"] in ("antwoord", "vragen", "fouten")


def test_strange_links_and_markup_get_a_response_and_run_nothing():
    typed = [f"pagina=tijdlijn&{field.key}={quote(text)}" for field in MAKER.form.fields for text in MARKUP]
    for query in (*STRANGE.values(), *(f"pagina=tijdlijn&{query}" for query in STRANGE.values()), *typed):
        response = respond(query, name="link-maken")
        assert response["status"] in ("antwoord", "vragen", "fouten")
        shown = everything_shown(response)
        assert [tag for tag in ("<script", "<img", "<b on", "javascript:") if tag in shown] == []
