"""From what was filled in to the last day: pure, every figure from the one book of law that is made here."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.bezwaar_termijn.form import FIT_FOR_WORK, UNKNOWN, Filled
from calculators.law.book import Law
from calculators.law.objection import SIX_WEEKS, TWO_WEEKS, ObjectionTerm, objection_term


@dataclass(frozen=True)
class Outcome:
    """The answer; ``law`` is the book it was worked out with, which explanation and texts ask again."""

    law: Law
    case: Filled
    term: ObjectionTerm

    @property
    def is_over(self) -> bool:
        """Say whether the last day lies before the day on which is asked."""
        return self.term.is_over(self.case.peildatum)


def calculate(case: Filled) -> Outcome:
    """Return the term. Who does not know what the decision is about gets the shortest one (Ziektewet 75k)."""
    law = Law(case.besluit_dag)
    figure = TWO_WEEKS if case.soort_besluit in (FIT_FOR_WORK, UNKNOWN) else SIX_WEEKS
    return Outcome(law, case, objection_term(case.besluit_dag, figure, law))
