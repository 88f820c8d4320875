"""The wage of an ill employee, and the minimum wage as its floor (BW 7:629(1))."""

from __future__ import annotations

from fractions import Fraction

from calculators.frame.money import euros, euros_in_a_sum, number_in_words, percent
from calculators.frame.terms import Certainty
from calculators.wie_betaalt_wat.month import WEEKS_IN_MONTH, Month
from calculators.wie_betaalt_wat.post import Finding, LeftOut, NotDue, Post


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
    certainty: Certainty = "wet" if amount == duty else "cao-of-polis"
    return Post("werkgever", "werknemer", amount, certainty, formula + said, ("bw-7-629",))


def percentage(month: Month) -> Fraction:
    """Return the percentage of the wage that is paid for hours not worked."""
    return month.case.loon_jaar_1 if month.year == 1 else month.case.loon_jaar_2


def hours_worked(month: Month) -> Fraction | None:
    """Return the hours a week for which the wage of hours worked is paid, at most those of the contract.

    In a placement every hour has the percentage of the year: None.
    """
    return min(month.hours_at_host, month.case.uren_per_week) if month.stage == "detachering" else None


def share(hours: Fraction, month: Month) -> Fraction:
    """Return hours as a share of those of the contract."""
    return hours / month.case.uren_per_week


def wage_of(hours: Fraction, month: Month) -> Fraction:
    """Return the wage a month of hours worked."""
    return month.case.bruto_maandloon * share(hours, month) * month.case.loon_gewerkte_uren / 100


def legal_duty(month: Month) -> tuple[Fraction | None, str]:
    """Return 70 percent of the wage up to the maximum daily wage, and how to say it (BW 7:629(1)).

    Who has recovered and works is owed the whole wage. None when the percentage of that day is not known.
    """
    gross = month.case.bruto_maandloon
    if month.recovered:
        return gross, ""
    known = month.figures("loon.percentage", "loon.dagen_per_maand")
    if isinstance(known, LeftOut):
        return None, ". Wat de wet voor deze dagen minstens vraagt, weten wij niet"
    rate, days = known
    highest = month.figures("loon.maximumdagloon")
    counted = gross if isinstance(highest, LeftOut) else min(gross, highest[0] * days)
    duty = counted * rate / 100
    said = f". De wet vraagt minstens {euros(duty)}: {percent(rate)} van het loon tot het maximumdagloon"
    if isinstance(highest, LeftOut):
        said += " (dat voor deze dagen nog niet bekend is)"
    return duty, said + ("; in het eerste ziektejaar nooit onder het minimumloon" if month.year == 1 else "")


def aanvulling_minimumloon(month: Month) -> Finding:
    """What the wage lacks to the minimum wage; it may not lack any in the first 52 counted weeks (BW 7:629(1)).

    The floor is never more than the wage of the contract.
    """
    case = month.case
    wage = month.amount("loon")
    if not month.paid_by_own_employer or month.year != 1 or wage >= case.bruto_maandloon:
        return NotDue()
    hourly = month.figures("loon.minimumloon_uur")
    if isinstance(hourly, LeftOut):
        return hourly
    minimum = hourly[0] * case.uren_per_week * WEEKS_IN_MONTH
    return Post(
        "werkgever",
        "werknemer",
        max(Fraction(0), min(minimum, case.bruto_maandloon) - wage),
        "wet",
        f"Ondergrens: {euros(hourly[0])} × {number_in_words(case.uren_per_week)} uur × 52 / 12 = "
        f"{euros_in_a_sum(minimum)}, nooit meer dan het contractloon; daarvan is al {euros_in_a_sum(wage)} betaald",
        ("bw-7-629", *month.law.sources("loon.minimumloon_uur")),
    )
