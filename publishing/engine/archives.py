"""Archives of Python for the browser: wheels without compiled parts, and bytecode made of them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

PURE_PYTHON = ("jinja2", "markupsafe")  # what `calculators` needs beside the standard library
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the date of every file in an archive: the same input, the same bytes
SOURCE_DATE_EPOCH = "315532800"  # that day, for tools


def make_wheels(project: Path, folder: Path) -> None:
    """Make the wheels of the calculators, Jinja2 and MarkupSafe in ``folder``, Python files only."""
    folder.mkdir(parents=True, exist_ok=True)
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=project)
    for name in PURE_PYTHON:
        _write_pure_wheel(name, folder)


def compile_archives(folder: Path) -> None:
    """Turn every wheel and zip file in ``folder`` into bytecode.

    `pyodide py-compile` has no option for ``-OO``; it follows the interpreter that it runs in. Columns
    within a line (debug ranges) are left out too: they only mark a place in a traceback.
    """
    run(
        *(tool("pyodide"), "py-compile", "--silent", "--no-keep", "--compression-level", "0", folder),
        cwd=folder,
        env={"PYTHONOPTIMIZE": "2", "PYTHONNODEBUGRANGES": "1"},
    )


def read_archive(archive: Path) -> dict[str, bytes]:
    """Return the files of an archive by their names."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def write_archive(archive: Path | BinaryIO, content: Mapping[str, bytes]) -> None:
    """Write an uncompressed archive that depends on nothing but its content."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name, data in sorted(content.items()):
            opened.writestr(zipfile.ZipInfo(name, LONG_AGO), data)


def packed(content: Mapping[str, bytes]) -> bytes:
    """Return the bytes of such an archive."""
    written = BytesIO()
    write_archive(written, content)
    return written.getvalue()


def sha256(*parts: bytes) -> str:
    """Return a hash of all parts, short enough for a name."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:16]


def tool(name: str) -> Path:
    """Return a command that was installed beside this Python, or the one of the system."""
    beside = Path(sys.executable).parent / name
    found = beside if beside.exists() else shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is missing; run `make setup`")
    return Path(found)


def run(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> None:
    """Run a command in ``cwd``; when it fails, raise what it said."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | {"SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH} | dict(env or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def kept_bytecode(source: Path, kept: Path) -> Path:
    """Return ``kept``, made from the archive ``source`` when it is not there yet."""
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            shutil.copy(source, folder)
            compile_archives(Path(folder))
            (Path(folder) / source.name).rename(kept)
    return kept


def _write_pure_wheel(name: str, folder: Path) -> None:
    """Pack an installed library without its compiled parts (MarkupSafe has a Python twin for them)."""
    installed = distribution(name)
    info = f"{name}-{installed.version}.dist-info"
    sources = [file for file in installed.files or () if file.parts[0] == name and file.suffix == ".py"]
    content = {file.as_posix(): file.read_binary() for file in sources}
    content[f"{info}/METADATA"] = (installed.read_text("METADATA") or "").encode()
    content[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = sorted([*content, f"{info}/RECORD"])
    content[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in record).encode()
    write_archive(folder / f"{name}-{installed.version}-py3-none-any.whl", content)
