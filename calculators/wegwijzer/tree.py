"""The tree of one role: its questions, answers and outcomes, and the ways through it. Pure: no files, no clock.

Which page comes next depends on the question and the answer only, so every page can be a file. What was answered
before matters in an outcome alone: there a reason may hold under a condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.frame.terms import Certainty

Answers = Mapping[str, str]  # question id -> answer id


@dataclass(frozen=True)
class Answer:
    """One answer to a question, and the id of the question or outcome that it leads to.

    ``hint`` says what an abbreviation in it stands for; empty where nothing needs saying.
    """

    id: str
    text: str
    leads_to: str
    hint: str = ""


@dataclass(frozen=True)
class Question:
    """One question, why it is asked, and its answers.

    ``asks_sick_day``: beside it stands a field for the first sick day, which leads to the timeline.
    """

    id: str
    text: str
    explanation: str
    answers: tuple[Answer, ...]
    asks_sick_day: bool = False

    def answer(self, answer_id: str) -> Answer | None:
        """Return the answer of that id, or None."""
        return next((one for one in self.answers if one.id == answer_id), None)


@dataclass(frozen=True)
class Condition:
    """The answers under which a part of an outcome holds; without any it always holds.

    ``words`` is how it reads after "Als" on a page that does not know the answers.
    """

    needs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: str = ""

    def holds(self, answers: Answers) -> bool:
        """Say whether every question it names was answered in one of the ways it names."""
        return all(answers.get(question) in allowed for question, allowed in self.needs)


ALWAYS = Condition()


@dataclass(frozen=True)
class Reason:
    """Why an outcome applies, what that rests on, and where it was read."""

    text: str
    certainty: Certainty
    sources: tuple[str, ...]
    condition: Condition = ALWAYS


@dataclass(frozen=True)
class Advice:
    """One sentence of an outcome: what to do this week, or what would change it."""

    text: str
    condition: Condition = ALWAYS


@dataclass(frozen=True)
class Lead:
    """Where an outcome leads on: a page (``pagina``), a calculator (``rekenhulp``) or a document (``document``)."""

    kind: str
    address: str
    text: str
    condition: Condition = ALWAYS


type Part = Reason | Advice | Lead


@dataclass(frozen=True)
class Outcome:
    """What applies, why, what to do about it, and what would change it."""

    id: str
    title: str
    short: str
    reasons: tuple[Reason, ...]
    this_week: tuple[Advice, ...]
    leads: tuple[Lead, ...]
    changes: tuple[Advice, ...]
    limit: str = ""
    asks_sick_day: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return everything in it that may have a condition, in the order of the page."""
        return (*self.reasons, *self.this_week, *self.leads, *self.changes)


type Node = Question | Outcome


@dataclass(frozen=True)
class Tree:
    """Everything that one role can reach, in the order in which it may be reached: what leads on comes first."""

    role: str
    start: str
    questions: Mapping[str, Question]
    outcomes: Mapping[str, Outcome]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Return every question, then every outcome."""
        return (*self.questions.values(), *self.outcomes.values())

    def node(self, node_id: str) -> Node:
        """Return the question or outcome of that id; raises KeyError for an unknown one."""
        return self.questions.get(node_id) or self.outcomes[node_id]


@dataclass(frozen=True)
class Step:
    """A question with the answer that was given to it."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class Reached:
    """Where answers lead: the steps that were taken, the question or outcome there, and the answers not used."""

    steps: tuple[Step, ...]
    at: Node
    unused: tuple[str, ...] = ()

    @property
    def answers(self) -> dict[str, str]:
        """Return the answers that were used, in the order of the questions."""
        return {step.question.id: step.answer.id for step in self.steps}


@dataclass(frozen=True)
class NoSuchAnswer:
    """A question on the way was answered in a way that it does not offer."""

    question: Question
    given: str


def follow(tree: Tree, answers: Answers) -> Reached | NoSuchAnswer:
    """Follow the answers from the first question as far as they go. An answer off the way is not used, and named."""
    steps: list[Step] = []
    at = tree.node(tree.start)
    while isinstance(at, Question) and at.id in answers:
        answer = at.answer(answers[at.id])
        if answer is None:
            return NoSuchAnswer(at, answers[at.id])
        steps.append(Step(at, answer))
        at = tree.node(answer.leads_to)
    used = {step.question.id for step in steps}
    return Reached(tuple(steps), at, tuple(key for key in answers if key not in used))


def routes(tree: Tree) -> Iterator[Reached]:
    """Yield every way from the first question to an outcome."""

    def onward(steps: tuple[Step, ...], at: Node) -> Iterator[Reached]:
        if isinstance(at, Outcome):
            yield Reached(steps, at)
        else:
            for answer in at.answers:
                yield from onward((*steps, Step(at, answer)), tree.node(answer.leads_to))

    yield from onward((), tree.node(tree.start))


def most_questions(tree: Tree, node_id: str) -> int:
    """Return how many questions there can still be from here on, this one included."""
    counted: dict[str, int] = {}

    def count(at: Node) -> int:
        if isinstance(at, Outcome):
            return 0
        if at.id not in counted:
            counted[at.id] = 1 + max(count(tree.node(answer.leads_to)) for answer in at.answers)
        return counted[at.id]

    return count(tree.node(node_id))


def leading_to(tree: Tree, node_id: str) -> tuple[Step, ...]:
    """Return every question and answer of which this page is the next one."""
    return tuple(
        Step(question, answer)
        for question in tree.questions.values()
        for answer in question.answers
        if answer.leads_to == node_id
    )


def before(tree: Tree, node_id: str) -> tuple[Question, ...]:
    """Return every question that can come before this page, in the order of the tree."""
    found: set[str] = set()
    ahead = [node_id]
    while ahead:
        for step in leading_to(tree, ahead.pop()):
            if step.question.id not in found:
                found.add(step.question.id)
                ahead.append(step.question.id)
    return tuple(question for question in tree.questions.values() if question.id in found)
