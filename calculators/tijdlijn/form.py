"""The questions of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from calculators.common.case import CHECKS, CONTRACT, DONE, OTHER_DAY, PAUSES, PLACEMENT, START, Case
from calculators.common.fields import NumberField
from calculators.common.form import Form, Group


@dataclass(frozen=True, kw_only=True)
class TimelineInput(Case):
    """The case, and the hours of the build-up."""

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

FORM = Form(groups=(START, PAUSES, DONE, PLACEMENT, HOURS, CONTRACT, OTHER_DAY), build=TimelineInput, checks=CHECKS)
