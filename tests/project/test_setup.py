"""A missing tool is one sentence that says what to install."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.project import ROOT


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A folder for PATH with the plainest commands in it, and no git, no make, no sudo."""
    for command in ("cat", "dirname", "grep", "sed", "sh"):
        found = shutil.which(command)
        assert found
        (tmp_path / command).symlink_to(found)
    return tmp_path


def put_command(folder: Path, name: str, body: str) -> None:
    command = folder / name
    command.write_text(f"#!/bin/sh\n{body}\n")
    command.chmod(0o755)


def run(script: str, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", ROOT / "setup" / script],
        env={"PATH": str(path), "HOME": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_setup_says_that_git_is_missing(bare_machine):
    answer = run("install.sh", bare_machine)
    assert answer.returncode == 1
    assert answer.stderr == "setup: git is missing: install it (apt-get install git).\n"


def test_without_root_the_missing_debian_packages_are_one_line_to_run(bare_machine):
    put_command(bare_machine, "dpkg-query", "[ $1 = --version ]")
    put_command(bare_machine, "id", "echo 1000")
    answer = run("debian-packages.sh", bare_machine)
    assert answer.returncode == 1
    assert "Run: sudo apt-get update && sudo apt-get install" in answer.stderr
    assert "chromium" in answer.stderr


def test_debian_packages_that_are_there_are_left_alone(bare_machine):
    put_command(bare_machine, "dpkg-query", "echo install ok installed")
    answer = run("debian-packages.sh", bare_machine)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_another_kind_of_machine_is_told_what_the_tests_expect(bare_machine):
    answer = run("debian-packages.sh", bare_machine)
    assert answer.returncode == 0
    assert "not a Debian machine" in answer.stderr
    assert "chromium" in answer.stderr
