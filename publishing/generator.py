"""Runs the generator's own command, `python -m mkdocs build`, in a process that may be loaded before there is work.

GENERATOR names another one, in an environment of its own (`.venv-properdocs`, made by `make setup`): adr/0014.

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

from publishing import zensical_site

NAMES = ("mkdocs", "properdocs", "zensical")
ZENSICAL = "zensical"  # has no command of this kind: publishing/zensical_site.py


class GeneratorError(Exception):
    """The generator has something to complain about; the text says what."""


def chosen() -> str:
    """The name of the generator that is to make the pages."""
    name = os.environ.get("GENERATOR") or NAMES[0]
    if name not in NAMES:
        raise GeneratorError(f"GENERATOR={name}: known are {', '.join(NAMES)}.")
    return name


def python_of(name: str) -> Path:
    """The Python that has the generator."""
    python = Path(sys.executable) if name == NAMES[0] else Path(f".venv-{name}/bin/python").absolute()
    if not python.exists():
        raise GeneratorError(f"{name} is not installed. Run: make setup GENERATOR={name}")
    return python


class Generator:
    """The generator, loaded; a second run loads it anew."""

    def __init__(self) -> None:
        self.name = chosen()
        self._waiting: subprocess.Popen[str] | None = None

    @property
    def makes_parts(self) -> bool:
        """Say whether it can make some pages and leave others as they are (publishing/kept_pages.py)."""
        return self.name != ZENSICAL

    def load(self) -> subprocess.Popen[str]:
        """Start loading, without waiting for it."""
        command = [str(python_of(self.name)), "-m", "publishing.generator", self.name]
        environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
        pipe = subprocess.PIPE
        self._waiting = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True, env=environment
        )
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
        if self.name == ZENSICAL:
            os.environ.update(environment)
            if wrong := zensical_site.build(python_of(self.name), docs, site):
                raise GeneratorError(wrong)
            return
        # Not with --quiet: mkdocs would then no longer count the warnings that strict mode turns into errors.
        arguments = ["build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(site.resolve())]
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
    module = sys.argv[1]
    for name in (f"{module}.__main__", f"{module}.commands.build", "publishing.markdown_extension"):
        import_module(name)
    line = sys.stdin.readline()
    if not line:  # nobody wants us any more
        return
    given = json.loads(line)
    os.environ.update(given["environment"])
    sys.argv = [module, *given["arguments"]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
