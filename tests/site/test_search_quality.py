"""Whether the search finds what people mean: lists of questions, phrases that it was not given, questions typed badly.

`search_questions/open.tsv` holds what people asked, each with the addresses that answer it (a regular expression). Who
mends a question adds words for its subject, never the question itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import brotli
import pytest
from lxml import html

from publishing import search
from publishing.search import dutch, index
from publishing.search.places import Place
from tests.conftest import ROOT, TODAY, one_in
from tests.site.test_search import QUESTIONS

HERE = Path(__file__).parent
OPEN = HERE / "search_questions" / "open.tsv"
HELD_OUT = 4  # builds, each without a quarter of the phrases
FIRST, IN_THREE = 0, 2

Ask = Callable[[Path, list[str]], list[list[str]]]


def node(asked: dict[str, Any]) -> Any:
    """Ask in Node."""
    command = ["node", "--no-warnings", str(HERE / "rank.mjs")]
    run = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def ask(site_dir: Path) -> Ask:
    """Give the addresses of the places for each question."""

    def asked(made: Path, questions: list[str]) -> list[list[str]]:
        found: list[list[str]] = node(
            {
                "script": str((site_dir / "zoeken" / "rank.js").resolve()),
                "index": str(made.resolve()),
                "questions": questions,
            }
        )
        return found

    return asked


@pytest.fixture(scope="module")
def built(site_dir: Path) -> Path:
    """The index of the built site."""
    return site_dir / "zoeken" / "index.json"


@pytest.fixture(scope="module")
def found_in(site_dir: Path) -> list[Place]:
    """What can be found on the built site."""
    return search.found_in(site_dir, ROOT / "docs", date.fromisoformat(TODAY))


def listed() -> dict[str, str]:
    """The open list: a question, and the addresses that answer it."""
    return dict(line.split("\t") for line in OPEN.read_text("utf-8").splitlines())


def share(found: list[list[str]], answers: list[str], last: int) -> float:
    """Of a hundred questions, how many have an answer among the first places."""
    met = [
        any(re.search(right, place) for place in places[: last + 1])
        for places, right in zip(found, answers, strict=True)
    ]
    return 100 * sum(met) / len(met)


def test_of_the_open_list_97_are_among_the_first_three_and_88_first(ask: Ask, built: Path) -> None:
    questions = listed()
    found = ask(built, list(questions))
    assert share(found, list(questions.values()), IN_THREE) >= 97
    assert share(found, list(questions.values()), FIRST) >= 88


def test_every_known_question_finds_its_page_in_the_first_three(ask: Ask, built: Path) -> None:
    found = dict(zip(QUESTIONS, ask(built, list(QUESTIONS)), strict=True))
    missed = {
        question: found[question][:3]
        for question, address in QUESTIONS.items()
        if address not in [place.split("#")[0] for place in found[question][:3]]
    }
    assert missed == {}


@pytest.mark.parametrize("part", one_in(HELD_OUT, range(HELD_OUT)))
def test_of_phrases_that_the_index_does_not_have_70_in_a_hundred_find_their_place_or_one_that_it_is_linked_with(
    ask: Ask, found_in: list[Place], site_dir: Path, tmp_path: Path, part: int
) -> None:
    table = tomllib.loads(search.TABLE.read_text("utf-8"))
    linked = links_between(found_in, site_dir)
    number = iter(range(1_000_000))
    kept, questions = [], []
    for place in found_in:
        left_out = [phrase for phrase in place.phrases if next(number) % HELD_OUT == part]
        kept.append(replace(place, phrases=[phrase for phrase in place.phrases if phrase not in left_out]))
        questions += [(phrase, place) for phrase in left_out]
    made = tmp_path / "index.json"
    made.write_text(json.dumps(index.make(kept, table)), "utf-8")
    met = 0
    for (_, place), found in zip(questions, ask(made, [phrase for phrase, _ in questions]), strict=True):
        met += any(name_of(address) in linked[name_of(place.address)] for address in found[: IN_THREE + 1])
    assert 100 * met / len(questions) >= 70


def name_of(address: str) -> str:
    """A page, or a term of the glossary; an outcome of the decision helper is the same for whichever role."""
    page, _, anchor = address.removeprefix("/").partition("#")
    outcome = re.fullmatch(r"wegwijzer/[a-z]+/([a-z0-9-]+)/", page)
    return f"{page}#{anchor}" if page == "begrippen/" and anchor else outcome[1] if outcome else page


def links_between(found_in: list[Place], site: Path) -> dict[str, set[str]]:
    """Give for each place itself, the places it leads to, and those that lead to it."""
    linked: dict[str, set[str]] = {name_of(place.address): {name_of(place.address)} for place in found_in}
    for place in found_in:
        page, _, term = place.address.partition("#")
        article = html.fromstring((site / page / "index.html").read_text("utf-8")).xpath("//article")[0]
        if term:
            heading = article.xpath(f"//*[@id='{term}']")[0]
            part = takewhile(lambda element: element.tag != "h2", heading.itersiblings())
            found = [link for element in part for link in element.xpath(".//a/@href")]
        else:
            found = article.xpath(".//a/@href")
        for link in found:
            other = name_of(urljoin(f"/{page}", link))
            if other in linked:
                linked[name_of(place.address)].add(other)
                linked[other].add(name_of(place.address))
    return linked


def swap(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


MANGLED: dict[str, tuple[Callable[[str, int], str], int, int]] = {
    "a letter dropped": (lambda word, at: word[:at] + word[at + 1 :], 70, 84),
    "a letter doubled": (lambda word, at: word[:at] + word[at] + word[at:], 80, 92),
    "two letters swapped": (swap, 70, 84),
}


def in_the_longest_word(question: str, change: Callable[[str, int], str]) -> str:
    word = max(question.split(), key=len)
    place = 1 + sum(map(ord, question)) % max(1, len(word) - 3)  # anywhere within it, the same each time
    return question.replace(word, change(word, place)) if len(word) > 4 else question


@pytest.mark.parametrize("how", MANGLED)
def test_a_question_with_a_typing_error_finds_nearly_as_much(how: str, ask: Ask, built: Path) -> None:
    change, first, in_three = MANGLED[how]
    questions = listed()
    found = ask(built, [in_the_longest_word(question, change) for question in questions])
    assert share(found, list(questions.values()), FIRST) >= first
    assert share(found, list(questions.values()), IN_THREE) >= in_three


@pytest.mark.parametrize(
    ("typed", "first", "in_three"),
    [
        (str.upper, 88, 97),
        (lambda question: question[:-3], 66, 83),
        (lambda question: f"Kunt u mij vertellen {question}? Alvast bedankt!", 80, 93),
    ],
    ids=["in capitals", "its last letters not typed yet", "wrapped in politeness"],
)
def test_a_question_typed_otherwise_finds_nearly_as_much(
    typed: Callable[[str], str], first: int, in_three: int, ask: Ask, built: Path
) -> None:
    questions = listed()
    found = ask(built, [typed(question) for question in questions])
    assert share(found, list(questions.values()), FIRST) >= first
    assert share(found, list(questions.values()), IN_THREE) >= in_three


def test_no_phrase_and_no_group_of_words_is_a_listed_question(found_in: list[Place]) -> None:
    asked = {" ".join(dutch.words(question)) for question in listed() if question.count(" ") > 1}
    groups = tomllib.loads(search.TABLE.read_text("utf-8"))["groups"]
    written = [phrase for place in found_in for phrase in place.phrases]
    written += [item for group in groups for item in re.split("[=~>]", group)]
    assert sorted(asked & {" ".join(dutch.words(text)) for text in written}) == []


def test_a_group_of_words_says_one_thing_about_them() -> None:
    """One sign in a line decides for all of it, so another beside it would say what is not done."""
    groups = tomllib.loads(search.TABLE.read_text("utf-8"))["groups"]
    assert [group for group in groups if len(set(re.findall(" ([=~>]) ", group))) != 1] == []


def test_python_and_the_browser_find_the_same_stem_of_every_word(found_in: list[Place]) -> None:
    texts = [text for place in found_in for text in (place.title, place.description, *place.phrases)]
    texts += [text for place in found_in for section in place.sections for text in (section.heading, section.text)]
    words = sorted({word for text in texts for word in dutch.words(text)})
    assert len(words) > 3000
    stems = node({"script": str(ROOT / "overrides" / "assets" / "search" / "dutch.js"), "words": words})
    assert stems == [dutch.stem(word) for word in words]


def test_the_search_is_two_files_of_100_kilobytes_together(site_dir: Path) -> None:
    files = [file for file in (site_dir / "zoeken").iterdir() if file.suffix in (".js", ".json")]
    assert {file.name for file in files} == {"rank.js", "index.json"}
    assert sum(len(brotli.compress(file.read_bytes())) for file in files) <= 100_000
