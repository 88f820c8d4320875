"""The whole matrix, in `make test-full`: every form in each engine, and pages through axe at every width."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Visitor
from tests.engines.conftest import AT_REST, Host, Reader
from tests.engines.test_journey import HANDED_OVER, KEEP_FILES, KEPT
from tests.site.test_accessibility import AXE, RULES, findings

pytestmark = [pytest.mark.full, pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")]

WIDTHS = (320, 390, 820, 1280)
PARTS_OF_THE_PAGES = 24  # so that no single test takes minutes
PARTS_OF_THE_FORMS = 6
# Marks the first field in which a reader can type; gives the kind of what it asks for.
FIRST_FIELD = """() => {
  const fields = "form[data-rekenhulp] [data-veld] :is(input[type=text], textarea)";
  const one = [...document.querySelectorAll(fields)].find(field => field.checkVisibility() && !field.disabled);
  one?.setAttribute("data-proef", "");
  return one ? one.closest("[data-veld]").className.match(/sw-veld--([a-z]+)/)[1] : "";
}"""
TYPED = {"date": "9-3-2026", "money": "2500", "number": "12", "text": "Een proef"}


@pytest.fixture(scope="module")
def forms(every_address: list[str], site_dir: Path) -> list[str]:
    """The address of every page with a form; the last address is of no page."""
    pages = {one: site_dir / one[1:] / "index.html" for one in every_address[:-1]}
    return [one for one, file in pages.items() if "data-rekenhulp=" in file.read_text("utf-8")]


@pytest.mark.parametrize("part", range(PARTS_OF_THE_FORMS))
def test_every_form_answers_what_is_typed_and_hands_over_its_file(
    reader: Reader, host: Host, forms: list[str], part: int
) -> None:
    for address in forms[part::PARTS_OF_THE_FORMS]:
        reader.answers(address)
        kind = reader.ask(FIRST_FIELD)
        if kind:
            reader.type("[data-proef]", TYPED.get(kind, TYPED["text"]))
            reader.wait_for_status("klaar")
            assert reader.ask("document.querySelector('[data-proef]').value") != "", address
        assert reader.text("[data-uitkomst]").strip() != "", address
        offered = reader.ask(
            "[...document.querySelectorAll('[data-download]')].find(one => one.checkVisibility()) != null"
        )
        if offered:
            reader.ask(KEEP_FILES)
            reader.ask("[...document.querySelectorAll('[data-download]')].find(one => one.checkVisibility()).click()")
            reader.wait(lambda: bool(reader.ask("window.handedOver.length")), f"the file of {address}")
            [[name, size, _]] = reader.ask(HANDED_OVER)
            assert name, address
            assert size > 100, address
        kept = reader.ask(KEPT)
        del kept["cached"]
        assert kept == {"local": [], "session": [], "cookies": "", "databases": []}, address
        assert host.reports == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", range(PARTS_OF_THE_PAGES))
def test_axe_finds_nothing_on_any_page_at_any_width_in_chromium(
    visitor: Callable[..., Visitor], every_address: list[str], part: int, scheme: str
) -> None:
    visit = visitor(scheme=scheme)
    found = {}
    for number, address in enumerate(every_address[part::PARTS_OF_THE_PAGES]):
        visit.open(address)
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 900})
            visit.page.evaluate(AT_REST)
            if problems := findings(visit.page, whole=number == 0):
                found[address, width] = problems
    assert found == {}


def test_axe_finds_nothing_on_a_page_of_each_kind_in_any_engine(reader: Reader, every_address: list[str]) -> None:
    of_each_kind = {address.split("/")[1]: address for address in every_address}
    found: dict[tuple[str, int], Any] = {}
    for address in of_each_kind.values():
        reader.open(address)
        if reader.ask("document.querySelector('form[data-rekenhulp]') != null"):
            reader.wait_for_status("klaar")
        reader.load(AXE.read_text("utf-8"))
        for width in (reader.narrowest, 1280):
            reader.resize(width)
            reader.ask(AT_REST)
            check = f"() => axe.run(document, {{runOnly: {RULES}}}).then(all => all.violations.map(one => one.id))"
            if problems := reader.ask(check):
                found[address, width] = problems
            sideways = reader.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if sideways > 0:
                found[address, width] = [*found.get((address, width), []), f"{sideways} px sideways"]
    assert found == {}
