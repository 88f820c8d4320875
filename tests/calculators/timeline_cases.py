"""The worked cases of the timeline that have an answer, by name, for tests of how an answer is shown."""

import tomllib
from pathlib import Path

import pytest

import calculators
from tests.conftest import one_in

_TEXT = (Path(calculators.__file__).parent / "tijdlijn" / "cases.toml").read_text("utf-8")
ANSWERED: dict[str, dict[str, str]] = {
    case["name"]: case["input"] for case in tomllib.loads(_TEXT)["case"] if "errors" not in case
}


# How an answer is shown is asked of one case in five; `make test-full` asks all.
SOME = one_in(5, (pytest.param(values, id=name) for name, values in ANSWERED.items()))

each_case = pytest.mark.parametrize("values", SOME)
