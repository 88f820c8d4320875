"""Our style sheets: how small they are, and that a page asks for each that it needs."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from tests.conftest import ROOT

PARTS = ROOT / "overrides" / "assets" / "css"
CLASSES = re.compile(r' class="([^"]*)"')
CLASS = re.compile(r"\.(sw-[a-z_-]+)")


def classes(folder: Path) -> set[str]:
    return {name for part in folder.glob("*.css") for name in CLASS.findall(part.read_text("utf-8"))}


def sheets(page: Path) -> list[str]:
    """The names of our own sheets that a page asks for, without their hash."""
    return re.findall(
        r'<link rel="stylesheet" href="[^"]*assets/(?!theme\.)([a-z-]+)\.[0-9a-f]{12}\.css"', page.read_text("utf-8")
    )


def test_the_own_sheets_of_a_calculator_are_at_most_nine_and_a_half_kilobytes(site_dir: Path) -> None:
    """On the screen: print.css is for paper and read after everything else."""
    asked = [name for name in sheets(site_dir / "rekenhulpen/wie-betaalt-wat/index.html") if name != "print"]
    assert asked == ["site", "calculator"]
    files = [file for name in asked for file in (site_dir / "assets").glob(f"{name}.*.css")]
    assert sum(len(brotli.compress(file.read_bytes())) for file in files) <= 9_500


@pytest.mark.parametrize("folder", sorted(folder.name for folder in PARTS.iterdir() if folder.name != "site"))
def test_a_page_asks_for_the_sheet_that_only_few_pages_need(folder: str, site_dir: Path) -> None:
    others = [other for other in PARTS.iterdir() if other.name not in (folder, "print")]
    only_here = classes(PARTS / folder) - {name for other in others for name in classes(other)}
    assert only_here
    used_without = {}
    for page in site_dir.rglob("index.html"):
        used = only_here & {name for names in CLASSES.findall(page.read_text("utf-8")) for name in names.split()}
        if used and folder not in sheets(page):
            used_without[str(page.relative_to(site_dir))] = sorted(used)
    assert used_without == {}
