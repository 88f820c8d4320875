"""Time cut into periods in which nothing changes, each with its items of money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from calculators.frame.dates import DAYS_IN_WEEK, MONTHS_IN_YEAR, Period, days_after, same_day_later
from calculators.frame.money import to_cent
from calculators.wie_betaalt_wat.month import DAYS_IN_MONTH, Course, Month
from calculators.wie_betaalt_wat.post import LeftOut, NotDue, Post
from calculators.wie_betaalt_wat.posts import find_posts


@dataclass(frozen=True)
class Booked:
    """An item in a period, with its amount there: rounded to the cent, and as it was before that."""

    id: str
    post: Post
    amount: Decimal
    exact: Fraction


@dataclass(frozen=True)
class MoneyPeriod:
    """Days in which nothing changes: the stage, the year of illness, and what each rule says of its item."""

    days: Period
    stage: str
    year: int | None
    on_leave: bool
    own_hours: Fraction
    booked: tuple[Booked, ...]
    left_out: Mapping[str, LeftOut]
    not_due: Mapping[str, NotDue]

    def has(self, post_id: str) -> bool:
        """Say whether an item is paid in this period."""
        return any(one.id == post_id for one in self.booked)

    def is_about(self, post_id: str) -> bool:
        """Say whether an item belongs to this period, also when nobody knows yet how much it is."""
        return self.has(post_id) or post_id in self.unknown_items

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the ids of the figures of law that are not known in this period, and that some item needs."""
        return tuple(dict.fromkeys(figure_id for one in self.left_out.values() for figure_id in one.figures))

    @property
    def unknown_items(self) -> tuple[str, ...]:
        """Return the items that are left out because the law does not say yet how much they are."""
        return tuple(post_id for post_id, why in self.left_out.items() if why.figures)


def periods_of(course: Course, last: date) -> tuple[MoneyPeriod, ...]:
    """Return the periods, joined without gap, from the first sick day to ``last``."""
    return tuple(_periods(course, last))


def _periods(course: Course, last: date) -> Iterator[MoneyPeriod]:
    claimed: dict[tuple[str, int], Decimal] = {}
    starts = sorted({day for day in _cuts(course, last) if course.ends.period.first_day <= day <= last})
    for start, following in zip(starts, [*starts[1:], days_after(last, 1)], strict=True):
        first, until = start, days_after(following, -1)
        while first <= until:
            month = Month(course, first)
            found = find_posts(month)
            change = month.law.next_change(until)
            days = Period(first, days_after(change, -1) if change else until)
            yield MoneyPeriod(
                days=days,
                stage=month.stage,
                year=month.year,
                on_leave=month.on_leave,
                own_hours=month.own_hours,
                booked=tuple(_booked({key: one for key, one in found.items() if isinstance(one, Post)}, days, claimed)),
                left_out={key: one for key, one in found.items() if isinstance(one, LeftOut)},
                not_due={key: one for key, one in found.items() if isinstance(one, NotDue)},
            )
            first = days_after(days.last, 1)


def _cuts(course: Course, last: date) -> Iterator[date]:
    """Yield every day on which a period may begin; the days on which a figure of law changes come of themselves."""
    case, period = course.case, course.ends.period
    yield period.first_day
    for end in (course.end_of_first_year, course.ends.waiting_period, course.last_wage_day):
        yield days_after(end, 1)
    for pause in period.pauses:
        yield pause.first
        yield days_after(pause.last, 1)
    for hours in course.own_work:
        yield hours.start
    for percentage in case.loon_stappen:
        yield period.day(DAYS_IN_WEEK * (percentage.start - 1) + 1)
    for stay in course.stays.by_form.values():
        yield stay.first
        if stay.last < last:
            yield days_after(stay.last, 1)
    yield from _cuts_of_benefit(course)
    if case.aow_datum is not None and case.werkgeverslasten is None:
        yield case.aow_datum.replace(day=1)
    if case.lkv != "geen" and case.in_dienst is not None:
        yield from _cuts_of_lkv(course, case.in_dienst, last)


def _cuts_of_benefit(course: Course) -> Iterator[date]:
    """Yield the first day of a benefit and the day after its last; beside wages there is none."""
    if course.case.uitkering != "geen":
        if not course.case.has_employer or course.first_benefit_day > course.last_wage_day:
            yield course.first_benefit_day
        if course.last_benefit_day < date.max:
            yield days_after(course.last_benefit_day, 1)


def _cuts_of_lkv(course: Course, start: date, last: date) -> Iterator[date]:
    """Yield the days on which a wage cost advantage may end, and each new calendar year with its own maximum."""
    if course.case.aow_datum is not None:
        yield course.case.aow_datum
    yield from (date(year, 1, 1) for year in range(start.year + 1, last.year + 1))
    yield same_day_later(start, MONTHS_IN_YEAR * course.law.number("regelingen.lkv_jaren", start))


def _booked(posts: Mapping[str, Post], days: Period, claimed: dict[tuple[str, int], Decimal]) -> Iterator[Booked]:
    """Yield the items that are more than zero, with their amount in the period, each rounded once.

    An item with a maximum for a calendar year stops when ``claimed`` has reached it.
    """
    for post_id, post in posts.items():
        if not post.per_month:
            continue
        exact = post.per_month / DAYS_IN_MONTH * days.days
        amount = to_cent(exact)
        if post.most_a_year is not None:
            before = claimed.get((post_id, days.first.year), Decimal(0))
            amount = min(amount, to_cent(post.most_a_year) - before)
            if not amount:
                continue
            claimed[post_id, days.first.year] = before + amount
            exact = min(exact, Fraction(amount))
        yield Booked(post_id, post, amount, exact)
