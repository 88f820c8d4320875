"""What WGA, IVA and WW are a month, alone and beside income (Wet WIA 51-62, WW 20, 42 and 47), in exact fractions.

One function for each article. Amounts are gross, with holiday pay, for a whole calendar month. ``situations.py`` puts
them in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.frame.money import to_cent
from calculators.inkomen_na_104_weken.form import Situation
from calculators.law.book import Law

LAST_YEAR_OF_WHOLE_MONTHS = 2015
"""Years of work up to and including this one count for a whole month, also beyond ten (Wet WIA 59(2)(b))."""

CLASSES = (1, 2, 3, 4)
"""The classes of disability between 35 and 80 percent; class n begins at ``wia.klasse_n_vanaf`` (Wet WIA 61(6))."""

SHORTEST_AND_LONGEST = {
    "wia": ("wia.wga_kortst_maanden", "wia.wga_langst_maanden"),
    "ww": ("ww.kortste_maanden", "ww.langste_maanden"),
}
HALF = Fraction(1, 2)
ZERO = Fraction(0)


@dataclass(frozen=True)
class OldWage:
    """The wage of before: ``uncapped`` a month, and ``month``, that up to the maximum daily wage (Wet WIA 13).

    ``factor`` is C/D: it shrinks income in the same measure. When the maximum is not known, nothing is capped, and
    ``maximum_known`` says so. ``told`` is what to say about the daily wage of the letter; empty when nothing.
    """

    uncapped: Fraction
    month: Fraction
    maximum_known: bool
    told: str = ""

    @property
    def factor(self) -> Fraction:
        """Return C/D of Wet WIA 52, 61 and WW 47; 1 without a maximum, and when there was no wage."""
        return self.month / self.uncapped if self.uncapped else Fraction(1)

    def counted(self, income: Fraction) -> Fraction:
        """Return income as the formulas count it: B x C/D, in whole cents."""
        return in_cents(income * self.factor)


@dataclass(frozen=True)
class Months:
    """A length in months, in halves: the least and the most."""

    least: Fraction
    most: Fraction


@dataclass(frozen=True)
class Capacity:
    """What somebody can earn a month, and the class percentage of the follow-up benefit (None: not known that day).

    ``free`` says that no income is required: he can earn at most 20 percent an hour (Wet WIA 60(3)).
    """

    month: Fraction
    class_percentage: Fraction | None
    free: bool = False


@dataclass(frozen=True)
class Benefit:
    """A benefit a month and its kind; the amount is None when a figure that it needs is not known.

    ``less`` is what comes off the wage of before it is multiplied; None when the amount is a part of the minimum wage.
    """

    kind: str
    amount: Fraction | None
    less: Fraction | None


def in_cents(amount: Fraction) -> Fraction:
    """Return a wage in whole cents, half up. No law says how to round; so whoever works a printed sum out finds it."""
    return Fraction(to_cent(amount))


def percentage(law: Law, figure_id: str) -> Fraction:
    """Return a whole percentage of the law as a fraction of one."""
    return Fraction(law.number(figure_id), 100)


def old_wage(case: Situation, law: Law) -> OldWage:
    """Return the wage of before a month: 21,75 times the daily wage, which is 1/261 of a year's (Wet WIA 13).

    A daily wage is at most the maximum. One that is the maximum of an earlier half-year was revised with it (14(1)).
    """
    days, maximum = law.get("loon.dagen_per_maand"), law.get("loon.maximumdagloon")
    by_month = with_holiday_pay(Fraction(case.bruto_maandloon or 0), case)
    most = None if days is None or maximum is None else Fraction(maximum) * Fraction(days)
    uncapped, told = by_month, ""
    most = None if most is None else in_cents(most)
    if case.wia_dagloon is not None and days is not None:
        day = case.wia_dagloon
        if maximum is not None and day in law.earlier("loon.maximumdagloon"):
            day, told = maximum, "dagloon-van-eerder"
        elif maximum is not None and day > maximum:
            told = "dagloon-te-hoog"
        uncapped = in_cents(Fraction(day) * Fraction(days))
        if most is not None and uncapped >= most:  # the letter names the maximum: what was above it, the wage knows
            uncapped = max(uncapped, by_month)
    return OldWage(uncapped, uncapped if most is None else min(uncapped, most), most is not None, told)


def with_holiday_pay(wage: Fraction, case: Situation) -> Fraction:
    """Return a wage a month with the holiday pay that is saved up in it (Inkomensbesluit 4:1(8)): for the WIA."""
    return in_cents(wage * (100 + Fraction(case.vakantiebijslag)) / 100)


def minimum_wage(law: Law) -> Fraction | None:
    """Return the minimum wage a month with holiday pay (Wet WIA 12(1)(b)), or None when it is not known."""
    found = law.get("loon.minimumloon_maand")
    return None if found is None else in_cents(Fraction(found) * (1 + percentage(law, "loon.vakantiebijslag")))


def wage_related(wage: OldWage, income: Fraction, rate: Fraction) -> Fraction:
    """Return 0,75 or 0,7 x (A - B x C/D), never less than nothing (Wet WIA 61(1), WW 47(1))."""
    return rate * max(ZERO, wage.month - wage.counted(income))


def unemployment(wage: OldWage, income: Fraction, rate: Fraction, law: Law) -> Fraction:
    """Return the WW: as the wage-related WGA, but nothing above 87,5 percent of the wage (WW 20(1)(c), 47).

    ``income`` is the wage that is paid in the month, so without holiday pay but in the one month in which that is paid
    (Inkomensbesluit 4:1(10)).
    """
    return ZERO if is_above_limit(wage, income, law) else wage_related(wage, income, rate)


def is_above_limit(wage: OldWage, income: Fraction, law: Law) -> bool:
    """Say whether income is so high that the right to WW ends (WW 20(1)(c))."""
    limit = law.get("ww.eindgrens_percentage")
    return limit is not None and income * wage.factor > wage.month * Fraction(limit) / 100


def lasting(wage: OldWage, income: Fraction, law: Law) -> Fraction:
    """Return the IVA: 75 percent of the wage, less 70 percent of income (Wet WIA 51 and 52(1))."""
    full = wage.month * percentage(law, "wia.iva_percentage")
    return max(ZERO, full - wage.counted(income) * percentage(law, "wia.verrekening_percentage"))


def required_income(capacity: Capacity, law: Law) -> Fraction:
    """Return the required income: half of what somebody can earn (Wet WIA 60(2))."""
    return capacity.month * percentage(law, "wia.wga_inkomenseis")


def after_wage_related(wage: OldWage, income: Fraction, capacity: Capacity, law: Law) -> Benefit:
    """Return the WGA after the wage-related part (Wet WIA 60, 61(2), (4), (5) and 62(1)).

    With at least the required income it is the wage supplement: by what is earned from the whole capacity on, and by
    the capacity itself below it, but never less than the follow-up benefit, itself at most what it would be by what is
    earned. With less it is the follow-up benefit, from which income takes nothing.
    """
    rate = percentage(law, "wia.wga_percentage")
    by_income = wage_related(wage, income, rate)
    if capacity.free or income >= capacity.month:
        return Benefit("loonaanvulling", by_income, wage.counted(income))
    follow_up = follow_up_benefit(wage, capacity, law)
    if income < required_income(capacity, law):
        return Benefit("vervolguitkering", follow_up, None)
    supplement = wage_related(wage, capacity.month, rate)
    if follow_up is None or supplement >= min(follow_up, by_income):
        return Benefit("loonaanvulling", supplement, wage.counted(capacity.month))
    if follow_up <= by_income:
        return Benefit("loonaanvulling", follow_up, None)
    return Benefit("loonaanvulling", by_income, wage.counted(income))


def follow_up_benefit(wage: OldWage, capacity: Capacity, law: Law) -> Fraction | None:
    """Return the class percentage of the minimum wage, or of the wage of before when that is lower (62(1))."""
    minimum = minimum_wage(law)
    if minimum is None or capacity.class_percentage is None:
        return None
    return capacity.class_percentage * min(minimum, wage.month)


def class_of(disability: Fraction, law: Law) -> int:
    """Return the class of a percentage: 1 from 35, 2 from 45, 3 from 55, 4 from 65 percent (Wet WIA 61(6))."""
    return 1 + sum(disability >= law.number(f"wia.klasse_{number}_vanaf") for number in CLASSES[1:])


def class_borders(number: int, law: Law) -> tuple[int, int]:
    """Return the percentage at which a class begins, and the one at which the next begins."""
    starts = [law.number("wia.ondergrens"), *(law.number(f"wia.klasse_{one}_vanaf") for one in CLASSES[1:])]
    ends = [*starts[1:], law.number("wia.volledig")]
    return starts[number - 1], ends[number - 1]


def class_percentage(number: int, law: Law) -> Fraction | None:
    """Return the part of the minimum wage that a class gives, or None when it is not known on that day."""
    found = law.get(f"wia.klasse_{number}_percentage")
    return None if found is None else Fraction(found) / 100


def length(case: Situation, start: date, subject: str, law: Law) -> Months:
    """Return how long the wage-related WGA (``wia``) or the WW (``ww``) lasts (Wet WIA 59(1)-(2), WW 42(1)-(2)).

    Without the years of work it is between the shortest and the longest; without those of before 2016, or with too few
    of them, between as many as possible after it and none.
    """
    shortest, longest = (Fraction(law.number(name)) for name in SHORTEST_AND_LONGEST[subject])
    if lasts_shortest(case, subject):
        return Months(shortest, shortest)
    earned = months_earned(case, start, subject, law)
    if earned is None:
        return Months(shortest, longest)
    return Months(*(min(longest, max(shortest, one)) for one in (earned.least, earned.most)))


def lasts_shortest(case: Situation, subject: str) -> bool:
    """Say whether too few of the last years had enough wage, so that no year of work counts (WW 42(1) and (2))."""
    return subject == "ww" and case.vier_van_vijf_jaar == "nee"


def months_earned(case: Situation, start: date, subject: str, law: Law) -> Months | None:
    """Return what the years of work give, before the shortest and the longest; None without those years."""
    if case.arbeidsverleden is None:
        return None
    years = int(case.arbeidsverleden)
    whole = law.number(f"{subject}.arbeidsverleden_heel")
    if case.arbeidsverleden_voor_2016 is None or too_few_before_2016(case, start):
        before = (max(0, years - years_after_2015(start)), years)
    else:
        before = (int(case.arbeidsverleden_voor_2016), int(case.arbeidsverleden_voor_2016))
    return Months(*(months_of_work(years, some, whole) for some in before))


def years_after_2015(start: date) -> int:
    """Return how many years of work can lie after 2015: up to the year before the benefit begins (Wet WIA 15(1)(a))."""
    return max(0, start.year - 1 - LAST_YEAR_OF_WHOLE_MONTHS)


def too_few_before_2016(case: Situation, start: date) -> bool:
    """Say whether more years would lie after 2015 than there were."""
    if case.arbeidsverleden is None or case.arbeidsverleden_voor_2016 is None:
        return False
    return case.arbeidsverleden - case.arbeidsverleden_voor_2016 > years_after_2015(start)


def months_of_work(years: int, before_2016: int, whole: int) -> Fraction:
    """Return the months for years of work: one for each of the first ten, and beyond them one or a half.

    The oldest years are the first ten; the law does not say so in as many words, and UWV counts so.
    """
    beyond = max(0, years - whole)
    beyond_before = min(beyond, max(0, before_2016 - whole))
    return min(years, whole) + beyond_before + (beyond - beyond_before) * HALF
