"""What the tests of the documents share: filling one in as the page does, and reading what comes out."""

from __future__ import annotations

import io
import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlencode

import docx

from calculators import browser
from calculators.answering import answer
from calculators.frame.calculator import Answered
from calculators.frame.fields import AnyField, ChoiceField, DateField, LongTextField, NumberField, PeriodsField
from calculators.registry import calculator, documents

TODAY = date(2026, 11, 21)
NAMES = documents()
WORKPLACE = "documenten/overeenkomst-werkervaringsplaats"
HOURS = "documenten/urenopbouw"
CASE = {
    "eerste-ziektedag": "2025-11-24",
    "werkervaringsplaats-start": "2026-12-14",
    "werkervaringsplaats-weken": "8",
}


def a_value(field: AnyField) -> str:
    """Return something that fits a field."""
    if isinstance(field, ChoiceField):
        return list(field.options)[-1]
    if isinstance(field, DateField):
        return "2027-01-18"
    if isinstance(field, NumberField):
        return str(min(max(field.smallest, 7), field.largest))
    if isinstance(field, PeriodsField):
        return ""
    return f"Regel van {field.key}\nen nog een" if isinstance(field, LongTextField) else f"Wat bij {field.key} hoort"


def filled(name: str) -> dict[str, str]:
    """Return a value for every field that belongs to the document itself."""
    groups = [group for group in calculator(name).form.groups if not group.folded]
    return {field.key: a_value(field) for group in groups for field in group.fields} | {
        "eerste-ziektedag": "2025-11-24"
    }


def answered(name: str, values: Mapping[str, str]) -> Answered:
    """Answer with values from somebody himself, names too."""
    return answer(calculator(name), values, TODAY)


def split(name: str, values: Mapping[str, str]) -> tuple[str, str]:
    """Return the values as the page sends them: those that may stand in a link, and the private ones."""
    values = {key: re.sub("[\ud800-\udfff]", "\ufffd", text) for key, text in values.items()}  # as a browser does
    private = {field.key for field in calculator(name).form.fields if field.private}
    public = {key: text for key, text in values.items() if key not in private}
    hidden = {key: text for key, text in values.items() if key in private}
    return urlencode(public, errors="replace"), urlencode(hidden, errors="replace")


def word_file(name: str, values: Mapping[str, str]) -> bytes:
    """Return the bytes of the Word file, by the way of the page."""
    query, private = split(name, values)
    found = json.loads(browser.download(name, "docx", query, TODAY.isoformat(), "", private))
    assert found["naam"].endswith(".docx")
    return b64decode(found["inhoud"])


def texts_in(content: bytes) -> Iterator[str]:
    """Yield every paragraph and every cell of a Word file, as python-docx reads them."""
    document = docx.Document(io.BytesIO(content))
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)


def squeezed(text: str) -> str:
    """Return the text with one space wherever there is space, to compare across programs."""
    return re.sub(r"\s+", " ", text).strip()
