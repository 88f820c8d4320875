"""Short addresses: one word, a page of their own that leads on, and a list that cannot differ from the data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from calculators import page
from publishing.markdown_extension import UnknownNameError
from tests.conftest import Visitor
from tests.site.test_markdown_extension import convert


def test_a_short_address_is_one_word_and_leads_to_a_page(site_dir: Path) -> None:
    for short, address in page.short_addresses().items():
        assert re.fullmatch(r"/l/[a-z]+(-[a-z]+)*/", short)
        text = (site_dir / short.strip("/") / "index.html").read_text("utf-8")
        assert f'href="{address}" data-verhuisd-pagina' in text
        assert "noindex" in text
        assert "verhuisd<" not in text


def test_each_objection_has_a_short_address(site_dir: Path) -> None:
    objections = {f"/ja-maar/{folder.name}/" for folder in (site_dir / "ja-maar").iterdir() if folder.is_dir()}
    assert len(objections) == 14
    assert objections <= set(page.short_addresses().values())


def test_a_short_address_also_lands_without_javascript(visitor: Callable[..., Visitor]) -> None:
    reader = visitor(javascript=False)
    reader.page.goto(f"{reader.base}/l/weigeren/")
    reader.page.wait_for_url(f"{reader.base}/werknemer/mag-ik-weigeren/")


def test_the_list_for_the_coach_shows_every_short_address_with_its_code(site_dir: Path) -> None:
    text = (site_dir / "begeleider" / "korte-adressen" / "index.html").read_text("utf-8")
    shown = re.findall(r'<p class="sw-kort-adres">https?://[^/]+(/l/[^<]+)</p>', text)
    assert shown == list(page.short_addresses())
    assert text.count('<details class="sw-qr"') == len(shown)


def test_prose_names_a_short_address_by_its_word() -> None:
    assert "/l/tijdlijn/" in convert('{{ kort_adres("tijdlijn") }}')
    with pytest.raises(UnknownNameError):
        convert('{{ kort_adres("bestaat-niet") }}')
