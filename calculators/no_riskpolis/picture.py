"""The no-risk check as a strip: when the first day of a contract is too early, in time and too late.

A drawing of the order, not to scale; the days in it are those of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from calculators.frame.dates import DAYS_IN_YEAR, days_after, with_weekday
from calculators.no_riskpolis.rules import NoRisk

DAYS_DRAWN = {"te-vroeg": DAYS_IN_YEAR // 2, "kan-gelden": 5 * DAYS_IN_YEAR, "te-laat": DAYS_IN_YEAR}
"""How long each zone is where it has no end of its own: only for the place of a day in the drawing."""

PLACES = 10


@dataclass(frozen=True)
class Zone:
    """First days of a contract that get the same answer; None where the zone has no first or no last day.

    ``start_at`` is where in it the contract begins, in tenths; None when it does not begin here. ``check_day`` is the
    day on which there may be no job, with its place ``check_at``.
    """

    kind: Literal["te-vroeg", "kan-gelden", "te-laat"]
    first: date | None
    last: date | None
    start_at: int | None = None
    check_day: date | None = None
    check_at: int | None = None


@dataclass(frozen=True)
class Strip:
    """The zones in the order of time, when the contract begins, and a sentence that says the same."""

    zones: tuple[Zone, ...]
    start: date | None
    first_sick_day: date | None
    sentence: str


def drawing(found: NoRisk) -> Strip | None:
    """Return the strip, or None for a group that does not hang on the first day of the contract."""
    zones = tuple(_zones(found))
    if len(zones) < 2:
        return None
    sentence = _sentence(zones, found.case.in_dienst)
    if found.safe_day is not None and found.sure_day != found.first_wia_day:
        sentence = f"{sentence} Zeker is het vanaf {with_weekday(found.safe_day)}."
    elif found.case.groep == "wia" and found.safe_day is not None:
        sentence = f"{sentence} Op de eerste dag zelf is het niet zeker: veilig is {with_weekday(found.safe_day)}."
    return Strip(zones, found.case.in_dienst, found.case.eerste_ziektedag, sentence)


def _zones(found: NoRisk) -> Iterator[Zone]:
    case, too_late = found.case, found.verdict.start_before
    first = found.safe_day if case.groep == "onderwijsbelemmering" else found.first_wia_day
    if case.keeps_own_job:
        return  # it does not hang on a contract there
    if found.first_wia_day is not None and found.safe_day is None:
        return  # the AOW comes first, or the check day is open: of no contract it is sure that it is in time
    if first is not None:
        check = found.check_day if case.groep == "minder-dan-35" and case.werkgever == "nieuw" else None
        yield _with_days(Zone("te-vroeg", None, days_after(first, -1), check_day=check), case.in_dienst)
    if first is not None or too_late is not None:
        last = None if too_late is None else days_after(too_late, -1)
        yield _with_days(Zone("kan-gelden", first, last), case.in_dienst)
    if too_late is not None:
        yield _with_days(Zone("te-laat", too_late, None), case.in_dienst)


def _with_days(zone: Zone, start: date | None) -> Zone:
    """Put the start of the contract and the check day in their places."""
    here = start is not None and (zone.first or start) <= start <= (zone.last or start)
    return Zone(
        zone.kind,
        zone.first,
        zone.last,
        start_at=_place(zone, start) if start is not None and here else None,
        check_day=zone.check_day,
        check_at=None if zone.check_day is None else _place(zone, zone.check_day),
    )


def _place(zone: Zone, day: date) -> int:
    """Return where a day lies in its zone, in tenths of it."""
    length = DAYS_DRAWN[zone.kind]
    if zone.first is not None:
        passed = (day - zone.first).days
    elif zone.last is not None:
        passed = length - (zone.last - day).days
    else:
        raise ValueError("a zone has a first or a last day")
    return min(max(PLACES * passed // length, 0), PLACES)


def _sentence(zones: tuple[Zone, ...], start: date | None) -> str:
    """Return what the strip says in words, with the answer for the start that was filled in."""
    parts = []
    for zone in zones:
        if zone.kind == "te-vroeg" and zone.last is not None:
            parts.append(f"Een contract dat begint voor {with_weekday(days_after(zone.last, 1))}, is te vroeg.")
        elif zone.kind == "kan-gelden":
            since = "Vanaf die dag kan de no-riskpolis gelden" if zone.first else "De no-riskpolis kan gelden"
            until = f", bij een begin tot en met {with_weekday(zone.last)}" if zone.last else ""
            parts.append(f"{since}{until}.")
        else:
            parts.append("Daarna is het te laat.")
    if start is not None:
        here = next(zone for zone in zones if zone.start_at is not None)
        parts.append(f"Dit contract begint op {with_weekday(start)}: {here.kind.replace('-', ' ')}.")
    return " ".join(parts)
