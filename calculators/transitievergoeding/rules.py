"""The transition payment (BW 7:673) and its compensation by UWV (7:673e): amounts in exact fractions of a euro.

Rules only: amounts, days and codes. The words stand in ``wording.toml`` and ``explanation.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.frame.dates import Period, days_after, same_day_later
from calculators.frame.money import to_cent
from calculators.law.book import Law
from calculators.law.holidays import day_to_act, last_day_of_statutory_term
from calculators.law.wachttijd import Ends, ends
from calculators.transitievergoeding.amounts import Amount, Wage, amount, months_after, wage_of
from calculators.transitievergoeding.compensation import (
    Compensation,
    Right,
    compensation,
    day_after_two_years,
    shortfall,
)
from calculators.transitievergoeding.form import Service

BEGAN = date(2015, 7, 1)
"""The day on which the transition payment began (Wet werk en zekerheid)."""

LAST_DAY_OF_OLD_GAPS = date(2012, 6, 30)
"""The last day on which a contract could end for which the short gap holds (Wwz XXII(8))."""

COURT_WAITS_SINCE = date(2019, 1, 1)
"""Since this day the term for the court does not end on a day off (BW 7A:2031, as the Verzamelwet SZW 2019 made it)."""


@dataclass(frozen=True)
class Payment:
    """The whole answer. What hangs on an illness is None without one, and where it began before the contract.

    ``when_allowed`` is the payment for an end on the first day on which dismissal is allowed: the most that an employer
    owes who ends a sleeping contract by agreement (HR 8 November 2019, ECLI:NL:HR:2019:1734).
    """

    case: Service
    law: Law
    right: Right
    reason: str
    wage: Wage
    counted: tuple[Period, ...]
    left_out: tuple[Period, ...]
    at_the_end: Amount
    after_two_years: Amount | None
    when_allowed: Amount | None
    end: Ends | None
    ill_before_contract: bool
    ill_in_left_out: bool
    compensation: Compensation | None
    court_counted: date | None
    interest_from: date | None

    @property
    def court_by(self) -> date | None:
        """Return the last day to ask the court: the counted day, or the first ordinary day after it.

        Source: BW 7:686a(4)(b), 7A:2031 and Algemene termijnenwet 1(1). A day of before 2019 did not move on.
        """
        counted = self.court_counted
        if counted is None or counted < COURT_WAITS_SINCE:
            return counted
        return last_day_of_statutory_term(counted)

    @property
    def court_act_on(self) -> date | None:
        """Return the day to ask the court: the last working day up to the counted one; `court_by` once that is over.

        The term lapses, and that a day off moves its end we read in a source only: not to be waited for.
        """
        counted = self.court_counted
        return None if counted is None else day_to_act(counted, self.case.peildatum, self.court_by)

    @property
    def ask_act_on(self) -> date | None:
        """Return the day to ask UWV: the last working day up to the last one; that one itself once the other is over.

        Whether a day off moves the end of that term we read nowhere: it stands in a regulation, not in a law.
        """
        last = None if self.compensation is None else self.compensation.ask_by
        return None if last is None else day_to_act(last, self.case.peildatum)

    @property
    def doubtful(self) -> tuple[Period, ...]:
        """Return the counted contracts of before 1 July 2015 with a gap of more than three months after them.

        They may not count when the last contract is permanent: one source says so, the law itself we did not read.
        """
        nexts = (self.case.in_dienst_sinds, *(one.first for one in self.counted))
        short = self.law.number("transitievergoeding.tussenpoos_maanden", LAST_DAY_OF_OLD_GAPS)
        return tuple(
            one
            for one, after in zip(self.counted, nexts, strict=False)
            if one.last < BEGAN and after > same_day_later(days_after(one.last, 1), short)
        )

    @property
    def days_without_maximum(self) -> tuple[date, ...]:
        """Return the last days for which a maximum is needed that is not known yet."""
        endings = (self.at_the_end, self.after_two_years)
        return tuple(dict.fromkeys(one.last_day for one in endings if one is not None and one.bounded))

    @property
    def aow_before_two_years(self) -> bool:
        """Say whether the AOW begins by the day after two years: then nothing is due on it (BW 7:673(7)(b))."""
        then, aow = self.after_two_years, self.case.aow_datum
        return then is not None and aow is not None and then.last_day >= aow

    @property
    def underpaid(self) -> Fraction:
        """Return how much less was paid than is due by law."""
        return shortfall(self.case, self.right, self.at_the_end)

    @property
    def sleeps(self) -> bool:
        """Say whether the contract goes on though the ban on dismissal is over: it may be a sleeping contract.

        Whether it is one hangs on what no day tells: no wage and no work, no recovery and no other work (669(1) and
        (3)(b)). Not when no payment can be due any more: what follows from it is about that payment. Nor for a contract
        that runs out, which may be given notice before that only where it says so on paper (667(3)).
        """
        return (
            self.end is not None
            and self.right != "nee"
            and self.case.einde_door != "afloop"
            and self.at_the_end.possible_due > 0
            and self.case.einde_dienstverband is None
            and self.case.peildatum >= self.end.dismissal_allowed
        )


def calculate(case: Service) -> Payment:
    """Work out the payment on the last day, on the day after two years of illness, and what UWV pays back."""
    law = Law(case.peildatum)
    counted, left_out = contracts(case, law)
    wage = wage_of(case)
    at_the_end = amount(case, counted, wage, case.last_day, law)
    illness = case.illness
    end = None if illness is None else ends(illness, law.on(illness.first_day))
    ill_before = end is not None and began_before(case, counted, end.period.first_day)
    left_out_then = end is not None and ill_before and is_in_one_of(left_out, end.period.first_day)
    end = None if ill_before else end
    two_years = None if end is None else amount(case, counted, wage, day_after_two_years(case, law), law)
    right, reason = right_of(case)
    stopped = case.einde_dienstverband if is_claim(right, reason) and to_cent(at_the_end.possible) > 0 else None
    return Payment(
        case=case,
        law=law,
        right=right,
        reason=reason,
        wage=wage,
        counted=counted,
        left_out=left_out,
        at_the_end=at_the_end,
        after_two_years=two_years,
        when_allowed=None if end is None else amount(case, counted, wage, end.dismissal_allowed, law),
        end=end,
        ill_before_contract=ill_before,
        ill_in_left_out=left_out_then,
        compensation=None
        if two_years is None or end is None
        else compensation(case, right, at_the_end, two_years, end, law),
        court_counted=stopped and months_after(stopped, law.number("transitievergoeding.verzoek_maanden", stopped)),
        interest_from=stopped and months_after(stopped, law.number("transitievergoeding.rente_na_maanden", stopped)),
    )


def began_before(case: Service, counted: tuple[Period, ...], sick: date) -> bool:
    """Say whether an illness began before the contract, and within no earlier one that counts with it.

    It may then have been about other work: BW 7:670(1) counts the time of being unfit for "zijn arbeid", and 673e(1)(a)
    asks the same of "de bedongen arbeid".
    """
    return sick < case.in_dienst_sinds and not is_in_one_of(counted, sick)


def is_in_one_of(contracts: tuple[Period, ...], day: date) -> bool:
    """Say whether a day lies in one of these contracts."""
    return any(one.first <= day <= one.last for one in contracts)


def is_claim(right: Right, reason: str) -> bool:
    """Say whether the employee may have a claim under BW 7:673, of which 7:686a(1) and (4)(b) speak.

    An agreed sum is no such claim: neither that interest nor that last day holds for it.
    """
    return right != "nee" and reason != "overeenkomst"


def right_of(case: Service) -> tuple[Right, str]:
    """Return whether there is a right, and why not or why perhaps (BW 7:673(1), (7)).

    A contract that ends on the day before the AOW may end because of it, or because of the illness: that is open.
    """
    if case.einde_dienstverband is not None and case.einde_dienstverband < BEGAN:
        return "nee", "voor-2015"
    if case.aow_datum is not None and case.last_day >= case.aow_datum:
        return "nee", "aow"
    if case.einde_door == "werknemer":
        return "misschien", "zelf-opgezegd"
    if case.einde_door == "overeenkomst":
        return "misschien", "overeenkomst"
    if case.aow_datum is not None and case.last_day == days_after(case.aow_datum, -1):
        return "misschien", "dag-voor-aow"
    return "ja", ""


def contracts(case: Service, law: Law) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
    """Return the earlier contracts that count, and those that do not (BW 7:673(4)(b)).

    Going back from the last contract, each counts that ended no more than six months before the next began; three
    months when it ended before 1 July 2012 (Wwz XXII(8)). One that does not count breaks the chain: those before it do
    not count either.
    """
    counted: list[Period] = []
    next_first = case.in_dienst_sinds
    earlier = sorted(case.eerdere_contracten, reverse=True)
    for index, period in enumerate(earlier):
        most = law.number("transitievergoeding.tussenpoos_maanden", max(period.last, LAST_DAY_OF_OLD_GAPS))
        if next_first > same_day_later(days_after(period.last, 1), most):
            return tuple(counted), tuple(earlier[index:])
        counted.append(period)
        next_first = period.first
    return tuple(counted), ()
