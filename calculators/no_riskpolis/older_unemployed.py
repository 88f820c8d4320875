"""Sick pay for who was older and unemployed for long before the job: another right than the no-risk policy (ZW 29d)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculators.frame.dates import MONTHS_IN_YEAR, last_day_of_term, same_day_later
from calculators.law.book import Law
from calculators.no_riskpolis.benefit import longest
from calculators.no_riskpolis.form import NoRiskInput

BORN_BEFORE = date(1962, 1, 1)
FIRST_JOB, LAST_JOB = date(2018, 1, 1), date(2019, 12, 31)
"""Who was born before that day, in a job that began on or between these (ZW 29d(6)).

Those of before 8 July 1954 (29d(1)) have had the AOW for so long that no illness of theirs is paid any more.
"""


@dataclass(frozen=True)
class OlderUnemployed:
    """What 29d asks and gives; ``last`` is the last day on which an illness may begin."""

    born_before: date
    weeks_unemployed: int
    last: date
    paid_from_week: int
    report_weeks: int
    report_day: int


def older_unemployed(case: NoRiskInput, law: Law) -> OlderUnemployed | None:
    """Return the terms of 29d for who comes under no group, where the job and the illness can lie within them.

    And only as long as some of the sick pay can still be asked: 104 weeks from the last day on which the illness can
    begin, and a year, which is how far back UWV pays at most (29(5), 38a(9)).
    """
    start, sick = case.in_dienst, case.eerste_dag_ziek_in_nieuwe_baan
    if case.groep not in ("geen", "weet-niet") or start is None or not FIRST_JOB <= start <= LAST_JOB:
        return None
    last = last_day_of_term(start, MONTHS_IN_YEAR * law.number("no_risk.oudere_werkloze_jaren", start))
    if sick is not None and sick > last:
        return None
    last_paid = longest(sick or last, law)
    if case.peildatum > same_day_later(last_paid, MONTHS_IN_YEAR * law.number("no_risk.terugwerkend_jaar", last_paid)):
        return None
    return OlderUnemployed(
        BORN_BEFORE,
        law.number("no_risk.oudere_werkloze_ww_weken", start),
        last,
        law.number("no_risk.oudere_werkloze_week", start),
        law.number("no_risk.oudere_werkloze_melden_weken", start),
        law.number("no_risk.oudere_werkloze_melden_dagen", start),
    )
