"""The answer of the no-risk check as JSON (interface 2.3), and as lines for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.frame.dates import with_weekday
from calculators.frame.money import euros
from calculators.no_riskpolis.reasons import about_pay, days_in_words, reason_in_words, variant
from calculators.no_riskpolis.rules import NoRisk
from calculators.no_riskpolis.wording import wording


def to_json(found: NoRisk) -> dict[str, Any]:
    """Return ``uitkomst``."""
    verdict, pay = found.verdict, found.sick_pay
    return {
        "recht": verdict.right,
        "redenen": list(verdict.reasons),
        "van": verdict.first and verdict.first.isoformat(),
        "tot": verdict.last and verdict.last.isoformat(),
        "peildag": found.check_day.isoformat() if found.check_day and found.case.groep == "minder-dan-35" else None,
        "eerste_wia_dag": found.first_wia_day and found.first_wia_day.isoformat(),
        "ziekmelden_uiterlijk": found.report and found.report.by.isoformat(),
        "ziekengeld_per_dag": pay
        and {"eerste_52_weken": str(pay.first_weeks), "daarna": str(pay.after), "begrensd_door": pay.limited_by},
        "ziekengeld_namen": pay and pay_in_words(found),
        "ziekengeld_uitleg": list(about_pay(found)),
        "ziekengeld_laatste_dag": found.last_day_of_benefit and found.last_day_of_benefit.isoformat(),
        "bewijs": list(wording()["bewijs"][found.case.groep]),
        "vraag_aan_uwv": list(dict.fromkeys(_questions(found))),
        "veilig_vanaf": found.safe_day and found.safe_day.isoformat(),
        "kan_gelden": found.may_apply,
        "uitleg": [reason_in_words(found, reason) for reason in verdict.reasons],
    }


def pay_in_words(found: NoRisk) -> dict[str, str]:
    """Return how the two amounts of sick pay are called: after the first weeks there is none when the AOW is first."""
    words = wording()["ziekengeld"]["kort" if found.ends_at_the_first_amount else "lang"]
    return {name: words[name] for name in ("eerste", "daarna")}


def _questions(found: NoRisk) -> Iterator[str]:
    """Yield sentences ready to send to UWV; a condition that nobody answered is named first."""
    case, words = found.case, wording()["vraag"]
    days = days_in_words(found) | words["wie"][case.rol]
    if found.verdict.right == "weet-niet":
        yield words["weet-niet"].format(**days)
        return
    if case.groep == "geen":
        return
    if case.groep == "minder-dan-35":
        for key, given in (
            ("baan-op-peildag", case.baan_op_peildag),
            ("ander-werk-bij-eigen-werkgever", case.ander_werk_bij_eigen_werkgever),
        ):
            if given is None:
                yield words[key].format(**days)
    yield words["blijft" if case.keeps_own_job else "altijd"].format(**days)
    for reason in found.verdict.reasons:
        name = variant(found, reason)
        if name in words or reason in words:
            yield words[name if name in words else reason].format(**days)


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
                ("ziekengeld_laatste_dag", "Laatste dag van het ziekengeld, door de AOW"),
                ("ziekmelden_uiterlijk", "Ziekte uiterlijk melden bij UWV (of op de laatste dag van de baan)"),
            )
            if outcome[key] and (key != "ziekmelden_uiterlijk" or outcome["kan_gelden"])
        ],
        "Ziekengeld per dag:": outcome["kan_gelden"]
        and pay
        and [
            f"{outcome['ziekengeld_namen']['eerste']}: {euros(Decimal(pay['eerste_52_weken']))}.",
            f"{outcome['ziekengeld_namen']['daarna']}: {euros(Decimal(pay['daarna']))}.",
        ],
        "Bewijs:": outcome["bewijs"],
        "Vraag aan UWV:": outcome["vraag_aan_uwv"],
    }
    for heading, sentences in parts.items():
        if sentences:
            yield heading
            yield from (f"  - {sentence}" for sentence in sentences)
