"""The waiting period: counting sick days, pauses, and every end that hangs on it.

Basis: Wet WIA art. 23 (104 weeks, adding up periods), 24 (voluntary extension), 25 (sanction) and 64
(application), BW 7:629 (wage) and 7:670 (dismissal ban). The first sick day is day 1. Several
calculators need these ends, so they are computed here, once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, Period, days_after, same_day_later
from calculators.law.book import Law


@dataclass(frozen=True)
class Illness:
    """What somebody filled in about the illness; days as in the form, nothing worked out yet."""

    first_day: date
    interruptions: tuple[Period, ...] = ()
    leave: tuple[Period, ...] = ()
    leave_same_cause: bool = True
    extension_weeks: int = 0
    sanction_weeks: int = 0
    application: date | None = None
    aow_day: date | None = None
    contract_end: date | None = None


@dataclass(frozen=True)
class SickPeriod:
    """One period of illness: its first day and the pauses whose days are not counted.

    ``restarts`` are the first days of later periods that replaced earlier ones (a gap of four weeks
    or more, or other illness after a leave); the last of them is ``first_day``.
    """

    first_day: date
    interruptions: tuple[Period, ...] = ()
    leave: tuple[Period, ...] = ()
    restarts: tuple[date, ...] = ()
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


def sick_period(illness: Illness, law: Law) -> SickPeriod:
    """Add up the periods of illness (Wet WIA art. 23(3), BW 7:629(10)).

    An interruption under four weeks is not counted; from four weeks on a new period begins the day
    after it. Leave is never counted; when the illness after it has another cause and follows at
    once, a new period begins the day after the leave.
    """
    longest_gap = law.number("wachttijd.onderbreking_dagen")
    period = SickPeriod(illness.first_day)
    recovered_from = {gap.first for gap in illness.interruptions}
    for pause in sorted((*illness.interruptions, *illness.leave)):
        next_day = days_after(pause.last, 1)
        is_leave = pause in illness.leave
        if is_leave:
            begins_anew = not illness.leave_same_cause and next_day not in recovered_from
        else:
            begins_anew = pause.days >= longest_gap
        if begins_anew:
            period = SickPeriod(next_day, restarts=(*period.restarts, next_day))
        elif is_leave:
            period = SickPeriod(period.first_day, period.interruptions, (*period.leave, pause), period.restarts)
        else:
            period = SickPeriod(period.first_day, (*period.interruptions, pause), period.leave, period.restarts)
    return period


@dataclass(frozen=True)
class Ends:
    """Every end of one illness. All are last days, but for the names that say ``first``.

    ``dismissal_allowed`` is the first day without the ban on dismissal.
    """

    period: SickPeriod
    application_due: date
    application_delay: int
    waiting_period: date
    sanction: date | None
    first_wia_day: date
    no_risk_check_day: date
    wages: date
    wages_without_contract_end: date
    dismissal_allowed: date


def ends(illness: Illness, law: Law) -> Ends:
    """Work out every end of the waiting period and what hangs on it."""
    period = sick_period(illness, law)
    weeks = law.number("wachttijd.weken")
    extension = DAYS_IN_WEEK * illness.extension_weeks

    waiting_period = days_after(period.end_of_week(weeks), extension)
    sanction = days_after(waiting_period, DAYS_IN_WEEK * illness.sanction_weeks) if illness.sanction_weeks else None
    first_wia_day = days_after(sanction or waiting_period, 1)

    application_due = days_after(before_the_end(period, weeks, law.number("wachttijd.wia_aanvraag_weken")), extension)
    delay = 0
    if illness.application is not None and illness.application >= period.first_day:
        delay = max(0, (illness.application - application_due).days)
    check_day = days_after(first_wia_day, delay - law.number("regelingen.no_risk_peildag_dagen"))

    wages_last = days_after(first_wia_day, delay - 1)
    if illness.aow_day is not None:
        wages_last = min(wages_last, days_after(_aow_six_weeks(illness.aow_day, period, law), -1))
    contract_end = illness.contract_end
    if contract_end is not None and contract_end < period.first_day:
        contract_end = None
    return Ends(
        period=period,
        application_due=application_due,
        application_delay=delay,
        waiting_period=waiting_period,
        sanction=sanction,
        first_wia_day=first_wia_day,
        no_risk_check_day=check_day,
        wages=min(wages_last, contract_end) if contract_end else wages_last,
        wages_without_contract_end=wages_last,
        dismissal_allowed=_dismissal_allowed(illness, period, sanction, law),
    )


def before_the_end(period: SickPeriod, weeks: int, weeks_before: int) -> date:
    """Return the counted day that lies ``weeks_before`` weeks before the end of ``weeks`` weeks."""
    return period.end_of_week(weeks - weeks_before)


def _aow_six_weeks(aow_day: date, period: SickPeriod, law: Law) -> date:
    """Return the first day after the six weeks of wage and ban from the AOW age on (BW 7:629(2)(b), 7:670(1))."""
    start = max(aow_day, period.first_day)
    return days_after(start, DAYS_IN_WEEK * law.number("wachttijd.aow_weken", start))


def _dismissal_allowed(illness: Illness, period: SickPeriod, sanction: date | None, law: Law) -> date:
    """Return the first day without the ban on dismissal during illness (BW 7:670(1)(a) and (11)).

    Two calendar years, not 104 weeks; interruptions under four weeks are added, a sanction
    lengthens it, and from the AOW age on it lasts six weeks at most.
    """
    allowed = same_day_later(period.first_day, 12 * law.number("wachttijd.opzegverbod_jaren"))
    for gap in period.interruptions:
        if gap.first < allowed:
            allowed = days_after(allowed, gap.days)
    if sanction is not None:
        allowed = max(allowed, days_after(sanction, 1))
    if illness.aow_day is not None:
        allowed = min(allowed, _aow_six_weeks(illness.aow_day, period, law))
    return allowed
