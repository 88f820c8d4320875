"""Words beside the points of a picture: each in the first row in which it lies over no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LETTER, BOLD = 8, 9.2  # the widest that a letter of 13 px is on average, in the system fonts tried
LINE = 38  # a row of words: two lines
ROOM = 8  # between two texts in a row
MOST_ROWS = 4


@dataclass(frozen=True)
class Words:
    """What is to be said at a point ``at`` pixels along: a bold line, and others below it."""

    at: float
    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        return max(width_of(line, BOLD if line == self.lines[0] else LETTER) for line in self.lines)


@dataclass(frozen=True)
class Label:
    """Words in place: ``left``, ``width`` and ``top`` of their box, and the point ``at`` they belong to."""

    lines: tuple[str, ...]
    at: float
    left: float
    width: float
    row: int
    top: float = 0

    def moved(self, top_of: Callable[[int], float]) -> Label:
        """Return the label at the top that its row has in the picture."""
        return Label(self.lines, self.at, self.left, self.width, self.row, top_of(self.row))

    @property
    def right(self) -> float:
        return self.left + self.width


def width_of(text: str, letter: float = LETTER) -> float:
    """Return how wide a text of 13 px is at most."""
    return round(len(text) * letter, 1)


def place(wanted: Sequence[Words], width: float) -> tuple[list[Label], int]:
    """Return each of the words in place, in their order, and how many rows they take; row 0 is nearest the track.

    A box never lies over another. The line from a point to its words goes straight, and past all other boxes, in as
    few rows as that takes; with no such place in a few rows, a line may run behind a box.
    """
    ordered = sorted(wanted, key=lambda one: -one.at)
    places = [_places(one, MOST_ROWS, width) for one in ordered]
    for rows in range(1, MOST_ROWS + 1):
        if (found := _all_free([], places, rows)) is not None:
            break
    else:
        found = []
        for one in ordered:
            found.append(_first_free(one, found, width))
    found.sort(key=lambda label: label.at)
    return found, max((label.row for label in found), default=-1) + 1


def _all_free(placed: list[Label], left: Sequence[Sequence[Label]], rows: int) -> list[Label] | None:
    """Return all words in place with nothing in the way, or None when these rows are too few."""
    if not left:
        return placed
    for label in left[0]:
        if label.row >= rows:
            return None
        if any(_over(label, other) or _crosses(label, other) for other in placed):
            continue
        if (found := _all_free([*placed, label], left[1:], rows)) is not None:
            return found
    return None


def _first_free(one: Words, placed: Sequence[Label], width: float) -> Label:
    """Return the first place in which the words lie over no others."""
    highest = max((label.row for label in placed), default=-1) + 1
    tried = _places(one, highest + 1, width)
    return next(label for label in tried if not any(_over(label, other) for other in placed))


def _places(one: Words, rows: int, width: float) -> list[Label]:
    """Return the places for words, row by row: beginning at their point, ending there, or over it."""
    room = one.width
    lefts = (one.at - 6, one.at - room + 6, one.at - room / 2)
    inside = [round(min(max(left, 0.0), max(0.0, width - room)), 1) for left in lefts]
    return [Label(one.lines, one.at, left, room, row) for row in range(rows) for left in inside]


def _over(one: Label, other: Label) -> bool:
    return one.row == other.row and one.left < other.right + ROOM and other.left < one.right + ROOM


def _crosses(one: Label, other: Label) -> bool:
    """Say whether the line to one of two labels runs through the box of the other."""
    higher, lower = (one, other) if one.row > other.row else (other, one)
    return higher.row != lower.row and lower.left - 2 <= higher.at <= lower.right + 2
