"""What lengthens the wage, as steps of the timeline: an extension, a late application and a sanction (BW 7:629(11))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, days_in_words, with_weekday
from calculators.frame.money import with_unit
from calculators.frame.result import Step
from calculators.law.contract_end import never_begins
from calculators.law.late_application import how_late
from calculators.law.wachttijd import EXTENSION, SANCTION
from calculators.tijdlijn.rules import Timeline

NOT_BEGUN = "{what} telt niet mee: het dienstverband eindigt voordat die begint."
"""For what was filled in and never begins (Wet WIA 24(1) and 25(9)); a caution says more."""


def steps_of_extension(timeline: Timeline) -> Iterator[Step]:
    """Yield how long a voluntary extension lasts (Wet WIA 24(1))."""
    end = timeline.ends
    if never_begins(EXTENSION, end):
        yield Step(NOT_BEGUN.format(what="De vrijwillige verlenging"), ("wet-wia-24",))
    elif end.extension is not None:
        paid = f"De werkgever betaalt daardoor loon tot en met {with_weekday(end.extension)}."
        yield Step(
            f"Er is een vrijwillige verlenging van {with_unit(timeline.case.verlenging_weken or 0, 'weken')}. "
            + (_paid_no_longer(timeline, end.extension) or paid),
            ("wet-wia-24", "bw-7-629"),
        )


def steps_of_delay(timeline: Timeline) -> Iterator[Step]:
    """Yield how late an application is, and what that does to the wage (BW 7:629(11)(a))."""
    end = timeline.ends
    if end.application_delay:
        paid = "Het loon loopt net zo lang door, en zo lang begint er geen WIA."
        yield Step(
            f"{how_late(end)} " + (_paid_no_longer(timeline, end.before_sanction) or paid),
            ("bw-7-629", "wet-wia-43", "wet-wia-47", "wet-wia-54"),
        )


def steps_of_sanction(timeline: Timeline) -> Iterator[Step]:
    """Yield how long a sanction lasts; leave around birth puts it off or interrupts it (Wet WIA 25(9))."""
    end = timeline.ends
    if never_begins(SANCTION, end):
        yield Step(NOT_BEGUN.format(what="De loonsanctie"), ("wet-wia-25",))
    elif end.sanction is not None:
        served = (end.sanction - end.before_sanction).days - end.leave_in_sanction
        put_off = (end.sanction_begins - end.before_sanction).days - 1
        still = end.leave_in_sanction - put_off
        sentences = (
            f"Daarna komt een loonsanctie van {_length(served)}, tot en met {with_weekday(end.sanction)}.",
            f"Door het verlof begint zij pas op {with_weekday(end.sanction_begins)}." if put_off else "",
            f"In het verlof staat zij stil: {days_in_words(still)}." if still else "",
            _paid_no_longer(timeline, end.sanction),
        )
        yield Step(" ".join(filter(None, sentences)), ("wet-wia-25", "bw-7-629"))


def _paid_no_longer(timeline: Timeline, lengthened_to: date) -> str:
    """Say that the wage stops before the end of what lengthens it; empty when it does not."""
    if not timeline.case.has_employer:
        return "Zonder werkgever is er geen loon dat daardoor langer doorloopt."
    last = timeline.ends.wages
    return f"Het loon stopt eerder: op {with_weekday(last)}." if last < lengthened_to else ""


def _length(days: int) -> str:
    """Return ``52 weken`` for whole weeks, else the days."""
    weeks, rest = divmod(days, DAYS_IN_WEEK)
    return days_in_words(days) if rest else with_unit(weeks, "weken")
