"""A text that writes a figure of the law as a word says what the table of figures says today."""

from __future__ import annotations

from datetime import date

import pytest

from calculators.law.book import Law
from tests.conftest import ROOT, TODAY

WORDS = {"twee": 2, "drie": 3, "vijf": 5, "zes": 6}
DECISION = "no_risk.eigen_werkgever_jaren"
START = "no_risk.start_na_wachttijd_jaren"
SAID = [
    ("no_riskpolis/wording.toml", "begint in de {vijf} jaar na die beslissing", DECISION),
    ("no_riskpolis/wording.toml", "binnen {vijf} jaar na de beslissing over de WIA", DECISION),
    ("law/contract_cautions.py", "begint in de {vijf} jaar na die beslissing", DECISION),
    ("no_riskpolis/wording.toml", "vraagt een begin binnen {vijf} jaar", START),
    ("no_riskpolis/wording.toml", "een baan die begint binnen {vijf} jaar", START),
    ("no_riskpolis/wording.toml", "De {vijf} jaar tellen daarom vanaf", START),
    ("no_riskpolis/wording.toml", "De {vijf} jaar van de wet tellen vanaf", START),
    ("no_riskpolis/wording.toml", "zolang die uitkering loopt of binnen {vijf} jaar erna", "no_risk.wao_jaren"),
    ("no_riskpolis/wording.toml", "als die {vijf} jaar na de uitkering voorbij zijn", "no_risk.wao_jaren"),
    ("no_riskpolis/form.py", "Deel het loon van een week door {vijf}", "no_risk.ziekengeld_dagen_per_week"),
    ("wie_betaalt_wat/lkv_notes.py", "binnen {drie} maanden nadat dat werk begint", "lkv.herplaatsen_aanvraag_maanden"),
    ("wie_betaalt_wat/lkv_notes.py", "binnen {drie} maanden na de wachttijd", "lkv.herplaatsen_aanvraag_maanden"),
    (
        "transitievergoeding/wording.toml",
        "dat binnen {zes} maanden begint",
        "transitievergoeding.vervolgcontract_maanden",
    ),
    ("wie_betaalt_wat/lkv_notes.py", "in de {zes} maanden voor het contract", "lkv.niet_in_dienst_maanden"),
]


@pytest.mark.parametrize(("file", "words", "figure"), SAID)
def test_a_figure_in_words_is_that_of_the_table(file: str, words: str, figure: str):
    number = words[words.index("{") + 1 : words.index("}")]
    text = " ".join((ROOT / "calculators" / file).read_text("utf-8").split()).replace('" "', "")
    assert words.format(**{number: number}) in text
    assert Law(date.fromisoformat(TODAY)).number(figure) == WORDS[number]
