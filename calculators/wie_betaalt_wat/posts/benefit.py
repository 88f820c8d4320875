"""The benefit of UWV, as filled in: it is never computed."""

from __future__ import annotations

from calculators.frame.money import euros
from calculators.law.benefits import NOT_ENDED_BY_THE_WAIT, no_wia_by_aow
from calculators.law.early_iva import early_iva_day
from calculators.wie_betaalt_wat.month import Month
from calculators.wie_betaalt_wat.post import Finding, LeftOut, NotDue, Post

SOURCE_OF_BENEFIT = {
    "WW": "werkloosheidswet-2024",
    "ZW": "ziektewet-29",
    "WGA": "wet-wia-2025",
    "IVA": "wet-wia-2025",
    "WAO": "wsp-proefplaatsing",
    "WAZ": "wsp-proefplaatsing",
    "Wajong": "wajong-2025",
    "IOW": "wsp-proefplaatsing",
}
"""Where each benefit was read; WAO, WAZ and IOW only in a list of benefits."""

BESIDE_WAGE = "naast-loon"
"""The reason why a benefit of another ground is not in the amounts beside the wage of the own employer."""


def uitkering(month: Month) -> Finding:
    """The benefit while no own employer owes wages, and in no leave; beside a new contract what UWV leaves of it.

    One of another ground than this illness may be there beside the wage too: then it is named, without an amount. So
    may a WGA of an earlier illness (Wet WIA 56 and 60): we do not ask whether it is, and a note says so.
    It is paid only on days on which there can be one of its kind. A benefit that may go on beside the new work and has
    no amount for that is named: it does not just end.
    """
    case, kind = month.case, month.case.uitkering
    given = case.uitkering_per_maand is not None or case.uitkering_naast_werk is not None
    if month.on_leave or kind == "geen" or (month.in_wage_duty and kind not in NOT_ENDED_BY_THE_WAIT):
        # An early IVA is taken off the wage: that is named by itself.
        return NotDue(filled_in=given and case.vervroegde_iva_aanvraag is None)
    if month.stage == "dienstverband":
        amount, answer, said = case.uitkering_naast_werk, "uitkering-naast-werk", "per maand naast het nieuwe loon"
        if kind is None:
            return NotDue(filled_in=given)
    else:
        amount, answer, said = case.uitkering_per_maand, "uitkering-per-maand", "per maand"
    if amount != 0 and (why_not := _not_on_this_day(month, given=given)):
        return why_not
    if amount is None or kind is None:
        return LeftOut(answer=answer)
    formula = f"{euros(amount)} {said}, zoals ingevuld"
    return Post("uwv", "werknemer", amount, "wet", formula, (SOURCE_OF_BENEFIT[kind],))


def _not_on_this_day(month: Month, *, given: bool) -> LeftOut | NotDue | None:
    """Return why no amount of this kind of benefit can be booked on this day, or None."""
    if month.reached_aow and month.after_benefit:
        return NotDue(filled_in=given)
    if month.paid_by_own_employer:
        return LeftOut(answer=BESIDE_WAGE)  # what UWV leaves of it there, nobody asked
    if month.after_benefit:
        return LeftOut(answer="na-ziektewet")
    if month.before_benefit:
        return NotDue(filled_in=given) if month.case.uitkering == "ZW" else LeftOut(answer=_before_the_wia(month))
    return None


def _before_the_wia(month: Month) -> str:
    """Name why there is no amount yet: there may be an early IVA (Wet WIA 23(6)), or the AOW comes first (43(g))."""
    if early_iva_day(month.case, month.ends, month.law):
        return "voor-wia-vervroegd"
    return "voor-wia-aow" if no_wia_by_aow(month.case.aow_datum, month.ends, month.law) else "voor-wia"
