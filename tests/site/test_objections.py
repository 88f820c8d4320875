"""/ja-maar/: tick several objections, get one link and one print; the choice lives in the address only."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import ROOT, Visitor

OBJECTIONS = sorted(
    (int(found.group(1)), file.stem)
    for file in (ROOT / "docs" / "ja-maar").glob("*.md")
    if (found := re.search(r"^jamaar: (\d+)$", file.read_text("utf-8"), re.MULTILINE))
)
TWO = "kies=extra-kosten,verhuizing"


def shown(page: Page) -> list[str]:
    """The names of the objections whose text stands below the list."""
    names: list[str] = page.evaluate(
        "[...document.querySelectorAll('article[data-selectie]')].map(part => part.dataset.selectie)"
    )
    return names


def test_there_are_fourteen_objections_in_one_order(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open("/ja-maar/")
    links = page.locator("[data-selectie-lijst] li > a")
    assert [number for number, _ in OBJECTIONS] == list(range(1, 15))
    assert [link.get_attribute("href") for link in links.all()] == [f"{name}/" for _, name in OBJECTIONS]


def test_without_javascript_the_list_is_whole_and_has_no_dead_buttons(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open(f"/ja-maar/#{TWO}")
    assert page.locator("[data-selectie-lijst] li").count() == 14
    assert not page.locator("[data-selectie]").is_visible()
    assert not page.locator("[data-selectie-tekst]").is_visible()
    assert not page.locator("[data-selectie-lijst] input").count()


def test_objections_are_chosen_with_the_keyboard_and_the_address_follows(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/ja-maar/")
    first = page.get_by_role("checkbox", name="extra kosten")
    first.focus()
    page.keyboard.press("Space")
    page.get_by_role("checkbox", name="verhuizen").press("Space")
    expect(page.locator("article[data-selectie]")).to_have_count(2)
    assert page.url == f"{reader.base}/ja-maar/#{TWO}"
    assert shown(page) == ["extra-kosten", "verhuizing"]
    expect(page.locator("[data-selectie-aantal]")).to_have_text("U koos 2 bezwaren.")
    first.press("Space")
    expect(page.locator("article[data-selectie]")).to_have_count(1)
    assert page.url.endswith("#kies=verhuizing")
    page.locator("[data-selectie-leeg]").press("Enter")
    expect(page.locator("[data-selectie-tekst]")).to_be_hidden()
    assert page.url == f"{reader.base}/ja-maar/"


def test_a_link_brings_the_same_choice_in_the_same_order(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/ja-maar/#kies=verhuizing,extra-kosten")
    expect(page.locator("article[data-selectie]")).to_have_count(2)
    assert shown(page) == ["verhuizing", "extra-kosten"]
    assert page.locator("[data-selectie-lijst] input:checked").count() == 2
    assert page.locator("article[data-selectie] [id]").count() == 0
    assert page.locator("article[data-selectie] h1").count() == 0


def test_who_is_sent_a_choice_sees_its_texts_first(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390).open(f"/ja-maar/#{TWO}")
    expect(page.get_by_role("heading", name="Voor u gekozen: 2 bezwaren")).to_be_in_viewport()
    text, choice = (page.locator(part).bounding_box() for part in ("[data-selectie-tekst]", "[data-selectie-lijst]"))
    assert text
    assert choice
    assert text["y"] < choice["y"]


def test_what_to_do_stands_below_the_short_answer_and_the_next_at_the_end(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open("/ja-maar/extra-kosten/")
    places = ("h1", "[data-kies-erbij]", "#wat-er-waar-aan-is", "#wat-nu", "[data-kies-mee]", "#bronnen")
    tops = [page.locator(place).first.evaluate("part => part.getBoundingClientRect().top") for place in places]
    assert tops == sorted(tops)


def test_a_link_with_unknown_names_shows_what_is_known(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/ja-maar/#kies=bestaat-niet,../over,%00,<img src=x onerror=alert(1)>,verhuizing,verhuizing")
    expect(page.locator("article[data-selectie]")).to_have_count(1)
    assert shown(page) == ["verhuizing"]
    assert page.url.endswith("#kies=verhuizing")
    assert reader.errors == []


def test_a_link_to_a_heading_leaves_the_choice_alone(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(f"/ja-maar/#{TWO}")
    page.evaluate("location.hash = 'wat-nu'")
    page.wait_for_url(f"**/ja-maar/#{TWO}")
    assert page.locator("[data-selectie-lijst] input:checked").count() == 2


def test_links_in_the_chosen_texts_hold_on_the_overview(visitor: Callable[..., Visitor], site_dir: Path) -> None:
    reader = visitor()
    page = reader.open(f"/ja-maar/#{TWO}")
    expect(page.locator("article[data-selectie]")).to_have_count(2)
    links: list[str] = page.evaluate(
        "[...document.querySelectorAll('article[data-selectie] a')].map(link => link.getAttribute('href'))"
    )
    inside = [link.removeprefix(reader.base).split("#")[0] for link in links if link.startswith(reader.base)]
    assert len(inside) > 5
    assert [link for link in inside if not (site_dir / link.strip("/") / "index.html").is_file()] == []
    assert all(link.startswith("http") for link in links)


def test_the_print_holds_the_choice_alone(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open(f"/ja-maar/#{TWO}")
    expect(page.locator("article[data-selectie]")).to_have_count(2)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("[data-selectie-lijst]").is_visible()
    assert not page.get_by_role("heading", name="Waarom zou ik").is_visible()
    assert page.locator("article[data-selectie='extra-kosten'] h2").is_visible()
    assert page.locator("article[data-selectie='verhuizing'] h2").is_visible()
    assert page.locator("[data-selectie-tekst] [data-adres]").inner_text() == f"{reader.base}/ja-maar/#{TWO}"


def test_the_button_prints_and_the_other_copies_the_link(visitor: Callable[..., Visitor]) -> None:
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open(f"/ja-maar/#{TWO}")
    page.evaluate(
        "window.print = () => { window.printed = document.querySelectorAll('article[data-selectie]').length }"
    )
    page.locator("[data-selectie-druk-af]").press("Enter")
    page.locator("[data-kopieer-link]").press("Enter")
    expect(page.locator("[data-bij-keuze] [role=status]")).to_have_text("Link gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == f"{reader.base}/ja-maar/#{TWO}"
    assert page.evaluate("window.printed") == 2


def test_a_text_that_does_not_arrive_is_told_and_the_rest_is_shown(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    reader.page.route("**/ja-maar/extra-kosten/", lambda route: route.abort())
    page = reader.open(f"/ja-maar/#{TWO}")
    expect(page.locator("[data-selectie-paginas] > article")).to_have_count(2)
    expect(page.locator("[data-selectie-paginas] > article").first).to_contain_text("kon nu niet worden geladen")
    assert shown(page) == ["verhuizing"]


def test_an_objection_is_added_to_the_choice_that_the_reader_came_with(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/ja-maar/extra-kosten/#kies=verhuizing")
    page.locator("[data-kies-erbij]").click()
    page.wait_for_url("**/ja-maar/#kies=verhuizing,extra-kosten")
    expect(page.locator("article[data-selectie]")).to_have_count(2)
    page.locator("[data-selectie-lijst] a").first.click()
    page.wait_for_url("**/ja-maar/kost-te-veel-tijd/#kies=verhuizing,extra-kosten")


def test_the_next_objection_follows_the_order_and_the_last_leads_to_the_first(site_dir: Path) -> None:
    names = [name for _, name in OBJECTIONS]
    for name, following in zip(names, [*names[1:], names[0]], strict=True):
        text = (site_dir / "ja-maar" / name / "index.html").read_text("utf-8")
        assert f'href="../{following}/" data-kies-mee' in text, name


def test_the_link_of_an_objection_is_copied_without_the_choice(visitor: Callable[..., Visitor]) -> None:
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open("/ja-maar/extra-kosten/#kies=verhuizing")
    page.locator("[data-kopieer-link]").press("Enter")
    expect(page.locator("[data-kopieer-link] ~ [role=status]")).to_have_text("Link gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == f"{reader.base}/ja-maar/extra-kosten/"


def test_the_choice_is_stored_nowhere_and_told_to_nobody(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open(f"/ja-maar/#{TWO}")
    expect(page.locator("article[data-selectie]")).to_have_count(2)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert reader.elsewhere() == []
    assert [url for url in reader.requests if "kies" in url.split("#")[0]] == []
