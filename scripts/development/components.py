"""Lists what the site is made with, and under which licences: a CycloneDX bill of materials.

    python -m development.components FILE

Named are the pinned packages that this machine has installed, and the scripts by others that pages
load. The form is CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), written by its own library;
nothing in it depends on the clock, so that the same packages give the same bytes.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from uuid import UUID, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

import vendor
from knowledge_base.writing import write_file

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements.txt"
NAMESPACE = UUID("b2bdbb7e-5a77-4a1f-8d3a-5b0f5e5c8f10")
"""From which the document's number is worked out, together with what it lists."""

LOOKED_UP = {"axe-playwright-python": "MIT"}
"""What the licence is that a package brings as a file alone."""

_PIN = re.compile(r"^([\w.-]+)==", re.MULTILINE)
_SAYS_LITTLE = {"OSI Approved", "Apache Software License", "BSD License", "MIT License"}


def installed() -> Iterator[Distribution]:
    """Yield the pinned packages that this machine has; some are for other machines only."""
    for name in _PIN.findall(REQUIREMENTS.read_text(encoding="utf-8")):
        try:
            yield distribution(name)
        except PackageNotFoundError:
            continue


def licence(package: Distribution) -> str:
    """Return what a package says of its licence, the most exact of it; empty if it says nothing."""
    metadata = package.metadata.json
    if exact := metadata.get("license_expression"):
        return str(exact)
    marks = [
        mark.rpartition(" :: ")[2]
        for mark in metadata.get("classifier", ())
        if mark.startswith("License :: ")
    ]
    licence = str(metadata.get("license") or "").strip().partition("\n")[0]
    is_exact = 0 < len(licence) < 60 and set(marks) <= _SAYS_LITTLE and "Copyright" not in licence
    return licence if is_exact else ", ".join(marks) or LOOKED_UP.get(package.name, "")


def bill_of_materials() -> Bom:
    """Return what the site is made with."""
    licences = LicenseFactory()
    packages = [
        Component(
            type=ComponentType.LIBRARY,
            name=package.metadata["Name"],
            version=package.version,
            purl=PackageURL("pypi", None, package.metadata["Name"].lower(), package.version),
            licenses=[licences.make_from_string(text)] if (text := licence(package)) else [],
        )
        for package in installed()
    ]
    scripts = [
        Component(
            type=ComponentType.FILE,
            name=script.file,
            version=script.version,
            purl=PackageURL("npm", None, script.package, script.version, subpath=script.path),
            licenses=[licences.make_from_string(script.licence)],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=script.sha256)],
        )
        for script in vendor.SCRIPTS
    ]
    components = [*packages, *scripts]
    for component in components:
        component.bom_ref.value = str(component.purl)
    number = uuid5(NAMESPACE, " ".join(str(component.purl) for component in components))
    bom = Bom(components=components, serial_number=number)
    bom.metadata.timestamp = None  # type: ignore[assignment]  # the document may do without
    return bom


def main(file: str) -> None:
    """Write the bill of materials."""
    write_file(Path(file), JsonV1Dot6(bill_of_materials()).output_as_string(indent=1).encode())


if __name__ == "__main__":
    main(sys.argv[1])
