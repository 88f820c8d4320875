"""Modules that Python has imported from its own data before a page begins are zero there; no other byte changes."""

from __future__ import annotations

import marshal
import re
from types import CodeType

import pytest

from publishing.engine import addresses, frozen
from publishing.engine.machine_code import UnknownShape
from publishing.engine.recording import LOADER, MACHINE_CODE


@pytest.fixture(scope="module")
def whole() -> bytes:
    """Python's machine code as it comes."""
    return MACHINE_CODE.read_bytes()


@pytest.fixture(scope="module")
def loader() -> str:
    """What starts it."""
    return LOADER.read_text("utf-8")


def test_every_module_of_the_tables_is_bytecode_from_its_first_to_its_last_byte(whole: bytes, loader: str) -> None:
    _, data = addresses.data_of(whole)
    found = {name: bytes(data[begin:end]) for name, begin, end in frozen.modules(whole, loader)}
    assert {"_frozen_importlib", "os", "zipimport", "runpy"} <= found.keys()
    for name, content in found.items():
        code = marshal.loads(content)  # noqa: S302  # of Pyodide
        assert isinstance(code, CodeType), name
        with pytest.raises(EOFError):
            marshal.loads(content[:-1])  # noqa: S302


def test_only_what_was_imported_becomes_zero(whole: bytes, loader: str) -> None:
    before, after = (
        bytes(addresses.data_of(one)[1]) for one in (whole, frozen.emptied(whole, whole, loader, ["os", "stat"]))
    )
    places = {name: slice(begin, end) for name, begin, end in frozen.modules(whole, loader)}
    wanted = bytearray(before)
    for name in ("os", "stat"):
        wanted[places[name]] = bytes(places[name].stop - places[name].start)
    assert after == bytes(wanted) != before


def test_what_pages_begin_with_has_none_that_is_imported_and_all_that_are_not(
    whole: bytes, loader: str, hot: bytes, imported: list[str]
) -> None:
    _, data = addresses.data_of(hot)
    gone = {name for name, begin, end in frozen.modules(whole, loader) if not any(data[begin:end])}
    assert set(imported) <= gone
    assert "runpy" not in gone


def test_a_module_that_is_in_no_table_ends_the_build(whole: bytes, loader: str) -> None:
    with pytest.raises(UnknownShape, match=re.escape("no frozen module decimal")):
        frozen.emptied(whole, whole, loader, ["decimal"])
