"""Which functions of Python's machine code pages need: recorded while their own workers answer questions under Node.

Worker, archive and questions are those of each page, so that what runs is what runs in a browser. Where Node differs
from it, the worker is told that it is in a browser, and what some engines have and others do not (stack switching)
is taken away in both. Some functions start only when Python looks for garbage while a thing of their kind is in use,
which happens at any moment: so a page that calculates runs again with Python looking for it all the time.

What was recorded is kept under a hash of all that it depends on; a quick build takes the latest of this machine code.
An old one is never wrong: what it lacks makes a page take the full files.
"""

from __future__ import annotations

import json
import os
import tempfile
from itertools import chain, cycle
from pathlib import Path
from typing import Any

from calculators import questions
from publishing.engine import machine_code, recording
from publishing.engine.archives import packed, run, sha256, tool
from publishing.engine.image import Images
from publishing.engine.payloads import Archives, Library
from publishing.engine.recording import FIRST, HERE, KEPT, ROOT, after, is_document

LANGUAGES = ("nl-NL", "en", "C")  # of the reader's browser: the C library begins differently with each kind of name
# One in so many when Python looks for garbage all the time. Otherwise all that is asked for the other record: when a
# third of it was, the highest fee an hour was left out one day, and sums of that length need a function of their own.
EVERY_COLLECTING = 13
# And many by chance, of calculators only: a sum of many odd amounts has a longer fraction than one alone, and that has
# functions of its own; a document has no sums.
BY_CHANCE, SEED = 14_000, 29
# Documents are one page with other words. On 29 November 2026 every page was recorded apart: what documents start and
# calculators do not were 47 functions of 2,898, all of which one document starts too, and none by looking for garbage.
EVERY_DOCUMENT = 4
COLLECT = "import gc\ngc.set_threshold(1, 5, 5)"
OURS = (
    *("as_in_a_browser.mjs", "machine_code.py"),
    *("record_machine_code.mjs", "record_page.mjs", "recording_machine_code.py"),
)

type Pages = dict[str, list[questions.Call]]  # what is asked on each page, by the name of its form


def used(
    wasm: bytes, worker: bytes, archives: Archives, images: Images | None, kept_in: Path, quickly: bool
) -> frozenset[int]:
    """Return the functions in use, by number, recorded now when they were not yet; quickly: the latest will do."""
    pages = asked(archives)
    of_this = f"machine-code-{sha256(wasm)}"
    kept = sorted(kept_in.glob(f"{of_this}-*.json"), key=lambda one: one.stat().st_mtime_ns)
    if quickly and kept:
        return _read(kept[-1])
    given = json.dumps([pages, LANGUAGES]).encode()
    files = [packed(archives.shared), *(form.encode() + packed(own) for form, own in sorted(archives.own.items()))]
    files += [image for form in sorted(images.own) for image in images.of(form)] if images else []
    here = kept_in / f"{of_this}-{sha256(given, worker, *files, *((HERE / name).read_bytes() for name in OURS))}.json"
    if not here.is_file():
        found = record(wasm, worker, archives, images, pages)
        unfinished = here.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps(sorted(found)), "utf-8")
        unfinished.rename(here)
        for old in kept[: 1 - KEPT]:
            old.unlink(missing_ok=True)
    here.touch()
    return _read(here)


def asked(archives: Archives) -> Pages:
    """Return what is asked on each page; a file also as pages ask for it, which do not say what time it is."""
    documents = [form for form in sorted(archives.own) if is_document(form)]
    pages: Pages = {form: [] for form in archives.own if not is_document(form) or form in documents[::EVERY_DOCUMENT]}
    drawn = (call for call in questions.drawn(SEED, BY_CHANCE) if not is_document(call[1]))
    for call in chain(recording.asked_of_all(), drawn):
        if call[1] in pages:
            pages[call[1]] += [call, call[:-1]] if call[0] == "download" else [call]
    return pages


def record(wasm: bytes, worker: bytes, archives: Archives, images: Images | None, pages: Pages) -> frozenset[int]:
    """Return the functions, by number, that start on these pages while their questions are answered."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def written(name: str, content: bytes) -> str:
            (folder / name).write_bytes(content)
            return str(folder / name)

        script, marking = written("worker.mjs", worker), written("marking.wasm", machine_code.marking(wasm))
        output = folder / "started.json"
        given: list[dict[str, Any]] = []
        for number, ((form, asked), language) in enumerate(zip(pages.items(), cycle(LANGUAGES), strict=False)):
            page: dict[str, Any] = {"language": language, "archive": "", "images": []}
            all_of_it = archives.shared | archives.own[form]
            if images:
                begins: dict[str, Any] = {"images": [written(f"{sha256(one)}.bin", one) for one in images.of(form)]}
            else:
                begins = {"archive": written(f"own-{number}.zip", packed(all_of_it))}
            given.append({**page, **begins, "questions": asked})
            if is_document(form):
                continue
            # From the start, also where pages begin with an image: what only the start needs is kept as a margin.
            collecting = written(f"collecting-{number}.zip", _collecting(all_of_it))
            given.append({**page, "archive": collecting, "questions": asked[::EVERY_COLLECTING]})
        listed = written("pages.json", json.dumps(given).encode())
        run(tool("node"), HERE / "record_machine_code.mjs", marking, script, listed, output, cwd=ROOT)
        return _read(output)


def _collecting(files: Library) -> bytes:
    """Return an archive with which Python looks for garbage as often as it can, from its first module on."""
    return packed(files | {FIRST: after(COLLECT, files[FIRST])})


def _read(file: Path) -> frozenset[int]:
    return frozenset(json.loads(file.read_text("utf-8")))
