"""One case of who pays what, in the words of the form (the keys of a link), and the figures it needs."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

from calculators.law.parameters import UnknownFigure, figure
from tests.oracle.naive_case import Case, read_case

# Every figure that some item needs.
FIGURES = (
    "loon.minimumloon_uur",
    "loon.minimumloon_maand",
    "loon.maximumdagloon",
    *(f"loon.jeugdloon_{age}_percentage" for age in range(15, 21)),
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


@dataclass(frozen=True)
class MoneyCase:
    """What somebody filled in."""

    timeline: Case
    wage: Fraction
    hours: Fraction
    percentage_year_1: Fraction = Fraction(100)
    percentage_later: Fraction = Fraction(70)
    percentage_worked: Fraction = Fraction(100)
    # From a counted week on, the percentage: in place of the two of the years.
    steps: tuple[tuple[int, Fraction], ...] = ()
    # From a day on, the hours a week worked at the own employer.
    own_work: tuple[tuple[date, Fraction], ...] = ()
    age: int | None = None
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
    benefit_beside_work: Fraction | None = None
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

    def rows(key: str) -> list[list[str]]:
        return [row.split(":") for row in values.get(key, "").split(",") if row]

    hours = number_or("uren-per-week", 0)
    return MoneyCase(
        timeline=read_case(values),
        wage=number_or("bruto-maandloon", 0),
        hours=hours,
        percentage_year_1=number_or("loon-jaar-1", 100),
        percentage_later=number_or("loon-jaar-2", 70),
        percentage_worked=number_or("loon-gewerkte-uren", 100),
        steps=tuple((int(week), Fraction(percentage)) for week, percentage in rows("loon-stappen")),
        own_work=tuple((date.fromisoformat(day), Fraction(worked)) for day, worked in rows("eigen-werk")),
        age=int(values["leeftijd"]) if values.get("leeftijd") else None,
        holiday_pay=number_or("vakantiebijslag", 8),
        small=values.get("werkgever-grootte", "klein") == "klein",
        permanent=values.get("contract", "vast") == "vast",
        own_on_costs=number("werkgeverslasten"),
        host_hours=number_or("plaats-uren-per-week", hours),
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
        benefit_beside_work=number("uitkering-naast-werk"),
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


@cache
def nearest_known(figure_id: str, day: date) -> Fraction:
    """Give the figure of a day; when it is not known, of the last day before, or else of the first day after."""
    before = (day - timedelta(days=days) for days in range(4000))
    after = (day + timedelta(days=days) for days in range(4000))
    return next(found for one in (*before, *after) if (found := known(figure_id, one)) is not None)


# WML 7: the adult minimum wage is owed from this age on.
ADULT_AGE = 21


def minimum_hourly_wage(case: MoneyCase, day: date) -> Fraction | None:
    """WML 7(3) and 8: the minimum wage; under 21 a percentage of it by age, in whole cents as it is published.

    (January 2026: 14.71, and 11.77 at 20, 8.83 at 19, 7.36 at 18.) None when not known on that day.
    """
    adult = known("loon.minimumloon_uur", day)
    if case.age is None or case.age >= ADULT_AGE or adult is None:
        return adult
    percentage = known(f"loon.jeugdloon_{case.age}_percentage", day)
    return None if percentage is None else Fraction(to_cent(adult * percentage / 100))


def to_cent(amount: Fraction) -> Decimal:
    """Round half up to the cent, once."""
    cents = amount * 100
    whole = cents.numerator // cents.denominator
    if cents - whole >= Fraction(1, 2):
        whole += 1
    return Decimal(whole) / 100
