"""The readable text of the command line says everything that the JSON says, in Dutch."""

import json

import pytest

import calculators
from calculators.__main__ import main

GOOD = ("eerste-ziektedag=2025-11-24", "peildatum=2026-11-21")


def spoken(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["tijdlijn", *arguments])
    return code, capsys.readouterr().out


def test_the_text_begins_with_the_first_sentence_of_the_answer(capsys: pytest.CaptureFixture[str]):
    code, text = spoken(capsys, *GOOD)
    assert code == 0
    assert text.splitlines()[0] == "Vandaag: week 52 van 104. De eerste WIA-dag is maandag 22 november 2027."


def test_the_text_has_every_milestone_with_its_day_and_certainty(capsys: pytest.CaptureFixture[str]):
    text = spoken(capsys, *GOOD)[1]
    answer = calculators.answer("tijdlijn", dict(part.split("=") for part in GOOD))
    milestones = answer["uitkomst"]["mijlpalen"]
    assert [one["titel"] for one in milestones if f": {one['titel']} [{one['zekerheid']}]" not in text] == []
    assert "  maandag 22 november 2027: Eerste WIA-dag [wet]" in text


def test_the_text_says_both_days_of_a_window(capsys: pytest.CaptureFixture[str]):
    text = spoken(capsys, *GOOD)[1]
    assert "  maandag 5 oktober 2026 tot en met zondag 22 november 2026" in text


def test_the_text_says_the_last_working_day_before_a_free_day(capsys: pytest.CaptureFixture[str]):
    text = spoken(capsys, *GOOD)[1]
    assert "zondag 4 januari 2026 (laatste werkdag ervoor: vrijdag 2 januari 2026)" in text


def test_the_text_has_steps_what_was_left_out_and_sources(capsys: pytest.CaptureFixture[str]):
    lines = spoken(capsys, *GOOD)[1].splitlines()
    heads = [lines.index(head) for head in ("Zo is het uitgerekend:", "Niet meegerekend:", "Bronnen:")]
    assert heads == sorted(heads)
    assert all(lines[head + 1].startswith("  - ") for head in heads)
    assert "gecontroleerd op 20" in lines[heads[2] + 1]


def test_the_text_warns(capsys: pytest.CaptureFixture[str]):
    text = spoken(capsys, *GOOD, "in-dienst=2027-09-06")[1]
    assert "\nLet op: Dit contract bestaat al op de peildag" in text


def test_the_text_names_what_it_does_not_know_and_answers_all_the_same(capsys: pytest.CaptureFixture[str]):
    code, text = spoken(capsys, *GOOD, "kleur=rood", "zonder-waarde")
    assert code == 0
    assert text.startswith("Dit kennen we niet: kleur\nDit kennen we niet: zonder-waarde\nVandaag: week 52")


def test_the_text_of_bad_input_names_each_field_and_gives_no_answer(capsys: pytest.CaptureFixture[str]):
    code, text = spoken(capsys, "eerste-ziektedag=29-2-2023", "loonsanctie-weken=53")
    assert code == 2
    assert text == (
        "Er is iets niet goed ingevuld:\n"
        "  eerste-ziektedag: 29 februari bestaat niet in 2023. Bedoelt u 28 februari of 1 maart?\n"
        "  loonsanctie-weken: Dit is te groot. Vul hoogstens 52 weken in.\n"
    )


def test_an_equals_sign_in_a_value_belongs_to_the_value(capsys: pytest.CaptureFixture[str]):
    code, text = spoken(capsys, "eerste-ziektedag=2025-11-24=", "--json")
    assert (code, json.loads(text)["fouten"][0]["code"]) == (2, "geen-datum")


def test_half_a_character_is_printed_as_a_question_mark(capsys: pytest.CaptureFixture[str]):
    code, text = spoken(capsys, *GOOD, "\udcff=1")
    assert code == 0
    assert text.startswith("Dit kennen we niet: ?")


@pytest.mark.parametrize("arguments", [[], ["kleur"], ["tijdlijn", "--kleur"]])
def test_a_command_that_cannot_be_understood_ends_with_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m calculators" in capsys.readouterr().err
