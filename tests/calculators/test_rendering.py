"""Templates escape what they are given, complain about what is missing, and write days in Dutch."""

from datetime import date

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from calculators.frame.rendering import environment, render
from calculators.frame.terms import CERTAINTY, PARTIES

SCRIPT = "<script>alert(1)</script>"


def test_what_a_template_is_given_is_escaped():
    html = render("unknown_keys.html", {"onbekend": [SCRIPT, "a&b"]})
    assert "<code>&lt;script&gt;alert(1)&lt;/script&gt;</code>, <code>a&amp;b</code>" in html


def test_a_value_that_is_missing_is_an_error_and_no_hole_in_the_page():
    with pytest.raises(UndefinedError):
        render("unknown_keys.html", {})


def test_a_template_that_does_not_exist_is_an_error():
    with pytest.raises((TemplateNotFound, FileNotFoundError)):
        render("bestaat-niet.html", {})


@pytest.mark.parametrize("day", [date(2026, 11, 21), "2026-11-21"])
def test_a_day_is_written_in_dutch_from_a_date_and_from_json(day: date | str):
    source = {"bron": {"url": "https://a.example/", "title": "Titel", "checked_on": day, "note": "", "language": "nl"}}
    assert "(gecontroleerd op 21 november 2026)" in render("source.html", source)


def test_every_certainty_has_words():
    assert set(CERTAINTY) == {"wet", "rechtspraak", "uwv-norm", "cao-of-polis", "praktijk", "afspraak"}
    assert all(CERTAINTY.values())


def test_every_party_has_words():
    assert set(PARTIES) == {"werknemer", "werkgever", "inlener", "uwv", "fiscus"}


def test_an_amount_in_a_story_is_in_whole_euros():
    assert environment().from_string("{{ '1714.50' | hele_euro }}").render() == "€\N{NO-BREAK SPACE}1.715"
