"""Runs the generator's own command, `python -m mkdocs build`, in a process that may be loaded before there is work.

Loading Python, mkdocs and our extension takes half of the time of a small build, so `make serve` has a process that
waits (`python -m publishing.generator`): it begins when a line of JSON arrives, with arguments and environment.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

MODULE = "mkdocs"
LOADED_BEFORE = ("mkdocs.__main__", "mkdocs.commands.build", "publishing.markdown_extension")


class GeneratorError(Exception):
    """The generator has something to complain about; the text says what."""


class Generator:
    """The generator, loaded; a second run loads it anew."""

    def __init__(self) -> None:
        self._waiting: subprocess.Popen[str] | None = None

    def load(self) -> subprocess.Popen[str]:
        """Start loading, without waiting for it."""
        command = [sys.executable, "-m", "publishing.generator"]
        pipe = subprocess.PIPE
        self._waiting = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True)
        return self._waiting

    def run(self, docs: Path, site: Path, today: date) -> None:
        """Let it make pages of a folder of Markdown, in strict mode."""
        midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
        environment = {
            "SPOORWIJZER_TODAY": today.isoformat(),
            "SPOORWIJZER_DOCS": str(docs.resolve()),
            "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
            "NO_MKDOCS_2_WARNING": "1",
        }
        # Not with --quiet: mkdocs would then no longer count the warnings that strict mode turns into errors.
        arguments = ["build", "--strict", "--site-dir", str(site.resolve())]
        with self._waiting or self.load() as running:
            self._waiting = None
            output, _ = running.communicate(json.dumps({"environment": environment, "arguments": arguments}))
        if running.returncode:
            raise GeneratorError(without_traceback(output))


def without_traceback(output: str) -> str:
    """What mkdocs has to complain about, without Python's way to the place of the error."""
    output = re.sub(r"^INFO .*\n", "", output, flags=re.MULTILINE)
    return re.sub(r"^Traceback.*?^(?=\S)(?!Traceback)", "", output, flags=re.MULTILINE | re.DOTALL).strip()


def main() -> None:
    """Load, wait, run."""
    for name in LOADED_BEFORE:
        import_module(name)
    line = sys.stdin.readline()
    if not line:  # nobody wants us any more
        return
    given = json.loads(line)
    os.environ.update(given["environment"])
    sys.argv = [MODULE, *given["arguments"]]
    runpy.run_module(MODULE, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
