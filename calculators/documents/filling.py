"""Filling a document in: its texts with the values, or with dotted lines where there are none. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from calculators.documents.moments import Moments
from calculators.documents.template import PLACEHOLDER, FilledIn, Template
from calculators.frame.dates import in_words
from calculators.frame.fields import AnyField, ChoiceField, LongTextField, MoneyField, NumberField
from calculators.frame.money import SINGULAR, number_in_words
from calculators.frame.tables import Table
from calculators.frame.wording import within_a_sentence
from calculators.law.book import Law
from calculators.law.stays import WeekOfHours
from calculators.law.wording import FIGURE, with_figures

DOTS = "." * 20
LONG_DOTS = "." * 60
LINES_FOR_LONG_TEXT = ("." * 90,) * 3
BOX = "\u2610"
EMPTY_WEEKS = 8
CONDITIONS = ("als", "na-keuze")
TERM_IS_OVER = "na-termijn"
COMPUTED = {
    "evaluatie-1": "dag van de eerste evaluatie",
    "evaluatie-2": "dag van de tweede evaluatie",
    "evaluatie-3": "dag van de derde evaluatie",
    "werkervaringsplaats-einde": "laatste dag van de werkervaringsplaats",
    "detachering-einde": "laatste dag van de detachering",
    "proefplaatsing-einde": "laatste dag van de proefplaatsing",
    "proefplaatsing-aanvraag": "dag waarop UWV de aanvraag moet hebben",
    "einde-wachttijd": "laatste dag van de wachttijd",
    "eerste-wia-dag": "eerste WIA-dag",
    "vandaag": "datum",
}
"""What the engine can fill in by itself, and how the dotted line for it is called."""


@dataclass(frozen=True)
class Run:
    """A piece of a text: words of the document, what was filled in, or what is left open.

    What is left open has in ``text`` what goes there, and in ``paper`` a dotted line, boxes to tick, or room.
    """

    kind: Literal["tekst", "ingevuld", "leeg"]
    text: str
    paper: str = ""

    @property
    def shown(self) -> str:
        """Return what stands on paper."""
        return self.paper if self.kind == "leeg" else self.text


Text = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """One paragraph, list, table or place to sign. A ``toelichting`` is for the reader, not for the document."""

    kind: Literal["alinea", "toelichting", "lijst", "tabel", "ondertekening"]
    lines: tuple[Text, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the block as JSON."""
        found: dict[str, Any] = {"soort": self.kind, "regels": [_as_json(text) for text in self.lines]}
        if self.kind == "tabel":
            found |= {"kop": list(self.head), "rijen": [[_as_json(cell) for cell in row] for row in self.rows]}
        return found


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Missing:
    """An important field that was left empty, and the heading of the part that asks for it first."""

    key: str
    label: str
    part: str


@dataclass(frozen=True)
class FilledDocument:
    """A document with everything that was filled in; ``receipt`` is the line at its foot.

    ``points`` is how many important fields there are, as far as the choices made do not leave them out.
    """

    title: str
    file_name: str
    is_blank: bool
    has_timeline: bool
    points: int
    missing: tuple[Missing, ...]
    parts: tuple[Part, ...]
    receipt: str = ""


def fill(template: Template, filled_in: FilledIn, moments: Moments) -> FilledDocument:
    """Return the document. ``vandaag`` is filled in only when something else is."""
    given = {key: value for key, value in filled_in.values.items() if value not in (None, "", ())}
    fields = template.fields
    words = {key: _in_words(fields[key], value) for key, value in given.items() if key in fields}
    computed = dict(moments.days)
    if given:
        computed["vandaag"] = filled_in.day
    words = {key: in_words(day) for key, day in computed.items()} | words
    known = given
    if moments.objection and moments.objection.is_over(filled_in.day):
        known = given | {TERM_IS_OVER: True}
    important = list(_asked_for(template, known))
    headings = _headings(template, known)
    in_order = list(headings)
    writer = _Writer(moments.law.on(filled_in.day), known, words, fields, moments)
    return FilledDocument(
        title=with_figures(template.title, moments.law.on(filled_in.day)),
        file_name=template.file_name,
        is_blank=not given,
        has_timeline=template.has_timeline,
        points=len(important),
        missing=tuple(
            Missing(key, fields[key].label, with_figures(headings[key], writer.law))
            for key in sorted(important, key=in_order.index)
            if key not in given
        ),
        parts=tuple(writer.part(one) for one in template.parts if _applies(one, known)),
    )


def _in_words(field: AnyField, value: Any) -> str:
    """Write a value as the running text has it: a number without its unit, which stands in the text."""
    if isinstance(value, date):
        return in_words(value)
    if isinstance(field, NumberField):
        has_cents = isinstance(field, MoneyField) and value != value.to_integral_value()
        return number_in_words(value, places=2) if has_cents else number_in_words(value)
    return field.in_words(value)


def _applies(one: Table, given: Mapping[str, Any]) -> bool:
    """Say whether a part or block belongs in: always, unless a choice it hangs on was made otherwise.

    What stands under ``na-keuze`` waits until that choice was made: beside its other half it would contradict itself.
    What is ``na-termijn`` waits until the term of the objection is over, or until something of its own was filled in.
    """
    if one.get(TERM_IS_OVER) and given.keys().isdisjoint((TERM_IS_OVER, *keys_in(one))):
        return False
    return all(key not in given or given[key] in allowed for key, allowed in one.get("als", {}).items()) and all(
        given.get(key) in allowed for key, allowed in one.get("na-keuze", {}).items()
    )


