"""Which steps of a faster start are taken: all, but those that ``ENGINE_WITHOUT`` names, to measure each alone.

``ENGINE_WITHOUT="small,minified" make build``
"""

from __future__ import annotations

import os

VARIABLE = "ENGINE_WITHOUT"
STEPS = frozenset({"early", "small", "hot", "image", "minified", "split", "warm"})


def left_out() -> frozenset[str]:
    """Return the steps that this build does without."""
    names = frozenset(os.environ.get(VARIABLE, "").replace(",", " ").split())
    if unknown := names - STEPS:
        raise ValueError(
            f"{VARIABLE} names no step: {', '.join(sorted(unknown))}; there are {', '.join(sorted(STEPS))}"
        )
    return names


def takes(step: str) -> bool:
    """Say whether this build takes a step."""
    return step not in left_out()
