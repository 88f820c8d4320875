"""The lock files bring the same packages to every machine, from whatever registry it uses."""

import json
import re
import sys

import pytest

from tests.project import ROOT

PYTHON_LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda lock: lock.name)
def test_every_locked_python_package_has_a_version_and_checksums(lock):
    requirements = lock.read_text().replace("\\\n", " ").splitlines()
    assert requirements
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", requirement), requirement


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda lock: lock.name)
def test_a_python_lock_names_no_address_and_no_path(lock):
    text = lock.read_text()
    for forbidden in ("://", "file:", " @ ", "/", "--index", "--extra-index", "--find-links"):
        assert forbidden not in text


@pytest.mark.parametrize("source", sorted((ROOT / "requirements").glob("*.in")), ids=lambda source: source.name)
def test_every_list_of_packages_is_locked(source):
    locked = source.with_suffix(".txt").read_text()
    for line in source.read_text().splitlines():
        name = re.match(r"[a-z][a-z0-9-]*", line)
        if name:
            assert f"\n{name[0]}==" in f"\n{locked}"


def test_every_locked_node_package_has_a_checksum_and_no_address():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    del packages[""]
    assert "node_modules/pyodide" in packages
    for package in packages.values():
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package


def test_the_build_and_the_browser_run_the_same_python():
    pyodide = json.loads((ROOT / "node_modules/pyodide/pyodide-lock.json").read_text())
    in_browser = ".".join(pyodide["info"]["python"].split(".")[:2])
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    pinned = (ROOT / ".python-version").read_text().strip()
    assert in_browser == here == pinned
