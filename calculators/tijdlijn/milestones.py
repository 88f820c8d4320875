"""A milestone, and its row in ``milestones.toml``: its place within a day, and what makes it lapse.

A milestone stands in two places only: its rule in ``rules.py``, and its row. The texts of the row are read by
``wording.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from calculators.frame.tables import Table, table
from calculators.law.case import WITHOUT_EMPLOYER
from calculators.law.holidays import day_to_act, is_working_day, last_working_day

AFTER_WAIT, WIA_FOLLOWS, AFTER_AOW, ILL_AFTER_AOW = "na-wachttijd", "wia-volgt", "na-aow", "ziek-na-aow"
VARIANTS = (WITHOUT_EMPLOYER, AFTER_WAIT, WIA_FOLLOWS, AFTER_AOW, ILL_AFTER_AOW)
"""What a row may say otherwise, by its name in the table."""


@dataclass(frozen=True)
class Milestone:
    """One day, or a window from ``first`` to ``last``, with its counted week (None outside the illness).

    ``law_day`` is the day whose figures made it, where that is not the first sick day: its texts read the same.
    """

    id: str
    first: date
    last: date
    law_day: date | None = None
    week: int | None = None

    @cached_property
    def kind(self) -> str:
        """Return the id without its number, which names its row: ``evaluatie-plan`` for ``evaluatie-plan-3``."""
        head, _, tail = self.id.rpartition("-")
        return head if tail.isdigit() else self.id

    @property
    def number(self) -> str:
        """Return `` 3`` for the third of a row of milestones, and nothing for a single one."""
        return self.id.removeprefix(self.kind).replace("-", " ")

    @property
    def is_window(self) -> bool:
        """Say whether this is a window of days and not one day."""
        return self.first != self.last

    @property
    def working_day_before(self) -> date | None:
        """Return the last working day before a last day that is none (the legal date itself never moves)."""
        return None if is_working_day(self.last) else last_working_day(self.last)

    @cached_property
    def is_deadline(self) -> bool:
        """Say whether something has to be done by its last day; else that day is a fact, such as a first WIA day."""
        return bool(table("tijdlijn/milestones.toml")[self.kind].get("uiterlijk"))

    def day_to_act(self, today: date) -> date:
        """Return the last working day up to and including the last day; that day itself when this one is over."""
        day = day_to_act(self.last, today)
        return day if not self.is_window or day >= self.first else self.last

    def day_shown(self, today: date) -> date:
        """Return where it stands in picture, list and diary: the day to act of a deadline, else its own last day."""
        return self.day_to_act(today) if self.is_deadline else self.last


@cache
def kinds() -> tuple[str, ...]:
    """Return every kind of milestone, in the order in which those of one day stand."""
    return tuple(table("tijdlijn/milestones.toml"))


def place_in_a_day(one: Milestone) -> int:
    """Return which place a milestone has among those that begin on the same day."""
    return kinds().index(one.kind)


@cache
def row(kind: str, *, has_employer: bool, variant: str = "") -> Table:
    """Return the row of a kind of milestone, with what differs without an employer, or in a variant of its own."""
    found = dict(table("tijdlijn/milestones.toml")[kind])
    differs = {name: found.pop(name, {}) for name in VARIANTS}
    return found | ({} if has_employer else differs[WITHOUT_EMPLOYER]) | (differs[variant] if variant else {})


def lapses_by(kind: str, *, has_employer: bool) -> tuple[str, ...]:
    """Return what makes a milestone pointless: the reasons stand at the top of the table."""
    return tuple(row(kind, has_employer=has_employer).get("vervalt", ()))
