"""Every figure and source that we ship is whole, sourced, and used by something."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import calculators
from calculators.frame.terms import CERTAINTY
from calculators.law.parameters import Figure, Source, all_figures, all_sources
from tests.alike import of_each

FIRST_LAW = date(2000, 1, 1)  # no rule that we use is older than the first day that a form accepts
CODE = Path(calculators.__file__).parent
ROOT = CODE.parent
of_each_figure = of_each((one.id, (one,)) for one in all_figures().values())
of_each_source = of_each((one.id, (one,)) for one in all_sources().values())


def texts_that_name_things() -> str:
    """Everything that may name a figure or a source, but for the list of sources itself."""
    paths = [
        *(
            path
            for ending in ("*.py", "*.toml", "*.html")
            for path in CODE.rglob(ending)
            if path.name != "bronnen.toml"
        ),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "docs").glob("*.toml"),
    ]
    return "\n".join(path.read_text("utf-8") for path in paths)


NAMED = set(re.findall(r"[\"']([a-z0-9-]+)[\"']", texts_that_name_things()))


@of_each_figure
def test_a_figure_has_words_a_unit_and_a_known_certainty(one: Figure):
    assert one.label.strip()
    assert one.unit.strip()
    assert one.kind in CERTAINTY


@of_each_figure
def test_every_row_of_a_figure_names_sources_that_exist(one: Figure):
    assert one.history
    for row in one.history:
        assert row.sources
        assert [source for source in row.sources if source not in all_sources()] == []


@of_each_figure
def test_a_figure_is_to_be_checked_again_after_its_sources_were_checked(one: Figure):
    checked = [all_sources()[source].checked_on for row in one.history for source in row.sources]
    assert one.review_by > max(checked)


@of_each_figure
def test_the_history_of_a_figure_has_days_that_a_form_can_ask_for(one: Figure):
    assert all(row.start >= FIRST_LAW for row in one.history)
    assert one.known_until is None or one.known_until > one.history[-1].start


@of_each_figure
def test_only_the_last_row_of_a_figure_may_be_without_a_value(one: Figure):
    assert [row for row in one.history[:-1] if row.value is None] == []
    assert one.history[0].value is not None


@of_each_source
def test_a_source_has_a_title_a_safe_address_and_the_day_it_was_checked(one: Source):
    address = urlsplit(one.url)
    assert one.title.strip()
    assert (address.scheme, bool(address.hostname)) == ("https", True)
    assert type(one.checked_on) is date


@of_each_source
def test_every_source_is_used_by_a_figure_a_rule_or_a_page(one: Source):
    assert one.id in NAMED


def test_no_two_sources_have_one_title():
    titles = [one.title for one in all_sources().values()]
    assert len(titles) == len(set(titles))


def test_names_of_figures_and_sources_are_plain():
    assert [name for name in all_figures() if not re.fullmatch(r"[a-z_-]+\.[a-z0-9_]+", name)] == []
    assert [name for name in all_sources() if not re.fullmatch(r"[a-z0-9-]+", name)] == []


def test_every_figure_named_in_the_code_exists():
    named = re.findall(r"(?:number|figure)\(\"([a-z_-]+\.[a-z0-9_]+)\"", texts_that_name_things())
    assert named
    assert [name for name in named if name not in all_figures()] == []
