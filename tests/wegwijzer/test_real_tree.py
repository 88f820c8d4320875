"""The decision helper of the site: every way through it ends, says why, and leads to what exists."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

import calculators
from calculators.frame.page_parts import read_link
from calculators.frame.terms import READERS
from calculators.law.parameters import all_sources, figure
from calculators.registry import documents
from calculators.wegwijzer import drawing
from calculators.wegwijzer.check import MOST_PAGES, MOST_QUESTIONS, findings, main, page_count
from calculators.wegwijzer.pages import figures, pages, texts_of
from calculators.wegwijzer.reading import wegwijzer
from calculators.wegwijzer.tree import Lead, NoSuchAnswer, Outcome, Tree, follow, routes
from publishing import redirects
from publishing.markdown_extension import uses_of_figures
from tests.alike import of_each
from tests.conftest import ROOT, TODAY

PUBLISHED = (ROOT / "links.txt").read_text("utf-8").splitlines()
LAW = ("wetten.overheid.nl", "officielebekendmakingen.nl", "ECLI:NL:")  # in the address or the title of a source
ALL_OUTCOMES = [
    (f"{tree.role}-{outcome.id}", (tree, outcome))
    for tree in wegwijzer().trees.values()
    for outcome in tree.outcomes.values()
]


def leads() -> list[Lead]:
    """Every different lead of some outcome."""
    found = [lead for tree in wegwijzer().trees.values() for one in tree.outcomes.values() for lead in one.leads]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("role", READERS)
def test_every_way_ends_in_an_outcome_with_a_reason_something_to_do_and_a_link(role: str):
    tree = wegwijzer().trees[role]
    reached = set()
    for route in routes(tree):
        assert isinstance(route.at, Outcome)
        assert 1 <= len(route.steps) <= MOST_QUESTIONS
        for before, after in pairwise(route.steps):
            assert before.answer.leads_to == after.question.id
        for parts in (route.at.reasons, route.at.this_week, route.at.leads):
            assert any(part.condition.holds(route.answers) for part in parts), (role, route.answers)
        reached.add(route.at.id)
    assert reached == set(tree.outcomes)


@pytest.mark.parametrize("role", READERS)
def test_the_answers_of_a_way_lead_along_it_again(role: str):
    tree = wegwijzer().trees[role]
    for route in routes(tree):
        found = follow(tree, route.answers)
        assert not isinstance(found, NoSuchAnswer)
        assert (found.at, found.unused) == (route.at, ())


def test_there_is_nothing_wrong_with_the_tree():
    assert findings(wegwijzer()) == []
    assert page_count(wegwijzer()) <= MOST_PAGES


def test_every_role_has_a_tree_of_its_own_length():
    assert list(wegwijzer().trees) == list(READERS)
    assert min(len(tree.outcomes) for tree in wegwijzer().trees.values()) >= 5


@pytest.mark.parametrize("role", READERS)
def test_who_does_not_know_can_say_so_at_every_question(role: str):
    questions = wegwijzer().trees[role].questions.values()
    assert [question.id for question in questions if question.answer("weet-niet") is None] == []


@of_each(ALL_OUTCOMES)
def test_an_outcome_names_its_sources_and_a_reason_of_law_names_a_law(tree: Tree, outcome: Outcome):
    for reason in outcome.reasons:
        read_in = [all_sources()[name].url + all_sources()[name].title for name in reason.sources]
        assert read_in
        if reason.certainty == "wet":
            assert any(law in one for law in LAW for one in read_in), (tree.role, reason.text)


def test_every_figure_in_a_text_has_a_value_today():
    assert figures()
    for name in figures():
        figure(name).on(date.fromisoformat(TODAY))


@of_each((lead.address, (lead,)) for lead in leads())
def test_every_link_of_an_outcome_arrives(lead: Lead):
    path, _, values = lead.address.partition("#")
    assert path in PUBLISHED
    if values.startswith("kies="):
        assert [one for one in values[5:].split(",") if f"{path}{one}/" not in PUBLISHED] == []
    elif "=" in values:
        name = path.strip("/").removeprefix("rekenhulpen/")
        answer = calculators.answer(name, read_link(values))
        assert (answer["fouten"], answer["onbekend"]) == ([], [])
    elif values:
        assert lead.address in PUBLISHED


@of_each((lead.address, (lead,)) for lead in leads())
def test_a_link_says_what_it_leads_to(lead: Lead):
    folder = lead.address.split("/")[1]
    assert lead.kind == {"rekenhulpen": "rekenhulp", "documenten": "document"}.get(folder, "pagina")


def test_every_page_is_a_published_address():
    addresses = {f"/wegwijzer/{page.name}/" for page in pages(date.fromisoformat(TODAY))}
    assert sorted(addresses - set(PUBLISHED)) == []


def test_the_address_of_a_role_alone_leads_to_its_first_question():
    for role, tree in wegwijzer().trees.items():
        assert redirects.read()[f"/wegwijzer/{role}/"] == f"/wegwijzer/{role}/{tree.start}/"


def test_a_figure_of_the_decision_helper_says_on_its_page_that_it_is_used_there():
    uses = uses_of_figures(ROOT / "docs")
    assert all(("Wegwijzer", "/wegwijzer/") in uses[name] for name in figures())


def test_the_drawing_is_current():
    assert drawing.DRAWING.read_text("utf-8") == drawing.draw(wegwijzer()), "Run: make drawing"


def test_the_check_on_the_command_line_agrees(capsys: pytest.CaptureFixture[str]):
    assert main([]) == 0
    assert f"{page_count(wegwijzer())} pagina's" in capsys.readouterr().out


def test_every_letter_and_document_is_led_to_by_an_outcome_that_it_helps():
    led_to = {lead.address.partition("#")[0] for lead in leads() if lead.kind == "document"}
    assert {f"/{name}/" for name in documents()} - led_to == set()


@pytest.mark.parametrize(
    ("role", "outcome", "letter"),
    [
        ("werknemer", "loon-gestopt", "brief-loonstop"),
        ("werkgever", "loon-gestopt", "waarschuwing-loon"),
        ("werkgever", "loonsanctie", "verzoek-verkorten"),
        ("werknemer", "afgewezen-ander-werk", "bezwaar-wia"),
        ("uitkering", "niet-eens-met-besluit", "bezwaar-wia"),
        ("inlener", "plek-past-niet", "plek-stopt"),
    ],
)
def test_an_outcome_leads_its_reader_to_the_letter_that_helps(role: str, outcome: str, letter: str):
    found = [lead.address for lead in wegwijzer().trees[role].outcomes[outcome].leads]
    assert f"/documenten/{letter}/" in found
    if letter not in ("bezwaar-wia", "plek-stopt"):  # a letter of one reader is shown to nobody else
        others = [
            tree.outcomes[outcome]
            for name, tree in wegwijzer().trees.items()
            if name != role and outcome in tree.outcomes
        ]
        assert [lead for one in others for lead in one.leads if letter in lead.address] == []


@of_each(ALL_OUTCOMES)
def test_the_longer_time_to_withdraw_hangs_on_two_working_days_for_consent_and_on_the_agreement(
    tree: Tree, outcome: Outcome
):
    """BW 7:671(3) asks for a letter within two working days of consent; 670b(3) for words in the agreement."""
    for reason in outcome.reasons:
        if "{{ ontslag.bedenktijd_zonder_vermelding_weken }}" not in reason.text:
            continue
        assert ("{{ ontslag.bedenktijd_wijzen_werkdagen }}" in reason.text) is ("bw-7-671" in reason.sources), tree.role
        assert ("in de overeenkomst" in reason.text) is ("bw-7-670b" in reason.sources), tree.role


@of_each(ALL_OUTCOMES)
def test_an_outcome_that_speaks_of_the_last_day_to_object_tells_the_weeks_and_leads_to_the_count(
    tree: Tree, outcome: Outcome
):
    """Awb 6:7 gives six weeks; a letter that got lost, or that is misread, must not be the only way to know."""
    texts = texts_of(outcome)
    if any("bezwaar" in text and re.search(r"\b(dag|wanneer)\b", text) for text in texts):
        assert any("bezwaar.weken" in text for text in texts), tree.role
        assert any(lead.address.startswith("/rekenhulpen/bezwaar-termijn/") for lead in outcome.leads)


@pytest.mark.parametrize(
    ("role", "source"),
    [("werknemer", "waadi-8"), ("begeleider", "waadi-8"), ("inlener", "bw-7-616a"), ("begeleider", "bw-7-616a")],
)
def test_who_is_lent_out_hears_of_equal_pay_and_who_borrows_of_the_wages(role: str, source: str):
    reasons = wegwijzer().trees[role].outcomes["detachering"].reasons
    assert any(source in reason.sources for reason in reasons)
