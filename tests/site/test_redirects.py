"""An address or anchor that moved still lands: by plain HTML, on any host."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from publishing import hashed_names, redirects
from publishing import server as site_server
from tests.conftest import Visitor

SITE_URL = "https://site.example/"
MOVED = {
    "/oude-tijdlijn/": "/rekenhulpen/tijdlijn/",
    "/begrippen/#oude-wachttijd": "/begrippen/#wachttijd",
    "/over/#oud-loon": "/werknemer/mijn-loon/#wat-nu",
}


@pytest.fixture(scope="module")
def moved(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a copy of the site in which things moved."""
    site = tmp_path_factory.mktemp("moved") / "site"
    shutil.copytree(site_dir, site, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    redirects.write(site, SITE_URL, MOVED)
    shutil.copyfile(hashed_names.find(site, "moved.js"), site / "assets" / "moved.js")  # names are hashed after this
    running = site_server.start(site)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def test_a_moved_page_takes_along_what_was_filled_in(visitor: Callable[..., Visitor], moved: str) -> None:
    page = visitor().page
    page.goto(f"{moved}/oude-tijdlijn/#eerste-ziektedag=2026-01-05")
    page.wait_for_url(f"{moved}/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-01-05")


def test_a_moved_page_also_lands_without_javascript(visitor: Callable[..., Visitor], moved: str) -> None:
    page = visitor(javascript=False).page
    page.goto(f"{moved}/oude-tijdlijn/")
    page.wait_for_url(f"{moved}/rekenhulpen/tijdlijn/")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_old_name_of_a_heading_leads_to_the_heading(
    visitor: Callable[..., Visitor], moved: str, javascript: bool
) -> None:
    page = visitor(javascript=javascript).page
    page.goto(f"{moved}/begrippen/#oude-wachttijd")
    expect(page.locator("#wachttijd")).to_be_in_viewport()


def test_a_heading_on_another_page_is_followed(visitor: Callable[..., Visitor], moved: str) -> None:
    page = visitor().page
    page.goto(f"{moved}/over/#oud-loon")
    page.wait_for_url(f"{moved}/werknemer/mijn-loon/#wat-nu")


def test_a_heading_on_another_page_is_pointed_at_without_javascript(
    visitor: Callable[..., Visitor], moved: str
) -> None:
    page = visitor(javascript=False).page
    page.goto(f"{moved}/over/#oud-loon")
    expect(page.locator("#oud-loon")).to_be_in_viewport()
    page.locator("#oud-loon a").click()
    page.wait_for_url(f"{moved}/werknemer/mijn-loon/#wat-nu")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("/oud/", "/bestaat-niet/", "no page is"),
        ("/over/", "/privacy/", "still a page"),
        ("/begrippen/#wachttijd", "/begrippen/#wia", "still there"),
        ("/begrippen/#oud", "/begrippen/#bestaat-niet", "no heading"),
        ("/over/#oud", "/privacy/#bestaat-niet", "no such anchor"),
        ("/oud/#x", "/privacy/", "stands on no page"),
    ],
)
def test_a_line_that_leads_nowhere_is_named(site_dir: Path, tmp_path: Path, old: str, new: str, problem: str) -> None:
    for name in ("over", "privacy", "begrippen"):
        shutil.copytree(site_dir / name, tmp_path / name)
    with pytest.raises(redirects.RedirectError, match=problem):
        redirects.write(tmp_path, SITE_URL, {old: new})


def test_the_table_of_this_site_is_in_order() -> None:
    for old, new in redirects.read().items():
        assert old.startswith("/")
        assert new.startswith("/")
