"""A calculator with values that a page keeps: what comes out, and the link that opens that very case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from calculators.answering import answer
from calculators.frame.calculator import Answered
from calculators.frame.page_parts import read_link
from calculators.frame.result import Result
from calculators.registry import calculator, summary_of

Json = dict[str, Any]


@dataclass(frozen=True)
class FilledIn:
    """A case of one calculator that has an answer; ``values`` is the fragment of its link."""

    values: str
    answered: Answered
    result: Result[Any]

    @property
    def link(self) -> str:
        """Return the address that opens this case."""
        return f"{self.answered.calculator.address}#{self.values}"

    @property
    def json(self) -> Json:
        """Return the whole answer in the shape of the interface."""
        return self.answered.json

    @property
    def outcome(self) -> str:
        """Return what comes out, in words that stay true after the day on which the page was made.

        That is the first sentence of the answer, or the summary of a calculator whose first sentence tells of today.
        """
        summary = summary_of(self.answered.calculator)
        return summary(self.result.outcome) if summary else self.result.headline

    def said(self, key: str) -> str:
        """Return in words what the link fills in for a question.

        Raises:
            KeyError: the link says nothing about it.
        """
        written = self.answered.parsed.given[key]
        one = next(field for field in self.answered.calculator.form.fields if field.key == key)
        return one.in_words(one.parse(written))


@cache
def filled_in(name: str, values: str, today: date) -> FilledIn:
    """Return the case that a link opens.

    Raises:
        KeyError: there is no calculator of that name.
        ValueError: the calculator does not understand all of the values, or they have no answer.
    """
    answered = answer(calculator(name), read_link(values), today)
    wrong = [*(f"{one.key}: {one.text}" for one in answered.parsed.errors), *answered.parsed.unknown]
    if wrong or answered.result is None:
        raise ValueError(f"{name}#{values}: {'; '.join(wrong)}")
    return FilledIn(values, answered, answered.result)
