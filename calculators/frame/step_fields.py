"""Fields that hold a list: from a day or a week on, a number. Each row ends the one before."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise

from calculators.frame.dates import in_words
from calculators.frame.fields import LONGEST_LIST, Field, NumberField
from calculators.frame.money import number_in_words
from calculators.frame.reading import FieldError, parse_date, plain_number

BETWEEN_ROWS = re.compile(r"[;\n]+|,(?=[^,;\n]*:)")
"""A row ends with its line, a semicolon, or a comma that is no decimal sign: one with a new row behind it."""


@dataclass(frozen=True, order=True)
class Since[Start: (date, int)]:
    """From ``start`` on (a day, or the number of a week) the value is ``value``."""

    start: Start
    value: Decimal


@dataclass(frozen=True, kw_only=True)
class StepsField[Start: (date, int)](Field[tuple[Since[Start], ...]]):
    """Rows such as ``02-03-2026: 8``, one on each line, in order; in a link ``2026-03-02:8,2026-04-06:16``.

    ``number`` reads what stands behind the colon and knows its limits.
    """

    kind: str = field(init=False, default="steps")
    longest: int = field(init=False, default=LONGEST_LIST)
    default: tuple[Since[Start], ...] | None = ()
    number: NumberField
    example: str

    def parse(self, text: str) -> tuple[Since[Start], ...]:
        rows = tuple(self._row(row.strip(" ,")) for row in BETWEEN_ROWS.split(text) if row.strip(" ,"))
        for earlier, later in pairwise(rows):
            if later.start == earlier.start:
                raise FieldError("dubbel", f"{self.named(later.start)} staat er twee keer in. Laat één regel staan.")
            if later.start < earlier.start:
                raise FieldError(
                    "volgorde",
                    f"{self.named(later.start)} staat na {self.named(earlier.start).lower()}. "
                    "Zet de regels op volgorde, de vroegste bovenaan.",
                )
        return rows

    def _row(self, row: str) -> Since[Start]:
        start, colon, number = row.partition(":")
        if not colon or not start.strip() or not number.strip():
            raise FieldError(
                "geen-periode", f"Schrijf elke regel als {self.example}. Zet elke regel op een eigen regel."
            )
        try:
            return Since(self.read_start(start.strip().lower()), self.number.parse(number.strip()))
        except FieldError as error:
            raise FieldError(error.code, f"In “{row[:40]}”: {error.text}") from None

    @abstractmethod
    def read_start(self, text: str) -> Start:
        """Read the day or week from which a row holds."""

    @abstractmethod
    def write_start(self, start: Start) -> str:
        """Write it as links hold it."""

    @abstractmethod
    def named(self, start: Start) -> str:
        """Name it at the beginning of a sentence."""

    @abstractmethod
    def typed(self, start: Start) -> str:
        """Write it as people type it."""

    def write(self, value: tuple[Since[Start], ...]) -> str:
        return ",".join(f"{self.write_start(step.start)}:{plain_number(step.value)}" for step in value)

    def echo(self, value: tuple[Since[Start], ...]) -> str:
        return "; ".join(f"vanaf {self.named(step.start).lower()} {self.number.echo(step.value)}" for step in value)

    def text(self, value: tuple[Since[Start], ...]) -> str:
        """Write the rows as the form shows them, one on each line."""
        return "\n".join(f"{self.typed(step.start)}: {number_in_words(step.value)}" for step in value)


@dataclass(frozen=True, kw_only=True)
class DayStepsField(StepsField[date]):
    """From a day on, a number: ``02-03-2026: 8``."""

    def read_start(self, text: str) -> date:
        return parse_date(text)

    def write_start(self, start: date) -> str:
        return start.isoformat()

    def named(self, start: date) -> str:
        return in_words(start)

    def typed(self, start: date) -> str:
        return f"{start:%d-%m-%Y}"


@dataclass(frozen=True, kw_only=True)
class WeekStepsField(StepsField[int]):
    """From a week on, a number: ``27: 90``. The first row is about week 1, the last possible is ``last_week``."""

    last_week: int

    def parse(self, text: str) -> tuple[Since[int], ...]:
        rows = super().parse(text)
        if rows and rows[0].start != 1:
            raise FieldError("volgorde", f"Begin met week 1. Schrijf elke regel als {self.example}.")
        return rows

    def read_start(self, text: str) -> int:
        found = re.fullmatch(r"(?:week )?([0-9]{1,4})", text)
        if not found:
            raise FieldError("geen-getal", f"Vul eerst het nummer van de week in, zoals {self.example}.")
        week = int(found[1])
        if week < 1:
            raise FieldError("te-klein", "De eerste week is week 1.")
        if week > self.last_week:
            raise FieldError("te-groot", f"Dit is te groot. Vul hoogstens week {self.last_week} in.")
        return week

    def write_start(self, start: int) -> str:
        return str(start)

    def named(self, start: int) -> str:
        return f"Week {start}"

    def typed(self, start: int) -> str:
        return f"week {start}"


def value_on[Start: (date, int)](steps: tuple[Since[Start], ...], moment: Start) -> Decimal | None:
    """Return the value that holds at a moment: that of the last row which has begun; None before the first."""
    return next((step.value for step in reversed(steps) if step.start <= moment), None)
