"""After an edit of a text, let mkdocs make the pages with that text only: for `make serve`.

The pages as mkdocs made them lie in `build/rendered/`, with a hash of each source and one of all else that decides how
a page looks: calculators and figures, templates, the map of the site, titles. When any of that changed, all is made.
In the folder that mkdocs reads, a page that stays is a stub: its title, which the menus show, and its anchors.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from publishing import built_page, calls, figure_uses, prose, wegwijzer_pages

FOLDER = Path("build/rendered")
STATE = FOLDER / "state.json"
PAGES = FOLDER / "site"
TABLES = ("docs/contacten.toml", "docs/verhalen.toml")  # what many pages show of them
LOCKS = ("requirements/site.txt", "package-lock.json")
DECIDE = ("calculators", "overrides", "publishing", *TABLES, "mkdocs.yml", "links.txt", *LOCKS)
SETTINGS = ("SITE_URL", "SITE_OWNER", "SITE_CONTACT", "GENERATOR")
SHOWN_ELSEWHERE = {".css", ".png", ".svg", ".pyc"}  # files beside the pages
FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
STUB = "template: unchanged.html\n---\n"
USES_ALL_TEXTS = "bronnenlijst"
OF_THE_DECISION_HELPER = re.compile(rf"{wegwijzer_pages.FOLDER}/([\w/-]+)\.md")


@dataclass(frozen=True)
class Sources:
    """The texts in docs/ by their name, a hash of each, and one of what else decides."""

    texts: dict[str, str]
    hashes: dict[str, str]
    rest: str


def sources(docs: Path, today: date) -> Sources:
    """Read everything; what is edited after this is an edit for the next build."""
    texts = {file.relative_to(docs).as_posix(): prose.read(file) for file in sorted(docs.rglob("*.md"))}
    uses = json.dumps(figure_uses.find(docs))  # one page shows which texts use a figure: it changes with those
    hashes = {name: _hash(text + uses * bool(calls.arguments(text, USES_ALL_TEXTS))) for name, text in texts.items()}
    files = [file for name in DECIDE for file in [Path(name), *sorted(Path(name).rglob("*"))] if file.is_file()]
    parts = [f"{file} {_hash(file.read_bytes())}" for file in files if file.suffix not in SHOWN_ELSEWHERE]
    parts += [f"{name} {front(text)}" for name, text in texts.items()]
    parts += [str(list(wegwijzer_pages.terms_of(texts[wegwijzer_pages.GLOSSARY])))]
    parts += [today.isoformat(), *(os.environ.get(name, "") for name in SETTINGS)]
    return Sources(texts, hashes, _hash("\n".join(parts)))


def front(text: str) -> str:
    """What stands above a text: its title and more that other pages show; all of it when there is no such part."""
    found = FRONT.match(text)
    return found[0] if found else text


def changed(now: Sources) -> list[str] | None:
    """The texts that are not as they were; None when all must be made."""
    if not STATE.is_file():
        return None
    before = json.loads(STATE.read_text("utf-8"))
    if before["rest"] != now.rest:
        return None
    return [name for name, digest in now.hashes.items() if before["texts"].get(name) != digest]


def write_stubs(docs: Path, now: Sources, edited: list[str]) -> None:
    """Make the folder for mkdocs: the edited texts, and a stub of each page that a menu or an edited text leads to."""
    wanted = "\n".join(now.texts[name] for name in edited)
    named = set(re.findall(r"#([\w-]+)", wanted))
    for name, text in now.texts.items():
        _write(docs / name, text if name in edited else stub(name, front(text), named))
    for name in set(OF_THE_DECISION_HELPER.findall(wanted)):
        page = f"{wegwijzer_pages.FOLDER}/{name}.md"
        if page not in now.texts and page_file(page).is_file():
            _write(docs / page, stub(page, "---\ntitle: x\n---\n", named))


def stub(name: str, above: str, named: set[str]) -> str:
    """A page of which only its title and its anchors count."""
    anchors = sorted(named.intersection(built_page.read(page_file(name).read_text("utf-8")).anchors))
    return above.removesuffix("---\n") + STUB + "".join(f'<i id="{anchor}"></i>\n' for anchor in anchors)


def page_file(name: str, site: Path = PAGES) -> Path:
    """The built page of a text: over.md is over/index.html."""
    return site / figure_uses.address(Path(), Path(name)).strip("/") / "index.html"


def lost_anchors(now: Sources, edited: list[str], site: Path) -> set[str]:
    """Anchors that an edit took away and that a text still names: then mkdocs must look at all links."""
    lost: set[str] = set()
    for name in edited:
        old, new = (built_page.read(page_file(name, where).read_text("utf-8")).anchors for where in (PAGES, site))
        lost |= old.keys() - new.keys()
    return lost & {name for text in now.texts.values() for name in re.findall(r"#([\w-]+)", text)}


def add_kept(site: Path) -> None:
    """Put the pages that stayed beside those that were made, and the list of all."""
    for file in _lasting(PAGES):
        there = site / file.relative_to(PAGES)
        if file.suffix != ".html" or not there.exists():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, there)


def keep(site: Path, now: Sources, edited: list[str] | None) -> None:
    """Remember the pages as mkdocs made them: all, or those that were edited."""
    STATE.unlink(missing_ok=True)  # what is half written counts for nothing
    if edited is None:
        shutil.rmtree(FOLDER, ignore_errors=True)
    for file in _lasting(site) if edited is None else [page_file(name, site) for name in edited]:
        there = PAGES / file.relative_to(site)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, there)
    STATE.write_text(json.dumps({"rest": now.rest, "texts": now.hashes}), "utf-8")


def make(site: Path, today: date, docs: Path, run: Callable[[], None]) -> None:
    """Make all pages of the site, with as little work for mkdocs (`run`, which reads `docs`) as will do."""
    now = sources(Path("docs"), today)
    edited = changed(now)
    if edited is not None:
        write_stubs(docs, now, edited)
        run()
        if lost_anchors(now, edited, site):
            edited = None
            shutil.rmtree(site)
            shutil.rmtree(docs)
    if edited is None:
        wegwijzer_pages.write(Path("docs"), docs, today)
        run()
    else:
        add_kept(site)
        print(f"Made again: {', '.join(edited) or 'no page'}")
    keep(site, now, edited)


def _lasting(site: Path) -> Iterator[Path]:
    yield from site.rglob("*.html")
    yield from site.glob("sitemap.xml*")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _hash(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
