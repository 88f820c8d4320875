"""What a rule about money says of one month: an amount, that it cannot be computed, or that it is not due."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calculators.frame.terms import Certainty

PARTIES = ("werknemer", "werkgever", "inlener", "uwv", "fiscus")


@dataclass(frozen=True)
class Post:
    """One amount a month from ``payer`` to ``receiver`` (None: own time or a carrier), with its formula.

    ``per_month`` is exact: it is rounded when it is written. ``most_a_year`` is what a calendar year has at most.
    """

    payer: str
    receiver: str | None
    per_month: Fraction
    certainty: Certainty
    formula: str
    sources: tuple[str, ...] = ()
    most_a_year: Fraction | None = None


@dataclass(frozen=True)
class LeftOut:
    """An item that is due, but cannot be computed.

    ``figures`` are the ids of the figures of law that are not known; else ``answer`` names what was not given.
    """

    figures: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True)
class NotDue:
    """An item that does not belong to this month.

    ``filled_in``: somebody did fill something in for it. When it counts in no month at all, that is said.
    """

    filled_in: bool = False


type Finding = Post | LeftOut | NotDue
