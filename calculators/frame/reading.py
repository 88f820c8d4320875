"""Reading what somebody typed: days, periods and numbers in Dutch or ISO notation, and what is wrong with them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from calculators.frame.dates import MONTHS, Period, days_after, in_words

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
LAST_SHORT_YEAR = 79  # 10-3-25 is in 2025; 10-3-80 is somebody's birthday in 1980


class FieldError(ValueError):
    """What was typed cannot be used: a code for programs and a Dutch sentence for the reader."""

    def __init__(self, code: ErrorCode, text: str) -> None:
        super().__init__(text)
        self.code: ErrorCode = code
        self.text = text


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


def parse_date(text: str, earliest: date = FIRST_DATE) -> date:
    """Read a day in Dutch or ISO notation; the text has been through `clean`.

    Raises:
        FieldError: ``geen-datum`` for what is no day, ``te-klein`` before the year of ``earliest``, ``te-groot`` after
            2099.
    """
    year, month, day = _date_parts(text.lower().strip())
    if not 1 <= month <= 12:
        raise FieldError("geen-datum", f"Maand {month} bestaat niet. Schrijf de datum als 24-11-2025.")
    name = MONTHS[month - 1]
    if year < earliest.year:
        raise FieldError(
            "te-klein", f"Het jaar {year} ligt te ver terug. Vul een datum in vanaf 1 januari {earliest.year}."
        )
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
    if len(dutch[3]) not in (2, 4):
        raise FieldError("geen-datum", "Schrijf het jaar met vier cijfers, zoals 24-11-2025.")
    year = int(dutch[3])
    if len(dutch[3]) == 2:
        year += 2000 if year <= LAST_SHORT_YEAR else 1900
    return year, _month_number(dutch[2]), int(dutch[1])


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


def parse_period(text: str, earliest: date = FIRST_DATE) -> Period:
    """Read ``van/tot``, ``19-05-2025 t/m 08-06-2025`` or ``… tot en met …``; both days included.

    Raises:
        FieldError: for what is no period, and for ``tot`` alone: some read that as up to and including, some not.
    """
    text = clean(text)
    cut = re.split(r" *(t/m|tot en met|tot|tm) *", text, maxsplit=1, flags=re.IGNORECASE)
    parts, says_tot = cut[::2], cut[1:2] != [] and cut[1].lower() == "tot"
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
        first, last = (parse_date(part.strip(), earliest) for part in parts)
    except FieldError as error:
        code: ErrorCode = "geen-periode" if error.code == "geen-datum" else error.code
        raise FieldError(code, f"In “{text[:40]}”: {error.text}") from None
    if says_tot:
        raise FieldError(
            "geen-periode",
            f"Telt {in_words(last)} zelf nog mee? “Tot” zegt dat niet. "
            f"Schrijf t/m {in_words(days_after(last, -1))} of t/m {in_words(last)}.",
        )
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


def parse_number(text: str, example: str = "3.200,50") -> Decimal:
    """Read a number: a comma is the decimal sign and points then are thousands; else a point is decimal.

    ``example`` is how such a number is written, for whoever wrote something else.

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
            raise FieldError("geen-getal", f"Dit is geen getal. Schrijf het zoals {example}.")
        compact = compact.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{0,10})?", compact):
        raise FieldError("geen-getal", f"Dit is geen getal. Gebruik alleen cijfers en een komma, zoals {example}.")
    value = Decimal(compact)
    return value or Decimal(0)


def plain_number(value: Decimal) -> str:
    """Write a number with a point and without needless zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
