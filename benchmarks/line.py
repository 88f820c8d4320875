"""A server that counts what it sends, and can be as slow as a telephone on 4G.

The slowness is in the server because Chromium slows down the requests of a page, not those of its workers.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from publishing import server

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

PIECE = 8 * 1024


@dataclass
class Line:
    """The line between server and browser: all connections share its speed."""

    latency: float = 0.0
    bytes_per_second: float = 0.0  # 0 is as fast as it goes
    sent: int = 0
    sent_of: Counter[str] = field(default_factory=Counter)  # bytes by path
    _free_at: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, size: int, path: str) -> None:
        """Count bytes and wait until the line has carried them."""
        with self._lock:
            self.sent += size
            self.sent_of[path] += size
            now = time.monotonic()
            if self.bytes_per_second:
                self._free_at = max(self._free_at, now) + size / self.bytes_per_second
            wait = self._free_at - now
        if wait > 0:
            time.sleep(wait)


class MeasuredWriter:
    """Writes to a browser by way of a line."""

    def __init__(self, raw: server.SiteHandler, line: Line) -> None:
        self._handler = raw
        self._write = raw.wfile.write
        self.flush = raw.wfile.flush
        self.close = raw.wfile.close
        self.closed = False
        self._line = line

    def write(self, data: ReadableBuffer) -> int:
        """Write in pieces, each at its time."""
        content = memoryview(data)
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            self._line.carry(len(piece), getattr(self._handler, "path", ""))
            self._write(piece)
        return len(content)


@contextmanager
def serve(site: Path, line: Line) -> Iterator[str]:
    """Serve a site over a line; yields its address."""

    class Handler(server.SiteHandler):
        def setup(self) -> None:
            super().setup()
            self.wfile = MeasuredWriter(self, line)  # type: ignore[assignment] # all that a handler uses

        def do_GET(self) -> None:  # noqa: N802 - the standard library's name
            time.sleep(line.latency)
            super().do_GET()

    running = server.start(site, handler=Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}"
    finally:
        running.shutdown()
        running.server_close()
