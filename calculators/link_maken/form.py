"""The questions of the link maker: which page, for whom, and everything that some page takes along in a link.

Names of people and firms are not asked: they never stand in a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from calculators.frame.calculator import Calculator
from calculators.frame.fields import AnyField, ChoiceField, DateField
from calculators.frame.form import REFERENCE_DAY, Form, Group
from calculators.frame.wording import within_a_sentence
from calculators.link_maken.pages import page_at, send_pages
from calculators.registry import calculator, documents, folders

ROLES = {
    "werknemer": "de werknemer",
    "werkgever": "de eigen werkgever",
    "inlener": "het bedrijf met de plek (de inlener)",
    "begeleider": "een andere begeleider",
    "uitkering": "iemand met een uitkering",
}


@dataclass(frozen=True)
class Value:
    """One value for the link: how it stands there, and how a reader sees it."""

    key: str
    written: str
    label: str
    words: str


@dataclass(frozen=True)
class LinkInput:
    """What was filled in: the address of the page, the role of whoever gets the link, and the values."""

    page: str
    role: str
    values: tuple[Value, ...]


@dataclass(frozen=True, kw_only=True)
class PageField(ChoiceField):
    """A page by its address; its short word does as well (``tijdlijn``)."""

    def parse(self, text: str) -> str:
        known = page_at(text.strip("/").removeprefix("l/"))
        return known.address if known else super().parse(text)


@dataclass(frozen=True, kw_only=True)
class LinkDay(DateField):
    """The reference day that the link holds; the link maker itself has no use for one."""

    @property
    def attribute(self) -> str:
        return "peildatum_van_de_link"


ROLE = ChoiceField(key="rol", label="Wie krijgt de link?", default="werknemer", options=ROLES)
WHAT = Group(
    "Wat stuurt u, en aan wie?",
    (
        PageField(
            key="pagina",
            label="Welke pagina?",
            required=True,
            options={one.address: one.title for one in send_pages()},
            headings={one.address: one.heading for one in send_pages()},
        ),
        ROLE,
    ),
    folded=False,
)


OWN_NAME = "link-maken"


def _in_order_of_the_list(one: Calculator) -> int:
    """Say where a calculator stands among the pages; one that is not there comes last."""
    addresses = [page.address for page in send_pages()]
    return addresses.index(one.address) if one.address in addresses else len(addresses)


def _case_groups() -> Iterator[Group]:
    """Yield every question that a calculator or document takes along in a link, each once; none is required here."""
    seen = {field.key for field in WHAT.fields} | {REFERENCE_DAY.key}
    calculators = [calculator(name) for name in folders() if name != OWN_NAME]
    for one in (*sorted(calculators, key=_in_order_of_the_list), *map(calculator, documents())):
        for group in one.form.groups:
            fresh = tuple(field for field in group.fields if field.key not in seen and not field.private)
            seen.update(field.key for field in fresh)
            if fresh:
                title = f"{one.title}: {within_a_sentence(group.title)}" if one.kind == "document" else group.title
                yield Group(title, tuple(replace(field, required=False, default=None) for field in fresh))


CASE = (
    *_case_groups(),
    Group("Rekenen voor een andere dag", (LinkDay(key=REFERENCE_DAY.key, label="Laat de rekenhulp rekenen voor"),)),
)
FIELDS: tuple[AnyField, ...] = tuple(field for group in CASE for field in group.fields)


def build(pagina: str, rol: str, peildatum: date, **found: Any) -> LinkInput:  # noqa: ARG001  # the frame gives a day
    """Make the input: only what was filled in."""
    given = ((field, found[field.attribute]) for field in FIELDS if found[field.attribute] not in (None, ()))
    values = (Value(field.key, field.write(value), field.label, field.in_words(value)) for field, value in given)
    return LinkInput(pagina, rol, tuple(values))


FORM = Form(groups=(WHAT, *CASE), build=build)
