"""What a wage cost advantage (LKV) asks for, and whether it is in the amounts (Wtl 2.6 and 2.10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.dates import in_words
from calculators.frame.result import NotComputed
from calculators.law.benefits import BEFORE_THE_WIA, OF_THE_WIA, first_day_of_wia_right
from calculators.law.early_iva import early_iva_day
from calculators.law.lkv import contract_before_the_wia, lkv_can_be
from calculators.law.no_risk import of_the_right
from calculators.wie_betaalt_wat.rules import Money

WHAT = "loonkostenvoordeel arbeidsgehandicapte"


def lkv_notes(money: Money) -> Iterator[NotComputed]:
    """Say why an LKV is not in the amounts, or what it hangs on that was not asked."""
    case, start = money.case, money.case.in_dienst
    if case.lkv == "geen" or start is None:
        return
    if case.aow_datum is not None and start >= case.aow_datum:
        yield NotComputed(
            "lkv-kan-niet",
            "Het loonkostenvoordeel. Vanaf de AOW-leeftijd is dat er niet (Wtl 2.6 lid 3 en 2.10 lid 2): het staat "
            "niet in de bedragen.",
            "UWV",
        )
    elif case.lkv == "arbeidsgehandicapte":
        yield from _of_who_has_a_disability(money, start)
    if any(one.has("lkv") for one in money.periods):
        yield NotComputed(
            "lkv-tijdvak",
            "De rest van het aangiftetijdvak, zoals een maand of vier weken, waarin het loonkostenvoordeel begint of "
            "eindigt: die telt ook mee.",
            "de salarisadministratie",
        )


def _of_who_has_a_disability(money: Money, start: date) -> Iterator[NotComputed]:
    case, end = money.case, money.ends
    years = money.law.in_words("lkv.start_na_wachttijd_jaren")
    asked = (
        "De wet vraagt WIA in de maand voor het contract (Wtl 2.6). Of UWV wees de WIA af onder de 35 procent, en het "
        f"contract begint op of na de eerste WIA-dag, binnen {years} jaar. Dan moet er op de peildag nog een contract "
        "met alleen de eigen werkgever zijn."
    )
    if not lkv_can_be(case, end, start, money.law):
        yield NotComputed("lkv-kan-niet", f"Het {WHAT}. {asked} {_not_here(money, start)}", "UWV")
    elif case.uitkering not in BEFORE_THE_WIA and (
        case.uitkering not in OF_THE_WIA or start <= of_the_right(case.illness, end, money.law).last
    ):
        text = f"Of er recht is op het {WHAT}. {asked}{contract_before_the_wia(money.ends)}{_own_risk(money, start)}"
        if any(one.has("lkv") for one in money.periods):
            text += " Klopt geen van beide? Kies dan geen loonkostenvoordeel, want het bedrag staat er nu wel."
        yield NotComputed("lkv-voor-wia", text, "UWV")


def _not_here(money: Money, start: date) -> str:
    """Say that neither way is open, or that an early IVA would be WIA before the contract (Wet WIA 23(6))."""
    early = early_iva_day(money.case, money.ends, money.law)
    if early is not None and early < start:
        return (
            f"Een vervroegde IVA is ook WIA. Die kan ingaan vanaf {in_words(early)}, als UWV haar geeft. Het "
            "loonkostenvoordeel staat niet in de bedragen."
        )
    return (
        "Dat is hier niet zo: het staat niet in de bedragen. Had de werknemer al WIA van een eerdere ziekte? Vraag "
        "het UWV."
    )


def _own_risk(money: Money, start: date) -> str:
    """Name what a late application does after an employer that bore the risk of sick pay (Wet WIA 43(c), ZW 29(10))."""
    last = of_the_right(money.case.illness, money.ends, money.law).last
    if start > last or last == first_day_of_wia_right(money.ends, money.law):
        return ""
    return (
        " Was de laatste werkgever eigenrisicodrager voor de Ziektewet? Dan begint de WIA door de late aanvraag pas op "
        f"{in_words(last)}: door die WIA is er dan geen loonkostenvoordeel."
    )
