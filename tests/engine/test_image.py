"""A page begins with the memory of a Python that has started: to the byte, and the same each time."""

from __future__ import annotations

import json
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import playwright
import pytest

from publishing.engine import bundle as engine
from publishing.engine import image, payloads
from publishing.engine.archives import tool
from publishing.engine.image import HEAD, NUMBERS, Memory
from publishing.engine.recording import MACHINE_CODE, ROOT

# Begins as a page does, and compares memory before anything runs with that which was written down.
COMPARE = """
import { readFile, writeFile } from "node:fs/promises";
import { runWorker } from "THIS_FOLDER/as_in_a_browser.mjs";
const { argv, exit } = process;
const [machineCode, worker, wanted, stack, heap, output, ...begun] = argv.slice(2);
const module = await WebAssembly.compile(await readFile(machineCode));
let memory, found;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (given, imports) => {
  if (given === module) ({ memory } = imports.env);
  return await instantiate(given, imports);
};
const { encode } = TextEncoder.prototype;
TextEncoder.prototype.encode = function (text) {
  if (text === "calculators.browser") found ??= Buffer.from(memory.buffer.slice()); // the first that is said to Python
  return encode.call(this, text);
};
const python = await runWorker(worker, "en");
await python.start(module, undefined, await Promise.all(begun.map((file) => readFile(file))));
const there = await readFile(wanted);
const same = (...part) => found.subarray(...part).equals(there.subarray(...part));
await writeFile(output, JSON.stringify([found.length === there.length, same(0, Number(stack)), same(Number(heap))]));
exit();
""".replace("THIS_FOLDER", (ROOT / "publishing" / "engine").as_posix())


PLAYWRIGHTS_NODE = Path(playwright.__file__).parent / "driver" / "node"
FORMS = ("tijdlijn", "documenten/geheimhouding")
SMALLEST = ("bezwaar-termijn", "documenten/uitnodiging-gesprek")  # of calculators and of documents: loaded in all


def one(bundle: Path, like: str) -> Path:
    """The file of the bundle with such a name."""
    [found] = bundle.glob(like)
    return found


@pytest.fixture(scope="module")
def worker(bundle: Path) -> bytes:
    """The script of the worker."""
    return one(bundle, "python-worker.[0-9a-f]*.js").read_bytes()


@pytest.fixture(scope="module")
def uncut(worker: bytes) -> bytes:
    """The machine code that pages begin with, with all functions and all tables."""
    return engine.uncut(MACHINE_CODE.read_bytes(), worker)


@pytest.fixture(scope="module")
def made(uncut: bytes, worker: bytes, archives: payloads.Archives) -> image.Images:
    """The files of some pages, made once more by Playwright's own Node, which may be another version."""
    some = {form: archives.own[form] for form in (*FORMS, *SMALLEST)}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(image, "tool", lambda _: PLAYWRIGHTS_NODE)
        return image.made(uncut, worker, replace(archives, own=some))


def test_made_once_more_by_another_node_the_files_are_the_same(bundle: Path, made: image.Images) -> None:
    assert made.shared == one(bundle, "image.*.bin").read_bytes()
    assert made.documents == one(bundle, "documents.*.bin").read_bytes()
    for form, content in made.own.items():
        assert content == one(bundle, f"own-{form.replace('/', '-')}.*.bin").read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_the_memory_of_a_page_is_to_the_byte_what_was_written_down_but_for_the_stack_and_empty_tables(
    bundle: Path, uncut: bytes, worker: bytes, archives: payloads.Archives, tmp_path: Path, form: str
) -> None:
    own = f"own-{form.replace('/', '-')}.*.bin"
    begun = [one(bundle, name) for name in ("image.*.bin", *(["documents.*.bin"] if "/" in form else []), own)]
    images = [file.read_bytes() for file in begun[:-1]]
    memory = image.memory_of_page(uncut, worker, images, archives, form)
    machine_code = one(bundle, "pyodide.*.wasm")
    wanted = bytearray(memory.content)
    full, emptied = image.data_of(uncut), image.data_of(machine_code.read_bytes())
    for at, (here, there) in enumerate(zip(full, emptied, strict=True)):
        if here != there:
            wanted[at] = 0
    script, written, copy, output = (tmp_path / name for name in ("x.mjs", "memory", "worker.mjs", "found.json"))
    script.write_text(COMPARE, "utf-8")
    written.write_bytes(wanted)
    copy.write_bytes(worker)
    layout = (str(memory.stack), str(memory.heap))
    command = [tool("node"), script, machine_code, copy, written, *layout, output, *begun]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    assert json.loads(output.read_text("utf-8")) == [True, True, True]
    for place in (str(ROOT), f"{tempfile.gettempdir()}/{tempfile.gettempprefix()}", f"{Path.home()}/"):
        assert place.encode() not in memory.content[memory.heap :]  # before it lies what Pyodide's makers wrote


def test_a_file_holds_what_differs_in_pieces_of_sixteen_bytes_and_nothing_of_the_stack() -> None:
    """The stack lies from 8,192 to 9,216 here, and memory is in use up to 9,220."""
    before = bytes(range(256)) * 32
    content = bytearray(before.ljust(12_288, b"\0"))
    content[40:42] = b"XY"
    content[5_000] ^= 1
    content[5_010] ^= 1
    content[8_200:8_204] = b"left"
    content[9_216:9_224] = b"heapbehi"
    found = image.file(before, Memory(bytes(content), stack=8_192, heap=9_216, end=9_220, functions=5))
    pieces = [(32, bytes(content[32:48])), (4_992, bytes(content[4_992:5_024])), (9_216, b"heap")]
    expected = b"".join(NUMBERS.pack(at, len(part)) + part for at, part in pieces)
    assert found == HEAD.pack(12_288, 5, crc32(expected), 0) + expected


def test_a_file_names_the_one_that_it_goes_on_from(bundle: Path) -> None:
    shared, documents, own, of_document = (
        image.HEAD.unpack_from(one(bundle, f"{name}.*.bin").read_bytes())
        for name in ("image", "documents", "own-tijdlijn", "own-documenten-geheimhouding")
    )
    assert [shared[3], documents[3], own[3], of_document[3]] == [0, shared[2], shared[2], documents[2]]
