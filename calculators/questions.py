"""Questions that a machine asks of every form: what `calculators.browser` may be called with, and then some.

The bundle for the browser is cut to what these need (``publishing/engine/``), and tests ask them there and here.
They are the worked cases; each field alone with everything that one may type into it, right and wrong; forms with
several of those together; letters of every width; every file to download; and what nobody meant. The same each time:
chance is seeded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import chain
from random import Random
from urllib.parse import urlencode

from calculators.frame import own_files
from calculators.frame.calculator import Calculator
from calculators.frame.fields import AnyField, ChoiceField, NumberField
from calculators.frame.tables import CASES
from calculators.registry import all_names, calculator

Call = tuple[str, ...]  # the name of a function of `calculators.browser`, and its arguments

TODAY = "2026-11-21"
MADE_AT = "2026-11-21T09:30:00+00:00"
HOW = ("voorbeeld", "ingevuld", "verstuurd")
TYPED = {
    "date": (
        "2025-11-24",
        "24-11-2025",
        "3 maart 2025",
        "2024-02-29",
        "1-1-26",
        "31-02-2025",
        "gisteren",
        "2150-01-01",
    ),
    "periods": ("19-05-2025 t/m 08-06-2025", "2025-12-01/2025-12-21,2026-02-02/2026-02-08", "9-9-2025", "x t/m y"),
    "steps": ("2026-03-02: 8\n2026-04-06: 16", "1: 100\n27: 90", "53:70,105:0", "2026-03-02: veel", "8"),
    "number": ("12,5", "8", "1.5", "-1", "1e309", "veel", "\uff18"),
    "money": ("3.200", "2.500,00", "€ 3.200,50", "0", "12,345", "NaN", "9" * 30),
    "percent": ("70", "70 %", "33,3", "101", "−5"),
    "lines": ("Twee\nregels & een <b>", "\u202ex\ud800"),
    "text": ("Zoë d'Ördijk", "Bakkerij De Punt", "x" * 200, "\x00"),
}
NONSENSE = (
    "",
    "%00=%ff&onbekend=<script>",
    "__proto__=1&eerste-ziektedag=2025-11-24&eerste-ziektedag=2025-11-25",
    "=&==&",
    f"eerste-ziektedag={'2' * 5000}",
    "eerste-ziektedag=2025-11-24&bruto-maandloon=3000&uren-per-week=36",
)
# Python keeps a text in one, two or four bytes a character, and has machine code for each.
OF_EACH_WIDTH = ("\xe9", "\u20ac", "\U0001f642")
TOGETHER = 10  # so many forms with several answers, of each calculator, tool and document


def recorded() -> Iterator[Call]:
    """Yield what is asked while the bundle is made."""
    for name in all_names():
        one = calculator(name)
        of_each_kind = (_worked(one), NONSENSE, _one_by_one(one), _of_each_width(one))
        for query in (*chain.from_iterable(of_each_kind), *_together(one, Random(name), TOGETHER)):
            yield from _asked(one, query, HOW[1])
        for query in ("", *_worked(one)[:3]):
            yield from (call for how in HOW for call in _asked(one, query, how))
            yield from _files(one, query)
        for query in _of_each_width(one):
            yield from _files(one, query)


def drawn(seed: int, number: int) -> Iterator[Call]:
    """Yield `number` questions by chance over all forms."""
    chance = Random(seed)
    every = [calculator(name) for name in all_names()]
    for _ in range(number):
        one = chance.choice(every)
        [query] = _together(one, chance, 1)
        if one.files and chance.random() < 0.05:
            yield chance.choice(list(_files(one, query)))
        else:
            yield from _asked(one, query, chance.choice(HOW))


def _asked(one: Calculator, query: str, how: str) -> Iterator[Call]:
    """A private field takes nothing from a link, so all is given twice."""
    yield ("respond", one.name, query, TODAY, query if _has_private(one) else "", how)


def _files(one: Calculator, query: str) -> Iterator[Call]:
    for kind in one.files:
        yield ("download", one.name, kind, query, TODAY, "", query if _has_private(one) else "", MADE_AT)


def _has_private(one: Calculator) -> bool:
    return any(field.private for field in one.form.fields)


def _worked(one: Calculator) -> list[str]:
    cases = own_files.FOLDER / one.folder / CASES
    if not cases.is_file():
        return []
    return [urlencode(case["input"], doseq=True) for case in tomllib.loads(cases.read_text("utf-8"))["case"]]


def _one_by_one(one: Calculator) -> Iterator[str]:
    """Each answer alone and in the example, which has an answer then."""
    for field in one.form.fields:
        for text in _typed(field):
            yield _query({field.key: text})
            if one.has_card:
                yield _query({**one.example, field.key: text})


def _of_each_width(one: Calculator) -> Iterator[str]:
    """All fields with such a letter, also behind what is right there, or many times."""
    for letter in OF_EACH_WIDTH:
        for text in (letter, f"24-11-2025 {letter}", f"{letter} " * 300):
            yield _query({field.key: text for field in one.form.fields})
        texts = [field.key for field in one.form.fields if field.kind in {"text", "lines"}]
        yield _query({**one.example, **dict.fromkeys(texts, f"Zo\xeb {letter}")})


def _together(one: Calculator, chance: Random, number: int) -> Iterator[str]:
    """Mostly right answers, so that most forms come to an outcome."""
    for _ in range(number):
        values = dict(one.example) if chance.random() < 0.8 else {}
        fields = chance.sample(one.form.fields, chance.randint(0, min(9, len(one.form.fields))))
        yield _query(values | {field.key: _one_of(field, chance) for field in fields})


def _one_of(field: AnyField, chance: Random) -> str:
    if field.kind == "date" and chance.random() < 0.8:
        return f"{chance.randint(2022, 2028)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    if isinstance(field, NumberField) and chance.random() < 0.8:
        return str(chance.randint(int(field.smallest), min(int(field.largest), 100 * chance.choice((1, 60)))))
    typed = _typed(field)
    return chance.choice(typed[:-2] if len(typed) > 2 and chance.random() < 0.8 else typed)


def _typed(field: AnyField) -> tuple[str, ...]:
    if isinstance(field, ChoiceField):
        return (*field.options, "geen van deze", "")
    limits = (str(field.smallest), str(field.largest)) if isinstance(field, NumberField) else ()
    return (*limits, *TYPED[field.kind])


def _query(values: dict[str, str]) -> str:
    return urlencode(values, errors="replace")
