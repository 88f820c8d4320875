"""What a first visit to a page to read weighs, as it is sent: bodies as packed for readers, and headers."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Response

from tests.conftest import Visitor
from tests.site.test_server import ask

MOST_BYTES = 90_000
MOST_OF_A_LONG_LIST = 100_000
# Asked for by any browser, and not told to Playwright.
BY_THE_BROWSER = "/manifest.json"


def weight(server: str, path: str) -> int:
    """The bytes of an answer; its body is packed here at its best: the site for the tests is packed in haste."""
    answer, body = ask(server, path, Accept_Encoding="br")
    head = len("HTTP/1.1 200 OK\r\n\r\n") + sum(len(f"{name}: {value}\r\n") for name, value in answer.getheaders())
    return head + len(brotli.compress(brotli.decompress(body)))


@pytest.mark.parametrize(
    ("address", "most"),
    [(address, MOST_BYTES) for address in ("/", "/plekken/", "/werknemer/mijn-loon/", "/regelingen/wia/")]
    + [("/begrippen/", MOST_OF_A_LONG_LIST)],
)
def test_a_first_visit_to_a_reading_page_is_light(
    visitor: Callable[..., Visitor], server: str, address: str, most: int
) -> None:
    reader = visitor()
    answers: list[Response] = []

    def note(answer: Response) -> None:  # Playwright takes no method of a list
        answers.append(answer)

    reader.page.on("response", note)
    reader.open(address)
    assert [answer.url for answer in answers if not answer.ok] == []
    weights = {path: weight(server, path) for path in (urlsplit(answer.url).path for answer in answers)}
    weights[BY_THE_BROWSER] = weight(server, BY_THE_BROWSER)
    assert sum(weights.values()) <= most, weights
