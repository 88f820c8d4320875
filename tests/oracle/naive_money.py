"""Who pays what once more, by paying every item one calendar day at a time.

Nothing here is clever or quick. It was written from the text of the rules alone, without sight of the
calculator. Amounts are exact fractions, so nothing is rounded before the end: an item of a period is the
sum of its days, rounded half up to the cent once. When the two differ, read the rules again.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from calculators.law.parameters import UnknownFigure, figure
from tests.oracle.naive_timeline import (
    ONE_DAY,
    Case,
    Period,
    Walk,
    each_day,
    read_case,
    same_day_later,
    step,
)

PARTIES = ("werknemer", "werkgever", "inlener", "uwv", "fiscus")
PLACEMENTS = ("werkervaringsplaats", "detachering", "proefplaatsing")
WEEKS_IN_MONTH = Fraction(52, 12)
# Every figure that some item needs.
FIGURES = (
    "loon.minimumloon_uur",
    "loon.maximumdagloon",
    "premies.awf_laag",
    "premies.awf_hoog",
    "premies.aof_klein",
    "premies.aof_groot",
    "premies.wko",
    "premies.whk_gemiddeld",
    "premies.zvw",
    "premies.maximum_premieloon_jaar",
    "reiskosten.onbelast_per_km",
    "btw.uitlenen",
    "lkv.arbeidsgehandicapte_per_uur",
    "lkv.banenafspraak_per_uur",
)
DAYS_IN_MONTH = Fraction(7 * 52, 12)


class Item(NamedTuple):
    """What one party pays, by the month; without a receiver it is a cost that nobody gets."""

    payer: str
    receiver: str | None
    per_month: Fraction


@dataclass(frozen=True)
class MoneyCase:
    """One case, in the words of the form."""

    timeline: Case
    wage: Fraction
    hours: Fraction
    percentage_year_1: Fraction = Fraction(100)
    percentage_later: Fraction = Fraction(70)
    percentage_worked: Fraction = Fraction(100)
    holiday_pay: Fraction = Fraction(8)
    small: bool = True
    permanent: bool = True
    own_on_costs: Fraction | None = None
    host_hours: Fraction = Fraction(0)
    fee: Fraction = Fraction(0)
    fee_kind: str = "geen"
    wage_value: Fraction = Fraction(0)
    vat: bool = False
    vat_deductible: bool = True
    km: Fraction = Fraction(0)
    travel_days: Fraction = Fraction(0)
    km_rate: Fraction | None = None
    travel_payer: str = "inlener"
    supervision_hours: Fraction = Fraction(0)
    supervision_rate: Fraction | None = None
    benefit_per_month: Fraction | None = None
    new_wage: Fraction | None = None
    new_hours: Fraction | None = None
    lkv: str = "geen"


def read_money_case(values: dict[str, str]) -> MoneyCase:
    """Read a case from the keys of a link, numbers with a point."""

    def number(key: str) -> Fraction | None:
        return Fraction(values[key]) if values.get(key) else None

    def number_or(key: str, default: Fraction | int) -> Fraction:
        found = number(key)
        return Fraction(default) if found is None else found

    hours = number_or("uren-per-week", 0)
    host_hours = number_or("plaats-uren-per-week", hours)
    return MoneyCase(
        timeline=read_case(values),
        wage=number_or("bruto-maandloon", 0),
        hours=hours,
        percentage_year_1=number_or("loon-jaar-1", 100),
        percentage_later=number_or("loon-jaar-2", 70),
        percentage_worked=number_or("loon-gewerkte-uren", 100),
        holiday_pay=number_or("vakantiebijslag", 8),
        small=values.get("werkgever-grootte", "klein") == "klein",
        permanent=values.get("contract", "vast") == "vast",
        own_on_costs=number("werkgeverslasten"),
        host_hours=host_hours,
        fee=number_or("inleenvergoeding", 0),
        fee_kind=values.get("inleenvergoeding-soort", "geen"),
        wage_value=number_or("loonwaarde", 0),
        vat=values.get("btw", "nee") == "ja",
        vat_deductible=values.get("btw-aftrekbaar", "ja") == "ja",
        km=number_or("reis-km", 0),
        travel_days=number_or("reis-dagen", 0),
        km_rate=number("reis-tarief"),
        travel_payer=values.get("reis-betaler", "inlener"),
        supervision_hours=number_or("begeleiding-uren", 0),
        supervision_rate=number("begeleiding-uurloon"),
        benefit_per_month=number("uitkering-per-maand"),
        new_wage=number("nieuw-maandloon"),
        new_hours=number("nieuwe-uren-per-week"),
        lkv=values.get("lkv", "geen"),
    )


@cache
def known(figure_id: str, day: date) -> Fraction | None:
    """Look a figure up, or say that it is not known on that day."""
    try:
        return Fraction(figure(figure_id).on(day))
    except UnknownFigure:
        return None


def to_cent(amount: Fraction) -> Decimal:
    """Round half up to the cent, once."""
    cents = amount * 100
    whole = cents.numerator // cents.denominator
    if cents - whole >= Fraction(1, 2):
        whole += 1
    return Decimal(whole) / 100


@dataclass
class Day:
    """What is paid on one day, and what could not be computed."""

    phase: str
    year: int | None
    items: dict[str, Item] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    wage_is_the_duty: bool = False


class Payer:
    """One case, ready to be paid day by day."""

    def __init__(self, case: MoneyCase, horizon: date | None = None) -> None:
        self.case = case
        walk = Walk(case.timeline)
        self.first_day = walk.first_day
        self.end_of_year_1 = walk.counted(364)
        self.end_of_year_2 = walk.counted(728)
        self.end_of_wait = walk.end_of_wait
        self.last_paid_day = walk.last_paid_day
        self.has_employer = not case.timeline.without_employer
        self.interruptions = walk.short
        self.leave = [pause for pause in walk.pauses if pause not in walk.short]
        self.places: dict[str, Period | None] = {
            "werkervaringsplaats": walk.walk_placement(),
            "detachering": walk.walk_secondment(),
            "proefplaatsing": walk.walk_trial(),
        }
        self.new_contract = case.timeline.new_contract
        self.last_day = horizon or self.find_last_day()
        self.three_years_later = same_day_later(self.new_contract, months=36) if self.new_contract else None

    def find_last_day(self) -> date:
        ends = [self.last_paid_day, *(place[1] for place in self.places.values() if place)]
        if self.new_contract:
            ends.append(step(self.new_contract, 363))
        return max(ends)

    def phase(self, day: date) -> str:
        """Name what happens on a day; of two the later stage wins."""
        if self.new_contract and day >= self.new_contract:
            return "dienstverband"
        for name in ("proefplaatsing", "detachering", "werkervaringsplaats"):
            place = self.places[name]
            if place and place[0] <= day <= place[1]:
                return name
        return "ziek-thuis" if day <= self.last_paid_day else "na-wachttijd"

    def year(self, day: date) -> int | None:
        if day > self.last_paid_day:
            return None
        if day <= self.end_of_year_1:
            return 1
        return 2 if day <= self.end_of_year_2 else 3

    def on(self, day: date) -> Day:
        """Pay one day."""
        paid = Day(self.phase(day), self.year(day))
        if paid.phase == "dienstverband":
            self.pay_new_contract(day, paid)
        elif self.has_employer and day <= self.last_paid_day:
            self.pay_own_employer(day, paid)
        elif not within(day, self.leave):
            self.pay_benefit(paid)
        at_work = not within(day, self.leave)
        if paid.phase == "detachering" and at_work and self.has_employer and day <= self.last_paid_day:
            self.pay_fee(day, paid)
        if paid.phase in PLACEMENTS and at_work:
            self.pay_travel(day, paid)
            self.pay_supervision(paid)
        paid.items = {name: item for name, item in paid.items.items() if item.per_month}
        return paid

    def wage_by_law_of_day(self, day: date, paid: Day) -> Fraction:
        """Give the wage of a day: all of it when recovered, else the percentages of illness and of worked hours."""
        case = self.case
        if within(day, self.interruptions):
            return case.wage
        percentage = case.percentage_year_1 if paid.year == 1 else case.percentage_later
        if paid.phase != "detachering":
            return case.wage * percentage / 100
        worked = min(case.host_hours, case.hours)
        at_home = case.hours - worked
        return case.wage * (worked * case.percentage_worked + at_home * percentage) / case.hours / 100

    def pay_own_employer(self, day: date, paid: Day) -> None:
        if within(day, self.leave):
            paid.missing.add("verlof")
            return
        wage = self.wage_by_law_of_day(day, paid)
        paid.items["loon"] = Item("werkgever", "werknemer", wage)
        paid.wage_is_the_duty = wage == self.duty(day)
        supplement = self.supplement(day, paid, wage)
        if supplement is None:
            paid.missing |= {"aanvulling-minimumloon", "vakantiebijslag", "werkgeverslasten"}
            return
        paid.items["aanvulling-minimumloon"] = Item("werkgever", "werknemer", supplement)
        self.pay_on_top(day, paid, "werkgever", wage + supplement)

    def duty(self, day: date) -> Fraction:
        """Give 70 % of the wage up to the maximum daily wage; where that is not known, of the whole wage.

        Who has recovered works, and is owed all of it.
        """
        if within(day, self.interruptions):
            return self.case.wage
        most = known("loon.maximumdagloon", day)
        if most is None:
            return self.case.wage * 70 / 100
        return min(self.case.wage, most * Fraction("21.75")) * 70 / 100

    def supplement(self, day: date, paid: Day, wage: Fraction) -> Fraction | None:
        """Give what the wage lacks to the floor, in the first 52 counted weeks; None when that is not known."""
        case = self.case
        if paid.year != 1 or wage >= case.wage:
            return Fraction(0)
        minimum = known("loon.minimumloon_uur", day)
        if minimum is None:
            return None
        floor = min(minimum * case.hours * WEEKS_IN_MONTH, case.wage)
        return max(Fraction(0), floor - wage)

    def pay_on_top(self, day: date, paid: Day, payer: str, gross: Fraction) -> None:
        """Pay holiday pay and the employer's on-costs over a gross wage."""
        holiday = gross * self.case.holiday_pay / 100
        paid.items["vakantiebijslag"] = Item(payer, "werknemer", holiday)
        on_costs = self.on_costs(day, gross + holiday)
        if on_costs is None:
            paid.missing.add("werkgeverslasten")
        else:
            paid.items["werkgeverslasten"] = Item(payer, "fiscus", on_costs)

    def on_costs(self, day: date, base: Fraction) -> Fraction | None:
        case = self.case
        if base == 0:
            return Fraction(0)
        if case.own_on_costs is not None:
            return base * case.own_on_costs / 100
        premiums = [
            known("premies.awf_laag" if case.permanent else "premies.awf_hoog", day),
            known("premies.aof_klein" if case.small else "premies.aof_groot", day),
            known("premies.wko", day),
            known("premies.whk_gemiddeld", day),
            known("premies.zvw", day),
        ]
        most = known("premies.maximum_premieloon_jaar", day)
        if most is None:
            return None
        total = Fraction(0)
        for premium in premiums:
            if premium is None:
                return None
            total += min(base, most / 12) * premium / 100
        return total

    def pay_benefit(self, paid: Day) -> None:
        if self.case.timeline.benefit == "geen":
            return
        if self.case.timeline.benefit is None or self.case.benefit_per_month is None:
            paid.missing.add("uitkering")
            return
        paid.items["uitkering"] = Item("uwv", "werknemer", self.case.benefit_per_month)

    def fee_per_month(self, paid: Day) -> Fraction | None:
        case = self.case
        if case.fee_kind == "per-uur":
            return case.fee * case.host_hours * WEEKS_IN_MONTH
        if case.fee_kind == "per-maand":
            return case.fee
        percentage = {"percentage": case.fee, "loonwaarde": case.wage_value}.get(case.fee_kind, Fraction(0))
        return self.part_of_wage_cost(paid, percentage)

    def part_of_wage_cost(self, paid: Day, percentage: Fraction) -> Fraction | None:
        """Give a percentage of what the hours at the host cost the own employer; None when that is not known."""
        case = self.case
        wage = paid.items["loon"].per_month if "loon" in paid.items else Fraction(0)
        worked = min(case.host_hours, case.hours) / case.hours
        for_worked_hours = case.wage * worked * case.percentage_worked / 100
        if percentage == 0 or wage == 0 or for_worked_hours == 0:
            return Fraction(0)
        if "werkgeverslasten" in paid.missing:
            return None
        share = min(Fraction(1), for_worked_hours / wage)
        cost = sum((item.per_month for item in paid.items.values() if item.payer == "werkgever"), Fraction(0))
        return cost * share * percentage / 100

    def pay_fee(self, day: date, paid: Day) -> None:
        case = self.case
        fee = self.fee_per_month(paid)
        with_vat = case.vat and not case.vat_deductible
        if fee is None:
            paid.missing |= {"inleenvergoeding", "btw"} if with_vat else {"inleenvergoeding"}
            return
        paid.items["inleenvergoeding"] = Item("inlener", "werkgever", fee)
        if with_vat:
            rate = known("btw.uitlenen", day)
            if rate is None:
                paid.missing.add("btw")
            else:
                paid.items["btw"] = Item("inlener", "fiscus", fee * rate / 100)

    def pay_travel(self, day: date, paid: Day) -> None:
        case = self.case
        kilometres = case.km * 2 * case.travel_days * WEEKS_IN_MONTH
        if kilometres == 0:
            return
        rate = known("reiskosten.onbelast_per_km", day) if case.km_rate is None else case.km_rate
        if rate is None:
            paid.missing.add("reiskosten")
            return
        by_oneself = case.travel_payer == "niemand"
        payer, receiver = ("werknemer", None) if by_oneself else (case.travel_payer, "werknemer")
        paid.items["reiskosten"] = Item(payer, receiver, kilometres * rate)

    def pay_supervision(self, paid: Day) -> None:
        case = self.case
        if case.supervision_hours == 0:
            return
        if case.supervision_rate is None:
            paid.missing.add("begeleiding")
            return
        per_month = case.supervision_hours * case.supervision_rate * WEEKS_IN_MONTH
        paid.items["begeleiding"] = Item("inlener", None, per_month)

    def pay_new_contract(self, day: date, paid: Day) -> None:
        case = self.case
        if case.new_wage is None:
            paid.missing.add("nieuw-loon")
        else:
            paid.items["nieuw-loon"] = Item("inlener", "werknemer", case.new_wage)
            self.pay_on_top(day, paid, "inlener", case.new_wage)
        if self.lkv_runs(day):
            rate = known(f"lkv.{case.lkv}_per_uur", day)
            if rate is None or case.new_hours is None:
                paid.missing.add("lkv")
            else:
                paid.items["lkv"] = Item("fiscus", "inlener", rate * case.new_hours * WEEKS_IN_MONTH)

    def lkv_runs(self, day: date) -> bool:
        """Three years from the contract; since 2026 without end for who is in the register of the banenafspraak."""
        if self.case.lkv == "geen":
            return False
        if self.case.lkv == "banenafspraak" and day >= date(2026, 1, 1):
            return True
        return self.three_years_later is not None and day < self.three_years_later

    def on_like(self, day: date, seen: dict[tuple[Any, ...], Day]) -> Day:
        """Pay one day as an earlier one on which everything was the same: only so long walks end in time."""
        alike = (
            self.phase(day),
            self.year(day),
            day > self.last_paid_day,
            within(day, self.interruptions),
            within(day, self.leave),
            self.lkv_runs(day),
            *(known(figure_id, day) for figure_id in FIGURES),
        )
        if alike not in seen:
            seen[alike] = self.on(day)
        return seen[alike]

    def days(self) -> list[date]:
        found = []
        for day in each_day(self.first_day):
            if day > self.last_day:
                break
            found.append(day)
        return found

    def must_begin(self) -> set[date]:
        """Give the days on which a period has to begin, because none may cross the day before."""
        ends = [self.end_of_year_1, self.end_of_wait, self.last_paid_day]
        return {end + ONE_DAY for end in ends if end < self.last_day}


def within(day: date, periods: list[Period]) -> bool:
    return any(first <= day <= last for first, last in periods)


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
    percentages = [case.percentage_year_1, case.percentage_later]
    if any(payer.phase(day) == "detachering" for day in payer.days()):
        percentages.append(case.percentage_worked)
    if any(percentage < 70 for percentage in percentages):
        found.add("onder-wettelijke-plicht")
    seen: dict[tuple[Any, ...], Day] = {}
    for day in payer.days():
        minimum = known("loon.minimumloon_uur", day)
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
