"""How much one machine can serve: `make load`, or `python -m benchmarks.load --seconds 30`.

Debian's nginx serves the built site by `deploy/nginx.conf`, over https, on this machine; wrk asks as fast as it can, on
the same cores. What a visit asks for is not guessed: a browser makes the visit first, and its requests are repeated.
The network is left out: the figures say what the machine can do, and whether something goes wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from publishing import offline
from publishing.nginx_trial import NAME, Nginx, NginxError, deployed

WRK = Path("/usr/bin/wrk")
OUT = Path("build/load.json")
CHROMIUM = "/usr/bin/chromium-headless-shell"
CONNECTIONS = 64
# One visitor reads two pages and asks a calculator; the engine is fetched as soon as a page with one opens.
VISIT = ("/", "/werknemer/mijn-loon/", "/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-02-02")
READING = VISIT[:2]
FIGURES = {
    "requests": r"([\d]+) requests in",
    "per_second": r"Requests/sec:\s+([\d.]+)",
    "p50": r"50%\s+([\d.]+)(us|ms|s)",
    "p99": r"99%\s+([\d.]+)(us|ms|s)",
}
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
WRONG = (r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", r"Non-2xx or 3xx responses: (\d+)")
# wrk takes a script: each thread goes through the list again and again, from a place of its own.
SCRIPT = """
local paths = {%s}
local at = 0
local threads = 0
function setup(thread) thread:set("first", threads * 7); threads = threads + 1 end
function init() at = first end
function request() at = at %% #paths + 1; return wrk.format("GET", paths[at]) end
"""


@dataclass(frozen=True)
class Load:
    """What one run of wrk found."""

    what: str
    requests: int
    per_second: float
    p50_ms: float
    p99_ms: float
    errors: int
    megabytes_per_second: float
    memory_mb: float


@dataclass(frozen=True)
class Asked:
    """What a browser asked for: paths, and the bytes that came in, headers too."""

    paths: tuple[str, ...]
    bytes: int


def visit(browser: Browser, nginx: Nginx, addresses: tuple[str, ...]) -> Asked:
    """Let a browser that was never here read these pages one after the other."""
    context = browser.new_context(ignore_https_errors=True, service_workers="block")
    page = context.new_page()
    paths: list[str] = []
    total = 0
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    context.on("request", lambda request: paths.append(urlsplit(request.url).path))
    for address in addresses:
        page.goto(f"https://127.0.0.1:{nginx.port}{address}", wait_until="networkidle")
        page.wait_for_timeout(1500)  # the worker's files come after the page's
    total = round(sum(received))
    context.close()
    return Asked(tuple(path for path in paths if path.startswith("/")), total)


def wrk(nginx: Nginx, what: str, paths: tuple[str, ...], seconds: int, script: Path) -> Load:
    """Ask for these paths, round and round, as a browser asks: packed."""
    script.write_text(SCRIPT % ", ".join(json.dumps(path) for path in paths), "utf-8")
    most = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(1):
            most = max(most, nginx.memory())

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        command: list[str | Path] = [WRK, "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", script]
        asks = ["-H", f"Host: {NAME}", "-H", "Accept-Encoding: gzip, br", f"https://127.0.0.1:{nginx.port}"]
        output = subprocess.run([*command, *asks], capture_output=True, text=True, check=True).stdout
    finally:
        done.set()
        watching.join()
    return read(what, output, most)


def read(what: str, output: str, memory: int) -> Load:
    """Read what wrk prints."""
    found = {name: re.search(pattern, output) for name, pattern in FIGURES.items()}
    if not all(found.values()):
        raise ValueError(f"wrk says something else than it did:\n{output}")
    numbers = {name: float(one[1]) * MILLISECONDS.get(one[one.re.groups], 1.0) for name, one in found.items() if one}
    errors = sum(int(number) for pattern in WRONG for one in re.findall(pattern, output) for number in flat(one))
    transfer = re.search(r"Transfer/sec:\s+([\d.]+)([KMG]?)B", output)
    scale = {"": 1e-6, "K": 1.024e-3, "M": 1.048576, "G": 1073.741824}
    megabytes = float(transfer[1]) * scale[transfer[2]] if transfer else 0.0
    return Load(
        what,
        int(numbers["requests"]),
        numbers["per_second"],
        numbers["p50"],
        numbers["p99"],
        errors,
        megabytes,
        memory / 1e6,
    )


def flat(found: str | tuple[str, ...]) -> Iterator[str]:
    """One group or several, as re.findall gives them."""
    yield from (found,) if isinstance(found, str) else found


def main() -> int:
    """Measure and print a table; exit 1 when an answer was wrong."""
    parser = argparse.ArgumentParser(prog="make load", description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    parser.add_argument("--seconds", type=int, default=30, help="for each of the three (default: %(default)s)")
    given = parser.parse_args()
    if not WRK.exists():
        sys.exit("wrk is missing. Run: apt-get install --no-install-recommends wrk")
    try:
        with (
            tempfile.TemporaryDirectory(prefix="spoorwijzer-load-") as folder,
            deployed(given.site, Path(folder)) as nginx,
        ):
            return measure(nginx, given.site, given.seconds, Path(folder) / "paths.lua")
    except NginxError as error:
        sys.exit(str(error))


def measure(nginx: Nginx, site: Path, seconds: int, script: Path) -> int:
    """Make the visits, then the three runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        visits = {
            "one page": visit(browser, nginx, VISIT[:1]),
            "two pages": visit(browser, nginx, READING),
            "two pages and a calculator": visit(browser, nginx, VISIT),
        }
        browser.close()
    for what, one in visits.items():
        print(f"A first visit of {what}: {len(one.paths)} requests, {one.bytes / 1e6:.3f} MB")
    folders = [file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")]
    pages = tuple(f"/{folder}/".replace("/./", "/") for folder in folders)
    largest = sorted(offline.engine_files(site), key=lambda file: file.stat().st_size)[-3:]
    engine = tuple(f"/assets/engine/{file.name}" for file in largest)
    before = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load before {before:.2f}, {seconds} s each, {CONNECTIONS} connections, https")
    print(f"{'':22}{'requests/s':>11}{'p50 ms':>9}{'p99 ms':>9}{'errors':>8}{'MB/s':>9}{'memory MB':>11}")
    loads = []
    mixed = visits["two pages and a calculator"].paths
    for what, paths in {"pages": pages, "engine files": engine, "whole visits": mixed}.items():
        load = wrk(nginx, what, paths, seconds, script)
        loads.append(load)
        line = f"{load.p50_ms:>9.1f}{load.p99_ms:>9.1f}{load.errors:>8}{load.megabytes_per_second:>9.0f}"
        print(f"{what:22}{load.per_second:>11.0f}{line}{load.memory_mb:>11.0f}")
    print(f"That is {loads[-1].per_second / len(mixed):.0f} whole visits a second.")
    OUT.parent.mkdir(exist_ok=True)
    figures = {name: {"requests": len(one.paths), "bytes": one.bytes} for name, one in visits.items()}
    measured = {"load_before": before, "measured_at": time.strftime("%Y-%m-%d"), "visits": figures}
    OUT.write_text(json.dumps(measured | {"runs": [asdict(load) for load in loads]}, indent=1), "utf-8")
    return int(any(load.errors for load in loads))


if __name__ == "__main__":
    sys.exit(main())
