"""The theme's style sheet: what no page uses is left out, and no page looks otherwise for it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Literal

import brotli
import pytest
from playwright.sync_api import Page, Route

from publishing import hashed_names, theme_sheet
from tests.conftest import Visitor

THEME = Path(str(files("material") / "templates" / theme_sheet.SHEETS))
WHOLE = "".join(next(THEME.glob(f"{name}.*.css")).read_text("utf-8") for name in theme_sheet.NAMES)
MOST_BYTES = 11_600  # packed; all of it is 20,700

# How each element looks, and what stands before and behind it; all that a style can say would be 50 MB.
LOOKS = """
() => {
  const names = ["display", "position", "inset", "float", "width", "height", "margin", "padding", "border", "overflow",
    "color", "background-color", "font", "opacity", "visibility", "text-decoration", "mask-image", "content", "order"];
  const looks = [];
  for (const element of document.querySelectorAll("body, body *")) {
    for (const part of ["", "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (part && style.content === "none") continue;
      const values = names.map((name) => style.getPropertyValue(name)).join("; ");
      looks.push(`${element.tagName} ${element.className}${part} ${values}`);
    }
  }
  return looks;
}
"""


@pytest.fixture
def trimmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Makes what is left of a sheet in a site with one page, one script and one calculator."""
    monkeypatch.chdir(tmp_path)

    def make(css: str, *, page: str = "", script: str = "", calculator: str = "", ours: str = "") -> str:
        sheet = tmp_path / "site" / theme_sheet.SHEET
        sheet.parent.mkdir(parents=True)
        sheet.write_text(css, "utf-8")
        (sheet.parent / "site.css").write_text(ours, "utf-8")
        (sheet.parent / "site.js").write_text(script, "utf-8")
        (tmp_path / "site" / "index.html").write_text(page, "utf-8")
        (tmp_path / "calculators").mkdir()
        (tmp_path / "calculators" / "result.html").write_text(calculator, "utf-8")
        theme_sheet.leave_out_unused(tmp_path / "site")
        return sheet.read_text("utf-8")

    return make


def test_a_rule_of_which_no_page_has_a_class_goes(trimmed: Callable[..., str]) -> None:
    css = ".md-blog{color:red}.md-nav .md-blog>a{color:red}.md-nav{color:blue}a{color:green}"
    assert trimmed(css, page='<a class="md-nav">') == ".md-nav{color:blue}a{color:green}"


@pytest.mark.parametrize("place", ["page", "script", "calculator"])
def test_a_class_may_be_named_by_a_page_a_script_or_a_calculator(trimmed: Callable[..., str], place: str) -> None:
    assert trimmed(".md-nav--open{color:red}", **{place: "'md-nav--open'"}) == ".md-nav--open{color:red}"


@pytest.mark.parametrize(
    "selectors", ["a:not(.md-blog)", ".md-nav :is(.md-nav,a)", "[open]", "#md-nav", ":root", "*::after"]
)
def test_a_rule_that_may_match_stays(trimmed: Callable[..., str], selectors: str) -> None:
    css = f"{selectors}{{color:red}}"
    assert trimmed(css, page='<p class="md-nav"><a href="#md-nav" open>') == css


def test_of_several_selectors_those_stay_that_may_match(trimmed: Callable[..., str]) -> None:
    assert trimmed(".md-nav,.md-blog{color:red}", page='<p class="md-nav">') == ".md-nav{color:red}"


def test_a_group_without_rules_goes_and_what_holds_none_stays(trimmed: Callable[..., str]) -> None:
    stays = '@charset "UTF-8";@keyframes turn{to{opacity:1}}@page{margin:1cm}@media print{a{color:red}}'
    assert trimmed(f"{stays}@supports (gap:0){{.md-blog{{gap:0}}}}", page="<a>") == stays


def test_a_variable_goes_that_nothing_names_and_then_what_only_it_named(trimmed: Callable[..., str]) -> None:
    css = ":root{--one:1;--two:var(--three);--three:url('a;b');--four:4;--five:5}a{order:var(--one)}"
    left = ":root{--one:1;--four:4;--five:5}a{order:var(--one)}"
    assert trimmed(css, page="<a>", script='"--four"', ours="b{order:var(--five)}") == left


def test_a_sheet_that_is_cut_short_ends_the_build(trimmed: Callable[..., str]) -> None:
    with pytest.raises(RuntimeError, match="Unclosed block"):
        trimmed("@media print{a{color:red}")


def test_a_theme_that_names_its_sheets_otherwise_ends_the_build(tmp_path: Path) -> None:
    folder = tmp_path / theme_sheet.SHEETS
    folder.mkdir(parents=True)
    (folder / "main.0123abcd.min.css").write_text("a{color:red}", "utf-8")
    with pytest.raises(ValueError, match="palette"):
        theme_sheet.join(tmp_path)


def test_a_page_asks_for_one_sheet_of_the_theme_of_at_most_twelve_kilobytes(site_dir: Path) -> None:
    sheet = hashed_names.find(site_dir, theme_sheet.SHEET.name)
    assert f'assets/{sheet.name}"' in (site_dir / "index.html").read_text("utf-8")
    assert not (site_dir / theme_sheet.SHEETS).exists()
    assert len(brotli.compress(sheet.read_bytes())) <= MOST_BYTES


def looks(page: Page) -> list[str]:
    found: list[str] = page.evaluate(LOOKS)
    return found


@pytest.mark.parametrize(
    ("address", "width", "scheme", "media"),
    [("/", 390, "light", "screen"), ("/regelingen/loonsanctie/", 1280, "dark", "screen"),
     ("/ja-maar/kost-te-veel-tijd/", 390, "dark", "screen"), ("/werkgever/", 1280, "light", "print")],
)  # fmt: skip
def test_a_page_looks_as_it_does_with_the_whole_sheet_of_the_theme(
    visitor: Callable[..., Visitor], address: str, width: int, scheme: str, media: Literal["screen", "print"]
) -> None:
    now, then = (visitor(width=width, scheme=scheme, reduced_motion="reduce") for _ in range(2))
    asked: list[str] = []

    def whole(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=WHOLE, content_type="text/css")

    then.page.route("**/theme.*.css", whole)
    for one in (now, then):
        one.page.emulate_media(media=media)
        one.open(address, until="networkidle")
    assert len(asked) == 1
    assert looks(now.page) == looks(then.page)
