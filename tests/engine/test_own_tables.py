"""What goes of the data of machine code is tables that only functions name that were cut, each known to the byte."""

from __future__ import annotations

import struct
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import pytest

from publishing.engine import addresses, machine_code, own_tables
from publishing.engine.machine_code import CODE, DATA, EXPORTS, IMPORTS, UnknownShape, piece
from publishing.engine.recording import PYODIDE
from tests.engine.test_addresses import ADD, END, IMPORTED, LOADER, MEMORY, WRITE
from tests.engine.test_machine_code import names, vector, written
from tests.engine.test_tables import constant

LONG = own_tables.LEAST
TABLE = bytes(range(1, 256)) + b"\1"  # one that is long enough
DATA_OF_ALL = b"before.." + TABLE + TABLE + b"behind" + bytes(100)
FIRST, SECOND, BEHIND = 8, 8 + LONG, 8 + 2 * LONG
BEGIN = {"PyInit_unicodedata": 1, "iconv": 3, "another": 4}  # which function


def naming(*places: int) -> bytes:
    """A function that names places in the data."""
    return b"\0" + b"".join(MEMORY + constant(place) + ADD + b"\x1a" for place in places) + END


def module(*functions: bytes, pointers: dict[int, int] | None = None, data: bytes = DATA_OF_ALL) -> bytes:
    """Machine code of functions: two of unicodedata, one of iconv, and others."""
    writes = (MEMORY + constant(at) + ADD + MEMORY + constant(to) + ADD + WRITE for at, to in (pointers or {}).items())
    all_functions = [b"\0" + b"".join(writes) + END, *functions]
    exported = [(name, 0, index) for name, index in BEGIN.items()]
    return written(
        (1, vector(bytes([0x60, 0, 0]))),
        (IMPORTS, IMPORTED),
        (3, vector(*(b"\0" for _ in all_functions))),
        (EXPORTS, names((addresses.WRITES_ADDRESSES, 0, 0), *exported)),
        (CODE, machine_code.vector(all_functions)),
        (DATA, vector(bytes([0]) + MEMORY + END + piece(data))),
    )


NOTHING = naming()


def data_left(whole: bytes, *used: int) -> bytes:
    """The data once only functions in use have a body."""
    made = addresses.written(machine_code.cut(whole, frozenset({0, *used})), LOADER)
    return bytes(addresses.data_of(own_tables.emptied(made, whole, LOADER))[1])


OWN = module(naming(FIRST), naming(SECOND), NOTHING, naming(0, BEHIND))


def test_tables_that_only_functions_of_a_part_name_become_zero_and_nothing_else() -> None:
    assert data_left(OWN, 3, 4) == b"before.." + bytes(2 * LONG) + b"behind" + bytes(100)


@pytest.mark.parametrize("used", [1, 2])
def test_all_tables_of_a_part_stay_when_one_of_its_functions_has_a_body(used: int) -> None:
    assert data_left(OWN, used) == DATA_OF_ALL


def test_a_table_stays_that_another_function_names_in_use_or_not() -> None:
    whole = module(naming(FIRST, SECOND), NOTHING, NOTHING, naming(0, SECOND, BEHIND))
    assert data_left(whole) == b"before.." + bytes(LONG) + DATA_OF_ALL[SECOND:]


def test_a_table_ends_where_another_function_names_a_place() -> None:
    data = b"before.." + TABLE + TABLE + TABLE + bytes(100)
    whole = module(naming(FIRST), NOTHING, NOTHING, naming(0, SECOND + 5, BEHIND), data=data)
    assert data_left(whole) == b"before.." + bytes(LONG + 5) + data[SECOND + 5 :]


def test_a_table_that_two_parts_name_goes_when_both_were_cut() -> None:
    whole = module(naming(FIRST), NOTHING, naming(FIRST), naming(SECOND))
    assert data_left(whole) == b"before.." + bytes(LONG) + DATA_OF_ALL[SECOND:]
    assert data_left(whole, 3) == DATA_OF_ALL


