"""What goes to the browser is whole, small, and the same whenever it is made."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import calculators
from publishing.engine import bundle as engine


def test_pyodide_reads_the_bytecode_of_this_python(in_pyodide: Callable[..., Any], payload: Path) -> None:
    source = "import importlib.util, sys\n[importlib.util.MAGIC_NUMBER.hex(), list(sys.version_info[:2])]"
    assert in_pyodide(source) == [importlib.util.MAGIC_NUMBER.hex(), list(sys.version_info[:2])]
    with zipfile.ZipFile(payload) as archive:
        compiled = [name for name in archive.namelist() if name.endswith(".pyc")]
        assert {archive.read(name)[:4] for name in compiled} == {importlib.util.MAGIC_NUMBER}


def test_the_payload_holds_bytecode_without_docstrings_and_is_not_compressed(
    in_pyodide: Callable[..., Any], payload: Path
) -> None:
    with zipfile.ZipFile(payload) as archive:
        assert [info.filename for info in archive.infolist() if info.compress_type != zipfile.ZIP_STORED] == []
        assert [name for name in archive.namelist() if name.endswith(".py")] == []
    assert in_pyodide("import calculators\ncalculators.__doc__") is None


def test_the_payload_leaves_out_what_no_calculator_imports(payload: Path) -> None:
    with zipfile.ZipFile(payload) as archive:
        names = archive.namelist()
    unused = ("email/", "http/", "unittest/", "xml/", "multiprocessing/", "sqlite3/", "_sysconfigdata", "pdb")
    assert [name for name in names if name.startswith(unused)] == []


def test_no_dataclass_of_the_calculators_is_compiled_in_the_browser(in_pyodide: Callable[..., Any]) -> None:
    source = """
import dataclasses
import browser_start
browser_start.begin()
from_payload, compiled = vars(dataclasses)["exec"], []
def watch(text, variables, made):
    if text not in from_payload.__closure__[0].cell_contents:
        compiled.append(text)
    from_payload(text, variables, made)
vars(dataclasses)["exec"] = watch
from calculators import browser
for name in given:
    browser.respond(name, "eerste-ziektedag=2025-11-24", "2026-11-21")
@dataclasses.dataclass(frozen=True)
class New:
    number: int
[len(compiled), New(3).number]
"""
    assert in_pyodide(source, list(calculators.names())) == [1, 3]  # only the new one, and that works as ever


def test_an_error_of_our_own_is_still_readable_with_the_trimmed_library(in_pyodide: Callable[..., Any]) -> None:
    source = """
import traceback
from calculators import browser
try:
    browser.respond("bestaat-niet", "", "2026-11-21")
except KeyError:
    found = traceback.format_exc()
found
"""
    found = in_pyodide(source)
    assert "KeyError" in found
    assert "bestaat-niet" in found
    assert "calculators/browser.py" in found


def test_a_file_is_named_after_its_content_and_listed_with_its_checksum(bundle: Path) -> None:
    files = json.loads((bundle / "files.json").read_text("utf-8"))
    for file in files.values():
        if "name" in file:
            content = (bundle / file["name"]).read_bytes()
            assert re.search(r"\.([0-9a-f]{12})\.", file["name"])[1] == hashlib.sha256(content).hexdigest()[:12]  # type: ignore[index]
            assert file["bytes"] == len(content)


def test_the_same_input_gives_the_same_payload(payload: Path, tmp_path: Path) -> None:
    archives = engine.make_archives(tmp_path / "archives")
    again = tmp_path / "payload.zip"
    engine.write_payload(again, archives, engine.record_what_is_used(archives))
    assert payload.read_bytes() == again.read_bytes()


def test_nothing_is_made_again_when_nothing_has_changed(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "make_archives", lambda _: pytest.fail("The bundle is made again."))
    assert engine.make() == bundle


def test_pages_name_only_files_that_exist(site_dir: Path) -> None:
    html = (site_dir / "rekenhulpen" / "tijdlijn" / "index.html").read_text("utf-8")
    listed = re.findall(r'"name":"([^"]+)"', html) + re.findall(r"assets/engine/([\w.-]+)", html)
    assert len(listed) == 3 + len(engine.PAGE_SCRIPTS)
    for name in listed:
        assert (site_dir / "assets" / "engine" / name).is_file()
    assert not engine.PLACE.search(html)
