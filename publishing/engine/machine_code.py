"""Machine code (WebAssembly) in which only the functions in use have a body.

A function that was cut keeps its number and its type; all that it does is to trap, which ends the interpreter at once:
no ``except`` of Python sees it. Its data stays as it is, for a function that is cut fails loudly and data that is cut
would lie; only tables that nothing can read go, elsewhere (`tables`, `own_tables`). Which functions are in use is
recorded by another change of the file: each function sets a variable of its own when it starts. Names by which compiled
packages, of which we load none, would find something go as well.

Only as much of the format is read as that takes; what is not known here ends the build.
https://webassembly.github.io/spec/core/binary/modules.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

MAGIC = b"\0asm\x01\0\0\0"
CUSTOM, IMPORTS, GLOBALS, EXPORTS, CODE, DATA = 0, 2, 6, 7, 10, 11
KNOWN = frozenset(range(14))  # up to tags, of exceptions
# Sections of other kinds may say where in the code something is: to which place this moves is not known here.
KNOWN_CUSTOM = frozenset({"dylink.0", "name", "producers", "target_features"})
NUMBERS_AND_REFERENCES = frozenset({0x7F, 0x7E, 0x7D, 0x7C, 0x7B, 0x70, 0x6F})  # types that are written as one byte
I32, MUTABLE, END, UNREACHABLE = 0x7F, 1, 0x0B, 0x00
CONSTANT, SET_GLOBAL = 0x41, 0x24
OF_A_FUNCTION, OF_A_GLOBAL = 0, 3  # kinds of an import or export
TRAP = bytes([0, UNREACHABLE, END])  # a body: no variables, and that
MARK = "started "  # before the number of a function: the name of its variable


class UnknownShape(ValueError):
    """Machine code is not written as this module expects."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Pyodide's machine code has {what}, which publishing/engine/machine_code.py does not know")


class Reader:
    """Reads numbers and pieces from bytes, one after the other."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.at = 0

    def is_at_end(self) -> bool:
        """Say whether all was read."""
        return self.at == len(self._content)

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        self.at += size
        if self.at > len(self._content):
            raise UnknownShape("an end too early")
        return self._content[self.at - size : self.at]

    def byte(self) -> int:
        """Return the next byte as a number."""
        return self.take(1)[0]

    def number(self) -> int:
        """Return a number in LEB128: seven bits a byte, the lowest first."""
        found = shift = 0
        while True:
            byte = self.byte()
            found |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return found

    def signed_number(self) -> int:
        """Return a number in signed LEB128."""
        begin = self.at
        found = self.number()
        bits = 7 * (self.at - begin)
        return found - (1 << bits) if found >> (bits - 1) else found

    def piece(self) -> bytes:
        """Return bytes with their length in front."""
        return self.take(self.number())

    def rest(self) -> bytes:
        """Return all that was not read yet."""
        return self.take(len(self._content) - self.at)


def number(value: int) -> bytes:
    """Write a number in LEB128."""
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)


def piece(content: bytes) -> bytes:
    """Write bytes with their length in front."""
    return number(len(content)) + content


def sections(machine_code: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a file, each with its kind."""
    reader = Reader(machine_code)
    if reader.take(len(MAGIC)) != MAGIC:
        raise UnknownShape("another beginning")
    while not reader.is_at_end():
        kind, content = reader.byte(), reader.piece()
        if kind not in KNOWN:
            raise UnknownShape(f"a section of kind {kind}")
        if kind == CUSTOM and (name := Reader(content).piece().decode()) not in KNOWN_CUSTOM:
            raise UnknownShape(f"a section named {name}")
        yield kind, content


def bodies(code: bytes) -> list[bytes]:
    """Return the body of each function in a section of code."""
    reader = Reader(code)
    found = [reader.piece() for _ in range(reader.number())]
    if not reader.is_at_end():
        raise UnknownShape("something behind the last function")
    return found


def number_of_functions(machine_code: bytes) -> int:
    """Return how many functions have a body."""
    [code] = (content for kind, content in sections(machine_code) if kind == CODE)
    return Reader(code).number()


def cut(machine_code: bytes, used: frozenset[int]) -> bytes:
    """Return machine code in which only the functions in `used` have a body; the first with a body is number 0."""

    def change(code: bytes) -> bytes:
        found = bodies(code)
        return vector([body if index in used else TRAP for index, body in enumerate(found)])

    return changed(machine_code, {CODE: change})


def exporting_only(machine_code: bytes, text: str) -> bytes:
    """Return machine code that exports only what `text`, the script that starts it, names, or what it imports itself.

    Nothing else can ask for an export but a compiled package. The loader goes through all of them, 9,708, as it starts.
    """
    named = set(re.findall(r"[\w$]+", text))
    named |= {name for kind, content in sections(machine_code) if kind == IMPORTS for name, _ in imports(content)}

    def change(content: bytes) -> bytes:
        kept = [
            piece(name.encode()) + bytes([kind]) + number(index)
            for name, kind, index in exports(content)
            if name in named
        ]
        return number(len(kept)) + b"".join(kept)

    return changed(machine_code, {EXPORTS: change})


