"""In every engine the small files of Python answer what nobody recorded, and pages need the full ones never."""

from __future__ import annotations

import pytest

from calculators import questions
from calculators.registry import calculator
from tests.engine.test_small_files import HOW_OFTEN_FULL, PAGES, differences
from tests.engines.conftest import Reader

pytestmark = [pytest.mark.full, pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_questions_by_chance_have_the_same_answer_here_and_on_their_page(reader: Reader, name: str) -> None:
    asked = [call for call in questions.drawn(seed=13, number=2000) if call[1] == name]
    reader.answers(calculator(name).address)
    assert differences(reader.ask, asked) == []
    assert reader.ask(HOW_OFTEN_FULL) == 0
