"""Each item of money and each reason of the no-risk check rests on its article, and the answer names it."""

import tomllib
from pathlib import Path
from typing import Any

import calculators

FOLDER = Path(calculators.__file__).parent
ARTICLE_OF_ITEM = {
    "loon": ("bw-7-629",),
    "aanvulling-minimumloon": ("bw-7-629",),
    "vakantiebijslag": ("minimumvakantiebijslag",),
    "btw": ("btw-besluit-personeel",),
    "lkv": ("wtl-2025", "wtl-2026"),
}
AGREED = {"inleenvergoeding", "reiskosten", "begeleiding", "nieuw-loon", "werkgeverslasten", "uitkering"}
"""What the parties agree, or what the reader filled in: no article gives the amount."""
ARTICLE_OF_REASON = {"te-laat-gemeld": "ziektewet-38a"}


def answers_to(folder: str, name: str) -> list[dict[str, Any]]:
    """The answers to the worked cases that have one."""
    cases = tomllib.loads((FOLDER / folder / "cases.toml").read_text("utf-8"))["case"]
    return [calculators.answer(name, case["input"]) for case in cases if "errors" not in case]


def test_an_item_of_money_that_the_law_sets_rests_on_its_article_and_the_answer_names_it():
    seen = set()
    for answer in answers_to("wie_betaalt_wat", "wie-betaalt-wat"):
        for item in (item for period in answer["uitkomst"]["perioden"] for item in period["posten"]):
            seen.add(item["id"])
            for article in ARTICLE_OF_ITEM.get(item["id"], ()):
                assert article in item["bronnen"], item
                assert article in answer["bronnen"], item
    assert seen == ARTICLE_OF_ITEM.keys() | AGREED


def test_a_reason_of_the_no_risk_check_rests_on_its_article_and_the_answer_names_it():
    seen = set()
    for answer in answers_to("no_riskpolis", "no-riskpolis"):
        outcome = answer["uitkomst"]
        for code, reason in zip(outcome["redenen"], outcome["uitleg"], strict=True):
            seen.add(code)
            article = ARTICLE_OF_REASON.get(code, "ziektewet-29b")
            assert article in reason["bronnen"], code
            assert article in answer["bronnen"], code
    assert len(seen) >= 9
