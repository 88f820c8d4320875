"""Reads ``wegwijzer.toml`` into one tree per role, and says in Dutch what is wrong with it, all at once.

A text in the file is for all roles, or a table by role with ``anders`` for the other ones. Somebody with a benefit gets
the words of the employee where there are none of his own: both are "je".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from calculators.frame import own_files
from calculators.frame.terms import READERS, SPOKEN_TO_AS
from calculators.law.parameters import figure
from calculators.law.wording import FIGURE
from calculators.wegwijzer.shape import Raw, errors_of_shape
from calculators.wegwijzer.tree import (
    Advice,
    Answer,
    Condition,
    Lead,
    Outcome,
    Question,
    Reached,
    Reason,
    Tree,
    routes,
)

OTHERS = "anders"


class TreeError(ValueError):
    """The file is not right; ``errors`` says where and what, a line each."""

    def __init__(self, errors: Sequence[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = tuple(errors)


@dataclass(frozen=True)
class Wegwijzer:
    """The decision helper: a tree for each role, when its texts were checked, and since when they hold."""

    checked_on: date
    holds_from: date
    trees: Mapping[str, Tree]


@cache
def wegwijzer() -> Wegwijzer:
    """Return the decision helper of the site."""
    return read((own_files.FOLDER / "wegwijzer" / "wegwijzer.toml").read_text("utf-8"))


def read(text: str) -> Wegwijzer:
    """Read the file.

    Raises:
        TreeError: something in it is wrong.
    """
    raw = tomllib.loads(text)
    errors = list(dict.fromkeys(errors_of_shape(raw)))
    if errors:
        raise TreeError(errors)
    readers = [_Reader(raw, role) for role in READERS]
    trees = {reader.role: reader.tree() for reader in readers}
    errors = [error for reader in readers for error in reader.errors]
    reached = {name for tree in trees.values() for name in (*tree.questions, *tree.outcomes)}
    for kind in ("vraag", "uitkomst"):
        errors += [f"{kind} {name}: niemand komt hier." for name in raw[kind] if not errors and name not in reached]
    if errors:
        raise TreeError(list(dict.fromkeys(errors)))
    return Wegwijzer(raw["gecontroleerd_op"], raw["geldt_vanaf"], {role: fitted(tree) for role, tree in trees.items()})


class _Reader:
    """Reads the tree of one role, from its first question on, and collects what is wrong on the way."""

    def __init__(self, raw: Raw, role: str) -> None:
        self.raw = raw
        self.role = role
        self.errors: list[str] = []
        self.questions: dict[str, Question] = {}
        self.ends: list[str] = []

    def tree(self) -> Tree:
        start = self._of_role("start", self.raw["start"])
        self._visit("start", start, ())
        # Last finished first: every question comes before those that it leads to.
        ordered = dict(reversed(self.questions.items()))
        outcomes = {name: self._outcome(name, self.raw["uitkomst"][name]) for name in self.ends}
        return Tree(self.role, start, ordered, outcomes)

    def _visit(self, where: str, name: str, path: tuple[str, ...]) -> None:
        if name in path:
            self.errors.append(f"{where}: dit leidt terug naar {name}; zo komt er geen einde aan ({self.role}).")
        elif name in self.questions or name in self.ends or not name:
            pass
        elif name in self.raw["vraag"]:
            question = self._question(name, self.raw["vraag"][name])
            for answer in question.answers:
                self._visit(f"vraag {name}, antwoord {answer.id}", answer.leads_to, (*path, name))
            self.questions[name] = question
        elif name in self.raw["uitkomst"]:
            self.ends.append(name)
        else:
            self.errors.append(f"{where}: {name} bestaat niet als vraag of uitkomst ({self.role}).")

    def _question(self, name: str, raw: Raw) -> Question:
        where = f"vraag {name}"
        answers = tuple(
            Answer(
                answer["id"],
                self._text(f"{where}, antwoord {answer['id']}", answer, "tekst"),
                self._of_role(f"{where}, antwoord {answer['id']}, naar", answer["naar"]),
                self._text(f"{where}, antwoord {answer['id']}", answer, "hint") if "hint" in answer else "",
            )
            for answer in self._seen(raw["antwoord"])
        )
        if len(answers) < 2:
            self.errors.append(f"{where}: er zijn minder dan twee antwoorden ({self.role}).")
        explanation = self._text(where, raw, "uitleg")
        return Question(name, self._text(where, raw, "tekst"), explanation, answers, raw.get("vraag-ziektedag", False))

    def _outcome(self, name: str, raw: Raw) -> Outcome:
        where = f"uitkomst {name}"

        def items(part: str) -> Iterator[tuple[str, Raw]]:
            for number, item in enumerate(raw[part], start=1):
                asked = item.get("als", {}).keys() <= self.questions.keys()  # else it never holds for this role
                if asked and self.role in item.get("rollen", READERS):
                    yield f"{where}, {part} {number}", item

        return Outcome(
            id=name,
            title=self._text(where, raw, "titel"),
            short=self._text(where, raw, "kort"),
            reasons=tuple(
                Reason(
                    self._text(at, item, "tekst"), item["zekerheid"], tuple(item["bronnen"]), self._condition(at, item)
                )
                for at, item in items("reden")
            ),
            this_week=tuple(
                Advice(self._text(at, item, "tekst"), self._condition(at, item)) for at, item in items("deze-week")
            ),
            leads=tuple(
                Lead(
                    item["soort"],
                    self._of_role(f"{at}, adres", item["adres"]),
                    self._text(at, item, "tekst"),
                    self._condition(at, item),
                )
                for at, item in items("verder")
            ),
            changes=tuple(
                Advice(self._text(at, item, "tekst"), self._condition(at, item)) for at, item in items("anders")
            ),
            limit=self._text(where, raw, "grens") if "grens" in raw else "",
            asks_sick_day=raw.get("vraag-ziektedag", False),
        )

    def _condition(self, where: str, item: Raw) -> Condition:
        if "als" not in item:
            return Condition()
        needs = tuple((question, tuple(answers)) for question, answers in item["als"].items())
        return Condition(needs, self._text(where, item, "voorwaarde"))

    def _seen(self, answers: Sequence[Raw]) -> list[Raw]:
        return [answer for answer in answers if self.role in answer.get("rollen", READERS)]

    def _of_role(self, where: str, value: Any) -> str:
        """Return what the role gets: a text for all, or its own of a table by role."""
        if isinstance(value, dict):
            for key in value.keys() - {*READERS, OTHERS}:
                self.errors.append(f"{where}: {key} is geen rol; wel: {', '.join((*READERS, OTHERS))}.")
            as_who = SPOKEN_TO_AS.get(self.role, self.role)
            value = value.get(self.role, value.get(as_who, value.get(OTHERS)))
        if not isinstance(value, str) or not value.strip():
            self.errors.append(f"{where}: er is geen tekst voor de rol {self.role}.")
            return ""
        return value

    def _text(self, where: str, table: Raw, key: str) -> str:
        text = self._of_role(f"{where}, {key}", table[key])
        for name in FIGURE.findall(text):
            try:
                figure(name)
            except KeyError as error:
                self.errors.append(f"{where}, {key}: {error.args[0]}.")
        left = FIGURE.sub("", text)
        if re.search(r"[{}<>\[\]*`]", left):
            self.errors.append(f"{where}, {key}: geen HTML, geen opmaak, en een cijfer als {{{{ groep.naam }}}}.")
        return text


def fitted(tree: Tree) -> Tree:
    """Fit the conditions to the role: leave off what never holds, and the condition of what always holds."""
    arrivals: dict[str, list[Reached]] = {}
    for route in routes(tree):
        arrivals.setdefault(route.at.id, []).append(route)

    def fit[Item: (Reason, Advice, Lead)](items: tuple[Item, ...], ways: list[dict[str, str]]) -> tuple[Item, ...]:
        kept = []
        for item in items:
            holds = [item.condition.holds(way) for way in ways]
            if all(holds):
                kept.append(replace(item, condition=Condition()))
            elif any(holds):
                kept.append(item)
        return tuple(kept)

    outcomes = {}
    for name, outcome in tree.outcomes.items():
        ways = [route.answers for route in arrivals[name]]
        outcomes[name] = replace(
            outcome,
            reasons=fit(outcome.reasons, ways),
            this_week=fit(outcome.this_week, ways),
            leads=fit(outcome.leads, ways),
            changes=fit(outcome.changes, ways),
        )
    return replace(tree, outcomes=outcomes)
