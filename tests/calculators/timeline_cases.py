"""The worked cases of the timeline that have an answer, by name, for tests of how an answer is shown."""

import tomllib
from pathlib import Path

import calculators

_TEXT = (Path(calculators.__file__).parent / "tijdlijn" / "cases.toml").read_text("utf-8")
ANSWERED: dict[str, dict[str, str]] = {
    case["name"]: case["input"] for case in tomllib.loads(_TEXT)["case"] if "errors" not in case
}
