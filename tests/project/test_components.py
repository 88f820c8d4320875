"""Everything of others that we send is named, with its version and licence."""

import importlib.metadata
import json
import re
from pathlib import Path

import material
import pytest

from publishing import components, pyodide_files
from tests.project import ROOT

MATERIAL = Path(material.__file__).parent / "templates" / "assets"


def named() -> dict[str, components.Component]:
    return {one.name: one for one in components.read()}


def test_every_package_that_travels_to_the_reader_has_a_row():
    wanted = {f"npm:{name}" for name in json.loads((ROOT / "package.json").read_text())["dependencies"]}
    missing = wanted - {one.package for one in components.read()}
    assert missing == set(), "write a row in publishing/components.toml"


@pytest.mark.parametrize("one", [one for one in components.read() if one.package], ids=lambda one: one.name)
def test_a_package_has_the_licence_that_its_makers_name(one: components.Component):
    kind, _, name = one.package.partition(":")
    if kind == "npm":
        told = json.loads((ROOT / "node_modules" / name / "package.json").read_text())
        assert (told["version"], told["license"]) == (one.version, one.licence)
    else:
        about = importlib.metadata.metadata(name)
        licence = about.get("License-Expression") or about.get("License") or " ".join(about.get_all("Classifier", []))
        family = one.licence.partition("-")[0]  # older packages say "BSD License" only
        assert about["Version"] == one.version
        assert family in licence


def test_what_stands_inside_a_package_was_read_in_the_version_that_is_used():
    everything = named()
    inside = [one for one in everything.values() if one.within]
    assert inside
    for one in inside:
        assert one.read_in == everything[one.within].version, f"read {one.name} again: what is in it, and which licence"


def test_all_that_material_bundles_has_a_row():
    bundled = set()
    for source_map in (*MATERIAL.glob("javascripts/bundle.*.map"), *MATERIAL.glob("stylesheets/*.map")):
        sources = json.loads(source_map.read_text())["sources"]
        bundled |= {found[1] for one in sources if (found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", one))}
    assert bundled == {one.bundled for one in components.read() if one.bundled}


def test_pyodide_holds_the_python_and_the_emscripten_that_the_list_names():
    info = json.loads((ROOT / "node_modules/pyodide/pyodide-lock.json").read_text())["info"]
    assert info["python"] == named()["Python"].version
    assert info["platform"] == f"emscripten_{named()['Emscripten'].version.replace('.', '_')}"


def test_every_licence_is_there_in_full_and_says_whose_it_is():
    texts = components.texts(components.read())
    for one in components.read():
        assert f"\n{one.name} {one.version}".rstrip() in texts
        assert one.texts
        own = "".join((components.TEXTS / f"{text}.txt").read_text("utf-8") for text in one.texts)
        says = re.search(r"copyright (\(c\)|©|\d{4})|pictogrammers|w3c", one.copyright + own + one.home, re.IGNORECASE)
        assert says or one.licence == "MPL-2.0", one.name


def test_no_text_of_a_licence_is_left_over():
    used = {text for row in components.read() for text in row.texts}
    assert {file.stem for file in components.TEXTS.glob("*.txt")} == used


def test_pyodide_is_what_its_makers_published():
    pyodide_files.check()


def test_one_other_byte_in_pyodide_ends_the_build(tmp_path: Path):
    for name in pyodide_files.USED:
        (tmp_path / name).write_bytes((pyodide_files.FOLDER / name).read_bytes())
    pyodide_files.check(tmp_path)
    with (tmp_path / "pyodide.asm.wasm").open("r+b") as file:
        file.seek(5_000_000)
        file.write(b"\0")
    with pytest.raises(pyodide_files.ChangedError, match=r"0\.29\.5 .*: pyodide\.asm\.wasm\. After an upgrade"):
        pyodide_files.check(tmp_path)
