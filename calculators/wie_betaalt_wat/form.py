"""The questions of who pays what: the case of the timeline, and the money around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.frame.form import Check, Form
from calculators.frame.reading import FieldError
from calculators.law.case import CONTRACT, DONE, OTHER_DAY, PAUSES, PLACEMENT, START, Case
from calculators.law.case_checks import CHECKS
from calculators.law.case_money import AFTERWARDS, AT_THE_HOST, DURING_ILLNESS, WAGE


@dataclass(frozen=True, kw_only=True)
class MoneyInput(Case):
    """The case and the money; amounts in euros a month unless the name says otherwise."""

    bruto_maandloon: Decimal
    uren_per_week: Decimal
    loon_jaar_1: Decimal
    loon_jaar_2: Decimal
    loon_gewerkte_uren: Decimal
    vakantiebijslag: Decimal
    werkgever_grootte: str
    contract: str
    werkgeverslasten: Decimal | None
    plaats_uren_per_week: Decimal | None
    inleenvergoeding: Decimal | None
    inleenvergoeding_soort: str
    loonwaarde: Decimal | None
    btw: str
    btw_aftrekbaar: str
    reis_km: Decimal | None
    reis_dagen: Decimal | None
    reis_tarief: Decimal | None
    reis_betaler: str
    begeleiding_uren: Decimal | None
    begeleiding_uurloon: Decimal | None
    uitkering_per_maand: Decimal | None
    nieuw_maandloon: Decimal | None
    nieuwe_uren_per_week: Decimal | None
    lkv: str


def _kind_of_fee(values: Mapping[str, Any]) -> FieldError | None:
    """An amount without a kind says nothing, and most kinds need an amount."""
    if values["inleenvergoeding"] and values["inleenvergoeding-soort"] == "geen":
        return FieldError("verplicht", "Kies wat voor vergoeding dit is: per uur, per maand of een percentage.")
    return None


def _amount_of_fee(values: Mapping[str, Any]) -> FieldError | None:
    needs_amount = values["inleenvergoeding-soort"] in ("per-uur", "per-maand", "percentage")
    if needs_amount and values["inleenvergoeding"] is None:
        return FieldError("verplicht", "Vul de hoogte van de vergoeding in.")
    if values["inleenvergoeding-soort"] == "percentage" and values["inleenvergoeding"] > 200:
        return FieldError("te-groot", "Dit is te groot. Vul hoogstens 200 procent in.")
    return None


def _loonwaarde(values: Mapping[str, Any]) -> FieldError | None:
    if values["inleenvergoeding-soort"] == "loonwaarde" and values["loonwaarde"] is None:
        return FieldError("verplicht", "Vul de loonwaarde in, als percentage.")
    return None


FORM = Form(
    groups=(START, WAGE, PAUSES, DONE, PLACEMENT, DURING_ILLNESS, AT_THE_HOST, CONTRACT, AFTERWARDS, OTHER_DAY),
    build=MoneyInput,
    checks=(
        *CHECKS,
        Check(
            on="inleenvergoeding-soort",
            fields=("inleenvergoeding", "inleenvergoeding-soort"),
            test=_kind_of_fee,
        ),
        Check(on="inleenvergoeding", fields=("inleenvergoeding", "inleenvergoeding-soort"), test=_amount_of_fee),
        Check(on="loonwaarde", fields=("inleenvergoeding-soort", "loonwaarde"), test=_loonwaarde),
    ),
)
