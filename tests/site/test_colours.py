"""The colours of the site differ enough, in light and dark."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

CSS = (ROOT / "overrides" / "assets" / "css" / "site" / "01-colours.css").read_text("utf-8")
TEXT, SHAPE = 7.0, 3.0
PAIRS = [  # colour, what is behind it, least contrast
    ("text", "paper", TEXT),
    ("text", "soft", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "soft", TEXT),
    ("on-accent", "accent", TEXT),
    ("on-bar", "bar", TEXT),
    ("muted", "paper", TEXT),
    ("muted", "soft", 4.5),
    ("error", "paper", TEXT),
    ("line", "paper", SHAPE),
    ("line", "soft", SHAPE),
]


def colours(scheme: str) -> dict[str, str]:
    """The colours of one scheme by name, from the first rule that is about it."""
    rule = re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', CSS, re.DOTALL)
    assert rule, scheme
    return dict(re.findall(r"--sw-([a-z-]+): (#[0-9a-f]{6});", rule.group(1)))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast as WCAG defines it, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_wcag_names() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_and_shapes_stand_out(scheme: str) -> None:
    values = colours(scheme)
    too_little = {
        f"{front} on {back}": round(contrast(values[front], values[back]), 2)
        for front, back, least in PAIRS
        if contrast(values[front], values[back]) < least
    }
    assert too_little == {}


def test_both_schemes_name_the_same_colours() -> None:
    assert colours("default").keys() == colours("slate").keys()
