"""What goes of the data of machine code is exactly tables of codecs, and only when nothing can read them."""

from __future__ import annotations

import re
import struct
from collections import Counter, defaultdict
from collections.abc import Callable

import pytest

from publishing.engine import addresses, machine_code, tables
from publishing.engine.machine_code import CODE, DATA, EXPORTS, IMPORTS, TRAP, UnknownShape, number, piece, sections
from publishing.engine.recording import PYODIDE
from tests.engine.test_addresses import ADD, END, IMPORTED, LOADER, MEMORY, WRITE
from tests.engine.test_machine_code import names, vector, written

BODY = b"\0" + END  # of a function that does nothing
LOCAL, SELECT = b"\x20\0", b"\x1b"


def constant(value: int) -> bytes:
    """An instruction for a number: signed, so that the highest bit of the last byte says less than nothing."""
    return bytes([0x41, value & 0x7F | 0x80, value >> 7 & 0x7F])


def row(lowest: int, highest: int) -> bytes:
    """A row of an index before its address is written."""
    return bytes([0, 0, 0, 0, lowest, highest, 0, 0])


ROWS = row(1, 2) + row(7, 7) + bytes(8) + row(0, 2) + row(255, 255)  # tables of 4, 2, 6 and 2 bytes
INDEX, BEHIND, FIRST, LAST = 8, 48, 60, 74  # in the data: the index and where it ends, the tables and where they end
DATA_OF_ALL = b"before.." + ROWS + b"in between.." + b"abcdefghijklmn" + b"behind"
POINTERS = {8: 60, 16: 64, 32: 66, 40: 72}


def module(
    *more: bytes,
    pointers: dict[int, int] = POINTERS,
    data: bytes = DATA_OF_ALL,
    modules: tuple[str, ...] = tables.MODULES,
    begin: bytes = TRAP,
) -> bytes:
    """Machine code with tables, of which the modules begin with such a body, and with more functions."""
    writes = (MEMORY + constant(at) + ADD + MEMORY + constant(to) + ADD + WRITE for at, to in pointers.items())
    functions = [b"\0" + b"".join(writes) + END, *(begin for _ in modules), *more]
    exported = [(addresses.WRITES_ADDRESSES, 0, 0), *((f"PyInit_{name}", 0, 1 + i) for i, name in enumerate(modules))]
    return written(
        (1, vector(bytes([0x60, 0, 0]))),
        (IMPORTS, IMPORTED),
        (3, vector(*(b"\0" for _ in functions))),
        (EXPORTS, names(*exported)),
        (CODE, machine_code.vector(functions)),
        (DATA, vector(bytes([0]) + MEMORY + END + piece(data))),
    )


def data_left(whole: bytes) -> bytes:
    """The data of machine code once its tables went."""
    return bytes(addresses.data_of(tables.emptied(addresses.written(whole, LOADER), whole, LOADER))[1])


def stays(whole: bytes) -> bool:
    """Say whether nothing went."""
    return data_left(whole) == bytes(addresses.data_of(addresses.written(whole, LOADER))[1])


def test_an_index_and_the_tables_it_points_to_become_zero_and_nothing_else_changes() -> None:
    assert data_left(module()) == b"before.." + bytes(40) + b"in between.." + bytes(14) + b"behind"


def test_functions_stay_as_they_are() -> None:
    whole = addresses.written(module(BODY), LOADER)
    before, after = (dict(sections(one)) for one in (whole, tables.emptied(whole, module(BODY), LOADER)))
    assert before.keys() == after.keys()
    assert {kind for kind in before if before[kind] != after[kind]} == {DATA}


@pytest.mark.parametrize("module_in_use", tables.MODULES)
def test_all_tables_stay_when_one_of_the_modules_can_begin(module_in_use: str) -> None:
    others = tuple(name for name in tables.MODULES if name != module_in_use)
    at = len(others)
    whole = module(BODY, modules=(*others, module_in_use))
    code = machine_code.bodies(dict(sections(whole))[CODE])
    code[1 + at] = BODY
    assert stays(machine_code.changed(whole, {CODE: lambda _: machine_code.vector(code)}))


