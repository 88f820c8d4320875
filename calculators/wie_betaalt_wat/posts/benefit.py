"""The benefit of UWV, as filled in: it is never computed."""

from __future__ import annotations

from calculators.frame.money import euros
from calculators.law.benefits import aow_comes_first
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


def uitkering(month: Month) -> Finding:
    """The benefit while no own employer owes wages, and in no leave; beside a new contract what UWV leaves of it.

    It is paid only on days on which there can be one of its kind. A benefit that may go on beside the new work and has
    no amount for that is named: it does not just end.
    """
    case, kind = month.case, month.case.uitkering
    given = case.uitkering_per_maand is not None or case.uitkering_naast_werk is not None
    if month.on_leave or month.in_wage_duty or kind == "geen":
        # An early IVA is taken off the wage: that is named by itself.
        return NotDue(filled_in=given and case.vervroegde_iva_aanvraag is None)
    if month.stage == "dienstverband":
        amount, answer, said = case.uitkering_naast_werk, "uitkering-naast-werk", "per maand naast het nieuwe loon"
        if kind is None:
            return NotDue(filled_in=given)
    else:
        amount, answer, said = case.uitkering_per_maand, "uitkering-per-maand", "per maand"
    if month.after_benefit and amount != 0:
        return NotDue(filled_in=given) if month.reached_aow else LeftOut(answer="na-ziektewet")
    if month.before_benefit and amount != 0:
        return NotDue(filled_in=given) if kind == "ZW" else LeftOut(answer=_before_the_wia(month))
    if amount is None or kind is None:
        return LeftOut(answer=answer)
    formula = f"{euros(amount)} {said}, zoals ingevuld"
    return Post("uwv", "werknemer", amount, "wet", formula, (SOURCE_OF_BENEFIT[kind],))


def _before_the_wia(month: Month) -> str:
    """Name why there is no amount yet: there may be an early IVA (Wet WIA 23(6)), or the AOW comes first (43(g))."""
    if early_iva_day(month.case, month.ends, month.law):
        return "voor-wia-vervroegd"
    return "voor-wia-aow" if aow_comes_first(month.case.aow_datum, month.ends.first_wia_day) else "voor-wia"
