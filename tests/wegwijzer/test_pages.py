"""The pages that the build makes of the tree."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from calculators.law.wording import FIGURE
from calculators.wegwijzer.pages import TreePage, pages
from calculators.wegwijzer.reading import read, wegwijzer
from calculators.wegwijzer.tree import before, most_questions
from publishing import build, search
from publishing.generator import Generator
from publishing.markdown_extension import UnknownNameError
from publishing.wegwijzer_pages import markdown, terms_of, used
from tests.conftest import ROOT, TODAY
from tests.site.test_markdown_extension import convert
from tests.wegwijzer.sample import TEXT

ALL = list(pages(date.fromisoformat(TODAY)))


def html_of(site: Path, page: TreePage) -> str:
    """The built page."""
    return (site / "wegwijzer" / page.name / "index.html").read_text("utf-8")


def test_every_title_is_the_only_one_of_its_kind(site_dir: Path) -> None:
    titles = Counter(re.findall(r"<title>(.*?)</title>", html_of(site_dir, page))[0] for page in ALL)
    assert titles.most_common(1)[0][1] == 1
    assert len(titles) == len(ALL)


def test_the_search_has_every_outcome_of_every_role_and_no_question(site_dir: Path) -> None:
    found = [place for place in search.found_in(site_dir, ROOT / "docs", date.fromisoformat(TODAY)) if place.outcome]
    assert {place.address for place in found} == {f"wegwijzer/{page.name}/" for page in ALL if page.is_outcome}
    texts = Counter(place.outcome for place in found if place.sections[0].text)
    assert set(texts.values()) == {1}, "the text of an outcome is counted for one role"


def test_a_page_leads_on_to_every_answer_and_back_to_every_question_that_leads_to_it(site_dir: Path) -> None:
    for page in ALL:
        tree, text = wegwijzer().trees[page.role], html_of(site_dir, page)
        leads = [(question.id, one.leads_to) for question in tree.questions.values() for one in question.answers]
        back = {question for question, goal in leads if goal == page.id}
        onward = {goal for question, goal in leads if question == page.id}
        article = text.partition("<article")[2].partition("</article>")[0]
        linked = set(re.findall(rf'href="/wegwijzer/{page.role}/([a-z0-9-]+)/"', article))
        assert linked == onward | back | {tree.start} - ({page.id} if page.id == tree.start else set()), page.name


def test_an_outcome_says_what_to_do_before_it_says_why_and_folds_its_sources(site_dir: Path) -> None:
    for page in (page for page in ALL if page.is_outcome):
        text = html_of(site_dir, page)
        places = [text.index(mark) for mark in ("Kort antwoord.", 'class="sw-stappen"', "<h2>Waarom?</h2>")]
        assert places == sorted(places), page.name
        assert text.count('class="sw-bronvouw"') == len(wegwijzer().trees[page.role].outcomes[page.id].reasons)


def test_a_page_says_where_it_is_and_leads_back(site_dir: Path) -> None:
    for page in ALL:
        text = html_of(site_dir, page)
        [path] = re.findall(r'<nav class="md-path".*?</nav>', text, re.DOTALL)
        assert re.findall(r"md-ellipsis\">(.*?)<", path) == ["Wegwijzer", page.role]
        assert ("data-vorige" in text) == (page.start != f"/wegwijzer/{page.name}/"), page.name


def test_an_answer_with_an_abbreviation_alone_is_explained() -> None:
    lacking = [
        (tree.role, question.id, answer.text)
        for tree in wegwijzer().trees.values()
        for question in tree.questions.values()
        for answer in question.answers
        if re.fullmatch(r"(WIA: )?[A-Z]{2,}( of [A-Z]{2,})?", answer.text) and not answer.hint
    ]
    assert lacking == []


def test_a_page_knows_the_questions_before_it_and_no_others(site_dir: Path) -> None:
    for page in ALL:
        [data] = re.findall(r"data-wegwijzer>(.*?)</script>", html_of(site_dir, page), re.DOTALL)
        known = json.loads(data)
        tree = wegwijzer().trees[page.role]
        assert (known["pagina"], known["begin"]) == (page.id, tree.start)
        assert [one["id"] for one in known["vragen"]] == [one.id for one in before(tree, page.id)]


def test_a_question_says_how_many_can_still_come(site_dir: Path) -> None:
    said = {1: "Dit is de laatste vraag.", 2: "Hierna komt hoogstens nog één vraag."}
    for page in ALL:
        if not page.is_outcome:
            left = most_questions(wegwijzer().trees[page.role], page.id)
            assert said.get(left, f"Hierna komen hoogstens nog {left - 1} vragen.") in html_of(site_dir, page), (
                page.name
            )


def test_a_figure_in_a_reason_leads_to_its_source(site_dir: Path) -> None:
    checked = 0
    for page in ALL:
        assert "{{" not in html_of(site_dir, page), page.name
        for reason in wegwijzer().trees[page.role].outcomes[page.id].reasons if page.is_outcome else ():
            for name in FIGURE.findall(reason.text):
                anchor = re.sub(r"[._]", "-", name)
                assert f'href="/bronnen/#cijfer-{anchor}"' in html_of(site_dir, page), page.name
                checked += 1
    assert checked


def test_a_term_of_the_glossary_is_explained_below_the_page_once_by_any_of_its_names() -> None:
    terms = list(terms_of("## Loonkostenvoordeel (LKV) { #lkv }\n\n## Peildag no-riskpolis { #no-risk-peildag }\n"))
    assert list(used(("Vraag het LKV aan.", "Het LKV is op de peildag hoog."), terms)) == [
        ("LKV", "lkv"),
        ("peildag", "no-risk-peildag"),
    ]
    assert list(used(("LKV-aanvraag",), terms)) == []
    assert "[LKV](../../begrippen.md#lkv)" in markdown(
        TreePage("werknemer", "x", "Kop", "Kop (werknemer)", "Over de kop", "/wegwijzer/werknemer/y/", True, ("LKV",)),
        terms,
    )


def test_a_fault_in_the_table_ends_the_build_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = TEXT.replace('naar = "einde"', 'naar = "eind"')
    monkeypatch.setattr("calculators.wegwijzer.pages.wegwijzer", lambda: read(broken))
    with pytest.raises(build.BuildError, match="vraag contract-loopt-af, antwoord ja: eind bestaat niet"):
        build.make_pages(tmp_path / "site", date.fromisoformat(TODAY), False, Generator())


def test_a_page_that_does_not_exist_ends_the_build() -> None:
    with pytest.raises(UnknownNameError, match="bestaat-niet"):
        convert('{{ wegwijzer("werknemer/bestaat-niet") }}')
