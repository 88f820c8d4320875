"""When a contract is too early for the no-risk policy (Ziektewet art. 29b(1)(b))."""

from __future__ import annotations

from datetime import date
from enum import Enum


class ContractTiming(Enum):
    """How the first day of a contract lies to the check day and the first WIA day; the value is a warning code."""

    ON_CHECK_DAY = "contract-op-no-risk-peildag"
    BEFORE_END = "contract-voor-einde-wachttijd"
    SAFE = ""


def contract_timing(
    start: date, first_wia_day: date, check_day: date, first_sick_day: date | None = None
) -> ContractTiming:
    """Say whether a contract that begins on ``start`` is too early for somebody under 35 percent.

    A contract with another employer that exists on the check day shuts the policy out by the letter of the law, unless
    it existed on the first sick day: that one only does not begin after the waiting period (2° and 4°). One that begins
    after the check day, but before the first WIA day, is too early as well: CRvB 16 November 2016,
    ECLI:NL:CRVB:2016:4358. On the first WIA day itself it is in time: CRvB 8 August 2019, ECLI:NL:CRVB:2019:2682.
    """
    if start <= check_day and (first_sick_day is None or start > first_sick_day):
        return ContractTiming.ON_CHECK_DAY
    if start < first_wia_day:
        return ContractTiming.BEFORE_END
    return ContractTiming.SAFE
