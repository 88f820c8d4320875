"""What `record_modules.mjs` runs in Pyodide: everything that the page may ask for, then the list of modules.

The value of the last line is the JSON list of all modules that were loaded from an archive
(not of those that are part of the interpreter).
"""

import encodings.ascii
import encodings.latin_1
import encodings.unicode_escape
import encodings.utf_8_sig
import json
import sys
import tomllib
import traceback
from pathlib import Path
from urllib.parse import urlencode

import calculators
import calculators.browser

TODAY = "2026-11-21"

for _name in calculators.names():
    _queries = ["", "%00=%ff&onbekend=<script>", "eerste-ziektedag=gisteren"]
    _cases = Path("/project/calculators", _name.replace("-", "_"), "cases.toml")
    if _cases.is_file():
        _table = tomllib.loads(_cases.read_text("utf-8"))
        _rows = next((rows for rows in _table.values() if isinstance(rows, list)), [])
        _queries += [urlencode(row.get("invoer", {}), doseq=True) for row in _rows]
    for _query in _queries:
        calculators.browser.respond(_name, _query, TODAY)
    for _query in _queries[-2:]:
        calculators.browser.download(_name, "agenda", _query, TODAY, "")

try:
    raise ValueError("a traceback must be writable with what is in the browser")
except ValueError:
    traceback.format_exc()

_loaded_from = {name: getattr(module.__spec__, "origin", None) or "" for name, module in sys.modules.items()}
json.dumps(sorted(name for name, origin in _loaded_from.items() if ".zip/" in origin or ".whl/" in origin))
