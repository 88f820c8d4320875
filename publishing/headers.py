"""The headers that every host of this site should send, written beside the site.

`_headers` (static hosts, and our own server reads it) and `nginx-headers.conf`
say the same. The content policy names every inline script by its hash, so it
is made after the build, from the pages as they are. Each page carries the same
policy in a <meta>, for a host that sends files and nothing else.

That policy is a kilobyte, and twelve files come with a page to read. It says something about what runs by itself: a
page or a worker. A style sheet, a script of a page, a picture is bound by the page that asked for it; when somebody
opens it by itself, it may do nothing at all, which takes a line. `_headers` has no words for such a rule that every
host reads in the same way, so there all files carry the long one.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path

from whitenoise.media_types import MediaTypes

from publishing import built_page

HASHED_NAME = re.compile(r"\.[0-9a-f]{8,64}\.[a-z0-9.]+$")
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
POLICY = "Content-Security-Policy"
UNKNOWN = "application/octet-stream"
MORE_TYPES = {".webmanifest": "application/manifest+json"}  # what our own server's table lacks
OF_THE_HOST = ("_headers", "nginx-headers.conf")  # for whoever serves the site, not for its readers
# What is neither a page nor a worker; an address without an ending is that of a page, or of none.
PART_OF_A_PAGE = re.compile(r"^(?!.*worker[^/]*\.js$).*\.(?!html$)[a-z0-9]+$")
NOTHING = "default-src 'none'; frame-ancestors 'none'"  # the policy of a part that somebody opens by itself
ONLY_AS_HEADER = "frame-ancestors"  # browsers do not take it from a page
# Before all that loads something, and after the encoding, which must stand in the first 1024 bytes.
PLACE_OF_POLICY = re.compile(r"<head>\s*<meta charset=\"utf-8\">")


def inline_script_hashes(site: Path) -> list[str]:
    """The hash of every inline script of the site; what the policy would block ends the build."""
    hashes: set[str] = set()
    for file in sorted(site.rglob("*.html")):
        page = built_page.read(file.read_text("utf-8"))
        if page.forbidden:
            blocked = ", ".join(sorted(set(page.forbidden)))
            raise ValueError(f"{file.relative_to(site)}: the content policy blocks {blocked}")
        for script in page.scripts:
            digest = hashlib.sha256(script.encode()).digest()
            hashes.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    return sorted(hashes)


def security_headers(script_hashes: list[str]) -> dict[str, str]:
    """What is sent with every answer; the policy is that of a page."""
    policy = [
        "default-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'none'",
        " ".join(["script-src 'self' 'wasm-unsafe-eval'", *script_hashes]),
        "script-src-attr 'none'",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        "style-src 'self'",
        "style-src-attr 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        "frame-src 'none'",
    ]
    return {
        POLICY: "; ".join(policy),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def of_file(path: str, always: Mapping[str, str]) -> Mapping[str, str]:
    """The headers of every answer as they are for one file, by its path in the site."""
    return {**always, POLICY: NOTHING} if POLICY in always and PART_OF_A_PAGE.search(path) else always


def cache_control(name: str) -> str:
    """A name with a hash of the content in it never changes; all else is asked for again."""
    return FOR_EVER if HASHED_NAME.search(name) else ASK_AGAIN


def types(site: Path) -> dict[str, str]:
    """The type of every kind of file in the site, by its ending: the one table, for our own server and for hosts."""
    known = MediaTypes(extra_types=MORE_TYPES)
    packed = {".br", ".gz"}
    endings = sorted({file.suffix for file in site.rglob("*.*") if file.is_file()} - packed)
    return {ending: str(known.get_type(f"file{ending}")) for ending in endings}


def put_policy_in_pages(site: Path, policy: str) -> None:
    """Write the policy into each page as well, as far as a page can hold it."""
    kept = [rule for rule in policy.split("; ") if not rule.startswith(ONLY_AS_HEADER)]
    meta = f'<meta http-equiv="{POLICY}" content="{"; ".join(kept)}">'
    for file in site.rglob("*.html"):
        page = file.read_text("utf-8")
        place = PLACE_OF_POLICY.search(page)
        if place is None:
            raise ValueError(f"{file.relative_to(site)}: <head> does not begin with the encoding of the page")
        file.write_text(page[: place.end()] + meta + page[place.end() :], "utf-8")


def write(site: Path) -> None:
    """Write both header files into the finished site, and the policy into its pages."""
    headers = security_headers(inline_script_hashes(site))
    put_policy_in_pages(site, headers[POLICY])
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for file in sorted(site.rglob("*")):
        if file.is_file() and HASHED_NAME.search(file.name) and file.suffix not in {".br", ".gz"}:
            lines += [f"/{file.relative_to(site).as_posix()}", f"  Cache-Control: {FOR_EVER}"]
    (site / "_headers").write_text("\n".join(lines) + "\n", "utf-8")
    (site / "nginx-headers.conf").write_text("\n".join(nginx(headers, types(site))) + "\n", "utf-8")


def nginx(headers: dict[str, str], kinds: dict[str, str]) -> list[str]:
    """The lines for nginx: it needs nothing else, not even a table of types of its own."""
    always = headers | {POLICY: "$spoorwijzer_policy"}
    return [
        "# Include this inside `server { }`. An add_header in a `location` drops all of these:",
        "# put no add_header there, or include this file again in it.",
        f'set $spoorwijzer_cache "{ASK_AGAIN}";',
        f'if ($uri ~ "{HASHED_NAME.pattern}") {{ set $spoorwijzer_cache "{FOR_EVER}"; }}',
        f'set $spoorwijzer_policy "{headers[POLICY]}";',
        f'if ($uri ~ "{PART_OF_A_PAGE.pattern}") {{ set $spoorwijzer_policy "{NOTHING}"; }}',
        "add_header Cache-Control $spoorwijzer_cache always;",
        *(f'add_header {name} "{value}" always;' for name, value in always.items()),
        "# These types take the place of the host's own table, for this server only.",
        f"types {{ {' '.join(f'{kind} {ending[1:]};' for ending, kind in kinds.items() if kind != UNKNOWN)} }}",
        f"default_type {UNKNOWN};",
        "charset utf-8;",
        "charset_types text/css text/javascript text/plain text/xml;",
        "gzip_static on;",
        "gzip_vary on; # a store on the way must not hand a packed copy to who cannot read it",
        "# With the module for it (Debian: libnginx-mod-http-brotli-static) the smaller copies are sent as well",
        "# (deploy/release.sh switches this on where the module is):",
        "# brotli_static on;",
        "# To keep no list of who read what:",
        "# access_log off;",
        "absolute_redirect off;",
        "error_page 404 /404.html;",
        "error_page 403 =404 /404.html; # a folder without a page of its own",
        f"location ~ /({'|'.join(map(re.escape, OF_THE_HOST))})$ {{ return 404; }}",
    ]


def read(site: Path) -> dict[str, str]:
    """The headers for every answer, as written in `_headers`: those of a page."""
    lines = (site / "_headers").read_text("utf-8").splitlines()[1:]
    return dict(line.strip().split(": ", 1) for line in takewhile(lambda line: line.startswith("  "), lines))
