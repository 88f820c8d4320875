"""The questions of who pays what: the case of the timeline, and the money around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.frame.dates import in_words
from calculators.frame.form import Check, Form
from calculators.frame.money import number_in_words
from calculators.frame.reading import FieldError
from calculators.frame.step_fields import Since
from calculators.law.case import (
    CONTRACT,
    DONE,
    EMPLOYER,
    OTHER_DAY,
    PAUSES,
    PLACEMENT,
    START,
    Case,
    has_afterwards,
    has_place,
)
from calculators.law.case_checks import CHECKS
from calculators.law.case_money import AFTERWARDS, AT_THE_HOST, DURING_ILLNESS, WAGE


@dataclass(frozen=True, kw_only=True)
class MoneyInput(Case):
    """The case and the money, exact; amounts in euros a month unless the name says otherwise."""

    bruto_maandloon: Fraction
    uren_per_week: Fraction
    loon_jaar_1: Fraction
    loon_jaar_2: Fraction
    loon_gewerkte_uren: Fraction
    loon_stappen: tuple[Since[int], ...]
    eigen_werk: tuple[Since[date], ...]
    leeftijd: Fraction | None
    vakantiebijslag: Fraction
    werkgever_grootte: str
    contract: str
    werkgeverslasten: Fraction | None
    plaats_uren_per_week: Fraction | None
    inleenvergoeding: Fraction | None
    inleenvergoeding_soort: str
    loonwaarde: Fraction | None
    btw: str
    btw_aftrekbaar: str
    reis_km: Fraction | None
    reis_dagen: Fraction | None
    reis_tarief: Fraction | None
    reis_betaler: str
    begeleiding_uren: Fraction | None
    begeleiding_uurloon: Fraction | None
    uitkering_per_maand: Fraction | None
    uitkering_naast_werk: Fraction | None
    nieuw_maandloon: Fraction | None
    nieuwe_uren_per_week: Fraction | None
    lkv: str


AMOUNTS = {field.name for field in fields(MoneyInput)} - {field.name for field in fields(Case)}


def money_input(**values: Any) -> MoneyInput:
    """Make the input. What money is computed with becomes an exact fraction: 70 % of 52 / 12 weeks is no decimal."""
    exact = {name: Fraction(values[name]) for name in AMOUNTS if isinstance(values[name], Decimal)}
    return MoneyInput(**values | exact)


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


def _own_work_in_the_illness(values: Mapping[str, Any]) -> FieldError | None:
    """Hours that count begin on the first sick day or later."""
    first_day = values["eerste-ziektedag"]
    for since in values["eigen-werk"]:
        if since.start < first_day:
            return FieldError(
                "volgorde",
                f"{in_words(since.start)} ligt voor de eerste ziektedag ({in_words(first_day)}). "
                "Vul in vanaf welke dag tijdens de ziekte er is gewerkt.",
            )
    return None


def _own_work_in_the_contract(values: Mapping[str, Any]) -> FieldError | None:
    """Nobody works more hours in the own work than the contract has."""
    contract = values["uren-per-week"]
    for since in values["eigen-werk"]:
        if since.value > contract:
            return FieldError(
                "te-groot",
                f"Vanaf {in_words(since.start)} staan er {number_in_words(since.value)} uur. "
                f"Het contract heeft {number_in_words(contract)} uur per week.",
            )
    return None


FORM = Form(
    groups=(
        START,
        WAGE,
        PLACEMENT,
        replace(AT_THE_HOST, when=has_place),
        DURING_ILLNESS,
        CONTRACT,
        replace(AFTERWARDS, when=has_afterwards),
        EMPLOYER,
        PAUSES,
        DONE,
        OTHER_DAY,
    ),
    build=money_input,
    checks=(
        *CHECKS,
        Check(
            on="inleenvergoeding-soort",
            fields=("inleenvergoeding", "inleenvergoeding-soort"),
            test=_kind_of_fee,
        ),
        Check(on="inleenvergoeding", fields=("inleenvergoeding", "inleenvergoeding-soort"), test=_amount_of_fee),
        Check(on="eigen-werk", fields=("eerste-ziektedag", "eigen-werk"), test=_own_work_in_the_illness),
        Check(on="eigen-werk", fields=("eigen-werk", "uren-per-week"), test=_own_work_in_the_contract),
        Check(on="loonwaarde", fields=("inleenvergoeding-soort", "loonwaarde"), test=_loonwaarde),
    ),
)
