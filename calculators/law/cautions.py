"""What to beware of in a case, in every calculator that reads one: a code that never changes, words and sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.dates import DAYS_IN_WEEK, days_after, in_words, with_weekday
from calculators.frame.result import Caution
from calculators.law.benefits import last_benefit_day, no_wia_by_aow
from calculators.law.book import Law
from calculators.law.case import Case
from calculators.law.contract_cautions import about_contract
from calculators.law.contract_end import (
    ABOUT_SIGNING,
    SIGNED_AWAY,
    about_contract_end,
    about_what_never_began,
    ends_in_extension,
    ends_in_sanction,
)
from calculators.law.late_application import about_late_application
from calculators.law.new_period import about_period
from calculators.law.no_risk import CHECK_DAY_IS_OPEN, ends_in_extra_time
from calculators.law.parameters import figure
from calculators.law.sick_pay import about_longer_sick_pay
from calculators.law.sick_period import used_date
from calculators.law.stay_cautions import about_stays, about_trial
from calculators.law.stays import Stays
from calculators.law.wachttijd import Ends, ends_early


def cautions(case: Case, end: Ends, law: Law, stays: Stays) -> Iterator[Caution]:
    """Yield every caution that the case itself gives reason for."""
    yield from about_period(case, end, law, _dates_of_the_period(case))
    yield from about_contract(case, end, law)
    yield from about_trial(case, end, law, stays)
    yield from about_stays(case, end, stays)
    yield from _about_ends(case, end, law)
    if not no_wia_by_aow(case.aow_datum, end, law):
        yield from about_longer_sick_pay(case)
    yield from _about_early_application(case, end, law)
    yield from _about_aow(case, end, law)
    yield from _about_facts(case)
    yield from _about_law(end, law)


def report_at_the_end(contract_end: date, end: Ends, law: Law) -> bool:
    """Say whether six weeks lie between the first sick day and the end of the contract, so that a report is due.

    They are weeks of the calendar: unlike ZW 38(1), 38(2) leaves no days of recovery or leave out.
    """
    weeks = law.number("wachttijd.ziek_uit_dienst_weken", contract_end)
    return days_after(end.period.first_day, DAYS_IN_WEEK * weeks - 1) <= contract_end


def _about_ends(case: Case, end: Ends, law: Law) -> Iterator[Caution]:
    """A late application and a contract that ends first."""
    yield from about_late_application(case, case.illness, end, law)
    if (last := end.contract_end) is not None and ends_early(end):
        yield from about_what_never_began(end)
        before = ", voor het einde van de loondoorbetaling" if last == end.wages else ""
        yield Caution(
            "dienstverband-eindigt-eerst",
            f"Het dienstverband eindigt op {with_weekday(last)}{before}. "
            f"{_after_the_contract(case, end, law)} De plichten van de werkgever na die dag vervallen, en een plek na "
            "die dag heeft geen eigen werkgever meer.",
            (
                "ziektewet-38",
                "ziektewet-39a",
                *(("ziektewet-29",) if case.aow_datum else ()),
                "wet-wia-43",
                "wet-wia-64",
                *(("wet-wia-24",) if ends_in_extension(end) else ()),
                *(ABOUT_SIGNING if ends_in_sanction(end) else ()),
            ),
        )
    else:
        yield from about_contract_end(end)


def _about_early_application(case: Case, end: Ends, law: Law) -> Iterator[Caution]:
    """An early application before the week from which UWV takes it: the law names no first week (Wet WIA 23(6))."""
    applied = used_date(case.vervroegde_iva_aanvraag, end.period)
    week = law.number("wia.vervroegd_aanvraag_eerste_week")
    first = end.period.day(DAYS_IN_WEEK * (week - 1) + 1)
    if applied is not None and applied < first:
        yield Caution(
            "vervroegde-aanvraag-vroeg",
            f"UWV noemt week {week} als eerste week voor een vervroegde WIA-aanvraag: hier vanaf "
            f"{with_weekday(first)}. De wet noemt geen eerste week. Een aanvraag kan maar één keer: vraag UWV of het "
            "haar behandelt.",
            ("wet-wia-23", "wet-wia-66", "uwv-bijna-2-jaar-ziek"),
        )


def _about_aow(case: Case, end: Ends, law: Law) -> Iterator[Caution]:
    """The AOW age within what lengthens the wage: the letter of BW 7:629(2) and (11), of which no ruling was found."""
    aow_day, contract_end = case.aow_datum, end.contract_end
    if aow_day is None or not case.has_employer or (contract_end is not None and contract_end < aow_day):
        return
    if not end.waiting_period < aow_day <= (end.sanction or end.before_sanction):
        return
    if end.wages < days_after(aow_day, -1):  # it ended before: in leave that puts a sanction off
        return
    weeks, most = law.number("wachttijd.aow_weken"), law.number("wachttijd.weken")
    yield Caution(
        "aow-na-wachttijd",
        f"De AOW begint op {with_weekday(aow_day)}, in de tijd waarmee het loon langer werd. Wij volgen de letter van "
        f"de wet: de {weeks} weken bij AOW gelden alleen binnen de eerste {most} weken. Het loon en het opzegverbod "
        "stoppen dan als de AOW begint. Een uitspraak van een rechter hierover vonden wij niet. Vraag het een jurist "
        "voordat u het loon stopt of opzegt.",
        ("bw-7-629", "bw-7-670"),
    )


def _after_the_contract(case: Case, end: Ends, law: Law) -> str:
    """Say what may begin once there is no wage any more (ZW 29(2)(c), (4) and (5) and 39a, Wet WIA 43(b) and 64(8)(b)).

    UWV judges by the report of re-integration whether an employer did enough, so recovery is named where one was due.
    Of the check day something is open only when the contract ends in an extension, a delay or a sanction, or after the
    wages have ended: in leave that puts a sanction off. UWV may let an extension end with the contract, where somebody
    asks (24(2) and (3)).
    """
    if end.wages >= end.waiting_period:
        asked = " Vraag UWV ook om de verlenging te laten eindigen met het contract." if ends_in_extension(end) else ""
        signing = f" {SIGNED_AWAY}" if ends_in_sanction(end) else ""
        is_open = ends_in_extra_time(end) or end.wages != end.contract_end
        open_too = f" {CHECK_DAY_IS_OPEN}" if is_open else ""
        return (
            "De wachttijd is dan voorbij. De WIA kan daarom de dag erna al ingaan: vraag UWV de aanvraag te "
            f"behandelen.{asked}{open_too}{signing}"
        )
    last = last_benefit_day("ZW", case, end, law)
    if last <= end.wages:
        return "Vanaf de AOW is er geen ziekengeld meer: UWV kan het dus ook niet terughalen bij de werkgever."
    sick_pay = "Daarna kan de Ziektewet gelden."
    if last < end.waiting_period:
        sick_pay = f"Daarna kan de Ziektewet gelden, door de AOW hoogstens tot en met {with_weekday(last)}."
    if report_at_the_end(end.wages, end, law):
        sick_pay += " UWV kan dat ziekengeld terughalen bij een werkgever die te weinig heeft gedaan."
    return sick_pay


def _about_facts(case: Case) -> Iterator[Caution]:
    """Facts in the future."""
    if any(day > case.peildatum for day in _facts(case)):
        yield Caution(
            "datum-in-toekomst",
            f"Er staat iets in dat al gebeurd moet zijn, maar dat na {in_words(case.peildatum)} ligt. Het antwoord "
            "rekent ermee alsof het zo gaat.",
        )


def _facts(case: Case) -> Iterator[date]:
    """Yield the last day of everything that is a fact and no plan."""
    yield case.eerste_ziektedag
    for period in (*case.onderbrekingen, *case.verlof):
        yield period.last
    for day in (case.probleemanalyse, case.eerstejaarsevaluatie, case.wia_aanvraag):
        if day is not None:
            yield day


def _dates_of_the_period(case: Case) -> tuple[date, ...]:
    """Return the actual dates that are about one period of illness."""
    contract_end = case.einde_dienstverband if case.has_employer else None
    given = (case.probleemanalyse, case.eerstejaarsevaluatie, case.wia_aanvraag, contract_end)
    return tuple(day for day in given if day is not None)


def _about_law(end: Ends, law: Law) -> Iterator[Caution]:
    """Changes of law within the period; what is not known, the book of law says itself."""
    if rows := law.changes_until(end.first_wia_day):
        changes = "; ".join(f"{figure(row.figure_id).label} (vanaf {in_words(row.start)})" for row in rows)
        yield Caution(
            "regel-wijzigt",
            "Een regel verandert in deze periode. Het antwoord rekent met de regel van het begin. Het gaat om: "
            f"{changes}.",
            tuple(dict.fromkeys(source for row in rows for source in row.sources)),
        )
