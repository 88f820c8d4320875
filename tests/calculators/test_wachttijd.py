"""Counting sick days: pauses, new periods, and every end that hangs on them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame.dates import Period, overlapping
from calculators.law import parameters
from calculators.law.book import Law
from calculators.law.no_risk import ContractTiming, contract_timing
from calculators.law.parameters import Figure, Row, all_figures
from calculators.law.sick_period import Illness, SickPeriod, new_period_by_the_letter, sick_period
from calculators.law.wachttijd import Ends, ends

FIRST = date(2025, 11, 24)
LAST = date(2027, 11, 21)
WIA = date(2027, 11, 22)
BREAK = date(2026, 3, 2)


def gap(days: int, first: date = BREAK) -> Period:
    return Period(first, first + timedelta(days=days - 1))


def counted(illness: Illness) -> SickPeriod:
    return sick_period(illness, Law(illness.first_day))


def worked_out(illness: Illness) -> Ends:
    return ends(illness, Law(illness.first_day))


@st.composite
def illnesses(draw: st.DrawFn) -> Illness:
    first_day = draw(st.dates(date(2013, 1, 1), date(2080, 1, 1)))
    day, found = first_day, ([], [])  # type: tuple[date, tuple[list[Period], list[Period]]]
    for before, length, kind in draw(
        st.lists(st.tuples(st.integers(1, 200), st.integers(1, 120), st.integers(0, 1)), max_size=4)
    ):
        first = day + timedelta(days=before)
        if draw(st.booleans()) or kind == 1:
            found[1].append(gap(length, first))
        else:
            found[0].append(gap(min(length, 40), first))
        day = first + timedelta(days=length)
    return Illness(first_day, tuple(found[0]), tuple(found[1]), leave_same_cause=draw(st.booleans()))


def test_the_first_sick_day_is_day_1_and_the_728th_is_the_last():
    period = SickPeriod(FIRST)
    assert (period.day(1), period.day(728), period.end_of_week(104)) == (FIRST, LAST, LAST)


@pytest.mark.parametrize(
    ("day", "number", "week"),
    [
        (FIRST - timedelta(days=1), 0, 0),
        (FIRST, 1, 1),
        (FIRST + timedelta(days=6), 7, 1),
        (FIRST + timedelta(days=7), 8, 2),
        (LAST, 728, 104),
        (WIA, 729, 105),
    ],
)
def test_days_and_weeks_are_counted_from_the_first_sick_day(day: date, number: int, week: int):
    assert (SickPeriod(FIRST).counted(day), SickPeriod(FIRST).week(day)) == (number, week)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (BREAK - timedelta(days=1), 98),
        (BREAK, 98),
        (BREAK + timedelta(days=6), 98),
        (BREAK + timedelta(days=7), 99),
    ],
)
def test_in_a_pause_the_count_stands_still(day: date, number: int):
    assert SickPeriod(FIRST, interruptions=(gap(7),)).counted(day) == number


def test_a_day_before_a_pause_does_not_move_and_one_after_it_does():
    period = SickPeriod(FIRST, interruptions=(gap(7),))
    assert period.day(98) == BREAK - timedelta(days=1)
    assert period.day(99) == BREAK + timedelta(days=7)


def test_pauses_of_both_kinds_are_counted_in_the_order_of_the_calendar():
    period = SickPeriod(FIRST, interruptions=(gap(7, date(2026, 6, 1)),), leave=(gap(10),))
    assert period.pauses == (gap(10), gap(7, date(2026, 6, 1)))
    assert period.end_of_week(104) == LAST + timedelta(days=17)


@pytest.mark.parametrize(
    ("days", "restarts"), [(1, ()), (27, ()), (28, (date(2026, 3, 30),)), (29, (date(2026, 3, 31),))]
)
def test_a_new_period_begins_after_28_days_of_recovery(days: int, restarts: tuple[date, ...]):
    assert counted(Illness(FIRST, interruptions=(gap(days),))).restarts == restarts


def test_27_days_of_recovery_move_the_end_by_27_days():
    assert worked_out(Illness(FIRST, interruptions=(gap(27),))).waiting_period == LAST + timedelta(days=27)


def test_after_a_new_period_earlier_pauses_no_longer_count():
    illness = Illness(FIRST, interruptions=(gap(7, date(2026, 1, 5)), gap(28)), leave=(gap(5, date(2026, 2, 1)),))
    assert counted(illness).pauses == ()
    assert worked_out(illness).waiting_period == date(2026, 3, 30) + timedelta(days=727)


def test_two_long_recoveries_begin_two_new_periods_and_the_last_one_counts():
    period = counted(Illness(FIRST, interruptions=(gap(28), gap(28, date(2026, 9, 1)))))
    assert period.restarts == (date(2026, 3, 30), date(2026, 9, 29))
    assert period.first_day == date(2026, 9, 29)


@pytest.mark.parametrize("days", [1, 28, 112])
def test_leave_never_counts_however_long_it_is(days: int):
    period = counted(Illness(FIRST, leave=(gap(days),)))
    assert period.restarts == ()
    assert period.end_of_week(104) == LAST + timedelta(days=days)


def test_other_illness_right_after_leave_is_a_new_period():
    period = counted(Illness(FIRST, leave=(gap(112),), leave_same_cause=False))
    assert period.restarts == (date(2026, 6, 22),)


def test_after_leave_that_runs_into_recovery_the_recovery_decides_when_the_cause_is_the_same():
    leave = gap(112)
    after = leave.last + timedelta(days=1)
    short = counted(Illness(FIRST, (gap(27, after),), (leave,)))
    long = counted(Illness(FIRST, (gap(28, after),), (leave,)))
    assert (short.restarts, long.restarts) == ((), (after + timedelta(days=28),))


def test_recovery_after_leave_does_not_keep_illness_of_another_cause_in_the_old_period():
    leave = gap(112)
    after = leave.last + timedelta(days=1)
    period = counted(Illness(FIRST, (gap(1, after),), (leave,), leave_same_cause=False))
    assert period.restarts == (after + timedelta(days=1),)


@pytest.mark.parametrize(("days", "restarts"), [(27, 0), (28, 1)])
def test_leave_of_less_than_four_weeks_is_added_up_whatever_the_cause(days: int, restarts: int):
    assert len(counted(Illness(FIRST, leave=(gap(days),), leave_same_cause=False)).restarts) == restarts


@pytest.mark.parametrize(
    ("recovered", "leave", "day"),
    [(14, 112, date(2026, 7, 6)), (14, 13, None), (14, 14, date(2026, 3, 30)), (0, 112, None)],
)
def test_recovery_beside_leave_leaves_open_whether_a_new_period_began(recovered: int, leave: int, day: date | None):
    after = gap(leave).last + timedelta(days=1)
    recoveries = (gap(recovered, after),) if recovered else ()
    period = counted(Illness(FIRST, recoveries, (gap(leave),)))
    assert new_period_by_the_letter(period, Law(FIRST)) == day


@given(illnesses())
def test_the_number_of_a_counted_day_is_its_number(illness: Illness):
    period = counted(illness)
    assert [period.counted(period.day(number)) for number in (1, 7, 98, 364, 728)] == [1, 7, 98, 364, 728]


@given(illnesses(), st.integers(1, 900))
def test_no_counted_day_lies_in_a_pause(illness: Illness, number: int):
    period = counted(illness)
    assert [pause for pause in period.pauses if pause.first <= period.day(number) <= pause.last] == []


@given(illnesses(), st.integers(0, 1000))
def test_the_count_grows_by_one_a_day_or_stands_still(illness: Illness, days: int):
    period = counted(illness)
    day = period.first_day + timedelta(days=days)
    assert period.counted(day) - period.counted(day - timedelta(days=1)) in (0, 1)


def test_an_extension_moves_the_application_and_a_sanction_only_what_comes_after():
    plain = worked_out(Illness(FIRST))
    extended = worked_out(Illness(FIRST, extension_weeks=4))
    punished = worked_out(Illness(FIRST, sanction_weeks=52))
    month, year = timedelta(weeks=4), timedelta(weeks=52)
    assert (extended.waiting_period, extended.extension) == (LAST, LAST + month)
    assert (extended.application_due, extended.wages) == (plain.application_due + month, LAST + month)
    assert (punished.waiting_period, punished.application_due) == (LAST, plain.application_due)
    assert (plain.sanction, punished.sanction) == (None, LAST + year)
    assert punished.first_wia_day == WIA + year
    assert punished.no_risk_check_day == plain.no_risk_check_day + year


@pytest.mark.parametrize(("days", "delay"), [(-30, 0), (0, 0), (1, 1), (30, 30)])
def test_only_a_late_application_prolongs_the_wages_and_then_the_wia_begins_later(days: int, delay: int):
    plain = worked_out(Illness(FIRST))
    found = worked_out(Illness(FIRST, application=plain.application_due + timedelta(days=days)))
    assert found.application_delay == delay
    assert found.wages == LAST + timedelta(days=delay)
    assert found.no_risk_check_day == plain.no_risk_check_day + timedelta(days=delay)
    assert found.first_wia_day == WIA + timedelta(days=delay)


def test_an_application_from_before_the_illness_is_not_used():
    assert worked_out(Illness(FIRST, application=FIRST - timedelta(days=1))).application_delay == 0


def test_wages_and_ban_last_six_weeks_at_most_from_the_aow_age_on():
    found = worked_out(Illness(FIRST, aow_day=date(2027, 1, 1)))
    assert found.wages == date(2027, 2, 11)
    assert found.dismissal_allowed == date(2027, 2, 12)
    assert found.waiting_period == LAST


def test_from_an_aow_age_before_the_illness_the_six_weeks_begin_with_the_illness():
    assert worked_out(Illness(FIRST, aow_day=date(2020, 1, 1))).wages == FIRST + timedelta(days=41)


def test_an_aow_age_after_the_end_changes_no_end():
    assert worked_out(Illness(FIRST, aow_day=date(2040, 1, 1))) == worked_out(Illness(FIRST))


def test_wages_end_with_the_contract_and_it_is_known_when_they_would_have_ended():
    found = worked_out(Illness(FIRST, contract_end=date(2026, 6, 30)))
    assert (found.wages, found.wages_without_contract_end) == (date(2026, 6, 30), LAST)


def test_a_contract_that_ended_before_a_new_period_does_not_end_its_wages():
    illness = Illness(FIRST, interruptions=(gap(28),), contract_end=date(2026, 3, 15))
    assert worked_out(illness).wages == worked_out(replace(illness, contract_end=None)).wages


def test_the_ban_on_dismissal_lasts_two_calendar_years_and_every_pause():
    leap = Illness(date(2024, 2, 29))
    assert worked_out(leap).dismissal_allowed == date(2026, 3, 1)
    assert worked_out(Illness(FIRST, interruptions=(gap(10),))).dismissal_allowed == date(2027, 12, 4)
    assert worked_out(Illness(FIRST, leave=(gap(10),))).dismissal_allowed == date(2027, 12, 4)


@pytest.mark.parametrize(("start", "day"), [(date(2028, 4, 11), 22), (date(2028, 4, 12), 12)])
def test_recovery_prolongs_the_ban_only_while_it_lasts(start: date, day: int):
    illness = Illness(FIRST, interruptions=(gap(10, start),), extension_weeks=20)
    assert worked_out(illness).dismissal_allowed == date(2028, 4, day)


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, 0),
        ({"sanction_weeks": 1}, 7),
        ({"sanction_weeks": 52}, 364),
        ({"sanction_until": date(2027, 12, 1)}, 10),
        ({"extension_weeks": 26}, 182),
        ({"application": date(2027, 10, 3)}, 28),
        ({"application": date(2027, 10, 3), "sanction_weeks": 52}, 392),
        ({"leave": (gap(112),)}, 112),
    ],
)
def test_each_reason_lengthens_the_ban_by_its_own_length(changes: dict[str, Any], days: int):
    assert worked_out(Illness(FIRST, **changes)).dismissal_allowed == date(2027, 11, 24) + timedelta(days=days)


def test_a_sanction_that_would_end_before_it_begins_is_none():
    found = worked_out(Illness(FIRST, sanction_until=LAST))
    assert (found.sanction, found.first_wia_day) == (None, WIA)


@pytest.mark.parametrize(("last_day_of", "exists"), [("leave", False), ("sanction", True)])
def test_leave_that_runs_when_a_sanction_would_begin_puts_its_first_day_off(last_day_of: str, exists: bool):
    leave = gap(112, WIA)
    until = leave.last if last_day_of == "leave" else leave.last + timedelta(days=1)
    found = worked_out(Illness(FIRST, leave=(leave,), sanction_until=until))
    assert found.sanction_begins == leave.last + timedelta(days=1)
    assert found.sanction == (until if exists else None)


def test_sanction_and_extension_of_an_old_illness_do_not_move_the_end_of_the_new_one():
    plain = worked_out(Illness(FIRST, interruptions=(gap(28),)))
    found = worked_out(Illness(FIRST, interruptions=(gap(28),), sanction_weeks=52, extension_weeks=26))
    assert (found.first_wia_day, found.dismissal_allowed) == (plain.first_wia_day, plain.dismissal_allowed)


@pytest.mark.parametrize(("before", "after", "is_new"), [(14, 13, False), (14, 14, True), (27, 0, False)])
def test_recovery_just_before_and_just_after_leave_is_taken_together(before: int, after: int, is_new: bool):
    leave = gap(112)
    first = Period(leave.first - timedelta(days=before), leave.first - timedelta(days=1))
    second = (gap(after, leave.last + timedelta(days=1)),) if after else ()
    assert bool(counted(Illness(FIRST, (first, *second), (leave,))).restarts) is is_new


@given(illnesses(), st.integers(0, 104), st.integers(0, 52))
def test_the_ends_stand_in_their_order(illness: Illness, extension: int, sanction: int):
    found = worked_out(replace(illness, extension_weeks=extension, sanction_weeks=sanction))
    order = [found.period.first_day, found.application_due, found.before_sanction, found.first_wia_day]
    assert order == sorted(order)
    assert found.wages == found.first_wia_day - timedelta(days=1)


def test_a_figure_of_a_law_is_that_of_its_day():
    law = Law(FIRST)
    assert (law.number("wachttijd.weken"), law.unknown) == (104, ())


def test_a_figure_from_before_its_first_row_is_used_and_remembered_as_unknown():
    law = Law(date(2001, 1, 1))
    assert law.number("wachttijd.weken") == 104
    assert [one.id for one in law.unknown] == ["wachttijd.weken"]
    assert law.changes_until(date(2010, 1, 1)) == ()


def test_a_figure_may_be_asked_for_another_day_than_that_of_the_law():
    law = Law(FIRST)
    law.number("wachttijd.aow_weken", date(2020, 1, 1))
    assert [one.id for one in law.unknown] == ["wachttijd.aow_weken"]


def with_rows(monkeypatch: pytest.MonkeyPatch, figure_id: str, *rows: tuple[date, int | None]) -> None:
    """Give a figure another history for one test."""
    one = all_figures()[figure_id]
    history = tuple(Row(start, None if value is None else Decimal(value), ("wet-wia-23",)) for start, value in rows)
    changed: Figure = replace(one, history=history)
    figures = {**all_figures(), figure_id: changed}
    monkeypatch.setattr(parameters, "all_figures", lambda: figures)


def test_a_change_of_law_within_the_period_is_told_and_the_old_rule_is_used(monkeypatch: pytest.MonkeyPatch):
    with_rows(monkeypatch, "wachttijd.weken", (date(2006, 1, 1), 104), (date(2027, 1, 1), 52))
    law = Law(FIRST)
    assert ends(Illness(FIRST), law).waiting_period == LAST
    assert [row.start for row in law.changes_until(WIA)] == [date(2027, 1, 1)]


@pytest.mark.parametrize(("last", "count"), [(date(2026, 12, 31), 0), (date(2027, 1, 1), 1)])
def test_a_change_counts_from_its_first_day_on(monkeypatch: pytest.MonkeyPatch, last: date, count: int):
    with_rows(monkeypatch, "wachttijd.weken", (date(2006, 1, 1), 104), (date(2027, 1, 1), 52))
    law = Law(FIRST)
    law.number("wachttijd.weken")
    assert len(law.changes_until(last)) == count


def test_an_illness_that_begins_under_the_new_law_follows_it(monkeypatch: pytest.MonkeyPatch):
    with_rows(monkeypatch, "wachttijd.weken", (date(2006, 1, 1), 104), (date(2025, 11, 24), 52))
    law = Law(FIRST)
    assert ends(Illness(FIRST), law).waiting_period == FIRST + timedelta(days=363)
    assert law.changes_until(WIA) == ()


def test_a_new_row_with_the_same_value_is_no_change(monkeypatch: pytest.MonkeyPatch):
    with_rows(monkeypatch, "wachttijd.weken", (date(2006, 1, 1), 104), (date(2027, 1, 1), 104))
    law = Law(FIRST)
    law.number("wachttijd.weken")
    assert law.changes_until(WIA) == ()


def test_a_rule_that_ends_within_the_period_is_a_change(monkeypatch: pytest.MonkeyPatch):
    with_rows(monkeypatch, "wachttijd.weken", (date(2006, 1, 1), 104), (date(2027, 1, 1), None))
    law = Law(FIRST)
    law.number("wachttijd.weken")
    assert len(law.changes_until(WIA)) == 1


def test_a_figure_that_was_not_used_is_no_change(monkeypatch: pytest.MonkeyPatch):
    with_rows(monkeypatch, "wachttijd.weken", (date(2006, 1, 1), 104), (date(2027, 1, 1), 52))
    assert Law(FIRST).changes_until(WIA) == ()


@pytest.mark.parametrize(
    ("second", "shared"),
    [
        (gap(3, date(2026, 3, 9)), False),
        (gap(3, date(2026, 3, 8)), True),
        (gap(2, date(2026, 2, 28)), False),
        (gap(3, date(2026, 2, 28)), True),
        (gap(1, date(2026, 3, 4)), True),
    ],
)
def test_periods_overlap_when_they_share_a_day(second: Period, shared: bool):
    assert overlapping([gap(7)], [second]) == (second if shared else None)


@pytest.mark.parametrize(
    ("start", "timing"),
    [
        (date(2027, 9, 6), ContractTiming.ON_CHECK_DAY),
        (date(2027, 9, 7), ContractTiming.BEFORE_END),
        (date(2027, 11, 21), ContractTiming.BEFORE_END),
        (WIA, ContractTiming.SAFE),
    ],
)
def test_a_contract_is_safe_from_the_first_wia_day_on(start: date, timing: ContractTiming):
    assert contract_timing(start, WIA, worked_out(Illness(FIRST)).no_risk_check_day) is timing


def test_a_new_illness_begins_after_the_leave_that_follows_a_long_recovery():
    recovery, leave = gap(28), Period(date(2026, 3, 30), date(2026, 7, 19))
    period = counted(Illness(FIRST, (recovery,), (leave,)))
    assert (period.first_day, period.pauses) == (date(2026, 7, 20), ())
