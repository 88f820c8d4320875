"""Answering a form in the JSON shape of the interface, with the receipt of what the answer rests on."""

from __future__ import annotations

from datetime import date
from typing import Any

from calculators.frame.calculator import Answered, Calculator, Values
from calculators.frame.receipt import receipt_json
from calculators.frame.result import Result
from calculators.frame.version import version
from calculators.law.parameters import cited
from calculators.registry import known_keys

Json = dict[str, Any]


def answer(one: Calculator, values: Values, today: date, private: Values | None = None) -> Answered:
    """Answer with the JSON of the interface and what it was made from. Never raises for bad input.

    ``private`` holds the values of private fields when ``values`` come from a link (see `Form.parse`).
    """
    has_foreign_keys = not values.keys() <= {one_field.key for one_field in one.form.fields}
    parsed = one.form.parse(values, today, known_keys() if has_foreign_keys else (), private)
    found: Json = {
        "rekenhulp": one.name,
        "peildatum": parsed.reference_day.isoformat(),
        "invoer": dict(parsed.given),
        "standaard": dict(parsed.defaults),
        "onbekend": list(parsed.unknown),
        "fouten": [{"veld": error.key, "code": error.code, "tekst": error.text} for error in parsed.errors],
        "stappen": [],
        "waarschuwingen": [],
        "bronnen": {},
        "bon": {"versie": version(), "cijfers": {}},  # nothing was computed yet
    }
    if parsed.input is None:
        return Answered(one, parsed, None, found)
    result = one.calculate(parsed.input)
    found |= _answered(one, result, parsed.reference_day)
    return Answered(one, parsed, result, found)


def _answered(one: Calculator, result: Result[Any], reference_day: date) -> Json:
    """Return what an answer adds. The outcome comes first: its texts ask the law too, and that is named as well."""
    outcome = one.to_json(result.outcome) | {"niet_berekend": _not_computed(result)}
    steps = [{"tekst": step.text, "bronnen": list(step.sources)} for step in result.steps]
    cautions = [*result.warnings, *(result.law.cautions() if result.law else ())]
    warnings = [{"code": one.code, "tekst": one.text, "bronnen": list(one.sources)} for one in cautions]
    return {
        "hoofdzin": result.headline,
        "uitkomst": outcome,
        "stappen": steps,
        "waarschuwingen": warnings,
        "bronnen": cited(outcome, steps, warnings),
        "bon": receipt_json(reference_day, result.law.receipt() if result.law else ()),
    }


def _not_computed(result: Result[Any]) -> list[Json]:
    return [
        {
            "code": item.code,
            "tekst": item.text,
            "van": item.first and item.first.isoformat(),
            "tot": item.last and item.last.isoformat(),
            "vraag_aan": item.ask,
        }
        for item in result.not_computed
    ]
