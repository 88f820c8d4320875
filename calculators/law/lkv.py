"""Whether there can be a wage cost advantage (LKV) for who has a disability (Wtl 2.6)."""

from __future__ import annotations

from datetime import date

from calculators.frame.dates import MONTHS_IN_YEAR, days_after, in_words, last_day_of_term, same_day_later
from calculators.law.benefits import BEFORE_THE_WIA, OF_THE_WIA, first_day_of_wia_right
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.holidays import last_day_of_statutory_term
from calculators.law.no_risk import ends_in_extra_time, may_have_wia, open_until
from calculators.law.wachttijd import Ends

_OPEN = (
    "Ook welke dag dan de peildag is, en vanaf welke dag de jaren tellen, staat er niet. Een uitspraak over zo'n geval "
    "vonden wij niet."
)
"""For a contract that ends in an extension, a delay or a sanction: Wtl 2.6(2) counts from its end, as ZW 29b does."""


def lkv_can_be(case: Case, end: Ends, start: date, law: Law) -> bool:
    """Say whether there can be an LKV for a contract that begins on ``start`` (Wtl 2.6(1) and (2)).

    That for who has a disability asks for WIA (or a WAO or WAZ of before 2006) in the month before, so there is none on
    the first day of a WIA itself. Or the contract begins within five years after the waiting period, for who stayed
    under 35 percent, as whoever has WIA did not, and on the check day was employed by the own employer only. With no
    benefit filled in we do not know which of the two it is.
    """
    if case.uitkering in BEFORE_THE_WIA:
        return True
    if start < end.first_wia_day:
        return False
    if may_have_wia(case, end, law) and start > first_day_of_wia_right(end, law):
        return True
    return case.uitkering not in OF_THE_WIA and _in_time_under_35(case, end, start, law)


def _in_time_under_35(case: Case, end: Ends, start: date, law: Law) -> bool:
    """Say whether a job begins within five years after "that day" of Wtl 2.6(2), employed eleven weeks before it.

    Which day it is, is open for a contract that ends in an extension, a delay or a sanction; either will do. The fifth
    anniversary is still within five years, as in ZW 29b(1)(b). Unlike that article this one asks to be employed "still"
    on the check day: a contract that ended before it shuts the LKV out.
    """
    months = MONTHS_IN_YEAR * law.number("lkv.start_na_wachttijd_jaren", end.first_wia_day)
    contract_end = end.contract_end or date.max
    later = open_until(end)
    days = (end.first_wia_day,) if later is None else (end.first_wia_day, later)
    before = (end.first_wia_day - end.no_risk_check_day).days
    return case.has_employer and any(
        contract_end >= days_after(day, -before) and start <= same_day_later(day, months) for day in days
    )


def declaration_by(start: date, law: Law) -> date:
    """Return the last day to ask UWV for the declaration of the LKV for who has a disability (Wtl 2.7(1)).

    Three months from the first day of the job. No longer than that, so a day off moves the end (ATW 1 and 4).
    """
    months = law.number("regelingen.lkv_doelgroepverklaring_maanden", start)
    return last_day_of_statutory_term(last_day_of_term(start, months))


def contract_before_the_wia(end: Ends) -> str:
    """Return what Wtl 2.6(2)(a) leaves open: with which employer he was employed on the first WIA day itself."""
    last = end.contract_end
    if last is None or last >= end.first_wia_day:
        return ""
    text = (
        "De wet kijkt naar de werkgever op de eerste WIA-dag zelf. Het contract eindigt al op "
        f"{in_words(last)}. De wet zegt niet of het dan kan."
    )
    return f"{text} {_OPEN}" if ends_in_extra_time(end) else text
