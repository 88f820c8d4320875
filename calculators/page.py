"""What the build of the site calls: the parts of pages that come from calculators and figures, as HTML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlencode

from calculators.answering import answer
from calculators.frame import own_files, page_parts
from calculators.frame.money import number_in_words
from calculators.frame.rendering import render
from calculators.frame.tables import paths, table
from calculators.law.parameters import Figure, UnknownFigure, all_figures, all_sources, figure, figures_asked, source
from calculators.link_maken.pages import send_pages
from calculators.registry import calculator, names, tools


def calculator_html(name: str, today: date, site_url: str) -> str:
    """Return a calculator with its worked example already answered, as of ``today``."""
    one = calculator(name)
    answered = answer(one, one.example, today)
    details = page_parts.result_html(answered, f"{site_url.rstrip('/')}{one.address}", is_example=not one.blank)
    texts = page_parts.field_texts(one, answered.parsed)
    groups = page_parts.group_states(one, answered.parsed, is_example=True)
    shown = {"hoofdzin": answered.json["hoofdzin"], "leeg": one.blank}
    place = render(
        "answer.html",
        {
            **shown,
            "kern": one.has_card,
            "kaart": page_parts.card_html(answered, is_example=True) if one.has_card else "",
            "uitkomst": details,
            "vandaag": today,
            "deelbaar": name not in tools(),
        },
    )
    return render(
        "calculator.html",
        {
            **shown,
            "formulier": page_parts.form_html(one, texts, answered.parsed.echoes, groups, place, details),
            "antwoord": "" if one.has_card else place,
            "voorbeelden": list(_examples(one.folder)),
        },
    )


def strip_html(name: str, today: date) -> str:
    """Return the strip of a calculator's worked example for a page of prose: the drawing that its answer shows.

    Raises:
        KeyError: that calculator has no strip.
    """
    one = calculator(name)
    result = answer(one, one.example, today).result
    strip = one.drawing(result.outcome) if result and one.drawing else None
    if strip is None or name != "no-riskpolis":
        raise KeyError("deze rekenhulp heeft geen strook")
    return render(f"{one.folder}/strip.html", {"strook": strip, "van_pagina": True})


def _examples(folder: str) -> Iterator[dict[str, str]]:
    """Yield the worked cases that say ``page = true``, with the fragment that restores them."""
    for case in _worked_cases(folder):
        if case.get("page"):
            yield {"naam": case["name"], "link": urlencode(case["input"], safe="/,:")}


def _worked_cases(folder: str) -> list[dict[str, Any]]:
    """Return the worked cases of a calculator; a tool or a document has none."""
    file = own_files.FOLDER / folder / "cases.toml"
    if not file.is_file():
        return []
    cases: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))["case"]
    return cases


def figure_html(figure_id: str, today: date) -> str:
    """Return a figure for use in prose: its value of today with its history behind it.

    Raises:
        KeyError: no figure has that name.
    """
    one = figure(figure_id)
    return render("figure.html", {"cijfer": one, "waarde": _value(one, today), "vandaag": today})


def _value(one: Figure, day: date) -> str | None:
    """Return a figure as prose writes it, ``vervallen`` once it ended, or None when it is not known."""
    try:
        value = one.on(day)
    except UnknownFigure:
        ended = [row for row in one.history if row.value is None and row.start <= day]
        return "vervallen" if ended else None
    in_cents = one.unit.startswith("euro") and value != value.to_integral_value()
    return number_in_words(value, places=2) if in_cents else number_in_words(value)


def source_html(source_id: str) -> str:
    """Return a link to a source with the day it was checked; raises KeyError for an unknown id."""
    return render("source.html", {"bron": source(source_id)})


def contact_html(contact: Mapping[str, Any]) -> str:
    """Return whom to call or write, as a page shows it."""
    return render("contact.html", {"contact": contact}).strip()


def story_html(story: Mapping[str, Any]) -> str:
    """Return the days and the sums of a made-up story, as its page shows them."""
    return render("story.html", story)


def made_up_html() -> str:
    """Return the mark above a story that nobody lived."""
    return render("made_up.html", {}).strip()


def day_html(day: date) -> str:
    """Return a day within a sentence."""
    return render("day.html", {"dag": day}).strip()


def sources_page_html(uses: Mapping[str, Sequence[tuple[str, str]]], today: date) -> str:
    """Return every figure with its history, source and use, and every source.

    Args:
        uses: figure id to the (title, address) of each page that shows it.
        today: figures whose ``review_by`` lies before this day are marked.
    """
    by_calculator = {name: figures_read_by(name) for name in names()}
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in all_figures().values():
        groups.setdefault(one.id.split(".")[0], []).append(
            {
                "cijfer": one,
                "waarde": _value(one, today),
                "paginas": [
                    *uses.get(one.id, ()),
                    *(
                        (calculator(name).title, calculator(name).address)
                        for name, used in by_calculator.items()
                        if one.id in used
                    ),
                ],
                "verlopen": one.review_by < today,
            }
        )
    return render(
        "sources_page.html", {"groepen": groups, "bronnen": all_sources(), "vandaag": today, "getal": number_in_words}
    )


@cache
def figures_read_by(name: str) -> frozenset[str]:
    """Return the figures that a calculator uses: those it asks for in its worked cases, and those its texts name.

    Texts are kept once they are filled in, so a figure in them need not be asked for a second time.
    """
    one = calculator(name)
    with figures_asked() as asked:
        for case in _worked_cases(one.folder):
            answer(one, case["input"], date.today())
    texts = "".join(str(table(path)) for path in paths() if path.startswith(f"{one.folder}/"))
    return frozenset(asked.union(re.findall(r"\{\{ (\S+) \}\}", texts)))


def short_addresses() -> dict[str, str]:
    """Return where each short address of the site leads: ``/l/tijdlijn/`` to ``/rekenhulpen/tijdlijn/``."""
    return {one.short: one.address for one in send_pages() if one.short}


def short_addresses_html(site_url: str, qr: Callable[[str, str], str]) -> str:
    """Return the list of all short addresses; ``qr`` draws the code of one, given without and with the site's own."""
    whole = {one: site_url.rstrip("/") + one.short for one in send_pages() if one.short}
    rows = [{"pagina": one, "adres": whole[one], "qr": qr(one.short, whole[one])} for one in whole]
    return render("link_maken/short_addresses.html", {"rijen": rows})


def overdue(today: date) -> tuple[str, ...]:
    """Return the ids of the figures that should have been checked again before ``today``."""
    return tuple(one.id for one in all_figures().values() if one.review_by < today)
