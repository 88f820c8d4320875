"""The timeline once more, by walking over the calendar one day at a time.

Nothing here is clever or quick. It was written from the text of the rules alone, without sight of the
calculator, so that two people read the law independently. When the two differ, read the rules again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateutil.easter import easter

type Period = tuple[date, date]

ONE_DAY = timedelta(days=1)

PLACES_WITH_BENEFIT = {"WW", "ZW", "WGA", "WAO", "WAZ", "Wajong", "IOW"}

# In this order events of one day are listed.
FIXED_ORDER = [
    "probleemanalyse",
    "plan-van-aanpak",
    *[f"evaluatie-plan-{number}" for number in range(1, 17)],
    "melding-42e-week",
    "eerstejaarsevaluatie",
    "tweede-spoor-uiterlijk",
    "brief-uwv-wia",
    "re-integratieverslag",
    "wia-aanvraag",
    "no-risk-peildag",
    "besluit-loonsanctie",
    "einde-wachttijd",
    "einde-loonsanctie",
    "einde-loondoorbetaling",
    "eerste-wia-dag",
    "einde-opzegverbod",
    "einde-dienstverband",
    "aow",
    "ezwb",
    "werkervaringsplaats-start",
    "werkervaringsplaats-evaluatie-1",
    "werkervaringsplaats-evaluatie-2",
    "werkervaringsplaats-evaluatie-3",
    "werkervaringsplaats-einde",
    "detachering-start",
    "detachering-einde",
    "proefplaatsing-aanvraag",
    "proefplaatsing-start",
    "proefplaatsing-einde",
    "in-dienst",
    "no-risk-einde",
    "lkv-doelgroepverklaring",
    "lkv-einde",
]

# Left out from the AOW age on.
ABOUT_WIA_SANCTION_OR_SECOND_TRACK = {
    "tweede-spoor-uiterlijk",
    "brief-uwv-wia",
    "re-integratieverslag",
    "wia-aanvraag",
    "no-risk-peildag",
    "besluit-loonsanctie",
    "einde-wachttijd",
    "einde-loonsanctie",
    "eerste-wia-dag",
}

# What stays when the contract ends first.
NOT_OF_THE_EMPLOYER = {
    "brief-uwv-wia",
    "wia-aanvraag",
    "no-risk-peildag",
    "einde-wachttijd",
    "eerste-wia-dag",
    "einde-dienstverband",
    "aow",
}

ALSO_WITHOUT_EMPLOYER = {
    "probleemanalyse",
    "plan-van-aanpak",
    "ezwb",
    "brief-uwv-wia",
    "wia-aanvraag",
    "no-risk-peildag",
    "einde-wachttijd",
    "eerste-wia-dag",
}


@dataclass(frozen=True)
class Case:
    """One case, in the words of the form."""

    first_sick_day: date
    reference_day: date
    without_employer: bool = False
    interruptions: tuple[Period, ...] = ()
    leave: tuple[Period, ...] = ()
    leave_same_cause: bool = True
    analysis: date | None = None
    first_year_evaluation: date | None = None
    wia_application: date | None = None
    sanction_weeks: int = 0
    extension_weeks: int = 0
    end_of_contract: date | None = None
    aow_day: date | None = None
    placement_start: date | None = None
    placement_weeks: int = 8
    secondment_start: date | None = None
    secondment_end: date | None = None
    benefit: str | None = None
    trial_start: date | None = None
    trial_months: int = 2
    new_contract: date | None = None
    hours_start: int | None = None
    hours_goal: int | None = None
    hours_step: int | None = None


def read_case(values: dict[str, str]) -> Case:
    """Read a case from the keys of a link, dates in ISO notation."""

    def day(key: str) -> date | None:
        return date.fromisoformat(values[key]) if values.get(key) else None

    def number(key: str) -> int | None:
        return int(values[key]) if values.get(key) else None

    def periods(key: str) -> tuple[Period, ...]:
        texts = [text.split("/") for text in values.get(key, "").split(",") if text]
        return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in texts)

    return Case(
        first_sick_day=date.fromisoformat(values["eerste-ziektedag"]),
        reference_day=date.fromisoformat(values["peildatum"]),
        without_employer=values.get("situatie") == "vangnet",
        interruptions=periods("onderbrekingen"),
        leave=periods("verlof"),
        leave_same_cause=values.get("verlof-zelfde-oorzaak", "ja") == "ja",
        analysis=day("probleemanalyse"),
        first_year_evaluation=day("eerstejaarsevaluatie"),
        wia_application=day("wia-aanvraag"),
        sanction_weeks=number("loonsanctie-weken") or 0,
        extension_weeks=number("verlenging-weken") or 0,
        end_of_contract=day("einde-dienstverband"),
        aow_day=day("aow-datum"),
        placement_start=day("werkervaringsplaats-start"),
        placement_weeks=number("werkervaringsplaats-weken") or 8,
        secondment_start=day("detachering-start"),
        secondment_end=day("detachering-einde"),
        benefit=values.get("uitkering"),
        trial_start=day("proefplaatsing-start"),
        trial_months=number("proefplaatsing-maanden") or 2,
        new_contract=day("in-dienst"),
        hours_start=number("uren-start"),
        hours_goal=number("uren-doel"),
        hours_step=number("uren-stap"),
    )


@dataclass
class Timeline:
    """What the day counter found."""

    first_day: date
    last_day: date
    first_wia_day: date
    week_now: int | None
    days_to_go: int
    last_placement_start: date | None
    events: dict[str, Period] = field(default_factory=dict)
    warnings: set[str] = field(default_factory=set)
    hours: list[tuple[int, date, date, int]] = field(default_factory=list)

    def in_order(self) -> list[str]:
        """Name the events in the order in which a reader meets them."""
        return sorted(self.events, key=lambda name: (self.events[name][0], FIXED_ORDER.index(name)))


def each_day(start: date) -> Iterator[date]:
    """Walk over the calendar from this day on."""
    day = start
    while True:
        yield day
        day += ONE_DAY


def length(period: Period) -> int:
    """Count the days of a period, first and last included."""
    total = 0
    day = period[0]
    while day <= period[1]:
        total += 1
        day += ONE_DAY
    return total


def step(day: date, days: int) -> date:
    """Go so many days forward, or back when negative, one at a time."""
    for _ in range(abs(days)):
        day = day + ONE_DAY if days > 0 else day - ONE_DAY
    return day


def is_day_off(day: date) -> bool:
    """Tell whether this is a weekend day or a holiday of Algemene termijnenwet art. 3."""
    if day.isoweekday() in (6, 7):
        return True
    if (day.month, day.day) in ((1, 1), (5, 5), (12, 25), (12, 26)):
        return True
    if day == birthday_of_the_monarch(day.year):
        return True
    good_friday, easter_monday, ascension, whit_monday = -2, 1, 39, 50
    return any(day == step(easter(day.year), days) for days in (good_friday, easter_monday, ascension, whit_monday))


def birthday_of_the_monarch(year: int) -> date:
    """Give the day of the celebration: 27 April, before 2014 30 April, never on a Sunday."""
    day = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    return day - ONE_DAY if day.isoweekday() == 7 else day


def working_day_on_or_before(day: date) -> date:
    """Walk back until somebody is at work."""
    while is_day_off(day):
        day -= ONE_DAY
    return day


def same_day_later(start: date, *, months: int) -> date:
    """Walk to the same day so many months later; where that month lacks it, to the first day after it."""
    year, month = start.year, start.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    for day in each_day(start):
        if (day.year, day.month) == (year, month) and day.day == start.day:
            return day
        if (day.year, day.month) > (year, month):
            return day
    raise AssertionError


def joined(periods: tuple[Period, ...]) -> list[Period]:
    """Make one period of periods that touch."""
    whole: list[Period] = []
    for first, last in sorted(periods):
        if whole and whole[-1][1] + ONE_DAY == first:
            whole[-1] = (whole[-1][0], last)
        else:
            whole.append((first, last))
    return whole


def pauses_and_first_day(case: Case) -> tuple[list[Period], list[Period], date]:
    """Sort the interruptions and leaves of the last period of illness, and give its first day.

    Returns the short interruptions, all pauses (leave too), and the first day.
    """
    first_day = case.first_sick_day
    short: list[Period] = []
    pauses: list[Period] = []
    for period, is_leave in sorted(
        [(period, False) for period in joined(case.interruptions)] + [(period, True) for period in joined(case.leave)]
    ):
        starts_anew = not case.leave_same_cause if is_leave else length(period) >= 28
        if starts_anew:
            first_day = period[1] + ONE_DAY
            short, pauses = [], []
            continue
        pauses.append(period)
        if not is_leave:
            short.append(period)
    return short, pauses, first_day


def is_sick(day: date, pauses: list[Period]) -> bool:
    """Tell whether this day counts."""
    return not any(first <= day <= last for first, last in pauses)


def counted_day(first_day: date, pauses: list[Period], number: int) -> date:
    """Walk to the n-th counted day."""
    counted = 0
    for day in each_day(first_day):
        if is_sick(day, pauses):
            counted += 1
        if counted == number:
            return day
    raise AssertionError


def count_until(first_day: date, pauses: list[Period], last: date) -> int:
    """Count the sick days up to and including this day."""
    counted = 0
    for day in each_day(first_day):
        if day > last:
            return counted
        if is_sick(day, pauses):
            counted += 1
    raise AssertionError


class Walk:
    """One case, with every end found once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.short, self.pauses, self.first_day = pauses_and_first_day(case)
        self.events: dict[str, Period] = {}
        self.warnings: set[str] = set()
        extension = 0 if case.without_employer else case.extension_weeks
        sanction = 0 if case.without_employer else case.sanction_weeks
        self.end_of_wait = step(self.counted(728), 7 * extension)
        self.end_of_sanction = step(self.end_of_wait, 7 * sanction) if sanction else None
        self.first_wia_day = (self.end_of_sanction or self.end_of_wait) + ONE_DAY
        self.application_due = step(self.counted(651), 7 * extension)
        self.days_late = self.count_days_late()
        self.check_day = step(self.first_wia_day, self.days_late - 77)
        self.last_paid_day = self.find_last_paid_day()

    def counted(self, number: int) -> date:
        return counted_day(self.first_day, self.pauses, number)

    def used(self, actual: date | None) -> date | None:
        """Use an actual date only when it lies in the period."""
        return None if actual is None or actual < self.first_day else actual

    def put(self, name: str, day: date) -> None:
        self.events[name] = (day, day)

    def count_days_late(self) -> int:
        application = self.used(self.case.wia_application)
        if application is None or application <= self.application_due:
            return 0
        return length((self.application_due + ONE_DAY, application))

    def aow_begins(self) -> date | None:
        """Give the day from which the six weeks of an AOW pensioner run."""
        aow = self.case.aow_day
        return None if aow is None else max(aow, self.first_day)

    def last_paid_day_with_contract(self) -> date:
        last = step(self.first_wia_day - ONE_DAY, self.days_late)
        aow = self.aow_begins()
        return last if aow is None else min(last, step(aow, 41))

    def find_last_paid_day(self) -> date:
        if self.case.without_employer:
            return self.end_of_wait
        last = self.last_paid_day_with_contract()
        end = self.case.end_of_contract
        return last if end is None else min(last, end)

    def contract_ends_first(self) -> bool:
        end = self.case.end_of_contract
        if self.case.without_employer or end is None:
            return False
        return end < self.last_paid_day_with_contract()

    def walk_as_employee(self) -> None:
        case = self.case
        extension = 7 * case.extension_weeks
        self.put("probleemanalyse", self.counted(42))
        plan = self.counted(56)
        analysis = self.used(case.analysis)
        self.put("plan-van-aanpak", plan if analysis is None else min(plan, step(analysis, 14)))
        for number in range(16):
            self.put(f"evaluatie-plan-{number + 1}", self.counted(98 + 42 * number))
        self.put("melding-42e-week", self.counted(294) + ONE_DAY)
        self.events["eerstejaarsevaluatie"] = (self.counted(316), self.counted(364))
        evaluation = self.used(case.first_year_evaluation) or self.counted(364)
        self.put("tweede-spoor-uiterlijk", step(evaluation, 42))
        self.put("re-integratieverslag", step(self.counted(637), extension))
        self.put("besluit-loonsanctie", step(self.counted(686), extension))
        if self.end_of_sanction:
            self.put("einde-loonsanctie", self.end_of_sanction)
        self.put("einde-loondoorbetaling", self.last_paid_day)
        self.put("einde-opzegverbod", self.end_of_dismissal_ban())

    def walk_without_employer(self) -> None:
        self.put("probleemanalyse", self.counted(91))
        self.put("plan-van-aanpak", self.counted(105))
        self.events["ezwb"] = (self.counted(302), self.counted(364))

    def walk_to_wia(self) -> None:
        self.put("brief-uwv-wia", self.counted(616) + ONE_DAY)
        self.put("wia-aanvraag", self.application_due)
        self.put("no-risk-peildag", self.check_day)
        self.put("einde-wachttijd", self.end_of_wait)
        self.put("eerste-wia-dag", self.first_wia_day)

    def end_of_dismissal_ban(self) -> date:
        """Give the first day without the ban."""
        end = same_day_later(self.first_day, months=24)
        for interruption in self.short:
            if interruption[0] < end:
                end = step(end, length(interruption))
        if self.end_of_sanction:
            end = max(end, self.end_of_sanction + ONE_DAY)
        aow = self.aow_begins()
        return end if aow is None else min(end, step(aow, 42))

    def leave_out_what_aow_ends(self) -> None:
        aow = self.case.aow_day
        if aow is None:
            return
        for name in ABOUT_WIA_SANCTION_OR_SECOND_TRACK & set(self.events):
            if self.events[name][0] >= aow:
                del self.events[name]

    def leave_out_what_end_of_wages_ends(self) -> None:
        """Leave out the employer's duties after six weeks of AOW: they last as long as the wages."""
        if self.case.aow_day is None or self.last_paid_day_with_contract() >= self.first_wia_day - ONE_DAY:
            return
        for name in set(self.events) - NOT_OF_THE_EMPLOYER - {"einde-opzegverbod"}:
            if self.events[name][0] > self.last_paid_day_with_contract():
                del self.events[name]

    def leave_out_what_end_of_contract_ends(self) -> None:
        end = self.case.end_of_contract
        if end is None or not self.contract_ends_first():
            return
        self.warnings.add("dienstverband-eindigt-eerst")
        report_due = self.events.pop("re-integratieverslag", None)
        for name in set(self.events) - NOT_OF_THE_EMPLOYER:
            if self.events[name][0] > end:
                del self.events[name]
        if report_due and count_until(self.first_day, self.pauses, end) >= 42:
            self.put("re-integratieverslag", min(report_due[0], end))

    def walk_placement(self) -> Period | None:
        start = self.case.placement_start
        if start is None:
            return None
        days = 7 * self.case.placement_weeks
        self.put("werkervaringsplaats-start", start)
        for number in (1, 2, 3):
            part = 0
            while part * 3 < days * number:
                part += 1
            evaluation = working_day_on_or_before(step(start, part - 1))
            self.put(f"werkervaringsplaats-evaluatie-{number}", evaluation)
        end = step(start, days - 1)
        self.put("werkervaringsplaats-einde", end)
        if end >= self.first_wia_day:
            self.warnings.add("plaatsing-na-einde-wachttijd")
        return start, end

    def walk_secondment(self) -> Period | None:
        start = self.case.secondment_start
        if start is None:
            return None
        end = self.case.secondment_end or self.first_wia_day - ONE_DAY
        if end >= self.first_wia_day or start >= self.first_wia_day:
            self.warnings.add("plaatsing-na-einde-wachttijd")
        if start >= self.first_wia_day:
            return None
        self.put("detachering-start", start)
        self.put("detachering-einde", end)
        return start, end

    def walk_trial(self) -> Period | None:
        case = self.case
        start = case.trial_start
        if start is None:
            return None
        end = same_day_later(start, months=case.trial_months) - ONE_DAY
        self.put("proefplaatsing-aanvraag", working_day_on_or_before(step(start, -14)))
        self.put("proefplaatsing-start", start)
        self.put("proefplaatsing-einde", end)
        still_employed = not case.without_employer and start < self.first_wia_day
        if still_employed or case.benefit not in PLACES_WITH_BENEFIT:
            self.warnings.add("proefplaatsing-zonder-uitkering")
        if case.trial_months > 2:
            self.warnings.add("proefplaatsing-te-lang")
        return start, end

    def walk_new_contract(self) -> Period | None:
        start = self.case.new_contract
        if start is None:
            return None
        self.put("in-dienst", start)
        self.put("no-risk-einde", same_day_later(start, months=60) - ONE_DAY)
        self.put("lkv-doelgroepverklaring", same_day_later(start, months=3) - ONE_DAY)
        self.put("lkv-einde", same_day_later(start, months=36) - ONE_DAY)
        if start <= self.check_day:
            self.warnings.add("contract-op-no-risk-peildag")
        elif start < self.first_wia_day:
            self.warnings.add("contract-voor-einde-wachttijd")
        return start, date(2199, 12, 31)

    def warn_about_places(self, places: list[Period]) -> None:
        for index, one in enumerate(places):
            if any(one[0] <= other[1] and other[0] <= one[1] for other in places[index + 1 :]):
                self.warnings.add("plaatsing-overlapt")

    def warn_about_second_track(self) -> None:
        starts = [
            self.events[name][0] for name in ("werkervaringsplaats-start", "detachering-start") if name in self.events
        ]
        latest = self.events.get("tweede-spoor-uiterlijk")
        if starts and latest and min(starts) > latest[0]:
            self.warnings.add("tweede-spoor-te-laat")

    def warn_about_dates(self) -> None:
        case = self.case
        actual = [day for day in (case.analysis, case.first_year_evaluation, case.wia_application) if day]
        if any(day < self.first_day for day in actual):
            self.warnings.add("datum-buiten-periode")
        ends = [last for _, last in (*case.interruptions, *case.leave)]
        if any(day > case.reference_day for day in (case.first_sick_day, *ends, *actual)):
            self.warnings.add("datum-in-toekomst")
        if self.first_day != case.first_sick_day:
            self.warnings.add("nieuwe-ziekteperiode")
        if self.days_late:
            self.warnings.add("wia-aanvraag-te-laat")

    def week_now(self) -> int | None:
        today = self.case.reference_day
        if today < self.first_day or today > self.last_paid_day:
            return None
        week = 1
        in_week = 0
        for _ in range(count_until(self.first_day, self.pauses, today)):
            if in_week == 7:
                week, in_week = week + 1, 0
            in_week += 1
        return week

    def days_to_go(self) -> int:
        today = self.case.reference_day
        return 0 if today >= self.end_of_wait else length((today + ONE_DAY, self.end_of_wait))

    def hours(self) -> list[tuple[int, date, date, int]]:
        case = self.case
        if case.hours_start is None or case.hours_goal is None or case.hours_step is None:
            return []
        if case.placement_start is None:
            return []
        rows = []
        monday, hours = case.placement_start, case.hours_start
        for week in range(1, case.placement_weeks + 1):
            rows.append((week, monday, step(monday, 6), min(hours, case.hours_goal)))
            monday, hours = step(monday, 7), hours + case.hours_step
        return rows


