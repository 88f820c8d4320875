"""In the picture every label has room, pins stand in order, and nothing lies outside."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.answering import answer
from calculators.frame.chart import Band, Bar, Chart, Layout, Pin, horizontal, vertical
from calculators.registry import calculator
from calculators.tijdlijn.picture import drawing
from tests.calculators.timeline_cases import ANSWERED

FIRST = date(2025, 11, 24)
LINE, NUMBER = 21, 26
MARGIN = 4  # the drawing has this much room on both sides of the track
ROUNDING = 0.11


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
    )


def outside(layout: Layout) -> list[float]:
    """Places beyond the track (pins, labels, today, scale) or beyond the margin of the drawing (stretches)."""
    points = [place for pin in layout.pins for place in (pin.at, pin.label_at)] + [place for place, _ in layout.months]
    points += [] if layout.today is None else [layout.today]
    ends = [place for part in (*layout.bands, *layout.bars) for place in (part.start, part.start + part.length)]
    return [place for place in points if not 0 <= place <= layout.length] + [
        place for place in ends if not 0 <= place <= layout.length + MARGIN
    ]


@given(charts())
def test_upright_labels_are_never_closer_than_one_line(chart: Chart):
    places = [pin.label_at for pin in vertical(chart).pins]
    assert [gap for one, two in pairwise(places) if (gap := two - one) < LINE - ROUNDING] == []


@given(charts())
def test_lying_numbers_in_one_row_never_touch(chart: Chart):
    layout = horizontal(chart)
    for row in range(layout.rows):
        places = [pin.label_at for pin in layout.pins if pin.row == row]
        assert places
        assert [gap for one, two in pairwise(places) if (gap := two - one) < NUMBER - ROUNDING] == []


@given(charts())
def test_pins_stand_and_are_numbered_in_the_order_of_their_days(chart: Chart):
    for layout in (horizontal(chart), vertical(chart)):
        assert [pin.day for pin in layout.pins] == sorted(pin.day for pin in chart.pins)
        assert [pin.number for pin in layout.pins] == list(range(1, len(chart.pins) + 1))
        assert [pin.at for pin in layout.pins] == sorted(pin.at for pin in layout.pins)


@given(charts())
def test_no_pin_is_lost(chart: Chart):
    for layout in (horizontal(chart), vertical(chart)):
        assert {pin.id for pin in layout.pins} == {pin.id for pin in chart.pins}


@given(charts())
def test_nothing_lies_outside_the_drawing(chart: Chart):
    assert outside(horizontal(chart)) == []
    assert outside(vertical(chart)) == []


@given(charts())
def test_bars_in_one_lane_never_overlap(chart: Chart):
    for layout in (horizontal(chart), vertical(chart)):
        for lane in range(layout.lanes):
            bars = [bar for bar in layout.bars if bar.lane == lane]
            assert bars
            assert [two.name for one, two in pairwise(bars) if two.start <= one.start + one.length] == []


@given(charts())
def test_a_pin_is_past_exactly_when_its_day_lies_before_today(chart: Chart):
    assert [pin.past for pin in horizontal(chart).pins] == [pin.day < chart.today for pin in horizontal(chart).pins]


@given(charts())
def test_today_is_drawn_only_within_the_track(chart: Chart):
    assert (horizontal(chart).today is not None) is (chart.first <= chart.today <= chart.last)


@given(charts())
def test_a_stretch_shows_its_name_only_when_it_fits(chart: Chart):
    layout = horizontal(chart)
    assert [
        part.name for part in (*layout.bands, *layout.bars) if part.shows_name and len(part.name) * 7 > part.length
    ] == []


def test_a_pin_stands_where_its_day_lies():
    chart = Chart(FIRST, FIRST + timedelta(days=100), FIRST, (), (), (Pin("a", FIRST + timedelta(days=25), "a"),))
    assert (horizontal(chart).pins[0].at, vertical(chart).pins[0].at) == (250, 140)


def test_an_upright_track_grows_with_its_labels():
    pins = tuple(Pin(str(number), FIRST, "naam") for number in range(100))
    chart = Chart(FIRST, FIRST + timedelta(days=700), FIRST, (), (), pins)
    assert vertical(chart).length == LINE * 101


def test_the_scale_has_the_first_day_of_each_quarter():
    chart = Chart(FIRST, date(2026, 7, 1), FIRST, (), (), ())
    assert [day for _, day in horizontal(chart).months] == [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]


PICTURES = ANSWERED | {
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


@pytest.mark.parametrize("values", PICTURES.values(), ids=PICTURES.keys())
def test_the_picture_of_a_timeline_holds_every_pin_and_bar(values: dict[str, str]):
    found = answer(calculator("tijdlijn"), values, date(2026, 11, 21))
    assert found.result is not None
    layouts = drawing(found.result.outcome)
    assert {name: outside(layout) for name, layout in layouts.items()} == {"liggend": [], "staand": []}
