"""The days and hours that a document takes from the timeline, as far as what was filled in allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.documents.template import FilledIn
from calculators.frame.dates import DAYS_IN_WEEK, Period, days_after, last_day_of_term
from calculators.law.book import Law
from calculators.law.case import Case, shared
from calculators.law.objection import ObjectionTerm, objection_term
from calculators.law.stays import WeekOfHours, evaluation_days, hours_build_up, stays_of, trial_application_day
from calculators.law.wachttijd import Ends, ends


@dataclass(frozen=True)
class Moments:
    """Days by the name of their placeholder, and the weeks of the placement with their hours; only what is known.

    ``law`` is the book of law of this answer; ``end`` holds the ends of the illness, once there is a first sick day;
    ``objection`` is the term of an objection, once the day of the decision is there.
    """

    law: Law
    end: Ends | None
    days: Mapping[str, date]
    weeks: tuple[WeekOfHours, ...]
    has_hours: bool
    objection: ObjectionTerm | None = None


def case_of(filled_in: FilledIn) -> Case | None:
    """Return the case, or None without a first sick day.

    What was left empty has the default of the calculators, but a placement without a length is left out:
    its end would be a guess.
    """
    given = filled_in.values
    if given.get("eerste-ziektedag") is None:
        return None
    values: dict[str, Any] = {"peildatum": filled_in.day}
    for one in fields(Case):
        if one.name not in values:
            key = one.name.replace("_", "-")
            values[one.name] = shared(key).default if given.get(key) is None else given[key]
    if given["werkervaringsplaats-weken"] is None:
        values["werkervaringsplaats_start"] = None
    return Case(**values)


def moments_of(filled_in: FilledIn, case: Case | None, objection: str = "") -> Moments:
    """Return what the filled-in values say about days and hours; ``objection`` is the figure of that term, if any."""
    given = filled_in.values
    law = Law(case.eerste_ziektedag if case else filled_in.day)
    end = ends(case.illness, law) if case else None
    days = _ends(end) if end else {}
    in_weeks: tuple[WeekOfHours, ...] = ()
    first, most, step = (given.get(key) for key in ("uren-start", "uren-doel", "uren-stap"))
    has_hours = None not in (first, most, step)
    start, weeks = given.get("werkervaringsplaats-start"), given.get("werkervaringsplaats-weken")
    if start and weeks:
        placement = Period(start, days_after(start, DAYS_IN_WEEK * int(weeks) - 1))
        days["werkervaringsplaats-einde"] = placement.last
        for number, day in enumerate(evaluation_days(placement, law.on(start)), start=1):
            days[f"evaluatie-{number}"] = day
        hours = (first, step, most) if has_hours else (Decimal(0), Decimal(0), Decimal(0))
        in_weeks = hours_build_up(start, int(weeks), *hours)
    if case and end and (secondment := stays_of(case, end).by_form.get("detachering")):
        days["detachering-einde"] = secondment.last
    if trial := given.get("proefplaatsing-start"):
        days["proefplaatsing-aanvraag"] = trial_application_day(trial, law.on(trial))
        if months := given.get("proefplaatsing-maanden"):
            days["proefplaatsing-einde"] = last_day_of_term(trial, int(months))
    decided = given.get("besluit-dag")
    term = objection_term(decided, objection, law.on(decided)) if objection and decided else None
    return Moments(law, end, days, in_weeks, has_hours, term)


def _ends(end: Ends) -> dict[str, date]:
    return {"einde-wachttijd": end.waiting_period, "eerste-wia-dag": end.first_wia_day}
