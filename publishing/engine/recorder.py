"""What Pyodide imports first of all while `record.mjs` runs it: it notes each function that starts.

It begins before the first module of the standard library, so it imports nothing but what is part of the interpreter.
"""

import sys

TYPE_CHECKING = False  # importing the one of `typing` would import half of the library
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType
    from typing import Any

TOOL = 0
started: "dict[int, CodeType]" = {}
methods: "dict[str, tuple[CodeType, set[str]]]" = {}


def note(code: "CodeType", _: int) -> object:
    """Remember a function; nothing more is to be told of it."""
    started[id(code)] = code
    return sys.monitoring.DISABLE


def begin() -> None:
    """Have every start of a function noted from now on."""
    sys.monitoring.use_tool_id(TOOL, "recorder")
    sys.monitoring.register_callback(TOOL, sys.monitoring.events.PY_START, note)
    sys.monitoring.set_events(TOOL, sys.monitoring.events.PY_START)


def watching_dataclasses(begin: "Callable[[], None]") -> "Callable[[], None]":
    """Return what begins, and then remembers each text that `dataclasses` has compiled, for ``browser_start.py``."""

    def execute(text: str, variables: "dict[str, Any]", made: "dict[str, Any]") -> None:
        code, modules = methods.setdefault(text, (compile(text, "<dataclass>", "exec", optimize=2), set()))
        modules.add(variables["__name__"])
        exec(code, variables, made)  # noqa: S102  # the very call that dataclasses makes

    def watched() -> None:
        begin()
        vars(sys.modules["dataclasses"])["exec"] = execute

    return watched


def found() -> str:
    """Return as JSON the modules that came from the archive, the functions that started there, and those methods.

    Of these by module: the code of each text, compiled.
    """
    sys.monitoring.set_events(TOOL, 0)
    origins = {name: getattr(module.__spec__, "origin", None) or "" for name, module in sys.modules.items()}
    import base64  # noqa: PLC0415  # not before it is known what is in use
    import json  # noqa: PLC0415
    import marshal  # noqa: PLC0415

    functions = {(one.co_filename, one.co_firstlineno, one.co_qualname) for one in started.values()}
    return json.dumps(
        {
            "modules": sorted(name for name, origin in origins.items() if ".zip/" in origin),
            "functions": sorted(one for one in functions if not one[0].startswith("<")),
            "methods": [
                [text, sorted(modules), base64.b64encode(marshal.dumps(code)).decode()]
                for text, (code, modules) in sorted(methods.items())
            ],
        }
    )
