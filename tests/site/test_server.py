"""The server answers the way a production host must."""

from __future__ import annotations

import gzip
import re
import shutil
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from publishing import headers, serve
from publishing import server as site_server


def ask(server: str, path: str, method: str = "GET", **sent: str) -> tuple[HTTPResponse, bytes]:
    """One request, nothing followed and nothing unpacked."""
    connection = HTTPConnection(urlsplit(server).netloc, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in sent.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize("path", ["/", "/assets/icon.svg", "/bestaat-niet/", "/werknemer", "/service-worker.js"])
def test_every_answer_has_the_security_headers(server: str, path: str) -> None:
    answer, _ = ask(server, path)
    policy = answer.headers["Content-Security-Policy"]
    assert re.match("default-src '(self|none)'; ", policy)
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/404.html", "/werknemer", "/bestaat-niet/", "/assets/bestaat-niet.js"])
def test_a_page_also_that_of_a_wrong_address_has_the_policy_of_the_site(server: str, site_dir: Path, path: str) -> None:
    assert ask(server, path)[0].headers["Content-Security-Policy"] == headers.read(site_dir)["Content-Security-Policy"]


def test_whatever_runs_as_a_worker_has_the_policy_of_the_site(server: str, site_dir: Path) -> None:
    policy = headers.read(site_dir)["Content-Security-Policy"]
    workers = [file.relative_to(site_dir).as_posix() for file in site_dir.rglob("*worker*.js")]
    assert len(workers) == 3
    assert {ask(server, f"/{path}")[0].headers["Content-Security-Policy"] for path in workers} == {policy}


def test_what_is_no_page_and_no_worker_may_do_nothing_when_it_is_opened_by_itself(server: str, site_dir: Path) -> None:
    files = [file for file in site_dir.rglob("*") if file.suffix in {".js", ".css", ".svg", ".png", ".xml", ".json"}]
    parts = [file for file in files if "worker" not in file.name]
    assert {
        ask(server, f"/{file.relative_to(site_dir).as_posix()}", method="HEAD")[0].headers["Content-Security-Policy"]
        for file in parts
    } == {"default-src 'none'; frame-ancestors 'none'"}


def test_a_page_comes_in_the_smallest_encoding_that_the_browser_takes(server: str) -> None:
    plain, text = ask(server, "/")
    small, packed = ask(server, "/", Accept_Encoding="gzip, deflate, br")
    gzipped, zipped = ask(server, "/", Accept_Encoding="gzip")
    assert plain.headers["Content-Encoding"] is None
    assert small.headers["Content-Encoding"] == "br"
    assert gzipped.headers["Content-Encoding"] == "gzip"
    assert brotli.decompress(packed) == text == gzip.decompress(zipped)
    assert small.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("index.html", "text/html"), ("assets/site.*.css", "text/css"), ("assets/site.*.js", "text/javascript"),
     ("assets/icon.svg", "image/svg+xml"), ("sitemap.xml", "text/xml"), ("manifest.json", "application/json")],
)  # fmt: skip
def test_every_kind_of_file_says_what_it_is(server: str, site_dir: Path, name: str, kind: str) -> None:
    [file] = [one for one in site_dir.glob(name) if one.suffix not in {".br", ".gz"}]
    address = file.relative_to(site_dir).as_posix().removesuffix("index.html")
    assert ask(server, f"/{address}")[0].headers["Content-Type"].startswith(kind)


def test_a_wrong_address_gets_a_page_in_dutch(server: str) -> None:
    answer, body = ask(server, "/bestaat-niet/")
    assert answer.status == 404
    assert "Deze pagina is er niet" in body.decode()


def test_an_address_without_its_slash_is_sent_on(server: str) -> None:
    answer, _ = ask(server, "/werknemer?x=1")
    assert (answer.status, answer.headers["Location"]) == (301, "/werknemer/?x=1")


