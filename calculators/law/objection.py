"""How long somebody can object to a decision of UWV (Awb 6:7, 6:8 and 6:9; Ziektewet 75k; Algemene termijnenwet 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, days_after
from calculators.law.book import Law
from calculators.law.holidays import EQUATED_YEARS, last_day_of_statutory_term

SIX_WEEKS, TWO_WEEKS = "bezwaar.weken", "bezwaar.ziektewet_weken"


@dataclass(frozen=True)
class ObjectionTerm:
    """The days of a term, and the figure that says how many weeks it has.

    ``counted`` is the last day by the count of weeks, ``last_day`` that day or the first working day after it.
    ``received_by`` is for what goes by post: on its way by the last day, and with UWV by this one. ``week_moved`` says
    that the week for the post would end on a day off, so that it goes on.
    """

    figure: str
    first_day: date
    counted: date
    last_day: date
    received_by: date
    week_moved: bool

    @property
    def may_move_further(self) -> bool:
        """Say whether we do not know all days of that year that count as a holiday: the end is then never too late."""
        return self.last_day.year not in EQUATED_YEARS

    def is_over(self, day: date) -> bool:
        """Say whether the last day lies before ``day``."""
        return day > self.last_day


def objection_term(decided: date, figure: str, law: Law) -> ObjectionTerm:
    """Return the term for a decision of ``decided``, with as many weeks as ``figure`` says.

    It begins on the day after the decision was made known: we take the day that the letter bears, for the day of
    sending is seldom known to who got it. The week for the post (Awb 6:9(2)) is a term of the law too, so it does not
    end on a day off either.
    """
    first_day = days_after(decided, 1)
    counted = days_after(first_day, DAYS_IN_WEEK * law.number(figure) - 1)
    last_day = last_day_of_statutory_term(counted)
    week_later = days_after(last_day, DAYS_IN_WEEK * law.number("bezwaar.post_weken"))
    received_by = last_day_of_statutory_term(week_later)
    return ObjectionTerm(figure, first_day, counted, last_day, received_by, received_by > week_later)
