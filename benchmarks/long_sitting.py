"""`python -m benchmarks.long_sitting`: a thousand answers in one sitting, and the memory in use meanwhile.

Counted are all processes of the browser (Pss: what several share counts once), after its rubbish was collected, and
the part of the page's own script. What grows with every answer would be thrown away by a telephone sooner or later.
"""

from __future__ import annotations

import argparse
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import CDPSession, sync_playwright

from benchmarks.visit import CHANGE, first_answer, fresh_browser
from publishing import server

PAGE = "/rekenhulpen/tijdlijn/"
ANSWERS = 1000
EACH = 100  # answers between two looks
DAYS = [(date(2024, 1, 1) + timedelta(days=number)).isoformat() for number in range(EACH)]


def descendants(process: int) -> Iterator[int]:
    """The process and all that it started, and they started."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from descendants(int(child))


def in_use(process: int) -> float:
    """Megabytes of memory of a process and its descendants."""
    kilobytes = 0
    for one in descendants(process):
        with suppress(OSError, StopIteration):
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            kilobytes += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / 1000


def of_script(session: CDPSession) -> float:
    """Megabytes of memory that the page's own script uses."""
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize")) / 1e6


def browser_with(profile: Path) -> int:
    """The first process of the browser with this profile."""
    for process in sorted(Path("/proc").glob("[0-9]*"), key=lambda one: int(one.name)):
        with suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if f"--user-data-dir={profile}".encode() in words and not any(
                word.startswith(b"--type=") for word in words
            ):
                return int(process.name)
    raise RuntimeError("the browser is not there")


def main() -> None:
    """Ask, look, print."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.long_sitting", description=__doc__)
    options.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    running = server.start(options.parse_args().site.resolve())
    threading.Thread(target=running.serve_forever, daemon=True).start()
    with sync_playwright() as playwright, fresh_browser(playwright) as (context, profile):
        page, _ = first_answer(context, f"http://127.0.0.1:{running.server_address[1]}{PAGE}")
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        process = browser_with(profile)
        print("answers   browser MB   script MB")
        for answers in range(0, ANSWERS + 1, EACH):
            if answers:
                page.evaluate(CHANGE, DAYS)
            script = of_script(session)
            print(f"{answers:7}   {in_use(process):10.1f}   {script:9.2f}", flush=True)


if __name__ == "__main__":
    main()
