"""The site on nginx, as Debian installs it and with our nginx-headers.conf: nothing else has to be set."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from publishing import headers
from publishing.nginx_trial import NGINX, configuration, free_port, running
from tests.conftest import Visitor
from tests.site.test_server import ask

SERVER = "server {{ listen 127.0.0.1:{port}; root {site}; include {include}; }}"


@pytest.fixture(scope="module")
def nginx(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an nginx that serves the site."""
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    configuration(folder, SERVER.format(port=port, site=site_dir, include=site_dir / "nginx-headers.conf"))
    with running(folder, port):
        yield f"http://127.0.0.1:{port}"


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
    assert {kind.partition(";")[0] for kind in types.values()} == {"text/javascript"}, types


def test_nginx_gives_every_kind_of_file_the_type_that_our_own_server_gives(
    nginx: str, server: str, site_dir: Path
) -> None:
    packed = {".br", ".gz"}
    one_of_each = {file.suffix: file for file in sorted(site_dir.rglob("*.*")) if file.suffix not in packed}
    del one_of_each[".conf"]
    for file in one_of_each.values():
        path = f"/{file.relative_to(site_dir).as_posix()}".removesuffix("index.html")
        there, ours = (ask(one, path, method="HEAD")[0].headers["Content-Type"] for one in (nginx, server))
        assert there.partition(";")[0] == ours.partition(";")[0], path


@pytest.mark.parametrize(
    "path",
    ["/", "/assets/icon.svg", "/manifest.json", "/service-worker.js", "/wijzigingen/feed.xml",
     "/bestaat-niet/", "/assets/bestaat-niet.js", "/werknemer", "/assets/"],
)  # fmt: skip
def test_nginx_sends_the_headers_of_our_own_server(nginx: str, server: str, path: str, site_dir: Path) -> None:
    answer, ours = ask(nginx, path)[0], ask(server, path)[0]
    assert answer.status == ours.status
    for name in (*headers.read(site_dir), "Cache-Control", "Location"):
        assert answer.headers[name] == ours.headers[name], name


def test_nginx_keeps_names_with_a_hash_for_ever(nginx: str, site_dir: Path) -> None:
    [wasm] = (site_dir / "assets" / "engine").glob("pyodide.*.wasm")
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
    written = configuration(tmp_path, SERVER.format(port=free_port(), site=site_dir, include=include))
    done = subprocess.run([NGINX, "-t", "-c", written], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
