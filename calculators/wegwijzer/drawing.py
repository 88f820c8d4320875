"""The whole tree as a picture for who maintains it: ``python -m calculators.wegwijzer.drawing`` writes ``tree.md``.

A flowchart in Mermaid, a notation that code hosts draw. All roles are in one picture: what differs between them
is written beside the answer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from calculators.frame.terms import READERS
from calculators.wegwijzer.check import FILE, page_count
from calculators.wegwijzer.reading import Wegwijzer, read
from calculators.wegwijzer.tree import most_questions, routes

DRAWING = FILE.with_name("tree.md")
SHORT = {"werknemer": "wn", "werkgever": "wg", "inlener": "inl", "begeleider": "beg", "uitkering": "uit"}


def draw(helper: Wegwijzer) -> str:
    """Return the picture as Markdown, with the numbers of each role above it."""
    return "\n".join(
        ["# The tree of the decision helper", "", INTRODUCTION, "", *_numbers(helper), "", *_chart(helper)]
    )


INTRODUCTION = (
    "Made by `make drawing` from `wegwijzer.toml`; a test says when it is not current. A box is a question, a rounded "
    "box is an outcome, beside an arrow stand the answers. An answer that not every role gets, or that does not lead "
    f"there for every role, names them: {', '.join(f'{short} = {role}' for role, short in SHORT.items())}."
)


def _numbers(helper: Wegwijzer) -> Iterator[str]:
    yield "| role | questions | outcomes | ways | longest way |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for role, tree in helper.trees.items():
        ways = sum(1 for _ in routes(tree))
        longest = most_questions(tree, tree.start)
        yield f"| {role} | {len(tree.questions)} | {len(tree.outcomes)} | {ways} | {longest} |"
    yield ""
    yield f"Together {page_count(helper)} pages."


def _chart(helper: Wegwijzer) -> Iterator[str]:
    yield "```mermaid"
    yield "flowchart LR"
    for role, tree in helper.trees.items():
        yield f"  {role}(({role})) --> {tree.start}"
    questions = list(dict.fromkeys(name for tree in helper.trees.values() for name in tree.questions))
    outcomes = list(dict.fromkeys(name for tree in helper.trees.values() for name in tree.outcomes))
    yield from (f'  {name}["{name}"]' for name in questions)
    yield from (f'  {name}("{name}")' for name in outcomes)
    for name in questions:
        yield from _arrows(helper, name)
    yield "```"
    yield ""


def _arrows(helper: Wegwijzer, name: str) -> Iterator[str]:
    """Yield an arrow for each page that a question leads to, with the answers that do."""
    asked_by = [role for role in READERS if name in helper.trees[role].questions]
    arrows: dict[str, dict[str, list[str]]] = {}
    for role in asked_by:
        for answer in helper.trees[role].questions[name].answers:
            arrows.setdefault(answer.leads_to, {}).setdefault(answer.id, []).append(role)
    for goal, answers in arrows.items():
        words = [
            answer if roles == asked_by else f"{answer} ({' '.join(SHORT[role] for role in roles)})"
            for answer, roles in answers.items()
        ]
        yield f'  {name} -- "{", ".join(words)}" --> {goal}'


def main() -> int:
    """Write the drawing."""
    DRAWING.write_text(draw(read(FILE.read_text("utf-8"))), "utf-8")
    sys.stdout.write(f"Wrote {DRAWING.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
