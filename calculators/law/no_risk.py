"""When a contract is too early for the no-risk policy (Ziektewet art. 29b(1)(b))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from calculators.frame.dates import days_after, with_weekday
from calculators.frame.result import Caution
from calculators.law.benefits import aow_comes_first
from calculators.law.case import Case
from calculators.law.wachttijd import Ends

CHECK_DAY_IS_OPEN = (
    "Vraag UWV welke dag nu de peildag van de no-riskpolis is, en vanaf welke dag een nieuwe baan telt. Een uitspraak "
    "over zo'n geval vonden wij niet."
)
"""For a contract that ends in what lengthens the wage: ZW 29b(1)(b) counts back from the end of a sanction."""


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


def can_be_lent_until(safe_day: date, has_employer: bool, contract_end: date | None) -> bool:
    """Say whether the own employer is one until the day before the safe day, so that secondment bridges the time."""
    return has_employer and (contract_end is None or contract_end >= days_after(safe_day, -1))


def about_contract(case: Case, end: Ends) -> Iterator[Caution]:
    """A contract too early for the no-risk policy: the two cautions exclude each other.

    With the AOW before the WIA no day is safe, so neither is given.
    """
    if case.in_dienst is None or aow_comes_first(case.aow_datum, end.first_wia_day):
        return
    timing = contract_timing(case.in_dienst, end.first_wia_day, end.no_risk_check_day, end.period.first_day)
    safe = with_weekday(end.first_wia_day)
    can_be_lent = can_be_lent_until(end.first_wia_day, case.has_employer, case.einde_dienstverband)
    if timing is ContractTiming.ON_CHECK_DAY:
        instead = f" Detachering tot en met {with_weekday(end.wages)} kan dit voorkomen." if can_be_lent else ""
        yield Caution(
            timing.value,
            f"Dit contract bestaat al op de peildag ({with_weekday(end.no_risk_check_day)}). Wie onder de "
            f"35-procentgrens van de WIA blijft, heeft dan geen no-riskpolis. Veilig is een contract vanaf {safe}."
            f"{instead}",
            ("ziektewet-29b",),
        )
    elif timing is ContractTiming.BEFORE_END and case.in_dienst <= end.period.first_day:
        yield Caution(
            timing.value,
            "Deze baan bestond al op de eerste ziektedag. Zij telt op de peildag van de no-riskpolis niet mee, maar "
            f"geeft die ook niet. Een andere baan vanaf {safe} kan wel tellen.",
            ("ziektewet-29b",),
        )
    elif timing is ContractTiming.BEFORE_END:
        yield Caution(
            timing.value,
            "Dit contract begint voor de eerste WIA-dag. Wie onder de 35-procentgrens van de WIA blijft, heeft dan "
            f"geen no-riskpolis: dat besliste de hoogste rechter in 2016. Veilig is een contract vanaf {safe}.",
            ("crvb-2016-4358", "ziektewet-29b"),
        )
