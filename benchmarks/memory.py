"""Memory of the two processes that matter: the browser itself, and the one that holds the page and its worker."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from benchmarks.slow_cpu import processes_of

KILOBYTES = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


def megabytes(profile: Path) -> dict[str, float]:
    """Return the share of memory of the browser with this profile (``browser``) and of its largest ``page``."""
    pages = [0.0]
    browser = 0.0
    for process in processes_of(profile):
        with suppress(OSError, IndexError):
            command = Path(f"/proc/{process}/cmdline").read_text("utf-8")
            size = int(KILOBYTES.findall(Path(f"/proc/{process}/smaps_rollup").read_text("utf-8"))[0]) / 1000
            if "--type=renderer" in command:
                pages.append(size)
            elif "--type=" not in command:
                browser = max(browser, size)
    return {"browser": browser, "page": max(pages)}
