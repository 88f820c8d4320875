"""What a filled-in document lacks, and where it contradicts the timeline or itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from calculators.documents.filling import FilledDocument
from calculators.documents.moments import Moments
from calculators.documents.template import HOURS_AT_THE_HOST, FilledIn
from calculators.frame.dates import in_words, with_weekday
from calculators.frame.money import number_in_words, with_unit
from calculators.frame.result import Caution
from calculators.frame.wording import within_a_sentence
from calculators.law.case import Case
from calculators.law.cautions import cautions
from calculators.law.stay_cautions import about_length_of_trial
from calculators.law.stays import stays_of

MONTHS_IN_YEAR, WEEKS_IN_YEAR = 12, 52


def check(document: FilledDocument, filled_in: FilledIn, case: Case | None, moments: Moments) -> Iterator[Caution]:
    """Yield what is missing and what contradicts the timeline; nothing about a document that is still blank."""
    if document.is_blank:
        return
    if document.missing:
        yield Caution(
            "ontbreekt", f"Nog niet ingevuld: {'; '.join(within_a_sentence(one.label) for one in document.missing)}."
        )
    if case is not None and moments.end is not None:
        yield from cautions(case, moments.end, moments.law, stays_of(case, moments.end))
    elif (trial := filled_in.values.get("proefplaatsing-start")) and (
        months := filled_in.values.get("proefplaatsing-maanden")
    ):
        yield from about_length_of_trial(months, moments.law.on(trial))
    yield from _about_hours(filled_in)
    yield from _about_trial_and_contract(filled_in)
    yield from _about_placement(filled_in, moments)
    yield from _about_who_pays_and_earlier_work(filled_in)
    if moments.objection and moments.objection.is_over(filled_in.day):
        yield Caution(
            "termijn-voorbij",
            f"De laatste dag voor bezwaar was {with_weekday(moments.objection.last_day)}. Die is voorbij. Te laat is "
            "meestal echt te laat. Stuur de brief vandaag nog, en vul in waarom hij later is. Vraag een jurist.",
            ("awb-6-11",),
        )


def _about_who_pays_and_earlier_work(filled_in: FilledIn) -> Iterator[Caution]:
    """Travel paid by an employer that is not there, and a second trial of the same work (Wet WIA 37(2)(c))."""
    given = filled_in.values
    if given.get("eigen-werkgever") == "nee" and given.get("reis-betaler") == "werkgever":
        yield Caution(
            "reis-zonder-werkgever",
            "Er is geen eigen werkgever, maar die betaalt hier wel de reiskosten. Kies iemand anders, of niemand.",
        )
    if given.get("eerder-hier") == "proef" and given.get("soort-verzoek") != "no-risk":
        yield Caution(
            "eerder-op-proef",
            "Hetzelfde werk nog een keer op proef en zonder loon bij hetzelfde bedrijf: dat mag niet van de wet. Is "
            "het ander werk? Schrijf dan op wat er anders is, en vraag het UWV eerst.",
            ("wet-wia-37",),
        )


def _about_hours(filled_in: FilledIn) -> Iterator[Caution]:
    """Hours at the host against those of the contract, and the build-up against itself."""
    given = filled_in.values
    contract: Decimal | None = given.get("uren-per-week")
    for key, name in HOURS_AT_THE_HOST.items():
        hours = given.get(key)
        if contract is not None and hours is not None and hours > contract:
            yield Caution(
                "uren-meer-dan-contract",
                f"Het contract is voor {number_in_words(contract)} uur per week, maar {name} is "
                f"{number_in_words(hours)} uur. Klopt dat?",
            )
    start, most, step = (given.get(key) for key in ("uren-start", "uren-doel", "uren-stap"))
    if start is not None and most is not None and start > most:
        yield Caution(
            "uren-aflopend",
            f"De opbouw begint met {number_in_words(start)} uur en eindigt met {number_in_words(most)} uur. "
            "Dat is geen opbouw.",
        )
    weeks = given.get("werkervaringsplaats-weken")
    if start is None or most is None or step is None or weeks is None:
        return
    if start + step * (weeks - 1) < most:
        yield Caution(
            "uren-doel-niet-gehaald",
            f"Met {number_in_words(step)} uur erbij per week komt u in {with_unit(weeks, 'weken')} niet op "
            f"{number_in_words(most)} uur.",
        )


def _about_trial_and_contract(filled_in: FilledIn) -> Iterator[Caution]:
    """A contract that begins no later than the trial."""
    given = filled_in.values
    trial, contract = given.get("proefplaatsing-start"), given.get("in-dienst")
    if trial is not None and contract is not None and contract <= trial:
        yield Caution(
            "contract-voor-proefplaatsing",
            f"Het contract begint op {with_weekday(contract)}, en de proefplaatsing niet eerder dan die dag. Een "
            "proefplaatsing komt voor het contract. Kijk de dagen na.",
            ("wet-wia-37",),
        )


def _about_placement(filled_in: FilledIn, moments: Moments) -> Iterator[Caution]:
    """A long placement, and conversations that do not fit it."""
    given = filled_in.values
    start, last = given.get("werkervaringsplaats-start"), moments.days.get("werkervaringsplaats-einde")
    talk, next_talk = given.get("gesprek-dag"), given.get("volgende-dag")
    if start is not None and last is not None:
        months = moments.law.on(start).number("plaatsing.werkervaringsplaats_lange_maanden")
        if given["werkervaringsplaats-weken"] * MONTHS_IN_YEAR > months * WEEKS_IN_YEAR:
            yield Caution(
                "werkervaringsplaats-lang",
                f"Deze plek duurt langer dan {months} maanden. In de praktijk is dat lang. Leg vast waarom er "
                "meer tijd nodig is om te oefenen.",
                ("p-centrum-werkervaringsplaats",),
            )
        if talk is not None and not start <= talk <= last:
            yield Caution(
                "gesprek-buiten-plek",
                f"Het gesprek is op {with_weekday(talk)}. De plek loopt van {in_words(start)} tot en met "
                f"{in_words(last)}.",
            )
    if talk is not None and next_talk is not None and next_talk <= talk:
        yield Caution("gesprek-volgorde", f"Het volgende gesprek ({in_words(next_talk)}) ligt niet na dit gesprek.")
