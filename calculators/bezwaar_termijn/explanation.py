"""The outcome in words and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculators.bezwaar_termijn import rules
from calculators.bezwaar_termijn.form import FIT_FOR_WORK, OTHER, UNKNOWN, Filled
from calculators.bezwaar_termijn.rules import Outcome
from calculators.frame.dates import days_after, distance_in_words, in_words, with_weekday
from calculators.frame.result import Card, Caution, Fact, NotComputed, Result, Step
from calculators.law.holidays import EQUATED, why_free
from calculators.law.objection import SIX_WEEKS

TERM_ACT = ("algemene-termijnenwet",)


def calculate(case: Filled) -> Result[Outcome]:
    """Return the answer with how it was worked out, what to beware of, and what is left out."""
    found = rules.calculate(case)
    return Result(
        headline=headline(found),
        outcome=found,
        steps=tuple(steps(found)),
        warnings=tuple(warnings(found)),
        not_computed=tuple(not_computed()),
        law=found.law,
        card=Card(tuple(facts(found))),
    )


def headline(found: Outcome) -> str:
    """Return the answer in one sentence, or two where two terms may hold."""
    day = with_weekday(found.shown.last_day)
    if found.is_over:
        return f"De laatste dag voor bezwaar was {day}. Die is voorbij."
    if found.may_be_over:
        return f"U kunt misschien nog bezwaar maken, tot en met {day}. Stuur het vandaag."
    if found.longer is not None:
        last = with_weekday(found.longer.last_day)
        return f"Kan er bezwaar tegen, dan bent u zeker op tijd tot en met {day}, en misschien tot en met {last}."
    return f"U kunt bezwaar maken tot en met {day}."


def facts(found: Outcome) -> Iterator[Fact]:
    """Yield how much time is left, and what in time means for each way to send it."""
    if found.is_over:
        yield Fact("Wat u doet", "Stuur het bezwaar meteen, met de reden waarom het later is. Zoek hulp")
        return
    if found.may_be_over:
        yield Fact("Wat u doet", "Stuur het bezwaar vandaag nog, online als dat kan")
    else:
        yield from _facts_of_term(found)
    if found.longer is not None:
        yield Fact("Misschien", f"tot en met {with_weekday(found.longer.last_day)}")


def _facts_of_term(found: Outcome) -> Iterator[Fact]:
    last = with_weekday(found.term.last_day)
    yield Fact("Laatste dag", distance_in_words((found.term.last_day - found.case.peildatum).days))
    yield Fact("Online", f"{last} binnen bij UWV")
    yield Fact("Met de post", f"{last} op de post, en {with_weekday(found.term.received_by)} bij UWV")


def free_days(found: Outcome) -> list[tuple[date, str]]:
    """Return the days that moved the end, each with the reason in Dutch (Algemene termijnenwet 1 and 3)."""
    days = (found.shown.last_day - found.shown.counted).days
    return [(day, why_free(day)) for day in (days_after(found.shown.counted, ahead) for ahead in range(days))]


def steps(found: Outcome) -> Iterator[Step]:
    """Yield the count in order."""
    law, term = found.law, found.shown
    yield Step(
        f"Op de brief staat {with_weekday(found.case.besluit_dag)}. De termijn begint een dag later: "
        f"{with_weekday(term.first_day)}.",
        ("awb-6-8",),
    )
    yield Step(
        f"De termijn is {law.in_words(term.figure)} weken. De laatste dag daarvan is {with_weekday(term.counted)}.",
        law.sources(term.figure),
    )
    free = free_days(found)
    if free:
        listed = "; ".join(f"{in_words(day)} is {why}" for day, why in free)
        yield Step(
            f"Een termijn van de wet eindigt niet op een vrije dag: {listed}. Hij loopt door tot en met de eerste "
            f"gewone dag: {with_weekday(term.last_day)}.",
            (*TERM_ACT, *(("gelijkgestelde-dagen",) if any(day in EQUATED for day, _ in free) else ())),
        )
    else:
        yield Step("Dat is een gewone dag. De termijn schuift dus niet op.", TERM_ACT)
    yield Step(
        f"Op tijd is: voor het einde van die dag binnen. Of die dag op de post, en hoogstens "
        f"{law.in_words('bezwaar.post_weken')} week later binnen: {with_weekday(term.received_by)}."
        + (_WEEK_MOVED if term.week_moved else ""),
        (*law.sources("bezwaar.post_weken"), *(TERM_ACT if term.week_moved else ())),
    )
    yield from _step_of_the_other_term(found)


def _step_of_the_other_term(found: Outcome) -> Iterator[Step]:
    """Yield the term whose days are not said, for who does not know which of the two holds."""
    law, short, longer = found.law, found.term, found.longer
    if longer is None:
        return
    if longer is found.shown:
        yield Step(
            f"Is de termijn {law.in_words(short.figure)} weken? Dan was de laatste dag {with_weekday(short.last_day)}.",
            law.sources(short.figure),
        )
    else:
        yield Step(
            f"Bij de meeste besluiten is de termijn {law.in_words(longer.figure)} weken: tot en met "
            f"{with_weekday(longer.last_day)}.",
            law.sources(longer.figure),
        )


_WEEK_MOVED = " Die week eindigt anders op een vrije dag. Zorg liever dat het er voor die dag is."


def warnings(found: Outcome) -> Iterator[Caution]:
    """Yield what to know before relying on the day."""
    kind = found.case.soort_besluit
    if found.is_over:
        yield Caution(
            "termijn-voorbij",
            "Te laat is meestal echt te laat. Soms mag het toch, als u daar niets aan kon doen. UWV of de rechter "
            "kijkt daarnaar. Deze rekenhulp kan dat niet. Vraag vandaag nog hulp van een jurist.",
            ("awb-6-11",),
        )
    if kind == FIT_FOR_WORK:
        yield Caution(
            "korte-termijn",
            "Voor dit besluit van de Ziektewet is de termijn korter dan voor andere besluiten."
            f"{_if_after_a_year(found)}",
            ("ziektewet-75k", "awb-6-7"),
        )
    if kind == UNKNOWN and not found.is_over:
        over = found.may_be_over
        counted = "De kortste termijn is al voorbij." if over else "Daarom rekenen wij met de kortste termijn."
        yield Caution(
            "kortste-termijn",
            f"U weet niet waar het besluit over gaat. {counted} Die geldt als UWV voor de Ziektewet vindt dat iemand "
            "niet te ziek is, of niet meer, voor zijn werk of voor werk uit een eerdere keuring. Bij de meeste andere "
            "besluiten is er meer tijd. Kijk in de brief.",
            ("ziektewet-75k", "awb-6-7"),
        )
    if kind == OTHER:
        yield Caution(
            "andere-termijn",
            "Een enkel besluit heeft een kortere termijn. Noemt de brief een andere dag? Houd de vroegste dag aan.",
            ("awb-6-7",),
        )
    if kind in (OTHER, UNKNOWN):
        yield Caution(
            "geen-bezwaar-mogelijk",
            "Tegen sommige brieven van UWV kan geen bezwaar. Een deskundigenoordeel is geen besluit. Over toestemming "
            "voor ontslag gaat u naar de kantonrechter. En is dit al de beslissing op uw bezwaar? Dan gaat u in beroep "
            f"bij de rechtbank, ook binnen {found.law.in_words(SIX_WEEKS)} weken.",
            ("crvb-2009-bj5998", "bw-7-682", "bw-7-671b", "awb-6-7"),
        )
    if any(term.may_move_further for term in (found.term, found.longer) if term is not None):
        yield Caution(
            "feestdagen-onbekend",
            "Soms wijst de regering nog een dag aan die telt als feestdag. Voor dit jaar kennen wij die dagen niet. "
            "De echte laatste dag is dan later, nooit eerder.",
            (*TERM_ACT, "gelijkgestelde-dagen"),
        )


def _if_after_a_year(found: Outcome) -> str:
    """Return what holds for who took the short term for a decision of Ziektewet 19ab, while that can still help."""
    law, after_a_year = found.law, found.after_a_year
    if after_a_year.is_over(found.case.peildatum):
        return ""
    asked = (
        f" Staat in de brief dat u meer dan {law.in_words('wachttijd.ezwb_grens')} procent van uw oude loon kunt "
        "verdienen?"
    )
    if found.is_over:
        return f"{asked} Dan kan het nog tot en met {with_weekday(after_a_year.last_day)}: kies die soort."
    return f" Wacht dus niet.{asked} Dan zijn het {law.in_words(after_a_year.figure)} weken."


def not_computed() -> Iterator[NotComputed]:
    """Yield what the count leaves out, and whom to ask."""
    yield NotComputed(
        "andere-dag-verstuurd",
        "Een brief die op een andere dag is verstuurd dan erop staat. Dan begint de termijn op een andere dag.",
        "UWV of een jurist",
    )
    yield NotComputed(
        "goede-reden", "Of iemand die te laat is, een goede reden heeft. Dat weegt een mens.", "een jurist"
    )


def to_json(found: Outcome) -> dict[str, Any]:
    """Return ``uitkomst``.

    ``laatste_dag_misschien`` is the same day as ``laatste_dag`` where only the longer term may still run.
    """
    perhaps = None if found.is_over else found.longer
    return {
        "termijn_weken": found.law.number(found.shown.figure),
        "eerste_dag": found.shown.first_day.isoformat(),
        "geteld_tot": found.shown.counted.isoformat(),
        "laatste_dag": found.shown.last_day.isoformat(),
        "laatste_dag_misschien": perhaps and perhaps.last_day.isoformat(),
        "vrije_dagen": [{"dag": day.isoformat(), "reden": why} for day, why in free_days(found)],
        "per_post_binnen_op": found.shown.received_by.isoformat(),
        "voorbij": found.is_over,
    }


def lines(outcome: dict[str, Any]) -> Iterator[str]:
    """Yield ``uitkomst`` as lines to read on the command line."""
    if outcome["laatste_dag"] != outcome["laatste_dag_misschien"]:
        yield f"Laatste dag: {with_weekday(date.fromisoformat(outcome['laatste_dag']))}."
    if outcome["laatste_dag_misschien"]:
        yield f"Misschien is het: {with_weekday(date.fromisoformat(outcome['laatste_dag_misschien']))}."
    for free in outcome["vrije_dagen"]:
        yield f"Vrije dag: {with_weekday(date.fromisoformat(free['dag']))} ({free['reden']})."
    yield f"Met de post: bij UWV uiterlijk {with_weekday(date.fromisoformat(outcome['per_post_binnen_op']))}."
