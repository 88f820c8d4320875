"""The Word file opens, holds what was filled in, and is text whatever somebody typed."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.documents.plain_text import written
from calculators.frame.fields import LONGEST_LIST
from calculators.registry import calculator
from tests.documents.conftest import CASE, HOURS, NAMES, WORKPLACE, answered, filled, squeezed, texts_in, word_file

LONG_TEXT = next(field.key for field in calculator(HOURS).form.fields if field.kind == "lines")
NASTY = [
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1-1",
    "-2+3",
    "<w:p>",
    "</w:t></w:r></w:p><w:p/>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "&amp; &#0; &lt;",
    "]]>",
    "<?xml version='1.0'?>",
    "een\x00\x07\x1btwee",
    "half \ud800 teken",
    "\u202egenohcs\u200f",
    "\ufffe\uffff",
    "{naam-inlener} {{ wachttijd.weken }} %s {0}",
    "INCLUDETEXT https://kwaad.example",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("is_filled", [False, True], ids=["blank", "filled"])
def test_python_docx_finds_the_whole_document_in_the_file(name: str, *, is_filled: bool):
    values = filled(name) if is_filled else {}
    document = answered(name, values).json["uitkomst"]
    found = squeezed(" ".join(texts_in(word_file(name, values))))
    pieces = [
        squeezed(run["tekst"] if run["soort"] != "leeg" else run["papier"])
        for part in document["delen"]
        for block in part["blokken"]
        if block["soort"] != "toelichting"
        for text in (*block["regels"], *(cell for row in block.get("rijen", ()) for cell in row))
        for run in text
    ]
    assert [piece for piece in [document["titel"], *pieces] if piece not in found] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_file_has_headings_and_a_language_and_names_nobody_as_its_maker(name: str):
    opened = docx.Document(io.BytesIO(word_file(name, filled(name))))
    styles = [paragraph.style.name for paragraph in opened.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert "Heading 1" in styles
    properties = opened.core_properties
    assert (properties.language, properties.author) == ("nl-NL", "")
    assert properties.title == calculator(name).title


def test_the_file_is_always_the_same_for_the_same_values():
    assert word_file(WORKPLACE, CASE) == word_file(WORKPLACE, CASE)


def test_every_part_of_the_file_is_packed_and_well_formed():
    with zipfile.ZipFile(io.BytesIO(word_file(HOURS, filled(HOURS)))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_DEFLATED}
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))  # noqa: S314 - our own file


def structure(content: bytes) -> list[str]:
    """The elements of the document, without their texts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        document = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own file
    return [element.tag for element in document.iter()]


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_that_is_typed_changes_the_structure_of_the_file_or_gets_lost(nasty: str):
    content = word_file(WORKPLACE, {"naam-medewerker": nasty, "naam-inlener": "Bakker"})
    assert structure(content) == structure(word_file(WORKPLACE, {"naam-medewerker": "Jan", "naam-inlener": "Bakker"}))
    field = next(one for one in calculator(WORKPLACE).form.fields if one.key == "naam-medewerker")
    typed = answered(WORKPLACE, {"naam-medewerker": nasty}).parsed.private.get("naam-medewerker", "")
    assert squeezed(field.parse(typed) or "Naam") in squeezed(" ".join(texts_in(content)))


@settings(max_examples=60)
@given(name=st.text(max_size=100), remarks=st.text(max_size=300))
def test_any_text_gives_a_file_that_opens(name: str, remarks: str):
    list(texts_in(word_file(HOURS, {"naam-medewerker": name, LONG_TEXT: remarks, "naam-inlener": remarks[:80]})))


def test_a_text_that_is_too_long_is_refused_beside_its_field_and_gives_no_file():
    values = {"naam-medewerker": "x" * 100_000, "naam-inlener": "Bakker"}
    errors = answered(WORKPLACE, values).json["fouten"]
    assert [(error["veld"], error["code"]) for error in errors] == [("naam-medewerker", "te-lang")]


def test_the_longest_remark_with_many_lines_fits():
    content = word_file(HOURS, {LONG_TEXT: "a\n" * (LONGEST_LIST // 2 - 1)})
    assert any(text.count("a\n") > 900 for text in texts_in(content))


@pytest.mark.parametrize("nasty", ["=1+1", "+1", "-1", "@a", "een\n=2+2\n- drie\n+4\n@5", "\t=1"])
def test_no_line_of_the_plain_text_can_be_a_formula(nasty: str):
    for name in NAMES:
        texts = {field.key: nasty for field in calculator(name).form.fields if field.private}
        result = answered(name, texts).result
        assert result is not None
        lines = written(result.outcome).splitlines()
        assert [line for line in lines if line.lstrip().startswith(("=", "+", "-", "@"))] == []
        assert any("=1" in line or "1" in line or "@a" in line for line in lines)