READS = b"\x2f\1"  # two bytes, from where the instruction says
NAMES: dict[str, bytes] = {
    "added": MEMORY + constant(FIRST) + ADD,
    "added in the middle": MEMORY + constant(65) + ADD,
    "added at the end": MEMORY + constant(LAST - 1) + ADD,
    "the index": MEMORY + constant(INDEX) + ADD,
    "the end of the index": MEMORY + constant(BEHIND - 1) + ADD,
    "the first to choose from": MEMORY + constant(FIRST) + constant(0) + LOCAL + SELECT + ADD,
    "the second to choose from": MEMORY + constant(0) + constant(FIRST) + LOCAL + SELECT + ADD,
    "where is read": MEMORY + READS + number(FIRST),
}
NAMES_NOTHING: dict[str, bytes] = {
    "before the index": MEMORY + constant(INDEX - 1) + ADD,
    "behind the index": MEMORY + constant(BEHIND) + ADD,
    "before the tables": MEMORY + constant(FIRST - 1) + ADD,
    "behind the tables": MEMORY + constant(LAST) + ADD,
    "a number of something else": LOCAL + constant(FIRST) + ADD,
    "a number that is compared": MEMORY + constant(FIRST) + b"\x46",
}


@pytest.mark.parametrize("how", NAMES)
def test_a_function_in_use_that_names_a_place_in_them_ends_the_build(how: str) -> None:
    whole = module(BODY, bytes([1, 1, 0x7F]) + NAMES[how] + END)
    with pytest.raises(UnknownShape, match="a place in its tables of codecs in function 8, which is in use"):
        data_left(whole)


@pytest.mark.parametrize("how", NAMES_NOTHING)
def test_a_function_that_names_no_place_in_them_does_not_keep_them(how: str) -> None:
    assert not stays(module(bytes([1, 1, 0x7F]) + NAMES_NOTHING[how] + END))


def test_an_address_in_them_that_no_index_has_ends_the_build() -> None:
    with pytest.raises(UnknownShape, match="an address in its tables of codecs that is not of an index"):
        data_left(module(pointers=POINTERS | {50: 62}))


OTHER_FORMS: dict[str, tuple[dict[int, int], bytes]] = {
    "a gap between two tables": (POINTERS | {32: 68}, DATA_OF_ALL),
    "a table twice": (POINTERS | {32: 64}, DATA_OF_ALL),
    "the lowest above the highest": (POINTERS, DATA_OF_ALL.replace(row(7, 7), row(7, 6))),
    "something beside the highest": (POINTERS, DATA_OF_ALL.replace(row(7, 7), row(7, 7)[:-1] + b"\1")),
    "something in an empty row": (POINTERS, DATA_OF_ALL.replace(row(7, 7) + bytes(8), row(7, 7) + b"\1" + bytes(7))),
    "too few rows": ({place: to for place, to in POINTERS.items() if place != INDEX}, DATA_OF_ALL),
    "a table behind the data": ({place: to + 18 for place, to in POINTERS.items()}, DATA_OF_ALL),
    "an address that looks like a lowest and a highest": (POINTERS | {12: 2 * 256 + 1 - 1024}, DATA_OF_ALL),
}


@pytest.mark.parametrize("what", OTHER_FORMS)
def test_what_has_another_form_is_no_table_of_a_codec(what: str) -> None:
    pointers, data = OTHER_FORMS[what]
    with pytest.raises(UnknownShape, match="no tables of codecs"):
        data_left(module(pointers=pointers, data=data))


FAR = b"before.." + row(1, 2) + row(7, 7) + bytes(8 * 252) + row(0, 2) + row(255, 255) + b"abcdefghijklmn"
FAR_POINTERS = {8: 2056, 16: 2060, 2040: 2062, 2048: 2068}


def test_an_index_has_a_row_for_each_first_byte_at_most() -> None:
    assert data_left(module(pointers=FAR_POINTERS, data=FAR)) == b"before.." + bytes(len(FAR) - 8)
    further = {place + (8 if place > 16 else 0): to + 8 for place, to in FAR_POINTERS.items()}
    with pytest.raises(UnknownShape, match="no tables of codecs"):
        data_left(module(pointers=further, data=FAR[:24] + bytes(8) + FAR[24:]))


def test_tables_in_each_other_end_the_build() -> None:
    with pytest.raises(UnknownShape, match="tables of codecs in each other"):
        tables.merged([(0, 8), (4, 12)])


def test_a_module_that_is_not_named_ends_the_build() -> None:
    with pytest.raises(UnknownShape, match="no function 'PyInit__codecs_tw'"):
        data_left(module(modules=tables.MODULES[:-1]))


