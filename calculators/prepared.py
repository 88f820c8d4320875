"""What is worked out while the bundle is made, because it takes long in the browser.

The bundle puts the files of `write` into ``calculators/prepared/`` of its archive; elsewhere that
folder does not exist.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from calculators import registry
from calculators.frame import rendering, tables, version

__all__ = ["OWN", "names", "own", "write"]

OWN = "own.json"  # for the bundle only


def write(folder: Path) -> None:
    """Write all tables as read from their files, every template as a Python module, what is known of all calculators,
    and the mark of this version."""
    tables.write(folder)
    rendering.write_templates(folder)
    registry.write(folder)
    version.write(folder)
    (folder / OWN).write_text(json.dumps(own()), "utf-8")


def own() -> dict[str, dict[str, Any]]:
    """Return which prepared files belong to one folder only, which folders each page needs, and where pages are."""
    addresses = {name: registry.calculator(name).address for name in registry.all_names()}
    return {"files": _own_files(), "pages": _pages(), "addresses": addresses}


def names(files: Collection[str]) -> dict[str, list[str]]:
    """Return by their names the templates and the tables that stand in prepared files, as `browser.load` wants them."""
    templates = {f"{rendering.prepared_file(name)}c": name for name in rendering.template_names()}  # as bytecode
    apart = {tables.prepared_file(path): path for path in tables.paths() if tables.is_apart(path)}
    return {
        "templates": sorted(templates[file] for file in files if file in templates),
        "paths": sorted(apart[file] for file in files if file in apart),
    }


def _own_files() -> dict[str, str]:
    """Return the folder of each prepared file that only its own calculator or document needs."""
    found = {rendering.prepared_file(name): name.rpartition("/")[0] for name in rendering.template_names()}
    found |= {tables.prepared_file(path): path.rpartition("/")[0] for path in tables.paths() if tables.is_apart(path)}
    return {file: folder for file, folder in found.items() if folder}


def _pages() -> dict[str, list[str]]:
    """Return the folders that a page needs by the name of its form; a tool knows all calculators and documents."""
    documents = {name: name.partition("/")[2].replace("-", "_") for name in registry.documents()}
    found = {name: [registry.calculator(name).folder] for name in registry.names()}
    found |= {name: [registry.DOCUMENTS, f"{registry.DOCUMENTS}/{folder}"] for name, folder in documents.items()}
    every = sorted({folder for folders in found.values() for folder in folders})
    return found | {name: [registry.calculator(name).folder, *every] for name in registry.tools()}


if __name__ == "__main__":
    write(Path(sys.argv[1]))
