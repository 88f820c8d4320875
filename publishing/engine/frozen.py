"""Sets to zero the modules in machine code that Python has imported by the time that its memory is written down.

Python brings the modules with which it starts as bytecode in its own data (``Modules/_freeze_module``). A page begins
with memory in which they are imported, so their bytecode is read no more; Python reads it only to import them. Which
modules there are, and where each begins and ends, stands in three tables that are exported by name, and which of them
are imported the memory's own Python says. Any other one stays.

https://docs.python.org/3/c-api/import.html#c.PyImport_FrozenModules (``struct _frozen``)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publishing.engine import addresses
from publishing.engine.machine_code import DATA, UnknownShape, changed, exported_places, piece

TABLES = ("_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest")
ENTRY = 16  # bytes: where its name is, where its bytecode, how long that is, and whether it is a package
CODE, SIZE = 4, 8  # where in an entry these are; each has four bytes


def emptied(made: bytes, whole: bytes, loader: str, imported: Iterable[str]) -> bytes:
    """Return `made`, cut from `whole` and with its addresses written, without the bytecode of imported modules."""
    before, data = addresses.data_of(made)
    places = {name: (begin, end) for name, begin, end in modules(whole, loader)}
    for name in imported:
        if name not in places:
            raise UnknownShape(f"no frozen module {name}")
        begin, end = places[name]
        data[begin:end] = bytes(end - begin)
    return changed(made, {DATA: lambda _: before + piece(bytes(data))})


def modules(whole: bytes, loader: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name of each frozen module, and where in the data its bytecode begins and ends."""
    _, data = addresses.data_of(whole)
    pointers = addresses.pointers(whole, loader)
    exported = exported_places(whole)
    for table in TABLES:
        entry = pointers.get(exported.get(table, -1))
        if entry is None:
            raise UnknownShape(f"no table {table}")
        while (name := pointers.get(entry)) is not None:  # the last one has no name
            begin = pointers.get(entry + CODE)
            if begin is not None:  # an alias may have none
                size = int.from_bytes(data[entry + SIZE : entry + SIZE + 4], "little")
                yield bytes(data[name : data.index(0, name)]).decode(), begin, begin + size
            entry += ENTRY