# Python's own codecs that read these tables, and how two bytes of a table become bytes of one: some, with 128 added.
TWO, BEHIND_ONE = b"%c%c", b"\x8f%c%c"
CODECS = (
    *(("gb2312", TWO), ("gb18030", TWO), ("big5", TWO), ("big5hkscs", TWO), ("cp950", TWO), ("cp949", TWO)),
    *(("cp932", TWO), ("euc_jp", TWO), ("euc_jp", BEHIND_ONE), ("euc_jis_2004", TWO), ("euc_jis_2004", BEHIND_ONE)),
)
NO_CHARACTER = 0xFFFD  # from here on: none, more than one, or another table has it
# What no codec reads as it stands there, in two tables to read and two to write, second byte and value: \ and ~ of two
# bytes are those of one there, and codecs have full-width ones.
CHANGED_BY_A_CODEC = {(0x40, 0x5C), (0x32, 0x7E), (0x5C, 0x2140), (0x7E, 0x2232)}

type Cells = list[tuple[int, int]]


def characters_of_codes() -> dict[int, set[int]]:
    """Every code of two bytes that one of the codecs reads as one character, with its characters."""
    found: dict[int, set[int]] = defaultdict(set)
    for code in range(0x2000, 2**16):
        for two in {code, code | 0x8080}:
            for codec, writing in CODECS:
                try:
                    read = (writing % divmod(two, 256)).decode(codec)
                except UnicodeDecodeError:
                    continue
                if len(read) == 1:
                    found[code].add(ord(read))
    return found


@pytest.fixture(scope="module")
def rows() -> list[Cells]:
    """Each row of Python's machine code: each second byte and what the table has for it."""
    whole, loader = (PYODIDE / "pyodide.asm.wasm").read_bytes(), (PYODIDE / "pyodide.asm.js").read_text("utf-8")
    _, data = addresses.data_of(addresses.written(whole, loader))
    found = []
    for run in tables.runs(data, addresses.pointers(whole, loader)):
        for place, begin, end in run:
            lowest = data[place + addresses.SIZE]
            values = struct.unpack(f"<{(end - begin) // tables.CELL}H", data[begin:end])
            found.append([(low, value) for low, value in enumerate(values, lowest) if value < NO_CHARACTER])
    return found


def test_every_character_in_the_tables_that_go_is_that_of_python_s_own_codecs(rows: list[Cells]) -> None:
    characters = characters_of_codes()
    first_bytes: dict[tuple[int, int], set[int]] = defaultdict(set)  # of the low half of a character and a second byte
    for code, found in characters.items():
        for character in found:
            first_bytes[character & 0xFFFF, code & 0xFF].add(code >> 8)

    def written_higher(low: int, value: int) -> set[int]:
        possible = characters[value] | characters[value & 0x7FFF]
        return {character >> 8 for character in possible if character & 0xFF == low}

    def agreeing(cells: Cells, higher: Callable[[int, int], set[int]]) -> set[tuple[int, int]]:
        """The cells that are right when the row is that of the first byte, or higher bytes, that most of them have."""
        counted = Counter(byte for cell in cells for byte in higher(*cell))
        best = counted.most_common(1)[0][0] if counted else -1
        return {cell for cell in cells if best in higher(*cell)}

    other = [
        cell
        for cells in rows
        for cell in set(cells)
        - max(agreeing(cells, lambda low, value: first_bytes[value, low]), agreeing(cells, written_higher), key=len)
    ]
    assert len(rows) > 1_800
    assert sum(map(len, rows)) > 150_000
    assert sorted(other) == sorted(CHANGED_BY_A_CODEC)


def test_well_known_characters_are_where_their_standards_say(rows: list[Cells]) -> None:
    for low, character in (
        (0x21, "亜"),
        (0x21, "啊"),
        (0x40, "一"),
        (0x21, "가"),
    ):  # JIS X 0208, GB 2312, Big5, KS X 1001
        assert any((low, ord(character)) in cells for cells in rows)


def test_of_python_s_machine_code_only_these_tables_go() -> None:
    whole, loader = (PYODIDE / "pyodide.asm.wasm").read_bytes(), (PYODIDE / "pyodide.asm.js").read_text("utf-8")
    made = addresses.written(whole, loader)
    writes = len(machine_code.bodies(dict(sections(whole))[CODE]))
    made = machine_code.cut(made, frozenset(range(writes)) - frozenset(tables.beginnings(whole)))
    with pytest.raises(UnknownShape, match=re.escape("a place in its tables of codecs in function")):
        tables.emptied(made, whole, loader)  # what reads them has a body yet
    made = machine_code.cut(made, frozenset())
    before, after = (addresses.data_of(one)[1] for one in (made, tables.emptied(made, whole, loader)))
    rows = [row for run in tables.runs(before, addresses.pointers(whole, loader)) for row in run]
    gone = {at for row in rows for at in (*range(row.place, row.place + tables.ROW), *range(row.begin, row.end))}
    assert all(after[at] == (0 if at in gone else before[at]) for at in range(len(before)))
    assert len(gone) > 590_000
