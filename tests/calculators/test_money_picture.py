"""Who pays, as a picture: one bar a stage, equal neighbours joined, all parties in words, zero not drawn."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from calculators.answering import answer
from calculators.frame.page_parts import result_html
from calculators.registry import calculator
from calculators.wie_betaalt_wat.picture import Drawing, Row, Share

TODAY = date(2026, 11, 28)
ILL = {"eerste-ziektedag": "2025-03-10", "bruto-maandloon": "3000", "uren-per-week": "40"}
ON_THE_WAY = ILL | {
    "werkervaringsplaats-start": "2026-11-09",
    "detachering-start": "2027-01-04",
    "inleenvergoeding": "12",
    "inleenvergoeding-soort": "per-uur",
    "plaats-uren-per-week": "24",
    "in-dienst": "2027-03-08",
    "nieuw-maandloon": "2800",
}


def drawing(values: dict[str, str], today: date = TODAY) -> Drawing:
    found = answer(calculator("wie-betaalt-wat"), values, today)
    assert found.result is not None
    drawn: Drawing = calculator("wie-betaalt-wat").drawing(found.result.outcome)  # type: ignore[misc]  # it has one
    return drawn


def html(values: dict[str, str]) -> str:
    page = result_html(answer(calculator("wie-betaalt-wat"), values, TODAY))
    return page[page.index("sw-wiebetaalt") : page.index("</figure>")]


def share(row: Row, party: str) -> Share:
    return next(one for one in row.shares if one.party == party)


def row_of(stage: str, values: dict[str, str] = ON_THE_WAY) -> Row:
    return next(row for row in drawing(values).rows if row.stage.startswith(stage))


@pytest.mark.parametrize("values", [ILL, ON_THE_WAY, dict(calculator("wie-betaalt-wat").example)])
def test_the_rows_follow_each_other_without_a_gap_and_neighbours_differ(values: dict[str, str]):
    rows = drawing(values).rows
    assert [(two.first - one.last).days for one, two in pairwise(rows)] == [1] * (len(rows) - 1)
    said = [
        (row.stage, row.year, [(one.pays, one.gets) for one in row.shares], [text[:-5] for text in row.unknown])
        for row in rows
    ]
    assert [two for one, two in pairwise(said) if one == two] == []


def test_neighbours_with_equal_amounts_are_one_row():
    found = answer(calculator("wie-betaalt-wat"), ILL, TODAY)
    periods = found.json["uitkomst"]["perioden"]
    assert (periods[0]["tot"], str(drawing(ILL).rows[0].last)) == ("2025-06-30", "2025-12-31")


def test_all_five_parties_stand_in_every_row():
    parties = ["werknemer", "werkgever", "inlener", "uwv", "fiscus"]
    assert all([one.party for one in row.shares] == parties for row in drawing(ON_THE_WAY).rows)


def test_a_party_is_drawn_for_what_it_pays_less_what_it_gets_back():
    row = row_of("detachering")
    employer, host = share(row, "werkgever"), share(row, "inlener")
    assert (employer.pays, employer.gets, employer.left) == (Decimal("2851.20"), Decimal(1248), Decimal("1603.20"))
    lengths = {piece.look: piece.length for piece in row.pieces}
    assert lengths["werkgever"] / lengths["inlener"] == pytest.approx(float(employer.left / host.left), abs=0.01)


def test_what_is_not_known_is_a_hatched_piece_at_the_end_and_is_said():
    row = row_of("detachering")
    assert row.pieces[-1].look == "onbekend"
    assert row.unknown == ("werkgeverslasten 2027",)
    assert "werkgeverslasten 2027: nog niet bekend" in html(ON_THE_WAY)


@pytest.mark.parametrize("values", [ILL, ON_THE_WAY])
def test_the_pieces_of_a_bar_follow_each_other_within_the_width(values: dict[str, str]):
    for row in drawing(values).rows:
        for pieces in (row.pieces, row.nothing_pieces):
            assert [piece for piece in pieces if piece.length <= 0 or piece.start + piece.length > 100.05] == []
            assert [two for one, two in pairwise(pieces) if abs(one.start + one.length - two.start) > 0.02] == []


def test_zero_is_a_word_and_has_no_piece():
    page = html(ILL)
    assert "€\u00a00,00" not in page
    assert re.search(r"inlener</span> <span[^>]*>UWV</span> betalen niets", page)
    assert {piece.look for row in drawing(ILL).rows for piece in row.pieces} == {"werkgever", "onbekend"}


def test_doing_nothing_stands_beside_a_stage_in_which_it_would_be_something_else():
    assert row_of("ziek").nothing is None
    ghost = row_of("detachering").nothing
    assert ghost is not None
    assert {one.party: one.left for one in ghost}["inlener"] == 0
    assert row_of("contract").nothing_pieces == ()
    assert "niemand betaalt loon" in html(ON_THE_WAY)


def test_from_the_contract_on_the_host_is_the_new_employer():
    assert share(row_of("contract"), "inlener").name == "nieuwe werkgever"
    assert share(row_of("detachering"), "inlener").name == "inlener"


def test_the_sentence_says_who_pays_now_and_what_the_employee_gets():
    assert drawing(ON_THE_WAY).sentence == (
        "Nu betaalt de werkgever €\u00a02.656,51 per maand; de werknemer krijgt €\u00a02.268,00 bruto."
    )


def test_before_the_illness_the_sentence_is_about_the_first_stage():
    assert drawing(ILL, date(2025, 1, 1)).sentence.startswith("Vanaf 10 maart 2025 betaalt de werkgever")


def test_the_row_of_today_is_marked_in_words():
    assert [row.is_now for row in drawing(ON_THE_WAY).rows].count(True) == 1
    assert '<span class="sw-nu-merk">nu</span>' in html(ON_THE_WAY)