def test_a_table_stays_that_an_address_in_the_data_points_to() -> None:
    whole = module(naming(FIRST), NOTHING, NOTHING, naming(SECOND), pointers={SECOND + 8: FIRST})
    assert data_left(whole)[FIRST:SECOND] == TABLE


@pytest.mark.parametrize("place", [FIRST - 3, FIRST, SECOND + 8, BEHIND - 1])
def test_a_table_stays_that_has_an_address_in_it(place: int) -> None:
    whole = module(naming(FIRST), NOTHING, NOTHING, naming(BEHIND), pointers={place: 0})
    assert data_left(whole) == bytes(addresses.data_of(addresses.written(whole, LOADER))[1])


@pytest.mark.parametrize("place", [FIRST - 4, SECOND])
def test_a_table_goes_that_has_an_address_beside_it(place: int) -> None:
    whole = module(naming(FIRST), NOTHING, NOTHING, naming(SECOND), pointers={place: BEHIND})
    assert not any(data_left(whole)[FIRST:SECOND])


STAY: dict[str, bytes] = {
    "text": b"An error as long as a table.\n\0\0\0".ljust(LONG, b"\t"),
    "short": TABLE[:-1],
}


@pytest.mark.parametrize("what", STAY)
def test_text_and_what_is_short_stays(what: str) -> None:
    data = b"before.." + STAY[what] + b"behind"
    whole = module(naming(FIRST), NOTHING, NOTHING, naming(FIRST + len(STAY[what])), data=data)
    assert data_left(whole) == data


def test_a_table_stays_of_which_the_end_is_not_in_the_data() -> None:
    data = DATA_OF_ALL + TABLE
    whole = module(naming(len(DATA_OF_ALL)), NOTHING, NOTHING, naming(4000), data=data)
    assert data_left(whole) == data


def test_a_part_that_is_not_exported_ends_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_tables, "PARTS", ("PyInit_gone",))
    with pytest.raises(UnknownShape, match="no function PyInit_gone"):
        data_left(OWN)


UNICODE = 0x110000
ALIASES, SEQUENCES, NO_MORE = 0xF0000, 0xF0200, 0xF0400  # where Python puts these, among characters of one's own
type Look = Callable[[int], int]


class Names:
    """The names of characters as Python packs them: a graph in which names that end alike share their ends."""

    def __init__(self, packed: bytes) -> None:
        self.packed, self.reached = packed, set[int]()
        self.nodes: dict[int, list[bytes]] = {}
        self.all = self.behind(0)

    def number(self, at: int) -> tuple[int, int]:
        """Return a number of seven bits a byte, and where it ends."""
        end = next(i for i in range(at, at + 5) if self.packed[i] < 0x80) + 1
        self.reached |= set(range(at, end))
        return sum((byte & 0x7F) << 7 * i for i, byte in enumerate(self.packed[at:end])), end

    def behind(self, node: int) -> list[bytes]:
        """Return what names can go on with from a node, in order."""
        if node not in self.nodes:
            count, at = self.number(node)
            found = [b""] if count & 1 else []
            first, to, edge = at, at, 0
            while not edge & 1:
                edge, begin = self.number(at)
                if edge == 0 and at == first:  # no edges
                    break
                to += edge >> 2
                size = 1 if edge & 2 else self.packed[begin]
                begin += not edge & 2
                self.reached |= set(range(at, begin + size))
                at = begin + size
                found += [self.packed[begin:at] + rest for rest in self.behind(to)]
            assert len(found) == count >> 1
            self.nodes[node] = found
        return self.nodes[node]


