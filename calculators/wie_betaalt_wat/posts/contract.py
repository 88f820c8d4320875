"""The new contract: its wage, and the wage cost advantage (LKV) of the new employer (Wtl 2.6-2.13)."""

from __future__ import annotations

from datetime import date

from calculators.frame.dates import MONTHS_IN_YEAR, same_day_later
from calculators.frame.money import euros, number_in_words
from calculators.law.lkv import lkv_can_be
from calculators.wie_betaalt_wat.month import WEEKS_IN_MONTH, Month
from calculators.wie_betaalt_wat.post import Finding, LeftOut, NotDue, Post


def nieuw_loon(month: Month) -> Finding:
    """The wage that the new contract says."""
    wage = month.case.nieuw_maandloon
    if month.stage != "dienstverband":
        return NotDue()
    if wage is None:
        return LeftOut(answer="nieuw-maandloon")
    return Post("inlener", "werknemer", wage, "afspraak", f"{euros(wage)} per maand, zoals ingevuld")


def lkv(month: Month) -> Finding:
    """An amount for each paid hour, up to a maximum for each calendar year."""
    case = month.case
    if case.lkv == "geen" or case.in_dienst is None:
        return NotDue(filled_in=case.lkv != "geen")
    can_be = case.lkv != "arbeidsgehandicapte" or lkv_can_be(case, month.ends, case.in_dienst, month.law)
    if not can_be or month.stage != "dienstverband" or lkv_has_ended(month, case.in_dienst):
        return NotDue()
    hours = case.nieuwe_uren_per_week
    if hours is None:
        return LeftOut(answer="nieuwe-uren-per-week")
    figures = month.figures(f"lkv.{case.lkv}_per_uur", f"lkv.{case.lkv}_maximum_jaar")
    if isinstance(figures, LeftOut):
        return figures
    rate, most = figures
    amount = hours * rate * WEEKS_IN_MONTH
    return Post(
        "fiscus",
        "inlener",
        amount,
        "wet",
        f"{number_in_words(hours)} uur × {euros(rate)} × 52 / 12 = {euros(amount)}, hoogstens {euros(most)} "
        "per kalenderjaar",
        month.law.sources(f"lkv.{case.lkv}_per_uur"),
        most_a_year=most,
    )


def lkv_has_ended(month: Month, start: date) -> bool:
    """Say whether its three years are over, or the AOW age was reached (Wtl 2.6(3)(a), 2.8 and 2.10(2)(a)).

    That of the banenafspraak has no term since 2026: the figure ended. The rest of the wage period in which it ends
    (2.8(2)) is left out: we do not know which periods the employer has.
    """
    if month.reached_aow:
        return True
    years = month.law.get(
        "regelingen.lkv_jaren" if month.case.lkv == "arbeidsgehandicapte" else "lkv.banenafspraak_jaren"
    )
    return years is not None and month.day >= same_day_later(start, MONTHS_IN_YEAR * int(years))
