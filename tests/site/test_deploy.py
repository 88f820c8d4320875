"""deploy/nginx.conf and deploy/release.sh, as the guide says to use them, on Debian's nginx."""

from __future__ import annotations

import gzip
import os
import re
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import expect

from publishing import headers
from publishing.nginx_trial import (
    NAME,
    Nginx,
    configuration,
    deployed,
    free_port,
    make_certificate,
    release,
    running,
    servers_of_deploy,
)
from tests.conftest import ROOT, Visitor

ASKS_FOR = {"Host": NAME}


@pytest.fixture(scope="module")
def host(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The site on nginx, by the files in deploy/."""
    with deployed(site_dir, tmp_path_factory.mktemp("host")) as nginx:
        yield nginx


def ask(nginx: Nginx, path: str, **sent: str) -> tuple[HTTPResponse, bytes]:
    """One request over https, nothing followed and nothing unpacked."""
    whatever = ssl.create_default_context(cafile=nginx.folder / "fullchain.pem")
    whatever.check_hostname = False  # the certificate is ours, for another name than this machine's
    connection = HTTPSConnection("127.0.0.1", nginx.port, timeout=10, context=whatever)
    connection.request("GET", path, headers=ASKS_FOR | {name.replace("_", "-"): text for name, text in sent.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_every_page_of_the_site_is_there_with_its_type(host: Nginx, every_address: list[str]) -> None:
    for address in every_address[:-1]:
        answer, _ = ask(host, address)
        assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8"), address


@pytest.mark.parametrize(
    "path", ["/", "/assets/icon.svg", "/assets/site.css", "/bestaat-niet/", "/werknemer", "/assets/"]
)
def test_every_answer_has_the_security_headers_and_asks_for_https(host: Nginx, path: str, site_dir: Path) -> None:
    answer, _ = ask(host, path)
    sent = headers.read(site_dir)
    for name, value in (headers.of_file(path, sent) if answer.status == HTTPStatus.OK else sent).items():
        assert answer.headers.get_all(name) == [value]
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert answer.headers["Server"] == "nginx"  # and no version


def test_a_file_comes_in_brotli_where_the_module_is_and_else_in_gzip(host: Nginx, site_dir: Path) -> None:
    plain, text = ask(host, "/")
    zipped, small = ask(host, "/", Accept_Encoding="gzip")
    best, smallest = ask(host, "/", Accept_Encoding="gzip, br")
    assert (plain.headers["Content-Encoding"], zipped.headers["Content-Encoding"]) == (None, "gzip")
    assert best.headers["Content-Encoding"] == "br"
    assert gzip.decompress(small) == brotli.decompress(smallest) == text == (site_dir / "index.html").read_bytes()
    assert {one.headers["Vary"] for one in (plain, zipped, best)} == {"Accept-Encoding"}


def test_without_the_module_for_brotli_it_runs_as_well_and_sends_gzip(site_dir: Path, tmp_path: Path) -> None:
    make_certificate(tmp_path)
    done = release(tmp_path, str(site_dir), RELOAD="true", BROTLI_MODULE="no such file")
    assert done.returncode == 0, done.stderr
    port = free_port()
    configuration(tmp_path, servers_of_deploy(tmp_path, free_port(), port))
    with running(tmp_path, port) as nginx:
        answer, _ = ask(nginx, "/", Accept_Encoding="gzip, br")
        assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/assets/", "/l/", "/assets/engine/weg.0123456789ab.js"])
def test_what_is_not_there_gets_the_page_for_a_wrong_address(host: Nginx, path: str) -> None:
    answer, body = ask(host, path)
    assert answer.status == 404
    assert "Deze pagina is er niet" in body.decode()
    assert answer.headers["Cache-Control"] == headers.ASK_AGAIN or "assets/engine" in path


@pytest.mark.parametrize("path", ["/_headers", "/nginx-headers.conf", "/../live.conf", "/%2e%2e/live.conf"])
def test_what_is_for_the_host_is_not_shown(host: Nginx, path: str) -> None:
    answer, body = ask(host, path)
    assert answer.status in {400, 404}
    assert b"include " not in body


def test_a_short_address_leads_to_its_page_also_without_the_last_slash(host: Nginx) -> None:
    answer, _ = ask(host, "/l/tijdlijn?x=1")
    assert (answer.status, answer.headers["Location"]) == (301, "/l/tijdlijn/?x=1")
    assert "/rekenhulpen/tijdlijn/" in ask(host, "/l/tijdlijn/")[1].decode()


def test_names_with_a_hash_stay_a_year_and_all_else_is_asked_for_again(host: Nginx, site_dir: Path) -> None:
    for file in (site_dir / "assets").rglob("*.*"):
        if file.suffix not in {".br", ".gz"}:
            path = f"/{file.relative_to(site_dir).as_posix()}"
            assert ask(host, path)[0].headers["Cache-Control"] == headers.cache_control(path), path
    first, _ = ask(host, "/over/")
    again, body = ask(host, "/over/", If_None_Match=first.headers["ETag"])
    assert (again.status, body, first.headers["Cache-Control"]) == (304, b"", "no-cache")


def ask_plainly(nginx: Nginx, path: str) -> tuple[HTTPResponse, bytes]:
    """One request without https."""
    [port] = re.findall(r"listen 127\.0\.0\.1:(\d+);", (nginx.folder / "nginx.conf").read_text("utf-8"))
    connection = HTTPConnection("127.0.0.1", int(port), timeout=10)
    connection.request("GET", path, headers=ASKS_FOR)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_an_address_without_https_or_with_www_leads_to_the_one_name(host: Nginx) -> None:
    assert ask_plainly(host, "/over/?x=1")[0].headers["Location"] == f"https://{NAME}/over/?x=1"
    assert ask(host, "/over/", Host=f"www.{NAME}")[0].headers["Location"] == f"https://{NAME}/over/"


def test_whoever_gives_certificates_finds_its_file_without_https(host: Nginx) -> None:
    folder = host.folder / "html" / ".well-known" / "acme-challenge"
    folder.mkdir(parents=True)
    (folder / "word").write_text("proof")
    assert ask_plainly(host, "/.well-known/acme-challenge/word")[1] == b"proof"


def test_a_calculator_answers_and_nothing_is_blocked(visitor: Callable[..., Visitor], host: Nginx) -> None:
    reader = visitor(ignore_https_errors=True)
    reader.base = f"https://127.0.0.1:{host.port}"
    page = reader.open("/rekenhulpen/tijdlijn/#eerste-ziektedag=2026-02-02&peildatum=2026-11-21")
    expect(page.locator("form[data-rekenhulp]")).to_have_attribute("data-status", "klaar", timeout=60_000)
    expect(page.locator("[data-hoofdzin]")).to_contain_text("31 januari 2028")
    assert (reader.violations(), reader.errors, reader.elsewhere()) == ([], [], [])


def check(address: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run deploy/check.sh, as a stranger or cron does."""
    command = ["sh", str(ROOT / "deploy" / "check.sh"), address]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)


