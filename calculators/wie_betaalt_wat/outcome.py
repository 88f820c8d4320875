"""Who pays what as JSON (interface 2.2), as a table to download, and in lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from calculators.frame.calculator import DownloadFile
from calculators.frame.dates import in_words
from calculators.frame.money import Number, euros, to_cent
from calculators.frame.terms import CERTAINTY
from calculators.frame.terms import PARTIES as PARTY_NAMES
from calculators.wie_betaalt_wat.month import AT_HOST
from calculators.wie_betaalt_wat.periods import Booked, MoneyPeriod
from calculators.wie_betaalt_wat.post import PARTIES
from calculators.wie_betaalt_wat.rules import Balance, Money, balances, left_over
from calculators.wie_betaalt_wat.sentences import key_figures, sentences
from calculators.wie_betaalt_wat.wording import NEW_EMPLOYER, STAGES, name_of, post_ids, words

Json = dict[str, Any]


def to_json(money: Money) -> Json:
    """Return ``uitkomst``."""
    hours, back = key_figures(money)
    return {
        "perioden": [_period(one) for one in money.periods],
        "per_partij": _balances(balances(money.periods)),
        "vergelijking": {
            "niets-doen": {"per_partij": _balances(balances(money.nothing))},
            "direct-contract": None
            if money.contract_at_once is None
            else {"per_partij": _balances(balances(money.contract_at_once))},
        },
        "vergeleken": list(_compared(money)),
        "zinnen": dict(sentences(money)),
        "kern": {
            "inlener_per_gewerkt_uur": None if hours is None else amount(hours),
            "werkgever_krijgt_terug": amount(back),
        },
        "vragen": _questions(money),
    }


def _compared(money: Money) -> Iterator[Json]:
    """Yield each party with what is left for it here, and in what is compared; each sum is rounded once.

    So equal wages are equal to the cent, however time is cut. A party without money in any of them is left out.
    """
    columns = {"zo": money.periods, "niets_doen": money.nothing, "direct_contract": money.contract_at_once}
    sums = {name: None if periods is None else left_over(periods) for name, periods in columns.items()}
    for party in PARTIES:
        found = {name: None if parties is None else amount(parties[party]) for name, parties in sums.items()}
        if any(one and Decimal(one) for one in found.values()):
            yield {"partij": party, "naam": _party_name(money, party), **found}


def _party_name(money: Money, party: str) -> str:
    """Return what a party is called in a sum over all days: the host may become the new employer on the way."""
    stages = {one.stage for one in money.periods}
    if party != "inlener" or "dienstverband" not in stages:
        return PARTY_NAMES[party]
    return "inlener en nieuwe werkgever" if stages & AT_HOST else NEW_EMPLOYER


def _period(one: MoneyPeriod) -> Json:
    return {
        "van": one.days.first.isoformat(),
        "tot": one.days.last.isoformat(),
        "fase": one.stage,
        "fase_naam": STAGES[one.stage],
        "ziektejaar": one.year,
        "posten": [_item(booked, one.stage) for booked in one.booked],
        "per_partij": _balances(balances((one,))),
    }


def _item(booked: Booked, stage: str) -> Json:
    post = booked.post
    return {
        "id": booked.id,
        "naam": words(booked.id).naam,
        "betaler": post.payer,
        "ontvanger": post.receiver,
        "betaler_naam": name_of(post.payer, stage),
        "ontvanger_naam": name_of(post.receiver, stage) if post.receiver else "",
        "naar_niemand": "" if post.receiver else words(booked.id).naar_niemand,
        "per_maand": amount(post.per_month),
        "bedrag": amount(booked.amount),
        "zekerheid": post.certainty,
        "formule": post.formula,
        "bronnen": list(post.sources),
    }


def _balances(found: Mapping[str, Balance]) -> Json:
    return {
        party: {
            "betaalt": amount(found[party].pays),
            "ontvangt": amount(found[party].gets),
            "saldo": amount(found[party].gets - found[party].pays),
        }
        for party in PARTIES
    }


def _questions(money: Money) -> list[str]:
    """Return what to ask HR, the insurer or the host, once for each item that law does not decide."""
    found = {one.id for period in money.periods for one in period.booked if one.post.certainty != "wet"}
    return [question for post_id in post_ids() if post_id in found for question in words(post_id).vragen]


def amount(value: Number) -> str:
    """Return an amount as a decimal string with two digits; zero never has a minus sign."""
    return f"{to_cent(value):.2f}"


def table(money: Money, _: Collection[str] | None, __: datetime) -> DownloadFile:
    """Return a CSV file with a row for each item in each period; semicolons and commas, as Dutch spreadsheets read."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        ["van", "tot", "fase", "post", "betaler", "ontvanger", "per maand", "bedrag", "zekerheid", "formule"]
    )
    for one in money.periods:
        for booked in one.booked:
            post = booked.post
            writer.writerow(
                [
                    one.days.first.isoformat(),
                    one.days.last.isoformat(),
                    one.stage,
                    booked.id,
                    post.payer,
                    post.receiver or "",
                    amount(post.per_month).replace(".", ","),
                    amount(booked.amount).replace(".", ","),
                    post.certainty,
                    post.formula,
                ]
            )
    return DownloadFile("spoorwijzer-wie-betaalt-wat.csv", "text/csv;charset=utf-8", "\ufeff" + text.getvalue())


def lines(outcome: Json) -> Iterator[str]:
    """Yield ``uitkomst`` as lines to read: a sentence for each party, each period with its items, and the questions."""
    yield "Per partij:"
    for sentence in outcome["zinnen"].values():
        yield f"  - {sentence}"
    yield "Per periode:"
    for one in outcome["perioden"]:
        first, last = (in_words(date.fromisoformat(one[end])) for end in ("van", "tot"))
        year = f", ziektejaar {one['ziektejaar']}" if one["ziektejaar"] else ""
        yield f"  {first} tot en met {last}: {one['fase_naam']}{year}"
        for item in one["posten"]:
            to = f" aan {item['ontvanger_naam']}" if item["ontvanger"] else ""
            month, whole = euros(Decimal(item["per_maand"])), euros(Decimal(item["bedrag"]))
            yield (
                f"    - {item['naam']}: {item['betaler_naam']} betaalt{to} {month} per maand, "
                f"{whole} in deze periode [{CERTAINTY[item['zekerheid']]}]"
            )
            yield f"      {item['formule']}"
        if not one["posten"]:
            yield "    Voor deze dagen zijn er geen bedragen."
    if outcome["vragen"]:
        yield "Vragen om te stellen:"
        for question in outcome["vragen"]:
            yield f"  - {question}"
