"""The made-up stories: docs/verhalen.toml holds a link for each case, and every day and sum is worked out from it."""

from __future__ import annotations

import html
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from calculators import page
from calculators.filled_in import FilledIn, filled_in

FILE = "verhalen.toml"
Story = Mapping[str, Any]
MUST_HAVE = {"tijdlijn", "dagen", "geld"}
MAY_HAVE = MUST_HAVE | {"ook"}
CALCULATORS = {"tijdlijn": "tijdlijn", "geld": "wie-betaalt-wat"}  # which one answers which link of a story
PAY = ("loon", "uitkering")  # what somebody lives of; holiday pay comes once a year


def read(docs: Path) -> dict[str, Story]:
    """Every story by its name, which is also that of its page.

    Raises:
        ValueError: a story lacks what it must have, or has what nobody knows.
    """
    stories = tomllib.loads((docs / FILE).read_text("utf-8"))
    for name, story in stories.items():
        if not MUST_HAVE <= story.keys() <= MAY_HAVE:
            raise ValueError(f"{FILE}, {name}: a key is missing or unknown")
    return stories


class Stories:
    """The calls that pages of stories make; each answers with HTML, or with KeyError for what nobody knows."""

    def __init__(self, docs: Path, today: date) -> None:
        self.docs = docs
        self.today = today

    def whole(self, name: str) -> str:
        """The days and the sums of a story, with the links that open its case."""
        story = read(self.docs)[name]
        timeline, money = self._case(story, "tijdlijn"), self._case(story, "geld")
        phases = list(_phases(money))
        return page.story_html(
            {
                "naam": name,
                "dagen": sorted((_day(timeline, one) for one in story["dagen"]), key=lambda one: one["datum"]),
                "tijdlijn": timeline,
                "fasen": phases,
                "met_inlener": any(Decimal(one["inlener"]) for one in phases),
                "met_uitkering": "uitkering" in money.json["invoer"],
                "geld": money,
                "ook": [self._more(one) for one in story.get("ook", ())],
            }
        )

    def day(self, argument: str) -> str:
        """A day of the timeline in running text: ``naam mijlpaal``."""
        name, _, milestone = argument.partition(" ")
        day = _day(self._case(read(self.docs)[name], "tijdlijn"), milestone)["datum"]
        return page.day_html(day)

    def said(self, argument: str) -> str:
        """What a link of a story fills in, in words: ``naam geld plaats-uren-per-week``."""
        name, _, question = argument.partition(" ")
        case, _, key = question.partition(" ")
        return html.escape(self._case(read(self.docs)[name], case).said(key))

    def _case(self, story: Story, which: str) -> FilledIn:
        return filled_in(CALCULATORS[which], story[which], self.today)

    def _more(self, one: Mapping[str, str]) -> dict[str, str]:
        case = filled_in(one["rekenhulp"], one["link"], self.today)
        return {"link": case.link, "tekst": one["tekst"], "uitkomst": case.outcome}


def _day(timeline: FilledIn, milestone: str) -> dict[str, Any]:
    """A milestone with its day: the one on which it was done, when the link says so, else the last possible one."""
    found = {one["id"]: one for one in timeline.json["uitkomst"]["mijlpalen"]}[milestone]
    written = timeline.json["invoer"].get(milestone) or found.get("datum") or found["tot"]
    return {"titel": found["titel"], "datum": date.fromisoformat(written)}


def _phases(money: FilledIn) -> Iterator[dict[str, str]]:
    """What is paid a month, from each day on which that changes."""
    before: dict[str, str] = {}
    for period in money.json["uitkomst"]["perioden"]:
        year = f", ziektejaar {period['ziektejaar']}" if period["ziektejaar"] else ""
        gets = sum((Decimal(one["per_maand"]) for one in period["posten"] if one["id"] in PAY), Decimal())
        pays = sum((Decimal(one["per_maand"]) for one in period["posten"] if one["betaler"] == "inlener"), Decimal())
        phase = {
            "naam": f"{period['fase_naam']}{year}",
            "krijgt": f"{gets:.2f}",
            "inlener": f"{pays:.2f}",
        }
        if phase != before:
            yield {**phase, "van": period["van"]}
        before = phase
