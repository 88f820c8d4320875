"""What to beware of in stays at another employer: a trial placement without a benefit, stays past their end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from calculators.frame.dates import Period, days_after, with_weekday
from calculators.frame.result import Caution
from calculators.law.benefits import NOT_ENDED_BY_THE_WAIT, OF_THE_WIA, first_benefit_day, last_benefit_day
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.stays import Stays
from calculators.law.wachttijd import Ends

BENEFITS_WITH_TRIAL = frozenset({"WW", "ZW", "WGA", "WAO", "WAZ", "Wajong", "IOW"})


def about_trial(case: Case, end: Ends, law: Law, stays: Stays) -> Iterator[Caution]:
    """A trial placement needs a benefit (WW 76a, ZW 52e, WIA 37) and lasts two months by policy, six by law."""
    trial = stays.by_form.get("proefplaatsing")
    if trial is None:
        return
    if why := _no_benefit(trial, case, end, law):
        yield Caution(
            "proefplaatsing-zonder-uitkering",
            why + _instead(trial, case, end),
            ("wet-wia-37", "werkloosheidswet-76a", "ziektewet-52e"),
        )
    yield from about_length_of_trial(case.proefplaatsing_maanden, law.on(trial.first))


def _no_benefit(trial: Period, case: Case, end: Ends, law: Law) -> str:
    """Say why there is no benefit on some day of a trial placement; empty when there can be one on every day."""
    kind, aow_day = case.uitkering, case.aow_datum
    if kind not in BENEFITS_WITH_TRIAL:
        return (
            "Een proefplaatsing kan alleen met een uitkering: van UWV, of een WGA van een eigenrisicodrager. Met "
            "bijstand gaat het via de gemeente (Participatiewet artikel 8a). Bij IVA kan het alleen in een tijdelijk "
            "experiment."
        )
    if case.has_employer and trial.first <= end.wages:
        why = (
            "Vraag UWV of dat met deze uitkering kan zolang het dienstverband duurt."
            if kind in NOT_ENDED_BY_THE_WAIT  # it may be there beside the wage
            else "Dan is er geen uitkering van UWV en geeft UWV geen toestemming."
        )
        return f"Deze proefplaatsing begint terwijl de eigen werkgever nog loon betaalt. {why}"
    last = last_benefit_day(kind, case, end, law)
    if trial.last > last:
        goes_on = f"Deze proefplaatsing {'begint' if trial.first > last else 'loopt door'} na {with_weekday(last)}."
        if aow_day is None or aow_day > days_after(last, 1):
            return (
                f"{goes_on} Na die dag is een andere uitkering nodig, zoals een WGA of WW, want de Ziektewet stopt. "
                "Zonder uitkering geeft UWV geen toestemming."
            )
        why = "de AOW begint" if aow_day == days_after(last, 1) else "de Ziektewet stopt"
        return f"{goes_on} Na die dag is er geen uitkering meer: {why}. Dan geeft UWV geen toestemming."
    first = first_benefit_day(kind, end, law)
    if trial.first < first and (kind == "ZW" or kind in OF_THE_WIA):  # another benefit can be older than this illness
        return (
            f"Deze proefplaatsing begint voor {with_weekday(first)}. Voor deze ziekte kan deze uitkering er pas vanaf "
            "die dag zijn. Liep er toen nog een uitkering van een eerdere ziekte? Vraag UWV of het daarmee kan."
        )
    return ""


def _instead(trial: Period, case: Case, end: Ends) -> str:
    """Name the stays that need no benefit: a secondment only as long as an employer pays wages."""
    if case.aow_datum is not None and trial.last >= case.aow_datum:
        return ""
    if case.has_employer and trial.first <= end.wages:
        return " Een werkervaringsplaats of detachering kan wel."
    return " Vraag UWV wat er wel kan, bijvoorbeeld een werkervaringsplaats."


def about_length_of_trial(months: Decimal, law: Law) -> Iterator[Caution]:
    """Say when a trial placement lasts longer than the policy of UWV, or than the law."""
    usual = law.number("plaatsing.proefplaatsing_maanden")
    longest = law.number("plaatsing.proefplaatsing_hoogstens_maanden")
    if months > longest:
        yield Caution(
            "proefplaatsing-te-lang",
            f"De wet laat een proefplaatsing van hoogstens {longest} maanden toe.",
            ("wet-wia-37", "ziektewet-52e"),
        )
    elif months > usual:
        yield Caution(
            "proefplaatsing-te-lang",
            f"UWV geeft gewoonlijk toestemming voor {usual} maanden. Langer kan alleen als de werkgever goed uitlegt "
            f"waarom. De wet laat hoogstens {longest} maanden toe.",
            ("beleidsregels-proefplaatsing", "wet-wia-37"),
        )


def about_stays(case: Case, end: Ends, stays: Stays) -> Iterator[Caution]:
    """Placement and secondment past the end, and stays that overlap."""
    if stays.secondment_left_out and not case.has_employer:
        yield Caution(
            "detachering-zonder-werkgever",
            "Een detachering kan alleen met een eigen werkgever: die leent iemand uit. De detachering telt hier dus "
            "niet mee. Vraag UWV of een werkervaringsplaats kan.",
            ("waadi-1",),
        )
    yield from _about_stays_past_the_end(case, end, stays)
    if any(later.first <= earlier.last for earlier, later in pairwise(sorted(stays.by_form.values()))):
        yield Caution(
            "plaatsing-overlapt",
            "Twee plekken lopen door elkaar: ze hebben dagen gemeen. Kijk de begin- en einddagen na. Voor die dagen "
            "telt de latere stap.",
        )


def _about_stays_past_the_end(case: Case, end: Ends, stays: Stays) -> Iterator[Caution]:
    """Placement and secondment past the wage, and past the sick pay of who has no employer or left ill."""
    last_of_wait = days_after(end.first_wia_day, -1)
    left_ill = end.wages < min(end.wages_without_contract_end, end.waiting_period)
    past_wage = [stay for stay in stays.second_track if case.has_employer and stay.last > end.wages]
    crosses_wage = any(stay.first <= end.wages for stay in past_wage)
    placement = stays.by_form.get("werkervaringsplaats")
    said, sources = [], []
    if past_wage and (crosses_wage or not left_ill):
        what = "werkervaringsplaats of detachering loopt door" if crosses_wage else "werkervaringsplaats begint"
        said.append(
            f"De {what} na {with_weekday(end.wages)}. Dan betaalt de eigen werkgever geen loon meer en gelden andere "
            "regels: vraag eerst UWV."
        )
        sources.append("bw-7-629")
    if placement and (left_ill or not case.has_employer) and _outlasts_sick_pay(case, placement, last_of_wait):
        goes_on = "loopt door" if placement.first <= last_of_wait else "begint"
        said.append(
            f"De werkervaringsplaats {goes_on} na {with_weekday(last_of_wait)}. Dan stopt de Ziektewet en gelden "
            "andere regels: vraag eerst UWV."
        )
        sources.append("ziektewet-29")
    if case.has_employer and stays.secondment_left_out:
        said.append(
            f"Een detachering die begint na {with_weekday(end.wages)}, telt hier niet mee: de eigen werkgever betaalt "
            "dan geen loon meer."
        )
        sources.append("bw-7-629")
    if said:
        yield Caution("plaatsing-na-einde-wachttijd", " ".join(said), tuple(dict.fromkeys(sources)))


def _outlasts_sick_pay(case: Case, placement: Period, last: date) -> bool:
    """Say whether a placement goes past the last day of sick pay, and that is what there may be (ZW 29(5))."""
    if placement.last <= last or case.uitkering in NOT_ENDED_BY_THE_WAIT:
        return False
    return placement.first <= last or case.uitkering == "ZW"
