"""The Python of pages: what they begin with, and the full archive for when that lacks something.

The full one holds all of the standard library, the libraries that `calculators` uses and `calculators` itself; Python
finds it where it expects its standard library, uncompressed, so that Brotli sees it as a whole. Pages begin with the
modules in use of those libraries, and of these the functions in use; of `calculators` with what all pages share and
what each needs besides. Of that images are made (`image`).
"""

from __future__ import annotations

import json
import marshal
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from publishing.engine import browser_start, cutting, left_out, steps
from publishing.engine.archives import (
    compile_archives,
    kept_bytecode,
    make_wheels,
    packed,
    read_archive,
    run,
    sha256,
    write_archive,
)
from publishing.engine.recording import PYODIDE, ROOT, Method, Used

PREPARED = "calculators/prepared"
TEMPLATES = "calculators/prepared/tmpl_"
OWN = f"{PREPARED}/own.json"  # see calculators/prepared.py
STARTS = (f"{browser_start.__name__.rpartition('.')[2]}.", "left_out.")
OURS = ("calculators/", *STARTS)
# The decision helper's pages are files; the others serve tests and the build only.
NOT_IN_THE_BROWSER = ("calculators/wegwijzer/", "calculators/page.", "calculators/questions.", "calculators/prepared.")
ENDINGS_OF_SOURCES = (".toml", ".html", "/__main__.pyc")  # worked cases; figures and templates go there prepared
STARTING = tuple(Path(str(one.__file__)) for one in (browser_start, left_out))

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
    library: Library = {browser_start.METHODS: marshal.dumps({})}
    for archive in (folder / source.name, *sorted(folder.glob("*.whl"))):
        library |= {name: content for name, content in read_archive(archive).items() if _is_for_browsers(name)}
    return library


@dataclass(frozen=True)
class Archives:
    """What pages share, what else each needs by the name of its form, the full archive, and where the pages are."""

    shared: Library
    own: dict[str, Library]
    full: bytes
    addresses: dict[str, str]


def archives(library: Library, used: Used) -> Archives:
    """Return what pages load."""
    full = library | {browser_start.METHODS: _methods(used.methods)}
    del full[OWN]
    own_files = json.loads(library[OWN])
    shared, folders = _split(_small(library, used), own_files["files"])
    of_all, of_folders = _split_methods(used.methods, folders.keys())
    shared[browser_start.METHODS] = _methods(of_all)
    own: dict[str, Library] = {}
    for page, needed in own_files["pages"].items():
        methods = [method for folder in needed for method in of_folders.get(folder, [])]
        own[page] = {name: content for folder in needed for name, content in folders.get(folder, {}).items()}
        own[page][browser_start.OWN_METHODS] = _methods(methods)
    return Archives(shared, own, packed(full), own_files["addresses"])


def _small(library: Library, used: Used) -> Library:
    """Return what is in use, and what stands for the rest."""
    found: Library = {}
    missing = []
    cuts = steps.takes("small")
    started = {file for file, _, _ in used.functions}  # a template runs when it is loaded, as a module does
    for name, content in library.items():
        module = module_name(name)
        if name == OWN or (name.startswith(TEMPLATES) and name.removesuffix("c") not in started):
            continue
        is_ours = name.startswith(OURS)
        if not name.endswith(".pyc"):
            found[name] = content
        elif is_ours and (module in used.modules or name.startswith((*STARTS, TEMPLATES))):
            found[name] = cutting.without_lines(content) if cuts else content
        elif module in used.modules:
            found[name] = cutting.cut(content, used.functions) if cuts else content
        else:
            missing.append(module)
    return found | {browser_start.LEFT_OUT: " ".join(sorted(missing)).encode()}


def _split(small: Library, prepared: dict[str, str]) -> tuple[Library, dict[str, Library]]:
    """Return what all pages share, and what only those of a folder need; `prepared` names the folders of its files."""
    shared: Library = {}
    folders: dict[str, Library] = {folder: {} for folder in prepared.values()}
    for name, content in small.items():
        package, _, rest = name.partition("/")
        folder = prepared.get(Path(name).with_suffix(".py").name if name.endswith(".pyc") else Path(name).name, "")
        if package == "calculators" and not folder:
            folder = rest.partition("/")[0]
        belongs = folders.get(folder, shared) if package == "calculators" and steps.takes("split") else shared
        belongs[name] = content
    return shared, folders


def _split_methods(methods: Iterable[Method], folders: Iterable[str]) -> tuple[list[Method], dict[str, list[Method]]]:
    """Return the methods of modules that all pages share, and those of the modules of each folder."""
    shared: list[Method] = []
    own: dict[str, list[Method]] = {folder: [] for folder in folders}
    for method in methods:
        of = {f"{module}..".split(".")[1] for module in method.modules}
        for folder in of & own.keys() if steps.takes("split") else ():
            own[folder].append(method)
        if not steps.takes("split") or not of <= own.keys():
            shared.append(method)
    return shared, own


def _methods(methods: Iterable[Method]) -> bytes:
    """Return methods of dataclasses as `browser_start` looks them up."""
    codes = {browser_start.mark(one.text): marshal.loads(one.code) for one in methods}  # noqa: S302  # of this build
    return marshal.dumps({mark: cutting.code_without_lines(code) for mark, code in codes.items()})


def _is_for_browsers(name: str) -> bool:
    if name.startswith("calculators/"):
        return not name.startswith(NOT_IN_THE_BROWSER) and not name.endswith(ENDINGS_OF_SOURCES)
    return name.endswith(".pyc")


def module_name(name: str) -> str:
    """Return the name of a module by that of its file."""
    return name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