def timeline(case: Case) -> Timeline:
    """Work out a whole case."""
    walk = Walk(case)
    walk.walk_to_wia()
    if case.without_employer:
        walk.walk_without_employer()
        walk.events = {name: days for name, days in walk.events.items() if name in ALSO_WITHOUT_EMPLOYER}
        walk.leave_out_what_aow_ends()
    else:
        walk.walk_as_employee()
        walk.leave_out_what_aow_ends()
        walk.leave_out_what_end_of_wages_ends()
        walk.leave_out_what_end_of_contract_ends()
        if case.aow_day:
            walk.put("aow", case.aow_day)
        if case.end_of_contract:
            walk.put("einde-dienstverband", case.end_of_contract)
    places = [walk.walk_placement(), walk.walk_secondment(), walk.walk_trial(), walk.walk_new_contract()]
    walk.warn_about_places([place for place in places if place])
    walk.warn_about_second_track()
    walk.warn_about_dates()
    latest = step(walk.first_wia_day, -28 - 7 * case.placement_weeks)
    return Timeline(
        first_day=walk.first_day,
        last_day=walk.end_of_wait,
        first_wia_day=walk.first_wia_day,
        week_now=walk.week_now(),
        days_to_go=walk.days_to_go(),
        last_placement_start=latest if latest >= walk.first_day else None,
        events=walk.events,
        warnings=walk.warnings,
        hours=walk.hours(),
    )
