"""Who pays what: every item of money in every period, from the first sick day to the contract.

Rules only: an input goes in, items come out. One month is 52/12 weeks. Amounts are exact decimals and are rounded
once, when an item is written. Wording of the answer stands in ``explanation.py``; a formula is made here, from
the very numbers that it computes with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from calculators.frame.dates import DAYS_IN_WEEK, Period, days_after, same_day_later
from calculators.frame.money import euros, number_in_words, percent, to_cent, with_unit
from calculators.frame.terms import Certainty
from calculators.law.book import Law
from calculators.law.parameters import Figure, UnknownFigure, figure
from calculators.law.stays import Stays, stays_of
from calculators.law.wachttijd import Ends, ends
from calculators.wie_betaalt_wat.form import MoneyInput

WEEKS_IN_YEAR, MONTHS_IN_YEAR, HUNDRED = 52, 12, Decimal(100)
WEEKS_IN_MONTH = Decimal(WEEKS_IN_YEAR) / MONTHS_IN_YEAR
PARTIES = ("werknemer", "werkgever", "inlener", "uwv", "fiscus")
STAGES = ("werkervaringsplaats", "detachering", "proefplaatsing", "in-dienst")
"""The forms of a stay in their order: where two overlap, the later one holds."""
AT_HOST = frozenset({"werkervaringsplaats", "detachering", "proefplaatsing"})
DAYS_SHOWN_OF_CONTRACT = 364
SOURCE_OF_BENEFIT = {
    "WW": "werkloosheidswet-2024",
    "ZW": "ziektewet-29",
    "WGA": "wet-wia-2025",
    "IVA": "wet-wia-2025",
    "WAO": "wsp-proefplaatsing",
    "WAZ": "wsp-proefplaatsing",
    "Wajong": "wajong-2025",
    "IOW": "wsp-proefplaatsing",
}
"""Where each benefit was read; WAO, WAZ and IOW only in a list of benefits."""


@dataclass(frozen=True)
class Item:
    """One amount a month from ``payer`` to ``receiver`` (None: own time or a carrier), with its formula."""

    id: str
    payer: str
    receiver: str | None
    per_month: Decimal
    certainty: Certainty
    formula: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Booked:
    """An item in a period, with its amount there, rounded to the cent."""

    item: Item
    amount: Decimal


@dataclass(frozen=True)
class MoneyPeriod:
    """Days in which nothing changes: the stage, the year of illness and the items."""

    days: Period
    stage: str
    year: int | None
    on_leave: bool
    booked: tuple[Booked, ...]
    left_out: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Balance:
    """What a party pays and gets."""

    pays: Decimal
    gets: Decimal


@dataclass(frozen=True)
class Money:
    """The whole answer. ``nothing`` and ``contract_at_once`` compare over the same days."""

    case: MoneyInput
    law: Law
    ends: Ends
    stays: Stays
    periods: tuple[MoneyPeriod, ...]
    balances: Mapping[str, Balance]
    nothing: Mapping[str, Balance]
    contract_at_once: Mapping[str, Balance] | None


class FiguresOfDay:
    """The figures of one day, and which were used and which were not known."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.used: dict[str, Figure] = {}
        self.unknown: dict[str, Figure] = {}

    def get(self, figure_id: str) -> Decimal | None:
        """Return a figure of this day, or None when it is not known then."""
        found = figure(figure_id)
        self.used[figure_id] = found
        try:
            return found.on(self.day)
        except UnknownFigure:
            self.unknown[figure_id] = found
            return None

    def next_change(self, last: date) -> date | None:
        """Return the first day up to and including ``last`` on which a used figure changes or stops being known."""
        days = [row.start for found in self.used.values() for row in found.history]
        days += [days_after(found.known_until, 1) for found in self.used.values() if found.known_until]
        return min((day for day in days if self.day < day <= last), default=None)


def calculate(case: MoneyInput) -> Money:
    """Work out who pays what in one case, and in the two it is compared with."""
    law = Law(case.eerste_ziektedag)
    end = ends(case.illness, law)
    stays = stays_of(case, end)
    last = _last_day(case, end, stays)
    periods = tuple(_periods(case, end, stays, last))
    direct = contract_at_once(case, stays)
    return Money(
        case=case,
        law=law,
        ends=end,
        stays=stays,
        periods=periods,
        balances=balances(periods),
        nothing=_compared(without_stays(case), end, last),
        contract_at_once=_compared(direct, end, last)
        if direct.in_dienst and case.nieuw_maandloon is not None
        else None,
    )


