"""Links carry a case there and back, and a page shows what was filled in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.answering import answer
from calculators.frame.calculator import Answered
from calculators.frame.fields import ChoiceField
from calculators.frame.page_parts import (
    MOST_PARTS,
    card_html,
    errors_html,
    field_text,
    field_texts,
    filled_in,
    form_html,
    group_states,
    link,
    read_link,
    result_html,
    unknown_keys_html,
)
from calculators.frame.reading import clean
from calculators.registry import calculator
from tests.calculators.test_fields import CHOICE
from tests.calculators.test_numbers_typed import MONEY, NUMBER
from tests.calculators.test_periods_typed import FIELD as PERIODS
from tests.calculators.timeline_cases import each_case

TODAY = date(2026, 11, 21)
SCRIPT = "<script>alert(1)</script>"
TIMELINE = calculator("tijdlijn")
GROUPS = group_states(TIMELINE, TIMELINE.form.parse({}, TODAY), is_example=False)


def answered(**values: Any) -> Answered:
    return answer(TIMELINE, {key.replace("_", "-"): value for key, value in values.items()}, TODAY)


@pytest.mark.parametrize(
    ("fragment", "values"),
    [
        ("", {}),
        ("#", {}),
        ("a=1&b=2", {"a": "1", "b": "2"}),
        ("#a=1", {"a": "1"}),
        ("a", {"a": ""}),
        ("a=", {"a": ""}),
        ("=1&&=", {}),
        ("a=1=2", {"a": "1=2"}),
        ("a=1&a=2", {"a": ["1", "2"]}),
        ("a=1&%61=2", {"a": ["1", "2"]}),
        ("a=1%2C5+euro", {"a": "1,5 euro"}),
        ("a=%00", {"a": "\x00"}),
        ("a=%FF", {"a": "\ufffd"}),
        ("a=%", {"a": "%"}),
        ("a=%zz", {"a": "%zz"}),
        ("a=%E2%82%AC", {"a": "€"}),
        ("a=€", {"a": "€"}),
        ("a=\ud800", {"a": "\ud800"}),
        ("a=\ud800%20b", {"a": "\ud800 b"}),
        ("__proto__=1&constructor=2", {"__proto__": "1", "constructor": "2"}),
        ("a=#b", {"a": "#b"}),
    ],
)
def test_a_fragment_is_read_key_by_key(fragment: str, values: Mapping[str, Any]):
    assert read_link(fragment) == values


def test_a_fragment_of_100_kilobytes_in_one_value_is_read():
    assert read_link("a=" + "1" * 100_000) == {"a": "1" * 100_000}


def test_of_a_fragment_with_countless_keys_only_the_first_are_read():
    assert len(read_link("&".join(f"k{number}=1" for number in range(50_000)))) == MOST_PARTS


def test_a_key_that_comes_100_times_is_one_key_with_all_its_texts():
    assert read_link("&".join(["a=1"] * 100)) == {"a": ["1"] * 100}


@given(st.text())
def test_any_text_is_a_fragment_that_can_be_read(fragment: str):
    assert all(isinstance(text, str) or len(text) > 1 for text in read_link(fragment).values())


@each_case
def test_the_link_of_a_case_restores_that_case(values: dict[str, str]):
    first = answer(TIMELINE, values, TODAY)
    again = answer(TIMELINE, read_link(link(first.parsed)), TODAY)
    assert again.json["invoer"] == first.json["invoer"]
    assert again.parsed.input == first.parsed.input
    assert link(again.parsed) == link(first.parsed)


def test_a_link_holds_good_values_normalised_and_wrong_ones_as_typed():
    parsed = answered(eerste_ziektedag="24 nov 2025", loonsanctie_weken="veel & meer").parsed
    assert link(parsed) == "eerste-ziektedag=2025-11-24&loonsanctie-weken=veel%20%26%20meer"


def test_a_link_keeps_readable_what_may_be_readable():
    parsed = answered(
        eerste_ziektedag="2025-11-24", onderbrekingen="2026-03-02/2026-03-08,2026-04-01/2026-04-02"
    ).parsed
    assert link(parsed) == ("eerste-ziektedag=2025-11-24&onderbrekingen=2026-03-02/2026-03-08,2026-04-01/2026-04-02")


def test_half_a_character_in_a_field_does_not_break_its_link():
    assert link(answered(eerste_ziektedag="\ud800").parsed) == "eerste-ziektedag=%3F"


def test_a_key_that_nobody_knows_is_not_in_the_link():
    assert link(answered(eerste_ziektedag="2025-11-24", kleur="rood").parsed) == "eerste-ziektedag=2025-11-24"


def test_a_key_of_another_page_stays_in_the_link():
    parsed = TIMELINE.form.parse({"eerste-ziektedag": "2025-11-24", "dagloon-x": "2+2"}, TODAY, {"dagloon-x"})
    assert link(parsed) == "eerste-ziektedag=2025-11-24&dagloon-x=2%2B2"


def test_a_link_without_days_holds_no_day_period_or_foreign_key():
    parsed = TIMELINE.form.parse(
        {
            "eerste-ziektedag": "2025-11-24",
            "onderbrekingen": "2026-03-02/2026-03-08",
            "loonsanctie-weken": "10",
            "uitkering": "WW",
            "peildatum": "2026-11-21",
            "verlenging-weken": "op 1 mei 2026",
            "elders": "2026-01-01",
        },
        TODAY,
        {"elders"},
    )
    assert link(parsed, without_days_of=TIMELINE) == "uitkering=WW&loonsanctie-weken=10"


@pytest.mark.parametrize(
    ("field", "written", "shown"),
    [
        (TIMELINE.form.fields[1], "2025-11-24", "24-11-2025"),
        (
            PERIODS,
            "2025-05-19/2025-06-08,2025-09-01/2025-09-02",
            "19-05-2025 t/m 08-06-2025\n01-09-2025 t/m 02-09-2025",
        ),
        (CHOICE, "WW", "WW"),
        (NUMBER, "12.5", "12,5"),
        (MONEY, "3200.5", "3200,5"),
    ],
)
def test_a_field_shows_its_value_the_dutch_way_and_reads_it_back(field: Any, written: str, shown: str):
    assert field_text(field, written) == shown
    assert field.write(field.parse(clean(shown))) == written


def test_a_field_shows_what_was_typed_when_it_was_wrong():
    texts = field_texts(TIMELINE, answered(eerste_ziektedag="24-13-2025", loonsanctie_weken="2,0").parsed)
    assert (texts["eerste-ziektedag"], texts["loonsanctie-weken"], texts["aow-datum"]) == ("24-13-2025", "2", "")


def test_print_shows_label_and_value_of_everything_filled_in():
    found = filled_in(answered(eerste_ziektedag="24-11-2025", situatie="vangnet", uren_start="2,5"))
    assert found == [
        ("Eerste ziektedag", "maandag 24 november 2025"),
        ("Is er nog een werkgever?", "nee, Ziektewet zonder werkgever"),
        ("Uren in de eerste week", "2,5 uur per week"),
    ]


def test_without_errors_there_is_no_summary_and_without_unknown_keys_no_notice():
    parsed = answered(eerste_ziektedag="24-11-2025").parsed
    assert (errors_html(parsed.errors), unknown_keys_html(parsed)) == ("", "")


def test_the_summary_links_each_error_to_its_field_in_order():
    html = errors_html(answered(aow_datum="x", loonsanctie_weken="y").parsed.errors)
    places = [html.index(f'href="#veld-{key}"') for key in ("eerste-ziektedag", "loonsanctie-weken", "aow-datum")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kleur": "1"}, "Dit deel van de link kennen we niet meer:"),
        ({"kleur": "1", "maat": "2"}, "Deze delen van de link kennen we niet meer:"),
    ],
)
def test_the_notice_speaks_of_one_part_or_of_several(values: dict[str, str], words: str):
    assert words in unknown_keys_html(answered(eerste_ziektedag="24-11-2025", **values).parsed)


def test_there_is_no_answer_to_show_for_values_with_errors():
    with pytest.raises(ValueError, match="the values have errors"):
        result_html(answered())


def test_the_form_has_a_named_described_field_with_a_label_for_every_key():
    html = form_html(TIMELINE, {}, {}, GROUPS)
    for field in TIMELINE.form.fields:
        answers = len(field.options) if isinstance(field, ChoiceField) and field.is_spelled_out else 0
        assert html.count(f'name="{field.key}"') == (answers or 1)
        assert html.count(f'id="veld-{field.key}"') == 1
        assert html.count(f'for="veld-{field.key}"') == (0 if answers else 1)
        assert html.count(f'id="fout-{field.key}"') == html.count(f'id="gelezen-{field.key}"') == 1


def test_the_form_escapes_what_stands_in_its_fields():
    texts = {field.key: f'"{SCRIPT}' for field in TIMELINE.form.fields}
    html = form_html(TIMELINE, texts, texts, GROUPS)
    assert SCRIPT not in html
    assert 'value="&#34;&lt;script&gt;' in html


def test_the_address_of_the_page_is_on_paper():
    html = result_html(answered(eerste_ziektedag="24-11-2025"), "https://spoorwijzer.example/rekenhulpen/tijdlijn/")
    assert "<span data-adres>https://spoorwijzer.example/rekenhulpen/tijdlijn/</span>" in html


def test_values_with_errors_have_no_card():
    answered = answer(calculator("tijdlijn"), {"eerste-ziektedag": "gisteren"}, date(2026, 11, 28), {})
    with pytest.raises(ValueError, match="no answer"):
        card_html(answered)


def test_the_line_of_the_wage_says_nothing_while_its_percentages_are_wrong():
    money = calculator("wie-betaalt-wat")
    [group] = [one for one in money.form.groups if any(field.key == "loon-jaar-1" for field in one.fields)]
    assert group.says is not None
    assert group.says({"loon-jaar-1": 100, "loon-jaar-2": None}) == ""
