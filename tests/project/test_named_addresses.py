"""Addresses of other sites: of the right shape, and each in one place."""

import re
import subprocess
from collections import defaultdict
from datetime import date

import pytest

from publishing import addresses
from tests.project import ROOT

NAMED = addresses.named(ROOT / "docs")
TABLES = {"calculators/parameters/bronnen.toml", "docs/contacten.toml"}
# What a reader gets; the names of formats are no addresses.
FOR_READERS = ("docs", "calculators", "overrides")
FORMATS = re.compile(r"https?://(www\.w3\.org|schemas\.|purl\.org|spoorwijzer\.example|127\.0\.0\.1|localhost)")
# One page that was read for two things: its sources have titles of their own.
READ_FOR_TWO_THINGS = {
    "https://zoek.officielebekendmakingen.nl/stb-2017-255.html",
    "https://www.kamphuisberghuizen.nl/category/sociale-verzekeringen/",
}


def test_every_address_has_the_shape_of_a_public_page():
    assert {one.url: found for one in NAMED if (found := list(addresses.faults(one.url)))} == {}


@pytest.mark.parametrize(
    "url",
    [
        "http://uwv.nl/",
        "https://uwv/",
        "https://UWV.nl/",
        "https://uwv.nl:8080/",
        "https://a@uwv.nl/",
        "https://uwv.nl/a b",
        "https://uwv.nl/?utm_source=brief",
        "uwv.nl",
    ],
)
def test_an_address_of_another_shape_is_noticed(url: str):
    assert list(addresses.faults(url))


def test_prose_templates_and_code_name_a_row_and_no_address():
    listed = subprocess.run(["git", "ls-files", *FOR_READERS], cwd=ROOT, capture_output=True, text=True, check=True)
    strays = [
        f"{name}: {found[0]}"
        for name in listed.stdout.splitlines()
        if name not in TABLES and (ROOT / name).suffix in {".md", ".toml", ".html", ".py", ".js"}
        for found in re.finditer(r"https?://[^\s\"'<>)`]+", (ROOT / name).read_text("utf-8"))
        if not FORMATS.match(found[0])
    ]
    assert strays == []


def test_no_two_sources_have_one_address():
    rows = defaultdict(list)
    for one in NAMED:
        if one.row.startswith("bronnen.toml"):
            rows[one.url].append(one.row)
    assert {url for url, found in rows.items() if len(found) > 1} == READ_FOR_TWO_THINGS


def test_the_list_names_an_address_once_with_its_oldest_day():
    old, new = date(2026, 1, 1), date(2026, 11, 1)
    one, two = "https://een.nl/", "https://twee.nl/"
    told = [addresses.Address(new, one, "a"), addresses.Address(old, two, "b"), addresses.Address(new, two, "c")]
    assert addresses.written(told).split() == [str(old), two, "b", "c", str(new), one, "a"]
