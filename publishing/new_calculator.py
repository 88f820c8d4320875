"""Make the folder and the page of a new calculator: ``make calculator NAME=vakantie-dagen``.

What it makes answers at once, by an example rule to write over, and has one worked case that fails until somebody has
worked it out by hand. It changes no file that is there; it prints the three lines that have to go into such files.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Template

ROOT = Path(__file__).parent.parent
SKELETON = ROOT / "setup" / "calculator"
PAGE = "page.md"
IMPORTS = re.compile(r"(?:^from calculators\..*\n)+", re.MULTILINE)
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def main(arguments: list[str] | None = None) -> int:
    """Write the files and print what is left to do; exit 2 for a name that will not do."""
    parser = argparse.ArgumentParser(prog="make calculator", description="Make a new calculator.")
    parser.add_argument("name", help="small letters and dashes: the folder, the address and the command line")
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree to write in (default: this one)")
    given = parser.parse_args(arguments)
    module = given.name.replace("-", "_")
    if not NAME.fullmatch(given.name):
        return _refuse(f"NAME={given.name}: use small letters and dashes, such as NAME=vakantie-dagen")
    if (given.root / "calculators" / module).exists():
        return _refuse(f"calculators/{module}/ is there already")
    words = given.name.replace("-", " ")
    texts = {"name": given.name, "module": module, "title": words.capitalize(), "words": words}
    texts["today"] = date.today().isoformat()
    for path, text in _files(texts):
        (given.root / path).parent.mkdir(parents=True, exist_ok=True)
        (given.root / path).write_text(text, "utf-8")
        print(f"made {path}")
    print(LEFT_TO_DO.substitute(texts))
    return 0


def _files(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every new file by its path in the tree."""
    for file in sorted(SKELETON.iterdir()):
        name = file.name.removesuffix(".txt")
        folder = "docs/rekenhulpen" if name == PAGE else f"calculators/{texts['module']}"
        own_name = f"{texts['name']}.md" if name == PAGE else name
        yield f"{folder}/{own_name}", _sorted_imports(Template(file.read_text("utf-8")).substitute(texts))


def _sorted_imports(text: str) -> str:
    """Return the text with its imports in order: where the new module stands among them hangs on its name."""
    return IMPORTS.sub(lambda block: "".join(sorted(block[0].splitlines(keepends=True))), text)


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 2


LEFT_TO_DO = Template("""
It answers already: .venv/bin/python -m calculators $name eerste-ziektedag=2025-11-24

Three lines are left to add, each in a file that is there:

1. mkdocs.yml, below the last line with rekenhulpen/:
          - $title: rekenhulpen/$name.md

2. docs/rekenhulpen/index.md, below the last item of the list:
- [**$title** Welke vraag beantwoordt hij?]($name.md){ .sw-keuze }

3. calculators/link_maken/pages.toml, below the last page with /rekenhulpen/:
[[pagina]]
adres = "/rekenhulpen/$name/"
titel = "Rekenhulp: $words"
over = "schrijf hier waar de pagina over gaat"

Then work out the case in calculators/$module/cases.toml by hand: it fails until you have.
Write your own rule over the example, and what there is to say in docs/rekenhulpen/$name.md.
`make links` adds the addresses of the page to links.txt. More: "A new calculator" in CONTRIBUTING.md.
""")


if __name__ == "__main__":
    sys.exit(main())
