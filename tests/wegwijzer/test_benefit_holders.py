"""Who has a benefit and no employer hears of no employer, no company doctor and no wage sanction."""

from __future__ import annotations

import re

import pytest

from calculators.wegwijzer.pages import texts_of
from calculators.wegwijzer.reading import wegwijzer
from calculators.wegwijzer.tree import Outcome

TREE = wegwijzer().trees["uitkering"]
NOT_THEIRS = re.compile(r"\b(?:\w+\s)?(?:werkgevers?|bedrijfsarts|loonsancties?|loonstop|ziekteloon)\b", re.IGNORECASE)


def test_a_word_about_an_employer_is_noticed():
    assert NOT_THEIRS.findall("Vraag je werkgever. De bedrijfsarts. Bel het Werkgeversservicepunt.") == [
        "je werkgever",
        "De bedrijfsarts",
    ]


@pytest.mark.parametrize("outcome", TREE.outcomes.values(), ids=lambda outcome: outcome.id)
def test_no_outcome_speaks_of_an_employer_a_company_doctor_or_a_wage_sanction(outcome: Outcome):
    assert [found for text in texts_of(outcome) for found in NOT_THEIRS.findall(text)] == []


def test_a_benefit_holder_can_ask_about_each_benefit():
    asked = {answer.id for answer in TREE.questions["welke-uitkering"].answers}
    assert asked >= {"ww", "ziektewet", "wga", "iva", "wao-waz", "wajong", "iow", "bijstand", "weet-niet"}


@pytest.mark.parametrize("role", ["werknemer", "begeleider", "inlener"])
def test_a_place_with_a_benefit_that_goes_wrong_brings_up_no_wage_sanction(role: str):
    outcome = wegwijzer().trees[role].outcomes["plek-past-niet"]
    answers = {"wat-speelt-er": "plek-gaat-mis", "welke-vorm": "met-uitkering", "wat-gaat-mis": "geen-klik"}
    held = [part.text for part in outcome.parts if part.condition.holds(answers)]
    assert held
    assert [text for text in held if "bedrijfsarts" in text or "loonsanctie" in text] == []