def _last_day(case: MoneyInput, end: Ends, stays: Stays) -> date:
    """Return the last day shown: the last of wage duty, of each stay, and of 364 days of the contract."""
    days = [_last_wage_day(case, end)]
    days += [stay.last for name, stay in stays.by_form.items() if name != "in-dienst"]
    if case.in_dienst is not None:
        days.append(days_after(case.in_dienst, DAYS_SHOWN_OF_CONTRACT - 1))
    return max(days)


def _last_wage_day(case: MoneyInput, end: Ends) -> date:
    """Return the last day of wage duty; without an employer the last day of the waiting period."""
    return end.wages if case.has_employer else days_after(end.first_wia_day, -1)


def without_stays(case: MoneyInput) -> MoneyInput:
    """Return the case in which nobody does anything: no placement, no trial, no contract."""
    return replace(
        case, werkervaringsplaats_start=None, detachering_start=None, proefplaatsing_start=None, in_dienst=None
    )


def contract_at_once(case: MoneyInput, stays: Stays) -> MoneyInput:
    """Return the case with a contract from the first day of the first stay, and nothing before it."""
    first = min((stay.first for stay in stays.by_form.values()), default=None)
    return replace(without_stays(case), in_dienst=first)


def _compared(case: MoneyInput, end: Ends, last: date) -> Mapping[str, Balance]:
    return balances(tuple(_periods(case, end, stays_of(case, end), last)))


def balances(periods: tuple[MoneyPeriod, ...]) -> Mapping[str, Balance]:
    """Return what each party pays and gets: the sum of the rounded amounts."""
    booked = [one for period in periods for one in period.booked]
    return {
        party: Balance(
            pays=sum((one.amount for one in booked if one.item.payer == party), Decimal(0)),
            gets=sum((one.amount for one in booked if one.item.receiver == party), Decimal(0)),
        )
        for party in PARTIES
    }


# --- Periods ---------------------------------------------------------------------------------------------------


def _periods(case: MoneyInput, end: Ends, stays: Stays, last: date) -> Iterator[MoneyPeriod]:
    """Yield the periods, joined without gap, from the first sick day to ``last``."""
    claimed: dict[int, Decimal] = {}
    starts = sorted(day for day in _cuts(case, end, stays, last) if end.period.first_day <= day <= last)
    for start, following in zip(starts, [*starts[1:], days_after(last, 1)], strict=True):
        first, until = start, days_after(following, -1)
        while first <= until:
            figures = FiguresOfDay(first)
            month = Month(case, figures, end, stays)
            items = tuple(item for item in month.items() if item.per_month > 0)
            change = figures.next_change(until)
            days = Period(first, days_after(change, -1) if change else until)
            yield MoneyPeriod(
                days=days,
                stage=month.stage,
                year=month.year,
                on_leave=month.on_leave,
                booked=tuple(_booked(item, days, month, claimed) for item in items if month.still_due(item, claimed)),
                left_out=month.left_out,
            )
            first = days_after(days.last, 1)


def _cuts(case: MoneyInput, end: Ends, stays: Stays, last: date) -> Iterator[date]:
    """Yield every day on which a period may begin, figures apart."""
    yield end.period.first_day
    weeks = Law(case.eerste_ziektedag)
    yield days_after(end.period.end_of_week(weeks.number("loon.minimumloon_weken")), 1)
    yield days_after(end.period.end_of_week(weeks.number("wachttijd.weken")), 1)
    yield days_after(end.waiting_period, 1)
    yield days_after(_last_wage_day(case, end), 1)
    for pause in end.period.pauses:
        yield pause.first
        yield days_after(pause.last, 1)
    for stay in stays.by_form.values():
        yield stay.first
        if stay.last < last:
            yield days_after(stay.last, 1)
    if case.lkv != "geen" and case.in_dienst is not None:
        yield from (date(year, 1, 1) for year in range(case.in_dienst.year + 1, last.year + 1))
        lkv_years = Law(case.in_dienst).number("regelingen.lkv_jaren")
        yield same_day_later(case.in_dienst, MONTHS_IN_YEAR * lkv_years)


