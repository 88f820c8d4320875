"""The questions of the no-risk check. None asks what somebody suffers from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from calculators.frame.dates import Period
from calculators.frame.fields import ChoiceField, DateField, MoneyField, YesNoField
from calculators.frame.form import Check, Form, Group
from calculators.frame.reading import FieldError
from calculators.law.case import FIRST_SICK_DAY, OTHER_DAY, PAUSES, ROLE, WITHOUT_EMPLOYER, illness_of, shared
from calculators.law.case_checks import CONTRACT_CHECK, PERIOD_CHECKS, not_before
from calculators.law.sick_period import Illness

GROUPS_WITH_WAITING_PERIOD = frozenset({"wia", "minder-dan-35"})
GROUPS = {
    "wia": "heeft een WIA-uitkering (WGA of IVA)",
    "minder-dan-35": "WIA gevraagd en nooit gekregen: na de wachttijd minder dan 35 procent arbeidsongeschikt",
    "wajong": "heeft of had Wajong",
    "wao-waz": "heeft WAO of WAZ van voor 2006, of had die in de vijf jaar voor de baan",
    "banenafspraak": "banenafspraak: doelgroepregister, of voor deze baan door de gemeente naar werk geholpen, of met "
    "loonkostensubsidie, en haalt het minimumloon niet",
    "wsw-of-beschut-werk": "beschut werk, of met Wsw bij een gewone werkgever",
    "onderwijsbelemmering": "had door ziekte of handicap moeite op school",
    "weet-niet": "weet ik niet",
    "geen": "geen van deze",
}


@dataclass(frozen=True, kw_only=True)
class NoRiskInput:
    """What was filled in; attribute names are the keys with an underscore."""

    peildatum: date
    rol: str
    groep: str
    situatie: str
    eerste_ziektedag: date | None
    eerste_wia_dag: date | None
    wia_beslissing: date | None
    onderbrekingen: tuple[Period, ...]
    verlof: tuple[Period, ...]
    verlof_zelfde_oorzaak: str
    wia_aanvraag: date | None
    loonsanctie_weken: Decimal | None
    loonsanctie_tot: date | None
    verlenging_weken: Decimal | None
    einde_dienstverband: date | None
    einde_opleiding: date | None
    werkgever: str
    in_dienst: date | None
    baan_op_peildag: str | None
    ander_werk_bij_eigen_werkgever: str | None
    aow_datum: date | None
    eerste_dag_ziek_in_nieuwe_baan: date | None
    ziekgemeld_op: date | None
    dagloon: Decimal | None
    loon_per_dag: Decimal | None

    @property
    def has_employer(self) -> bool:
        """Say whether the person still has an own employer (else: vangnet, Ziektewet)."""
        return self.situatie != WITHOUT_EMPLOYER

    @property
    def keeps_own_job(self) -> bool:
        """Say whether this is about the job at the own employer that goes on with WIA (ZW 29b(4)).

        Not without an own employer, nor in a new contract there after the old one ended: that is a new job (29b(1)(a)).
        """
        ended, start = self.einde_dienstverband, self.in_dienst
        again = ended is not None and start is not None and start > ended
        return self.groep == "wia" and self.werkgever == "eigen" and self.has_employer and not again

    @property
    def is_new_job(self) -> bool:
        """Say whether the job is one in which the policy hangs on its first day alone."""
        return self.werkgever == "nieuw" or (self.groep == "wia" and not self.keeps_own_job)

    @cached_property
    def illness(self) -> Illness | None:
        """Return what was filled in about the illness, or None without a first sick day."""
        if self.eerste_ziektedag is None:
            return None
        return illness_of(lambda key: getattr(self, key.replace("-", "_"), None), self.eerste_ziektedag)


WHO = Group(
    "Om wie gaat het?",
    (
        ROLE,
        ChoiceField(
            key="groep",
            label="Welke situatie past bij de werknemer?",
            hint="Kies wat in een brief van UWV staat, of weet ik niet.",
            required=True,
            options=GROUPS,
        ),
        replace(FIRST_SICK_DAY, required=False),
    ),
    folded=False,
)


def _hangs_on_waiting_period(values: Mapping[str, Any]) -> bool:
    return values.get("groep") in GROUPS_WITH_WAITING_PERIOD


SCHOOL = Group(
    "De opleiding",
    (DateField(key="einde-opleiding", label="Laatste dag van de opleiding", hint="Alleen bij moeite op school."),),
    when=lambda values: values.get("groep") == "onderwijsbelemmering",
)

JOB = Group(
    "De nieuwe baan",
    (
        shared("in-dienst"),
        ChoiceField(
            key="werkgever",
            label="Bij welke werkgever?",
            default="nieuw",
            options={"nieuw": "een nieuwe werkgever", "eigen": "de eigen werkgever"},
        ),
        YesNoField(
            key="baan-op-peildag",
            label="Was er op de peildag al een baan bij een andere werkgever?",
            hint="De peildag staat in het antwoord. Een baan die op de eerste ziektedag al bestond, telt niet.",
        ),
        YesNoField(
            key="ander-werk-bij-eigen-werkgever",
            label="Kan er nog eigen of ander passend werk bij de eigen werkgever?",
        ),
        shared("aow-datum"),
    ),
)

WAITING_PERIOD = Group(
    "Eerste WIA-dag, loonsanctie, verlenging, late aanvraag of einde van het contract",
    when=_hangs_on_waiting_period,
    fields=(
        DateField(
            key="eerste-wia-dag",
            label="Eerste WIA-dag",
            hint="Als die in een brief van UWV staat. Anders rekenen wij hem uit met de eerste ziektedag.",
        ),
        shared("situatie"),
        shared("loonsanctie-weken"),
        shared("loonsanctie-tot"),
        shared("verlenging-weken"),
        shared("wia-aanvraag"),
        replace(
            shared("einde-dienstverband"),
            label="Laatste dag van het dienstverband bij de eigen werkgever",
            hint="De werkgever van bij het begin van de ziekte, niet die van de nieuwe baan.",
        ),
    ),
)

DECISION = Group(
    "De beslissing over de WIA",
    (
        DateField(
            key="wia-beslissing",
            label="Dag van de beslissing over de WIA",
            hint="De datum bovenaan de brief van UWV. Nodig voor een baan die eerder begon dan de WIA.",
        ),
    ),
    when=lambda values: values.get("groep") == "wia",
)

ILL_AGAIN = Group(
    "Ziek in de nieuwe baan",
    when=lambda values: bool(values.get("in-dienst")),
    fields=(
        DateField(key="eerste-dag-ziek-in-nieuwe-baan", label="Eerste ziektedag in de nieuwe baan"),
        DateField(key="ziekgemeld-op", label="Dag waarop de ziekte bij UWV is gemeld"),
        MoneyField(key="dagloon", label="Dagloon", hint="Bruto, met vakantiegeld. Het staat in de brief van UWV."),
        MoneyField(
            key="loon-per-dag",
            label="Loon per dag dat de werkgever moet betalen",
            hint="Bruto. Deel het loon van een week door vijf, ook bij deeltijd.",
        ),
    ),
)


def _waiting_period_needed(values: Mapping[str, Any]) -> FieldError | None:
    """The groups of the WIA need a first sick day, or the first WIA day itself."""
    given = values["eerste-ziektedag"] or values["eerste-wia-dag"]
    if given or values["groep"] not in GROUPS_WITH_WAITING_PERIOD:
        return None
    return FieldError("verplicht", "Vul de eerste ziektedag in, of de eerste WIA-dag uit de brief van UWV.")


def _end_of_school_needed(values: Mapping[str, Any]) -> FieldError | None:
    if values["groep"] != "onderwijsbelemmering" or values["einde-opleiding"]:
        return None
    return FieldError("verplicht", "Vul de laatste dag van de opleiding in.")


def _sick_after_start(values: Mapping[str, Any]) -> FieldError | None:
    """At a new employer somebody can only fall ill in the job from its first day on."""
    start, sick = values["in-dienst"], values["eerste-dag-ziek-in-nieuwe-baan"]
    if values["werkgever"] == "eigen" or start is None or sick is None or sick >= start:
        return None
    return FieldError("volgorde", "Deze dag ligt voor de eerste dag van het contract.")


FORM = Form(
    groups=(
        WHO,
        SCHOOL,
        JOB,
        DECISION,
        ILL_AGAIN,
        WAITING_PERIOD,
        replace(PAUSES, when=_hangs_on_waiting_period),
        OTHER_DAY,
    ),
    build=NoRiskInput,
    checks=(
        *PERIOD_CHECKS,
        CONTRACT_CHECK,
        Check(
            on="eerste-ziektedag",
            fields=("groep", "eerste-ziektedag", "eerste-wia-dag"),
            test=_waiting_period_needed,
        ),
        Check(on="einde-opleiding", fields=("groep", "einde-opleiding"), test=_end_of_school_needed),
        not_before("eerste-wia-dag", "eerste-ziektedag", "Deze dag ligt voor de eerste ziektedag ({day})."),
        not_before("wia-beslissing", "eerste-ziektedag", "Deze dag ligt voor de eerste ziektedag ({day})."),
        Check(
            on="eerste-dag-ziek-in-nieuwe-baan",
            fields=("werkgever", "in-dienst", "eerste-dag-ziek-in-nieuwe-baan"),
            test=_sick_after_start,
        ),
        not_before(
            "ziekgemeld-op", "eerste-dag-ziek-in-nieuwe-baan", "De melding ligt voor de eerste ziektedag ({day})."
        ),
    ),
)
