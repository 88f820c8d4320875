"""The texts of milestones, from ``milestones.toml``, with the figures of the day whose law made the milestone."""

from __future__ import annotations

from datetime import date
from typing import Any

from calculators.frame.dates import day_to_act_in_words, days_after, shortly, with_weekday
from calculators.law.benefits import last_benefit_day
from calculators.law.book import Law
from calculators.law.contract_cautions import safe_days_in_words
from calculators.law.late_application import right_from_later
from calculators.law.no_risk import CHECK_DAY, CHECK_DAY_IS_OPEN, OWN_RISK, after_the_wait
from calculators.law.wording import FIGURE, with_figures
from calculators.tijdlijn.milestones import (
    AFTER_AOW,
    AFTER_WAIT,
    ILL_AFTER_AOW,
    WIA_FOLLOWS,
    Milestone,
    row,
)
from calculators.tijdlijn.rules import Timeline

Wording = dict[str, Any]
LAST_DAY_BY = {"wet": "wet", "uwv-norm": "UWV"}
"""Who says what the last day is, where a working day before it is the day to act; of others it is the day itself."""


def text_of(one: Milestone, timeline: Timeline) -> Wording:
    """Return the texts of a milestone of a timeline."""
    texts = _with_figures(row_of(one, timeline), timeline.law_of(one))
    if one.id == "no-risk-peildag":
        safe = safe_days_in_words(timeline.case, timeline.ends, timeline.law)
        when = f"Dat is {safe}." if safe else "Vraag UWV vanaf welke dag dat is."
        doing = {party: f"{what} {when}" for party, what in texts["doen"].items()}
        return texts | {"toelichting": f"{texts['toelichting']}{_what_is_open(timeline)}", "doen": doing}
    if one.id != "eerste-wia-dag":
        return texts
    later = right_from_later(timeline.case, timeline.ends, timeline.law)
    return texts | {"toelichting": " ".join((texts["toelichting"], *later))}


def row_of(one: Milestone, timeline: Timeline) -> Wording:
    """Return the row of a milestone of a timeline, without its figures: ``kort`` and ``wie`` have none."""
    return row(one.kind, has_employer=timeline.has_employer_at(one), variant=_variant(one, timeline))


def _what_is_open(timeline: Timeline) -> str:
    """Return that another day can be the check day, and why; empty where there is no doubt."""
    that_day = after_the_wait(timeline.case.illness, timeline.ends)
    cause = that_day.cause
    if cause == CHECK_DAY:
        return f" Hier is niet zeker dat het deze dag is: het contract eindigt in extra loontijd. {CHECK_DAY_IS_OPEN}"
    if cause == OWN_RISK:
        return (
            " Was de laatste werkgever eigenrisicodrager voor de Ziektewet? Dan ligt deze dag later, door "
            f"{that_day.longer_by}."
        )
    return ""


def _variant(one: Milestone, timeline: Timeline) -> str:
    """Return what the table says otherwise of the AOW, and of the last day of a contract; else nothing.

    With the AOW by then there is no sick pay after the contract (ZW 29(4)); who falls ill after it has some (29(5)).
    On the last day of that period there is still sick pay to report for (ZW 29(2)(c), 38(2)); after it no more (29(5)).
    The WIA follows the contract only where that had lengthened the wage, and where there can be a WIA on that day.
    """
    case, end = timeline.case, timeline.ends
    if one.id == "aow":
        after = one.first <= end.period.first_day and not timeline.has_employer_at(one)
        return ILL_AFTER_AOW if after else ""
    if one.id != "einde-dienstverband":
        return ""
    if one.last <= end.waiting_period:
        no_sick_pay = case.aow_datum is not None and last_benefit_day("ZW", case, end, timeline.law) <= one.last
        return AFTER_AOW if no_sick_pay else ""
    first = [other.first for other in timeline.milestones if other.id == "eerste-wia-dag"]
    later = tuple(right_from_later(timeline.case, timeline.ends, timeline.law))
    return WIA_FOLLOWS if first == [days_after(one.last, 1)] and not later else AFTER_WAIT


def wording(kind: str, *, has_employer: bool, law: Law, variant: str = "") -> Wording:
    """Return the texts of a milestone, with the figures of the day at which ``law`` is open.

    ``titel``, ``neutraal`` (its title in a diary) and ``kort`` (in the picture; empty when not pinned there), ``wie``,
    ``zekerheid``, ``bronnen``, ``toelichting``, ``doen`` and ``gemist``.
    """
    return _with_figures(row(kind, has_employer=has_employer, variant=variant), law)


def _with_figures(written: Wording, law: Law) -> Wording:
    texts = {"neutraal": written["titel"], "kort": ""} | written
    return {key: _filled(value, law) for key, value in texts.items() if key not in ("vervalt", "uiterlijk")}


def deadline_in_words(one: Milestone, timeline: Timeline) -> str:
    """Return ``vrijdag 18 december 2026 (wet: zondag 20)``: the day to act, with the last day beside it."""
    return _with_last_day(one, one.day_to_act(timeline.case.peildatum), timeline)


def day_in_words(one: Milestone, timeline: Timeline) -> str:
    """Return the day as every part of the answer says it; of a window its first day too."""
    words = _with_last_day(one, one.day_shown(timeline.case.peildatum), timeline)
    return f"{with_weekday(one.first)} tot en met {words}" if one.is_window else words


def day_in_short(one: Milestone, timeline: Timeline) -> str:
    """Return the day for the picture: ``vr 18 dec 2026``."""
    return shortly(one.day_shown(timeline.case.peildatum))


def _with_last_day(one: Milestone, day: date, timeline: Timeline) -> str:
    said_by = row(one.kind, has_employer=timeline.has_employer_at(one))["zekerheid"] if one.is_deadline else ""
    return day_to_act_in_words(day, one.last, LAST_DAY_BY.get(said_by, "de dag zelf"))


def _filled(value: Any, law: Law) -> Any:
    """Replace ``{{ figure }}`` in a text, or in the texts of a table, by its value."""
    if isinstance(value, dict):
        return {key: _filled(part, law) for key, part in value.items()}
    if isinstance(value, str) and FIGURE.search(value):
        return with_figures(value, law)
    return value