def _stage(day: date, case: MoneyInput, end: Ends, stays: Stays) -> str:
    """Return the stage of a day; where two stays overlap the later stage holds."""
    for name in reversed(STAGES):
        if name in stays.by_form and stays.by_form[name].first <= day <= stays.by_form[name].last:
            return "dienstverband" if name == "in-dienst" else name
    return "ziek-thuis" if day <= _last_wage_day(case, end) else "na-wachttijd"


def _year(day: date, case: MoneyInput, end: Ends) -> int | None:
    """Return the year of illness of a day: 1, 2, 3 (extension or sanction), or None after the wage duty."""
    law = Law(case.eerste_ziektedag)
    if day > _last_wage_day(case, end):
        return None
    if day <= end.period.end_of_week(law.number("loon.minimumloon_weken")):
        return 1
    return 2 if day <= end.period.end_of_week(law.number("wachttijd.weken")) else 3


def _booked(item: Item, days: Period, month: Month, claimed: dict[int, Decimal]) -> Booked:
    """Return an item with its amount in the period; LKV stops at the maximum of the calendar year."""
    amount = to_cent(item.per_month * MONTHS_IN_YEAR / WEEKS_IN_YEAR / DAYS_IN_WEEK * days.days)
    if item.id == "lkv" and month.lkv_maximum is not None:
        year = days.first.year
        amount = min(amount, month.lkv_maximum - claimed.get(year, Decimal(0)))
        claimed[year] = claimed.get(year, Decimal(0)) + amount
    return Booked(item, amount)


# --- The items of one month ---------------------------------------------------------------------------------------


