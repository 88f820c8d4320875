"""What to know before paying, waiting or signing: the warnings of the transition payment."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.frame.dates import same_day_later
from calculators.frame.result import Caution
from calculators.law.contract_end import about_contract_end
from calculators.law.new_period import about_period
from calculators.transitievergoeding.rules import BEGAN, Payment
from calculators.transitievergoeding.saying import said

NEAR_IN_MONTHS = 24
"""How long before the AOW day we warn of it: long enough for a request to UWV and a term of notice."""

COURT_TERM = ("bw-7-686a", "bw-7a-2031-lawyrup", "algemene-termijnenwet", "gelijkgestelde-dagen")
"""Where it stands until when the court can be asked, and that this does not end on a day off."""


def warnings(found: Payment) -> Iterator[Caution]:
    """Yield what to know before paying, waiting or signing."""
    back, end, case = found.compensation, found.end, found.case
    if end is not None:
        yield from about_period(case, end, found.law, (case.wia_aanvraag,) if case.wia_aanvraag else ())
        yield from about_contract_end(end)
    for code, holds, sources in (
        ("maximum-onbekend", bool(found.days_without_maximum), ("bw-7-673",)),
        ("eerder-contract-telt-niet", bool(found.left_out), ("bw-7-673", "wwz-tussenpozen")),
        ("oud-contract-onzeker", bool(found.doubtful), ("salarispoint-tussenpozen", "wwz-tussenpozen")),
        ("aow-nadert", _can_still_end_after_the_aow(found), ("bw-7-673", "bw-7-672")),
        ("dag-voor-aow", found.reason == "dag-voor-aow", ("bw-7-673", "hr-2018-1845")),
        ("ziekte-telt-niet", case.eerste_ziektedag is not None and not case.has_employer, ("bw-7-670", "bw-7-673e")),
        ("ziekte-voor-contract", found.ill_before_contract, ("bw-7-670", "bw-7-673e")),
        ("tijdelijk-opzeggen", _runs_on_till_it_runs_out(found), ("bw-7-667",)),
        ("opzeggen-aow", _notice_for_the_aow(found), ("bw-7-669", "bw-7-670a", "bw-7-671", "bw-7-673")),
        ("afloop", found.right != "nee" and case.einde_door == "afloop", ("bw-7-673", "bw-7-668", "bw-7-686a")),
        (
            "een-loon",
            back is not None
            and back.right != "nee"
            and found.after_two_years is not None
            and found.at_the_end.last_day > found.after_two_years.last_day,
            ("bw-7-673e", "besluit-loonbegrip-2014"),
        ),
        ("slapend-dienstverband", found.sleeps, ("hr-2019-1734", "hr-2022-1576", "vijverberg-xella-2020", "bw-7-669")),
        (
            "twee-jaar-voor-2015",
            found.right != "nee" and found.after_two_years is not None and found.after_two_years.last_day < BEGAN,
            ("bw-7-673e", "crvb-2022-1180", "hr-2022-1575"),
        ),
        (
            "binnen-opzegverbod",
            end is not None
            and case.einde_dienstverband is not None
            and case.einde_dienstverband < end.dismissal_allowed,
            ("bw-7-670", "bw-7-670a", "bw-7-671b"),
        ),
        ("verlof-opzegverbod", end is not None and bool(end.period.leave), ("bw-7-670", "bw-7-673e")),
        ("niet-alles-terug", _loses(found), ("bw-7-673e",)),
        ("kosten-onzeker", back is not None and back.least != back.most, ("bw-7-673e",)),
        (
            "toeslagen-bij-ziekte",
            case.illness is not None and bool(case.toeslagen or case.bonus),
            ("besluit-loonbegrip-2014", "regeling-looncomponenten-2014"),
        ),
        (
            "aanvraag-te-laat",
            back is not None and back.reason == "aanvraag-te-laat",
            ("bw-7-673e", "compensatie-checklist", "crvb-2024-1075"),
        ),
        (
            "te-weinig-betaald",
            found.underpaid > 0,
            ("bw-7-673", "bw-7-686a"),
        ),
        (
            "verzoek-te-laat",
            found.court_by is not None and case.peildatum > found.court_by,
            COURT_TERM,
        ),
        (
            "compensatie-plan",
            back is not None and back.right != "nee",
            ("bw-7-673e", "kamerstuk-36869-verslag", "ondernemersplein-compensatie"),
        ),
    ):
        if holds:
            yield Caution(code, said(found, "let-op", _words_of(found, code)), sources)


def _words_of(found: Payment, code: str) -> str:
    """Return the name of the words of a caution: some have others where a day or an amount is another."""
    if code == "aow-nadert":
        return _about_the_aow(found)
    if code == "slapend-dienstverband" and found.when_allowed is not None and found.when_allowed.at_least:
        return f"{code}-minstens"
    if code == "ziekte-voor-contract" and found.ill_in_left_out:
        return f"{code}-telt-niet"
    return f"{code}{_how_late(found)}" if code == "te-weinig-betaald" else code


def _how_late(found: Payment) -> str:
    """Return how the name of the words ends for what is not paid: before the day of the interest, or after the court's.

    Up to the first of those days the employer may still pay without any interest (BW 7:686a(1)).
    """
    today = found.case.peildatum
    if found.interest_from is not None and today < found.interest_from:
        return "-nog-niet"
    return "-voorbij" if found.court_by is not None and today > found.court_by else ""


def _runs_on_till_it_runs_out(found: Payment) -> bool:
    """Say whether a temporary contract runs on without the ban: notice then asks an agreement (BW 7:667(3))."""
    case, last = found.case, found.case.einde_dienstverband
    if found.end is None or case.einde_door != "afloop" or found.right == "nee":
        return False
    return last is None or last > max(case.peildatum, found.end.dismissal_allowed)


def _notice_for_the_aow(found: Payment) -> bool:
    """Say whether notice because of the AOW age can come before the ban is over (BW 7:669(4) and 670a(2)(e)).

    Once the ban is over there is nothing left to come before.
    """
    case, end = found.case, found.end
    if end is None or case.aow_datum is None or case.einde_dienstverband is not None or case.einde_door == "afloop":
        return False
    return case.in_dienst_sinds < case.aow_datum < end.dismissal_allowed and case.peildatum < end.dismissal_allowed


def _can_still_end_after_the_aow(found: Payment) -> bool:
    """Say whether the contract can well go on up to the AOW day, and end then without a payment (7:673(7)(b)).

    The AOW is near, by a bound of our own, or the contract sleeps; and no payment was agreed or given up.
    """
    case = found.case
    if found.right != "ja" or case.einde_dienstverband is not None or case.aow_datum is None:
        return False
    return found.sleeps or case.aow_datum <= same_day_later(case.peildatum, NEAR_IN_MONTHS)


def _about_the_aow(found: Payment) -> str:
    """Return the name of the words: notice is no way out for a contract that runs out, or within the ban."""
    end, aow = found.end, found.case.aow_datum
    if found.case.einde_door == "afloop":
        return "aow-nadert-afloop"
    return "aow-nadert-verbod" if end is not None and aow is not None and aow <= end.dismissal_allowed else "aow-nadert"


def _loses(found: Payment) -> bool:
    """Say whether UWV surely pays back less than was spent, because of the day of two years."""
    back, then = found.compensation, found.after_two_years
    if back is None or then is None or back.right == "nee" or back.not_back is None:
        return False
    return then.gross < found.at_the_end.gross and back.not_back[0] > 0
