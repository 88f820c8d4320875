"""The questions of the timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from calculators.frame.fields import ChoiceField
from calculators.frame.form import Form
from calculators.frame.terms import READERS
from calculators.law.case import CONTRACT, DONE, HOURS, OTHER_DAY, PAUSES, PLACEMENT, START, Case
from calculators.law.case_checks import CHECKS


@dataclass(frozen=True, kw_only=True)
class TimelineInput(Case):
    """The case, for whom the answer is, and the hours of the build-up."""

    rol: str
    uren_start: Decimal | None
    uren_doel: Decimal | None
    uren_stap: Decimal | None


ROLE = ChoiceField(key="rol", label="Voor wie is dit antwoord?", default="werknemer", options=READERS)
START_WITH_ROLE = replace(START, fields=(*START.fields, ROLE))

FORM = Form(
    groups=(START_WITH_ROLE, PAUSES, DONE, PLACEMENT, HOURS, CONTRACT, OTHER_DAY), build=TimelineInput, checks=CHECKS
)
