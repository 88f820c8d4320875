"""The income after 104 weeks once more: month by month, year of work by year of work, euro by euro.

Written from Wet WIA 12, 13, 15, 51, 52 and 54-62, WW 20, 42 and 47 (texts of 1 July 2026) and the Inkomensbesluit,
without sight of the calculator. Only the two amounts that change each half year come from the table of figures. When
the two differ, read the law again.
"""

from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any

from tests.oracle.naive_calendar import same_day_later, step
from tests.oracle.naive_case import read_case
from tests.oracle.naive_ends import Ends
from tests.oracle.naive_money_case import known, to_cent

# Wet WIA 61(6): from this percentage on, this part of the minimum wage.
CLASSES = [(35, Fraction("28")), (45, Fraction("35")), (55, Fraction("42")), (65, Fraction("50.75"))]


def cents(amount: Fraction) -> Fraction:
    """Give a wage as it is paid and printed: in whole cents."""
    return Fraction(to_cent(amount))


class Case:
    """One case, in the words of the form (the keys of a link)."""

    def __init__(self, values: dict[str, str]) -> None:
        self.values = values
        self.today = date.fromisoformat(values["peildatum"])
        self.decided = values.get("uitkomst", "weet-niet")

    def number(self, key: str) -> Fraction | None:
        return Fraction(self.values[key]) if key in self.values else None

    def with_holiday_pay(self, wage: Fraction) -> Fraction:
        """12(1) and Inkomensbesluit 4:1(8): holiday pay is wage of the month in which it is saved up."""
        return cents(wage + wage * Fraction(self.values.get("vakantiebijslag", "8")) / 100)

    @cached_property
    def most_a_day(self) -> Fraction | None:
        return known("loon.maximumdagloon", self.today)

    @cached_property
    def real_day(self) -> Fraction:
        """13(1): a 261st of the wage of a year, before the maximum."""
        wage = self.with_holiday_pay(self.number("bruto-maandloon") or Fraction(0))
        by_year = wage * 12 / 261
        told = self.number("wia-dagloon")
        if told is None:
            return by_year
        if self.most_a_day is not None and told in self.earlier_maxima():
            told = self.most_a_day  # 14(1): a daily wage is revised by what the maximum is revised by
        if self.most_a_day is not None and told >= self.most_a_day:
            return max(told, by_year)
        return told

    def earlier_maxima(self) -> set[Fraction | None]:
        """Give the maximum of each half-year before that of the reference day; nobody knows those of before 2023."""
        begins = [date(year, month, 1) for year in range(2023, self.today.year + 1) for month in (1, 7)]
        past = [day for day in begins if day <= self.today][:-1]
        return {known("loon.maximumdagloon", day) for day in past}

    @cached_property
    def day(self) -> Fraction:
        return self.real_day if self.most_a_day is None else min(self.real_day, self.most_a_day)

    @cached_property
    def month(self) -> Fraction:
        """13(4)(a): 21,75 times the daily wage."""
        return cents(self.day * Fraction("21.75"))

    @cached_property
    def old_month(self) -> Fraction:
        return cents(self.real_day * Fraction("21.75"))

    @property
    def income(self) -> Fraction | None:
        wage = self.number("nieuw-maandloon")
        return None if wage is None else self.with_holiday_pay(wage)

    @property
    def paid_income(self) -> Fraction | None:
        """Inkomensbesluit 4:1(10): for the WW holiday pay counts when it is paid, not when it is saved up."""
        return self.number("nieuw-maandloon")

    def shrunk(self, income: Fraction) -> Fraction:
        """61(1): B x C/D."""
        return income * self.month / self.old_month if self.old_month else income

    @property
    def first_day(self) -> date | None:
        return Ends(read_case(self.values)).first_wia_day if "eerste-ziektedag" in self.values else None

    @property
    def first_day_with_wia(self) -> date | None:
        """WIA 64(11): a very late application brings no WIA over days of more than 52 weeks before it."""
        return Ends(read_case(self.values)).first_day_with_wia if "eerste-ziektedag" in self.values else None

    @property
    def pension(self) -> date | None:
        return date.fromisoformat(self.values["aow-datum"]) if "aow-datum" in self.values else None

    @cached_property
    def minimum(self) -> Fraction | None:
        """12(1)(b): of WML 8(1)(b), with holiday pay."""
        found = known("loon.minimumloon_maand", self.today)
        return None if found is None else cents(found * 108 / 100)

    def percentage(self) -> Fraction | None:
        told = self.number("arbeidsongeschiktheid")
        earns = self.number("restverdiencapaciteit")
        found = told
        if told is None and earns is not None and self.old_month:
            found = max(Fraction(0), (self.old_month - earns) / self.old_month * 100)
        if found is not None and self.decided != "weet-niet" and not self.fits(found):
            return None
        return found

    def fits(self, percentage: Fraction) -> bool:
        if self.decided == "onder-35":
            return percentage < 35
        if self.decided == "35-80":
            return 35 <= percentage < 80
        return percentage >= 80

    def half_months(self, *, unemployment: bool) -> tuple[int, int]:
        """59(1) and (2), WW 42(1) and (2): count the years of work, the oldest first, for every split that can be."""
        if unemployment and self.values.get("vier-van-vijf-jaar") == "nee":
            return 6, 6
        years = self.values.get("arbeidsverleden")
        if years is None:
            return 6, 48
        told = self.values.get("arbeidsverleden-voor-2016")
        last_year = (self.first_day or self.today).year - 1
        if told is not None and int(years) - int(told) > max(0, last_year - 2015):  # 15(1)(a): there were not so many
            told = None
        splits = range(int(years) + 1) if told is None else [int(told)]
        found = []
        for before in splits:
            after = int(years) - before
            if told is None and after > max(0, last_year - 2015):
                continue
            halves = 0
            for number in range(int(years)):
                is_old = number < before
                halves += 2 if number < 10 or is_old else 1
            found.append(min(48, max(6, halves)))
        return min(found), max(found)


