"""What stands under the first sentence of the timeline: until when, and the first thing to do."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.frame.dates import with_weekday
from calculators.frame.result import Fact
from calculators.tijdlijn.outcome import next_actions
from calculators.tijdlijn.rules import Timeline


def facts(timeline: Timeline) -> Iterator[Fact]:
    """Yield at most three facts: the end of the waiting period, of the wages, and what the reader does first.

    A waiting period for which no WIA can come, because the AOW does, says nothing to anybody.
    """
    case, end = timeline.case, timeline.ends
    wia_can_come = any(one.id == "eerste-wia-dag" for one in timeline.milestones)
    if wia_can_come:
        yield Fact("Wachttijd tot en met", with_weekday(end.waiting_period))
    if case.has_employer and not (wia_can_come and end.wages == end.waiting_period):
        yield Fact("Loon tot en met", with_weekday(end.wages))
    action = next(iter(next_actions(timeline)), None)
    if action is not None:
        yield Fact("Wat u doet", f"{action['titel']}, voor of op {action['voor_in_woorden']}")
