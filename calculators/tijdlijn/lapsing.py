"""Which milestones remain: the AOW age and the end of the contract make some pointless, and move others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from calculators.frame.dates import days_after
from calculators.law.benefits import aow_comes_first, last_benefit_day
from calculators.law.book import Law
from calculators.law.cautions import report_at_the_end
from calculators.law.wachttijd import Ends, ends_early
from calculators.tijdlijn.form import TimelineInput
from calculators.tijdlijn.milestones import Milestone, lapses_by


def that_remain(found: Iterable[Milestone], case: TimelineInput, end: Ends, law: Law) -> Iterator[Milestone]:
    """Leave out what the AOW age or the end of the contract makes pointless, and move the report to that end."""
    contract_end = end.contract_end if ends_early(end) else None
    for one in found:
        reasons = lapses_by(one.kind, has_employer=case.has_employer)
        if contract_end is not None and "einde-dienstverband" in reasons and one.first > contract_end:
            # Not the whole of its work lapses: who has sick pay then takes the report along to UWV (ZW 38(2)).
            has_sick_pay = contract_end < last_benefit_day("ZW", case, end, law)
            if one.kind == "re-integratieverslag" and has_sick_pay and report_at_the_end(contract_end, end, law):
                yield Milestone(one.id, contract_end, contract_end)
        elif case.aow_datum is None:
            yield one
        elif not _lapses_by_aow(one, reasons, case.aow_datum, end):
            yield _until_aow(one, case.aow_datum) if "plan-tot-aow" in reasons else one


def _lapses_by_aow(one: Milestone, reasons: tuple[str, ...], aow_day: date, end: Ends) -> bool:
    """Say whether the AOW makes a milestone pointless.

    No WIA begins from that day on (Wet WIA 43(g)), sick pay stops (ZW 29(4)), and no plan is due (BW 7:658a(3)).
    """
    return (
        ("aow" in reasons and one.last >= aow_day)
        or ("plan-tot-aow" in reasons and one.first >= aow_day)
        or ("loon-na-aow" in reasons and one.first > end.wages_without_contract_end)
        or ("geen-wia" in reasons and aow_comes_first(aow_day, end.first_wia_day))
        or ("geen-wia-aanvraag" in reasons and aow_comes_first(aow_day, days_after(end.counted_back_from, 1)))
    )


def _until_aow(one: Milestone, aow_day: date) -> Milestone:
    return replace(one, last=min(one.last, days_after(aow_day, -1)))
