"""The built site in a store of objects: each file once, with what is to be written beside it, and pages last."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import brotli
import pytest

from publishing import headers, upload
from tests.conftest import ROOT

# In the place of rclone: writes down what it was asked for, and copies as it would.
RCLONE = """#!{python}
import json, os, pathlib, shutil, sys
arguments = sys.argv[1:]
beside = [arguments[at + 1] for at, word in enumerate(arguments) if word == "--header-upload"]
source, target = [pathlib.Path(word) for word in arguments if word.startswith("/")]
for file in sorted(source.rglob("*")):
    if file.is_file():
        name = file.relative_to(source)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target / name)
        with open(os.environ["WRITTEN_DOWN"], "a") as book:
            print(json.dumps([name.as_posix(), dict(one.split(": ", 1) for one in beside)]), file=book)
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is a store, with an rclone that knows the way there."""
    command = tmp_path / "bin" / "rclone"
    command.parent.mkdir()
    command.write_text(RCLONE.format(python=sys.executable), "utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(command.parent))
    monkeypatch.setenv("WRITTEN_DOWN", str(tmp_path / "book"))
    return tmp_path / "store"


def written_down(store: Path) -> list[tuple[str, dict[str, Any]]]:
    return [tuple(json.loads(line)) for line in (store.parent / "book").read_text("utf-8").splitlines()]


def test_every_file_is_sent_once_with_its_type_and_the_time_to_keep_it(site_dir: Path, store: Path) -> None:
    upload.send(site_dir, str(store))
    sent = written_down(store)
    there = {file.relative_to(site_dir).as_posix() for file in site_dir.rglob("*") if file.is_file()}
    wanted = {name for name in there if not name.endswith((".br", ".gz"))} - set(headers.OF_THE_HOST)
    assert sorted(name for name, _ in sent) == sorted(wanted)
    kinds = headers.types(site_dir)
    for name, beside in sent:
        ending = Path(name).suffix
        assert beside["Content-Type"].partition(";")[0] == kinds.get(ending, headers.UNKNOWN), name
        assert beside["Cache-Control"] == headers.cache_control(Path(name).name), name
        content = (store / name).read_bytes()
        if beside.get("Content-Encoding") == "br":
            content = brotli.decompress(content)
        assert content == (site_dir / name).read_bytes(), name


def test_what_never_changes_goes_first_and_pages_go_last(site_dir: Path, store: Path) -> None:
    upload.send(site_dir, str(store))
    sent = [name for name, _ in written_down(store)]
    hashed = [at for at, name in enumerate(sent) if headers.HASHED_NAME.search(name)]
    pages = [at for at, name in enumerate(sent) if name.endswith(".html")]
    assert max(hashed) == len(hashed) - 1
    assert min(pages) == len(sent) - len(pages)


def test_an_upload_that_stops_is_told_in_a_sentence(site_dir: Path, store: Path) -> None:
    (store.parent / "bin" / "rclone").write_text("#!/bin/sh\nexit 7\n")
    command = [sys.executable, "-m", "publishing.upload", "--site", str(site_dir), str(store)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        "rclone stopped (7): what was served before is still whole; run it again.\n",
    )
