"""A document answered: filled in, with how far it is, the days it took from the timeline, and its warnings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from calculators.documents.checks import check
from calculators.documents.filling import FilledDocument, fill
from calculators.documents.moments import Moments, case_of, moments_of
from calculators.documents.template import FilledIn, Template
from calculators.frame.dates import in_words, with_weekday
from calculators.frame.receipt import receipt_in_words
from calculators.frame.result import Result, Step


def answer(template: Template, filled_in: FilledIn) -> Result[FilledDocument]:
    """Return the document with its warnings."""
    case = case_of(filled_in)
    moments = moments_of(filled_in, case, template.objection)
    document = fill(template, filled_in, moments)
    warnings = tuple(check(document, filled_in, case, moments))
    receipt = receipt_in_words(filled_in.day, moments.law.receipt())  # last: all of the above ask the law
    return Result(
        headline=headline(document),
        outcome=replace(document, receipt=receipt),
        steps=tuple(steps(moments)),
        warnings=warnings,
        law=moments.law,
    )


def headline(document: FilledDocument) -> str:
    """Return one sentence about how far the document is."""
    if document.is_blank:
        return "Dit document is nog leeg. Wat u niet invult, blijft een stippellijn."
    if document.missing:
        return f"{document.points - len(document.missing)} van {document.points} punten ingevuld."
    return "De belangrijke punten zijn ingevuld. Lees het document goed na."


def steps(moments: Moments) -> Iterator[Step]:
    """Yield the days that the document took from the timeline, and the last day of an objection."""
    days = moments.days
    if term := moments.objection:
        yield Step(
            f"De laatste dag voor bezwaar is {with_weekday(term.last_day)}. Met de post: die dag weg, en uiterlijk "
            f"{with_weekday(term.received_by)} bij UWV.",
            ("awb-6-7", "awb-6-9", "algemene-termijnenwet"),
        )
    if "eerste-wia-dag" in days:
        yield Step(
            f"De wachttijd eindigt op {with_weekday(days['einde-wachttijd'])}. De eerste WIA-dag is "
            f"{with_weekday(days['eerste-wia-dag'])}.",
            ("wet-wia-23",),
        )
    if "werkervaringsplaats-einde" in days:
        evaluations = ", ".join(in_words(days[key]) for key in sorted(days) if key.startswith("evaluatie-"))
        yield Step(
            f"De werkervaringsplaats loopt tot en met {with_weekday(days['werkervaringsplaats-einde'])}. "
            f"Praat erover op: {evaluations}.",
            ("praktijk-werkervaringsplaats",),
        )
    if "proefplaatsing-einde" in days:
        yield Step(f"De proefplaatsing loopt tot en met {with_weekday(days['proefplaatsing-einde'])}.", ("wet-wia-37",))
    if "proefplaatsing-aanvraag" in days:
        yield Step(
            f"UWV moet de aanvraag hebben op {with_weekday(days['proefplaatsing-aanvraag'])}.", ("uwv-proefplaatsing",)
        )
