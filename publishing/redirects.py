"""Addresses that lead on: short ones to send (/l/word/), and old ones of what moved.

redirects.toml lists what moved, calculators/link_maken/pages.toml the short words. A small page stands for each, and
an anchor for each heading that moved. Everything is plain HTML, so that any host will do.
"""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from calculators import page
from publishing import built_page

TABLE = Path(__file__).with_name("redirects.toml")
# An anchor may be put first inside these.
HOLDERS = {"article", "aside", "dd", "div", "dt", "h1", "h2", "h3", "h4", "li", "p", "section", "td", "th"}
END_OF_TEXT = "</article>"
# Title, description and first words of the small page.
MOVED = ("Deze pagina is verhuisd", "Deze pagina van Spoorwijzer heeft een ander adres gekregen.", "Lees verder op")
SHORT = ("Korte link", "Een korte link naar een pagina van Spoorwijzer.", "Deze korte link leidt naar")


class RedirectError(ValueError):
    """A line of the table leads nowhere; the text names it."""


def read(table: Path = TABLE) -> dict[str, str]:
    """Short or old address -> where it leads, both from the site's root."""
    moved: dict[str, str] = tomllib.loads(table.read_text("utf-8"))["addresses"]
    return page.short_addresses() | moved


def write(site: Path, site_url: str, addresses: dict[str, str]) -> None:
    """Let every old address of the table land in the built site."""
    for old, new in addresses.items():
        if not page_file(site, new).is_file():
            raise RedirectError(f"redirects.toml: {old} leads to {new}, where no page is.")
        if "#" not in old:
            write_page(site, site_url, old, new)
        elif old.split("#")[0] == new.split("#")[0]:
            add_anchor(page_file(site, old), old, new)
        else:
            add_pointer(site, site_url, old, new)


def page_file(site: Path, address: str) -> Path:
    """The file behind an address, without looking at its anchor."""
    return site / address.partition("#")[0].strip("/") / "index.html"


def title_of(file: Path) -> str:
    """The main heading of a page, as HTML."""
    return built_page.read(file.read_text("utf-8")).title


def from_root(site_url: str, address: str) -> str:
    """The address within its host, also when the site lives in a folder."""
    return urlsplit(site_url).path.rstrip("/") + address


def script(site_url: str) -> str:
    """What follows a moved address at once, where JavaScript runs."""
    return f'<script src="{escape(from_root(site_url, "/assets/moved.js"))}" defer></script>'


def write_page(site: Path, site_url: str, old: str, new: str) -> None:
    """A page that sends the reader on: with JavaScript with what stands behind the #, else without."""
    file = page_file(site, old)
    if file.exists():
        raise RedirectError(f"redirects.toml: {old} is still a page.")
    target = escape(from_root(site_url, new))
    title = title_of(page_file(site, new))
    name, text, way = SHORT if old.startswith("/l/") else MOVED
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{name} - Spoorwijzer</title>
<meta name="description" content="{text}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{escape(site_url.rstrip("/") + new)}">
{script(site_url)}
<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>
</head>
<body>
<main><h1>{name}</h1><p>{way} <a href="{target}" data-verhuisd-pagina>{title}</a>.</p></main>
</body>
</html>
""",
        "utf-8",
    )


def add_anchor(file: Path, old: str, new: str) -> None:
    """Give the heading that has a new name its old name as well."""
    old_name, new_name = old.split("#")[1], new.split("#")[1]
    text = file.read_text("utf-8")
    check_free(text, old)
    tag, place = built_page.read(text).anchors.get(new_name, ("", 0))
    if tag not in HOLDERS:
        raise RedirectError(f"redirects.toml: {old} leads to {new}, where no heading or paragraph is.")
    anchor = f'<span id="{escape(old_name)}"></span>'
    file.write_text(text[:place] + anchor + text[place:], "utf-8")


def add_pointer(site: Path, site_url: str, old: str, new: str) -> None:
    """At the old anchor, say where the text went; moved.js follows the link at once."""
    file, target = page_file(site, old), page_file(site, new)
    text = file.read_text("utf-8") if file.is_file() else ""
    if END_OF_TEXT not in text:
        raise RedirectError(f"redirects.toml: {old} stands on no page. Does the page itself have a line?")
    check_free(text, old)
    name = new.partition("#")[2]
    if name and name not in built_page.read(target.read_text("utf-8")).anchors:
        raise RedirectError(f"redirects.toml: {old} leads to {new}, where no such anchor is.")
    pointer = (
        f'<p class="sw-verhuisd" id="{escape(old.split("#")[1])}">Dit stuk staat nu op '
        f'<a href="{escape(from_root(site_url, new))}">{title_of(target)}</a>.</p>'
    )
    before, _, after = text.rpartition(END_OF_TEXT)
    if script(site_url) not in before:
        pointer += script(site_url)
    file.write_text(before + pointer + END_OF_TEXT + after, "utf-8")


def check_free(text: str, old: str) -> None:
    """An anchor that is there needs no line in the table."""
    if old.split("#")[1] in built_page.read(text).anchors:
        raise RedirectError(f"redirects.toml: {old} is still there.")
