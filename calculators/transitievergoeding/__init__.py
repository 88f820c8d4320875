"""Transition payment after long illness: how much, from which day, and what the employer gets back from UWV.

Law: BW 7:673 (right, amount, earlier contracts, deductions), 7:673e (compensation), 7:670 (ban on dismissal), 7:686a
(interest, last day to go to court), Besluit loonbegrip vergoeding aanzegtermijn en transitievergoeding (the wage). Not
computed: who is to blame, payment in instalments, an employer that is bankrupt (7:673c), tax. A cao can put a provision
in its place after a dismissal for business reasons only, never after illness (7:673b(1)(a)).
"""

from __future__ import annotations

from calculators.frame.calculator import Calculator
from calculators.transitievergoeding.explanation import calculate
from calculators.transitievergoeding.form import FORM
from calculators.transitievergoeding.outcome import lines, to_json

CALCULATOR = Calculator(
    name="transitievergoeding",
    title="Transitievergoeding",
    question="Hoe hoog is de transitievergoeding, en wat vergoedt UWV?",
    form=FORM,
    calculate=calculate,
    to_json=to_json,
    lines=lines,
    example={
        "in-dienst-sinds": "2014-03-01",
        "bruto-maandloon": "3000",
        "eerste-ziektedag": "2024-09-02",
        "einde-dienstverband": "2026-12-31",
    },
)
