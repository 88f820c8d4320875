"""What is worked out while the bundle is made, because it takes long in the browser.

The bundle puts the files of `write` into ``calculators/prepared/`` of its archive; elsewhere that
folder does not exist.
"""

from __future__ import annotations

import sys
from pathlib import Path

from calculators.frame import rendering, tables, version

__all__ = ["write"]


def write(folder: Path) -> None:
    """Write all tables as read from their files, every template as a Python module, and the mark of this version."""
    tables.write(folder)
    rendering.write_templates(folder)
    version.write(folder)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
