"""What to beware of where a contract ends within a sanction or an extension: what signing costs, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from calculators.frame.result import Caution
from calculators.law.sick_pay import contract_ends_by_the_wait
from calculators.law.wachttijd import EXTENSION, SANCTION, Ends

SIGNED_AWAY = (
    "Let op: tekent de werknemer in de tijd van de loonsanctie voor een einde, of verweert hij zich er niet tegen, "
    "zonder goede reden? Dan kan dat de WIA of de WW kosten."
)
"""For who agrees to an end within a sanction, or does not fight it (Wet WIA 88(1)(d), WW 24(10))."""

ABOUT_SIGNING = ("wet-wia-88", "werkloosheidswet-24")
"""The sources of that."""

ASKED_TO_END = (
    "Het contract eindigt in de verlenging. Die eindigt alleen op verzoek met het contract: vraag dat aan UWV. UWV "
    "noemt dan ook de laatste dag voor de WIA-aanvraag."
)
"""Wet WIA 24(2) and (3), and 64(2): UWV sets a new end, and tells of the application with it."""


NEVER_BEGAN = (
    "{What} telt niet mee: het dienstverband eindigt voordat die begint. Daarna hoeft de werkgever geen loon meer te "
    "betalen, dus het loon loopt niet langer door. Staat {what} in een brief van UWV? Kijk dan of de laatste dag van "
    "het dienstverband klopt. Klopt die dag? Vraag UWV dan wat de brief nog betekent."
)
"""UWV lengthens the time in which there is a right to wages (Wet WIA 24(1) and 25(9)), and then there is none."""

ABOUT_SICK_PAY = (
    " Was de werkgever eigenrisicodrager voor de Ziektewet? Dan kan de brief over het ziekengeld gaan: dat kan UWV wel "
    "langer maken."
)
"""For sick pay after a contract that ends within the waiting period (Wet WIA 26(2), ZW 29(10)(b))."""


def about_contract_end(end: Ends) -> Iterator[Caution]:
    """Yield what to beware of, where no other caution about the end of the contract says it."""
    yield from about_what_never_began(end)
    if ends_in_sanction(end):
        yield Caution("einde-in-loonsanctie", SIGNED_AWAY, ABOUT_SIGNING)
    if ends_in_extension(end):
        yield Caution("einde-in-verlenging", ASKED_TO_END, ("wet-wia-24", "wet-wia-64"))


def about_what_never_began(end: Ends) -> Iterator[Caution]:
    """Yield that an extension or a sanction was filled in which would begin after the end of the contract."""
    if never_begins(EXTENSION, end):
        yield _never_began("verlenging-na-dienstverband", "de vrijwillige verlenging", "wet-wia-24")
    if never_begins(SANCTION, end):
        found = _never_began("loonsanctie-na-dienstverband", "de loonsanctie", "wet-wia-25")
        if contract_ends_by_the_wait(end):
            found = replace(
                found, text=f"{found.text}{ABOUT_SICK_PAY}", sources=(*found.sources, "wet-wia-26", "ziektewet-29")
            )
        yield found


def never_begins(name: str, end: Ends) -> bool:
    """Say whether what would lengthen the wage would begin after the end of the contract (Wet WIA 24(1), 25(9))."""
    time, last = end.lengthened.get(name), end.contract_end
    return time is not None and last is not None and last < time.first


def _never_began(code: str, what: str, source: str) -> Caution:
    return Caution(code, NEVER_BEGAN.format(What=what.capitalize(), what=what), (source,))


def ends_in_sanction(end: Ends) -> bool:
    """Say whether the contract ends within a sanction, its last day too: who agrees to that can lose WIA and WW.

    Where the AOW begins by then there is neither to lose (Wet WIA 43(g), WW 19(1)).
    """
    time, last = end.lengthened.get(SANCTION), end.contract_end
    return time is not None and last is not None and time.first <= last <= time.last and not _aow_by_then(last, end)


def ends_in_extension(end: Ends) -> bool:
    """Say whether the contract ends before the last day of an extension that it ran into (Wet WIA 24(3)).

    Where the AOW begins by then there is no WIA to apply for (43(g)).
    """
    time, last = end.lengthened.get(EXTENSION), end.contract_end
    return time is not None and last is not None and time.first <= last < time.last and not _aow_by_then(last, end)


def _aow_by_then(last: date, end: Ends) -> bool:
    """Say whether the AOW ends the wage of what lengthens it no later than the contract does (BW 7:629(2))."""
    return end.wages_without_contract_end < (end.sanction or end.before_sanction) and (
        end.wages_without_contract_end <= last
    )
