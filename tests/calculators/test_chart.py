"""In the wide picture words and pins lie over no other, nothing lies outside, and every day can be found."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.answering import answer
from calculators.frame.chart import GAP, PIN, WIDTH, Band, Bar, Chart, Layout, Pin, laid_out
from calculators.frame.labels import LINE, MOST_ROWS, Label, Words, place
from calculators.registry import calculator
from tests.calculators.timeline_cases import SOME

FIRST = date(2025, 11, 24)
TODAY = date(2026, 11, 28)
ROUNDING = 0.11
STRANGE = {
    "een proefplaatsing op de eerste ziektedag": {
        "eerste-ziektedag": "2025-11-24",
        "proefplaatsing-start": "2025-11-24",
    },
    "een AOW-dag voor de ziekte": {"eerste-ziektedag": "2025-11-24", "aow-datum": "2010-06-01"},
    "een contract dat eindigt voor een nieuwe ziekteperiode": {
        "eerste-ziektedag": "2025-11-24",
        "onderbrekingen": "2026-03-02/2026-03-29",
        "einde-dienstverband": "2026-03-15",
    },
    "een contract jaren later": {"eerste-ziektedag": "2025-11-24", "in-dienst": "2090-01-01"},
}
each_picture = pytest.mark.parametrize(
    "values", [*(pytest.param(values, id=name) for name, values in STRANGE.items()), *SOME]
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    length = draw(st.integers(0, 1500))
    days = st.integers(0, length).map(lambda number: FIRST + timedelta(days=number))
    stretches = st.tuples(st.text("abc", max_size=25), days, days)
    bands = [
        Band(name, min(one, two), max(one, two), "een") for name, one, two in draw(st.lists(stretches, max_size=4))
    ]
    bars = [
        Bar(name, min(one, two), max(one, two), "pauze") for name, one, two in draw(st.lists(stretches, max_size=8))
    ]
    return Chart(
        first=FIRST,
        last=FIRST + timedelta(days=length),
        today=FIRST + timedelta(days=draw(st.integers(-100, 1700))),
        bands=tuple(bands),
        bars=tuple(bars),
        pins=tuple(Pin(f"pin-{number}", day, "naam") for number, day in enumerate(draw(st.lists(days, max_size=60)))),
        anchors=tuple((day, "een jaar ziek") for day in draw(st.lists(days, max_size=3))),
    )


def shown(values: dict[str, str]) -> list[Layout]:
    found = answer(calculator("tijdlijn"), values, TODAY)
    assert found.result is not None
    drawn = calculator("tijdlijn").drawing(found.result.outcome)  # type: ignore[misc]  # this one has a drawing
    return [drawn.whole, *([drawn.months] if drawn.months else [])]


def overlapping(labels: tuple[Label, ...]) -> list[tuple[Label, Label]]:
    return [
        (one, two)
        for one, two in combinations(labels, 2)
        if one.left < two.right and two.left < one.right and abs(one.top - two.top) < LINE
    ]


def outside(layout: Layout) -> list[float]:
    boxes = [(one.left, one.right) for one in (*layout.labels, *layout.anchors)]
    boxes += [(part.start, part.start + part.length) for part in (*layout.bands, *layout.bars)]
    boxes += [(pin.at - PIN / 2, pin.at + PIN / 2) for pin in layout.pins]
    boxes += [(layout.flag_at, layout.flag_at + layout.flag_width)]
    return [end for box in boxes for end in box if not -ROUNDING <= end <= layout.width + ROUNDING]


@given(charts())
def test_no_words_lie_over_others(chart: Chart):
    layout = laid_out(chart)
    assert (overlapping(layout.labels), overlapping(layout.anchors)) == ([], [])


@given(charts())
def test_pins_never_touch(chart: Chart):
    places = [pin.at for pin in laid_out(chart).pins]
    assert [gap for one, two in pairwise(places) if (gap := two - one) < GAP - ROUNDING] == []


@given(charts())
def test_every_day_is_in_one_pin_in_order(chart: Chart):
    days = [pin.day for group in laid_out(chart).pins for pin in group.pins]
    assert days == sorted(pin.day for pin in chart.pins)


@given(charts())
def test_nothing_lies_outside_the_drawing(chart: Chart):
    assert outside(laid_out(chart)) == []


@given(charts())
def test_bars_in_one_lane_never_overlap(chart: Chart):
    layout = laid_out(chart)
    for top in {bar.top for bar in layout.bars}:
        bars = sorted((bar for bar in layout.bars if bar.top == top), key=lambda bar: bar.start)
        assert [two.name for one, two in pairwise(bars) if two.start <= one.start + one.length] == []


@given(charts())
def test_only_what_comes_has_words_and_at_most_four_of_them(chart: Chart):
    layout = laid_out(chart)
    coming = [pin.at for pin in layout.pins if not pin.past]
    assert [label.at for label in layout.labels] == coming[:4]


@given(charts())
def test_today_is_drawn_only_within_the_track(chart: Chart):
    assert (laid_out(chart).today is not None) is (chart.first <= chart.today <= chart.last)


def test_days_that_fall_together_are_one_pin_that_says_how_many():
    day = date(2027, 11, 21)
    chart = Chart(FIRST, date(2028, 1, 1), FIRST, (), (), tuple(Pin(name, day, name) for name in "abc"))
    (pin,) = laid_out(chart).pins
    assert (pin.words, pin.sign) == ("zo 21 nov 2027 · 3 dagen", "3")


@pytest.mark.parametrize(
    ("later", "words"),
    [(date(2026, 1, 9), "5 – 9 jan 2026 · 2 dagen"), (date(2026, 2, 1), "5 jan – 1 feb 2026 · 2 dagen")],
)
def test_days_that_would_touch_are_one_pin_that_says_from_when_to_when(later: date, words: str):
    chart = Chart(FIRST, date(2028, 1, 1), FIRST, (), (), (Pin("a", date(2026, 1, 5), "a"), Pin("b", later, "b")))
    assert [pin.words for pin in laid_out(chart).pins] == [words]


def test_a_day_that_is_over_never_joins_one_that_comes():
    pins = (Pin("a", TODAY - timedelta(days=1), "a"), Pin("b", TODAY + timedelta(days=1), "b"))
    found = laid_out(Chart(FIRST, date(2028, 1, 1), TODAY, (), (), pins)).pins
    assert [(pin.sign, pin.past) for pin in found] == [("", True), ("", False)]


def test_the_scale_names_as_many_months_as_have_room():
    near, far = (Chart(FIRST, FIRST + timedelta(days=days), FIRST, (), (), ()) for days in (182, 1200))
    assert [name for _, name in laid_out(near).months][:2] == ["dec 2025", "jan 2026"]
    assert [name for _, name in laid_out(far).months][:2] == ["jan 2026", "juli 2026"]


def test_a_line_goes_past_the_words_of_others_where_it_can():
    wanted = [Words(at, ("vr 18 dec 2026", "WIA aanvragen")) for at in (50, 90, 130)]
    found, rows = place(wanted, WIDTH)
    assert rows == 3
    crossed = [(one, two) for one in found for two in found if one.row > two.row and two.left <= one.at <= two.right]
    assert crossed == []


@each_picture
def test_a_picture_of_a_timeline_has_its_words_apart_and_inside(values: dict[str, str]):
    for layout in shown(values):
        assert overlapping(layout.labels) == []
        assert outside(layout) == []
        assert layout.width >= WIDTH


def test_words_that_find_no_free_place_in_a_few_rows_still_lie_over_no_others():
    crowd = [Words(at=300 + number, lines=("een heel lange dag met woorden",)) for number in range(9)]
    labels, rows = place(crowd, width=320)
    assert len(labels) == len(crowd)
    assert rows > MOST_ROWS
    assert overlapping(tuple(label.moved(lambda row: LINE * row) for label in labels)) == []
