"""One place says what the project is called and which version it has; all others agree with it."""

from __future__ import annotations

import json
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from development.release import CITATION, CODEMETA, PROJECT, ZENODO, described, released
from knowledge_base import book
from knowledge_base.exports.notes import LICENCE


def test_files_for_catalogues_and_archives_agree_with_the_citation(project: Path):
    citation = (project / CITATION).read_text(encoding="utf-8")
    code = (project / PROJECT).read_text(encoding="utf-8")
    for path, text in described(citation, code).items():
        assert (project / path).read_text(encoding="utf-8") == text, path
    given = yaml.safe_load(citation)
    assert tomllib.loads(code)["project"]["version"] == given["version"]
    assert [author["name"] for author in given["authors"]] == [book.author()]
    assert given["license"] == LICENCE["name"]


def test_a_release_gives_every_file_the_version_and_the_day(project: Path, tmp_path: Path):
    for path in (CITATION, PROJECT):
        shutil.copyfile(project / path, tmp_path / path)
    for version, day in (("1.2.0", date(2027, 1, 31)), ("1.2.1", date(2027, 2, 1))):
        files = released(tmp_path, version, day)
        for path, text in files.items():
            (tmp_path / path).write_text(text, encoding="utf-8")
        given = yaml.safe_load(files[CITATION])
        assert (given["version"], given["date-released"]) == (version, day)
        assert tomllib.loads(files[PROJECT])["project"]["version"] == version
        zenodo, codemeta = json.loads(files[ZENODO]), json.loads(files[CODEMETA])
        assert zenodo["version"] == codemeta["version"] == version
        assert zenodo["publication_date"] == codemeta["datePublished"] == day.isoformat()
        assert zenodo["title"] == codemeta["name"] == given["title"]
        assert zenodo["license"] == given["license"].lower()
    assert others(files[CITATION]) == others((project / CITATION).read_text(encoding="utf-8"))


def others(citation: str) -> list[str]:
    """The lines of a citation file that a release leaves as they are."""
    return [li for li in citation.splitlines() if not li.startswith(("version:", "date-released:"))]


@pytest.mark.parametrize("version", ["1.2", "v1.2.0", "1.2.0-rc1", ""])
def test_what_is_no_version_is_refused(version: str, project: Path):
    with pytest.raises(ValueError, match="no version"):
        released(project, version, date(2027, 1, 1))
