"""The words of the no-risk check that more than one part of the answer has."""

from __future__ import annotations

from calculators.frame.dates import with_weekday
from calculators.frame.tables import Table, table
from calculators.no_riskpolis.rules import NoRisk


def wording() -> Table:
    return table("no_riskpolis/wording.toml")


def bridge_in_words(found: NoRisk) -> str:
    """Return until when secondment bridges the time; empty where it does not."""
    return str(wording()["tot-dan"]).format(dag=with_weekday(found.lent_until)) if found.lent_until else ""
