"""The questions about income after the waiting period. None asks what somebody suffers from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from calculators.frame.dates import Period
from calculators.frame.fields import ChoiceField, MoneyField, NumberField, PercentField, YesNoField
from calculators.frame.form import Check, Form, Group
from calculators.frame.money import percent
from calculators.frame.reading import FieldError
from calculators.law.case import FIRST_SICK_DAY, OTHER_DAY, PAUSES, WITHOUT_EMPLOYER, illness_of, shared
from calculators.law.case_checks import CONTRACT_CHECK, PERIOD_CHECKS
from calculators.law.sick_period import Illness

UNDER_35, PARTLY, FULLY, LASTING, UNKNOWN = "onder-35", "35-80", "80-100-niet-duurzaam", "iva", "weet-niet"
OUTCOMES = {
    UNDER_35: "minder dan 35 procent arbeidsongeschikt",
    PARTLY: "35 tot 80 procent arbeidsongeschikt (WGA)",
    FULLY: "80 procent of meer, herstel mogelijk (WGA)",
    LASTING: "80 procent of meer, en blijvend (IVA)",
    UNKNOWN: "dat weet ik nog niet",
}


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What was filled in; attribute names are the keys with an underscore. Amounts in euros, gross."""

    peildatum: date
    bruto_maandloon: Decimal | None
    uren_per_week: Decimal | None
    vakantiebijslag: Decimal
    wia_dagloon: Decimal | None
    uitkomst: str
    arbeidsongeschiktheid: Decimal | None
    restverdiencapaciteit: Decimal | None
    arbeidsverleden: Decimal | None
    arbeidsverleden_voor_2016: Decimal | None
    wekeneis: str
    ww_voor_ziekte: str
    vier_van_vijf_jaar: str
    nieuw_maandloon: Decimal | None
    nieuwe_uren_per_week: Decimal | None
    eerste_ziektedag: date | None
    situatie: str
    onderbrekingen: tuple[Period, ...]
    verlof: tuple[Period, ...]
    verlof_zelfde_oorzaak: str
    loonsanctie_weken: Decimal | None
    loonsanctie_tot: date | None
    verlenging_weken: Decimal | None
    wia_aanvraag: date | None
    einde_dienstverband: date | None
    aow_datum: date | None

    @property
    def meets_weeks_for_wga(self) -> bool:
        """Say whether there is a wage-related WGA (Wet WIA 58(1)): by weeks of work, or by WW before the illness.

        Who does not know about the weeks is answered as if there were enough, and told what holds otherwise.
        """
        return self.wekeneis != "nee" or self.old_ww

    @property
    def doubts_weeks(self) -> bool:
        """Say whether the benefit hangs on weeks of work of which nobody knows whether there were enough."""
        return self.wekeneis == UNKNOWN and not self.old_ww

    @property
    def old_ww(self) -> bool:
        """Say whether a WW of before the illness may begin again (WW 21(1)), of which nothing is known here."""
        return self.ww_voor_ziekte == "ja"

    @property
    def has_employer(self) -> bool:
        """Say whether there is an own employer."""
        return self.situatie != WITHOUT_EMPLOYER

    @cached_property
    def illness(self) -> Illness | None:
        """Return what was filled in about the illness, or None without a first sick day."""
        if self.eerste_ziektedag is None:
            return None
        return illness_of(lambda key: getattr(self, key.replace("-", "_"), None), self.eerste_ziektedag)


def _years(key: str, label: str, hint: str, aside: tuple[str, str] | None = None) -> NumberField:
    return NumberField(
        key=key, label=label, hint=hint, aside=aside, smallest=Decimal(0), largest=Decimal(60), unit="jaar", whole=True
    )


CORE = Group(
    "Het oude loon en de WIA",
    (
        replace(
            shared("bruto-maandloon"),
            required=False,
            hint="Het gewone loon voor de ziekte, zonder vakantiegeld, zoals het nu zou zijn. Bijvoorbeeld 3.000.",
        ),
        replace(shared("uren-per-week"), required=False, hint="Voor de tabel: hoeveel uur werken geeft hoeveel loon."),
        ChoiceField(
            key="uitkomst",
            label="Wat is de uitkomst van de WIA?",
            hint="Weet u het nog niet? Dan staan alle uitkomsten naast elkaar.",
            default=UNKNOWN,
            options=OUTCOMES,
        ),
        PercentField(
            key="arbeidsongeschiktheid",
            label="Percentage arbeidsongeschiktheid",
            hint="Het percentage uit de brief van UWV.",
        ),
        replace(shared("nieuw-maandloon"), label="Bruto loon per maand uit werk naast de uitkering"),
    ),
    folded=False,
)

