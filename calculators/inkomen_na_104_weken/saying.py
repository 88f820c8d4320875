"""The sentences of the income after 104 weeks with values in them."""

from __future__ import annotations

from calculators.frame.tables import Table, table


def wording() -> Table:
    return table("inkomen_na_104_weken/wording.toml")


def said(group: str, code: str, **values: str) -> str:
    """Return a text of the table with the values in it."""
    return str(wording()[group][code]).format(**values)
