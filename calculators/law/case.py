"""The case: the questions about one person that calculators share, so that a link carries a case along.

A key means the same in every calculator. The groups are used whole or in part by each form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from calculators.frame.dates import Period, in_words
from calculators.frame.fields import AnyField, ChoiceField, DateField, NumberField, PeriodsField, YesNoField
from calculators.frame.form import REFERENCE_DAY, Group
from calculators.frame.terms import READERS
from calculators.law.case_money import AFTERWARDS, AT_THE_HOST, DURING_ILLNESS, WAGE
from calculators.law.sick_period import Illness

WITHOUT_EMPLOYER = "vangnet"
BENEFITS = {
    "geen": "geen uitkering",
    "WW": "WW",
    "ZW": "Ziektewet (ZW)",
    "WGA": "WIA: WGA",
    "IVA": "WIA: IVA",
    "WAO": "WAO",
    "WAZ": "WAZ",
    "Wajong": "Wajong",
    "IOW": "IOW",
}


def _weeks(
    key: str, label: str, smallest: int, largest: int, default: int | None = None, hint: str = ""
) -> NumberField:
    return NumberField(
        key=key,
        label=label,
        hint=hint,
        smallest=Decimal(smallest),
        largest=Decimal(largest),
        default=None if default is None else Decimal(default),
        unit="weken",
        whole=True,
    )


FIRST_SICK_DAY = DateField(
    key="eerste-ziektedag",
    label="Eerste ziektedag",
    hint="De eerste werkdag die door ziekte heel of deels uitviel, zoals 24-11-2025.",
    required=True,
)
ROLE = ChoiceField(key="rol", label="Wie bent u?", default="werknemer", options=READERS, beside=True)
START = Group("Over wie het gaat", (ROLE, FIRST_SICK_DAY), folded=False)
SITUATION = ChoiceField(
    key="situatie",
    label="Is er nog een werkgever?",
    default="werknemer",
    options={
        "werknemer": "ja, in dienst bij een werkgever",
        WITHOUT_EMPLOYER: "nee, Ziektewet zonder werkgever",
    },
    default_by=("rol", {"uitkering": WITHOUT_EMPLOYER}),
)
EMPLOYER = Group("Werkgever", (SITUATION,), says=lambda values: SITUATION.options[values["situatie"]])


def has_place(values: Mapping[str, Any]) -> bool:
    """Say whether somebody works, or will work, elsewhere without a contract there."""
    return any(values.get(f"{form}-start") for form in ("werkervaringsplaats", "detachering", "proefplaatsing"))


def has_afterwards(values: Mapping[str, Any]) -> bool:
    """Say whether there is a benefit, a trial placement or a new contract."""
    return any(values.get(key) for key in ("uitkering", "proefplaatsing-start", "in-dienst"))


PAUSES = Group(
    "Tussendoor hersteld of met verlof",
    (
        PeriodsField(
            key="onderbrekingen",
            label="Perioden weer helemaal aan het werk",
            hint="Alleen in het eigen werk en voor alle uren. Elke periode op een eigen regel, "
            "bijvoorbeeld 19-05-2025 t/m 08-06-2025.",
        ),
        PeriodsField(
            key="verlof",
            label="Zwangerschaps- en bevallingsverlof",
            hint="Eerste en laatste dag van het verlof, bijvoorbeeld 01-03-2026 t/m 20-06-2026.",
        ),
        YesNoField(
            key="verlof-zelfde-oorzaak",
            label="Heeft de ziekte voor en na het verlof dezelfde oorzaak?",
            default="ja",
        ),
    ),
    says=lambda values: "" if values.get("onderbrekingen") or values.get("verlof") else "nee",
)

DONE = Group(
    "Wat er al is gebeurd of afgesproken",
    (
        DateField(key="probleemanalyse", label="Dag van de probleemanalyse", hint="De dag van het oordeel."),
        DateField(key="eerstejaarsevaluatie", label="Dag van de eerstejaarsevaluatie"),
        DateField(key="wia-aanvraag", label="Dag van de WIA-aanvraag", hint="De dag waarop UWV de aanvraag kreeg."),
        _weeks("loonsanctie-weken", "Loonsanctie van UWV", 0, 52, hint="Het aantal weken uit het besluit van UWV."),
        DateField(
            key="loonsanctie-tot",
            label="Laatste dag van de loonsanctie",
            hint="Alleen als UWV de loonsanctie korter maakte: dan eindigt zij op een andere dag dan na hele weken.",
        ),
        _weeks("verlenging-weken", "Vrijwillige verlenging van de loondoorbetaling", 0, 104),
        DateField(key="einde-dienstverband", label="Laatste dag van het dienstverband"),
        DateField(key="aow-datum", label="Dag waarop de AOW ingaat"),
        DateField(
            key="vervroegde-iva-aanvraag",
            label="Dag van de vervroegde WIA-aanvraag",
            hint="Alleen voor wie volgens de bedrijfsarts niet meer beter wordt. De dag waarop UWV de aanvraag krijgt.",
        ),
    ),
)

PLACEMENT = Group(
    "Een plek bij een andere werkgever",
    (
        DateField(key="werkervaringsplaats-start", label="Eerste dag van de werkervaringsplaats"),
        _weeks("werkervaringsplaats-weken", "Duur van de werkervaringsplaats", 1, 52, default=8),
        DateField(key="detachering-start", label="Eerste dag van de detachering"),
        DateField(
            key="detachering-einde",
            label="Laatste dag van de detachering",
            hint="Laat leeg voor de laatste dag van de loondoorbetaling.",
        ),
    ),
)

CONTRACT = Group(
    "Proefplaatsing of contract bij de nieuwe werkgever",
    (
        ChoiceField(key="uitkering", label="Uitkering van UWV", options=BENEFITS),
        DateField(key="proefplaatsing-start", label="Eerste dag van de proefplaatsing"),
        NumberField(
            key="proefplaatsing-maanden",
            label="Duur van de proefplaatsing",
            smallest=Decimal(1),
            largest=Decimal(12),
            default=Decimal(2),
            unit="maanden",
            whole=True,
        ),
        DateField(key="in-dienst", label="Eerste dag van het contract bij de nieuwe werkgever"),
    ),
)


def _hours(key: str, label: str, smallest: int) -> NumberField:
    return NumberField(key=key, label=label, smallest=Decimal(smallest), largest=Decimal(60), unit="uur per week")


HOURS = Group(
    "Uren opbouwen op de werkervaringsplaats",
    when=lambda values: bool(values.get("werkervaringsplaats-start")),
    fields=(
        _hours("uren-start", "Uren in de eerste week", 0),
        _hours("uren-doel", "Uren aan het einde", 1),
        _hours("uren-stap", "Elke week zoveel uur erbij", 0),
    ),
)

OTHER_DAY = Group(
    "Rekenen voor een andere dag",
    (REFERENCE_DAY,),
    says=lambda values: in_words(values["peildatum"]) if values.get("peildatum") else "vandaag",
)


def shared(key: str) -> AnyField:
    """Return one field of the case or its money, for a form that needs only some of them.

    Raises:
        KeyError: no calculator has a field with that key.
    """
    about_illness = (START, EMPLOYER, PAUSES, DONE, PLACEMENT, HOURS, CONTRACT)
    for group in (*about_illness, WAGE, DURING_ILLNESS, AT_THE_HOST, AFTERWARDS):
        for field in group.fields:
            if field.key == key:
                return field
    raise KeyError(f"geen gedeelde sleutel {key!r}")


@dataclass(frozen=True, kw_only=True)
class Case:
    """The frozen values of the groups above; attribute names are the keys with an underscore."""

    peildatum: date
    rol: str
    eerste_ziektedag: date
    situatie: str
    onderbrekingen: tuple[Period, ...]
    verlof: tuple[Period, ...]
    verlof_zelfde_oorzaak: str
    probleemanalyse: date | None
    eerstejaarsevaluatie: date | None
    wia_aanvraag: date | None
    loonsanctie_weken: Decimal | None
    loonsanctie_tot: date | None
    verlenging_weken: Decimal | None
    einde_dienstverband: date | None
    aow_datum: date | None
    vervroegde_iva_aanvraag: date | None
    werkervaringsplaats_start: date | None
    werkervaringsplaats_weken: Decimal
    detachering_start: date | None
    detachering_einde: date | None
    uitkering: str | None
    proefplaatsing_start: date | None
    proefplaatsing_maanden: Decimal
    in_dienst: date | None

    @property
    def has_employer(self) -> bool:
        """Say whether the person still has an own employer (else: vangnet, Ziektewet)."""
        return self.situatie != WITHOUT_EMPLOYER

    @cached_property
    def illness(self) -> Illness:
        """Return what was filled in about the illness."""
        return illness_of(lambda key: getattr(self, key.replace("-", "_")), self.eerste_ziektedag)


def illness_of(given: Callable[[str], Any], first_day: date) -> Illness:
    """Return the illness from the values by key, whoever holds them; what a form does not ask is None there.

    Without an employer there is no voluntary extension and no contract that ends. A sanction lengthens no wage then: it
    can only be one of an employer that bears the risk of sick pay itself (Wet WIA art. 26(2)).
    """
    has_employer = given("situatie") != WITHOUT_EMPLOYER
    return Illness(
        first_day=first_day,
        interruptions=given("onderbrekingen"),
        leave=given("verlof"),
        leave_same_cause=given("verlof-zelfde-oorzaak") == "ja",
        has_employer=has_employer,
        extension_weeks=int(given("verlenging-weken") or 0) if has_employer else 0,
        sanction_weeks=int(given("loonsanctie-weken") or 0),
        sanction_until=given("loonsanctie-tot"),
        application=given("wia-aanvraag"),
        aow_day=given("aow-datum"),
        contract_end=given("einde-dienstverband") if has_employer else None,
    )
