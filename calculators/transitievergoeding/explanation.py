"""The transition payment in words: how it was worked out, its headline and its steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from calculators.frame.dates import DAYS_IN_YEAR, MONTHS_IN_YEAR, day_to_act_in_words, in_words, with_weekday
from calculators.frame.money import euros, percent, with_unit
from calculators.frame.result import Card, Fact, NotComputed, Result, Step
from calculators.law.holidays import WEEKEND, why_free
from calculators.transitievergoeding import rules
from calculators.transitievergoeding.amounts import Amount, Duration
from calculators.transitievergoeding.cautions import COURT_TERM, warnings
from calculators.transitievergoeding.compensation import Compensation
from calculators.transitievergoeding.form import Service
from calculators.transitievergoeding.rules import Payment
from calculators.transitievergoeding.saying import allowed_from, said, wording


def calculate(case: Service) -> Result[Payment]:
    """Return the answer of a case with its explanation."""
    found = rules.calculate(case)
    return Result(
        headline=headline(found),
        outcome=found,
        steps=tuple(steps(found)),
        warnings=tuple(warnings(found)),
        not_computed=tuple(not_computed(found)),
        law=found.law,
        card=Card(tuple(facts(found))),
    )


def facts(found: Payment) -> Iterator[Fact]:
    """Yield at most three facts: from when dismissal is allowed, what UWV pays back, and the next thing to do."""
    back = found.compensation
    if found.end is not None:
        yield Fact(allowed_from(found), with_weekday(found.end.dismissal_allowed))
    if back is not None and back.right != "nee":
        name = "Als alles is betaald, vergoedt UWV hoogstens" if back.reason else "UWV vergoedt hoogstens"
        yield Fact("De grens bij UWV, minstens" if back.at_least else name, euros(back.most))
    if found.sleeps:
        yield Fact("Zonder loon en werk kan de werknemer", "Op papier vragen om te stoppen met de vergoeding")
    elif back is not None and back.right != "nee" and found.ask_act_on is not None and back.ask_by is not None:
        yield Fact("Vragen aan UWV", f"Uiterlijk {day_to_act_in_words(found.ask_act_on, back.ask_by)}")
    elif found.court_act_on is not None and found.court_by is not None and found.right == "ja":
        day = day_to_act_in_words(found.court_act_on, found.court_by)
        yield Fact("Niet betaald? Naar de rechter", f"Uiterlijk {day}")


def headline(found: Payment) -> str:
    """Return the answer in one or two sentences."""
    if found.reason:
        return said(found, "recht", found.reason)
    if found.at_the_end.at_least:
        first = said(found, "hoofdzin", "minstens")
    elif found.case.einde_dienstverband:
        first = said(found, "hoofdzin", "ja")
    else:
        first = said(found, "hoofdzin", "slaapt" if found.sleeps else "loopt")
    back = found.compensation
    if back is None or back.right == "nee" or not back.most:
        return first
    later = f"terug-{back.reason}" if back.reason else "terug"
    return f"{first} {said(found, 'hoofdzin', 'terug-minstens' if back.at_least else later)}"


def duration_in_words(length: Duration) -> str:
    """Return ``12 jaar, 3 maanden en 4 dagen`` without the parts that are nought."""
    years, months = divmod(length.months, MONTHS_IN_YEAR)
    parts = [
        with_unit(count, unit)
        for count, unit in ((years, "jaar"), (months, "maanden"), (length.days, "dagen"))
        if count
    ]
    return " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts or ["0 dagen"])


def years_in_a_sum(length: Duration) -> str:
    """Return ``(12 + 10/12 + 4/365) jaar``, so that whoever works it out finds the same to the cent."""
    years, months = divmod(length.months, MONTHS_IN_YEAR)
    parts = [str(years)] if years or not (months or length.days) else []
    parts += [f"{months}/{MONTHS_IN_YEAR}"] if months else []
    parts += [f"{length.days}/{DAYS_IN_YEAR}"] if length.days else []
    return f"({' + '.join(parts)}) jaar" if len(parts) > 1 else f"{parts[0]} jaar"


def steps(found: Payment) -> Iterator[Step]:
    """Yield the wage, the length, the amount and what UWV pays back, each with its article."""
    yield from _wage_steps(found)
    yield from _length_steps(found)
    yield from _amount_steps(found, found.at_the_end, "")
    if found.after_two_years is not None and found.end is not None:
        temporary = (
            " Een tijdelijk contract mag alleen eerder worden opgezegd als dat op papier is afgesproken."
            if found.case.einde_door == "afloop"
            else ""
        )
        yield Step(
            f"{allowed_from(found)} {with_weekday(found.end.dismissal_allowed)}. De werkgever heeft dan meestal eerst "
            f"toestemming van UWV nodig, of een werknemer die op papier instemt.{temporary}",
            ("bw-7-670", "bw-7-671", *(("bw-7-667",) if temporary else ())),
        )
        day = found.after_two_years.last_day
        yield Step(
            f"De dag na twee jaar ziekte is {with_weekday(day)}. Verlof en herstel maken die tijd langer, een "
            "loonsanctie, een verlenging of een late aanvraag niet.",
            ("bw-7-673e", "bw-7-670"),
        )
        if found.aow_before_two_years:
            yield Step("Op die dag is de AOW er al. Dan is er geen transitievergoeding.", ("bw-7-673",))
        else:
            yield from _amount_steps(found, found.after_two_years, "Op die dag: ")
    if found.compensation is not None:
        yield Step(_compensation_in_words(found, found.compensation), ("bw-7-673e", "compensatie-checklist"))
        ask_by, act_on = found.compensation.ask_by, found.ask_act_on
        if found.compensation.right != "nee" and ask_by is not None and act_on is not None and why_free(ask_by):
            yield Step(
                f"De tijd om UWV te vragen loopt af op {with_weekday(ask_by)}. Die dag is {_why_no_last_day(ask_by)}. "
                f"Of het daarna nog kan, lazen wij nergens. Vraag het dus uiterlijk {with_weekday(act_on)}.",
                ("bw-7-673e", "compensatie-checklist"),
            )
    if found.court_by is not None and found.court_counted is not None and found.interest_from is not None:
        yield Step(
            f"Is er op {in_words(found.interest_from)} nog niet alles betaald? Dan komt er vanaf die dag wettelijke "
            f"rente bij, over wat nog open staat. Naar de kantonrechter kan tot en met {with_weekday(found.court_by)}.",
            ("bw-7-686a",) if found.court_by == found.court_counted else COURT_TERM,
        )
        if found.court_by != found.court_counted:
            yield Step(
                f"De tijd voor de kantonrechter loopt af op {with_weekday(found.court_counted)}. Die dag is "
                f"{_why_no_last_day(found.court_counted)}, en telt niet als laatste dag. Daarom kan het nog op de "
                "eerste gewone dag erna. Wacht daar liever niet op.",
                COURT_TERM,
            )


def _why_no_last_day(day: date) -> str:
    why = why_free(day)
    return "in het weekend" if why in WEEKEND.values() else why


def _wage_steps(found: Payment) -> Iterator[Step]:
    wage, case = found.wage, found.case
    also = ", ook over de toeslagen" if wage.allowances and case.vakantiegeld_over_toeslagen == "ja" else ""
    parts = [
        ("loon voor de afgesproken uren", wage.base),
        (f"{percent(case.vakantiebijslag)} vakantiegeld" + also, wage.holiday_pay),
        ("eindejaarsuitkering, gedeeld door 12", wage.year_end),
        (f"toeslagen, gedeeld door {int(case.toeslagen_maanden)}", wage.allowances),
        (f"bonus, gedeeld door {int(case.bonus_maanden)}", wage.bonus),
    ]
    sum_in_words = " + ".join(f"{euros(part)} ({name})" for name, part in parts if part or name == parts[0][0])
    yield Step(
        f"Het loon per maand is {sum_in_words} = {euros(wage.month)}. Minder loon door ziekte telt "
        "niet bij het loon voor de afgesproken uren.",
        (
            "besluit-loonbegrip-2014",
            "regeling-looncomponenten-2014",
            "hrpraktijk-loonbegrip",
            *(("vakantiebijslag-overwerk",) if also else ()),
        ),
    )


def _length_steps(found: Payment) -> Iterator[Step]:
    case = found.case
    if found.counted:
        text = "; ".join(f"{in_words(one.first)} tot en met {in_words(one.last)}" for one in reversed(found.counted))
        yield Step(f"Ook dit telt mee als tijd in dienst: {text}.", ("bw-7-673",))
    youth = f", zonder {with_unit(case.jeugd_maanden, 'maanden')} van voor de 18e verjaardag"
    yield Step(
        f"Het contract duurt van {in_words(case.in_dienst_sinds)} tot en met {in_words(case.last_day)}. Alles bij "
        f"elkaar is dat {duration_in_words(found.at_the_end.duration)}{youth if case.jeugd_maanden else ''}.",
        ("bw-7-673",),
    )


def _amount_steps(found: Payment, one: Amount, start: str) -> Iterator[Step]:
    """Yield the sum for one last day: a part of a month for each year, the maximum, and what comes off."""
    divisor = found.law.on(one.last_day).number("transitievergoeding.maandloon_deler")
    yield Step(
        f"{start}{euros(found.wage.month)} : {divisor} x {years_in_a_sum(one.duration)} = {euros(one.full)}.",
        ("bw-7-673",),
    )
    if one.bounded:
        year_wage = MONTHS_IN_YEAR * found.wage.month
        yield Step(
            f"{_the(start)} maximum van dat jaar kennen wij nog niet. Een jaarloon mag in elk geval: "
            f"{MONTHS_IN_YEAR} x {euros(found.wage.month)} = {euros(year_wage)}.",
            ("bw-7-673",),
        )
    elif one.maximum is not None:
        yield Step(
            f"{_the(start)} hoogste bedrag is {euros(one.maximum)}: het maximum van dat jaar, of een jaarloon als dat "
            "hoger is.",
            ("bw-7-673", *found.law.on(one.last_day).sources("transitievergoeding.maximum")),
        )
    if found.case.eerder_betaald and found.counted:
        yield Step(
            f"{_the(start)} bedrag dat bij een eerder contract al was verschuldigd, "
            f"{euros(found.case.eerder_betaald)}, gaat eraf. Er blijft {euros(one.gross)}.",
            ("bw-7-673",),
        )
    if one.due != one.gross and not start:
        yield Step(
            f"De kosten gaan eraf: {euros(one.gross)} - {euros(one.gross - one.due)} = {euros(one.due)}. Dat mag "
            "alleen als de werknemer vooraf op papier heeft ingestemd.",
            ("bw-7-673", "besluit-aftrek-2015"),
        )


def _the(start: str) -> str:
    return f"{start}het" if start else "Het"


def _compensation_in_words(found: Payment, back: Compensation) -> str:
    if back.right == "nee":
        return said(found, "vergoed", back.reason)
    most = f"{'minstens ' if back.at_least else ''}{euros(back.most)}"
    amounts = most if back.least == back.most else f"{euros(back.least)} of {most}"
    limit = "UWV vergoedt wat is betaald, hoogstens wat moest, en hoogstens het bedrag van de dag na twee jaar ziekte"
    months = found.law.number("transitievergoeding.compensatie_aanvraag_maanden", found.case.last_day)
    if back.reason:
        return f"{limit}. {said(found, 'vergoed', back.reason)} Vragen kan tot {months} maanden na de laatste betaling."
    return f"{limit}: {amounts}. {said(found, 'vergoed', 'ja')} Dat kan tot {months} maanden na de betaling."


def not_computed(found: Payment) -> Iterator[NotComputed]:
    """Yield what is left out, and whom to ask."""
    holds = {"ziekte-voor-contract": found.ill_before_contract, "bedrijf-stopt": found.right != "nee"}
    for code, (text, ask) in wording()["niet-berekend"].items():
        if holds.get(code, True):
            yield NotComputed(code, text, ask)
    if found.days_without_maximum:
        yield NotComputed("maximum", "Meer dan een jaarloon: het maximum van dat jaar is nog niet bekend.", "UWV")
