"""Builds the site, serves it with production's headers, and rebuilds on a change.

`python -m publishing.serve --port 8000`. The rebuild is a new process, so a
changed rule counts; the old site is served until the new one is whole.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import threading
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path

from watchfiles import DefaultFilter, watch

from publishing import search, server

TEXTS = "docs"
FOLDERS = (TEXTS, "calculators", "overrides", "publishing")
FILES = ("mkdocs.yml", "links.txt")
LOOK_EVERY_MS = 50


def changes() -> Iterator[list[str]]:
    """Notice changes from the first call on, for ever: each time the files changed, added or removed, or none.

    What happens between two calls comes with the next. An editor may write a new file in the place of an old one,
    which a watch on the old one does not see: so it is the folder around `FILES` that is watched.
    """
    how = {"debounce": 500, "step": LOOK_EVERY_MS, "rust_timeout": LOOK_EVERY_MS, "yield_on_timeout": True}
    folders = watch(*FOLDERS, watch_filter=DefaultFilter(), **how)  # type: ignore[arg-type]
    files = watch(".", watch_filter=lambda _, path: Path(path).name in FILES, recursive=False, **how)  # type: ignore[arg-type]
    for several in zip(folders, files, strict=False):
        yield sorted({relpath(path) for one in several for _, path in one})


class Builder:
    """Builds in a process of its own, which is loaded before there is work."""

    def __init__(self, out: Path, *options: str) -> None:
        self._command = [sys.executable, "-m", "publishing.build", "--out", str(out), "--quick", "--wait", *options]
        self._waiting = self._load()

    def _load(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, stdin=subprocess.PIPE)

    def build(self, changed: list[str]) -> bool:
        """Build; a failing build has said why on the terminal. Only texts may have changed since the last load."""
        if any(Path(name).parts[0] != TEXTS for name in changed):
            self.stop()
            self._waiting = self._load()
        self._waiting.communicate(b"\n")
        built = self._waiting.returncode == 0
        self._waiting = self._load()
        return built

    def stop(self) -> None:
        """Let the waiting process go."""
        self._waiting.communicate()


def rebuild(builder: Builder, noticed: Iterator[list[str]]) -> None:
    """Rebuild for ever, whenever something changes."""
    for changed in noticed:
        if changed:
            print(f"Changed: {', '.join(changed[:3])}{' …' if len(changed) > 3 else ''}", flush=True)
            if not builder.build(changed):
                print("The site from before this change is still served.", flush=True)


def answer_questions(site: Path) -> None:
    """Say of each question that is typed on the terminal which places the search gives, and why."""
    for line in sys.stdin:
        if line.strip():
            print(search.why(line.strip(), site), flush=True)


def main() -> None:
    """Read the command line, build and serve."""
    parser = argparse.ArgumentParser(prog="python -m publishing.serve", description="Serve the site while writing.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--out", type=Path, default=Path("site"))
    parser.add_argument("--today", default=None, help="day of the build, YYYY-MM-DD")
    arguments = parser.parse_args()
    out = arguments.out.resolve()
    try:
        site_server = server.start(out, arguments.port)
    except OSError:
        sys.exit(f"Port {arguments.port} is in use. Choose another: make serve PORT={arguments.port + 1}")
    noticed = changes()
    next(noticed)  # from here on: an edit during the first build counts
    builder = Builder(out, *(["--today", arguments.today] if arguments.today else []))
    if not builder.build([]) and not out.exists():
        sys.exit("There is no site to serve yet: mend the error above first.")
    threading.Thread(target=rebuild, args=(builder, noticed), daemon=True).start()
    threading.Thread(target=answer_questions, args=(out,), daemon=True).start()
    print(f"Ready: http://127.0.0.1:{arguments.port}/ (stop with Ctrl-C)", flush=True)
    print("Type a question to see what the search finds for it, and why.", flush=True)
    try:
        site_server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
