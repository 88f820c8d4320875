"""`make bench`: prints a table and writes build/bench.json.

The contenders take turns within one run, so that a busy moment of the machine hits both; only the
ratios say something about the site, the times are those of the machine.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Playwright, sync_playwright

from benchmarks.contenders import make_javascript_site, make_stock_site
from benchmarks.line import Line, serve
from benchmarks.memory import megabytes
from benchmarks.slow_cpu import slowed_down
from benchmarks.visit import SETTLED, first_answer, follow_a_link, fresh_browser, next_answers
from publishing import build

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
RESULT = ROOT / "build" / "bench.json"
PAGE = "/rekenhulpen/tijdlijn/"
READING_PAGE = "/rekenhulpen/"
LINK = "main a[href$='tijdlijn/']"
PROFILES = ("plain", "net4g", "cpu4", "via")
CONTENDERS = ("stock", "ours", "javascript")
DAYS = [(date(2025, 1, 6) + timedelta(days=3 * number)).isoformat() for number in range(60)]

MEASURED = ("cold_ms", "warm_ms", "bytes", "net4g_ms", "cpu4_ms", "via_ms")
MEMORY = ("memory_browser_mb", "memory_page_mb")

type Times = dict[tuple[str, str], list[float]]  # (contender, measure) -> one value per run


def main() -> None:
    """Read the command line, measure, print and write."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--profiles", nargs="+", choices=PROFILES, default=PROFILES)
    asked = options.parse_args()
    sites = {"stock": WORK / "stock", "ours": WORK / "site", "javascript": WORK / "javascript"}
    build.build(sites["ours"], datetime_today())
    make_stock_site(sites["ours"], sites["stock"])
    make_javascript_site(sites["ours"], sites["javascript"])
    times: Times = defaultdict(list)
    files: Counter[str] = Counter()
    with sync_playwright() as playwright:
        for number in range(asked.runs):
            for contender in sorted(sites, reverse=bool(number % 2)):
                for profile in asked.profiles:
                    MEASURES[profile](playwright, contender, sites[contender], times)
            print(f"run {number + 1} of {asked.runs} done", flush=True)
        before, after = reading_page_bytes(playwright, sites["ours"])
        times["ours", "reading_page_bytes"].append(before)
        times["ours", "reading_page_idle_bytes"].append(after)
        files = bytes_of_files(playwright, sites["ours"])
    found = summary(times, asked.runs) | {"files": dict(files.most_common())}
    RESULT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    print(table(times, found))
    print("\nbytes of a first visit:", *(f"{size:>12,}  {path}" for path, size in files.most_common()), sep="\n")


def datetime_today() -> date:
    """Return the day on this machine."""
    return date.fromtimestamp(time.time())  # noqa: DTZ012 - the day of the reader, not of UTC


def measure_plain(playwright: Playwright, contender: str, site: Path, times: Times) -> None:
    """First visit, second visit with the same profile, bytes of the first, and answers after the first."""
    line = Line()
    with serve(site, line) as address, fresh_browser(playwright) as (context, profile):
        page, cold = first_answer(context, address + PAGE)
        times[contender, "cold_ms"].append(cold)
        times[contender, "bytes"].append(line.sent)
        for process, size in megabytes(profile).items():
            times[contender, f"memory_{process}_mb"].append(size)
        if contender == "ours":
            answers = next_answers(page, DAYS)
            times[contender, "answer_python_ms"] += [python for python, _ in answers]
            times[contender, "answer_shown_ms"] += [shown for _, shown in answers]
        time.sleep(SETTLED)
        page.close()
        page, warm = first_answer(context, address + PAGE)
        times[contender, "warm_ms"].append(warm)


def measure_net4g(playwright: Playwright, contender: str, site: Path, times: Times) -> None:
    """First visit over 9 Mbit/s with 170 ms of delay."""
    with (
        serve(site, Line(latency=0.17, bytes_per_second=9e6 / 8)) as address,
        fresh_browser(playwright) as (context, _),
    ):
        times[contender, "net4g_ms"].append(first_answer(context, address + PAGE)[1])


