"""The whole build: the same sources, the same site."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publishing import build, compression, hashed_names
from tests.conftest import ROOT, TODAY, build_site


def contents(site: Path) -> dict[str, str]:
    """Every file with the hash of its content."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


@pytest.mark.full
def test_the_same_sources_give_the_same_site(site_dir: Path, tmp_path: Path) -> None:
    build_site(tmp_path / "again")
    assert contents(tmp_path / "again") == contents(site_dir)


def test_every_larger_text_file_has_its_compressed_copies(site_dir: Path) -> None:
    for file in site_dir.rglob("*"):
        if file.suffix in {".html", ".css", ".js", ".json", ".wasm"} and file.stat().st_size > 500:
            assert file.with_name(f"{file.name}.br").exists(), file
            assert file.with_name(f"{file.name}.gz").exists(), file


def test_the_sitemap_bears_the_day_of_the_build(site_dir: Path) -> None:
    assert f"<lastmod>{TODAY}</lastmod>" in (site_dir / "sitemap.xml").read_text("utf-8")


def test_a_sitemap_that_misses_a_page_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "index.html").write_text("")
    (tmp_path / "sitemap.xml").write_text("<urlset><url><loc>https://x.example/</loc></url></urlset>")
    with pytest.raises(build.BuildError, match="over"):
        build.check_sitemap(tmp_path)


def test_packed_copies_of_long_ago_are_thrown_away_and_those_in_use_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compression, "CACHE", tmp_path / "kept")
    site = tmp_path / "site"
    site.mkdir()
    (site / "always.css").write_text("a {}" * 100)
    for change in range(10):
        (site / "page.html").write_text(f"<p>{change}</p>" * 100)
        for copy in site.glob("*.*.*"):
            copy.unlink()
        compression.compress_site(site)
    kept = {file.stem for file in (tmp_path / "kept").iterdir()}
    assert len(list((tmp_path / "kept").iterdir())) == compression.KEPT * 2 * 2
    assert {hashlib.sha256(file.read_bytes()).hexdigest() for file in (site / "always.css", site / "page.html")} <= kept


@pytest.mark.parametrize("sheet", ["site", "calculator"])
def test_a_style_sheet_is_its_parts_in_one_file(site_dir: Path, sheet: str) -> None:
    parts = sorted((ROOT / "overrides" / "assets" / "css" / sheet).glob("*.css"))
    joined = "\n".join(one.read_text("utf-8") for one in parts)
    built = hashed_names.find(site_dir, f"{sheet}.css").read_text("utf-8")
    bare = re.sub(r"/\*.*?\*/|\s", "", joined, flags=re.DOTALL).replace(";}", "}")
    assert re.sub(r"\s", "", built) == bare != ""
    assert len(built) < 0.9 * len(joined)
    assert not (site_dir / "assets" / "css").exists()


@pytest.mark.full
def test_another_path_and_another_time_zone_give_the_same_site(tmp_path: Path) -> None:
    """Two clones of this tree, each with its own caches, on both sides of the date line; packing is another test's."""
    built = []
    for folder, zone in (("one", "Pacific/Kiritimati"), ("a longer path/with a space", "America/Los_Angeles")):
        tree = tmp_path / folder
        copy_tree(tree)
        environment = {**os.environ, "TZ": zone, "PYTHONPATH": str(tree), "PYTHONHASHSEED": "random", "LC_ALL": "C"}
        command = [sys.executable, "-m", "publishing.build", "--out", "site", "--today", TODAY, "--quick"]
        run = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        built.append(contents(tree / "site"))
    assert len(built[0]) > 500
    assert built[0] == built[1]


def copy_tree(target: Path) -> None:
    """Copy this tree as git sees it, without what was made in it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines():
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    (target / "node_modules").symlink_to(ROOT / "node_modules")
