"""Builds the site, serves it with production's headers, and rebuilds on a change.

`python -m publishing.serve --port 8000`. The rebuild is a new process, so a
changed rule counts; the old site is served until the new one is whole.
"""

from __future__ import annotations

import argparse
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from publishing import server

WATCHED = ("docs", "calculators", "overrides", "publishing", "mkdocs.yml")
IGNORED = {"__pycache__"}


def snapshot() -> dict[Path, int]:
    """Every watched file with the moment of its last change."""
    found: dict[Path, int] = {}
    for name in WATCHED:
        path = Path(name)
        for file in [path, *path.rglob("*")]:
            if not IGNORED.intersection(file.parts):
                with suppress(FileNotFoundError):  # an editor may just be replacing it
                    facts = file.stat()
                    if stat.S_ISREG(facts.st_mode):
                        found[file] = facts.st_mtime_ns
    return found


def rebuild(out: Path) -> bool:
    """Build in a process of its own; a failing build has said why on the terminal."""
    return subprocess.run([sys.executable, "-m", "publishing.build", "--out", str(out)], check=False).returncode == 0


def changes(pause: float = 0.3) -> Iterator[list[Path]]:
    """Wait for changes, for ever: each time the files that were changed, added or removed."""
    seen = snapshot()
    while True:
        time.sleep(pause)
        now = snapshot()
        if now != seen:
            yield sorted(file for file in {*now, *seen} if now.get(file) != seen.get(file))
            seen = now


def watch(out: Path) -> None:
    """Rebuild for ever, whenever a watched file changes."""
    for changed in changes():
        names = ", ".join(str(file) for file in changed[:3])
        print(f"Changed: {names}{' …' if len(changed) > 3 else ''}", flush=True)
        if not rebuild(out):
            print("The site from before this change is still served.", flush=True)


def main() -> None:
    """Read the command line, build and serve."""
    parser = argparse.ArgumentParser(prog="python -m publishing.serve", description="Serve the site while writing.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--out", type=Path, default=Path("site"))
    arguments = parser.parse_args()
    out = arguments.out.resolve()
    try:
        site_server = server.start(out, arguments.port)
    except OSError:
        sys.exit(f"Port {arguments.port} is in use. Choose another: make serve PORT={arguments.port + 1}")
    if not rebuild(out) and not out.exists():
        sys.exit("There is no site to serve yet: mend the error above first.")
    threading.Thread(target=watch, args=(out,), daemon=True).start()
    print(f"Ready: http://127.0.0.1:{arguments.port}/ (stop with Ctrl-C)", flush=True)
    try:
        site_server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