def loss(case: Case, income: Fraction, part: int) -> Fraction:
    """61(1), WW 47(1): so many hundredths of (A - B x C/D); a benefit is never less than nothing."""
    lost = case.month - cents(case.shrunk(income))
    return lost * part / 100 if lost > 0 else Fraction(0)


def ww(case: Case, income: Fraction, part: int) -> Fraction:
    """20(1)(c): the right ends when B x C/D is more than 87,5 percent of the wage of a month."""
    if case.shrunk(income) * 1000 > case.month * 875:
        return Fraction(0)
    return loss(case, income, part)


def iva(case: Case, income: Fraction) -> Fraction:
    """51 and 52(1)."""
    left = case.month * 75 / 100 - cents(case.shrunk(income)) * 70 / 100
    return left if left > 0 else Fraction(0)


def later_wga(case: Case, income: Fraction, earns: Fraction | None, part: Fraction) -> Fraction | None:
    """60, 61(2)-(5), 62(1), in the order of the text; ``earns`` None: nothing is required of him (60(3))."""
    if earns is None:
        return loss(case, income, 70)
    minimum = case.minimum
    follow_up = None if minimum is None else part / 100 * min(case.month, minimum)
    required = earns / 2
    if income >= required:  # 60(1)(a)
        remaining = 2 * required  # 61(3)
        if income >= remaining:  # 61(2)
            return loss(case, income, 70)
        amount = loss(case, remaining, 70)  # 61(4)
        if follow_up is not None and amount < follow_up:  # 61(5)
            amount = min(follow_up, loss(case, income, 70))
        return amount
    return follow_up  # 60(1)(b)


@lru_cache(1)
def outcomes(case: Case) -> dict[str, list[tuple[Fraction | None, Fraction]]]:
    """Give each outcome that is open, with what somebody may earn in it and the percentage of its class.

    Of a class without a percentage a hundred places are tried, and the cents around those where the law draws a line.
    """
    if case.pension is not None and case.first_day is not None and case.first_day_with_wia is not None:
        if case.pension <= case.first_day:
            return {"aow": []}  # 43(g), and WW 19(1): the age shuts out both
        if case.decided != "onder-35" and case.pension <= case.first_day_with_wia:
            return {"aow-na-wachttijd": []}  # 64(11) is about "een uitkering op grond van deze wet", not about a WW
    percentage = case.percentage()
    open_: dict[str, list[tuple[Fraction | None, Fraction]]] = {}
    asked = case.decided
    if asked == "onder-35" or (asked == "weet-niet" and (percentage is None or percentage < 35)):
        open_["onder-35"] = []
    if asked == "35-80" or (asked == "weet-niet" and (percentage is None or 35 <= percentage < 80)):
        for number, (low, part) in enumerate(CLASSES, start=1):
            high = CLASSES[number][0] if number < 4 else 80
            if percentage is None or low <= percentage < high:
                open_[f"wga-klasse-{number}"] = [(place, part) for place in earning_places(case, low, high)]
    for name in ("80-100-niet-duurzaam", "iva"):
        if asked == name or (asked == "weet-niet" and (percentage is None or percentage >= 80)):
            open_[name] = [(None, Fraction(70))]
    return open_


def earning_places(case: Case, low: int, high: int) -> list[Fraction]:
    """Give what somebody between two percentages may earn: what UWV says, else what the percentage leaves."""
    percentage, told = case.percentage(), case.number("restverdiencapaciteit")
    if told is not None and (percentage is not None or not case.old_month):
        return [told]
    if percentage is not None:
        return [cents(case.old_month * (100 - percentage) / 100)]
    least, most = case.old_month * (100 - high) / 100, case.old_month * (100 - low) / 100
    places = [least + (most - least) * one / 100 for one in range(101)]
    for income in (Fraction(0), case.income or Fraction(0)):
        for place in (income, income * 2, income * 2 + Fraction(1, 100)):
            places += [place] if least <= place <= most else []
    return places


