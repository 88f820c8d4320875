"""Machine code keeps the functions in use, and nothing else of it changes; what was cut ends all when it is called."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest

from publishing.engine import bundle as engine
from publishing.engine import machine_code, payloads, recording_machine_code
from publishing.engine.archives import tool
from publishing.engine.image import Images
from publishing.engine.machine_code import CODE, CUSTOM, DATA, EXPORTS, GLOBALS, IMPORTS, MAGIC, TRAP, number, piece
from publishing.engine.recording import MACHINE_CODE
from tests.conftest import Visitor
from tests.engine.conftest import BrokenServer
from tests.engine.test_small_files import answers_from_the_full_files, give_other_files

PACKED = 1_100_000  # bytes; lower it when it can be lower

# Calls every function of a small module, and tells what came of it and which marks were set.
CALL = """
const { source, calls } = JSON.parse(process.argv[1]);
const imports = { there: { base: new WebAssembly.Global({ value: "i32" }, 40), twice: (value) => 2 * value } };
WebAssembly.instantiate(Buffer.from(source, "base64"), imports).then(({ instance: { exports } }) => {
  const answers = calls.map((name) => {
    try {
      return exports[name]();
    } catch (error) {
      return `${error}`;
    }
  });
  const marked = Object.entries(exports).filter(([name]) => name.startsWith("started "));
  const marks = marked.map(([name, { value }]) => [name, value]);
  console.log(JSON.stringify({ answers, marks }));
});
"""


def names(*entries: tuple[str, int, int]) -> bytes:
    """The content of a section of exports."""
    return number(len(entries)) + b"".join(piece(name.encode()) + bytes([kind, index]) for name, kind, index in entries)


def vector(*pieces: bytes) -> bytes:
    return number(len(pieces)) + b"".join(pieces)


def written(*sections: tuple[int, bytes]) -> bytes:
    return MAGIC + b"".join(bytes([kind]) + piece(content) for kind, content in sections)


IMPORTED = vector(
    piece(b"there") + piece(b"base") + bytes([3, 0x7F, 0]),  # a constant
    piece(b"there") + piece(b"twice") + bytes([0, 1]),  # function 0
)
SMALL = (
    (1, vector(bytes([0x60, 0, 1, 0x7F]), bytes([0x60, 1, 0x7F, 1, 0x7F]))),  # () -> number, number -> number
    (IMPORTS, IMPORTED),
    (3, bytes([3, 0, 0, 0])),
    (GLOBALS, vector(bytes([0x7F, 0, 0x41, 2, 0x0B]))),
    (EXPORTS, names(("base", 0, 1), ("sum", 0, 2), ("unused", 0, 3))),
    (
        CODE,
        vector(
            piece(bytes([0, 0x23, 0, 0x0B])),  # base
            piece(bytes([1, 2, 0x7F, 0x10, 1, 0x10, 0, 0x23, 1, 0x6A, 0x0B])),  # twice(base()) + 2
            piece(bytes([0, 0x41, 7, 0x0B])),  # 7
        ),
    ),
    (CUSTOM, piece(b"producers") + b"\0"),
)


def called(module: bytes, *calls: str) -> dict[str, Any]:
    given = json.dumps({"source": base64.b64encode(module).decode(), "calls": calls})
    done = subprocess.run([tool("node"), "-e", CALL, given], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_function_in_use_stays_as_it_is_and_one_that_was_cut_traps() -> None:
    assert called(written(*SMALL), "sum", "unused")["answers"] == [82, 7]
    cut = machine_code.cut(written(*SMALL), frozenset({0, 1}))
    [right, wrong] = called(cut, "sum", "unused")["answers"]
    assert right == 82
    assert "RuntimeError: unreachable" in wrong


def test_only_what_the_script_names_is_exported() -> None:
    exported = machine_code.exporting_only(written(*SMALL), "const { sum } = exports; unused2()")
    assert called(exported, "sum", "unused")["answers"] == [82, "TypeError: exports[name] is not a function"]


def test_what_machine_code_imports_itself_stays_exported() -> None:
    assert called(machine_code.exporting_only(written(*SMALL), ""), "base")["answers"] == [40]


def test_each_function_that_starts_is_marked_and_answers_as_before() -> None:
    found = called(machine_code.marking(written(*SMALL)), "sum")
    assert found == {"answers": [82], "marks": [["started 0", 1], ["started 1", 1], ["started 2", 0]]}


def with_section(kind: int, content: bytes) -> bytes:
    """The small module with another section of a kind."""
    return written(*((one, content if one == kind else before) for one, before in SMALL))


UNKNOWN: dict[str, tuple[bytes, str]] = {
    "another version": (b"\0asm\x02\0\0\0", "another beginning"),
    "a new section": (written(*SMALL, (14, b"")), "a section of kind 14"),
    "places in the code": (written(*SMALL, (CUSTOM, piece(b"reloc.CODE"))), "a section named reloc.CODE"),
    "half of the file": (written(*SMALL)[:60], "an end too early"),
    "more than functions": (
        with_section(CODE, vector(piece(TRAP), piece(TRAP), piece(TRAP)) + b"\0"),
        "something behind",
    ),
    "a new import": (with_section(IMPORTS, vector(piece(b"a") + piece(b"b") + bytes([9]))), "an import of kind 9"),
    "a new type": (with_section(CODE, vector(piece(bytes([1, 1, 0x64, 0x6E, 0, 0x0B])))), "a variable of type 0x64"),
    "no variables": (written(*(one for one in SMALL if one[0] != GLOBALS)), "other sections than one of each"),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_is_written_in_another_way_ends_with_a_sentence(what: str) -> None:
    module, says = UNKNOWN[what]
    with pytest.raises(machine_code.UnknownShape, match=rf"^Pyodide's machine code has {re.escape(says)}"):
        machine_code.marking(module)


def test_every_kind_of_import_is_read() -> None:
    there = piece(b"there")
    imports = (
        there + piece(b"a") + bytes([1, 0x70, 0, 1]),  # a table
        there + piece(b"b") + bytes([2, 1, 1, 0x80, 0x02]),  # memory of at most 256 pages
        there + piece(b"c") + bytes([4, 0, 1]),  # a tag
        there + piece(b"d") + bytes([3, 0x7E, 1]),
    )
    marked = dict(machine_code.sections(machine_code.marking(with_section(IMPORTS, vector(*imports)))))
    first = 1 + 1  # behind the imported one and the module's own
    assert piece(b"started 0") + bytes([3, first]) in marked[EXPORTS]


@pytest.fixture(scope="session")
def whole() -> bytes:
    """Python's machine code as it comes."""
    return MACHINE_CODE.read_bytes()


