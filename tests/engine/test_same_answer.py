"""Python in the browser says the same as Python on this machine."""

from __future__ import annotations

import json
import tomllib
from base64 import b64decode
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest

import calculators
from calculators import browser
from calculators.registry import documents
from publishing.engine.recording import ROOT
from tests.conftest import one_in

PARTS = 6  # of the questions, so that no single test takes minutes

TODAY = "2026-11-21"
NONSENSE: tuple[dict[str, Any], ...] = (
    {},
    {"eerste-ziektedag": "2025-02-30"},
    {"eerste-ziektedag": "gisteren", "onbekend": "<script>"},
    {"eerste-ziektedag": "-3", "loonsanctie-weken": "1e9"},
    {"eerste-ziektedag": "\ud800 \u0000 \u200f"},
    {"eerste-ziektedag": "2" * 100_000},
)


def questions() -> list[tuple[str, dict[str, Any]]]:
    """Return every worked case of every calculator, nonsense, and a placement for every document."""
    found: list[tuple[str, dict[str, Any]]] = []
    for name in calculators.names():
        cases = ROOT / "calculators" / name.replace("-", "_") / "cases.toml"
        found += [(name, case["input"]) for case in tomllib.loads(cases.read_text("utf-8"))["case"]]
        found += [(name, values) for values in NONSENSE]
    placement = {"werkervaringsplaats-start": "2026-12-14", "werkervaringsplaats-weken": "8", "naam-medewerker": "Zoë"}
    found += [(name, placement | {"eerste-ziektedag": "2025-11-24"}) for name in documents()]
    return found


@pytest.mark.full  # the HTML below is made of it
def test_every_case_has_the_same_json_in_cpython_and_in_pyodide(in_pyodide: Callable[..., Any]) -> None:
    asked = questions()
    here = [calculators.answer(name, values, date.fromisoformat(TODAY)) for name, values in asked]
    there = in_pyodide(
        "import calculators, datetime\n"
        "today = datetime.date.fromisoformat(given[0])\n"
        "[calculators.answer(name, values, today) for name, values in given[1]]",
        [TODAY, asked],
    )
    assert json.loads(json.dumps(here)) == there


@pytest.mark.parametrize("part", one_in(PARTS, range(PARTS)))
def test_every_case_has_the_same_html_in_cpython_and_in_pyodide(in_pyodide: Callable[..., Any], part: int) -> None:
    asked = [(name, urlencode(values, doseq=True, errors="replace")) for name, values in questions()[part::PARTS]]
    here = [browser.respond(name, query, TODAY) for name, query in asked]
    there = in_pyodide(
        "from calculators import browser\n[browser.respond(name, query, given[0]) for name, query in given[1]]",
        [TODAY, asked],
    )
    assert here == there


def test_the_calendar_file_is_the_same_in_cpython_and_in_pyodide(in_pyodide: Callable[..., Any]) -> None:
    asked = ["tijdlijn", "agenda", "eerste-ziektedag=2025-11-24", TODAY, "", "", "2026-11-21T09:30:00+00:00"]
    there = in_pyodide("from calculators import browser\nbrowser.download(*given)", asked)
    assert browser.download(*asked) == there


def test_a_word_file_holds_the_same_in_cpython_and_in_pyodide(in_pyodide: Callable[..., Any]) -> None:
    asked = [
        "documenten/urenopbouw",
        "docx",
        "werkervaringsplaats-start=2026-12-14",
        TODAY,
        "",
        "naam-medewerker=Zo%C3%AB",
    ]
    there = in_pyodide("from calculators import browser\nbrowser.download(*given)", asked)
    here = browser.download(*asked)
    assert [parts(found) for found in (here, there)] == [parts(here)] * 2


def parts(downloaded: str) -> list[tuple[str, bytes]]:
    """Return the files in a Word file; how they are packed may differ between versions of zlib."""
    with ZipFile(BytesIO(b64decode(json.loads(downloaded)["inhoud"]))) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]
