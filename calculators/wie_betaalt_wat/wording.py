"""The words of the items, from ``posten.toml``, and of the stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from calculators.frame.tables import table
from calculators.frame.terms import PARTIES as PARTY_NAMES

STAGES = {
    "ziek-thuis": "ziek, zonder plek elders",
    "werkervaringsplaats": "werkervaringsplaats",
    "detachering": "detachering",
    "proefplaatsing": "proefplaatsing",
    "dienstverband": "contract bij de nieuwe werkgever",
    "na-wachttijd": "na de loondoorbetaling",
}
NEW_EMPLOYER = "nieuwe werkgever"


@dataclass(frozen=True)
class Words:
    """One row of ``posten.toml``; its head says what each key is for."""

    naam: str
    vraag_aan: str
    vragen: tuple[str, ...] = ()
    ontbreekt: Mapping[str, str] = field(default_factory=dict)
    zelf_invullen: str = ""
    zonder_effect: str = ""
    naar_niemand: str = ""


@cache
def post_ids() -> tuple[str, ...]:
    """Return the ids of all items, in the order in which they are worked out and shown."""
    return tuple(table("wie_betaalt_wat/posten.toml"))


@cache
def words(post_id: str) -> Words:
    """Return the words of an item."""
    row = dict(table("wie_betaalt_wat/posten.toml")[post_id])
    return Words(vragen=tuple(row.pop("vragen", ())), **row)


def name_of(party: str, stage: str) -> str:
    """Return what a party is called in a stage: from the contract on the host is the new employer."""
    return NEW_EMPLOYER if (party, stage) == ("inlener", "dienstverband") else PARTY_NAMES[party]
