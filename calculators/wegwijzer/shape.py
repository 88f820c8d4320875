"""The shape of ``wegwijzer.toml``: what each table may hold, and what is wrong with it whatever the role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from calculators.frame.terms import READERS, Certainty
from calculators.law.parameters import all_sources

KINDS = ("pagina", "rekenhulp", "document")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# What each table of the file may hold.
WHOLE = {"gecontroleerd_op", "geldt_vanaf", "start", "vraag", "uitkomst"}
QUESTION = {"tekst", "uitleg", "antwoord"}
DAY = {"vraag-ziektedag"}
ANSWER = {"id", "tekst", "naar", "rollen", "hint"}
OUTCOME = {"titel", "kort", "reden", "deze-week", "verder", "anders", "grens"}
CONDITION = {"als", "voorwaarde", "rollen"}
REASON = {"tekst", "zekerheid", "bronnen"} | CONDITION
ADVICE = {"tekst"} | CONDITION
LEAD = {"soort", "adres", "tekst"} | CONDITION

Raw = Mapping[str, Any]


def errors_of_shape(raw: Raw) -> Iterator[str]:
    """Yield what is wrong with the shape of the file, whatever the role."""
    yield from _wrong_keys("het bestand", raw, WHOLE, WHOLE)
    questions, outcomes = raw.get("vraag", {}), raw.get("uitkomst", {})
    for name in sorted({*questions} & {*outcomes}):
        yield f"{name}: dit is een vraag en een uitkomst; elk heeft een eigen id nodig."
    for name, question in questions.items():
        where = f"vraag {name}"
        yield from _wrong_id(where, name)
        yield from _wrong_keys(where, question, QUESTION | DAY, QUESTION)
        ids = [answer.get("id", "") for answer in question.get("antwoord", [])]
        for answer in question.get("antwoord", []):
            at = f"{where}, antwoord {answer.get('id', '(zonder id)')}"
            yield from _wrong_keys(at, answer, ANSWER, ANSWER - {"rollen", "hint"})
            yield from _wrong_id(at, answer.get("id", ""))
            if ids.count(answer.get("id", "")) > 1:
                yield f"{at}: dit id staat er twee keer."
    for name, outcome in outcomes.items():
        where = f"uitkomst {name}"
        yield from _wrong_id(where, name)
        yield from _wrong_keys(where, outcome, OUTCOME | DAY, OUTCOME - {"grens"})
        for part, keys in (("reden", REASON), ("deze-week", ADVICE), ("verder", LEAD), ("anders", ADVICE)):
            for number, item in enumerate(outcome.get(part, []), start=1):
                yield from _wrong_item(f"{where}, {part} {number}", item, keys, questions)


def _wrong_item(where: str, item: Raw, keys: set[str], questions: Raw) -> Iterator[str]:
    yield from _wrong_keys(where, item, keys, keys - CONDITION)
    if ("als" in item) != ("voorwaarde" in item):
        yield f"{where}: als en voorwaarde horen bij elkaar; er staat er één."
    yield from _wrong_condition(where, item.get("als", {}), questions)
    for key, known in (("zekerheid", get_args(Certainty)), ("soort", KINDS)):
        if item.get(key, known[0]) not in known:
            yield f"{where}: {key} {item[key]} bestaat niet; wel: {', '.join(known)}."
    for source in item.get("bronnen", []):
        if source not in all_sources():
            yield f"{where}: de bron {source} staat niet in bronnen.toml."
    if item.get("bronnen") == []:
        yield f"{where}: een reden noemt ten minste één bron."


def _wrong_condition(where: str, needs: Raw, questions: Raw) -> Iterator[str]:
    for question, answers in needs.items():
        if question not in questions:
            yield f"{where}: als noemt de vraag {question}, die niet bestaat."
        else:
            known = {answer.get("id") for answer in questions[question].get("antwoord", [])}
            for answer in answers:
                if answer not in known:
                    yield f"{where}: als noemt het antwoord {answer}, dat de vraag {question} niet heeft."


def _wrong_keys(where: str, table: Raw, allowed: set[str], needed: set[str]) -> Iterator[str]:
    for key in table.keys() - allowed:
        yield f"{where}: {key} kennen we niet; wel: {', '.join(sorted(allowed))}."
    for key in sorted(needed - table.keys()):
        yield f"{where}: {key} ontbreekt."
    for role in table.get("rollen", []):
        if role not in READERS:
            yield f"{where}: de rol {role} bestaat niet; wel: {', '.join(READERS)}."


def _wrong_id(where: str, name: str) -> Iterator[str]:
    if not ID.fullmatch(name):
        yield f"{where}: een id heeft kleine letters, cijfers en streepjes."
