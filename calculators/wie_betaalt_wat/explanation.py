"""Who pays what in words: the first sentence, the steps and the warnings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from calculators.frame.dates import in_words, with_weekday
from calculators.frame.money import number_in_words, percent
from calculators.frame.result import Caution, Result, Step
from calculators.law.benefits import aow_comes_first
from calculators.law.cautions import cautions
from calculators.law.late_application import right_from_later
from calculators.wie_betaalt_wat import rules
from calculators.wie_betaalt_wat.card import card, headline
from calculators.wie_betaalt_wat.form import MoneyInput
from calculators.wie_betaalt_wat.month import WEEKS_IN_MONTH
from calculators.wie_betaalt_wat.not_computed import not_computed
from calculators.wie_betaalt_wat.periods import MoneyPeriod
from calculators.wie_betaalt_wat.post import LeftOut
from calculators.wie_betaalt_wat.posts.wage import minimum_wage
from calculators.wie_betaalt_wat.rules import Money
from calculators.wie_betaalt_wat.wording import post_ids, words

ADMISSION = date(2027, 1, 1)
"""The day from which a lender needs an admission or an exemption (Waadi 12a, 12e)."""


def calculate(case: MoneyInput) -> Result[Money]:
    """Return the money of a case with its explanation."""
    money = rules.calculate(case)
    return Result(
        headline=headline(money),
        outcome=money,
        steps=tuple(steps(money)),
        warnings=tuple(warnings(money)),
        not_computed=tuple(not_computed(money)),
        law=money.law,
        card=card(money),
    )


def _first_wia_day(money: Money) -> str:
    """Return the first WIA day, or that none comes, or from when there can be a WIA (Wet WIA 43(g), 64(11))."""
    if later := " ".join(right_from_later(money.case, money.ends, money.law)):
        return f". {later}"
    if aow_comes_first(money.case.aow_datum, money.ends.first_wia_day):
        return ". De AOW begint voordat de WIA kan ingaan: er komt dan geen WIA-uitkering."
    return f" en de eerste WIA-dag is {with_weekday(money.ends.first_wia_day)}."


def steps(money: Money) -> Iterator[Step]:
    """Yield how the sums were made. The formula of each item stands with the item itself."""
    case, end = money.case, money.ends
    yield Step(
        f"De eerste ziektedag is {with_weekday(end.period.first_day)}. De wachttijd eindigt op "
        f"{with_weekday(end.waiting_period)}{_first_wia_day(money)}",
        ("wet-wia-23",),
    )
    if case.has_employer:
        yield Step(
            f"De eigen werkgever betaalt loon tot en met {with_weekday(end.wages)}, zolang het contract bij hem duurt. "
            "Begint er een nieuw contract, dan rekenen wij alsof het oude stopt.",
            ("bw-7-629",),
        )
    if case.loon_stappen:
        steps_of_wage = "; ".join(f"vanaf week {one.start} {percent(one.value)}" for one in case.loon_stappen)
        yield Step(f"Het loon bij ziekte gaat in stappen, geteld in ziekteweken: {steps_of_wage}.")
    if any(one.own_hours for one in money.periods):
        yield Step(
            "Voor uren bij de eigen werkgever telt het loon voor gewerkte uren, "
            f"{percent(case.loon_gewerkte_uren)}. Voor de andere uren telt het loon bij ziekte.",
        )
    yield Step(
        "De tijd is verdeeld in perioden waarin niets verandert: de plek, het ziektejaar en de cijfers van de wet "
        f"blijven in elke periode gelijk. Dat zijn er {len(money.periods)}."
    )
    yield Step(
        f"Een maand is 52 / 12 weken, dus {number_in_words(WEEKS_IN_MONTH, places=4)} weken. Een bedrag in een periode "
        "is het maandbedrag × 12 / 52 / 7 × het aantal dagen."
    )
    if lent := [one for one in money.periods if one.is_about("inleenvergoeding")]:
        vat = money.law.on(lent[0].days.first).in_words("btw.uitlenen")
        yield Step(
            f"Over een inleenvergoeding komt in de regel {vat} % btw, ook bij detachering in het tweede spoor. "
            "Er zijn uitzonderingen, bijvoorbeeld een vrijstelling. Vraag de Belastingdienst vooraf of er een geldt. "
            "Wie tegen een vergoeding uitleent, meldt dat in het Handelsregister (Waadi), tenzij ook daar een "
            "uitzondering geldt.",
            ("btw-besluit-personeel", "waadi-1", "waadi-7a"),
        )
        if lent[-1].days.last >= ADMISSION:
            yield Step(
                f"Vanaf {in_words(ADMISSION)} is voor uitlenen tegen een vergoeding ook een toelating of ontheffing "
                "nodig (Wtta). Hulp zonder winst valt erbuiten. De inlener gaat na of de uitlener mag uitlenen.",
                ("waadi-12a", "waadi-12e", "wtta-start-2027"),
            )
    yield Step("Elk bedrag is één keer afgerond op hele centen. Totalen zijn de som van die afgeronde bedragen.")


def warnings(money: Money) -> Iterator[Caution]:
    """Yield what the reader must know before using the amounts."""
    case = money.case
    yield from cautions(case, money.ends, money.law, money.stays)
    below = [one.days.first for one in money.periods if _below_minimum_wage(one, money)]
    if below:
        allowed = (
            "Dat mag alleen met loondispensatie van UWV. Dan geldt het lagere bedrag uit dat besluit, ook bij ziekte."
            if case.uitkering == "Wajong"
            else "Kijk het loon na."
        )
        yield Caution(
            "onder-minimumloon",
            f"Het ingevulde loon ligt vanaf {in_words(below[0])} onder het minimumloon voor deze uren. {allowed}",
            ("wet-minimumloon", *(("wajong-2025",) if case.uitkering == "Wajong" else ())),
        )
    duty = money.law.get("loon.percentage")
    if duty is not None and min(_percentages(money)) < duty:
        yield Caution(
            "onder-wettelijke-plicht",
            f"U hebt een percentage onder {number_in_words(duty)} procent ingevuld. De wet vraagt minstens "
            f"{number_in_words(duty)} procent van het loon, tot het maximumdagloon. Een cao of contract mag niet "
            "minder geven (BW 7:629 lid 9).",
            ("bw-7-629",),
        )
    yield from _not_known_yet(money)


def _percentages(money: Money) -> Iterator[Fraction]:
    """Yield the percentages of the wage that were filled in, or that hold where nothing was."""
    case = money.case
    yield from (Fraction(since.value) for since in case.loon_stappen)
    if not case.loon_stappen:
        yield case.loon_jaar_1
        yield case.loon_jaar_2
    if any(one.stage == "detachering" or one.own_hours for one in money.periods):
        yield case.loon_gewerkte_uren


def _not_known_yet(money: Money) -> Iterator[Caution]:
    """Say in one line from when amounts of the law are not known; which ones, the items that lack them say."""
    periods = [one for one in money.periods if one.unknown]
    if periods:
        left_out = {post_id for one in periods for post_id, why in one.left_out.items() if why.figures}
        fill_in = [words(post_id).zelf_invullen for post_id in post_ids() if post_id in left_out]
        yield Caution(
            "bedragen-onbekend",
            f"Vanaf {in_words(periods[0].days.first)} kennen wij niet alle bedragen van de wet. Wat daarvan "
            "afhangt, staat dan niet in de bedragen." + "".join(f" {text}" for text in fill_in if text),
        )


def _below_minimum_wage(one: MoneyPeriod, money: Money) -> bool:
    """Say whether a wage paid in this period lies under the minimum wage for its hours, as far as that is known."""
    case = money.case
    wages = [
        (wage, hours)
        for post_id, wage, hours in (
            ("loon", case.bruto_maandloon, case.uren_per_week),
            ("nieuw-loon", case.nieuw_maandloon, case.nieuwe_uren_per_week),
        )
        if one.has(post_id) and wage is not None and hours is not None
    ]
    hourly = minimum_wage(money.law.on(one.days.first), case.leeftijd) if wages else LeftOut()
    if isinstance(hourly, LeftOut):
        return False
    return any(wage < hourly.amount * hours * WEEKS_IN_MONTH for wage, hours in wages)
