"""What the amounts leave out, why, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from calculators.frame.money import euros, euros_in_a_sum
from calculators.frame.result import NotComputed
from calculators.law.parameters import figure
from calculators.wie_betaalt_wat.benefit_notes import benefit_notes, benefit_without_effect
from calculators.wie_betaalt_wat.lkv_notes import lkv_notes
from calculators.wie_betaalt_wat.month import Month, course_of
from calculators.wie_betaalt_wat.post import LeftOut
from calculators.wie_betaalt_wat.posts import find_posts
from calculators.wie_betaalt_wat.posts.wage import ADULT
from calculators.wie_betaalt_wat.rules import Money, first_day_elsewhere, without_stays
from calculators.wie_betaalt_wat.wording import post_ids, words


def not_computed(money: Money) -> Iterator[NotComputed]:
    """Yield what the amounts leave out: by period, then what was filled in in vain, then what is never in them."""
    yield from _left_out(money)
    yield from _items_without_effect(money)
    yield from _answers_without_effect(money)
    yield from benefit_notes(money)
    yield from _old_wage(money)
    yield from _left_out_of_comparison(money)
    yield from _of_new_work(money)
    if any(one.is_about("inleenvergoeding") for one in money.periods):
        yield NotComputed(
            "gelijk-loon",
            "Gelijk loon bij de inlener. Wie tegen een vergoeding uitgeleend wordt, heeft recht op minstens het loon "
            "en de vergoedingen van collega's daar in gelijk werk (Waadi artikel 8). Een cao mag iets anders "
            "afspreken. Bij hulp zonder winst geldt dat niet. Binnen één concern ook niet, maar is uitlenen daar het "
            "bedrijf, zoals bij een personeels-bv? Dan wel, en dan mag een cao niet minder geven (Waadi artikel 8a).",
            "de inlener",
        )
    if money.case.has_employer:
        days = money.law.in_words("loon.wachtdagen")
        yield from _household(money)
        yield NotComputed(
            "wachtdagen",
            f"Wachtdagen: in het contract of de cao kan staan dat de eerste {days} ziektedagen geen loon hebben "
            "(BW 7:629 lid 9). De bedragen rekenen zonder wachtdagen.",
            "HR",
        )
    yield NotComputed("netto", "Wat er netto overblijft: alle bedragen zijn bruto.", "de loonadministratie")
    yield NotComputed(
        "pensioen-en-verzekeringen",
        "Pensioen, een verzuimverzekering en de eigen premie Werkhervattingskas van de werkgever.",
        "de loonadministratie en de verzekeraar",
    )
    if money.case.has_employer and not _has_aow_now(money):
        yield NotComputed(
            "transitievergoeding", "De transitievergoeding bij ontslag en wat UWV daarvan vergoedt.", "HR"
        )


def _has_aow_now(money: Money) -> bool:
    """Say whether the AOW age was reached: a dismissal from then on gives no transition payment (BW 7:673(7)(b))."""
    return money.case.aow_datum is not None and money.case.aow_datum <= money.case.peildatum


def _household(money: Money) -> Iterator[NotComputed]:
    """Name the six weeks of whoever helps in a household on less than four days a week (BW 7:629(2)(a))."""
    days, weeks = money.law.in_words("loon.huishouden_dagen"), money.law.in_words("loon.huishouden_weken")
    yield NotComputed(
        "hulp-in-huishouden",
        f"Hulp of zorg in het huishouden van een ander, op minder dan {days} dagen per week. Is die persoon de "
        f"werkgever? Dan is er bij ziekte hoogstens {weeks} weken loon (BW 7:629 lid 2). De bedragen rekenen met een "
        "gewone baan.",
        "een jurist",
    )


def _of_new_work(money: Money) -> Iterator[NotComputed]:
    """Name what a host has to insure (Wet WIA 37(2)(b), WW 76a(3)(b)), and money for who earns too little (Pw 10d)."""
    if "proefplaatsing" in money.stays.by_form:
        yield NotComputed(
            "proefplaatsing-verzekering",
            "De aansprakelijkheidsverzekering bij de proefplaatsing. De inlener moet er een hebben voor deze persoon "
            "(Wet WIA artikel 37, Werkloosheidswet artikel 76a).",
            "de verzekeraar van de inlener",
        )
    if money.case.in_dienst is not None:
        yield NotComputed(
            "loonkostensubsidie",
            "Geld of een lager loon voor wie met werk het minimumloon niet kan verdienen. Soms geeft de gemeente de "
            "nieuwe werkgever loonkostensubsidie (Participatiewet artikel 10d). Bij Wajong kan UWV loondispensatie "
            "geven (Wajong artikel 2:20 en 3:63).",
            "de gemeente of UWV",
        )


def _left_out(money: Money) -> Iterator[NotComputed]:
    """Yield each item that was left out, with the days, joined over periods that follow each other.

    Days of leave between them, which have a note of their own, do not cut such a line in two.
    """
    spans: list[tuple[str, LeftOut, int, int]] = []
    for now, one in enumerate(money.periods):
        for post_id, why in one.left_out.items():
            for index, (known_id, known_why, first, last) in enumerate(spans):
                follows = all(between.on_leave for between in money.periods[last + 1 : now])
                if (known_id, known_why) == (post_id, why) and follows:
                    spans[index] = (post_id, why, first, now)
                    break
            else:
                spans.append((post_id, why, now, now))
    for post_id, why, first, last in spans:
        days = money.periods[first].days.first, money.periods[last].days.last
        yield NotComputed(post_id, _reason(post_id, why), words(post_id).vraag_aan, *days)


def _reason(post_id: str, why: LeftOut) -> str:
    row = words(post_id)
    if not why.figures:
        return row.ontbreekt[why.answer]
    labels = "; ".join(figure(name).label for name in why.figures)
    text = f"Nog niet bekend: {labels}. Daarom staat de post {row.naam} hier niet in de bedragen."
    return f"{text} {row.zelf_invullen}".strip()


def _old_wage(money: Money) -> Iterator[NotComputed]:
    """Say that the old employer owes what the new wage leaves, for as long as the old contract goes on (BW 7:629(5)).

    Seldom do we know whether it goes on, nor in which hours the new work is: what would be left is named, not booked.
    Where only the contract that is compared begins during the wage, it is named of that one.
    """
    start, compared = money.case.in_dienst, first_day_elsewhere(money.stays)
    if (note := _old_wage_from(start, money)) is not None:
        yield note
    elif money.contract_at_once is not None and (note := _old_wage_from(compared, money)) is not None:
        yield replace(note, text=f"In de vergelijking met meteen een contract: {note.text[0].lower()}{note.text[1:]}")


def _old_wage_from(start: date | None, money: Money) -> NotComputed | None:
    case, last = money.case, money.ends.wages
    if not case.has_employer or start is None or start > last:
        return None
    old = Month(course_of(without_stays(case), money.law), start)
    find_posts(old)
    wage, new = old.total("loon", "aanvulling-minimumloon"), case.nieuw_maandloon
    left = ""
    if not isinstance(wage, LeftOut) and wage and new is not None:
        left = (
            f" Dat is op de eerste dag {euros_in_a_sum(wage)} − {euros_in_a_sum(new)} = {euros(wage - new)} per maand, "
            "als het nieuwe werk in de uren van het oude valt."
            if new < wage
            else " Valt het nieuwe werk in de uren van het oude, dan is er geen rest. In andere uren gaat er niets af."
        )
    booked = (
        "Die rest staat niet in de bedragen."
        if money.ends.contract_end is not None
        else "De bedragen gaan ervan uit dat het oude contract stopt."
    )
    return NotComputed(
        "loon-naast-nieuw-contract",
        "Het loon van de oude werkgever naast het nieuwe contract. Zolang het oude contract doorloopt, trekt hij het "
        f"nieuwe loon af en betaalt hij de rest (BW 7:629 lid 5).{left} {booked}",
        "HR",
        start,
        last,
    )


def _left_out_of_comparison(money: Money) -> Iterator[NotComputed]:
    """Yield what is missing of a course that is compared, and of the reader's own is not: else one seems dearer."""
    named = {(post_id, why) for one in money.periods for post_id, why in one.left_out.items()}
    compared = {"niets doen": money.nothing, "meteen een contract": money.contract_at_once or ()}
    for name, periods in compared.items():
        for post_id, why in {item: None for one in periods for item in one.left_out.items()}:
            if why.answer and (post_id, why) not in named:
                text = f"In de vergelijking met {name}: de post {words(post_id).naam}. {_reason(post_id, why)}"
                yield NotComputed("vergelijking", text, words(post_id).vraag_aan)


