"""In what pages begin with: what stands in the place of all that no recorded question needed.

Being wrong about that must be loud: no ``except`` may take it for an error of its own and go on. So the interpreter
ends here, the worker reports it, and the page goes on with the full archive. May use nothing but what is part of the
interpreter, because it may be called while that starts.
"""

import posix
import sys

TYPE_CHECKING = False  # importing the one of `typing` would import half of the library
if TYPE_CHECKING:
    from typing import NoReturn


def stop() -> "NoReturn":
    """End the interpreter, on behalf of the function that calls this."""
    end(sys._getframe(1).f_code.co_qualname)  # noqa: SLF001  # the documented way to one's caller


def end(name: str) -> "NoReturn":
    """End the interpreter, and say on the console what was missing."""
    posix.write(2, f"left out: {name}\n".encode())
    posix.abort()


class Finder:
    """Stands last on ``sys.meta_path``: who comes here asks for a module that a page does not begin with."""

    def __init__(self, names: list[str]) -> None:
        self._names = frozenset(names)

    def find_spec(self, name: str, *_: object) -> None:
        """End when the full archive has this module; otherwise it is missed there as well."""
        if name in self._names:
            end(name)
