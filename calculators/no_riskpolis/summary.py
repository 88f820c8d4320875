"""The no-risk check for a page that is made once: a made-up case was filled in by nobody."""

from __future__ import annotations

from calculators.no_riskpolis.explanation import headline
from calculators.no_riskpolis.rules import NoRisk

DOUBT = ", als wat u invulde klopt"


def summary(found: NoRisk) -> str:
    """Return the first sentence of the answer, without the doubt about what a reader filled in."""
    return headline(found).replace(DOUBT, "")
