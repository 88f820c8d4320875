"""Delay, extension, sanction and leave: each makes wage, ban on dismissal and wait for WIA longer by its own length."""

from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import calculators
from tests.oracle.naive_case import read_case
from tests.oracle.naive_ends import Ends
from tests.oracle.test_invariants import FIRST_DAYS, answered, begins_after_its_period, cases, days_by_id, pauses
from tests.oracle.together import Properties

SANCTIONS = st.integers(1, 52)
EXTENSIONS = st.integers(1, 104)


def one_day(answer: dict[str, Any], milestone: str) -> date:
    return date.fromisoformat(days_by_id(answer)[milestone][0])


def first_wia_day(answer: dict[str, Any]) -> date:
    return date.fromisoformat(answer["uitkomst"]["wachttijd"]["eerste_wia_dag"])


@st.composite
def plain_cases(draw: st.DrawFn) -> dict[str, str]:
    """Draw an illness with an employer, with recovery and leave that do not end it."""
    first_day = draw(FIRST_DAYS)
    values = {"eerste-ziektedag": first_day.isoformat(), "peildatum": "2099-01-01"}
    values |= {key: text for key, text in draw(pauses(first_day)).items() if text}
    case = read_case(values)
    assume(not begins_after_its_period(case))
    assume(not Ends(case).begins_anew)
    return values


class Longer(NamedTuple):
    """A plain case, and what to lengthen it by: weeks of sanction and extension, days of the others."""

    values: dict[str, str]
    sanction: int
    shortened: int
    extension: int
    late: int
    early: int


every = Properties(
    st.builds(
        Longer, plain_cases(), SANCTIONS, st.integers(1, 364), EXTENSIONS, st.integers(1, 400), st.integers(0, 300)
    )
)


def check_that_all_move(values: dict[str, str], more: dict[str, str], days: int) -> None:
    """Check that four ends move by so many days, and that the waiting period does not."""
    before, after = answered(values), answered(values | more)
    length = timedelta(days=days)
    for milestone in ("einde-loondoorbetaling", "eerste-wia-dag", "no-risk-peildag", "einde-opzegverbod"):
        assert {milestone: one_day(after, milestone) - one_day(before, milestone)} == {milestone: length}
    assert one_day(after, "einde-wachttijd") == one_day(before, "einde-wachttijd")
    assert after["uitkomst"]["ruimte"]["vroegste_contract"] == first_wia_day(after).isoformat()


def applied(values: dict[str, str], days: int) -> str:
    """Give the day so many days after the last one to apply in time."""
    return (one_day(answered(values), "wia-aanvraag") + timedelta(days=days)).isoformat()


@every
def test_a_sanction_lengthens_by_its_own_length(one: Longer) -> None:
    check_that_all_move(one.values, {"loonsanctie-weken": str(one.sanction)}, 7 * one.sanction)


@every
def test_a_shortened_sanction_lengthens_up_to_its_last_day(one: Longer) -> None:
    last = first_wia_day(answered(one.values)) + timedelta(days=one.shortened - 1)
    check_that_all_move(one.values, {"loonsanctie-tot": last.isoformat()}, one.shortened)


@every
def test_an_extension_lengthens_by_its_own_length(one: Longer) -> None:
    check_that_all_move(one.values, {"verlenging-weken": str(one.extension)}, 7 * one.extension)


@every
def test_a_late_application_lengthens_by_the_days_it_is_late(one: Longer) -> None:
    check_that_all_move(one.values, {"wia-aanvraag": applied(one.values, one.late)}, one.late)


@every
def test_an_application_in_time_moves_nothing(one: Longer) -> None:
    application = max(applied(one.values, -one.early), one.values["eerste-ziektedag"])
    check_that_all_move(one.values, {"wia-aanvraag": application}, 0)


@every
def test_extension_delay_and_sanction_add_up(one: Longer) -> None:
    more = {"verlenging-weken": str(one.extension), "loonsanctie-weken": str(one.sanction)}
    more["wia-aanvraag"] = applied(one.values | {"verlenging-weken": more["verlenging-weken"]}, one.late)
    check_that_all_move(one.values, more, 7 * one.extension + one.late + 7 * one.sanction)


# A recovery of four weeks or more ends the spell (BW 7:629 lid 10), so it lengthens nothing.
@pytest.mark.parametrize(("key", "longest"), [("verlof", 180), ("onderbrekingen", 27)])
@given(first_day=FIRST_DAYS, start=st.integers(1, 700), data=st.data())
def test_leave_around_birth_or_a_short_recovery_lengthens_wait_and_ban_by_its_own_length(
    key: str, longest: int, first_day: date, start: int, data: st.DataObject
) -> None:
    days = data.draw(st.integers(1, longest), label="days")
    begin = first_day + timedelta(days=start)
    values = {"eerste-ziektedag": first_day.isoformat(), "peildatum": "2099-01-01"}
    before, after = answered(values), answered(values | {key: f"{begin}/{begin + timedelta(days=days - 1)}"})
    for milestone in ("einde-wachttijd", "eerste-wia-dag", "einde-loondoorbetaling", "einde-opzegverbod"):
        moved = one_day(after, milestone) - one_day(before, milestone)
        assert {milestone: moved} == {milestone: timedelta(days=days)}


