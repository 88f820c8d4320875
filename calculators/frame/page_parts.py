"""What a page shows of a calculator: its form, its answer, its errors and its links, as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote, unquote

from calculators.frame.calculator import Answered, Calculator, Values
from calculators.frame.fields import AnyField, ChoiceField, DateField, PeriodsField, TextField
from calculators.frame.form import FormError, Parsed
from calculators.frame.rendering import render
from calculators.frame.result import UNKNOWN
from calculators.frame.step_fields import DayStepsField, StepsField
from calculators.frame.wording import within_a_sentence

MOST_PARTS = 1000
Json = dict[str, Any]


def form_html(
    calculator: Calculator,
    texts: Mapping[str, str],
    echoes: Mapping[str, str],
    groups: Mapping[str, Json],
    answer: str = "",
    details: str = "",
) -> str:
    """Return the published form, filled with the worked example; ``groups`` is what `group_states` says.

    A calculator has its answer within the form: ``answer`` after the first questions, ``details`` after the others.
    """
    return render(
        "form.html",
        {
            "rekenhulp": calculator,
            "kern": calculator.has_card,
            "waarden": texts,
            "gelezen": echoes,
            "groepen": groups,
            "antwoord": answer,
            "uitkomst": details,
        },
    )


def group_states(calculator: Calculator, parsed: Parsed[Any], *, is_example: bool) -> dict[str, Json]:
    """Return of every folded group whether there is reason to ask it (``toon``) and what its line says (``zegt``).

    A group in which something is filled in is never hidden.
    """
    wrong = {error.key for error in parsed.errors}
    found: dict[str, Json] = {}
    for group in calculator.form.groups:
        filled = [field.key for field in group.fields if field.key in parsed.given or field.key in wrong]
        says = group.says(parsed.good) if group.says and wrong.isdisjoint(filled) else ""
        says += ", aangenomen" if says and assumed(group.fields, parsed) else ""
        shown = bool(filled) or group.when is None or group.when(parsed.good)
        found[group.key] = {"toon": shown, "zegt": says or _how_many(len(filled), is_example=is_example)}
    return found


def assumed(fields: Sequence[AnyField], parsed: Parsed[Any]) -> list[tuple[AnyField, str]]:
    """Return each question that nobody answered and for which another answer gave another default, with that one."""
    return [
        (field, parsed.defaults[field.key])
        for field in fields
        if isinstance(field, ChoiceField)
        and field.default_by
        and parsed.defaults.get(field.key, field.default) != field.default
    ]


def _how_many(filled: int, *, is_example: bool) -> str:
    if not filled:
        return "niet ingevuld"
    return f"{filled} ingevuld{' in het voorbeeld' if is_example else ''}"


def card_html(answered: Answered, *, is_example: bool = False) -> str:
    """Return what stands under the first sentence of an answer; raises ValueError when there is none."""
    if answered.result is None:
        raise ValueError("there is no answer to show: the values have errors")
    first, rest = _cautions(answered)
    return render(
        "card.html",
        {
            "feiten": answered.result.card.facts,
            "voorbehoud": first,
            "meer_waarschuwingen": rest,
            "onbekend": _unknown(answered),
            "aangenomen": [
                (field, field.in_words(value))
                for field, value in assumed(answered.calculator.form.fields, answered.parsed)
            ],
            "bestanden": answered.calculator.files,
            "is_voorbeeld": is_example,
            "link": "" if is_example else link(answered.parsed),
        },
    )


def _cautions(answered: Answered) -> tuple[Json | None, list[Json]]:
    """Return the one caution that stands on the card, and those that stand with the details."""
    told: list[Json] = answered.json["waarschuwingen"]
    if not answered.calculator.has_card:
        return None, told
    told = [one for one in told if one["code"] not in UNKNOWN]
    return (told[0], told[1:]) if told else (None, [])


def _unknown(answered: Answered) -> Json | None:
    """Return the line about figures that are not known or not final, with what stands behind it; None without."""
    line = answered.result.card.unknown if answered.result else None
    told = [one for one in answered.json["waarschuwingen"] if one["code"] in UNKNOWN]
    return {"regel": line or "Niet elk cijfer is al bekend of vast.", "punten": told} if told and line != "" else None


def result_html(answered: Answered, address: str = "", *, is_example: bool = False) -> str:
    """Return the answer below its first sentence and its card; raises ValueError when there is none because of errors.

    ``address`` is the page's own address for print; in the browser the page fills it in. With ``is_example`` nothing
    in it can be taken along: no link holds a value, and there is no file to download.
    """
    if answered.result is None:
        raise ValueError("there is no answer to show: the values have errors")
    calculator, outcome, law = answered.calculator, answered.result.outcome, answered.result.law
    return render(
        f"{calculator.folder}/result.html",
        {
            "antwoord": answered.json | {"waarschuwingen": _cautions(answered)[1]},
            "uitkomst": answered.json["uitkomst"],
            "vandaag": answered.json["peildatum"],
            "tekening": calculator.drawing(outcome) if calculator.drawing else None,
            "adres": address,
            "ingevuld": filled_in(answered),
            "cijfers": law.receipt() if law else (),
            "eigen_adres": calculator.address,
            "is_voorbeeld": is_example,
            "link": "" if is_example else link(answered.parsed),
            "link_zonder_datums": "" if is_example else link(answered.parsed, without_days_of=calculator),
        },
    )


def errors_html(errors: Sequence[FormError]) -> str:
    """Return the summary of errors that stands above the form, or nothing."""
    return render("errors.html", {"fouten": errors}) if errors else ""


def questions_html(calculator: Calculator, parsed: Parsed[Any]) -> str:
    """Return which questions are still open, in the place of an answer, or nothing while something is wrong."""
    if parsed.mistakes or not parsed.errors:
        return ""
    labels = {field.key: within_a_sentence(field.label) for field in calculator.form.fields}
    return render("questions.html", {"vragen": [(error.key, labels[error.key]) for error in parsed.errors]}).strip()


def unknown_keys_html(parsed: Parsed[Any]) -> str:
    """Return the notice about parts of a link that nobody knows any more, or nothing."""
    return render("unknown_keys.html", {"onbekend": parsed.unknown}) if parsed.unknown else ""


def filled_in(answered: Answered) -> list[tuple[str, str]]:
    """Return label and value of everything that was filled in, for print."""
    fields = {field.key: field for field in answered.calculator.form.fields}
    return [
        (fields[key].label, fields[key].in_words(fields[key].parse(value)))
        for key, value in answered.parsed.given.items()
    ]


def link(parsed: Parsed[Any], without_days_of: Calculator | None = None) -> str:
    """Return the fragment that restores this case: good values normalised, bad ones as typed, foreign ones kept.

    What stands in private fields is never in it.

    With ``without_days_of`` every date and period is left out, so that the link tells nothing about a person's time.
    """
    values = {**parsed.typed, **parsed.given, **parsed.carried}
    if without_days_of is not None:
        days = {f.key for f in without_days_of.form.fields if isinstance(f, DateField | PeriodsField | DayStepsField)}
        values = {key: text for key, text in parsed.given.items() if key not in days}
    return "&".join(
        f"{quote(key, safe='')}={quote(text, safe='/,:', errors='replace')}" for key, text in values.items()
    )


def read_link(fragment: str) -> Values:
    """Return the texts by key of a fragment; a key that comes twice holds a list."""
    values: dict[str, list[str]] = {}
    for part in fragment.removeprefix("#").split("&", MOST_PARTS)[:MOST_PARTS]:
        key, _, text = part.partition("=")
        if key:
            values.setdefault(_decoded(key), []).append(_decoded(text))
    return {key: texts[0] if len(texts) == 1 else texts for key, texts in values.items()}


def _decoded(text: str) -> str:
    return unquote(text.replace("+", " "), errors="replace")


def field_text(field: AnyField, written: str) -> str:
    """Return the text that a field of the form shows for a value in link notation."""
    if isinstance(field, DateField):
        day = date.fromisoformat(written)
        return f"{day:%d-%m-%Y}"
    if isinstance(field, PeriodsField):
        periods = field.parse(written)
        return "\n".join(f"{period.first:%d-%m-%Y} t/m {period.last:%d-%m-%Y}" for period in periods)
    if isinstance(field, StepsField):
        return field.text(field.parse(written))
    if isinstance(field, ChoiceField | TextField):
        return written
    return written.replace(".", ",")


def field_texts(calculator: Calculator, parsed: Parsed[Any]) -> dict[str, str]:
    """Return the text for every field: what was given, nicely written, or as typed when it was wrong."""
    return {
        field.key: field_text(field, parsed.given[field.key])
        if field.key in parsed.given
        else {**parsed.typed, **parsed.private}.get(field.key, "")
        for field in calculator.form.fields
    }
