"""Bezwaar-termijn: until which day can somebody object to a decision of UWV?

Law: Awb 6:7 (six weeks), 6:8 (from the day after), 6:9 (in time), Ziektewet 75j and 75k (two weeks), Algemene
termijnenwet 1 and 3. Not computed: whether somebody who is late has a good reason (Awb 6:11), and a letter that was
sent on another day than the one it bears.
"""

from __future__ import annotations

from calculators.bezwaar_termijn.explanation import calculate, lines, to_json
from calculators.bezwaar_termijn.form import FORM
from calculators.frame.calculator import Calculator

CALCULATOR = Calculator(
    name="bezwaar-termijn",
    title="Laatste dag voor bezwaar",
    question="Tot welke dag kan ik bezwaar maken?",
    form=FORM,
    calculate=calculate,
    to_json=to_json,
    lines=lines,
    example={"soort-besluit": "wia", "besluit-dag": "2027-03-24"},
)
