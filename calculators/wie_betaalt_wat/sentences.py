"""Who pays what in a sentence for each party, that could be read out on the phone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from calculators.frame.dates import DAYS_IN_WEEK, days_in_words, in_words
from calculators.frame.money import whole_euros, with_unit
from calculators.wie_betaalt_wat.month import AT_HOST
from calculators.wie_betaalt_wat.parties import unknown_for, unknown_since
from calculators.wie_betaalt_wat.periods import MoneyPeriod
from calculators.wie_betaalt_wat.rules import Money
from calculators.wie_betaalt_wat.wording import post_ids, words


def _weeks(periods: list[MoneyPeriod]) -> str:
    """Return the length of some periods as ``20 weken``, or ``8 weken en 3 dagen``."""
    weeks, days = divmod(sum(one.days.days for one in periods), DAYS_IN_WEEK)
    parts = [with_unit(weeks, "weken")] if weeks else []
    return " en ".join([*parts, *([days_in_words(days)] if days else [])])


def _paid(periods: list[MoneyPeriod], party: str, *ids: str) -> Decimal:
    booked = [one for period in periods for one in period.booked if one.post.payer == party]
    return sum((one.amount for one in booked if not ids or one.id in ids), Decimal(0))


def _got(periods: list[MoneyPeriod], party: str) -> Decimal:
    return sum((one.amount for period in periods for one in period.booked if one.post.receiver == party), Decimal(0))


def _without_unknown(party: str, periods: list[MoneyPeriod], money: Money) -> str:
    """Return the end of a sentence about periods in which some amounts of a party are not known yet."""
    first = unknown_since(party, periods, money.case)
    return f", zonder wat vanaf {in_words(first.days.first)} nog niet bekend is." if first else "."


def sentences(money: Money) -> Iterator[tuple[str, str]]:
    """Yield one sentence for each party, that could be read out on the phone."""
    everything = list(money.periods)
    at_host = [one for one in everything if one.stage in AT_HOST]
    contract = [one for one in everything if one.stage == "dienstverband"]
    gets = _got(everything, "werknemer")
    rest = _without_unknown("werknemer", everything, money)
    yield "werknemer", f"De werknemer krijgt in deze {_weeks(everything)} samen {whole_euros(gets)} bruto{rest}"
    own = [one for one in everything if one.has("loon")]
    if money.case.has_employer and not own:
        yield "werkgever", "De eigen werkgever betaalt in deze tijd geen loon."
    elif money.case.has_employer:
        back = _got(own, "werkgever")
        yield (
            "werkgever",
            f"De eigen werkgever betaalt in deze {_weeks(own)} {whole_euros(_paid(own, 'werkgever'))} aan loon en "
            "andere kosten"
            + (f" en krijgt {whole_euros(back)} terug van de inlener" if back else "")
            + _without_unknown("werkgever", own, money),
        )
    else:
        yield "werkgever", "Er is geen eigen werkgever die loon betaalt."
    if at_host:
        paid = {post_id: _paid(at_host, "inlener", post_id) for post_id in post_ids()}
        parts = [f"{whole_euros(amount)} aan {words(post_id).naam}" for post_id, amount in paid.items() if amount]
        listed = " en ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
        rest = _without_unknown("inlener", at_host, money)
        wages = f"geen loon, wel {listed}" if parts else "geen loon" if rest != "." else "geen loon en geen vergoeding"
        yield "inlener", f"De inlener betaalt in deze {_weeks(at_host)} {wages}{rest}"
    elif not contract:
        yield "inlener", "Er is geen inlener in deze situatie."
    if contract:
        costs, back = _paid(contract, "inlener"), _got(contract, "inlener")
        yield (
            "nieuwe-werkgever",
            f"De nieuwe werkgever betaalt in de eerste {_weeks(contract)} van het contract {whole_euros(costs)}"
            + (f" en krijgt daarvan {whole_euros(back)} terug" if back else "")
            + _without_unknown("inlener", contract, money),
        )
    with_benefit = [one for one in everything if one.has("uitkering")]
    if with_benefit:
        yield "uwv", f"UWV betaalt in {_weeks(with_benefit)} {whole_euros(_paid(with_benefit, 'uwv'))} aan uitkering."


def key_figures(money: Money) -> tuple[Fraction | None, Decimal]:
    """Return the cost for the host of an hour worked (None without hours), and what the own employer gets back.

    Hours in days of which the cost is not known yet are not counted: they would make the others cheaper.
    """
    at_host = [
        one
        for one in money.periods
        if one.stage in AT_HOST and not one.on_leave and not unknown_for("inlener", one, money.case)
    ]
    if money.case.has_employer:
        at_host = [one for one in at_host if one.stage != "detachering" or _paid([one], "werkgever", "loon")]
    case = money.case
    hours_a_week = case.uren_per_week if case.plaats_uren_per_week is None else case.plaats_uren_per_week
    hours = hours_a_week * sum(one.days.days for one in at_host) / DAYS_IN_WEEK
    return (Fraction(_paid(at_host, "inlener")) / hours if hours else None), _got(list(money.periods), "werkgever")
