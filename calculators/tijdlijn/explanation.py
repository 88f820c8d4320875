"""The timeline in words: the first sentence, the steps, the warnings and what was not computed.

Every sentence is made from the values of the `Timeline` itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from calculators.common.dates import days_after, in_words, with_weekday
from calculators.common.fields import days_in_words
from calculators.common.parameters import figure
from calculators.common.result import Caution, NotComputed, Result, Step
from calculators.common.wachttijd import DAYS_IN_WEEK
from calculators.tijdlijn import rules
from calculators.tijdlijn.form import TimelineInput
from calculators.tijdlijn.rules import Timeline


def calculate(case: TimelineInput) -> Result[Timeline]:
    """Return the timeline of a case with its explanation."""
    timeline = rules.calculate(case)
    return Result(
        headline=headline(timeline),
        outcome=timeline,
        steps=tuple(steps(timeline)),
        warnings=tuple(Caution(code, *_WARNINGS[code](timeline)) for code in timeline.warnings),
        not_computed=tuple(not_computed(timeline)),
    )


def headline(timeline: Timeline) -> str:
    """Return one sentence or two that could be read out on the phone."""
    weeks, end = timeline.law.number("wachttijd.weken"), timeline.ends
    wia_day = with_weekday(end.first_wia_day)
    if all(one.id != "eerste-wia-dag" for one in timeline.milestones):
        return f"De loondoorbetaling eindigt op {with_weekday(end.wages)}, door de AOW."
    if timeline.week_now is not None:
        return f"Vandaag: week {timeline.week_now} van {weeks}. De eerste WIA-dag is {wia_day}."
    if timeline.case.peildatum < end.period.first_day:
        return f"De ziekte begint op {with_weekday(end.period.first_day)}. De eerste WIA-dag is {wia_day}."
    if timeline.case.peildatum >= end.first_wia_day:
        return f"De wachttijd van {weeks} weken is voorbij. De eerste WIA-dag was {wia_day}."
    return f"De loondoorbetaling eindigde op {with_weekday(end.wages)}. De eerste WIA-dag is {wia_day}."


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
    if end.waiting_period != last_counted:
        yield Step(
            f"Er is een vrijwillige verlenging van {case.verlenging_weken} weken. "
            f"De wachttijd eindigt daardoor op {with_weekday(end.waiting_period)}.",
            ("wet-wia-24",),
        )
    if end.sanction is not None:
        yield Step(
            f"Daarna komt een loonsanctie van {case.loonsanctie_weken} weken, tot en met {with_weekday(end.sanction)}.",
            ("wet-wia-25",),
        )
    yield Step(f"De eerste WIA-dag is de dag daarna: {with_weekday(end.first_wia_day)}.", ("wet-wia-23",))
    yield Step(
        "Verslag, aanvraag en besluit tellen terug vanaf het einde van de wachttijd. "
        f"De WIA-aanvraag moet {law.number('wachttijd.wia_aanvraag_weken')} weken eerder binnen zijn: "
        f"uiterlijk {with_weekday(end.application_due)}.",
        ("wet-wia-64", "wet-wia-25"),
    )
    late = f" De aanvraag was {days_in_words(end.application_delay)} te laat; die dagen komen erbij."
    yield Step(
        f"De peildag van de no-riskpolis ligt {law.number('regelingen.no_risk_peildag_dagen')} dagen voor de eerste "
        f"WIA-dag: {with_weekday(end.no_risk_check_day)}." + (late if end.application_delay else ""),
        ("ziektewet-29b",),
    )
    if case.has_employer:
        yield Step(
            f"De eigen werkgever betaalt loon tot en met {with_weekday(end.wages)}."
            + (late if end.application_delay else ""),
            ("bw-7-629",),
        )
        yield Step(
            f"Het opzegverbod duurt {law.number('wachttijd.opzegverbod_jaren')} kalenderjaren en geen {weeks} weken. "
            f"De eerste dag zonder verbod is {with_weekday(end.dismissal_allowed)}.",
            ("bw-7-670",),
        )
    elif case.loonsanctie_weken or case.verlenging_weken:
        yield Step(
            "Zonder werkgever is er geen loonsanctie en geen vrijwillige verlenging. Die weken tellen hier niet mee.",
            ("wet-wia-26",),
        )
    yield Step(
        "De wet schuift deze dagen niet op voor een weekend of feestdag. "
        "Daarom staat bij zo'n dag ook de laatste werkdag ervoor.",
        ("algemene-termijnenwet",),
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
    for leave in period.leave:
        yield Step(
            f"Van {in_words(leave.first)} tot en met {in_words(leave.last)} was er verlof: "
            f"{days_in_words(leave.days)}. Verlof telt nooit mee.",
            ("wet-wia-23", "bw-7-629"),
        )


def not_computed(timeline: Timeline) -> Iterator[NotComputed]:
    """Yield what the timeline leaves out, and whom to ask."""
    case = timeline.case
    yield NotComputed(
        "vervroegde-wia",
        "Een vervroegde WIA-aanvraag, voor wie niet meer beter wordt, maakt de wachttijd korter.",
        "UWV of de bedrijfsarts",
    )
    if case.has_employer:
        yield NotComputed(
            "tweede-spoor-uitstel",
            "Het tweede spoor mag wachten als er binnen drie maanden concreet uitzicht is op terugkeer.",
            "de bedrijfsarts en de casemanager",
        )
        yield NotComputed(
            "bekorting-loonsanctie",
            "Een loonsanctie kan korter worden als de werkgever de fout herstelt.",
            "UWV",
        )
    if case.verlof and case.loonsanctie_weken:
        yield NotComputed(
            "loonsanctie-verlof",
            "Tijdens zwangerschaps- en bevallingsverlof staat een loonsanctie stil. Dat is hier niet verwerkt.",
            "UWV",
        )
    if any(
        days_after(earlier.last, 1) == later.first
        for earlier, later in pairwise(sorted((*case.onderbrekingen, *case.verlof)))
    ):
        yield NotComputed(
            "verlof-naast-herstel",
            "Herstel dat vlak voor of na het verlof valt. Misschien begint de ziekteperiode dan opnieuw.",
            "de bedrijfsarts of een jurist",
        )
    if any(pause.last >= _thirteen_weeks_before(timeline) for pause in timeline.ends.period.pauses):
        yield NotComputed(
            "onderbreking-laatste-weken",
            "Een onderbreking in de laatste dertien weken: de brief van UWV beslist over de juiste dagen.",
            "UWV",
        )
    hours = (case.uren_start, case.uren_doel, case.uren_stap, case.werkervaringsplaats_start)
    if any(value is not None for value in hours[:3]) and None in hours:
        yield NotComputed(
            "urenopbouw",
            "De urenopbouw. Vul daarvoor de eerste dag van de werkervaringsplaats en alle drie de uren in.",
            "uzelf",
        )


def _thirteen_weeks_before(timeline: Timeline) -> date:
    weeks = timeline.law.number("wachttijd.weken") - timeline.law.number("wachttijd.re_integratieverslag_weken")
    return timeline.ends.period.end_of_week(weeks)


Words = tuple[str, tuple[str, ...]]


def _say(text: str, *sources: str) -> Words:
    """Return the words of a warning with the ids of its sources."""
    return text, sources


def _new_period(timeline: Timeline) -> Words:
    return _say(
        f"Er is een nieuwe ziekteperiode begonnen op {with_weekday(timeline.ends.period.first_day)}. "
        "Alle data tellen vanaf die dag. Twijfelt u of er echt herstel was? Vraag het de bedrijfsarts.",
        "bw-7-629",
        "wet-wia-23",
    )


def _contract_on_check_day(timeline: Timeline) -> Words:
    return _say(
        f"Dit contract bestaat al op de peildag ({with_weekday(timeline.ends.no_risk_check_day)}). Wie onder de "
        "35-procentgrens van de WIA blijft, heeft dan geen no-riskpolis. Detachering tot "
        f"{with_weekday(timeline.first_safe_contract)} kan dit voorkomen.",
        "ziektewet-29b",
    )


def _contract_before_end(timeline: Timeline) -> Words:
    return _say(
        "Dit contract begint voor het einde van de wachttijd. UWV zegt dat de no-riskpolis dan niet geldt; de wettekst "
        f"laat ruimte voor twijfel. Veilig is een contract vanaf {with_weekday(timeline.first_safe_contract)}. "
        "Vraag anders eerst UWV.",
        "ziektewet-29b",
        "no-risk-uitleg-2016",
    )


def _trial_without_benefit(timeline: Timeline) -> Words:
    if timeline.case.uitkering in rules.BENEFITS_WITH_TRIAL:
        why = (
            "Deze proefplaatsing begint terwijl de eigen werkgever nog loon betaalt. Dan is er geen uitkering van UWV "
            "en geeft UWV geen toestemming."
        )
    else:
        why = (
            "Een proefplaatsing kan alleen met een uitkering van UWV. "
            "Bij IVA kan het alleen in een tijdelijk experiment."
        )
    return _say(f"{why} Een werkervaringsplaats of detachering kan wel.", "wet-wia-37", "werkloosheidswet-76a")


def _trial_too_long(timeline: Timeline) -> Words:
    longest = figure("plaatsing.proefplaatsing_hoogstens_maanden").nearest(timeline.case.eerste_ziektedag)
    usual = figure("plaatsing.proefplaatsing_maanden").nearest(timeline.case.eerste_ziektedag)
    if timeline.case.proefplaatsing_maanden > longest:
        return _say(
            f"De wet laat een proefplaatsing van hoogstens {longest} maanden toe.", "wet-wia-37", "ziektewet-52e"
        )
    return _say(
        f"UWV geeft gewoonlijk toestemming voor {usual} maanden. Langer kan alleen als de werkgever goed uitlegt "
        f"waarom. De wet laat hoogstens {longest} maanden toe.",
        "beleidsregels-proefplaatsing",
        "wet-wia-37",
    )


def _placement_after_end(timeline: Timeline) -> Words:
    return _say(
        "De werkervaringsplaats of detachering valt (deels) na de loondoorbetaling. Op "
        f"{with_weekday(timeline.ends.first_wia_day)} begint de tijd van de WIA of de WW. Dan gelden andere regels: "
        "vraag eerst UWV. Een detachering die pas daarna begint, staat niet in de tijdlijn.",
        "bw-7-629",
    )


def _placements_overlap(_: Timeline) -> Words:
    return _say("Twee plekken lopen door elkaar: ze hebben dagen gemeen. Kijk de begin- en einddagen na.")


def _application_late(timeline: Timeline) -> Words:
    return _say(
        f"De WIA-aanvraag is {days_in_words(timeline.ends.application_delay)} te laat. Het loon loopt net zo lang "
        f"door: tot en met {with_weekday(timeline.ends.wages)}. Zonder goede reden mag de werkgever dat loon weigeren.",
        "bw-7-629",
        "wet-wia-64",
    )


def _second_track_late(timeline: Timeline) -> Words:
    due = next(one.last for one in timeline.milestones if one.id == "tweede-spoor-uiterlijk")
    return _say(
        f"De eerste plek begint na {with_weekday(due)}. Het tweede spoor moet dan al lopen. Dat kan ook zonder "
        "plek: zoeken en solliciteren horen er ook bij. Leg vast wat er is gedaan.",
        "werkwijzer-poortwachter",
    )


def _contract_ends_first(timeline: Timeline) -> Words:
    return _say(
        f"Het dienstverband eindigt op {with_weekday(timeline.ends.wages)}, voor het einde van de loondoorbetaling. "
        "Daarna kan de Ziektewet gelden. De plichten van de werkgever na die dag staan niet in de tijdlijn. UWV kan "
        "ziekengeld terughalen bij een werkgever die te weinig heeft gedaan.",
        "ziektewet-38",
        "ziektewet-39a",
    )


def _in_future(timeline: Timeline) -> Words:
    return _say(
        f"Er staat iets in dat al gebeurd moet zijn, maar dat na {in_words(timeline.case.peildatum)} ligt. "
        "Het antwoord rekent ermee alsof het zo gaat.",
    )


def _outside_period(timeline: Timeline) -> Words:
    days = ", ".join(in_words(day) for day in rules.unused_dates(timeline.case, timeline.ends))
    return _say(
        f"Deze dag ligt voor het begin van de ziekteperiode ({in_words(timeline.ends.period.first_day)}) en telt "
        f"daarom niet mee: {days}.",
    )


def _unknown_rule(timeline: Timeline) -> Words:
    labels = "; ".join(one.label for one in timeline.law.unknown.values())
    return _say(
        "Voor deze dagen kennen wij niet alle regels. We rekenen met de regel die we wel kennen, maar die kan toen "
        f"anders zijn geweest. Het gaat om: {labels}.",
    )


def _rule_changes(timeline: Timeline) -> Words:
    rows = timeline.law.changes_until(timeline.ends.first_wia_day)
    changes = "; ".join(f"{figure(row.figure_id).label} (vanaf {in_words(row.start)})" for row in rows)
    return _say(
        f"Een regel verandert in deze periode. Het antwoord rekent met de regel van het begin. Het gaat om: {changes}.",
        *dict.fromkeys(source for row in rows for source in row.sources),
    )


_WARNINGS = {
    "nieuwe-ziekteperiode": _new_period,
    "contract-op-no-risk-peildag": _contract_on_check_day,
    "contract-voor-einde-wachttijd": _contract_before_end,
    "proefplaatsing-zonder-uitkering": _trial_without_benefit,
    "proefplaatsing-te-lang": _trial_too_long,
    "plaatsing-na-einde-wachttijd": _placement_after_end,
    "plaatsing-overlapt": _placements_overlap,
    "wia-aanvraag-te-laat": _application_late,
    "tweede-spoor-te-laat": _second_track_late,
    "dienstverband-eindigt-eerst": _contract_ends_first,
    "datum-in-toekomst": _in_future,
    "datum-buiten-periode": _outside_period,
    "regel-onbekend": _unknown_rule,
    "regel-wijzigt": _rule_changes,
}
