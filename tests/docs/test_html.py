"""The built pages are valid HTML, by the checker of the W3C (vnu)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from zlib import crc32

import pytest

from tests.conftest import ROOT

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
# Faults in the templates of Material that harm nobody; copies of those templates would cost more than they mend.
MATERIAL = (
    "Attribute “autocomplete” is only allowed when the input type is",  # on the hidden switches of its menus
    "Bad value “” for attribute “tabindex” on element “label”",  # the button that opens the list of headings
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.",  # its menu
)
# What a page's policy would block, as seen from a file on disk, where nothing is "self". Browsers judge that, in
# tests/site/test_content_policy.py; a fault in the words of the policy has another message.
BLOCKED_ON_DISK = "violates Content Security Policy (meta tag):"


def without_output(text: str) -> str:
    """The page with <div> for <output>, which may hold no lists and headings, strictly.

    Accepted, and promised to readers of the page's markup (adr/0006): <output> is what a screen reader knows as the
    result of a form. In a <div> the checker looks at what stands inside as well.
    """
    opened = re.sub(r"<output\b([^>]*)>", lambda tag: "<div" + re.sub(r' for="[^"]*"', "", tag[1]) + ">", text)
    return opened.replace("</output>", "</div>")


def test_what_stands_in_an_output_is_checked_as_in_a_div():
    assert without_output('<output data-a for="b"><p>c</p></output>') == "<div data-a><p>c</p></div>"


def one_page_in(number: int, site: Path, alike: set[Path]) -> list[Path]:
    """Give one page in so many, by its address, so that one more page moves no other; `make test-full` takes all."""
    pages = {page: page.relative_to(site).as_posix() for page in set(site.rglob("*.html")) - alike}
    return [page for page, address in pages.items() if crc32(address.encode()) % number == 0]


@pytest.fixture(scope="module")
def faults(
    request: pytest.FixtureRequest,
    site_dir: Path,
    tmp_path_factory: pytest.TempPathFactory,
    every_address: list[str],
    addresses: list[str],
) -> list[str]:
    """What the checker says of the pages together: page, line and message."""
    alike = {site_dir / address.strip("/") / "index.html" for address in set(every_address) - set(addresses)}
    if not shutil.which("java"):
        pytest.fail("Java is missing. Run: apt-get install --no-install-recommends default-jre-headless", pytrace=False)
    copies = tmp_path_factory.mktemp("html")
    for page in one_page_in(3 if request.config.getoption("markexpr") == "not full" else 1, site_dir, alike):
        copy = copies / page.relative_to(site_dir)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(without_output(page.read_text("utf-8")), "utf-8")
    run = subprocess.run(
        ["java", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", str(copies)],
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        f"{Path(message['url'].removeprefix('file:')).relative_to(copies)}:{message['lastLine']} {message['message']}"
        for message in json.loads(run.stderr)["messages"]
        if (message["type"] != "info" or message.get("subType") == "warning")
        and BLOCKED_ON_DISK not in message["message"]
    ]


def test_every_page_is_valid_html(faults: list[str]):
    assert [fault for fault in faults if not any(accepted in fault for accepted in MATERIAL)] == []


@pytest.mark.parametrize("accepted", MATERIAL)
def test_a_fault_that_we_accept_is_still_there(faults: list[str], accepted: str):
    assert any(accepted in fault for fault in faults), "Material mended it: take the exception away"
