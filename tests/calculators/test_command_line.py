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


MONEY = {
    "eerste-ziektedag": "2025-03-03",
    "bruto-maandloon": "3000",
    "uren-per-week": "40",
    "werkervaringsplaats-start": "2026-03-09",
    "reis-km": "10",
    "reis-dagen": "3",
    "peildatum": "2026-11-21",
}
NO_RISK = {
    "groep": "minder-dan-35",
    "eerste-ziektedag": "2024-11-04",
    "in-dienst": "2026-11-02",
    "baan-op-peildag": "nee",
    "ander-werk-bij-eigen-werkgever": "nee",
    "dagloon": "150",
    "peildatum": "2026-11-21",
}


def spoken_by(capsys: pytest.CaptureFixture[str], name: str, values: dict[str, str]) -> str:
    assert main([name, *(f"{key}={value}" for key, value in values.items())]) == 0
    return capsys.readouterr().out.replace("\u00a0", " ")


def test_the_text_about_money_has_a_sentence_for_each_party(capsys: pytest.CaptureFixture[str]):
    text = spoken_by(capsys, "wie-betaalt-wat", MONEY)
    sentences = calculators.answer("wie-betaalt-wat", MONEY)["uitkomst"]["zinnen"].values()
    assert "Per partij:\n" in text
    assert [one for one in sentences if f"  - {one}\n".replace("\u00a0", " ") not in text] == []


def test_the_text_about_money_has_every_period_with_its_items_and_amounts(capsys: pytest.CaptureFixture[str]):
    text = spoken_by(capsys, "wie-betaalt-wat", MONEY)
    assert "  9 maart 2026 tot en met 3 mei 2026: werkervaringsplaats, ziektejaar 2\n" in text
    assert (
        "    - reiskosten: inlener betaalt aan werknemer € 65,00 per maand, € 120,00 in deze periode [afspraak]\n"
        "      2 × 10 km × 3 dagen × € 0,25 × 52 / 12 = € 65,00\n"
    ) in text
    periods = calculators.answer("wie-betaalt-wat", MONEY)["uitkomst"]["perioden"]
    assert text.count(" in deze periode [") == sum(len(one["posten"]) for one in periods)


def test_the_text_about_money_has_the_questions_to_ask(capsys: pytest.CaptureFixture[str]):
    text = spoken_by(capsys, "wie-betaalt-wat", MONEY)
    assert "Vragen om te stellen:\n  - Aan HR: hoeveel procent van het loon" in text


def test_the_text_about_money_says_so_where_a_period_has_no_amounts(capsys: pytest.CaptureFixture[str]):
    case = {"eerste-ziektedag": "2024-01-01", "bruto-maandloon": "3000", "uren-per-week": "40", "uitkering": "geen"}
    text = spoken_by(capsys, "wie-betaalt-wat", case | {"in-dienst": "2026-03-02", "peildatum": "2026-03-02"})
    assert "na de loondoorbetaling\n    Voor deze dagen zijn er geen bedragen.\n" in text


def test_the_text_about_no_risk_has_days_sick_pay_proof_and_questions(capsys: pytest.CaptureFixture[str]):
    text = spoken_by(capsys, "no-riskpolis", NO_RISK)
    heads = ("De dagen:", "Ziekengeld per dag:", "Bewijs:", "Vraag aan UWV:", "Zo is het uitgerekend:")
    places = [text.index(f"\n{head}\n  - ") for head in heads]
    assert places == sorted(places)
    assert "  - Laatste dag waarop een ziekte mag beginnen: zaterdag 1 november 2031.\n" in text
    assert "  - Daarna, en zonder dat verzoek: € 105,00.\n" in text


def test_the_text_about_no_risk_says_why(capsys: pytest.CaptureFixture[str]):
    text = spoken_by(capsys, "no-riskpolis", {"groep": "wajong", "in-dienst": "2026-05-04", "peildatum": "2026-11-21"})
    assert "\nWaarom:\n  - Wie voor het begin van de baan recht had op Wajong" in text
    assert "Ziekengeld per dag" not in text


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
