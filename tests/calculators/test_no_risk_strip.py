"""The strip of the no-risk check has the days of the rules, and says in a sentence what it draws."""

from __future__ import annotations

from datetime import date

import pytest

from calculators import page
from calculators.answering import answer
from calculators.frame.page_parts import result_html
from calculators.no_riskpolis.picture import Strip
from calculators.registry import calculator
from tests.conftest import ROOT

TODAY = date(2026, 11, 28)
UNDER = {"groep": "minder-dan-35", "eerste-ziektedag": "2025-03-10"}


def strip(**values: str) -> Strip | None:
    found = answer(calculator("no-riskpolis"), UNDER | {key.replace("_", "-"): text for key, text in values.items()},
                   TODAY)  # fmt: skip
    assert found.result is not None
    drawn: Strip | None = calculator("no-riskpolis").drawing(found.result.outcome)  # type: ignore[misc]  # it has one
    return drawn


def zones(**values: str) -> list[tuple[str, date | None, date | None]]:
    found = strip(**values)
    return [] if found is None else [(zone.kind, zone.first, zone.last) for zone in found.zones]


def test_under_35_percent_there_are_three_zones_that_join():
    assert zones() == [
        ("te-vroeg", None, date(2027, 3, 7)),
        ("kan-gelden", date(2027, 3, 8), date(2032, 3, 8)),
        ("te-laat", date(2032, 3, 9), None),
    ]


@pytest.mark.parametrize(
    ("start", "kind"),
    [("2027-02-01", "te-vroeg"), ("2027-03-07", "te-vroeg"), ("2027-03-08", "kan-gelden"),
     ("2032-03-08", "kan-gelden"), ("2032-03-09", "te-laat")],
)  # fmt: skip
def test_the_start_is_marked_in_its_zone_and_the_sentence_says_which(start: str, kind: str):
    found = strip(in_dienst=start)
    assert found is not None
    assert [zone.kind for zone in found.zones if zone.start_at is not None] == [kind]
    assert found.sentence.endswith(f": {kind.replace('-', ' ')}.")


@pytest.mark.parametrize("start", ["2027-02-01", "2027-03-08", "2032-03-09"])
def test_the_zone_says_the_same_as_the_verdict(start: str):
    given = UNDER | {"in-dienst": start, "baan-op-peildag": "nee", "ander-werk-bij-eigen-werkgever": "nee"}
    found = answer(calculator("no-riskpolis"), given | {"peildatum": start}, TODAY)
    drawn = strip(in_dienst=start)
    assert drawn is not None
    (here,) = [zone.kind for zone in drawn.zones if zone.start_at is not None]
    assert (found.json["uitkomst"]["recht"] == "ja") is (here == "kan-gelden")


def test_the_check_day_is_a_line_in_the_first_zone_for_a_new_employer_only():
    for employer, day in (("nieuw", date(2026, 12, 21)), ("eigen", None)):
        found = strip(werkgever=employer)
        assert found is not None
        assert [zone.check_day for zone in found.zones] == [day, None, None]


def test_without_a_start_nothing_is_marked_and_the_sentence_names_none():
    found = strip()
    assert found is not None
    assert [zone.start_at for zone in found.zones] == [None, None, None]
    assert "Dit contract" not in found.sentence


def test_with_wia_there_is_no_last_day():
    assert [zone[0] for zone in zones(groep="wia")] == ["te-vroeg", "kan-gelden"]


def test_with_wia_the_sentence_names_the_safe_day_after_the_first():
    found = strip(groep="wia")
    assert found is not None
    assert found.sentence.endswith("Op de eerste dag zelf is het niet zeker: veilig is dinsdag 9 maart 2027.")


def test_after_school_a_job_is_too_early_up_to_the_last_day_of_school():
    assert zones(groep="onderwijsbelemmering", einde_opleiding="2024-06-30")[:2] == [
        ("te-vroeg", None, date(2024, 6, 30)), ("kan-gelden", date(2024, 7, 1), date(2029, 6, 30)),
    ]  # fmt: skip


def test_with_wia_a_job_from_the_day_after_the_aow_is_too_late():
    assert zones(groep="wia", aow_datum="2028-01-10")[-1] == ("te-laat", date(2028, 1, 11), None)


@pytest.mark.parametrize("group", ["wia", "minder-dan-35"])
def test_there_is_no_strip_when_the_aow_begins_before_the_wia_could(group: str):
    assert strip(groep=group, aow_datum="2027-03-08") is None


@pytest.mark.parametrize("group", ["wajong", "banenafspraak", "geen", "weet-niet"])
def test_a_group_that_does_not_hang_on_the_first_day_has_no_strip(group: str):
    assert strip(groep=group) is None


def test_with_wia_at_the_own_employer_there_is_no_strip():
    assert strip(groep="wia", werkgever="eigen") is None


def test_the_page_shows_the_strip_of_the_example_drawn_by_the_same_code():
    example = answer(calculator("no-riskpolis"), calculator("no-riskpolis").example, TODAY)
    list_of_zones = page.strip_html("no-riskpolis", TODAY).split("<ol>")[1]
    assert list_of_zones in result_html(example, is_example=True).replace("\n\n", "\n") + "\n"


def test_only_a_calculator_with_a_strip_can_be_asked_for_one():
    with pytest.raises(KeyError, match="geen strook"):
        page.strip_html("tijdlijn", TODAY)


def test_the_page_about_the_policy_has_no_day_of_its_own_in_the_drawing():
    text = (ROOT / "docs" / "regelingen" / "no-riskpolis.md").read_text("utf-8")
    assert '{{ strook("no-riskpolis") }}' in text
    assert "<svg" not in text


def test_with_wia_after_a_late_application_the_strip_says_from_when_it_is_sure():
    found = strip(
        groep="wia",
        eerste_ziektedag="2023-01-02",
        situatie="vangnet",
        wia_aanvraag="2026-11-01",
        in_dienst="2026-03-01",
    )
    assert found is not None
    assert "Op de eerste dag zelf" not in found.sentence
    assert found.sentence.endswith("Zeker is het vanaf dinsdag 19 januari 2027.")


def test_under_35_percent_after_a_late_application_the_strip_says_it_too():
    found = strip(eerste_ziektedag="2024-09-02", situatie="vangnet", wia_aanvraag="2026-08-01", in_dienst="2026-09-15")
    assert found is not None
    assert found.sentence.endswith("Zeker is het vanaf zondag 18 oktober 2026.")
