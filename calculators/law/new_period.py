"""What to beware of once a new period of illness has begun, or a day lies before the illness: it does not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.dates import in_words, with_weekday
from calculators.frame.result import Caution
from calculators.law.book import Law
from calculators.law.sick_pay import AboutTheEnd
from calculators.law.sick_period import new_period_by_the_letter
from calculators.law.wachttijd import Ends

RECOVERED = "Twijfelt u of er echt herstel was? Vraag het de bedrijfsarts."
OTHER_CAUSE = (
    "Kan de ziekte na het verlof toch van dezelfde oorzaak komen? Dan telt de tijd van voor het verlof mee. Vraag het "
    "de bedrijfsarts."
)
"""A period begins anew only where the illness can not reasonably be of the same cause (Wet WIA 23(3) 2°)."""


def about_period(case: AboutTheEnd, end: Ends, law: Law, facts: tuple[date, ...]) -> Iterator[Caution]:
    """A new period of illness, and what then belongs to the old one (Wet WIA 23(3), BW 7:629(10)): ``facts`` too.

    Also that it is not sure whether one has begun.
    """
    unused = _unused(facts, end)
    if end.period.restarts:
        yield Caution(
            "nieuwe-ziekteperiode",
            f"Er is een nieuwe ziekteperiode begonnen op {with_weekday(end.period.first_day)}. Alle data over de "
            f"ziekte tellen vanaf die dag. {OTHER_CAUSE if end.period.other_cause else RECOVERED}",
            ("bw-7-629", "wet-wia-23"),
        )
        if dropped := list(_of_the_old_illness(case, unused)):
            yield Caution(
                "hoort-bij-oude-ziekte",
                f"Dit hoort bij de oude ziekte en telt niet mee in de nieuwe: {'; '.join(dropped)}. Gaat het toch over "
                f"de nieuwe ziekte? Vul dan de nieuwe eerste ziektedag in.{_who_left(case, unused)}",
                ("wet-wia-23", "wet-wia-25"),
            )
    elif unused:
        yield Caution(
            "datum-buiten-periode",
            f"{'Deze dag ligt' if len(unused) == 1 else 'Deze dagen liggen'} voor het begin van de ziekteperiode "
            f"({in_words(end.period.first_day)}) en {'telt' if len(unused) == 1 else 'tellen'} daarom niet mee: "
            f"{', '.join(in_words(day) for day in unused)}.{_who_left(case, unused)}",
        )

    if (perhaps := new_period_by_the_letter(end.period, law)) is not None:
        yield Caution(
            "samentellen-niet-zeker",
            "Vlak voor of vlak na het verlof was er herstel. Wij tellen de ziekte ervoor en erna toch samen: "
            "zo rekent het register voor re-integratie (RVI). Naar de letter van de wet mag dat alleen als iemand "
            "direct voor en direct na het verlof ziek was. Misschien begint daarom een nieuwe ziekteperiode op "
            f"{with_weekday(perhaps)}. Dan liggen alle dagen later. Vraag het UWV of een jurist.",
            ("wet-wia-23", "bw-7-629", "rvi-samenstellen"),
        )


def _who_left(case: AboutTheEnd, unused: tuple[date, ...]) -> str:
    """Say how to tell that nobody employed him any more: a contract that ended earlier does not say so."""
    if case.has_employer and case.einde_dienstverband in unused:
        return " Was er bij het begin van deze ziekte geen werkgever meer? Vul dat dan zo in."
    return ""


def _of_the_old_illness(case: AboutTheEnd, unused: tuple[date, ...]) -> Iterator[str]:
    if case.has_employer and (case.loonsanctie_weken or case.loonsanctie_tot):
        yield "de loonsanctie"
    if case.has_employer and case.verlenging_weken:
        yield "de verlenging van de loondoorbetaling"
    if unused:
        yield f"wat gebeurde op {', '.join(in_words(day) for day in unused)}"


def _unused(facts: tuple[date, ...], end: Ends) -> tuple[date, ...]:
    """Return the actual dates that lie before the (new) first sick day, so that they are not used."""
    return tuple(sorted({day for day in facts if day < end.period.first_day}))