def test_what_pages_begin_with_differs_from_the_whole_in_exports_addresses_and_tables_and_in_bodies_that_trap(
    bundle: Path, hot: bytes, whole: bytes
) -> None:
    """Which tables and modules go: test_tables.py, test_own_tables.py and test_frozen.py."""
    [worker] = bundle.glob("python-worker.[0-9a-f]*.js")
    every = frozenset(range(machine_code.number_of_functions(whole)))
    uncut = engine.in_use(whole, every, worker.read_bytes(), [])
    before, after = list(machine_code.sections(uncut)), list(machine_code.sections(hot))
    assert [part for part in before if part[0] not in (CODE, DATA)] == [
        part for part in after if part[0] not in (CODE, DATA)
    ]
    assert [kind for kind, _ in before] == [kind for kind, _ in after]
    bytes_of_data = zip(dict(before)[DATA], dict(after)[DATA], strict=True)
    assert {there for here, there in bytes_of_data if there != here} == {0}
    functions = zip(machine_code.bodies(dict(before)[CODE]), machine_code.bodies(dict(after)[CODE]), strict=True)
    assert {there for here, there in functions if there != here} == {TRAP}


def test_the_whole_machine_code_is_published_as_it_came(bundle: Path, whole: bytes) -> None:
    [found] = bundle.glob("pyodide-full.*.wasm")
    assert found.read_bytes() == whole


def test_what_pages_begin_with_is_small(hot: bytes) -> None:
    """At Brotli's sixth of eleven steps, which is quick; what is sent is a seventh smaller."""
    packed = len(brotli.compress(hot, quality=6))
    assert packed < PACKED


