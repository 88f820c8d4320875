"""Pages begin with a small archive of Python. What it lacks, a page gets from the full one, and nobody notices."""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from calculators import browser, questions
from publishing.engine import browser_start, cutting
from publishing.engine.archives import read_archive, write_archive
from tests.conftest import Visitor
from tests.engine.conftest import CALCULATOR, BrokenServer, fill, python_worker, wait_for_status
from tests.engine.test_form import DAY, LAST_DAY
from tests.engine.test_same_answer import parts

AT_ONCE = 200  # so many questions go to the page together

ASK = """
async calls => {
  const script = document.querySelector('link[rel=modulepreload][href*="/python-engine."]').href;
  const { python } = await import(script);
  const answers = [];
  for (const [name, ...values] of calls) {
    answers.push(await python.call(name, ...values).catch(error => `${error}`));
  }
  return answers;
}
"""


def how_often_full(page: Page) -> int:
    """How often this page went on with the full files."""
    found: int = page.evaluate("performance.getEntriesByName('python-full').length")
    return found


def comparable(answer: str) -> Any:
    """A Word file by its parts: versions of zlib pack differently."""
    return parts(answer) if '"base64": true' in answer else answer


def differences(page: Page, calls: list[questions.Call]) -> list[questions.Call]:
    """The questions that have another answer in this page than on this machine."""
    found = []
    for start in range(0, len(calls), AT_ONCE):
        asked = calls[start : start + AT_ONCE]
        there = page.evaluate(ASK, asked)
        here = [getattr(browser, name)(*values) for name, *values in asked]
        found += [
            call for call, one, other in zip(asked, here, there, strict=True) if comparable(one) != comparable(other)
        ]
    return found


def test_a_part_of_all_questions_has_the_same_answer_here_and_in_the_small_archive(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open(CALCULATOR)
    calls = [*islice(questions.recorded(), 0, None, 20), *questions.drawn(seed=7, number=300)]
    assert differences(page, calls) == []
    assert how_often_full(page) == 0


@pytest.mark.full
def test_every_question_has_the_same_answer_here_and_in_the_small_archive(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(CALCULATOR)
    assert differences(page, [*questions.recorded(), *questions.drawn(seed=11, number=5000)]) == []
    assert how_often_full(page) == 0


def give_another_archive(server: BrokenServer, small: Path, content: bytes) -> None:
    """Let the server send another small archive, and name its checksum in the pages."""
    digest = hashlib.sha256(content).digest()
    old = hashlib.sha256(small.read_bytes()).digest()
    changes = {
        f'"bytes":{small.stat().st_size},': f'"bytes":{len(content)},',
        base64.b64encode(old).decode(): base64.b64encode(digest).decode(),
    }

    def page(html: bytes) -> tuple[int, bytes]:
        for before, after in changes.items():
            assert before.encode() in html
            html = html.replace(before.encode(), after.encode())
        return 200, html

    server.faults["small.*"] = lambda _: (200, content)
    server.faults[""] = page


def without(small: Path, *left_out: str) -> bytes:
    """The small archive with functions of these files cut out too; of a module with ``-`` before it nothing is left."""
    files = read_archive(small)
    for name in left_out:
        if name.startswith("-"):
            del files[name[1:] + ".pyc"]
            files[browser_start.LEFT_OUT] += f" {name[1:]}".encode()
        else:
            files[name] = cutting.cut(files[name], frozenset())
    made = BytesIO()
    write_archive(made, files)
    return made.getvalue()


POOR: dict[str, Callable[[Path], bytes]] = {
    "a function that every answer needs": lambda small: without(small, "jinja2/runtime.pyc"),
    "a module that every answer needs": lambda small: without(small, "-decimal"),
    "a function that Python needs to start": lambda small: without(small, "encodings/__init__.pyc"),
    "all functions of the import system's helpers": lambda small: without(small, "importlib/resources/readers.pyc"),
    "half of the archive": lambda small: small.read_bytes()[: small.stat().st_size // 2],
    "everything": lambda _: b"",
}


@pytest.mark.parametrize("lacking", POOR)
def test_what_the_small_archive_lacks_the_full_one_has_and_the_reader_notices_nothing(
    visitor: Callable[..., Visitor], broken_server: BrokenServer, small: Path, lacking: str
) -> None:
    give_another_archive(broken_server, small, POOR[lacking](small))
    made = visitor()
    made.page.goto(f"{broken_server.address}{CALCULATOR}")
    wait_for_status(made.page, "klaar", "fout")
    fill(made.page, "eerste-ziektedag", DAY)
    assert LAST_DAY in made.page.locator("[data-uitkomst]").inner_text()
    assert made.page.locator("[data-storing]").is_hidden()
    assert how_often_full(made.page) == 1


def test_an_error_of_our_own_ends_in_its_text_from_the_full_files_and_the_page_goes_on(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open(CALCULATOR)
    [wrong, right] = page.evaluate(
        ASK, [["respond", "bestaat-niet", "", questions.TODAY], ["respond", "tijdlijn", "", questions.TODAY]]
    )
    assert "KeyError" in wrong
    assert "bestaat-niet" in wrong
    assert json.loads(right)["status"] == "vragen"
    assert how_often_full(page) == 1


def test_the_next_page_begins_with_the_small_archive_again(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    page = made.open(CALCULATOR)
    wait_for_status(page, "klaar")
    python_worker(page).evaluate("void (self.onmessage = () => { throw new Error('broken'); })")
    fill(page, "eerste-ziektedag", DAY)
    assert how_often_full(page) == 1
    made.requests.clear()
    made.open("/rekenhulpen/no-riskpolis/")
    wait_for_status(page, "klaar")
    assert how_often_full(page) == 0
    assert [url for url in made.requests if "/full." in url] == []


def test_when_the_full_files_fail_too_the_page_says_so_and_trying_again_works(
    visitor: Callable[..., Visitor], broken_server: BrokenServer, small: Path
) -> None:
    give_another_archive(broken_server, small, b"")
    broken_server.faults["full.*"] = lambda _: (404, b"")
    page = visitor().page
    page.goto(f"{broken_server.address}{CALCULATOR}")
    wait_for_status(page, "fout")
    assert page.locator("[data-storing]").is_visible()
    del broken_server.faults["full.*"]
    page.locator("[data-opnieuw]").click()
    wait_for_status(page, "klaar")


def test_a_module_that_no_question_needs_is_in_the_full_archive_only(small: Path, full: Path) -> None:
    with zipfile.ZipFile(small) as archive:
        left_out = archive.read(browser_start.LEFT_OUT).decode().split()
        assert "statistics" in left_out
        assert "statistics.pyc" not in archive.namelist()
    assert "statistics.pyc" in read_archive(full)
