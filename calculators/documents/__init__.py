"""Documents to fill in: agreements, letters and forms, each made from one table of texts.

``<name>/document.toml`` says which fields there are and what the document reads; a new folder is a new
document. The way of the data: values → ``Form.parse`` → ``filling`` (the document with what was filled in,
or dotted lines; pure) and ``checks`` (what is missing or contradicts the timeline) → page, ``plain_text`` or
``word_file``. Names are private fields: they are written in the document and in nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from calculators.documents.answering import answer
from calculators.documents.filling import FilledDocument
from calculators.documents.plain_text import written
from calculators.documents.template import FOLDER, form_of, read_template
from calculators.frame.calculator import Calculator, DownloadFile
from calculators.frame.wording import within_a_sentence

ADDRESS = "documenten/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@cache
def document(name: str) -> Calculator:
    """Return the document called ``name``, such as ``geheimhouding``; raises KeyError when there is none."""
    template = read_template(name)
    return Calculator(
        name=ADDRESS + name,
        kind="document",
        title=template.title,
        question=template.question,
        form=form_of(template),
        calculate=lambda filled_in: answer(template, filled_in),
        to_json=to_json,
        lines=lines,
        example={},
        files={"docx": _as_word_file, "txt": _as_text_file},
        address=f"/{ADDRESS}{name}/",
        folder=FOLDER,
        blank=True,
    )


def _as_word_file(document: FilledDocument, _: Collection[str] | None, __: datetime) -> DownloadFile:
    """Return the document as a file for a word processor."""
    from calculators.documents import word_file  # noqa: PLC0415  # few readers ask for it

    return DownloadFile(f"{document.file_name}.docx", WORD, word_file.write(document))


def _as_text_file(document: FilledDocument, _: Collection[str] | None, __: datetime) -> DownloadFile:
    """Return the document as plain text."""
    return DownloadFile(f"{document.file_name}.txt", "text/plain;charset=utf-8", written(document))


def to_json(document: FilledDocument) -> dict[str, Any]:
    """Return ``uitkomst``: the document part by part, and whole as text."""
    return {
        "titel": document.title,
        "leeg": document.is_blank,
        "heeft_tijdlijn": document.has_timeline,
        "punten": {"ingevuld": document.points - len(document.missing), "totaal": document.points},
        "ontbreekt": [
            {"titel": title, "velden": [{"sleutel": one.key, "vraag": within_a_sentence(one.label)} for one in found]}
            for title, found in groupby(document.missing, lambda one: one.part)
        ],
        "delen": [
            {"titel": part.title, "blokken": [block.as_json() for block in part.blocks]} for part in document.parts
        ],
        "tekst": written(document),
    }


def lines(outcome: dict[str, Any]) -> Iterator[str]:
    """Yield the document line by line."""
    yield ""
    yield from outcome["tekst"].splitlines()
    yield ""
