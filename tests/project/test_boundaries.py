"""docs -> publishing -> calculators (door) -> registry -> a calculator -> law -> frame: never back, never sideways."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.project import ROOT

CALCULATORS = ROOT / "calculators"
BELOW = ("calculators.law", "calculators.frame")
PUBLIC_DOOR = (
    "calculators",
    "calculators.browser",
    "calculators.filled_in",
    "calculators.freshness",
    "calculators.page",
    "calculators.prepared",
    "calculators.questions",
    "calculators.wegwijzer.pages",
)


def imported_by(path: Path) -> Iterator[str]:
    """Every module that a file imports, `from calculators import page` as `calculators.page`."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, node.module) if node.module else base)
            for alias in node.names:
                is_module = (ROOT / module.replace(".", "/") / f"{alias.name}.py").exists() or (
                    ROOT / module.replace(".", "/") / alias.name
                ).is_dir()
                yield f"{module}.{alias.name}" if is_module else module


def imports_in(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*.py")):
        for module in imported_by(path):
            yield path.relative_to(ROOT), module


def is_in(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def calculator_folders() -> list[Path]:
    return sorted(rules.parent for rules in CALCULATORS.glob("*/rules.py"))


def test_calculators_know_nothing_of_the_site():
    strays = [found for found in imports_in(CALCULATORS) if is_in(found[1], "publishing", "tests", "benchmarks")]
    assert not strays


def test_publishing_enters_calculators_by_the_public_door():
    strays = [
        found
        for found in imports_in(ROOT / "publishing")
        if is_in(found[1], "calculators") and found[1] not in PUBLIC_DOOR
    ]
    assert not strays


def strays_of(folder: str, *allowed: str) -> list[tuple[Path, str]]:
    """The modules of the package that a folder imports besides itself and what it is allowed."""
    mine = (f"calculators.{folder}", *allowed)
    return [
        found
        for found in imports_in(CALCULATORS / folder)
        if is_in(found[1], "calculators") and not is_in(found[1], *mine)
    ]


def test_the_frame_knows_no_law_and_no_calculator():
    assert not strays_of("frame")


def test_the_law_knows_the_frame_and_no_calculator():
    assert not strays_of("law", "calculators.frame")


def test_a_calculator_knows_itself_the_law_and_the_frame_only():
    assert calculator_folders()
    assert not [stray for folder in calculator_folders() for stray in strays_of(folder.name, *BELOW)]


def test_documents_know_themselves_the_law_and_the_frame_only():
    assert not strays_of("documents", *BELOW)


def test_only_the_tools_on_top_know_the_registry():
    above = (
        "__init__.py",
        "__main__.py",
        "answering.py",
        "browser.py",
        "filled_in.py",
        "freshness.py",
        "page.py",
        "prepared.py",
        "questions.py",
        "link_maken",
        "wegwijzer",
    )
    importers = {path.parts[1] for path, module in imports_in(CALCULATORS) if is_in(module, "calculators.registry")}
    assert importers <= set(above)


def test_only_the_registry_imports_by_name():
    """What is imported by a name put together at run time would pass all other tests here."""
    importers = {str(path) for path, module in imports_in(CALCULATORS) if is_in(module, "importlib")}
    by_name = {path for path in importers if "import_module" in (ROOT / path).read_text()}
    assert by_name == {"calculators/registry.py"}


def test_only_rendering_and_the_templates_of_publishing_import_jinja():
    importers = {str(path) for path, module in imports_in(CALCULATORS) if is_in(module, "jinja2", "markupsafe")}
    assert importers == {"calculators/frame/rendering.py"}
    of_publishing = {str(path) for path, module in imports_in(ROOT / "publishing") if is_in(module, "jinja2")}
    assert of_publishing == {"publishing/templates/__init__.py"}


def test_calculators_need_nothing_but_the_standard_library_and_jinja():
    allowed = (*sys.stdlib_module_names, "calculators", "jinja2", "markupsafe")
    assert not [found for found in imports_in(CALCULATORS) if not is_in(found[1], *allowed)]


def test_no_python_depends_on_the_generator_or_on_the_browser():
    for folder in (CALCULATORS, ROOT / "publishing"):
        assert not [found for found in imports_in(folder) if is_in(found[1], "mkdocs", "material", "js", "pyodide")]


def test_rules_know_no_clock_no_files_and_no_wording():
    outside = ("io", "os", "pathlib", "random", "socket", "subprocess", "sys", "time", "urllib")
    for folder in calculator_folders():
        rules = folder / "rules.py"
        assert not [name for name in imported_by(rules) if is_in(name, *outside, "calculators.frame.rendering")]
        called = {node.attr for node in ast.walk(ast.parse(rules.read_text())) if isinstance(node, ast.Attribute)}
        assert not called & {"today", "now", "utcnow", "open", "read_text"}
