"""The outcomes that UWV may decide, each with its benefits in time: from which month, with and without work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import partial

from calculators.frame.dates import days_after
from calculators.inkomen_na_104_weken import rules
from calculators.inkomen_na_104_weken.form import FULLY, LASTING, PARTLY, UNDER_35, UNKNOWN, Situation
from calculators.inkomen_na_104_weken.phases import Amounts, Phase, between, day_of
from calculators.inkomen_na_104_weken.rules import ZERO, Capacity, Months, OldWage
from calculators.law.benefits import aow_comes_first, first_day_of_wia_right
from calculators.law.book import Law
from calculators.law.sick_pay import has_sick_pay_in_the_wait
from calculators.law.wachttijd import Ends, ends


@dataclass(frozen=True)
class Outcome:
    """One outcome of UWV: its phases, and what somebody can earn between ``capacities`` (least and most), if it counts.

    ``disability`` is the percentage where it begins and where the next begins.
    """

    id: str
    kind: str
    phases: tuple[Phase, ...]
    capacities: tuple[Capacity, Capacity] | None = None
    disability: tuple[int, int] | None = None

    @property
    def capacity(self) -> Capacity | None:
        """Return what somebody can earn when it is one amount."""
        return self.capacities[0] if self.capacities and self.capacities[0] == self.capacities[1] else None


@dataclass(frozen=True)
class Income:
    """The whole answer. ``ends`` are those of the waiting period, None without a sick day.

    ``income`` is that from work, with holiday pay.
    """

    case: Situation
    law: Law
    wage: OldWage
    ends: Ends | None
    income: Fraction | None
    disability: Fraction | None
    moved: bool
    impossible_years: bool
    lengths: dict[str, Months]
    outcomes: tuple[Outcome, ...]

    @property
    def start(self) -> date | None:
        """Return the first day of a WIA as the days make it."""
        return None if self.ends is None else self.ends.first_wia_day

    @property
    def wia_day(self) -> date | None:
        """Return the day on which a WIA can begin; None also where no outcome is one (Wet WIA 47, 54 and 64(11))."""
        return self.wia_start if any(one.kind in ("wga", "iva") for one in self.outcomes) else None

    @property
    def wia_start(self) -> date | None:
        """Return the first day of a WIA if there is one; later than ``start`` after a very late application."""
        return None if self.ends is None else first_day_of_wia_right(self.ends, self.law)

    @property
    def looked_back(self) -> bool:
        """Say whether the day of a WIA is as late as it is because UWV looks back no further (Wet WIA 64(11))."""
        return self.start != self.wia_start

    @property
    def aow_first(self) -> bool:
        """Say whether the AOW begins before a WIA could, or the WW of who stayed under 35 percent (WIA 43(g))."""
        under_35 = self.case.uitkomst == UNDER_35
        return aow_comes_first(self.case.aow_datum, self.start if under_35 else self.wia_start)

    @property
    def ww_before_aow(self) -> bool:
        """Say whether a WW may still lie before the AOW (WW 19(1)); no day of it hangs on Wet WIA 64(11)."""
        return not aow_comes_first(self.case.aow_datum, self.start)

    @property
    def after_contract(self) -> bool:
        """Say whether it comes so soon because the contract ended, and with it the wage (Wet WIA 43(b))."""
        return self.ends is not None and self.ends.wages_without_contract_end >= self.ends.first_wia_day

    @property
    def sick_pay_in_the_wait(self) -> bool:
        """Say whether some of the waiting period is one of sick pay (ZW 29(2)(c)); False without a sick day."""
        illness = self.case.illness
        return illness is not None and self.ends is not None and has_sick_pay_in_the_wait(illness, self.ends)

    @property
    def without_job(self) -> bool:
        """Say whether there is no employer any more on the day on which a WIA would begin."""
        end = self.ends
        ended = end is not None and end.contract_end is not None and end.contract_end < end.first_wia_day
        return ended or not self.case.has_employer

    def counted_for(self, kind: str) -> Fraction | None:
        """Return the income from work as the law of a kind of benefit counts it, for the WW without holiday pay.

        The WW counts holiday pay in the month in which it is paid; the amounts are of another month.
        """
        work = self.case.nieuw_maandloon
        return Fraction(work) if kind.startswith("ww") and work is not None else self.income


def calculate(case: Situation) -> Income:
    """Work out every outcome that is still possible, all from one book of law, in the money of the reference day."""
    law = Law(case.peildatum)
    illness = case.illness
    end = None if illness is None else ends(illness, law.on(illness.first_day))
    start = case.peildatum if end is None else end.first_wia_day
    wage = rules.old_wage(case, law)
    work = case.nieuw_maandloon
    income = None if work is None else rules.with_holiday_pay(Fraction(work), case)
    lengths = {name: rules.length(case, start, name, law) for name in ("wia", "ww")}
    impossible = rules.too_few_before_2016(case, start)
    disability, moved = _disability(case, wage, law)
    found = Income(case, law, wage, end, income, disability, moved, impossible, lengths, ())
    return replace(found, outcomes=tuple(_outcomes(found)))


def _disability(case: Situation, wage: OldWage, law: Law) -> tuple[Fraction | None, bool]:
    """Return the percentage, given or by what can be earned, and whether it was moved to fit what UWV decided."""
    found = None
    if case.arbeidsongeschiktheid is not None:
        found = Fraction(case.arbeidsongeschiktheid)
    elif case.restverdiencapaciteit is not None and wage.uncapped:
        found = max(ZERO, 100 - 100 * Fraction(case.restverdiencapaciteit) / wage.uncapped)
    if found is None or case.uitkomst == UNKNOWN:
        return found, False
    low, high = law.number("wia.ondergrens"), law.number("wia.volledig")
    fits = {UNDER_35: found < low, PARTLY: low <= found < high}.get(case.uitkomst, found >= high)
    return (found, False) if fits else (None, True)


def _outcomes(found: Income) -> Iterator[Outcome]:
    """Yield what UWV decided, or each outcome that the percentage leaves open; with the AOW first none is left."""
    if found.aow_first:
        yield Outcome("aow-na-wachttijd" if found.ww_before_aow else "aow", "aow", ())
        return
    law, decided, disability = found.law, found.case.uitkomst, found.disability
    low, high = law.number("wia.ondergrens"), law.number("wia.volledig")
    unknown = decided == UNKNOWN
    if decided == UNDER_35 or (unknown and (disability is None or disability < low)):
        yield Outcome(UNDER_35, "ww", tuple(_unemployed(found)))
    if decided == PARTLY or (unknown and (disability is None or low <= disability < high)):
        numbers = rules.CLASSES if disability is None else (rules.class_of(disability, law),)
        for number in numbers:
            yield _partly(found, number)
    if decided == FULLY or (unknown and (disability is None or disability >= high)):
        free = Capacity(ZERO, None, free=True)
        yield Outcome(FULLY, "wga", tuple(_partly_able(found, (free, free))), (free, free))
    if decided == LASTING or (unknown and (disability is None or disability >= high)):
        yield Outcome(LASTING, "iva", tuple(_phases(found, [("iva", None)], partial(_iva, found), found.wia_start)))


def _partly(found: Income, number: int) -> Outcome:
    """Return the outcome of a class; without a percentage, what can be earned lies between the borders of the class."""
    law, case, part = found.law, found.case, rules.class_percentage(number, found.law)
    low, high = rules.class_borders(number, law)
    earn: tuple[Fraction, Fraction]
    if case.restverdiencapaciteit is not None and not found.moved:
        earn = (Fraction(case.restverdiencapaciteit), Fraction(case.restverdiencapaciteit))
    elif found.disability is not None:
        one = rules.in_cents(found.wage.uncapped * (100 - found.disability) / 100)
        earn = (one, one)
    else:
        earn = (found.wage.uncapped * (100 - high) / 100, found.wage.uncapped * (100 - low) / 100)
    capacities = (Capacity(earn[0], part), Capacity(earn[1], part))
    return Outcome(f"wga-klasse-{number}", "wga", tuple(_partly_able(found, capacities)), capacities, (low, high))


def _partly_able(found: Income, capacities: tuple[Capacity, Capacity]) -> Iterator[Phase]:
    """Yield the phases of the WGA; the wage-related part needs weeks of work, or WW (Wet WIA 54(3)-(4), 58(1))."""
    begin = found.law.number("wia.wga_begin_maanden")
    plan: list[tuple[str, Months | None]] = [("wga-daarna", None)]
    if found.case.meets_weeks_for_wga:
        plan = [("wga-begin", _exactly(begin)), ("wga-loongerelateerd", found.lengths["wia"]), *plan]
    yield from _phases(found, plan, partial(_wga, found, capacities), found.wia_start)


def _unemployed(found: Income) -> Iterator[Phase]:
    """Yield the phases of a new WW; without the weeks of work there is none (WW 17).

    Nor is one sure after a WW of before the illness: weeks that gave a right once do not count again (17a(2)), and then
    the old WW begins again, for what was left of it (21(1), 43). Its wage and its months are not known here.
    Without days: it begins on the first day of unemployment, which may be long after the waiting period (WW 16, 19(3)).
    """
    if found.case.wekeneis == "nee" or found.case.old_ww:
        return
    begin = found.law.number("ww.begin_maanden")
    plan = [("ww-begin", _exactly(begin)), ("ww", found.lengths["ww"])]
    yield from _phases(found, plan, partial(_ww, found), start=None)


def _exactly(months: int) -> Months:
    return Months(Fraction(months), Fraction(months))


def _ww(found: Income, kind: str, income: Fraction) -> Amounts:
    rate = rules.percentage(found.law, "ww.begin_percentage" if kind == "ww-begin" else "ww.percentage")
    amount = rules.unemployment(found.wage, income, rate, found.law)
    return Amounts((kind,), amount, amount)


def _iva(found: Income, kind: str, income: Fraction) -> Amounts:
    amount = rules.lasting(found.wage, income, found.law)
    return Amounts((kind,), amount, amount)


def _wga(found: Income, capacities: tuple[Capacity, Capacity], kind: str, income: Fraction) -> Amounts:
    law, wage = found.law, found.wage
    if kind != "wga-daarna":
        rate = rules.percentage(law, "wia.wga_begin_percentage" if kind == "wga-begin" else "wia.wga_percentage")
        amount = rules.wage_related(wage, income, rate)
        return Amounts((kind,), amount, amount)
    return between(wage, income, capacities, law)


def _phases(
    found: Income, plan: Sequence[tuple[str, Months | None]], amounts: partial[Amounts], start: date | None
) -> Iterator[Phase]:
    """Yield the phases of a plan: kinds, each with its last month, None for one that lasts to the AOW."""
    before = _exactly(0)
    for kind, until in plan:
        first = start and day_of(start, before.least, found.law)
        income = found.counted_for(kind)
        last = (
            None
            if until is None or start is None
            else (
                days_after(day_of(start, until.least, found.law), -1),
                days_after(day_of(start, until.most, found.law), -1),
            )
        )
        yield Phase(
            kind=kind,
            first_month=Months(before.least + 1, before.most + 1),
            until=until,
            first=first,
            last=last,
            without_work=amounts(kind, ZERO),
            with_work=None if income is None else amounts(kind, income),
        )
        before = until or before