def measure_cpu4(playwright: Playwright, contender: str, site: Path, times: Times) -> None:
    """First visit on a processor four times slower."""
    with (
        serve(site, Line()) as address,
        fresh_browser(playwright) as (context, profile),
        slowed_down(profile, factor=4),
    ):
        times[contender, "cpu4_ms"].append(first_answer(context, address + PAGE)[1])


def measure_via(playwright: Playwright, contender: str, site: Path, times: Times) -> None:
    """The calculator after a page to read, by its link."""
    with serve(site, Line()) as address, fresh_browser(playwright) as (context, _):
        times[contender, "via_ms"].append(follow_a_link(context, address + READING_PAGE, LINK))


MEASURES = {"plain": measure_plain, "net4g": measure_net4g, "cpu4": measure_cpu4, "via": measure_via}


def reading_page_bytes(playwright: Playwright, site: Path) -> tuple[int, int]:
    """Return what a first visit to the home page brings over the line, and with what follows when it is idle."""
    line = Line()
    with serve(site, line) as address, fresh_browser(playwright) as (context, _):
        context.new_page().goto(address, wait_until="load")
        before = line.sent
        time.sleep(10 * SETTLED)
    return before, line.sent


def bytes_of_files(playwright: Playwright, site: Path) -> Counter[str]:
    """Return what each file of a first visit to the calculator brings over the line, with its headers."""
    line = Line()
    with serve(site, line) as address, fresh_browser(playwright) as (context, _):
        first_answer(context, address + PAGE)
        time.sleep(SETTLED)
    return line.sent_of


def summary(times: Times, runs: int) -> dict[str, object]:
    """Return the numbers in the shape that others read; what was not measured is null."""

    def middle(contender: str, measure: str) -> float | None:
        values = times[contender, measure]
        return round(median(values), 1) if values else None

    def ratio(measure: str) -> float | None:
        ours, stock = middle("ours", measure), middle("stock", measure)
        return round(ours / stock, 3) if ours and stock else None

    def p95(measure: str) -> float | None:
        values = times["ours", measure]
        return round(quantiles(values, n=20)[-1], 1) if values else None

    shared = ("cold_ms", "warm_ms", "bytes", "net4g_ms", "cpu4_ms", "via_ms", *MEMORY)
    return {
        **{contender: {measure: middle(contender, measure) for measure in shared} for contender in CONTENDERS},
        "ratios": {measure.removesuffix("_ms"): ratio(measure) for measure in MEASURED},
        "answer_python_p95_ms": p95("answer_python_ms"),
        "answer_shown_p95_ms": p95("answer_shown_ms"),
        "reading_page_bytes": int(times["ours", "reading_page_bytes"][0]),
        "reading_page_idle_bytes": int(times["ours", "reading_page_idle_bytes"][0]),
        "runs": runs,
    }


def table(times: Times, found: dict[str, object]) -> str:
    """Return the medians of the contenders side by side, ours as part of stock's, and the other numbers below."""
    lines = [f"{'median':<20}" + "".join(f"{contender:>12}" for contender in CONTENDERS) + f"{'ratio':>8}"]
    for measure in (*MEASURED, *MEMORY):
        if times["ours", measure]:
            values = [median(times[contender, measure]) for contender in CONTENDERS]
            cells = "".join(f"{value:>12,.0f}" for value in values)
            lines.append(f"{measure:<20}{cells}{values[1] / values[0]:>8.2f}")
    rest = ("answer_python_p95_ms", "answer_shown_p95_ms", "reading_page_bytes", "reading_page_idle_bytes", "runs")
    return "\n".join([*lines, "", *(f"{name}: {found[name]}" for name in rest)])


if __name__ == "__main__":
    main()
