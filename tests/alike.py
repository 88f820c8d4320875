"""One test for many things that are alike: every rule of every page, every sentence of every worked case.

A test of its own for each of ten thousand things costs pytest a third of a minute on every core, most of it for
counting them. So one test asks it of all, and names each thing that is wrong.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable

import pytest


def of_each[*Thing](
    things: Iterable[tuple[str, tuple[*Thing]]],
) -> Callable[[Callable[[*Thing], None]], Callable[[], None]]:
    """Have a test ask about each of these things, which come with their names; it fails with all that are wrong."""
    asked = list(things)

    def decorate(test: Callable[[*Thing], None]) -> Callable[[], None]:
        assert not inspect.isgeneratorfunction(test), "it would never run"
        assert not hasattr(test, "pytestmark"), "marks belong above this one"

        def ask_of_all() -> None:
            assert asked
            wrong = [f"{name}: {error}" for name, thing in asked if (error := _wrong(test, thing)) is not None]
            if wrong:
                pytest.fail("\n\n".join([f"{len(wrong)} of {len(asked)} are wrong", *wrong]), pytrace=False)

        ask_of_all.__name__, ask_of_all.__qualname__ = test.__name__, test.__qualname__
        ask_of_all.__doc__, ask_of_all.__module__ = test.__doc__, test.__module__
        return ask_of_all

    return decorate


def _wrong[*Thing](test: Callable[[*Thing], None], thing: tuple[*Thing]) -> str | None:
    try:
        test(*thing)
    except (Exception, pytest.fail.Exception, pytest.skip.Exception) as error:  # noqa: BLE001 - the others are asked too
        return f"{type(error).__name__}: {error}"
    return None
