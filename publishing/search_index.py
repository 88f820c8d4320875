"""The index of the site's own search, made by Pagefind from the finished pages.

The reader's browser fetches it when the search field gets the focus, not before.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from publishing import built_page
from publishing.finishing import without_soft_hyphens

WORDS = Path(__file__).with_name("search_words.toml")
UNUSED = {"pagefind-worker.js", "pagefind-highlight.js", "wasm.unknown.pagefind"}
PAGE_PARTS = ("pagefind-component-ui", "pagefind-modular-ui", "pagefind-ui")  # we have our own
LEFT_OUT = "data-niet-zoeken"  # a page with this in it stands in no index
NOT_INDEXED = "a.headerlink, form, output, .sw-zekerheid, .sw-legenda, .sw-zeker-uitleg, .sw-gecontroleerd, .sw-afdruk"


def build(site: Path) -> None:
    """Write the index, of words that are whole, and the table of words into `pagefind/` of the finished site."""
    with TemporaryDirectory() as whole:
        for name in pages(site):
            copy = Path(whole) / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(without_soft_hyphens((site / name).read_text("utf-8")), "utf-8")
        command = [str(get_executable()), "--site", whole, "--output-path", str(site / "pagefind"), "--silent"]
        command += ["--root-selector", "article", "--exclude-selectors", NOT_INDEXED]
        subprocess.run(command, check=True)
    for unused in ("lunr", "workers"):  # what Material brings for its own search
        shutil.rmtree(site / "assets" / "javascripts" / unused, ignore_errors=True)
    folder = site / "pagefind"
    for file in folder.iterdir():
        if file.name in UNUSED or file.name.startswith(PAGE_PARTS):
            file.unlink()
    words = tomllib.loads(WORDS.read_text("utf-8"))
    (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False, separators=(",", ":")), "utf-8")


def pages(site: Path) -> list[str]:
    """The pages to find. Neither the home page nor the page for a wrong address: both only lead to the others."""
    return sorted(
        file.relative_to(site).as_posix()
        for file in site.glob("*/**/index.html")
        if LEFT_OUT not in built_page.read(file.read_text("utf-8")).marks
    )
