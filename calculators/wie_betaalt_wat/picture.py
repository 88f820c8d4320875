"""Who pays how much a month, as a picture: a stacked bar for each stage, and beside it what each party gets or pays.

A bar holds what a party is left to pay: what it pays, less what it gets back. So the bars together are the whole cost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from calculators.frame.dates import in_words
from calculators.frame.money import euros, to_cent
from calculators.wie_betaalt_wat.month import course_of
from calculators.wie_betaalt_wat.parties import unknown_for
from calculators.wie_betaalt_wat.periods import MoneyPeriod, periods_of
from calculators.wie_betaalt_wat.post import PARTIES
from calculators.wie_betaalt_wat.rules import Money, without_stays
from calculators.wie_betaalt_wat.wording import STAGES, name_of, words

PAYERS = tuple(party for party in PARTIES if party != "werknemer")
SHARE_OF_UNKNOWN = 8.0  # percent of the width, for what has no amount yet


@dataclass(frozen=True)
class Share:
    """What a party pays and gets in a stage, a month and over all its days (negative: it gets more than it pays)."""

    party: str
    name: str
    pays: Decimal
    gets: Decimal
    whole: Decimal

    @property
    def left(self) -> Decimal:
        """Return what the party is left to pay a month."""
        return self.pays - self.gets


@dataclass(frozen=True)
class Piece:
    """A piece of a bar: where it begins and how long it is, in percent of the width."""

    look: str
    start: float
    length: float


@dataclass(frozen=True)
class Row:
    """A stage, or neighbours of it with equal amounts. ``nothing`` is its ghost; None where it says the same.

    ``idle`` are who pay nothing and get nothing, of which nobody is sure while an item of theirs is not known.
    """

    stage: str
    year: int | None
    first: date
    last: date
    is_now: bool
    is_past: bool
    shares: tuple[Share, ...]
    unknown: tuple[str, ...]
    idle: tuple[Share, ...]
    pieces: tuple[Piece, ...]
    nothing: tuple[Share, ...] | None = None
    nothing_pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """The rows, and a sentence that holds the answer for who does not see them."""

    rows: tuple[Row, ...]
    sentence: str


def drawing(money: Money) -> Drawing:
    """Return the picture of the amounts a month."""
    groups = [list(found) for _, found in groupby(money.periods, key=_amounts)]
    idle = periods_of(course_of(without_stays(money.case), money.law), money.periods[-1].days.last)
    beside = [_nothing(group, idle) for group in groups]
    shares = [_shares(group) for group in groups]
    totals = [sum((max(one.left, Decimal(0)) for one in part), Decimal(0)) for part in [*shares, *beside] if part]
    largest = max(totals, default=Decimal(0)) or Decimal(1)
    room = 100 - (SHARE_OF_UNKNOWN if any(group[0].unknown for group in groups) else 0)
    rows = tuple(
        Row(
            stage=STAGES[group[0].stage],
            year=group[0].year,
            first=group[0].days.first,
            last=group[-1].days.last,
            is_now=group[0].days.first <= money.case.peildatum <= group[-1].days.last,
            is_past=group[-1].days.last < money.case.peildatum,
            shares=found,
            unknown=_unknown(group),
            idle=tuple(one for one in found if not one.left and not unknown_for(one.party, group[0], money.case)),
            pieces=_pieces(found, largest, room, has_unknown=bool(_unknown(group))),
            nothing=ghost,
            nothing_pieces=() if ghost is None else _pieces(ghost, largest, room),
        )
        for group, found, ghost in zip(groups, shares, beside, strict=True)
    )
    return Drawing(rows, _sentence(rows))


def _amounts(one: MoneyPeriod) -> tuple[object, ...]:
    """Return what neighbours must have in common to be joined: the stage, and every amount a month."""
    booked = [(item.id, item.post.payer, item.post.receiver, to_cent(item.post.per_month)) for item in one.booked]
    return (one.stage, one.year, tuple(booked), one.unknown_items)


def _unknown(group: Sequence[MoneyPeriod]) -> tuple[str, ...]:
    """Return the items that hang on figures of law that are not known in these days, with their years."""
    years = " en ".join(str(year) for year in dict.fromkeys((group[0].days.first.year, group[-1].days.last.year)))
    return tuple(f"{words(post_id).naam} {years}" for post_id in group[0].unknown_items)


def _shares(group: Sequence[MoneyPeriod]) -> tuple[Share, ...]:
    """Return what every party pays and gets; from the contract on the host is the new employer."""
    months = [(item.post, to_cent(item.post.per_month)) for item in group[0].booked]
    booked = [item for one in group for item in one.booked]
    return tuple(
        Share(
            party,
            name_of(party, group[0].stage),
            pays=sum((amount for post, amount in months if post.payer == party), Decimal(0)),
            gets=sum((amount for post, amount in months if post.receiver == party), Decimal(0)),
            whole=sum((item.amount for item in booked if item.post.payer == party), Decimal(0))
            - sum((item.amount for item in booked if item.post.receiver == party), Decimal(0)),
        )
        for party in PARTIES
    )


def _nothing(group: Sequence[MoneyPeriod], idle: Sequence[MoneyPeriod]) -> tuple[Share, ...] | None:
    """Return the shares on the same days when nobody does anything, or None where those are the same."""
    first = group[0].days.first
    found = next((one for one in idle if one.days.first <= first <= one.days.last), None)
    if found is None:
        return _shares([MoneyPeriod(group[0].days, "na-wachttijd", None, False, group[0].own_hours, (), {}, {})])
    months: Mapping[str, tuple[Decimal, Decimal]] = {one.party: (one.pays, one.gets) for one in _shares(group)}
    ghost = _shares([found])
    return None if months == {one.party: (one.pays, one.gets) for one in ghost} else ghost


def _pieces(shares: Sequence[Share], largest: Decimal, room: float, *, has_unknown: bool = False) -> tuple[Piece, ...]:
    """Return the bar: a piece for each party that is left to pay, then one for what is not known."""
    return tuple(_one_after_another(shares, largest, room, has_unknown=has_unknown))


def _one_after_another(shares: Sequence[Share], largest: Decimal, room: float, *, has_unknown: bool) -> Iterator[Piece]:
    start = 0.0
    for one in shares:
        if one.left > 0:
            length = round(room * float(one.left / largest), 2)
            yield Piece(one.party, round(start, 2), length)
            start += length
    if has_unknown:
        yield Piece("onbekend", round(start, 2), SHARE_OF_UNKNOWN)


def _sentence(rows: Sequence[Row]) -> str:
    """Return who pays and what the employee gets in the stage of today, or else in the first one."""
    row = next((row for row in rows if row.is_now), rows[0])
    when = "Nu" if row.is_now else f"Vanaf {in_words(row.first)}"
    paying = [f"de {one.name} {euros(one.left)}" for one in row.shares if one.left > 0 and one.party in PAYERS]
    who = f"betaalt {' en '.join(paying)} per maand" if paying else "betaalt niemand loon"
    gets = next(-one.left for one in row.shares if one.party == "werknemer")
    employee = f"krijgt {euros(gets)} bruto" if gets > 0 else "krijgt niets"
    missing = f" Nog niet bekend: {', '.join(row.unknown)}." if row.unknown else ""
    return f"{when} {who}; de werknemer {employee}.{missing}"
