"""What a Dutch word comes down to, so that a question finds it however it is written.

`overrides/assets/search/dutch.js` does the same with the words of a question; a test compares the two over all words.
"""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ORDINAL = {"eerste": "1e", "tweede": "2e", "derde": "3e", "een": "1", "twee": "2", "drie": "3", "vier": "4"}
ENDINGS = ("ingen", "ing", "en", "e")
SAME = str.maketrans("zvyc", "sfik")


def plain(text: str) -> str:
    """In lower case, without accents, and without the 's of a plural."""
    letters = unicodedata.normalize("NFD", text.lower().replace("\u00ad", ""))
    bare = re.sub("[\u0300-\u036f]", "", letters)
    return re.sub("['’](s\\b|\\b)", "", re.sub("[\u2010\u2011\u2013]", "-", bare))


def words(text: str) -> list[str]:
    """The words of a text; a word with hyphens is one."""
    return WORD.findall(plain(text))


def parts(word: str) -> list[str]:
    """The word itself, and what stands between its hyphens."""
    return [word, *word.split("-")] if "-" in word else [word]


def stem(word: str) -> str:
    """Leave out what differs between forms of a word: ending, doubled letters, and letters that sound the same."""
    bare = re.sub(r"^([0-9]+)(?:ste|de)$", r"\1e", ORDINAL.get(word, word.replace("-", "")))
    if bare[0].isdigit():
        return bare
    bare = re.sub("(?<=...[^c])es$", "e", bare)
    for ending in ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) > 1:
            bare = bare[: -len(ending)]
            break
    if len(bare) > 4:
        bare = re.sub("(?:dt|t|d)$", "", re.sub("(?<=[^aeious])s$", "", bare))
    return re.sub(r"(.)\1", r"\1", bare).translate(SAME)
