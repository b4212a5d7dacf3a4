#!/usr/bin/env python3
"""Give the project a version, everywhere at once: `make release VERSION=1.2.0`.

`CITATION.cff` is where title, authors, licence and keywords are written. What others read is made
of it here: `codemeta.json` (software catalogues) and `.zenodo.json` (the archive that gives a
release its DOI). `pyproject.toml` gets the same version.
"""

import argparse
import json
import re
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
CITATION = "CITATION.cff"
PROJECT = "pyproject.toml"
CODEMETA = "codemeta.json"
ZENODO = ".zenodo.json"
VERSION = re.compile(r"\d+\.\d+\.\d+")


def released(root: Path, version: str, day: date) -> dict[str, str]:
    """Return the files that a release changes, by their paths.

    Raises ValueError if the version is none, or if a file has no place for it.
    """
    if not VERSION.fullmatch(version):
        raise ValueError(f"'{version}' is no version such as 1.2.0")
    citation = (root / CITATION).read_text(encoding="utf-8")
    citation = re.sub(r"(?m)^date-released: .*\n", "", citation)
    dated = f"version: {version}\ndate-released: {day.isoformat()}"
    project = (root / PROJECT).read_text(encoding="utf-8")
    files = {
        CITATION: _replaced(citation, r"(?m)^version: .*$", dated),
        PROJECT: _replaced(project, r'(?m)^version = ".*"$', f'version = "{version}"'),
    }
    return files | described(files[CITATION], files[PROJECT])


def described(citation: str, project: str) -> dict[str, str]:
    """Return the files that follow from the texts of `CITATION.cff` and `pyproject.toml`."""
    about = yaml.safe_load(citation)
    code = tomllib.loads(project)["project"]
    return {CODEMETA: _as_json(_codemeta(about, code)), ZENODO: _as_json(_zenodo(about))}


def _codemeta(about: dict[str, Any], code: dict[str, Any]) -> dict[str, Any]:
    return {
        "@context": "https://w3id.org/codemeta/3.0",
        "type": "SoftwareSourceCode",
        "name": about["title"],
        "identifier": code["name"],
        "description": code["description"],
        "version": about["version"],
        **_dated(about, "datePublished"),
        "author": [{"type": "Organization", "name": a["name"]} for a in about["authors"]],
        "license": f"https://spdx.org/licenses/{code['license']}",
        "programmingLanguage": "Python",
        "softwareRequirements": f"Python {code['requires-python']}",
        "keywords": about["keywords"],
        "supportingData": {
            "type": "Dataset",
            "name": about["title"],
            "description": about["abstract"],
            "license": f"https://spdx.org/licenses/{about['license']}",
        },
    }


def _zenodo(about: dict[str, Any]) -> dict[str, Any]:
    return {
        "upload_type": about["type"],
        "title": about["title"],
        "description": about["abstract"],
        "version": about["version"],
        **_dated(about, "publication_date"),
        "creators": [{"name": author["name"]} for author in about["authors"]],
        "license": about["license"].lower(),
        "keywords": about["keywords"],
        "related_identifiers": [
            {"identifier": reference["url"], "relation": "isDerivedFrom", "scheme": "url"}
            for reference in about.get("references", ())
        ],
    }


def _dated(about: dict[str, Any], name: str) -> dict[str, str]:
    return {name: about["date-released"].isoformat()} if "date-released" in about else {}


def _as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _replaced(text: str, pattern: str, by: str) -> str:
    new, times = re.subn(pattern, lambda _: by, text)
    if times != 1:
        raise ValueError(f"there is no one place that {pattern} finds")
    return new


def main() -> None:
    """Write the files of a release, and say what is left to do."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("version", help="the new version, such as 1.2.0")
    parser.add_argument("--date", type=date.fromisoformat, help="its day; today without it")
    arguments = parser.parse_args()
    try:
        files = released(ROOT, arguments.version, arguments.date or datetime.now(UTC).date())
    except ValueError as error:
        parser.error(str(error))
    for path, text in files.items():
        (ROOT / path).write_text(text, encoding="utf-8")
        print(path)
    print(f"Commit these, then: git tag v{arguments.version} && git push --tags")


if __name__ == "__main__":
    main()
