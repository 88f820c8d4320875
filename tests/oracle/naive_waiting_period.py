"""The waiting period, written from WIA art. 23 and 66 (text of 1 July 2026).

BW 7:629(10) and 7:670(1) add periods of illness up by the same words, so one walk serves all three.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tests.oracle.naive_calendar import ONE_DAY, Period, each_day, joined, length, step, within
from tests.oracle.naive_case import Case

FOUR_WEEKS = 28
WEEK = 7


@dataclass(frozen=True)
class Illness:
    """The last period of illness: its first day and what interrupts it without ending it."""

    first_day: date
    recoveries: list[Period]
    leave: list[Period]

    @property
    def pauses(self) -> list[Period]:
        """Give every period that does not count, in order."""
        return sorted([*self.recoveries, *self.leave])

    def is_sick(self, day: date) -> bool:
        """Tell whether this day counts."""
        return not within(day, self.recoveries) and not within(day, self.leave)


def last_illness(case: Case) -> Illness:
    """WIA 23(2), (3) and (5): find where the waiting period that runs began.

    23(3)(b)(1): periods are added up when less than four weeks lie between them, whatever the cause.
    23(3)(b)(2): illness right before and right after leave is added up, unless the causes differ.
    By UWV's register of re-integration, not by the letter, recovery just before or after such a leave may stand
    between, as long as it is less than four weeks.
    """
    recoveries, leave = joined(case.interruptions), joined(case.leave)
    illness = Illness(case.first_sick_day, [], [])
    for run in runs_of_days_not_ill(recoveries, leave):
        recovered = sum(length(period) for period in run if period in recoveries)
        less_than_four_weeks_between = length((run[0][0], run[-1][1])) < FOUR_WEEKS
        around_leave = recovered < FOUR_WEEKS and case.leave_same_cause
        if not less_than_four_weeks_between and not around_leave:
            illness = Illness(run[-1][1] + ONE_DAY, [], [])
            continue
        illness.recoveries.extend(period for period in run if period in recoveries)
        illness.leave.extend(period for period in run if period in leave)
    return illness


def runs_of_days_not_ill(recoveries: list[Period], leave: list[Period]) -> list[list[Period]]:
    """Put recovery and leave that touch together: no day of illness lies between them."""
    runs: list[list[Period]] = []
    for period in sorted([*recoveries, *leave]):
        if runs and runs[-1][-1][1] + ONE_DAY == period[0]:
            runs[-1].append(period)
        else:
            runs.append([period])
    return runs


def pauses_and_first_day(case: Case) -> tuple[list[Period], list[Period], date]:
    """Give the short interruptions, all pauses (leave too), and the first day of the last illness."""
    illness = last_illness(case)
    return illness.recoveries, illness.pauses, illness.first_day


def counted_day(first_day: date, pauses: list[Period], number: int) -> date:
    """Walk to the n-th counted day."""
    return _walked(first_day, tuple(pauses), number)


@lru_cache(4096)
def _walked(first_day: date, pauses: tuple[Period, ...], number: int) -> date:
    counted = 0
    for day in each_day(first_day):
        if not within(day, pauses):
            counted += 1
        if counted == number:
            return day
    raise AssertionError


def count_until(first_day: date, pauses: list[Period], last: date) -> int:
    """Count the sick days up to and including this day."""
    return _counted(first_day, tuple(pauses), last)


@lru_cache(4096)
def _counted(first_day: date, pauses: tuple[Period, ...], last: date) -> int:
    counted = 0
    for day in each_day(first_day):
        if day > last:
            return counted
        if not within(day, pauses):
            counted += 1
    raise AssertionError


def last_day_of_waiting_period(illness: Illness) -> date:
    """WIA 23(1): the waiting period is 104 weeks of illness."""
    return counted_day(illness.first_day, illness.pauses, 104 * WEEK)


def first_day_of_early_iva(illness: Illness, application: date) -> date:
    """WIA 23(6) and 66: the day after the shortest waiting period that this application can give.

    At least 13 weeks, and it ends ten weeks after the day of the application at the earliest.
    """
    thirteen_weeks = counted_day(illness.first_day, illness.pauses, 13 * WEEK)
    ten_weeks_after_applying = step(application, 10 * WEEK)
    return max(thirteen_weeks, ten_weeks_after_applying) + ONE_DAY
