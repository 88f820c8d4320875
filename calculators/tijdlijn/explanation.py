"""The timeline in words: the first sentence, the steps, the warnings and what was not computed.

Every sentence is made from the values of the `Timeline` itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from calculators.frame.dates import DAYS_IN_WEEK, days_after, days_in_words, in_words, with_weekday
from calculators.frame.result import Card, Caution, Result, Step
from calculators.law.benefits import last_benefit_day
from calculators.law.cautions import cautions
from calculators.law.late_application import right_from_later
from calculators.law.wachttijd import ends, weeks_earlier
from calculators.tijdlijn import rules
from calculators.tijdlijn.card import facts
from calculators.tijdlijn.form import TimelineInput
from calculators.tijdlijn.headline import headline
from calculators.tijdlijn.longer_wage import steps_of_delay, steps_of_extension, steps_of_sanction
from calculators.tijdlijn.not_computed import is_guided_after_the_contract, not_computed
from calculators.tijdlijn.rules import Timeline, application_is_report, latest_plan_day, plan_day


def calculate(case: TimelineInput) -> Result[Timeline]:
    """Return the timeline of a case with its explanation."""
    timeline = rules.calculate(case)
    return Result(
        headline=headline(timeline),
        outcome=timeline,
        steps=tuple(steps(timeline)),
        warnings=tuple(warnings(timeline)),
        not_computed=tuple(not_computed(timeline)),
        law=timeline.law,
        card=Card(tuple(facts(timeline))),
    )


def steps(timeline: Timeline) -> Iterator[Step]:
    """Yield how the ends were worked out, in the order of the calculation."""
    case, end, law = timeline.case, timeline.ends, timeline.law
    yield Step(f"De eerste ziektedag is {with_weekday(case.eerste_ziektedag)}. Dat is dag 1.", ("wet-wia-23",))
    yield from _steps_of_pauses(timeline)
    weeks = law.number("wachttijd.weken")
    last_counted = end.period.end_of_week(weeks)
    yield Step(
        f"De wachttijd duurt {weeks} weken, dat zijn {weeks * DAYS_IN_WEEK} dagen. "
        f"Dag {weeks * DAYS_IN_WEEK} is {with_weekday(last_counted)}.",
        ("wet-wia-23", "bw-7-629"),
    )
    yield from steps_of_extension(timeline)
    shown = {one.id for one in timeline.milestones}
    if "wia-aanvraag" in shown:
        yield _step_of_application(timeline)
    yield from steps_of_delay(timeline)
    yield from steps_of_sanction(timeline)
    if "eerste-wia-dag" in shown:
        yield _step_of_first_wia_day(timeline)
    yield from _steps_of_early_iva(timeline)
    if case.has_employer and application_is_report(case, end, law):
        yield Step(
            "De vervroegde WIA-aanvraag telt ook als 42e-weeksmelding. Die melding staat er daarom niet bij.",
            ("ziektewet-38",),
        )
    if "no-risk-peildag" in shown:
        days_before = law.number("regelingen.no_risk_peildag_dagen")
        yield Step(
            f"De peildag van de no-riskpolis ligt {days_before} dagen voor de eerste WIA-dag: "
            f"{with_weekday(end.no_risk_check_day)}.",
            ("ziektewet-29b",),
        )
    if not case.has_employer:
        yield from _steps_of_sick_pay(timeline)
    else:
        yield from _steps_of_aow(timeline)
        yield Step(
            f"De eigen werkgever betaalt loon tot en met {with_weekday(end.wages)}.",
            ("bw-7-629",),
        )
    if "einde-opzegverbod" in shown:
        yield Step(
            f"Het opzegverbod duurt {law.number('wachttijd.opzegverbod_jaren')} kalenderjaren en geen {weeks} weken. "
            "Een late aanvraag, een verlenging, een loonsanctie, herstel en verlof rond de bevalling maken het langer, "
            f"met precies die tijd.{_aow_ends_the_ban(timeline)} De eerste dag zonder verbod is "
            f"{with_weekday(end.dismissal_allowed)}.",
            ("bw-7-670",),
        )
    but = ", behalve de laatste dag voor de doelgroepverklaring" if "lkv-doelgroepverklaring" in shown else ""
    yield Step(
        f"De wet schuift deze dagen niet op voor een weekend of feestdag{but}. "
        "Daarom noemen wij de laatste werkdag ervoor, met de uiterste dag erbij.",
        ("algemene-termijnenwet",),
    )


def _step_of_application(timeline: Timeline) -> Step:
    """Return from which end the report, the application and the decision count back (Wet WIA 25 and 64)."""
    return Step(
        "Verslag, aanvraag en besluit tellen terug vanaf het einde van de wachttijd, of van de verlenging. "
        f"De WIA-aanvraag moet {timeline.law.number('wachttijd.wia_aanvraag_weken')} weken eerder binnen zijn: "
        f"uiterlijk {with_weekday(timeline.ends.application_due)}." + _due_without_extension(timeline),
        ("wet-wia-64", "wet-wia-25"),
    )


def _step_of_first_wia_day(timeline: Timeline) -> Step:
    """Return what the first day of the WIA follows on: the wage, or the contract (Wet WIA 43(b), 24(3), 64(8)(b))."""
    end = timeline.ends
    later = " ".join(right_from_later(timeline.case, end, timeline.law))
    day = " ".join(filter(None, (f"{with_weekday(end.first_wia_day)}.", later)))
    if days_after(end.sanction or end.before_sanction, 1) == end.first_wia_day or not timeline.case.has_employer:
        return Step(f"De eerste WIA-dag is de dag daarna: {day}", ("wet-wia-23", "wet-wia-43", "wet-wia-54"))
    return Step(
        "Na het einde van het dienstverband is er geen loon meer dat de WIA tegenhoudt. De eerste WIA-dag is daarom "
        f"{day}",
        ("wet-wia-24", "wet-wia-43", "wet-wia-64"),
    )


def _steps_of_aow(timeline: Timeline) -> Iterator[Step]:
    """Yield what the AOW age leaves of the wage, where it leaves less (BW 7:629(2))."""
    day, end, law = timeline.case.aow_datum, timeline.ends, timeline.law
    if day is None or end.wages_without_contract_end == (end.sanction or end.before_sanction):
        return
    if end.contract_end is not None and end.contract_end < day:
        return
    yield Step(
        f"Vanaf {with_weekday(day)} is er AOW. Bij ziekte duurt het loon dan nog hoogstens "
        f"{law.number('wachttijd.aow_weken')} weken, en met de tijd ervoor samen hoogstens "
        f"{law.number('wachttijd.weken')} weken. Dagen van herstel tellen niet mee.",
        ("bw-7-629", "bw-7-670"),
    )


def _steps_of_sick_pay(timeline: Timeline) -> Iterator[Step]:
    """Yield what the AOW age leaves of sick pay, where it leaves less (ZW 29(4) and (5))."""
    last = last_benefit_day("ZW", timeline.case, timeline.ends, timeline.law)
    if last < timeline.ends.waiting_period:
        yield Step(f"Door de AOW duurt het ziekengeld hoogstens tot en met {with_weekday(last)}.", ("ziektewet-29",))


def _aow_ends_the_ban(timeline: Timeline) -> str:
    """Return what the AOW age leaves of the ban on dismissal, where it leaves less (BW 7:670(1)); else nothing."""
    illness, law = timeline.case.illness, timeline.law
    without = ends(replace(illness, aow_day=None), law.on(illness.first_day))
    if without.dismissal_allowed == timeline.ends.dismissal_allowed:
        return ""
    weeks = law.number("wachttijd.aow_weken")
    if timeline.ends.dismissal_allowed == illness.aow_day:
        return f" De AOW komt na die jaren: dan stopt het meteen, en tellen de {weeks} weken na de AOW niet."
    return f" Vanaf de AOW duurt het nog hoogstens {weeks} weken ziekte."


def _steps_of_early_iva(timeline: Timeline) -> Iterator[Step]:
    """Yield how the earliest day of an early IVA was worked out, when it was applied for or is planned."""
    case, law = timeline.case, timeline.law
    for one in timeline.milestones:
        if one.id == "vervroegde-iva" and case.vervroegde_iva_aanvraag is not None:
            yield Step(
                f"De vervroegde aanvraag is van {with_weekday(case.vervroegde_iva_aanvraag)}. De kortere wachttijd "
                f"duurt minstens {law.number('wia.vervroegd_kortste_weken')} weken, en na de aanvraag nog minstens "
                f"{law.number('wia.vervroegd_na_aanvraag_weken')} weken. De eerste dag kan daarom op zijn vroegst "
                f"{with_weekday(one.first)} zijn. UWV beslist of er nog herstel te verwachten is. De andere dagen "
                "staan hier alsof UWV geen vervroegde IVA geeft.",
                ("wet-wia-23", "wet-wia-66"),
            )


def _due_without_extension(timeline: Timeline) -> str:
    """Say which other day can hold: 64(3) names the end of a time to which UWV set a new end (Wet WIA 24(3)).

    To the letter no other extension moves the application; practice counts from the end of each. Where the contract
    ends first, UWV may have set no new end: then the end of the whole extension counts.
    """
    end = timeline.ends
    if end.counted_back_from == end.waiting_period:
        return ""
    weeks = timeline.law.number("wachttijd.wia_aanvraag_weken")
    plain = with_weekday(weeks_earlier(end.waiting_period, weeks))
    if end.extension is not None and end.counted_back_from < end.extension:
        whole = with_weekday(weeks_earlier(end.extension, weeks))
        return (
            " Dat is een veilige dag: zij telt terug vanaf het einde van het contract. Laat UWV de verlenging niet met "
            f"het contract eindigen? Dan is het {whole}. Naar de letter van de wet kan het {plain} "
            "zijn. De brief van UWV beslist."
        )
    return (
        " In de praktijk telt het einde van de verlenging. De letter van de wet noemt die dag alleen bij een nieuwe "
        f"einddag van UWV, en anders {plain}. De brief van UWV beslist."
    )


def _steps_of_pauses(timeline: Timeline) -> Iterator[Step]:
    """Yield what each interruption and leave does to the counting."""
    period, longest = timeline.ends.period, timeline.law.number("wachttijd.onderbreking_dagen")
    for restart in period.restarts:
        yield Step(
            f"Voor {with_weekday(restart)} was er een onderbreking van {longest} dagen of meer, of een verlof met "
            "daarna een andere oorzaak. Op die dag begint een nieuwe ziekteperiode: dat is nu dag 1.",
            ("bw-7-629", "wet-wia-23"),
        )
    for gap in period.interruptions:
        yield Step(
            f"Van {in_words(gap.first)} tot en met {in_words(gap.last)} was er herstel: {days_in_words(gap.days)}. "
            f"Dat is minder dan {longest} dagen. De perioden tellen samen en deze dagen tellen niet mee.",
            ("bw-7-629", "wet-wia-23"),
        )
    if _recovery_around_leave(timeline):
        yield Step(
            "Herstel vlak voor en vlak na een verlof tellen wij bij elkaar op. Zo rekent het register voor "
            "re-integratie (RVI).",
            ("rvi-samenstellen",),
        )
    for leave in period.leave:
        yield Step(
            f"Van {in_words(leave.first)} tot en met {in_words(leave.last)} was er verlof: "
            f"{days_in_words(leave.days)}. Verlof telt nooit mee. In die tijd is er een uitkering in plaats van loon "
            "of ziekengeld.",
            ("wet-wia-23", "bw-7-629", "ziektewet-29a"),
        )


def _recovery_around_leave(timeline: Timeline) -> bool:
    """Say whether somebody recovered right before or right after a leave, and the cause is the same after it."""
    case = timeline.case
    return case.illness.leave_same_cause and any(
        days_after(earlier.last, 1) == later.first
        for earlier, later in pairwise(sorted((*case.onderbrekingen, *case.verlof)))
    )


def warnings(timeline: Timeline) -> Iterator[Caution]:
    """Yield what to beware of: what the case gives reason for, and a plan or a second track that is late."""
    yield from cautions(timeline.case, timeline.ends, timeline.law, timeline.stays)
    yield from _about_late_analysis(timeline)
    if timeline.second_track_late:
        due = next(one.last for one in timeline.milestones if one.id == "tweede-spoor-uiterlijk")
        yield Caution(
            "tweede-spoor-te-laat",
            f"De eerste plek begint na {with_weekday(due)}. Het tweede spoor moet dan al lopen. Dat kan ook zonder "
            "plek: zoeken en solliciteren horen er ook bij. Leg vast wat er is gedaan.",
            ("werkwijzer-poortwachter",),
        )


def _about_late_analysis(timeline: Timeline) -> Iterator[Caution]:
    """Yield what a judgement of the company doctor after week 6 means for the plan (Regeling procesgang 2, 4 and 5).

    Whose plan it is after the contract, Wet WIA 26 says.
    """
    case, end, law = timeline.case, timeline.ends, timeline.law
    weeks, days = law.number("wachttijd.probleemanalyse_weken"), law.number("wachttijd.plan_na_analyse_dagen")
    analysis = case.probleemanalyse
    sources: tuple[str, ...] = ("regeling-procesgang",)
    if analysis is None or analysis <= end.period.end_of_week(weeks) or not case.has_employer:
        return
    plan, due = plan_day(case, end, law), latest_plan_day(end, law)
    if any(one.id == "plan-van-aanpak" for one in timeline.milestones):
        left_out = " Dagen van herstel of verlof tellen daarin niet mee." if plan > days_after(analysis, days) else ""
        then = (
            f"Het plan van aanpak komt binnen {days} dagen na het oordeel: uiterlijk {with_weekday(plan)}.{left_out} "
            "Bleek pas later dat de ziekte lang ging duren? Dan is dat op tijd."
        )
    elif due <= end.wages < plan and (case.aow_datum is None or due < case.aow_datum):
        then = "Een plan van aanpak hoeft daarna niet meer: het loon eindigt eerder."
        if is_guided_after_the_contract(timeline):
            sources = (*sources, "wet-wia-26")
            then = (
                "Voor het einde van het contract hoeft het plan van aanpak niet meer. Daarna maakt UWV het, of een "
                "eigenrisicodrager zelf."
            )
    else:
        return
    yield Caution(
        "probleemanalyse-laat",
        f"Het oordeel van de bedrijfsarts kwam na week {weeks}. {then} Was het oordeel zelf te laat? Dan had het plan "
        f"er al moeten zijn op {with_weekday(due)}. Leg vast waarom het later werd.",
        sources,
    )
