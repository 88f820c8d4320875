"""The command line speaks the same JSON as the page, and says by its exit code how it went."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import calculators

ROOT = Path(__file__).parents[2]
GOOD = ["eerste-ziektedag=2025-11-24", "peildatum=2026-11-21"]


def run(*arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "calculators", "tijdlijn", *arguments],
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
