"""The words that mean the same everywhere: who the parties are, and what a sentence or an amount rests on."""

from __future__ import annotations

from typing import Literal

Certainty = Literal["wet", "rechtspraak", "uwv-norm", "cao-of-polis", "praktijk", "afspraak"]

CERTAINTY: dict[Certainty, str] = {
    "wet": "wet",
    "rechtspraak": "rechtspraak",
    "uwv-norm": "UWV-beleid",
    "cao-of-polis": "cao of polis",
    "afspraak": "afspraak",
    "praktijk": "praktijk",
}
"""What a sentence or an amount rests on, as readers see it."""

PARTIES = {
    "werknemer": "werknemer",
    "werkgever": "werkgever",
    "inlener": "inlener",
    "uwv": "UWV",
    "fiscus": "Belastingdienst",
}
"""Who pays and who acts."""

PARTY_SIGNS = {"werknemer": "●", "werkgever": "■", "inlener": "◆", "uwv": "▲", "fiscus": "▼"}
"""The same sign for a party everywhere; the style sheet puts it before its name."""

READERS = {
    "werknemer": "werknemer",
    "werkgever": "eigen werkgever",
    "inlener": "inlener",
    "begeleider": "begeleider",
    "uitkering": "met een uitkering",
}
"""Whom a page or an answer speaks to: the values of the question ``rol``."""

SPOKEN_TO_AS = {"uitkering": "werknemer"}
"""Readers who are spoken to as another one, with the same "je", where a text has no words of their own."""
