"""What the timeline leaves out, each with whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.frame.dates import DAYS_IN_WEEK
from calculators.frame.result import NotComputed
from calculators.law import sick_pay
from calculators.law.benefits import BEFORE_THE_WIA, OF_THE_WIA, last_benefit_day
from calculators.law.early_iva import first_day_of_early_iva
from calculators.law.lkv import contract_before_the_wia
from calculators.law.sick_pay import has_sick_pay_in_the_wait
from calculators.law.wachttijd import weeks_earlier
from calculators.tijdlijn.rules import Timeline


def not_computed(timeline: Timeline) -> Iterator[NotComputed]:
    """Yield what the timeline leaves out, and whom to ask."""
    case, shown = timeline.case, {one.id for one in timeline.milestones}
    sick_pay_in_the_wait = has_sick_pay_in_the_wait(case.illness, timeline.ends)
    if case.vervroegde_iva_aanvraag is None and _early_iva_can_begin(timeline):
        yield NotComputed(
            "vervroegde-wia",
            "Een vervroegde WIA-aanvraag, voor wie niet meer beter wordt, maakt de wachttijd korter.",
            "UWV of de bedrijfsarts",
        )
    if sick_pay_in_the_wait:
        yield from _about_sick_pay(timeline)
    if "tweede-spoor-uiterlijk" in shown:
        yield NotComputed(
            "tweede-spoor-uitstel",
            "Het tweede spoor mag wachten als er binnen drie maanden concreet uitzicht is op terugkeer.",
            "de bedrijfsarts en de casemanager",
        )
    if not sick_pay_in_the_wait and ("besluit-loonsanctie" in shown or timeline.ends.sanction is not None):
        yield NotComputed(
            "bekorting-loonsanctie",
            "Een loonsanctie kan korter worden: als de werkgever de fout herstelt, of als UWV te laat beslist.",
            "UWV",
        )
    if case.has_employer:
        yield from _about_the_contract(timeline)
    if "lkv-einde" in shown:
        yield from _about_lkv(timeline)
    if case.detachering_einde is not None and case.detachering_start is None:
        yield NotComputed("detachering", "De detachering. Vul ook de eerste dag ervan in.", "uzelf")
    if _pause_in_the_last_weeks(timeline):
        yield NotComputed(
            "onderbreking-laatste-weken",
            "Een onderbreking in de laatste dertien weken schuift het verslag, de aanvraag en het besluit op. De brief "
            "van UWV beslist over de juiste dagen. Doe het eerder als dat kan.",
            "UWV",
        )
    hours = (case.uren_start, case.uren_doel, case.uren_stap, case.werkervaringsplaats_start)
    if any(value is not None for value in hours[:3]) and None in hours:
        yield NotComputed(
            "urenopbouw",
            "De urenopbouw. Vul daarvoor de eerste dag van de werkervaringsplaats en alle drie de uren in.",
            "uzelf",
        )


def _about_the_contract(timeline: Timeline) -> Iterator[NotComputed]:
    """Yield what other work, or leave around birth, makes otherwise (BW 7:629(2)(a) and (13), 7:670(1) and (2))."""
    law = timeline.law
    days, weeks = law.number("loon.huishouden_dagen"), law.number("loon.huishouden_weken")
    yield NotComputed(
        "huishouden",
        f"Werk in het huishouden van een ander, ook zorg met een pgb, op minder dan {days} dagen per week. Is die "
        f"persoon de werkgever? Dan is er bij ziekte hoogstens {weeks} weken loon, en meestal geen Ziektewet en geen "
        "WIA.",
        "UWV of een jurist",
    )
    if timeline.ends.period.leave:
        weeks = law.number("wachttijd.opzegverbod_na_verlof_weken")
        yield NotComputed(
            "opzegverbod-zwangerschap",
            f"Tijdens de zwangerschap, het verlof en {weeks} weken na de terugkeer mag de werkgever ook niet opzeggen. "
            "Ziekte door de zwangerschap voor het verlof maakt het opzegverbod nog langer.",
            "een jurist",
        )


def _early_iva_can_begin(timeline: Timeline) -> bool:
    """Say whether an IVA asked for as soon as can be would begin before the AOW (Wet WIA 23(6) and 43(g))."""
    period, law = timeline.ends.period, timeline.law
    soonest = period.day(DAYS_IN_WEEK * (law.number("wia.vervroegd_aanvraag_eerste_week") - 1) + 1)
    return first_day_of_early_iva(soonest, timeline.case.aow_datum, period, law) is not None


def is_guided_after_the_contract(timeline: Timeline) -> bool:
    """Say whether UWV, or who bears the risk itself, makes a plan after the contract (Wet WIA 26(1) and (2)).

    It does so for who has sick pay then. Of who has the AOW age it asks nothing about a plan (ZW 45(1)(o) and (p)).
    """
    case, last_in_service = timeline.case, timeline.ends.contract_end
    if last_in_service is None or (case.aow_datum is not None and case.aow_datum <= last_in_service):
        return False
    return last_in_service < last_benefit_day("ZW", case, timeline.ends, timeline.law)


def _about_sick_pay(timeline: Timeline) -> Iterator[NotComputed]:
    """Yield what the Ziektewet brings besides: what moves the first WIA day, and what UWV does after the contract."""
    shown = {one.id for one in timeline.milestones}
    if "eerste-wia-dag" in shown:
        yield from sick_pay.not_computed(timeline.case, timeline.ends)
    if not is_guided_after_the_contract(timeline):
        return
    yield NotComputed(
        "begeleiding-na-contract",
        "Wat er na het einde van het contract gebeurt aan begeleiding. UWV neemt die over en maakt een plan. Was de "
        "werkgever eigenrisicodrager voor de Ziektewet? Dan doet hij dat zelf.",
        "UWV",
    )
    if "ezwb" not in shown and "eerste-wia-dag" in shown:
        yield NotComputed(
            "ezwb-na-contract",
            "De beoordeling door UWV na een jaar ziekte. Wie dan nog in dienst is, krijgt haar pas na het einde van "
            "het contract. Kan iemand volgens UWV genoeg verdienen? Dan stopt het ziekengeld.",
            "UWV",
        )


def _pause_in_the_last_weeks(timeline: Timeline) -> bool:
    """Say whether a pause lies in the weeks before the end in which report, application and decision fall."""
    end = timeline.ends
    begin = weeks_earlier(end.waiting_period, timeline.law.number("wachttijd.re_integratieverslag_weken"))
    return any(pause.last >= begin for pause in end.period.pauses)


def _about_lkv(timeline: Timeline) -> Iterator[NotComputed]:
    """Say what the wage cost advantage of who stays under 35 percent may hang on: with WIA it does not."""
    before = contract_before_the_wia(timeline.ends)
    if before and timeline.case.uitkering not in OF_THE_WIA | BEFORE_THE_WIA:
        yield NotComputed(
            "lkv-voor-wia", f"Of er loonkostenvoordeel is voor wie onder de 35-procentgrens blijft. {before}", "UWV"
        )
