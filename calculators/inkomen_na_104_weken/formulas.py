"""The sum of each phase as the law writes it, with the amounts in it: who works it out finds the same to the cent."""

from __future__ import annotations

from fractions import Fraction

from calculators.frame.money import euros, percent
from calculators.inkomen_na_104_weken import rules
from calculators.inkomen_na_104_weken.phases import Phase
from calculators.inkomen_na_104_weken.rules import ZERO, Capacity
from calculators.inkomen_na_104_weken.saying import said
from calculators.inkomen_na_104_weken.situations import Income, Outcome

RATES = {
    "ww-begin": "ww.begin_percentage",
    "ww": "ww.percentage",
    "wga-begin": "wia.wga_begin_percentage",
    "wga-loongerelateerd": "wia.wga_percentage",
}


def formula(found: Income, outcome: Outcome, phase: Phase) -> str:
    """Return the sum without work, and beside work when there is any."""
    income = found.counted_for(phase.kind)
    if phase.kind == "wga-daarna" and outcome.capacity is None:
        return _of_a_class(found, outcome)
    alone = _sum(found, outcome, phase.kind, ZERO)
    if phase.kind == "wga-daarna" and outcome.capacity:
        alone += f"; {_from_half(found, outcome.capacity)}"
    return alone if income is None else f"{alone}; met dit werk {_sum(found, outcome, phase.kind, income)}"


def _sum(found: Income, outcome: Outcome, kind: str, income: Fraction) -> str:
    """Return the sum at one income; nought as income is not written down."""
    law, wage = found.law, found.wage
    if kind == "iva":
        rate, less = (rules.percentage(law, f"wia.{name}_percentage") for name in ("iva", "verrekening"))
        whole = f"{percent(rate * 100)} van {euros(wage.month)}"
        if not income:
            return whole
        nought = wage.month * rate < wage.counted(income) * less
        return f"{whole} - {percent(less * 100)} van {euros(wage.counted(income))} loon{_or_nothing(nought)}"
    if kind == "wga-daarna" and outcome.capacity is not None:
        return _after(found, outcome.capacity, income)
    if kind.startswith("ww") and rules.is_above_limit(wage, income, law):
        limit = percent(law.get("ww.eindgrens_percentage") or 0)
        return f"geen WW, want {euros(wage.counted(income))} loon is meer dan {limit} van {euros(wage.month)}"
    return _loss(found, rules.percentage(law, RATES[kind]), wage.counted(income), " loon")


def _loss(found: Income, rate: Fraction, less: Fraction, name: str) -> str:
    """Return a rate of the wage less an amount (Wet WIA 61, WW 47)."""
    wage = found.wage.month
    if not less:
        return f"{percent(rate * 100)} van {euros(wage)}"
    return f"{percent(rate * 100)} van ({euros(wage)} - {euros(less)}{name}){_or_nothing(wage < less)}"


def _or_nothing(nought: bool) -> str:
    return ", en dat is minder dan niets: geen uitkering" if nought else ""


def _after(found: Income, capacity: Capacity, income: Fraction) -> str:
    """Return the sum after the wage-related part, by the part of the article that decides it."""
    benefit = rules.after_wage_related(found.wage, income, capacity, found.law)
    if benefit.less is None:
        floor = said("formule", "bodem") if benefit.kind == "loonaanvulling" else ""
        return f"{benefit.kind}{floor}: {_of_the_minimum(found, capacity)}"
    name = " loon" if benefit.less == found.wage.counted(income) else " dat u kunt verdienen"
    return f"{benefit.kind}: " + _loss(found, rules.percentage(found.law, "wia.wga_percentage"), benefit.less, name)


def _of_the_minimum(found: Income, capacity: Capacity) -> str:
    minimum, part = rules.minimum_wage(found.law), capacity.class_percentage
    of = "het minimumloon" if minimum is None else euros(min(minimum, found.wage.month))
    return f"{'een deel' if part is None else percent(part * 100)} van {of}"


def _from_half(found: Income, capacity: Capacity) -> str:
    if capacity.free:
        return said("formule", "vrij")
    return said("formule", "vanaf", eis=euros(rules.required_income(capacity, found.law)))


def _of_a_class(found: Income, outcome: Outcome) -> str:
    """Return the rule of a class in which it is not known what somebody can earn."""
    low, high = outcome.capacities or (Capacity(ZERO, None), Capacity(ZERO, None))
    required = [euros(rules.required_income(one, found.law)) for one in (low, high)]
    return said("formule", "klasse", vervolg=_of_the_minimum(found, low), laagst=required[0], hoogst=required[1])
