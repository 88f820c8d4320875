"""Travel to the host."""

from __future__ import annotations

from calculators.frame.money import euros, euros_in_a_sum, number_in_words, with_unit
from calculators.wie_betaalt_wat.month import WEEKS_IN_MONTH, Month
from calculators.wie_betaalt_wat.post import Finding, LeftOut, NotDue, Post


def reiskosten(month: Month) -> Finding:
    """Both ways, by the untaxed rate of the day unless another was agreed."""
    case = month.case
    if not case.reis_km or not case.reis_dagen or not month.works_at_host:
        return NotDue(filled_in=bool(case.reis_km or case.reis_dagen))
    agreed = case.reis_tarief
    rates = month.figures("reiskosten.onbelast_per_km") if agreed is None else (agreed,)
    if isinstance(rates, LeftOut):
        return rates
    (rate,) = rates
    amount = case.reis_km * 2 * case.reis_dagen * rate * WEEKS_IN_MONTH
    by_oneself = case.reis_betaler == "niemand"
    return Post(
        "werknemer" if by_oneself else case.reis_betaler,
        None if by_oneself else "werknemer",
        amount,
        "afspraak",
        f"2 × {number_in_words(case.reis_km)} km × {with_unit(case.reis_dagen, 'dagen')} × {euros_in_a_sum(rate)} "
        f"× 52 / 12 = {euros(amount)}",
        month.law.sources("reiskosten.onbelast_per_km") if agreed is None else (),
    )
