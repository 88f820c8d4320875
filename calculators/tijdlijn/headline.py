"""The first sentence of a timeline: where somebody is today, and the first WIA day; or what comes instead of it."""

from __future__ import annotations

from calculators.frame.dates import days_after, with_weekday
from calculators.law.benefits import last_benefit_day
from calculators.law.late_application import right_from_later
from calculators.law.wachttijd import ends_early
from calculators.tijdlijn.rules import Timeline


def headline(timeline: Timeline) -> str:
    """Return one sentence or two that could be read out on the phone, and a third after a very late application."""
    if all(one.id != "eerste-wia-dag" for one in timeline.milestones):
        return headline_without_wia(timeline)
    return " ".join((_headline_with_wia(timeline), *right_from_later(timeline.case, timeline.ends, timeline.law)))


def _headline_with_wia(timeline: Timeline) -> str:
    weeks, end = timeline.law.number("wachttijd.weken"), timeline.ends
    wia_day = with_weekday(end.first_wia_day)
    if timeline.week_now is not None and timeline.week_now > weeks:
        return f"Vandaag: week {timeline.week_now}, na de eerste {weeks} weken. De eerste WIA-dag is {wia_day}."
    if timeline.week_now is not None:
        return f"Vandaag: week {timeline.week_now} van {weeks}. De eerste WIA-dag is {wia_day}."
    if timeline.case.peildatum < end.period.first_day:
        return f"De ziekte begint op {with_weekday(end.period.first_day)}. De eerste WIA-dag is {wia_day}."
    if timeline.case.peildatum >= end.first_wia_day:
        when = "is vandaag," if timeline.case.peildatum == end.first_wia_day else "was"
        return f"De wachttijd van {weeks} weken is voorbij. De eerste WIA-dag {when} {wia_day}."
    return f"De loondoorbetaling eindigde op {with_weekday(end.wages)}. De eerste WIA-dag is {wia_day}."


def headline_without_wia(timeline: Timeline) -> str:
    """Return the first sentence for somebody who reaches the AOW age before the WIA could begin."""
    end = timeline.ends
    if not timeline.case.has_employer:
        return _headline_of_sick_pay(timeline)
    ends = "eindigde" if timeline.case.peildatum > end.wages else "eindigt"
    stops = f"De loondoorbetaling {ends} op {with_weekday(end.wages)}"
    if ends_early(end):
        return f"{stops}, door het einde van het contract."
    aow = timeline.case.aow_datum
    in_leave = aow is not None and end.before_sanction == end.wages < days_after(aow, -1)  # the sanction never began
    if end.wages < (end.sanction or end.before_sanction) and not in_leave:
        return f"{stops}, door de AOW."
    return f"{stops}. De AOW begint voordat de WIA kan ingaan: er komt dan geen WIA-uitkering."


def _headline_of_sick_pay(timeline: Timeline) -> str:
    """Return when sick pay stops by the AOW (ZW 29(4) and (5)); of sick pay that ends before it, only what follows."""
    case, end = timeline.case, timeline.ends
    last, today = last_benefit_day("ZW", case, end, timeline.law), case.peildatum
    if last >= end.waiting_period:
        return "De AOW begint voordat de WIA kan ingaan. Er komt dan geen WIA-uitkering."
    stops, begins = ("stopte", "begon") if today > last else ("stopt", "begint")
    if days_after(last, 1) == case.aow_datum:
        stop = with_weekday(case.aow_datum)
        return f"Het ziekengeld {stops} op {stop}: dan {begins} de AOW. Er komt geen WIA-uitkering."
    return f"Het ziekengeld {stops} na {with_weekday(last)}. Door de AOW komt er geen WIA-uitkering."
