"""The money of a case: the questions about wage, host and contract that calculators and documents share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from calculators.frame.fields import ChoiceField, MoneyField, NumberField, PercentField, RateField, YesNoField
from calculators.frame.form import Group
from calculators.frame.money import number_in_words, percent
from calculators.frame.step_fields import DayStepsField, WeekStepsField

LAST_WEEK_OF_WAGE = 260  # 104 weeks, 104 of a voluntary extension and 52 of a sanction


def _hours(
    key: str,
    label: str,
    *,
    hint: str = "",
    aside: tuple[str, str] | None = None,
    required: bool = False,
    smallest: str = "0",
) -> NumberField:
    return NumberField(
        key=key,
        label=label,
        hint=hint,
        aside=aside,
        required=required,
        smallest=Decimal(smallest),
        largest=Decimal(60),
        unit="uur per week",
        example="32",
    )


def _percent(key: str, label: str, default: int | None, hint: str = "") -> PercentField:
    return PercentField(key=key, label=label, hint=hint, default=None if default is None else Decimal(default))


@dataclass(frozen=True, kw_only=True)
class FeeField(MoneyField):
    """An amount in euros or a percentage; the next question says which. Read as money: ``1.250`` is thousands."""

    kind: str = field(init=False, default="number")

    def read(self, text: str) -> Decimal:
        return super().read(re.sub(r"\s*(%|procent)$", "", text))

    def echo(self, value: Decimal) -> str:
        return number_in_words(value)


WAGE = Group(
    "Het loon",
    (
        MoneyField(
            key="bruto-maandloon",
            label="Bruto loon per maand",
            aside=("Welk loon?", "Het loon uit het contract, zonder vakantiegeld. Bijvoorbeeld 3.000 of 3.200,50."),
            required=True,
        ),
        _hours(
            "uren-per-week",
            "Uren per week in het contract",
            aside=(
                "Wisselende uren?",
                "Ook bij een nulurencontract: neem voor loon en uren het gemiddelde van drie maanden voor de ziekte.",
            ),
            required=True,
            smallest="0.5",
        ),
    ),
    folded=False,
)

AGE = NumberField(
    key="leeftijd",
    label="Leeftijd, alleen onder 21 jaar",
    hint="Voor het minimumloon. Van 21 jaar af geldt het gewone minimumloon.",
    smallest=Decimal(15),
    largest=Decimal(99),
    unit="jaar",
    whole=True,
)
OWN_WORK = DayStepsField(
    key="eigen-werk",
    label="Uren per week gewerkt bij de eigen werkgever",
    hint="Vanaf welke dag hoeveel uur, elke regel op een eigen regel. Bijvoorbeeld 02-03-2026: 8. "
    "Met 0 stopt het. Een nieuwe regel komt in de plaats van de vorige.",
    number=_hours("eigen-werk-uren", "Uren per week"),
    example="02-03-2026: 8",
)
WAGE_STEPS = WeekStepsField(
    key="loon-stappen",
    label="Deel van het loon, per ziekteweek",
    hint="Alleen als de cao andere stappen heeft dan twee jaren. Vanaf welke week hoeveel procent, bijvoorbeeld "
    "week 1: 100, dan week 27: 90, dan week 53: 70. Dit komt in de plaats van de twee percentages hierboven.",
    number=_percent("loon-stap", "Deel van het loon", None),
    example="week 27: 90",
    last_week=LAST_WEEK_OF_WAGE,
)


def _shares_of_wage(values: Mapping[str, Any]) -> str:
    """Say which shares of the wage the answer computes with; the first 100 % is usual, not the law."""
    if values.get("loon-stappen"):
        return "in stappen"
    year_1, year_2 = values.get("loon-jaar-1"), values.get("loon-jaar-2")
    if year_1 is None or year_2 is None:
        return ""
    assumed = ", aangenomen" if (year_1, year_2) == (100, 70) else ""
    return f"{percent(year_1)} / {percent(year_2)}{assumed}"


DURING_ILLNESS = Group(
    "Loon tijdens ziekte",
    says=_shares_of_wage,
    fields=(
        _percent(
            "loon-jaar-1", "Deel van het loon in het eerste ziektejaar", 100, "Dit staat in de cao of het contract."
        ),
        _percent("loon-jaar-2", "Deel van het loon daarna", 70),
        WAGE_STEPS,
        OWN_WORK,
        _percent(
            "loon-gewerkte-uren",
            "Deel van het loon voor gewerkte uren",
            100,
            "Bij de eigen werkgever, en bij detachering. Op een werkervaringsplaats telt het gewone deel.",
        ),
        _percent("vakantiebijslag", "Vakantiegeld", 8),
        AGE,
        ChoiceField(
            key="werkgever-grootte",
            label="Grootte van de werkgever",
            hint="Klein of groot voor de Aof-premie: zie de brief van de Belastingdienst.",
            default="klein",
            options={"klein": "klein", "groot": "middelgroot of groot"},
        ),
        ChoiceField(
            key="contract",
            label="Soort contract",
            default="vast",
            options={"vast": "vast en op papier", "tijdelijk": "tijdelijk of oproep"},
        ),
        _percent("werkgeverslasten", "Eigen percentage werkgeverslasten", None, "Leeg: de premies van dat jaar."),
    ),
)

AT_THE_HOST = Group(
    "Afspraken met de inlener",
    (
        _hours("plaats-uren-per-week", "Uren per week bij de inlener", hint="Leeg: de uren uit het contract."),
        FeeField(
            key="inleenvergoeding",
            label="Inleenvergoeding",
            hint="Een bedrag in euro, of een percentage. Kies hieronder welk van de twee.",
            largest=Decimal(100_000),
            unit="",
        ),
        ChoiceField(
            key="inleenvergoeding-soort",
            label="Soort vergoeding",
            default="geen",
            options={
                "geen": "geen vergoeding",
                "per-uur": "euro per gewerkt uur",
                "per-maand": "euro per maand",
                "percentage": "percentage van de loonkosten",
                "loonwaarde": "loonkosten maal de loonwaarde",
            },
        ),
        _percent("loonwaarde", "Loonwaarde", None, "Wat het werk waard is, vergeleken met een gezonde collega."),
        YesNoField(key="btw", label="Komt er btw over de vergoeding?", default="nee"),
        YesNoField(key="btw-aftrekbaar", label="Kan de inlener die btw aftrekken?", default="ja"),
        NumberField(
            key="reis-km",
            label="Reisafstand, één kant op",
            smallest=Decimal(0),
            largest=Decimal(500),
            unit="kilometer",
        ),
        NumberField(
            key="reis-dagen", label="Reisdagen per week", smallest=Decimal(0), largest=Decimal(7), unit="dagen"
        ),
        RateField(
            key="reis-tarief",
            label="Vergoeding per kilometer",
            hint="Leeg: het onbelaste bedrag van dat jaar.",
            largest=Decimal(5),
        ),
        ChoiceField(
            key="reis-betaler",
            label="Wie betaalt de reiskosten?",
            default="inlener",
            options={"werkgever": "de eigen werkgever", "inlener": "de inlener", "niemand": "niemand vergoedt ze"},
        ),
        _hours("begeleiding-uren", "Begeleiding door de inlener"),
        MoneyField(
            key="begeleiding-uurloon",
            label="Kosten van een uur begeleiding",
            largest=Decimal(1000),
            unit="euro",
        ),
    ),
)

AFTERWARDS = Group(
    "Uitkering en nieuw contract: de bedragen",
    (
        MoneyField(
            key="uitkering-per-maand",
            label="Uitkering per maand",
            hint="Bruto, met vakantiegeld. Dit bedrag staat in de brief van UWV; wij rekenen het niet uit.",
        ),
        MoneyField(
            key="uitkering-naast-werk",
            label="Uitkering per maand naast het nieuwe werk",
            hint="Wat er volgens UWV van de uitkering overblijft naast het nieuwe loon. Loopt die niet door? Vul 0 in.",
        ),
        MoneyField(key="nieuw-maandloon", label="Bruto loon per maand bij de nieuwe werkgever"),
        _hours("nieuwe-uren-per-week", "Uren per week bij de nieuwe werkgever", smallest="0.5"),
        ChoiceField(
            key="lkv",
            label="Loonkostenvoordeel voor de nieuwe werkgever",
            default="geen",
            options={
                "geen": "geen",
                "arbeidsgehandicapte": "arbeidsgehandicapte werknemer",
                "banenafspraak": "banenafspraak",
            },
        ),
    ),
)
