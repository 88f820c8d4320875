"""Tijdlijn: which day comes when in a long illness, from the first sick day to a new contract.

Law: Wet WIA 23-25 and 64, BW 7:629, 7:658a and 7:670, Ziektewet 19aa, 29b and 38, Regeling procesgang,
Algemene termijnenwet 3. Not computed: repair of a sanction.
"""

from __future__ import annotations

from calculators.frame.calculator import Calculator
from calculators.tijdlijn.calendar import calendar
from calculators.tijdlijn.explanation import calculate
from calculators.tijdlijn.form import FORM
from calculators.tijdlijn.outcome import lines, to_json
from calculators.tijdlijn.picture import drawing

CALCULATOR = Calculator(
    name="tijdlijn",
    title="Tijdlijn",
    question="Welke dag komt wanneer bij lange ziekte?",
    form=FORM,
    calculate=calculate,
    to_json=to_json,
    lines=lines,
    example={
        "eerste-ziektedag": "2025-11-24",
        "werkervaringsplaats-start": "2026-12-14",
        "detachering-start": "2027-02-08",
        "in-dienst": "2027-11-23",
    },
    drawing=drawing,
    files={"agenda": calendar},
)
