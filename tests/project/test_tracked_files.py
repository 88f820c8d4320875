"""What is in git runs on any machine."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.project import ROOT

THIS_FILE = Path(__file__).resolve()


def tracked_paths() -> list[Path]:
    """Everything in git, also links, which may lead nowhere."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name]


def tracked_files() -> list[Path]:
    return [path for path in tracked_paths() if path.is_file() and path != THIS_FILE]


def files_that_say(pattern: str) -> list[str]:
    said = re.compile(pattern)
    return [str(path.relative_to(ROOT)) for path in tracked_files() if said.search(path.read_text(errors="ignore"))]


def test_no_tracked_file_names_a_folder_of_one_machine():
    assert files_that_say(r"(?<![\w/.*-])/(work|root|tmp|opt|Users)/|/home/\w+/(?!index)|\.\./shared/") == []


@pytest.mark.parametrize(
    ("kind", "most"),
    [("calculators/**/*.py", 300), ("publishing/**/*.py", 300), ("overrides/assets/*.js", 200)],
)
def test_a_file_is_short_enough_to_be_read_at_one_sitting(kind: str, most: int):
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in ROOT.glob(kind)}
    assert lengths
    assert [str(path.relative_to(ROOT)) for path, length in lengths.items() if length > most] == []


def test_no_tracked_file_names_the_host_of_a_package_registry():
    assert files_that_say(r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|deb\.debian\.org|jsdelivr|unpkg\.com") == []


def test_no_tracked_file_is_something_that_a_command_made():
    made = {".venv", "node_modules", "site", "build", "dist", ".hypothesis"}
    names = [path.relative_to(ROOT) for path in tracked_paths()]
    assert [name for name in names if name.parts[0] in made or "__pycache__" in name.parts] == []


def test_no_tracked_file_is_a_link_which_leads_elsewhere_on_another_machine():
    assert [path for path in tracked_paths() if path.is_symlink()] == []
