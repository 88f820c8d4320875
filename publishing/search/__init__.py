"""The site's own search: what can be found, and the two files with which a reader's browser finds it.

`zoeken/rank.js` and `zoeken/index.json` are fetched when a search field gets the focus, not before. ADR 0016 says why
they are our own; `python -m publishing.search "vraag"`, or a question typed under `make serve`, says why a place won.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from calculators.wegwijzer import pages as wegwijzer
from publishing.search import index
from publishing.search.places import Place, front_matter, places

TABLE = Path(__file__).with_name("words.toml")
ASKED_AS = "gezocht_als.toml"  # in docs/: what people type for an outcome or a term
# What an outcome of the decision helper weighs beside a page that explains; the reader is seldom the coach.
OUTCOME = {"werknemer": 0.84, "werkgever": 0.83, "inlener": 0.82, "uitkering": 0.8, "begeleider": 0.74}
FOLDER = "zoeken"
SCRIPTS = ("dutch.js", "question.js", "rank.js")  # in the order in which one needs the other
PARTS = Path("assets") / "search"  # as in overrides/
FROM_A_PART = re.compile(r'^import \{[^}]*\} from "\./[a-z]+\.js";\n', re.MULTILINE)


def build(site: Path, docs: Path, today: date) -> None:
    """Write what a browser searches with into a finished site."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    made = index.make(found_in(site, docs, today), tomllib.loads(TABLE.read_text("utf-8")))
    script = "".join(FROM_A_PART.sub("", (site / PARTS / name).read_text("utf-8")) for name in SCRIPTS)
    mark = hashlib.sha256(f"{script}{json.dumps(made)}".encode()).hexdigest()[:12]  # the two go together
    index_file = json.dumps({"made": mark, **made}, ensure_ascii=False, separators=(",", ":"))
    (folder / "index.json").write_text(index_file, "utf-8")
    (folder / "rank.js").write_text(f'{script}\nexport const MADE = "{mark}";\n', "utf-8")
    shutil.rmtree(site / PARTS)
    for unused in ("lunr", "workers"):  # what Material brings for its own search
        shutil.rmtree(site / "assets" / "javascripts" / unused, ignore_errors=True)


def found_in(site: Path, docs: Path, today: date) -> list[Place]:
    """Give every place of a built site: pages, outcomes of the decision helper, and terms of the glossary."""
    asked_as = tomllib.loads((docs / ASKED_AS).read_text("utf-8"))
    front = front_matter(docs) | outcomes(asked_as["wegwijzer"], today)
    return list(places(site, front, asked_as["begrippen"]))


def outcomes(phrases: dict[str, list[str]], today: date) -> dict[str, dict[str, Any]]:
    """What stands in the front matter of a page, for the outcomes of the decision helper."""
    return {
        f"wegwijzer/{one.name}/": {
            "title": one.heading,
            "description": one.description.partition(f"{one.heading}. ")[2] or one.description,
            "rol": one.role,
            "zoekgewicht": OUTCOME[one.role],
            "ook_gezocht_als": phrases[one.name],
        }
        for one in wegwijzer.pages(today)
        if one.is_outcome
    }


def why(question: str, site: Path) -> str:
    """Ask the files that a browser would ask, in Node: what is looked for, and the points of each place."""
    node = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    command = [node or "node", "--no-warnings", str(Path(__file__).with_name("why.mjs")), str(site), question]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
