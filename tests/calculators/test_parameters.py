"""Dated figures: a value only on days for which it is known, and never the last one in silence."""

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.frame import own_files, tables
from calculators.law import parameters
from calculators.law.parameters import Figure, Row, UnknownFigure, figure, source

FIRST, SECOND, END, UNTIL = date(2020, 1, 1), date(2024, 7, 1), date(2026, 1, 1), date(2026, 12, 31)


def row(start: date, value: int | None) -> Row:
    return Row(start, None if value is None else Decimal(value), ("bron",), figure_id="onderwerp.cijfer")


def made(*rows: Row, known_until: date | None = None) -> Figure:
    return Figure("onderwerp.cijfer", "Cijfer", "weken", "wet", date(2027, 1, 15), known_until, rows)


STANDING = made(row(FIRST, 6), row(SECOND, 8))
ENDED = made(row(FIRST, 6), row(SECOND, 8), row(END, None))
LIMITED = made(row(FIRST, 6), row(SECOND, 8), known_until=UNTIL)


@pytest.mark.parametrize(("day", "value"), [(FIRST, 6), (date(2024, 6, 30), 6), (SECOND, 8), (date(2090, 1, 1), 8)])
def test_a_figure_has_the_value_of_the_row_in_force(day: date, value: int):
    assert STANDING.on(day) == value


@pytest.mark.parametrize(
    ("one", "day"),
    [
        (STANDING, date(2019, 12, 31)),
        (ENDED, END),
        (ENDED, date(2090, 1, 1)),
        (LIMITED, date(2027, 1, 1)),
        (LIMITED, date(2090, 1, 1)),
    ],
)
def test_a_figure_without_a_known_value_says_so_and_names_itself_and_the_day(one: Figure, day: date):
    with pytest.raises(UnknownFigure) as caught:
        one.on(day)
    assert (caught.value.figure, caught.value.day) == (one, day)
    assert str(caught.value) == f"onderwerp.cijfer is not known on {day}"


def test_a_figure_is_known_up_to_and_including_its_last_known_day():
    assert LIMITED.on(UNTIL) == 8
    assert ENDED.on(date(2025, 12, 31)) == 8


@pytest.mark.parametrize(
    ("one", "day", "value"),
    [
        (STANDING, date(1990, 1, 1), 6),
        (STANDING, date(2021, 1, 1), 6),
        (ENDED, date(2090, 1, 1), 8),
        (LIMITED, date(2090, 1, 1), 8),
    ],
)
def test_the_nearest_known_value_is_there_for_an_answer_that_says_so(one: Figure, day: date, value: int):
    assert one.nearest(day) == value


@pytest.mark.parametrize(
    ("first", "last", "starts"),
    [
        (date(2019, 1, 1), date(2030, 1, 1), [FIRST, SECOND, END]),
        (FIRST, SECOND, [SECOND]),
        (SECOND, date(2025, 12, 31), []),
        (date(2024, 6, 30), SECOND, [SECOND]),
    ],
)
def test_changes_lie_after_the_first_day_and_up_to_the_last(first: date, last: date, starts: list[date]):
    assert [change.start for change in ENDED.changes_between(first, last)] == starts


def test_a_row_that_ends_a_figure_has_no_value_to_use():
    with pytest.raises(ValueError, match=r"onderwerp\.cijfer ended on 2026-01-01"):
        _ = row(END, None).known_value


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_where_a_value_is_known_it_is_the_nearest(day: date):
    try:
        known = ENDED.on(day)
    except UnknownFigure:
        assert day < FIRST or day >= END
    else:
        assert known == ENDED.nearest(day)


def test_an_unknown_name_of_a_figure_is_an_error_that_names_the_nearest():
    with pytest.raises(KeyError, match=r"onbekend cijfer 'wachttijd.weke'; bedoelt u wachttijd.weken\?"):
        figure("wachttijd.weke")


def test_a_name_like_no_figure_is_an_error_without_a_guess():
    with pytest.raises(KeyError, match=r"onbekend cijfer 'kleur'\W*$"):
        figure("kleur")


def test_an_unknown_source_is_an_error_that_names_it():
    with pytest.raises(KeyError, match="onbekende bron 'wet-op-de-kleur'"):
        source("wet-op-de-kleur")


@pytest.fixture
def read_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[dict[str, str]], ModuleType]]:
    """Gives a copy of the module that reads its tables from the files of a test."""

    def read(texts: dict[str, str]) -> ModuleType:
        for path, text in {"parameters/bronnen.toml": "", **texts}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        spec = importlib.util.spec_from_file_location("parameters_of_a_test", parameters.__file__)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, spec.name, module)
        spec.loader.exec_module(module)
        monkeypatch.setattr(own_files, "FOLDER", tmp_path)
        tables.tables_by_path.cache_clear()
        return module

    yield read
    tables.tables_by_path.cache_clear()


TABLE = """
[grens]
label = "Grens"
unit = "euro"
kind = "wet"
review_by = 2027-01-15
[[grens.history]]
from = 2024-01-01
value = 12.345
sources = ["een"]
[[grens.history]]
from = 2025-01-01
ended = true
sources = ["een"]
"""


def test_a_calculator_may_have_figures_of_its_own(read_from: Callable[[dict[str, str]], ModuleType]):
    module = read_from({"parameters/algemeen.toml": TABLE, "wie_betaalt_wat/parameters.toml": TABLE, "law/a.py": ""})
    assert list(module.all_figures()) == ["algemeen.grens", "wie-betaalt-wat.grens"]


def test_a_value_keeps_every_digit_that_was_written(read_from: Callable[[dict[str, str]], ModuleType]):
    one = read_from({"parameters/algemeen.toml": TABLE}).figure("algemeen.grens")
    assert [str(row.value) for row in one.history] == ["12.345", "None"]


def test_a_note_and_a_last_known_day_may_be_left_out(read_from: Callable[[dict[str, str]], ModuleType]):
    one = read_from({"parameters/algemeen.toml": TABLE}).figure("algemeen.grens")
    assert (one.known_until, [row.note for row in one.history]) == (None, ["", ""])


@pytest.mark.parametrize("second", ["2023-12-31", "2024-01-01"])
def test_rows_out_of_order_are_an_error_that_names_the_figure(
    read_from: Callable[[dict[str, str]], ModuleType], second: str
):
    module = read_from({"parameters/algemeen.toml": TABLE.replace("2025-01-01", second)})
    with pytest.raises(ValueError, match=r"algemeen\.grens: the rows of a history are not in order of date"):
        module.all_figures()


def test_the_shipped_files_are_read_the_same_from_another_folder(
    read_from: Callable[[dict[str, str]], ModuleType], tmp_path: Path
):
    shipped = Path(parameters.__file__).parents[1]
    module = read_from({})
    shutil.copytree(shipped / "parameters", tmp_path / "parameters", dirs_exist_ok=True)
    for own in shipped.glob("*/parameters.toml"):
        (tmp_path / own.parent.name).mkdir(exist_ok=True)
        shutil.copy(own, tmp_path / own.parent.name)
    found = {name: [row.value for row in one.history] for name, one in module.all_figures().items()}
    assert found == {name: [row.value for row in one.history] for name, one in parameters.all_figures().items()}
    assert list(module.all_sources()) == list(parameters.all_sources())


def test_the_figures_that_are_asked_for_can_be_collected():
    with parameters.figures_asked() as asked:
        parameters.figure("wachttijd.weken")
    parameters.figure("wachttijd.aow_weken")
    assert asked == {"wachttijd.weken"}
