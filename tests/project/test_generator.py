"""GENERATOR names what makes the pages (adr/0014)."""

import pytest

from publishing.generator import GeneratorError, chosen, python_of
from publishing.zensical_site import issues
from tests.project import ROOT


def test_an_unknown_generator_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setenv("GENERATOR", "hugo")
    with pytest.raises(GeneratorError, match=r"GENERATOR=hugo: known are mkdocs, properdocs, zensical\."):
        chosen()


def test_without_a_name_it_is_mkdocs(monkeypatch):
    monkeypatch.setenv("GENERATOR", "")
    assert chosen() == "mkdocs"


def test_a_generator_that_is_not_installed_says_what_to_run(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GeneratorError, match="Run: make setup GENERATOR=zensical"):
        python_of("zensical")


def test_every_template_for_zensical_stands_over_one_of_ours():
    ours = {file.relative_to(ROOT / "overrides") for file in (ROOT / "overrides").rglob("*.html")}
    theirs = {file.relative_to(ROOT / "overrides-zensical") for file in (ROOT / "overrides-zensical").rglob("*.html")}
    assert theirs
    assert theirs <= ours


TOLD = """
Warning: anchor does not exist
    ╭─[ page.md:2:{column} ]
1 issues found
"""


@pytest.mark.parametrize(("link", "complaint"), [("x.md#dag=2026-01-01", []), ("x.md#weg", ["x.md#weg"])])
def test_values_behind_a_hash_are_no_anchors_for_zensical(tmp_path, link, complaint):
    (tmp_path / "page.md").write_text(f"# Kop\nLees [dit]({link}).\n", "utf-8")
    column = "Lees [dit](".index("(") + 2
    found = list(issues(TOLD.format(column=column), tmp_path))
    assert [text.rpartition(": ")[2] for text in found] == complaint


def test_what_zensical_says_and_we_cannot_read_ends_the_build(tmp_path):
    [found] = issues("2 issues found", tmp_path)
    assert found.startswith("2 issues, of which 0 could be read")
