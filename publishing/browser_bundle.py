"""The browser bundle: Python for the reader's browser, cut down to what the calculators use.

`build(site_dir)` puts these files in ``assets/engine/``, each named by its content:

- ``pyodide.asm.wasm``, ``pyodide.asm.js``, ``pyodide.mjs``: Pyodide as it comes from npm;
- ``payload.zip``: the modules of the standard library in use, Jinja2 and ``calculators`` as
  ``-OO`` bytecode, uncompressed, so that Brotli packs it as a whole;
- the three scripts of ``overrides/assets/``.

Then it writes their names into the pages that have a calculator. Which modules are in use is not
guessed: `record_modules.mjs` runs every worked case in Pyodide under Node and lists what was
imported. The work is kept in ``build/engine/`` under a hash of everything that goes in.
Why it is done in this way: ``adr/0004-way-b-payload.md``.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import brotli

ROOT = Path(__file__).resolve().parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
SCRIPTS = ROOT / "overrides" / "assets"
CACHE = ROOT / "build" / "engine"
RECORDER = Path(__file__).with_name("record_modules.mjs")

ENGINE_FOLDER = Path("assets") / "engine"
PLACE_OF_THE_LIST = '"lijst-van-bestanden"'  # what overrides/partials/calculator-head.html holds until the build
PURE_PYTHON = ("jinja2", "markupsafe")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the date of every file in an archive: the same input, the same bytes
SOURCE_DATE_EPOCH = "315532800"  # that day for the tools


def build(site_dir: Path) -> None:
    """Put the engine into the built site and its file names into the pages with a calculator."""
    place(make(), site_dir)


def make() -> Path:
    """Return the folder with the finished files, made anew only when something that goes in has changed."""
    finished = CACHE / _hash_of_inputs()
    if not finished.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            work = Path(folder)
            archives = make_archives(work / "archives")
            payload = work / "payload.zip"
            write_payload(payload, archives, record_modules(archives))
            files = work / "files"
            _name_by_content(payload, files)
            _compress(files)
            files.rename(finished)
    return finished


def place(finished: Path, site_dir: Path) -> None:
    """Copy the finished files into the site and name them in every page that asks for them."""
    engine = site_dir / ENGINE_FOLDER
    shutil.rmtree(engine, ignore_errors=True)
    shutil.copytree(finished, engine, ignore=shutil.ignore_patterns("files.json"))
    for script in ("calculator.js", "early-start.js", "python-engine.js", "python-worker.js"):
        (site_dir / "assets" / script).unlink(missing_ok=True)  # the theme's copy, not named by content
    files = json.loads((finished / "files.json").read_text("utf-8"))
    page_scripts = {name: files[name]["name"] for name in ("calculator.js", "python-engine.js")}
    listed = json.dumps({name: files[name] for name in ("wasm", "payload", "worker", "lock")}, separators=(",", ":"))
    for page in site_dir.rglob("*.html"):
        html = page.read_text("utf-8")
        if PLACE_OF_THE_LIST in html:
            html = html.replace(PLACE_OF_THE_LIST, listed)
            for name, named in page_scripts.items():
                html = html.replace(f"assets/engine/{name}", f"assets/engine/{named}")
            page.write_text(html, "utf-8")


def make_archives(folder: Path) -> Path:
    """Make the wheels and the standard library as bytecode."""
    folder.mkdir(parents=True)
    make_wheels(folder)
    _compile(folder)
    shutil.copy(_compiled_standard_library(), folder / "python_stdlib.zip")
    return folder


def make_wheels(folder: Path) -> None:
    """Make the wheels of the calculators, Jinja2 and MarkupSafe, Python files only."""
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    for name in PURE_PYTHON:
        _write_pure_wheel(name, folder)


def _empty_lock() -> dict[str, Any]:
    """Return a lock file without packages, so that nothing can be loaded later: only what Pyodide is."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    return {"info": lock["info"], "packages": {}}


def record_modules(archives: Path) -> frozenset[str]:
    """Run every worked case in Pyodide under Node and return the names of the modules that were imported."""
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        recorded = Path(folder) / "modules.json"
        _run(_tool("node"), RECORDER, PYODIDE, archives, ROOT, recorded, cwd=ROOT)
        return frozenset(json.loads(recorded.read_text("utf-8")))


def write_payload(payload: Path, archives: Path, modules: frozenset[str]) -> None:
    """Write the modules in use, and our package whole, as one uncompressed archive.

    Pyodide puts it where its standard library is expected, so nothing else has to be found.
    """
    content: dict[str, bytes] = {}
    for archive in (archives / "python_stdlib.zip", *sorted(archives.glob("*.whl"))):
        with zipfile.ZipFile(archive) as opened:
            content |= {name: opened.read(name) for name in opened.namelist() if _wanted(name, modules)}
    _write_archive(payload, content)


def _wanted(name: str, modules: frozenset[str]) -> bool:
    """Say whether a file of an archive goes to the browser. Worked cases are for tests and for the built page."""
    if name.startswith("calculators/"):
        return not name.endswith(("/cases.toml", "/__main__.pyc"))
    module = name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
    return name.endswith(".pyc") and module in modules


