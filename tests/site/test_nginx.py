"""The site on nginx, as Debian installs it and with our nginx-headers.conf: nothing else has to be set."""

from __future__ import annotations

import os
import re
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from publishing import headers
from tests.conftest import Visitor
from tests.engine.conftest import wait_until
from tests.site.test_server import ask

NGINX = "/usr/sbin/nginx"
DEBIANS = Path("/etc/nginx/nginx.conf")
SERVER = "server {{ listen 127.0.0.1:{port}; root {site}; include {include}; }}"


def configuration(folder: Path, site: Path, port: int, include: Path) -> Path:
    """Debian's own nginx.conf, with our server in the place of those of this machine, and its files in a folder."""
    if not Path(NGINX).exists():
        pytest.fail("nginx is missing. Run: apt-get install --no-install-recommends nginx", pytrace=False)
    text = DEBIANS.read_text("utf-8")
    user = "user root;" if os.getuid() == 0 else ""  # may read the folders of the tests; nobody else changes users
    ours = SERVER.format(port=port, site=site, include=include)
    for line, instead in (
        (r"^user .*;", user),
        (r"^pid .*;", f"pid {folder}/pid;"),
        (r"^error_log .*;", f"error_log {folder}/error.log;"),
        (r"^\s*access_log .*;", f"access_log {folder}/access.log;"),
        (r"^\s*include /etc/nginx/conf\.d/.*;", ""),
        (r"^\s*include /etc/nginx/sites-enabled/.*;", ours),
    ):
        text, found = re.subn(line, instead, text, flags=re.MULTILINE)
        assert found, f"{DEBIANS} has no such line any more: {line}"
    written = folder / "nginx.conf"
    written.write_text(f"daemon off;\n{text}", "utf-8")
    return written


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Say whether somebody listens to a port."""
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def nginx(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an nginx that serves the site."""
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    written = configuration(folder, site_dir, port, site_dir / "nginx-headers.conf")
    with subprocess.Popen([NGINX, "-p", folder, "-c", written], stderr=subprocess.PIPE) as running:
        wait_until(lambda: answers(port) or running.poll() is not None, "nginx answers")
        if running.poll() is not None and running.stderr:
            pytest.fail(f"nginx does not start:\n{running.stderr.read().decode()}", pytrace=False)
        yield f"http://127.0.0.1:{port}"
        running.terminate()


def test_a_calculator_answers_on_nginx_as_debian_installs_it(visitor: Callable[..., Visitor], nginx: str) -> None:
    reader = visitor()
    reader.base = nginx
    page = reader.open("/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-02-02&peildatum=2026-11-21")
    expect(page.locator("form[data-rekenhulp]")).to_have_attribute("data-status", "klaar", timeout=60_000)
    expect(page.locator("[data-hoofdzin]")).to_contain_text("31 januari 2028")
    assert reader.violations() == []
    assert reader.errors == []


def test_every_script_of_the_site_has_a_type_that_nginx_knows(nginx: str, site_dir: Path) -> None:
    scripts = [file for file in site_dir.rglob("*") if file.suffix in {".js", ".mjs", ".cjs"}]
    types = {
        file.name: ask(nginx, f"/{file.relative_to(site_dir).as_posix()}", method="HEAD")[0].headers["Content-Type"]
        for file in scripts
    }
    assert {kind.partition(";")[0] for kind in types.values()} == {"application/javascript"}, types


@pytest.mark.parametrize("path", ["/", "/assets/icon.svg", "/bestaat-niet/", "/werknemer", "/assets/"])
def test_nginx_sends_the_headers_of_our_own_server(nginx: str, server: str, path: str, site_dir: Path) -> None:
    answer, ours = ask(nginx, path)[0], ask(server, path)[0]
    assert answer.status == ours.status
    for name in (*headers.read(site_dir), "Cache-Control", "Location"):
        assert answer.headers[name] == ours.headers[name], name


def test_nginx_keeps_names_with_a_hash_for_ever(nginx: str, site_dir: Path) -> None:
    [wasm] = (site_dir / "assets" / "engine").glob("*.wasm")
    assert ask(nginx, f"/assets/engine/{wasm.name}")[0].headers["Cache-Control"] == headers.FOR_EVER


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_nginx_tells_stores_on_the_way_that_packed_and_plain_differ(nginx: str, encoding: str) -> None:
    answer, _ = ask(nginx, "/over/", Accept_Encoding=encoding)
    assert answer.headers.get("Content-Encoding", "identity") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("name", ["index.html", "assets/site.*.css", "assets/site.*.js", "wijzigingen/feed.xml"])
def test_nginx_names_the_encoding_of_every_text(nginx: str, site_dir: Path, name: str) -> None:
    [file] = [one for one in site_dir.glob(name) if one.suffix not in {".br", ".gz"}]
    address = file.relative_to(site_dir).as_posix().removesuffix("index.html")
    assert ask(nginx, f"/{address}")[0].headers["Content-Type"].lower().endswith("; charset=utf-8")


@pytest.mark.parametrize("path", ["/_headers", "/nginx-headers.conf"])
def test_nginx_shows_no_file_that_is_for_the_host(nginx: str, path: str) -> None:
    answer, body = ask(nginx, path)
    assert answer.status == 404
    assert "default-src" not in body.decode().partition("</head>")[2]


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/assets/", "/l/"])
def test_nginx_answers_a_wrong_address_and_a_folder_without_a_page_in_dutch(nginx: str, path: str) -> None:
    answer, body = ask(nginx, path)
    assert answer.status == 404
    assert "Deze pagina is er niet" in body.decode()


def test_what_the_file_for_nginx_suggests_can_be_switched_on(site_dir: Path, tmp_path: Path) -> None:
    text = (site_dir / "nginx-headers.conf").read_text("utf-8")
    assert "# brotli_static on;" in text
    assert "# access_log off;" in text
    include = tmp_path / "with-suggestion.conf"
    include.write_text(text.replace("# access_log off;", "access_log off;"), "utf-8")
    written = configuration(tmp_path, site_dir, free_port(), include)
    done = subprocess.run([NGINX, "-t", "-p", tmp_path, "-c", written], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
