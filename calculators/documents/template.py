"""Reading a ``document.toml``: its fields as a form, and its texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from calculators.frame.fields import (
    AnyField,
    ChoiceField,
    DateField,
    LongTextField,
    MoneyField,
    NumberField,
    PeriodsField,
    TextField,
)
from calculators.frame.form import Form, Group
from calculators.frame.tables import Table, table
from calculators.law import case
from calculators.law.case_checks import CHECKS, not_before

FOLDER = "documents"
PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")
OWN_FIELDS = {
    "sleutel",
    "soort",
    "label",
    "hint",
    "belangrijk",
    "keuze",
    "eenheid",
    "kleinste",
    "grootste",
    "heel",
    "niet-voor",
}
ABOUT_ILLNESS: tuple[AnyField, ...] = (case.FIRST_SICK_DAY, case.SITUATION, *case.PAUSES.fields, *case.DONE.fields)
ABOUT_STEPS = (*case.PLACEMENT.fields, *case.CONTRACT.fields)
HOURS_AT_THE_HOST = {
    "uren-start": "het aantal uren aan het begin",
    "uren-doel": "het aantal uren aan het einde",
    "plaats-uren-per-week": "het aantal uren bij de inlener",
}
"""Hours that should not be more than those of the contract."""


@dataclass(frozen=True)
class Template:
    """One document as its table has it: the fields by group, which of them matter most, and the parts.

    ``objection`` names the figure with the weeks to object to the decision of ``besluit-dag``; empty when the document
    is no objection. ``order`` has two days for each that may not lie before another (``niet-voor``): it, and that one.
    """

    name: str
    title: str
    question: str
    file_name: str
    groups: tuple[Group, ...]
    important: tuple[str, ...]
    order: tuple[tuple[str, str], ...]
    parts: tuple[Table, ...]
    objection: str

    @property
    def fields(self) -> dict[str, AnyField]:
        """Return the fields of the document itself by key, without those that only serve its checks."""
        return {field.key: field for group in self.groups for field in group.fields}

    @property
    def has_timeline(self) -> bool:
        """Say whether the document asks for something of the case, so that it is checked against the timeline."""
        return not self.fields.keys().isdisjoint(field.key for field in (*ABOUT_ILLNESS, *ABOUT_STEPS))


@dataclass(frozen=True)
class FilledIn:
    """What was filled in by key; None, or no period, where a field was left empty."""

    day: date
    values: Mapping[str, Any]


def read_template(name: str) -> Template:
    """Return the document called ``name``; raises KeyError when there is none."""
    found = table(f"{FOLDER}/{name.replace('-', '_')}/document.toml")
    return Template(
        name=name,
        title=found["titel"],
        question=found["vraag"],
        file_name=found["bestandsnaam"],
        groups=tuple(
            Group(group["titel"], tuple(_field(one) for one in group["veld"]), folded=False) for group in found["groep"]
        ),
        important=tuple(_key(one) for group in found["groep"] for one in group["veld"] if one.get("belangrijk")),
        order=tuple(
            (_key(one), one["niet-voor"]) for group in found["groep"] for one in group["veld"] if "niet-voor" in one
        ),
        parts=tuple(found["deel"]),
        objection=found.get("bezwaartermijn", ""),
    )


def form_of(template: Template) -> Form[FilledIn]:
    """Return the form of a document. One that is checked against the timeline can hold the whole case."""
    groups = template.groups
    if template.has_timeline:
        steps = ABOUT_STEPS
        if not template.fields.keys().isdisjoint(HOURS_AT_THE_HOST):
            steps += (case.shared("uren-per-week"),)
        groups += (
            Group("De ziekte: om de dagen te controleren", tuple(_besides(template, ABOUT_ILLNESS))),
            Group("Andere stappen en uren: om te controleren", tuple(_besides(template, steps))),
        )
    return Form(
        groups=tuple(group for group in groups if group.fields),
        build=partial(_filled_in, keys={field.attribute: field.key for group in groups for field in group.fields}),
        checks=(
            *(CHECKS if template.has_timeline else ()),
            *(
                not_before(later, earlier, "Deze dag ligt voor {day}. Kijk de dagen na.")
                for later, earlier in template.order
            ),
        ),
    )


def _filled_in(*, keys: Mapping[str, str], peildatum: date, **values: Any) -> FilledIn:
    return FilledIn(peildatum, {keys[attribute]: value for attribute, value in values.items()})


def _besides(template: Template, fields: tuple[AnyField, ...]) -> Iterator[AnyField]:
    return (_left_open(field) for field in fields if field.key not in template.fields)


def _left_open(field: AnyField) -> AnyField:
    """Return a shared field as a document asks it: nothing is required, and what is left empty stays empty."""
    nothing: Any = () if isinstance(field, PeriodsField) else None
    return replace(field, required=False, default=nothing)


def _key(one: Table) -> str:
    key: str = one.get("gedeeld") or one["sleutel"]
    return key


def _field(one: Table) -> AnyField:
    """Return a field of a document: one that the calculators have too, or one of its own."""
    if one.get("gedeeld") or one.get("soort") == "gedeeld":
        own_words = {name: one[name] for name in ("label", "hint") if name in one}
        return replace(_left_open(case.shared(_key(one))), **own_words)
    if strange := one.keys() - OWN_FIELDS:
        raise ValueError(f"veld {one['sleutel']}: {', '.join(sorted(strange))} kennen we niet")
    words: dict[str, Any] = {"key": one["sleutel"], "label": one["label"], "hint": one.get("hint", "")}
    return _KINDS[one["soort"]](one, words)


def _number(one: Table, words: dict[str, Any]) -> AnyField:
    return NumberField(
        **words,
        smallest=Decimal(one.get("kleinste", 0)),
        largest=Decimal(one.get("grootste", 10_000)),
        unit=one.get("eenheid", ""),
        whole=one.get("heel", False),
    )


def _choice(one: Table, words: dict[str, Any]) -> AnyField:
    return ChoiceField(**words, options={option["waarde"]: option["tekst"] for option in one["keuze"]})


_KINDS: Mapping[str, Callable[[Table, dict[str, Any]], AnyField]] = {
    "tekst": lambda _, words: TextField(**words, private=True),
    "lange-tekst": lambda _, words: LongTextField(**words, private=True),
    "datum": lambda _, words: DateField(**words),
    "getal": _number,
    "geld": lambda _, words: MoneyField(**words),
    "keuze": _choice,
}
