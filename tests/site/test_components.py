"""The page of licences, the licences in full and the list of parts (SBOM), in the built site."""

from __future__ import annotations

import json
from pathlib import Path

from publishing import components, headers, offline
from tests.conftest import ROOT, TODAY

# What the build makes itself, of our own texts and rules.
MADE = {
    *headers.OF_THE_HOST, components.SBOM, components.ADDRESS_OF_TEXTS,
    "sitemap.xml", "wijzigingen/feed.xml",
    *(f"assets/{folder.name}.css" for folder in (ROOT / "overrides/assets/css").iterdir()),
    "zoeken/index.json", "zoeken/rank.js", "manifest.json", offline.WORKER, offline.PACK,
}  # fmt: skip


def sbom(site: Path) -> str:
    return (site / components.SBOM).read_text("utf-8")


def test_the_list_of_parts_is_as_cyclonedx_wants_it(site_dir: Path) -> None:
    # Here, for it makes 38 grammars first: every process that collects the tests would wait for them.
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom(site_dir)) is None


def test_the_list_of_parts_names_what_is_sent_and_what_only_builds(site_dir: Path) -> None:
    listed = json.loads(sbom(site_dir))
    by_name = {part["name"]: part for part in listed["components"]}
    assert by_name["Pyodide"]["purl"] == f"pkg:npm/pyodide@{by_name['Pyodide']['version']}"
    assert len(by_name["Pyodide"]["hashes"][0]["content"]) == 128
    assert by_name["Jinja2"]["scope"] == "required"
    assert by_name["mkdocs"]["scope"] == by_name["axe-core"]["scope"] == "excluded"
    assert listed["metadata"]["timestamp"] == f"{TODAY}T00:00:00Z"
    refs = {part["bom-ref"] for part in listed["components"]} | {"spoorwijzer"}
    assert {ref for line in listed["dependencies"] for ref in (line["ref"], *line["dependsOn"])} <= refs


def test_the_page_names_every_component_with_version_and_licence(site_dir: Path) -> None:
    page = (site_dir / "over" / "licenties" / "index.html").read_text("utf-8")
    for one in components.read():
        title = f"{one.name} {one.version}".strip()
        assert f"<strong>{title}</strong>" in page
        assert f'<a href="{one.home}">{one.licence}</a>' in page
    assert f'href="/{components.ADDRESS_OF_TEXTS}"' in page
    assert "Mozilla Public License" in (site_dir / components.ADDRESS_OF_TEXTS).read_text("utf-8")


def test_every_file_that_is_sent_is_ours_or_belongs_to_a_component(site_dir: Path) -> None:
    ours = {
        f"assets/{file.relative_to(ROOT / 'overrides/assets')}" for file in (ROOT / "overrides/assets").rglob("*.*")
    }
    ours |= {f"assets/{file.name}" for file in (ROOT / "publishing/engine/browser").iterdir()}
    theirs = [pattern for one in components.read() for pattern in one.files]
    strays = []
    for file in site_dir.rglob("*"):
        path = file.relative_to(site_dir)
        if not file.is_file() or file.suffix in {".html", ".br", ".gz"} or any(path.full_match(one) for one in theirs):
            continue
        source = headers.HASHED_NAME.sub(file.suffix, path.as_posix()).replace("assets/engine/", "assets/")
        if source not in ours | MADE:
            strays.append(path.as_posix())
    assert strays == [], "whose are these? publishing/components.toml"
