"""The income after 104 weeks in words: its headline, and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calculators.frame.dates import in_words, with_weekday
from calculators.frame.money import euros, number_in_words, percent, with_unit
from calculators.frame.result import Card, Fact, NotComputed, Result, Step
from calculators.inkomen_na_104_weken import rules, situations
from calculators.inkomen_na_104_weken.cautions import used_lengths, warnings
from calculators.inkomen_na_104_weken.form import PARTLY, Situation
from calculators.inkomen_na_104_weken.formulas import formula
from calculators.inkomen_na_104_weken.phases import Amounts, Phase
from calculators.inkomen_na_104_weken.rules import Months
from calculators.inkomen_na_104_weken.saying import said, wording
from calculators.inkomen_na_104_weken.situations import Income, Outcome
from calculators.inkomen_na_104_weken.work import work
from calculators.law import sick_pay


def calculate(case: Situation) -> Result[Income]:
    """Return the answer of a case with its explanation."""
    found = situations.calculate(case)
    paid = work(found)
    return Result(
        headline=headline(found),
        outcome=found,
        steps=tuple(steps(found)),
        warnings=tuple(warnings(found, paid)),
        not_computed=tuple(not_computed(found)),
        law=found.law,
        card=Card(tuple(facts(found))),
    )


def facts(found: Income) -> Iterator[Fact]:
    """Yield at most three facts: from when, how long the first benefit lasts, and the limit or what to fill in."""
    only = found.outcomes[0] if len(found.outcomes) == 1 else None
    if found.aow_first and found.case.aow_datum is not None:
        yield Fact("De AOW begint op", with_weekday(found.case.aow_datum))
    if found.wia_day is not None:
        yield Fact("Vanaf", with_weekday(found.wia_day))
    if only is None:
        yield Fact("Wat u kunt doen", "Kies de uitkomst als de brief van UWV er is")
        return
    if lengths := list(used_lengths(found)):
        yield Fact("Eerste uitkering", months_in_words(lengths[-1]))
    if only.capacity is not None and not only.capacity.free:
        yield Fact("De helft van wat u kunt", f"{euros(rules.required_income(only.capacity, found.law))} per maand")


def between(amounts: Amounts, more: Fraction | None = None) -> str:
    """Return an amount, or ``€ 1 tot € 2`` when it has bounds; ``more`` is added to both."""
    if amounts.least is None or amounts.most is None:
        return "een bedrag dat nog niet bekend is"
    least, most = (euros(one + (more or 0)) for one in (amounts.least, amounts.most))
    return least if least == most else f"{least} tot {most}"


def months_in_words(months: Months) -> str:
    """Return ``15 maanden`` or ``15 tot 20 maanden``."""
    if months.least == months.most:
        return with_unit(months.least, "maanden")
    return f"{number_in_words(months.least)} tot {with_unit(months.most, 'maanden')}"


def headline(found: Income) -> str:
    """Return the answer in one or two sentences, and what holds otherwise where the weeks of work are not known."""
    only = found.outcomes[0] if len(found.outcomes) == 1 else None
    if only is None or not found.case.doubts_weeks or only.kind not in ("wga", "ww"):
        return _first_sentence(found)
    last, income = only.phases[-1], found.counted_for(only.kind)
    if only.kind == "wga" and income is not None and last.with_work is not None:
        otherwise = said("hoofdzin", "weken-onzeker-wga-met-werk", daarna_totaal=between(last.with_work, income))
    else:
        otherwise = said("hoofdzin", f"weken-onzeker-{only.kind}", daarna=between(last.without_work))
    return f"{_first_sentence(found)} {otherwise}"


def _first_sentence(found: Income) -> str:
    if len(found.outcomes) != 1:
        extremes = _extremes(found)
        code = "klasse" if found.case.uitkomst == PARTLY else "alle"
        if extremes and any(one.kind == "ww" for one in found.outcomes) and found.case.old_ww:
            code = "alle-oude-ww"
        return said("hoofdzin", code if extremes else f"{code}-onbekend", aantal=str(len(found.outcomes)), **extremes)
    outcome = found.outcomes[0]
    if not outcome.phases:
        return without_benefit(found)
    code, phases = outcome.kind, outcome.phases
    if code == "wga" and len(phases) == 1:
        return said("hoofdzin", "wga-zonder-eerste", daarna=between(phases[0].without_work))
    later = phases[-2] if code == "wga" else phases[-1]
    values = {
        "begin": between(phases[0].without_work),
        "later": between(later.without_work),
        "maand": number_in_words(later.first_month.least),
        "daarna": between(phases[-1].without_work),
    }
    income = found.counted_for(code)
    if income is None or later.with_work is None or phases[-1].with_work is None:
        return said("hoofdzin", code, **values)
    return said(
        "hoofdzin",
        f"{code}-met-werk",
        later_totaal=between(later.with_work, income),
        daarna_totaal=between(phases[-1].with_work, income),
        **values,
    )


def without_benefit(found: Income) -> str:
    """Return what there is without a WIA and a new WW: the AOW, the WW of before the illness, or nothing of UWV."""
    if found.aow_first and found.case.aow_datum is not None:
        return said("hoofdzin", found.outcomes[0].id, dag=in_words(found.case.aow_datum))
    return said("hoofdzin", "oude-ww" if found.case.old_ww else "geen-ww")


def _extremes(found: Income) -> dict[str, str]:
    """Return the least and the most that any phase of any outcome gives without work; empty when none is known.

    An outcome without a benefit gives nothing (WW 17), unless there is an old WW, which is not known. So does one with
    a WW that hangs on weeks of work of which nobody knows.
    """
    nothing = (one for one in found.outcomes if not one.phases or (one.kind == "ww" and found.case.doubts_weeks))
    amounts = [Fraction(0) for _ in nothing if not found.case.old_ww] + [
        one
        for outcome in found.outcomes
        for phase in outcome.phases
        for one in (phase.without_work.least, phase.without_work.most)
        if one is not None
    ]
    return {"minst": euros(min(amounts)), "meest": euros(max(amounts))} if amounts else {}


def name_of(outcome: Outcome, found: Income) -> str:
    """Return the name of an outcome, with its percentages; a WW is named only where there may be one."""
    low, high = outcome.disability or (0, 0)
    return said(
        "uitkomst",
        outcome.id if outcome.phases or outcome.kind != "ww" or found.case.old_ww else f"{outcome.id}-zonder-ww",
        van=str(low),
        tot=str(high),
        onder=str(found.law.number("wia.ondergrens")),
        vol=str(found.law.number("wia.volledig")),
    )


def name_of_phase(phase: Phase) -> str:
    """Return the name of a phase; what comes after the wage-related WGA has another where there is none (54(4))."""
    at_once = phase.kind == "wga-daarna" and phase.first_month.least == 1
    return said("fase", f"{phase.kind}-meteen" if at_once else phase.kind)


def steps(found: Income) -> Iterator[Step]:
    """Yield the wage, the start, the length, and the sum of each phase, each with its article."""
    case, wage = found.case, found.wage
    days = case.wia_dagloon is not None
    yield Step(
        f"Het oude loon is {euros(wage.uncapped)} per maand, met vakantiegeld"
        + (f": het dagloon maal {number_in_words(found.law.get('loon.dagen_per_maand') or 0)}." if days else ".")
        + " De bedragen zijn in geld van vandaag: uitkeringen gaan mee met het minimumloon.",
        ("wet-wia-12", *found.law.sources("loon.dagen_per_maand")),
    )
    if wage.month != wage.uncapped:
        yield Step(
            f"Het maximumdagloon is de grens: de uitkering rekent met {euros(wage.month)}. Loon uit werk telt in "
            "dezelfde maat minder mee.",
            ("wet-wia-12", "wet-wia-61", *found.law.sources("loon.maximumdagloon")),
        )
    yield from _income_steps(found)
    if found.wia_day is not None:
        yield _step_of_start(found, with_weekday(found.wia_day))
    yield from _length_steps(found)
    for outcome in found.outcomes:
        for phase in outcome.phases:
            text = f"{name_of(outcome, found)}. {name_of_phase(phase)}: {formula(found, outcome, phase)}."
            yield Step(text, tuple(wording()["bronnen"][phase.kind]))


def _income_steps(found: Income) -> Iterator[Step]:
    kinds = {"ww" if one.kind == "ww" else "wia" for one in found.outcomes if one.phases}
    for name, kind, code in (("wia", "wga", "inkomen"), ("ww", "ww", "inkomen-ww")):
        income = found.counted_for(kind)
        if name in kinds and income is not None:
            text = said("stap", code, deel=percent(found.case.vakantiebijslag), bedrag=euros(income))
            yield Step(text, ("inkomensbesluit-4-1",))


def _step_of_start(found: Income, day: str) -> Step:
    """Say why a WIA can begin on that day: what moved it last, so the look back before all else (Wet WIA 64(11))."""
    if found.ends is not None and found.looked_back:
        weeks = str(found.law.number("wia.terugwerkend_weken", found.ends.applied))
        return Step(said("stap", "begin-na-terugkijken", dag=day, weken=weeks), ("wet-wia-64",))
    if found.after_contract:
        text = said("stap", "begin-na-contract", dag=day)
        return Step(text, ("wet-wia-24", "wet-wia-43", "wet-wia-64"))
    code = "begin" if found.case.has_employer else "begin-zonder-werkgever"
    return Step(said("stap", code, dag=day), ("wet-wia-23", "wet-wia-43", "wet-wia-54"))


def _length_steps(found: Income) -> Iterator[Step]:
    kinds = {outcome.kind for outcome in found.outcomes if outcome.phases}
    for name, kind, words, source in (
        ("wia", "wga", "De loongerelateerde WGA", "wet-wia-59"),
        ("ww", "ww", "De WW", "werkloosheidswet-42"),
    ):
        if kind in kinds and not (kind == "wga" and not found.case.meets_weeks_for_wga):
            yield Step(_why_so_long(found, name, words), (source, "wet-wia-15"))


def _why_so_long(found: Income, subject: str, words: str) -> str:
    """Say which rule decides how long a benefit lasts: the years of work, or the shortest and the longest."""
    law, case, length = found.law, found.case, found.lengths[subject]
    earned = rules.months_earned(case, found.start or case.peildatum, subject, law)
    shortest, longest = (law.number(name) for name in rules.SHORTEST_AND_LONGEST[subject])
    values = {
        "wat": words,
        "duur": months_in_words(length),
        "kort": str(shortest),
        "lang": str(longest),
        "regel": said("stap", "duur-jaren-regel", heel=str(law.number(f"{subject}.arbeidsverleden_heel"))),
    }
    if rules.lasts_shortest(case, subject):
        most = {"jaren": str(law.number("ww.jaren_gewerkt")), "van": str(law.number("ww.jaren_waarvan"))}
        return said("stap", "duur-vier-van-vijf", **values, **most)
    if earned is None:
        return said("stap", "duur-onbekend", **values)
    if earned == length:
        return said("stap", "duur", **values)
    return said("stap", "duur-grens", **values, som=months_in_words(earned))


def not_computed(found: Income) -> Iterator[NotComputed]:
    """Yield what is left out, and whom to ask; what hangs on a kind of benefit only when that is an outcome."""
    kinds = {outcome.kind for outcome in found.outcomes if outcome.phases}
    holds = {
        "aow": found.case.aow_datum is None,  # with the day the answer itself says it
        "zorgjaren": any(used_lengths(found)),
        "hulpbehoevend": bool(kinds & {"wga", "iva"}),
        "tegemoetkoming": bool(kinds & {"wga", "iva"}),
        "eerder": "wga" in kinds,
        "vervroegd": "iva" in kinds,
        "buitenland": "wga" in kinds,
        "alsnog": any(outcome.id == "onder-35" for outcome in found.outcomes),
    }
    for code, (text, ask) in wording()["niet-berekend"].items():
        if holds.get(code, True):
            yield NotComputed(code, text, ask)
    if found.sick_pay_in_the_wait and found.wia_day is not None:
        yield from sick_pay.not_computed(found.case, found.ends)
