"""The benefit of UWV, as filled in: it is never computed."""

from __future__ import annotations

from calculators.frame.money import euros
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
    """The benefit while no employer owes wages, in no leave, and until a contract begins."""
    kind, amount = month.case.uitkering, month.case.uitkering_per_maand
    if month.paid_by_own_employer or month.on_leave or month.stage == "dienstverband" or kind == "geen":
        return NotDue(filled_in=amount is not None)
    if amount is None or kind is None:
        return LeftOut()
    formula = f"{euros(amount)} per maand, zoals ingevuld"
    return Post("uwv", "werknemer", amount, "wet", formula, (SOURCE_OF_BENEFIT[kind],))
