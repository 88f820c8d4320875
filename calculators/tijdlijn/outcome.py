"""The timeline as JSON (interface 2.1), and as lines to read on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from calculators.frame.dates import with_weekday
from calculators.frame.terms import SPOKEN_TO_AS
from calculators.law.contract_cautions import safe_days_in_words
from calculators.law.no_risk import safe_day_of
from calculators.tijdlijn.milestones import Milestone
from calculators.tijdlijn.rules import Timeline
from calculators.tijdlijn.wording import day_in_words, deadline_in_words, row_of, text_of

Json = dict[str, Any]
ACTIONS_SHOWN = 3


def to_json(timeline: Timeline) -> Json:
    """Return ``uitkomst``."""
    end = timeline.ends
    last_start = timeline.last_start_of_placement
    safe = safe_day_of(timeline.case, end, timeline.law)
    return {
        "wachttijd": {
            "eerste_dag": end.period.first_day.isoformat(),
            "laatste_dag": end.waiting_period.isoformat(),
            "eerste_wia_dag": end.first_wia_day.isoformat(),
            "week_nu": timeline.week_now,
            "dagen_te_gaan": timeline.days_to_go,
        },
        "mijlpalen": [_milestone(one, timeline) for one in timeline.milestones],
        "urenopbouw": [
            {
                "week": week.number,
                "van": week.first.isoformat(),
                "tot": week.last.isoformat(),
                "uren": _plain(week.hours),
            }
            for week in timeline.hours
        ],
        "ruimte": {
            "laatste_start_werkervaringsplaats": last_start and last_start.isoformat(),
            "vroegste_contract": end.first_wia_day.isoformat(),
        },
        "veilig_contract": safe and safe.isoformat(),
        "veilig_contract_in_woorden": safe_days_in_words(timeline.case, end, timeline.law) or None,
        "nu_te_doen": list(next_actions(timeline)),
    }


def next_actions(timeline: Timeline) -> Iterator[Json]:
    """Yield the next three things to do for the chosen role; a coach sees those of everybody."""
    role, day = SPOKEN_TO_AS.get(timeline.case.rol, timeline.case.rol), timeline.case.peildatum
    coming = sorted((one for one in timeline.milestones if one.last >= day), key=lambda one: one.last)
    asked = (one for one in coming if any(role in (party, "begeleider") for party in row_of(one, timeline)["doen"]))
    for one in islice(asked, ACTIONS_SHOWN):
        text = text_of(one, timeline)
        yield {
            "id": one.id,
            "voor": one.day_to_act(day).isoformat(),
            "dag_zelf": one.last.isoformat(),
            "voor_in_woorden": deadline_in_words(one, timeline),
            "titel": text["titel"],
            "doen": {party: what for party, what in text["doen"].items() if role in (party, "begeleider")},
        }


def _milestone(one: Milestone, timeline: Timeline) -> Json:
    text = text_of(one, timeline)
    when: Json = (
        {"van": one.first.isoformat(), "tot": one.last.isoformat()}
        if one.is_window
        else {"datum": one.first.isoformat()}
    )
    before = one.working_day_before
    return {
        "id": one.id,
        "titel": text["titel"] + one.number,
        **when,
        **({"werkdag_ervoor": before.isoformat()} if before else {}),
        **({"handel_op": one.day_to_act(timeline.case.peildatum).isoformat()} if one.is_deadline else {}),
        "dag_in_woorden": day_in_words(one, timeline),
        "komt": one.last >= timeline.case.peildatum,
        "week": one.week,
        "wie": list(text["wie"]),
        "zekerheid": text["zekerheid"],
        "toelichting": text["toelichting"],
        "doen": dict(text["doen"]),
        "gemist": text["gemist"],
        "bronnen": list(text["bronnen"]),
    }


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def lines(outcome: Json) -> Iterator[str]:
    """Yield each milestone of ``uitkomst`` as a line to read, with its days and how certain it is."""
    for one in outcome["mijlpalen"]:
        when = one["dag_in_woorden"]
        if "werkdag_ervoor" in one and one.get("handel_op") != one["werkdag_ervoor"]:
            when += f" (laatste werkdag ervoor: {with_weekday(date.fromisoformat(one['werkdag_ervoor']))})"
        yield f"  {when}: {one['titel']} [{one['zekerheid']}]"