def functions_of(bundle: Path, archives: payloads.Archives, pages: recording_machine_code.Pages) -> frozenset[int]:
    """The functions that are recorded on pages."""
    [worker] = (file.read_bytes() for file in bundle.glob("python-worker.[0-9a-f]*.js"))
    shared, documents = (next(bundle.glob(f"{name}.*.bin")).read_bytes() for name in ("image", "documents"))
    files = {form: next(bundle.glob(f"own-{form.replace('/', '-')}.*.bin")).read_bytes() for form in pages}
    uncut = engine.uncut(MACHINE_CODE.read_bytes(), worker)
    return recording_machine_code.record(uncut, worker, archives, Images(shared, documents, files), pages)


@pytest.fixture(scope="session")
def of_start(bundle: Path, archives: payloads.Archives) -> frozenset[int]:
    """Those that are recorded while Python starts on the page of the timeline, recorded once."""
    return functions_of(bundle, archives, {"tijdlijn": []})


def test_what_starts_only_when_garbage_is_looked_for_at_some_moment_is_recorded_too(
    bundle: Path, archives: payloads.Archives, of_start: frozenset[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording_machine_code, "COLLECT", "")
    assert functions_of(bundle, archives, {"tijdlijn": []}) < of_start


POOR: dict[str, Callable[[frozenset[int]], frozenset[int]]] = {
    "all": lambda _: frozenset(),
    "what an answer needs": lambda of_start: of_start,
    "one of two functions": lambda of_start: frozenset(sorted(of_start)[::2]),
}


@pytest.mark.parametrize("lacking", POOR)
def test_what_the_machine_code_lacks_the_whole_has_and_the_reader_notices_nothing(
    visitor: Callable[..., Visitor],
    broken_server: BrokenServer,
    bundle: Path,
    whole: bytes,
    of_start: frozenset[int],
    lacking: str,
) -> None:
    [worker] = bundle.glob("python-worker.[0-9a-f]*.js")
    cut = engine.in_use(whole, POOR[lacking](of_start), worker.read_bytes(), [])
    give_other_files(broken_server, {"wasm": cut})
    made = visitor()
    told: list[str] = []
    made.page.on("console", lambda message: told.append(message.text))
    answers_from_the_full_files(made.page, broken_server)
    [why] = [text for text in told if text.startswith("Python goes on with its full files")]
    assert "unreachable" in why  # at once, and not after half a minute without progress


def recorded(
    folder: Path, wasm: bytes, monkeypatch: pytest.MonkeyPatch, found: set[int], quickly: bool = False
) -> frozenset[int]:
    """What is said to be in use of `wasm`, when a record made now says `found`."""
    monkeypatch.setattr(recording_machine_code, "record", lambda *_: frozenset(found))
    monkeypatch.setattr(recording_machine_code, "asked", lambda _: {"tijdlijn": []})
    archives = payloads.Archives({}, {"tijdlijn": {}}, b"", {})
    return recording_machine_code.used(wasm, b"", archives, None, folder, quickly)


def test_what_was_recorded_is_kept_and_made_anew_for_other_machine_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert recorded(tmp_path, b"one", monkeypatch, {1, 2}) == {1, 2}
    assert recorded(tmp_path, b"one", monkeypatch, {3}) == {1, 2}
    assert recorded(tmp_path, b"other", monkeypatch, {3}) == {3}


def test_a_quick_build_takes_an_older_record_but_of_no_other_machine_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(tmp_path, b"one", monkeypatch, {1, 2})
    monkeypatch.setattr(recording_machine_code, "LANGUAGES", ("nl-NL",))  # stands for a change of what is asked
    assert recorded(tmp_path, b"one", monkeypatch, {3}, quickly=True) == {1, 2}
    assert recorded(tmp_path, b"other", monkeypatch, {4}, quickly=True) == {4}
    assert recorded(tmp_path, b"one", monkeypatch, {3}) == {3}


@pytest.mark.full
def test_machine_code_that_is_recorded_twice_is_the_same(
    bundle: Path, archives: payloads.Archives, imported: list[str], whole: bytes, hot: bytes
) -> None:
    [worker] = (file.read_bytes() for file in bundle.glob("python-worker.[0-9a-f]*.js"))
    found = functions_of(bundle, archives, recording_machine_code.asked(archives))
    assert engine.in_use(whole, found, worker, imported) == hot
