"""What the worker runs first: it makes dataclasses quick to define, and a missing module loud.

Python writes the methods of each dataclass as text and compiles that text when the class is defined. In the browser
this took a third of the time between Python's start and the first answer. So the bundle brings the texts compiled: see
``recorder.py``, which saw them all. A text that it did not see is compiled as always.
"""

import dataclasses
import hashlib
import marshal
import sys
from typing import Any
from zipimport import zipimporter

METHODS = "dataclass_methods.marshal"  # lies beside this module in the archive
OWN_METHODS = "own_dataclass_methods.marshal"  # in the small archive: those that only one page needs
LEFT_OUT = "left_out.txt"  # in the small archive only: modules that the full one has besides


def mark(text: str) -> bytes:
    """Stands for a text, which would be longer than the code that is made of it."""
    return hashlib.sha256(text.encode()).digest()[:10]


def begin() -> None:
    """Let `dataclasses` take compiled methods from the archive, and take no module for missing that was left out."""
    archive = zipimporter(__file__.rpartition("/")[0])
    prepared: dict[bytes, Any] = marshal.loads(archive.get_data(METHODS))  # noqa: S302  # made by our own bundle
    try:
        prepared |= marshal.loads(archive.get_data(OWN_METHODS))  # noqa: S302
        names = archive.get_data(LEFT_OUT).decode().split()
    except OSError:  # this is the full archive
        names = []

    def execute(text: str, variables: dict[str, Any], made: dict[str, Any]) -> None:
        exec(prepared.get(mark(text), text), variables, made)  # noqa: S102  # the very call that dataclasses makes

    vars(dataclasses)["exec"] = execute
    if names:
        import left_out  # type: ignore[import-not-found]  # noqa: PLC0415  # by this name in the archive

        sys.meta_path.append(left_out.Finder(names))