def test_the_check_finds_a_good_host_good(host: Nginx) -> None:
    curl = f"curl --insecure --resolve {NAME}:{host.port}:127.0.0.1"
    done = check(f"https://{NAME}:{host.port}", CURL=curl)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) > 15
    assert all(line.startswith("ok ") for line in lines), done.stdout


def test_the_check_names_what_a_host_does_wrong(site_dir: Path) -> None:
    """Python's own server of files sends no headers, packs nothing, and has another page for a wrong address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site_dir))) as plain:
        threading.Thread(target=plain.serve_forever, daemon=True).start()
        done = check(f"http://127.0.0.1:{plain.server_address[1]}")
        plain.shutdown()
    wrong = [line.partition(":")[0] for line in done.stdout.splitlines() if line.startswith("WRONG")]
    assert done.returncode == 1
    assert {"WRONG  it comes packed", "WRONG  and our own page for it", "WRONG  names with a hash stay"} <= set(wrong)
    assert "ok     the answer of a calculator is in the page" in done.stdout


def test_the_check_says_that_nobody_answers() -> None:
    done = check(f"http://127.0.0.1:{free_port()}")
    assert (done.returncode, "does not answer" in done.stdout) == (1, True)


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A site of a few files, as far as a release looks at it."""
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    for name in ("index.html", "404.html", "nginx-headers.conf", "sitemap.xml.gz"):
        (site / name).write_text("")
    write_version(site, "one", "aaaaaaaaaaaa")
    return site


