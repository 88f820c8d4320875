"""The sentences of the transition payment with the days and amounts of a case in them."""

from __future__ import annotations

from fractions import Fraction

from calculators.frame.dates import Period, days_after, in_words, with_weekday
from calculators.frame.money import euros
from calculators.frame.tables import Table, table
from calculators.law.wachttijd import Ends
from calculators.transitievergoeding.rules import LAST_DAY_OF_OLD_GAPS, Payment


def wording() -> Table:
    return table("transitievergoeding/wording.toml")


def values_in_words(found: Payment) -> dict[str, str]:
    """Return the days and amounts of the case in words, by the name that a text has for them."""
    case, back = found.case, found.compensation
    not_back = back and back.not_back
    later, two_years = found.when_allowed, found.after_two_years
    ends = [one for one in (later, two_years) if one is not None]
    limit = min((one.gross for one in ends), default=Fraction(0))
    bounded = any(one.at_least for one in ends)
    named = {
        "einde": with_weekday(found.at_the_end.last_day),
        "bedrag": ("minstens " if found.at_the_end.at_least else "") + euros(found.at_the_end.due),
        "dag_zonder_maximum": " en ".join(with_weekday(day) for day in found.days_without_maximum),
        "opzeggen": found.end and with_weekday(found.end.dismissal_allowed),
        "aow": case.aow_datum and with_weekday(case.aow_datum),
        "ziek": found.end and _first_sick_day(found, found.end),
        "tekort": f"{'minstens ' if found.at_the_end.at_least else ''}{euros(found.underpaid)}",
        "twee_jaar": found.after_two_years and in_words(found.after_two_years.last_day),
        "zodra": found.when_allowed and euros(found.when_allowed.due),
        "straks": later and ("minstens " if later.at_least else "") + euros(later.due),
        "straks_terug": later and ("minstens " if bounded else "") + euros(limit),
        "terug": back and euros(back.most),
        "terug_dan": back and ("een bedrag van minstens " if back.at_least else "") + euros(back.most),
        "verschil": not_back and _between(*not_back),
        "vraag_voor": back and back.ask_by and with_weekday(back.ask_by),
        "rente": found.interest_from and in_words(found.interest_from),
        "rechter": found.court_by and with_weekday(found.court_by),
        "maanden": str(found.law.number("transitievergoeding.tussenpoos_maanden", case.last_day)),
        "maanden_oud": str(found.law.number("transitievergoeding.tussenpoos_maanden", LAST_DAY_OF_OLD_GAPS)),
        "perioden": _periods(found.left_out),
        "twijfel": _periods(found.doubtful),
    }
    return {name: text for name, text in named.items() if text}


def _first_sick_day(found: Payment, end: Ends) -> str:
    """Return the day from which the two years count, with the recovery or the leave after which it came."""
    day = in_words(end.period.first_day)
    for name, pauses in (("herstel", found.case.onderbrekingen), ("verlof", found.case.verlof)):
        for pause in pauses:
            if end.period.restarts and days_after(pause.last, 1) == end.period.first_day:
                return f"{day}, na {name} van {in_words(pause.first)} tot en met {in_words(pause.last)}"
    return day


def _periods(periods: tuple[Period, ...]) -> str:
    return "; ".join(f"{in_words(one.first)} tot en met {in_words(one.last)}" for one in periods)


def _between(least: Fraction, most: Fraction) -> str:
    return euros(least) if least == most else f"{euros(least)} tot {euros(most)}"


def said(found: Payment, group: str, code: str) -> str:
    """Return a text of the table with the values of the case in it."""
    more = " De vergoeding kan meer zijn." if found.at_the_end.at_least else ""
    ready = {"grootte": _size(found), "meer": more}
    return str(wording()[group][code]).format(**ready, **values_in_words(found))


def allowed_from(found: Payment) -> str:
    """Return what is said of the first day without the ban: notice is no way out for a contract that runs out."""
    return str(wording()["opzeggen"]["afloop" if found.case.einde_door == "afloop" else "mag"])


def _size(found: Payment) -> str:
    return str(wording()["let-op"][f"compensatie-plan-{found.case.werkgever_grootte}"])
