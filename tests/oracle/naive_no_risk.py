"""The no-risk policy once more, read sentence by sentence and counted on the calendar.

Written from the text of the rules alone, without sight of the calculator. When the two differ, read the rules again.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.naive_money import known, to_cent
from tests.oracle.naive_timeline import ONE_DAY, Walk, read_case, same_day_later, step

WITHOUT_END = ("wajong", "banenafspraak", "wsw-of-beschut-werk")


@dataclass(frozen=True)
class Case:
    """One case: the days that matter, already counted, and the answers."""

    group: str
    reference_day: date
    first_wia_day: date | None
    check_day: date | None
    job_at_check_day: str | None
    other_work: str | None
    start: date | None
    first_sick_day_in_job: date | None
    reported: date | None
    own_employer: bool
    daily_wage: Fraction | None
    wage_owed: Fraction | None
    end_of_school: date | None
    days_differ: bool

    @property
    def considered_start(self) -> date:
        """Give the first day of the job; without one the answer is about a start on the reference day."""
        return self.start or self.reference_day


@dataclass
class Answer:
    """What the reader of the rules found."""

    right: str
    reasons: list[str]
    first: date | None = None
    last: date | None = None
    check_day: date | None = None
    report_by: date | None = None
    per_day: tuple[Decimal, Decimal, str | None] | None = None


def read_no_risk_case(values: dict[str, str]) -> Case:
    """Read a case from the keys of a link, dates in ISO notation, numbers with a point."""

    def day(key: str) -> date | None:
        return date.fromisoformat(values[key]) if values.get(key) else None

    def number(key: str) -> Fraction | None:
        return Fraction(values[key]) if values.get(key) else None

    first_wia_day = day("eerste-wia-dag")
    check_day = step(first_wia_day, -77) if first_wia_day else None
    differ = False
    if values.get("eerste-ziektedag"):
        walk = Walk(read_case(values))
        differ = first_wia_day is not None and first_wia_day != walk.first_wia_day
        first_wia_day = first_wia_day or walk.first_wia_day
        check_day = step(first_wia_day, -77)
    return Case(
        group=values["groep"],
        reference_day=date.fromisoformat(values["peildatum"]),
        first_wia_day=first_wia_day,
        check_day=check_day,
        job_at_check_day=values.get("baan-op-peildag") or None,
        other_work=values.get("ander-werk-bij-eigen-werkgever") or None,
        start=day("in-dienst"),
        first_sick_day_in_job=day("eerste-dag-ziek-in-nieuwe-baan"),
        reported=day("ziekgemeld-op"),
        own_employer=values.get("werkgever") == "eigen",
        daily_wage=number("dagloon"),
        wage_owed=number("loon-per-dag"),
        end_of_school=day("einde-opleiding"),
        days_differ=differ,
    )


def five_years_later(day: date) -> date:
    """Give the fifth anniversary."""
    return same_day_later(day, months=60)


def answer(case: Case) -> Answer:
    """Answer a whole case."""
    found = right_of(case)
    if found.right in ("ja", "misschien") and found.last is not None:
        day = case.first_sick_day_in_job or case.reference_day
        if day > found.last:
            found.right, found.reasons = "nee", ["vijf-jaar-voorbij"]
    if found.right != "ja":
        found.first = found.last = None
    if case.group == "minder-dan-35":
        found.check_day = case.check_day
    if case.first_sick_day_in_job:
        found.report_by = step(case.first_sick_day_in_job, 42)
        if (case.reported or case.reference_day) > found.report_by:
            found.reasons = [*found.reasons, "te-laat-gemeld"]
    found.per_day = per_day(case)
    return found


def right_of(case: Case) -> Answer:
    if case.group == "weet-niet":
        return Answer("weet-niet", [])
    if case.group == "geen":
        return Answer("nee", ["geen-doelgroep"])
    if case.group == "banenafspraak":
        # 29b(2)(e): a job "aangevangen op of na 1 januari 2015"; the law that opened it is of 1 January 2016.
        sick = case.first_sick_day_in_job or case.reference_day
        if case.considered_start.year < 2015 or sick.year < 2016:
            return Answer("nee", ["geen-doelgroep"])
    if case.group in WITHOUT_END:
        return Answer("ja", ["groep-onbeperkt"], first=case.start)
    if case.group == "onderwijsbelemmering":
        return after_school(case)
    return with_wia(case) if case.group == "wia" else under_35(case)


def for_five_years(case: Case, right: str, *reasons: str) -> Answer:
    last = five_years_later(case.start) - ONE_DAY if case.start else None
    return Answer(right, list(reasons), first=case.start, last=last)


def after_school(case: Case) -> Answer:
    assert case.end_of_school is not None
    if case.considered_start > five_years_later(case.end_of_school):
        return Answer("nee", ["later-dan-vijf-jaar"])
    return for_five_years(case, "ja")


def with_wia(case: Case) -> Answer:
    assert case.first_wia_day is not None
    if case.own_employer:
        last = five_years_later(case.first_wia_day) - ONE_DAY
        day = case.first_sick_day_in_job or case.reference_day
        if day < case.first_wia_day:
            return Answer("nee", ["geen-wia-recht-direct-voor-indienst"])
        return Answer("ja", ["wia-recht-direct-voor-indienst"], case.first_wia_day, last)
    if case.considered_start >= case.first_wia_day:
        return for_five_years(case, "ja", "wia-recht-direct-voor-indienst")
    return Answer("nee", ["geen-wia-recht-direct-voor-indienst"])


def under_35(case: Case) -> Answer:
    assert case.first_wia_day is not None
    assert case.check_day is not None
    start = case.considered_start
    if case.other_work == "ja":
        return Answer("nee", ["passend-werk-bij-eigen-werkgever"])
    if case.job_at_check_day == "ja" or (start <= case.check_day and not case.own_employer):
        return Answer("nee", ["baan-op-peildag"])
    if start < case.first_wia_day:
        return Answer("nee", ["indienst-voor-einde-wachttijd"])
    if start >= five_years_later(case.first_wia_day):
        return Answer("nee", ["later-dan-vijf-jaar"])
    if case.job_at_check_day is None or case.other_work is None:
        return for_five_years(case, "misschien")
    return for_five_years(case, "ja")


def per_day(case: Case) -> tuple[Decimal, Decimal, str | None] | None:
    """Give the benefit per day in the first 52 weeks and after, and what limits it."""
    if case.daily_wage is None:
        return None
    most = known("loon.maximumdagloon", case.first_sick_day_in_job or case.reference_day)
    if most is None:
        return None
    wage = min(case.daily_wage, most)
    limit = "maximumdagloon" if case.daily_wage > most else None
    full, later = wage, wage * 70 / 100
    if case.wage_owed is not None:
        limit = "loon" if case.wage_owed < wage else limit
        full, later = min(full, case.wage_owed), min(later, case.wage_owed)
    return to_cent(full), to_cent(later), limit


def as_json(case: Case) -> dict[str, Any]:
    """Give the part of the interface's JSON that was worked out here."""
    found = answer(case)

    def iso(day: date | None) -> str | None:
        return day.isoformat() if day else None

    return {
        "recht": found.right,
        "redenen": found.reasons,
        "van": iso(found.first),
        "tot": iso(found.last),
        "peildag": iso(found.check_day),
        "ziekmelden_uiterlijk": iso(found.report_by),
        "ziekengeld_per_dag": None
        if found.per_day is None
        else dict(zip(("eerste_52_weken", "daarna", "begrensd_door"), found.per_day, strict=True)),
    }
