"""What stands under the first sentence of the timeline: until when, and the first thing to do."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.frame.dates import with_weekday
from calculators.frame.result import Fact
from calculators.frame.terms import SPOKEN_TO_AS
from calculators.tijdlijn.outcome import next_actions
from calculators.tijdlijn.rules import Timeline


def facts(timeline: Timeline) -> Iterator[Fact]:
    """Yield at most three facts: the end of the waiting period, of the wages, and what the reader does first."""
    case, end = timeline.case, timeline.ends
    yield Fact("Wachttijd tot en met", with_weekday(end.waiting_period))
    if case.has_employer and end.wages != end.waiting_period:
        yield Fact("Loon tot en met", with_weekday(end.wages))
    action = next(iter(next_actions(timeline)), None)
    if action is not None:
        who = "Wat je doet" if SPOKEN_TO_AS.get(case.rol, case.rol) == "werknemer" else "Wat u doet"
        yield Fact(who, f"{action['titel']}, voor of op {action['voor_in_woorden']}")
