"""Supervision by the host."""

from __future__ import annotations

from calculators.frame.money import euros, number_in_words
from calculators.wie_betaalt_wat.month import WEEKS_IN_MONTH, Month
from calculators.wie_betaalt_wat.post import Finding, LeftOut, NotDue, Post


def begeleiding(month: Month) -> Finding:
    """The host's own time: a cost that nobody receives."""
    hours, rate = month.case.begeleiding_uren, month.case.begeleiding_uurloon
    if not hours or not month.works_at_host:
        return NotDue(filled_in=bool(hours or rate))
    if rate is None:
        return LeftOut(answer="begeleiding-uurloon")
    amount = hours * rate * WEEKS_IN_MONTH
    formula = f"{number_in_words(hours)} uur × {euros(rate)} × 52 / 12 = {euros(amount)}"
    return Post("inlener", None, amount, "praktijk", formula)
