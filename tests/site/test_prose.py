"""The pages: no figure of law typed by hand, and short sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = sorted((ROOT / "docs").rglob("*.md"))
NUMBER = r"(?:\d[\d.,]*|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien)"
TYPED_FIGURE = re.compile(
    rf"€|\b{NUMBER}\s?(?:%|procent\b|euro\b|dag|week\b|weken\b|maand|jaar\b|jaren\b)", re.IGNORECASE
)
LONGEST_SENTENCE = 25  # words


def prose(text: str) -> str:
    """The text of a page, without its front matter, calls in braces, and code."""
    text = re.sub(r"\A---\n.*?^---\n", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`]*`", "", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_figure_of_law_is_typed_in_prose(page: Path) -> None:
    # What is only custom has no figure file: its sentence bears the mark "praktijk".
    sentences = [line for line in prose(page.read_text("utf-8")).splitlines() if 'zekerheid("praktijk")' not in line]
    assert TYPED_FIGURE.findall("\n".join(re.sub(r"\{\{.*?\}\}", "…", line) for line in sentences)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_sentence_is_short(page: Path) -> None:
    text = re.sub(r"\{\{.*?\}\}|<[^>]+>|\{[^}]*\}|\]\([^)]*\)", " ", prose(page.read_text("utf-8")))
    sentences = re.split(r"[.?!:]\s|\n\s*\n|\n\s*[-|]|\n#+ ", text)
    too_long = [
        " ".join(sentence.split()) for sentence in sentences if len(re.findall(r"\w+", sentence)) > LONGEST_SENTENCE
    ]
    assert too_long == []
