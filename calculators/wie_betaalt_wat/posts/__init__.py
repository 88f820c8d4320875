"""The rules about money, one function for each row of ``posten.toml``: from a month to what it says of that item.

A rule is called after its row: the function ``nieuw_loon`` belongs to ``[nieuw-loon]``. The rows stand in the order
in which the items are worked out and shown; a rule may ask the month what those above it have found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from calculators.wie_betaalt_wat.month import Month
from calculators.wie_betaalt_wat.post import Finding
from calculators.wie_betaalt_wat.posts import benefit, contract, costs, fee, supervision, travel, wage
from calculators.wie_betaalt_wat.wording import post_ids

type Rule = Callable[[Month], Finding]

SUBJECTS = (wage, contract, costs, fee, travel, supervision, benefit)


@cache
def rules() -> Mapping[str, Rule]:
    """Return the rule of each item, in the order of the table.

    Raises:
        KeyError: a row of the table has no rule.
    """
    functions = {name: function for subject in SUBJECTS for name, function in vars(subject).items()}
    return {post_id: functions[post_id.replace("-", "_")] for post_id in post_ids()}


def find_posts(month: Month) -> Mapping[str, Finding]:
    """Work out every item of a month, each once."""
    for post_id, rule in rules().items():
        month.findings[post_id] = rule(month)
    return month.findings
