"""The receipt at the foot of an answer: version, day, and the figures it rests on, on the page and on paper."""

import io
import json
import re
import zipfile
from base64 import b64decode
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest

import calculators
from calculators import browser, prepared
from calculators.__main__ import main
from calculators.frame import own_files
from calculators.frame.version import PREPARED, version
from calculators.page import calculator_html
from calculators.registry import all_names, calculator, documents, names

TODAY = "2026-11-28"
CASE = {
    "groep": "minder-dan-35",
    "eerste-ziektedag": "2025-11-24",
    "bruto-maandloon": "3000",
    "uren-per-week": "36",
}
OLD_ONES = ("tijdlijn", "wie-betaalt-wat", "no-riskpolis")
OLD = CASE | {"eerste-ziektedag": "2001-03-05", "peildatum": "2002-03-01"}


def values_for(name: str, case: dict[str, str]) -> dict[str, str]:
    """Give the part of a case that a document or old calculator asks for; otherwise the form's own example."""
    if name not in (*documents(), *OLD_ONES):
        return dict(calculator(name).example)
    keys = {field.key for field in calculator(name).form.fields}
    return {key: text for key, text in case.items() if key in keys}


def line_of(name: str, case: dict[str, str]) -> str:
    text: str = calculators.answer(name, values_for(name, case), date.fromisoformat(TODAY))["bon"]["tekst"]
    return text


@pytest.mark.parametrize("name", all_names())
def test_every_answer_has_its_receipt_at_the_foot_of_the_page(name: str):
    query = urlencode(values_for(name, CASE))
    shown = json.loads(browser.respond(name, query, TODAY))["uitkomst"]
    line = line_of(name, CASE)
    assert line.startswith(f"Versie van de rekenregels: {version()}. Dag van dit antwoord: 28 november 2026.")
    assert f"data-bon>{line}</p>" in shown


@pytest.mark.parametrize("name", all_names())
def test_the_page_has_a_receipt_before_any_script_runs(name: str):
    assert calculator_html(name, date.fromisoformat(TODAY), "https://voorbeeld.nl").count("data-bon>") == 1


@pytest.mark.parametrize("name", names())
def test_every_calculator_counts_its_figures_and_lists_them_behind_a_fold(name: str):
    shown = json.loads(browser.respond(name, urlencode(values_for(name, CASE)), TODAY))["uitkomst"]
    receipt = calculators.answer(name, values_for(name, CASE), date.fromisoformat(TODAY))["bon"]
    oldest = min(receipt["cijfers"].values())
    assert re.search(f"Gebruikt: {len(receipt['cijfers'])} cijfers?, (de oudste )?nagekeken op", receipt["tekst"])
    assert date.fromisoformat(oldest) <= date.fromisoformat(TODAY)
    fold = shown.split('data-uitleg="cijfers"')[1].split("</details>")[0]
    assert fold.count("<li>") == len(receipt["cijfers"]) + len(receipt["onbekend"])


@pytest.mark.parametrize("name", OLD_ONES)
def test_a_figure_that_is_not_known_is_named_in_the_receipt(name: str):
    receipt = calculators.answer(name, values_for(name, OLD), date.fromisoformat(TODAY))["bon"]
    assert receipt["onbekend"]
    assert "Niet bekend: " in receipt["tekst"]


@pytest.mark.parametrize("name", documents())
def test_a_document_carries_its_receipt_to_word_and_to_text(name: str):
    query = urlencode(values_for(name, CASE))
    line = line_of(name, CASE)
    as_text = json.loads(browser.download(name, "txt", query, TODAY, ""))["inhoud"]
    assert as_text.endswith(f"\n{line}\n")
    word = b64decode(json.loads(browser.download(name, "docx", query, TODAY, ""))["inhoud"])
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        body = archive.read("word/document.xml").decode()
    assert line in re.sub("<[^>]*>", "", body)


@pytest.mark.parametrize("name", names())
def test_the_command_line_ends_with_the_receipt(name: str, capsys: pytest.CaptureFixture[str]):
    main([name, *(f"{key}={text}" for key, text in (values_for(name, CASE) | {"peildatum": TODAY}).items())])
    assert capsys.readouterr().out.splitlines()[-1].startswith(f"Versie van de rekenregels: {version()}.")


def test_bad_input_has_a_receipt_with_the_version_only():
    assert calculators.answer("tijdlijn", {"eerste-ziektedag": "gisteren"})["bon"] == {
        "versie": version(),
        "cijfers": {},
    }


def test_the_bundle_is_given_the_version_of_these_sources(tmp_path: Path):
    prepared.write(tmp_path)
    assert (tmp_path / PREPARED).read_text("utf-8") == version()
    assert re.fullmatch("[0-9a-f]{8}", version())


def test_the_receipt_of_a_reference_day_says_that_day():
    values = values_for("tijdlijn", CASE) | {"peildatum": "2026-03-02"}
    receipt = calculators.answer("tijdlijn", values, date.fromisoformat(TODAY))["bon"]
    assert "Dag van dit antwoord: 2 maart 2026." in receipt["tekst"]


def test_a_document_names_an_unknown_figure_on_paper_too():
    text = json.loads(browser.download("documenten/overdracht", "txt", "eerste-ziektedag=2001-03-05", TODAY, ""))
    assert "Niet bekend: " in text["inhoud"].splitlines()[-1]


def test_where_the_sources_are_not_the_version_is_that_of_the_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / own_files.PREPARED).mkdir()
    (tmp_path / own_files.PREPARED / PREPARED).write_text("0badcafe", "utf-8")
    monkeypatch.setattr(own_files, "FOLDER", tmp_path)
    version.cache_clear()
    assert version() == "0badcafe"
    monkeypatch.undo()
    version.cache_clear()
