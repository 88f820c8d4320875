"""Every word is in the Dutch dictionary, or in our own list of words that are right as well."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.docs.pages import HERE, Page, pages, paragraphs, plain, wegwijzer_pages

WORD_LIST = HERE / "docs-words.txt"


def all_pages() -> tuple[Page, ...]:
    """The prose, and the pages of the decision helper."""
    return (*pages(), *wegwijzer_pages())


def unknown(words: set[str]) -> set[str]:
    """The words that the Dutch dictionary does not know."""
    if not shutil.which("hunspell"):
        pytest.fail("hunspell is missing. Run: apt-get install hunspell hunspell-nl", pytrace=False)
    run = subprocess.run(
        ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-l"],
        input="\n".join(sorted(words)),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode or run.stderr:
        pytest.fail(f"hunspell cannot check Dutch. Run: apt-get install hunspell-nl\n{run.stderr}", pytrace=False)
    return set(run.stdout.split())


def text_of(page: Page) -> str:
    """All words that the page shows, in search results too."""
    front = [str(page.front.get(key, "")) for key in ("title", "description", "kort")]
    return " ".join([*front, *map(plain, paragraphs(page))]).replace("’", "'")


def words_of(page: Page) -> set[str]:
    """The words of a page, each without the signs around it."""
    words = (word.strip("\"'“”‘’().,:;?!…·#→|/=–—+*-") for word in text_of(page).replace("/", " ").split())
    return {word for word in words if any(sign.isalpha() for sign in word)}


def with_a_small_letter(word: str) -> str:
    """The word as it stands in the middle of a sentence, unless it is an abbreviation."""
    return word if word[1:] != word[1:].lower() else word.lower()


def own_words() -> list[str]:
    """Our own list: names, abbreviations, and words that the dictionary lacks."""
    return WORD_LIST.read_text("utf-8").splitlines()


def test_a_misspelled_word_is_noticed():
    assert unknown({"werkgever", "werkgver", "uitkerring", "reïntegratie"}) == {
        "werkgver",
        "uitkerring",
        "reïntegratie",
    }


def test_every_word_is_spelled_right():
    unknown_words = unknown({word for page in all_pages() for word in words_of(page)})
    wrong = {word for word in unknown_words if not {word, with_a_small_letter(word)} & set(own_words())}
    where = {word: [page.name for page in all_pages() if word in words_of(page)] for word in wrong}
    assert where == {}, f"Mend the word; only when it is a real one, add it to {WORD_LIST.name}"


def test_our_word_list_is_sorted_and_holds_only_words_that_the_pages_need():
    ours = own_words()
    used = {word for page in all_pages() for word in words_of(page)}
    assert ours == sorted(set(ours), key=str.casefold)
    assert set(ours) <= used | {with_a_small_letter(word) for word in used}
    assert set(ours) <= unknown(set(ours))