def paid(case: Case, name: str, half_month: int, income: Fraction) -> list[Fraction | None] | None:
    """Give what may be paid in a half month, counted from 1, at the longest length; None after the end of a WW."""
    if name in ("aow", "aow-na-wachttijd"):
        return None
    weeks = case.values.get("wekeneis", "ja") != "nee"  # who does not know reads what there is if there were enough
    part = 75 if half_month <= 4 else 70
    if name == "iva":
        return [iva(case, income)]
    if name == "onder-35":
        longest = case.half_months(unemployment=True)[1]
        # 17a(2): weeks that gave a right before do not count again; 21(1): what there is, is that old right.
        new = weeks and case.values.get("ww-voor-ziekte") != "ja"
        return [ww(case, income, part)] if new and half_month <= longest else None
    related = weeks or case.values.get("ww-voor-ziekte") == "ja"  # 58(1)(a), and (b) to (f)
    if related and half_month <= case.half_months(unemployment=False)[1]:
        return [loss(case, income, part)]
    return after_wage_related(case, name, income)


@lru_cache(16)  # the same in every half month
def after_wage_related(case: Case, name: str, income: Fraction) -> list[Fraction | None]:
    return [later_wga(case, income, earns, share) for earns, share in outcomes(case)[name]]


def last_day(case: Case, half_months: int) -> str | None:
    """Give the last day of so many half months: a half one is fifteen days (59(2)(b))."""
    if case.first_day_with_wia is None:
        return None
    day = same_day_later(case.first_day_with_wia, months=half_months // 2)
    return step(day, 15 * (half_months % 2) - 1).isoformat()


def in_cents(amount: Fraction | None) -> str | None:
    return None if amount is None else f"{to_cent(amount):.2f}"


def of_month(outcome: dict[str, Any], half_month: int) -> dict[str, Any] | None:
    """Give the phase of an answer that holds a half month at the longest length."""
    for phase in outcome["fasen"]:
        until = phase["tot_maand"]
        if until is None or half_month <= 2 * Fraction(until["hoogstens"].replace(",", ".")):
            return dict(phase)
    return None


def differences(values: dict[str, str], answer: dict[str, Any]) -> list[str]:
    """Compare an answer with this reading, half month by half month; every difference in a line."""
    case = Case(values)
    found: list[str] = []

    def compare(what: str, ours: Any, theirs: Any) -> None:
        if ours != theirs:
            found.append(f"{what}: {ours} here, {theirs} in the answer")

    # WIA 47 and 54: who is able to more has no WIA on any day; 43(g): nor has who has the AOW by then.
    disabled = not set(outcomes(case)) <= {"onder-35", "aow", "aow-na-wachttijd"}
    first_day = case.first_day_with_wia if disabled else None
    compare("first day", first_day and first_day.isoformat(), answer["eerste_dag"])
    compare("wage", in_cents(case.old_month), answer["loon"]["per_maand"])
    compare("wage of the benefit", in_cents(case.month), answer["loon"]["voor_uitkering"])
    compare("outcomes", list(outcomes(case)), [one["id"] for one in answer["uitkomsten"]])
    for outcome in answer["uitkomsten"]:
        for half_month in (1, 2, 4, 5, 6, 7, 12, 15, 20, 21, 30, 31, 32, 40, 47, 48, 49, 100):
            expected = paid(case, outcome["id"], half_month, Fraction(0))
            phase = of_month(outcome, half_month)
            what = f"{outcome['id']}, half month {half_month}"
            if expected is None or phase is None:
                compare(what, expected, phase)
                continue
            compare(f"{what}, alone", *bounds(expected, phase["zonder_werk"]))
            if case.income is not None:
                counted = case.paid_income if outcome["id"] == "onder-35" else case.income
                beside = paid(case, outcome["id"], half_month, counted or Fraction(0)) or []
                compare(f"{what}, beside work", *bounds(beside, phase["met_werk"]))
        for kind, unemployment in (("wga-loongerelateerd", False), ("ww", True)):
            for phase in (one for one in outcome["fasen"] if one["soort"] == kind):
                halves = case.half_months(unemployment=unemployment)
                until = [2 * Fraction(phase["tot_maand"][key].replace(",", ".")) for key in ("minstens", "hoogstens")]
                compare(f"{outcome['id']}, length", list(halves), until)
                days = phase["tot"] and [phase["tot"]["minstens"], phase["tot"]["hoogstens"]]
                dated = case.first_day and not unemployment  # WW 16: on the first day of unemployment, whenever that is
                compare(f"{outcome['id']}, last days", [last_day(case, one) for one in halves] if dated else None, days)
    return found


def bounds(amounts: list[Fraction | None], told: dict[str, Any]) -> tuple[Any, Any]:
    """Give the least and most that was found here, and in an answer; unknown when one of them is."""
    known_ones = [one for one in amounts if one is not None]
    ours = (None, None) if len(known_ones) < len(amounts) else (in_cents(min(known_ones)), in_cents(max(known_ones)))
    return ours, (told["minstens"], told["hoogstens"])
