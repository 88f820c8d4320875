"""The decision helper in a browser: walked with the keyboard, without JavaScript, and from old links."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from calculators.frame.terms import READERS
from calculators.law.book import Law
from calculators.law.wording import with_figures
from calculators.wegwijzer.reading import wegwijzer
from calculators.wegwijzer.tree import Outcome, Reached, Tree, before, routes
from tests.conftest import TODAY, Visitor, one_in
from tests.site.test_accessibility import findings

STORED = "[localStorage.length, sessionStorage.length, document.cookie]"
FOCUSED = "[document.activeElement?.getAttribute('href') ?? '', document.activeElement?.dataset.antwoord ?? '']"


def outcome_of(route: Reached) -> Outcome:
    """The outcome at the end of a way."""
    assert isinstance(route.at, Outcome)
    return route.at


def telling_route(tree: Tree) -> Reached:
    """The longest way to an outcome of which something holds and something else does not."""

    def score(route: Reached) -> tuple[bool, int]:
        held = [part.condition.holds(route.answers) for part in outcome_of(route).parts if part.condition.needs]
        return (True in held and False in held, len(route.steps))

    return max(routes(tree), key=score)


def fragment(route: Reached, steps: int | None = None) -> str:
    """The fragment after so many steps of a way."""
    return "&".join(f"{step.question.id}={step.answer.id}" for step in route.steps[:steps])


def text(raw: str) -> str:
    """A text as the page shows it."""
    return with_figures(raw, Law(date.fromisoformat(TODAY)))


def follow(link: Locator) -> None:
    """Follow a link, and wait until the page that it leads to stands there with its style."""
    with link.page.expect_navigation():
        link.click()


def skip_to_text(page: Page) -> None:
    """Follow the first link of the page, over its menus, with the keyboard."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def tab_to(page: Page, wanted: Callable[[str, str], bool]) -> None:
    """Press Tab until a link has the focus that is wanted, by its address and its answer."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted(*page.evaluate(FOCUSED)):
            return
    pytest.fail(f"Tab never gets there on {page.url}")


def parts_shown(page: Page) -> list[str]:
    """The texts of an outcome that have a condition and can be seen."""
    return [part.inner_text() for part in page.locator("[data-als]").all() if part.is_visible()]


@pytest.mark.parametrize("role", one_in(3, READERS))
def test_a_way_is_walked_with_the_keyboard_and_nobody_hears_of_the_answers(
    visitor: Callable[..., Visitor], role: str
) -> None:
    tree = wegwijzer().trees[role]
    route = telling_route(tree)
    outcome = outcome_of(route)
    reader = visitor()
    page = reader.open("/wegwijzer/")
    skip_to_text(page)
    tab_to(page, lambda href, _: href == f"/wegwijzer/{role}/{tree.start}/")
    page.keyboard.press("Enter")
    for number, step in enumerate(route.steps):
        page.wait_for_url(f"**/wegwijzer/{role}/{step.question.id}/**")
        expect(page.locator("h1")).to_contain_text(text(step.question.text))
        assert urlsplit(page.url).fragment == fragment(route, number)
        skip_to_text(page)
        tab_to(page, lambda _, answer, wanted=step.answer.id: answer == wanted)  # type: ignore[misc]
        page.keyboard.press("Enter")
    page.wait_for_url(f"**/wegwijzer/{role}/{outcome.id}/#{fragment(route)}")
    expect(page.locator("[data-antwoorden] li")).to_have_count(len(route.steps))

    holding = [part for part in outcome.parts if part.condition.needs and part.condition.holds(route.answers)]
    assert len(parts_shown(page)) == len(holding)
    assert page.locator("[data-als]:not([data-past-niet]) [data-voorwaarde]:visible").count() == 0
    if len(holding) < sum(1 for part in outcome.parts if part.condition.needs):
        page.locator("[data-verborgen] button").press("Enter")
        assert page.locator("[data-past-niet] [data-voorwaarde]:visible").count() > 0

    page.reload()
    expect(page.locator("[data-antwoorden] li")).to_have_count(len(route.steps))
    page.locator("[data-antwoorden] a").last.press("Enter")
    last = len(route.steps) - 1
    page.wait_for_url(f"**/{route.steps[last].question.id}/{f'#{fragment(route, last)}' if last else ''}")
    page.go_back()
    expect(page.locator("[data-antwoorden] li")).to_have_count(len(route.steps))

    assert {urlsplit(url).query for url in reader.requests} == {""}
    assert [url for url in reader.requests if "=" in urlsplit(url).path] == []
    assert page.title() == f"{text(outcome.title)} ({role}) - Spoorwijzer"
    assert page.evaluate(STORED) == [0, 0, ""]
    assert (reader.elsewhere(), reader.errors, reader.violations()) == ([], [], [])


@pytest.mark.parametrize("role", one_in(3, READERS))
def test_a_way_is_walked_without_javascript(visitor: Callable[..., Visitor], role: str) -> None:
    tree = wegwijzer().trees[role]
    route = telling_route(tree)
    outcome = outcome_of(route)
    page = visitor(javascript=False, width=390).open("/wegwijzer/")
    follow(page.locator(f".sw-keuzes a[href='/wegwijzer/{role}/{tree.start}/']"))
    for step in route.steps:
        card = page.locator(f"a[data-antwoord='{step.answer.id}']")
        box = card.bounding_box()
        assert box
        assert box["height"] >= 44
        follow(card)
    expect(page.locator("h1")).to_contain_text(text(outcome.title))
    conditional = [part for part in outcome.parts if part.condition.needs]
    assert len(parts_shown(page)) == len(conditional)
    assert all(shown.startswith("Als ") for shown in parts_shown(page))
    assert page.locator("[data-antwoorden]").is_hidden()
    assert [button for button in page.locator(".md-content button").all() if button.is_visible()] == []
    page.locator("details.sw-heen summary").press("Enter")
    last = route.steps[-1]
    page.locator(f"details.sw-heen a[href='/wegwijzer/{role}/{last.question.id}/']").first.click()
    expect(page.locator("h1")).to_contain_text(text(last.question.text))


def test_an_old_link_is_used_as_far_as_it_goes_and_says_what_it_dropped(visitor: Callable[..., Visitor]) -> None:
    tree = wegwijzer().trees["werknemer"]
    route = telling_route(tree)
    reader = visitor()
    odd = "bestaat-niet=ja&%00=%ff&__proto__=x&<img src=x onerror=alert(1)>=1&a=b=c"
    page = reader.open(f"/wegwijzer/werknemer/{route.at.id}/#{odd}&{fragment(route)}")
    expect(page.locator("[data-antwoorden] li")).to_have_count(len(route.steps))
    expect(page.locator("[data-vervallen]")).to_contain_text("bestaat-niet")
    assert page.locator(".md-content img").count() == 0

    # Without its first answer the others still count; what they do not settle keeps its condition.
    page.goto(f"{reader.base}/wegwijzer/werknemer/{route.at.id}/#{fragment(route).partition('&')[2]}")
    page.reload()
    expect(page.locator("[data-antwoorden] li")).to_have_count(len(route.steps) - 1)
    expect(page.locator("[data-vervallen]")).to_be_hidden()

    # An answer that never leads to this page is not used.
    first = tree.questions[tree.start]
    astray = next(
        (tree.node(answer.leads_to), answer, other)
        for answer in first.answers
        for other in tree.outcomes
        if first not in before(tree, other) or not can_lead(tree, answer.leads_to, other)
    )
    page.goto(f"{reader.base}/wegwijzer/werknemer/{astray[2]}/#{first.id}={astray[1].id}")
    page.reload()
    expect(page.locator("[data-vervallen]")).to_contain_text(first.id)
    expect(page.locator("[data-antwoorden]")).to_be_hidden()
    assert reader.errors == []


def can_lead(tree: Tree, from_id: str, goal: str) -> bool:
    """Say whether a way leads from one page to another."""
    return from_id == goal or from_id in {question.id for question in before(tree, goal)}


def test_a_link_to_a_part_of_the_page_leaves_the_answers_alone(visitor: Callable[..., Visitor]) -> None:
    route = telling_route(wegwijzer().trees["werknemer"])
    page = visitor().open(f"/wegwijzer/werknemer/{route.at.id}/#{fragment(route)}")
    page.evaluate("location.hash = 'uitkomst'")
    page.wait_for_url(f"**/#{fragment(route)}")
    expect(page.locator("[data-antwoorden] li")).to_have_count(len(route.steps))


def test_the_answers_go_along_to_the_same_page_for_another_role(visitor: Callable[..., Visitor]) -> None:
    trees = wegwijzer().trees
    route, other = next(
        (route, other)
        for route in routes(trees["werknemer"])
        for other in list(READERS)[1:]
        if route.at.id in trees[other].outcomes and len(route.steps) > 1
    )
    page = visitor().open(f"/wegwijzer/werknemer/{route.at.id}/#{fragment(route)}")
    link = page.locator(f"a[data-zelfde][href^='/wegwijzer/{other}/']")
    expect(link).to_have_attribute("href", f"/wegwijzer/{other}/{route.at.id}/#{fragment(route)}")


def test_the_link_of_an_outcome_is_copied_without_or_with_the_answers(visitor: Callable[..., Visitor]) -> None:
    route = telling_route(wegwijzer().trees["werkgever"])
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open(f"/wegwijzer/werkgever/{route.at.id}/#{fragment(route)}")
    for which, behind in (("pagina", ""), ("heel", f"#{fragment(route)}")):
        page.locator(f"[data-kopieer-link={which}]").press("Enter")
        expect(page.locator(f"[data-kopieer-link={which}] ~ [role=status]")).to_contain_text("Link gekopieerd")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{reader.base}/wegwijzer/werkgever/{route.at.id}/{behind}"


def test_a_printed_outcome_holds_what_fits_the_answers_and_its_address(visitor: Callable[..., Visitor]) -> None:
    route = telling_route(wegwijzer().trees["inlener"])
    reader = visitor()
    page = reader.open(f"/wegwijzer/inlener/{route.at.id}/#{fragment(route)}")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".sw-op-blad [data-adres]").inner_text() == page.url
    assert not page.locator("details.sw-heen").is_visible()
    assert page.locator("[data-past-niet]:visible").count() == 0
    assert page.locator("[data-antwoorden] li").first.is_visible()


@pytest.mark.parametrize(("width", "scheme"), one_in(2, [(1280, "light"), (390, "dark")]))
def test_axe_finds_nothing_on_a_question_and_an_outcome_with_answers(
    visitor: Callable[..., Visitor], width: int, scheme: str
) -> None:
    route = telling_route(wegwijzer().trees["werknemer"])
    reader = visitor(width=width, scheme=scheme)
    for place, steps in ((route.steps[-1].question.id, len(route.steps) - 1), (route.at.id, len(route.steps))):
        page = reader.open(f"/wegwijzer/werknemer/{place}/#{fragment(route, steps)}&weg=1")
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
