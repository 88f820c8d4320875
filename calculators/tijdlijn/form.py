"""The questions of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from calculators.frame.form import Form
from calculators.law.case import CONTRACT, DONE, EMPLOYER, HOURS, OTHER_DAY, PAUSES, PLACEMENT, START, Case
from calculators.law.case_checks import CHECKS


@dataclass(frozen=True, kw_only=True)
class TimelineInput(Case):
    """The case, and the hours of the build-up."""

    uren_start: Decimal | None
    uren_doel: Decimal | None
    uren_stap: Decimal | None


FORM = Form(
    groups=(START, EMPLOYER, PLACEMENT, HOURS, CONTRACT, PAUSES, DONE, OTHER_DAY), build=TimelineInput, checks=CHECKS
)
