"""What Python in the browser needs of its library: recorded in Pyodide while it answers all questions, never guessed.

Questions are those of `calculators.questions`. What was recorded is kept under a hash of all that it depends on,
because it takes a minute; a quick build takes the latest that there is. An old one is never wrong: what it lacks makes
a page take the full archive; but it is too old for making images, which a quick build does without.
"""

from __future__ import annotations

import base64
import json
import marshal
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from calculators import questions
from publishing.engine.archives import run, sha256, tool, write_archive
from publishing.engine.cutting import Key

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
MACHINE_CODE, LOADER = PYODIDE / "pyodide.asm.wasm", PYODIDE / "pyodide.asm.js"
RECORDER = "recorder"
OURS = ("as_in_a_browser.mjs", "record.mjs", "recorder.py", "recording.py")
FIRST = "encodings/__init__.pyc"  # the first module that Python imports
STARTS = "browser_start.pyc"
KEPT = 8
# Documents are one form with other words: of what is typed into them one in so many is asked. On 30 November 2026 that
# started the same 3,023 functions as all of it.
OF_DOCUMENTS = 4


@dataclass(frozen=True)
class Method:
    """A text that `dataclasses` has compiled, for which modules, and what it becomes (marshal)."""

    text: str
    modules: frozenset[str]
    code: bytes


@dataclass(frozen=True)
class Used:
    """What was used: modules by name, functions, and texts of methods of dataclasses, compiled."""

    modules: frozenset[str]
    functions: frozenset[Key]
    methods: tuple[Method, ...]


def used(library: Mapping[str, bytes], worker: bytes, kept_in: Path, quickly: bool) -> Used:
    """Return what is used of this library, recorded now when it was not yet; quickly: the latest record will do."""
    kept_in.mkdir(parents=True, exist_ok=True)
    kept = sorted(kept_in.glob("used-*.json"), key=lambda one: one.stat().st_mtime_ns)
    if quickly and kept:
        return _read(kept[-1])
    asked = json.dumps(list(asked_of_all()))
    files = [name.encode() + content for name, content in sorted(library.items())]
    ours = [worker, *((HERE / name).read_bytes() for name in OURS)]
    hashed = sha256(asked.encode(), *files, *ours, (PYODIDE / "package.json").read_bytes(), sys.version.encode())
    here = kept_in / f"used-{hashed}.json"
    if not here.is_file():
        _record(library, worker, asked, here)
        for old in kept[: 1 - KEPT]:
            old.unlink(missing_ok=True)
    here.touch()
    return _read(here)


def asked_of_all() -> Iterator[questions.Call]:
    """Yield what is asked: everything of a calculator; of a document every file, and a part of what is typed."""
    for number, call in enumerate(questions.recorded()):
        if call[0] == "download" or not is_document(call[1]) or number % OF_DOCUMENTS == 0:
            yield call


def is_document(form: str) -> bool:
    """Say whether this is the form of a document to fill in."""
    return "/" in form


def _read(file: Path) -> Used:
    found = json.loads(file.read_text("utf-8"))
    functions = frozenset((name, line, function) for name, line, function in found["functions"])
    methods = (Method(text, frozenset(modules), base64.b64decode(code)) for text, modules, code in found["methods"])
    return Used(frozenset(found["modules"]), functions, tuple(methods))


def _record(library: Mapping[str, bytes], worker: bytes, asked: str, output: Path) -> None:
    """Let Pyodide import the recorder in front of everything else, and ask it all."""
    with tempfile.TemporaryDirectory(dir=output.parent) as name:
        folder = Path(name)
        archive, asking, unfinished = folder / "recorded.zip", folder / "questions.json", folder / "used.json"
        script = folder / "worker.mjs"
        recorder = (HERE / f"{RECORDER}.py").read_bytes()
        write_archive(
            archive,
            {
                **library,
                f"{RECORDER}.py": recorder,
                FIRST: after(f"import {RECORDER}\n{RECORDER}.begin()", library[FIRST]),
                STARTS: behind(library[STARTS], f"import {RECORDER}\nbegin = {RECORDER}.watching_dataclasses(begin)"),
            },
        )
        script.write_bytes(worker)
        asking.write_text(asked, "utf-8")
        run(tool("node"), HERE / "record.mjs", MACHINE_CODE, script, archive, asking, unfinished, cwd=ROOT)
        unfinished.rename(output)


def after(first: str, compiled: bytes) -> bytes:
    """Return a compiled module that runs a text before anything else."""
    return _compiled(f"{first}\n{_run(compiled)}", compiled)


def behind(compiled: bytes, last: str) -> bytes:
    """Return a compiled module that runs a text after all else."""
    return _compiled(f"{_run(compiled)}\n{last}", compiled)


def _run(compiled: bytes) -> str:
    return f"import marshal\nexec(marshal.loads({compiled[16:]!r}), globals())"


def _compiled(text: str, like: bytes) -> bytes:
    return like[:16] + marshal.dumps(compile(text, FIRST, "exec"))
