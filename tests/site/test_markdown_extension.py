"""Figures, sources and calculators in prose."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from markdown import Markdown

from calculators import page
from publishing import figure_uses
from publishing.generator import Generator, GeneratorError
from publishing.markdown_extension import SpoorwijzerExtension, UnknownNameError
from tests.conftest import ROOT

FIGURE = "wachttijd.weken"


def convert(text: str, **options: str) -> str:
    """The HTML that mkdocs would make of this prose."""
    extension = SpoorwijzerExtension(today="2026-11-21", **options)
    return Markdown(extensions=["fenced_code", "tables", extension]).convert(text)


def test_a_figure_in_prose_shows_its_value() -> None:
    html = convert(f'De wachttijd is {{{{ cijfer("{FIGURE}") }}}}.')
    assert page.figure_html(FIGURE, date(2026, 11, 21)) in html
    assert "{{" not in html


def test_a_euro_sign_stays_on_one_line_with_its_figure() -> None:
    html = convert(f'Het is € {{{{ cijfer("{FIGURE}") }}}}, of € 5.')
    assert "€\N{NO-BREAK SPACE}<a" in html
    assert "€ 5" in html


def test_a_figure_also_stands_in_headings_lists_and_tables() -> None:
    call = f'{{{{ cijfer("{FIGURE}") }}}}'
    html = convert(f"# Kop {call}\n\n- punt {call}\n\n| a |\n|---|\n| {call} |\n")
    assert html.count(page.figure_html(FIGURE, date(2026, 11, 21))) == 3


@pytest.mark.parametrize("text", ['`{{ cijfer("x.y") }}`', '```\n{{ cijfer("x.y") }}\n```', '    {{ cijfer("x.y") }}'])
def test_code_stays_as_it_was_written(text: str) -> None:
    assert "{{ cijfer(" in convert(text)


@pytest.mark.parametrize(
    "text", ['{{ cijfer("bestaat.niet") }}', '{{ bron("bestaat-niet") }}', '{{ zekerheid("misschien") }}',
             '{{ rekenhulp("bestaat-niet") }}', '{{ bestaat_niet("x") }}']
)  # fmt: skip
def test_an_unknown_name_is_an_error_that_names_it(text: str) -> None:
    with pytest.raises(UnknownNameError, match=r"bestaat.niet|misschien"):
        convert(text)


@pytest.mark.parametrize(
    ("prose", "named"),
    [
        ('{{ cijfer("bestaat.niet") }}', "bestaat.niet"),
        ("[dood](weg.md)", "weg.md"),
        ("[dood](index.md#weg)", "#weg"),
    ],
)
def test_a_wrong_name_or_link_fails_the_build_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prose: str, named: str
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Start\n")
    (tmp_path / "docs" / "verkeerd.md").write_text(f"# Fout\n\n{prose}\n")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    validation = re.search(r"^validation:.*?(?=^\S)", settings, re.MULTILINE | re.DOTALL)
    assert validation
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\nmarkdown_extensions: [publishing.markdown_extension]\n{validation.group()}"
    )
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GeneratorError) as failure:
        Generator().run(tmp_path / "docs", tmp_path / "site", date(2026, 11, 21))
    assert "verkeerd.md" in str(failure.value)
    assert named in str(failure.value)
    assert "Traceback" not in str(failure.value)


def test_a_long_word_says_where_it_may_be_broken_but_not_in_code_anchors_or_addresses() -> None:
    html = convert("Een Werkervaringsplaatsen en `werkervaringsplaats`: <https://x.example/werkervaringsplaats/>\n")
    assert "Werkervarings\u00adplaatsen" in html
    assert html.count("\u00ad") == 1


def test_marks_that_follow_each_other_and_say_the_same_are_said_once() -> None:
    wet, praktijk = '{{ zekerheid("wet") }}', '{{ zekerheid("praktijk") }}'
    html = convert(f"Een zin. {wet} Nog een. {wet} Dan deze. {praktijk} Slot. {wet}\n\nNieuw. {wet}, en meer.")
    marks = re.findall(r'<span class="sw-vast">(\S+)\u00a0<button[^>]*>(.*?)</button>(.?)', html)
    assert marks == [("een.", "wet", "<"), ("deze.", "praktijk", "<"), ("Slot.", "wet", "<"), ("Nieuw.", "wet", ",")]
    assert html.count("sw-legenda") == 1


def test_a_row_of_a_table_has_a_head_and_its_cells_the_names_of_their_columns() -> None:
    html = convert(f'| wie | hoe lang |\n|---|---|\n| ik | {{{{ cijfer("{FIGURE}") }}}} |\n')
    assert '<th scope="row">ik</th>' in html
    assert '<td data-label="hoe lang">' in html


def test_links_from_the_root_follow_the_site_into_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "source_html", lambda _: '<a href="/bronnen/#x">x</a>')
    assert 'href="/map/bronnen/#x"' in convert('{{ bron("x") }}', site_url="https://host.example/map/")
    assert 'href="/bronnen/#x"' in convert('{{ bron("x") }}', site_url="https://host.example/")


def test_the_list_of_uses_knows_pages_and_leaves_code_out(tmp_path: Path) -> None:
    (tmp_path / "over.md").write_text('---\ntitle: Over ons\n---\n{{ cijfer("a.b") }} {{ cijfer("a.b") }}')
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "x.md").write_text('# Een kop\n{{ cijfer("a.b") }}\n```\n{{ cijfer("c.d") }}\n```\n')
    assert figure_uses.find(tmp_path) == {"a.b": [("Een kop", "/map/x/"), ("Over ons", "/over/")]}


@pytest.mark.parametrize("call", ["{{ cijfer(“a.b”) }}", "{{cijfer('a.b')}}", "{{ cijfer( ‘a.b’ ) }}"])
def test_a_call_counts_as_a_use_with_whatever_quotes_it_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(page, "figure_html", lambda name, _: f"<b>{name}</b>")
    (tmp_path / "over.md").write_text(f"# Over ons\n{call}")
    assert "<b>a.b</b>" in convert(call)
    assert figure_uses.find(tmp_path) == {"a.b": [("Over ons", "/over/")]}
