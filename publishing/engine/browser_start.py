"""What runs first where Python starts: it makes dataclasses quick to define, and a missing module loud.

That is in the build, before its memory is written down (`image`), and in a page that needs the full files.

Python writes the methods of each dataclass as text and compiles that text when the class is defined. In a browser
this took a third of the time between Python's start and the first answer. So the bundle brings the texts compiled: see
``recorder.py``, which saw them all. A text that it did not see is compiled as always.
"""

import dataclasses
import hashlib
import marshal
import sys
from typing import Any
from zipimport import zipimporter

METHODS = "dataclass_methods.marshal"
OWN_METHODS = "own_dataclass_methods.marshal"  # where Python is small: those that one page needs
LEFT_OUT = "left_out.txt"  # where Python is small: modules that the full archive has besides
NO_METHODS = marshal.dumps({})


def mark(text: str) -> bytes:
    """Stands for a text, which would be longer than the code that is made of it."""
    return hashlib.sha256(text.encode()).digest()[:10]


methods: dict[bytes, Any] = {}  # compiled, by the mark of their text


def begin() -> None:
    """Let `dataclasses` take compiled methods from the archive, and take no module for missing that was left out."""
    take_methods()
    vars(dataclasses)["exec"] = _execute
    if names := _read(LEFT_OUT).decode().split():
        import left_out  # type: ignore[import-not-found]  # noqa: PLC0415  # by this name in the archive

        sys.meta_path.append(left_out.Finder(names))


def take_methods() -> None:
    """Take the compiled methods that the archive has."""
    for name in (METHODS, OWN_METHODS):
        methods.update(marshal.loads(_read(name) or NO_METHODS))  # noqa: S302  # made by our own bundle


def _read(name: str) -> bytes:
    """Return a file that lies beside this module in the archive; nothing when there is none."""
    try:
        return zipimporter(__file__.rpartition("/")[0]).get_data(name)
    except OSError:
        return b""


def _execute(text: str, variables: dict[str, Any], made: dict[str, Any]) -> None:
    exec(methods.get(mark(text), text), variables, made)  # noqa: S102  # the very call that dataclasses makes
