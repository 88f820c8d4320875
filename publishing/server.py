"""Serves a built site the way a production host does: same headers, compression and types.

WhiteNoise finds the file, knows its type and its packed copies, and answers to what a browser has already. It is used
without WSGI: the standard library's WSGI server makes a connection for each file, which no host does any more.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit
from wsgiref.headers import Headers

from whitenoise import WhiteNoise
from whitenoise.responders import MissingFileError, Redirect

from publishing import headers

WRONG_ADDRESS = "/404.html"


class SiteHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the folder of the site."""

    protocol_version = "HTTP/1.1"
    server_version = "spoorwijzer"
    sys_version = ""
    site: Path
    files: WhiteNoise
    always: Mapping[str, str] = MappingProxyType({})  # the headers of this answer that do not depend on its content

    def do_GET(self) -> None:
        """Answer; while a new site takes the place of the old one, wait for it."""
        for _ in range(50):
            try:
                self.answer()
            except (FileNotFoundError, MissingFileError):
                time.sleep(0.1)
            else:
                return
        self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)

    do_HEAD = do_GET  # noqa: N815 - the standard library's name

    def answer(self) -> None:
        """Answer with the file, a redirect to the folder's address, or the page for a wrong address."""
        address = urlsplit(self.path)
        path = unquote(address.path)
        found = None if path.lstrip("/") in headers.OF_THE_HOST else self.files.find_file(path)
        if isinstance(found, Redirect):
            folder = path.removesuffix("index.html").rstrip("/")
            query = f"?{address.query}" if address.query else ""
            sent = {"Location": f"{folder}/{query}", "Content-Length": "0", "Cache-Control": headers.ASK_AGAIN}
            self.send(HTTPStatus.MOVED_PERMANENTLY, sent.items())
        elif found:
            response = found.get_response(self.command, self.asked("If-None-Match", "Range", "Accept-Encoding"))
            self.send(response.status, response.headers, response.file, path)
        else:
            page = self.files.get_static_file(str(self.site / WRONG_ADDRESS.strip("/")), WRONG_ADDRESS)
            response = page.get_response(self.command, self.asked("Accept-Encoding"))
            self.send(HTTPStatus.NOT_FOUND, response.headers, response.file)

    def asked(self, *names: str) -> dict[str, str]:
        """What the browser sent, by the names that WSGI gives it."""
        return {f"HTTP_{name.upper().replace('-', '_')}": self.headers[name] for name in names if name in self.headers}

    def send(self, status: HTTPStatus, sent: Iterable[tuple[str, str]], content: Any = None, path: str = "") -> None:
        """Send an answer; `content` is an open file, or nothing, and `path` its place when it may be no page."""
        with content or nullcontext():
            self.always = headers.of_file(path, headers.read(self.site))
            self.send_response(status)
            for name, value in sent:
                self.send_header(name, value)
            self.end_headers()
            if content:
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


def keep_or_ask_again(sent: Headers, path: str, url: str) -> None:  # noqa: ARG001 - WhiteNoise gives it
    """Say how long a browser may keep a file."""
    sent["Cache-Control"] = headers.cache_control(path)


def start(
    site: Path, port: int = 0, host: str = "127.0.0.1", handler: Callable[..., SiteHandler] = SiteHandler
) -> SiteServer:
    """A server for this site, not yet serving; port 0 takes a free one."""
    site = site.resolve()
    files = WhiteNoise(
        None,
        autorefresh=True,  # a build may change the site at any time
        root=site,
        index_file=True,
        max_age=None,
        allow_all_origins=False,
        mimetypes=headers.MORE_TYPES,
        add_headers_function=keep_or_ask_again,
    )
    handler_for_site = type("Handler", (handler,), {"site": site, "files": files})  # type: ignore[arg-type]
    return SiteServer((host, port), handler_for_site)
