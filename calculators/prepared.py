"""What is worked out while the bundle is made, because it takes long in the browser.

The bundle puts the files of `write` into ``calculators/prepared/`` of its archive; elsewhere that
folder does not exist.
"""

from __future__ import annotations

import sys
from pathlib import Path

from calculators.common import rendering, tables

__all__ = ["write"]


def write(folder: Path) -> None:
    """Write all tables as read from their files, and every template as a Python module."""
    tables.write(folder)
    rendering.write_templates(folder)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
