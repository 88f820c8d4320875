"""Whose money an item is that the law does not say yet: who would pay it, or get it."""

from __future__ import annotations

from collections.abc import Iterable

from calculators.wie_betaalt_wat.form import MoneyInput
from calculators.wie_betaalt_wat.periods import MoneyPeriod
from calculators.wie_betaalt_wat.wording import post_ids

CONTRACT = "dienstverband"


def unknown_for(party: str, period: MoneyPeriod, case: MoneyInput) -> list[str]:
    """Return the items that are money of a party, and that the law does not say yet in this period."""
    return [one for one in post_ids() if one in period.unknown_items and party in _parties(one, period, case)]


def unknown_since(party: str, periods: Iterable[MoneyPeriod], case: MoneyInput) -> MoneyPeriod | None:
    """Return the first period in which something of a party's is not known, if there is one."""
    return next((one for one in periods if unknown_for(party, one, case)), None)


def _parties(post_id: str, period: MoneyPeriod, case: MoneyInput) -> tuple[str, ...]:
    employer = "inlener" if period.stage == CONTRACT else "werkgever"
    return {
        "werkgeverslasten": (employer, "fiscus"),
        "inleenvergoeding": ("inlener", "werkgever"),
        "btw": ("inlener", "fiscus"),
        "reiskosten": ("werknemer", case.reis_betaler),
        "uitkering": ("werknemer", "uwv"),
        "lkv": ("inlener", "fiscus"),
    }.get(post_id, ("werknemer", employer))
