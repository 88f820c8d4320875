"""What adr/ says of itself."""

import re

from tests.project import ROOT


def test_every_decision_has_a_date_and_says_whether_it_is_in_force():
    decisions = {file.name: file.read_text("utf-8").split("\n## ")[0] for file in (ROOT / "adr").glob("*.md")}
    told = re.compile(r"\n\nDate: \d{4}-\d\d-\d\d.*Status: (accepted|replaced by adr/\d{4}|withdrawn)\.\n")
    assert [name for name, head in decisions.items() if not told.search(head)] == []


def test_every_decision_has_a_number_of_its_own():
    names = sorted(file.name[:4] for file in (ROOT / "adr").glob("*.md"))
    assert names == [f"{number:04}" for number in range(1, len(names) + 1)]
