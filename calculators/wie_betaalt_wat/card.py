"""The answer in short for one reader: what holds now in a month, and the next change.

Whole euros a month. What is not known on a day is in no amount, and no amount is said to fall because of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.frame.dates import days_after, in_words, with_weekday
from calculators.frame.money import percent, whole_euros
from calculators.frame.result import Card, Fact
from calculators.frame.terms import SPOKEN_TO_AS
from calculators.law.benefits import last_benefit_day
from calculators.wie_betaalt_wat.parties import CONTRACT, unknown_for
from calculators.wie_betaalt_wat.periods import Booked, MoneyPeriod
from calculators.wie_betaalt_wat.posts.benefit import BESIDE_WAGE
from calculators.wie_betaalt_wat.rules import Money
from calculators.wie_betaalt_wat.stopping import what_stops
from calculators.wie_betaalt_wat.wording import STAGES, post_ids, words

NO_INCOME = frozenset({"vakantiebijslag", "reiskosten"})  # paid to the employee, but not what he lives on each month
SMALLEST_CHANGE = Fraction(1, 100)
"""Less than this part is no change to say aloud: a premium of the next year. The tables show it."""


@dataclass(frozen=True)
class Change:
    """The next day on which something changes for the reader; ``then`` is None after the last day shown."""

    day: date
    then: MoneyPeriod | None


def _reader(money: Money) -> str:
    """Return as whom the reader is spoken to: who has a benefit as the employee, with "je"."""
    return SPOKEN_TO_AS.get(money.case.rol, money.case.rol)


def counts_for(role: str) -> Callable[[Booked], bool]:
    """Return which items are the reader's: what the employee gets, or what an employer pays."""
    if role in ("werkgever", "inlener"):
        return lambda one: one.post.payer == role
    return lambda one: one.post.receiver == "werknemer" and one.id not in NO_INCOME


def a_month(period: MoneyPeriod, counts: Callable[[Booked], bool], without: frozenset[str] = frozenset()) -> Fraction:
    """Return the items that count, in a month of this period, exact."""
    return sum((one.post.per_month for one in period.booked if counts(one) and one.id not in without), Fraction(0))


def period_now(money: Money) -> MoneyPeriod | None:
    """Return the period of the reference day, the first one before it begins, or None after the last."""
    return next((one for one in money.periods if money.case.peildatum <= one.days.last), None)


def next_change(money: Money, now: MoneyPeriod) -> Change | None:
    """Return the next change for the reader, or None where the days end in a contract or benefit that goes on."""
    counts = counts_for(_reader(money))
    for one in money.periods:
        if one.days.first > now.days.last and (_differs(now, one, counts) or _comes_or_goes_unknown(money, now, one)):
            return Change(one.days.first, one)
    last = money.periods[-1]
    pays = a_month(last, counts) or _touched(money, last)
    if last.stage == CONTRACT or not pays or _benefit_goes_on(money, last, counts):
        return None
    return Change(days_after(last.days.last, 1), None)


def _benefit_goes_on(money: Money, last: MoneyPeriod, counts: Callable[[Booked], bool]) -> bool:
    """Say whether the days shown end, but not the benefit that is all the reader gets in them.

    Sick pay stops after 104 weeks (ZW 29(5)), and a WW in illness has become sick pay by then (ZW 29(2)); others
    stop at the AOW age.
    """
    kind, end = money.case.uitkering, money.ends
    if any(counts(one) and one.id != "uitkering" for one in last.booked):
        return False
    if kind == "WW" and last.days.last < end.first_wia_day:
        return False
    return last.days.last < last_benefit_day(kind, money.case, end, money.law)


def _differs(now: MoneyPeriod, then: MoneyPeriod, counts: Callable[[Booked], bool]) -> bool:
    if (now.stage == CONTRACT) != (then.stage == CONTRACT):
        return True
    unknown = frozenset(now.unknown_items + then.unknown_items)
    before, after = a_month(now, counts, unknown), a_month(then, counts, unknown)
    return abs(after - before) > SMALLEST_CHANGE * max(before, after)


def _comes_or_goes_unknown(money: Money, now: MoneyPeriod, then: MoneyPeriod) -> bool:
    """Say whether an employer's item begins or ends of which nobody knows how much it is: a fee in the next year."""
    role = _reader(money)
    if role not in ("werkgever", "inlener"):
        return False
    comes = any(one in now.not_due for one in unknown_for(role, then, money.case))
    return comes or any(one in then.not_due for one in unknown_for(role, now, money.case))


def headline(money: Money) -> str:
    """Return one or two sentences that can be read out: now, and the next change, for the role of the reader."""
    now = period_now(money)
    if now is None:
        return f"De dagen die wij uitrekenen, eindigden op {in_words(money.periods[-1].days.last)}."
    if _reader(money) == "inlener" and not money.stays.by_form:
        return "Er is nog geen plek en geen contract ingevuld. Tot dan betaalt u niets."
    change = next_change(money, now)
    return " ".join(part for part in (_now(money, now), _then(money, now, change) if change else "") if part)


