"""The book of law keeps its promises: nothing is guessed in silence, and all openings share one memory."""

from datetime import date
from decimal import Decimal

import pytest

from calculators.law import book
from calculators.law.book import Law
from calculators.law.parameters import Figure, Row, source
from calculators.law.wording import with_figures

SOURCE, OLDER_SOURCE = "wet-wia-23", "ziektewet-29b"


def row(start: date, value: str | None, *, sources: tuple[str, ...] = (SOURCE,), provisional: bool = False) -> Row:
    return Row(start, None if value is None else Decimal(value), sources, figure_id="proef.x", provisional=provisional)


def made(name: str, *history: Row, known_until: date | None = None) -> Figure:
    return Figure(f"proef.{name}", f"Het cijfer {name}", "dagen", "wet", date(2030, 1, 1), known_until, history)


TERM = made("termijn", row(date(2020, 1, 1), "42"), row(date(2026, 7, 1), "56"))
SAME = made("zelfde", row(date(2020, 1, 1), "42"), row(date(2026, 7, 1), "42"))
PART = made("deel", row(date(2020, 1, 1), "52.9"))
AMOUNT = made("bedrag", row(date(2020, 1, 1), "14.99"), known_until=date(2026, 12, 31))
ENDED = made("vervallen", row(date(2020, 1, 1), "7"), row(date(2026, 1, 1), None))
ANNOUNCED = made("aangekondigd", row(date(2020, 1, 1), "5"), row(date(2027, 1, 1), "6", provisional=True))
TWO_SOURCES = made("twee_bronnen", row(date(2020, 1, 1), "9", sources=(SOURCE, OLDER_SOURCE)))
FIGURES = {one.id: one for one in (TERM, SAME, PART, AMOUNT, ENDED, ANNOUNCED, TWO_SOURCES)}


