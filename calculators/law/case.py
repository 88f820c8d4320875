"""The case: the questions about one person that calculators share, so that a link carries a case along.

A key means the same in every calculator. The groups are used whole or in part by each form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.frame.dates import Period, days_after, in_words, overlapping
from calculators.frame.fields import AnyField, ChoiceField, DateField, NumberField, PeriodsField, YesNoField
from calculators.frame.form import REFERENCE_DAY, Check, Group
from calculators.frame.reading import FieldError
from calculators.law.book import Law
from calculators.law.case_money import AFTERWARDS, AT_THE_HOST, DURING_ILLNESS, WAGE
from calculators.law.wachttijd import Illness, ends

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
    hint="De eerste werkdag waarop door ziekte niet is gewerkt, of waarop het werk is afgebroken. "
    "Bijvoorbeeld 24-11-2025 of 24 november 2025.",
    required=True,
)

START = Group(
    "De ziekte",
    (
        FIRST_SICK_DAY,
        ChoiceField(
            key="situatie",
            label="Is er nog een werkgever?",
            default="werknemer",
            options={"werknemer": "ja, in dienst bij een werkgever", "vangnet": "nee, Ziektewet zonder werkgever"},
        ),
    ),
    folded=False,
)

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
)

DONE = Group(
    "Wat er al is gebeurd of afgesproken",
    (
        DateField(key="probleemanalyse", label="Dag van de probleemanalyse", hint="De dag van het oordeel."),
        DateField(key="eerstejaarsevaluatie", label="Dag van de eerstejaarsevaluatie"),
        DateField(key="wia-aanvraag", label="Dag van de WIA-aanvraag", hint="De dag waarop UWV de aanvraag kreeg."),
        _weeks("loonsanctie-weken", "Loonsanctie van UWV", 0, 52, hint="Het aantal weken uit het besluit van UWV."),
        _weeks("verlenging-weken", "Vrijwillige verlenging van de loondoorbetaling", 0, 104),
        DateField(key="einde-dienstverband", label="Laatste dag van het dienstverband"),
        DateField(key="aow-datum", label="Dag waarop de AOW ingaat"),
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
            hint="Laat leeg voor de laatste dag van de wachttijd.",
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
    (
        _hours("uren-start", "Uren in de eerste week", 0),
        _hours("uren-doel", "Uren aan het einde", 1),
        _hours("uren-stap", "Elke week zoveel uur erbij", 0),
    ),
)

OTHER_DAY = Group("Rekenen voor een andere dag", (REFERENCE_DAY,))


def shared(key: str) -> AnyField:
    """Return one field of the case or its money, for a form that needs only some of them.

    Raises:
        KeyError: no calculator has a field with that key.
    """
    for group in (START, PAUSES, DONE, PLACEMENT, HOURS, CONTRACT, WAGE, DURING_ILLNESS, AT_THE_HOST, AFTERWARDS):
        for field in group.fields:
            if field.key == key:
                return field
    raise KeyError(f"geen gedeelde sleutel {key!r}")


@dataclass(frozen=True, kw_only=True)
class Case:
    """The frozen values of the groups above; attribute names are the keys with an underscore."""

    peildatum: date
    eerste_ziektedag: date
    situatie: str
    onderbrekingen: tuple[Period, ...]
    verlof: tuple[Period, ...]
    verlof_zelfde_oorzaak: str
    probleemanalyse: date | None
    eerstejaarsevaluatie: date | None
    wia_aanvraag: date | None
    loonsanctie_weken: Decimal | None
    verlenging_weken: Decimal | None
    einde_dienstverband: date | None
    aow_datum: date | None
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
        return self.situatie == "werknemer"

    @property
    def illness(self) -> Illness:
        """Return what was filled in about the illness. Without an employer there is no sanction,
        no voluntary extension and no contract that ends (Wet WIA art. 26)."""
        return Illness(
            first_day=self.eerste_ziektedag,
            interruptions=self.onderbrekingen,
            leave=self.verlof,
            leave_same_cause=self.verlof_zelfde_oorzaak == "ja",
            extension_weeks=int(self.verlenging_weken or 0) if self.has_employer else 0,
            sanction_weeks=int(self.loonsanctie_weken or 0) if self.has_employer else 0,
            application=self.wia_aanvraag,
            aow_day=self.aow_datum,
            contract_end=self.einde_dienstverband if self.has_employer else None,
        )


def _after_first_day(values: Mapping[str, Any], key: str) -> FieldError | None:
    """Refuse periods that do not begin after the first sick day."""
    first_day = values["eerste-ziektedag"]
    for period in values[key]:
        if first_day is not None and period.first <= first_day:
            return FieldError(
                "volgorde",
                f"De periode vanaf {in_words(period.first)} moet na de eerste ziektedag "
                f"({in_words(first_day)}) beginnen.",
            )
    return None


def _within_the_period(values: Mapping[str, Any], key: str) -> FieldError | None:
    """Refuse pauses that begin after the end of the period of illness that they interrupt."""
    if values["eerste-ziektedag"] is None:
        return None
    pauses = sorted((period, kind) for kind in ("onderbrekingen", "verlof") for period in values[kind])
    for index, (pause, kind) in enumerate(pauses):
        if kind == key:
            last = _last_day(values, pauses[:index])
            if pause.first > last:
                return FieldError(
                    "volgorde",
                    f"De periode vanaf {in_words(pause.first)} begint na het einde van de ziekteperiode "
                    f"({in_words(last)}). Vul voor een nieuwe ziekte een nieuwe eerste ziektedag in.",
                )
    return None


def _last_day(values: Mapping[str, Any], pauses: Iterable[tuple[Period, str]]) -> date:
    """Return the last day of the period of illness, given the pauses before some day."""
    pauses = list(pauses)
    has_employer = values.get("situatie") != "vangnet"
    illness = Illness(
        first_day=values["eerste-ziektedag"],
        interruptions=tuple(pause for pause, kind in pauses if kind == "onderbrekingen"),
        leave=tuple(pause for pause, kind in pauses if kind == "verlof"),
        leave_same_cause=values["verlof-zelfde-oorzaak"] == "ja",
        extension_weeks=int(values["verlenging-weken"] or 0) if has_employer else 0,
        sanction_weeks=int(values["loonsanctie-weken"] or 0) if has_employer else 0,
    )
    return days_after(ends(illness, Law(illness.first_day)).first_wia_day, -1)


def _pauses_check(key: str) -> tuple[Check, ...]:
    needed = (
        "eerste-ziektedag",
        "onderbrekingen",
        "verlof",
        "verlof-zelfde-oorzaak",
        "situatie",
        "verlenging-weken",
        "loonsanctie-weken",
    )
    return (
        Check(on=key, fields=("eerste-ziektedag", key), test=lambda values: _after_first_day(values, key)),
        Check(on=key, fields=needed, test=lambda values: _within_the_period(values, key)),
    )


def _no_overlap(values: Mapping[str, Any]) -> FieldError | None:
    shared = overlapping(values["onderbrekingen"], values["verlof"])
    if shared is None:
        return None
    return FieldError(
        "periodes-overlappen",
        f"Het verlof vanaf {in_words(shared.first)} overlapt met een periode waarin weer helemaal werd gewerkt.",
    )


def not_before(later: str, earlier: str, sentence: str) -> Check:
    """Return a check that day ``later`` does not lie before day ``earlier``; ``{day}`` shows the earlier one."""

    def test(values: Mapping[str, Any]) -> FieldError | None:
        if values[later] is None or values[earlier] is None or values[later] >= values[earlier]:
            return None
        return FieldError("volgorde", sentence.format(day=in_words(values[earlier])))

    return Check(on=later, fields=(earlier, later), test=test)


def _contract_during_illness(values: Mapping[str, Any]) -> FieldError | None:
    """Refuse a contract that ended before the illness of somebody with an employer."""
    last, first_sick_day = values["einde-dienstverband"], values["eerste-ziektedag"]
    if last is None or first_sick_day is None or last >= first_sick_day or values["situatie"] != "werknemer":
        return None
    return FieldError(
        "volgorde",
        f"Het dienstverband eindigde voor de eerste ziektedag ({in_words(first_sick_day)}). "
        "Kies bij de vraag over de werkgever dan: nee, Ziektewet zonder werkgever.",
    )


_BEFORE_ILLNESS = "Deze dag ligt voor de eerste ziektedag ({day})."
PAUSE_CHECKS = (
    *_pauses_check("onderbrekingen"),
    *_pauses_check("verlof"),
    Check(on="verlof", fields=("onderbrekingen", "verlof"), test=_no_overlap),
)
CHECKS = (
    *PAUSE_CHECKS,
    Check(
        on="einde-dienstverband",
        fields=("eerste-ziektedag", "situatie", "einde-dienstverband"),
        test=_contract_during_illness,
    ),
    *(
        not_before(key, "eerste-ziektedag", _BEFORE_ILLNESS)
        for key in (
            "werkervaringsplaats-start",
            "detachering-start",
            "proefplaatsing-start",
            "in-dienst",
        )
    ),
    not_before("detachering-einde", "detachering-start", "De detachering eindigt voordat zij begint ({day})."),
)
