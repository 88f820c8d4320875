"""Wie betaalt wat: which party pays what in each period, from the first sick day to a new contract.

Law: BW 7:629 (wage), Wet minimumloon 7-8, Wfsv (premiums), Wtl 2.6-2.13 (LKV), Wet OB (VAT). Not computed: net pay,
pensions, insurance, benefits (only as filled in), transition payment.
"""

from __future__ import annotations

from calculators.frame.calculator import Calculator
from calculators.wie_betaalt_wat.explanation import calculate
from calculators.wie_betaalt_wat.form import FORM
from calculators.wie_betaalt_wat.outcome import lines, table, to_json
from calculators.wie_betaalt_wat.picture import drawing

CALCULATOR = Calculator(
    name="wie-betaalt-wat",
    title="Wie betaalt wat",
    question="Wie betaalt wat, en wanneer?",
    form=FORM,
    calculate=calculate,
    to_json=to_json,
    lines=lines,
    example={
        "eerste-ziektedag": "2025-03-03",
        "bruto-maandloon": "3000",
        "uren-per-week": "40",
        "werkervaringsplaats-start": "2026-03-09",
        "detachering-start": "2026-05-04",
        "detachering-einde": "2026-07-26",
        "plaats-uren-per-week": "24",
        "inleenvergoeding": "12",
        "inleenvergoeding-soort": "per-uur",
        "reis-km": "10",
        "reis-dagen": "3",
        "nieuw-maandloon": "3000",
    },
    drawing=drawing,
    files={"csv": table},
)
