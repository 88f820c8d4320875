"""The parts of single pages: the home page, the wrong address, the four forms compared, copying and QR codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from markdown import Markdown
from playwright.sync_api import expect

from publishing.markdown_extension import SpoorwijzerExtension, UnknownNameError
from tests.conftest import Visitor


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


def test_on_a_phone_two_of_the_four_forms_stand_side_by_side(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=390, javascript=False).open("/plekken/")
    cells = page.locator("table.sw-vergelijk td")
    assert all(cell.is_visible() for cell in cells.all())
    for name in ("Detachering", "Proefplaatsing"):
        page.get_by_role("checkbox", name=name).press("Space")
    visible = {cell.get_attribute("data-vorm") for cell in cells.all() if cell.is_visible()}
    assert visible == {"detachering", "proefplaatsing"}
    row = page.locator("table.sw-vergelijk tbody tr").first
    left, right = (row.locator(f"td[data-vorm={name}]").bounding_box() for name in ("detachering", "proefplaatsing"))
    assert left
    assert right
    assert left["y"] == right["y"]
    assert right["x"] > left["x"]
    page.emulate_media(media="print")
    assert all(cell.is_visible() for cell in cells.all())


def test_on_a_wide_screen_the_forms_need_no_choice(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open("/plekken/")
    assert not page.locator(".sw-vormkeuze").is_visible()
    assert all(cell.is_visible() for cell in page.locator("table.sw-vergelijk td").all())


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
        assert [button for button in page.locator(".md-content button").all() if button.is_visible()] == []


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
