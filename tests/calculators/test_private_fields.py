"""A name or remark is given to the rules, and to nothing that gets into a link."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import browser, registry
from calculators.answering import answer
from calculators.frame.calculator import Calculator, DownloadFile
from calculators.frame.fields import LONGEST_LINE, DateField, LongTextField, TextField
from calculators.frame.form import REFERENCE_DAY, Form, Group, Parsed
from calculators.frame.page_parts import field_texts, filled_in, form_html, link
from calculators.frame.reading import clean, printable
from calculators.frame.result import Result
from calculators.registry import calculator

TODAY = date(2026, 11, 21)
LINE = TextField(key="plaats", label="Plaats")
LINES = LongTextField(key="taken", label="Taken")


@dataclass(frozen=True, kw_only=True)
class Letter:
    """The input of the form of these tests."""

    peildatum: date
    naam: str | None
    dag: date | None
    plaats: str | None


FORM = Form(
    groups=(
        Group(
            "Brief",
            (
                TextField(key="naam", label="Naam", private=True),
                DateField(key="dag", label="Dag", private=True),
                LINE,
                REFERENCE_DAY,
            ),
        ),
    ),
    build=Letter,
)
LETTER = replace(
    calculator("tijdlijn"),
    name="brief",
    form=FORM,
    calculate=lambda letter: Result(f"Brief aan {letter.naam}.", letter, (), ()),
    to_json=lambda letter: {"naam": letter.naam},
    files={"docx": lambda letter, _, __: DownloadFile("brief.docx", "application/x", f"{letter.naam}\0é".encode())},
)


def parse(values: Mapping[str, Any], private: Mapping[str, Any] | None = None) -> Parsed[Letter]:
    return FORM.parse(values, TODAY, (), private)


@pytest.mark.parametrize(
    ("text", "line", "lines"),
    [
        ("Jan  de\tBoer", "Jan de Boer", "Jan de Boer"),
        ("een\r\ntwee\n\n\n\n drie ", "een twee drie", "een\ntwee\n\ndrie"),
        ("a\x00\x1b\x85b\ufffe", "a b", "a b"),
        ("a \x80 b", "a b", "a b"),
        ("\u202ebob\u200f", "bob", "bob"),
        ("half \ud800 teken", "half \ufffd teken", "half \ufffd teken"),
        ("<w:p>&amp;]]>", "<w:p>&amp;]]>", "<w:p>&amp;]]>"),
    ],
)
def test_free_text_keeps_what_somebody_wrote_and_loses_what_no_file_can_hold(text: str, line: str, lines: str):
    assert (LINE.parse(clean(text)), LINES.parse(clean(text))) == (line, lines)


@given(st.text(st.characters()))
def test_any_free_text_can_be_written_and_is_read_back_as_itself(text: str):
    for field in (LINE, LINES):
        found = field.parse(clean(text))
        assert found.encode() and printable(found) == found if found else True
        assert field.parse(clean(found)) == found


def test_a_text_that_is_too_long_is_an_error_beside_its_field():
    errors = parse({"naam": "x" * (LONGEST_LINE + 1), "plaats": "x" * 100_000}).errors
    assert [(error.key, error.code) for error in errors] == [("naam", "te-lang"), ("plaats", "te-lang")]


def test_what_is_private_reaches_the_input_and_no_link():
    parsed = parse({"naam": "Jan", "dag": "1-5-2026", "plaats": "Ede"})
    assert parsed.input == Letter(peildatum=TODAY, naam="Jan", dag=date(2026, 5, 1), plaats="Ede")
    assert (parsed.given, parsed.typed) == ({"plaats": "Ede"}, {"plaats": "Ede"})
    assert parsed.private == {"naam": "Jan", "dag": "1-5-2026"}
    assert link(parsed) == link(parsed, without_days_of=LETTER) == "plaats=Ede"


def test_a_wrong_private_value_is_in_no_link_either():
    parsed = parse({"dag": "gisteren"})
    assert [error.key for error in parsed.errors] == ["dag"]
    assert link(parsed) == ""


def test_a_private_key_in_a_link_is_not_used_and_named_as_unknown():
    parsed = parse({"naam": "Piet", "plaats": "Ede"}, private={"naam": "Jan", "plaats": "Urk"})
    assert parsed.input == Letter(peildatum=TODAY, naam="Jan", dag=None, plaats="Ede")
    assert parsed.unknown == ("naam",)
    assert parsed.carried == {}


def test_a_private_day_says_how_it_was_read():
    assert parse({}, private={"dag": "1-5-2026"}).echoes == {"dag": "vrijdag 1 mei 2026"}


def test_a_private_field_is_marked_in_the_form_and_shows_what_was_typed():
    one = replace(
        LETTER, kind="document", form=Form((Group("Brief", (*FORM.fields, replace(LINES, private=True))),), Letter)
    )
    html = form_html(one, {"naam": "Jan", "taken": "een\ntwee"}, {}, {})
    assert html.count("data-niet-in-link") == 3
    assert '<textarea id="veld-taken" name="taken" rows="4" data-niet-in-link' in html
    answered = answer(LETTER, {"naam": "Jan", "plaats": "Ede"}, TODAY)
    assert field_texts(LETTER, answered.parsed)["naam"] == "Jan"
    assert field_texts(LETTER, answered.parsed)["plaats"] == "Ede"
    assert filled_in(answered) == [("Plaats", "Ede")]


def found_in_browser(monkeypatch: pytest.MonkeyPatch, one: Calculator) -> None:
    monkeypatch.setattr(browser, "calculator", lambda _: one)
    monkeypatch.setattr("calculators.frame.page_parts.result_html", lambda _, **__: "")


def test_the_worker_gets_private_values_apart_and_keeps_them_out_of_the_fragment(monkeypatch: pytest.MonkeyPatch):
    found_in_browser(monkeypatch, LETTER)
    found = json.loads(browser.respond("brief", "plaats=Ede&naam=Piet", "2026-11-21", "naam=Jan+%26+Zn"))
    assert found["hoofdzin"] == "Brief aan Jan & Zn."
    assert found["fragment"] == "plaats=Ede"
    assert "naam" in found["melding"]


def test_a_file_of_bytes_comes_in_base64_and_says_so(monkeypatch: pytest.MonkeyPatch):
    found_in_browser(monkeypatch, LETTER)
    found = json.loads(browser.download("brief", "docx", "", "2026-11-21", "", "naam=Jan"))
    assert found == {"naam": "brief.docx", "type": "application/x", "inhoud": "SmFuAMOp", "base64": True}


def test_a_key_that_is_private_somewhere_is_carried_nowhere(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "calculator", lambda _: LETTER)
    registry.known_keys.cache_clear()
    assert registry.known_keys() == {"plaats", "peildatum"}
    monkeypatch.undo()
    registry.known_keys.cache_clear()
