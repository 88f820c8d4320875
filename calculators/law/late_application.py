"""What an application that is late does to the wage and the first WIA day, and what it may cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.dates import days_in_words, with_weekday
from calculators.frame.result import Caution
from calculators.law.benefits import aow_comes_first, first_day_of_wia_right, no_wia_by_aow
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.sick_pay import (
    ABOUT_LONGER,
    LONGER,
    AboutTheEnd,
    lengthened_without_employer,
    sick_pay_can_be_longer,
)
from calculators.law.sick_period import Illness
from calculators.law.wachttijd import Ends, delay_lengthens_wage, ends_early

STILL_LATER = (
    "In een zaak uit 2008 liet UWV de WIA toch pas na al die dagen ingaan, en was er zo lang geen loon en geen "
    "uitkering. Vraag het UWV op papier, liefst voor iemand een einde tekent."
)
"""What UWV once did: Rechtbank Haarlem 23 September 2009, ECLI:NL:RBHAA:2009:BJ8812, against Wet WIA 43(b)."""


def about_late_application(case: AboutTheEnd, illness: Illness, end: Ends, law: Law) -> Iterator[Caution]:
    """Yield what an application that is late does to the wage and the first WIA day."""
    if end.application_delay:
        ruling = ("rbhaa-2009-bj8812",) if _cut_off(end) else ()
        yield Caution(
            "wia-aanvraag-te-laat",
            f"{how_late(end)} {_late(case, illness, end, law)}{_refusal(illness, end, law)} {_letter(end, law)}",
            tuple(dict.fromkeys(("bw-7-629", "wet-wia-43", "wet-wia-64", "wet-wia-88", *ABOUT_LONGER, *ruling))),
        )


def how_late(end: Ends) -> str:
    """Say by how many days an application is late, and when: an extension ends with the contract on request alone.

    Where UWV lets it end so, the last day to apply counts back from that end (Wet WIA 24(2) and (3), 64(3)). Of an
    extension that the contract ended before, there is no end to set: it counts back from that of the waiting period.
    """
    late = days_in_words(end.application_delay)
    if end.counted_back_from in (end.waiting_period, end.extension):
        return f"De WIA-aanvraag is {late} te laat."
    else_late = f" Anders is dat {days_in_words(end.wage_delay)}." if end.wage_delay else " Anders is zij op tijd."
    return f"Laat UWV de verlenging eindigen met het contract? Dan is de WIA-aanvraag {late} te laat.{else_late}"


def _cut_off(end: Ends) -> bool:
    """Say whether the contract ends within the days by which a late application lengthens the wage."""
    return delay_lengthens_wage(end) and ends_early(end) and end.wages < end.before_sanction


def _refusal(illness: Illness, end: Ends, law: Law) -> str:
    """Say what a late application may cost of the WIA, where there can be one (Wet WIA 88(1)(c) and (4), 90(1))."""
    if no_wia_by_aow(illness.aow_day, end, law):
        return ""
    return (
        " UWV kan ook waarschuwen, of tijdelijk of blijvend minder of geen WIA geven, behalve als iemand er niets aan "
        "kon doen."
    )


def _letter(end: Ends, law: Law) -> str:
    """Say what a letter that did not come mends: the term (Wet WIA 64(6)), not the 52 weeks before the day of (11)."""
    if first_day_of_wia_right(end, law) > end.first_wia_day:
        return "Stuurde UWV de brief over de aanvraag niet? Vraag UWV of dat een bijzonder geval is."
    return "Stuurde UWV de brief over de aanvraag niet of te laat? Dan kan de aanvraag toch op tijd zijn."


def _late(case: AboutTheEnd, illness: Illness, end: Ends, law: Law) -> str:
    """Say who pays while a late application is made up for (BW 7:629(3)(f) and (11), ZW 29(10), Wet WIA 43 and 64).

    Without an employer, or after the end of the contract, nobody owes wages that could go on. Sick pay can go on only
    where there is some (ZW 29(2)(c)): not after a contract that outlasts the waiting period.
    """
    if aow_comes_first(illness.aow_day, end.first_wia_day):
        return "De AOW begint voordat de WIA kan ingaan. Er komt dan geen WIA-uitkering."
    of_the_right = first_day_of_wia_right(end, law)
    if aow_comes_first(illness.aow_day, of_the_right):
        return f"{looks_back(end, law)} Dan is er al AOW. Er komt geen WIA-uitkering, behalve in een bijzonder geval."
    first = with_weekday(end.first_wia_day)
    if not delay_lengthens_wage(end):
        silent = lengthened_without_employer(case) or not sick_pay_can_be_longer(illness, end)
        longer = "" if silent else f" {LONGER}"
        if of_the_right > end.first_wia_day:
            return (
                f"{_not_before(of_the_right, end, law)} Voor wie onder de 35-procentgrens van de WIA blijft, "
                f"verandert de eerste WIA-dag niet.{longer}"
            )
        return f"De eerste WIA-dag blijft {first}.{longer}"
    refused = "Zonder goede reden mag de werkgever dat loon weigeren."
    if _cut_off(end):
        begins = f"De WIA kan daarna ingaan: op {first}. {STILL_LATER}"
        return (
            f"Het loon loopt daardoor langer door, tot het contract eindigt op {with_weekday(end.wages)}. {refused} "
            f"{_not_before(of_the_right, end, law) if of_the_right > end.first_wia_day else begins}"
        )
    return (
        f"Het loon loopt net zo lang door, tot en met {with_weekday(end.wages)}, en de WIA begint pas daarna: op "
        f"{first}. {refused}"
    )


def _not_before(of_the_right: date, end: Ends, law: Law) -> str:
    """Say before which day there is no WIA, as UWV looks back no further (Wet WIA 64(11))."""
    return (
        f"{looks_back(end, law)} Er is dan geen WIA voor {with_weekday(of_the_right)}, behalve in een bijzonder geval."
    )


def looks_back(end: Ends, law: Law) -> str:
    """Return how far UWV looks back from an application (Wet WIA 64(11))."""
    return f"UWV kijkt hoogstens {law.number('wia.terugwerkend_weken', end.applied)} weken terug vanaf de aanvraag."


def right_from_later(case: Case, end: Ends, law: Law) -> Iterator[str]:
    """Yield from which day there can be a WIA, where that is not the first WIA day, or that the AOW leaves none."""
    of_the_right = first_day_of_wia_right(end, law)
    if of_the_right == end.first_wia_day:
        return
    if no_wia_by_aow(case.aow_datum, end, law):
        yield "Door de late aanvraag en de AOW komt er geen WIA-uitkering, behalve in een bijzonder geval."
    else:
        yield f"Door de late aanvraag kan UWV pas WIA geven vanaf {with_weekday(of_the_right)}."