def _when(money: Money, now: MoneyPeriod) -> str:
    return "nu" if now.days.first <= money.case.peildatum else f"vanaf {in_words(now.days.first)}"


def _now(money: Money, now: MoneyPeriod) -> str:
    role, when = _reader(money), _when(money, now)
    amount = a_month(now, counts_for(role))
    if role == "inlener":
        return _host_pays(money, now, when)
    if role == "werkgever":
        if not amount:
            on_leave = now.on_leave and money.case.has_employer and now.stage != CONTRACT
            return (
                f"U betaalt {when} geen loon: in het verlof betaalt UWV een uitkering."
                if on_leave
                else "Er is nu geen eigen werkgever die loon betaalt."
            )
        return f"U betaalt {when} {whole_euros(amount)} per maand{_and_gets(now, ' en krijgt')}."
    if now.on_leave and not amount:
        return "Tijdens het verlof betaalt UWV een uitkering. Die staat hier niet bij."
    who = "U krijgt" if role == "werknemer" else "De werknemer krijgt"
    if not amount:
        return f"{who} {when} geen loon. {_instead_of_wage(money, now)}"
    cost = a_month(now, counts_for("werkgever"))
    paid = f"; de eigen werkgever betaalt {whole_euros(cost)}" if role == "begeleider" and cost else ""
    beside = f", nog zonder de {money.case.uitkering}" if _has_a_benefit_beside(now) else ""
    return f"{who} {when} {whole_euros(amount)} bruto per maand{_with_holiday_pay(now)}{beside}{paid}."


def _with_holiday_pay(period: MoneyPeriod) -> str:
    """Say that the amount of a benefit holds holiday pay, unlike a wage: the two are not alike (Wet WIA 68(1))."""
    is_alone = period.has("uitkering") and not period.has("loon") and period.stage != CONTRACT
    return ", met vakantiegeld" if is_alone else ""


def _has_a_benefit_beside(period: MoneyPeriod) -> bool:
    """Say whether there may be a benefit of another ground beside the wage, of which the amount is not known."""
    why = period.left_out.get("uitkering")
    return why is not None and why.answer == BESIDE_WAGE


def _instead_of_wage(money: Money, now: MoneyPeriod) -> str:
    aow = money.case.aow_datum
    if aow is not None and aow <= max(money.case.peildatum, now.days.first):
        return "De AOW is begonnen: die staat niet in de bedragen."
    return "Is er een uitkering? Die staat in de brief van UWV."


def _and_gets(period: MoneyPeriod, verb: str) -> str:
    back = a_month(period, lambda one: one.post.receiver == "werkgever")
    return f"{verb} {whole_euros(back)} terug van de inlener" if back else ""


def _host_pays(money: Money, period: MoneyPeriod, when: str) -> str:
    counts = counts_for("inlener")
    amount = a_month(period, counts)
    if not amount:
        if period.stage == CONTRACT:
            return ""
        return _not_known(money, period, when) or f"U betaalt {when} niets."
    said = f"{whole_euros(amount)} per maand"
    if period.stage == CONTRACT:
        return f"U betaalt {when} {said}, als nieuwe werkgever."
    return f"U betaalt {when} {said} aan {_listed(period, counts)}, en geen loon{_still_without(money, period)}."


def _host_pays_nothing(money: Money, day: date) -> str:
    """Say from when the host pays nothing, and until when: after the days between two stays he pays again."""
    counts = counts_for("inlener")
    after = (one for one in money.periods if one.days.first > day)
    again = next((one for one in after if a_month(one, counts) or _touched(money, one)), None)
    until = f", tot {in_words(again.days.first)}" if again else " meer"
    return f"Vanaf {in_words(day)} betaalt u niets{until}."


def _not_known(money: Money, period: MoneyPeriod, when: str) -> str:
    """Say what the host will pay of which nobody knows yet how much it is, or nothing when there is no such item."""
    names = _touched(money, period)
    return f"Wat u {when} betaalt aan {' en '.join(names)}, is nog niet bekend." if names else ""


def _listed(period: MoneyPeriod, counts: Callable[[Booked], bool]) -> str:
    found = {one.id for one in period.booked if counts(one)}
    names = [words(post_id).naam for post_id in post_ids() if post_id in found]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _then(money: Money, now: MoneyPeriod, change: Change) -> str:
    role, day, then = _reader(money), in_words(change.day), change.then
    counts = counts_for(role)
    amount = a_month(then, counts) if then else Fraction(0)
    if then is None or not (amount or then.stage == CONTRACT):
        if role != "inlener":
            return what_stops(money, change.day)
        return (_not_known(money, then, f"vanaf {day}") if then else "") or _host_pays_nothing(money, change.day)
    said = f"{whole_euros(amount)}{_still_without(money, then)}"
    if then.stage == CONTRACT:
        return _in_contract(role, day, said if amount else "")
    if role == "inlener":
        listed = f"{whole_euros(amount)} per maand aan {_listed(then, counts)}"
        return f"Vanaf {day} betaalt u {listed}, en geen loon{_still_without(money, then)}."
    return _other_amount(money, now, then, f"Vanaf {day}", said)


