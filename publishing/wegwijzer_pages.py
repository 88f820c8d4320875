"""What mkdocs reads: a copy of docs/, with a page for each question and each outcome of the decision helper."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from calculators.wegwijzer import pages
from calculators.wegwijzer.pages import TreePage
from publishing import prose

FOLDER = "wegwijzer"
GLOSSARY = "begrippen.md"
TERM = re.compile(r"^## (.+?)(?: \((.+)\))? \{ #([a-z0-9-]+) \}$", re.MULTILINE)
ALSO_CALLED = {"no-risk-peildag": "peildag"}


class PagesError(ValueError):
    """The table of the decision helper is not right; the text names question and answer."""


def write(docs: Path, copy: Path, today: date) -> None:
    """Make the folder `copy`: the prose of `docs`, and the pages of the decision helper."""
    try:
        made = list(pages.pages(today))
    except ValueError as error:
        raise PagesError(f"wegwijzer.toml: {error}") from error
    shutil.copytree(docs, copy, ignore=shutil.ignore_patterns("*.toml"))
    for file in docs.rglob("*.md"):
        (copy / file.relative_to(docs)).write_text(prose.read(file), "utf-8")
    terms = list(terms_of((docs / GLOSSARY).read_text("utf-8")))
    for one in made:
        file = copy / FOLDER / f"{one.name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(markdown(one, terms), "utf-8")


def markdown(one: TreePage, terms: list[tuple[str, str]]) -> str:
    """The source of a page, as a writer would type it in docs/."""
    checked_on, holds_from = pages.days()
    front = {
        "title": one.title,
        "description": one.description,
        "rol": one.role,
        "wegwijzer_begin": one.start.removeprefix("/"),
        "wegwijzer": "uitkomst" if one.is_outcome else "vraag",
        "stijlen": ["home"],  # the field for the first sick day
        "zonder_koplinks": True,  # a page is sent whole
        "hide": ["navigation", "toc"],
    }
    lines = ["---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())]
    lines += [f"gecontroleerd_op: {checked_on}", f"geldt_vanaf: {holds_from}", "---", ""]
    lines += [f"# {one.heading} {{ #{front['wegwijzer']} }}", "", f'{{{{ wegwijzer("{one.name}") }}}}', ""]
    explained = [f"[{name}](../../{GLOSSARY}#{anchor})" for name, anchor in used(one.texts, terms)]
    if explained:
        lines += [f"Woorden uitgelegd: {', '.join(explained)}.", "{ .sw-bronregel .sw-niet-op-papier }", ""]
    return "\n".join(lines)


def terms_of(glossary: str) -> Iterator[tuple[str, str]]:
    """Yield every name that the glossary explains, with its anchor; what stands between brackets is a name as well."""
    for name, short, anchor in TERM.findall(glossary):
        yield name, anchor
        for other in (short, ALSO_CALLED.get(anchor)):
            if other:
                yield other, anchor


def used(texts: tuple[str, ...], terms: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the terms that texts use, each once."""
    text = " ".join(texts)
    found = set()
    for name, anchor in terms:
        if anchor not in found and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE):
            found.add(anchor)
            yield name, anchor
