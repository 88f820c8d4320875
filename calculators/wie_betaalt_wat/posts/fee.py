"""The fee for lending somebody out on secondment, and its VAT."""

from __future__ import annotations

from fractions import Fraction

from calculators.frame.money import euros, euros_in_a_sum, number_in_words, percent
from calculators.wie_betaalt_wat.month import WEEKS_IN_MONTH, Month
from calculators.wie_betaalt_wat.post import Finding, LeftOut, NotDue, Post
from calculators.wie_betaalt_wat.posts.wage import wage_of

WAGE_COST = ("loon", "aanvulling-minimumloon", "vakantiebijslag", "werkgeverslasten")


def inleenvergoeding(month: Month) -> Finding:
    """What the host pays the own employer: by the hour, by the month, or a part of what the wage costs."""
    case, kind = month.case, month.case.inleenvergoeding_soort
    if kind == "geen" or month.on_leave:
        return NotDue()
    if month.stage != "detachering":
        return NotDue(filled_in=True)
    if not month.paid_by_own_employer:
        return LeftOut(answer="eigen-werkgever")
    given = case.inleenvergoeding or Fraction(0)
    if kind == "per-uur":
        amount = given * month.hours_at_host * WEEKS_IN_MONTH
        formula = f"{euros(given)} × {number_in_words(month.hours_at_host)} uur × 52 / 12 = {euros(amount)}"
    elif kind == "per-maand":
        amount, formula = given, f"{euros(given)} per maand"
    else:
        cost = cost_of_hours_at_host(month)
        if isinstance(cost, LeftOut):
            return cost
        rate = (case.loonwaarde if kind == "loonwaarde" else given) or Fraction(0)
        amount = cost * rate / 100
        formula = (
            f"{percent(rate)} van de loonkosten voor de uren bij de inlener ({euros_in_a_sum(cost)}) = {euros(amount)}"
        )
    return Post("inlener", "werkgever", amount, "afspraak", formula)


def cost_of_hours_at_host(month: Month) -> Fraction | LeftOut:
    """Return what the hours at the host cost the own employer a month: their part of the whole wage cost."""
    worked = wage_of(min(month.hours_at_host, month.case.uren_per_week), month)
    cost = month.total(*WAGE_COST)
    if not worked:
        return Fraction(0)
    return cost if isinstance(cost, LeftOut) else cost * worked / month.amount("loon")


def btw(month: Month) -> Finding:
    """VAT over the fee (Wet OB): a cost only for a host who cannot deduct it."""
    case = month.case
    if case.btw == "nee" or case.inleenvergoeding_soort == "geen":
        return NotDue(filled_in=case.btw == "ja")
    fee = month.findings["inleenvergoeding"]
    if case.btw_aftrekbaar == "ja" or isinstance(fee, NotDue):
        return NotDue()
    if isinstance(fee, LeftOut):
        return fee if fee.figures else NotDue()
    vat = month.figures("btw.uitlenen")
    if isinstance(vat, LeftOut):
        return vat
    (rate,) = vat
    tax = fee.per_month * rate / 100
    said = f"{percent(rate)} van {euros_in_a_sum(fee.per_month)} = {euros(tax)}, tenzij er een vrijstelling is"
    return Post("inlener", "fiscus", tax, "wet", said, month.law.sources("btw.uitlenen"))
