"""Pages begin with small files of Python. What they lack, a page gets from the full ones, and nobody notices."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from calculators import browser, questions
from calculators.registry import all_names, calculator
from publishing.engine import browser_start, cutting, image, payloads
from publishing.engine import bundle as engine
from publishing.engine.archives import read_archive
from publishing.engine.recording import MACHINE_CODE
from tests.conftest import Visitor, one_in
from tests.engine.conftest import CALCULATOR, BrokenServer, fill, python_worker, wait_for_status
from tests.engine.test_form import DAY, LAST_DAY
from tests.engine.test_same_answer import parts

AT_ONCE = 200  # so many questions go to the page together

ASK = """async calls => {
  const script = document.querySelector('link[rel=modulepreload][href*="/python-engine."]').href;
  const { python } = await import(script);
  const answers = [];
  for (const [name, ...values] of calls) {
    answers.push(await python.call(name, ...values).catch(error => `${error}`));
  }
  return answers;
}
"""


HOW_OFTEN_FULL = "performance.getEntriesByName('python-full').length"


def how_often_full(page: Page) -> int:
    """How often this page went on with the full files."""
    found: int = page.evaluate(HOW_OFTEN_FULL)
    return found


def comparable(answer: str) -> Any:
    """A Word file by its parts: versions of zlib pack differently."""
    return parts(answer) if '"base64": true' in answer else answer


def differences(ask: Callable[[str, Any], Any], calls: list[questions.Call]) -> list[questions.Call]:
    """The questions that have another answer in a page than on this machine; `ask` runs a script there."""
    found = []
    for start in range(0, len(calls), AT_ONCE):
        asked = calls[start : start + AT_ONCE]
        there = ask(ASK, asked)
        here = [getattr(browser, name)(*values) for name, *values in asked]
        found += [
            call for call, one, other in zip(asked, here, there, strict=True) if comparable(one) != comparable(other)
        ]
    return found


PAGES = set(all_names())
IN_SHORT = {"wie-betaalt-wat", "documenten/bezwaar-wia"}  # the others in `make test-full`


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in IN_SHORT else pytest.mark.full) for name in sorted(PAGES)]
)
def test_a_part_of_its_questions_has_the_same_answer_here_and_on_its_page(
    visitor: Callable[..., Visitor], name: str
) -> None:
    asked = [*islice(questions.recorded(), 0, None, 80), *questions.drawn(seed=7, number=150)]
    page = visitor().open(calculator(name).address)
    assert differences(page.evaluate, [call for call in asked if call[1] == name]) == []
    assert how_often_full(page) == 0


@pytest.mark.full
@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_question_has_the_same_answer_here_and_on_its_page(visitor: Callable[..., Visitor], name: str) -> None:
    asked = [*questions.recorded(), *questions.drawn(seed=11, number=5000)]
    page = visitor().open(calculator(name).address)
    assert differences(page.evaluate, [call for call in asked if call[1] == name]) == []
    assert how_often_full(page) == 0


def test_a_file_that_is_taken_along_needs_no_full_files(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/documenten/geheimhouding/")
    wait_for_status(page, "klaar")
    with page.expect_download():
        page.locator("[data-download]").first.click()
    assert how_often_full(page) == 0


# Of the small ones, by key in the page's list.
FILES = {"image": "image.*", "own": "own-*", "wasm": "pyodide.*.wasm"}


def give_other_files(server: BrokenServer, parts: dict[str, bytes]) -> None:
    """Let the server send other files, by their keys in the list, and name the checksums in the pages."""

    def page(html: bytes) -> tuple[int, bytes]:
        start, listed, end = re.split(rb'(?<=data-map="../../assets/engine/">)(.*?)(?=</script>)', html, maxsplit=1)
        files = json.loads(listed)
        for key, part in parts.items():
            integrity = f"sha256-{base64.b64encode(hashlib.sha256(part).digest()).decode()}"
            files[key] |= {"bytes": len(part), "integrity": integrity}
        return 200, start + json.dumps(files).encode() + end

    for key, part in parts.items():
        server.faults[FILES[key]] = lambda _, part=part: (200, part)  # type: ignore[misc]
    server.faults[""] = page


def images_without(bundle: Path, archives: payloads.Archives, cut: str) -> dict[str, bytes]:
    """Images in which all functions of a file were cut; nothing was asked while they were made."""
    shared = archives.shared | {cut: cutting.cut(archives.shared[cut], frozenset())}
    [worker] = (file.read_bytes() for file in bundle.glob("python-worker.[0-9a-f]*.js"))
    uncut = engine.uncut(MACHINE_CODE.read_bytes(), worker)
    own = {form: archives.own[form] for form in ("tijdlijn", "bezwaar-termijn")}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(image, "ASKED", 0)
        made = image.made(uncut, worker, replace(archives, shared=shared, own=own))
    return {"image": made.shared, "own": made.own["tijdlijn"]}


def published(bundle: Path) -> bytes:
    """The image that pages share."""
    [found] = bundle.glob("image.*.bin")
    return found.read_bytes()


def of_another_table(memory: bytes) -> bytes:
    """An image as for machine code with one function more."""
    size, functions, *marks = image.HEAD.unpack_from(memory)
    return image.HEAD.pack(size, functions + 1, *marks) + memory[image.HEAD.size :]


POOR: dict[str, Callable[[Path, payloads.Archives], dict[str, bytes]]] = {
    "a function that every answer needs": lambda bundle, all_of: images_without(
        bundle, all_of, "calculators/answering.pyc"
    ),
    "half of the memory": lambda bundle, _: {"image": published(bundle)[: len(published(bundle)) // 2]},
    "a memory for other machine code": lambda bundle, _: {"image": of_another_table(published(bundle))},
    "what it goes on from": lambda bundle, _: {
        "own": next(bundle.glob("own-documenten-geheimhouding.*.bin")).read_bytes()
    },
    "all of the memory": lambda *_: {"image": b"-"},
    "all of its own": lambda *_: {"own": b"-"},
}


def answers_from_the_full_files(page: Page, server: BrokenServer) -> None:
    """Open the calculator and fill in a day: the right answer comes, by the full files, and no word of a failure."""
    page.goto(f"{server.address}{CALCULATOR}")
    wait_for_status(page, "klaar", "fout")
    fill(page, "eerste-ziektedag", DAY)
    assert LAST_DAY in page.locator("[data-uitkomst]").inner_text()
    assert page.locator("[data-storing]").is_hidden()
    assert how_often_full(page) == 1


@pytest.mark.parametrize("lacking", one_in(3, POOR))
def test_what_the_small_files_lack_the_full_ones_have_and_the_reader_notices_nothing(
    visitor: Callable[..., Visitor],
    broken_server: BrokenServer,
    bundle: Path,
    archives: payloads.Archives,
    lacking: str,
) -> None:
    give_other_files(broken_server, POOR[lacking](bundle, archives))
    answers_from_the_full_files(visitor().page, broken_server)


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


def test_the_next_page_begins_with_the_small_files_again(visitor: Callable[..., Visitor]) -> None:
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
    assert [url for url in made.requests if "full." in url] == []


def test_a_link_that_carries_another_calculators_answers_needs_no_full_files(visitor: Callable[..., Visitor]) -> None:
    made = visitor()
    page = made.open(f"{CALCULATOR}#eerste-ziektedag={DAY}&ziekgemeld-op=2025-11-24&bestaat-niet=1")
    wait_for_status(page, "klaar")
    assert "bestaat-niet" in page.locator("[data-melding]").inner_text()
    assert "ziekgemeld" not in page.locator("[data-melding]").inner_text()
    assert how_often_full(page) == 0


def test_when_the_full_files_fail_too_the_page_says_so_and_trying_again_works(
    visitor: Callable[..., Visitor], broken_server: BrokenServer
) -> None:
    give_other_files(broken_server, {"image": b"-"})
    broken_server.faults["full.*"] = lambda _: (404, b"")
    page = visitor().page
    page.goto(f"{broken_server.address}{CALCULATOR}")
    wait_for_status(page, "fout")
    assert page.locator("[data-storing]").is_visible()
    del broken_server.faults["full.*"]
    page.locator("[data-opnieuw]").click()
    wait_for_status(page, "klaar")


def test_a_module_that_no_question_needs_is_in_the_full_archive_only(small: payloads.Library, full: Path) -> None:
    assert "statistics" in small[browser_start.LEFT_OUT].decode().split()
    assert "statistics.pyc" not in small
    assert "statistics.pyc" in read_archive(full)
