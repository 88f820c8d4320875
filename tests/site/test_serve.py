"""`make serve`: an edit of a text makes that page again, and the site is the one that a whole build makes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, TODAY
from tests.engine.conftest import wait_until
from tests.site.test_build import contents
from tests.site.test_nginx import free_port

OLD = "Een oude zin met {{ cijfer('wachttijd.weken') }} weken."


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of this tree in which two pages have one sentence more."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in tracked.splitlines():
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    (ROOT / "build" / "engine").mkdir(parents=True, exist_ok=True)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "engine").symlink_to(ROOT / "build" / "engine")  # not what is tested here
    for name in ("privacy.md", "toegankelijkheid.md"):
        with (tmp_path / "docs" / name).open("a", encoding="utf-8") as page:
            page.write(f"\n{OLD}\n")
    return tmp_path


@pytest.fixture
def said(tree: Path) -> Iterator[list[str]]:
    """Serve the tree; the lines on the terminal, also those still to come."""
    command = [sys.executable, "-u", "-m", "publishing.serve", "--port", str(free_port()), "--today", TODAY]
    log = tree / "log.txt"
    with log.open("w") as output, subprocess.Popen(command, cwd=tree, stdout=output, stderr=output) as running:
        yield log
        running.terminate()


def test_edits_during_and_after_the_first_build_give_the_site_that_a_whole_build_gives(
    tree: Path, said: Path, site_dir: Path
) -> None:
    def edit(name: str) -> None:
        """Take the old sentence away again."""
        shutil.copyfile(ROOT / "docs" / name, tree / "docs" / name)

    def built(times: int) -> None:
        wait_until(lambda: said.read_text().count("Built ") == times, f"built {times} times: {said.read_text()}")

    wait_until(lambda: (tree / "site.new").exists(), "the first build has read the texts")
    edit("privacy.md")
    built(2)
    assert "Een oude zin" not in (tree / "site" / "privacy" / "index.html").read_text("utf-8")
    assert "Een oude zin" in (tree / "site" / "toegankelijkheid" / "index.html").read_text("utf-8")
    edit("toegankelijkheid.md")
    built(3)
    assert said.read_text().count("Made again: ") == 2
    assert "Made again: bronnen.md, toegankelijkheid.md" in said.read_text()
    whole = {name: digest for name, digest in contents(site_dir).items() if not name.endswith((".br", ".gz"))}
    assert contents(tree / "site") == whole


def test_an_anchor_that_an_edit_takes_away_and_another_page_names_is_told(tree: Path, said: Path) -> None:
    wait_until(lambda: "Ready" in said.read_text(), f"ready: {said.read_text()}")
    glossary = tree / "docs" / "begrippen.md"
    glossary.write_text(glossary.read_text("utf-8").replace("{ #wachttijd }", "{ #wachten }"), "utf-8")
    wait_until(lambda: "still served" in said.read_text(), "a failing build is told")
    assert "#wachttijd" in said.read_text()
