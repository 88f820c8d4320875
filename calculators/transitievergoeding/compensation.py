"""What UWV pays the employer back (BW 7:673e), in exact fractions of a euro."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from calculators.frame.money import to_cent
from calculators.law.book import Law
from calculators.law.wachttijd import Ends, ends
from calculators.transitievergoeding.amounts import Amount, months_after
from calculators.transitievergoeding.form import Service

Right = Literal["ja", "nee", "misschien"]


@dataclass(frozen=True)
class Compensation:
    """What UWV pays back: whether, between which amounts, why not, and until when to ask (None: not all paid yet).

    ``outlay`` is what the employer spends in all, payment and costs; None when nothing is due, or when it is not known.
    ``at_least`` says that a maximum that is not known yet may make both amounts higher.
    """

    right: Right
    reason: str
    least: Fraction
    most: Fraction
    ask_by: date | None
    outlay: Fraction | None
    at_least: bool = False

    @property
    def not_back(self) -> tuple[Fraction, Fraction] | None:
        """Return the least and the most that the employer bears himself; None when nothing is due, or not known."""
        return None if self.outlay is None else (self.outlay - self.most, self.outlay - self.least)


def shortfall(case: Service, right: Right, at_the_end: Amount) -> Fraction:
    """Return how much less was paid than is due by law; nought where that is not sure, or nothing was filled in.

    Nothing is due before the contract has ended (BW 7:673(1)).
    """
    paid = case.betaald_bedrag
    if paid is None or right != "ja" or case.peildatum <= case.last_day:
        return Fraction(0)
    return max(Fraction(0), Fraction(to_cent(at_the_end.due)) - Fraction(paid))


def day_after_two_years(case: Service, law: Law) -> date:
    """Return the day after the two years of BW 7:670(1)(a), of which 7:673e(2) speaks.

    Interruptions and leave lengthen the two years (7:670(1), last sentence); a late application, an extension and a
    sanction do not: they are in paragraph 11, which 7:673e(2) does not name. Nor does the AOW age shorten them.
    """
    illness = case.illness
    if illness is None:
        raise ValueError("without an illness there are no two years; the caller asks")
    bare = replace(illness, extension_weeks=0, sanction_weeks=0, sanction_until=None, application=None, aow_day=None)
    return ends(bare, law.on(illness.first_day)).dismissal_allowed


def compensation(
    case: Service, right: Right, at_the_end: Amount, two_years: Amount, end: Ends, law: Law
) -> Compensation:
    """Return what UWV pays back (BW 7:673e(1)-(3)): what was paid, but no more than was due, nor than after two years.

    The contract must end after the ban on dismissal ((1)(a)), with what a sanction, an extension or a late application
    add to it; one that goes on, on the day that the answer is about. Costs that were taken off may be added. The text
    can be read so that they are part of what was paid, or only of the limit: then the two amounts differ, and UWV
    decides. After the last day to ask there is nothing (CRvB 29 May 2024, ECLI:NL:CRVB:2024:1075: but for a special
    case). That term runs from the day on which all was paid: where less was paid than is due, it has not begun, and
    the amounts are those for when the rest is paid too.
    """
    nothing = Fraction(0)
    if right == "nee" or case.einde_door == "werknemer":
        return Compensation("nee", "geen-transitievergoeding", nothing, nothing, None, None)
    costs = at_the_end.gross - at_the_end.due
    taken_off = Fraction(case.aftrekbare_kosten or 0)
    possible = at_the_end.possible  # before costs, when a maximum that is not known yet turns out to be high
    is_short = shortfall(case, right, at_the_end) > 0
    if case.betaald_bedrag is None or is_short:
        paid, most_paid, most_spent = at_the_end.due, at_the_end.possible_due, possible
    else:
        paid = most_paid = Fraction(case.betaald_bedrag)
        most_spent = paid + min(taken_off, possible)
    # What stays below a cent says nothing to anybody.
    outlay = None if to_cent(most_paid) > to_cent(paid) else paid + taken_off
    stopped = case.einde_dienstverband
    if stopped is not None and stopped < end.dismissal_allowed:
        return Compensation("nee", "binnen-opzegverbod", nothing, nothing, None, outlay)
    if stopped is None and case.aow_datum is not None and case.aow_datum <= end.dismissal_allowed:
        # An end before the AOW day lies within the ban, and one from that day on has no payment (7:673(7)(b)).
        return Compensation("nee", "aow-eerst", nothing, nothing, None, outlay)
    if stopped is None and case.last_day < end.dismissal_allowed:
        return Compensation("nee", "nog-binnen-opzegverbod", nothing, nothing, None, outlay)
    months = law.number("transitievergoeding.compensatie_aanvraag_maanden", case.last_day)
    ask_by = None if case.betaald_op is None or is_short else months_after(case.betaald_op, months)
    if ask_by is not None and case.peildatum > ask_by:
        return Compensation("nee", "aanvraag-te-laat", nothing, nothing, ask_by, outlay)
    limit = min(at_the_end.gross, two_years.gross)
    most = min(paid + costs, limit)
    at_least = to_cent(min(most_spent, possible, two_years.possible)) > to_cent(most)
    reason = "niet-alles-betaald" if is_short else ""
    return Compensation("misschien", reason, min(paid, limit), most, ask_by, None if at_least else outlay, at_least)
