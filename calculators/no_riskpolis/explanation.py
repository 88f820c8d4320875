"""The no-risk check in words and JSON (interface 2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.frame.dates import in_words, same_day_later, with_weekday
from calculators.frame.money import euros
from calculators.frame.result import Caution, NotComputed, Result, Step
from calculators.frame.tables import Table, table
from calculators.law.no_risk import ContractTiming
from calculators.law.parameters import figure
from calculators.no_riskpolis import rules
from calculators.no_riskpolis.form import NoRiskInput
from calculators.no_riskpolis.rules import NoRisk


def calculate(case: NoRiskInput) -> Result[NoRisk]:
    """Return the answer of a case with its explanation."""
    found = rules.calculate(case)
    return Result(
        headline=headline(found),
        outcome=found,
        steps=tuple(steps(found)),
        warnings=tuple(warnings(found)),
        not_computed=tuple(not_computed(found)),
    )


def _words() -> Table:
    return table("no_riskpolis/wording.toml")


def headline(found: NoRisk) -> str:
    """Return the answer in one or two sentences."""
    verdict, words = found.verdict, str(_words()["recht"][found.verdict.right])
    if verdict.right == "nee" and verdict.reasons:
        return f"{words} {_reason(found, verdict.reasons[0])['tekst']}"
    if verdict.right == "ja" and verdict.last is not None:
        return f"{words} Zij geldt voor ziekte die begint tot en met {with_weekday(verdict.last)}."
    return words


def _reason(found: NoRisk, reason: str) -> dict[str, Any]:
    """Return the words of a reason; a start that nobody filled in is not said to be a job that there was."""
    case, words = found.case, _words()["redenen"]
    said: dict[str, Any] = words[reason]
    if reason == "baan-op-peildag" and case.baan_op_peildag != "ja" and found.check_day and found.safe_day:
        text = words["contract-op-peildag"]["tekst"].format(
            start=with_weekday(case.in_dienst or case.peildatum),
            peildag=with_weekday(found.check_day),
            veilig=with_weekday(found.safe_day),
        )
        return {"tekst": text, "bronnen": said["bronnen"]}
    return said


def _conditions(found: NoRisk) -> Iterator[Step]:
    """Yield the conditions for somebody under 35 percent, each with what was filled in (ZW 29b(1)(b))."""
    case = found.case
    if case.groep != "minder-dan-35" or found.check_day is None or found.first_wia_day is None:
        return
    years = int(figure("no_risk.start_na_wachttijd_jaren").nearest(case.peildatum))
    last, start = same_day_later(found.first_wia_day, 12 * years), case.in_dienst or case.peildatum
    too_early = start <= found.check_day and case.werkgever == "nieuw"
    for condition, answer in (
        ("bij de eigen werkgever is geen eigen of ander passend werk", _OPPOSITE[case.ander_werk_bij_eigen_werkgever]),
        (
            f"op de peildag ({in_words(found.check_day)}) was er geen baan bij een andere werkgever",
            "nee" if too_early else _OPPOSITE[case.baan_op_peildag],
        ),
        (
            f"de baan begint vanaf {in_words(found.first_wia_day)} en voor {in_words(last)}",
            "ja" if found.first_wia_day <= start < last else "nee",
        ),
    ):
        yield Step(f"Voorwaarde: {condition}. Volgens uw antwoorden: {answer}.", ("ziektewet-29b",))


_OPPOSITE = {"ja": "nee", "nee": "ja", None: "niet ingevuld"}
"""Turns an answer round for a condition that says what must not be."""


def steps(found: NoRisk) -> Iterator[Step]:
    """Yield the conditions in order, with the days that were used."""
    case, verdict = found.case, found.verdict
    start = case.in_dienst or case.peildatum
    named = "Het contract begint" if case.in_dienst else "We rekenen alsof het contract vandaag begint:"
    yield Step(f"{named} {'op ' if case.in_dienst else ''}{with_weekday(start)}.")
    if found.first_wia_day and found.check_day:
        days = figure("regelingen.no_risk_peildag_dagen").nearest(case.peildatum)
        yield Step(
            f"De eerste dag na de wachttijd is {with_weekday(found.first_wia_day)}. De peildag ligt {days} dagen "
            f"eerder, en later bij een late WIA-aanvraag: {with_weekday(found.check_day)}.",
            ("wet-wia-23", "ziektewet-29b"),
        )
    yield from _conditions(found)
    for reason in verdict.reasons:
        words = _reason(found, reason)
        yield Step(words["tekst"], tuple(words["bronnen"]))
    if case.groep == "wia" and case.in_dienst is not None and case.in_dienst == found.first_wia_day:
        yield Step(
            "Het contract begint op de eerste WIA-dag zelf. De wet zegt: recht op WIA onmiddellijk voor de baan. "
            "Laat UWV dit op papier bevestigen.",
            ("ziektewet-29b",),
        )
    if verdict.first and verdict.last:
        yield Step(
            f"De no-riskpolis geldt voor ziekte die begint van {in_words(verdict.first)} tot en met "
            f"{in_words(verdict.last)}.",
            ("ziektewet-29b",),
        )
    if found.report_by is not None and found.may_apply:
        yield Step(
            f"De werkgever meldt de ziekte bij UWV, uiterlijk op {with_weekday(found.report_by)}.", ("ziektewet-38a",)
        )
    if found.sick_pay is not None and found.may_apply:
        yield Step(
            f"Het ziekengeld is de eerste 52 weken {euros(found.sick_pay.first_weeks)} per dag, als de werkgever "
            f"daarom vraagt. Daarna is het {euros(found.sick_pay.after)} per dag." + _limit(found),
            ("ziektewet-29b",),
        )
    yield Step("Alleen de formele werkgever krijgt het ziekengeld. Een inlener krijgt het nooit.", ("ziektewet-29b",))


def _limit(found: NoRisk) -> str:
    limit = found.sick_pay and found.sick_pay.limited_by
    if limit == "loon":
        return " Het is nooit meer dan het loon dat de werkgever moet betalen."
    return " Het maximumdagloon is de grens." if limit == "maximumdagloon" else ""


def warnings(found: NoRisk) -> Iterator[Caution]:
    """Yield what to know before signing or reporting."""
    if found.days_differ:
        yield Caution(
            "dagen-verschillen",
            "De eerste WIA-dag die u invulde, is een andere dan die volgt uit de eerste ziektedag. We houden de "
            "ingevulde eerste WIA-dag aan. Kijk de brief van UWV na.",
            ("wet-wia-23",),
        )
    if found.timing is not ContractTiming.SAFE and found.first_wia_day is not None:
        safe = with_weekday(found.safe_day or found.first_wia_day)
        lost = (
            "Dit contract bestaat al op de peildag. Wie onder de 35-procentgrens blijft, verliest dan de no-riskpolis."
            if found.timing is ContractTiming.ON_CHECK_DAY
            else "Dit contract begint voor het einde van de wachttijd. Dan is de no-riskpolis onzeker."
        )
        yield Caution(
            found.timing.value,
            f"{lost} Veilig is een contract vanaf {safe}. Tot die dag kan detachering de tijd overbruggen: de eigen "
            "werkgever blijft dan werkgever.",
            ("ziektewet-29b",),
        )


def not_computed(found: NoRisk) -> Iterator[NotComputed]:
    """Yield what the check leaves out, and whom to ask."""
    if found.unknown_maximum:
        yield NotComputed(
            "maximumdagloon",
            "Het ziekengeld per dag: het maximumdagloon van deze dag is nog niet bekend.",
            "UWV",
        )
    yield NotComputed(
        "verlenging-no-risk", "Een verlenging van de no-riskpolis. Vraag die aan voordat de termijn om is.", "UWV"
    )
    yield NotComputed("loonkostensubsidie", "Ziekengeld bij loonkostensubsidie: dat hangt af van de loonwaarde.", "UWV")


def to_json(found: NoRisk) -> dict[str, Any]:
    """Return ``uitkomst``."""
    verdict, pay = found.verdict, found.sick_pay
    return {
        "recht": verdict.right,
        "redenen": list(verdict.reasons),
        "van": verdict.first and verdict.first.isoformat(),
        "tot": verdict.last and verdict.last.isoformat(),
        "peildag": found.check_day and found.check_day.isoformat(),
        "eerste_wia_dag": found.first_wia_day and found.first_wia_day.isoformat(),
        "ziekmelden_uiterlijk": found.report_by and found.report_by.isoformat(),
        "ziekengeld_per_dag": pay
        and {"eerste_52_weken": str(pay.first_weeks), "daarna": str(pay.after), "begrensd_door": pay.limited_by},
        "bewijs": list(_words()["bewijs"][found.case.groep]),
        "vraag_aan_uwv": list(dict.fromkeys(_questions(found))),
        "veilig_vanaf": found.safe_day and found.safe_day.isoformat(),
        "kan_gelden": found.may_apply,
        "uitleg": [_reason(found, reason) for reason in verdict.reasons],
    }


def _questions(found: NoRisk) -> Iterator[str]:
    """Yield sentences ready to send to UWV."""
    case, words = found.case, _words()["vraag"]
    days = {
        "start": in_words(case.in_dienst or case.peildatum),
        "peildag": in_words(found.check_day) if found.check_day else "",
        "wia_dag": in_words(found.first_wia_day) if found.first_wia_day else "",
    }
    if found.verdict.right == "weet-niet":
        yield words["weet-niet"]
        return
    if case.groep == "geen":
        return
    yield words["altijd"].format(**days)
    if case.groep == "minder-dan-35":
        for key, given in (
            ("baan-op-peildag", case.baan_op_peildag),
            ("ander-werk-bij-eigen-werkgever", case.ander_werk_bij_eigen_werkgever),
        ):
            if given is None:
                yield words[key].format(**days)
    for reason in found.verdict.reasons:
        if reason in words:
            yield words[reason].format(**days)


def lines(outcome: dict[str, Any]) -> Iterator[str]:
    """Yield ``uitkomst`` as lines to read: why, the days, the sick pay, the proof, and what to ask UWV."""
    pay = outcome["ziekengeld_per_dag"]
    parts = {
        "Waarom:": [reason["tekst"] for reason in outcome["uitleg"]],
        "De dagen:": [
            f"{label}: {with_weekday(date.fromisoformat(outcome[key]))}."
            for key, label in (
                ("peildag", "Peildag"),
                ("eerste_wia_dag", "Eerste WIA-dag"),
                ("van", "De no-riskpolis geldt vanaf"),
                ("tot", "Laatste dag waarop een ziekte mag beginnen"),
                ("ziekmelden_uiterlijk", "Ziekte uiterlijk melden bij UWV"),
            )
            if outcome[key]
        ],
        "Ziekengeld per dag:": pay
        and [
            f"De eerste 52 weken, als de werkgever daarom vraagt: {euros(Decimal(pay['eerste_52_weken']))}.",
            f"Daarna: {euros(Decimal(pay['daarna']))}.",
        ],
        "Bewijs:": outcome["bewijs"],
        "Vraag aan UWV:": outcome["vraag_aan_uwv"],
    }
    for heading, sentences in parts.items():
        if sentences:
            yield heading
            yield from (f"  - {sentence}" for sentence in sentences)
