"""The sites that are compared: the built one, and the same one with something else behind the form.

That is stock Pyodide, or plain JavaScript: the limit, which answers one question only.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

from calculators import browser
from publishing import compression
from publishing.engine import bundle as engine
from publishing.engine import recording, scripts
from publishing.engine.archives import PURE_PYTHON, make_wheels, run, tool

HERE = Path(__file__).parent
CALCULATOR_PAGE = Path("rekenhulpen") / "tijdlijn" / "index.html"
STOCK_FILES = ("pyodide.asm.js", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip")
OUR_LIST = re.compile(r'<script type="application/json" id="rekenmotor".*?</script>(<script>.*?</script>)?', re.DOTALL)
OUR_SCRIPTS = re.compile(r'<script type="module" async id="rekenscript".*?<link rel="modulepreload"[^>]*>', re.DOTALL)
OUR_WARMING = re.compile(r'<script type="module" src="[^"]*/arrive-warm\.[^"]*"></script>')
OTHER_HEAD = """<script type="application/json" id="rekenmotor" data-map="/contender/">{}</script>
<script type="module" async id="rekenscript" src="/contender/calculator.js"></script>"""
TODAY = "2026-11-21"


def make_stock_site(ours: Path, stock: Path) -> None:
    """Copy our site and put stock Pyodide, its lock file with our wheels, and a plain worker behind the form."""
    folder = _copy(ours, stock, HERE / "stock")
    add_stock_pyodide(folder / "pyodide")
    use_the_same_packing(ours, folder / "pyodide")
    compression.compress_site(stock)


def make_javascript_site(ours: Path, javascript: Path) -> None:
    """Copy our site and put a script behind the form that knows one answer and moves its first sentence along."""
    folder = _copy(ours, javascript, HERE / "javascript")
    answer = browser.respond("tijdlijn", "eerste-ziektedag=2025-11-24", TODAY)
    (folder / "answer.js").write_text(f"export const ANSWER = {answer};\n", "utf-8")
    compression.compress_site(javascript)


def _copy(ours: Path, other: Path, scripts_of_other: Path) -> Path:
    """Copy our site with other scripts behind the form of one page; return the folder where these are."""
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(ours, other, ignore=shutil.ignore_patterns("engine"))
    for page in other.rglob("*.html"):
        html = OUR_LIST.sub("", OUR_WARMING.sub("", page.read_text("utf-8")))
        html, found = OUR_SCRIPTS.subn(OTHER_HEAD, html)
        if page == other / CALCULATOR_PAGE and found != 1:
            raise ValueError(f"{page} does not have the head of a page with a calculator")
        page.write_text(html, "utf-8")
        for ending in ("br", "gz"):
            page.with_name(f"{page.name}.{ending}").unlink(missing_ok=True)
    folder = other / "contender"
    shutil.copytree(scripts_of_other, folder)
    with tempfile.TemporaryDirectory() as work:
        (folder / scripts.PAGE).write_bytes(scripts.page(Path(work)))
    return folder


def add_stock_pyodide(folder: Path) -> None:
    """Put Pyodide's own files in ``folder``, and the three wheels with a lock file that lists them too."""
    make_wheels(recording.ROOT, folder)
    for name in STOCK_FILES:
        shutil.copy(recording.PYODIDE / name, folder)
    lock = json.loads((recording.PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    for name in PURE_PYTHON:
        del lock["packages"][name]  # we bring these ourselves
    before, after = folder / "stock-lock.json", folder / "pyodide-lock.json"
    before.write_text(json.dumps(lock), "utf-8")
    add = (tool("pyodide"), "lockfile", "add-wheels", "--input", before, "--output", after)
    run(*add, "--base-path", folder, *sorted(folder.glob("*.whl")), cwd=folder)
    before.unlink()


def use_the_same_packing(ours: Path, folder: Path) -> None:
    """Take the compressed copies of the files that both contenders send, so that neither is packed better."""
    packed = list((ours / engine.ENGINE_FOLDER).iterdir())
    for name in STOCK_FILES:
        stem, _, suffix = name.replace(".asm.wasm", "-full.wasm").rpartition(".")
        for file in packed:
            parts = re.fullmatch(rf"{re.escape(stem)}\.[0-9a-f]{{12}}\.{suffix}\.(br|gz)", file.name)
            if parts:
                shutil.copy(file, folder / f"{name}.{parts[1]}")
