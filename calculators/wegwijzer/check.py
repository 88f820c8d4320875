"""What a tree must be besides readable: short, and without a question or an outcome that does not matter.

``python -m calculators.wegwijzer.check [FILE]`` says it all, in Dutch, for who changes the file.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from calculators.registry import known_keys
from calculators.wegwijzer.reading import Wegwijzer, read
from calculators.wegwijzer.tree import Outcome, Part, Reached, Tree, most_questions, routes

FILE = Path(__file__).with_name("wegwijzer.toml")
MOST_PAGES = 240
MOST_QUESTIONS = 8
ALSO_A_KEY = frozenset({"eigen-werk"})
"""Published as a question before a calculator took the name for its hours: neither page reads the other's link."""


def findings(helper: Wegwijzer) -> list[str]:
    """Return everything that is wrong with trees that could be read, a sentence each."""
    found = [one for tree in helper.trees.values() for one in _of_tree(tree)]
    pages = page_count(helper)
    if pages > MOST_PAGES:
        found.append(f"Er zijn {pages} pagina's; hoogstens {MOST_PAGES}.")
    return found


def page_count(helper: Wegwijzer) -> int:
    """Return the number of pages: each question and each outcome of each role."""
    return sum(len(tree.questions) + len(tree.outcomes) for tree in helper.trees.values())


def _of_tree(tree: Tree) -> Iterator[str]:
    role = tree.role
    longest = most_questions(tree, tree.start)
    if longest > MOST_QUESTIONS:
        yield f"{role}: er is een weg met {longest} vragen; hoogstens {MOST_QUESTIONS}."
    for name in tree.questions.keys() & known_keys() - ALSO_A_KEY:
        yield f"{role}, vraag {name}: zo heet al een vraag van een rekenhulp of document; kies een ander id."
    for text, times in Counter(question.text for question in tree.questions.values()).items():
        if times > 1:
            yield f"{role}: de vraag “{text}” staat er {times} keer."
    for text, times in Counter(outcome.title for outcome in tree.outcomes.values()).items():
        if times > 1:
            yield f"{role}: de uitkomst “{text}” staat er {times} keer."
    yield from _questions_that_do_not_matter(tree)
    yield from _routes_without_an_answer(tree)


def _questions_that_do_not_matter(tree: Tree) -> Iterator[str]:
    """Yield the questions of which all answers lead to the same, whatever was answered before."""
    ends: dict[tuple[str, tuple[str, ...]], dict[str, set[object]]] = {}
    for route in routes(tree):
        end = what_it_says(route)
        given = route.answers
        for number, (question, answer) in enumerate(given.items()):
            history = tuple(given.values())[:number]
            ends.setdefault((question, history), {}).setdefault(answer, set()).add(end)
    matter = {
        question for (question, _), by_answer in ends.items() if len({frozenset(end) for end in by_answer.values()}) > 1
    }
    for question in tree.questions.keys() - matter:
        yield f"{tree.role}, vraag {question}: geen antwoord maakt verschil."


def what_it_says(route: Reached) -> tuple[str, ...]:
    """Return the outcome of a route with everything in it that holds there."""
    if not isinstance(route.at, Outcome):
        raise TypeError("a route ends in an outcome")
    return (route.at.id, *(part.text for part in route.at.parts if part.condition.holds(route.answers)))


def _routes_without_an_answer(tree: Tree) -> Iterator[str]:
    """Yield the outcomes that, on some way, give no reason, nothing to do or no link."""
    lacking = set()
    for route in routes(tree):
        if isinstance(route.at, Outcome):
            parts: dict[str, tuple[Part, ...]] = {
                "reden": route.at.reasons,
                "deze-week": route.at.this_week,
                "verder": route.at.leads,
            }
            for part, items in parts.items():
                if not any(item.condition.holds(route.answers) for item in items):
                    lacking.add((route.at.id, part))
    for outcome, part in sorted(lacking):
        yield f"{tree.role}, uitkomst {outcome}: niet op elke weg is er iets onder {part}."


def main(arguments: list[str]) -> int:
    """Check a file, and say what is wrong; exit code 1 when something is."""
    try:
        helper = read(Path(arguments[0] if arguments else FILE).read_text("utf-8"))
        found = findings(helper)
    except ValueError as error:  # what is wrong with it, or that it is no TOML
        sys.stdout.write(f"{error}\n")
        return 1
    for tree in helper.trees.values():
        ways = sum(1 for _ in routes(tree))
        sys.stdout.write(
            f"{tree.role}: {len(tree.questions)} vragen, {len(tree.outcomes)} uitkomsten, {ways} wegen, "
            f"langste weg {most_questions(tree, tree.start)} vragen\n"
        )
    sys.stdout.write(f"{page_count(helper)} pagina's\n" + "".join(f"{one}\n" for one in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
