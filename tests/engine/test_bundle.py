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

import brotli
import pytest

import calculators
from publishing.engine import bundle as engine
from publishing.engine import payloads, recording
from publishing.engine.archives import read_archive

SMALL_PACKED = 490_000  # bytes; lower it when it can be lower


def test_pyodide_reads_the_bytecode_of_this_python(in_pyodide: Callable[..., Any], full: Path, small: Path) -> None:
    source = "import importlib.util, sys\n[importlib.util.MAGIC_NUMBER.hex(), list(sys.version_info[:2])]"
    assert in_pyodide(source) == [importlib.util.MAGIC_NUMBER.hex(), list(sys.version_info[:2])]
    for archive in (full, small):
        compiled = [content for name, content in read_archive(archive).items() if name.endswith(".pyc")]
        assert {content[:4] for content in compiled} == {importlib.util.MAGIC_NUMBER}


def test_the_archives_hold_bytecode_without_docstrings_and_are_not_compressed(
    in_pyodide: Callable[..., Any], full: Path, small: Path
) -> None:
    for path in (full, small):
        with zipfile.ZipFile(path) as archive:
            assert [info.filename for info in archive.infolist() if info.compress_type != zipfile.ZIP_STORED] == []
            assert [name for name in archive.namelist() if name.endswith(".py")] == []
    assert in_pyodide("import calculators\ncalculators.__doc__") is None


def test_the_small_archive_leaves_out_what_no_calculator_imports(small: Path) -> None:
    names = read_archive(small)
    unused = ("email/", "http/", "unittest/", "xml/", "multiprocessing/", "sqlite3/", "_sysconfigdata", "pdb")
    assert [name for name in names if name.startswith(unused)] == []


def test_the_small_archive_is_small(small: Path) -> None:
    """At Brotli's sixth of eleven steps, which is quick; what is sent is a tenth smaller (415 kB for the timeline)."""
    packed = brotli.compress(small.read_bytes(), quality=6)
    assert len(packed) < SMALL_PACKED


def test_no_dataclass_of_the_calculators_is_compiled_in_the_browser(in_pyodide: Callable[..., Any]) -> None:
    source = """
import dataclasses
import browser_start
browser_start.begin()
from_payload, compiled = vars(dataclasses)["exec"], []
def watch(text, variables, made):
    if browser_start.mark(text) not in from_payload.__closure__[0].cell_contents:
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


@pytest.mark.full
def test_the_same_input_gives_the_same_archives(bundle: Path, tmp_path: Path) -> None:
    library = payloads.make_library(tmp_path / "archives", engine.CACHE)
    made = payloads.archives(library, recording.used(library, engine.CACHE, quickly=False))
    kept = {
        file.name.partition(".")[0]: file.read_bytes() for file in bundle.iterdir() if file.suffix in {".bin", ".zip"}
    }
    own = {f"small-{name.replace('/', '-')}": content for name, content in made.own.items()}
    assert {"small": made.common, "full": made.full} | own == kept


def test_another_calculator_costs_a_page_nothing(small: Path) -> None:
    others = [name for name in read_archive(small) if "wie_betaalt_wat" in name or "no_riskpolis" in name]
    assert others == []


@pytest.mark.full
def test_what_is_recorded_twice_is_the_same(tmp_path: Path) -> None:
    library = payloads.make_library(tmp_path / "archives", engine.CACHE)
    kept = recording.used(library, engine.CACHE, quickly=False)
    assert recording.used(library, tmp_path / "no-records-yet", quickly=False) == kept


def test_nothing_is_made_again_when_nothing_has_changed(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(payloads, "make_library", lambda *_: pytest.fail("The bundle is made again."))
    assert engine.make() == bundle


def test_pages_name_only_files_that_exist(site_dir: Path) -> None:
    html = (site_dir / "rekenhulpen" / "tijdlijn" / "index.html").read_text("utf-8")
    listed = re.findall(r'"name":"([^"]+)"', html) + re.findall(r"assets/engine/([\w.-]+)", html)
    assert len(listed) == 8 + len(engine.PAGE_SCRIPTS)
    for name in listed:
        assert (site_dir / "assets" / "engine" / name).is_file()
    assert not engine.PLACE.search(html)


def test_every_script_of_the_site_is_named_by_something_else(site_dir: Path) -> None:
    """One that the bundle took up into another is not published besides."""
    readers = [*site_dir.rglob("*.html"), *(site_dir / "assets").rglob("*.js")]
    texts = {reader: reader.read_text("utf-8") for reader in readers}
    scripts = sorted((site_dir / "assets").rglob("*.js"))
    assert [
        one.name for one in scripts if not any(one.name in text for file, text in texts.items() if file != one)
    ] == []
