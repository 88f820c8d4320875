"""When a contract is too early for the no-risk policy (Ziektewet art. 29b(1)(b))."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum


class ContractTiming(Enum):
    """How the first day of a contract lies to the check day and the first WIA day; the value is a warning code."""

    ON_CHECK_DAY = "contract-op-no-risk-peildag"
    BEFORE_END = "contract-voor-einde-wachttijd"
    SAFE = ""


def first_safe_day(first_wia_day: date, check_day: date) -> date:
    """Return the first day on which a contract is safe: after the waiting period and after the check day.

    The check day lies 77 days before the first WIA day, but after it when the WIA was applied for very late.
    """
    return max(first_wia_day, check_day + timedelta(days=1))


def contract_timing(start: date, first_wia_day: date, check_day: date) -> ContractTiming:
    """Say whether a contract that begins on ``start`` is too early for somebody under 35 percent.

    A contract with another employer that exists on the check day shuts the policy out. One that begins
    after it, but before the first WIA day, is uncertain: UWV says no, the text leaves room.
    """
    if start <= check_day:
        return ContractTiming.ON_CHECK_DAY
    if start < first_wia_day:
        return ContractTiming.BEFORE_END
    return ContractTiming.SAFE
