"""Every document.toml is whole: its fields are known, each is used, and a key means the same everywhere."""

from __future__ import annotations

from typing import Any

import pytest

import calculators
from calculators.documents.filling import COMPUTED, CONDITIONS, keys_in
from calculators.documents.moments import case_of, moments_of
from calculators.documents.template import (
    ABOUT_ILLNESS,
    ABOUT_STEPS,
    HOURS_AT_THE_HOST,
    FilledIn,
    form_of,
    read_template,
)
from calculators.frame.fields import NumberField
from calculators.law.case import shared
from calculators.law.parameters import figure
from calculators.law.wording import FIGURE
from calculators.registry import calculator, known_keys
from tests.documents.conftest import NAMES, TODAY, answered, filled

SHORT = [name.removeprefix("documenten/") for name in NAMES]
SEVEN = {
    "overeenkomst-werkervaringsplaats",
    "detachering",
    "geheimhouding",
    "urenopbouw",
    "evaluatie",
    "verzoek-uwv",
    "overdracht",
}
USED_BY_CHECKS = {field.key for field in (*ABOUT_ILLNESS, *ABOUT_STEPS)} | {
    *HOURS_AT_THE_HOST, "uren-per-week", "gesprek-dag", "volgende-dag", "uren-stap"
}  # fmt: skip


def keys_of(part: Any) -> set[str]:
    """The keys in the texts of parts, and those that decide whether a part belongs in."""
    if isinstance(part, dict):
        conditions = {key for name in CONDITIONS for key in part.get(name, ())}
        return conditions | {key for value in part.values() for key in keys_of(value)}
    if isinstance(part, list | tuple):
        return {key for value in part for key in keys_of(value)}
    return set(keys_in(part)) if isinstance(part, str) else set()


def test_the_seven_documents_of_the_site_are_there():
    assert set(SHORT) >= SEVEN


@pytest.mark.parametrize("name", SHORT)
def test_every_placeholder_and_condition_of_a_document_is_about_something_known(name: str):
    template = read_template(name)
    assert keys_of(template.parts) - template.fields.keys() - COMPUTED.keys() == set()


@pytest.mark.parametrize("name", SHORT)
def test_every_field_of_a_document_is_used_in_it_or_in_its_checks(name: str):
    template = read_template(name)
    assert template.fields.keys() - keys_of(template.parts) - USED_BY_CHECKS == set()


@pytest.mark.parametrize("name", SHORT)
def test_every_condition_names_answers_that_exist(name: str):
    template = read_template(name)
    hanging = [one for part in template.parts for one in (part, *part["blok"])]
    conditions = [one[name] for one in hanging for name in CONDITIONS if name in one]
    wrong = [
        (key, answer)
        for condition in conditions
        for key, answers in condition.items()
        for answer in answers
        if answer not in getattr(template.fields[key], "options", ())
    ]
    assert wrong == []


@pytest.mark.parametrize("name", SHORT)
def test_every_figure_in_the_texts_of_a_document_exists(name: str):
    found = FIGURE.findall(str(read_template(name).parts))
    assert [figure(one).id for one in found] == found


def test_a_key_has_one_meaning_in_all_forms():
    seen: dict[str, tuple[Any, ...]] = {}
    for name in (*calculators.names(), *NAMES):
        for field in calculator(name).form.fields:
            borders = (field.smallest, field.largest, field.unit) if isinstance(field, NumberField) else ()
            meaning = (type(field).__name__, field.private, borders, tuple(getattr(field, "options", ())))
            assert seen.setdefault(field.key, meaning) == meaning, f"{name}: {field.key}"


@pytest.mark.parametrize("name", NAMES)
def test_names_and_free_texts_are_private_and_known_to_no_link(name: str):
    fields = calculator(name).form.fields
    assert [field.key for field in fields if field.kind in ("text", "lines") and not field.private] == []
    assert known_keys().isdisjoint(field.key for field in fields if field.private)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_can_be_filled_in_whole_without_an_error(name: str):
    found = answered(name, filled(name)).json
    assert found["fouten"] == []
    assert "ontbreekt" not in [warning["code"] for warning in found["waarschuwingen"]]


def test_a_document_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError, match="documenten/kleur"):
        calculator("documenten/kleur")


def test_a_shared_key_that_no_calculator_has_is_told_to_its_writer():
    with pytest.raises(KeyError, match="geen gedeelde sleutel 'kleur'"):
        shared("kleur")


def test_a_strange_word_in_a_table_is_told_to_its_writer(monkeypatch: pytest.MonkeyPatch):
    field = {"sleutel": "naam", "soort": "tekst", "label": "Naam", "verplicht": True}
    table = {"titel": "T", "vraag": "V", "bestandsnaam": "b", "groep": [{"titel": "G", "veld": [field]}], "deel": []}
    monkeypatch.setattr("calculators.documents.template.table", lambda _: table)
    with pytest.raises(ValueError, match="veld naam: verplicht kennen we niet"):
        read_template("nieuw")


@pytest.mark.parametrize("name", SHORT)
def test_every_computed_placeholder_can_be_filled_in(name: str):
    form = form_of(read_template(name))
    values = {
        "eerste-ziektedag": "2025-11-24",
        "werkervaringsplaats-start": "2026-12-14",
        "werkervaringsplaats-weken": "8",
        "detachering-start": "2027-02-08",
        "proefplaatsing-start": "2027-11-22",
        "proefplaatsing-maanden": "2",
    }
    parsed = form.parse(values, TODAY, values)
    assert isinstance(parsed.input, FilledIn)
    if read_template(name).has_timeline:
        case = case_of(parsed.input)
        assert moments_of(parsed.input, case).days.keys() == COMPUTED.keys() - {"vandaag"}
