"""No-riskpolis: does an employer get sickness benefit from UWV when this employee falls ill?

Law: Ziektewet 29, 29b-29f, 38a and 38b, Wfsv 17. Not computed: extension, wage cost subsidy, the one-year limit on late
reports (only said).
"""

from __future__ import annotations

from calculators.frame.calculator import Calculator
from calculators.no_riskpolis.explanation import calculate
from calculators.no_riskpolis.form import FORM
from calculators.no_riskpolis.outcome import lines, to_json
from calculators.no_riskpolis.picture import drawing

CALCULATOR = Calculator(
    name="no-riskpolis",
    title="No-riskpolis",
    question="Geldt de no-riskpolis?",
    form=FORM,
    calculate=calculate,
    to_json=to_json,
    lines=lines,
    example={
        "groep": "minder-dan-35",
        "eerste-ziektedag": "2024-11-04",
        "in-dienst": "2026-11-02",
        "baan-op-peildag": "nee",
        "ander-werk-bij-eigen-werkgever": "nee",
    },
    drawing=drawing,
)
