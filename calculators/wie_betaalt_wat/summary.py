"""Who pays what in a few sentences for a page that is made once: each sum is over all days, not about today."""

from __future__ import annotations

from calculators.wie_betaalt_wat.rules import Money
from calculators.wie_betaalt_wat.sentences import sentences

FOR_ONE_READER = {
    "werkgever": ("werkgever",),
    "inlener": ("inlener", "nieuwe-werkgever"),
    "uitkering": ("werknemer", "uwv"),
}


def summary(money: Money) -> str:
    """Return the sentence of each party with money in it; an employer, a host and who has a benefit read their own."""
    wanted = FOR_ONE_READER.get(money.case.rol)
    said = dict(sentences(money))
    if not money.case.has_employer:
        said.pop("werkgever")
    if not money.stays.by_form:
        said.pop("inlener", None)
    return " ".join(text for party, text in said.items() if wanted is None or party in wanted)
