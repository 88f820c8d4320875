"""The conversation guide for the objections that were chosen: shown and printed alone, by the address only."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.conftest import Visitor

GUIDE = "/begeleider/gesprek/"


def shown(page: Page) -> list[str]:
    """The anchors of the headings that can be seen."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.md-content__inner > h2')].filter(h => h.checkVisibility()).map(h => h.id)"
    )
    return found


def test_the_choice_of_objections_leads_to_its_guide_and_back_with_the_keyboard_alone(
    visitor: Callable[..., Visitor],
) -> None:
    reader = visitor()
    page = reader.open("/ja-maar/#kies=verhuizing,extra-kosten")
    page.get_by_role("link", name="Gespreksleidraad").press("Enter")
    page.wait_for_url(f"{reader.base}{GUIDE}#kies=verhuizing,extra-kosten")
    expect(page.locator("[data-leidraad-aantal]")).to_have_text("U ziet 2 bezwaren.")
    assert shown(page) == ["verhuizing", "extra-kosten"]
    page.emulate_media(media="print")
    assert shown(page) == ["verhuizing", "extra-kosten"]
    assert not page.get_by_role("button", name="Druk de leidraad af").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".sw-afdruk").last.inner_text().endswith(f"{GUIDE}#kies=verhuizing,extra-kosten")
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Terug naar mijn selectie").press("Enter")
    page.wait_for_url(f"{reader.base}/ja-maar/#kies=verhuizing,extra-kosten")
    page.go_back()
    page.get_by_role("button", name="Toon alle bezwaren").press("Enter")
    assert page.url == f"{reader.base}{GUIDE}"
    assert len(shown(page)) > 14
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert [url for url in reader.requests if "kies" in url.split("#")[0]] == []


def test_every_objection_can_be_chosen_in_the_guide(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/ja-maar/")
    names = page.locator("[data-selectie-lijst] li > a").evaluate_all(
        "all => all.map(one => one.getAttribute('href').split('#')[0].replaceAll('/', ''))"
    )
    page.goto(f"{reader.base}{GUIDE}#kies={','.join(names)}")
    expect(page.locator("[data-leidraad-aantal]")).to_have_text("U ziet 14 bezwaren.")
    assert sorted(shown(page)) == sorted(names)


def test_a_guide_of_an_old_link_shows_what_is_known_and_says_what_it_dropped(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    for address, told in ((GUIDE, "[data-leidraad-onbekend]"), ("/ja-maar/", "[data-selectie-onbekend]")):
        page = reader.open(f"{address}#kies=verhuizing,vroeger,<img src=x onerror=alert(1)>")
        expect(page.locator(told)).to_contain_text("Dit deel van de link kennen we niet meer: vroeger")
        assert page.locator(f"{told} img").count() == 0
    assert reader.errors == []


def test_without_javascript_the_guide_is_whole(visitor: Callable[..., Visitor]) -> None:
    page = visitor(javascript=False).open(f"{GUIDE}#kies=verhuizing")
    assert page.locator(".md-content__inner > h2").count() > 14
    assert not page.locator("[data-leidraad]").is_visible()
