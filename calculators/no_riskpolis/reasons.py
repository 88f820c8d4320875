"""The reasons of a verdict in words, and the days that a text of this check can name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculators.frame.dates import with_weekday
from calculators.law.benefits import aow_comes_first
from calculators.law.no_risk import AFTER_AOW, CHECK_DAY, NOT_ASSESSED
from calculators.no_riskpolis import judging
from calculators.no_riskpolis.benefit import longest
from calculators.no_riskpolis.form import NoRiskInput
from calculators.no_riskpolis.rules import NoRisk
from calculators.no_riskpolis.wording import bridge_in_words, wording


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
    days["niet_voor"] = _not_before(case)
    days["langer_door"] = found.wait.first_day.longer_by if found.wait else ""
    days["tot_aow"] = f" tot en met {days['aow']}" if case.groep == "wia" and case.aow_datum else ""
    return days | ({"eerste_dag": f"{first_day_in_words(found)} ({days['wia_dag']})"} if "wia_dag" in days else {})


def _not_before(case: NoRiskInput) -> str:
    """Return the first day on which a policy of the banenafspraak can hold: in the job, and under the law of 2016."""
    if case.in_dienst is None:
        return "de eerste dag van de baan"
    return with_weekday(max(case.in_dienst, judging.FIRST_ILLNESS_OF_REGISTER))


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


def about_pay(found: NoRisk) -> Iterator[str]:
    """Yield over which days there is sick pay and how long; the caution about the AOW says it where that ends it."""
    words, sick = wording()["ziekengeld"], found.case.eerste_dag_ziek_in_nieuwe_baan
    if not found.may_apply:
        return
    yield words["dagen"].format(dagen=found.law.number("no_risk.ziekengeld_dagen_per_week", sick))
    if found.last_day_of_benefit is None:
        weeks = found.law.number("no_risk.ziekengeld_weken", sick)
        until = words["tot"].format(dag=with_weekday(longest(sick, found.law))) if sick else ""
        yield words["duur"].format(weken=weeks, tot=until)


def _early_iva(found: NoRisk) -> str:
    """Return that an IVA may have begun earlier, unless a letter of UWV gave the day (Wet WIA 23(6))."""
    return "" if found.case.eerste_wia_dag else str(wording()["vervroegde-iva"])


def variant(found: NoRisk, reason: str) -> str:
    """Return the name of the words for a reason that has more than one story."""
    case = found.case
    if reason == "baan-op-peildag" and case.baan_op_peildag != "ja":
        return "contract-op-peildag" if case.in_dienst else "peildag-zonder-start"
    if reason == "groep-onbeperkt":
        return f"groep-onbeperkt-{case.groep}"
    if reason == "indienst-voor-einde-wachttijd" and judging.is_second_job(case, found.law):
        return "tweede-baan"
    hangs_on = {"vijf-jaar-voorbij": case.eerste_dag_ziek_in_nieuwe_baan, "te-laat-gemeld": case.ziekgemeld_op}
    if reason in hangs_on:
        after = "-na-de-termijn" if reason == "te-laat-gemeld" and found.verdict.right == "nee" else ""
        return f"{reason}{after}" if hangs_on[reason] else f"{reason}{after}-niet-ingevuld"
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
    if again or ("wia-recht" in reason and case.keeps_own_job):
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
