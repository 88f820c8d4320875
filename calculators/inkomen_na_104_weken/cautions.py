"""What to know before counting on the money: the warnings of the income after 104 weeks."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.frame.dates import days_in_words, in_words, with_weekday
from calculators.frame.money import euros
from calculators.frame.result import Caution
from calculators.inkomen_na_104_weken import rules
from calculators.inkomen_na_104_weken.form import FULLY
from calculators.inkomen_na_104_weken.rules import Months
from calculators.inkomen_na_104_weken.saying import said
from calculators.inkomen_na_104_weken.situations import Income, Outcome
from calculators.inkomen_na_104_weken.work import Work
from calculators.law.contract_end import about_contract_end
from calculators.law.late_application import about_late_application
from calculators.law.new_period import about_period
from calculators.law.sick_pay import about_longer_sick_pay, lengthened_without_employer, sick_pay_can_be_longer
from calculators.law.wachttijd import delay_lengthens_wage


def warnings(found: Income, paid: Work | None) -> Iterator[Caution]:
    """Yield what to know before counting on the money."""
    kinds = {outcome.kind for outcome in found.outcomes if outcome.phases}
    yield from _about_weeks(found)
    yield from _about_wage(found, kinds)
    if any(one.without_work.least is None for outcome in found.outcomes for one in outcome.phases):
        yield Caution("minimumloon-onbekend", said("let-op", "onder-grens-vervolg"), ("wet-wia-62",))
    if found.moved:
        yield Caution("percentage-past-niet", said("let-op", "percentage-past-niet"), ("wet-wia-61",))
    if found.impossible_years and kinds & {"wga", "ww"}:
        years = str(rules.years_after_2015(found.start or found.case.peildatum))
        yield Caution("jaren-passen-niet", said("let-op", "jaren-passen-niet", jaren=years), ("wet-wia-15",))
    if "wga" in kinds and found.case.old_ww:
        yield Caution("ww-voor-ziekte", said("let-op", "ww-voor-ziekte"), ("wet-wia-58", "wet-wia-59"))
    yield from _about_start(found)
    yield from _about_months(found, kinds)
    yield from _about_longer_wage(found)
    yield from _about_aow(found)
    only = found.outcomes[0] if len(found.outcomes) == 1 else None
    yield from _about_jump(found, only, paid)
    yield from _about_income(found, only)
    if any(outcome.kind == "ww" for outcome in found.outcomes):
        yield from _about_ww(found, has_new="ww" in kinds)
    if only and only.capacity and not only.capacity.free and found.case.restverdiencapaciteit is None:
        yield Caution("geschat", said("let-op", "geschat"), ("wet-wia-60",))
    if any(one.least != one.most for one in used_lengths(found)):
        yield Caution("duur-onzeker", said("let-op", "duur-onzeker"), ("wet-wia-59", "werkloosheidswet-42"))


def _about_wage(found: Income, kinds: set[str]) -> Iterator[Caution]:
    """Say what is not known of the daily wage: its maximum, or all that it is made of (Wet WIA 13(1))."""
    if not found.wage.maximum_known:
        yield Caution("maximum-onbekend", said("let-op", "maximum-onbekend"), ("wet-wia-12",))
    if found.wage.told:
        most = euros(found.law.get("loon.maximumdagloon") or 0)
        yield Caution(found.wage.told, said("let-op", found.wage.told, hoogst=most), ("wet-wia-12",))
    if found.case.wia_dagloon is None and kinds:
        yield Caution("dagloon-geschat", said("let-op", "dagloon-geschat"), ("wet-wia-12",))


def _about_weeks(found: Income) -> Iterator[Caution]:
    """Say how the weeks of work are counted to who has too few, or does not know (Wet WIA 58(1)(a) and (2), WW 17)."""
    case, law = found.case, found.law
    hang_on_it = [kind for kind in ("ww", "wga") if any(outcome.kind == kind for outcome in found.outcomes)]
    if case.wekeneis == "ja" or case.old_ww or not hang_on_it:
        return
    code = "wekeneis-onzeker" if case.doubts_weeks else "wekeneis"
    text = said(
        "let-op",
        code,
        weken=str(law.number("wia.weken_gewerkt")),
        van=str(law.number("wia.weken_waarvan")),
        anders=said("weken", "-".join(hang_on_it)),
    )
    yield Caution(code, text, ("wet-wia-58", "werkloosheidswet-17"))


def _about_start(found: Income) -> Iterator[Caution]:
    """Say what moves the day on which a WIA begins, and what does not count for it, in the words of the timeline."""
    case, end = found.case, found.ends
    if case.illness is None or end is None:
        return
    contract_end = case.einde_dienstverband if case.has_employer else None
    yield from about_period(
        case, end, found.law, tuple(day for day in (case.wia_aanvraag, contract_end) if day is not None)
    )
    yield from about_contract_end(end)
    if found.wia_day is not None:
        yield from about_late_application(case, case.illness, end, found.law)
        yield from about_longer_sick_pay(case)


def _about_months(found: Income, kinds: set[str]) -> Iterator[Caution]:
    """Say that the months of the wage-related WGA may have begun before the first day of payment.

    They count from the day on which the right arose (Wet WIA 59(1)); 64(11) says only over which days it cannot be
    established. No ruling was found.
    """
    if found.start is None or found.wia_start is None or found.start == found.wia_start:
        return
    if "wga" in kinds and found.case.meets_weeks_for_wga:
        text = said("let-op", "wga-maanden", eerst=in_words(found.start), later=in_words(found.wia_start))
        yield Caution("wga-maanden", text, ("wet-wia-59", "wet-wia-64"))


def _about_longer_wage(found: Income) -> Iterator[Caution]:
    """Say what makes the wage or sick pay last longer where no WIA follows (BW 7:629(3)(f) and (11)(a), ZW 29)."""
    illness, end = found.case.illness, found.ends
    if illness is None or end is None or found.wia_day is not None or found.aow_first:
        return
    if delay_lengthens_wage(end):
        days, last = days_in_words(end.application_delay), with_weekday(end.wages)
        text = said("let-op", "loon-langer", dagen=days, dag=last)
        yield Caution("wia-aanvraag-te-laat", text, ("bw-7-629", "wet-wia-64"))
    elif sick_pay_can_be_longer(illness, end) and (end.application_delay or lengthened_without_employer(found.case)):
        text = said("let-op", "ziekengeld-langer")
        yield Caution("verlenging-eigenrisicodrager", text, ("wet-wia-26", "ziektewet-29"))


def _about_aow(found: Income) -> Iterator[Caution]:
    """Say that the AOW ends a WIA and a WW (Wet WIA 49(1)(b) and 56(1)(b)), where some of it comes before."""
    aow = found.case.aow_datum
    if aow is not None and not found.aow_first:
        yield Caution("aow-stopt", said("let-op", "aow-stopt", dag=in_words(aow)), ("wet-wia-43", "wet-wia-56"))


def _about_ww(found: Income, *, has_new: bool) -> Iterator[Caution]:
    if found.case.old_ww:
        text = said("let-op", "oude-ww", weken=str(found.law.number("ww.weken_gewerkt")))
        yield Caution("oude-ww", text, ("werkloosheidswet-17", "werkloosheidswet-21"))
    if has_new:
        yield Caution("ww-dagloon", said("let-op", "ww-dagloon"), ("werkloosheidswet-1b", "wet-wia-12"))
    if has_new and found.counted_for("ww"):
        text = said("let-op", "ww-vakantiegeld")
        yield Caution("ww-vakantiegeld", text, ("inkomensbesluit-4-1", "werkloosheidswet-20", "werkloosheidswet-21"))
    if has_new:
        yield Caution("ww-uren", said("let-op", "ww-uren"), ("werkloosheidswet-16", "rviregister-ww-uren"))
    if has_new and found.start is not None:
        code = "ww-zonder-werkgever" if found.without_job else "ww-begint-later"
        yield Caution("ww-begint-later", said("let-op", code), ("werkloosheidswet-42", "rijksoverheid-recht-op-ww"))


def _about_jump(found: Income, only: Outcome | None, paid: Work | None) -> Iterator[Caution]:
    if only is None or paid is None or paid.jump is None:
        return
    wage, before, at = paid.jump
    if only.kind == "ww":
        text = said("let-op", "ww-grens", eis=euros(wage), lager=euros(before - at))
        yield Caution("ww-grens", text, ("werkloosheidswet-20",))
    else:
        code = "afgrond" if found.case.meets_weeks_for_wga else "afgrond-meteen"
        text = said("let-op", code, eis=euros(wage), lager=euros(before), hoger=euros(at))
        yield Caution("afgrond", text, ("wet-wia-60", "wet-wia-61", "wet-wia-62"))


def _about_income(found: Income, only: Outcome | None) -> Iterator[Caution]:
    """Say when work gives so much that UWV looks again: 20 percent when able to less, 65 percent in the WGA."""
    if only is None or found.income is None:
        return
    law = found.law
    if only.kind == "iva" and found.income > found.wage.uncapped * rules.percentage(law, "wia.verdiengrens_volledig"):
        months = str(law.number("wia.iva_nieuw_onderzoek_maanden"))
        share = str(law.number("wia.verdiengrens_volledig"))
        yield Caution("iva-inkomen", said("let-op", "iva-inkomen", grens=share, maanden=months), ("wet-wia-52",))
    if only.id == FULLY and found.income > found.wage.uncapped * rules.percentage(law, "wia.verdiengrens_volledig"):
        months = str(law.number("wia.inkomenseis_vrij_maanden"))
        share = str(law.number("wia.verdiengrens_volledig"))
        text = said("let-op", "inkomenseis-later", grens=share, maanden=months)
        yield Caution("inkomenseis-later", text, ("wet-wia-60",))
    if only.kind == "wga" and found.income > found.wage.uncapped * rules.percentage(law, "wia.verdiengrens"):
        years, share = str(law.number("wia.wga_uitloop_jaren")), str(law.number("wia.verdiengrens"))
        code = "wga-te-veel" if found.case.meets_weeks_for_wga else "wga-te-veel-meteen"
        yield Caution("wga-te-veel", said("let-op", code, grens=share, jaren=years), ("wet-wia-56",))


def used_lengths(found: Income) -> Iterator[Months]:
    """Yield the lengths of all phases that end."""
    for outcome in found.outcomes:
        yield from (phase.until for phase in outcome.phases if phase.until is not None)
