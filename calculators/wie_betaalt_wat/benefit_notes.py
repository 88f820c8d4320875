"""What the amounts leave out of a benefit, or of the AOW after it, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from calculators.frame.dates import days_after, in_words
from calculators.frame.money import euros, euros_in_a_sum
from calculators.frame.result import NotComputed
from calculators.law import sick_pay
from calculators.law.benefits import first_benefit_day, last_benefit_day, no_wia_by_aow
from calculators.law.early_iva import early_iva_day
from calculators.law.sick_pay import has_sick_pay_in_the_wait
from calculators.wie_betaalt_wat.month import course_of
from calculators.wie_betaalt_wat.periods import periods_of
from calculators.wie_betaalt_wat.rules import Money
from calculators.wie_betaalt_wat.wording import words

WAGES = frozenset({"loon", "aanvulling-minimumloon"})


def benefit_without_effect(money: Money) -> str:
    """Return why an amount that was filled in counts on no day: no kind was chosen, or its days are not shown."""
    case, end, row = money.case, money.ends, words("uitkering")
    if case.uitkering in (None, "geen"):
        return row.ontbreekt["soort"]
    first = max(first_benefit_day(case.uitkering, end, money.law), days_after(end.wages, 1))
    if case.uitkering_per_maand and first <= last_benefit_day(case.uitkering, case, end, money.law):
        return row.ontbreekt["na-loon"].format(dag=in_words(first))
    return row.zonder_effect


def benefit_notes(money: Money) -> Iterator[NotComputed]:
    """Yield what is to be known of the benefit, in the order of time."""
    yield from _beside_the_wage(money)
    yield from _sick_pay(money)
    yield from _ww_after_sick_pay(money)
    yield from _later_wia(money)
    yield from _early_iva(money)
    yield from _leave(money)
    yield from _who_bears_it(money)
    yield from _supplement(money)
    yield from _aow(money)


def _beside_the_wage(money: Money) -> Iterator[NotComputed]:
    """Sick pay taken off the wage (ZW 29(2)(e), 29a, 29b; BW 7:629(5)), and a WGA of an earlier illness beside it."""
    has_wages = any(one.has("loon") for one in money.periods)
    if has_wages and money.case.uitkering == "WGA":
        yield NotComputed(
            "wga-van-eerder",
            "Een WGA van voor deze ziekte. Die kan naast het loon doorlopen (Wet WIA artikel 56 en 60). De bedragen "
            "rekenen met een WGA door deze ziekte: die komt na het loon.",
            "UWV",
        )
    parts = []
    if has_wages:
        parts.append(
            "Had de werknemer voor deze baan al Wajong, WIA, WAO of banenafspraak? Of is hij ziek door zwangerschap of "
            "orgaandonatie? Dan betaalt UWV misschien ziekengeld (Ziektewet artikel 29, 29a en 29b). De werkgever "
            "trekt het van het loon af (BW 7:629 lid 5)."
        )
    if money.case.in_dienst is not None:
        parts.append("Bij ziekte in de nieuwe baan betaalt UWV misschien ziekengeld.")
    if parts:
        yield NotComputed(
            "no-risk-ziekengeld",
            f"Ziekengeld naast loon, zoals door de no-riskpolis. {' '.join(parts)} Het staat niet in de bedragen. De "
            "rekenhulp No-riskpolis laat zien of die geldt.",
            "UWV",
        )


def _who_bears_it(money: Money) -> Iterator[NotComputed]:
    """Say that an employer who bears the risk himself pays WGA or sick pay in the end (Wet WIA 82 to 84, ZW 63a)."""
    kind = money.case.uitkering
    if kind in ("WGA", "ZW") and any(one.has("uitkering") for one in money.periods):
        law = "de WGA" if kind == "WGA" else "de Ziektewet"
        yield NotComputed(
            "eigenrisicodrager-betaalt",
            f"Wie de {kind} in het echt betaalt. Was de werkgever van de eerste ziektedag eigenrisicodrager voor "
            f"{law}? Dan komt zij voor zijn rekening, en niet voor die van UWV. Voor de werknemer blijft het bedrag "
            "gelijk.",
            "die werkgever",
        )


def _supplement(money: Money) -> Iterator[NotComputed]:
    """Name the supplement up to the social minimum, which hangs on a partner and other income (Toeslagenwet)."""
    paid = [one for one in money.periods if one.has("uitkering") or (one.has("loon") and (one.year or 1) > 1)]
    if paid:
        yield NotComputed(
            "toeslag",
            "Een toeslag tot het sociaal minimum (Toeslagenwet). Die kan er zijn bij een uitkering, en na het eerste "
            "ziektejaar ook bij loon. Hoeveel het is, hangt af van een partner en van ander inkomen.",
            "UWV",
        )


def _sick_pay(money: Money) -> Iterator[NotComputed]:
    """The days before sick pay, what becomes of a WW in illness, and the test after a year (ZW 19aa, 29(2) and (7))."""
    end, law, kind = money.ends, money.law, money.case.uitkering
    paid = [one for one in money.periods if one.has("uitkering") and one.days.first <= end.waiting_period]
    if not paid or kind not in ("ZW", "WW"):
        return
    if kind == "ZW" and not money.case.has_employer:
        first_paid = law.number("ziektewet.eerste_betaalde_dag")
        yield NotComputed(
            "ziektewet-eerste-dagen",
            f"De eerste {first_paid - 1} ziektedagen. De Ziektewet betaalt vanaf dag {first_paid} (Ziektewet artikel "
            "29 lid 2). Was er toen nog een werkgever? Dan betaalde die misschien loon.",
            "UWV",
            end.period.first_day,
            days_after(end.period.day(first_paid), -1),
        )
    if kind == "WW":
        weeks = law.number("ziektewet.ziek_met_ww_weken")
        yield NotComputed(
            "ww-bij-ziekte",
            f"Of de WW tijdens ziekte anders heet. Na {weeks} weken ziekte komt de Ziektewet in plaats van de WW, met "
            "een bedrag dat op dezelfde manier is berekend (Ziektewet artikel 29 lid 2 en 7). Wie ziek uit dienst "
            "gaat, krijgt meteen Ziektewet. Dan kan het bedrag anders zijn.",
            "UWV",
            paid[0].days.first,
            end.waiting_period,
        )
    weeks = law.number("wachttijd.ezwb_uitkomst_weken")
    year = end.period.end_of_week(weeks)
    if paid[-1].days.last > year:
        more = law.number("ziektewet.ezwb_uitloop_maanden")
        yield NotComputed(
            "ezwb",
            f"De beoordeling van UWV na {weeks} weken. Kan iemand dan meer dan {law.number('wachttijd.ezwb_grens')} "
            f"procent van het oude loon verdienen? Dan stopt de Ziektewet {more} maand later (Ziektewet artikel 19aa). "
            "De bedragen rekenen alsof zij doorloopt.",
            "UWV",
            days_after(year, 1),
            end.waiting_period,
        )


def _ww_after_sick_pay(money: Money) -> Iterator[NotComputed]:
    """A WW that was sick pay until the 104 weeks were over, and is booked again after them (ZW 29(5), WW 19 and 21)."""
    end, booked = money.ends, [one.days for one in money.periods if one.has("uitkering")]
    after = [days for days in booked if days.first > end.waiting_period]
    if money.case.uitkering == "WW" and after and booked[0].first <= end.waiting_period:
        yield NotComputed(
            "ww-na-ziektewet",
            "Of er na de ziekte weer WW is. Na 104 weken stopt het ziekengeld (Ziektewet artikel 29 lid 5). WW kan dan "
            "weer beginnen als er geen WIA komt, voor de tijd die nog over was (Werkloosheidswet artikel 21). De "
            "bedragen rekenen met die WW.",
            "UWV",
            after[0].first,
            after[-1].last,
        )


def _later_wia(money: Money) -> Iterator[NotComputed]:
    """What moves the first WIA day of who has sick pay in the waiting period, if there can be a WIA at all."""
    case, end = money.case, money.ends
    if has_sick_pay_in_the_wait(case.illness, end) and not no_wia_by_aow(case.aow_datum, end, money.law):
        yield from sick_pay.not_computed(case, end)


def _early_iva(money: Money) -> Iterator[NotComputed]:
    """Say what an early IVA would leave of the wage (BW 7:629(5)): UWV has to grant it, so it is named, not booked."""
    case, end = money.case, money.ends
    day = early_iva_day(case, end, money.law)
    if day is None:
        return
    last = money.periods[-1].days.last
    if not case.has_employer or day > end.wages:
        text = "Zij komt in plaats van de Ziektewet."
    else:
        text = f"De werkgever trekt haar van het loon af (BW 7:629 lid 5).{_wage_less_iva(money, day)}"
    yield NotComputed(
        "vervroegde-iva",
        f"Een vervroegde IVA. Die kan op zijn vroegst ingaan op {in_words(day)}, als UWV haar geeft. {text} Dat staat "
        "niet in de bedragen.",
        "UWV",
        day,
        last if last >= day else None,
    )


def _wage_less_iva(money: Money, day: date) -> str:
    """Return what is left of each wage from a day on: it is lessened for as long as both last (BW 7:629(5))."""
    case, end = money.case, money.ends
    if case.uitkering != "IVA" or case.uitkering_per_maand is None:
        return ""
    holiday_pay = money.law.get("loon.vakantiebijslag")
    if holiday_pay is None:
        return ""
    # UWV keeps the holiday pay in the amount apart (Wet WIA 68(1)), and so does the employer: like is taken from like.
    iva, said, before = case.uitkering_per_maand * 100 / (100 + Fraction(holiday_pay)), list[str](), Fraction(0)
    course = course_of(replace(case, in_dienst=None), money.law)
    for one in periods_of(course, min(end.wages, course.last_benefit_day)):
        wage = sum((item.post.per_month for item in one.booked if item.id in WAGES), Fraction(0))
        if one.days.last < day or not wage or wage == before or WAGES & one.left_out.keys():
            continue
        before = wage
        rest = f"{euros_in_a_sum(wage)} − {euros_in_a_sum(iva)} = {euros(wage - iva)}"
        what = f"niets, want het loon is {euros(wage)}" if iva >= wage else rest
        said.append(f"vanaf {in_words(max(one.days.first, day))} {what}")
    return f" Per maand, zonder vakantiegeld, blijft dan van het loon over: {'; '.join(said)}." if said else ""


def _leave(money: Money) -> Iterator[NotComputed]:
    """The benefit in a leave, and the sick pay for an illness by pregnancy or birth (ZW 29a, BW 7:629(5))."""
    owed, ask = "", "UWV"
    if money.case.has_employer:
        ask = "UWV en de loonadministratie"
        owed = (
            " Volgens de wet is de werkgever ook over die uitkering vakantiegeld schuldig (Wet minimumloon artikel "
            "15). UWV rekent de uitkering al met vakantiegeld erin. Vraag hoe dat wordt verrekend. Het staat niet in "
            "de bedragen."
        )
    for leave in money.ends.period.leave:
        yield NotComputed(
            "verlof",
            f"Tijdens het verlof betaalt UWV een uitkering. Die staat niet in de bedragen.{owed}",
            ask,
            leave.first,
            leave.last,
        )
    if money.ends.period.leave:
        off = " De werkgever trekt haar van het loon af (BW 7:629 lid 5)." if money.case.has_employer else ""
        yield NotComputed(
            "ziek-door-zwangerschap",
            "Ziekte door de zwangerschap of de bevalling. Dan geeft UWV voor en na het verlof een Ziektewet-uitkering "
            f"van het hele dagloon (Ziektewet artikel 29a).{off} De bedragen rekenen met gewone ziekte.",
            "UWV",
        )


def _aow(money: Money) -> Iterator[NotComputed]:
    """The AOW follows a benefit of UWV, which ends on the day it begins (Wet WIA 43(g), ZW 29(4))."""
    aow_day, last = money.case.aow_datum, money.periods[-1].days.last
    if aow_day is not None and aow_day <= last:
        yield NotComputed(
            "aow",
            f"De AOW, vanaf {in_words(aow_day)}. Een uitkering van UWV stopt dan.",
            "de SVB",
            max(aow_day, money.ends.period.first_day),
            last,
        )
