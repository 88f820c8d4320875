"""The bundle: all files that Python needs in the reader's browser, in ``assets/engine/``, each named by its content.

- ``pyodide.wasm``: Python's machine code, of which only the functions in use have a body (`machine_code`), and
  ``pyodide-full.wasm``: the same as it comes from npm;
- ``small.bin`` with one of ``small-*.bin``, and ``full.zip``: Python as bytecode (`payloads`);
- the worker's script with Pyodide's loader, the one that starts Python, from ``browser/`` here, and the page's own,
  from ``overrides/assets/`` (`scripts`).

Then it writes their names into the pages that have a calculator. The work is kept in ``build/engine/`` under a hash of
everything that goes in. How it goes on in the browser: ``README.md``. Why it is done in this way: ``adr/``.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import shutil
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from publishing.engine import (
    addresses,
    machine_code,
    own_tables,
    payloads,
    recording,
    recording_machine_code,
    scripts,
    steps,
    tables,
)
from publishing.engine.archives import PURE_PYTHON, sha256
from publishing.engine.recording import PYODIDE, ROOT
from publishing.hashed_names import IMPORTED

CACHE = ROOT / "build" / "engine"
HERE = Path(__file__).parent

ENGINE_FOLDER = Path("assets") / "engine"
KEPT = 8  # so many bundles stay in the cache; a change of a rule makes a new one
# What overrides/partials/calculator-head.html holds until the build: where Python's part of a page goes.
PLACE = re.compile(r'<script type="application/json" id="rekenmotor" data-map="([^"]+)"></script>')
# What overrides/main.html holds until then.
PLACE_OF_WARM = re.compile(r'<meta name="rekenmotor" content="([^"]+)">')
OWN = "own "  # before the name of a form: its part of the small archive
NAME_OF_FORM = re.compile(r'<form [^>]*data-rekenhulp="([^"]+)"')
LISTED = ("wasm", "full_wasm", "small", "full", "worker", "full_worker", "lock")
PAGE_SCRIPTS = (scripts.ENGINE, scripts.PAGE)  # each after what it imports
NOT_BY_THEMSELVES = (  # in one script, or inline
    "address.js",
    "answer-view.js",
    "calculator.js",
    "early-form.js",
    "filled.js",
    "form-values.js",
    "page-life.js",
    "places.js",
    "private-names.js",
    "save-file.js",
)


def build(site_dir: Path, quickly: bool = False) -> None:
    """Put the engine into the built site and its file names into the pages with a calculator."""
    place(make(quickly), site_dir)


def make(quickly: bool = False) -> Path:
    """Return the folder with the finished files, made anew only when something that goes in has changed.

    Quickly: records of an older version of the calculators will do, and the result counts for quick builds only.
    """
    finished = CACHE / _hash_of_inputs()
    if not finished.is_dir() and quickly:
        finished = finished.with_name(f"{finished.name}-quick")
    if not finished.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            work = Path(folder)
            library = payloads.make_library(work / "archives", CACHE)
            used = recording.used(library, CACHE, quickly)
            files = work / "files"
            _name_by_content(payloads.archives(library, used), work, files, quickly)
            _keep(files, finished)
    return finished


def _keep(files: Path, finished: Path) -> None:
    """Move the files to where they stay; a build at the same time may have been quicker with the same ones."""
    try:
        files.rename(finished)
    except OSError:
        if not finished.is_dir():
            raise
    made = sorted((file.parent for file in CACHE.glob("*/files.json")), key=lambda one: one.stat().st_mtime)
    for old in made[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def place(finished: Path, site_dir: Path) -> None:
    """Copy the finished files into the site and name them in every page that asks for them."""
    engine = site_dir / ENGINE_FOLDER
    shutil.rmtree(engine, ignore_errors=True)
    shutil.copytree(finished, engine, ignore=shutil.ignore_patterns("files.json"))
    for script in NOT_BY_THEMSELVES:
        (site_dir / "assets" / script).unlink(missing_ok=True)
    files = json.loads((finished / "files.json").read_text("utf-8"))
    for page in site_dir.rglob("*.html"):
        html = page.read_text("utf-8")
        changed = PLACE_OF_WARM.sub(lambda found: warm(files, found[1]), html)
        if place_of_head := PLACE.search(html):
            [name] = set(NAME_OF_FORM.findall(html))
            changed = changed.replace(place_of_head[0], head(files, name, place_of_head[1]))
        if changed != html:
            page.write_text(changed, "utf-8")


def warm(files: dict[str, Any], folder: str) -> str:
    """Return the script that fetches the engine before it is needed."""
    return f'<script type="module" src="{folder}{files[scripts.WARM]["name"]}"></script>' if steps.takes("warm") else ""


def head(files: dict[str, Any], name: str, folder: str) -> str:
    """Return what the page of a calculator has in its <head>: the list of files, and the scripts, found in `folder`."""
    wanted = {key: files[key] for key in LISTED} | {"own": files[f"{OWN}{name}"]}
    listed = json.dumps(wanted, separators=(",", ":"))
    *imported, first = (folder + files[name]["name"] for name in PAGE_SCRIPTS)
    return "\n".join(
        [
            f'<script type="application/json" id="rekenmotor" data-map="{folder}">{listed}</script>',
            f"<script>{files[scripts.EARLY]['text']}</script>",
            f'<script type="module" async id="rekenscript" src="{first}"></script>',
            *(f'<link rel="modulepreload" href="{script}">' for script in imported),
        ]
    )


def _name_by_content(archives: payloads.Archives, work: Path, folder: Path, quickly: bool) -> None:
    """Put every file into ``folder`` under a name with its hash, and write the list of names."""
    folder.mkdir()
    lock = _empty_lock()
    files: dict[str, dict[str, Any]] = {"lock": lock}

    def add(key: str, file_name: str, content: bytes) -> None:
        digest = hashlib.sha256(content).digest()
        stem, _, suffix = file_name.rpartition(".")
        named = f"{stem}.{digest.hex()[:12]}.{suffix}"
        (folder / named).write_bytes(content)
        integrity = "sha256-" + base64.b64encode(digest).decode()
        files[key] = {"name": named, "bytes": len(content), "integrity": integrity}

    whole, worker = (PYODIDE / "pyodide.asm.wasm").read_bytes(), scripts.worker(work)
    if steps.takes("hot"):
        used = recording_machine_code.used(whole, worker, archives, lock, CACHE, quickly)
        add("wasm", "pyodide.wasm", in_use(whole, used, worker))
        add("full_wasm", "pyodide-full.wasm", whole)
    else:
        add("wasm", "pyodide.wasm", whole)
        files["full_wasm"] = files["wasm"]
    add("small", "small.bin", archives.common)
    for form, content in archives.own.items():
        add(f"{OWN}{form}", f"small-{form.replace('/', '-')}.bin", content)
    add("full", "full.zip", archives.full)
    add("worker", "python-worker.js", worker)
    add("full_worker", "python-worker-full.js", scripts.full_worker(work))
    add(scripts.ENGINE, scripts.ENGINE, scripts.engine(work))
    page = scripts.page(work).decode()
    add(scripts.PAGE, scripts.PAGE, IMPORTED.sub(lambda found: f"./{files[found[1]]['name']}", page).encode())
    files[scripts.EARLY] = {"text": scripts.early(work)}
    all_pages = [files[key]["name"] for key in ("wasm", "small", "worker", *PAGE_SCRIPTS)]
    own = {archives.addresses[form].strip("/"): files[f"{OWN}{form}"]["name"] for form in archives.own}
    add(scripts.WARM, scripts.WARM, scripts.warm(work, {"all": all_pages, "own": own}))
    (folder / "files.json").write_text(json.dumps(files, indent=1), "utf-8")


def in_use(whole: bytes, used: frozenset[int], worker: bytes) -> bytes:
    """Return Python's machine code as pages begin with it: with the functions in `used` for the script `worker`."""
    loader = (PYODIDE / "pyodide.asm.js").read_text("utf-8")
    cut = machine_code.exporting_only(machine_code.cut(whole, used), worker.decode())
    made = tables.emptied(addresses.written(cut, loader), whole, loader)
    return own_tables.emptied(made, whole, loader)


