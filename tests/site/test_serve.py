"""`make serve`: an edit of a text makes that page again, and the site is the one that a whole build makes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publishing import offline
from publishing.nginx_trial import free_port
from tests.conftest import ROOT, TODAY

PATIENCE = 240.0  # seconds; a machine that is busy builds slowly
OLD = "Een oude zin met {{ cijfer('wachttijd.weken') }} weken."


def texts(site: Path) -> dict[str, bytes]:
    """Every file of a site; what is packed and what readers keep is made by a whole build only."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes().replace(offline.KEPT, offline.NOT_KEPT)
        for file in sorted(site.rglob("*"))
        if file.is_file() and file.suffix not in {".br", ".gz"} and file.name not in {offline.PACK, offline.WORKER}
    }


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of this tree in which two pages have one sentence more."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines():
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
def said(tree: Path) -> Iterator[Path]:
    """Serve the tree; the file with all that the terminal would show."""
    command = [sys.executable, "-u", "-m", "publishing.serve", "--port", str(free_port()), "--today", TODAY]
    log = tree / "log.txt"
    with log.open("w") as output, subprocess.Popen(command, cwd=tree, stdout=output, stderr=output) as running:
        yield log
        running.terminate()


def wait_until(true: Callable[[], bool], log: Path) -> None:
    """Wait for a build or two; when it takes too long, show what the terminal says."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, log.read_text("utf-8")
        time.sleep(0.05)


@pytest.mark.full
def test_edits_during_and_after_the_first_build_give_the_site_that_a_whole_build_gives(
    tree: Path, said: Path, site_dir: Path
) -> None:
    def edit(name: str) -> None:
        """Take the old sentence away again."""
        shutil.copyfile(ROOT / "docs" / name, tree / "docs" / name)

    def built(times: int) -> None:
        wait_until(lambda: said.read_text("utf-8").count("Built ") == times, said)

    def shown(page: str) -> bool:
        return "Een oude zin" in (tree / "site" / page / "index.html").read_text("utf-8")

    wait_until((tree / "site.new").exists, said)  # the first build has read the texts
    edit("privacy.md")
    built(2)
    assert (shown("privacy"), shown("toegankelijkheid")) == (False, True)
    edit("toegankelijkheid.md")
    built(3)
    made = [line for line in said.read_text("utf-8").splitlines() if line.startswith("Made again: ")]
    assert made == ["Made again: bronnen.md, privacy.md", "Made again: bronnen.md, toegankelijkheid.md"]
    assert texts(tree / "site") == texts(site_dir)
    assert "unregister" in (tree / "site" / offline.WORKER).read_text("utf-8")

    glossary = tree / "docs" / "begrippen.md"  # an anchor goes that other pages lead to
    glossary.write_text(glossary.read_text("utf-8").replace("{ #wachttijd }", "{ #wachten }"), "utf-8")
    wait_until(lambda: "still served" in said.read_text("utf-8"), said)
    assert "#wachttijd" in said.read_text("utf-8")
