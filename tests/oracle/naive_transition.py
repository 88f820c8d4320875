"""The transition payment once more, read sentence by sentence and counted day by day and month by month.

Written from BW 7:670, 7:673, 7:673e and 7:686a (text of 1 July 2026), the Algemene termijnenwet and the Besluit
loonbegrip, without sight of the calculator. A month of service earns a thirty-sixth of the wage of a month; a loose
day its part of a third. When the two differ, read the law again.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from tests.oracle.naive_calendar import ONE_DAY, Period, each_day, is_day_off, same_day_later, step
from tests.oracle.naive_case import read_case
from tests.oracle.naive_ends import Ends
from tests.oracle.naive_money_case import to_cent
from tests.oracle.naive_waiting_period import last_illness

# BW 7:673(2), the text of each year: the maximum, known for these years only.
MAXIMA = {2023: 89_000, 2024: 94_000, 2025: 98_000, 2026: 102_000}
# Algemene termijnenwet 3(3): days that two decrees, for 2023 to 2025 and 2026 to 2028, put beside the holidays.
PUT_BESIDE_HOLIDAYS = {
    2023: (428, 519),
    2024: (510, 1227),
    2025: (530,),
    2026: (102, 515),
    2027: (507,),
    2028: (428, 526),
}
LENGTHENING = ("loonsanctie-weken", "loonsanctie-tot", "verlenging-weken", "wia-aanvraag", "aow-datum")


@dataclass(frozen=True)
class Earned:
    """What one end of the contract gives: whole months, loose days, the sum before and after what comes off."""

    months: int
    days: int
    full: Fraction
    gross: Fraction
    due: Fraction


class Service:
    """One case, in the words of the form (the keys of a link)."""

    def __init__(self, values: dict[str, str], unknown_maximum: int = 0) -> None:
        self.values = values
        self.unknown_maximum = unknown_maximum  # what a maximum that nobody knows yet is taken to be
        self.today = self.day("peildatum")
        self.start = self.day("in-dienst-sinds")
        self.stopped = self.day("einde-dienstverband") if "einde-dienstverband" in values else None

    def day(self, key: str) -> date:
        return date.fromisoformat(self.values[key])

    def euros(self, key: str) -> Fraction:
        return Fraction(self.values.get(key, "0"))

    @property
    def month_wage(self) -> Fraction:
        """Besluit loonbegrip 2 and 3: the agreed hours; a twelfth of what is by the year; averages of what varies."""
        wage = self.euros("bruto-maandloon")
        parts = [
            wage,
            (wage + self.allowances_with_holiday_pay) / 100 * Fraction(self.values.get("vakantiebijslag", "8")),
            self.euros("eindejaarsuitkering") / 12,
            self.allowances,
            self.euros("bonus") / int(self.values.get("bonus-maanden", "36")),
        ]
        return sum((Fraction(to_cent(part)) for part in parts), Fraction(0))  # a wage is paid in whole cents

    @property
    def allowances(self) -> Fraction:
        return self.euros("toeslagen") / int(self.values.get("toeslagen-maanden", "12"))

    @property
    def allowances_with_holiday_pay(self) -> Fraction:
        """WML 6 and 15: over the whole wage, and so over shifts and overtime; a cao may say otherwise."""
        return Fraction(0) if self.values.get("vakantiegeld-over-toeslagen") == "nee" else self.allowances

    def chain(self) -> list[Period]:
        """7:673(4)(b): contracts that followed each other within six months; forward, each break starts anew."""
        texts = [text.split("/") for text in self.values.get("eerdere-contracten", "").split(",") if text]
        chain: list[Period] = []
        for first, last in sorted((date.fromisoformat(a), date.fromisoformat(b)) for a, b in texts):
            chain = [*self.unbroken(chain, first), (first, last)]
        return self.unbroken(chain, self.start)

    def unbroken(self, chain: list[Period], next_first: date) -> list[Period]:
        if not chain:
            return []
        ended = chain[-1][1]
        gap = 6 if ended >= date(2012, 7, 1) else 3  # Wwz XXII(8)
        months_and_a_day = same_day_later(ended + ONE_DAY, months=gap) + ONE_DAY
        return chain if next_first < months_and_a_day else []

    def earned(self, last: date) -> Earned:
        """7:673(2), (5) and (6)."""
        months = days = 0
        own = [] if last < self.start else [(self.start, last)]
        for period in [*self.chain(), *own]:
            whole, loose = months_and_days(period)
            months, days = months + whole, days + loose
        for _ in range(int(self.values.get("jeugd-maanden", "0"))):  # 7:673(4)(a): months that are left out
            months, days = (months - 1, days) if months else (0, 0)
        wage = self.month_wage
        full = sum([wage / 36] * months, Fraction(0)) + sum([wage / 3 / 365] * days, Fraction(0))
        a_year = sum([wage] * 12, Fraction(0))
        top = MAXIMA.get(last.year)
        gross = full
        if full > a_year:
            gross = min(full, max(a_year, Fraction(top or self.unknown_maximum)))
        if self.chain():
            gross -= self.euros("eerder-betaald")
        gross = max(gross, Fraction(0))
        due = max(gross - self.euros("aftrekbare-kosten"), Fraction(0))
        return Earned(months, days, full, gross, due)

    @property
    def ill(self) -> bool:
        if "eerste-ziektedag" not in self.values or self.values.get("situatie") == "vangnet":
            return False
        # 670(1): "zijn arbeid"; an illness of before the contract, and of no earlier one that counts, may be of other
        # work.
        sick = last_illness(read_case(self.values)).first_day
        return any(first <= sick <= last for first, last in [*self.chain(), (self.start, date.max)])

    def after_two_years(self) -> date:
        """7:673e(2), last sentences: two years of 670(1)(a), with what does not count, without paragraph 11."""
        bare = {key: text for key, text in self.values.items() if key not in LENGTHENING}
        return Ends(read_case(bare)).first_day_without_dismissal_ban()

    def may_be_dismissed(self) -> date:
        return Ends(read_case(self.values)).first_day_without_dismissal_ban()

    def right(self) -> str:
        """7:673(1) and (7)(b)."""
        last = self.stopped or self.today
        if self.stopped and self.stopped < date(2015, 7, 1):  # the article did not exist
            return "nee"
        if "aow-datum" in self.values and last >= self.day("aow-datum"):
            return "nee"
        if "aow-datum" in self.values and last + ONE_DAY == self.day("aow-datum"):  # because of the age, or not
            return "misschien"
        return "misschien" if self.values.get("einde-door") in ("werknemer", "overeenkomst") else "ja"

    def may_ask(self) -> bool:
        """7:673e(1) and (3): a payment that was due by law, or would be, after the ban on dismissal."""
        if self.right() == "nee" or self.values.get("einde-door") == "werknemer":
            return False
        if self.stopped is None and "aow-datum" in self.values and self.day("aow-datum") <= self.may_be_dismissed():
            return False  # an end before that day lies within the ban, one from then on has no payment: 673(7)(b)
        # It has to end "na de periode, bedoeld in 670 lid 1 a, en lid 11", also on a day that nobody filled in.
        return (self.stopped or self.today) >= self.may_be_dismissed()

    def paid_back(self) -> tuple[Fraction, Fraction] | None:
        """7:673e(1) to (3): None when UWV pays nothing."""
        if not self.may_ask():
            return None
        at_end = self.earned(self.stopped or self.today)
        ask = self.ask_by()
        if ask is not None and self.today > ask:
            return None
        paid = self.paid()
        top = min(at_end.gross, self.earned(self.after_two_years()).gross)
        return min(paid, top), min(paid + at_end.gross - at_end.due, top)

    def ask_by(self) -> date | None:
        """Six months after "de volledige betaling": a term that does not run while a part is still to be paid."""
        if "betaald-op" not in self.values or self.owes_a_rest():
            return None
        return within_months(self.day("betaald-op"), 6)

    def owes_a_rest(self) -> bool:
        """673(1): due once the contract has ended, by the cent; of an agreed sum or a doubtful right nobody knows."""
        ended = self.stopped is not None and self.stopped < self.today
        if not ended or self.right() != "ja" or "betaald-bedrag" not in self.values:
            return False
        return Fraction(self.values["betaald-bedrag"]) < Fraction(to_cent(self.earned(self.stopped or self.today).due))

    def paid(self) -> Fraction:
        """673e(2): what is paid; where a rest is open, what it will be once that is paid too."""
        if "betaald-bedrag" in self.values and not self.owes_a_rest():
            return Fraction(self.values["betaald-bedrag"])
        return self.earned(self.stopped or self.today).due

    def is_claim(self) -> bool:
        """7:686a(1) and (4)(b) speak of the payment of 673 only: not of a sum that was agreed, nor of none at all."""
        at_most = Service(self.values, unknown_maximum=10**12).earned(self.stopped or self.today)
        nothing = to_cent(at_most.gross) == 0
        return self.right() != "nee" and self.values.get("einde-door") != "overeenkomst" and not nothing

    def not_back(self) -> tuple[Fraction, Fraction] | None:
        """What leaves the till of the employer, less what UWV gives for it; nothing when nothing was due."""
        if self.right() == "nee" or self.values.get("einde-door") == "werknemer":
            return None
        least, most = self.paid_back() or (Fraction(0), Fraction(0))
        return self.spent() - most, self.spent() - least

    def spent(self) -> Fraction:
        """What leaves the till of the employer."""
        return self.euros("aftrekbare-kosten") + self.paid()


@lru_cache(64)  # of each contract, for each of the days on which the last one can end
def months_and_days(period: Period) -> tuple[int, int]:
    """Walk over a contract: each time a month is full, begin to count days anew.

    A month is full on the day before the number of the first day comes round; in a month that has no such number, on
    its last day.
    """
    months = days = 0
    for day in each_day(period[0]):
        if day > period[1]:
            return months, days
        days += 1
        tomorrow = day + ONE_DAY
        if tomorrow.day == period[0].day or (tomorrow.day == 1 and day.day < period[0].day):
            months, days = months + 1, 0
    raise AssertionError


def within_months(day: date, months: int) -> date:
    """Give the last day within so many months after a day: the same number, or the last that the month has."""
    later = same_day_later(day, months=months)
    return later if later.day == day.day else step(later, -1)


def last_day_for_the_court(stopped: date) -> date:
    """7:686a(4)(b): three months; since 1 January 2019 (7A:2031) it does not end on a day off (Atw 1(1))."""
    day = within_months(stopped, 3)
    while day.year >= 2019 and ends_no_term(day):
        day += ONE_DAY
    return day


def ends_no_term(day: date) -> bool:
    """Atw 1(1) and 3: a Saturday, a Sunday, a holiday or a day made equal to one."""
    return is_day_off(day) or 100 * day.month + day.day in PUT_BESIDE_HOLIDAYS.get(day.year, ())


def day_to_go_to_court(stopped: date, today: date) -> date:
    """Give the last day of work within the three months themselves; once that is over, the last day of the law."""
    day = day_of_work_within(within_months(stopped, 3))
    return day if today <= day else last_day_for_the_court(stopped)


def day_of_work_within(day: date) -> date:
    """Give the day itself, or the last day before it on which people work: also one made equal to a holiday."""
    while is_day_off(day):
        day -= ONE_DAY
    return day


def as_json(values: dict[str, str]) -> dict[str, Any]:
    """Give what the answer must say, by the same paths."""
    one = Service(values)
    high = Service(values, unknown_maximum=10**12)  # 673(2): whatever the maximum of a later year turns out to be
    last = one.stopped or one.today

    def money(amount: Fraction) -> str:
        return str(to_cent(amount))

    def ending(day: date) -> dict[str, Any]:
        earned, at_most = one.earned(day), high.earned(day)
        return {
            "datum": day.isoformat(),
            "jaren": earned.months // 12,
            "maanden": earned.months % 12,
            "dagen": earned.days,
            "zonder_maximum": money(earned.full),
            "voor_kosten": money(earned.gross),
            "bedrag": money(earned.due),
            "voor_kosten_minstens": money(earned.gross) != money(at_most.gross),
            "minstens": money(earned.due) != money(at_most.due),
        }

    found: dict[str, Any] = {
        "recht": one.right(),
        "loon": {"per_maand": money(one.month_wage)},
        "contracten_mee": [{"van": a.isoformat(), "tot": b.isoformat()} for a, b in reversed(one.chain())],
        "bij_einde": ending(last),
        "na_twee_jaar": None,
        "opzeggen_vanaf": None,
        "vergoeding_uwv": None,
        "kantonrechter_uiterlijk": last_day_for_the_court(one.stopped).isoformat()
        if one.stopped and one.is_claim()
        else None,
        "kantonrechter_handel_op": day_to_go_to_court(one.stopped, one.today).isoformat()
        if one.stopped and one.is_claim()
        else None,
        "rente_vanaf": within_months(one.stopped, 1).isoformat() if one.stopped and one.is_claim() else None,
    }
    if one.ill:
        back = one.paid_back()
        least, most = back or (Fraction(0), Fraction(0))
        may_be_more = money((high.paid_back() or (least, most))[1]) != money(most)
        own = one.not_back()
        if may_be_more or money(high.spent()) != money(one.spent()):
            own = None  # it hangs on a maximum that is not known yet
        ask = one.ask_by() if one.may_ask() else None
        act = ask and day_of_work_within(ask)
        found |= {
            "na_twee_jaar": ending(one.after_two_years()),
            "zodra_opzeggen_mag": ending(one.may_be_dismissed()),
            "opzeggen_vanaf": one.may_be_dismissed().isoformat(),
            "vergoeding_uwv": {
                "recht": "misschien" if back else "nee",
                "minstens": money(least),
                "hoogstens": money(most),
                "kan_meer_zijn": may_be_more,
                "niet_terug": own and {"minstens": money(own[0]), "hoogstens": money(own[1])},
                "aanvragen_uiterlijk": ask and ask.isoformat(),
                "aanvragen_handel_op": act and ask and (act if one.today <= act else ask).isoformat(),
            },
        }
    return found


def is_part_of(expected: Any, found: Any) -> bool:
    """Tell whether everything that the second reading says stands in an answer."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(is_part_of(part, found.get(key)) for key, part in expected.items())
    if isinstance(expected, str) and isinstance(found, str) and expected.replace(".", "").isdigit():
        return Decimal(expected) == Decimal(found)
    return bool(expected == found)
