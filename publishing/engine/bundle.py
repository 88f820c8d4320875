"""The bundle: all files that Python needs in the reader's browser, in ``assets/engine/``, each named by its content.

- ``pyodide.wasm``: Python's machine code, of which only the functions in use have a body (`machine_code`), with
  ``image.bin``, its memory once Python has started, ``documents.bin`` where one is filled in, and one of ``own-*.bin``,
  what only this page needs (`image`);
- ``pyodide-full.wasm`` as it comes from npm, with ``full.zip``, all of Python as bytecode (`payloads`);
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
import marshal
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from publishing.engine import (
    addresses,
    frozen,
    image,
    machine_code,
    own_tables,
    payloads,
    recording,
    recording_machine_code,
    scripts,
    steps,
    tables,
)
from publishing.engine.archives import PURE_PYTHON, packed, sha256
from publishing.engine.recording import LOADER, MACHINE_CODE, PYODIDE, ROOT
from publishing.hashed_names import IMPORTED
from publishing.headers import PLACE_OF_POLICY

CACHE = ROOT / "build" / "engine"
HERE = Path(__file__).parent

ENGINE_FOLDER = Path("assets") / "engine"
KEPT = 8  # so many bundles stay in the cache; a change of a rule makes a new one
# What overrides/partials/calculator-head.html holds until the build: where the scripts of a page go.
PLACE = re.compile(r'<script type="application/json" id="rekenmotor" data-map="([^"]+)"></script>')
# What overrides/main.html holds until then.
PLACE_OF_WARM = re.compile(r'<meta name="rekenmotor" content="([^"]+)">')
LIST = "files.json"  # of the names; not published, and neither is the next
KEPT_FOR_TESTS = "archives.marshal"  # what images were made of
OWN = "own "  # before the name of a form: what only its page needs
NAME_OF_FORM = re.compile(r'<form [^>]*data-rekenhulp="([^"]+)"')
IMAGE, OF_DOCUMENTS = "image", "documents"
LISTED = ("wasm", IMAGE, "worker", "full_wasm", "full", "full_worker")
PAGE_SCRIPTS = (scripts.ENGINE, scripts.PAGE)  # each after what it imports
NOT_BY_THEMSELVES = (  # in one script, or inline
    "address.js",
    "answer-view.js",
    "calculator.js",
    "choice.js",
    "cleared.js",
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
            worker = scripts.worker(work)
            used = recording.used(library, worker, CACHE, quickly)
            files = work / "files"
            _name_by_content(payloads.archives(library, used), worker, work, files, quickly)
            _keep(files, finished)
    return finished


def _keep(files: Path, finished: Path) -> None:
    """Move the files to where they stay; a build at the same time may have been quicker with the same ones."""
    try:
        files.rename(finished)
    except OSError:
        if not finished.is_dir():
            raise
    made = sorted((file.parent for file in CACHE.glob(f"*/{LIST}")), key=lambda one: one.stat().st_mtime)
    for old in made[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def place(finished: Path, site_dir: Path) -> None:
    """Copy the finished files into the site and name them in every page that asks for them."""
    engine = site_dir / ENGINE_FOLDER
    shutil.rmtree(engine, ignore_errors=True)
    shutil.copytree(finished, engine, ignore=shutil.ignore_patterns(LIST, KEPT_FOR_TESTS))
    for script in NOT_BY_THEMSELVES:
        (site_dir / "assets" / script).unlink(missing_ok=True)
    files = json.loads((finished / LIST).read_text("utf-8"))
    for page in site_dir.rglob("*.html"):
        html = page.read_text("utf-8")
        changed = PLACE_OF_WARM.sub(lambda found: warm(files, found[1]), html)
        if place_of_head := PLACE.search(html):
            [name] = set(NAME_OF_FORM.findall(html))
            folder = place_of_head[1]
            changed = changed.replace(place_of_head[0], page_scripts(files, folder))
            if (top := PLACE_OF_POLICY.search(changed)) is None:
                raise ValueError(f"{page.relative_to(site_dir)}: <head> does not begin with the encoding of the page")
            changed = changed[: top.end()] + begins(files, name, folder) + changed[top.end() :]
        if changed != html:
            page.write_text(changed, "utf-8")


def warm(files: dict[str, Any], folder: str) -> str:
    """Return the script that fetches the engine before it is needed."""
    return f'<script type="module" src="{folder}{files[scripts.WARM]["name"]}"></script>' if steps.takes("warm") else ""


def begins(files: dict[str, Any], name: str, folder: str) -> str:
    """Return what makes Python start on a page: the list of files, found in `folder`, and what asks for them.

    It comes before all that a page waits for, such as its styles; the policy is put before it, later.
    """
    keys = (*LISTED, OF_DOCUMENTS) if recording.is_document(name) else LISTED
    wanted = {key: files[key] for key in keys if key in files} | {"own": files[f"{OWN}{name}"]}
    listed = json.dumps(wanted, separators=(",", ":"))
    early = f"<script>{files[scripts.EARLY]['text']}</script>" if steps.takes("early") else ""
    return f'<script type="application/json" id="rekenmotor" data-map="{folder}">{listed}</script>{early}'


def page_scripts(files: dict[str, Any], folder: str) -> str:
    """Return the scripts of a page with a calculator, found in `folder`."""
    *imported, first = (folder + files[name]["name"] for name in PAGE_SCRIPTS)
    return "\n".join(
        [
            f'<script type="module" async id="rekenscript" src="{first}"></script>',
            *(f'<link rel="modulepreload" href="{script}">' for script in imported),
        ]
    )


def _name_by_content(archives: payloads.Archives, worker: bytes, work: Path, folder: Path, quickly: bool) -> None:
    """Put every file into ``folder`` under a name with its hash, and write the list of names."""
    folder.mkdir()
    files: dict[str, dict[str, Any]] = {}

    def add(key: str, file_name: str, content: bytes) -> None:
        digest = hashlib.sha256(content).digest()
        stem, _, suffix = file_name.rpartition(".")
        named = f"{stem}.{digest.hex()[:12]}.{suffix}"
        (folder / named).write_bytes(content)
        integrity = "sha256-" + base64.b64encode(digest).decode()
        files[key] = {"name": named, "bytes": len(content), "integrity": integrity}

    whole = MACHINE_CODE.read_bytes()
    begins = uncut(whole, worker) if steps.takes("hot") else whole
    # What an older record lacks would end the making of images; a page that lacks it takes the full files.
    images = image.made(begins, worker, archives) if steps.takes("image") and not quickly else None
    imported = list(images.frozen) if images else []
    (folder / KEPT_FOR_TESTS).write_bytes(marshal.dumps((archives.shared, archives.own, imported)))
    if steps.takes("hot"):
        used = recording_machine_code.used(begins, worker, archives, images, CACHE, quickly)
        add("wasm", "pyodide.wasm", in_use(whole, used, worker, imported))
    else:
        add("wasm", "pyodide.wasm", whole)
    add("full_wasm", "pyodide-full.wasm", whole)
    if images:
        add(IMAGE, "image.bin", images.shared)
        add(OF_DOCUMENTS, "documents.bin", images.documents)
    for form, own in archives.own.items():
        content = images.own[form] if images else packed(archives.shared | own)
        add(f"{OWN}{form}", f"own-{form.replace('/', '-')}.bin", content)
    add("full", "full.zip", archives.full)
    add("worker", "python-worker.js", worker)
    add("full_worker", "python-worker-full.js", scripts.full_worker(work))
    add(scripts.ENGINE, scripts.ENGINE, scripts.engine(work))
    page = scripts.page(work).decode()
    add(scripts.PAGE, scripts.PAGE, IMPORTED.sub(lambda found: f"./{files[found[1]]['name']}", page).encode())
    files[scripts.EARLY] = {"text": scripts.early(work)}
    all_pages = [files[key]["name"] for key in ("wasm", IMAGE, "worker", *PAGE_SCRIPTS) if key in files]
    of_pages: dict[str, list[str]] = {}
    for form, address in archives.addresses.items():
        more = [OF_DOCUMENTS] if images and recording.is_document(form) else []
        of_pages[address.strip("/")] = [files[key]["name"] for key in (*more, f"{OWN}{form}")]
    add(scripts.WARM, scripts.WARM, scripts.warm(work, {"all": all_pages, "own": of_pages}))
    (folder / LIST).write_text(json.dumps(files, indent=1), "utf-8")


def uncut(whole: bytes, worker: bytes) -> bytes:
    """Return Python's machine code with all functions, for the script `worker` and who makes images for it.

    It exports what they name, no more and no less: by exports the loader gives functions their addresses, which images
    hold.
    """
    named = worker.decode() + image.MAKER.read_text("utf-8")
    return addresses.written(machine_code.exporting_only(whole, named), LOADER.read_text("utf-8"))


def in_use(whole: bytes, used: frozenset[int], worker: bytes, imported: Sequence[str]) -> bytes:
    """Return what pages begin with: of that the functions in `used`, and no data that only others read, or nobody.

    Of Python's own modules `imported` are imported.
    """
    loader = LOADER.read_text("utf-8")
    cut = machine_code.cut(uncut(whole, worker), used)
    made = own_tables.emptied(tables.emptied(cut, whole, loader), whole, loader)
    return frozen.emptied(made, whole, loader, imported)


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
