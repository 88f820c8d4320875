"""The theme's style: its sheets become one, `assets/theme.css`, and what no page of this site can use is left out.

A browser must read all of it before it can draw anything, and Material has a style for much that is not here: a blog,
code with line numbers, its own search. PurgeCSS takes out each selector that asks for a name that is a word in no page,
no script and no calculator (which write HTML in the browser), so when in doubt it stays, and each variable that nothing
names then. Nothing is listed by hand: what a page begins to use of the theme has its style with the next build. A quick
build leaves out nothing.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from publishing.engine.archives import run, tool

MAKER = Path(__file__).with_suffix(".mjs")
SHEETS = Path("assets") / "stylesheets"  # where the theme has them; some have a folder more
SHEET = Path("assets") / "theme.css"
NAMES = ("main", "palette")
CALCULATORS = Path("calculators")
NAMING = {".html", ".js", ".py"}  # files that name classes
WORD = re.compile(r"[\w-]+")
VARIABLE = "--"  # so its name begins


def join(site: Path) -> None:
    """Make one sheet of those of the theme."""
    found = [file for name in NAMES for file in (site / SHEETS).rglob(f"{name}.*.css")]
    if [file.name.partition(".")[0] for file in found] != list(NAMES):
        raise ValueError(f"one sheet each of {NAMES} was expected of the theme, not {sorted(map(str, found))}")
    (site / SHEET).write_text("".join(file.read_text("utf-8") for file in found), "utf-8")
    shutil.rmtree(site / SHEETS)


def leave_out_unused(site: Path) -> None:
    """Take out of the theme's sheet what nothing in the finished site can use."""
    sheet = site / SHEET
    used = words([*site.rglob("*"), *CALCULATORS.rglob("*")], NAMING)
    of_other_sheets = words((file for file in sheet.parent.glob("*.css") if file != sheet), {".css"})
    named = [word for word in used | of_other_sheets if word.startswith(VARIABLE)]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "given.json"
        given.write_text(json.dumps({"words": sorted(used), "variables": sorted(named)}), "utf-8")
        run(tool("node"), MAKER, sheet.absolute(), given, cwd=MAKER.parent)


def words(files: Iterable[Path], suffixes: set[str]) -> set[str]:
    """All that may be a name, in files of these kinds."""
    found: set[str] = set()
    for file in files:
        if file.suffix in suffixes:
            found.update(WORD.findall(file.read_text("utf-8")))
    return found
