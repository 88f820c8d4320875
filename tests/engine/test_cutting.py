"""A function that was cut out ends everything when it is called, whatever kind of function it is; the others stay."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from publishing.engine import cutting

SOURCE = """
def used(number, *, more=1):
    return number + more

def unused(number, more=1):
    return number

def generator():
    yield 1

async def coroutine():
    return 1

async def async_generator():
    yield 1

class Thing:
    size = used(2)
    def __init__(self):
        self.number = 1
    def method(self):
        return super().__hash__()
    @property
    def half(self):
        return self.number / 2

def outer(free):
    def inner():
        return free
    return inner
"""
USED = {"used", "outer", "Thing.__init__"}


class EndedError(BaseException):
    """Stands for the end of the interpreter."""


def stop() -> None:
    raise EndedError


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The variables of the module above, of which only `USED` was recorded."""
    stand_in = ModuleType("left_out")
    vars(stand_in)["stop"] = stop
    monkeypatch.setitem(sys.modules, "left_out", stand_in)
    code = compile(SOURCE, "made.py", "exec")
    header = b"\0" * cutting.HEADER
    keys = frozenset(("made.py", line, name) for line in range(1, 40) for name in USED)
    variables: dict[str, Any] = {"__name__": "made"}
    exec(marshal.loads(cutting.cut(header + marshal.dumps(code), keys)[cutting.HEADER :]), variables)  # noqa: S102, S302
    return variables


def test_what_was_used_stays_as_it_is(cut: dict[str, Any]) -> None:
    assert cut["used"](2, more=3) == 5
    assert cut["Thing"].size == 3
    assert cut["Thing"]().number == 1


CALLS: dict[str, Callable[[dict[str, Any]], object]] = {
    "a function": lambda cut: cut["unused"](1),
    "a function that is called wrongly": lambda cut: cut["unused"](1, 2, 3, 4, other=5),
    "a method": lambda cut: cut["Thing"]().method(),
    "a property": lambda cut: cut["Thing"]().half,
    "a closure": lambda cut: cut["outer"](1)(),
    "a generator": lambda cut: next(cut["generator"]()),
    "a coroutine": lambda cut: cut["coroutine"]().send(None),
    "an asynchronous generator": lambda cut: cut["async_generator"]().asend(None).send(None),
}


@pytest.mark.parametrize("kind", CALLS)
def test_what_was_not_used_ends_all(cut: dict[str, Any], kind: str) -> None:
    with pytest.raises(EndedError):
        CALLS[kind](cut)


def test_what_was_cut_keeps_its_name_and_says_it(cut: dict[str, Any]) -> None:
    assert cut["Thing"].method.__qualname__ == "Thing.method"
    assert cut["unused"].__name__ == "unused"
