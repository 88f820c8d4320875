"""Who publishes this copy: named on /over/, in the foot and behind "Ziet u een fout?", or said to be nobody yet."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from publishing import build
from publishing.publisher import ContactError, Publisher, from_settings
from tests.conftest import ROOT, TODAY
from tests.site.test_markdown_extension import convert

NOBODY = "Deze kopie heeft nog geen uitgever"


def foot(template: str, owner: str = "", contact: str = "") -> str:
    """A part of every page, as the theme fills it in."""
    parts = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    parts.filters["url"] = lambda address: f"/{address}"
    extra = SimpleNamespace(owner=owner, contact=contact)
    page = SimpleNamespace(canonical_url="", meta=SimpleNamespace(gecontroleerd_op=date.fromisoformat(TODAY)))
    made = parts.get_template(f"partials/{template}").render(
        config=SimpleNamespace(extra=extra, site_name="Spoorwijzer", theme=SimpleNamespace(palette=[])), page=page
    )
    return re.sub(r"\s+", " ", made)


@pytest.mark.parametrize(
    ("contact", "link"),
    [("fouten@voorbeeld.example", "mailto:fouten@voorbeeld.example"), ("https://voorbeeld.example/contact",) * 2],
)
def test_the_publisher_stands_on_over_in_the_foot_and_behind_the_question(contact: str, link: str) -> None:
    owner = "Stichting A & B"
    over = convert("{{ uitgever() }} {{ fout_melden() }}", owner=owner, contact=contact)
    assert html.escape(owner) in over
    assert over.count(f'<a href="{link}">{contact}</a>') == 2
    assert html.escape(owner) in foot("footer.html", owner, contact)
    assert f'<a href="{link}">{contact}</a>' in foot("footer.html", owner, contact)
    behind = foot("page-foot.html", owner, contact).partition("Ziet u een fout?")[2]
    assert f'<a href="{link}">{contact}</a>' in behind.partition("</p>")[0]


def test_without_settings_the_page_says_that_there_is_no_publisher_yet(site_dir: Path) -> None:
    assert NOBODY in convert("{{ uitgever() }}")
    assert "nog geen adres" in convert("{{ fout_melden() }}")
    assert NOBODY in foot("footer.html")
    assert "mailto:" not in foot("page-foot.html")
    over = (site_dir / "over" / "index.html").read_text("utf-8")
    assert over.count(NOBODY) == 2


def test_a_name_without_a_contact_and_a_contact_without_a_name_are_said_as_they_are() -> None:
    assert "Een adres is er nog niet." in convert("{{ uitgever() }}", owner="A")
    assert "noemt geen naam" in convert("{{ uitgever() }}", contact="a@b.example")


@pytest.mark.parametrize(
    "contact",
    ["javascript:alert(1)", "http://x.example", "geen adres", 'https://x.example/"', "a@b", "a@b.nl?cc=c@d.nl"],
)
def test_what_is_no_address_ends_the_build(contact: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(ContactError):
        Publisher("", contact)
    monkeypatch.setenv("SITE_CONTACT", contact)
    with pytest.raises(build.BuildError, match="SITE_CONTACT"):
        build.build(tmp_path / "site", date.fromisoformat(TODAY))


def test_the_build_warns_of_each_setting_that_nobody_gave(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(build, "make", lambda site, *_: site.mkdir())
    for settings, told in [
        ({}, "SITE_OWNER and SITE_CONTACT not set"),
        ({"SITE_OWNER": "A"}, "Warning: SITE_CONTACT not set"),
        ({"SITE_OWNER": "A", "SITE_CONTACT": "a@b.example"}, ""),
    ]:
        for name in ("SITE_OWNER", "SITE_CONTACT"):
            monkeypatch.delenv(name, raising=False)
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        build.build(tmp_path / "site", date.fromisoformat(TODAY))
        warned = capsys.readouterr().err
        assert told in warned
        assert bool(told) == ("not set" in warned)
    assert list(from_settings().lacks()) == []


def test_the_settings_of_the_site_reach_its_pages() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    for name in ("OWNER", "CONTACT"):
        assert f'!ENV [SITE_{name}, ""]' in text
        assert f"SITE_{name}" in (ROOT / "README.md").read_text("utf-8")
