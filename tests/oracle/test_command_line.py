"""The command line speaks the same JSON as the page, and says by its exit code how it went."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import calculators

ROOT = Path(__file__).parents[2]
GOOD = ["eerste-ziektedag=2025-11-24", "peildatum=2026-11-21"]


def run(*arguments: str, name: str = "tijdlijn") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "calculators", name, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def errors_in(text: str) -> dict[str, str]:
    answer: dict[str, Any] = json.loads(text)
    return {error["veld"]: error["code"] for error in answer["fouten"]}


def test_the_command_line_gives_the_json_of_the_library() -> None:
    code, text, complaint = run(*GOOD, "--json")
    assert (code, complaint) == (0, "")
    assert json.loads(text) == calculators.answer("tijdlijn", dict(part.split("=") for part in GOOD))


def test_without_json_the_command_line_speaks_readable_dutch() -> None:
    code, text, complaint = run(*GOOD)
    assert (code, complaint) == (0, "")
    assert "22 november 2027" in text


def test_bad_input_ends_with_code_2_and_the_same_json() -> None:
    code, text, complaint = run("eerste-ziektedag=gisteren", "peildatum=2026-11-21", "--json")
    assert (code, complaint) == (2, "")
    assert errors_in(text) == {"eerste-ziektedag": "geen-datum"}


def test_a_key_given_twice_is_refused() -> None:
    code, text, complaint = run(*GOOD, "eerste-ziektedag=2025-11-25", "--json")
    assert (code, complaint) == (2, "")
    assert errors_in(text) == {"eerste-ziektedag": "dubbel"}


def test_bad_input_in_words_ends_with_code_2_and_no_traceback() -> None:
    code, text, complaint = run("eerste-ziektedag=<script>")
    assert code == 2
    assert "Traceback" not in text + complaint


def test_the_command_line_says_who_pays_what_as_the_library_does() -> None:
    values = ["eerste-ziektedag=2025-01-06", "bruto-maandloon=3000", "uren-per-week=40", "peildatum=2026-02-02"]
    code, text, complaint = run(*values, "--json", name="wie-betaalt-wat")
    assert (code, complaint) == (0, "")
    assert json.loads(text) == calculators.answer("wie-betaalt-wat", dict(part.split("=") for part in values))


def test_the_command_line_speaks_readable_dutch_about_money_and_no_risk() -> None:
    code, text, complaint = run(
        "eerste-ziektedag=2025-01-06", "bruto-maandloon=3000", "uren-per-week=40", name="wie-betaalt-wat"
    )
    assert (code, complaint) == (0, "")
    assert "€" in text
    code, text, complaint = run("groep=wajong", name="no-riskpolis")
    assert (code, complaint) == (0, "")
    assert text.strip()


def test_bad_input_about_no_risk_ends_with_code_2() -> None:
    code, text, complaint = run("groep=iedereen", "--json", name="no-riskpolis")
    assert (code, complaint) == (2, "")
    assert errors_in(text) == {"groep": "geen-keuze"}