def marking(machine_code: bytes) -> bytes:
    """Return machine code that exports for each function a variable, named `MARK` and its number: 1 once it started."""
    parts = list(sections(machine_code))
    if [kind for kind, _ in parts if kind in (IMPORTS, GLOBALS, EXPORTS, CODE)] != [IMPORTS, GLOBALS, EXPORTS, CODE]:
        raise UnknownShape("other sections than one of each")
    by_kind = dict(parts)
    functions = number_of_functions(machine_code)
    imported = sum(kind == OF_A_GLOBAL for _, kind in imports(by_kind[IMPORTS]))  # they have the first numbers
    first = imported + Reader(by_kind[GLOBALS]).number()
    variable = bytes([I32, MUTABLE, CONSTANT, 0, END])
    marks = [
        piece(f"{MARK}{index}".encode()) + bytes([OF_A_GLOBAL]) + number(first + index) for index in range(functions)
    ]
    return changed(
        machine_code,
        {
            GLOBALS: lambda content: _more(content, [variable] * functions),
            EXPORTS: lambda content: _more(content, marks),
            CODE: lambda content: vector([_marked(body, first + index) for index, body in enumerate(bodies(content))]),
        },
    )


def changed(machine_code: bytes, changes: dict[int, Callable[[bytes], bytes]]) -> bytes:
    """Return machine code with other content in some of its sections, by their kind."""
    parts = [bytes([kind]) + piece(changes.get(kind, bytes)(content)) for kind, content in sections(machine_code)]
    return MAGIC + b"".join(parts)


def vector(pieces: list[bytes]) -> bytes:
    """Write pieces with their number in front."""
    return number(len(pieces)) + b"".join(map(piece, pieces))


def _more(content: bytes, entries: list[bytes]) -> bytes:
    """Put entries behind those that a section has."""
    reader = Reader(content)
    return number(reader.number() + len(entries)) + reader.rest() + b"".join(entries)


def _marked(body: bytes, variable: int) -> bytes:
    """Set a variable at the start of a body, behind the list of its own variables."""
    reader = Reader(body)
    for _ in range(reader.number()):
        reader.number()
        if (kind := reader.byte()) not in NUMBERS_AND_REFERENCES:
            raise UnknownShape(f"a variable of type {kind:#x}")
    return body[: reader.at] + bytes([CONSTANT, 1, SET_GLOBAL]) + number(variable) + reader.rest()


def exports(content: bytes) -> Iterator[tuple[str, int, int]]:
    """Yield what others can ask for: its name, its kind, and its number among those of its kind."""
    reader = Reader(content)
    for _ in range(reader.number()):
        yield reader.piece().decode(), reader.byte(), reader.number()


def exported_functions(machine_code: bytes) -> dict[str, int]:
    """Return the number of each function that others can ask for; the first with a body is number 0."""
    by_kind = dict(sections(machine_code))
    imported = sum(kind == OF_A_FUNCTION for _, kind in imports(by_kind[IMPORTS]))
    return {name: index - imported for name, kind, index in exports(by_kind[EXPORTS]) if kind == OF_A_FUNCTION}


def exported_places(machine_code: bytes) -> dict[str, int]:
    """Return where in the data each thing lies that others can ask for."""
    by_kind = dict(sections(machine_code))
    variables = sum(kind == OF_A_GLOBAL for _, kind in imports(by_kind[IMPORTS]))
    reader = Reader(by_kind[GLOBALS])
    values: list[int | None] = [None] * variables
    for _ in range(reader.number()):
        reader.take(2)  # its type, and whether it varies
        values.append(reader.signed_number() if reader.byte() == CONSTANT else None)
        while reader.byte() != END:
            pass
    found = {name: values[index] for name, kind, index in exports(by_kind[EXPORTS]) if kind == OF_A_GLOBAL}
    return {name: value for name, value in found.items() if value is not None}


def imports(content: bytes) -> Iterator[tuple[str, int]]:
    """Yield what comes from elsewhere, each with its kind."""
    reader = Reader(content)
    for _ in range(reader.number()):
        reader.piece()
        name = reader.piece().decode()
        kind = reader.byte()
        if kind == OF_A_FUNCTION:  # by its type
            reader.number()
        elif kind == 1:  # a table: of what, how large
            reader.byte()
            _limits(reader)
        elif kind == 2:  # memory
            _limits(reader)
        elif kind == OF_A_GLOBAL:  # its type, and whether it varies
            reader.take(2)
        elif kind == 4:  # a tag: zero, and its type
            reader.byte()
            reader.number()
        else:
            raise UnknownShape(f"an import of kind {kind}")
        yield name, kind


def _limits(reader: Reader) -> None:
    """Read past a smallest size and, when there is one, a largest."""
    flags = reader.byte()
    for _ in range(1 + (flags & 1)):
        reader.number()