@pytest.fixture(autouse=True)
def figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The book holds these figures only, so that no change of the real law changes what is tested."""
    monkeypatch.setattr(book, "figure", FIGURES.__getitem__)


def codes(law: Law) -> list[str]:
    return [caution.code for caution in law.cautions()]


@pytest.mark.parametrize(
    ("day", "value"), [(date(2020, 1, 1), 42), (date(2026, 6, 30), 42), (date(2026, 7, 1), 56), (date(2040, 1, 1), 56)]
)
def test_a_term_has_the_value_in_force_on_the_day_at_which_the_book_is_open(day: date, value: int):
    law = Law(day)
    assert (law.number("proef.termijn"), law.unknown, codes(law)) == (value, (), [])


def test_a_term_can_be_asked_for_another_day_without_opening_the_book_there():
    law = Law(date(2026, 1, 1))
    assert law.number("proef.termijn", date(2026, 7, 1)) == 56
    assert law.day == date(2026, 1, 1)


def test_a_term_that_is_not_whole_is_refused_with_its_name_and_value():
    with pytest.raises(ValueError, match=r"^proef\.deel is 52\.9 on 2026-01-01, and a whole number is needed$"):
        Law(date(2026, 1, 1)).number("proef.deel")


def test_a_term_from_before_its_first_row_has_its_nearest_value_and_is_named_once():
    law = Law(date(2019, 12, 31))
    assert [law.number("proef.termijn"), law.number("proef.termijn", date(2019, 1, 1))] == [42, 42]
    assert law.unknown == (TERM,)
    (caution,) = law.cautions()
    assert caution.code == "regel-onbekend"
    assert caution.text.count("Het cijfer termijn") == 1


def test_a_term_past_the_day_until_which_it_is_known_has_its_last_value_and_is_named():
    law = Law(date(2027, 1, 1))
    with pytest.raises(ValueError, match="whole number"):
        law.number("proef.bedrag")
    assert law.unknown == (AMOUNT,)


def test_a_term_that_ended_has_its_last_value_and_is_named():
    law = Law(date(2026, 1, 1))
    assert (law.number("proef.vervallen"), law.unknown) == (7, (ENDED,))


def test_two_unknown_terms_are_named_in_the_order_in_which_they_were_asked():
    law = Law(date(2019, 1, 1))
    law.number("proef.zelfde")
    law.number("proef.termijn")
    (caution,) = law.cautions()
    assert caution.text.endswith("Het gaat om: Het cijfer zelfde; Het cijfer termijn.")


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), Decimal("14.99")),
        (date(2026, 12, 31), Decimal("14.99")),
        (date(2027, 1, 1), None),
    ],
)
def test_an_amount_is_absent_and_named_when_it_is_not_known_and_never_guessed(day: date, value: Decimal | None):
    law = Law(day)
    assert law.get("proef.bedrag") == value
    assert law.missing == (() if value else (AMOUNT,))
    assert (law.unknown, codes(law)) == ((), [])


def test_an_unknown_figure_in_the_text_of_a_table_is_named_as_one_in_a_rule_is():
    law = Law(date(2027, 1, 1))
    assert with_figures("Onbelast mag {{ proef.bedrag }} per kilometer.", law) == (
        "Onbelast mag nog niet bekend per kilometer."
    )
    assert (law.unknown, codes(law)) == ((AMOUNT,), ["regel-onbekend"])


@pytest.mark.parametrize(
    ("figure_id", "day", "text", "named"),
    [
        ("proef.termijn", date(2019, 12, 31), "42", True),
        ("proef.termijn", date(2020, 1, 1), "42", False),
        ("proef.deel", date(2026, 1, 1), "52,9", False),
        ("proef.bedrag", date(2026, 12, 31), "14,99", False),
        ("proef.bedrag", date(2027, 1, 1), "nog niet bekend", True),
        ("proef.vervallen", date(2026, 1, 1), "nog niet bekend", True),
    ],
)
def test_a_text_has_the_nearest_value_before_the_first_row_and_says_so_after_the_last(
    figure_id: str, day: date, text: str, named: bool
):
    law = Law(day)
    assert law.in_words(figure_id) == text
    assert (law.unknown == (FIGURES[figure_id],)) is named


def test_all_openings_of_a_book_share_what_was_asked():
    law = Law(date(2026, 1, 1))
    law.on(date(2019, 1, 1)).number("proef.termijn")
    law.on(date(2027, 1, 1)).get("proef.bedrag")
    law.on(date(2027, 1, 1)).on(date(2027, 1, 2)).number("proef.aangekondigd")
    assert (law.unknown, law.missing, law.provisional) == ((TERM,), (AMOUNT,), (ANNOUNCED,))
    assert law.on(date(2030, 1, 1)).unknown == (TERM,)


def test_two_books_share_nothing():
    Law(date(2019, 1, 1)).number("proef.termijn")
    assert Law(date(2019, 1, 1)).unknown == ()


def test_sources_are_those_in_force_and_none_when_the_figure_is_not_known():
    assert Law(date(2026, 1, 1)).sources("proef.twee_bronnen") == (SOURCE, OLDER_SOURCE)
    assert Law(date(2019, 1, 1)).sources("proef.twee_bronnen") == ()


def test_a_change_of_a_term_is_named_when_it_lies_after_the_day_and_not_after_the_last():
    law = Law(date(2026, 6, 30))
    law.number("proef.termijn")
    assert law.changes_until(date(2026, 6, 30)) == ()
    assert [one.start for one in law.changes_until(date(2026, 7, 1))] == [date(2026, 7, 1)]
    later = Law(date(2026, 7, 1))
    later.number("proef.termijn")
    assert later.changes_until(date(2030, 1, 1)) == ()


def test_a_row_with_the_same_value_is_no_change_of_a_term():
    law = Law(date(2026, 1, 1))
    law.number("proef.zelfde")
    assert law.changes_until(date(2030, 1, 1)) == ()


def test_the_change_of_a_term_that_is_not_known_is_not_named_twice():
    law = Law(date(2019, 1, 1))
    law.number("proef.termijn")
    assert law.changes_until(date(2030, 1, 1)) == ()


@pytest.mark.parametrize(
    ("last", "day"),
    [
        (date(2026, 6, 30), None),
        (date(2026, 7, 1), date(2026, 7, 1)),
        (date(2030, 1, 1), date(2026, 7, 1)),
    ],
)
def test_the_next_change_is_that_of_a_figure_asked_at_this_opening(last: date, day: date | None):
    law = Law(date(2026, 1, 1))
    law.on(date(2026, 1, 1)).number("proef.termijn")
    assert law.next_change(last) is None  # asked at another opening
    law.number("proef.termijn")
    assert law.next_change(last) == day


def test_ceasing_to_be_known_is_a_change():
    law = Law(date(2026, 7, 2))
    law.get("proef.bedrag")
    assert law.next_change(date(2030, 1, 1)) == date(2027, 1, 1)
    assert law.next_change(date(2026, 12, 31)) is None


def test_the_receipt_has_each_figure_once_with_the_oldest_day_of_its_sources_and_none_for_what_is_not_known():
    law = Law(date(2027, 1, 1))
    law.number("proef.twee_bronnen")
    law.on(date(2026, 1, 1)).number("proef.twee_bronnen")
    law.get("proef.bedrag")
    receipt = {one.id: one for one in law.receipt()}
    assert list(receipt) == ["proef.bedrag", "proef.twee_bronnen"]
    assert receipt["proef.bedrag"].checked_on is None
    days = [source(name).checked_on for name in (SOURCE, OLDER_SOURCE)]
    assert receipt["proef.twee_bronnen"].checked_on == min(days)
    assert receipt["proef.bedrag"].label == "Het cijfer bedrag"


def test_a_figure_that_is_known_on_one_day_and_not_on_another_counts_as_not_known():
    law = Law(date(2026, 1, 1))
    law.get("proef.bedrag")
    law.on(date(2027, 1, 1)).get("proef.bedrag")
    assert [one.checked_on for one in law.receipt()] == [None]


def test_a_provisional_figure_is_used_and_said_to_be_provisional_with_its_day_and_source():
    law = Law(date(2027, 1, 1))
    assert law.number("proef.aangekondigd") == 6
    (caution,) = law.cautions()
    assert (caution.code, caution.sources) == ("cijfer-voorlopig", (SOURCE,))
    assert "Het cijfer aangekondigd (vanaf 1 januari 2027)" in caution.text


def test_before_its_day_a_figure_that_will_be_provisional_is_not():
    law = Law(date(2026, 12, 31))
    assert (law.number("proef.aangekondigd"), law.provisional, codes(law)) == (5, (), [])


def test_an_opening_on_a_settled_day_does_not_hide_that_another_used_a_provisional_figure():
    law = Law(date(2027, 1, 1))
    law.number("proef.aangekondigd")
    law.on(date(2026, 1, 1)).number("proef.aangekondigd")
    assert law.provisional == (ANNOUNCED,)


def test_the_book_gives_the_values_that_a_figure_had_before_and_never_that_of_the_day():
    assert Law(date(2026, 7, 1)).earlier("proef.termijn") == (Decimal(42),)
    assert Law(date(2026, 6, 30)).earlier("proef.termijn") == ()
    assert Law(date(2019, 12, 31)).earlier("proef.termijn") == ()
    assert Law(date(2026, 1, 1)).earlier("proef.vervallen") == (Decimal(7),)
