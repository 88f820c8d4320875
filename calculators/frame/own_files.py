"""The files of this package: in a folder, or, in the browser, in an archive with what the bundle prepared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

PREPARED = "prepared"
FOLDER = Path(__file__).parents[1]  # in the browser no folder, but a place in the archive


def prepared(name: str) -> bytes | None:
    """Return what the bundle prepared under this name; None where nothing was, which is everywhere but in the browser.

    What imported this module reads it: `importlib.resources` lists the whole archive each time that it is asked, which
    took a third of a first answer.
    """
    loader = cast("ResourceLoader", __spec__.loader)
    try:
        return loader.get_data(str(FOLDER / PREPARED / name))
    except OSError:
        return None
