"""Serves a built site the way a production host does: same headers, compression and types."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import shutil
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO
from urllib.parse import SplitResult, unquote, urlsplit

from publishing import headers

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
LONGEST_PATH = 255  # what a file system takes for one name; no page comes near it
ENCODINGS = (("br", "br"), ("gzip", "gz"))


class SiteHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the folder of the site."""

    protocol_version = "HTTP/1.1"
    server_version = "spoorwijzer"
    sys_version = ""
    site: Path
    always: Mapping[str, str] = MappingProxyType({})  # the headers of every answer, read from the site

    def do_GET(self) -> None:
        """Answer; while a new site takes the place of the old one, wait for it."""
        for _ in range(50):
            try:
                self.always = headers.read(self.site)
                self.answer(urlsplit(self.path))
            except FileNotFoundError:
                time.sleep(0.1)
            else:
                return
        self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)

    do_HEAD = do_GET  # noqa: N815 - the standard library's name

    def answer(self, address: SplitResult) -> None:
        """Answer with the file, a redirect to the folder's address, or the page for a wrong address."""
        file = self.find(unquote(address.path))
        if file is None:
            self.send_file(self.site / "404.html", HTTPStatus.NOT_FOUND)
        elif file.is_dir():
            query = f"?{address.query}" if address.query else ""
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{address.path.strip('/')}/{query}")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_file(file, HTTPStatus.OK)

    def find(self, path: str) -> Path | None:
        """The file for an address; a folder means: the same address with a slash behind it."""
        if "\0" in path or len(path) > LONGEST_PATH or path in ("/_headers", "/nginx-headers.conf"):
            return None
        file = (self.site / path.lstrip("/")).resolve()
        if not file.is_relative_to(self.site):
            return None
        if file.is_dir():
            index = file / "index.html"
            if not index.is_file():
                return None
            return index if path.endswith("/") else file
        return file if file.is_file() and not path.endswith("/") else None

    def send_file(self, file: Path, status: HTTPStatus) -> None:
        """Send a file, in the smallest encoding that the reader's browser takes."""
        wanted = {part.split(";")[0].strip() for part in self.headers.get("Accept-Encoding", "").split(",")}
        sent, encoding = file, None
        for name, ending in ENCODINGS:
            copy = file.with_name(f"{file.name}.{ending}")
            if name in wanted and copy.is_file():
                sent, encoding = copy, name
                break
        with sent.open("rb") as content:
            self.send_content(content, file.name, encoding, status)

    def send_content(self, content: BinaryIO, name: str, encoding: str | None, status: HTTPStatus) -> None:
        """Send an open file, or only say that the reader has it already."""
        facts = os.fstat(content.fileno())
        tag = hashlib.sha256(f"{encoding} {facts.st_mtime_ns} {facts.st_size}".encode()).hexdigest()[:16]
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == f'"{tag}"':
            status = HTTPStatus.NOT_MODIFIED
        self.send_response(status)
        if status is not HTTPStatus.NOT_MODIFIED:
            guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
            self.send_header("Content-Type", TYPES.get(Path(name).suffix, guessed))
            self.send_header("Content-Length", str(facts.st_size))
            if encoding:
                self.send_header("Content-Encoding", encoding)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("ETag", f'"{tag}"')
        self.send_header("Cache-Control", headers.cache_control(name))
        self.end_headers()
        if self.command == "GET" and status is not HTTPStatus.NOT_MODIFIED:
            shutil.copyfileobj(content, self.wfile)

    def end_headers(self) -> None:
        """Add the headers of every answer."""
        for name, value in self.always.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Keep no log: what people look for here is nobody's business."""


class SiteServer(ThreadingHTTPServer):
    """A server that does not complain when a reader walks away."""

    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A closed connection is not an error."""


def start(
    site: Path, port: int = 0, host: str = "127.0.0.1", handler: Callable[..., SiteHandler] = SiteHandler
) -> SiteServer:
    """A server for this site, not yet serving; port 0 takes a free one."""
    handler_for_site = type("Handler", (handler,), {"site": site.resolve()})  # type: ignore[arg-type]
    return SiteServer((host, port), handler_for_site)
