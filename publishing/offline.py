"""What the site needs to work without a network: one file with all of it, and the service worker that keeps it.

`offline.pack` holds every page, script, style sheet and the search, in a form that knows that pages are much alike:
each line that was there before is a reference to it. The service worker (service-worker.js beside this file) holds
its checksum, and the list of the files of the engine. `SPOORWIJZER_OFFLINE=uit` writes another worker, which
removes what readers kept, and itself; so does a quick build, for `make serve`. Why so: adr/0013.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
from collections.abc import Mapping
from datetime import date
from operator import itemgetter
from pathlib import Path

from calculators.freshness import figures_due
from publishing import figure_uses, headers
from publishing.engine.bundle import ENGINE_FOLDER, PAGE_SCRIPTS

HERE = Path(__file__).parent
SETTING = "SPOORWIJZER_OFFLINE"
OFF = "uit"
WORKER = "service-worker.js"
# Twenty megabytes, for when the small files lack something.
NOT_WITHOUT_A_NETWORK = ("full.", "pyodide-full.", "python-worker-full.")
PACK = "offline.pack"
LEFT_OUT = {"sitemap.xml", "preview.png", PACK, WORKER, *headers.OF_THE_HOST}  # of use to others than the reader
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
ANY_TYPE = "application/octet-stream"
NOT_KEPT, KEPT = b'data-niet-bewaard="', b'data-bewaren="'  # on the page's own place of offline.js
SHOWS_FIGURES = re.compile(rb'class="sw-cijfer|data-rekenhulp=')
LEAST_RUN = 300  # bytes; a shorter run costs more to name than to write again
MOST_PLACES = 8  # so many earlier places of a line are tried, the last ones


def is_on() -> bool:
    """Whether this build lets readers keep the site."""
    setting = os.environ.get(SETTING, "")
    if setting not in ("", OFF):
        raise ValueError(f"{SETTING} may be empty or {OFF}, not {setting}")
    return setting != OFF


def write(site: Path, today: date, docs: Path) -> None:
    """Write the pack and the service worker into the finished site, and let its pages start the worker."""
    for file in site.rglob("*.html"):
        file.write_bytes(file.read_bytes().replace(NOT_KEPT, KEPT))
    content = pack(site, today, days_to_read_again(today, docs))
    (site / PACK).write_bytes(content)
    described = {
        "version": hashlib.sha256(content).hexdigest()[:12],
        "pack": {"name": PACK, "integrity": _integrity(content)},
        "engine": {_name(site, file): _integrity(file.read_bytes()) for file in engine_files(site)},
    }
    described["version"] = hashlib.sha256(json.dumps(described).encode()).hexdigest()[:12]
    _write_worker(site, "service-worker.js", f"const SITE = {json.dumps(described, indent=1)};\n")


def write_off(site: Path) -> None:
    """Write the worker that takes everything away again; the pages start none."""
    _write_worker(site, "service-worker-off.js", "")


def _write_worker(site: Path, source: str, first: str) -> None:
    (site / WORKER).write_text(first + (HERE / source).read_text("utf-8"), "utf-8")


def engine_files(site: Path) -> list[Path]:
    """What runs Python: nearly all of the bytes. They are kept apart, by their content, later and not with Save-Data.

    The script of the worker is among them because Firefox does not ask a service worker for what a worker from
    a blob imports: there they come from the store that any browser has, and are in it once they were asked for.
    """
    of_pages = [f"{name.removesuffix('.js')}." for name in PAGE_SCRIPTS]
    return [
        file
        for file in _files(site)
        if file.parent == site / ENGINE_FOLDER and not file.name.startswith((*of_pages, *NOT_WITHOUT_A_NETWORK))
    ]


def days_to_read_again(today: date, docs: Path) -> dict[str, date]:
    """Address of a page -> the first day on which a figure on it has to be read again; "" is the first of the site."""
    days: dict[str, date] = {}
    for due in figures_due(today, 3650, figure_uses.find(docs)):
        for address in ("", *due.used_by) if due.day > today else ():
            days[address] = min(due.day, days.get(address, due.day))
    return days


def pack(site: Path, today: date, days: Mapping[str, date]) -> bytes:
    """All files but those of the engine: gzip of a line of JSON, which says where each is, and the bytes themselves."""
    engine = engine_files(site)
    packed = Packed()
    files: dict[str, list[int]] = {}
    types: list[str] = [*TYPES.values(), ANY_TYPE]
    for file in _files(site):
        if file in engine or file.name in LEFT_OUT or file.name.startswith(NOT_WITHOUT_A_NETWORK):
            continue
        content = file.read_bytes()
        if file.suffix == ".html":
            content = _as_kept(content, f"/{_name(site, file)}", today, days)
        kind = types.index(TYPES.get(file.suffix, ANY_TYPE))
        files[_name(site, file)] = [kind, *packed.add(content)]
    sent = headers.read(site)
    head = json.dumps({"headers": sent, "types": types, "files": files}, separators=(",", ":"))
    return gzip.compress(head.encode() + b"\n" + bytes(packed.content), 9, mtime=0)


def _as_kept(page: bytes, address: str, today: date, days: Mapping[str, date]) -> bytes:
    """A page that knows that it is a kept one, of which day, and from when its figures may be others."""
    marks = f' data-bewaard="{today}"'
    if SHOWS_FIGURES.search(page) and (day := days.get(address, days.get(""))):
        marks += f' data-nalezen="{day}"'
    return page.replace(b'<html lang="nl"', f'<html lang="nl"{marks}'.encode(), 1)


class Packed:
    """Bytes of many files; a run of lines that was there before is not written again when it is long enough."""

    def __init__(self) -> None:
        self.content = bytearray()
        self._lines: list[bytes] = []  # of the content
        self._starts: list[int] = []  # where each begins
        self._places: dict[bytes, list[int]] = {}  # a line -> where in `_lines`

    def add(self, content: bytes) -> list[int]:
        """Add a file; returns start and length of each of its parts within `content`."""
        lines = content.splitlines(keepends=True)
        parts: list[int] = []
        at = 0
        while at < len(lines):
            place, run = self._longest(lines, at)
            size = sum(map(len, lines[at : at + run]))
            if size < LEAST_RUN:
                start, size, run = self._append(lines[at]), len(lines[at]), 1
            else:
                start = self._starts[place]
            if parts and start == parts[-2] + parts[-1]:
                parts[-1] += size
            else:
                parts += [start, size]
            at += run
        return parts

    def _append(self, line: bytes) -> int:
        start = len(self.content)
        self._places.setdefault(line, []).append(len(self._lines))
        self._lines.append(line)
        self._starts.append(start)
        self.content += line
        return start

    def _longest(self, lines: list[bytes], at: int) -> tuple[int, int]:
        """The place in what is there already from which most lines are those at `at`, and how many."""
        best = (0, 0)
        for place in self._places.get(lines[at], ())[-MOST_PLACES:]:
            most = min(len(lines) - at, len(self._lines) - place)
            run = 1
            while run < most and lines[at + run] == self._lines[place + run]:
                run += 1
            best = max(best, (place, run), key=itemgetter(1))
        return best


def _files(site: Path) -> list[Path]:
    return [file for file in sorted(site.rglob("*")) if file.is_file() and file.suffix not in {".br", ".gz", ".xml"}]


def _name(site: Path, file: Path) -> str:
    """The address within the site, without a slash in front: a page is its folder."""
    return file.relative_to(site).as_posix().removesuffix("index.html")


def _integrity(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
