"""The two questions of the objection term. The day has the key that it has in the letters of objection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculators.frame.fields import ChoiceField, DateField
from calculators.frame.form import Form, Group
from calculators.law.case import OTHER_DAY
from calculators.law.parameters import figure

FIT_FOR_WORK, UNKNOWN, OTHER = "ziektewet-werk", "weet-niet", "anders"
_MOST = figure("wachttijd.ezwb_grens").history[-1].value
KINDS = {
    "wia": "de WIA",
    "loonsanctie": "een loonsanctie",
    FIT_FOR_WORK: "de Ziektewet: u bent niet (meer) te ziek voor uw werk, of voor werk uit een eerdere keuring",
    "ziektewet-jaar": f"de Ziektewet: u kunt meer dan {_MOST} procent van uw oude loon verdienen, na een jaar of later",
    OTHER: "iets anders",
    UNKNOWN: "weet ik niet",
}


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What was filled in; attribute names are the keys with an underscore."""

    peildatum: date
    soort_besluit: str
    besluit_dag: date


FORM = Form(
    groups=(
        Group(
            "Het besluit",
            (
                ChoiceField(
                    key="soort-besluit",
                    label="Waarover gaat het besluit van UWV?",
                    required=True,
                    options=KINDS,
                ),
                DateField(
                    key="besluit-dag",
                    label="Dag op de brief met het besluit",
                    hint="De datum bovenaan de brief, zoals 13-11-2026.",
                    required=True,
                ),
            ),
            folded=False,
        ),
        OTHER_DAY,
    ),
    build=Filled,
)
