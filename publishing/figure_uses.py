"""Which page uses which figure, read from the prose itself, for the page /bronnen/."""

from __future__ import annotations

import re
from pathlib import Path

from publishing import calls, prose

TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$|^# (.+?)(?:\s*\{.*\})?\s*$", re.MULTILINE)


def find(docs: Path) -> dict[str, list[tuple[str, str]]]:
    """Figure id -> the pages that use it, each as (title, address from the site's root)."""
    uses: dict[str, list[tuple[str, str]]] = {}
    for source in sorted(docs.rglob("*.md")):
        text = calls.without_code(prose.read(source))
        title = TITLE.search(text)
        label = (title.group(1) or title.group(2)) if title else source.stem
        for figure in sorted(set(calls.arguments(text, "cijfer"))):
            uses.setdefault(figure, []).append((label, address(docs, source)))
    return uses


def address(docs: Path, source: Path) -> str:
    """The address of the page made from this file: docs/over.md is /over/."""
    parts = list(source.relative_to(docs).with_suffix("").parts)
    if parts[-1] == "index":
        parts.pop()
    return "/" + "".join(f"{part}/" for part in parts)
