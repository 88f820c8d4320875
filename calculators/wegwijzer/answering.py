"""The decision helper on the command line and as JSON: answers in, the next question or the outcome out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from calculators.frame.calculator import Values
from calculators.frame.terms import CERTAINTY
from calculators.law.book import Law
from calculators.law.parameters import cited
from calculators.law.wording import with_figures
from calculators.wegwijzer.reading import Wegwijzer, wegwijzer
from calculators.wegwijzer.tree import NoSuchAnswer, Outcome, Question, Reached, follow, routes

ROLE = "rol"
Json = dict[str, Any]


def answer(values: Values, today: date, helper: Wegwijzer | None = None) -> Json:
    """Return the next question or the outcome as JSON. Never raises for bad input: that is told in ``fouten``.

    Args:
        values: the role under ``rol``, and answer ids by question id; a key given twice holds a list.
        today: the day of the figures in the texts.
        helper: another decision helper than that of the site.
    """
    trees = (helper or wegwijzer()).trees
    given, errors = _single(values)
    role = given.pop(ROLE, "")
    found: Json = {"invoer": {}, "onbekend": [], "fouten": errors}
    if role not in trees:
        code = "geen-keuze" if role else "verplicht"
        errors.insert(0, _error(ROLE, code, f"Kies een rol: {', '.join(trees)}."))
        return found
    reached = follow(trees[role], given)
    if isinstance(reached, NoSuchAnswer):
        known = ", ".join(one.id for one in reached.question.answers)
        errors.append(_error(reached.question.id, "geen-keuze", f"Dat antwoord is er niet. Kies: {known}."))
    if errors or isinstance(reached, NoSuchAnswer):
        return found
    found |= {"invoer": {ROLE: role, **reached.answers}, "onbekend": list(reached.unused)}
    if isinstance(reached.at, Question):
        return found | {"vraag": _question_json(reached.at, Law(today))}
    found["uitkomst"] = _outcome_json(reached.at, reached.answers, Law(today))
    return found | {"bronnen": cited(found["uitkomst"])}


def _single(values: Values) -> tuple[dict[str, str], list[Json]]:
    """Return the one text of each key; empty ones are left out, and a key given twice is an error."""
    single, errors = {}, []
    for key, value in values.items():
        texts = [value] if isinstance(value, str) else list(value)
        if len(texts) > 1:
            errors.append(_error(key, "dubbel", "Dit staat er twee keer in. Geef één antwoord."))
        elif texts and texts[0].strip():
            single[key] = texts[0].strip()
    return single, errors


def _error(key: str, code: str, text: str) -> Json:
    return {"veld": key, "code": code, "tekst": text}


def _question_json(question: Question, law: Law) -> Json:
    return {
        "id": question.id,
        "tekst": with_figures(question.text, law),
        "uitleg": with_figures(question.explanation, law),
        "antwoorden": [
            {"id": one.id, "tekst": with_figures(one.text, law)}
            | ({"hint": with_figures(one.hint, law)} if one.hint else {})
            for one in question.answers
        ],
    }


def _outcome_json(outcome: Outcome, answers: Mapping[str, str], law: Law) -> Json:
    """Return an outcome with only what holds for these answers."""
    leads = [lead for lead in outcome.leads if lead.condition.holds(answers)]
    steps = [{"soort": "doen", "tekst": with_figures(one.text, law)} for one in outcome.this_week
             if one.condition.holds(answers)]  # fmt: skip
    return {
        "id": outcome.id,
        "titel": with_figures(outcome.title, law),
        "kort": with_figures(outcome.short, law),
        "redenen": [
            {"tekst": with_figures(one.text, law), "zekerheid": one.certainty, "bronnen": list(one.sources)}
            for one in outcome.reasons
            if one.condition.holds(answers)
        ],
        "paginas": [
            {"tekst": with_figures(lead.text, law), "adres": lead.address} for lead in leads if lead.kind == "pagina"
        ],
        "vervolg": steps
        + [
            {"soort": lead.kind, "tekst": with_figures(lead.text, law), "adres": lead.address}
            for lead in leads
            if lead.kind != "pagina"
        ],
        "anders": [with_figures(one.text, law) for one in outcome.changes if one.condition.holds(answers)],
        "grens": with_figures(outcome.limit, law),
    }


def every_path(values: Values, helper: Wegwijzer | None = None) -> Iterator[Json]:
    """Yield every path from the first question to an outcome, of one role or of all, that fits the answers given."""
    given = _single(values)[0]
    role = given.pop(ROLE, "")
    for name, tree in (helper or wegwijzer()).trees.items():
        if role in ("", name):
            for route in routes(tree):
                if given.items() <= route.answers.items():
                    yield _path_json(name, route)


def _path_json(role: str, route: Reached) -> Json:
    return {ROLE: role, "antwoorden": route.answers, "uitkomst": route.at.id}


def path_line(path: Json) -> str:
    """Return a path as one line, of which the first part can be typed after ``wegwijzer``."""
    answers = " ".join(f"{question}={answer_id}" for question, answer_id in path["antwoorden"].items())
    return f"{ROLE}={path[ROLE]} {answers} -> {path['uitkomst']}"


def lines(found: Json) -> Iterator[str]:
    """Yield an answer as readable Dutch lines."""
    for key in found["onbekend"]:
        yield f"Dit antwoord is niet gebruikt: {key}"
    if found["fouten"]:
        yield "Er is iets niet goed ingevuld:"
        for error in found["fouten"]:
            yield f"  {error['veld']}: {error['tekst']}"
    elif "vraag" in found:
        yield from _question_lines(found["vraag"])
    else:
        yield from _outcome_lines(found["uitkomst"])
        yield "Bronnen:"
        for source in found["bronnen"].values():
            yield f"  - {source['titel']} ({source['url']}, gecontroleerd op {source['gecontroleerd_op']})"


def _question_lines(question: Json) -> Iterator[str]:
    yield question["tekst"]
    yield question["uitleg"]
    yield "Antwoorden:"
    for one in question["antwoorden"]:
        yield f"  {question['id']}={one['id']}: {one['tekst']}" + (f" ({one['hint']})" if "hint" in one else "")


def _outcome_lines(outcome: Json) -> Iterator[str]:
    yield outcome["titel"]
    yield outcome["kort"]
    yield "Waarom:"
    for reason in outcome["redenen"]:
        yield f"  - {reason['tekst']} [{CERTAINTY[reason['zekerheid']]}]"
    yield from _list("Deze week:", [step["tekst"] for step in outcome["vervolg"] if step["soort"] == "doen"])
    leads = [*outcome["paginas"], *(step for step in outcome["vervolg"] if step["soort"] != "doen")]
    yield from _list("Verder:", [f"{lead['tekst']} ({lead['adres']})" for lead in leads])
    yield from _list("Dit verandert de uitkomst:", outcome["anders"])
    if outcome["grens"]:
        yield f"Waar het ophoudt: {outcome['grens']}"


def _list(heading: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield heading
        yield from (f"  - {text}" for text in texts)
