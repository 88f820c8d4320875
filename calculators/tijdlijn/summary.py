"""The timeline in a few sentences for a page that is made once: nothing in them hangs on the day of today."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.frame.dates import with_weekday
from calculators.frame.money import with_unit
from calculators.law.late_application import right_from_later
from calculators.tijdlijn.headline import headline_without_wia
from calculators.tijdlijn.rules import Timeline

STAYS = {
    "werkervaringsplaats": "De werkervaringsplaats",
    "detachering": "De detachering",
    "proefplaatsing": "De proefplaatsing",
}


def summary(timeline: Timeline) -> str:
    """Return the ends of the case, and the days of what the link adds to it."""
    return " ".join(_sentences(timeline))


def _sentences(timeline: Timeline) -> Iterator[str]:
    case, end = timeline.case, timeline.ends
    days = {one.id: one for one in timeline.milestones}
    if case.eerstejaarsevaluatie and "tweede-spoor-uiterlijk" in days:
        yield f"Het tweede spoor begint uiterlijk op {with_weekday(days['tweede-spoor-uiterlijk'].last)}."
    for form, name in STAYS.items():
        if (stay := timeline.stays.by_form.get(form)) is not None:
            yield f"{name} duurt van {with_weekday(stay.first)} tot en met {with_weekday(stay.last)}."
            if form == "werkervaringsplaats" and timeline.hours:
                yield f"Aan het einde is dat {with_unit(timeline.hours[-1].hours, 'uur')} per week."
    if (contract := timeline.stays.by_form.get("in-dienst")) is not None:
        yield f"Het contract begint op {with_weekday(contract.first)}."
    if "eerste-wia-dag" not in days:
        yield headline_without_wia(timeline)
        return
    yield f"De wachttijd duurt tot en met {with_weekday(end.waiting_period)}."
    if case.has_employer and end.wages != end.waiting_period:
        yield f"De eigen werkgever betaalt loon tot en met {with_weekday(end.wages)}."
    yield f"De eerste WIA-dag is {with_weekday(end.first_wia_day)}."
    yield from right_from_later(case, end, timeline.law)
