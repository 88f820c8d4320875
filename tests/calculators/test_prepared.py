"""What the bundle prepares for the browser is the same as what is read elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from calculators import prepared, registry
from calculators.frame import own_files, rendering, tables


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A package folder as in the browser's archive: nothing but what was prepared."""
    made = tmp_path / "prepared"
    made.mkdir()
    prepared.write(made)
    yield tmp_path
    tables.tables_by_path.cache_clear()
    rendering.environment.cache_clear()


def without_notes(read: dict[str, Any]) -> Any:
    text = json.dumps(read, default=repr)
    return json.loads(text, object_hook=lambda row: {key: value for key, value in row.items() if key != "note"})


def test_prepared_tables_are_those_read_elsewhere_without_the_notes_of_figures_and_sources(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    read = {path: tables.table(path) for path in tables.paths()}
    tables.tables_by_path.cache_clear()
    monkeypatch.setattr(own_files, "FOLDER", folder)
    for path in tables.paths():
        is_of_all = path.startswith("parameters/")
        expected = without_notes(read[path]) if is_of_all else read[path]
        assert (
            json.loads(json.dumps(tables.table(path), default=repr)) if is_of_all else tables.table(path)
        ) == expected


def test_a_table_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError):
        tables.table("tijdlijn/bestaat-niet.toml")


def test_a_prepared_template_gives_the_same_html(folder: Path, monkeypatch: pytest.MonkeyPatch):
    context = {"fouten": [{"key": "eerste-ziektedag", "text": "<script>"}]}
    expected = rendering.render("errors.html", context)
    rendering.environment.cache_clear()
    monkeypatch.setattr(own_files, "FOLDER", folder)
    assert rendering.render("errors.html", context) == expected


def test_every_template_is_prepared_but_those_of_the_decision_helper(folder: Path):
    used = [file for file in own_files.FOLDER.rglob("*.html") if file.parent.name != tables.NOT_IN_THE_BROWSER]
    assert len(list((folder / "prepared").glob("tmpl_*.py"))) == len(used)
    assert isinstance(rendering.environment(), Environment)


def test_what_is_known_of_all_calculators_is_prepared(folder: Path, monkeypatch: pytest.MonkeyPatch):
    caches = (registry.folders, registry.known_keys, registry._prepared)  # noqa: SLF001  # what is remembered must go
    read = registry.folders(), registry.known_keys()
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(own_files, "FOLDER", folder)
    prepared_ones = registry.folders(), registry.known_keys()
    for cache in caches:
        cache.cache_clear()
    assert prepared_ones == read


def test_the_bundle_is_told_which_page_needs_what():
    own = prepared.own()
    assert own["pages"].keys() == own["addresses"].keys() == set(registry.all_names())
    assert own["pages"]["documenten/geheimhouding"] == ["documents", "documents/geheimhouding"]
    assert set(own["pages"]["link-maken"]) > {"link_maken", "tijdlijn", "documents/geheimhouding"}
    assert set(own["files"].values()) <= {folder for folders in own["pages"].values() for folder in folders}
