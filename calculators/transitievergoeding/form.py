"""The questions about a contract that ends after long illness, its wage, and what was paid already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from calculators.frame.dates import Period, in_words
from calculators.frame.fields import ChoiceField, DateField, MoneyField, NumberField, PeriodsField, YesNoField
from calculators.frame.form import Check, Form, Group
from calculators.frame.money import percent
from calculators.frame.reading import FieldError
from calculators.law.book import Law
from calculators.law.case import FIRST_SICK_DAY, OTHER_DAY, PAUSES, WITHOUT_EMPLOYER, illness_of, shared
from calculators.law.case_checks import PERIOD_CHECKS, not_before
from calculators.law.sick_period import Illness, sick_period

LONG_AGO = date(1950, 1, 1)
PAUSE_KEYS = ("onderbrekingen", "verlof", "verlof-zelfde-oorzaak")
MONTHS_OF_ALLOWANCES = 12
MONTHS_OF_BONUS = 36


@dataclass(frozen=True, kw_only=True)
class Service:
    """What was filled in; attribute names are the keys with an underscore."""

    peildatum: date
    in_dienst_sinds: date
    eerdere_contracten: tuple[Period, ...]
    einde_dienstverband: date | None
    einde_door: str
    jeugd_maanden: Decimal
    bruto_maandloon: Decimal
    vakantiebijslag: Decimal
    eindejaarsuitkering: Decimal | None
    toeslagen: Decimal | None
    toeslagen_maanden: Decimal
    vakantiegeld_over_toeslagen: str
    bonus: Decimal | None
    bonus_maanden: Decimal
    eerste_ziektedag: date | None
    situatie: str
    onderbrekingen: tuple[Period, ...]
    verlof: tuple[Period, ...]
    verlof_zelfde_oorzaak: str
    loonsanctie_weken: Decimal | None
    loonsanctie_tot: date | None
    verlenging_weken: Decimal | None
    wia_aanvraag: date | None
    aow_datum: date | None
    eerder_betaald: Decimal | None
    aftrekbare_kosten: Decimal | None
    betaald_bedrag: Decimal | None
    betaald_op: date | None
    werkgever_grootte: str

    @property
    def has_employer(self) -> bool:
        """Say whether the person had an employer while ill (else: vangnet, Ziektewet)."""
        return self.situatie != WITHOUT_EMPLOYER

    @cached_property
    def illness(self) -> Illness | None:
        """Return the illness during this contract; None without one, or when there was no employer any more."""
        if self.eerste_ziektedag is None or not self.has_employer:
            return None
        return illness_of(lambda key: getattr(self, key.replace("-", "_")), self.eerste_ziektedag)

    @property
    def last_day(self) -> date:
        """Return the last day of the contract; while it goes on, the reference day."""
        return self.einde_dienstverband or self.peildatum


def _months(key: str, label: str, most: int, default: int, hint: str) -> NumberField:
    return NumberField(
        key=key,
        label=label,
        hint=hint,
        smallest=Decimal(1 if default else 0),
        largest=Decimal(most),
        default=Decimal(default),
        unit="maanden",
        whole=True,
    )


CONTRACT = Group(
    "Het contract",
    (
        DateField(
            key="in-dienst-sinds",
            label="Eerste dag van het contract",
            hint="De eerste dag bij deze werkgever. Was er een pauze tussen contracten? Vul hier het laatste contract "
            "in, en de andere bij eerdere contracten.",
            required=True,
            earliest=LONG_AGO,
        ),
        replace(shared("einde-dienstverband"), hint="Leeg: het contract loopt nog, en we rekenen tot en met vandaag."),
        replace(
            shared("bruto-maandloon"),
            hint="Het loon uit het contract, zonder vakantiegeld. Bijvoorbeeld 3.000.",
            aside=(
                "Wisselende uren?",
                (
                    "Neem het uurloon van nu, maal het gemiddelde aantal uren per maand. Tel daarvoor de laatste "
                    "twaalf maanden van dit contract. Sla tijd met ziekte, verlof of een staking over: dan tellen "
                    "de maanden die ervoor liggen."
                ),
            ),
        ),
        replace(FIRST_SICK_DAY, required=False),
    ),
    folded=False,
)


def only_holiday_pay(values: Mapping[str, Any]) -> bool:
    """Say whether no other part of the wage is filled in, so that the line of the closed group can be short."""
    return not any(values.get(key) for key in ("eindejaarsuitkering", "toeslagen", "bonus")) and bool(
        values.get("vakantiebijslag")
    )


def _is_ill(values: Mapping[str, Any]) -> bool:
    return bool(values.get("eerste-ziektedag"))


WAGE_PARTS = Group(
    "Wat nog meer bij het loon hoort",
    (
        shared("vakantiebijslag"),
        MoneyField(
            key="eindejaarsuitkering",
            label="Vaste eindejaarsuitkering of dertiende maand, per jaar",
            hint="Wat er bij een heel jaar werken zou zijn.",
        ),
        MoneyField(
            key="toeslagen",
            label="Overwerk en ploegentoeslag, bij elkaar",
            hint="Waar recht op was in de laatste twaalf maanden. Was er toen ziekte? Vraag een jurist wat dan telt.",
        ),
        _months(
            "toeslagen-maanden",
            "Over zoveel maanden",
            MONTHS_OF_ALLOWANCES,
            MONTHS_OF_ALLOWANCES,
            "Minder bij een korter contract.",
        ),
        YesNoField(
            key="vakantiegeld-over-toeslagen",
            label="Komt er vakantiegeld bij overwerk en toeslagen?",
            hint="Volgens de wet wel. In een cao kan het anders staan.",
            default="ja",
        ),
        MoneyField(
            key="bonus",
            label="Bonus, winst en wisselende uitkeringen, bij elkaar",
            hint="Van de drie kalenderjaren voor het jaar waarin het contract eindigt. Geen provisie of stukloon: tel "
            "het gemiddelde per maand van de laatste twaalf maanden bij het loon hierboven op.",
        ),
        _months(
            "bonus-maanden",
            "Over zoveel maanden",
            MONTHS_OF_BONUS,
            MONTHS_OF_BONUS,
            "Minder bij een korter contract.",
        ),
    ),
    says=lambda values: f"{percent(values['vakantiebijslag'])} vakantiegeld" if only_holiday_pay(values) else "",
)

EARLIER = Group(
    "Eerdere contracten, en hoe het contract eindigt",
    (
        PeriodsField(
            key="eerdere-contracten",
            label="Eerdere contracten bij deze werkgever, of bij wie hetzelfde werk liet doen",
            hint="Eerste en laatste dag, elk contract op een eigen regel, bijvoorbeeld 01-02-2012 t/m 31-01-2013.",
            earliest=LONG_AGO,
        ),
        MoneyField(
            key="eerder-betaald",
            label="Transitievergoeding die al was verschuldigd bij een eerder contract",
            hint="Alleen als zij toen is betaald.",
        ),
        _months(
            "jeugd-maanden",
            "Maanden met weinig uren voor de achttiende verjaardag",
            120,
            0,
            "Maanden met gemiddeld hoogstens twaalf uur per week.",
        ),
        ChoiceField(
            key="einde-door",
            label="Hoe eindigt het contract?",
            default="werkgever",
            options={
                "werkgever": "de werkgever zegt op, of vraagt het de rechter",
                "overeenkomst": "samen, met een overeenkomst",
                "afloop": "een tijdelijk contract loopt af, en de werkgever gaat niet door",
                "werknemer": "de werknemer zegt zelf op",
            },
        ),
        shared("aow-datum"),
    ),
)

WAITING_PERIOD = Group(
    "Loonsanctie, verlenging of late WIA-aanvraag",
    (
        shared("situatie"),
        shared("loonsanctie-weken"),
        shared("loonsanctie-tot"),
        shared("verlenging-weken"),
        shared("wia-aanvraag"),
    ),
    when=_is_ill,
)

PAID = Group(
    "Kosten, betaling en geld terug van UWV",
    (
        MoneyField(
            key="aftrekbare-kosten",
            label="Kosten die van de vergoeding af mogen",
            hint="Zoals een opleiding. Alleen als de werknemer daar vooraf op papier mee instemde.",
        ),
        MoneyField(
            key="betaald-bedrag",
            label="Wat de werkgever heeft betaald",
            hint="Leeg: het bedrag dat de wet geeft.",
        ),
        DateField(key="betaald-op", label="Dag waarop alles was betaald", hint="Bij termijnen: de laatste betaling."),
        shared("werkgever-grootte"),
    ),
)


def _ends_after_illness_began(values: Mapping[str, Any]) -> FieldError | None:
    """Refuse a contract that ended before the illness: then the illness does not belong to it."""
    last, first_day = values["einde-dienstverband"], values["eerste-ziektedag"]
    if last is None or first_day is None or values["situatie"] == WITHOUT_EMPLOYER:
        return None
    sick = sick_period(illness_of(values.get, first_day), Law(first_day)).first_day  # after a recovery a later one
    if last >= sick:
        return None
    return FieldError(
        "volgorde",
        f"Het contract eindigde voor de eerste dag van de laatste ziekte ({in_words(sick)}). Die ziekte hoort er dan "
        "niet bij: laat de eerste ziektedag leeg.",
    )


def _earlier_contracts_end_before(values: Mapping[str, Any]) -> FieldError | None:
    start = values["in-dienst-sinds"]
    if all(period.last < start for period in values["eerdere-contracten"]):
        return None
    return FieldError("volgorde", f"Een eerder contract eindigt voor het laatste contract begint ({in_words(start)}).")


FORM = Form(
    groups=(CONTRACT, WAGE_PARTS, EARLIER, WAITING_PERIOD, replace(PAUSES, when=_is_ill), PAID, OTHER_DAY),
    build=Service,
    checks=(
        *PERIOD_CHECKS,
        not_before("einde-dienstverband", "in-dienst-sinds", "Het contract eindigt voordat het begint ({day})."),
        Check(
            on="einde-dienstverband",
            fields=("einde-dienstverband", "eerste-ziektedag", "situatie", *PAUSE_KEYS),
            test=_ends_after_illness_began,
        ),
        Check(
            on="eerdere-contracten",
            fields=("in-dienst-sinds", "eerdere-contracten"),
            test=_earlier_contracts_end_before,
        ),
    ),
)