class Month:
    """The items of a month in which nothing changes. What cannot be known is remembered, and left out."""

    def __init__(self, case: MoneyInput, figures: FiguresOfDay, end: Ends, stays: Stays) -> None:
        day = figures.day
        self.case = case
        self.figures = figures
        self.stage = _stage(day, case, end, stays)
        self.year = _year(day, case, end)
        self.recovered = any(gap.first <= day <= gap.last for gap in end.period.interruptions)
        self.on_leave = any(leave.first <= day <= leave.last for leave in end.period.leave)
        self.left_out: dict[str, tuple[str, ...]] = {}
        """Ids of items that were left out, with the figures that are not known; none for an answer not given."""
        self.lkv_maximum: Decimal | None = None

    def still_due(self, item: Item, claimed: Mapping[int, Decimal]) -> bool:
        """Say whether something is left of an item: LKV ends when the maximum of the calendar year was claimed."""
        used = claimed.get(self.figures.day.year, Decimal(0))
        return item.id != "lkv" or self.lkv_maximum is None or used < self.lkv_maximum

    def figure(self, figure_id: str, *needed_for: str) -> Decimal | None:
        """Return a figure; when it is not known, remember the items that are left out because of it."""
        value = self.figures.get(figure_id)
        if value is None:
            for item_id in needed_for:
                self.left_out[item_id] = (*self.left_out.get(item_id, ()), figure_id)
        return value

    def sources(self, figure_id: str) -> tuple[str, ...]:
        """Return the sources of a figure as it is on this day."""
        return figure(figure_id).row(self.figures.day).sources

    @property
    def place_hours(self) -> Decimal:
        """Return the hours a week at the host."""
        given = self.case.plaats_uren_per_week
        return self.case.uren_per_week if given is None else given

    @property
    def paid_by_own_employer(self) -> bool:
        """Say whether the own employer owes wages: while the duty lasts, not in a leave, and until another contract."""
        return self.case.has_employer and self.year is not None and self.stage != "dienstverband" and not self.on_leave

    def items(self) -> Iterator[Item]:
        """Yield the items of this month, also those that are zero."""
        if self.paid_by_own_employer:
            yield from self.wage_of_ill_employee()
        elif self.stage == "detachering" and self.case.inleenvergoeding_soort != "geen" and not self.on_leave:
            self.left_out["inleenvergoeding"] = ()
        if self.stage in AT_HOST and not self.on_leave:
            yield from self.travel()
            yield from self.supervision()
        yield from self.benefit()
        if self.stage == "dienstverband":
            yield from self.new_contract()

    # The own employer

    def wage_of_ill_employee(self) -> Iterator[Item]:
        """Wage during illness and what comes on top of it (BW 7:629(1))."""
        wage = self.wage()
        yield wage
        gross, cost = wage.per_month, None
        has_floor = self.year == 1 and gross < self.case.bruto_maandloon
        supplement = self.minimum_wage_supplement(gross) if has_floor else None
        if supplement is not None:
            yield supplement
            gross += supplement.per_month
        if supplement is not None or not has_floor:
            holiday = self.holiday_pay("werkgever", gross)
            yield holiday
            costs = self.on_costs("werkgever", gross + holiday.per_month)
            if costs is not None:
                yield costs
                cost = gross + holiday.per_month + costs.per_month
        if self.stage == "detachering":
            yield from self.fee(wage.per_month, cost)

    @property
    def share_at_host(self) -> Decimal:
        """Return the share of the contract's hours that is worked at the host, at most 1."""
        return min(self.place_hours, self.case.uren_per_week) / self.case.uren_per_week

    @property
    def wage_of_hours_at_host(self) -> Decimal:
        """Return the wage of the hours worked on secondment."""
        return self.case.bruto_maandloon * self.share_at_host * self.case.loon_gewerkte_uren / HUNDRED

    def wage(self) -> Item:
        """The wage of the ill employee: a percentage, and on secondment more for the hours worked."""
        case, gross = self.case, self.case.bruto_maandloon
        rate = case.loon_jaar_1 if self.year == 1 else case.loon_jaar_2
        if self.recovered:
            amount, formula = gross, f"hersteld: het hele loon, {euros(gross)}"
        elif self.stage == "detachering":
            rest = gross * (1 - self.share_at_host) * rate / HUNDRED
            amount = self.wage_of_hours_at_host + rest
            formula = (
                f"{number_in_words(min(self.place_hours, case.uren_per_week))} van "
                f"{number_in_words(case.uren_per_week)} uur gewerkt: {percent(case.loon_gewerkte_uren)} "
                f"van dat deel van {euros(gross)} = {euros(self.wage_of_hours_at_host)}; "
                f"voor de andere uren {percent(rate)} = {euros(rest)}"
            )
        else:
            amount = gross * rate / HUNDRED
            formula = f"{percent(rate)} van {euros(gross)} = {euros(amount)}"
        duty, said = self.legal_duty()
        equal = duty == amount
        return Item(
            "loon", "werkgever", "werknemer", amount, "wet" if equal else "cao-of-polis", formula + said, ("bw-7-629",)
        )

    def legal_duty(self) -> tuple[Decimal, str]:
        """Return 70 percent of the wage up to the maximum daily wage, and how to say it (BW 7:629(1)).

        Who has recovered and works is owed the whole wage.
        """
        law = Law(self.figures.day)
        rate, gross = Decimal(law.number("loon.percentage")), self.case.bruto_maandloon
        if self.recovered:
            return gross, ""
        daily, days = self.figures.get("loon.maximumdagloon"), figure("loon.dagen_per_maand").nearest(self.figures.day)
        counted = gross if daily is None else min(gross, daily * days)
        duty = counted * rate / HUNDRED
        said = f". De wet vraagt minstens {euros(duty)}: {percent(rate)} van het loon tot het maximumdagloon"
        if daily is None:
            said += " (dat voor deze dagen nog niet bekend is)"
        return duty, said + ("; in het eerste ziektejaar nooit onder het minimumloon" if self.year == 1 else "")

    def minimum_wage_supplement(self, wage: Decimal) -> Item | None:
        """What the wage lacks to the minimum wage; it may not in the first 52 counted weeks (BW 7:629(1)).

        None when the minimum wage of that day is not known; then nothing that comes on top of it is known either.
        """
        gross, hours = self.case.bruto_maandloon, self.case.uren_per_week
        hourly = self.figure("loon.minimumloon_uur", "aanvulling-minimumloon", "vakantiebijslag", "werkgeverslasten")
        if hourly is None:
            return None
        minimum = hourly * hours * WEEKS_IN_MONTH
        return Item(
            "aanvulling-minimumloon",
            "werkgever",
            "werknemer",
            max(Decimal(0), min(minimum, gross) - wage),
            "wet",
            f"Ondergrens: {euros(hourly)} × {number_in_words(hours)} uur × 52 / 12 = {euros(minimum)}, nooit meer dan "
            f"het contractloon; daarvan is al {euros(wage)} betaald",
            ("bw-7-629", *self.sources("loon.minimumloon_uur")),
        )

    def holiday_pay(self, payer: str, gross: Decimal) -> Item:
        """Holiday pay over the wage of this month."""
        rate, least = self.case.vakantiebijslag, self.figures.get("loon.vakantiebijslag")
        return Item(
            "vakantiebijslag",
            payer,
            "werknemer",
            gross * rate / HUNDRED,
            "wet" if rate == least else "cao-of-polis",
            f"{percent(rate)} van {euros(gross)} = {euros(gross * rate / HUNDRED)}",
            ("wet-minimumloon",) if least is None else self.sources("loon.vakantiebijslag"),
        )

    def on_costs(self, payer: str, base: Decimal) -> Item | None:
        """Premiums of the employer over wage and holiday pay, up to the maximum premium wage; or the own percentage."""
        own = self.case.werkgeverslasten
        if own is not None:
            amount = base * own / HUNDRED
            formula = f"{percent(own)} van {euros(base)} = {euros(amount)}, zoals ingevuld"
            return Item("werkgeverslasten", payer, "fiscus", amount, "afspraak", formula)
        rates = [self.figure(name, "werkgeverslasten") for name in self.premiums()]
        maximum = self.figure("premies.maximum_premieloon_jaar", "werkgeverslasten")
        known = [rate for rate in rates if rate is not None]
        if maximum is None or len(known) < len(rates):
            return None
        rate, counted = sum(known, Decimal(0)), min(base, maximum / MONTHS_IN_YEAR)
        amount = counted * rate / HUNDRED
        formula = (
            f"{' + '.join(number_in_words(one) for one in known)} = {percent(rate)}; "
            f"{percent(rate)} van {euros(counted)} = {euros(amount)}"
        )
        return Item("werkgeverslasten", payer, "fiscus", amount, "wet", formula, self.sources(self.premiums()[0]))

    def premiums(self) -> tuple[str, ...]:
        """Return the ids of the premiums that this employer pays for this contract (Wfsv, Zvw)."""
        return (
            "premies.awf_laag" if self.case.contract == "vast" else "premies.awf_hoog",
            "premies.aof_klein" if self.case.werkgever_grootte == "klein" else "premies.aof_groot",
            "premies.wko",
            "premies.whk_gemiddeld",
            "premies.zvw",
        )

    # The host

    def fee(self, wage: Decimal, wage_cost: Decimal | None) -> Iterator[Item]:
        """The lending fee on secondment and, when the host cannot deduct it, its VAT."""
        found = self.amount_of_fee(wage, wage_cost)
        costs_vat = self.case.btw == "ja" and self.case.btw_aftrekbaar == "nee"
        if found is None:
            if costs_vat and "inleenvergoeding" in self.left_out:
                self.left_out["btw"] = self.left_out["inleenvergoeding"]
            return
        amount, formula = found
        yield Item("inleenvergoeding", "inlener", "werkgever", amount, "afspraak", formula)
        if not costs_vat:
            return
        vat = self.figure("btw.uitlenen", "btw")
        if vat is not None:
            tax = amount * vat / HUNDRED
            said = f"{percent(vat)} van {euros(amount)} = {euros(tax)}; niet zeker: soms is er een vrijstelling"
            yield Item("btw", "inlener", "fiscus", tax, "wet", said, self.sources("btw.uitlenen"))

    def amount_of_fee(self, wage: Decimal, wage_cost: Decimal | None) -> tuple[Decimal, str] | None:
        """Return the fee a month with its formula; None without a fee, or when the wage cost is not known."""
        kind, given = self.case.inleenvergoeding_soort, self.case.inleenvergoeding or Decimal(0)
        if kind == "geen":
            return None
        if kind == "per-uur":
            amount = given * self.place_hours * WEEKS_IN_MONTH
            return amount, f"{euros(given)} × {number_in_words(self.place_hours)} uur × 52 / 12 = {euros(amount)}"
        if kind == "per-maand":
            return given, f"{euros(given)} per maand"
        if wage_cost is None:
            self.left_out["inleenvergoeding"] = self.left_out.get("werkgeverslasten", ())
            return None
        rate = (self.case.loonwaarde if kind == "loonwaarde" else given) or Decimal(0)
        cost = wage_cost * self.wage_of_hours_at_host / wage if wage else Decimal(0)
        amount = cost * rate / HUNDRED
        return (
            amount,
            f"{percent(rate)} van de loonkosten voor de uren bij de inlener ({euros(cost)}) = {euros(amount)}",
        )

    def travel(self) -> Iterator[Item]:
        """Travel to the host: both ways, by the untaxed rate of the day unless another was agreed."""
        case = self.case
        if not case.reis_km or not case.reis_dagen:
            return
        rate = (
            case.reis_tarief
            if case.reis_tarief is not None
            else self.figure("reiskosten.onbelast_per_km", "reiskosten")
        )
        if rate is None:
            return
        amount = case.reis_km * 2 * case.reis_dagen * rate * WEEKS_IN_MONTH
        paid_by_self = case.reis_betaler == "niemand"
        yield Item(
            "reiskosten",
            "werknemer" if paid_by_self else case.reis_betaler,
            None if paid_by_self else "werknemer",
            amount,
            "afspraak",
            f"2 × {number_in_words(case.reis_km)} km × {with_unit(case.reis_dagen, 'dagen')} × {euros(rate)} "
            f"× 52 / 12 = {euros(amount)}",
            self.sources("reiskosten.onbelast_per_km") if case.reis_tarief is None else (),
        )

    def supervision(self) -> Iterator[Item]:
        """The host's own time for supervision."""
        hours, rate = self.case.begeleiding_uren, self.case.begeleiding_uurloon
        if hours and rate is None:
            self.left_out["begeleiding"] = ()
        if hours and rate:
            amount = hours * rate * WEEKS_IN_MONTH
            yield Item(
                "begeleiding",
                "inlener",
                None,
                amount,
                "praktijk",
                f"{number_in_words(hours)} uur × {euros(rate)} × 52 / 12 = {euros(amount)}",
            )

    # UWV, and the new contract

    def benefit(self) -> Iterator[Item]:
        """The benefit as filled in: while no employer owes wages, in no leave, and until a contract begins."""
        nothing_due = self.paid_by_own_employer or self.on_leave or self.stage == "dienstverband"
        if nothing_due or self.case.uitkering == "geen":
            return
        amount = self.case.uitkering_per_maand
        if amount is None or self.case.uitkering is None:
            self.left_out["uitkering"] = ()
            return
        law = SOURCE_OF_BENEFIT[self.case.uitkering]
        yield Item("uitkering", "uwv", "werknemer", amount, "wet", f"{euros(amount)} per maand, zoals ingevuld", (law,))

    def new_contract(self) -> Iterator[Item]:
        """The new employer's wage with what comes on top of it, and its wage cost advantage (Wtl 2.6-2.13)."""
        wage = self.case.nieuw_maandloon
        if wage is None:
            self.left_out["nieuw-loon"] = ()
        else:
            yield Item(
                "nieuw-loon", "inlener", "werknemer", wage, "afspraak", f"{euros(wage)} per maand, zoals ingevuld"
            )
            holiday = self.holiday_pay("inlener", wage)
            yield holiday
            costs = self.on_costs("inlener", wage + holiday.per_month)
            if costs is not None:
                yield costs
        yield from self.wage_cost_advantage()

    def wage_cost_advantage(self) -> Iterator[Item]:
        """LKV: an amount for each paid hour, up to a maximum for each calendar year."""
        case, day = self.case, self.figures.day
        if case.lkv == "geen" or case.in_dienst is None:
            return
        years = figure("regelingen.lkv_jaren").nearest(case.in_dienst)
        if case.lkv == "arbeidsgehandicapte" and day >= same_day_later(case.in_dienst, MONTHS_IN_YEAR * int(years)):
            return
        hours = case.nieuwe_uren_per_week
        if hours is None:
            self.left_out["lkv"] = ()
            return
        rate = self.figure(f"lkv.{case.lkv}_per_uur", "lkv")
        self.lkv_maximum = self.figure(f"lkv.{case.lkv}_maximum_jaar", "lkv")
        if rate is None or self.lkv_maximum is None:
            return
        amount = hours * rate * WEEKS_IN_MONTH
        yield Item(
            "lkv",
            "fiscus",
            "inlener",
            amount,
            "wet",
            f"{number_in_words(hours)} uur × {euros(rate)} × 52 / 12 = {euros(amount)}, hoogstens "
            f"{euros(self.lkv_maximum)} per kalenderjaar",
            self.sources(f"lkv.{case.lkv}_per_uur"),
        )
