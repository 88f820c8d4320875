"""What `record_modules.mjs` runs in Pyodide: everything that the page may ask for; then it tells what was used.

The value of the last line is JSON: ``modules``, all that were loaded from an archive (not those that are part of the
interpreter), and ``methods``, the compiled methods of all dataclasses by their text, for ``browser_start.py``.
"""

import base64
import dataclasses
import importlib
import json
import marshal
import re
import sys
import tomllib
import traceback
from pathlib import Path
from types import CodeType
from typing import Any
from urllib.parse import urlencode

methods: dict[str, CodeType] = {}


def execute(text: str, variables: dict[str, Any], made: dict[str, Any]) -> None:
    """Do what ``exec`` does for `dataclasses`, and remember what was compiled."""
    methods[text] = compile(text, "<dataclass>", "exec", optimize=2)
    exec(methods[text], variables, made)  # noqa: S102  # the very call that dataclasses makes


vars(dataclasses)["exec"] = execute
importlib.import_module("browser_start")  # the worker runs it first

import calculators.browser  # noqa: E402  # its dataclasses are what we want to see

TODAY = "2026-11-21"
# Text encodings are found by name, when they are used for the first time.
ENCODINGS = ("ascii", "latin_1", "unicode_escape", "utf_8_sig")


def try_everything(name: str) -> None:
    """Ask a calculator all its worked cases, nothing, and nonsense, and for every file that an answer offers."""
    queries = ["", "%00=%ff&onbekend=<script>", "eerste-ziektedag=gisteren"]
    cases = Path("/project/calculators", name.replace("-", "_"), "cases.toml")
    if cases.is_file():
        worked = tomllib.loads(cases.read_text("utf-8"))["case"]
        queries += [urlencode(case["input"], doseq=True) for case in worked]
    for query in queries:
        html = json.loads(calculators.browser.respond(name, query, TODAY))["uitkomst"] or ""
        for kind in set(re.findall('data-download="([^"]+)"', html)):
            calculators.browser.download(name, kind, query, TODAY, "")


for found in calculators.all_names():
    try_everything(found)
for encoding in ENCODINGS:
    importlib.import_module(f"encodings.{encoding}")
traceback.format_exception(ValueError("must be writable with what is in the browser"))

origins = {name: getattr(module.__spec__, "origin", None) or "" for name, module in sys.modules.items()}
json.dumps(
    {
        "modules": sorted(name for name, origin in origins.items() if ".zip/" in origin or ".whl/" in origin),
        "methods": base64.b64encode(marshal.dumps(methods)).decode(),
    }
)
