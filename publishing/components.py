"""All that the site sends to a reader and that others made: the page of licences, their texts, and the SBOM.

`components.toml` says what there is; versions come from the lock files, so that every machine writes the same.
"""

from __future__ import annotations

import base64
import json
import re
import tomllib
import uuid
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from publishing import templates

HERE = Path(__file__).parent
ROOT = HERE.parent
TABLE = HERE / "components.toml"
TEXTS = HERE / "licences"
ADDRESS_OF_TEXTS = "over/licenties.txt"
SBOM = "sbom.cdx.json"
LOCKED = re.compile(r"^([a-z0-9-]+)==([^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class Component:
    """Something of others that we send; `within` names the component that brings it."""

    name: str
    purpose: str  # in Dutch, after "Pyodide 0.29.5:"
    licence: str  # SPDX
    home: str
    texts: tuple[str, ...]
    package: str = ""  # npm:… or python:…
    version: str = ""  # empty: the maker of what it stands in does not say
    within: str = ""
    read_in: str = ""
    bundled: str = ""  # its name among the packages that Material puts in its scripts and styles
    copyright: str = ""
    files: tuple[str, ...] = ()

    @property
    def purl(self) -> str:
        """The address of the package that lists of faults know it by; empty for what is no package of itself."""
        kind, _, name = self.package.partition(":")
        known = {"npm": "npm", "python": "pypi"}
        return f"pkg:{known[kind]}/{name}@{self.version}" if kind in known else ""


@cache
def locked() -> dict[str, str]:
    """The version of every locked package of the site: python:name and npm:name."""
    python = LOCKED.findall((ROOT / "requirements" / "site.txt").read_text("utf-8"))
    return {f"python:{name}": version for name, version in python} | {
        f"npm:{path.removeprefix('node_modules/')}": package["version"] for path, package in node_packages().items()
    }


def node_packages() -> dict[str, dict[str, Any]]:
    """The locked packages of npm by their folder."""
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    packages: dict[str, dict[str, Any]] = lock["packages"]
    return {path: package for path, package in packages.items() if path}


def read(table: Path = TABLE) -> list[Component]:
    """Every component that is locked, or stands in one that is."""
    found: list[Component] = []
    for row in tomllib.loads(table.read_text("utf-8"))["component"]:
        if "package" in row and row["package"] not in locked():
            continue
        told: dict[str, Any] = {"version": locked().get(row.get("package", ""), "")}
        told |= {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        found.append(Component(**told))
    return found


def html(components: list[Component]) -> str:
    """The list for the page of licences, what stands inside of something below it."""
    whole = [one for one in components if not one.within]
    parts = {one.name: [part for part in components if part.within == one.name] for one in whole}
    return templates.render("licences", whole=whole, parts=parts, texts=ADDRESS_OF_TEXTS)


def texts(components: list[Component]) -> str:
    """The licence of each component in full, with whose it is: the licences ask for that."""
    lines = [
        "Spoorwijzer: licenties van wat de site meestuurt.",
        "De code van Spoorwijzer zelf heeft de licentie EUPL-1.2, de teksten hebben CC BY 4.0.",
    ]
    for one in components:
        title = f"{one.name} {one.version}".strip()
        lines += ["", "=" * 80, f"{title} ({one.licence})", one.home, one.copyright, ""]
        lines += [(TEXTS / f"{text}.txt").read_text("utf-8").strip() for text in one.texts]
    return "\n".join(lines) + "\n"


def sbom(components: list[Component], today: date) -> dict[str, Any]:
    """The list of parts in the form of CycloneDX 1.6: what is sent is required, what only builds is excluded."""
    sent = {one.package for one in components}
    npm = {f"npm:{path.removeprefix('node_modules/')}": package for path, package in node_packages().items()}
    shipped = [shipped_part(one, npm) for one in components]
    tools = [tool(package, version) for package, version in sorted(locked().items()) if package not in sent]
    parts = shipped + tools
    about = {
        "timestamp": f"{today}T00:00:00Z",
        "component": {"type": "application", "bom-ref": "spoorwijzer", "name": "spoorwijzer", "version": str(today),
                      "licenses": [{"expression": "EUPL-1.2 AND CC-BY-4.0"}]},
    }  # fmt: skip
    inside = {one.name: [ref(part) for part in components if part.within == one.name] for one in components}
    whole = [ref(one) for one in components if not one.within]
    depends = [{"ref": "spoorwijzer", "dependsOn": whole}]
    depends += [{"ref": ref(one), "dependsOn": inside[one.name]} for one in components]
    content = json.dumps(parts, sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": about,
        "components": parts,
        "dependencies": depends,
    }


def ref(one: Component) -> str:
    """The name of a component within the list."""
    return one.purl or f"{one.within}/{one.name}"


def shipped_part(one: Component, npm: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What the list says of something that is sent."""
    part: dict[str, Any] = {
        "type": "library",
        "bom-ref": ref(one),
        "name": one.name,
        "scope": "required",
        "licenses": [{"license": {"id": one.licence}}],
        "externalReferences": [{"type": "website", "url": one.home}],
    }
    more = {"version": one.version, "purl": one.purl, "copyright": one.copyright}
    part |= {name: value for name, value in more.items() if value}
    if integrity := npm.get(one.package, {}).get("integrity"):
        algorithm, _, digest = integrity.partition("-")
        content = base64.b64decode(digest).hex()
        part["hashes"] = [{"alg": {"sha512": "SHA-512"}[algorithm], "content": content}]
    return part


def tool(package: str, version: str) -> dict[str, Any]:
    """What the list says of something that only helps to build."""
    name = package.partition(":")[2]
    purl = Component(name, "", "", "", (), package, version).purl.replace("/@", "/%40", 1)
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "scope": "excluded", "purl": purl}


def write(site: Path, today: date) -> None:
    """Write the texts of the licences and the SBOM into the site."""
    components = read()
    target = site / ADDRESS_OF_TEXTS
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(texts(components), "utf-8")
    (site / SBOM).write_text(json.dumps(sbom(components, today), indent=1, ensure_ascii=False) + "\n", "utf-8")
