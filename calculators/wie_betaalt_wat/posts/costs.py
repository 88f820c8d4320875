"""What comes on top of a wage: holiday pay (Wet minimumloon 15) and the employer's premiums (Wfsv, Zvw)."""

from __future__ import annotations

from fractions import Fraction

from calculators.frame.dates import MONTHS_IN_YEAR
from calculators.frame.money import euros, euros_in_a_sum, number_in_words, percent
from calculators.law.parameters import figure
from calculators.wie_betaalt_wat.month import Month
from calculators.wie_betaalt_wat.post import Finding, LeftOut, NotDue, Post

WAGES = ("loon", "aanvulling-minimumloon", "nieuw-loon")


def vakantiebijslag(month: Month) -> Finding:
    """Holiday pay over the wage of this month; the law asks it over three times the minimum wage at most (15(1))."""
    gross = month.total(*WAGES)
    if isinstance(gross, LeftOut):
        return gross if gross.figures else NotDue()
    if not gross:
        return NotDue()
    rate, least = month.case.vakantiebijslag, month.law.get("loon.vakantiebijslag")
    amount, (said, more) = gross * rate / 100, what_the_law_asks(month, gross)
    return Post(
        payer(month),
        "werknemer",
        amount,
        "wet" if rate == least and not said else "cao-of-polis",
        f"{percent(rate)} van {euros_in_a_sum(gross)} = {euros(amount)}{said}",
        (*(("wet-minimumloon",) if least is None else month.law.sources("loon.vakantiebijslag")), *more),
    )


def what_the_law_asks(month: Month, gross: Fraction) -> tuple[str, tuple[str, ...]]:
    """Say over how much wage the law asks holiday pay, with its sources, where this wage may be above it; else nothing.

    It is three times the amount a month of Wet minimumloon 8(1)(b), as 15(2) names it, on average over the time that is
    paid for. 8(1)(c) has 15 applied in proportion to a week of 36 hours, which may mean: more or less for who works
    other hours. So that is said where it makes a difference. All this decides a mark and no amount, and one not known
    yet is taken as the nearest known.
    """
    times, monthly = month.law.number("loon.vakantiebijslag_keer_minimumloon"), "loon.minimumloon_maand"
    most = times * Fraction(figure(monthly).nearest(month.day))
    hours = month.case.nieuwe_uren_per_week if month.stage == "dienstverband" else month.case.uren_per_week
    by_hours = most if hours is None else most * hours / month.law.number("loon.vakantiebijslag_week_uren")
    if gross <= min(most, by_hours):
        return "", ()
    known = month.law.get(monthly)  # asked only here, so that no other period is cut where it changes
    last = ", naar het laatste bedrag dat wij kennen" if known is None else ""
    said = (
        f". De wet vraagt het alleen over loon tot {times} keer het minimumloon van een maand. Dat is "
        f"ongeveer {euros(most)}{last}"
    )
    if gross <= max(most, by_hours):
        said += f". Gaat die grens mee met de uren, dan is het ongeveer {euros(by_hours)}. Dat is niet zeker"
    return said, month.law.sources(monthly)


def werkgeverslasten(month: Month) -> Finding:
    """Premiums over wage and holiday pay, up to the maximum premium wage; or the percentage that was filled in."""
    base, own = month.total(*WAGES, "vakantiebijslag"), month.case.werkgeverslasten
    if isinstance(base, LeftOut):
        return base if base.figures else NotDue()
    if not base:
        return NotDue()
    if own is not None:
        amount = base * own / 100
        formula = f"{percent(own)} van {euros_in_a_sum(base)} = {euros(amount)}, zoals ingevuld"
        return Post(payer(month), "fiscus", amount, "afspraak", formula)
    figures = month.figures(*premiums(month), "premies.maximum_premieloon_jaar")
    if isinstance(figures, LeftOut):
        return figures
    *rates, maximum = figures
    rate, counted = sum(rates), min(base, maximum / MONTHS_IN_YEAR)
    amount = counted * rate / 100
    said = (
        "vanaf de maand van de AOW alleen de Zvw"
        if month.in_aow_month
        else f"{' + '.join(number_in_words(one) for one in rates)} = {percent(rate)}"
    )
    formula = f"{said}; {percent(rate)} van {euros_in_a_sum(counted)} = {euros(amount)}"
    sources = (*month.law.sources(premiums(month)[0]), *(("premies-aow-leeftijd",) if month.in_aow_month else ()))
    return Post(payer(month), "fiscus", amount, "wet", formula, sources)


def premiums(month: Month) -> tuple[str, ...]:
    """Return the ids of the premiums that this employer pays for this contract.

    From the first day of the calendar month of the AOW age on there are no premiums for the employee insurances.
    """
    if month.in_aow_month:
        return ("premies.zvw",)
    return (
        "premies.awf_laag" if month.case.contract == "vast" else "premies.awf_hoog",
        "premies.aof_klein" if month.case.werkgever_grootte == "klein" else "premies.aof_groot",
        "premies.wko",
        "premies.whk_gemiddeld",
        "premies.zvw",
    )


def payer(month: Month) -> str:
    """Return who pays on top of the wage: who pays the wage."""
    return "inlener" if month.stage == "dienstverband" else "werkgever"
