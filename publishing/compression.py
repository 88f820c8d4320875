"""Precompressed copies (.br, .gz) beside every file that becomes smaller.

Brotli at its best is slow, so the results are kept under build/ by the content's hash: those of a few builds.
SPOORWIJZER_PACKING=snel packs less well, in a tenth of the time: for the site that the tests look at.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

CACHE = Path("build/compressed")
SUFFIXES = {
    ".css", ".html", ".ico", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest",
    ".xml", ".bin", ".zip", ".data",
}  # fmt: skip


IS_QUICK = os.environ.get("SPOORWIJZER_PACKING") == "snel"
BROTLI_LEVEL, GZIP_LEVEL = (5, 5) if IS_QUICK else (11, 9)
KEPT = 3  # so many times what one build uses; a change of the menu makes every page anew


def compress_site(site: Path) -> None:
    """Write the copies; a copy that another step made already is left as it is."""
    files = [file for file in sorted(site.rglob("*")) if file.suffix in SUFFIXES and file.is_file()]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_compress, files))
    _prune(KEPT * 2 * len(files))


def _prune(most: int) -> None:
    """Throw away what was used longest ago."""
    kept = sorted(CACHE.glob("*.*"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for old in kept[most:]:
        old.unlink(missing_ok=True)


def _compress(file: Path) -> None:
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    for ending, encode in (("br", _brotli), ("gz", _gzip)):
        copy = file.with_name(f"{file.name}.{ending}")
        if copy.exists():
            continue
        kept = CACHE / f"{digest}{'-snel' if IS_QUICK else ''}.{ending}"
        if kept.exists():
            packed = kept.read_bytes()
            os.utime(kept)  # used now
        else:
            packed = encode(content)
            CACHE.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_name(f"{kept.name}.{os.getpid()}")
            unfinished.write_bytes(packed)
            unfinished.replace(kept)
        if len(packed) < len(content):
            copy.write_bytes(packed)


def _brotli(content: bytes) -> bytes:
    packed: bytes = brotli.compress(content, quality=BROTLI_LEVEL, lgwin=22)
    return packed


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, GZIP_LEVEL, mtime=0)
