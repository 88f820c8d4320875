"""A processor four times slower: stops the browser's processes three quarters of the time.

Chromium can slow down a page's main thread itself, but not a worker, which is where Python runs.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PERIOD = 0.04


def processes_of(profile: Path) -> set[int]:
    """Return the browser that was started with this profile, and all that it started."""
    parents: dict[int, int] = {}
    found: set[int] = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if f"--user-data-dir={profile}" in (folder / "cmdline").read_text().split("\0"):
                found.add(int(folder.name))
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


@contextmanager
def slowed_down(profile: Path, factor: int) -> Iterator[None]:
    """Give the browser with this profile one part in ``factor`` of its time."""
    over = threading.Event()
    processes: set[int] = set()

    def send(sent: signal.Signals) -> None:
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, sent)

    def stop_and_go() -> None:
        periods = 0
        while not over.is_set():
            if periods % 5 == 0:  # a new page is a new process
                processes.update(processes_of(profile))
            periods += 1
            send(signal.SIGSTOP)
            time.sleep(PERIOD * (factor - 1) / factor)
            send(signal.SIGCONT)
            time.sleep(PERIOD / factor)

    thread = threading.Thread(target=stop_and_go)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
