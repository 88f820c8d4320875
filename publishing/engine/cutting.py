"""Makes bytecode smaller: functions that are never called become one that ends the interpreter (``left_out.py``).

A function keeps its name and what kind of function it is; its arguments become ``*args, **kwargs``, so that no wrong
call of it fails in another way first. Modules and bodies of classes stay, because they run when they are imported.
Numbers of lines go as well: they serve tracebacks only, and those are made with the full archive.
"""

from __future__ import annotations

import inspect
import marshal
from collections.abc import Callable
from types import CodeType
from typing import Any

HEADER = 16  # bytes in front of the code in a compiled file
Key = tuple[str, int, str]  # a function: its file in the archive, its first line, its qualified name


def _plain(*_: Any, **__: Any) -> None:
    __import__("left_out").stop()


def _generator(*_: Any, **__: Any) -> Any:
    __import__("left_out").stop()
    yield


async def _coroutine(*_: Any, **__: Any) -> None:
    __import__("left_out").stop()


async def _async_generator(*_: Any, **__: Any) -> Any:
    __import__("left_out").stop()
    yield


KINDS = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR | inspect.CO_ITERABLE_COROUTINE
STUBS: dict[int, Callable[..., Any]] = {
    0: _plain,
    inspect.CO_GENERATOR: _generator,
    inspect.CO_COROUTINE: _coroutine,
    inspect.CO_ASYNC_GENERATOR: _async_generator,
}


def without_lines(compiled: bytes) -> bytes:
    """Return a compiled file without the numbers of its lines."""
    return _changed(compiled, code_without_lines)


def cut(compiled: bytes, used: frozenset[Key]) -> bytes:
    """Return a compiled file in which functions that were not used end the interpreter."""

    def inside(code: CodeType) -> CodeType:
        is_function = code.co_flags & inspect.CO_OPTIMIZED
        if is_function and (code.co_filename, code.co_firstlineno, code.co_qualname) not in used:
            return _stub(code)
        return code_without_lines(code, inside)

    return _changed(compiled, inside)


def _changed(compiled: bytes, change: Callable[[CodeType], CodeType]) -> bytes:
    return compiled[:HEADER] + marshal.dumps(change(marshal.loads(compiled[HEADER:])))  # noqa: S302  # made by this build


def code_without_lines(code: CodeType, inside: Callable[[CodeType], CodeType] | None = None) -> CodeType:
    """Return code without the numbers of its lines; what is defined in it goes by `inside`, or likewise."""
    change = inside or code_without_lines
    constants = tuple(change(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=b"")


def _stub(code: CodeType) -> CodeType:
    """What is free in it stays counted: who makes the function hands that over."""
    stub = STUBS[code.co_flags & KINDS].__code__
    return stub.replace(
        co_name=code.co_name,
        co_qualname=code.co_qualname,
        co_filename=code.co_filename,
        co_freevars=code.co_freevars,
        co_linetable=b"",
        co_firstlineno=1,
    )
