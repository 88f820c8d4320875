"""The waiting period: every end that hangs on the counted days of illness.

Basis: Wet WIA art. 23 (104 weeks), 24 (voluntary extension), 25 (sanction), 43, 47 and 54 (no
benefit while the wage goes on) and 64 (application), BW 7:629 (wage) and 7:670 (dismissal ban). Several
calculators need these ends, so they are computed here, once; `sick_period` counts the days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, MONTHS_IN_YEAR, Period, days_after, same_day_later
from calculators.law.book import Law
from calculators.law.sanction import days_between, first_of_sanction, last_of_sanction
from calculators.law.sick_period import Illness, SickPeriod, sick_period, used_date

EXTENSION, DELAY, SANCTION = "verlenging", "late aanvraag", "loonsanctie"
"""What lengthens the wage (BW 7:629(11)): by name, in the order in which one follows on the other."""


@dataclass(frozen=True)
class Ends:
    """Every end of one illness. All are last days, but for the names that say ``first``.

    ``waiting_period`` is the last of the counted days, always; ``extension`` and ``sanction`` come after it, each only
    when there is one. ``extension_days`` and ``application_delay`` are calendar days, ``wage_delay`` those of the delay
    that lengthen the wage. ``before_sanction`` is the last day of the wage as it is without a sanction,
    ``leave_in_sanction`` the days of leave after it and within the sanction. These hold for whoever keeps the contract.
    ``contract_end`` is its last day; None when it goes on, without an employer, and when it ended before this illness.
    ``counted_back_from`` is the end from which application and report count back. ``dismissal_allowed`` is the first
    day without the ban on dismissal.
    """

    period: SickPeriod
    contract_end: date | None
    counted_back_from: date
    application_due: date
    application_delay: int
    wage_delay: int
    waiting_period: date
    extension: date | None
    extension_days: int
    before_sanction: date
    sanction: date | None
    leave_in_sanction: int
    first_wia_day: date
    no_risk_check_day: date
    wages: date
    wages_without_contract_end: date
    dismissal_allowed: date

    @property
    def sanction_begins(self) -> date:
        """Return the first day of a sanction: leave around birth that runs then puts it off (Wet WIA 25(9))."""
        return first_of_sanction(self.before_sanction, self.period.leave)

    @property
    def lengthened(self) -> dict[str, Period]:
        """Return each time that lengthens the wage by its name, in order, as it is for whoever keeps the contract.

        In leave around birth that puts a sanction off, none of them runs.
        """
        last_days = ((EXTENSION, self.extension), (DELAY, self.before_sanction), (SANCTION, self.sanction))
        found, first = {}, days_after(self.waiting_period, 1)
        for name, last in last_days:
            first = self.sanction_begins if name == SANCTION else first
            if last is not None and first <= last:
                found[name] = Period(first, last)
                first = days_after(last, 1)
        return found

    @property
    def applied(self) -> date:
        """Return the day of a late application; the last day to apply for one in time, or for none."""
        return days_after(self.application_due, self.application_delay)


def ends(illness: Illness, law: Law) -> Ends:
    """Work out every end of the waiting period and what hangs on it.

    The wage goes on after the waiting period for as long as an extension, a late application and a sanction last, one
    after the other (BW 7:629(11)), and there is no WIA as long as it does (Wet WIA 43(b), 47(2), 54(2)). After the end
    of the contract there is no wage, so none of them holds the WIA up any longer (43(b), 24(3), 64(8)(b)). A contract
    that ends within the extension can move the last day to apply (24(3), 64(3)); we name that day, the safe one. For
    the wage an application is late only after the last day that belongs to the whole extension, which UWV ends sooner
    on request alone (24(2) and (3)): so no day counts twice. A sanction that leave around birth puts off lengthens no
    wage before it begins (25(9)), so there is none for who has left, or has AOW, by then (BW 7:629(1) and (11)).
    Without an employer a late application or a sanction moves nothing: ZW 29(10) lengthens the sickness benefit only
    for whoever worked last for an employer that bears that risk itself. An extension or a sanction of an illness that
    ended in a recovery of four weeks is none of the new illness.
    """
    period = sick_period(illness, law)
    waiting_period = period.end_of_week(law.number("wachttijd.weken"))
    extension_days = 0 if period.restarts else DAYS_IN_WEEK * illness.extension_weeks

    contract_end = used_date(illness.contract_end, period)
    last_in_service = contract_end or date.max

    extended = days_after(waiting_period, extension_days)
    counted_back_from = max(waiting_period, min(extended, last_in_service))
    weeks_to_apply = law.number("wachttijd.wia_aanvraag_weken")
    application_due = weeks_earlier(counted_back_from, weeks_to_apply)
    applied = used_date(illness.application, period) or application_due
    too_late = max(0, (applied - weeks_earlier(extended, weeks_to_apply)).days)
    wage_delay = too_late if illness.has_employer else 0

    before_sanction = days_after(extended, wage_delay)
    sanction = None
    if illness.has_employer and not period.restarts:
        sanction = last_of_sanction(illness.sanction_weeks, illness.sanction_until, before_sanction, period.leave)
    wages_last = sanction or before_sanction
    first_wia_day = days_after(max(waiting_period, min(wages_last, last_in_service)), 1)
    leave_in_sanction = sum(days_between(leave, before_sanction, wages_last) for leave in period.leave)
    lengthened = (wages_last - waiting_period).days - leave_in_sanction

    if illness.aow_day is not None:
        six_weeks = days_after(_aow_six_weeks(illness.aow_day, period, law), -1)
        # Within the 104 weeks only: paragraph 11 lengthens those of 7:629(1), not those of (2).
        wages_last = min(wages_last, six_weeks, max(waiting_period, days_after(illness.aow_day, -1)))
    wages = min(wages_last, last_in_service)
    if sanction is not None and wages < first_of_sanction(before_sanction, period.leave):
        wages = min(wages, before_sanction)
    return Ends(
        period=period,
        contract_end=contract_end,
        counted_back_from=counted_back_from,
        application_due=application_due,
        application_delay=max(0, (applied - application_due).days),
        wage_delay=wage_delay,
        waiting_period=waiting_period,
        extension=days_after(waiting_period, extension_days) if extension_days else None,
        extension_days=extension_days,
        before_sanction=before_sanction,
        sanction=sanction,
        leave_in_sanction=leave_in_sanction,
        first_wia_day=first_wia_day,
        no_risk_check_day=check_day_of(first_wia_day, law),
        wages=wages,
        wages_without_contract_end=wages_last,
        dismissal_allowed=_dismissal_allowed(illness, period, lengthened, law),
    )


def check_day_of(that_day: date, law: Law) -> date:
    """Return the check day that belongs to "that day" of ZW 29b(1)(b), the first one after the wait (2°)."""
    return days_after(that_day, -law.number("regelingen.no_risk_peildag_dagen"))


def weeks_earlier(end: date, weeks: int) -> date:
    """Return the day so many weeks before an end, by the calendar (Wet WIA 25(3) and (10), 64(3): "voor afloop").

    A pause in those weeks moves the end and so this day too. Where the law means weeks of illness, it says how long the
    waiting period has lasted (64(2)).
    """
    return days_after(end, -DAYS_IN_WEEK * weeks)


def _aow_six_weeks(aow_day: date, period: SickPeriod, law: Law) -> date:
    """Return the first day after the six weeks of wage and ban from the AOW age on (BW 7:629(2)(b), 7:670(1)(a)).

    They are weeks of illness: periods are added up for them as for the 104 weeks and the two years (629(10), 670(1)).
    """
    start = max(aow_day, period.first_day)
    ill_before = period.counted(days_after(start, -1))
    return days_after(period.day(ill_before + DAYS_IN_WEEK * law.number("wachttijd.aow_weken", start)), 1)


def _dismissal_allowed(illness: Illness, period: SickPeriod, lengthened: int, law: Law) -> date:
    """Return the first day without the ban on dismissal during illness (BW 7:670(1)(a) and (11)).

    Two calendar years, not 104 weeks, lengthened by as many days as a late application, an extension and a sanction
    without the leave in it last (11). Interruptions under four weeks and leave around birth do not count, so they are
    added (1). From the AOW age on the ban lasts six weeks at most, and only within the two years that nothing
    lengthens: paragraph 11 speaks of those of (1)(a), not of those of its second sentence.
    """
    allowed = _two_years(period, lengthened, law)
    if illness.aow_day is not None:
        within_two_years = max(illness.aow_day, _two_years(period, 0, law))
        allowed = min(allowed, _aow_six_weeks(illness.aow_day, period, law), within_two_years)
    return allowed


def _two_years(period: SickPeriod, lengthened: int, law: Law) -> date:
    """Return the first day after two years of illness and the days that lengthen them."""
    end = same_day_later(period.first_day, MONTHS_IN_YEAR * law.number("wachttijd.opzegverbod_jaren"))
    end = days_after(end, lengthened)
    for pause in period.pauses:
        if pause.first < end:
            end = days_after(end, pause.days)
    return end


def ends_early(end: Ends) -> bool:
    """Say whether the contract ends before the wages would have ended."""
    return end.contract_end is not None and end.contract_end < end.wages_without_contract_end


def delay_lengthens_wage(end: Ends) -> bool:
    """Say whether a late application makes the wage last longer (BW 7:629(11)(a)), whatever UWV decides.

    Not without an employer, nor where the contract or the AOW ends the wage before.
    """
    return end.wage_delay > 0 and end.wages > days_after(end.before_sanction, -end.wage_delay)
