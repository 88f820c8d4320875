"""Fields of a form: reading what somebody typed, and writing it back as a link does.

Reading is forgiving (``24-11-2025``, ``24 november 2025``, ``2025-11-24``) and says in one Dutch
sentence what is wrong when it cannot. Writing is exact: dates in ISO, numbers with a point.
"""

from __future__ import annotations

import calendar
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from calculators.common.dates import MONTHS, days_after, in_words, with_weekday
from calculators.common.money import number_in_words, with_unit

ErrorCode = Literal[
    "verplicht",
    "geen-datum",
    "geen-getal",
    "geen-periode",
    "geen-keuze",
    "te-klein",
    "te-groot",
    "periode-omgekeerd",
    "periodes-overlappen",
    "volgorde",
    "te-lang",
    "dubbel",
]

FIRST_DATE, LAST_DATE = date(2000, 1, 1), date(2099, 12, 31)
LONGEST_TEXT = 80
LONGEST_LIST = 2000
LONGEST_LINE = 120


class FieldError(ValueError):
    """What was typed cannot be used: a code for programs and a Dutch sentence for the reader."""

    def __init__(self, code: ErrorCode, text: str) -> None:
        super().__init__(text)
        self.code: ErrorCode = code
        self.text = text


@dataclass(frozen=True, order=True)
class Period:
    """A run of calendar days; both ``first`` and ``last`` belong to it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days the period has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, kw_only=True)
class Field[T](ABC):
    """One question of a form. ``key`` is its name in the form, the link, the command line and JSON.

    What is typed into a ``private`` field (a name, an address, a remark) never gets into a link.
    """

    key: str
    label: str
    hint: str = ""
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
    """A calendar day, typed as ``24-11-2025``, ``24 november 2025`` or ``2025-11-24``."""

    kind: str = field(init=False, default="date")

    def parse(self, text: str) -> date:
        return parse_date(text)

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

    def parse(self, text: str) -> tuple[Period, ...]:
        return joined_periods(parse_period(part) for part in re.split(r"[,;\n]+", text) if part.strip())

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
        """Turn the text into a number, before the borders are looked at."""
        return parse_number(text)

    def write(self, value: Decimal) -> str:
        return plain_number(value)

    def echo(self, value: Decimal) -> str:
        return with_unit(value, self.unit)


@dataclass(frozen=True, kw_only=True)
class MoneyField(NumberField):
    """An amount in euros; a point followed by exactly three digits means thousands (``3.200``)."""

    kind: str = field(init=False, default="money")
    smallest: Decimal = Decimal(0)
    largest: Decimal = Decimal(1_000_000)
    unit: str = "euro"

    def read(self, text: str) -> Decimal:
        text = re.sub(r"^(€|euro|eur)\s*|\s*(euro|eur|€|,-)$", "", text, flags=re.IGNORECASE)
        if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text):
            text = text.replace(".", "")
        value = parse_number(text)
        if value != value.quantize(Decimal("0.01")):
            raise FieldError("geen-getal", "Een bedrag heeft hoogstens twee cijfers achter de komma.")
        return value

    def echo(self, value: Decimal) -> str:
        return f"€ {number_in_words(value, places=2)}"


@dataclass(frozen=True, kw_only=True)
class PercentField(NumberField):
    """A percentage, with or without the sign."""

    kind: str = field(init=False, default="percent")
    smallest: Decimal = Decimal(0)
    largest: Decimal = Decimal(100)
    unit: str = "procent"

    def read(self, text: str) -> Decimal:
        return parse_number(re.sub(r"\s*(%|procent)$", "", text))

    def echo(self, value: Decimal) -> str:
        return f"{number_in_words(value)} %"


@dataclass(frozen=True, kw_only=True)
class ChoiceField(Field[str]):
    """One of a few answers; ``options`` gives the Dutch text of each."""

    kind: str = field(init=False, default="choice")
    options: Mapping[str, str]

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
        lines = (line.strip() for line in printable(text).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


AnyField = Field[Any]

_ODD_CHARACTERS: dict[int, int | None] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ODD_CHARACTERS |= {code: ord(" ") for code in (0x00A0, 0x2007, 0x2009, 0x202F, 0x3000)}
_ODD_CHARACTERS |= {code: ord("-") for code in (0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212)}
_INVISIBLE = (
    *range(9),
    *range(14, 32),
    0x7F,
    0xAD,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
    0xFEFF,
)
_PLAIN = _ODD_CHARACTERS | dict.fromkeys(_INVISIBLE)


def clean(text: str) -> str:
    """Return the text without invisible signs, with plain digits, minus signs and spaces, and trimmed."""
    plain = text.translate(_PLAIN)
    return re.sub(r"[^\S\n]+", " ", plain.replace("\r\n", "\n")).strip()


def printable(text: str) -> str:
    """Return the text without signs that a file of text or XML cannot hold; half a character becomes ``\ufffd``."""
    return re.sub(r"[\ud800-\udfff]", "\ufffd", re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", "", text))


def parse_date(text: str) -> date:
    """Read a day in Dutch or ISO notation; the text has been through `clean`.

    Raises:
        FieldError: ``geen-datum`` for what is no day, ``te-klein`` and ``te-groot`` outside 2000 to 2099.
    """
    year, month, day = _date_parts(text.lower().strip())
    if not 1 <= month <= 12:
        raise FieldError("geen-datum", f"Maand {month} bestaat niet. Schrijf de datum als 24-11-2025.")
    name = MONTHS[month - 1]
    if year < FIRST_DATE.year:
        raise FieldError("te-klein", f"Het jaar {year} ligt te ver terug. Vul een datum in vanaf 1 januari 2000.")
    if year > LAST_DATE.year:
        raise FieldError("te-groot", f"Het jaar {year} ligt te ver weg. Vul een datum in tot en met 31 december 2099.")
    longest = calendar.monthrange(year, month)[1]
    if day < 1 or day > 31:
        raise FieldError("geen-datum", f"Dag {day} bestaat niet. Schrijf de datum als 24-11-2025.")
    if day > longest:
        last = date(year, month, longest)
        meant = days_after(last, day - longest)
        where = f" in {year}" if (month, day) == (2, 29) else ""
        raise FieldError(
            "geen-datum",
            f"{day} {name} bestaat niet{where}. Bedoelt u {last.day} {name} of {meant.day} {MONTHS[meant.month - 1]}?",
        )
    return date(year, month, day)


def _date_parts(text: str) -> tuple[int, int, int]:
    """Split a date into year, month and day as numbers, without looking whether they exist."""
    iso = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", text)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    text = re.sub(r"^(ma|di|wo|do|vr|za|zo)[a-z]*\.? ", "", text)
    dutch = re.fullmatch(r"([0-9]{1,2})(?: ?[-/.] ?| )([0-9]{1,2}|[a-z]{3,9})\.?(?: ?[-/.] ?| )([0-9]{1,5})", text)
    if not dutch:
        raise FieldError("geen-datum", "Dit is geen datum. Schrijf de datum als 24-11-2025 of 24 november 2025.")
    if len(dutch[3]) != 4:
        raise FieldError("geen-datum", "Schrijf het jaar met vier cijfers, zoals 24-11-2025.")
    return int(dutch[3]), _month_number(dutch[2]), int(dutch[1])


def _month_number(text: str) -> int:
    if text.isdigit():
        return int(text)
    short = {"mrt": 3, "maa": 3}
    for number, name in enumerate(MONTHS, start=1):
        if name == text or (name.startswith(text) and len(text) >= 3) or (text == "sept" and name == "september"):
            return number
    if text in short:
        return short[text]
    raise FieldError("geen-datum", f"De maand “{text}” kennen we niet. Schrijf de datum als 24-11-2025.")


def parse_period(text: str) -> Period:
    """Read ``van/tot``, ``19-05-2025 t/m 08-06-2025`` or ``… tot en met …``; both days included."""
    text = clean(text)
    parts = re.split(r" *(?:t/m|tot en met|tot|tm) *", text, maxsplit=1, flags=re.IGNORECASE)
    if len(parts) == 1:
        slashes = text.split("/")
        half = len(slashes) // 2
        parts = ["/".join(slashes[:half]), "/".join(slashes[half:])] if len(slashes) in (2, 6) else parts
    if len(parts) == 1:
        parts = re.split(r" - ", text, maxsplit=1)
    if len(parts) != 2 or not all(part.strip() for part in parts):
        raise FieldError(
            "geen-periode", "Schrijf een periode als 19-05-2025 t/m 08-06-2025. Zet elke periode op een eigen regel."
        )
    try:
        first, last = (parse_date(part.strip()) for part in parts)
    except FieldError as error:
        code: ErrorCode = "geen-periode" if error.code == "geen-datum" else error.code
        raise FieldError(code, f"In “{text[:40]}”: {error.text}") from None
    if last < first:
        raise FieldError(
            "periode-omgekeerd",
            f"Deze periode eindigt ({in_words(last)}) voordat zij begint ({in_words(first)}). Draai de datums om.",
        )
    return Period(first, last)


def joined_periods(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Sort periods, join those that touch, and refuse those that overlap."""
    joined: list[Period] = []
    for period in sorted(periods):
        if joined and period.first <= joined[-1].last:
            raise FieldError(
                "periodes-overlappen",
                f"Deze periodes overlappen elkaar: {in_words(period.first)} ligt in de periode "
                f"die tot en met {in_words(joined[-1].last)} loopt.",
            )
        if joined and period.first == joined[-1].last + timedelta(days=1):
            joined[-1] = Period(joined[-1].first, period.last)
        else:
            joined.append(period)
    return tuple(joined)


def parse_number(text: str) -> Decimal:
    """Read a number: a comma is the decimal sign and points then are thousands; else a point is decimal.

    Raises:
        FieldError: ``geen-getal``; for ``2,500.00`` it says how to write it.
    """
    compact = text.replace(" ", "").replace("'", "")
    if "," in compact and "." in compact and compact.index(",") < compact.rindex("."):
        raise FieldError(
            "geen-getal", "Gebruik de komma voor de cijfers achter de komma en de punt voor duizend: 2.500,00."
        )
    if "," in compact:
        if not re.fullmatch(r"-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+),[0-9]*", compact):
            raise FieldError("geen-getal", "Dit is geen getal. Schrijf het zoals 3.200,50.")
        compact = compact.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{0,10})?", compact):
        raise FieldError("geen-getal", "Dit is geen getal. Gebruik alleen cijfers en een komma, zoals 3.200,50.")
    value = Decimal(compact)
    return value or Decimal(0)


def plain_number(value: Decimal) -> str:
    """Write a number with a point and without needless zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def days_in_words(days: int) -> str:
    """Return ``1 dag`` or ``21 dagen``."""
    return f"{days} dag" if days == 1 else f"{days} dagen"
