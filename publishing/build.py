"""The whole build: pages by mkdocs, then plain steps. `python -m publishing.build --out site`.

The new site is made beside the old one and takes its place when it is whole.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import time
from datetime import date, datetime
from pathlib import Path

from calculators import page
from publishing import (
    built_page,
    components,
    compression,
    feed,
    hashed_names,
    headers,
    kept_pages,
    offline,
    publisher,
    pyodide_files,
    qr_library,
    redirects,
    search,
    style_sheets,
    theme_sheet,
    wegwijzer_pages,
)
from publishing.engine import bundle
from publishing.generator import Generator, GeneratorError

DOCS = Path("docs")


class BuildError(Exception):
    """The site cannot be built; the text says why."""


def build(out: Path, today: date, quickly: bool = False, generator: Generator | None = None) -> None:
    """Build the site into `out`; quickly: make again what changed, and pack nothing."""
    try:
        its = publisher.from_settings()
    except publisher.ContactError as error:
        raise BuildError(str(error)) from error
    new = out.with_name(f"{out.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    try:
        with built_page.remembering():
            make(new, today, quickly, generator or Generator())
        replace(out, new)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    if missing := " and ".join(its.lacks()):
        print(f"Warning: {missing} not set; the site says that this copy has no publisher yet.", file=sys.stderr)
    for name in page.overdue(today):
        print(f"Warning: the figure {name} should have been checked again.", file=sys.stderr)


def make(site: Path, today: date, quickly: bool, generator: Generator) -> None:
    """Make the whole site in an empty folder."""
    make_pages(site, today, quickly, generator)
    style_sheets.join(site)
    theme_sheet.join(site)
    for source_map in site.rglob("*.map"):
        source_map.unlink()
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # compress_site makes it the same way as the others
    check_sitemap(site)
    site_url = address_of(site)
    try:
        feed.write(site, site_url, DOCS)
    except feed.FeedError as error:
        raise BuildError(str(error)) from error
    search.build(site, DOCS, today)
    try:
        pyodide_files.check()
    except pyodide_files.ChangedError as error:
        raise BuildError(str(error)) from error
    bundle.build(site, quickly)
    qr_library.write(site)
    components.write(site, today)
    try:  # after the index of the search, which has no use for them
        redirects.write(site, site_url, redirects.read())
    except redirects.RedirectError as error:
        raise BuildError(str(error)) from error
    if not quickly:
        theme_sheet.leave_out_unused(site)
    hashed_names.write(site)
    headers.write(site)
    write_offline(site, today, quickly)
    if not quickly:
        compression.compress_site(site)


def write_offline(site: Path, today: date, quickly: bool) -> None:
    """Let readers keep the site; not where somebody writes, who would see old pages."""
    if quickly or not offline.is_on():
        offline.write_off(site)
    else:
        offline.write(site, today, DOCS)


def make_pages(site: Path, today: date, quickly: bool, generator: Generator) -> None:
    """Let the generator make the pages of the prose and the decision helper together."""
    docs = site.with_name(f"{site.name}.docs")
    shutil.rmtree(docs, ignore_errors=True)
    try:
        if quickly and generator.makes_parts:
            kept_pages.make(site, today, docs, lambda: generator.run(docs, site, today))
        else:
            wegwijzer_pages.write(DOCS, docs, today)
            generator.run(docs, site, today)
    except (wegwijzer_pages.PagesError, GeneratorError) as error:
        raise BuildError(str(error)) from error
    finally:
        shutil.rmtree(docs, ignore_errors=True)


def listed_pages(site: Path) -> set[str]:
    """The addresses in the sitemap."""
    return set(re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8")))


def address_of(site: Path) -> str:
    """The site's own address: that of its home page."""
    return min(listed_pages(site), key=len, default="")


def check_sitemap(site: Path) -> None:
    """Every page stands in the sitemap, and nothing else."""
    listed = listed_pages(site)
    home = address_of(site)
    pages = {
        home + file.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        for file in site.rglob("index.html")
        if file.parent != site
    } | {home}
    if listed != pages:
        raise BuildError(f"sitemap.xml does not fit the pages: {sorted(listed ^ pages)}")


def replace(out: Path, new: Path) -> None:
    """Put the new site in the place of the old one."""
    old = out.with_name(f"{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(prog="python -m publishing.build", description="Build the whole site.")
    parser.add_argument("--out", type=Path, default=Path("site"), help="folder for the site (default: site)")
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="day of the build, YYYY-MM-DD")
    parser.add_argument("--quick", action="store_true", help="make again what changed, pack nothing: for make serve")
    parser.add_argument("--wait", action="store_true", help="load all, and begin when a line comes in: for make serve")
    arguments = parser.parse_args()
    try:
        generator = Generator()
    except GeneratorError as error:
        sys.exit(f"The site was not built.\n{error}")
    if arguments.wait:
        if generator.makes_parts:
            generator.load()
        if not sys.stdin.readline():  # nobody wants us any more
            return
    today = arguments.today or datetime.now().astimezone().date()
    started = time.monotonic()
    try:
        build(arguments.out.resolve(), today, arguments.quick, generator)
    except BuildError as error:
        sys.exit(f"The site was not built.\n{error}")
    print(f"Built {arguments.out} in {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
