"""What to beware of in the no-risk check, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.frame.dates import in_words, with_weekday
from calculators.frame.result import Caution, NotComputed
from calculators.law import sick_pay
from calculators.law.benefits import aow_comes_first
from calculators.law.contract_end import about_contract_end
from calculators.law.late_application import about_late_application
from calculators.law.new_period import about_period
from calculators.law.no_risk import CHECK_DAY, CHECK_DAY_IS_OPEN, ContractTiming
from calculators.no_riskpolis import judging
from calculators.no_riskpolis.benefit import Pension
from calculators.no_riskpolis.older_unemployed import OlderUnemployed, older_unemployed
from calculators.no_riskpolis.rules import NoRisk
from calculators.no_riskpolis.wording import bridge_in_words


def _lost(found: NoRisk) -> str:
    """Return what a job that begins too early does to the policy of somebody under 35 percent."""
    if judging.is_second_job(found.case, found.law):
        return "Deze baan bestond al op de eerste ziektedag. Zij geeft geen no-riskpolis, en houdt die ook niet tegen."
    if found.timing is ContractTiming.ON_CHECK_DAY:
        return (
            "Dit contract bestaat al op de peildag. Wie onder de 35-procentgrens blijft, verliest dan de no-riskpolis."
        )
    return (
        "Dit contract begint voor de eerste WIA-dag. Wie onder de 35-procentgrens blijft, heeft dan geen "
        "no-riskpolis: dat besliste de hoogste rechter in 2016."
    )


def warnings(found: NoRisk) -> Iterator[Caution]:
    """Yield what to know before signing or reporting."""
    if found.wait is not None and found.wait.differs:
        yield Caution(
            "dagen-verschillen",
            "De eerste WIA-dag die u invulde, is een andere dan die volgt uit de eerste ziektedag. We houden de "
            "ingevulde eerste WIA-dag aan. Kijk de brief van UWV na.",
            ("wet-wia-23",),
        )
    if found.pension is not None and (found.may_apply or found.waits_for_a_start):
        yield _pension(found.pension)
        if found.case.groep == "wia" and found.case.is_new_job and found.case.in_dienst is None:
            yield Caution(
                "baan-na-aow",
                f"Een baan die na {with_weekday(found.pension.day)} begint, geeft geen no-riskpolis: dan is er geen "
                "recht op WIA meer direct voor de baan.",
                ("ziektewet-29b", "wet-wia-43"),
            )
    yield from _about_the_group(found)
    if found.timing is not ContractTiming.SAFE and found.first_wia_day is not None:
        safe = f" Veilig is een contract vanaf {with_weekday(found.safe_day)}." if found.safe_day else ""
        yield Caution(
            found.timing.value,
            f"{_lost(found)}{safe}{bridge_in_words(found)}",
            ("ziektewet-29b", *(("crvb-2016-4358",) if found.timing is ContractTiming.BEFORE_END else ())),
        )

    if found.wait is not None and found.wait.first_day.cause == CHECK_DAY:
        yield Caution(
            "peildag-niet-zeker",
            "Het contract bij de eigen werkgever eindigt in de extra loontijd van een verlenging, een loonsanctie of "
            f"een late aanvraag. {CHECK_DAY_IS_OPEN}",
            ("ziektewet-29b", "wet-wia-24", "wet-wia-43"),
        )
    if found.end is not None and found.case.eerste_wia_dag is None:
        yield from about_period(found.case, found.end, found.law, found.dates)
        yield from about_contract_end(found.end)
    if _worked_out(found):
        if found.case.illness is not None and found.end is not None:
            yield from about_late_application(found.case, found.case.illness, found.end, found.law)
        yield from sick_pay.about_longer_sick_pay(found.case)


def _about_the_group(found: NoRisk) -> Iterator[Caution]:
    """Yield what the choice of a group does not tell (ZW 29b(1)(b) and 29d)."""
    if found.case.groep == "minder-dan-35" and (found.may_apply or found.waits_for_a_start):
        yield Caution(
            "onder-35-na-de-wachttijd",
            "Het gaat om de eerste dag na de wachttijd. Had iemand eerst wel WIA, en kwam hij pas later onder de "
            "35-procentgrens? Dan geldt deze weg niet. Keek alleen een arts van UWV, en geen arbeidsdeskundige? Dan "
            "ook niet.",
            ("ziektewet-29b",),
        )
    if (older := older_unemployed(found.case, found.law)) is not None:
        yield _older_unemployed(older)


def _older_unemployed(terms: OlderUnemployed) -> Caution:
    """Say what another article gives who was unemployed for long: sick pay, later in the illness (ZW 29d(6))."""
    return Caution(
        "andere-regeling-oudere-werkloze",
        f"Is de werknemer geboren voor {in_words(terms.born_before)}, en had hij direct voor deze baan minstens "
        f"{terms.weeks_unemployed} weken WW? Dan is er een andere regeling. UWV betaalt dan ziekengeld vanaf week "
        f"{terms.paid_from_week} van ziekte die begint tot en met {with_weekday(terms.last)}. Voor die regeling meldt "
        f"de werkgever de ziekte uiterlijk op de {terms.report_day}e dag nadat zij {terms.report_weeks} weken duurde.",
        ("ziektewet-29d", "ziektewet-38b"),
    )


def _worked_out(found: NoRisk) -> bool:
    """Say whether a first WIA day was worked out here: none from a letter of UWV, and one that the AOW leaves."""
    aow_first = aow_comes_first(found.case.aow_datum, found.first_wia_day)
    return found.first_wia_day is not None and found.case.eerste_wia_dag is None and not aow_first


def _pension(pension: Pension) -> Caution:
    """Say what the AOW does: to the illness that was filled in, or else to any."""
    stops = (
        f"Op {with_weekday(pension.day)} gaat de AOW in. Bij ziekte van daarvoor stopt het ziekengeld dan, ook als de "
        "no-riskpolis nog geldt. Wordt iemand vanaf die dag ziek, dan is er "
        f"hoogstens {pension.weeks} weken ziekengeld."
    )
    last = f" Bij deze ziekte is de laatste dag {with_weekday(pension.last_day)}." if pension.last_day else ""
    return Caution("aow", stops + last, ("ziektewet-29",))


def not_computed(found: NoRisk) -> Iterator[NotComputed]:
    """Yield what the check leaves out, and whom to ask."""
    if found.unknown_maximum:
        yield NotComputed(
            "maximumdagloon",
            "Het ziekengeld per dag: het maximumdagloon van deze dag is nog niet bekend.",
            "UWV",
        )
    if found.case.aow_datum is None and found.may_apply:
        yield NotComputed(
            "aow",
            "De AOW. Vanaf de dag waarop die ingaat, stopt het ziekengeld. Alleen wie daarna ziek wordt, heeft nog een "
            "paar weken.",
            "UWV",
        )
    if found.may_apply and found.case.groep not in judging.WITHOUT_END:
        yield NotComputed(
            "verlenging-no-risk", "Een verlenging van de no-riskpolis. Vraag die aan voordat de termijn om is.", "UWV"
        )
    if _worked_out(found) and found.sick_pay_in_the_wait:
        yield from sick_pay.not_computed(found.case, found.end)
    yield NotComputed("loonkostensubsidie", "Ziekengeld bij loonkostensubsidie: dat hangt af van de loonwaarde.", "UWV")
