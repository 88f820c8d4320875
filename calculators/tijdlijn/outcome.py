"""The timeline as JSON (interface 2.1), as calendar items, and as the values of its picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.frame.calculator import DownloadFile
from calculators.frame.calendar_file import Event, calendar_file
from calculators.frame.chart import Band, Bar, Chart, Layout, Pin, lying, upright
from calculators.frame.dates import DAYS_IN_WEEK, days_after, in_words, with_weekday
from calculators.tijdlijn.rules import Milestone, Timeline
from calculators.tijdlijn.wording import Wording, wording

Json = dict[str, Any]
ACTIONS_SHOWN = 3


def to_json(timeline: Timeline) -> Json:
    """Return ``uitkomst``."""
    end = timeline.ends
    last_start = timeline.last_start_of_placement
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
        "veilig_contract": end.first_wia_day.isoformat(),
        "nu_te_doen": list(_next_actions(timeline)),
    }


def _next_actions(timeline: Timeline) -> Iterator[Json]:
    """Yield the next three things to do for the chosen role; a coach sees those of everybody."""
    role, day = timeline.case.rol, timeline.case.peildatum
    coming = sorted((one for one in timeline.milestones if one.last >= day), key=lambda one: one.last)
    found = 0
    for one in coming:
        text = wording(one.kind, has_employer=timeline.case.has_employer, law=timeline.law.on(day))
        doing = {party: what for party, what in text["doen"].items() if role in (party, "begeleider")}
        if doing and found < ACTIONS_SHOWN:
            found += 1
            yield {
                "id": one.id,
                "voor": (one.working_day_before or one.last).isoformat(),
                "titel": text["titel"],
                "doen": doing,
            }


def _milestone(one: Milestone, timeline: Timeline) -> Json:
    text = wording(one.kind, has_employer=timeline.case.has_employer, law=timeline.law.on(timeline.case.peildatum))
    when: Json = (
        {"van": one.first.isoformat(), "tot": one.last.isoformat()}
        if one.is_window
        else {"datum": one.first.isoformat()}
    )
    before = one.working_day_before
    return {
        "id": one.id,
        "titel": text["titel"] + _number(one),
        **when,
        **({"werkdag_ervoor": before.isoformat()} if before else {}),
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


def calendar(timeline: Timeline, chosen: Collection[str] | None) -> DownloadFile:
    """Return the calendar file with every milestone, or with the chosen ones."""
    events = [_event(one, timeline) for one in timeline.milestones if chosen is None or one.id in chosen]
    case = timeline.case
    return DownloadFile(
        name="spoorwijzer-tijdlijn.ics",
        media_type="text/calendar;charset=utf-8",
        content=calendar_file(events, case=f"tijdlijn/{case.eerste_ziektedag}", made_on=case.peildatum),
    )


def _event(one: Milestone, timeline: Timeline) -> Event:
    """Return the calendar item of a milestone. Its title is neutral: a diary is often seen by others."""
    text = wording(one.kind, has_employer=timeline.case.has_employer, law=timeline.law.on(timeline.case.peildatum))
    title = _NEUTRAL_TITLES.get(one.kind) or text["titel"]
    return Event(
        key=one.id,
        first=one.first,
        last=one.last,
        title=f"{title}{_number(one)} (re-integratie)",
        text=_event_text(one, text),
    )


def _number(one: Milestone) -> str:
    """Return `` 3`` for the third of a row of milestones, and nothing for a single one."""
    return one.id.removeprefix(one.kind).replace("-", " ")


def _event_text(one: Milestone, text: Wording) -> str:
    before = one.working_day_before
    shift = f" Dit is een vrije dag: de laatste werkdag ervoor is {in_words(before)}." if before else ""
    return f"{text['toelichting']}{shift}\nZekerheid: {text['zekerheid']}."


_NEUTRAL_TITLES = {
    "ezwb": "Beoordeling na het eerste jaar bij UWV",
    "einde-opzegverbod": "Eerste dag zonder opzegverbod",
}


def drawing(timeline: Timeline) -> dict[str, Layout]:
    """Return the picture laid out lying down and upright."""
    chart = picture(timeline)
    return {"liggend": lying(chart), "staand": upright(chart)}


def picture(timeline: Timeline) -> Chart:
    """Return the track of the illness with its bands, bars and pins, ready to be laid out."""
    case, end = timeline.case, timeline.ends
    start = end.period.first_day
    half = end.period.end_of_week(timeline.law.number("wachttijd.weken") // 2)
    full = end.period.end_of_week(timeline.law.number("wachttijd.weken"))
    bands = [Band("Ziektejaar 1", start, half, "een"), Band("Ziektejaar 2", days_after(half, 1), full, "twee")]
    if end.extension is not None:
        bands.append(Band("Verlenging", days_after(full, 1), end.extension, "extra"))
    if end.application_delay:
        begin = days_after(end.before_sanction, 1 - end.application_delay)
        bands.append(Band("Late aanvraag", begin, end.before_sanction, "extra"))
    if end.sanction is not None:
        bands.append(Band("Loonsanctie", days_after(end.before_sanction, 1), end.sanction, "extra"))
    last = _last_day_shown(timeline)
    bars = [
        Bar(_BAR_NAMES[name], stay.first, min(stay.last, last), name) for name, stay in timeline.stays.by_form.items()
    ]
    bars += [Bar("hersteld", pause.first, pause.last, "pauze") for pause in end.period.interruptions]
    bars += [Bar("verlof", pause.first, pause.last, "pauze") for pause in end.period.leave]
    first = min([start, *(bar.first for bar in bars)])
    pins = []
    for one in timeline.milestones:
        if one.kind not in _NOT_PINNED and first <= one.first <= last:
            text = wording(one.kind, has_employer=case.has_employer, law=timeline.law.on(case.peildatum))
            pins.append(
                Pin(one.id, one.last if one.is_window else one.first, _SHORT_TITLES.get(one.kind) or text["titel"])
            )
    return Chart(
        first=first,
        last=last,
        today=case.peildatum,
        bands=tuple(bands),
        bars=tuple(bars),
        pins=tuple(pins),
    )


def _last_day_shown(timeline: Timeline) -> date:
    """Return the end of the picture: a few weeks after the last end, with room for a contract."""
    end = timeline.ends
    ends = [end.first_wia_day, end.dismissal_allowed, end.wages]
    ends += [stay.last for name, stay in timeline.stays.by_form.items() if name != "in-dienst"]
    if timeline.case.in_dienst is not None:
        ends.append(days_after(timeline.case.in_dienst, 8 * DAYS_IN_WEEK))
    return days_after(max(ends), 2 * DAYS_IN_WEEK)


_NOT_PINNED = frozenset({"evaluatie-plan", "werkervaringsplaats-evaluatie", "no-risk-einde", "lkv-einde"})
_BAR_NAMES = {
    "werkervaringsplaats": "werkervaringsplaats",
    "detachering": "detachering",
    "proefplaatsing": "proefplaatsing",
    "in-dienst": "contract",
}
_SHORT_TITLES = {
    "probleemanalyse": "Probleemanalyse",
    "tweede-spoor-uiterlijk": "Tweede spoor uiterlijk",
    "brief-uwv-wia": "Brief van UWV",
    "besluit-loonsanctie": "Besluit loonsanctie",
    "einde-wachttijd": "Einde wachttijd",
    "einde-loonsanctie": "Einde loonsanctie",
    "einde-loondoorbetaling": "Einde loon",
    "einde-opzegverbod": "Einde opzegverbod",
    "einde-dienstverband": "Einde contract",
    "no-risk-peildag": "Peildag no-risk",
    "werkervaringsplaats-start": "Start werkervaringsplaats",
    "werkervaringsplaats-einde": "Einde werkervaringsplaats",
    "detachering-start": "Start detachering",
    "detachering-einde": "Einde detachering",
    "proefplaatsing-aanvraag": "Aanvraag proefplaatsing",
    "proefplaatsing-start": "Start proefplaatsing",
    "proefplaatsing-einde": "Einde proefplaatsing",
    "in-dienst": "Nieuw contract",
    "lkv-doelgroepverklaring": "Doelgroepverklaring",
    "ezwb": "Beoordeling UWV",
}


def lines(outcome: Json) -> Iterator[str]:
    """Yield each milestone of ``uitkomst`` as a line to read, with its days and how certain it is."""
    for one in outcome["mijlpalen"]:
        first, last = one.get("datum") or one["van"], one.get("datum") or one["tot"]
        when = with_weekday(date.fromisoformat(first))
        if last != first:
            when += f" tot en met {with_weekday(date.fromisoformat(last))}"
        if "werkdag_ervoor" in one:
            when += f" (laatste werkdag ervoor: {with_weekday(date.fromisoformat(one['werkdag_ervoor']))})"
        yield f"  {when}: {one['titel']} [{one['zekerheid']}]"
