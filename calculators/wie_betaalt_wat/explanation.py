"""Who pays what in words: a sentence for each party, the steps, the warnings and what was not computed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from calculators.frame.dates import DAYS_IN_WEEK, days_in_words, in_words, with_weekday
from calculators.frame.money import euros, number_in_words, percent
from calculators.frame.result import Caution, NotComputed, Result, Step
from calculators.law.cautions import cautions
from calculators.law.parameters import figure
from calculators.wie_betaalt_wat import rules
from calculators.wie_betaalt_wat.form import MoneyInput
from calculators.wie_betaalt_wat.rules import AT_HOST, WEEKS_IN_MONTH, Money, MoneyPeriod

STAGES = {
    "ziek-thuis": "ziek, zonder plek elders",
    "werkervaringsplaats": "werkervaringsplaats",
    "detachering": "detachering",
    "proefplaatsing": "proefplaatsing",
    "dienstverband": "contract bij de nieuwe werkgever",
    "na-wachttijd": "na de loondoorbetaling",
}
ITEMS = {
    "loon": "loon",
    "aanvulling-minimumloon": "aanvulling tot het minimumloon",
    "vakantiebijslag": "vakantiegeld",
    "werkgeverslasten": "werkgeverslasten",
    "inleenvergoeding": "inleenvergoeding",
    "btw": "btw",
    "reiskosten": "reiskosten",
    "begeleiding": "eigen tijd voor begeleiding",
    "uitkering": "uitkering",
    "nieuw-loon": "loon bij de nieuwe werkgever",
    "lkv": "loonkostenvoordeel",
}
QUESTIONS = (
    ("loon", "Aan HR: hoeveel procent van het loon betaalt u in het eerste en tweede ziektejaar, en waar staat dat?"),
    ("vakantiebijslag", "Aan HR: hoeveel vakantiegeld geldt er, en telt het lagere loon bij ziekte daarvoor mee?"),
    ("werkgeverslasten", "Aan de loonadministratie: welk percentage werkgeverslasten hebben wij, met pensioen erbij?"),
    ("inleenvergoeding", "Aan de eigen werkgever: welke vergoeding vraagt u, hoe is die berekend en komt er btw bij?"),
    ("reiskosten", "Aan de inlener en de eigen werkgever: wie betaalt de reiskosten, en hoeveel per kilometer?"),
    ("begeleiding", "Aan de inlener: wie begeleidt, en hoeveel uur per week is daarvoor?"),
    ("nieuw-loon", "Aan de nieuwe werkgever: welk loon en hoeveel uur staan er in het contract?"),
    ("loon", "Aan de verzuimverzekeraar: wat vergoedt de polis van dit loon, ook als iemand bij een ander werkt?"),
)
"""What to ask for an item that cao, policy or agreement decides."""


def calculate(case: MoneyInput) -> Result[Money]:
    """Return the money of a case with its explanation."""
    money = rules.calculate(case)
    lines = dict(sentences(money))
    return Result(
        headline=lines["inlener"] if any(one.stage in AT_HOST for one in money.periods) else lines["werkgever"],
        outcome=money,
        steps=tuple(steps(money)),
        warnings=tuple(warnings(money)),
        not_computed=tuple(not_computed(money)),
        law=money.law,
    )


def _weeks(periods: list[MoneyPeriod]) -> str:
    """Return the length of some periods as ``20 weken`` or ``10 dagen``."""
    days = sum(one.days.days for one in periods)
    if days % DAYS_IN_WEEK:
        return days_in_words(days)
    weeks = days // DAYS_IN_WEEK
    return "1 week" if weeks == 1 else f"{weeks} weken"


def _paid(periods: list[MoneyPeriod], party: str, *ids: str) -> Decimal:
    booked = [one for period in periods for one in period.booked if one.item.payer == party]
    return sum((one.amount for one in booked if not ids or one.item.id in ids), Decimal(0))


def _got(periods: list[MoneyPeriod], party: str) -> Decimal:
    return sum((one.amount for period in periods for one in period.booked if one.item.receiver == party), Decimal(0))


def _without_unknown(periods: list[MoneyPeriod]) -> str:
    """Return the end of a sentence about periods in which some amounts are not known yet."""
    first = next((one.days.first for one in periods if any(one.left_out.values())), None)
    return f", zonder wat vanaf {in_words(first)} nog niet bekend is." if first else "."


def sentences(money: Money) -> Iterator[tuple[str, str]]:
    """Yield one sentence for each party, that could be read out on the phone."""
    everything = list(money.periods)
    at_host = [one for one in everything if one.stage in AT_HOST]
    contract = [one for one in everything if one.stage == "dienstverband"]
    gets = _got(everything, "werknemer")
    yield "werknemer", f"De werknemer krijgt in deze {_weeks(everything)} samen {euros(gets)} bruto."
    own = [one for one in everything if any(booked.item.id == "loon" for booked in one.booked)]
    if money.case.has_employer:
        back = _got(own, "werkgever")
        yield (
            "werkgever",
            f"De eigen werkgever betaalt in deze {_weeks(own)} {euros(_paid(own, 'werkgever'))} aan loon en andere "
            "kosten" + (f" en krijgt {euros(back)} terug van de inlener" if back else "") + _without_unknown(own),
        )
    else:
        yield "werkgever", "Er is geen eigen werkgever die loon betaalt."
    if at_host:
        parts = [
            f"{euros(Decimal(0))} loon",
            *(
                f"{euros(paid)} {name}"
                for name, ids in (
                    ("inleenvergoeding", ("inleenvergoeding",)),
                    ("btw", ("btw",)),
                    ("reiskosten", ("reiskosten",)),
                    ("aan eigen tijd voor begeleiding", ("begeleiding",)),
                )
                if (paid := _paid(at_host, "inlener", *ids))
            ),
        ]
        listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"
        yield "inlener", f"De inlener betaalt in deze {_weeks(at_host)} {listed}."
    elif not contract:
        yield "inlener", "Er is geen inlener in deze situatie."
    if contract:
        costs, back = _paid(contract, "inlener"), _got(contract, "inlener")
        yield (
            "nieuwe-werkgever",
            f"De nieuwe werkgever betaalt in de eerste {_weeks(contract)} van het contract {euros(costs)}"
            + (f" en krijgt daarvan {euros(back)} terug" if back else "")
            + _without_unknown(contract),
        )
    with_benefit = [one for one in everything if any(booked.item.id == "uitkering" for booked in one.booked)]
    if with_benefit:
        yield "uwv", f"UWV betaalt in {_weeks(with_benefit)} {euros(_paid(with_benefit, 'uwv'))} aan uitkering."


def key_figures(money: Money) -> tuple[Decimal | None, Decimal]:
    """Return the cost for the host of an hour worked (None without hours), and what the own employer gets back."""
    at_host = [one for one in money.periods if one.stage in AT_HOST and not one.on_leave]
    if money.case.has_employer:
        at_host = [one for one in at_host if one.stage != "detachering" or _paid([one], "werkgever", "loon")]
    case = money.case
    hours_a_week = case.uren_per_week if case.plaats_uren_per_week is None else case.plaats_uren_per_week
    hours = hours_a_week * sum(one.days.days for one in at_host) / DAYS_IN_WEEK
    return (_paid(at_host, "inlener") / hours if hours else None), _got(list(money.periods), "werkgever")


def steps(money: Money) -> Iterator[Step]:
    """Yield how the sums were made. The formula of each item stands with the item itself."""
    case, end = money.case, money.ends
    yield Step(
        f"De eerste ziektedag is {with_weekday(end.period.first_day)}. De wachttijd eindigt op "
        f"{with_weekday(end.waiting_period)} en de eerste WIA-dag is {with_weekday(end.first_wia_day)}.",
        ("wet-wia-23",),
    )
    if case.has_employer:
        yield Step(
            f"De eigen werkgever betaalt loon tot en met {with_weekday(end.wages)}, "
            "zolang er geen nieuw contract is begonnen.",
            ("bw-7-629",),
        )
    yield Step(
        "De tijd is verdeeld in perioden waarin niets verandert: de plek, het ziektejaar en de cijfers van de wet "
        f"blijven in elke periode gelijk. Dat zijn er {len(money.periods)}."
    )
    yield Step(
        f"Een maand is 52 / 12 weken, dus {number_in_words(WEEKS_IN_MONTH, places=4)} weken. Een bedrag in een periode "
        "is het maandbedrag × 12 / 52 / 7 × het aantal dagen."
    )
    if any(booked.item.id == "inleenvergoeding" for one in money.periods for booked in one.booked):
        vat = figure("btw.uitlenen").nearest(case.peildatum)
        yield Step(
            f"Over een inleenvergoeding komt in de regel {percent(vat)} btw, ook bij detachering in het tweede spoor. "
            "Soms is er een vrijstelling: dat is niet zeker, vraag het de Belastingdienst. Wie tegen een vergoeding "
            "uitleent, meldt dat in het Handelsregister (Waadi), tenzij een uitzondering geldt.",
            ("btw-besluit-personeel", "waadi-1", "waadi-7a"),
        )
    yield Step("Elk bedrag is één keer afgerond op hele centen. Totalen zijn de som van die afgeronde bedragen.")


def warnings(money: Money) -> Iterator[Caution]:
    """Yield what the reader must know before using the amounts."""
    case = money.case
    yield from cautions(case, money.ends, money.law, money.stays)
    below = [one.days.first for one in money.periods if _below_minimum_wage(one, case)]
    if below:
        yield Caution(
            "onder-minimumloon",
            f"Het ingevulde loon ligt vanaf {in_words(below[0])} onder het minimumloon voor deze uren. "
            "Kijk het loon na.",
            ("wet-minimumloon",),
        )
    duty = figure("loon.percentage").nearest(case.peildatum)
    on_secondment = any(one.stage == "detachering" for one in money.periods)
    rates = [case.loon_jaar_1, case.loon_jaar_2, *([case.loon_gewerkte_uren] if on_secondment else [])]
    if min(rates) < duty:
        yield Caution(
            "onder-wettelijke-plicht",
            f"U hebt een percentage onder {duty} procent ingevuld. De wet vraagt minstens {duty} procent van het loon, "
            "tot het maximumdagloon.",
            ("bw-7-629",),
        )
    unknown = dict.fromkeys(name for one in money.periods for names in one.left_out.values() for name in names)
    left_out = {item_id for one in money.periods for item_id, names in one.left_out.items() if names}
    if unknown:
        labels = "; ".join(figure(name).label for name in unknown)
        first = min(one.days.first for one in money.periods if any(one.left_out.values()))
        yield Caution(
            "regel-onbekend",
            f"Vanaf {in_words(first)} zijn niet alle cijfers bekend: {labels}. Wat daarvan afhangt, staat niet in de "
            "bedragen." + "".join(f" {_FILL_IN[item_id]}" for item_id in sorted(left_out & _FILL_IN.keys())),
        )


def _below_minimum_wage(one: MoneyPeriod, case: MoneyInput) -> bool:
    """Say whether a wage paid in this period lies under the minimum wage for its hours, as far as that is known."""
    ids = {booked.item.id for booked in one.booked}
    wages = [
        (wage, hours)
        for item_id, wage, hours in (
            ("loon", case.bruto_maandloon, case.uren_per_week),
            ("nieuw-loon", case.nieuw_maandloon, case.nieuwe_uren_per_week),
        )
        if item_id in ids and wage is not None and hours is not None
    ]
    figures = rules.FiguresOfDay(one.days.first)
    hourly = figures.get("loon.minimumloon_uur") if wages else None
    return hourly is not None and any(wage < hourly * hours * WEEKS_IN_MONTH for wage, hours in wages)


_ASK = {
    "aanvulling-minimumloon": "de loonadministratie",
    "vakantiebijslag": "de loonadministratie",
    "werkgeverslasten": "de loonadministratie",
    "inleenvergoeding": "de eigen werkgever",
    "btw": "de Belastingdienst",
    "reiskosten": "de inlener",
    "begeleiding": "de inlener",
    "uitkering": "UWV",
    "nieuw-loon": "de nieuwe werkgever",
    "lkv": "de nieuwe werkgever",
}
_GIVE = {
    "inleenvergoeding": "De eigen werkgever betaalt dan geen loon meer. Een inleenvergoeding telt dan niet mee.",
    "begeleiding": "Vul in wat een uur begeleiding kost.",
    "uitkering": "Vul in welke uitkering er is en hoeveel die is. Wij rekenen een uitkering niet uit.",
    "nieuw-loon": "Vul het loon bij de nieuwe werkgever in.",
    "lkv": "Vul de uren bij de nieuwe werkgever in.",
}
_FILL_IN = {
    "werkgeverslasten": "U kunt zelf een percentage werkgeverslasten invullen.",
    "reiskosten": "U kunt zelf een bedrag per kilometer invullen.",
}


def not_computed(money: Money) -> Iterator[NotComputed]:
    """Yield what the amounts leave out: first by period, then what is never in them."""
    yield from _left_out(money)
    yield from _without_effect(money)
    end, case = money.ends, money.case
    for leave in end.period.leave:
        yield NotComputed(
            "verlof",
            "Tijdens het verlof betaalt UWV een uitkering. Die staat niet in de bedragen.",
            "UWV",
            leave.first,
            leave.last,
        )
    yield NotComputed("netto", "Wat er netto overblijft: alle bedragen zijn bruto.", "de loonadministratie")
    yield NotComputed(
        "pensioen-en-verzekeringen",
        "Pensioen, een verzuimverzekering en de eigen premie Werkhervattingskas van de werkgever.",
        "de loonadministratie en de verzekeraar",
    )
    if case.has_employer:
        yield NotComputed(
            "transitievergoeding", "De transitievergoeding bij ontslag en wat UWV daarvan vergoedt.", "HR"
        )


def _without_effect(money: Money) -> Iterator[NotComputed]:
    """Yield what was filled in but counts for nothing, and what is missing for it."""
    case, stages = money.case, {one.stage for one in money.periods}
    at_host = bool(stages & AT_HOST)
    for item_id, counts_for_nothing, text in (
        (
            "inleenvergoeding",
            case.inleenvergoeding_soort != "geen" and "detachering" not in stages,
            "De inleenvergoeding telt alleen bij detachering. Vul de eerste dag van de detachering in.",
        ),
        (
            "reiskosten",
            bool(case.reis_km) != bool(case.reis_dagen) or (bool(case.reis_km) and not at_host),
            "Voor reiskosten zijn de afstand, de dagen per week en een plek bij een inlener nodig.",
        ),
        (
            "begeleiding",
            (bool(case.begeleiding_uren) and not at_host)
            or (bool(case.begeleiding_uurloon) and not case.begeleiding_uren),
            "Begeleiding telt alleen op een plek bij een inlener, met de uren per week erbij.",
        ),
        (
            "btw",
            case.btw == "ja" and case.inleenvergoeding_soort == "geen",
            "Btw telt alleen over een inleenvergoeding.",
        ),
        (
            "detachering",
            case.detachering_einde is not None and case.detachering_start is None,
            "De detachering. Vul ook de eerste dag ervan in.",
        ),
        (
            "plek-buiten-periode",
            any(stay.last < money.ends.period.first_day for stay in money.stays.by_form.values()),
            "Een plek van voor de nieuwe ziekteperiode telt niet mee.",
        ),
        (
            "vergelijking",
            money.contract_at_once is None and bool(money.stays.by_form),
            "De vergelijking met meteen een contract. Vul daarvoor het loon bij de nieuwe werkgever in.",
        ),
        (
            "uitkering",
            case.uitkering_per_maand is not None and case.uitkering is None,
            "Kies ook welke uitkering er is. Zonder die keuze telt het bedrag niet mee.",
        ),
        (
            "lkv",
            case.lkv != "geen" and case.in_dienst is None,
            "Een loonkostenvoordeel telt pas vanaf een contract. Vul de eerste dag van het contract in.",
        ),
        (
            "lkv-voor-wia",
            case.lkv == "arbeidsgehandicapte"
            and any(one.stage == "dienstverband" for one in money.periods)
            and (case.in_dienst or money.ends.first_wia_day) < money.ends.first_wia_day,
            "Een loonkostenvoordeel bij een contract voor de eerste WIA-dag: niet zeker. Het bedrag staat er wel.",
        ),
    ):
        if counts_for_nothing:
            yield NotComputed(item_id, text, _ASK.get(item_id, "UWV"))


def _left_out(money: Money) -> Iterator[NotComputed]:
    """Yield each item that was left out, with the days, joined over periods that follow each other."""
    spans: list[tuple[str, tuple[str, ...], MoneyPeriod, MoneyPeriod]] = []
    for one in money.periods:
        for item_id, unknown in one.left_out.items():
            for index, (known_id, figures, first, last) in enumerate(spans):
                touches = (one.days.first - last.days.last).days == 1
                if (known_id, figures) == (item_id, unknown) and touches:
                    spans[index] = (item_id, unknown, first, one)
                    break
            else:
                spans.append((item_id, unknown, one, one))
    for item_id, unknown, first, last in spans:
        if not unknown:
            text = _GIVE[item_id]
        else:
            labels = "; ".join(figure(name).label for name in unknown)
            text = f"Nog niet bekend: {labels}. Daarom staat de post {ITEMS[item_id]} hier niet in de bedragen."
            text = f"{text} {_FILL_IN[item_id]}" if item_id in _FILL_IN else text
        yield NotComputed(item_id, text, _ASK[item_id], first.days.first, last.days.last)
