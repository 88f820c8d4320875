"""The no-risk policy once more, read sentence by sentence and counted on the calendar.

Written from ZW art. 29b, 38a and 38b (text of 1 July 2026) and two rulings, without sight of the calculator: CRvB
16-11-2016, ECLI:NL:CRVB:2016:4358 (in service before the end of the waiting period: no) and CRvB 8-8-2019,
ECLI:NL:CRVB:2019:2682 (the first day after it: yes). When the two differ, read the law again.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.naive_calendar import ONE_DAY, same_day_later, step
from tests.oracle.naive_case import read_case
from tests.oracle.naive_ends import Ends
from tests.oracle.naive_money_case import known, to_cent
from tests.oracle.naive_objection import ordinary_day

ELEVEN_WEEKS = 77
SIX_WEEKS = 42
# ZW 29b(2)(e) and (11): a job that began on or after this day.
BANENAFSPRAAK_SINCE = date(2015, 1, 1)
# The law of 2016 that opened the policy to them has no retroactive effect: RBROT 7-3-2025, ECLI:NL:RBROT:2025:2928.
IN_FORCE_SINCE = 2016

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
    employed_until: date | None
    has_employer: bool
    daily_wage: Fraction | None
    wage_owed: Fraction | None
    end_of_school: date | None
    decided: date | None
    pension: date | None
    first_sick_day: date | None
    days_differ: bool
    latest: date | None
    why_latest: str

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
    differ = False
    first_sick_day = latest = None
    why_latest = ""
    employed_until = day("einde-dienstverband")
    if values.get("eerste-ziektedag"):
        ends = Ends(read_case(values))
        first_sick_day = ends.first_day
        # One of before this illness is of another contract, but for a job that began after it: that one is new.
        if (day("in-dienst") or first_sick_day) <= first_sick_day:
            employed_until = ends.used(employed_until)
        worked_out = ends.first_day_with_wia if values["groep"] == "wia" else ends.first_wia_day
        differ = first_wia_day is not None and first_wia_day != worked_out
        if first_wia_day is None:  # a letter of UWV leaves nothing open
            latest, why_latest = ends.last_first_day(worked_out), "eigenrisicodrager-mogelijk"
            if values["groep"] == "minder-dan-35" and len(set(ends.days_that_check_day_may_count_from)) > 1:
                latest, why_latest = ends.days_that_check_day_may_count_from[1], "peildag-niet-zeker"
        first_wia_day = first_wia_day or worked_out
    return Case(
        group=values["groep"],
        reference_day=date.fromisoformat(values["peildatum"]),
        first_wia_day=first_wia_day,
        check_day=step(first_wia_day, -ELEVEN_WEEKS) if first_wia_day else None,
        job_at_check_day=values.get("baan-op-peildag") or None,
        other_work=values.get("ander-werk-bij-eigen-werkgever") or None,
        start=day("in-dienst"),
        first_sick_day_in_job=day("eerste-dag-ziek-in-nieuwe-baan"),
        reported=day("ziekgemeld-op"),
        own_employer=values.get("werkgever") == "eigen",
        employed_until=employed_until,
        has_employer=values.get("situatie") != "vangnet",
        daily_wage=number("dagloon"),
        wage_owed=number("loon-per-dag"),
        end_of_school=day("einde-opleiding"),
        decided=day("wia-beslissing"),
        pension=day("aow-datum"),
        first_sick_day=first_sick_day,
        days_differ=differ,
        latest=latest or first_wia_day,
        why_latest=why_latest,
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
        report(case, case.first_sick_day_in_job, found)
    found.per_day = per_day(case)
    return found


def report(case: Case, first_sick_day: date, found: Answer) -> None:
    """ZW 38a(3) and (9): on the first day after six weeks, counted from the first day; too late takes no right away.

    That term is one of the law: on a day off it does not end (Algemene termijnenwet 1). Who has no policy has no such
    duty: it is about "een mogelijke aanspraak op grond van artikel 29b".
    """
    found.report_by = step(first_sick_day, SIX_WEEKS)
    perhaps = found.right != "nee" or "vijf-jaar-voorbij" in found.reasons  # UWV may have made the five years longer
    if perhaps and (case.reported or case.reference_day) > ordinary_day(found.report_by):
        found.reasons = [*found.reasons, "te-laat-gemeld"]


def right_of(case: Case) -> Answer:
    """ZW 29b: find the paragraph that the group comes under."""
    if case.group == "weet-niet":
        return Answer("weet-niet", [])
    if case.group == "geen":
        return Answer("nee", ["geen-doelgroep"])
    if case.group in WITHOUT_END:
        return without_end(case)
    if case.group == "onderwijsbelemmering":
        return after_school(case)
    if case.group == "wao-waz":  # ZW 90(1)(a): an employee of 29b(1) for as long as the benefit and five years more
        return for_five_years(case, "ja", "wao-of-waz")
    return with_wia(case) if case.group == "wia" else under_35(case)


def without_end(case: Case) -> Answer:
    """ZW 29b(2) and (11): every illness that begins after the start of the job.

    Of (e) the right arises "niet eerder dan het moment waarop hij een arbeidsbeperkte wordt", which nobody told; and it
    is about a job "aangevangen op of na 1 januari 2015". Wajong and the Wsw, (a), (b) and (d), are groups of their own.
    """
    sick = case.first_sick_day_in_job or case.reference_day
    if case.group != "banenafspraak":
        return Answer("ja", ["groep-onbeperkt"], first=case.start)
    if case.considered_start < BANENAFSPRAAK_SINCE:
        return Answer("nee", ["banenafspraak-oudere-baan"])
    if sick.year < IN_FORCE_SINCE:
        return Answer("nee", ["banenafspraak-oudere-ziekte"])
    return Answer("ja", ["groep-onbeperkt"])


def for_five_years(case: Case, right: str, *reasons: str) -> Answer:
    """ZW 29b(1), last part: illnesses that begin in the five years after the start of the job."""
    last = five_years_later(case.start) - ONE_DAY if case.start else None
    return Answer(right, list(reasons), first=case.start, last=last)


def after_school(case: Case) -> Answer:
    """ZW 29b(1)(c) and (d): a job within five years after school ("na afronding van dat onderwijs")."""
    assert case.end_of_school is not None
    if case.considered_start < case.end_of_school:
        return Answer("nee", ["baan-voor-einde-opleiding"])
    if case.considered_start > five_years_later(case.end_of_school):
        return Answer("nee", ["later-dan-vijf-jaar"])
    if case.considered_start == case.end_of_school:  # "after" the education: is its last day after it?
        return for_five_years(case, "misschien", "baan-op-laatste-schooldag")
    return for_five_years(case, "ja", "binnen-vijf-jaar-na-opleiding")


def never_any_wia(case: Case) -> bool:
    """WIA 43(g) with 47(1)(c) and 54: no right arises for who reached the AOW age on the first day that it could."""
    return case.pension is not None and case.first_wia_day is not None and case.pension <= case.first_wia_day


def with_wia(case: Case) -> Answer:
    """ZW 29b(1)(a): a right to WIA immediately before the job."""
    assert case.first_wia_day is not None
    if goes_on(case):
        return with_wia_at_own_employer(case, case.first_wia_day)
    # WIA 49(1)(b) and 56(1)(b): the right ends on the AOW day, so the last day with it is the one before.
    ended = case.pension is not None and case.considered_start - ONE_DAY > case.pension - ONE_DAY
    if never_any_wia(case) or ended:
        return Answer("nee", ["geen-wia-recht-door-aow"])
    assert case.latest is not None
    if case.first_wia_day < case.considered_start <= case.latest:  # 43(c) WIA with 29(10)(a) ZW: too early, or not
        return for_five_years(case, "misschien", case.why_latest)
    if case.considered_start > case.first_wia_day:
        return for_five_years(case, "ja", "wia-recht-direct-voor-indienst")
    if case.considered_start == case.first_wia_day:  # "immediately before": the ruling of 2019 is about under 35 only
        return for_five_years(case, "misschien", "wia-begint-die-dag")
    return begun_before_the_right(case, case.first_wia_day)


def begun_before_the_right(case: Case, first_wia_day: date) -> Answer:
    """ZW 29b(4): "een dienstbetrekking bij diens werkgever" that goes on after the right was established.

    The letter does not ask for the employer of the first sick day. The illness begins after the right, and he must
    still have that right.
    """
    sick = case.first_sick_day_in_job
    if case.start is None:
        return Answer("nee", ["geen-wia-recht-direct-voor-indienst"])
    if sick is not None and sick < first_wia_day:
        return Answer("nee", ["ziek-voor-wia-recht"])
    day = sick or case.reference_day
    if case.pension is not None and day >= case.pension:
        return Answer("nee", ["geen-wia-recht-door-aow"])
    if case.decided is not None and day >= five_years_later(case.decided):  # "in de vijf jaren na vaststelling"
        return Answer("nee", ["vijf-jaar-voorbij"])
    return Answer("misschien", ["baan-gaat-door-met-wia"])


def goes_on(case: Case) -> bool:
    """ZW 29b(4): "bij diens werkgever wordt voortgezet"; after the end of the contract a job there is a new one."""
    if not case.own_employer or not case.has_employer:
        return False
    return case.employed_until is None or case.start is None or case.start <= case.employed_until


def with_wia_at_own_employer(case: Case, first_wia_day: date) -> Answer:
    """ZW 29b(4): the job goes on, and the illness begins in the five years after UWV established the right."""
    day = case.first_sick_day_in_job or case.reference_day
    if never_any_wia(case) or (case.pension is not None and day >= case.pension):  # "die recht heeft op een uitkering"
        return Answer("nee", ["geen-wia-recht-door-aow"])
    if case.employed_until is not None:  # "voortgezet nadat dat recht is vastgesteld", and sick while in it
        days_that_it_reaches = [day, first_wia_day, *([case.decided + ONE_DAY] if case.decided else [])]
        if any(case.employed_until < reached for reached in days_that_it_reaches):
            return Answer("nee", ["eigen-dienstverband-eindigt"])
    if day < first_wia_day:
        return Answer("nee", ["geen-wia-recht-direct-voor-indienst"])
    if case.decided is None:
        return Answer("misschien", ["wia-beslissing-niet-ingevuld"])
    if day < case.decided:
        return Answer("misschien", ["ziek-voor-wia-beslissing"])
    last = five_years_later(case.decided) - ONE_DAY
    if case.pension is not None:
        last = min(last, case.pension - ONE_DAY)
    if case.employed_until is not None:
        last = min(last, case.employed_until)
    return Answer("ja", ["wia-recht-direct-voor-indienst"], max(first_wia_day, case.decided), last)


def safe_day(case: Case) -> date | None:
    """Under 35 percent the first day after the waiting period (2019:2682); a right to WIA must lie before the job.

    After school the day after it. The latest day that it can be; none when the AOW begins before the WIA could then.
    """
    if case.group == "onderwijsbelemmering" and case.end_of_school:
        return case.end_of_school + ONE_DAY
    if case.latest is None or (case.pension is not None and case.pension <= case.latest):
        return None
    return case.latest + ONE_DAY if case.group == "wia" and not goes_on(case) else case.latest


def under_35(case: Case) -> Answer:
    """ZW 29b(1)(b): its conditions; nobody says that UWV still measures who has no right to WIA by his age (43(g)).

    It measures on the first day after the wait or what lengthens it: that one may be the later of two. A job that has
    no policy anyway needs no measuring.
    """
    found = under_35_but_for_pension(case)
    needless = found.right == "nee" and case.start is not None
    if case.pension is not None and case.latest is not None and case.pension <= case.latest and not needless:
        right = "nee" if found.right == "nee" else "misschien"
        return Answer(right, [*found.reasons, "aow-voor-wia-beoordeling"], found.first, found.last)
    return found


def under_35_but_for_pension(case: Case) -> Answer:
    """ZW 29b(1)(b): each of its four conditions, read with each day that can be "that day"; a no only by both."""
    assert case.first_wia_day is not None
    assert case.latest is not None
    if case.other_work == "ja":  # (b)(3)
        return Answer("nee", ["passend-werk-bij-eigen-werkgever"])
    refused = [fails_by(case, day) for day in (case.first_wia_day, case.latest)]
    if all(refused):
        return Answer("nee", [refused[0]])
    left_open = []
    if case.latest != case.first_wia_day:  # nor is anything told of (b)(2) on the later check day
        left_open.append(case.why_latest)
    if case.own_employer:  # (b)(4) speaks of "an employer"; (b)(3) of somebody who cannot work at the own one
        left_open.append("nieuw-contract-bij-eigen-werkgever")
    if None in (case.job_at_check_day, case.other_work):
        left_open.append("vraag-open")
    return for_five_years(case, "misschien" if left_open else "ja", *(left_open or ["onder-35-op-tijd"]))


def fails_by(case: Case, that_day: date) -> str:
    """Give the condition of (b)(2) or (4) that fails; what was told of a job on the check day is about the first."""
    start = case.considered_start
    # A job that nobody told of is one of today, and did not exist before the illness.
    existed = case.start is not None and case.first_sick_day is not None and start <= case.first_sick_day
    is_first = that_day == case.first_wia_day
    this_one = start <= step(that_day, -ELEVEN_WEEKS) and not case.own_employer and not existed
    if is_first and (case.job_at_check_day == "ja" or this_one):
        return "baan-op-peildag"
    if start < that_day:  # ECLI:NL:CRVB:2016:4358; whoever began before the later check day fails here anyway
        return "indienst-voor-einde-wachttijd"
    if start > five_years_later(that_day):  # itself not counted
        return "later-dan-vijf-jaar"
    return ""


def per_day(case: Case) -> tuple[Decimal, Decimal, str | None] | None:
    """ZW 29b(5): 70 % of the daily wage; (6): all of it in the first 52 weeks, and only then no more than the wage."""
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
        full = min(full, case.wage_owed)
    return to_cent(full), to_cent(later), limit


def cut_short_by_pension(case: Case) -> date | None:
    """ZW 29(4): nothing from the AOW day on for illness from before it; (5): six weeks for illness from then on."""
    sick, pension = case.first_sick_day_in_job, case.pension
    if sick is None or pension is None:
        return None
    if sick >= pension:
        return step(sick, SIX_WEEKS - 1)
    last = step(sick, 104 * 7 - 1)
    return pension - ONE_DAY if pension <= last else None


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
        "ziekengeld_laatste_dag": iso(cut_short_by_pension(case) if found.right in ("ja", "misschien") else None),
        "veilig_vanaf": iso(safe_day(case)),
        "eerste_wia_dag": iso(case.first_wia_day),
        "ziekmelden_uiterlijk": iso(found.report_by),
        "ziekengeld_per_dag": None
        if found.per_day is None
        else dict(zip(("eerste_52_weken", "daarna", "begrensd_door"), found.per_day, strict=True)),
    }
