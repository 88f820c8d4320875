"""Sick pay of the Ziektewet in the waiting period: who has it, and what moves the first WIA day then.

Law: ZW 19aa and 29(2)(c), (5) and (10), Wet WIA 23(5)(b) and 26(2).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Protocol

from calculators.frame.dates import days_after
from calculators.frame.result import Caution, NotComputed
from calculators.law.sanction import last_of_sanction
from calculators.law.sick_period import Illness
from calculators.law.wachttijd import Ends

LONGER = (
    "Was de laatste werkgever eigenrisicodrager voor de Ziektewet? Dan kan UWV het ziekengeld langer maken als die "
    "werkgever te weinig deed, en maakt een late WIA-aanvraag het ook langer. De WIA en de peildag van de no-riskpolis "
    "zijn dan later. Zonder goede reden voor een late aanvraag is er in die extra tijd geen ziekengeld, en ook nog "
    "geen WIA."
)
"""What Wet WIA 26(2) and ZW 29(10) do to who worked last for an employer that bears that risk itself.

The check day counts from the lengthened time (ZW 29b(1)(b)). For an application that is late without a good reason
there is no sick pay in that time (ZW 29(11)), nor WIA (Wet WIA 43(c)).
"""

LATE_APPLICATION, SANCTION_ON_SICK_PAY = "de late WIA-aanvraag", "de loonsanctie"
"""What makes sick pay longer, as a text names it."""

ABOUT_LONGER = ("ziektewet-29", "ziektewet-29b", "wet-wia-26", "wet-wia-43")
"""The sources of that sentence."""


def has_sick_pay_in_the_wait(illness: Illness, end: Ends) -> bool:
    """Say whether some of the waiting period is one of sick pay: no employer, or a contract that ends within it."""
    return not illness.has_employer or (end.contract_end is not None and end.contract_end < end.waiting_period)


def sick_pay_can_be_longer(illness: Illness, end: Ends) -> bool:
    """Say whether a late application or UWV can lengthen sick pay (ZW 29(10))."""
    return not illness.has_employer or contract_ends_by_the_wait(end)


def contract_ends_by_the_wait(end: Ends) -> bool:
    """Say whether a contract ends within the 104 weeks, or with them.

    That ends within them too (ZW 29(2)(c) with 29(10)), though no day of them is left for sick pay.
    """
    return end.contract_end is not None and end.contract_end <= end.waiting_period


def longest_sick_pay(illness: Illness, end: Ends) -> tuple[date, str]:
    """Return the last day of sick pay as long as it may be, and what makes it longer; empty where nothing does.

    For who worked last for an employer that bears that risk itself a late application lengthens it (ZW 29(10)(a)), and
    what UWV sets when that employer did too little comes after it (29(10)(b), Wet WIA 26(2), last sentence). Leave
    around birth does not interrupt that time, as it does a sanction on wages: 26(2) leaves out 25(9). A sanction of an
    older illness is none of this one.
    """
    last = end.waiting_period
    if not sick_pay_can_be_longer(illness, end):
        return last, ""
    delayed = days_after(last, end.application_delay)
    sanction = None
    if not end.period.restarts:
        sanction = last_of_sanction(illness.sanction_weeks, illness.sanction_until, delayed, ())
    causes = [LATE_APPLICATION] if delayed > last else []
    return sanction or delayed, " en ".join([*causes, SANCTION_ON_SICK_PAY] if sanction else causes)


class AboutTheEnd(Protocol):
    """What a form that asks of a sanction has filled in; ``Case`` is one."""

    @property
    def has_employer(self) -> bool: ...
    @property
    def loonsanctie_weken(self) -> Decimal | None: ...
    @property
    def loonsanctie_tot(self) -> date | None: ...
    @property
    def verlenging_weken(self) -> Decimal | None: ...
    @property
    def einde_dienstverband(self) -> date | None: ...


def lengthened_without_employer(case: AboutTheEnd) -> bool:
    """Say whether a sanction or extension was filled in without an employer: only UWV can have set it (WIA 26(2))."""
    return not case.has_employer and bool(case.loonsanctie_weken or case.loonsanctie_tot or case.verlenging_weken)


def about_longer_sick_pay(case: AboutTheEnd) -> Iterator[Caution]:
    """Yield what such a sanction or extension means: it is not counted here, and may be one of an own-risk bearer."""
    if lengthened_without_employer(case):
        yield Caution(
            "verlenging-eigenrisicodrager",
            "Zonder werkgever tellen wij geen loonsanctie en geen verlenging mee voor de eerste WIA-dag. "
            f"{LONGER} Kijk de eerste WIA-dag dan na in de brief van UWV.",
            ABOUT_LONGER,
        )


def not_computed(case: AboutTheEnd, end: Ends | None) -> Iterator[NotComputed]:
    """Yield what can move the first WIA day of who has sick pay in the waiting period, unless a caution told it.

    The caution about a late application does, and that about a sanction or extension without an employer.
    """
    told_of_longer = end is not None and end.application_delay > 0
    yield NotComputed(
        "ziekengeld-stopt-na-eerste-jaar",
        "Wat er gebeurt als het ziekengeld na het eerste jaar stopt, omdat iemand volgens UWV genoeg kan verdienen. De "
        "tijd zonder ziekengeld telt dan niet mee voor de wachttijd, en de WIA kan niet op de genoemde dag ingaan.",
        "UWV",
    )
    if not (told_of_longer or lengthened_without_employer(case)):
        yield NotComputed("eigenrisicodrager", LONGER, "UWV")
