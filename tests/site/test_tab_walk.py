"""Going through a page with the Tab key: at every stop one sees where one is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Visitor

PLACES = ("/", "/werknemer/mijn-loon/", "/plekken/", "/ja-maar/#kies=verhuizing", "/begrippen/", "/bronnen/",
          "/rekenhulpen/tijdlijn/", "/documenten/geheimhouding/", "/wegwijzer/", "/bestaat-niet/")  # fmt: skip
SIZES = {"phone": (390, 844), "tablet": (1024, 768), "desk": (1280, 900), "400 %": (320, 256)}
MOST = 45  # stops of one page: behind those come more of the same kind
# Where the focus is: nothing, or what is wrong there. A mark of the focus may stand on the label behind a field.
STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const marked = [stop, stop.nextElementSibling, stop.parentElement].filter(Boolean);
  const name = `${stop.tagName} ${stop.id || stop.className} ${stop.textContent.trim().slice(0, 30)}`;
  const isMarked = marked.some(one => getComputedStyle(one).outlineStyle !== "none");
  const label = stop.matches(".md-option") ? [...stop.nextElementSibling.getClientRects()] : [];
  const boxes = [...stop.getClientRects(), ...label];
  const seen = boxes.some(box => [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].some(([x, y]) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right <= left || bottom <= top) return false;
    const found = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
    const isLabel = found?.matches("label") && found.contains(stop);
    return isLabel || (found && marked.slice(0, 2).some(one => one.contains(found)));
  }));
  return [name, isMarked, seen];
}"""


# On a tablet and a desk the same bar and forms come back; there one page in eight stands for all but in
# `make test-full`, and elsewhere one in four.
WALKS = [
    pytest.param(address, size, marks=[] if at % (4 if size in ("phone", "400 %") else 8) == 0 else pytest.mark.full)
    for size in SIZES
    for at, address in enumerate(PLACES)
]


@pytest.mark.parametrize(("address", "size"), WALKS)
def test_every_stop_of_the_tab_key_can_be_seen(visitor: Callable[..., Visitor], address: str, size: str) -> None:
    width, height = SIZES[size]
    reader = visitor(width=width, reduced_motion="reduce")
    page = reader.page
    page.set_viewport_size({"width": width, "height": height})
    reader.open(address)
    wrong: list[Any] = []
    stops = 0
    for _ in range(MOST):
        page.keyboard.press("Tab")
        page.evaluate("() => new Promise(requestAnimationFrame)")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops += 1
        if not (stop[1] and stop[2]):
            wrong.append(stop)
    assert wrong == []
    assert stops > 5
