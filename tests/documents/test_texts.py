"""The texts of the documents: plain Dutch, spelled right, nothing about an illness, one meaning for one key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

import calculators
from calculators.frame.tables import paths, table
from tests.docs.reading_level import END_OF_SENTENCE, Reading, syllables_in, words_of
from tests.docs.test_spelling import own_words, unknown, with_a_small_letter

TABLES = [path for path in paths() if path.startswith("documents/")]
NEVER_ASKED = re.compile(r"diagnos|klacht|medicijn|behandel|oorzaak|burgerservice", re.IGNORECASE)
each_document = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.split("/")[1])


def fields(path: str) -> Iterator[dict[str, Any]]:
    for group in table(path)["groep"]:
        yield from group["veld"]


def running_text(path: str) -> list[str]:
    """What a reader reads: the text of the document and its notes, with a word for what is filled in."""
    texts = [field.get("hint", "") for field in fields(path)]
    for block in (block for part in table(path)["deel"] for block in part["blok"]):
        texts += [block["tekst"]] if "tekst" in block else block.get("regels", [])
    texts = [re.sub(r"\{\{[^}]*\}\}", "zes", text) for text in texts]
    return [re.sub(r"\{[^}]*\}", "naam", text) for text in texts]


def labels(path: str) -> list[str]:
    """What stands above the fields, beside the choices, over the parts and under the signatures."""
    found = table(path)
    texts = [found["titel"], found["vraag"], *(one.get("titel", "") for one in (*found["groep"], *found["deel"]))]
    for field in fields(path):
        texts += [field.get("label", ""), *(option["tekst"] for option in field.get("keuze", []))]
    for block in (block for part in found["deel"] for block in part["blok"]):
        texts += [*block.get("kop", []), *block.get("partijen", [])]
    return texts


def sentences(path: str) -> list[str]:
    found = (sentence for text in running_text(path) for sentence in END_OF_SENTENCE.split(text))
    return [sentence for sentence in found if words_of(sentence)]


@each_document
def test_no_sentence_of_a_document_is_long(path: str):
    assert [sentence for sentence in sentences(path) if len(words_of(sentence)) > 25] == []


@each_document
def test_a_document_is_easy_to_read(path: str):
    words = [word for sentence in sentences(path) for word in words_of(sentence)]
    reading = Reading(len(sentences(path)), len(words), sum(map(syllables_in, words)))
    assert reading.words_per_sentence <= 12
    assert reading.ease >= 70


def test_every_word_of_the_documents_is_spelled_right():
    texts = " ".join(text for path in TABLES for text in (*running_text(path), *labels(path)))
    words = {word.strip("\"'.,:;?!…()€-") for word in texts.replace("/", " ").split()}
    wrong = unknown({word for word in words if any(sign.isalpha() for sign in word)})
    assert {word for word in wrong if not {word, with_a_small_letter(word)} & set(own_words())} == set()


@each_document
def test_no_field_asks_for_an_illness_or_the_number_of_a_citizen(path: str):
    assert [field["label"] for field in fields(path) if NEVER_ASKED.search(field.get("label", ""))] == []


READ_BY_A_HOST = {
    "documents/evaluatie/document.toml": ("is-zwaar",),
    "documents/overeenkomst_werkervaringsplaats/document.toml": ("niet-doen", "wat-nodig-is"),
    "documents/detachering/document.toml": ("niet-doen",),
    "documents/urenopbouw/document.toml": ("wat-helpt",),
    "documents/toestemming_delen/document.toml": ("delen-wat",),
}
A_LIMIT = re.compile(r"lukt .* niet meer|zittend|staand|elk uur|elke twee uur|uur ik kan", re.IGNORECASE)


@pytest.mark.parametrize(("path", "keys"), READ_BY_A_HOST.items(), ids=READ_BY_A_HOST.keys())
def test_a_field_that_a_host_reads_along_with_asks_for_no_limit_by_illness(path: str, keys: tuple[str, ...]):
    """UAVG 30(1) lets employers and who works for them keep such data, not a host that is no employer."""
    hints = {field["sleutel"]: field["hint"] for field in fields(path) if field.get("hint")}
    assert [key for key in keys if "grens" not in hints[key]] == []
    assert [key for key, hint in hints.items() if A_LIMIT.search(hint)] == []


def test_consent_to_share_lets_everybody_promise_for_himself_only():
    """Nobody can promise what another does: who tells and who hears sign their own promise (UAVG 22(2)(a))."""
    found = calculators.answer("documenten/toestemming-delen", {})["uitkomst"]
    signing = [block for part in found["delen"] for block in part["blokken"] if block["soort"] == "ondertekening"]
    parties = [run["tekst"] for block in signing for line in block["regels"] for run in line]
    assert parties == ["De werknemer", "Wie het mag vertellen", "Wie het hoort"]
    employee, others = found["tekst"].split("Wat beloven de anderen?")
    assert "geen gevolg" not in employee
    assert "geen gevolg" in others


def test_a_key_means_the_same_in_every_document():
    meanings: dict[str, set[str]] = {}
    for field in (field for path in TABLES for field in fields(path)):
        options = [option["waarde"] for option in field.get("keuze", [])]
        meanings.setdefault(field["sleutel"], set()).add(f"{field['soort']} {options}")
    assert {key for key, found in meanings.items() if len(found) > 1} == set()


@each_document
def test_the_first_sick_day_never_stands_in_a_document(path: str):
    assert not any("{eerste-ziektedag}" in str(part) for part in table(path)["deel"])


def test_a_handover_for_the_host_holds_no_day_that_shows_when_the_illness_began():
    values = {"eerste-ziektedag": "2025-11-24", "overdracht-voor": "inlener", "vraag-1": "Wie helpt mij?"}
    assert "november 2027" not in calculators.answer("documenten/overdracht", values)["uitkomst"]["tekst"]
    values["overdracht-voor"] = "werkgever"
    assert "22 november 2027" in calculators.answer("documenten/overdracht", values)["uitkomst"]["tekst"]


def test_a_letter_about_one_question_leaves_the_other_out():
    text = calculators.answer("documenten/verzoek-uwv", {"soort-verzoek": "no-risk"})["uitkomst"]["tekst"]
    assert "no-riskpolis" in text
    assert "proeftijd" not in text