def write_version(site: Path, text: str, digest: str) -> None:
    """Change a small site: other words, and a script with another hash in its name."""
    for old in (site / "assets").glob("app.*"):
        old.unlink()
    (site / "index.html").write_text(text)
    (site / "assets" / f"app.{digest}.js").write_text(text)
    (site / "nginx-headers.conf").write_text(f'add_header X-Version "{text}" always; error_page 404 /404.html;\n')


@pytest.fixture
def small_host(small_site: Path, tmp_path: Path) -> Iterator[Nginx]:
    """The small site on nginx."""
    with deployed(small_site, tmp_path / "host") as nginx:
        yield nginx


@pytest.fixture(autouse=True)
def folder_of_the_host(tmp_path: Path) -> None:
    (tmp_path / "host").mkdir()


def wait_for(nginx: Nginx, text: str) -> HTTPResponse:
    """nginx takes a moment to begin with its new configuration; an old answer is whole until then."""
    for _ in range(200):
        answer, body = ask(nginx, "/")
        assert answer.headers["X-Version"] == body.decode()  # never pages of one with headers of another
        if body.decode() == text:
            return answer
    raise AssertionError(f"{text} is not served: {body!r}")


def test_a_release_takes_the_place_of_the_one_before_and_can_be_taken_back(small_site: Path, small_host: Nginx) -> None:
    wait_for(small_host, "one")
    write_version(small_site, "two", "bbbbbbbbbbbb")
    done = release(small_host.folder, str(small_site), RELOAD=small_host.reload(), NAME="9-two")
    assert done.returncode == 0, done.stderr
    wait_for(small_host, "two")
    old_script, body = ask(small_host, "/assets/app.aaaaaaaaaaaa.js")
    assert (old_script.status, body) == (200, b"one")  # for the page that somebody has open still
    done = release(small_host.folder, "--back", RELOAD=small_host.reload())
    assert done.returncode == 0, done.stderr
    wait_for(small_host, "one")
    listed = release(small_host.folder, "--list").stdout.splitlines()
    assert [line[:2] for line in listed] == ["* ", "  "]
    assert release(small_host.folder, "--to", "9-two", RELOAD=small_host.reload()).returncode == 0
    wait_for(small_host, "two")


def test_a_version_that_nginx_does_not_take_changes_nothing(small_site: Path, small_host: Nginx) -> None:
    (small_site / "nginx-headers.conf").write_text("this is no line of nginx;")
    done = release(small_host.folder, str(small_site), RELOAD=small_host.reload(), NAME="9-bad")
    assert done.returncode == 1
    assert "what was served stays" in done.stderr
    wait_for(small_host, "one")
    assert "* 9-bad" not in release(small_host.folder, "--list").stdout


def test_half_a_site_is_not_put_in_its_place(small_site: Path, tmp_path: Path) -> None:
    (small_site / "404.html").unlink()
    done = release(tmp_path / "host", str(small_site), RELOAD="true")
    assert done.returncode == 1
    assert done.stderr.endswith("is not a whole site of `make build`: it has no 404.html.\n")
    assert not (tmp_path / "host" / "srv").exists()


def test_old_versions_go_and_their_files_with_a_hash_go_with_them(small_site: Path, tmp_path: Path) -> None:
    home = tmp_path / "host"
    for number, digest in enumerate(("a" * 12, "b" * 12, "c" * 12)):
        write_version(small_site, str(number), digest)
        assert release(home, str(small_site), RELOAD="true", NAME=str(number), KEEP="2").returncode == 0
    assert release(home, "--list").stdout.split() == ["1", "*", "2"]
    kept = sorted(file.name for file in (home / "srv" / "kept").rglob("*.js"))
    assert kept == [f"app.{'b' * 12}.js", f"app.{'c' * 12}.js"]
    assert release(home, "--back", RELOAD="true").returncode == 0
    none_before = release(home, "--back", RELOAD="true")
    assert (none_before.returncode, none_before.stderr) == (1, "release: there is no version before 1.\n")


def test_the_guide_uses_what_is_there() -> None:
    guide = (ROOT / "deploy" / "README.md").read_text("utf-8")
    for name in re.findall(r"deploy/([\w.-]+\.(?:sh|conf|py))", guide):
        assert (ROOT / "deploy" / name).is_file(), name
    for target in re.findall(r"`make (\w+)", guide):
        assert f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8"), target
