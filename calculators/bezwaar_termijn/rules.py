"""From what was filled in to the last day: pure, every figure from the one book of law that is made here."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.bezwaar_termijn.form import FIT_FOR_WORK, UNKNOWN, Filled
from calculators.law.book import Law
from calculators.law.objection import SIX_WEEKS, TWO_WEEKS, ObjectionTerm, objection_term


@dataclass(frozen=True)
class Outcome:
    """The answer; ``law`` is the book it was worked out with, which explanation and texts ask again.

    ``longer`` is the term that may hold instead, for who does not know what the decision is about; else None.
    ``shown`` is the term of which the days are said: the longer one once the shorter is over.
    """

    law: Law
    case: Filled
    term: ObjectionTerm
    longer: ObjectionTerm | None

    @property
    def shown(self) -> ObjectionTerm:
        """Return the term that still helps: the shorter one while it runs, then the longer, if there is one."""
        return self.longer if self.longer is not None and self.term.is_over(self.case.peildatum) else self.term

    @property
    def is_over(self) -> bool:
        """Say whether the last day lies before the day on which is asked, by each term that may hold."""
        return self.shown.is_over(self.case.peildatum)

    @property
    def may_be_over(self) -> bool:
        """Say whether it is over by the shorter term alone."""
        return self.term.is_over(self.case.peildatum) and not self.is_over

    @property
    def after_a_year(self) -> ObjectionTerm:
        """Return the term of a decision on sick pay after a year or later: 75k leaves Ziektewet 19ab out."""
        return objection_term(self.case.besluit_dag, SIX_WEEKS, self.law)


def calculate(case: Filled) -> Outcome:
    """Return the term: six weeks (Awb 6:7), or two in a dispute of Ziektewet 75j (75k).

    Who does not know what the decision is about, gets the shortest one and hears of the other.
    """
    law = Law(case.besluit_dag)
    short = case.soort_besluit in (FIT_FOR_WORK, UNKNOWN)
    return Outcome(
        law,
        case,
        term=objection_term(case.besluit_dag, TWO_WEEKS if short else SIX_WEEKS, law),
        longer=objection_term(case.besluit_dag, SIX_WEEKS, law) if case.soort_besluit == UNKNOWN else None,
    )
