"""What the worker in the reader's browser calls: two functions, texts in and JSON text out.

Nothing here raises for what a reader typed; an error in our own code is for the worker to report. A third function is
for the bundle, before any reader comes.
"""

from __future__ import annotations

import json
from binascii import b2a_base64
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from calculators import registry
from calculators.answering import answer
from calculators.frame import page_parts, tables
from calculators.frame.fields import ChoiceField
from calculators.frame.form import Parsed
from calculators.frame.rendering import environment
from calculators.frame.version import version
from calculators.registry import calculator

EXAMPLE, FILLED_IN, SUBMITTED = "voorbeeld", "ingevuld", "verstuurd"  # whose values, and how they were given


def load(templates: Iterable[str], paths: Iterable[str]) -> None:
    """Load templates and tables by their names, and what is known of all calculators, so that no answer has to."""
    for name in templates:
        environment().get_template(name)
    for path in paths:
        tables.table(path)
    tables.paths()
    registry.folders()
    registry.known_keys()
    version()


def respond(name: str, query: str, today: str, private: str = "", how: str = FILLED_IN) -> str:
    """Answer the values of a form.

    Args:
        name: the calculator, such as ``tijdlijn``.
        query: the fragment of the address, without ``#``.
        today: the reader's own date in ISO notation.
        private: what stands in the private fields of the form, written like ``query``; those fields take
            nothing from ``query``, and nothing of theirs gets into ``fragment``.
        how: ``voorbeeld`` when nobody has filled in anything yet: then no link holds these values;
            ``verstuurd`` when the reader pressed the button: then an open question is a mistake too.

    Returns:
        JSON with ``status`` (``antwoord``, ``vragen`` or ``fouten``), ``hoofdzin``, ``kaart``, ``uitkomst``,
        ``vragen`` and ``samenvatting`` (HTML), ``groepen``, ``velden``, ``titel``, ``fragment``, ``melding``,
        ``invoer`` and ``standaard``: what is assumed for a choice whose default hangs on another answer.
    """
    one = calculator(name)
    typed = page_parts.read_link(query)
    choices = {f.key: f for f in one.form.fields if isinstance(f, ChoiceField) and f.default}
    # A choice always holds something: what is only its own default, nobody said. A default that hangs on another
    # answer the page leaves out by itself.
    silent = {key for key, f in choices.items() if typed.get(key) == f.default == f.default_with(typed)}
    values = {key: text for key, text in typed.items() if key not in silent}
    answered = answer(one, values, date.fromisoformat(today), page_parts.read_link(private))
    parsed = answered.parsed
    told = parsed.errors if how == SUBMITTED else parsed.mistakes
    wrong = {error.key: error.text for error in told}
    is_example = how == EXAMPLE and not one.blank
    return json.dumps(
        {
            "status": "fouten" if parsed.mistakes else "vragen" if parsed.errors else "antwoord",
            "hoofdzin": answered.json.get("hoofdzin", ""),
            "kaart": page_parts.card_html(answered, is_example=is_example) if answered.result and one.has_card else "",
            "uitkomst": page_parts.result_html(answered, is_example=is_example) if answered.result else None,
            "groepen": page_parts.group_states(one, parsed, is_example=is_example) if one.has_card else {},
            "vragen": page_parts.questions_html(one, parsed),
            "samenvatting": page_parts.errors_html(told),
            "velden": {
                field.key: {"fout": wrong.get(field.key, ""), "gelezen": parsed.echoes.get(field.key, "")}
                for field in one.form.fields
            },
            "titel": "Fout: " if wrong else "",
            "fragment": "" if is_example else page_parts.link(parsed),
            "melding": page_parts.unknown_keys_html(parsed),
            "invoer": {**page_parts.field_texts(one, parsed), **_defaults_not_given(choices, parsed)},
            "standaard": {key: f.default_with(parsed.good) for key, f in choices.items() if f.default_by},
        }
    )


def _defaults_not_given(choices: Mapping[str, ChoiceField], parsed: Parsed[Any]) -> dict[str, str | None]:
    return {key: field.default_with(parsed.good) for key, field in choices.items() if key not in parsed.given}


def download(name: str, kind: str, query: str, today: str, chosen: str, private: str = "", made_at: str = "") -> str:
    """Make a file to download: JSON with ``naam``, ``type`` and ``inhoud``; ``base64`` says that it holds bytes.

    Args:
        name: the calculator.
        kind: ``agenda`` for a calendar file, ``csv`` for a table; each calculator says which it has.
        query: the fragment of the address, without ``#``.
        today: the reader's own date in ISO notation.
        chosen: ids of the items to put in, joined by commas; empty for all.
        private: what stands in the private fields, as in `respond`.
        made_at: the moment of making in ISO notation with its time zone; empty for now.

    Returns:
        That JSON, or ``{"fouten": true}`` when the values have errors: there is nothing to write then.

    Raises:
        ValueError: this calculator does not make files of that kind.
    """
    one = calculator(name)
    if kind not in one.files:
        raise ValueError(f"{name} makes no {kind}")
    answered = answer(one, page_parts.read_link(query), date.fromisoformat(today), page_parts.read_link(private))
    if answered.result is None:
        return json.dumps({"fouten": True})
    wanted = frozenset(chosen.split(",")) if chosen else None
    moment = datetime.fromisoformat(made_at) if made_at else datetime.now(UTC)
    made = one.files[kind](answered.result.outcome, wanted, moment)
    found = {"naam": made.name, "type": made.media_type}
    if isinstance(made.content, bytes):
        return json.dumps({**found, "inhoud": b2a_base64(made.content, newline=False).decode(), "base64": True})
    return json.dumps({**found, "inhoud": made.content})
