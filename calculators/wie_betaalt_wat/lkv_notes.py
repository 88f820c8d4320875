"""What a wage cost advantage (LKV) asks for, and whether it is in the amounts (Wtl 2.6 and 2.10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.dates import in_words, with_weekday
from calculators.frame.result import NotComputed
from calculators.law.benefits import BEFORE_THE_WIA, OF_THE_WIA, first_day_of_wia_right
from calculators.law.early_iva import early_iva_day
from calculators.law.lkv import contract_before_the_wia, declaration_by, lkv_can_be
from calculators.law.no_risk import of_the_right
from calculators.wie_betaalt_wat.rules import Money

WHAT = "loonkostenvoordeel arbeidsgehandicapte"


def lkv_notes(money: Money) -> Iterator[NotComputed]:
    """Say why an LKV is not in the amounts, or what it hangs on that was not asked."""
    case, start = money.case, money.case.in_dienst
    yield from _in_the_own_company(money)
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
        yield from _conditions(money, start)
        yield NotComputed(
            "lkv-tijdvak",
            "De rest van het aangiftetijdvak, zoals een maand of vier weken, waarin het loonkostenvoordeel "
            "eindigt: die telt ook mee.",
            "de salarisadministratie",
        )


def _in_the_own_company(money: Money) -> Iterator[NotComputed]:
    """Name the LKV of the own employer, for who works on there with WIA (Wtl 2.14 to 2.17): it is not asked for."""
    case = money.case
    if case.uitkering in OF_THE_WIA and case.has_employer and any(since.value for since in case.eigen_werk):
        yield NotComputed(
            "lkv-herplaatsen",
            "Het loonkostenvoordeel herplaatsen. Dat is er voor de eigen werkgever, als iemand met WIA daar weer "
            "werkt. De werknemer vraagt UWV om de verklaring binnen drie maanden nadat dat werk begint. Begon het "
            "eerder dan de WIA? Dan binnen drie maanden na de wachttijd, de verlenging, de loonsanctie of de late "
            "aanvraag (Wtl 2.15).",
            "UWV",
        )


def _of_who_has_a_disability(money: Money, start: date) -> Iterator[NotComputed]:
    case, end = money.case, money.ends
    years = money.law.in_words("lkv.start_na_wachttijd_jaren")
    asked = (
        "De wet vraagt WIA in de maand voor het contract (Wtl 2.6). Of UWV wees de WIA af onder de 35 procent, en het "
        f"contract begint op of na de eerste WIA-dag, binnen {years} jaar. Dan moet er op de peildag nog een contract "
        "met alleen de eigen werkgever zijn, en kan iemand volgens UWV daar niet meer werken."
    )
    if not lkv_can_be(case, end, start, money.law):
        yield NotComputed("lkv-kan-niet", f"Het {WHAT}. {asked} {_not_here(money, start)}", "UWV")
    elif case.uitkering not in BEFORE_THE_WIA and (
        case.uitkering not in OF_THE_WIA or start <= of_the_right(case.illness, end, money.law).last
    ):
        before = f" {contract_before_the_wia(end)}".rstrip()
        text = f"Of er recht is op het {WHAT}. {asked}{before}{_own_risk(money, start)}"
        if any(one.has("lkv") for one in money.periods):
            text += " Klopt geen van beide? Kies dan geen loonkostenvoordeel, want het bedrag staat er nu wel."
        yield NotComputed("lkv-voor-wia", text, "UWV")


def _conditions(money: Money, start: date) -> Iterator[NotComputed]:
    """Say what else an LKV asks for, with the last day to ask UWV for the declaration (Wtl 2.1, 2.6(1), 2.7, 2.10)."""
    asks = "De nieuwe werkgever vraagt het in zijn loonaangifte."
    if money.case.lkv == "arbeidsgehandicapte":
        text = (
            f"De andere voorwaarden van het {WHAT}. De werknemer vraagt UWV uiterlijk op "
            f"{with_weekday(declaration_by(start, money.law))} om een doelgroepverklaring: later is er geen "
            f"loonkostenvoordeel. {asks} Had de werknemer in de zes maanden voor het contract al een baan bij hem? Dan "
            "is het er niet (Wtl 2.6 en 2.7)."
        )
    else:
        text = (
            "De andere voorwaarden van het loonkostenvoordeel banenafspraak. De werknemer staat in het "
            f"doelgroepregister. {asks}"
        )
    yield NotComputed("lkv-voorwaarden", text, "UWV")


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
    """Name what makes sick pay longer after an employer that bore the risk of it (Wet WIA 43(c), ZW 29(10))."""
    right_from = of_the_right(money.case.illness, money.ends, money.law)
    last = right_from.last
    if start > last or last == first_day_of_wia_right(money.ends, money.law):
        return ""
    return (
        " Was de laatste werkgever eigenrisicodrager voor de Ziektewet? Dan begint de WIA door "
        f"{right_from.longer_by} pas op {in_words(last)}: door die WIA is er dan geen loonkostenvoordeel."
    )
