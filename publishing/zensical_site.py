"""Lets Zensical make the pages, for `GENERATOR=zensical make build` (adr/0014).

Zensical wants all within one folder and knows no --site-dir, so it gets a folder of its own in `build/`: the map of the
site, the texts, and our templates with those of `overrides-zensical/` over them. It goes on after an anchor that is
missing, and says so on the terminal: that is read here, for values behind a # are no anchors.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import yaml

FOLDER = Path("build/zensical")
TEMPLATES = ("overrides", "overrides-zensical")  # the later ones stand over the earlier
# What our extension of Markdown reads, by the paths that it knows.
READ = ("docs", "links.txt", "requirements", "package-lock.json")
OF_ITS_OWN = (  # what it adds to every site, and ours does not use
    "search.json", "assets/javascripts/workers", "assets/stylesheets/modern", "assets/javascripts/LICENSE",
)  # fmt: skip
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
PLACE = re.compile(r"^(Warning|Error): (.*)\n\s*╭─\[ (.+?):(\d+):(\d+) \]", re.MULTILINE)
FOUND = re.compile(r"^(\d+) issues found", re.MULTILINE)


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml with the environment in the place of `!ENV [NAME, otherwise]`."""


def from_environment(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> object:
    """What the environment says, or else the last of the list."""
    *names, otherwise = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


Loader.add_constructor("!ENV", from_environment)


def build(python: Path, docs: Path, site: Path) -> str:
    """Make the pages of a folder of Markdown; return what is wrong, or nothing."""
    folder = FOLDER.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(docs, folder / "pages")
    for name in TEMPLATES:
        shutil.copytree(name, folder / "templates", dirs_exist_ok=True)
    for name in READ:
        (folder / name).symlink_to(Path(name).resolve())
    (folder / "mkdocs.yml").write_text(settings(), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), "NO_COLOR": "1"}
    command = [str(python.with_name("zensical")), "build", "-f", "mkdocs.yml"]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    told = COLOURS.sub("", run.stdout + run.stderr)
    if run.returncode:
        return told
    if complaints := "\n".join(issues(told, folder / "pages")):
        return complaints
    shutil.copytree(folder / "site", site)
    for name in OF_ITS_OWN:
        unwanted = site / name
        shutil.rmtree(unwanted) if unwanted.is_dir() else unwanted.unlink(missing_ok=True)
    return ""


def settings() -> str:
    """mkdocs.yml for the folder in which Zensical works; its classic look is that of Material."""
    given = yaml.load(Path("mkdocs.yml").read_text("utf-8"), Loader)  # noqa: S506 - a SafeLoader with one tag more
    given |= {"docs_dir": "pages", "site_dir": "site", "strict": False}
    given["theme"] |= {"custom_dir": "templates", "variant": "classic"}
    text: str = yaml.safe_dump(given, allow_unicode=True, sort_keys=False)
    return text


def issues(told: str, pages: Path) -> Iterator[str]:
    """What Zensical complains about, but for links with values, which it takes for anchors."""
    places = list(PLACE.finditer(told))
    for _, what, name, line, column in (place.groups() for place in places):
        text = (pages / name).read_text("utf-8").splitlines()[int(line) - 1]
        fragment = text[int(column) - 1 :].partition(")")[0]
        if what != "anchor does not exist" or "=" not in fragment:
            yield f"{name} line {line}: {what}: {fragment}"
    counted = FOUND.search(told)
    if counted and int(counted[1]) != len(places):
        yield f"{counted[1]} issues, of which {len(places)} could be read:\n{told}"
