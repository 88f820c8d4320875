"""The pages of the decision helper, for the build: one for each question and each outcome of each role."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.filled_in import filled_in
from calculators.frame.rendering import render
from calculators.law.book import Law
from calculators.law.parameters import source
from calculators.law.wording import FIGURE, with_figures
from calculators.wegwijzer.reading import Wegwijzer, wegwijzer
from calculators.wegwijzer.tree import Condition, Node, Outcome, Question, Tree, before, leading_to, most_questions

LONGEST_DESCRIPTION = 155
FOR_WHOM = {
    "werknemer": "de werknemer",
    "werkgever": "de werkgever",
    "inlener": "de inlener",
    "begeleider": "de begeleider",
    "uitkering": "wie een uitkering heeft",
}
FigureHtml = Callable[[str], str]  # from the id of a figure to how prose shows it


@dataclass(frozen=True)
class TreePage:
    """What the build must know of a page before its HTML is made; ``texts`` is all that it says, without markup."""

    role: str
    id: str
    heading: str
    title: str
    description: str
    start: str
    is_outcome: bool
    texts: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return what stands between ``/wegwijzer/`` and the last slash of the address."""
        return f"{self.role}/{self.id}"


def pages(today: date, helper: Wegwijzer | None = None) -> Iterator[TreePage]:
    """Yield every page, role by role."""
    law = Law(today)
    for role, tree in (helper or wegwijzer()).trees.items():
        for node in tree.nodes:
            yield TreePage(
                role=role,
                id=node.id,
                heading=with_figures(_heading(node), law),
                title=f"{with_figures(_heading(node), law)} ({role})",
                description=_description(role, node, law),
                start=address(role, tree.start),
                is_outcome=isinstance(node, Outcome),
                texts=texts_of(node),
            )


def _heading(node: Node) -> str:
    return node.title if isinstance(node, Outcome) else node.text


def _description(role: str, node: Node, law: Law) -> str:
    """Return one line about the page, as long as search engines show."""
    if isinstance(node, Outcome):
        text = f"Wegwijzer, {role}: {node.title}. {node.short}"
    else:
        text = f"Wegwijzer, {role}. Een vraag: {node.text} {node.explanation}"
    text = with_figures(text, law)
    if len(text) > LONGEST_DESCRIPTION:
        text = text[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return text


def texts_of(node: Node) -> tuple[str, ...]:
    """Return every text of the data that a page shows, figures still as ``{{ group.name }}``."""
    if isinstance(node, Question):
        return (
            node.text,
            node.explanation,
            *(text for answer in node.answers for text in (answer.text, answer.hint) if text),
        )
    of_parts = [text for part in node.parts for text in (_prefix(part.condition), part.text) if text]
    return (node.title, node.short, *of_parts, *([node.limit] if node.limit else []))


def _prefix(condition: Condition) -> str:
    return f"Als {condition.words}:" if condition.needs else ""


def days() -> tuple[date, date]:
    """Return the day on which the texts were checked, and the day since when they hold."""
    helper = wegwijzer()
    return helper.checked_on, helper.holds_from


def figures() -> frozenset[str]:
    """Return the figures that some page shows."""
    trees = wegwijzer().trees.values()
    nodes = [node for tree in trees for node in tree.nodes]
    return frozenset(name for node in nodes for text in texts_of(node) for name in FIGURE.findall(text))


def start_html() -> str:
    """Return the choice of a role: links to the first question of each."""
    starts = {role: address(role, tree.start) for role, tree in wegwijzer().trees.items()}
    return render("wegwijzer/start.html", {"begin": starts})


def page_html(name: str, today: date, figure_html: FigureHtml) -> str:
    """Return what stands below the heading of a page; raises KeyError for a name such as ``werknemer/bestaat-niet``."""
    helper, law = wegwijzer(), Law(today)
    role, _, node_id = name.partition("/")
    tree = helper.trees[role]
    node = tree.node(node_id)
    context = {
        "rol": role,
        "jij": role in ("werknemer", "uitkering"),
        "voor_wie": FOR_WHOM[role],
        "knoop": node,
        "begin": address(role, tree.start),
        "is_begin": node_id == tree.start,
        "nog": most_questions(tree, node_id),
        "kaal": lambda text: with_figures(text, law),
        "rijk": lambda text: rich(text, figure_html),
        "als": _condition_text,
        "bron": source,
        "uitkomst": lambda where: example_of(where, today),
        "adres": lambda other: address(role, other),
        "heen": leading_to(tree, node_id),
        "andere_rollen": [
            (FOR_WHOM[other], address(other, node_id))
            for other, its in helper.trees.items()
            if other != role and (node_id in its.questions or node_id in its.outcomes)
        ],
        # An outcome reads nearly the same for each role: the search finds it once. Questions are for who answers them.
        "in_zoeken": next((its.role for its in helper.trees.values() if node_id in its.outcomes), "") == role,
        "gegevens": _data(tree, node_id, law),
    }
    return render(f"wegwijzer/{'outcome' if isinstance(node, Outcome) else 'question'}.html", context)


def address(role: str, node_id: str) -> str:
    """Return the address of a page."""
    return f"/wegwijzer/{role}/{node_id}/"


def rich(text: str, figure_html: FigureHtml) -> str:
    """Return a text as HTML, with its figures as prose shows them."""
    escaped = html.escape(text, quote=False)
    return re.sub(FIGURE, lambda found: figure_html(found[1]).strip(), escaped)


def example_of(where: str, today: date) -> str:
    """Return what comes out of the values that an address gives to a calculator, or nothing for any other address."""
    name, _, values = where.removeprefix("/rekenhulpen/").partition("/#")
    return filled_in(name, values, today).outcome if where.startswith("/rekenhulpen/") and values else ""


def _condition_text(condition: Condition) -> str:
    """Return a condition as the page's script reads it: ``question=answer,answer&question=answer``."""
    return "&".join(f"{question}={','.join(answers)}" for question, answers in condition.needs)


def _data(tree: Tree, node_id: str, law: Law) -> dict[str, Any]:
    """Return the questions that may come before a page, so that its script can show what was answered."""
    return {
        "pagina": node_id,
        "begin": tree.start,
        "vragen": [
            {
                "id": question.id,
                "tekst": with_figures(question.text, law),
                "antwoorden": [
                    {"id": answer.id, "tekst": with_figures(answer.text, law), "naar": answer.leads_to}
                    for answer in question.answers
                ],
            }
            for question in before(tree, node_id)
        ],
    }
