"""Whatever stands in a link, the page gets an answer, keeps what was typed and runs none of it."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators import browser
from tests.oracle import test_money_invariants, test_no_risk_invariants
from tests.oracle.test_invariants import KEYS
from tests.oracle.together import NASTY

TODAY = "2026-11-21"
GOOD = {"eerste-ziektedag": "2025-11-24"}
MARKUP = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><b onclick=x>', "{{ 7*7 }}"]
# A radio button or list shows one of its own answers, whatever a link says.
CHOSEN = {"rol", "situatie", "verlof-zelfde-oorzaak", "uitkering"}
STRANGE = {
    "nothing": "",
    "only signs": "&&==&=&",
    "no value": "eerste-ziektedag",
    "a hundred thousand characters": "eerste-ziektedag=2025-11-24&onderbrekingen=" + "1" * 100_000,
    "ten thousand keys": "&".join(f"k{number}=1" for number in range(10_000)),
    "a key twice": "eerste-ziektedag=2025-11-24&eerste-ziektedag=2025-11-25",
    "a percent sign alone": "eerste-ziektedag=%&situatie=%zz",
    "a zero byte": "eerste-ziektedag=%00",
    "half a character": "eerste-ziektedag=%ff%fe",
    "a lone surrogate": "eerste-ziektedag=\ud800",
    "a name of JavaScript": "__proto__=1&constructor=2&toString=3",
    "a script in a key": "<script>alert(1)</script>=1&eerste-ziektedag=2025-11-24",
    "an encoded script in a key": "%3Cscript%3Ealert(1)%3C/script%3E=1&eerste-ziektedag=2025-11-24",
}


def respond(query: str, today: str = TODAY, name: str = "tijdlijn") -> dict[str, Any]:
    response: dict[str, Any] = json.loads(browser.respond(name, query, today))
    return response


def everything_shown(response: dict[str, Any]) -> str:
    html = [
        response["hoofdzin"],
        response["uitkomst"],
        response["samenvatting"],
        response["vragen"],
        response["melding"],
    ]
    return " ".join(part or "" for part in html)


@pytest.mark.parametrize("name", calculators.names())
@pytest.mark.parametrize("query", STRANGE.values(), ids=STRANGE.keys())
def test_a_strange_link_still_gets_a_response(query: str, name: str) -> None:
    response = respond(query, name=name)
    assert response["status"] in ("antwoord", "vragen", "fouten")
    assert "<script" not in everything_shown(response)


@given(st.text(max_size=200), st.sampled_from(calculators.names()))
def test_any_text_for_a_link_gets_a_response(query: str, name: str) -> None:
    assert respond(query, name=name)["status"] in ("antwoord", "vragen", "fouten")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("text", MARKUP)
def test_markup_typed_in_a_field_is_an_error_and_never_markup(key: str, text: str) -> None:
    response = respond("&".join(f"{name}={quote(value)}" for name, value in (GOOD | {key: text}).items()))
    assert response["status"] == "fouten"
    assert response["velden"][key]["fout"]
    assert response["titel"] == "Fout: "
    assert [tag for tag in ("<script", "<img", "<b on", "49") if tag in everything_shown(response)] == []


@pytest.mark.parametrize(
    ("name", "good", "key"),
    [
        *(("wie-betaalt-wat", test_money_invariants.GOOD, key) for key in test_money_invariants.KEYS),
        *(("no-riskpolis", test_no_risk_invariants.GOOD, key) for key in test_no_risk_invariants.KEYS),
    ],
)
@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_a_field_about_money_or_no_risk_is_an_error_and_never_markup(
    name: str, good: dict[str, str], key: str, text: str
) -> None:
    query = "&".join(f"{field}={quote(value)}" for field, value in (good | {key: text}).items())
    response = respond(query, name=name)
    assert response["status"] == "fouten"
    assert response["velden"][key]["fout"]
    assert [tag for tag in ("<script", "<img", "<b on", "49") if tag in everything_shown(response)] == []


@pytest.mark.parametrize("key", sorted(set(KEYS) - CHOSEN))
def test_what_somebody_typed_stays_in_the_field(key: str) -> None:
    response = respond("&".join(f"{name}={quote(value)}" for name, value in (GOOD | {key: MARKUP[0]}).items()))
    assert response["invoer"][key] == MARKUP[0]


def test_every_nasty_value_gets_a_response() -> None:
    for text in NASTY:
        query = "eerste-ziektedag=" + quote(text, errors="replace")
        assert respond(query)["status"] in ("antwoord", "vragen", "fouten")


@pytest.mark.parametrize("today", ["1970-01-01", "2038-01-19", "2024-02-29", "2026-12-31", "2027-01-01"])
def test_any_clock_gets_an_answer(today: str) -> None:
    response = respond("eerste-ziektedag=2025-11-24", today)
    assert response["status"] == "antwoord"
    assert "22 november 2027" in response["hoofdzin"] + response["uitkomst"]


def test_the_fragment_made_from_a_response_gives_the_same_response() -> None:
    query = "eerste-ziektedag=24-11-2025&onderbrekingen=2026-03-02/2026-03-28&werkervaringsplaats-start=18/1/2027"
    first = respond(query)
    again = respond(first["fragment"])
    assert again["fragment"] == first["fragment"]
    assert again["uitkomst"] == first["uitkomst"]
