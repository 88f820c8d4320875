"""HTML from templates: the only module that knows Jinja2. The same templates serve the build and the browser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from calculators.common.dates import in_words, with_weekday
from calculators.common.money import euros, number_in_words

CERTAINTY = {
    "wet": "wet",
    "uwv-norm": "UWV-beleid",
    "cao-of-polis": "cao of polis",
    "praktijk": "praktijk",
    "afspraak": "afspraak",
}
PARTIES = {
    "werknemer": "werknemer",
    "werkgever": "werkgever",
    "inlener": "inlener",
    "uwv": "UWV",
    "fiscus": "Belastingdienst",
}


def render(template: str, context: Mapping[str, Any]) -> str:
    """Return the HTML of a template, such as ``form.html`` or ``tijdlijn/result.html``."""
    return _environment().get_template(template).render(context)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_read_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"dag": _day, "weekdag": _weekday, "getal": number_in_words, "euro": _euro, "html": Markup}
    environment.globals |= {"ZEKERHEID": CERTAINTY, "PARTIJEN": PARTIES}
    return environment


def _read_template(name: str) -> str:
    """Read ``tijdlijn/result.html`` from that calculator's folder, and a name without folder from ``templates``."""
    folder, _, file = name.rpartition("/")
    return (files("calculators") / (folder or "templates") / file).read_text("utf-8")


def _euro(amount: str) -> str:
    """``3200.50`` becomes ``€ 3.200,50``."""
    return euros(Decimal(amount))


def _as_day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _day(value: date | str) -> str:
    """``2025-11-24`` becomes ``24 november 2025``."""
    return in_words(_as_day(value))


def _weekday(value: date | str) -> str:
    """``2025-11-24`` becomes ``maandag 24 november 2025``."""
    return with_weekday(_as_day(value))
