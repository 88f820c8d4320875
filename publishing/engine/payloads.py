"""The two archives of Python that a page may load: a small one, and the full one for when that lacks something.

Pyodide puts an archive where its standard library is expected, so nothing else has to be found. Both are uncompressed,
so that Brotli sees them whole. The full one holds all of the standard library, the libraries that `calculators` uses
and `calculators` itself. The small one holds of those libraries the modules in use, and of these the functions in use.
"""

from __future__ import annotations

import marshal
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from types import CodeType

from publishing.engine import browser_start, cutting, left_out, steps
from publishing.engine.archives import (
    compile_archives,
    kept_bytecode,
    make_wheels,
    read_archive,
    run,
    sha256,
    write_archive,
)
from publishing.engine.recording import PYODIDE, ROOT, Used

PREPARED = "calculators/prepared"
OURS = ("calculators/", f"{browser_start.__name__.rpartition('.')[2]}.", "left_out.")
# The decision helper's pages are files; the others serve tests and the build only.
NOT_IN_THE_BROWSER = ("calculators/wegwijzer/", "calculators/page.", "calculators/questions.", "calculators/prepared.")
ENDINGS_OF_SOURCES = (".toml", ".html", "/__main__.pyc")  # worked cases; figures and templates go there prepared
STARTING = tuple(Path(str(one.__file__)) for one in (browser_start, left_out))

NAMES = ("small", "full")

type Library = dict[str, bytes]  # the files of an archive by their names


def make_library(folder: Path, cache: Path) -> Library:
    """Return everything as bytecode, made in an empty folder."""
    make_wheels(ROOT, folder)
    prepared = folder / PREPARED
    prepared.mkdir(parents=True)
    run(sys.executable, "-m", "calculators.prepared", prepared, cwd=ROOT)
    [wheel] = folder.glob("spoorwijzer-*.whl")
    made = {f"{PREPARED}/{file.name}": file.read_bytes() for file in prepared.iterdir()}
    write_archive(wheel, read_archive(wheel) | made | {file.name: file.read_bytes() for file in STARTING})
    compile_archives(folder)
    source = PYODIDE / "python_stdlib.zip"
    hashed = sha256(source.read_bytes(), (Path(__file__).parent / "archives.py").read_bytes(), sys.version.encode())
    shutil.copy(kept_bytecode(source, cache / f"python_stdlib-{hashed}.zip"), folder / source.name)
    library: Library = {browser_start.METHODS: browser_start.NO_METHODS}
    for archive in (folder / source.name, *sorted(folder.glob("*.whl"))):
        library |= {name: content for name, content in read_archive(archive).items() if _is_for_browsers(name)}
    return library


def both(library: Mapping[str, bytes], used: Used) -> dict[str, Library]:
    """Return what each archive holds, by the name of its file."""
    return {"small.zip": small(library, used), "full.zip": full(library, used)}


def full(library: Mapping[str, bytes], used: Used) -> Library:
    """Return what the full archive holds: all of it."""
    return {**library, browser_start.METHODS: _methods(used)}


def small(library: Mapping[str, bytes], used: Used) -> Library:
    """Return what the small archive holds."""
    found: Library = {browser_start.METHODS: _methods(used)}
    missing = []
    cuts = steps.takes("small")
    for name, content in library.items():
        if not name.endswith(".pyc"):
            found.setdefault(name, content)
        elif name.startswith(OURS):
            found[name] = cutting.without_lines(content) if cuts else content
        elif (module := _module(name)) in used.modules:
            found[name] = cutting.cut(content, used.functions) if cuts else content
        else:
            missing.append(module)
    return found | {browser_start.LEFT_OUT: " ".join(sorted(missing)).encode()}


def _methods(used: Used) -> bytes:
    """Return the methods of dataclasses as `browser_start` looks them up."""
    found: dict[str, CodeType] = marshal.loads(used.methods)  # noqa: S302  # made by this build
    return marshal.dumps({browser_start.mark(text): cutting.code_without_lines(code) for text, code in found.items()})


def _is_for_browsers(name: str) -> bool:
    if name.startswith("calculators/"):
        return not name.startswith(NOT_IN_THE_BROWSER) and not name.endswith(ENDINGS_OF_SOURCES)
    return name.endswith(".pyc")


def _module(name: str) -> str:
    return name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
