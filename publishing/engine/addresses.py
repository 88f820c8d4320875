"""Writes the addresses in the data of machine code beforehand, which Pyodide writes each time that it starts.

Its main module could lie anywhere in memory, so a function of its own, ``__wasm_apply_data_relocs``, writes 28,000
addresses into its data: half a megabyte of code that runs once. But the loader always puts it in the same place. What
memory holds afterwards is the same, to the byte.

https://github.com/WebAssembly/tool-conventions/blob/main/DynamicLinking.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from publishing.engine.machine_code import (
    CODE,
    CONSTANT,
    DATA,
    END,
    IMPORTS,
    OF_A_GLOBAL,
    Reader,
    UnknownShape,
    bodies,
    changed,
    exported_functions,
    imports,
    number,
    piece,
    sections,
    vector,
)

WRITES_ADDRESSES = "__wasm_apply_data_relocs"
MEMORY, TABLE = "__memory_base", "__table_base"  # where its data begin in memory, and its functions in the table
# What the loader gives for these two.
GIVEN = r'var _{}=new WebAssembly\.Global\(\{{value:"i32",mutable:false\}},(\d+)\)'
GET_GLOBAL, STORE, ADD, SUBTRACT = 0x23, 0x36, 0x6A, 0x6B
SIZE = 4  # bytes of an address


def written(machine_code: bytes, loader: str) -> bytes:
    """Return machine code with the addresses in its data that `loader`, the text that starts it, decides.

    The function stays, for what depends on anything else.
    """
    at, code, statements = _found(machine_code, loader)
    before, data = data_of(machine_code)
    rest = []
    for statement, begin, value in statements:
        if not 0 <= begin <= len(data) - SIZE:
            raise UnknownShape("an address outside its data")
        if value is None:
            rest.append(statement)
        else:
            data[begin : begin + SIZE] = (value % 2**32).to_bytes(SIZE, "little")
    code[at] = bytes([0]) + b"".join(rest) + bytes([END])
    return changed(machine_code, {CODE: lambda _: vector(code), DATA: lambda _: before + piece(bytes(data))})


def pointers(machine_code: bytes, loader: str) -> dict[int, int]:
    """Return at which places of its data machine code writes an address, and which place of its data that is.

    An address of a function is there as well, as a place that says nothing: it is lower than what is asked here.
    """
    memory = _given(MEMORY, loader)
    return {begin: value - memory for _, begin, value in _found(machine_code, loader)[2] if value is not None}


def _found(machine_code: bytes, loader: str) -> tuple[int, list[bytes], list[tuple[bytes, int, int | None]]]:
    """Return which function writes addresses, all functions, and what it writes: the statement, its place, a value."""
    parts = dict(sections(machine_code))
    places = {name: _given(name, loader) for name in (MEMORY, TABLE)}
    imported = list(imports(parts[IMPORTS]))
    variables = [name for name, kind in imported if kind == OF_A_GLOBAL]
    constants = {index: places[name] for index, name in enumerate(variables) if name in places}
    at = exported_functions(machine_code)[WRITES_ADDRESSES]
    code = bodies(parts[CODE])
    statements = _statements(code[at], constants)
    return at, code, [(statement, address - places[MEMORY], value) for statement, address, value in statements]


def memory_variable(machine_code: bytes) -> int:
    """Return the number of the variable that holds where the data begin in memory."""
    imported = imports(dict(sections(machine_code))[IMPORTS])
    return [name for name, kind in imported if kind == OF_A_GLOBAL].index(MEMORY)


def place_of_data(loader: str) -> int:
    """Return where in memory the data of machine code lies."""
    return _given(MEMORY, loader)


def _given(name: str, loader: str) -> int:
    found = re.search(GIVEN.format(name), loader)
    if not found:
        raise UnknownShape(f"a loader without {name}")
    return int(found[1])


def data_of(machine_code: bytes) -> tuple[bytes, bytearray]:
    """Return what stands before the data, and the data: all in one, from the place that variable `MEMORY` holds."""
    before = number(1) + bytes([0, GET_GLOBAL]) + number(memory_variable(machine_code)) + bytes([END])
    reader = Reader(dict(sections(machine_code))[DATA])
    if reader.take(len(before)) != before:
        raise UnknownShape("its data in other places")
    data = bytearray(reader.piece())
    if not reader.is_at_end():
        raise UnknownShape("something behind its data")
    return before, data


def _statements(body: bytes, constants: Mapping[int, int]) -> Iterator[tuple[bytes, int, int | None]]:
    """Yield what a function writes that does nothing else: as it stands there, where, and what when that is known."""
    reader = Reader(body)
    if reader.number():
        raise UnknownShape("variables among its addresses")
    begin = reader.at
    values: list[int | None] = []
    while (code := reader.byte()) != END:
        if code == GET_GLOBAL:
            values.append(constants.get(reader.number()))
        elif code == CONSTANT:
            values.append(reader.signed_number())
        elif code in (ADD, SUBTRACT) and len(values) > 1:
            values.append(_sum(values.pop(), values.pop(), -1 if code == SUBTRACT else 1))
        elif code == STORE and len(values) == 2 and (address := values[0]) is not None:
            reader.number()  # how it lies, which says nothing
            address += reader.number()
            yield body[begin : reader.at], address, values[1]
            values.clear()
            begin = reader.at
        else:
            raise UnknownShape(f"instruction {code:#x} among its addresses")
    if values or not reader.is_at_end():
        raise UnknownShape("something behind its addresses")


def _sum(right: int | None, left: int | None, sign: int) -> int | None:
    return None if left is None or right is None else left + sign * right
