"""What stops on a day, the wage or a benefit, and what may come after it: one sentence of the answer in short."""

from __future__ import annotations

from datetime import date

from calculators.frame.dates import in_words
from calculators.law.benefits import aow_comes_first
from calculators.law.early_iva import early_iva_day
from calculators.law.late_application import right_from_later
from calculators.wie_betaalt_wat.rules import Money


def what_stops(money: Money, day: date) -> str:
    """Say what stops and what comes after it; who reaches the AOW age by then gets no WIA (Wet WIA 43(g)).

    A WW in illness has become sick pay, which ends after 104 weeks (ZW 29(2)(d) and (5)); without a WIA the WW begins
    again, for what was left of it (WW 21). So it does not just stop.
    """
    aow, may_have_wia = money.case.aow_datum, day == money.ends.first_wia_day
    before = [one for one in money.periods if one.days.first < day and one.booked][-1:]
    benefit = any(one.has("uitkering") and not one.has("loon") for one in before)
    what = "de uitkering" if benefit else "het loon"
    if aow == day:
        return f"Vanaf {in_words(day)} stopt {what}; dan begint de AOW."
    if not may_have_wia or aow_comes_first(aow, day):
        return f"Vanaf {in_words(day)} stopt {what}."
    if later := " ".join(right_from_later(money.case, money.ends, money.law)):
        again = "kan er weer WW zijn" if benefit and money.case.uitkering == "WW" else f"stopt {what}"
        return f"Vanaf {in_words(day)} {again}. {later}"
    if benefit and money.case.uitkering == "WW":
        return f"Vanaf {in_words(day)} kan de WIA beginnen, of weer WW als er geen WIA komt."
    early = early_iva_day(money.case, money.ends, money.law)
    unless = ", als er nog geen vervroegde IVA is" if early is not None and early < day else ""
    return f"Vanaf {in_words(day)} stopt {what}; dan kan de WIA beginnen{unless}."
