"""Reads the text back from the points of a QR code that nothing has damaged (ISO/IEC 18004), without correcting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from segno import consts

ECC: Any = consts.ECC  # its types say too little to look things up in
Points = Sequence[Sequence[int]]

MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, _: row % 2 == 0,
    lambda _, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: (row * column) % 2 + (row * column) % 3 == 0,
    lambda row, column: ((row * column) % 2 + (row * column) % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + (row * column) % 3) % 2 == 0,
)
LEVELS = {
    0: consts.ERROR_LEVEL_M,
    1: consts.ERROR_LEVEL_L,
    2: consts.ERROR_LEVEL_H,
    3: consts.ERROR_LEVEL_Q,
}
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
NUMERIC_MODE, ALPHANUMERIC_MODE, BYTE_MODE = 1, 2, 4
COUNT_BITS = {NUMERIC_MODE: (10, 12, 14), ALPHANUMERIC_MODE: (9, 11, 13), BYTE_MODE: (8, 16, 16)}


def read(points: Points) -> str:
    """Return the text of a QR code, given its rows of 0 and 1 without the white around it."""
    version = (len(points) - 17) // 4
    level, mask = _format_of(points)
    bits = [
        points[row][column] ^ MASKS[mask](row, column)
        for row, column in _way(len(points))
        if not _is_pattern(row, column, version)
    ]
    return _text(_data(_bytes(bits), version, level), version)


def _format_of(points: Points) -> tuple[int, int]:
    """The level of correction and the mask, from the fifteen points beside the upper left corner."""
    places = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)] + [(row, 8) for row in (7, 5, 4, 3, 2, 1, 0)]
    value = int("".join(str(int(points[row][column])) for row, column in places), 2) ^ 0b101010000010010
    return LEVELS[value >> 13], value >> 10 & 7


def _way(size: int) -> Iterator[tuple[int, int]]:
    """Two columns at a time from the right, up and down by turns, without the column of the timing."""
    upwards = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for row in range(size - 1, -1, -1) if upwards else range(size):
            yield row, right
            yield row, right - 1
        upwards = not upwards


def _is_pattern(row: int, column: int, version: int) -> bool:
    """Say whether a point helps to find the code, and holds no data."""
    size = 17 + 4 * version
    far = size - 9
    corners = (row <= 8 and (column <= 8 or column > far)) or (row > far and column <= 8)
    version_parts = version >= 7 and ((row < 6 and column >= size - 11) or (column < 6 and row >= size - 11))
    return corners or row == 6 or column == 6 or version_parts or _is_alignment(row, column, version)


def _is_alignment(row: int, column: int, version: int) -> bool:
    if version == 1:
        return False
    middles = consts.ALIGNMENT_POS[version - 2]
    first, last = middles[0], middles[-1]
    in_corners = {(first, first), (first, last), (last, first)}
    return any(
        abs(row - down) <= 2 and abs(column - right) <= 2
        for down in middles
        for right in middles
        if (down, right) not in in_corners
    )


def _bytes(bits: Sequence[int]) -> list[int]:
    return [int("".join(str(int(bit)) for bit in bits[start : start + 8]), 2) for start in range(0, len(bits) - 7, 8)]


def _data(words: Sequence[int], version: int, level: int) -> bytes:
    """Put the blocks, which are sent through each other, one after the other; leave out what corrects."""
    lengths = [info.num_data for info in ECC[version][level] for _ in range(info.num_blocks)]
    blocks: list[list[int]] = [[] for _ in lengths]
    coming = iter(words)
    for place in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if place < length:
                block.append(next(coming))
    return bytes(word for block in blocks for word in block)


def _text(data: bytes, version: int) -> str:
    bits = "".join(f"{word:08b}" for word in data)
    place, found = 0, ""

    def take(count: int) -> int:
        nonlocal place
        place += count
        return int(bits[place - count : place] or "0", 2)

    while len(bits) - place >= 4 and (mode := take(4)):
        length = take(COUNT_BITS[mode][0 if version < 10 else 1 if version < 27 else 2])
        if mode == BYTE_MODE:
            found += bytes(take(8) for _ in range(length)).decode("utf-8")
        elif mode == NUMERIC_MODE:
            parts = [3] * (length // 3) + [length % 3] * (length % 3 > 0)
            found += "".join(f"{take((0, 4, 7, 10)[part]):0{part}d}" for part in parts)
        else:
            for _ in range(length // 2):
                pair = take(11)
                found += ALPHANUMERIC[pair // 45] + ALPHANUMERIC[pair % 45]
            found += ALPHANUMERIC[take(6)] if length % 2 else ""
    return found
