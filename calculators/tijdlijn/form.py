"""The questions of the timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from calculators.common.case import CHECKS, CONTRACT, DONE, OTHER_DAY, PAUSES, PLACEMENT, START, Case
from calculators.common.fields import ChoiceField, NumberField
from calculators.common.form import Form, Group


@dataclass(frozen=True, kw_only=True)
class TimelineInput(Case):
    """The case, for whom the answer is, and the hours of the build-up."""

    rol: str
    uren_start: Decimal | None
    uren_doel: Decimal | None
    uren_stap: Decimal | None


def _hours(key: str, label: str, smallest: int) -> NumberField:
    return NumberField(key=key, label=label, smallest=Decimal(smallest), largest=Decimal(60), unit="uur per week")


HOURS = Group(
    "Uren opbouwen op de werkervaringsplaats",
    (
        _hours("uren-start", "Uren in de eerste week", 0),
        _hours("uren-doel", "Uren aan het einde", 1),
        _hours("uren-stap", "Elke week zoveel uur erbij", 0),
    ),
)

ROLES = {"werknemer": "werknemer", "werkgever": "eigen werkgever", "inlener": "inlener", "begeleider": "begeleider"}
ROLE = ChoiceField(key="rol", label="Voor wie is dit antwoord?", default="werknemer", options=ROLES)
START_WITH_ROLE = replace(START, fields=(*START.fields, ROLE))

FORM = Form(
    groups=(START_WITH_ROLE, PAUSES, DONE, PLACEMENT, HOURS, CONTRACT, OTHER_DAY), build=TimelineInput, checks=CHECKS
)
