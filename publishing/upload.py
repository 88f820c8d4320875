"""Puts the built site in a store of objects, with rclone: `python -m publishing.upload --site site store:bucket`.

A store sends an object with what was written beside it, so type and time to keep are given here, file by file, from the
same table as for nginx. What never changes goes first and pages go last: no page names a file that is not there yet.
Nothing is taken away: an old page that is still open may ask for its files.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publishing import headers

# A store knows one form of each file. Texts are packed by whoever stands in front of it; other kinds mostly are not,
# and the engine is a third of its size in Brotli, which every browser that can run it takes over https.
PACKED_HERE = {"application/wasm", "application/zip"}
NOT_SENT = {".br", ".gz"}
TEXT = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


@dataclass(frozen=True)
class Group:
    """Files that are sent with the same words beside them."""

    kind: str
    keep: str
    files: tuple[str, ...]


def groups(site: Path) -> Iterator[Group]:
    """Every file of the site once: names with a hash, then what pages need, then pages."""
    kinds = headers.types(site)
    found: dict[tuple[int, str, str], list[str]] = {}
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if not file.is_file() or file.suffix in NOT_SENT or name in headers.OF_THE_HOST:
            continue
        keep = headers.cache_control(file.name)
        turn = 0 if keep == headers.FOR_EVER else 2 if file.suffix == ".html" else 1
        found.setdefault((turn, kinds.get(file.suffix, headers.UNKNOWN), keep), []).append(name)
    for (_, kind, keep), files in sorted(found.items()):
        yield Group(with_encoding(kind), keep, tuple(files))


def with_encoding(kind: str) -> str:
    """The type of a text says in which encoding it is written."""
    return f"{kind}; charset=utf-8" if kind.startswith(TEXT) else kind


def send(site: Path, where: str, dry_run: bool = False) -> None:
    """Send group by group; a command that fails ends it, and what readers had stays whole."""
    for group in groups(site):
        encoding = "br" if group.kind in PACKED_HERE else ""
        print(f"{len(group.files):5} × {group.kind} {encoding}: {group.keep}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            for name in group.files:
                link = Path(folder) / name
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to((site / (f"{name}.{encoding}" if encoding else name)).resolve(strict=True))
            beside = {"Content-Type": group.kind, "Cache-Control": group.keep}
            if encoding:
                beside["Content-Encoding"] = encoding
            command = ["rclone", "copy", "--copy-links", "--checksum", folder, where]
            for name, text in beside.items():
                command += ["--header-upload", f"{name}: {text}"]
            subprocess.run([*command, *(["--dry-run"] if dry_run else [])], check=True)


def main() -> None:
    """Read the command line and send."""
    parser = argparse.ArgumentParser(prog="python -m publishing.upload", description=__doc__)
    parser.add_argument("where", help="remote and bucket as rclone knows them, such as store:bucket")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would be sent")
    given = parser.parse_args()
    if not shutil.which("rclone"):
        sys.exit("rclone is missing. Run: apt-get install --no-install-recommends rclone")
    try:
        send(given.site, given.where, given.dry_run)
    except subprocess.CalledProcessError as error:
        sys.exit(f"rclone stopped ({error.returncode}): what was served before is still whole; run it again.")


if __name__ == "__main__":
    main()
