"""Sets to zero the tables of Python's codecs for Chinese, Japanese and Korean when all that could read them was cut.

Data that is cut would lie, a function that is cut fails loudly (`machine_code`). So only data goes of which is known
what it is, where it ends and who reads it:

- What it is, by form. Each of these codecs has indexes: of each first byte, where the table of its second bytes lies,
  and what the lowest and the highest of those are. The tables of one index lie behind each other without a gap. So an
  address says where each table begins, and the bytes beside it where it ends, which is where the next one begins. A
  test compares every character in them with the codecs of the Python that builds.
- Who reads it, by name. These tables are static: only functions of their own modules can, which begin in ``PyInit_``
  and the name of the module. When one of these has a body, nothing goes.
- That nothing else does. No function that has a body may name a place in what goes, and no address elsewhere may be
  one; otherwise the build ends.

https://github.com/python/cpython/blob/3.13/Modules/cjkcodecs/cjkcodecs.h (``dbcs_index``, ``unim_index``)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from publishing.engine import addresses
from publishing.engine.machine_code import (
    CODE,
    DATA,
    TRAP,
    Reader,
    UnknownShape,
    bodies,
    changed,
    exported_functions,
    number,
    piece,
    sections,
)

MODULES = ("_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw")
FIRST_BYTES = 256  # so many rows an index has at most
ROW = 8  # bytes: an address, the lowest and the highest second byte, and two of nothing
CELL = 2  # bytes of a character, or of its code
LEAST = 4  # rows; the shortest index of Python 3.13 has so many
# In a function: a number that is added to something; two to choose from, behind a variable to which the choice is
# added; or how far from an address is read or written.
NUMBER = rb"([\x80-\xff]{0,4}[\x00-\x7f])"
ADDED, READ = rb"\x41%b\x6a" % NUMBER, rb"[\x28-\x3e][\x00-\x04]%b" % NUMBER
CHOSEN = rb"[\x20\x22\x23][\x80-\xff]{0,4}[\x00-\x7f]\x41%b\x41%b.{1,60}?\x1b\x6a" % (NUMBER, NUMBER)
NAMED = re.compile(rb"(?=%b|%b|%b)" % (ADDED, CHOSEN, READ), re.DOTALL)

type Part = tuple[int, int]  # of the data: where it begins and ends


class Row(NamedTuple):
    """One row of an index: its place, and where the table that it points to begins and ends."""

    place: int
    begin: int
    end: int


def emptied(made: bytes, whole: bytes, loader: str) -> bytes:
    """Return `made`, cut from `whole` and with its addresses written, without the tables that nothing reads."""
    code = bodies(dict(sections(made))[CODE])
    if any(code[index] != TRAP for index in beginnings(whole)):
        return made
    before, data = addresses.data_of(made)
    pointers = addresses.pointers(whole, loader)
    rows = [row for run in runs(data, pointers) for row in run]
    if not rows:
        raise UnknownShape("no tables of codecs")
    parts = merged([(row.place, row.place + ROW) for row in rows] + [(row.begin, row.end) for row in rows])
    places = {row.place for row in rows}
    if any(_is_in(parts, pointer) for place, pointer in pointers.items() if place not in places):
        raise UnknownShape("an address in its tables of codecs that is not of an index")
    memory = addresses.memory_variable(made)
    for index, body in enumerate(code):
        if any(_is_in(parts, place) for place in named(body, memory)):
            raise UnknownShape(f"a place in its tables of codecs in function {index}, which is in use")
    for begin, end in parts:
        data[begin:end] = bytes(end - begin)
    return changed(made, {DATA: lambda _: before + piece(bytes(data))})


def beginnings(whole: bytes) -> list[int]:
    """Return the numbers of the functions that begin the modules of these codecs; the first with a body is number 0."""
    found = exported_functions(whole)
    try:
        return [found[f"PyInit_{name}"] for name in MODULES]
    except KeyError as missing:
        raise UnknownShape(f"no function {missing}") from missing


def runs(data: bytes | bytearray, pointers: Mapping[int, int]) -> Iterator[list[Row]]:
    """Yield rows behind each other of which each table begins where the one before ends; between may be empty ones.

    Addresses must have been written: none is zero then.
    """
    rows = {row.place: row for place in sorted(pointers) if (row := _row(data, pointers, place))}
    seen: set[int] = set()
    for first, begin in rows.items():
        if first in seen:
            continue
        run = [begin]
        for place in range(first + ROW, first + ROW * FIRST_BYTES, ROW):
            row = rows.get(place)
            if row and row.begin == run[-1].end:
                run.append(row)
            elif any(data[place : place + ROW]):
                break
        seen |= {row.place for row in run}
        if len(run) >= LEAST:
            yield run


def _row(data: bytes | bytearray, pointers: Mapping[int, int], place: int) -> Row | None:
    """Return the row of an index that begins with the address here, when it is one."""
    rest = place + addresses.SIZE
    if rest in pointers or rest + 4 > len(data):
        return None
    lowest, highest, *nothing = data[rest : rest + 4]
    begin = pointers[place]
    end = begin + (highest - lowest + 1) * CELL
    return Row(place, begin, end) if begin < end <= len(data) and begin >= 0 and not any(nothing) else None


def merged(parts: Sequence[Part]) -> list[Part]:
    """Return the same parts in order, those that touch as one; none may lie half in another."""
    found: list[Part] = []
    for begin, end in sorted(set(parts)):
        if found and begin < found[-1][1]:
            raise UnknownShape("tables of codecs in each other")
        found[-1:] = [(found[-1][0], end)] if found and begin == found[-1][1] else [*found[-1:], (begin, end)]
    return found


def named(body: bytes, memory: int) -> Iterator[int]:
    """Yield the places in the data that a function may name: too many rather than too few.

    It names one by what it adds to variable `memory`, where its data begin; without that, there are none.
    """
    if bytes([addresses.GET_GLOBAL]) + number(memory) in body:
        for found in NAMED.finditer(body):
            yield from (Reader(written).number() for written in found.groups() if written)


def _is_in(parts: Sequence[Part], place: int) -> bool:
    at = bisect_right(parts, (place, 2**32))
    return at > 0 and place < parts[at - 1][1]
