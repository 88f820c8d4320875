"""The link maker: a coach chooses a page, fills in what the reader may know, and gets a link, a message and a card.

No rules of law. Says which values the page does not use, what the link reveals, and what is still asked.
"""

from __future__ import annotations

from calculators.frame.calculator import Calculator
from calculators.link_maken.explanation import calculate, lines, to_json
from calculators.link_maken.form import FORM, OWN_NAME
from calculators.link_maken.outcome import keys_by_page

CALCULATOR = Calculator(
    name=OWN_NAME,
    kind="hulpmiddel",
    title="Link maken",
    question="Welke link wilt u maken?",
    form=FORM,
    calculate=calculate,
    to_json=to_json,
    lines=lines,
    drawing=lambda _: keys_by_page(),
    address="/begeleider/link-maken/",
    action="Maak de link",
    example={
        "pagina": "/rekenhulpen/tijdlijn/",
        "rol": "werknemer",
    },
)
