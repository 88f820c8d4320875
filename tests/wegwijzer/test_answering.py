"""The command line and the JSON of the decision helper."""

import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from calculators.__main__ import main
from calculators.frame.terms import READERS
from calculators.wegwijzer.answering import answer, every_path, lines, path_line
from tests.conftest import ROOT
from tests.wegwijzer.sample import sample

TODAY = date(2026, 11, 21)


def asked(**values: str | list[str]) -> dict[str, Any]:
    return answer({key.replace("_", "-"): value for key, value in values.items()}, TODAY, sample())


def test_without_answers_comes_the_first_question_with_its_answers():
    assert asked(rol="werknemer")["vraag"] == {
        "id": "nog-ziek",
        "tekst": "Ben je nu ziek?",
        "uitleg": "Daarmee begint het.",
        "antwoorden": [
            {"id": "ja", "tekst": "Ja"},
            {"id": "nee", "tekst": "Nee"},
            {"id": "weet-niet", "tekst": "Dat weet ik niet"},
        ],
    }


def test_a_figure_in_a_text_is_filled_in():
    assert asked(rol="werknemer", nog_ziek="ja")["vraag"]["uitleg"] == "De wachttijd is 104 weken."


def test_an_outcome_gives_only_the_reasons_that_hold_for_the_answers_and_their_sources():
    ill = asked(rol="inlener", nog_ziek="ja", contract_loopt_af="ja")
    unsure = asked(rol="inlener", nog_ziek="weet-niet", contract_loopt_af="ja")
    assert [len(found["uitkomst"]["redenen"]) for found in (ill, unsure)] == [2, 1]
    assert ill["uitkomst"]["redenen"][1] == {
        "tekst": "De Ziektewet neemt het over.",
        "zekerheid": "uwv-norm",
        "bronnen": ["ziektewet-29"],
    }
    assert ill["bronnen"].keys() == {"ziektewet-29"}
    assert ill["uitkomst"]["paginas"] == [
        {"tekst": "Wat er gebeurt als het contract afloopt", "adres": "/werknemer/contract-loopt-af/"}
    ]
    assert ill["uitkomst"]["vervolg"] == [{"soort": "doen", "tekst": "Meld het bij UWV."}]


def test_answers_off_the_way_are_named_and_the_rest_is_used():
    found = asked(rol="werknemer", contract_loopt_af="ja", nog_ziek="nee", bestaat_niet="1", leeg=" ")
    assert found["onbekend"] == ["contract-loopt-af", "bestaat-niet"]
    assert found["invoer"] == {"rol": "werknemer", "nog-ziek": "nee"}
    assert found["uitkomst"]["id"] == "niet-ziek"


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({}, "rol", "verplicht"),
        ({"rol": "baas"}, "rol", "geen-keuze"),
        ({"rol": "werknemer", "nog-ziek": "misschien"}, "nog-ziek", "geen-keuze"),
        ({"rol": "werknemer", "nog-ziek": ["ja", "nee"]}, "nog-ziek", "dubbel"),
    ],
)
def test_bad_input_is_told_by_field_and_code(values: dict[str, Any], field: str, code: str):
    found = answer(values, TODAY, sample())
    assert [(error["veld"], error["code"]) for error in found["fouten"]] == [(field, code)]
    assert not {"vraag", "uitkomst"} & found.keys()
    assert found["fouten"][0]["tekst"] in "\n".join(lines(found))


def test_every_path_is_a_line_that_can_be_typed_again():
    paths = [path_line(path) for path in every_path({"rol": "inlener", "nog-ziek": "ja"}, sample())]
    assert paths == [
        "rol=inlener nog-ziek=ja contract-loopt-af=ja -> einde",
        "rol=inlener nog-ziek=ja contract-loopt-af=weet-niet -> niet-ziek",
    ]


def test_the_text_of_an_outcome_says_all_that_the_json_says():
    found = asked(rol="werknemer", nog_ziek="nee")
    outcome = found["uitkomst"]
    text = "\n".join(lines(found))
    said = [outcome["titel"], outcome["kort"], outcome["grens"], *outcome["anders"]]
    said += [part["tekst"] for part in (*outcome["redenen"], *outcome["paginas"], *outcome["vervolg"])]
    assert [part for part in said if part not in text] == []
    assert "gecontroleerd op 2026-11-21" in text


def test_the_command_line_walks_a_real_path_to_its_end(capsys: pytest.CaptureFixture[str]):
    assert main(["wegwijzer", "rol=werknemer", "--alle"]) == 0
    typed, _, outcome = capsys.readouterr().out.splitlines()[0].partition(" -> ")
    assert main(["wegwijzer", *typed.split(), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["uitkomst"]["id"] == outcome
    assert main(["wegwijzer", *typed.split()[:2]]) == 0
    assert "Antwoorden:" in capsys.readouterr().out


def test_the_command_line_ends_with_two_for_bad_input(capsys: pytest.CaptureFixture[str]):
    assert main(["wegwijzer", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["fouten"][0]["veld"] == "rol"
    assert main(["wegwijzer", "rol=baas", "--alle"]) == 2


def test_the_paths_of_all_roles_are_given_as_lines_of_json(capsys: pytest.CaptureFixture[str]):
    assert main(["wegwijzer", "--alle", "--json"]) == 0
    paths = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {path["rol"] for path in paths} == set(READERS)


def test_who_has_seen_enough_paths_may_stop_reading():
    command = f"{sys.executable} -m calculators wegwijzer --alle | head -1"
    run = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (len(run.stdout.splitlines()), run.stderr) == (1, "")


def test_all_paths_are_asked_of_the_decision_helper_only(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["tijdlijn", "--alle"])
    assert "--alle hoort bij wegwijzer" in capsys.readouterr().err
