"""The whole build: the same sources, the same site; and light enough for a slow phone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from publishing import build
from tests.conftest import TODAY, Visitor, build_site

LIMIT = 100_000  # bytes of a reading page on a first visit


def contents(site: Path) -> dict[str, str]:
    """Every file with the hash of its content."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def test_the_same_sources_give_the_same_site(tmp_path: Path) -> None:
    build_site(tmp_path / "one")
    build_site(tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


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


def test_the_home_page_is_light_on_a_first_visit(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    sizes = []
    reader.page.on("response", lambda response: sizes.append(int(response.headers.get("content-length", "0"))))
    reader.open("/")
    assert sum(sizes) <= LIMIT, f"{sum(sizes)} bytes in {len(sizes)} files"