class Tables:
    """The tables in Python's machine code, in the order in which they lie there; each is as long as its index says.

    https://github.com/python/cpython/blob/3.13/Tools/unicode/makeunicodedata.py writes those of Python, and
    https://git.musl-libc.org/cgit/musl/tree/src/locale/iconv.c reads those of the C library.
    """

    def __init__(self) -> None:
        whole, loader = (PYODIDE / "pyodide.asm.wasm").read_bytes(), (PYODIDE / "pyodide.asm.js").read_text("utf-8")
        pointers = addresses.pointers(whole, loader)
        self.data = bytes(addresses.data_of(addresses.written(whole, loader))[1])
        named = own_tables.named(whole, pointers)
        self.gone = list(own_tables.found(self.data, pointers, named, set(own_tables.PARTS)))
        self.known: list[tuple[int, int]] = []
        begins = [begin - begin % 16 for begin, _ in self.gone]  # of two the first bytes are named for themselves
        of_iconv = begins[19]
        self.at = begins[0]
        record_cells = self.take("B", 344 * 6)
        self.records = [record_cells[at : at + 6] for at in range(0, len(record_cells), 6)]
        self.at = begins[1]
        self.record = self.tree("H", "H")
        self.decompositions = self.take("I", 12210)
        self.decomposition = self.tree("B", "H")
        self.position = self.tree("B", "H")
        self.names = Names(self.data[self.at : begins[9]])
        self.take("B", max(self.names.reached) + 1)
        at_characters = begins[11]
        characters = struct.unpack_from(f"<{len(self.names.all)}I", self.data, at_characters)
        self.sequences = self.take("H", 6 * sum(SEQUENCES <= one < NO_MORE for one in characters))
        self.aliases = self.take("I", sum(ALIASES <= one < SEQUENCES for one in characters))
        self.characters = self.take("I", len(self.names.all))
        self.pairs = self.take("I", 424), self.take("I", 82)
        self.composition_index = self.take("H", 5938)
        self.compositions = self.take("I", 4 * (max(self.composition_index) + 1))
        self.change = self.tree("B", "B")
        change_cells = self.take("B", 58 * 16)
        self.changes = [change_cells[at : at + 16] for at in range(0, len(change_cells), 16)]
        self.at = of_iconv
        self.gb18030 = self.take("H", 126 * 190)
        self.hkscs, self.hkscs_planes = self.take("H", 31 * 157), self.take("H", 305, beside=True)
        self.jisx0208 = self.take("H", 84 * 94)
        self.big5 = self.take("H", 89 * 157)
        self.ksx1001 = self.take("H", 93 * 94)
        self.of_one_byte = self.take("H", 612)
        self.to_jisx0208 = self.take("H", 6879)

    def take(self, kind: str, cells: int, beside: bool = False) -> tuple[int, ...]:
        """Return the cells of the next table, which begins at the next 16 bytes, or beside the one before."""
        begin = self.at if beside else -(-self.at // 16) * 16
        self.at = begin + cells * struct.calcsize(kind)
        self.known.append((begin, self.at))
        return struct.unpack_from(f"<{cells}{kind}", self.data, begin)

    def tree(self, index: str, pages: str) -> Look:
        """Return how to look up what a character has in the next two tables: an index, and its pages of 128 or 256."""
        shift = 7 if index == "H" or self.of_128() else 8
        first = self.take(index, UNICODE >> shift)
        second = self.take(pages, (max(first) + 1) << shift)
        return lambda character: second[(first[character >> shift] << shift) + (character & (1 << shift) - 1)]

    def of_128(self) -> bool:
        """Say whether the next table is an index to pages of 128."""
        return any(end - begin == UNICODE >> 7 for begin, end in self.gone if begin == -(-self.at // 16) * 16)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables()


def test_nothing_goes_but_these_tables(tables: Tables) -> None:
    known = {at for begin, end in tables.known for at in range(begin, end)}
    gone = {at for begin, end in tables.gone for at in range(begin, end) if tables.data[at]}
    assert len(gone) > 500_000
    assert gone <= known


def test_records_are_the_properties_of_all_characters(tables: Tables) -> None:
    assert max(map(tables.record, range(UNICODE))) + 1 == len(tables.records)
    kinds: dict[tuple[int, int], str] = {}
    for number_of, one in enumerate(map(chr, range(UNICODE))):
        category, combining, direction, mirrored, width, _ = tables.records[tables.record(number_of)]
        assert (combining, mirrored) == (unicodedata.combining(one), unicodedata.mirrored(one))
        assert kinds.setdefault((0, category), unicodedata.category(one)) == unicodedata.category(one)
        assert kinds.setdefault((1, direction), unicodedata.bidirectional(one)) == unicodedata.bidirectional(one)
        assert kinds.setdefault((2, width), unicodedata.east_asian_width(one)) == unicodedata.east_asian_width(one)


def test_decompositions_are_those_of_all_characters(tables: Tables) -> None:
    reached, kinds = {0}, dict[int, str]()
    for one in range(UNICODE):
        kind_of, _, decomposed = unicodedata.decomposition(chr(one)).rpartition("> ")
        if at := tables.decomposition(one):
            length, kind = divmod(tables.decompositions[at], 256)
            reached |= set(range(at, at + 1 + length))
            assert decomposed.split() == [f"{cell:04X}" for cell in tables.decompositions[at + 1 : at + 1 + length]]
            assert kinds.setdefault(kind, kind_of) == kind_of
        else:
            assert not decomposed
    assert reached == set(range(len(tables.decompositions)))


COMPUTED = ("HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-", "TANGUT IDEOGRAPH-")  # names that stand in no table


def test_names_are_those_of_all_characters(tables: Tables) -> None:
    names = [name.decode() for name in tables.names.all]
    assert tables.names.reached == set(range(len(tables.names.reached)))
    for one in range(UNICODE):
        name, at = unicodedata.name(chr(one), ""), tables.position(one)
        if at < len(names):
            assert tables.characters[at] == one
            assert names[at] == name or ALIASES <= one < NO_MORE
        else:
            assert not name or name.startswith((*COMPUTED, "CJK COMPATIBILITY IDEOGRAPH-"))
    for one, name in zip(tables.characters, names, strict=True):
        if ALIASES <= one < SEQUENCES:
            assert unicodedata.lookup(name) == chr(tables.aliases[one - ALIASES])
        elif SEQUENCES <= one < NO_MORE:
            length, _, *cells = tables.sequences[6 * (one - SEQUENCES) : 6 * (one - SEQUENCES) + 6]
            assert unicodedata.lookup(name) == "".join(map(chr, cells[:length]))


def test_compositions_are_those_of_all_characters(tables: Tables) -> None:
    firsts, lasts = (
        {
            begin + more: (rest >> 16) + more
            for begin, rest in zip(cells[::2], cells[1::2], strict=True)
            if begin
            for more in range((rest & 0xFFFF) + 1)
        }
        for cells in tables.pairs
    )
    found = {}
    for first, at_first in firsts.items():
        for last, at_last in lasts.items():
            at = at_first * len(lasts) + at_last
            if cell := tables.compositions[(tables.composition_index[at >> 2] << 2) + (at & 3)]:
                found[chr(first) + chr(last)] = chr(cell)
    two = {one: parts for one in map(chr, range(UNICODE)) if len(parts := unicodedata.decomposition(one).split()) == 2}
    pairs = {"".join(chr(int(part, 16)) for part in parts): one for one, parts in two.items() if parts[0][0] != "<"}
    assert found == {pair: one for pair, one in pairs.items() if unicodedata.normalize("NFC", pair) == one}


def test_changes_are_those_since_unicode_3_2(tables: Tables) -> None:
    old, same = unicodedata.ucd_3_2_0, 0xFF
    categories = {"Cn": 0}
    for number_of, one in enumerate(map(chr, range(UNICODE))):
        _, category, _, mirrored, *_ = tables.changes[tables.change(number_of)]
        if category == same:
            assert old.category(one) == unicodedata.category(one)
        else:
            assert categories.setdefault(old.category(one), category) == category
        if category:  # there was one
            assert old.mirrored(one) == (unicodedata.mirrored(one) if mirrored == same else mirrored)
    assert max(map(tables.change, range(UNICODE))) + 1 == len(tables.changes)


def read(first: int, second: int, *codecs: str) -> set[int]:
    """Return the characters that codecs read in two bytes."""
    found = set()
    for codec in codecs:
        try:
            found.add(bytes([first, second]).decode(codec))
        except UnicodeDecodeError:
            continue
    return {ord(one) for one in found if len(one) == 1}


def of_94(cells: tuple[int, ...]) -> Iterable[tuple[int, int, int]]:
    """Yield the two bytes of each cell of a table with 94 in a row, and the cell."""
    return ((0xA1 + at // 94, 0xA1 + at % 94, cell) for at, cell in enumerate(cells))


def of_157(cells: tuple[int, ...], firsts: Sequence[int]) -> Iterable[tuple[int, int, int]]:
    """Yield the two bytes of each cell of a table with rows as in Big5, and the cell."""
    seconds = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    return ((firsts[at // 157], seconds[at % 157], cell) for at, cell in enumerate(cells))


def test_tables_of_two_bytes_are_those_of_python_s_codecs(tables: Tables) -> None:
    seconds = (*range(0x40, 0x7F), *range(0x80, 0xFF))
    for at, cell in enumerate(tables.gb18030):
        assert cell in read(0x81 + at // 190, seconds[at % 190], "gb18030", "gbk")
    for first, second, cell in of_94(tables.ksx1001):
        assert {cell} == (read(first, second, "euc_kr", "cp949") or {0})
    for first, second, cell in of_94(tables.jisx0208):
        assert {cell} == (read(first, second, "euc_jp") or {0}) or (first, second, cell) == (0xA1, 0xC0, ord("\\"))


def test_tables_of_big5_are_those_of_python_s_codecs(tables: Tables) -> None:
    """But for signs and five characters of one maker, and 72 of 2008, which Python's codecs do not have."""
    others = Counter[int]()
    for first, second, cell in of_157(tables.big5, range(0xA1, 0xFA)):
        if cell and cell not in {one & 0xFFFF for one in read(first, second, "big5", "cp950", "big5hkscs")}:
            others[first] += 1
    assert others == {0xA3: 33, 0xC6: 5}
    others.clear()
    planes = [bits >> at & 1 for bits in tables.hkscs_planes for at in range(16)]
    for plane, (first, second, cell) in zip(
        planes, of_157(tables.hkscs, (*range(0x87, 0xA1), *range(0xFA, 0xFF))), strict=False
    ):
        if cell and (plane << 17) + cell not in read(first, second, "big5hkscs"):
            others[first] += 1
    assert others == {0x87: 68, 0x88: 4}


def test_what_leads_back_to_jis_x_0208_leads_to_each_of_its_characters_in_order(tables: Tables) -> None:
    leads = [tables.jisx0208[(code >> 8) * 94 + (code & 0xFF)] for code in tables.to_jisx0208]
    assert leads == sorted(cell for cell in tables.jisx0208 if cell)


OF_ONE_BYTE = (
    *(f"iso8859_{number}" for number in range(2, 17) if number != 12),
    *(f"cp125{number}" for number in range(9)),
    *("koi8_r", "koi8_u", "cp437", "cp850", "cp866"),
)


def test_characters_of_one_byte_are_those_of_python_s_codecs(tables: Tables) -> None:
    characters = {ord(one) for codec in OF_ONE_BYTE for one in bytes(range(256)).decode(codec, "ignore")}
    assert list(tables.of_one_byte) == sorted(one for one in characters if one >= 0x100)