def _asked_for(template: Template, given: Mapping[str, Any]) -> Iterator[str]:
    """Yield the important keys, without those that only stand in parts left out by a choice."""
    everywhere = {key for part in template.parts for block in part["blok"] for key in keys_in(block)}
    left = {
        key
        for part in template.parts
        if _applies(part, given)
        for block in part["blok"]
        if _applies(block, given)
        for key in keys_in(block)
    }
    yield from (key for key in template.important if key in left or key not in everywhere)


def _headings(template: Template, given: Mapping[str, Any]) -> dict[str, str]:
    """Return for each key where the document asks for it first, in its order; a choice that it does not print comes
    first, under the name of its group in the form."""
    found: dict[str, str] = {}
    for part in template.parts:
        if _applies(part, given):
            for key in keys_in([block for block in part["blok"] if _applies(block, given)]):
                found.setdefault(key, part.get("titel", ""))
    of_groups = {field.key: group.title for group in template.groups for field in group.fields}
    return {key: title for key, title in of_groups.items() if key not in found} | found


def keys_in(text: Any) -> Iterator[str]:
    """Yield the key of every placeholder in a block."""
    if isinstance(text, str):
        yield from PLACEHOLDER.findall(FIGURE.sub("", text))
    elif isinstance(text, list):
        for part in text:
            yield from keys_in(part)
    elif isinstance(text, dict):
        yield from keys_in([value for name, value in text.items() if name not in CONDITIONS])


@dataclass(frozen=True)
class _Writer:
    """Writes the texts of a document with the values of one case."""

    law: Law
    given: Mapping[str, Any]
    words: Mapping[str, str]
    fields: Mapping[str, AnyField]
    moments: Moments

    def part(self, one: Table) -> Part:
        blocks = tuple(self.block(block) for block in one["blok"] if _applies(block, self.given))
        return Part(with_figures(one.get("titel", ""), self.law), blocks)

    def block(self, one: Table) -> Block:
        if one["soort"] == "tabel":
            head = tuple(one["kop"])
            return Block("tabel", head=head, rows=tuple(self.rows(one, head)))
        if one["soort"] == "ondertekening":
            return Block("ondertekening", tuple(self.text(party) for party in one["partijen"]))
        if one["soort"] == "lijst":
            return Block("lijst", tuple(self.text(line) for line in one["regels"]))
        return Block("toelichting" if one["soort"] == "toelichting" else "alinea", (self.text(one["tekst"]),))

    def rows(self, one: Table, head: tuple[str, ...]) -> Iterator[tuple[Text, ...]]:
        """Yield the rows of a table: those written in it, or those computed under the headings it has."""
        if "bron" not in one:
            yield from (tuple(self.text(cell) for cell in row) for row in one["rijen"])
            return
        for row in _COMPUTED_ROWS[one["bron"]](self.moments):
            yield tuple(self.cell(heading, row.get(heading.lower(), "")) for heading in head)

    def cell(self, heading: str, text: str) -> Text:
        return (Run("ingevuld", text) if text else Run("leeg", within_a_sentence(heading)),)

    def text(self, source: str) -> Text:
        pieces = PLACEHOLDER.split(with_figures(source, self.law))
        runs: list[Run] = []
        for index, piece in enumerate(pieces):
            if index % 2:
                is_last = not any(rest.strip(" .,;:)") for rest in pieces[index + 1 :])
                runs.append(self.filled(piece, is_last=is_last))
            elif piece:
                runs.append(Run("tekst", self.after(pieces[index - 1] if index else "", piece)))
        return tuple(runs)

    def after(self, key: str, text: str) -> str:
        """Return a text that follows a number, with its unit as that number wants it: ``1 week``, ``2 weken``."""
        unit = text.strip().split(" ")[0].rstrip(".,:;") if self.given.get(key) == 1 else ""
        return text.replace(unit, SINGULAR[unit], 1) if unit in SINGULAR else text

    def filled(self, key: str, *, is_last: bool) -> Run:
        """Return what stands in the place of a key; a dotted line at the end of a text is long."""
        if word := self.words.get(key):
            return Run("ingevuld", word)
        if key in COMPUTED and key not in self.fields:
            return Run("leeg", COMPUTED[key], LONG_DOTS if is_last else DOTS)
        field = self.fields[key]
        label = within_a_sentence(field.label)
        if isinstance(field, ChoiceField):
            return Run("leeg", label, "  ".join(f"{BOX} {option}" for option in field.options.values()))
        if isinstance(field, LongTextField):
            return Run("leeg", label, "\n".join(LINES_FOR_LONG_TEXT))
        return Run("leeg", label, LONG_DOTS if is_last else DOTS)


def _weeks(moments: Moments) -> list[dict[str, str]]:
    """Return the weeks of the placement by heading; numbered empty ones when its length is not known."""
    known = [_week(week, has_hours=moments.has_hours) for week in moments.weeks]
    return known or [{"week": str(number + 1)} for number in range(EMPTY_WEEKS)]


def _week(week: WeekOfHours, *, has_hours: bool) -> dict[str, str]:
    first, last = in_words(week.first), in_words(week.last)
    hours = number_in_words(week.hours) if has_hours else ""
    return {"week": str(week.number), "van": first, "tot en met": last, "uren": hours, "uren per week": hours}


def _as_json(text: Text) -> list[dict[str, str]]:
    return [
        {"soort": run.kind, "tekst": run.text} | ({"papier": run.paper} if run.kind == "leeg" else {}) for run in text
    ]


_COMPUTED_ROWS = {"urenopbouw": _weeks}
