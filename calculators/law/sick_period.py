"""The period of illness: its first day, the pauses that do not count, and when a new one begins.

Basis: Wet WIA art. 23(2), (3) and (5), BW 7:629(10) and 7:670(1), ZW 29(5) and 38(1): all add periods of illness up
by the same words. The first sick day is day 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, Period, days_after
from calculators.law.book import Law


@dataclass(frozen=True)
class Illness:
    """What somebody filled in about the illness; days as in the form, nothing worked out yet."""

    first_day: date
    interruptions: tuple[Period, ...] = ()
    leave: tuple[Period, ...] = ()
    leave_same_cause: bool = True
    has_employer: bool = True
    extension_weeks: int = 0
    sanction_weeks: int = 0
    sanction_until: date | None = None
    application: date | None = None
    aow_day: date | None = None
    contract_end: date | None = None


@dataclass(frozen=True)
class SickPeriod:
    """One period of illness: its first day and the pauses whose days are not counted.

    ``restarts`` are the first days of later periods that replaced earlier ones (a gap of four weeks
    or more, or other illness after a leave); the last of them is ``first_day``. ``other_cause`` says that this one
    began by the cause alone: there were no four weeks of recovery.
    """

    first_day: date
    interruptions: tuple[Period, ...] = ()
    leave: tuple[Period, ...] = ()
    restarts: tuple[date, ...] = ()
    other_cause: bool = False
    pauses: tuple[Period, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pauses", tuple(sorted((*self.interruptions, *self.leave))))

    def day(self, number: int) -> date:
        """Return the ``number``-th counted day; the first sick day is number 1."""
        day = days_after(self.first_day, number - 1)
        for pause in self.pauses:
            if pause.first <= day:
                day = days_after(day, pause.days)
        return day

    def end_of_week(self, week: int) -> date:
        """Return the last day of the counted week ``week``."""
        return self.day(DAYS_IN_WEEK * week)

    def counted(self, day: date) -> int:
        """Return how many days count up to and including ``day`` (0 before the first sick day)."""
        if day < self.first_day:
            return 0
        paused = sum((min(pause.last, day) - pause.first).days + 1 for pause in self.pauses if pause.first <= day)
        return (day - self.first_day).days + 1 - paused

    def week(self, day: date) -> int:
        """Return the counted week of ``day``; in a pause that of the last counted day."""
        return -(-self.counted(day) // DAYS_IN_WEEK)


def used_date(day: date | None, period: SickPeriod) -> date | None:
    """Return an actual date when it lies within the (new) period of illness; an older one is not used."""
    return day if day is not None and day >= period.first_day else None


def sick_period(illness: Illness, law: Law) -> SickPeriod:
    """Add up the periods of illness (Wet WIA art. 23(3) and (5), BW 7:629(10)).

    Leave around birth is never counted. After days of recovery or leave the period goes on, or a new one begins.
    """
    period = SickPeriod(illness.first_day)
    for pauses in _without_illness_between(illness.interruptions, illness.leave):
        if _begins_anew(pauses, illness, law):
            first_day = days_after(pauses[-1].last, 1)
            by_cause = not _recovered(pauses, illness, law)
            period = SickPeriod(first_day, restarts=(*period.restarts, first_day), other_cause=by_cause)
        else:
            recovery = (pause for pause in pauses if pause in illness.interruptions)
            leave = (pause for pause in pauses if pause in illness.leave)
            period = replace(period, interruptions=(*period.interruptions, *recovery), leave=(*period.leave, *leave))
    return period


def new_period_by_the_letter(period: SickPeriod, law: Law) -> date | None:
    """Return where a new period begins by the letter of the law, though we went on counting; else None.

    Of a leave with recovery right before or after it the illness does not "directly" precede and follow it.
    """
    longest_gap = law.number("wachttijd.onderbreking_dagen")
    for pauses in reversed(_without_illness_between(period.interruptions, period.leave)):
        with_recovery = any(pause in period.interruptions for pause in pauses)
        if with_recovery and _days(pauses) >= longest_gap:
            return days_after(pauses[-1].last, 1)
    return None


def _begins_anew(pauses: list[Period], illness: Illness, law: Law) -> bool:
    """Say whether a new period begins after these days without illness between them (Wet WIA 23(3)).

    Not when they are fewer than four weeks, whatever the cause (1°), nor after leave alone when the illness before and
    after it has the same cause (2°). Recovery right before or after such a leave stands by itself in the four weeks:
    that is how the register of re-integration (RVI) reads them, not the letter of the law.
    """
    if _days(pauses) < law.number("wachttijd.onderbreking_dagen"):
        return False
    return _recovered(pauses, illness, law) or not illness.leave_same_cause


def _recovered(pauses: list[Period], illness: Illness, law: Law) -> bool:
    """Say whether four weeks or more of these days are of recovery."""
    recovery = [pause for pause in pauses if pause in illness.interruptions]
    return _days(recovery) >= law.number("wachttijd.onderbreking_dagen")


def _days(pauses: list[Period]) -> int:
    return sum(pause.days for pause in pauses)


def _without_illness_between(*kinds: tuple[Period, ...]) -> list[list[Period]]:
    """Put the pauses together that touch: on no day between them was anybody ill (Wet WIA 23(2))."""
    found: list[list[Period]] = []
    for pause in sorted(pause for kind in kinds for pause in kind):
        if found and days_after(found[-1][-1].last, 1) == pause.first:
            found[-1].append(pause)
        else:
            found.append([pause])
    return found
