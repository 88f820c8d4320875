"""The answer about the transition payment as JSON, and as lines for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.frame.dates import MONTHS_IN_YEAR, Period, day_to_act_in_words, with_weekday
from calculators.frame.money import euros, to_cent
from calculators.transitievergoeding.amounts import Amount
from calculators.transitievergoeding.explanation import duration_in_words
from calculators.transitievergoeding.rules import Payment
from calculators.transitievergoeding.saying import allowed_from, said


def to_json(found: Payment) -> dict[str, Any]:
    """Return ``uitkomst``."""
    back, end = found.compensation, found.end
    return {
        "recht": found.right,
        "reden": found.reason or None,
        "slapend": found.sleeps,
        "loon": {
            "per_maand": _amount(found.wage.month),
            "onderdelen": {
                "loon": _amount(found.wage.base),
                "vakantiegeld": _amount(found.wage.holiday_pay),
                "eindejaarsuitkering": _amount(found.wage.year_end),
                "toeslagen": _amount(found.wage.allowances),
                "bonus": _amount(found.wage.bonus),
            },
        },
        "contracten_mee": [_period(one) for one in found.counted],
        "contracten_niet_mee": [_period(one) for one in found.left_out],
        "bij_einde": _ending(found.at_the_end),
        "ziekte_voor_contract": found.ill_before_contract,
        "na_twee_jaar_geldt": found.after_two_years and not found.aow_before_two_years,
        "na_twee_jaar": found.after_two_years and _ending(found.after_two_years),
        "zodra_opzeggen_mag": found.when_allowed and _ending(found.when_allowed),
        "opzeggen_kop": end and allowed_from(found),
        "opzeggen_vanaf": end and end.dismissal_allowed.isoformat(),
        "vergoeding_uwv": back
        and {
            "recht": back.right,
            "reden": back.reason or None,
            "minstens": _amount(back.least),
            "hoogstens": _amount(back.most),
            "kan_meer_zijn": back.at_least,
            "niet_terug": back.not_back
            and {"minstens": _amount(back.not_back[0]), "hoogstens": _amount(back.not_back[1])},
            "aanvragen_uiterlijk": back.ask_by and back.ask_by.isoformat(),
            "aanvragen_handel_op": found.ask_act_on and found.ask_act_on.isoformat(),
            "aanvragen_in_woorden": _day_to_act_in_words(found.ask_act_on, back.ask_by),
            "uitleg": said(found, "vergoed", back.reason or "ja"),
        },
        "rente_vanaf": found.interest_from and found.interest_from.isoformat(),
        "kantonrechter_uiterlijk": found.court_by and found.court_by.isoformat(),
        "kantonrechter_handel_op": found.court_act_on and found.court_act_on.isoformat(),
        "kantonrechter_in_woorden": _day_to_act_in_words(found.court_act_on, found.court_by),
        "vragen": list(_questions(found)),
    }


def _amount(value: Fraction) -> str:
    return str(to_cent(value))


def _day_to_act_in_words(act: date | None, last: date | None) -> str | None:
    return None if act is None or last is None else day_to_act_in_words(act, last)


def _period(one: Period) -> dict[str, str]:
    return {"van": one.first.isoformat(), "tot": one.last.isoformat()}


def _ending(one: Amount) -> dict[str, Any]:
    years, months = divmod(one.duration.months, MONTHS_IN_YEAR)
    return {
        "datum": one.last_day.isoformat(),
        "jaren": years,
        "maanden": months,
        "dagen": one.duration.days,
        "duur": duration_in_words(one.duration),
        "zonder_maximum": _amount(one.full),
        "maximum": None if one.maximum is None else _amount(one.maximum),
        "begrensd": one.limited,
        "minstens": one.at_least,
        "voor_kosten": _amount(one.gross),
        "voor_kosten_minstens": one.bounded,
        "bedrag": _amount(one.due),
    }


def _questions(found: Payment) -> Iterator[str]:
    """Yield sentences ready to send: the employer asks UWV, the employee of a sleeping contract the employer."""
    back = found.compensation
    if back is not None and back.right != "nee":
        yield said(found, "vraag", "uwv")
    if found.sleeps:
        yield said(found, "vraag", "werkgever")


def lines(outcome: dict[str, Any]) -> Iterator[str]:
    """Yield ``uitkomst`` as lines to read."""
    ending, then, back = outcome["bij_einde"], outcome["na_twee_jaar"], outcome["vergoeding_uwv"]
    yield f"Loon per maand: {_euros(outcome['loon']['per_maand'])}."
    yield f"In dienst: {ending['duur']}."
    if outcome["recht"] != "nee":
        yield f"Transitievergoeding op {_day(ending['datum'])}: {_least(ending)}{_euros(ending['bedrag'])}."
    if then:
        yield f"{outcome['opzeggen_kop']} {_day(outcome['opzeggen_vanaf'])}."
    if then and outcome["na_twee_jaar_geldt"]:
        bound = "minstens " if then["voor_kosten_minstens"] else ""
        yield f"Bedrag op de dag na twee jaar ziekte, {_day(then['datum'])}: {bound}{_euros(then['voor_kosten'])}."
    if back:
        bound = "een bedrag van minstens " if back["kan_meer_zijn"] else ""
        yield f"UWV vergoedt hoogstens {bound}{_euros(back['hoogstens'])}. {back['uitleg']}"
        if back["recht"] != "nee" and back["aanvragen_uiterlijk"]:
            yield f"Aanvragen bij UWV: uiterlijk {back['aanvragen_in_woorden']}."
    if outcome["kantonrechter_uiterlijk"]:
        yield f"Naar de kantonrechter: uiterlijk {outcome['kantonrechter_in_woorden']}."
    if outcome["vragen"]:
        yield "Vraag dit:"
        yield from (f"  - {question}" for question in outcome["vragen"])


def _least(ending: dict[str, Any]) -> str:
    return "minstens " if ending["minstens"] else ""


def _euros(amount: str) -> str:
    return euros(Decimal(amount))


def _day(day: str) -> str:
    return with_weekday(date.fromisoformat(day))
