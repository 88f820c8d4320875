"""The pack holds every file of the site but the large ones, exactly as it is, and the build can leave all of it out."""

from __future__ import annotations

import gzip
import json
import re
from datetime import date
from pathlib import Path

import pytest

from publishing import build, figure_uses, headers, offline
from tests.conftest import TODAY

MOST_BYTES = 2_000_000  # that a reader's browser fetches once to keep all pages
MARKS = re.compile(rb' data-(?:bewaard|nalezen)="[^"]*"')


@pytest.fixture(scope="module")
def unpacked(site_dir: Path) -> dict[str, bytes]:
    """The files in the pack of the built site, by address."""
    head, _, content = gzip.decompress((site_dir / offline.PACK).read_bytes()).partition(b"\n")
    return {
        name: b"".join(content[start : start + length] for start, length in zip(places[::2], places[1::2], strict=True))
        for name, (_, *places) in json.loads(head)["files"].items()
    }


def files_of(site: Path) -> dict[str, bytes]:
    """Every file that a reader may ask for."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and file.suffix not in {".br", ".gz"} and file.name not in headers.OF_THE_HOST
    }


def test_every_page_and_what_it_needs_is_in_the_pack_as_it_is(site_dir: Path, unpacked: dict[str, bytes]) -> None:
    files = files_of(site_dir)
    assert {name for name, content in unpacked.items() if MARKS.sub(b"", content) != files[name]} == set()
    large = {file.relative_to(site_dir).as_posix() for file in offline.engine_files(site_dir)}
    not_for_readers = {"sitemap.xml", "wijzigingen/feed.xml", "assets/preview.png", offline.PACK, offline.WORKER}
    when_lacking = {name for name in files if name.rpartition("/")[2].startswith(offline.NOT_WITHOUT_A_NETWORK)}
    assert files.keys() - unpacked.keys() == large | not_for_readers | when_lacking
    assert len(large) >= 3


def test_the_pack_is_light_enough_for_a_telephone(site_dir: Path) -> None:
    assert (site_dir / offline.PACK).stat().st_size <= MOST_BYTES


def test_a_kept_page_bears_the_first_day_on_which_one_of_its_figures_has_to_be_read_again(
    unpacked: dict[str, bytes],
) -> None:
    days = offline.days_to_read_again(date.fromisoformat(TODAY), Path("docs"))
    used = {address for pages in figure_uses.find(Path("docs")).values() for _, address in pages}
    checked = 0
    for address in used & days.keys():
        page = unpacked[address.lstrip("/")]
        if b'class="sw-cijfer' in page:
            assert f'data-nalezen="{days[address]}"'.encode() in page
            checked += 1
    assert checked > 20
    assert min(days.values()) == days[""] > date.fromisoformat(TODAY)
    assert b"data-nalezen" not in unpacked["privacy/"]
    assert f'data-bewaard="{TODAY}"'.encode() in unpacked["privacy/"]


def test_pages_that_are_alike_take_little_more_room_than_one() -> None:
    packed = offline.Packed()
    lines = [f"line {number} of a long page that stands in a menu\n" for number in range(500)]
    packed.add("".join(lines).encode())
    one = len(packed.content)
    for number in range(50):
        packed.add("".join([*lines[:250], f"page {number}\n", *lines[250:]]).encode())
    assert len(packed.content) < 1.1 * one


def test_only_off_switches_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(offline.SETTING, raising=False)
    assert offline.is_on()
    monkeypatch.setenv(offline.SETTING, "uit")
    assert not offline.is_on()
    monkeypatch.setenv(offline.SETTING, "off")
    with pytest.raises(ValueError, match="uit"):
        offline.is_on()


@pytest.mark.parametrize(("quickly", "setting"), [(True, ""), (False, "uit")])
def test_a_quick_build_and_one_that_is_told_so_write_the_worker_that_takes_everything_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quickly: bool, setting: str
) -> None:
    monkeypatch.setenv(offline.SETTING, setting)
    build.write_offline(tmp_path, date.fromisoformat(TODAY), quickly)
    worker = (tmp_path / offline.WORKER).read_text("utf-8")
    assert "unregister" in worker
    assert "SITE" not in worker
    assert [file.name for file in tmp_path.iterdir()] == [offline.WORKER]
