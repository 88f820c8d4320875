"""Rows of days on which the same is paid, and the sums of them: what the interface's JSON says of money."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.naive_money import DAYS_IN_MONTH, PARTIES, Day, Payer
from tests.oracle.naive_money_case import MoneyCase, known, minimum_hourly_wage, to_cent
from tests.oracle.naive_wage import WEEKS_IN_MONTH


@dataclass
class Paid:
    """A row of days on which the same is paid by the month."""

    first: date
    last: date
    day: Day
    amounts: dict[str, Decimal]


def amounts(
    payer: Payer, day: Day, first: date, number_of_days: int, lkv_by_year: dict[int, Decimal]
) -> dict[str, Decimal]:
    """Sum the days of a period per item, each rounded once; LKV to what is left of the calendar year."""
    found = {}
    for name, item in day.items.items():
        by_day = item.per_month / DAYS_IN_MONTH
        found[name] = to_cent(by_day * number_of_days)
    if "lkv" in found:
        most = known(f"lkv.{payer.case.lkv}_maximum_jaar", first)
        assert most is not None
        left = Decimal(int(most)) - lkv_by_year.get(first.year, Decimal(0))
        if not left:
            del found["lkv"]  # nothing is claimed once the maximum of the calendar year is reached
            return found
        found["lkv"] = min(found["lkv"], left)
        lkv_by_year[first.year] = lkv_by_year.get(first.year, Decimal(0)) + found["lkv"]
    return found


def pay(payer: Payer) -> list[Paid]:
    """Pay every day and put like days together."""
    rows: list[tuple[date, date, Day]] = []
    must_begin = payer.must_begin()
    seen: dict[tuple[Any, ...], Day] = {}
    for day in payer.days():
        paid = payer.on_like(day, seen)
        same = rows and day not in must_begin and rows[-1][2] == paid
        if same and not ("lkv" in paid.items and (day.month, day.day) == (1, 1)):
            rows[-1] = (rows[-1][0], day, paid)
        else:
            rows.append((day, day, paid))
    lkv_by_year: dict[int, Decimal] = {}
    found = []
    for first, last, paid in rows:
        days = (last - first).days + 1
        found.append(Paid(first, last, paid, amounts(payer, paid, first, days, lkv_by_year)))
    return found


def by_party(rows: list[Paid]) -> dict[str, dict[str, Decimal]]:
    """Add the rounded amounts up for each of the five parties."""
    totals = {party: {"betaalt": Decimal(0), "ontvangt": Decimal(0), "saldo": Decimal(0)} for party in PARTIES}
    for row in rows:
        for name, amount in row.amounts.items():
            item = row.day.items[name]
            totals[item.payer]["betaalt"] += amount
            totals[item.payer]["saldo"] -= amount
            if item.receiver:
                totals[item.receiver]["ontvangt"] += amount
                totals[item.receiver]["saldo"] += amount
    return totals


def doing_nothing(case: MoneyCase) -> list[Paid]:
    """Pay the same days without any placement or new contract."""
    horizon = Payer(case).last_day
    return pay(Payer(without_places(case), horizon))


def contract_at_once(case: MoneyCase) -> list[Paid] | None:
    """Pay the same days with a contract from the first day of the first placement."""
    payer = Payer(case)
    starts = [place[0] for place in payer.places.values() if place]
    starts += [payer.new_contract] if payer.new_contract else []
    if not starts or case.new_wage is None:
        return None
    without = without_places(case)
    with_contract = replace(without, timeline=replace(without.timeline, new_contract=min(starts)))
    return pay(Payer(with_contract, payer.last_day))


def without_places(case: MoneyCase) -> MoneyCase:
    timeline = replace(case.timeline, placement_start=None, secondment_start=None, trial_start=None, new_contract=None)
    return replace(case, timeline=timeline)


def money_warnings(case: MoneyCase) -> set[str]:
    """Warn of a wage under the minimum wage and of a percentage under 70."""
    found = set()
    payer = Payer(case)
    seconded = any(payer.phase(day) == "detachering" for day in payer.days())
    # Of hours on days without that wage, as after a new contract, the percentage counts for nothing. A wage of nothing
    # and a percentage of nothing leave no item on any day: so the days are asked of somebody who has both.
    paid_some = Payer(replace(case, wage=max(case.wage, Fraction(100)), percentage_worked=Fraction(100)))
    alike: dict[tuple[Any, ...], Day] = {}
    works = bool(case.own_work) and any(
        paid_some.wage.own_hours(day) and "loon" in paid_some.on_like(day, alike).items for day in payer.days()
    )
    if payer.wage.low_percentages(hours_worked_count=seconded or works):
        found.add("onder-wettelijke-plicht")
    seen: dict[tuple[Any, ...], Day] = {}
    for day in payer.days():
        minimum = minimum_hourly_wage(case, day)
        paid = payer.on_like(day, seen)
        if minimum is None:
            continue
        if "loon" in paid.items and case.wage < minimum * case.hours * WEEKS_IN_MONTH:
            found.add("onder-minimumloon")
        new_wage = paid.items.get("nieuw-loon")
        if new_wage and case.new_hours and new_wage.per_month < minimum * case.new_hours * WEEKS_IN_MONTH:
            found.add("onder-minimumloon")
    return found


def certainty(row: Paid, name: str) -> str | None:
    """Say how sure an item is, where the rules say it."""
    if name == "loon":
        return "wet" if row.day.wage_is_the_duty else "cao-of-polis"
    if name == "vakantiebijslag":
        return "wet" if row.day.holiday_pay_is_the_duty else "cao-of-polis"
    return {"inleenvergoeding": "afspraak", "reiskosten": "afspraak"}.get(name, "wet")


def period_in_json(row: Paid) -> dict[str, Any]:
    items = [
        {
            "id": name,
            "betaler": item.payer,
            "ontvanger": item.receiver,
            "per_maand": to_cent(item.per_month),
            "bedrag": row.amounts[name],
            "zekerheid": certainty(row, name),
        }
        for name, item in row.day.items.items()
        if name in row.amounts
    ]
    return {
        "van": row.first.isoformat(),
        "tot": row.last.isoformat(),
        "fase": row.day.phase,
        "ziektejaar": row.day.year,
        "posten": items,
        "per_partij": by_party([row]),
    }


def as_json(case: MoneyCase) -> dict[str, Any]:
    """Give the part of the interface's JSON that was worked out here."""
    payer = Payer(case)
    rows = pay(payer)
    at_once = contract_at_once(case)
    return {
        "perioden": [period_in_json(row) for row in rows],
        "per_partij": by_party(rows),
        "vergelijking": {
            "niets-doen": {"per_partij": by_party(doing_nothing(case))},
            "direct-contract": at_once and {"per_partij": by_party(at_once)},
        },
    }
