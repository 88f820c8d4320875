"""On the first days of January, before anybody has put in the new figures, every page is still of use."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from urllib.parse import urlencode

import pytest

from calculators.browser import respond
from calculators.registry import calculator, names
from publishing.build import make_pages
from publishing.generator import Generator

pytestmark = pytest.mark.full  # it makes all pages anew, for another day
FIRST_WORKING_DAY = date(2027, 1, 4)
UNKNOWN = "sw-cijfer--onbekend"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of every page by its address, built for that day."""
    site = tmp_path_factory.mktemp("new-year") / "site"
    make_pages(site, FIRST_WORKING_DAY, False, Generator())
    return {file.parent.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("index.html")}


def article_of(page: str) -> str:
    return page.partition("<article")[2].partition("</article>")[0]


def words_of(part: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", part)))


def answer_on(pages: dict[str, str], name: str) -> str:
    return pages[f"rekenhulpen/{name}"].partition("<output")[2].partition("</form>")[0]


def test_no_page_is_empty_and_none_shows_an_error(pages: dict[str, str]) -> None:
    assert len(pages) > 150
    for address, page in pages.items():
        article = article_of(page)
        assert len(words_of(article)) > 200, address
        assert "<h1" in article, address
        # The place for an error is there from the start; nothing may stand in it.
        assert not re.search(r'class="sw-fout[^"]*"[^>]*>\s*[^<\s]', article), address
        assert 'aria-invalid="true"' not in article, address


def test_what_is_not_known_yet_is_said_in_words_and_no_page_consists_of_it(pages: dict[str, str]) -> None:
    shown = {address: page.count(UNKNOWN) for address, page in pages.items() if UNKNOWN in page}
    assert "regelingen/transitievergoeding" in shown
    known = {address: len(re.findall(r'<data class="sw-cijfer"', page)) for address, page in pages.items()}
    for address, count in shown.items():
        assert count <= 3 or count < known[address], address


def test_a_provisional_figure_is_marked_wherever_it_is_used(pages: dict[str, str]) -> None:
    assert 'class="sw-voorlopig"' in pages["bronnen"]
    money = calculator("wie-betaalt-wat")
    asked = urlencode({**money.example, "rol": "werkgever"})  # an employee pays no premiums
    card = json.loads(respond(money.name, asked, FIRST_WORKING_DAY.isoformat()))["kaart"]
    assert "aangekondigd, maar nog niet vastgesteld" in words_of(card)


def test_the_money_answer_keeps_its_known_part_and_names_the_rest_in_one_line(pages: dict[str, str]) -> None:
    answer = words_of(answer_on(pages, "wie-betaalt-wat"))
    assert len(set(re.findall(r"€ [\d.]+,\d\d", answer))) > 20
    assert "1 januari 2027 tot en met" in answer
    assert answer.count("werkgeverslasten 2027: nog niet bekend") == 1
    assert "zelf een percentage werkgeverslasten invullen" in answer


@pytest.mark.parametrize("name", names())
def test_every_calculator_answers_its_example(pages: dict[str, str], name: str) -> None:
    answer = answer_on(pages, name)
    assert len(words_of(answer)) > 500
    assert "Dag van dit antwoord: 4 januari 2027." in words_of(answer)
