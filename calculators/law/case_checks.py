"""What does not go together in a case: checks between its fields, for every form that asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from calculators.frame.dates import Period, days_after, in_words, overlapping
from calculators.frame.form import Check
from calculators.frame.reading import FieldError
from calculators.law.book import Law
from calculators.law.case import WITHOUT_EMPLOYER, illness_of
from calculators.law.wachttijd import ends

ABOUT_THE_END = (
    "situatie",
    "verlof-zelfde-oorzaak",
    "verlenging-weken",
    "loonsanctie-weken",
    "loonsanctie-tot",
    "wia-aanvraag",
)
"""What moves the end of the wage besides pauses."""


def _after_first_day(values: Mapping[str, Any], key: str) -> FieldError | None:
    """Refuse periods that do not begin after the first sick day."""
    first_day = values["eerste-ziektedag"]
    for period in values[key]:
        if first_day is not None and period.first <= first_day:
            return FieldError(
                "volgorde",
                f"De periode vanaf {in_words(period.first)} moet na de eerste ziektedag "
                f"({in_words(first_day)}) beginnen.",
            )
    return None


def _within_the_period(values: Mapping[str, Any], key: str) -> FieldError | None:
    """Refuse pauses that begin after the end of the period of illness that they interrupt."""
    if values["eerste-ziektedag"] is None:
        return None
    pauses = sorted((period, kind) for kind in ("onderbrekingen", "verlof") for period in values[kind])
    for index, (pause, kind) in enumerate(pauses):
        if kind == key:
            last = _last_day(values, pauses[:index])
            if pause.first > last:
                return FieldError(
                    "volgorde",
                    f"De periode vanaf {in_words(pause.first)} begint na het einde van de ziekteperiode "
                    f"({in_words(last)}). Vul voor een nieuwe ziekte een nieuwe eerste ziektedag in.",
                )
    return None


def _last_day(values: Mapping[str, Any], pauses: Iterable[tuple[Period, str]]) -> date:
    """Return the last day of the period of illness, given the pauses before some day.

    Without what was done about it: the end of the contract and the AOW are checked for themselves.
    """
    found: dict[str, Any] = {key: values.get(key) for key in ABOUT_THE_END}
    for kind in ("onderbrekingen", "verlof"):
        found[kind] = tuple(pause for pause, its_kind in pauses if its_kind == kind)
    first_day: date = values["eerste-ziektedag"]
    return days_after(ends(illness_of(found.get, first_day), Law(first_day)).first_wia_day, -1)


def _pauses_check(key: str) -> tuple[Check, ...]:
    needed = ("eerste-ziektedag", "onderbrekingen", "verlof", *ABOUT_THE_END)
    return (
        Check(on=key, fields=("eerste-ziektedag", key), test=lambda values: _after_first_day(values, key)),
        Check(on=key, fields=needed, test=lambda values: _within_the_period(values, key)),
    )


def _sanction_twice(values: Mapping[str, Any]) -> FieldError | None:
    if not values["loonsanctie-tot"] or not values["loonsanctie-weken"]:
        return None
    return FieldError("dubbel", "Vul de loonsanctie op één manier in: de laatste dag, of het aantal weken.")


def _sanction_after_the_wage(values: Mapping[str, Any]) -> FieldError | None:
    """Refuse a sanction that ends before its first day, or that lasts over a year without leave (Wet WIA 25(9)).

    Leave around birth that runs when it would begin puts that first day off: third sentence.
    """
    last, first_day = values["loonsanctie-tot"], values["eerste-ziektedag"]
    if last is None or first_day is None or values["situatie"] == WITHOUT_EMPLOYER:
        return None
    law = Law(first_day)
    illness = illness_of(values.get, first_day)
    found = ends(illness, law)
    if found.period.restarts:  # then it belongs to the old illness, and the answer says so
        return None
    begins = found.sanction_begins
    if last < begins:
        after_leave = ", na het verlof" if begins > days_after(found.before_sanction, 1) else ""
        return FieldError(
            "volgorde",
            f"De loonsanctie begint hier pas op {in_words(begins)}{after_leave}. De laatste dag ligt dus niet eerder. "
            "Staat er een eerdere dag in de brief van UWV? Laat dit veld dan leeg, en vraag UWV wat er geldt.",
        )
    weeks = law.number("wachttijd.loonsanctie_hoogstens_weken")
    whole = replace(illness, sanction_weeks=weeks, sanction_until=None)
    longest = ends(whole, law).sanction
    if longest is not None and last > longest:
        return FieldError(
            "te-groot", f"Een loonsanctie duurt hoogstens {weeks} weken. Dat is hier tot en met {in_words(longest)}."
        )
    return None


def _no_overlap(values: Mapping[str, Any]) -> FieldError | None:
    shared = overlapping(values["onderbrekingen"], values["verlof"])
    if shared is None:
        return None
    return FieldError(
        "periodes-overlappen",
        f"Het verlof vanaf {in_words(shared.first)} overlapt met een periode waarin weer helemaal werd gewerkt.",
    )


def not_before(later: str, earlier: str, sentence: str) -> Check:
    """Return a check that day ``later`` does not lie before day ``earlier``; ``{day}`` shows the earlier one."""

    def test(values: Mapping[str, Any]) -> FieldError | None:
        if values[later] is None or values[earlier] is None or values[later] >= values[earlier]:
            return None
        return FieldError("volgorde", sentence.format(day=in_words(values[earlier])))

    return Check(on=later, fields=(earlier, later), test=test)


def _contract_during_illness(values: Mapping[str, Any]) -> FieldError | None:
    """Refuse a contract that ended before the illness of somebody with an employer."""
    last, first_sick_day = values["einde-dienstverband"], values["eerste-ziektedag"]
    if last is None or first_sick_day is None or last >= first_sick_day or values["situatie"] != "werknemer":
        return None
    return FieldError(
        "volgorde",
        f"Het dienstverband eindigde voor de eerste ziektedag ({in_words(first_sick_day)}). "
        "Kies bij de vraag over de werkgever dan: nee, Ziektewet zonder werkgever.",
    )


def _early_application(values: Mapping[str, Any]) -> FieldError | None:
    """Refuse an application for a shorter waiting period outside its weeks (Wet WIA 23(6) and 66).

    The law has no first week: that of UWV is a caution.
    """
    asked, first_day = values["vervroegde-iva-aanvraag"], values["eerste-ziektedag"]
    if asked is None or first_day is None:
        return None
    law = Law(first_day)
    period = ends(illness_of(values.get, first_day), law).period
    before_week = law.number("wia.vervroegd_aanvraag_voor_week")
    last = period.end_of_week(before_week)  # ten weeks later the 78 weeks are over
    if period.first_day <= asked <= last:
        return None
    return FieldError(
        "te-klein" if asked < period.first_day else "te-groot",
        f"Een vervroegde aanvraag kan na week {before_week} niet meer. Dat is hier van {in_words(period.first_day)} "
        f"tot en met {in_words(last)}. UWV wil de aanvraag voor week {before_week}.",
    )


_BEFORE_ILLNESS = "Deze dag ligt voor de eerste ziektedag ({day})."
CONTRACT_CHECK = Check(
    on="einde-dienstverband",
    fields=("eerste-ziektedag", "situatie", "einde-dienstverband"),
    test=_contract_during_illness,
)
PERIOD_CHECKS = (
    *_pauses_check("onderbrekingen"),
    *_pauses_check("verlof"),
    Check(on="verlof", fields=("onderbrekingen", "verlof"), test=_no_overlap),
    Check(on="loonsanctie-tot", fields=("loonsanctie-weken", "loonsanctie-tot"), test=_sanction_twice),
    Check(
        on="loonsanctie-tot",
        fields=("eerste-ziektedag", "onderbrekingen", "verlof", "einde-dienstverband", *ABOUT_THE_END),
        test=_sanction_after_the_wage,
    ),
)
CHECKS = (
    *PERIOD_CHECKS,
    Check(
        on="vervroegde-iva-aanvraag",
        fields=("eerste-ziektedag", "onderbrekingen", "verlof", "vervroegde-iva-aanvraag", *ABOUT_THE_END),
        test=_early_application,
    ),
    CONTRACT_CHECK,
    *(
        not_before(key, "eerste-ziektedag", _BEFORE_ILLNESS)
        for key in (
            "werkervaringsplaats-start",
            "detachering-start",
            "proefplaatsing-start",
            "in-dienst",
        )
    ),
    not_before("detachering-einde", "detachering-start", "De detachering eindigt voordat zij begint ({day})."),
)