def _name_by_content(payload: Path, folder: Path) -> None:
    """Copy every file to ``folder`` under a name with its hash, and write the list of names."""
    folder.mkdir()
    files: dict[str, dict[str, Any]] = {"lock": _empty_lock()}

    def add(key: str, file_name: str, content: bytes) -> str:
        digest = hashlib.sha256(content).digest()
        stem, _, suffix = file_name.rpartition(".")
        named = f"{stem}.{digest.hex()[:12]}.{suffix}"
        (folder / named).write_bytes(content)
        integrity = "sha256-" + base64.b64encode(digest).decode()
        files[key] = {"name": named, "bytes": len(content), "integrity": integrity}
        return named

    def script(name: str, imports: dict[str, str]) -> bytes:
        text = (SCRIPTS / name).read_text("utf-8")
        for imported, named in imports.items():
            if f'"./{imported}"' not in text:
                raise ValueError(f"{name} does not import ./{imported}")
            text = text.replace(f'"./{imported}"', f'"./{named}"')
        return text.encode()

    add("wasm", "pyodide.asm.wasm", (PYODIDE / "pyodide.asm.wasm").read_bytes())
    add("payload", "payload.zip", payload.read_bytes())
    loader = {name: add(name, name, (PYODIDE / name).read_bytes()) for name in ("pyodide.mjs", "pyodide.asm.js")}
    add("worker", "python-worker.js", script("python-worker.js", loader))
    engine = add("python-engine.js", "python-engine.js", script("python-engine.js", {}))
    add("calculator.js", "calculator.js", script("calculator.js", {"python-engine.js": engine}))
    (folder / "files.json").write_text(json.dumps(files, indent=1), "utf-8")


def _compress(folder: Path) -> None:
    """Lay a Brotli and a gzip file beside each, for servers that send those. Slow, so kept with the rest."""
    for file in sorted(folder.iterdir()):
        if file.name != "files.json":
            content = file.read_bytes()
            file.with_name(file.name + ".br").write_bytes(brotli.compress(content, quality=11, lgwin=24))
            file.with_name(file.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))


def _compiled_standard_library() -> Path:
    """Return Pyodide's standard library as bytecode, kept because it changes only with Pyodide or Python."""
    source = PYODIDE / "python_stdlib.zip"
    kept = CACHE / f"python_stdlib-{_sha256(source.read_bytes(), sys.version.encode(), Path(__file__).read_bytes())}.zip"
    if not kept.is_file():
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            shutil.copy(source, folder)
            _compile(Path(folder))
            (Path(folder) / source.name).rename(kept)
    return kept


def _compile(folder: Path) -> None:
    """Compile the archives in ``folder``. The tool has no option for ``-OO``; it follows its own interpreter.

    Columns within a line (debug ranges) are left out too: they only mark a place in a traceback.
    """
    _run(
        *(_tool("pyodide"), "py-compile", "--silent", "--no-keep", "--compression-level", "0", folder),
        cwd=folder,
        env={"PYTHONOPTIMIZE": "2", "PYTHONNODEBUGRANGES": "1"},
    )


def _write_pure_wheel(name: str, folder: Path) -> None:
    """Pack an installed library as a wheel without its compiled parts (MarkupSafe has a Python twin for them)."""
    installed = distribution(name)
    info = f"{name}-{installed.version}.dist-info"
    content = {
        str(file): file.read_binary() for file in installed.files or () if file.parts[0] == name and file.suffix == ".py"
    }
    content[f"{info}/METADATA"] = (installed.read_text("METADATA") or "").encode()
    content[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: spoorwijzer\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    content[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in sorted([*content, f"{info}/RECORD"])).encode()
    _write_archive(folder / f"{name}-{installed.version}-py3-none-any.whl", content)


def _write_archive(archive: Path, content: dict[str, bytes]) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name, data in sorted(content.items()):
            opened.writestr(zipfile.ZipInfo(name, LONG_AGO), data)


def _hash_of_inputs() -> str:
    """Return a hash of everything that decides what the bundle holds."""
    read = [file for file in sorted((ROOT / "calculators").rglob("*")) if file.is_file() and file.suffix != ".pyc"]
    read += [*sorted(SCRIPTS.glob("*.js")), Path(__file__), RECORDER, PYODIDE / "package.json", ROOT / "pyproject.toml"]
    names = [f"{file.relative_to(ROOT)}\n".encode() for file in read]
    versions = [f"{name} {distribution(name).version}\n".encode() for name in (*PURE_PYTHON, "pyodide-build", "brotli")]
    return _sha256(*names, *(file.read_bytes() for file in read), *versions, sys.version.encode())


def _sha256(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:16]


def _tool(name: str) -> Path:
    """Return a command that was installed beside this Python, or the one of the system."""
    beside = Path(sys.executable).parent / name
    found = beside if beside.exists() else shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is missing; run `make setup`")
    return Path(found)


def _run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | {"SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH} | (env or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def main() -> None:
    """Add the engine to a site that was built by hand."""
    options = argparse.ArgumentParser(description=build.__doc__)
    options.add_argument("--out", type=Path, default=ROOT / "site", help="the built site")
    build(options.parse_args().out)


if __name__ == "__main__":
    main()