@given(FIRST_DAYS, st.integers(1, 300), st.integers(1, 30), st.integers(1, 30), st.integers(30, 180))
def test_recovery_on_both_sides_of_a_leave_is_one_recovery(
    first_day: date, start: int, before: int, after: int, leave_days: int
) -> None:
    """As UWV's register of re-integration describes: leave is no part of the four weeks."""
    first = first_day + timedelta(days=start)
    leave = first + timedelta(days=before)
    second = leave + timedelta(days=leave_days)
    ill_again = second + timedelta(days=after)

    def period(begin: date, following: date) -> str:
        return f"{begin}/{following - timedelta(days=1)}"

    values = {"eerste-ziektedag": first_day.isoformat(), "peildatum": "2099-01-01"}
    values["onderbrekingen"] = f"{period(first, leave)},{period(second, ill_again)}"
    values["verlof"] = period(leave, second)
    answer = answered(values)
    begins_anew = before + after >= 28
    expected = ill_again if begins_anew else first_day
    assert answer["uitkomst"]["wachttijd"]["eerste_dag"] == expected.isoformat()
    codes = [warning["code"] for warning in answer["waarschuwingen"]]
    assert ("nieuwe-ziekteperiode" in codes) == begins_anew


@given(cases())
def test_nobody_with_an_employer_can_be_given_notice_before_the_first_wia_day(values: dict[str, str]) -> None:
    values = {key: text for key, text in values.items() if key not in ("aow-datum", "situatie", "einde-dienstverband")}
    answer = answered(values)
    assert one_day(answer, "einde-opzegverbod") >= first_wia_day(answer)


@given(cases())
def test_the_check_day_is_eleven_weeks_before_the_first_wia_day(values: dict[str, str]) -> None:
    answer = answered({key: text for key, text in values.items() if key not in ("aow-datum", "uitkering")})
    assert first_wia_day(answer) - one_day(answer, "no-risk-peildag") == timedelta(weeks=11)


@given(FIRST_DAYS, st.integers(1, 600), st.integers(28, 200), SANCTIONS, EXTENSIONS)
def test_a_new_illness_takes_no_sanction_and_no_extension_along(
    first_day: date, start: int, days: int, sanction: int, extension: int
) -> None:
    begin = first_day + timedelta(days=start)
    ill_again = begin + timedelta(days=days)
    recovery = f"{begin}/{ill_again - timedelta(days=1)}"
    alone = answered({"eerste-ziektedag": ill_again.isoformat(), "peildatum": "2099-01-01"})
    after = answered(
        {
            "eerste-ziektedag": first_day.isoformat(),
            "peildatum": "2099-01-01",
            "onderbrekingen": recovery,
            "loonsanctie-weken": str(sanction),
            "verlenging-weken": str(extension),
        }
    )
    codes = {warning["code"] for warning in after["waarschuwingen"]}
    assert {"nieuwe-ziekteperiode", "hoort-bij-oude-ziekte"} <= codes
    assert days_by_id(after) == days_by_id(alone)


@pytest.mark.parametrize(
    "more",
    [{"loonsanctie-weken": "52"}, {"verlenging-weken": "26"}, {"loonsanctie-tot": "2028-06-30"}],
    ids=["loonsanctie", "verlenging", "loonsanctie tot een dag"],
)
def test_recovery_in_a_lengthened_period_is_no_mistake_and_without_it_is(more: dict[str, str]) -> None:
    values = {"eerste-ziektedag": "2025-11-24", "onderbrekingen": "2028-01-03/2028-02-13", "peildatum": "2028-03-01"}
    assert calculators.answer("tijdlijn", values | more)["fouten"] == []
    assert [error["veld"] for error in calculators.answer("tijdlijn", values)["fouten"]] == ["onderbrekingen"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"loonsanctie-tot": "2028-03-01", "loonsanctie-weken": "10"}, "loonsanctie"),
        ({"loonsanctie-tot": "2027-11-20"}, "loonsanctie-tot"),
        ({"loonsanctie-tot": "2028-11-20"}, "loonsanctie-tot"),
        ({"vervroegde-iva-aanvraag": "2027-04-05"}, "vervroegde-iva-aanvraag"),
        ({"vervroegde-iva-aanvraag": "2025-11-23"}, "vervroegde-iva-aanvraag"),
    ],
    ids=["two ways", "before the end of the wait", "over 52 weeks", "after week 68", "before the illness"],
)
def test_what_the_law_does_not_know_is_refused_beside_its_field(more: dict[str, str], field: str) -> None:
    values = {"eerste-ziektedag": "2025-11-24", "peildatum": "2026-11-28"}
    (error, *others) = calculators.answer("tijdlijn", values | more)["fouten"]
    assert others == []
    assert error["veld"].startswith(field)
    assert error["tekst"]


@pytest.mark.parametrize("last", ["2027-11-22", "2028-11-19"])
def test_a_sanction_of_one_day_and_of_52_weeks_are_taken(last: str) -> None:
    values = {"eerste-ziektedag": "2025-11-24", "peildatum": "2026-11-28", "loonsanctie-tot": last}
    assert one_day(answered(values), "einde-loonsanctie").isoformat() == last


@pytest.mark.full
@given(every.cases)
def test_every_way_to_make_it_longer_holds_together(one: Longer) -> None:
    every.hold(one)
