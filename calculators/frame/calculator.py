"""The frame of a calculator: one object per folder, which says what kind of page it is and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from calculators.frame.form import Form, Parsed
from calculators.frame.result import Result

Kind = Literal["rekenhulp", "hulpmiddel", "document"]
Values = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class DownloadFile:
    """A file made for the reader: a text, or the bytes of what is not text."""

    name: str
    media_type: str
    content: str | bytes


MakeFile = Callable[[Any, Collection[str] | None, datetime], DownloadFile]


@dataclass(frozen=True)
class Calculator:
    """One page with a form: its question, its fields, its pure rules and how its outcome is written.

    ``kind`` says whether it computes by the law (``rekenhulp``), only helps (``hulpmiddel``) or is a document to fill
    in. It has the address ``/rekenhulpen/<name>/`` unless it says another, and lives in the folder called like it.
    A ``blank`` one has an answer to an empty form, and is published with that instead of an example. ``action`` is
    what the button of the form says.

    ``calculate`` turns the frozen input into a `Result`; ``to_json`` turns the outcome of that result into JSON,
    ``lines`` turns that JSON into readable text for the command line, and ``drawing`` turns the outcome into what its
    own template draws. ``files`` makes downloads by kind: each gets the outcome, the chosen ids (None for all) and the
    moment of making. ``example`` holds the values that the published form shows.
    """

    name: str
    title: str
    question: str
    form: Form[Any]
    calculate: Callable[[Any], Result[Any]]
    to_json: Callable[[Any], dict[str, Any]]
    lines: Callable[[dict[str, Any]], Iterator[str]]
    example: Mapping[str, str]
    kind: Kind = "rekenhulp"
    drawing: Callable[[Any], Any] | None = None
    files: Mapping[str, MakeFile] = field(default_factory=dict)
    address: str = ""
    folder: str = ""
    blank: bool = False
    action: str = "Reken uit"

    @property
    def has_card(self) -> bool:
        """Say whether the answer is a card after the first questions; other questions and details stand below it."""
        return self.kind == "rekenhulp"

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", self.address or f"/rekenhulpen/{self.name}/")
        object.__setattr__(self, "folder", self.folder or self.name.replace("-", "_"))


@dataclass(frozen=True)
class Answered:
    """An answer with everything that a page needs besides its JSON; ``result`` is None for bad input."""

    calculator: Calculator
    parsed: Parsed[Any]
    result: Result[Any] | None
    json: dict[str, Any]
