"""Income after 104 weeks of illness: WGA, IVA or WW, alone and beside work, and whether work pays.

Law: Wet WIA 12-15 (wage, work history), 51-52 (IVA), 54-62 (WGA), WW 20, 42 and 47. UWV decides what somebody can
still earn; what it has not decided is shown as all its outcomes, or as bounds. Not computed: Toeslagenwet, assistance,
tax, pension and insurance on top, whoever is under 21.
"""

from __future__ import annotations

from calculators.frame.calculator import Calculator
from calculators.inkomen_na_104_weken.explanation import calculate
from calculators.inkomen_na_104_weken.form import FORM
from calculators.inkomen_na_104_weken.outcome import lines, to_json
from calculators.inkomen_na_104_weken.picture import drawing

CALCULATOR = Calculator(
    name="inkomen-na-104-weken",
    title="Inkomen na de wachttijd",
    question="Wat komt er na de wachttijd per maand binnen, en loont werken?",
    form=FORM,
    calculate=calculate,
    to_json=to_json,
    lines=lines,
    drawing=drawing,
    example={
        "bruto-maandloon": "3000",
        "uren-per-week": "40",
        "uitkomst": "35-80",
        "arbeidsongeschiktheid": "50",
        "arbeidsverleden": "20",
        "arbeidsverleden-voor-2016": "10",
        "nieuw-maandloon": "900",
        "nieuwe-uren-per-week": "12",
    },
)
