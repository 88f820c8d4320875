"""The no-risk check in words: why, on which days, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculators.frame.dates import day_to_act_in_words, in_words, with_weekday
from calculators.frame.money import euros
from calculators.frame.result import Card, Fact, Result, Step
from calculators.law.benefits import aow_comes_first
from calculators.law.holidays import day_to_act, why_free
from calculators.law.no_risk import AFTER_AOW, CHECK_DAY, NOT_ASSESSED, TOO_LATE, in_time_under_35
from calculators.no_riskpolis import judging, rules
from calculators.no_riskpolis.benefit import Report
from calculators.no_riskpolis.cautions import not_computed, warnings
from calculators.no_riskpolis.form import GROUPS_WITH_WAITING_PERIOD, NoRiskInput
from calculators.no_riskpolis.rules import NoRisk
from calculators.no_riskpolis.wording import bridge_in_words, wording


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


def days_in_words(found: NoRisk) -> dict[str, str]:
    """Return the days of the case in words, by the name that a text has for them."""
    case = found.case
    start = case.in_dienst or max(found.safe_day or case.peildatum, case.peildatum)
    named = {
        "start": start,
        "peildag": found.check_day,
        "tweede_peildag": found.later_check_day,
        "wia_dag": found.first_wia_day,
        "zeker": found.sure_day,
        "veilig": found.safe_day,
        "eigen_vanaf": own_employer_from(found),
        "grens": found.verdict.start_before,
        "beslissing": case.wia_beslissing,
        "aow": case.aow_datum,
        "einde": found.contract_end,
        "opleiding": case.einde_opleiding,
    }
    days = {name: with_weekday(day) for name, day in named.items() if day is not None}
    days["tot_aow"] = f" tot en met {days['aow']}" if case.groep == "wia" and case.aow_datum else ""
    return days | ({"eerste_dag": f"{first_day_in_words(found)} ({days['wia_dag']})"} if "wia_dag" in days else {})


def first_day_in_words(found: NoRisk) -> str:
    """Return the name of the first day of the WIA, also where UWV looks back no further (Wet WIA 64(11))."""
    end, first = found.end, found.first_wia_day
    if end is not None and first is not None and first > end.first_wia_day and found.case.eerste_wia_dag is None:
        return "de eerste dag waarover UWV WIA kan geven"
    return "de eerste WIA-dag"


def own_employer_from(found: NoRisk) -> date | None:
    """Return the first day of illness that counts at the own employer: not before the decision (ZW 29b(4))."""
    days = [day for day in (found.first_wia_day, found.case.wia_beslissing) if day is not None]
    return max(days, default=None)


def reason_in_words(found: NoRisk, reason: str) -> dict[str, Any]:
    """Return a reason as JSON: words, mark and sources; a start that nobody filled in is not said to be there."""
    words = wording()["redenen"]
    name = variant(found, reason)
    said: dict[str, Any] = words[name if name in words else reason]
    text = f"{said['tekst']} {said['later']}" if "later" in said and found.safe_day else str(said["tekst"])
    return {
        "tekst": text.format(**days_in_words(found), tot_dan=bridge_in_words(found), vervroegd=_early_iva(found)),
        "zekerheid": said.get("zekerheid", "wet"),
        "bronnen": list(said["bronnen"]),
    }


def _early_iva(found: NoRisk) -> str:
    """Return that an IVA may have begun earlier, unless a letter of UWV gave the day (Wet WIA 23(6))."""
    return "" if found.case.eerste_wia_dag else str(wording()["vervroegde-iva"])


def variant(found: NoRisk, reason: str) -> str:
    """Return the name of the words for a reason that has more than one story."""
    case = found.case
    if reason == "baan-op-peildag" and case.baan_op_peildag != "ja":
        return "contract-op-peildag" if case.in_dienst else "peildag-zonder-start"
    if reason == "geen-doelgroep" and case.groep == "banenafspraak":
        return "banenafspraak-oudere-baan" if judging.is_older_job(case) else "banenafspraak-oudere-ziekte"
    if reason == "groep-onbeperkt":
        return f"groep-onbeperkt-{case.groep}"
    if reason == "indienst-voor-einde-wachttijd" and judging.is_second_job(case, found.law):
        return "tweede-baan"
    return f"{reason}{_ending(found, reason)}"


def _ending(found: NoRisk, reason: str) -> str:
    """Return how the name of the words for a reason ends, by what the case is about."""
    case = found.case
    cause = found.wait.first_day.cause if found.wait else ""
    if reason == NOT_ASSESSED and not aow_comes_first(case.aow_datum, found.first_wia_day):
        return "-peildag" if cause == CHECK_DAY else "-eigenrisicodrager"
    if reason == "wia-begint-die-dag" and cause:
        return "-eigenrisicodrager"
    if reason == cause:
        return _which_reading(found)
    if reason == AFTER_AOW and _began_before_the_wia(found):
        return "-lopende-baan"
    again = reason == "baan-gaat-door-met-wia" and case.werkgever == "eigen"
    if again or (reason.startswith("geen-wia-recht") and case.keeps_own_job):
        return "-eigen-werkgever"
    return "" if case.in_dienst else "-zonder-start"


def _began_before_the_wia(found: NoRisk) -> bool:
    """Say whether a new job began before the WIA, which began before the AOW: the AOW ends what that job could give."""
    case, first = found.case, found.first_wia_day
    if case.keeps_own_job or case.in_dienst is None or first is None:
        return False
    return case.in_dienst < first and not aow_comes_first(case.aow_datum, first)


def _which_reading(found: NoRisk) -> str:
    """Return how the name ends where the law can be read in two ways: what hangs on the reading."""
    case = found.case
    if case.groep == "wia":
        return "-die-dag" if case.in_dienst == found.sure_day else ""
    if found.begins_late:
        return "-laat"
    if case.baan_op_peildag == "ja":
        return "-baan"
    later = "-later" if case.in_dienst else "-later-zonder-start"
    return later if found.begins_after_all else ""


def _conditions(found: NoRisk) -> Iterator[Step]:
    """Yield the conditions for somebody under 35 percent, each with what was filled in (ZW 29b(1)(b))."""
    case, wait, last = found.case, found.wait, found.verdict.start_before
    if case.groep != "minder-dan-35" or wait is None or last is None:
        return
    start, first_day = case.in_dienst, wait.first_day
    too_early = start is not None and judging.is_the_job(case, start, wait.check_day, found.law)
    in_time = None if start is None else in_time_under_35(start, first_day, found.law).right
    first = in_words(first_day.first) + (f" of {in_words(first_day.last)}" if first_day.cause else "")
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
            f"Het ziekengeld is de eerste 52 weken {euros(found.sick_pay.first_weeks)} per dag, als de werkgever "
            f"daarom vraagt. Daarna, en zonder dat verzoek, is het {euros(found.sick_pay.after)} per dag."
            + _limit(found),
            ("ziektewet-29b",),
        )
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
