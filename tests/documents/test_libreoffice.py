"""LibreOffice opens every document, blank and filled in, and writes it out again as PDF and as text."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.conftest import NAMES, answered, filled, squeezed, word_file


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every document as a word processor writes it; one run for all, because it starts slowly."""
    if shutil.which("soffice") is None:
        pytest.fail("LibreOffice is missing. Run: apt-get install libreoffice-writer-nogui", pytrace=False)
    folder = tmp_path_factory.mktemp("documents")
    for name in NAMES:
        short = name.partition("/")[2]
        (folder / f"{short}-leeg.docx").write_bytes(word_file(name, {}))
        (folder / f"{short}-vol.docx").write_bytes(word_file(name, filled(name)))
    for kind in ("pdf", "txt:Text"):
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(folder), *map(str, folder.glob("*.docx"))]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_reads_the_same_text_as_the_page_shows(converted: Path, name: str):
    for kind, values in (("leeg", {}), ("vol", filled(name))):
        read = squeezed((converted / f"{name.partition('/')[2]}-{kind}.txt").read_text("utf-8-sig"))
        document = answered(name, values).json["uitkomst"]
        runs = [
            squeezed(run["tekst"])
            for part in document["delen"]
            for block in part["blokken"]
            if block["soort"] != "toelichting"
            for text in block["regels"]
            for run in text
            if run["soort"] != "leeg"
        ]
        assert [text for text in [document["titel"], *runs] if text not in read] == []


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_makes_a_pdf_of_every_document(converted: Path, name: str):
    for kind in ("leeg", "vol"):
        made = (converted / f"{name.partition('/')[2]}-{kind}.pdf").read_bytes()
        assert made.startswith(b"%PDF-")
        assert len(re.findall(rb"/Type\s*/Page\b", made)) in range(1, 9)


def test_the_blank_handover_fits_on_one_sheet(converted: Path):
    assert len(re.findall(rb"/Type\s*/Page\b", (converted / "overdracht-leeg.pdf").read_bytes())) == 1
