"""The parts of single pages: the home page, the wrong address, the four forms compared, copying and QR codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from markdown import Markdown
from playwright.sync_api import Page, expect

from publishing import finishing
from publishing.markdown_extension import SpoorwijzerExtension, UnknownNameError
from tests.conftest import ROOT, Visitor


def links_in_text(site: Path, address: str) -> set[str]:
    """The pages to which the text of a page leads; its menus and foot do not count."""
    text = (site / address.strip("/") / "index.html").read_text("utf-8")
    article = text.partition("<article")[2].partition("</article>")[0]
    return {
        target.path
        for link in re.findall(r'<a\b[^>]*\bhref="([^"]+)"', article)
        if (target := urlsplit(urljoin(f"https://site{address}", link))).netloc == "site"
    }


def test_the_home_page_leads_anywhere_in_two_clicks(site_dir: Path, addresses: list[str]) -> None:
    first = links_in_text(site_dir, "/")
    pages = {address for address in addresses[:-1] if address.count("/") < 4}  # the decision helper's are answered to
    second = {link for address in first & pages for link in links_in_text(site_dir, address)}
    assert pages - first - second - {"/"} == set()


def test_the_home_page_names_what_readers_come_for(site_dir: Path) -> None:
    assert {
        "/werknemer/", "/werkgever/", "/inlener/", "/begeleider/", "/wegwijzer/", "/ja-maar/", "/plekken/",
        "/rekenhulpen/tijdlijn/", "/rekenhulpen/wie-betaalt-wat/", "/rekenhulpen/no-riskpolis/", "/wijzigingen/",
    } <= links_in_text(site_dir, "/")  # fmt: skip
    assert "Laatst gecontroleerd op" in (site_dir / "index.html").read_text("utf-8")


def test_every_guidance_page_says_from_when_it_holds_and_when_it_was_checked(
    site_dir: Path, addresses: list[str]
) -> None:
    for address in addresses[:-1]:
        if address.split("/")[1] in {"ja-maar", "plekken", "regelingen", "sporen", "werknemer", "werkgever", "inlener"}:
            text = (site_dir / address.strip("/") / "index.html").read_text("utf-8")
            foot = text.partition('<p class="sw-gecontroleerd"')[2].partition("</p>")[0]
            assert re.search(r'Geldt vanaf <time datetime="\d{4}-\d\d-\d\d">', foot), address
            assert re.search(r'Laatst gecontroleerd op <time datetime="\d{4}-\d\d-\d\d">', foot), address


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("/ja-mar/extra-koste/", "/ja-maar/extra-kosten/"),
        ("/no-risk-polis", "/regelingen/no-riskpolis/"),
        ("/Plekken/Proefplaatsing.html", "/plekken/proefplaatsing/"),
        ("/rekenhulp/tijdlijn/#eerste-ziektedag=2026-01-05", "/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-01-05"),
        ("/werkervaringsplek/", "/plekken/werkervaringsplaats/"),
    ],
)
def test_a_wrong_address_offers_the_nearest_page(visitor: Callable[..., Visitor], wrong: str, meant: str) -> None:
    reader = visitor()
    page = reader.open(wrong)
    offered = page.locator("[data-nabij] a")
    assert meant in [link.evaluate("link => link.href").removeprefix(reader.base) for link in offered.all()]
    assert reader.errors == []


@pytest.mark.parametrize(
    "wrong", ["/xyzzyqwx/", "/%E0%A4%A/", "/a/", "/%00/", f"/{'x' * 5000}/"], ids=lambda wrong: wrong[:12]
)
def test_an_address_like_no_other_offers_the_way_home_only(visitor: Callable[..., Visitor], wrong: str) -> None:
    reader = visitor()
    page = reader.open(wrong)
    assert page.locator("[data-nabij]").is_hidden()
    assert page.get_by_role("link", name="Begin opnieuw").is_visible()
    assert page.locator("article [data-zoek-openen]").is_visible()
    assert reader.errors == []


def columns(page: Page) -> list[str | None]:
    """The forms that stand in the first row of the comparison, from left to right."""
    cells = page.locator("table.sw-vergelijk tbody tr").first.locator("td:visible")
    return [cell.get_attribute("data-vorm") for cell in cells.all()]


def test_on_a_phone_two_of_the_four_forms_stand_side_by_side(visitor: Callable[..., Visitor]) -> None:
    reader = visitor(width=390)
    page = reader.open("/plekken/")
    assert columns(page) == ["werkervaringsplaats", "detachering"]
    page.get_by_label("Vergelijk").select_option("In dienst")
    assert columns(page) == ["in-dienst", "detachering"]
    assert page.url == f"{reader.base}/plekken/#vergelijk=in-dienst,detachering"
    left, right = (page.locator(f"table.sw-vergelijk tbody td[data-vorm={name}]").first.bounding_box()
                   for name in ("in-dienst", "detachering"))  # fmt: skip
    assert left
    assert right
    assert left["y"] == right["y"]
    assert right["x"] > left["x"]
    page.evaluate("scrollTo(0, 1200)")
    expect(page.locator("[data-vergelijk] select").last).to_be_in_viewport()


def test_the_same_form_is_never_compared_with_itself(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390).open("/plekken/#vergelijk=detachering,proefplaatsing")
    page.locator("[data-vergelijk] select").last.select_option("Detachering")
    assert page.get_by_label("Vergelijk").input_value() == "werkervaringsplaats"


def test_the_pair_of_an_address_or_a_role_is_shown_on_every_width(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    assert columns(reader.open("/plekken/#vergelijk=proefplaatsing,detachering")) == ["proefplaatsing", "detachering"]
    reader.open("/over/")
    assert len(columns(reader.open("/plekken/#vergelijk=bestaat-niet,detachering"))) == 4
    narrow = visitor(width=390)
    assert columns(narrow.open("/plekken/#rol=inlener")) == ["werkervaringsplaats", "in-dienst"]


def test_rows_that_are_equal_say_so_once_and_can_be_left_out(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390).open("/plekken/#vergelijk=werkervaringsplaats,detachering")
    equal = page.locator("td[data-gelijk='gelijk']")
    assert equal.count() > 0
    assert equal.first.evaluate("cell => cell.parentElement.querySelectorAll('td:not([hidden])').length") == 1
    page.get_by_role("button", name="Toon alleen de verschillen").press("Enter")
    assert [row.is_visible() for row in equal.all()] == [False] * equal.count()
    assert page.locator("table.sw-vergelijk tbody tr:visible").count() > 3


def test_without_javascript_all_four_forms_stand_there(visitor: Callable[..., Visitor]) -> None:
    for width in (390, 1280):
        page = visitor(width=width, javascript=False).open("/plekken/")
        assert not page.locator(".sw-paar").is_visible()
        assert all(cell.is_visible() for cell in page.locator("table.sw-vergelijk td").all())


def test_a_mark_of_certainty_opens_what_it_means_without_javascript(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390, javascript=False).open("/werknemer/mijn-loon/")
    expect(page.get_by_text("Een woord in een kader zegt")).to_be_visible()
    explanation = page.locator("#zekerheid-wet")
    expect(explanation).to_be_hidden()
    page.get_by_role("button", name="wet", exact=True).first.press("Enter")
    expect(explanation).to_contain_text("Het staat in de wet")
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()


@pytest.mark.parametrize("name", ["tijdlijn", "wie-betaalt-wat"])
def test_an_answer_with_marks_leads_to_what_they_mean(name: str, site_dir: Path) -> None:
    text = (site_dir / "rekenhulpen" / name / "index.html").read_text("utf-8")
    assert '<span class="sw-zekerheid' in text
    assert '<a href="../../over/#hoe-zeker-is-een-antwoord">' in text


def test_what_certainty_means_is_said_alike_on_the_page_about_us() -> None:
    about = (ROOT / "docs" / "over.md").read_text("utf-8")
    for word, text in finishing.CERTAINTIES.items():
        assert f'| {{{{ zekerheid("{word}") }}}} | {text} |' in about


def test_the_glossary_is_filtered_by_what_is_typed(visitor: Callable[..., Visitor]) -> None:
    reader = visitor(width=390)
    page = reader.open("/begrippen/")
    page.get_by_label("Zoek een begrip").fill("loonsanct")
    expect(page.locator("#loonsanctie")).to_be_visible()
    expect(page.locator("#arbodienst")).to_be_hidden()
    assert page.url == f"{reader.base}/begrippen/"
    page.get_by_label("Zoek een begrip").fill("")
    expect(page.locator("#arbodienst")).to_be_visible()
    page.get_by_role("navigation", name="Begrippen op letter").get_by_role("link", name="W", exact=True).click()
    expect(page.locator("h2#waadi")).to_be_in_viewport()


def test_an_address_of_a_figure_opens_the_fold_it_stands_in(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390).open("/bronnen/#cijfer-wachttijd-weken")
    expect(page.locator("#cijfer-wachttijd-weken h3")).to_be_in_viewport()
    page.get_by_label("Zoek een getal of een bron").fill("minimumloon")
    found = page.locator(".sw-cijferkaart:visible").count()
    assert 0 < found < page.locator(".sw-cijferkaart").count() / 10
    folded = visitor(javascript=False).open("/bronnen/")
    folded.locator(".sw-vouw summary").first.press("Enter")
    assert folded.locator(".sw-cijferkaart").first.is_visible()


def test_what_is_copied_by_hand_has_whole_words(visitor: Callable[..., Visitor]) -> None:
    page = visitor(permissions=["clipboard-read", "clipboard-write"]).open("/plekken/werkervaringsplaats/")
    assert "\u00ad" in page.locator("h1").inner_text()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    page.keyboard.press("Control+c")
    assert "erkervaringsplaats" in page.evaluate("navigator.clipboard.readText()")


def test_a_message_is_copied_with_its_address_in_it(visitor: Callable[..., Visitor]) -> None:
    page = visitor(permissions=["clipboard-read", "clipboard-write"]).open("/begeleider/links-per-situatie/")
    messages = page.locator(".md-content__inner > blockquote")
    buttons = page.locator("[data-kopieer-tekst]")
    assert buttons.count() == messages.count() > 10
    buttons.first.press("Enter")
    expect(page.locator("[data-kopieer-tekst] ~ [role=status]").first).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Onderwerp: ")
    assert "/werknemer/wat-gebeurt-er/" in copied
    assert "(link)" not in messages.all_inner_texts()


def test_where_copying_is_refused_the_text_stands_selected(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    reader.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page = reader.open("/ja-maar/extra-kosten/")
    page.locator("[data-kopieer-tekst]").first.press("Enter")
    field = page.locator("[data-knoppen] textarea")
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString()") == field.input_value() != ""


def test_without_javascript_no_button_to_copy_is_shown(visitor: Callable[..., Visitor]) -> None:
    for address in ("/ja-maar/extra-kosten/", "/begeleider/links-per-situatie/"):
        page = visitor(javascript=False).open(address)
        assert [
            button for button in page.locator(".md-content button:not(.sw-zekerheid)").all() if button.is_visible()
        ] == []


def test_a_qr_code_is_a_drawing_with_a_name_and_its_address_beside_it(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False, scheme="dark").open("/begeleider/links-per-situatie/")
    code = page.locator("details.sw-qr").first
    code.locator("summary").press("Enter")
    assert code.locator("svg[role=img]").is_visible()
    address = code.locator("figcaption").inner_text()
    assert address.endswith("/werknemer/wat-gebeurt-er/")
    assert address in (code.locator("svg").get_attribute("aria-label") or "")
    assert code.locator("figure").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("call", ["qr", "adres"])
def test_only_an_address_that_stays_is_printed_in_full(call: str) -> None:
    extension = SpoorwijzerExtension(today="2026-11-21", site_url="https://host.example/map/")
    converter = Markdown(extensions=[extension])
    assert "https://host.example/map/ja-maar/" in converter.convert(f'{{{{ {call}("/ja-maar/") }}}}')
    with pytest.raises(UnknownNameError, match=r"links\.txt"):
        converter.reset().convert(f'{{{{ {call}("/bestaat-niet/") }}}}')


def test_every_part_that_several_texts_are_made_of_is_shown_in_both_schemes(site_dir: Path) -> None:
    texts = "".join(file.read_text("utf-8") for file in sorted((ROOT / "docs").rglob("*.md")))
    used = Counter(re.findall(r'class="(sw-[\w-]+)|\{ \.(sw-[\w-]+)', texts))
    for_scripts = {"sw-met-script"}
    parts = {first or second for (first, second), often in used.items() if often >= 4} - for_scripts
    shown = (site_dir / "over" / "bouwstenen" / "index.html").read_text("utf-8")
    assert parts >= {"sw-vinklijst", "sw-kort", "sw-verschil", "sw-gesprekskaart"}
    assert [part for part in sorted(parts) if len(re.findall(rf'class="{part}\b', shown)) < 2] == []
