"""Who pays what once more, by paying every item one calendar day at a time.

Nothing here is clever or quick. It was written from BW 7:629 and the promises on the form, without sight of the
calculator. Amounts are exact fractions, so nothing is rounded before the end: an item of a period is the
sum of its days, rounded half up to the cent once. When the two differ, read the rules again.
The wage itself is in `naive_wage`, the rows and sums in `naive_sums`.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from tests.oracle.naive_calendar import ONE_DAY, Period, each_day, same_day_later, step, within
from tests.oracle.naive_money_case import FIGURES, MoneyCase, known, nearest_known
from tests.oracle.naive_timeline import Walk
from tests.oracle.naive_wage import WEEKS_IN_MONTH, Wage

PARTIES = ("werknemer", "werkgever", "inlener", "uwv", "fiscus")
PLACEMENTS = ("werkervaringsplaats", "detachering", "proefplaatsing")
# Benefits of which something may be left beside a wage: never left out in silence.
BESIDE_WORK = {"WGA", "WAO", "Wajong", "WW"}
# Benefits that were there before this illness, for other work: BW 7:629(5) takes off the wage only what is for the work
# that the wage is for, so that these may stand beside it.
OLDER = {"WAO", "WAZ", "Wajong", "IOW"}
DAYS_IN_MONTH = Fraction(7 * 52, 12)


class Item(NamedTuple):
    """What one party pays, by the month; without a receiver it is a cost that nobody gets."""

    payer: str
    receiver: str | None
    per_month: Fraction


@dataclass
class Day:
    """What is paid on one day, and what could not be computed."""

    phase: str
    year: int | None
    items: dict[str, Item] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    wage_is_the_duty: bool = False
    holiday_pay_is_the_duty: bool = False


SETS_OF_FIGURES: dict[tuple[Fraction | None, ...], int] = {}


@cache
def figures_of(day: date) -> int:
    """Give a number that days with the same figures share: it is asked of every day of thousands of cases."""
    return SETS_OF_FIGURES.setdefault(tuple(known(name, day) for name in FIGURES), len(SETS_OF_FIGURES))


class Payer:
    """One case, ready to be paid day by day."""

    def __init__(self, case: MoneyCase, horizon: date | None = None) -> None:
        self.case = case
        walk = Walk(case.timeline)
        self.first_day = walk.first_day
        self.wage = Wage(case, walk)
        self.end_of_year_1 = self.wage.end_of_year_1
        self.end_of_wait = walk.end_of_wait
        self.last_paid_day = walk.last_paid_day
        self.has_employer = not case.timeline.without_employer
        self.walk = walk
        self.interruptions = walk.short
        self.leave = walk.leave
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
        ends += self.days_of_benefit_after_contract()[-1:]
        ends += self.days_of_benefit_until_now()[-1:]
        if self.new_contract:
            ends.append(step(self.new_contract, 363))
        return max(ends)

    def days_of_benefit_after_contract(self) -> list[date]:
        """Give the days before the WIA on which whoever left ill can have the benefit that he filled in.

        Who filled in a WIA has those days too, until the AOW age (WIA 43(g)): they are named, without an amount.
        """
        if self.case.timeline.benefit in (None, "geen"):
            return []
        day, found, pension = self.last_paid_day + ONE_DAY, [], self.case.timeline.aow_day
        while day < self.walk.first_wia_day:
            of_the_wia = self.case.timeline.benefit in ("WGA", "IVA") and (pension is None or day < pension)
            found += [day] if of_the_wia or self.walk.has_right_on(day) else []
            day += ONE_DAY
        return found

    def days_of_benefit_until_now(self) -> list[date]:
        """Give the days up to the reference day on which the benefit with an amount can be paid, as long as it is."""
        now, amount = self.case.timeline.reference_day, self.case.benefit_per_month
        if self.case.timeline.benefit in (None, "geen") or not amount or self.new_contract:
            return []
        day = now
        while day > self.last_paid_day and not self.walk.has_right_on(day):
            day -= ONE_DAY
        return [day]

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
        return 2 if day <= self.end_of_wait else 3

    def on(self, day: date) -> Day:
        """Pay one day."""
        paid = Day(self.phase(day), self.year(day))
        if paid.phase == "dienstverband":
            self.pay_new_contract(day, paid)
        elif self.has_employer and day <= self.last_paid_day:
            self.pay_own_employer(day, paid)
        elif not within(day, self.leave):
            self.pay_benefit(day, paid)
        at_work = not within(day, self.leave)
        if paid.phase == "detachering" and at_work and self.has_employer and day <= self.last_paid_day:
            self.pay_fee(day, paid)
        if paid.phase in PLACEMENTS and at_work:
            self.pay_travel(day, paid)
            self.pay_supervision(paid)
        paid.items = {name: item for name, item in paid.items.items() if item.per_month}
        return paid

    def pay_own_employer(self, day: date, paid: Day) -> None:
        if within(day, self.leave):
            paid.missing.add("verlof")
            return
        if self.case.timeline.benefit in OLDER and self.walk.has_right_on(day) and self.case.benefit_per_month != 0:
            paid.missing.add("uitkering")  # nobody said what UWV leaves of it beside this wage
        wage = self.wage.of_day(day, paid.phase)
        paid.items["loon"] = Item("werkgever", "werknemer", wage)
        paid.wage_is_the_duty = wage == self.wage.duty(day) and not self.wage.hangs_on_own_hours(day)
        supplement = self.wage.supplement(day, wage)
        if supplement is None:
            paid.missing |= {"aanvulling-minimumloon", "vakantiebijslag", "werkgeverslasten"}
            return
        paid.items["aanvulling-minimumloon"] = Item("werkgever", "werknemer", supplement)
        self.pay_on_top(day, paid, "werkgever", wage + supplement)

    def pay_on_top(self, day: date, paid: Day, payer: str, gross: Fraction) -> None:
        """Pay holiday pay and the employer's on-costs over a gross wage."""
        holiday = gross * self.case.holiday_pay / 100
        paid.items["vakantiebijslag"] = Item(payer, "werknemer", holiday)
        # WML 15(1) and (2): 8 % of a wage of at most three times the amount a month of 8(1)(b), and by one reading of
        # 8(1)(c) in proportion to a week of 36 hours. It is sure below both.
        hours = self.case.new_hours if payer == "inlener" else self.case.hours
        most = 3 * nearest_known("loon.minimumloon_maand", day) * min(Fraction(1), (hours or 36) / Fraction(36))
        paid.holiday_pay_is_the_duty = self.case.holiday_pay == 8 and gross <= most
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
        zvw = known("premies.zvw", day)
        insurances = [
            known("premies.awf_laag" if case.permanent else "premies.awf_hoog", day),
            known("premies.aof_klein" if case.small else "premies.aof_groot", day),
            known("premies.wko", day),
            known("premies.whk_gemiddeld", day),
        ]
        # From the first of the calendar month of the AOW age nothing is due for the employee insurances.
        premiums = [zvw] if self.in_month_of_pension(day) else [*insurances, zvw]
        most = known("premies.maximum_premieloon_jaar", day)
        if most is None:
            return None
        total = Fraction(0)
        for premium in premiums:
            if premium is None:
                return None
            total += min(base, most / 12) * premium / 100
        return total

    def in_month_of_pension(self, day: date) -> bool:
        pension = self.case.timeline.aow_day
        return pension is not None and (day.year, day.month) >= (pension.year, pension.month)

    def no_right(self, day: date, paid: Day) -> bool:
        """Tell whether there can be no benefit on this day, and name it unless the AOW or nothing takes its place.

        WIA 43(g), 47(2), 54(2); ZW 29(2), (4) and (5).
        """
        timeline = self.case.timeline
        if self.walk.has_right_on(day):
            return False
        pension = timeline.aow_day is not None and day >= timeline.aow_day
        if not pension and not (timeline.benefit == "ZW" and day < self.walk.counted(3)):
            paid.missing.add("uitkering")
        return True

    def pay_benefit(self, day: date, paid: Day) -> None:
        if self.case.timeline.benefit == "geen":
            return
        if self.case.benefit_per_month != 0 and self.no_right(day, paid):
            return
        if self.case.timeline.benefit is None or self.case.benefit_per_month is None:
            paid.missing.add("uitkering")
            return
        paid.items["uitkering"] = Item("uwv", "werknemer", self.case.benefit_per_month)

    def pay_benefit_beside_work(self, day: date, paid: Day) -> None:
        """Pay what UWV says is left of a benefit beside the new wage; without an amount it is named, never zero."""
        case = self.case
        sick_on_the_payroll = self.has_employer and day <= self.last_paid_day and case.timeline.benefit not in OLDER
        if case.timeline.benefit in (None, "geen") or sick_on_the_payroll:
            return
        if case.benefit_beside_work != 0 and self.no_right(day, paid):
            return
        if case.benefit_beside_work is not None:
            paid.items["uitkering"] = Item("uwv", "werknemer", case.benefit_beside_work)
        elif case.timeline.benefit in BESIDE_WORK:
            paid.missing.add("uitkering-naast-werk")

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
        self.pay_benefit_beside_work(day, paid)
        if self.lkv_runs(day):
            rate = known(f"lkv.{case.lkv}_per_uur", day)
            if rate is None or case.new_hours is None:
                paid.missing.add("lkv")
            else:
                paid.items["lkv"] = Item("fiscus", "inlener", rate * case.new_hours * WEEKS_IN_MONTH)

    def lkv_runs(self, day: date) -> bool:
        """Three years from the contract; since 2026 without end for who is in the register of the banenafspraak.

        Neither goes on when the AOW age has been reached: Wtl 2.6(3)(a) and 2.10(2)(a).
        """
        if not self.lkv_is_possible():
            return False
        pension = self.case.timeline.aow_day
        if self.case.lkv == "geen" or (pension is not None and day >= pension):
            return False
        if self.case.lkv == "banenafspraak" and day >= date(2026, 1, 1):
            return True
        return self.three_years_later is not None and day < self.three_years_later

    def lkv_is_possible(self) -> bool:
        """Wtl 2.6 is about who has a disability; the banenafspraak has 2.10."""
        start = self.new_contract
        if self.case.lkv != "arbeidsgehandicapte" or start is None:
            return True
        return self.walk.wage_cost_advantage(start)

    def on_like(self, day: date, seen: dict[tuple[Any, ...], Day]) -> Day:
        """Pay one day as an earlier one on which everything was the same: only so long walks end in time."""
        alike = (
            self.phase(day),
            self.year(day),
            day > self.last_paid_day,
            self.walk.has_right_on(day),
            self.walk.case.aow_day is not None and day >= self.walk.case.aow_day,
            self.case.timeline.benefit == "ZW" and day < self.walk.counted(3),
            within(day, self.interruptions),
            within(day, self.leave),
            self.lkv_runs(day),
            self.in_month_of_pension(day),
            self.wage.percentage(day),
            self.wage.own_hours(day),
            figures_of(day),
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
        begins = {end + ONE_DAY for end in ends if end < self.last_day}
        pension = self.case.timeline.aow_day
        if pension is not None and self.case.own_on_costs is None:
            begins.add(pension.replace(day=1))
        if pension is not None and self.case.lkv != "geen" and self.new_contract:
            begins.add(pension)
        return {day for day in begins if self.first_day <= day <= self.last_day}
