"""Debian's nginx on a port of this machine, without root, with a built site: to look, to test and to measure.

`python -m publishing.nginx_trial --site site` puts the site where `deploy/release.sh` puts it, and serves it by
`deploy/nginx.conf` as it stands there: only ports, folders and the certificate (one of our own) are others.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
NGINX = Path("/usr/sbin/nginx")
DEBIANS = Path("/etc/nginx/nginx.conf")
BROTLI = Path("/usr/share/nginx/modules-available/mod-http-brotli-static.conf")
SERVERS = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
[NAME] = {name for name in re.findall(r"server_name (\S+);", SERVERS) if not name.startswith("www.")}
PATIENCE = 30.0


class NginxError(Exception):
    """nginx is not there, or does not take its configuration; the text says what to do."""


@dataclass(frozen=True)
class Nginx:
    """An nginx that runs."""

    folder: Path  # all that it writes, and the versions that are served
    port: int
    process: subprocess.Popen[bytes]

    def reload(self) -> str:
        """The command that tells it to read its configuration anew, once that is right."""
        nginx = f"{NGINX} -c {self.folder}/nginx.conf"
        return f"{nginx} -t -q && {nginx} -s reload"

    def memory(self) -> int:
        """The bytes of memory of all its processes; what they share is counted once."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("utf-8").split()
        total = 0
        for process in (str(self.process.pid), *children):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                shares = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
                total += sum(int(size) for size in re.findall(r"^Pss:\s+(\d+) kB", shares, re.MULTILINE)) * 1024
        return total


def configuration(folder: Path, servers: str, modules: str = "") -> Path:
    """Write Debian's own nginx.conf with other servers and modules than this machine's, and its files in a folder."""
    if not NGINX.exists():
        raise NginxError("nginx is missing. Run: apt-get install --no-install-recommends nginx")
    text = DEBIANS.read_text("utf-8")
    user = "user root;" if os.getuid() == 0 else ""  # may read the folders of the tests; nobody else changes users
    changes = (
        (r"^user .*;", user),
        (r"^pid .*;", f"pid {folder}/pid;"),
        (r"^error_log .*;", f"error_log {folder}/error.log;"),
        (r"^\s*access_log .*;", f"access_log {folder}/access.log;"),
        (r"^\s*include /etc/nginx/conf\.d/.*;", ""),
        (r"^include /etc/nginx/modules-enabled/.*;", modules),
        (r"^\s*include /etc/nginx/sites-enabled/.*;", servers.replace("\\", r"\\")),
    )
    for line, instead in changes:
        text, found = re.subn(line, instead, text, flags=re.MULTILINE)
        if not found:
            raise NginxError(f"{DEBIANS} has no such line any more: {line}")
    written = folder / "nginx.conf"
    written.write_text(f"daemon off;\n{text}", "utf-8")
    return written


@contextmanager
def running(folder: Path, port: int) -> Iterator[Nginx]:
    """Let nginx run by the nginx.conf in the folder until the work is done."""
    with subprocess.Popen([NGINX, "-c", folder / "nginx.conf"], stderr=subprocess.PIPE) as process:
        try:
            end = time.monotonic() + PATIENCE
            while not answers(port):
                if process.poll() is not None or time.monotonic() > end:
                    said = process.stderr.read().decode() if process.stderr and process.poll() is not None else ""
                    raise NginxError(f"nginx does not start:\n{said}")
                time.sleep(0.02)
            yield Nginx(folder, port, process)
        finally:
            process.terminate()


@contextmanager
def deployed(site: Path, folder: Path) -> Iterator[Nginx]:
    """The site on nginx as deploy/README.md says to do it; `port` speaks https."""
    folder = folder.resolve()
    plain, port = free_port(), free_port()
    make_certificate(folder)
    done = release(folder, str(site.resolve()), RELOAD="true", BROTLI_MODULE=str(BROTLI))
    if done.returncode:
        raise NginxError(done.stderr)
    configuration(folder, servers_of_deploy(folder, plain, port), f"include {BROTLI};" if BROTLI.exists() else "")
    with running(folder, port) as nginx:
        yield nginx


def servers_of_deploy(folder: Path, plain: int, port: int) -> str:
    """The file deploy/nginx.conf with ports, folders and certificate that this machine has."""
    text = SERVERS
    for there, here in (
        (r"^ *listen \[::\]:.*;\n", ""),
        (r"listen 80;", f"listen 127.0.0.1:{plain};"),
        (r"listen 443 ", f"listen 127.0.0.1:{port} "),
        (r"/srv/spoorwijzer", str(folder / "srv")),
        (rf"/etc/letsencrypt/live/{re.escape(NAME)}", str(folder)),
        (r"/var/www/html", str(folder / "html")),
    ):
        text, found = re.subn(there, here, text, flags=re.MULTILINE)
        if not found:
            raise NginxError(f"deploy/nginx.conf has no such line any more: {there}")
    return text


def make_certificate(folder: Path) -> None:
    """Make a certificate that nobody trusts, for the address of this machine."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([*command, *files, "-days", "2", "-subj", f"/CN={NAME}"], check=True, capture_output=True)


def release(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run deploy/release.sh for what lives in a folder."""
    return subprocess.run(
        ["sh", ROOT / "deploy" / "release.sh", *arguments],
        env={**os.environ, "SPOORWIJZER_HOME": str(folder / "srv"), **environment},
        check=False,
        capture_output=True,
        text=True,
    )


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


def main() -> None:
    """Serve until somebody has seen enough."""
    parser = argparse.ArgumentParser(prog="python -m publishing.nginx_trial", description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    given = parser.parse_args()
    with (
        contextlib.suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory(prefix="spoorwijzer-nginx-") as folder,
        deployed(given.site, Path(folder)) as nginx,
    ):
        print(f"https://127.0.0.1:{nginx.port}/ (the certificate is our own; Ctrl+C ends it)", flush=True)
        nginx.process.wait()


if __name__ == "__main__":
    main()