@pytest.mark.parametrize("path", ["/../pyproject.toml", "/%2e%2e/%2e%2e/etc/passwd", "/_headers", "/%00"])
def test_nothing_outside_the_site_is_shown(server: str, path: str) -> None:
    assert ask(server, path)[0].status == 404


def test_a_page_that_did_not_change_is_not_sent_again(server: str) -> None:
    first, _ = ask(server, "/over/")
    again, body = ask(server, "/over/", If_None_Match=first.headers["ETag"])
    assert (again.status, body) == (304, b"")


def test_a_head_request_has_the_headers_and_no_body(server: str) -> None:
    answer, body = ask(server, "/", method="HEAD")
    assert (answer.status, body) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 0


def test_only_names_with_a_hash_are_kept_for_ever(server: str, site_dir: Path) -> None:
    hashed = next((site_dir / "assets" / "javascripts").glob("bundle.*.js")).name
    assert "immutable" in ask(server, f"/assets/javascripts/{hashed}")[0].headers["Cache-Control"]
    for path in ("/over/", "/assets/icon.svg", "/service-worker.js", "/offline.pack", "/manifest.json"):
        assert ask(server, path)[0].headers["Cache-Control"] == "no-cache", path


def test_both_header_files_hold_the_same_policy(site_dir: Path) -> None:
    policy = headers.read(site_dir)["Content-Security-Policy"]
    assert policy in (site_dir / "nginx-headers.conf").read_text("utf-8")
    assert "sha256-" in policy


def test_a_page_with_inline_style_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<p style="color: red">rood</p>')
    with pytest.raises(ValueError, match="style"):
        headers.inline_script_hashes(tmp_path)


def test_a_page_without_an_encoding_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<head><title>Ziek</title></head>")
    with pytest.raises(ValueError, match=r"index\.html"):
        headers.write(tmp_path)


def test_a_taken_port_is_told_in_a_sentence(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = urlsplit(server).port
    monkeypatch.setattr("sys.argv", ["serve", "--port", str(port)])
    with pytest.raises(SystemExit, match=f"Port {port} is in use"):
        serve.main()


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The files of a small tree in which a change is noticed."""
    for name in (*serve.FOLDERS, "calculators/__pycache__"):
        (tmp_path / name).mkdir()
    for name in ("docs/over.md", "calculators/rules.py", *serve.FILES):
        (tmp_path / name).write_text("1")
    monkeypatch.chdir(tmp_path)
    noticed = serve.changes()
    assert next(noticed) == []
    return (file for files in noticed for file in files)


def test_changed_added_and_removed_files_are_noticed(tmp_path: Path, watched: Iterator[str]) -> None:
    (tmp_path / "calculators" / "__pycache__" / "rules.pyc").write_text("2")
    (tmp_path / "calculators" / "rules.py").write_text("2")
    assert next(watched) == "calculators/rules.py"
    (tmp_path / "docs" / "over.md").rename(tmp_path / "docs" / "nieuw.md")
    assert {next(watched), next(watched)} == {"docs/nieuw.md", "docs/over.md"}


@pytest.mark.parametrize("name", serve.FILES)
def test_the_list_of_addresses_and_the_map_of_the_site_are_watched_also_when_an_editor_replaces_them(
    tmp_path: Path, watched: Iterator[str], name: str
) -> None:
    for _ in range(2):
        (tmp_path / "unrelated.txt").write_text("2")
        (tmp_path / "unrelated.txt").rename(tmp_path / name)
        assert next(watched) == name


def test_the_old_site_waits_out_the_moment_of_change(site_dir: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    shutil.copytree(site_dir, out)
    running = site_server.start(out)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    out.rename(tmp_path / "away")
    threading.Timer(0.3, lambda: (tmp_path / "away").rename(out)).start()
    answer, _ = ask(f"http://127.0.0.1:{running.server_address[1]}", "/over/")
    running.shutdown()
    running.server_close()
    assert answer.status == 200
