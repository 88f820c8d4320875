"""Fields of a form: reading what somebody typed, and writing it back as a link does.

Reading is forgiving (``24-11-2025``, ``24 november 2025``, ``2025-11-24``) and says in one Dutch
sentence what is wrong when it cannot. Writing is exact: dates in ISO, numbers with a point.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from calculators.frame.dates import Period, days_in_words, in_words, with_weekday
from calculators.frame.money import SINGULAR, euros_in_a_sum, number_in_words, with_unit
from calculators.frame.reading import (
    FIRST_DATE,
    FieldError,
    joined_periods,
    parse_date,
    parse_number,
    parse_period,
    plain_number,
    printable,
)

LONGEST_TEXT = 80
LONGEST_LIST = 2000
LONGEST_LINE = 120
LONGEST_IN_A_LIST, MOST_SPELLED_OUT = 32, 9  # signs of an answer, and how many answers


@dataclass(frozen=True, kw_only=True)
class Field[T](ABC):
    """One question of a form. ``key`` is its name in the form, the link, the command line and JSON.

    ``aside`` is a question of some readers with its answer, folded. What is typed into a ``private`` field (a name, an
    address, a remark) never gets into a link.
    """

    key: str
    label: str
    hint: str = ""
    aside: tuple[str, str] | None = None
    required: bool = False
    default: T | None = None
    private: bool = False
    kind: str = field(init=False, default="text")
    longest: int = field(init=False, default=LONGEST_TEXT)

    @property
    def attribute(self) -> str:
        """Return the name of this field in the frozen input."""
        return self.key.replace("-", "_")

    @abstractmethod
    def parse(self, text: str) -> T:
        """Read what was typed, or raise `FieldError`."""

    def write(self, value: T) -> str:
        """Write a value as links and JSON hold it."""
        return str(value)

    def in_words(self, value: T) -> str:
        """Write a value for print."""
        return self.echo(value) or self.write(value)

    def echo(self, value: T) -> str:  # noqa: ARG002  # subclasses use the value
        """Say in Dutch how a value was read; empty where the field itself shows it."""
        return ""


@dataclass(frozen=True, kw_only=True)
class DateField(Field[date]):
    """A calendar day, typed as ``24-11-2025``, ``24 november 2025`` or ``2025-11-24``.

    ``earliest`` lies on 1 January: a contract may have begun long before the illnesses that all other days are about.
    """

    kind: str = field(init=False, default="date")
    earliest: date = FIRST_DATE

    def parse(self, text: str) -> date:
        return parse_date(text, self.earliest)

    def write(self, value: date) -> str:
        return value.isoformat()

    def echo(self, value: date) -> str:
        return with_weekday(value)


@dataclass(frozen=True, kw_only=True)
class PeriodsField(Field[tuple[Period, ...]]):
    """Several periods, one on each line: ``19-05-2025 t/m 08-06-2025``, or ``van/tot,van/tot`` in a link."""

    kind: str = field(init=False, default="periods")
    longest: int = field(init=False, default=LONGEST_LIST)
    default: tuple[Period, ...] | None = ()
    earliest: date = FIRST_DATE

    def parse(self, text: str) -> tuple[Period, ...]:
        return joined_periods(parse_period(part, self.earliest) for part in re.split(r"[,;\n]+", text) if part.strip())

    def write(self, value: tuple[Period, ...]) -> str:
        return ",".join(f"{period.first.isoformat()}/{period.last.isoformat()}" for period in value)

    def echo(self, value: tuple[Period, ...]) -> str:
        return "; ".join(
            f"{in_words(period.first)} tot en met {in_words(period.last)} ({days_in_words(period.days)})"
            for period in value
        )


@dataclass(frozen=True, kw_only=True)
class NumberField(Field[Decimal]):
    """A number with a Dutch comma or a point as decimal sign, between ``smallest`` and ``largest``."""

    kind: str = field(init=False, default="number")
    smallest: Decimal
    largest: Decimal
    unit: str = ""
    whole: bool = False
    example: str = "12,5"

    def parse(self, text: str) -> Decimal:
        value = self.read(text)
        if self.whole and value != value.to_integral_value():
            raise FieldError("geen-getal", "Vul een heel getal in, zonder cijfers achter de komma.")
        if value < self.smallest:
            raise FieldError("te-klein", f"Dit is te klein. Vul minstens {with_unit(self.smallest, self.unit)} in.")
        if value > self.largest:
            raise FieldError("te-groot", f"Dit is te groot. Vul hoogstens {with_unit(self.largest, self.unit)} in.")
        return value.to_integral_value() if self.whole else value

    def read(self, text: str) -> Decimal:
        """Turn the text into a number, before the borders are looked at; its own unit behind it is no mistake."""
        return parse_number(without_unit(text, self.unit), self._example)

    @property
    def _example(self) -> str:
        return self.example.partition(",")[0] if self.whole else self.example

    def write(self, value: Decimal) -> str:
        return plain_number(value)

    def echo(self, value: Decimal) -> str:
        return with_unit(value, self.unit)


SHORT_UNITS = {"uur": ("uren", "u"), "kilometer": ("km",), "jaar": ("jr",)}


def without_unit(text: str, unit: str) -> str:
    """Return what was typed without the unit of its field: ``32 uur`` and ``32 uur per week`` are 32."""
    word, _, rest = unit.partition(" ")
    if not word:
        return text
    words = "|".join(re.escape(one) for one in (word, SINGULAR.get(word, word), *SHORT_UNITS.get(word, ())))
    return re.sub(rf"\s*({words})\.?(\s+{re.escape(rest)})?$", "", text, flags=re.IGNORECASE)


def without_euro(text: str) -> str:
    """Return what was typed for an amount without its sign or word for euro, and without ``,-`` for no cents."""
    text = re.sub(r"\s*(bruto|per maand)$", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(€|euro|eur)\s*|\s*(euro|eur|€)$", "", text, flags=re.IGNORECASE)
    return re.sub(r"\s*,\s*[-=]{1,2}$", "", text)


@dataclass(frozen=True, kw_only=True)
class MoneyField(NumberField):
    """An amount in euros; a point followed by exactly three digits means thousands (``3.200``)."""

    kind: str = field(init=False, default="money")
    smallest: Decimal = Decimal(0)
    largest: Decimal = Decimal(1_000_000)
    unit: str = "euro"
    example: str = "3.200,50"

    def read(self, text: str) -> Decimal:
        text = without_euro(text)
        if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text):
            text = text.replace(".", "")
        value = parse_number(text, self.example)
        if value != value.quantize(Decimal("0.01")):
            raise FieldError("geen-getal", "Een bedrag heeft hoogstens twee cijfers achter de komma.")
        return value

    def echo(self, value: Decimal) -> str:
        return f"€ {number_in_words(value, places=2)}"


@dataclass(frozen=True, kw_only=True)
class RateField(MoneyField):
    """An amount for one kilometre or the like: too small for thousands, with up to four digits after the comma."""

    example: str = "0,25"

    def read(self, text: str) -> Decimal:
        value = parse_number(without_euro(text), self.example)
        if value != value.quantize(Decimal("0.0001")):
            raise FieldError("geen-getal", "Dit bedrag heeft hoogstens vier cijfers achter de komma.")
        return value

    def echo(self, value: Decimal) -> str:
        return euros_in_a_sum(value).replace("\u00a0", " ")


@dataclass(frozen=True, kw_only=True)
class PercentField(NumberField):
    """A percentage, with or without the sign."""

    kind: str = field(init=False, default="percent")
    smallest: Decimal = Decimal(0)
    largest: Decimal = Decimal(100)
    unit: str = "procent"
    example: str = "70"

    def read(self, text: str) -> Decimal:
        return parse_number(re.sub(r"\s*(%|procent)$", "", text), self.example)

    def echo(self, value: Decimal) -> str:
        return f"{number_in_words(value)} %"


@dataclass(frozen=True, kw_only=True)
class ChoiceField(Field[str]):
    """One of a few answers; ``options`` gives the Dutch text of each. Short ones may stand ``beside`` each other.

    ``headings`` gives the heading above an option in a long list; neighbours with the same one stand together.
    ``default_by`` names another question, and for some of its answers what is assumed here instead of ``default``.
    """

    kind: str = field(init=False, default="choice")
    options: Mapping[str, str]
    beside: bool = False
    headings: Mapping[str, str] = field(default_factory=dict)
    default_by: tuple[str, Mapping[str, str]] | None = None

    def default_with(self, values: Mapping[str, Any]) -> str | None:
        """Return what is assumed when nobody answers, given the answers to other questions by key."""
        question, assumed = self.default_by or ("", {})
        return assumed.get(str(values.get(question)), self.default)

    @property
    def is_spelled_out(self) -> bool:
        """Say whether all answers stand on the page: a long answer is cut off in a list, so that nobody can read it."""
        longest = max(len(text) for text in self.options.values())
        return self.beside or (longest > LONGEST_IN_A_LIST and len(self.options) <= MOST_SPELLED_OUT)

    @property
    def grouped(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the options as a list shows them: each heading, or nothing, with the options under it."""
        found = groupby(self.options.items(), lambda option: self.headings.get(option[0], ""))
        return [(heading, list(options)) for heading, options in found]

    def parse(self, text: str) -> str:
        for option in self.options:
            if text.lower() == option.lower():
                return option
        raise FieldError("geen-keuze", f"Kies een van deze antwoorden: {', '.join(self.options.values())}.")

    def in_words(self, value: str) -> str:
        return self.options[value]


@dataclass(frozen=True, kw_only=True)
class YesNoField(ChoiceField):
    """A question answered with ja or nee."""

    options: Mapping[str, str] = field(default_factory=lambda: {"ja": "ja", "nee": "nee"})


@dataclass(frozen=True, kw_only=True)
class TextField(Field[str]):
    """Free text on one line, such as a name."""

    longest: int = field(init=False, default=LONGEST_LINE)

    def parse(self, text: str) -> str:
        return " ".join(printable(text).split())


@dataclass(frozen=True, kw_only=True)
class LongTextField(TextField):
    """Free text of several lines."""

    kind: str = field(init=False, default="lines")
    longest: int = field(init=False, default=LONGEST_LIST)

    def parse(self, text: str) -> str:
        lines = (" ".join(line.split()) for line in printable(text).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


AnyField = Field[Any]
