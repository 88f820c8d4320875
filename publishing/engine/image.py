"""The memory of a Python that has started, loaded what a page needs and answered a question: pages begin so.

Starting Python and importing would take a page longer than all else together. The worker's own script does both under
Node, in the build, and what memory holds then is written down: first what all pages share, then what documents do, then
for each page what it has besides. Nothing of it is guessed: a page's memory holds the same, to the byte, but for the
stack, on which nothing is left.

A file has four numbers (32 bits, the lowest byte first), how large memory is, how many functions the table has, a mark
of its own and that of the file that it goes on from, and then pieces: where each lies, how long it is, and its bytes.
The file that pages share holds what differs from the data of the machine code that it is for, and means nothing for any
other; each other one what differs from that before it.
"""

from __future__ import annotations

import json
import os
import struct
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from zlib import crc32

from calculators import prepared, questions
from publishing.engine import addresses
from publishing.engine.archives import run, tool, write_archive
from publishing.engine.payloads import PREPARED, Archives, Library, module_name
from publishing.engine.recording import LOADER, ROOT, is_document

HERE = Path(__file__).parent
MAKER = HERE / "make_image.mjs"
START = "image_start"
ASKED = 1  # question of a page: each more makes its file 10 kB larger, and no answer sooner that could be measured
PAGE = 4096  # bytes that are compared together first,
APART = 16  # and then: a new piece costs two numbers
NUMBERS = struct.Struct("<II")  # before a piece
HEAD = struct.Struct("<IIII")


@dataclass(frozen=True)
class Memory:
    """All of memory: where its stack begins, and behind it what Python takes as it needs it, and where this ends.

    Before the stack lies the data of machine code. Its table has so many functions. Modules that came from those data
    are `frozen`.
    """

    content: bytes
    stack: int
    heap: int
    end: int
    functions: int
    frozen: Sequence[str] = ()


@dataclass(frozen=True)
class Images:
    """The file that all pages share, that of all documents, and that of each page by the name of its form.

    In what all share, modules of the machine code's own data are imported: `frozen`.
    """

    shared: bytes
    documents: bytes
    own: dict[str, bytes]
    frozen: Sequence[str] = ()

    def of(self, form: str) -> list[bytes]:
        """Return the files of a page, in their order."""
        return [self.shared, *([self.documents] if is_document(form) else []), self.own[form]]


def made(machine_code: bytes, worker: bytes, archives: Archives) -> Images:
    """Return the files with which pages begin, for this machine code."""
    of_all = memory_of_all(machine_code, worker, archives)
    shared = file(data_of(machine_code), of_all)
    of_documents, documents = of_all, b""
    if any(map(is_document, archives.own)):
        of_documents = memory_of_page(machine_code, worker, [shared], archives, smallest(archives, of_documents=True))
        documents = file(of_all.content, of_documents, shared)

    def of_page(form: str) -> bytes:
        before, begun = (of_documents, [shared, documents]) if is_document(form) else (of_all, [shared])
        return file(before.content, memory_of_page(machine_code, worker, begun, archives, form), begun[-1])

    with ThreadPoolExecutor(os.process_cpu_count()) as threads:
        own = dict(zip(archives.own, threads.map(of_page, archives.own), strict=True))
    return Images(shared, documents, own, of_all.frozen)


def memory_of_all(machine_code: bytes, worker: bytes, archives: Archives) -> Memory:
    """Return the memory of a Python that has loaded what pages share.

    The smallest calculator has answered there: that changes what pages share, which their own files need not hold then.
    """
    start = {f"{START}.py": (HERE / f"{START}.py").read_bytes()}
    form = smallest(archives, of_documents=False)
    return _made(machine_code, worker, [], {**archives.shared, **archives.own[form], **start}, form)


def memory_of_page(
    machine_code: bytes, worker: bytes, images: Sequence[bytes], archives: Archives, form: str
) -> Memory:
    """Return the memory of one that goes on from images, has loaded what this page needs, and was asked."""
    return _made(machine_code, worker, images, archives.own[form], form)


def smallest(archives: Archives, *, of_documents: bool) -> str:
    """Return the form that needs the least of its own, of the calculators or of the documents."""
    forms = [form for form in archives.own if is_document(form) is of_documents]
    return min(forms, key=lambda form: (sum(map(len, archives.own[form].values())), form))


def _made(machine_code: bytes, worker: bytes, images: Sequence[bytes], files: Library, form: str) -> Memory:
    asked = list(islice((call for call in questions.recorded() if call[:2] == ("respond", form)), ASKED))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def written(name: str, content: bytes) -> Path:
            (folder / name).write_bytes(content)
            return folder / name

        archive, memory, layout = folder / "archive.zip", folder / "memory.bin", folder / "layout.json"
        write_archive(archive, files)
        given = written("given.json", json.dumps({**_loaded(files), "asked": asked}).encode())
        begun = [written(f"image-{number}.bin", image) for number, image in enumerate(images)]
        command = [written("python.wasm", machine_code), written("worker.mjs", worker), archive, given, memory, layout]
        run(tool("node"), MAKER, *command, *begun, cwd=ROOT, env={"TZ": "UTC"})
        return Memory(memory.read_bytes(), **json.loads(layout.read_text("utf-8")))


def _loaded(files: Library) -> dict[str, list[str]]:
    """Return the modules, templates and tables of an archive by their names."""
    modules = sorted(module_name(name) for name in files if name.endswith(".pyc") and not name.startswith(PREPARED))
    return {"modules": modules, **prepared.names([name.removeprefix(f"{PREPARED}/") for name in files])}


def data_of(machine_code: bytes) -> bytes:
    """Return memory as it is once machine code has put its data there."""
    _, data = addresses.data_of(machine_code)
    return bytes(addresses.place_of_data(LOADER.read_text("utf-8"))) + data


def file(before: bytes, after: Memory, goes_on_from: bytes = b"") -> bytes:
    """Return the file for what differs from memory as it was before; what lacks there was zero.

    That memory came of the file `goes_on_from`; of machine code when it is empty.

    Tables of machine code that nothing reads (`tables`) differ in no file, so a page lacks them with its machine code.
    """
    before = before.ljust(after.end, b"\0")
    found = [
        *_differing(before, after.content, 0, after.stack),
        *_differing(before, after.content, after.heap, after.end),
    ]
    pieces = b"".join(NUMBERS.pack(at, len(content)) + content for at, content in found)
    return HEAD.pack(len(after.content), after.functions, crc32(pieces), mark(goes_on_from)) + pieces


def mark(image: bytes) -> int:
    """Return the mark of a file; 0 for none."""
    return int(HEAD.unpack_from(image)[2]) if image else 0


def _differing(before: bytes, after: bytes, first: int, last: int) -> Iterator[tuple[int, bytes]]:
    """Yield what is not as before, each piece with its place."""
    begin = None
    for at in _places(before, after, first, last):
        differs = before[at : at + APART] != after[at : at + APART]
        if differs and begin is None:
            begin = at
        elif not differs and begin is not None:
            yield begin, after[begin:at]
            begin = None
    if begin is not None:
        yield begin, after[begin:last]


def _places(before: bytes, after: bytes, first: int, last: int) -> Iterator[int]:
    """Yield where to compare: at every place of what differs, and at the first of what does not."""
    for page in range(first, last, PAGE):
        same = before[page : page + PAGE] == after[page : page + PAGE]
        yield from (page,) if same else range(page, min(page + PAGE, last), APART)
