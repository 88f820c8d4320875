"""What is wrong with the file is said with question and answer, all at once."""

from pathlib import Path

import pytest

from calculators.wegwijzer.check import findings, main
from calculators.wegwijzer.reading import TreeError
from tests.wegwijzer.sample import TEXT, sample

FAULTS = {
    'naar = "einde"': ('naar = "eind"', "vraag contract-loopt-af, antwoord ja: eind bestaat niet"),
    'naar = "niet-ziek"': ('naar = "nog-ziek"', "vraag nog-ziek, antwoord nee: dit leidt terug naar nog-ziek"),
    'uitleg = "Daarmee begint het."\n': ("", "vraag nog-ziek: uitleg ontbreekt"),
    'tekst = "Nee"': ('text = "Nee"', "vraag nog-ziek, antwoord nee: text kennen we niet"),
    'id = "nee"': ('id = "ja"', "vraag nog-ziek, antwoord ja: dit id staat er twee keer"),
    'anders = "Is de medewerker nu ziek?"': ('inlener = "?"', "vraag nog-ziek, tekst: er is geen tekst voor de rol w"),
    "{ werknemer = \"Ben": ("{ werker = \"Ben", "vraag nog-ziek, tekst: werker is geen rol"),
    "wachttijd.weken": ("wachttijd.wekn", "vraag contract-loopt-af, uitleg: onbekend cijfer"),
    "Dan stopt het loon.": ("Dan <b>stopt</b> het loon.", "uitkomst einde, kort: geen HTML"),
    'als = { nog-ziek = ["ja"] }': ('als = { nog-ziek = ["jaja"] }', "uitkomst einde, reden 2: als noemt het antwoord"),
    'als = { nog-ziek = ["nee"] }': ('als = { ziek = ["nee"] }', "uitkomst einde, reden 3: als noemt de vraag ziek"),
    'voorwaarde = "iemand nog ziek is"\n': ("", "uitkomst einde, reden 2: als en voorwaarde horen bij elkaar"),
    'zekerheid = "uwv-norm"': ('zekerheid = "zeker"', "uitkomst einde, reden 2: zekerheid zeker bestaat niet"),
    'bronnen = ["ziektewet-29"]': ('bronnen = ["ziektewet"]', "uitkomst einde, reden 1: de bron ziektewet staat niet"),
    '["ziektewet-29"]': ("[]", "uitkomst einde, reden 1: een reden noemt ten minste één bron"),
    'soort = "pagina"': ('soort = "boek"', "uitkomst einde, verder 1: soort boek bestaat niet"),
    'rollen = ["werknemer", "begeleider"]': ('rollen = ["niemand"]', "antwoord nee: de rol niemand bestaat niet"),
    "[uitkomst.niet-ziek]": ("[uitkomst.nog-ziek]", "nog-ziek: dit is een vraag en een uitkomst"),
    "[vraag.nog-ziek]": ("[vraag.Nog_Ziek]", "vraag Nog_Ziek: een id heeft kleine letters"),
    'id = "weet-niet"\ntekst = "Dat weet ik niet"\nnaar = "niet-ziek"': (
        'id = "weet-niet"\ntekst = "Dat weet ik niet"\nnaar = "niet-ziek"\nrollen = ["werknemer"]',
        "vraag contract-loopt-af: er zijn minder dan twee antwoorden (werkgever)",
    ),
    'anders = "nog-ziek"': (
        'anders = "nog-ziek"\n[vraag.los]\ntekst = "?"\nuitleg = "!"\nantwoord = []',
        "vraag los: niemand komt hier",
    ),
}  # fmt: skip


@pytest.mark.parametrize("line", FAULTS)
def test_a_fault_is_named_with_its_place(line: str):
    with pytest.raises(TreeError) as caught:
        sample((line, FAULTS[line][0]))
    assert FAULTS[line][1] in str(caught.value)


def test_the_check_on_the_command_line_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for text, said in (
        (TEXT.replace('naar = "einde"', 'naar = "eind"'), "antwoord ja: eind"),
        ("start = [[", "at end of document"),
    ):
        (tmp_path / "fout.toml").write_text(text)
        assert main([str(tmp_path / "fout.toml")]) == 1
        assert said in capsys.readouterr().out


def test_all_faults_are_told_at_once():
    with pytest.raises(TreeError) as caught:
        sample(('tekst = "Nee"', 'text = "Nee"'), ('soort = "pagina"', 'soort = "boek"'))
    assert len(caught.value.errors) == 3


def test_a_question_of_which_no_answer_makes_a_difference_is_noticed():
    without_conditions = [
        (f'als = {{ nog-ziek = ["{answer}"] }}\nvoorwaarde = "iemand {words} is"\n', "")
        for answer, words in (("ja", "nog ziek"), ("nee", "niet ziek"))
    ]
    found = findings(sample(('naar = "niet-ziek"', 'naar = "contract-loopt-af"'), *without_conditions))
    assert "werknemer, vraag nog-ziek: geen antwoord maakt verschil." in found


def test_a_question_that_bears_the_name_of_a_field_is_noticed():
    found = findings(sample(*[("nog-ziek", "eerste-ziektedag")] * TEXT.count("nog-ziek")))
    assert any("vraag eerste-ziektedag: zo heet al een vraag van een rekenhulp" in one for one in found)


def test_a_question_or_a_title_that_stands_there_twice_is_noticed():
    question = findings(sample(('anders = "Loopt het contract af?"', 'anders = "Is de medewerker nu ziek?"')))
    title = findings(sample(('titel = "Er verandert niets"', 'titel = "Het contract loopt af"')))
    assert "inlener: de vraag “Is de medewerker nu ziek?” staat er 2 keer." in question
    assert "inlener: de uitkomst “Het contract loopt af” staat er 2 keer." in title


def test_an_outcome_that_gives_no_reason_on_some_way_is_noticed():
    only_if = 'als = { nog-ziek = ["ja"] }\nvoorwaarde = "iemand ziek is"\ntekst = "Het loon hoort'
    assert "werknemer, uitkomst einde: niet op elke weg is er iets onder reden." in findings(
        sample(('tekst = "Het loon hoort', only_if))
    )
