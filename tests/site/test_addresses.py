"""Addresses are promises: each line of links.txt answers, and the pages tell who they are."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

from publishing import links, redirects
from publishing.figure_uses import address
from tests.conftest import ROOT

PUBLISHED = sorted(links.published(ROOT / "links.txt"))


def page_text(site: Path, path: str) -> str:
    """The HTML of the page at an address."""
    return (site / path.strip("/") / "index.html").read_text("utf-8")


def test_every_published_address_answers(server: str) -> None:
    moved = {old: new for old, new in redirects.read().items() if "#" not in old}
    texts: dict[str, str] = {}
    for line in PUBLISHED:
        path, _, anchor = line.partition("#")
        path = moved.get(path, path) if anchor else path
        if path not in texts:
            with urlopen(server + path, timeout=10) as answer:  # noqa: S310 - our own server
                texts[path] = answer.read().decode()
        assert not anchor or f'id="{anchor}"' in texts[path], line


def test_every_page_and_every_anchor_with_a_copy_button_stands_among_the_published_addresses(site_dir: Path) -> None:
    assert links.offered(site_dir) - set(PUBLISHED) == set(), "`make links` adds them"


def test_the_published_addresses_stand_in_order_and_once() -> None:
    lines = (ROOT / "links.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == PUBLISHED


def test_new_addresses_are_added_and_old_lines_stay(tmp_path: Path) -> None:
    (tmp_path / "over").mkdir()
    text = '<h2 id="nieuw">Kop<a class="headerlink" href="#nieuw">#</a></h2><h2 id="los">Kop</h2>'
    (tmp_path / "over" / "index.html").write_text(f"{text}<template {links.OFFERS_ANCHORS}>")
    listed = tmp_path / "links.txt"
    listed.write_text("# Promises.\n/oud/\n/over/\n/over/#oud\n")
    assert "/over/#nieuw" in links.add(tmp_path, listed)
    assert links.published(listed) >= {"/oud/", "/over/", "/over/#oud", "/over/#nieuw", "/l/tijdlijn/"}
    assert "/over/#los" not in links.published(listed)
    assert links.add(tmp_path, listed) == []


def test_every_term_of_the_glossary_is_a_published_address(site_dir: Path) -> None:
    terms = re.findall(r'<h2 id="([^"]+)"', page_text(site_dir, "/begrippen/"))
    assert {f"/begrippen/#{term}" for term in terms} <= set(PUBLISHED)


def test_every_page_has_a_description_of_its_own(site_dir: Path, every_address: list[str]) -> None:
    descriptions = {}
    for path in every_address[:-1]:
        found = re.search(r'<meta name="description" content="([^"]+)"', page_text(site_dir, path))
        assert found, path
        assert 40 <= len(found.group(1)) <= 170, f"{path}: {found.group(1)}"
        descriptions[path] = found.group(1)
    assert len(set(descriptions.values())) == len(descriptions)


def test_a_pasted_link_shows_title_text_and_picture(site_dir: Path, every_address: list[str]) -> None:
    for path in every_address[:-1]:
        text = page_text(site_dir, path)
        for name in ("og:title", "og:description", "og:url", "og:image"):
            assert re.search(f'property="{name}" content="[^"]+"', text), f"{path} {name}"
    assert (site_dir / "assets" / "preview.png").read_bytes().startswith(b"\x89PNG")


def test_every_page_has_one_main_heading(site_dir: Path, every_address: list[str]) -> None:
    assert {path: page_text(site_dir, path).count("<h1") for path in every_address[:-1]} == dict.fromkeys(
        every_address[:-1], 1
    )


def test_an_address_follows_from_the_name_of_the_file() -> None:
    docs = Path("docs")
    assert [address(docs, docs / name) for name in ("index.md", "over.md", "rekenhulpen/index.md")] == [
        "/",
        "/over/",
        "/rekenhulpen/",
    ]


def test_only_the_configuration_names_the_sites_own_address() -> None:
    named = [
        str(file.relative_to(ROOT))
        for folder in ("docs", "overrides", "publishing", "calculators")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".md", ".html", ".py", ".js", ".css", ".toml", ".svg"}
        and "spoorwijzer.example" in file.read_text("utf-8")
    ]
    assert named == []


def test_every_link_within_the_site_arrives(site_dir: Path, every_address: list[str]) -> None:
    texts = {path: page_text(site_dir, path) for path in every_address[:-1]}
    leads_on = redirects.read()
    dead: dict[str, set[str]] = {}
    for path, text in texts.items():
        for link in re.findall(r'<a\b[^>]*\bhref="([^"]+)"', text):
            target = urlsplit(urljoin(f"https://site{path}", unescape(link)))
            if target.netloc != "site" or "=" in target.fragment or target.path in leads_on:
                continue  # another site, a calculator's values, or a short address
            if target.path not in texts and (site_dir / target.path.strip("/")).is_file():
                continue  # a file, such as the feed
            if target.path not in texts or (target.fragment and f'id="{target.fragment}"' not in texts[target.path]):
                dead.setdefault(path, set()).add(link)
    assert dead == {}
