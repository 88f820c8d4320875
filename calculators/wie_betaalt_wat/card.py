"""The answer in short for one reader: what holds now in a month, and the next change.

Whole euros a month. What is not known on a day is in no amount, and no amount is said to fall because of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

from calculators.frame.dates import days_after, in_words, with_weekday
from calculators.frame.money import percent, whole_euros
from calculators.frame.result import Card, Fact
from calculators.wie_betaalt_wat.changes import (
    Change,
    a_month,
    counts_for,
    next_change,
    period_now,
    reader_of,
    touched_by_unknown,
)
from calculators.wie_betaalt_wat.parties import CONTRACT
from calculators.wie_betaalt_wat.periods import Booked, MoneyPeriod
from calculators.wie_betaalt_wat.posts.benefit import BESIDE_WAGE
from calculators.wie_betaalt_wat.rules import Money
from calculators.wie_betaalt_wat.stopping import what_stops
from calculators.wie_betaalt_wat.wording import STAGES, post_ids, words


def headline(money: Money) -> str:
    """Return one or two sentences that can be read out: now, and the next change, for the role of the reader."""
    now = period_now(money)
    if now is None:
        return f"De dagen die wij uitrekenen, eindigden op {in_words(money.periods[-1].days.last)}."
    if reader_of(money) == "inlener" and not money.stays.by_form:
        return "Er is nog geen plek en geen contract ingevuld. Tot dan betaalt u niets."
    change = next_change(money, now)
    return " ".join(part for part in (_now(money, now), _then(money, now, change) if change else "") if part)


def _when(money: Money, now: MoneyPeriod) -> str:
    return "nu" if now.days.first <= money.case.peildatum else f"vanaf {in_words(now.days.first)}"


def _now(money: Money, now: MoneyPeriod) -> str:
    role, when = reader_of(money), _when(money, now)
    amount = a_month(now, counts_for(role))
    if role == "inlener":
        return _host_pays(money, now, when)
    if role == "werkgever":
        return _employer_pays(money, now, when, amount)
    if now.on_leave and not amount:
        return "Tijdens het verlof betaalt UWV een uitkering. Die staat hier niet bij."
    who = "U krijgt" if role == "werknemer" else "De werknemer krijgt"
    rest = _rest_of_the_old_wage(money, now)
    if not amount and now.stage == CONTRACT:
        return f"De nieuwe werkgever betaalt {when} het loon.{rest}"
    if not amount:
        return f"{who} {when} geen loon. {_instead_of_wage(money, now)}"
    cost = a_month(now, counts_for("werkgever"))
    paid = f"; de eigen werkgever betaalt {whole_euros(cost)}" if role == "begeleider" and cost else ""
    beside = f", nog zonder de {money.case.uitkering}" if _has_a_benefit_beside(now) else ""
    return f"{who} {when} {whole_euros(amount)} bruto per maand{_with_holiday_pay(now)}{beside}{paid}.{rest}"


def _employer_pays(money: Money, now: MoneyPeriod, when: str, amount: Fraction) -> str:
    if amount:
        return f"U betaalt {when} {whole_euros(amount)} per maand{_and_gets(now, ' en krijgt')}."
    if now.on_leave and money.case.has_employer and now.stage != CONTRACT:
        return f"U betaalt {when} geen loon: in het verlof betaalt UWV een uitkering."
    if beside := _beside_a_new_contract(money, now):
        return f"Er is een nieuwe werkgever. {beside}"
    return "Er is nu geen eigen werkgever die loon betaalt."


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
    return f"U betaalt {when} {said} aan {_listed(money, period, counts)}, en geen loon{_still_without(money, period)}."


def _host_pays_nothing(money: Money, day: date) -> str:
    """Say from when the host pays nothing, and until when: after the days between two stays he pays again."""
    counts = counts_for("inlener")
    after = (one for one in money.periods if one.days.first > day)
    again = next((one for one in after if a_month(one, counts) or touched_by_unknown(money, one)), None)
    until = f", tot {in_words(again.days.first)}" if again else " meer"
    return f"Vanaf {in_words(day)} betaalt u niets{until}."


def _not_known(money: Money, period: MoneyPeriod, when: str) -> str:
    """Say what the host will pay of which nobody knows yet how much it is, or nothing when there is no such item."""
    names = touched_by_unknown(money, period)
    return f"Wat u {when} betaalt aan {' en '.join(names)}, is nog niet bekend." if names else ""


def _listed(money: Money, period: MoneyPeriod, counts: Callable[[Booked], bool]) -> str:
    found = {one.id for one in period.booked if counts(one)}
    without_vat = {"inleenvergoeding": " zonder btw"} if money.case.btw == "nee" else {}
    names = [f"{words(post_id).naam}{without_vat.get(post_id, '')}" for post_id in post_ids() if post_id in found]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _then(money: Money, now: MoneyPeriod, change: Change) -> str:
    role, day, then = reader_of(money), in_words(change.day), change.then
    counts = counts_for(role)
    amount = a_month(then, counts) if then else Fraction(0)
    if then is None or not (amount or then.stage == CONTRACT):
        if role != "inlener":
            return what_stops(money, change.day)
        return (_not_known(money, then, f"vanaf {day}") if then else "") or _host_pays_nothing(money, change.day)
    said = f"{whole_euros(amount)}{_still_without(money, then)}"
    if then.stage == CONTRACT:
        return _in_contract(money, then, said if amount else "")
    if role == "inlener":
        listed = f"{whole_euros(amount)} per maand aan {_listed(money, then, counts)}"
        return f"Vanaf {day} betaalt u {listed}, en geen loon{_still_without(money, then)}."
    return _other_amount(money, now, then, f"Vanaf {day}", said)


def _other_amount(money: Money, now: MoneyPeriod, then: MoneyPeriod, from_day: str, said: str) -> str:
    role = reader_of(money)
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
    touched = touched_by_unknown(money, period) if reader_of(money) in ("werkgever", "inlener") else []
    return f", nog zonder {' en '.join(touched)}" if touched else ""


def _in_contract(money: Money, then: MoneyPeriod, said: str) -> str:
    role, day = reader_of(money), in_words(then.days.first)
    if role == "werkgever":
        beside = _beside_a_new_contract(money, then) or "U betaalt dan geen loon meer."
        return f"Vanaf {day} is er een nieuwe werkgever. {beside}"
    if role == "inlener":
        pays = f" en betaalt u per maand {said}" if said else ""
        return f"Vanaf {day} bent u de werkgever{pays}."
    rest = _rest_of_the_old_wage(money, then)
    if not said:
        return f"Vanaf {day} betaalt de nieuwe werkgever het loon.{rest}"
    gets = "krijgt u" if role == "werknemer" else "krijgt de werknemer"
    return f"Vanaf {day} {gets} {said} bruto per maand van de nieuwe werkgever.{rest}"


def _old_wage_may_go_on(money: Money, period: MoneyPeriod) -> bool:
    """Say whether the old employer may owe wages beside a new contract: not after his wage duty, nor in a leave."""
    return money.case.has_employer and period.stage == CONTRACT and period.year is not None and not period.on_leave


def _beside_a_new_contract(money: Money, period: MoneyPeriod) -> str:
    """Say what the old employer owes beside a new contract: that ends nothing (BW 7:629(5)).

    Only what is earned in hours in which he could have done the agreed work is taken off.
    """
    if not _old_wage_may_go_on(money, period):
        return ""
    less = _less_the_new_wage("u", "u")
    if money.ends.contract_end is not None:
        until = in_words(money.ends.wages)
        return f"Het contract bij u loopt nog. Tot en met {until} {less}. Die staat niet in de bedragen."
    return f"Stopt het contract bij u, dan betaalt u geen loon meer. Loopt het door, dan {less}."


def _rest_of_the_old_wage(money: Money, period: MoneyPeriod) -> str:
    """Say to who is not the employer what the old one may owe beside a new contract, on the same condition."""
    if not _old_wage_may_go_on(money, period):
        return ""
    if money.ends.contract_end is None:
        return " Loopt het oude contract door, dan kan daar nog loon bij komen: dat staat niet in de bedragen."
    whose = "uw" if reader_of(money) == "werknemer" else "de"
    less = _less_the_new_wage(f"{whose} oude werkgever", "hij")
    return f" Tot en met {in_words(money.ends.wages)} {less}. Die staat niet in de bedragen."


def _less_the_new_wage(payer: str, again: str) -> str:
    return f"trekt {payer} het nieuwe loon af als het in dezelfde uren valt, en betaalt {again} de rest"


def card(money: Money) -> Card:
    """Return the facts under the first sentence, and the line about what is not known for this reader."""
    return Card(tuple(_facts(money)), _unknown(money))


def _facts(money: Money) -> Iterator[Fact]:
    case, now = money.case, period_now(money)
    if now is None:
        return
    stage = STAGES[now.stage] if now.year is None or now.stage != "ziek-thuis" else f"ziektejaar {now.year}"
    holiday = a_month(now, lambda one: one.id == "vakantiebijslag")
    shown = holiday and reader_of(money) == "werknemer"
    beside = f", met {whole_euros(holiday)} vakantiegeld per maand erbij" if shown else ""
    yield Fact("Nu" if now.days.first <= case.peildatum else "Eerst", f"{stage}{beside}")
    if change := next_change(money, now):
        yield Fact("Verandert op", with_weekday(change.day))
    yield Fact("Wat u doet", _what_to_do(money))


def _what_to_do(money: Money) -> str:
    case = money.case
    if not case.has_employer and reader_of(money) in ("werknemer", "begeleider"):
        asks = "Vraag UWV" if reader_of(money) == "werknemer" else "Laat UWV nakijken"
        return f"{asks} of het bedrag van de uitkering klopt."
    shares = "de percentages kloppen"
    if not case.loon_stappen:
        shares = f"{percent(case.loon_jaar_1)} en daarna {percent(case.loon_jaar_2)} klopt"
    return {
        "werknemer": f"Vraag HR of {shares}.",
        "werkgever": f"Kijk in de cao of {shares}, en vraag de verzuimverzekeraar wat hij vergoedt.",
        "inlener": "Leg met de eigen werkgever vast wie wat betaalt.",
    }.get(reader_of(money), f"Laat HR nakijken of {shares}.")


def _unknown(money: Money) -> str | None:
    """Name what is not in the amounts because the law does not say it yet, where it touches this reader.

    An employee pays no premiums: when nothing else is unknown or only announced, there is nothing to tell him.
    """
    for period in money.periods:
        if touched := touched_by_unknown(money, period):
            last_known = in_words(days_after(period.days.first, -1))
            return f"Na {last_known} nog zonder {' en '.join(touched)}: nog niet bekend."
    only_premiums = all(one.id.startswith("premies.") for one in money.law.provisional)
    return "" if reader_of(money) == "werknemer" and only_premiums else None
