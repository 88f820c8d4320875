"""The link in words and JSON: what it opens, what it reveals, the message to send with it, and the card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from calculators.frame.result import Caution, Result
from calculators.frame.tables import Table, table
from calculators.frame.wording import within_a_sentence
from calculators.link_maken.form import LinkInput, Value
from calculators.link_maken.outcome import Link, make_link


def calculate(asked: LinkInput) -> Result[Link]:
    """Return the link with what to know before sending it."""
    link = make_link(asked)
    return Result(headline=headline(link), outcome=link, steps=(), warnings=tuple(warnings(link)))


def _words() -> Table:
    return table("link_maken/wording.toml")


def headline(link: Link) -> str:
    """Return what the link opens, and how much of somebody it holds."""
    words, count = _words()["hoofdzin"], len(link.used)
    if not count:
        return str(words["leeg"].format(titel=link.page.title))
    amount = words["een"] if count == 1 else words["meer"].format(aantal=count)
    return str(words["gevuld"].format(titel=link.page.title, aantal=amount))


def warnings(link: Link) -> Iterator[Caution]:
    """Yield what the link reveals, what it leaves out, and where it is too long."""
    words = _words()["let-op"]
    for code, said in (
        ("laat-zien", _labels(value.label for value in link.used)),
        ("niet-gebruikt", _labels(value.label for value in link.unused)),
        ("vraagt-nog", _labels(link.still_asked)),
    ):
        if said:
            yield Caution(code, words[code].format(wat=said))
    if not link.fits_qr:
        yield Caution("lang-voor-qr", words["lang-voor-qr"])
    if not link.fits_mail:
        yield Caution("lang-voor-mail", words["lang-voor-mail"])


def _labels(labels: Iterable[str]) -> str:
    """Join labels: a question between quotes, another one with a small letter."""
    return "; ".join(f"“{label}”" if label.endswith("?") else within_a_sentence(label) for label in labels)


def message(link: Link) -> tuple[str, tuple[str, ...]]:
    """Return the subject and the lines of the e-mail; ``{link}`` stands where the link comes."""
    words = _words()["bericht"][link.role]
    kind = "pagina" if link.kind == "rekenhulp" and not link.used else link.kind
    lines_of_kind = words[kind]
    return words["onderwerp"], tuple(line.replace("{over}", link.page.about) for line in lines_of_kind)


def to_json(link: Link) -> dict[str, Any]:
    """Return the outcome as JSON. Addresses begin at the root of the site: the page knows where the site is."""
    subject, text = message(link)
    return {
        "titel": link.page.title,
        "adres": link.address,
        "kort": link.short if link.page.short else None,
        "woord": link.page.short or link.page.address,
        "laat_zien": [_shown(value) for value in link.used],
        "weggelaten": [_shown(value) for value in link.unused],
        "bericht": {"onderwerp": subject, "regels": list(text)},
        "past_in_qr": link.fits_qr,
        "past_in_mail": link.fits_mail,
    }


def _shown(value: Value) -> dict[str, str]:
    return {"sleutel": value.key, "vraag": value.label, "antwoord": value.words}


def lines(outcome: dict[str, Any]) -> Iterator[str]:
    """Yield the link and the message for the command line."""
    yield f"Link: {outcome['adres']}"
    if outcome["kort"]:
        yield f"Korte link: {outcome['kort']}"
    yield f"Onderwerp: {outcome['bericht']['onderwerp']}"
    for line in outcome["bericht"]["regels"]:
        yield line.replace("{link}", outcome["kort"] or outcome["adres"])
