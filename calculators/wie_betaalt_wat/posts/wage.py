"""The wage of an ill employee, and the minimum wage as its floor (BW 7:629(1))."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calculators.frame.money import euros, euros_in_a_sum, number_in_words, percent, to_cent
from calculators.frame.step_fields import value_on
from calculators.frame.terms import Certainty
from calculators.law.book import Law
from calculators.law.parameters import figure
from calculators.wie_betaalt_wat.month import WEEKS_IN_MONTH, Month, figures_of
from calculators.wie_betaalt_wat.post import Finding, LeftOut, NotDue, Post

ADULT = 21
"""The age from which the whole minimum wage holds."""


def loon(month: Month) -> Finding:
    """A percentage of the wage, and more for the hours worked; all of it for who has recovered and works."""
    if not month.paid_by_own_employer:
        return NotDue()
    gross = month.case.bruto_maandloon
    rate, worked = percentage(month), hours_worked(month)
    if month.recovered:
        amount, formula = gross, f"hersteld: het hele loon, {euros(gross)}"
    elif worked is not None:
        for_worked, rest = wage_of(worked, month), gross * (1 - share(worked, month)) * rate / 100
        amount = for_worked + rest
        formula = (
            f"{number_in_words(worked)} van {number_in_words(month.case.uren_per_week)} uur gewerkt: "
            f"{percent(month.case.loon_gewerkte_uren)} van dat deel van {euros(gross)} = {euros_in_a_sum(for_worked)}; "
            f"voor de andere uren {percent(rate)} = {euros_in_a_sum(rest)}"
        )
    else:
        amount = gross * rate / 100
        formula = f"{percent(rate)} van {euros(gross)} = {euros(amount)}"
    duty, said = legal_duty(month)
    floor = _floor(month, duty)
    said += floor[0]
    is_sure = month.recovered or not month.own_hours
    certainty: Certainty = "wet" if amount == duty and is_sure else "cao-of-polis"
    return Post("werkgever", "werknemer", amount, certainty, formula + said, ("bw-7-629", *floor[1]))


def percentage(month: Month) -> Fraction:
    """Return the percentage of the wage that is paid for hours not worked: by week, or by year of illness."""
    by_week = value_on(month.case.loon_stappen, month.week)
    if by_week is not None:
        return Fraction(by_week)
    return month.case.loon_jaar_1 if month.year == 1 else month.case.loon_jaar_2


def hours_worked(month: Month) -> Fraction | None:
    """Return the hours a week for which the wage of hours worked is paid, at most those of the contract.

    Those are the hours at the own employer, and on secondment also those at the host. Hours in a placement have the
    percentage of illness. None when there are no such hours.
    """
    if month.stage != "detachering":
        return month.own_hours or None
    return min(month.hours_at_host + month.own_hours, month.case.uren_per_week)


def share(hours: Fraction, month: Month) -> Fraction:
    """Return hours as a share of those of the contract."""
    return hours / month.case.uren_per_week


def wage_of(hours: Fraction, month: Month) -> Fraction:
    """Return the wage a month of hours worked."""
    return month.case.bruto_maandloon * share(hours, month) * month.case.loon_gewerkte_uren / 100


def legal_duty(month: Month) -> tuple[Fraction | None, str]:
    """Return 70 percent of the wage up to the maximum daily wage, and how to say it (BW 7:629(1)).

    Who has recovered and works is owed the whole wage; of hours in the own work while ill lawyers disagree. None when
    the percentage of that day is not known. A maximum that is not known yet is taken as the nearest known: that decides
    a mark, and the amount is not said.
    """
    gross = month.case.bruto_maandloon
    if month.recovered:
        return gross, ""
    known = month.figures("loon.percentage", "loon.dagen_per_maand")
    if isinstance(known, LeftOut):
        return None, ". Wat de wet voor deze dagen minstens vraagt, weten wij niet"
    rate, days = known
    highest = month.law.get("loon.maximumdagloon")
    counted = figure("loon.maximumdagloon").nearest(month.day) if highest is None else highest
    duty = min(gross, Fraction(counted) * days) * rate / 100
    # Paragraph 1 is about who did not do the agreed work; whether some hours of it have the whole wage, it leaves open.
    worked = (
        "Voor uren in het eigen werk is het vaak het hele loon; of de wet dat vraagt, is niet zeker. Zou iemand "
        "helemaal niet werken, dan vraagt de wet"
    )
    own = worked if month.own_hours else "De wet vraagt"
    share_of_wage = f"{percent(rate)} van het loon tot het maximumdagloon"
    if highest is None:
        return duty, f". {own} {share_of_wage}. Dat maximum kennen wij voor deze dagen niet"
    return duty, f". {own} minstens {euros(duty)}: {share_of_wage}"


def _floor(month: Month, duty: Fraction | None) -> tuple[str, tuple[str, ...]]:
    """Say that the minimum wage is the floor of the first year, and how much that is where it is more than the duty.

    Returned with the sources of that amount.
    """
    if month.year != 1 or duty is None or month.recovered:
        return "", ()
    floor = minimum_wage(month.law, month.case.leeftijd)
    if isinstance(floor, LeftOut):
        known = euros(figure("loon.minimumloon_uur").nearest(month.day))
        return (
            ". In het eerste ziektejaar is het minstens het minimumloon. Ook dat kennen wij voor deze dagen niet; het "
            f"naaste bedrag is {known} per uur vanaf {ADULT} jaar"
        ), ()
    lowest = floor.amount * month.case.uren_per_week * WEEKS_IN_MONTH
    if lowest > duty:
        said = f"; in het eerste ziektejaar is dat minstens het minimumloon, {euros(lowest)}"
        return said + _or_less_by_dispensation(lowest, month), floor.sources
    return "; in het eerste ziektejaar nooit onder het minimumloon", ()


def _or_less_by_dispensation(minimum: Fraction, month: Month) -> str:
    """Name the lower minimum of a decision of UWV (Wajong 2:20 and 3:63): 629(1) asks the one that holds for him."""
    if month.case.uitkering != "Wajong" or minimum <= month.case.bruto_maandloon:
        return ""
    return ", of met loondispensatie het lagere bedrag uit dat besluit"


def aanvulling_minimumloon(month: Month) -> Finding:
    """What the wage lacks to the minimum wage; it may not lack any in the first 52 counted weeks (BW 7:629(1)).

    The law names no more than that. A wage that was filled in below the minimum is warned of, and no more than that
    wage is counted: it may be of a kind that has another minimum.
    """
    case = month.case
    wage = month.amount("loon")
    if not month.paid_by_own_employer or month.year != 1 or wage >= case.bruto_maandloon:
        return NotDue()
    hourly = minimum_wage(month.law, case.leeftijd)
    if isinstance(hourly, LeftOut):
        return hourly
    minimum = hourly.amount * case.uren_per_week * WEEKS_IN_MONTH
    bound = ", hier niet meer dan het ingevulde loon" if minimum > case.bruto_maandloon else ""
    bound += _or_less_by_dispensation(minimum, month)
    return Post(
        "werkgever",
        "werknemer",
        max(Fraction(0), min(minimum, case.bruto_maandloon) - wage),
        "wet",
        f"Ondergrens: {hourly.formula} × {number_in_words(case.uren_per_week)} uur × 52 / 12 = "
        f"{euros_in_a_sum(minimum)}{bound}; daarvan is al {euros_in_a_sum(wage)} betaald",
        ("bw-7-629", *hourly.sources),
    )


@dataclass(frozen=True)
class HourlyWage:
    """The minimum wage of an hour, how it was found, and where."""

    amount: Fraction
    formula: str
    sources: tuple[str, ...]


def minimum_wage(law: Law, age: Fraction | None) -> HourlyWage | LeftOut:
    """Return the minimum wage of an hour; under 21 a part of it, in whole cents (Wet minimumloon 7 and 8)."""
    adult = "loon.minimumloon_uur"
    if age is None or age >= ADULT:
        figures = figures_of(law, adult)
        if isinstance(figures, LeftOut):
            return figures
        return HourlyWage(figures[0], euros(figures[0]), law.sources(adult))
    youth = f"loon.jeugdloon_{age}_percentage"
    figures = figures_of(law, adult, youth)
    if isinstance(figures, LeftOut):
        return figures
    full, rate = figures
    amount = Fraction(to_cent(full * rate / 100))
    formula = f"op {age} jaar {percent(rate)} van {euros(full)} = {euros(amount)}; {euros(amount)}"
    return HourlyWage(amount, formula, (*law.sources(adult), *law.sources(youth)))