def _other_amount(money: Money, now: MoneyPeriod, then: MoneyPeriod, from_day: str, said: str) -> str:
    role = _reader(money)
    with_it = _with_holiday_pay(then) if role in ("werknemer", "begeleider") else ""
    if _has_a_benefit_beside(now) and then.has("uitkering"):
        return f"{from_day} stopt het loon. De {money.case.uitkering} is dan {said} per maand{with_it}."
    if role == "begeleider":
        return f"{from_day} krijgt de werknemer {said}{with_it}."
    beside = _and_gets(then, ", en krijgt u") if role == "werkgever" else ""
    if not a_month(now, counts_for(role)):
        verb, amount = "betaalt" if role == "werkgever" else "krijgt", whole_euros(a_month(then, counts_for(role)))
        return f"{from_day} {verb} u {amount} per maand{with_it}{beside}{_still_without(money, then)}."
    return f"{from_day} wordt dat {said}{with_it}{beside}."


def _still_without(money: Money, period: MoneyPeriod) -> str:
    touched = _touched(money, period) if _reader(money) in ("werkgever", "inlener") else []
    return f", nog zonder {' en '.join(touched)}" if touched else ""


def _in_contract(role: str, day: str, said: str) -> str:
    if role == "werkgever":
        return f"Vanaf {day} is er een nieuwe werkgever en betaalt u niets meer."
    if role == "inlener":
        pays = f" en betaalt u per maand {said}" if said else ""
        return f"Vanaf {day} bent u de werkgever{pays}."
    if not said:
        return f"Vanaf {day} betaalt de nieuwe werkgever het loon."
    gets = "krijgt u" if role == "werknemer" else "krijgt de werknemer"
    return f"Vanaf {day} {gets} {said} bruto per maand van de nieuwe werkgever."


def card(money: Money) -> Card:
    """Return the facts under the first sentence, and the line about what is not known for this reader."""
    return Card(tuple(_facts(money)), _unknown(money))


def _facts(money: Money) -> Iterator[Fact]:
    case, now = money.case, period_now(money)
    if now is None:
        return
    stage = STAGES[now.stage] if now.year is None or now.stage != "ziek-thuis" else f"ziektejaar {now.year}"
    holiday = a_month(now, lambda one: one.id == "vakantiebijslag")
    shown = holiday and _reader(money) == "werknemer"
    beside = f", met {whole_euros(holiday)} vakantiegeld per maand erbij" if shown else ""
    yield Fact("Nu" if now.days.first <= case.peildatum else "Eerst", f"{stage}{beside}")
    if change := next_change(money, now):
        yield Fact("Verandert op", with_weekday(change.day))
    yield Fact("Wat u doet", _what_to_do(money))


def _what_to_do(money: Money) -> str:
    case = money.case
    if not case.has_employer and _reader(money) in ("werknemer", "begeleider"):
        asks = "Vraag UWV" if _reader(money) == "werknemer" else "Laat UWV nakijken"
        return f"{asks} of het bedrag van de uitkering klopt."
    shares = "de percentages kloppen"
    if not case.loon_stappen:
        shares = f"{percent(case.loon_jaar_1)} en daarna {percent(case.loon_jaar_2)} klopt"
    return {
        "werknemer": f"Vraag HR of {shares}.",
        "werkgever": f"Kijk in de cao of {shares}, en vraag de verzuimverzekeraar wat hij vergoedt.",
        "inlener": "Leg met de eigen werkgever vast wie wat betaalt.",
    }.get(_reader(money), f"Laat HR nakijken of {shares}.")


def _unknown(money: Money) -> str | None:
    """Name what is not in the amounts because the law does not say it yet, where it touches this reader.

    An employee pays no premiums: when nothing else is unknown or only announced, there is nothing to tell him.
    """
    for period in money.periods:
        if touched := _touched(money, period):
            last_known = in_words(days_after(period.days.first, -1))
            return f"Na {last_known} nog zonder {' en '.join(touched)}: nog niet bekend."
    only_premiums = all(one.id.startswith("premies.") for one in money.law.provisional)
    return "" if _reader(money) == "werknemer" and only_premiums else None


def _touched(money: Money, period: MoneyPeriod) -> list[str]:
    """Return the names of what the law does not say yet and is money of the reader; a coach reads of everybody."""
    role = _reader(money)
    found = period.unknown_items if role == "begeleider" else unknown_for(role, period, money.case)
    return [words(one).naam for one in post_ids() if one in found]