DECISION = Group(
    "Wat u nog kunt verdienen, en het arbeidsverleden",
    (
        MoneyField(
            key="restverdiencapaciteit",
            label="Wat u volgens UWV nog kunt verdienen, per maand",
            hint="De restverdiencapaciteit uit de brief van UWV: bruto, met vakantiegeld. Leeg: geschat met het "
            "percentage.",
        ),
        _years(
            "arbeidsverleden",
            "Jaren arbeidsverleden",
            "Kalenderjaren met genoeg loon. Het jaar waarin de uitkering begint, telt niet.",
            (
                "Welke jaren tellen?",
                (
                    "Vanaf 2013: jaren met 208 uur loon of meer. Van 1998 tot en met 2012: met 52 dagen loon of meer. "
                    "Van voor 1998 telt elk jaar vanaf het jaar waarin u 18 werd. Een jaar met alleen WW telt niet, "
                    "een jaar met alleen WGA meestal niet."
                ),
            ),
        ),
        _years(
            "arbeidsverleden-voor-2016",
            "Hoeveel daarvan liggen voor 2016?",
            "Jaren van voor 2016 geven meer maanden. Leeg: dan staan er twee uitersten.",
        ),
    ),
)

NEW_WORK = Group(
    "Uren van het werk naast de uitkering",
    (replace(shared("nieuwe-uren-per-week"), label="Uren per week in het werk naast de uitkering"),),
    when=lambda values: bool(values.get("nieuw-maandloon")),
)

DETAILS = Group(
    "Vakantiegeld, dagloon en gewerkte weken",
    (
        shared("vakantiebijslag"),
        MoneyField(
            key="wia-dagloon",
            label="WIA-dagloon",
            hint="Bruto, met vakantiegeld. Het staat in de brief van UWV en gaat voor het loon hierboven. UWV past het "
            "in januari en juli aan: vul het dagloon van nu in.",
        ),
        ChoiceField(
            key="wekeneis",
            label="Gewerkt in 26 van de 36 weken?",
            hint="Het gaat om de weken voor de dag waarop loon of ziekengeld stopt. Weken waarin door ziekte geen "
            "enkel werk kon, slaat u over. Eén uur werk in een week is genoeg.",
            default="ja",
            options={"ja": "ja", "nee": "nee", UNKNOWN: "dat weet ik niet"},
            aside=(
                "Hoe tel ik die weken?",
                (
                    "Tel terug vanaf de eerste dag zonder loon of ziekengeld. Sla elke week over waarin u door ziekte "
                    "helemaal niet kon werken. Zo komt u vaak uit bij weken van voor de ziekte. Een week met een deel "
                    "echt werk voor gewoon loon slaat u niet over: die telt als een gewerkte week. Ook weken met "
                    "onbetaald verlof of een uitkering rond een bevalling slaat u meestal over. Twijfelt u? Vraag het "
                    "UWV."
                ),
            ),
        ),
        YesNoField(
            key="ww-voor-ziekte",
            label="Was er WW op de dag voor de ziekte begon?",
            hint="Ook ja als die WW net was gestopt door werk en anders weer was begonnen, of door een uitkering rond "
            "een bevalling.",
            default="nee",
        ),
        YesNoField(
            key="vier-van-vijf-jaar",
            label="In vier van de vijf jaren voor de WW genoeg loon?",
            hint="208 uur loon of meer in een kalenderjaar. Loon bij ziekte telt mee. Het jaar waarin de WW begint, "
            "telt niet.",
            default="ja",
        ),
    ),
    says=lambda values: f"{percent(values['vakantiebijslag'])} vakantiegeld" if values.get("vakantiebijslag") else "",
)

WAITING_PERIOD = Group(
    "Wanneer de uitkering begint",
    (
        replace(FIRST_SICK_DAY, required=False),
        shared("situatie"),
        shared("loonsanctie-weken"),
        shared("loonsanctie-tot"),
        shared("verlenging-weken"),
        shared("wia-aanvraag"),
        replace(
            shared("einde-dienstverband"),
            hint="Na deze dag houdt een loonsanctie, verlenging of late aanvraag de WIA niet meer tegen.",
        ),
        shared("aow-datum"),
    ),
)


def _wage_needed(values: Mapping[str, Any]) -> FieldError | None:
    if values["bruto-maandloon"] is not None or values["wia-dagloon"] is not None:
        return None
    return FieldError("verplicht", "Vul het loon per maand in, of het WIA-dagloon uit de brief van UWV.")


def _part_of_the_years(values: Mapping[str, Any]) -> FieldError | None:
    years, before = values["arbeidsverleden"], values["arbeidsverleden-voor-2016"]
    if before is None or years is None or before <= years:
        return None
    return FieldError("te-groot", f"Dit is meer dan alle jaren samen. Vul hoogstens {years} jaar in.")


FORM = Form(
    groups=(
        CORE,
        DECISION,
        NEW_WORK,
        WAITING_PERIOD,
        replace(PAUSES, when=lambda values: bool(values.get("eerste-ziektedag"))),
        DETAILS,
        OTHER_DAY,
    ),
    build=Situation,
    checks=(
        *PERIOD_CHECKS,
        CONTRACT_CHECK,
        Check(on="bruto-maandloon", fields=("bruto-maandloon", "wia-dagloon"), test=_wage_needed),
        Check(
            on="arbeidsverleden-voor-2016",
            fields=("arbeidsverleden", "arbeidsverleden-voor-2016"),
            test=_part_of_the_years,
        ),
    ),
)
