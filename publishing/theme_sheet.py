"""The theme's style: its sheets become one, `assets/theme.css`, and what no page of this site can use is left out.

A browser must read all of it before it can draw anything, and Material has a style for much that is not here: a blog,
code with line numbers, its own search. A rule goes when each of its selectors names a class that is a word in no page,
no script and no calculator (which write HTML in the browser), so when in doubt it stays; then a variable goes that
nothing names any more. Nothing is listed by hand: what a page begins to use of the theme has its style with the next
build. A quick build leaves out nothing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

SHEETS = Path("assets") / "stylesheets"  # where the theme has them; some have a folder more
SHEET = Path("assets") / "theme.css"
NAMES = ("main", "palette")
CALCULATORS = Path("calculators")
NAMING = {".html", ".js", ".py"}  # files that name classes

WORD = re.compile(r"[\w-]+")
CLASS = re.compile(r"\.([\w-]+)(?![\w\\-])")  # not one with an escaped sign: that rule stays
BRACKETS = re.compile(r"\[[^\]]*\]|\([^()]*\)")
# What may hold a brace or semicolon that ends nothing.
SIGN = re.compile(r"""[{};]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*.*?\*/|\\.|url\([^"')]*\)""", re.DOTALL)
GROUPS = ("@media", "@supports", "@layer", "@container")  # hold rules, of which each may go


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
    text = with_rules(sheet.read_text("utf-8"), lambda head, body: body if may_match(head, used) else "")
    used |= words([file for file in sheet.parent.glob("*.css") if file != sheet], {".css"})
    while (less := without_variables(text, used)) != text:  # a variable may be named by one that goes
        text = less
    sheet.write_text(text, "utf-8")


def words(files: list[Path], suffixes: set[str]) -> set[str]:
    """All that may be a name, in files of these kinds."""
    found: set[str] = set()
    for file in files:
        if file.suffix in suffixes:
            found.update(WORD.findall(file.read_text("utf-8")))
    return found


def may_match(selectors: str, used: set[str]) -> bool:
    """Whether every class of one of the selectors is used; what stands in :not() and the like asks for nothing."""
    while (outside := BRACKETS.sub("", selectors)) != selectors:
        selectors = outside
    return any(used.issuperset(CLASS.findall(selector)) for selector in selectors.split(","))


def without_variables(css: str, used: set[str]) -> str:
    """The sheet without variables that are named neither elsewhere nor by a `var()` in it."""
    named = used.union(re.findall(r"var\(\s*(--[\w-]+)", css))

    def kept(_: str, body: str) -> str:
        lines = [line if inner is None else f"{line}{{{inner}}}" for line, inner in statements(f"{body};")]
        return ";".join(line for line in lines if not line.startswith("--") or line.partition(":")[0].strip() in named)

    return with_rules(css, kept)


def with_rules(css: str, change: Callable[[str, str], str]) -> str:
    """The sheet with other bodies of its rules; one that becomes empty goes, and a group that holds nothing then."""
    made = []
    for head, body in statements(css):
        if body is None:
            made.append(f"{head};")
        elif head.startswith(GROUPS) and (inner := with_rules(body, change)):
            made.append(f"{head}{{{inner}}}")
        elif head.startswith("@") and not head.startswith(GROUPS):
            made.append(f"{head}{{{body}}}")
        elif not head.startswith("@") and (inner := change(head, body)):
            made.append(f"{head}{{{inner}}}")
    return "".join(made)


def statements(css: str) -> Iterator[tuple[str, str | None]]:
    """Each statement: what stands before its braces, and what stands in them; None when it ends with a semicolon."""
    start = inside = depth = 0
    for sign in SIGN.finditer(css):
        if sign[0] == "{":
            depth += 1
            inside = sign.end() if depth == 1 else inside
        elif sign[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start : inside - 1].strip(), css[inside : sign.start()]
                start = sign.end()
        elif sign[0] == ";" and depth == 0:
            if line := css[start : sign.start()].strip():
                yield line, None
            start = sign.end()
    if depth or css[start:].strip():
        raise ValueError(f"no whole sheet of style: …{css[start:][:80]}")