def _empty_lock() -> dict[str, Any]:
    """Return a lock file without packages, so that nothing can be loaded later: only what Pyodide is."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    return {"info": lock["info"], "packages": {}}


def _hash_of_inputs() -> str:
    """Return a hash of everything that decides what the bundle holds."""
    ours = [file for file in sorted((ROOT / "calculators").rglob("*")) if file.is_file()]
    left_out = ROOT / payloads.NOT_IN_THE_BROWSER[0]
    read = [file for file in ours if file.suffix != ".pyc" and not file.is_relative_to(left_out)]
    read += [file for file in sorted(HERE.rglob("*.*")) if file.suffix in {".py", ".mjs", ".js"}]
    read += [scripts.PAGES_OWN / name for name in NOT_BY_THEMSELVES]
    read += [PYODIDE / "package.json", ROOT / "package-lock.json", ROOT / "pyproject.toml"]
    names = [file.relative_to(ROOT).as_posix().encode() for file in read]
    versions = [f"{name} {version(name)}".encode() for name in (*PURE_PYTHON, "pyodide-build")]
    names += [step.encode() for step in sorted(steps.left_out())]
    return sha256(*names, *(file.read_bytes() for file in read), *versions, sys.version.encode())


def main() -> None:
    """Add the engine to a site that was built by hand."""
    options = argparse.ArgumentParser(description=build.__doc__)
    options.add_argument("--out", type=Path, default=ROOT / "site", help="the built site")
    build(options.parse_args().out)


if __name__ == "__main__":
    main()
