"""What a first visit to a page to read weighs, as it is sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Response

from tests.conftest import Visitor

MOST_BYTES = 100_000


@pytest.mark.parametrize("address", ["/", "/plekken/", "/werknemer/mijn-loon/", "/begrippen/"])
def test_a_first_visit_to_a_reading_page_is_light(visitor: Callable[..., Visitor], address: str) -> None:
    reader = visitor()
    answers: list[Response] = []

    def note(answer: Response) -> None:  # Playwright takes no method of a list
        answers.append(answer)

    reader.page.on("response", note)
    reader.open(address)
    assert [answer.url for answer in answers if not answer.ok] == []
    weight = {answer.url: answer.request.sizes()["responseBodySize"] for answer in answers}
    assert sum(weight.values()) <= MOST_BYTES, weight
