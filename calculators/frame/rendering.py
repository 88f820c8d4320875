"""HTML from templates: the only module that knows Jinja2. The same templates serve the build and the browser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FunctionLoader, ModuleLoader, StrictUndefined
from markupsafe import Markup

from calculators.frame import own_files
from calculators.frame.dates import in_words, with_weekday
from calculators.frame.money import euros, number_in_words, whole_euros
from calculators.frame.tables import NOT_IN_THE_BROWSER
from calculators.frame.terms import CERTAINTY, PARTIES


def render(template: str, context: Mapping[str, Any]) -> str:
    """Return the HTML of a template, such as ``form.html`` or ``tijdlijn/result.html``."""
    return environment().get_template(template).render(context)


@cache
def environment() -> Environment:
    """Return the template environment, made once."""
    made = Environment(
        loader=ChoiceLoader([ModuleLoader(str(own_files.FOLDER / own_files.PREPARED)), FunctionLoader(_read_template)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"dag": _day, "weekdag": _weekday, "getal": number_in_words, "html": Markup}
    made.filters |= {"euro": _euro, "hele_euro": _whole_euros}
    made.globals |= {"ZEKERHEID": CERTAINTY, "PARTIJEN": PARTIES}
    return made


def _read_template(name: str) -> str:
    """Read ``tijdlijn/result.html`` from that calculator's folder, and a name without folder from ``templates``."""
    folder, _, file = name.rpartition("/")
    return (own_files.FOLDER / (folder or "templates") / file).read_text("utf-8")


def _euro(amount: str) -> str:
    """``3200.50`` becomes ``€ 3.200,50``."""
    return euros(Decimal(amount))


def _whole_euros(amount: str) -> str:
    """``1714.50`` becomes ``€ 1.715``."""
    return whole_euros(Decimal(amount))


def _as_day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _day(value: date | str) -> str:
    """``2025-11-24`` becomes ``24 november 2025``."""
    return in_words(_as_day(value))


def _weekday(value: date | str) -> str:
    """``2025-11-24`` becomes ``maandag 24 november 2025``."""
    return with_weekday(_as_day(value))


def write_templates(folder: Path) -> None:
    """Write every template as a Python module: in the browser, compiling them takes most of the first answer."""
    for name in template_names():
        code = environment().compile(_read_template(name), name, name, raw=True, defer_init=True)
        (folder / prepared_file(name)).write_text(code, "utf-8")


def template_names() -> list[str]:
    """Return the names of all templates that answers are made with; that of a calculator has its folder before it."""
    root = own_files.FOLDER
    found = [file for file in sorted(root.rglob("*.html")) if file.parent.name != NOT_IN_THE_BROWSER]
    return [file.name if file.parent.name == "templates" else f"{file.parent.name}/{file.name}" for file in found]


def prepared_file(template: str) -> str:
    """Return the name that a template has in the bundle as a Python module."""
    return ModuleLoader.get_module_filename(template)
