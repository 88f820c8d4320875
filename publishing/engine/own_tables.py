"""Sets to zero tables of numbers that only functions of one part of Python name, when all of those were cut.

Two parts have large ones: ``unicodedata``, the names and properties of all characters, and the C library's ``iconv``.
Nothing points to these tables; functions name them. Machine code that may lie anywhere in memory names a table by its
beginning and adds to that where in it something is, so:

- A part is its first function, which is exported by name, and those up to the next one that is.
- A table begins where functions of a part name a place, and ends no later than the next place that anything names.
- It goes when all functions of its part trap, and no other function, in use or not, and no address in the data has its
  beginning. It stays when it is short or text, as several parts may have the same text, and the end of one text may be
  another; and when there are addresses in it.

That is less certain than a form: a function may name a place before its table, from which it counts. So a test reads
all that goes, as Python reads it, and compares it with ``unicodedata`` and codecs of the Python that builds
(``tests/engine/test_own_tables.py``): whatever goes and is not one of the tables that it knows, to the byte, fails.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from publishing.engine import addresses, tables
from publishing.engine.machine_code import (
    CODE,
    DATA,
    TRAP,
    UnknownShape,
    bodies,
    changed,
    exported_functions,
    number_of_functions,
    piece,
    sections,
)

PARTS = ("PyInit_unicodedata", "iconv")  # by their first function
LEAST = 256  # bytes
TEXT = re.compile(rb"[\t\n\r -~\0]*")
OTHERS = ""  # who names a place, when no part does


def emptied(made: bytes, whole: bytes, loader: str) -> bytes:
    """Return `made`, cut from `whole` and with its addresses written, without the tables that nothing reads."""
    before, data = addresses.data_of(made)
    code = bodies(dict(sections(made))[CODE])
    cut = {name for name, functions in parts(whole).items() if all(code[index] == TRAP for index in functions)}
    pointers = addresses.pointers(whole, loader)
    for begin, end in found(data, pointers, named(whole, pointers), cut):
        data[begin:end] = bytes(end - begin)
    return changed(made, {DATA: lambda _: before + piece(bytes(data))})


def parts(whole: bytes) -> dict[str, range]:
    """Return the functions of each part; the first with a body is number 0."""
    begin = exported_functions(whole)
    if missing := set(PARTS) - begin.keys():
        raise UnknownShape(f"no function {min(missing)}")
    last = number_of_functions(whole)
    return {name: range(begin[name], min({i for i in begin.values() if i > begin[name]} | {last})) for name in PARTS}


def named(whole: bytes, pointers: Mapping[int, int]) -> dict[int, set[str]]:
    """Return every place in the data that something names, with the parts that do."""
    part_of = {index: name for name, functions in parts(whole).items() for index in functions}
    memory = addresses.memory_variable(whole)
    writes = exported_functions(whole)[addresses.WRITES_ADDRESSES]
    names: dict[int, set[str]] = defaultdict(set)
    for index, body in enumerate(bodies(dict(sections(whole))[CODE])):
        if index != writes:  # what it names is in `pointers`
            for place in tables.named(body, memory):
                names[place].add(part_of.get(index, OTHERS))
    for place in pointers.values():
        names[place].add(OTHERS)
    return names


def found(
    data: bytes | bytearray, pointers: Mapping[int, int], names: Mapping[int, set[str]], cut: set[str]
) -> Iterator[tuple[int, int]]:
    """Yield where each table of the parts that were cut begins and ends."""
    places: Sequence[int] = sorted(pointers)
    for begin, end in pairwise(sorted(names)):
        table = data[begin:end]
        has_address = bisect_left(places, begin - addresses.SIZE + 1) < bisect_left(places, end)
        if names[begin] <= cut and LEAST <= len(table) == end - begin and not has_address and not TEXT.fullmatch(table):
            yield begin, end
