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
from publishing.engine import payloads, recording, scripts
from publishing.engine.archives import read_archive

MOST = {  # bytes; lower them when they can be lower
    ("image", "own-tijdlijn"): 2_200_000,
    ("image", "documents", "own-documenten-geheimhouding"): 2_200_000,
}


def test_pyodide_reads_the_bytecode_of_this_python(
    in_pyodide: Callable[..., Any], full: Path, small: payloads.Library
) -> None:
    source = "import importlib.util, sys\n[importlib.util.MAGIC_NUMBER.hex(), list(sys.version_info[:2])]"
    assert in_pyodide(source) == [importlib.util.MAGIC_NUMBER.hex(), list(sys.version_info[:2])]
    for files in (read_archive(full), small):
        compiled = [content for name, content in files.items() if name.endswith(".pyc")]
        assert {content[:4] for content in compiled} == {importlib.util.MAGIC_NUMBER}


def test_the_archives_hold_bytecode_without_docstrings_and_are_not_compressed(
    in_pyodide: Callable[..., Any], full: Path, small: payloads.Library
) -> None:
    with zipfile.ZipFile(full) as archive:
        assert [info.filename for info in archive.infolist() if info.compress_type != zipfile.ZIP_STORED] == []
    assert [name for name in (*read_archive(full), *small) if name.endswith(".py")] == []
    assert in_pyodide("import calculators\ncalculators.__doc__") is None


def test_what_pages_begin_with_leaves_out_what_no_calculator_imports(small: payloads.Library) -> None:
    unused = ("email/", "http/", "unittest/", "xml/", "multiprocessing/", "sqlite3/", "_sysconfigdata", "pdb")
    assert [name for name in small if name.startswith(unused)] == []


@pytest.mark.parametrize(("begins", "most"), MOST.items())
def test_the_memory_that_a_page_begins_with_is_small(bundle: Path, begins: tuple[str, ...], most: int) -> None:
    """At Brotli's sixth of eleven steps, which is quick; what is sent is a seventh smaller."""
    files = [next(bundle.glob(f"{name}.*.bin")).read_bytes() for name in begins]
    assert sum(len(brotli.compress(content, quality=6)) for content in files) < most


def test_no_dataclass_of_the_calculators_is_compiled_in_the_browser(in_pyodide: Callable[..., Any]) -> None:
    source = """
import dataclasses
import browser_start
browser_start.begin()
from_payload, compiled = vars(dataclasses)["exec"], []
def watch(text, variables, made):
    if browser_start.mark(text) not in browser_start.methods:
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
    files = json.loads((bundle / engine.LIST).read_text("utf-8"))
    for file in files.values():
        if "name" in file:
            content = (bundle / file["name"]).read_bytes()
            assert re.search(r"\.([0-9a-f]{12})\.", file["name"])[1] == hashlib.sha256(content).hexdigest()[:12]  # type: ignore[index]
            assert file["bytes"] == len(content)


@pytest.mark.full
def test_the_same_input_gives_the_same_archives(archives: payloads.Archives, full: Path, tmp_path: Path) -> None:
    library = payloads.make_library(tmp_path / "archives", engine.CACHE)
    worker = scripts.worker(tmp_path)
    made = payloads.archives(library, recording.used(library, worker, engine.CACHE, quickly=False))
    assert (made.shared, made.own) == (archives.shared, archives.own)
    assert made.full == full.read_bytes()


def test_another_calculator_costs_a_page_nothing_but_the_smallest_which_is_in_all(small: payloads.Library) -> None:
    others = [name for name in small if "wie_betaalt_wat" in name or "no_riskpolis" in name]
    assert others == []


@pytest.mark.full
def test_what_is_recorded_twice_is_the_same(tmp_path: Path) -> None:
    library = payloads.make_library(tmp_path / "archives", engine.CACHE)
    worker = scripts.worker(tmp_path)
    kept = recording.used(library, worker, engine.CACHE, quickly=False)
    assert recording.used(library, worker, tmp_path / "no-records-yet", quickly=False) == kept


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
