"""The income after 104 weeks as JSON, and as lines for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.frame.dates import with_weekday
from calculators.frame.money import euros, number_in_words, to_cent
from calculators.inkomen_na_104_weken import rules
from calculators.inkomen_na_104_weken.explanation import name_of, name_of_phase, without_benefit
from calculators.inkomen_na_104_weken.formulas import formula
from calculators.inkomen_na_104_weken.phases import Amounts, Phase, how_long
from calculators.inkomen_na_104_weken.saying import wording
from calculators.inkomen_na_104_weken.situations import Income, Outcome
from calculators.inkomen_na_104_weken.work import Row, Work, tenths, work

UITKERING = {"wga": "WGA", "iva": "IVA", "ww": "WW"}
"""The key ``uitkering`` of who pays what, by the kind of an outcome."""


def to_json(found: Income) -> dict[str, Any]:
    """Return ``uitkomst``."""
    only = found.outcomes[0] if len(found.outcomes) == 1 else None
    capacity = only.capacity if only else None
    counts = capacity is not None and not capacity.free
    paid = work(found)
    return {
        "eerste_dag": found.wia_day and found.wia_day.isoformat(),
        "loon": {
            "per_maand": _amount(found.wage.uncapped),
            "voor_uitkering": _amount(found.wage.month),
            "begrensd": found.wage.month != found.wage.uncapped,
            "maximum_bekend": found.wage.maximum_known,
        },
        "inkomen_uit_werk": _amount(found.counted_for(only.kind) if only else found.income),
        "arbeidsongeschiktheid": None if found.disability is None else number_in_words(to_cent(found.disability)),
        "restverdiencapaciteit": _amount(capacity.month) if counts and capacity else None,
        "inkomenseis": _amount(rules.required_income(capacity, found.law)) if counts and capacity else None,
        "uitkomsten": [
            {
                "id": one.id,
                "naam": name_of(one, found),
                "fasen": [_phase(found, one, phase) for phase in one.phases],
                "zonder_uitkering": None if one.phases else without_benefit(found),
            }
            for one in found.outcomes
        ],
        "werk": paid and _work(paid),
        "overnemen": _taken_along(found, only),
    }


def _amount(value: Fraction | None) -> str | None:
    return None if value is None else str(to_cent(value))


def _months(value: Fraction) -> str:
    return number_in_words(value)


def _phase(found: Income, outcome: Outcome, phase: Phase) -> dict[str, Any]:
    return {
        "soort": phase.kind,
        "naam": name_of_phase(phase),
        "vanaf_maand": {"minstens": _months(phase.first_month.least), "hoogstens": _months(phase.first_month.most)},
        "hoe_lang": how_long(phase),
        "tot_maand": phase.until and {"minstens": _months(phase.until.least), "hoogstens": _months(phase.until.most)},
        "van": phase.first and phase.first.isoformat(),
        "tot": phase.last and {"minstens": phase.last[0].isoformat(), "hoogstens": phase.last[1].isoformat()},
        "zonder_werk": _between(phase.without_work, Fraction(0)),
        "met_werk": None
        if phase.with_work is None
        else _between(phase.with_work, found.counted_for(phase.kind) or Fraction(0)),
        "formule": formula(found, outcome, phase),
        "bronnen": list(wording()["bronnen"][phase.kind]),
    }


def _between(amounts: Amounts, income: Fraction) -> dict[str, Any]:
    totals = [None if one is None else one + income for one in (amounts.least, amounts.most)]
    return {
        "soorten": list(amounts.kinds),
        "minstens": _amount(amounts.least),
        "hoogstens": _amount(amounts.most),
        "totaal_minstens": _amount(totals[0]),
        "totaal_hoogstens": _amount(totals[1]),
    }


def _work(paid: Work) -> dict[str, Any]:
    return {
        "per_uur": _amount(paid.hour),
        "van_nieuw_werk": paid.own_hour,
        "eis": _amount(paid.required),
        "grens": paid.jump
        and {"loon": _amount(paid.jump[0]), "ervoor": _amount(paid.jump[1]), "erna": _amount(paid.jump[2])},
        "rijen": [_row(row) for row in paid.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "uren": number_in_words(tenths(row.hours)),
        "plek": " ".join(row.places) or None,
        "loon": _amount(row.wage),
        "eerst_uitkering": _amount(row.first),
        "eerst_totaal": None if row.first is None else _amount(row.wage + row.first),
        "daarna_uitkering": _amount(row.after),
        "daarna_totaal": None if row.after is None else _amount(row.wage + row.after),
    }


def _taken_along(found: Income, only: Outcome | None) -> dict[str, str] | None:
    """Return the keys of who pays what that this answer fills in: the benefit from the third month on.

    None where it is not known whether there is that benefit.
    """
    if only is None or not only.phases or (found.case.doubts_weeks and only.kind in ("wga", "ww")):
        return None
    phase = next((one for one in only.phases if one.kind in ("wga-loongerelateerd", "ww", "iva")), only.phases[-1])
    alone, beside = phase.without_work, phase.with_work
    if alone.least is None or alone.least != alone.most:
        return None
    keys = {"uitkering": UITKERING[only.kind], "uitkering-per-maand": str(to_cent(alone.least))}
    if beside is not None and beside.least is not None and beside.least == beside.most:
        keys["uitkering-naast-werk"] = str(to_cent(beside.least))
    return keys


def lines(outcome: dict[str, Any]) -> Iterator[str]:
    """Yield ``uitkomst`` as lines to read."""
    if outcome["eerste_dag"]:
        yield f"De WIA kan beginnen op {with_weekday(date.fromisoformat(outcome['eerste_dag']))}."
    for one in outcome["uitkomsten"]:
        yield f"{one['naam']}:" + (f" {one['zonder_uitkering']}" if one["zonder_uitkering"] else "")
        for phase in one["fasen"]:
            alone = _range(phase["zonder_werk"], "minstens", "hoogstens")
            yield f"  - {phase['naam']}, {phase['hoe_lang']}: {alone}" + (
                f"; met werk samen {_range(phase['met_werk'], 'totaal_minstens', 'totaal_hoogstens')}."
                if phase["met_werk"]
                else "."
            )
    if outcome["werk"]:
        yield "Loont werken? Uren per week: loon + uitkering."
        for row in outcome["werk"]["rijen"]:
            total = row["daarna_totaal"] or row["eerst_totaal"]
            if total:
                yield f"  - {row['uren']} uur: {_euros(row['loon'])}, samen {_euros(total)}."


def _range(amounts: dict[str, Any], least: str, most: str) -> str:
    if amounts[least] is None:
        return "nog niet bekend"
    if amounts[least] == amounts[most]:
        return _euros(amounts[least])
    return f"{_euros(amounts[least])} tot {_euros(amounts[most])}"


def _euros(amount: str) -> str:
    return euros(Decimal(amount))
