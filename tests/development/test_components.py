"""What the site is made with: everything is listed, and under licences that fit together."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import vendor
from development import components

MAY_BE_USED = re.compile(r"MIT|BSD|ISC|Apache|PSF|Python Software|Mozilla|MPL|0BSD|W3C")
"""Licences under which a package may be used to make a site that is published under ours."""


@pytest.fixture(scope="module")
def packages() -> dict[str, str]:
    """The licence of each package that is pinned and installed here."""
    return {package.name: components.licence(package) for package in components.installed()}


ONLY_TESTS = {"igraph", "text-unidecode"}
"""Packages under the GPL that read the downloads in tests: no part of them is given to anybody."""


def test_every_package_has_a_licence_that_fits(packages: dict[str, str]) -> None:
    assert len(packages) > 100
    others = {name: text for name, text in packages.items() if not MAY_BE_USED.search(text)}
    assert others.keys() == ONLY_TESTS
    assert all("GNU General Public License" in text for text in others.values())


def test_the_bill_of_materials_lists_every_package_and_script(
    tmp_path: Path, packages: dict[str, str]
) -> None:
    components.main(str(tmp_path / "one.json"))
    components.main(str(tmp_path / "two.json"))
    bill = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert bill["bomFormat"] == "CycloneDX"
    listed = {component["name"]: component for component in bill["components"]}
    assert listed.keys() == packages.keys() | {script.file for script in vendor.SCRIPTS}
    assert not [name for name, component in listed.items() if not component.get("licenses")]
    digests = {listed[script.file]["hashes"][0]["content"] for script in vendor.SCRIPTS}
    assert digests == {script.sha256 for script in vendor.SCRIPTS}
