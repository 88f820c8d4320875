"""What adr/ says of itself."""

import re

from tests.project import ROOT


def test_every_decision_has_a_date_and_says_whether_it_is_in_force():
    decisions = {file.name: file.read_text("utf-8").split("\n## ")[0] for file in (ROOT / "adr").glob("*.md")}
    told = re.compile(r"\n\nDecided on \d{1,2} \w+ \d{4}\b.*(In force|Replaced by adr/\d{4}|Withdrawn)\.\n", re.DOTALL)
    assert [name for name, head in decisions.items() if not told.search(head)] == []
