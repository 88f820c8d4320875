"""The scripts of a page with a calculator, each of several put together and minified.

Pyodide's loader gives every one of the interpreter's 3,900 exports a name of its own, and uses 130 of them. The others
are needed by compiled packages only, of which we load none: they go, when their name stands nowhere else in the loader.
The worker for the full files has the loader as it came from npm, so that it depends on none of this.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from publishing.engine import steps
from publishing.engine.archives import run, tool
from publishing.engine.recording import PYODIDE, ROOT

HERE = Path(__file__).parent
OURS = HERE / "browser"
PAGES_OWN = ROOT / "overrides" / "assets"
# The first is imported by the second, which holds all of the page's own.
ENGINE, PAGE = "python-engine.js", "calculator.js"
EARLY, WARM, DOWNLOADS = "early-start.js", "arrive-warm.js", "downloads.js"
EXPORT = re.compile(r'var (_(\w+))=Module\["\1"\]=(?:wasmExports\["\2"\]|\d+(?:e\d+)?);')
NOT_IN_A_BROWSER = ["node:*", "ws", "fs", "path", "crypto", "child_process"]  # what the loader asks of Node
LEAST_EXPORTS = 3000  # a loader that is written in another way has none that we recognise


def worker(folder: Path) -> bytes:
    """Return the worker's script with Pyodide's loader; `folder` is for work."""
    if not steps.takes("minified"):
        return full_worker(folder)
    loader = folder / "pyodide.asm.js"
    loader.write_text(without_unused_exports((PYODIDE / loader.name).read_text("utf-8")), "utf-8")
    return _worker(folder, loader, minify=True)


def full_worker(folder: Path) -> bytes:
    """Return the same with the loader as it came."""
    return _worker(folder, PYODIDE / "pyodide.asm.js", minify=False)


def engine(folder: Path) -> bytes:
    """Return what starts Python, for the page."""
    return _made(OURS / ENGINE, folder, define=_beginning(folder))


def page(folder: Path) -> bytes:
    """Return the page's own script, which imports that of `engine` as ``./python-engine.js``."""
    return _made(PAGES_OWN / PAGE, folder, external=[f"*/{ENGINE}"])


def warm(folder: Path, files: Mapping[str, Any]) -> bytes:
    """Return what every page has: it fetches `files` before they are needed."""
    return _made(OURS / WARM, folder, define={"FILES": json.dumps(files)})


def early(folder: Path) -> str:
    """Return what stands inline in <head>."""
    return _made(OURS / EARLY, folder, format="iife", define=_beginning(folder)).decode().strip()


def _beginning(folder: Path) -> dict[str, str]:
    """Return the text that each worker begins with, for who makes one; in it the script is named `downloads`."""
    text = _made(OURS / DOWNLOADS, folder, format="iife", globalName="downloads").decode().strip()
    return {"DOWNLOADS": json.dumps(text)}


def without_unused_exports(loader: str) -> str:
    """Return the loader without exports that it names nowhere else; our own scripts ask machine code for theirs.

    Raises:
        ValueError: the loader is not written as this expects.
    """
    rest = EXPORT.sub("", loader)
    words = set(re.findall(r"[\w$]+", rest))
    called = set(re.findall(r"""["'`](\w+)["'`]""", rest))  # by `ccall`, which puts a line before the name

    def kept(export: re.Match[str]) -> str:
        return export[0] if export[1] in words or export[2] in called else ""

    found, number = EXPORT.subn(kept, loader)
    if number < LEAST_EXPORTS:
        raise ValueError(f"Pyodide's loader has {number} exports that publishing/engine/scripts.py recognises")
    return found


def _worker(folder: Path, loader: Path, *, minify: bool) -> bytes:
    python = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]["python"]
    place = f"/lib/python{''.join(python.split('.')[:2])}.zip"
    return _made(
        OURS / "python-worker.js",
        folder,
        alias={"pyodide-module": str(loader)},
        define={"PLACE_OF_LIBRARY": json.dumps(place)},
        external=NOT_IN_A_BROWSER,
        minify=minify,
    )


def _made(script: Path, folder: Path, **options: Any) -> bytes:
    made = folder / f"{script.stem}.made.js"
    all_options: Mapping[str, Any] = {
        "entryPoints": [str(script)],
        "outfile": str(made),
        "bundle": True,
        "format": "esm",
        "charset": "utf8",
        "logLevel": "silent",
        "preserveSymlinks": True,  # esbuild writes paths into what is not minified: those of this tree
        "minify": steps.takes("minified"),
        **options,
    }
    run(tool("node"), HERE / "scripts.mjs", json.dumps(all_options), cwd=ROOT)
    return made.read_bytes()
