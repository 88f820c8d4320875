"""`make calculator` writes a whole calculator, and names the three edits that are left."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from publishing.new_calculator import main
from tests.project import ROOT

NAME = "vakantie-dagen"
EDITED = ["mkdocs.yml", "docs/rekenhulpen/index.md", "calculators/link_maken/pages.toml"]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree with the calculators of this one, and a new one in it."""
    root = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / "calculators", root / "calculators", ignore=shutil.ignore_patterns("__pycache__"))
    assert main([NAME, "--root", str(root)]) == 0
    return root


def run(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Python in that tree; what is installed of our own comes after it."""
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False, env=environment)


def test_a_new_calculator_has_every_part_and_a_page(tree: Path):
    folder = tree / "calculators" / "vakantie_dagen"
    parts = {"__init__.py", "form.py", "rules.py", "explanation.py", "result.html", "cases.toml"}
    assert {path.name for path in folder.iterdir()} == parts
    assert f'rekenhulp("{NAME}")' in (tree / "docs/rekenhulpen" / f"{NAME}.md").read_text("utf-8")


def test_it_answers_at_once_on_the_command_line_with_a_source_and_a_receipt(tree: Path):
    answered = run(tree, "calculators", NAME, "eerste-ziektedag=2025-11-24")
    assert (answered.returncode, answered.stderr) == (0, "")
    assert "zondag 21 november 2027" in answered.stdout
    assert "Wet WIA, artikel 23" in answered.stdout
    assert answered.stdout.splitlines()[-1].startswith("Versie van de rekenregels: ")


def test_its_only_worked_case_fails_until_somebody_has_worked_it_out(tree: Path):
    (case,) = tomllib.loads((tree / "calculators/vakantie_dagen/cases.toml").read_text("utf-8"))["case"]
    values = [f"{key}={text}" for key, text in case["input"].items()]
    outcome = json.loads(run(tree, "calculators", NAME, *values, "--json").stdout)["uitkomst"]
    assert case["outcome"].keys() <= outcome.keys()
    assert all(outcome[key] != expected for key, expected in case["outcome"].items())


def test_what_it_writes_has_our_style(tree: Path):
    config = ["--config", str(ROOT / "pyproject.toml"), "calculators/vakantie_dagen"]
    for command in (["check"], ["format", "--check"]):
        checked = run(tree, "ruff", *command, *config)
        assert (checked.returncode, checked.stdout.count("error")) == (0, 0), checked.stdout


def test_what_is_left_to_do_is_three_lines_in_files_that_are_there(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    assert main([NAME, "--root", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert re.findall(r"^\d\. (\S+),", told, re.MULTILINE) == EDITED
    assert all((ROOT / path).is_file() for path in EDITED)
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert all(path in guide for path in EDITED)


@pytest.mark.parametrize("name", ["Vakantie", "vakantie_dagen", "../weg", "tijdlijn", "-x", "frame"])
def test_a_name_that_will_not_do_is_refused_in_a_sentence_and_nothing_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "calculators" / "tijdlijn").mkdir(parents=True)
    (tmp_path / "calculators" / "frame").mkdir(parents=True)
    assert main(["--root", str(tmp_path), "--", name]) == 2
    assert capsys.readouterr().err.strip()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
