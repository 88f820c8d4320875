"""The no-risk check in words: why, on which days, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.frame.dates import day_to_act_in_words, in_words, with_weekday
from calculators.frame.money import euros
from calculators.frame.result import Card, Fact, Result, Step
from calculators.law.holidays import day_to_act, why_free
from calculators.law.no_risk import AFTER_AOW, TOO_LATE, in_time_under_35
from calculators.no_riskpolis import judging, rules
from calculators.no_riskpolis.benefit import Report
from calculators.no_riskpolis.cautions import not_computed, warnings
from calculators.no_riskpolis.form import GROUPS_WITH_WAITING_PERIOD, NoRiskInput
from calculators.no_riskpolis.reasons import about_pay, days_in_words, first_day_in_words, reason_in_words
from calculators.no_riskpolis.rules import NoRisk
from calculators.no_riskpolis.wording import wording


def calculate(case: NoRiskInput) -> Result[NoRisk]:
    """Return the answer of a case with its explanation."""
    found = rules.calculate(case)
    return Result(
        headline=headline(found),
        outcome=found,
        steps=tuple(steps(found)),
        warnings=tuple(warnings(found)),
        not_computed=tuple(not_computed(found)),
        law=found.law,
        card=Card(tuple(facts(found))),
    )


def headline(found: NoRisk) -> str:
    """Return the answer in one or two sentences; without a start it says from which day a contract is safe."""
    verdict, words = found.verdict, wording()
    if found.waits_for_a_start:
        return _without_a_start(found, "eerder-niet")
    if verdict.right == "ja" and found.case.in_dienst is None and found.safe_day and found.case.is_new_job:
        return _without_a_start(found, "ja")
    right = str(words["recht"][verdict.right])
    if verdict.right == "nee" and verdict.reasons:
        return f"{right} {reason_in_words(found, verdict.reasons[0])['tekst']}"
    if verdict.right == "misschien" and verdict.reasons and not _is_unanswered(found):
        return str(words["recht"]["misschien-open"])
    if verdict.right == "ja" and verdict.last is not None:
        return f"{right} Zij geldt voor ziekte die begint tot en met {with_weekday(verdict.last)}."
    return right


def _without_a_start(found: NoRisk, key: str) -> str:
    """Return the answer about a start that nobody gave; the AOW ends the days on which a job with WIA may begin."""
    last = found.case.aow_datum if found.case.groep == "wia" else None
    if found.safe_day is None:
        key = "aow-eerst"
    name = key if last is None else f"{key}-een-dag" if last == found.safe_day else f"{key}-tot-aow"
    return str(wording()["zonder-start"][name]).format(**days_in_words(found))


def facts(found: NoRisk) -> Iterator[Fact]:
    """Yield at most three facts: from when a contract is safe, up to when the policy holds, and what to do."""
    case, verdict = found.case, found.verdict
    too_late = {AFTER_AOW, TOO_LATE} & set(verdict.reasons)
    if case.groep in GROUPS_WITH_WAITING_PERIOD and found.safe_day and case.is_new_job and not too_late:
        yield Fact("Veilig vanaf", with_weekday(found.safe_day))
    if verdict.last:
        yield Fact("Geldt tot en met", with_weekday(verdict.last))
    if found.report is not None and found.may_apply:
        day = day_to_act_in_words(day_to_act(found.report.by, case.peildatum), found.report.by)
        yield Fact("Wat de werkgever doet", f"Ziekte uiterlijk {day} melden bij UWV")
    elif verdict.right == "weet-niet":
        yield Fact("Wat u doet", "Vraag UWV tot welke groep iemand hoort")
    elif proof := wording()["bewijs"][case.groep]:
        yield Fact("Bewijs", str(proof[0]))


def _is_unanswered(found: NoRisk) -> bool:
    """Say whether a question was left open on which the answer hangs."""
    case = found.case
    if "wia-beslissing-niet-ingevuld" in found.verdict.reasons:
        return True
    return case.groep == "minder-dan-35" and None in (case.baan_op_peildag, case.ander_werk_bij_eigen_werkgever)


def _conditions(found: NoRisk) -> Iterator[Step]:
    """Yield the conditions for somebody under 35 percent, each with what was filled in (ZW 29b(1)(b))."""
    case, wait, last = found.case, found.wait, found.verdict.start_before
    if case.groep != "minder-dan-35" or wait is None or last is None:
        return
    start, first_day = case.in_dienst, wait.first_day
    too_early = start is not None and judging.is_the_job(case, start, wait.check_day, found.law)
    in_time = None if start is None else in_time_under_35(start, first_day, found.law).right
    first = in_words(first_day.first) + (f" of {in_words(first_day.last)}" if first_day.cause else "")
    percent = found.law.number("wia.ondergrens", first_day.first)
    yield Step(
        f"Voorwaarde: in een onderzoek van een arbeidsdeskundige stelde UWV vast dat iemand op {first} minder dan "
        f"{percent} procent arbeidsongeschikt is. Dat vragen wij niet: kijk in de brief van UWV.",
        ("ziektewet-29b",),
    )
    for condition, answer in (
        ("bij de eigen werkgever is geen eigen of ander passend werk", _OPPOSITE[case.ander_werk_bij_eigen_werkgever]),
        (
            f"op de peildag ({in_words(wait.check_day)}) was er geen baan bij een andere werkgever",
            "nee" if too_early else _OPPOSITE[case.baan_op_peildag],
        ),
        (
            f"de baan begint vanaf {first} en voor {in_words(last)}",
            _IN_TIME[in_time],
        ),
    ):
        yield Step(f"Voorwaarde: {condition}. Volgens uw antwoorden: {answer}.", ("ziektewet-29b",))


_IN_TIME = {"ja": "ja", "nee": "nee", "misschien": "niet zeker", None: "niet ingevuld"}
"""How a condition says whether a first day is in time."""

_OPPOSITE = {"ja": "nee", "nee": "ja", None: "niet ingevuld"}
"""Turns an answer round for a condition that says what must not be."""


def steps(found: NoRisk) -> Iterator[Step]:
    """Yield the conditions in order, with the days that were used."""
    case, verdict = found.case, found.verdict
    ends_on = found.contract_end
    yield Step(
        f"Het contract bij de eigen werkgever loopt {f'tot en met {with_weekday(ends_on)}' if ends_on else 'door'}."
        if case.keeps_own_job
        else f"Het contract begint op {with_weekday(case.in_dienst)}."
        if case.in_dienst
        else f"Het begin van het contract is niet ingevuld. We kijken naar een begin op {in_words(case.peildatum)}."
    )
    if found.first_wia_day and found.check_day:
        days = (found.first_wia_day - found.check_day).days
        check = f" De peildag ligt {days} dagen eerder: {with_weekday(found.check_day)}."
        no_wia = case.groep == "minder-dan-35"
        yield Step(
            f"D{first_day_in_words(found)[1:]} is {with_weekday(found.first_wia_day)}.{check if no_wia else ''}",
            ("wet-wia-23", "ziektewet-29b"),
        )
    yield from _conditions(found)
    for reason in verdict.reasons:
        words = reason_in_words(found, reason)
        yield Step(words["tekst"], tuple(words["bronnen"]))
    yield from _on_the_first_day(found)
    if verdict.first and verdict.last:
        yield Step(
            f"De no-riskpolis geldt voor ziekte die begint van {in_words(verdict.first)} tot en met "
            f"{in_words(verdict.last)}.",
            ("ziektewet-29b",),
        )
    if found.report is not None and found.may_apply:
        yield from _report(found.report)
    if found.sick_pay is not None and found.may_apply:
        yield Step(
            wording()["ziekengeld"]["kort" if found.ends_at_the_first_amount else "lang"]["stap"].format(
                eerste=euros(found.sick_pay.first_weeks), daarna=euros(found.sick_pay.after)
            )
            + _limit(found),
            ("ziektewet-29b",),
        )
    for sentence in about_pay(found):
        yield Step(sentence, ("ziektewet-29",))
    yield Step("Alleen de formele werkgever krijgt het ziekengeld. Een inlener krijgt het nooit.", ("ziektewet-29b",))


def _report(report: Report) -> Iterator[Step]:
    """Say when to report the illness, and that a day off moves the end of that term."""
    yield Step(
        f"De werkgever meldt de ziekte bij UWV, uiterlijk op {with_weekday(report.by)}. Eindigt de baan "
        "eerder, dan uiterlijk op de laatste dag van de baan.",
        ("ziektewet-38a",),
    )
    if report.in_time_until > report.by:
        yield Step(
            f"{with_weekday(report.by).capitalize()} is een vrije dag ({why_free(report.by)}). Een termijn van de wet "
            f"loopt dan door: een melding op {with_weekday(report.in_time_until)} is nog op tijd. Wacht daar niet op.",
            ("algemene-termijnenwet",),
        )


def _on_the_first_day(found: NoRisk) -> Iterator[Step]:
    """Say why a contract from the first day after the waiting period itself is in time."""
    case = found.case
    if case.groep != "minder-dan-35" or found.verdict.right != "ja" or case.in_dienst is None:
        return
    if case.in_dienst == found.first_wia_day:
        yield Step(
            "Het contract begint op de eerste WIA-dag. Dat is op tijd: er hoeft geen dag tussen te zitten.",
            ("ziektewet-29b", "crvb-2019-2682"),
        )


def _limit(found: NoRisk) -> str:
    limit = found.sick_pay and found.sick_pay.limited_by
    if limit == "loon":
        return " Op verzoek is het nooit meer dan het loon dat de werkgever moet betalen."
    return " Het maximumdagloon is de grens." if limit == "maximumdagloon" else ""