def _items_without_effect(money: Money) -> Iterator[NotComputed]:
    """Yield each item for which something was filled in, and that counts in no period at all."""
    for post_id in post_ids():
        found = [one.not_due.get(post_id) for one in money.periods]
        if None not in found and any(one and one.filled_in for one in found):
            text = benefit_without_effect(money) if post_id == "uitkering" else words(post_id).zonder_effect
            yield NotComputed(post_id, text, words(post_id).vraag_aan)


def _answers_without_effect(money: Money) -> Iterator[NotComputed]:
    """Yield other answers that count for nothing, and a comparison that cannot be made."""
    case = money.case
    if any(since.value for since in case.eigen_werk) and not any(one.own_hours for one in money.periods):
        yield NotComputed(
            "eigen-werk", "Uren bij de eigen werkgever tellen alleen zolang die loon bij ziekte betaalt.", "HR"
        )
    elif any(since.value and since.start < money.ends.period.first_day for since in case.eigen_werk):
        yield NotComputed("eigen-werk", "Uren eigen werk van voor de nieuwe ziekteperiode tellen niet mee.", "HR")
    if case.leeftijd is not None and case.leeftijd < ADULT:
        yield NotComputed(
            "leeftijd",
            "Het minimumloon na een verjaardag. Wij rekenen alle dagen met de leeftijd die is ingevuld.",
            "de loonadministratie",
        )
    if case.detachering_einde is not None and case.detachering_start is None:
        yield NotComputed("detachering", "De detachering. Vul ook de eerste dag ervan in.", "UWV")
    if any(stay.last < money.ends.period.first_day for stay in money.stays.by_form.values()):
        yield NotComputed("plek-buiten-periode", "Een plek van voor de nieuwe ziekteperiode telt niet mee.", "UWV")
    if money.contract_at_once is None and money.stays.by_form:
        yield NotComputed(
            "vergelijking",
            "De vergelijking met meteen een contract. Vul daarvoor het loon bij de nieuwe werkgever in.",
            "UWV",
        )
    yield from lkv_notes(money)
