"""From what was filled in to the last day: pure, every figure from the one book of law that is made here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculators.bezwaar_termijn.form import FIT_FOR_WORK, UNKNOWN, Filled
from calculators.frame.dates import DAYS_IN_WEEK, days_after
from calculators.law.book import Law
from calculators.law.holidays import EQUATED_YEARS, last_day_of_statutory_term

SIX_WEEKS, TWO_WEEKS = "bezwaar.weken", "bezwaar.ziektewet_weken"


@dataclass(frozen=True)
class Outcome:
    """The answer; ``law`` is the book it was worked out with, which explanation and texts ask again.

    ``counted`` is the last day by the count of weeks, ``last_day`` that day or the first working day after it.
    ``received_by`` is for what goes by post: on its way by the last day, and with UWV by this one.
    """

    law: Law
    case: Filled
    figure: str
    first_day: date
    counted: date
    last_day: date
    received_by: date

    @property
    def is_over(self) -> bool:
        """Say whether the last day lies before the day on which is asked."""
        return self.case.peildatum > self.last_day

    @property
    def week_moved(self) -> bool:
        """Say whether the week for the post would end on a day off, so that it goes on."""
        return self.received_by > days_after(self.last_day, DAYS_IN_WEEK * self.law.number("bezwaar.post_weken"))

    @property
    def may_move_further(self) -> bool:
        """Say whether we do not know all days of that year that count as a holiday: the end is then never too late."""
        return self.last_day.year not in EQUATED_YEARS


def calculate(case: Filled) -> Outcome:
    """Return the last day of the term (Awb 6:7, 6:8 and 6:9; Ziektewet 75k; Algemene termijnenwet 1).

    The week for the post (Awb 6:9(2)) is a term of the law too, so it does not end on a day off either.

    The term begins on the day after the decision was made known: we take the day that the letter bears, for the
    day of sending is seldom known to who got it. Who does not know what the decision is about gets the shortest term.
    """
    law = Law(case.besluit_dag)
    figure = TWO_WEEKS if case.soort_besluit in (FIT_FOR_WORK, UNKNOWN) else SIX_WEEKS
    first_day = days_after(case.besluit_dag, 1)
    counted = days_after(first_day, DAYS_IN_WEEK * law.number(figure) - 1)
    last_day = last_day_of_statutory_term(counted)
    received_by = last_day_of_statutory_term(days_after(last_day, DAYS_IN_WEEK * law.number("bezwaar.post_weken")))
    return Outcome(law, case, figure, first_day, counted, last_day, received_by)
