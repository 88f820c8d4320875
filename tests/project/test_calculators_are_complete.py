"""A new calculator is one new folder and one docs page; the rest follows by itself."""

import importlib
import subprocess
import zipfile
from pathlib import Path

import pytest

import calculators
from calculators.frame.calculator import Calculator
from tests.project import ROOT


@pytest.mark.parametrize("name", calculators.names())
@pytest.mark.parametrize("part", ["__init__.py", "form.py", "rules.py", "result.html", "cases.toml"])
def test_every_calculator_folder_is_complete(name, part):
    assert (ROOT / "calculators" / name.replace("-", "_") / part).is_file()


@pytest.mark.parametrize("name", calculators.names())
def test_every_calculator_is_named_after_its_folder(name):
    module = importlib.import_module(f"calculators.{name.replace('-', '_')}")
    assert isinstance(module.CALCULATOR, Calculator)
    assert module.CALCULATOR.name == name


@pytest.mark.parametrize("name", calculators.names())
def test_the_list_of_calculators_leads_to_every_one(name):
    assert f"{name}.md" in (ROOT / "docs/rekenhulpen/index.md").read_text()


@pytest.mark.parametrize("name", calculators.names())
def test_every_calculator_has_a_page(name):
    assert f'rekenhulp("{name}")' in (ROOT / "docs/rekenhulpen" / f"{name}.md").read_text()


@pytest.mark.parametrize("name", calculators.names())
def test_the_menu_leads_to_every_calculator(name):
    assert f"rekenhulpen/{name}.md" in (ROOT / "mkdocs.yml").read_text()


@pytest.mark.parametrize("name", calculators.names())
def test_every_calculator_is_among_the_pages_that_a_coach_sends(name):
    pages = (ROOT / "calculators/link_maken/pages.toml").read_text()
    assert f'adres = "/rekenhulpen/{name}/"' in pages, "add its row to calculators/link_maken/pages.toml"


def test_every_folder_with_rules_is_discovered():
    folders = {rules.parent.name.replace("_", "-") for rules in (ROOT / "calculators").glob("*/rules.py")}
    assert set(calculators.names()) == folders


def test_the_wheel_for_the_browser_holds_calculators_and_nothing_else(tmp_path):
    subprocess.run([ROOT / ".venv/bin/hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    sources = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "calculators").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == sources
    assert {Path(name).suffix for name in packed} >= {".py", ".toml", ".html"}
