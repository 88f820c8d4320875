"""The glossary is large enough, and a page that uses one of its key terms leads to the meaning."""

from __future__ import annotations

import re

from tests.alike import of_each
from tests.docs.pages import Page, held_to, named, pages, paragraphs, plain

# Anchor in the glossary -> how the term stands in a text, when that is not the anchor itself.
KEY_TERMS = {
    "actueel-oordeel": "actueel oordeel",
    "arbeidsdeskundige": "",
    "arbeidstherapie": "",
    "bedrijfsarts": "",
    "casemanager": "",
    "derde-spoor": "derde spoor",
    "deskundigenoordeel": "",
    "detachering": "",
    "doelgroepverklaring": "",
    "eerste-spoor": "eerste spoor",
    "eerste-wia-dag": "eerste WIA-dag",
    "eerste-ziektedag": "eerste ziektedag",
    "eerstejaarsevaluatie": "",
    "eigenrisicodrager": "",
    "fml": "",
    "inlener": "",
    "iva": "",
    "jobcoach": "",
    "loondispensatie": "",
    "loonkostensubsidie": "",
    "loonopschorting": "",
    "loonsanctie": "",
    "loonstop": "",
    "loonwaarde": "",
    "maximumdagloon": "",
    "minimumloon": "",
    "no-risk-peildag": "peildag",
    "no-riskpolis": "",
    "opzegverbod": "",
    "passend-werk": "passend werk",
    "plan-van-aanpak": "plan van aanpak",
    "probleemanalyse": "",
    "proefplaatsing": "",
    "re-integratiebureau": "",
    "re-integratieverslag": "",
    "second-opinion": "second opinion",
    "slapend-dienstverband": "slapend dienstverband",
    "transitievergoeding": "",
    "tweede-spoor": "tweede spoor",
    "verdringing": "",
    "waadi": "",
    "wachtdagen": "",
    "wachttijd": "",
    "wajong": "",
    "werkervaringsplaats": "",
    "wga": "",
    "wia": "",
    "wtta": "",
    "ww": "",
}
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def glossary() -> Page:
    """The page /begrippen/."""
    return next(page for page in pages() if page.name == "begrippen")


def term(anchor: str) -> re.Pattern[str]:
    """What to look for in a text: the whole word, whatever its case."""
    return re.compile(rf"(?<![\w-]){KEY_TERMS[anchor] or anchor}(?![\w-])", re.IGNORECASE)


def running_text(page: Page) -> list[str]:
    """The paragraphs in which a first use counts: not headings, tables, forms, quotes and examples of links."""
    return [part for part in paragraphs(page) if not part.startswith(("#", "|", ">", "<form"))]


def unexplained(page: Page) -> list[str]:
    """The key terms in the running text that lead nowhere: not to the glossary, not to a page about them."""
    links = LINK.findall(page.body)
    used = " ".join(plain(part) for part in running_text(page))
    return [
        anchor
        for anchor in KEY_TERMS
        if term(anchor).search(used)
        and not page.name.endswith(f"/{anchor}")
        and not any(
            address.endswith(f"begrippen.md#{anchor}") or f"/{anchor}.md" in f"/{address}" or term(anchor).search(text)
            for text, address in links
        )
    ]


def test_the_glossary_has_sixty_terms_and_more_each_with_an_anchor_of_its_own():
    anchors = re.findall(r"^## .*\{ #([a-z0-9-]+) \}$", glossary().body, re.MULTILINE)
    assert len(anchors) == len(set(anchors)) >= 60
    assert set(KEY_TERMS) <= set(anchors)


def test_every_term_of_the_glossary_has_a_meaning_a_rule_and_a_place_where_it_is_used():
    entries = re.split(r"^## (.*) \{ #", glossary().prose, flags=re.MULTILINE)[1:]
    lacking = [
        name
        for name, entry in zip(entries[::2], entries[1::2], strict=True)
        if "**Regel:**" not in entry or "*Waar kom je het tegen?* [" not in entry
    ]
    assert lacking == []


@of_each(named(held_to("terms")))
def test_a_key_term_in_a_text_leads_to_its_meaning(page: Page):
    assert unexplained(page) == []
