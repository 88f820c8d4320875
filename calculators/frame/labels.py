"""Words beside the points of a picture: each in the first row in which it lies over no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LETTER = 7.6  # the widest that a letter of 13 px is on average, bold, in the system fonts tried
LINE = 38  # a row of words: two lines
ROOM = 8  # between two texts in a row
MOST_ROWS = 8


@dataclass(frozen=True)
class Words:
    """What is to be said at a point ``at`` pixels along: a line or two."""

    at: float
    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        return max(width_of(line) for line in self.lines)


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


def width_of(text: str) -> float:
    """Return how wide a text of 13 px is at most."""
    return round(len(text) * LETTER, 1)


def place(wanted: Sequence[Words], width: float) -> tuple[list[Label], int]:
    """Return each of the words in place, in their order, and how many rows they take; row 0 is nearest the track.

    A box never lies over another. The line from a point to its words goes straight, and where it can be, past all
    other boxes.
    """
    placed: list[Label] = []
    for one in sorted(wanted, key=lambda one: -one.at):
        placed.append(_first_free(one, placed, width))
    placed.sort(key=lambda label: label.at)
    return placed, max((label.row for label in placed), default=-1) + 1


def _first_free(one: Words, placed: Sequence[Label], width: float) -> Label:
    lefts = [min(max(left, 0.0), max(0.0, width - one.width)) for left in
             (one.at - 6, one.at - one.width / 2, one.at - one.width + 6)]  # fmt: skip
    tried = [
        Label(one.lines, one.at, round(left, 1), one.width, row) for row in range(MOST_ROWS) for left in lefts
    ]
    free = [label for label in tried if not any(_over(label, other) for other in placed)]
    straight = [label for label in free if not any(_crosses(label, other) for other in placed)]
    highest = max((label.row for label in placed), default=-1) + 1
    return next(iter(straight or free), Label(one.lines, one.at, round(lefts[1], 1), one.width, highest))


def _over(one: Label, other: Label) -> bool:
    return one.row == other.row and one.left < other.right + ROOM and other.left < one.right + ROOM


def _crosses(one: Label, other: Label) -> bool:
    """Say whether the line to one of two labels runs through the box of the other."""
    higher, lower = (one, other) if one.row > other.row else (other, one)
    return higher.row != lower.row and lower.left - 2 <= higher.at <= lower.right + 2
