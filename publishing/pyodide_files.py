"""Pyodide's files are those that its makers published: checked at every build, before any of them is used.

npm checks the package while it is installed; what happens in `node_modules/` afterwards it does not see. The list is
written anew after an upgrade, straight after `make setup`: `python -m publishing.pyodide_files --write`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "node_modules" / "pyodide"
LIST = Path(__file__).with_name("pyodide.sha256")  # as `sha256sum --check` reads it
USED = ("package.json", "pyodide-lock.json", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip")


class ChangedError(Exception):
    """A file of Pyodide is not what it was; the text says which, and what to do."""


def sums(folder: Path = FOLDER) -> dict[str, str]:
    """The checksum of each file in use."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in USED}


def check(folder: Path = FOLDER, listed: Path = LIST) -> None:
    """Compare each file with the list."""
    wanted = {name: digest for digest, name in (line.split("  ") for line in listed.read_text("utf-8").splitlines())}
    found = sums(folder)
    changed = [name for name in USED if wanted.get(name) != found[name]]
    if changed:
        version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
        raise ChangedError(
            f"Pyodide {version} in node_modules/ has other files than {listed.name} says: {', '.join(changed)}. "
            "After an upgrade: `python -m publishing.pyodide_files --write`. Else: rm -r node_modules; make setup."
        )


def main() -> None:
    """Check, or write the list anew."""
    parser = argparse.ArgumentParser(prog="python -m publishing.pyodide_files", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the list anew, after an upgrade")
    if parser.parse_args().write:
        LIST.write_text("".join(f"{digest}  {name}\n" for name, digest in sums().items()), "utf-8")
    try:
        check()
    except ChangedError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
