"""`kb diff` between folders, data packages and revisions of git."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import kb

RECORD = "evidence/records/sight-singing/cobb-2018-confidence.yml"
CORRECTED = "Corrected: 1 record\n  cobb-2018-confidence: sample\n"


def diff(root: Path, *arguments: str) -> int:
    return kb.main(["--root", str(root), "diff", *arguments])


def correct(root: Path) -> None:
    """Correct one record of a project."""
    file = root / RECORD
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("sample: 14 singers", "sample: 15 singers"), encoding="utf-8")


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def corrected(corpus: Path, tmp_path: Path) -> Path:
    """A copy of the corpus in which one record says something else."""
    copy = Path(shutil.copytree(corpus, tmp_path / "corrected"))
    correct(copy)
    return copy


def test_between_folders(corpus: Path, corrected: Path, capsys: pytest.CaptureFixture[str]):
    assert diff(corpus, str(corpus), str(corrected)) == 0
    out = capsys.readouterr().out
    assert CORRECTED in out
    assert "Added: 0 records\n" in out
    assert "No longer counted: 0 records\n" in out
    assert out.endswith("Map cells changed: 0 cells\n")


def test_a_folder_and_a_data_package(
    corpus: Path, corrected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    package = tmp_path / "package"
    assert kb.main(["--root", str(corpus), "export", str(package)]) == 0
    capsys.readouterr()
    assert diff(corpus, str(package), str(corpus)) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"
    assert diff(corpus, str(package), str(corrected)) == 0
    assert CORRECTED in capsys.readouterr().out


def test_an_older_data_package_lacks_what_is_newer(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    package = tmp_path / "package"
    assert kb.main(["--root", str(corpus), "export", str(package)]) == 0
    file = package / "knowledge-base.json"
    everything = json.loads(file.read_text(encoding="utf-8"))
    for name in ("aliases", "source_notes", "inclusion", "people"):
        del everything[name]
    file.write_text(json.dumps(everything), encoding="utf-8")
    capsys.readouterr()
    assert diff(corpus, str(package), str(corpus)) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"


def test_revisions_of_git(corpus: Path, capsys: pytest.CaptureFixture[str]):
    git(corpus, "init", "-q")
    git(corpus, "add", ".")
    git(corpus, "commit", "-qm", "One")
    (corpus / RECORD).unlink()
    git(corpus, "commit", "-qam", "Two")
    assert diff(corpus, "HEAD~1", "HEAD", "--format", "json") == 0
    changed = json.loads(capsys.readouterr().out)
    assert set(changed) == {"added", "renamed", "corrected", "fallen", "cells", "values"}
    assert changed["fallen"] == [
        {"id": "cobb-2018-confidence", "how": "gone", "reason": "", "successor": ""}
    ]
    (cell, *_) = changed["cells"]
    assert cell["component"] == "sight-singing"
    assert cell["before"]["claims"] != cell["after"]["claims"]
    assert diff(corpus, "HEAD", str(corpus)) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"


def test_an_older_version_may_lack_a_vocabulary_or_a_field_of_one(
    corpus: Path, corrected: Path, capsys: pytest.CaptureFixture[str]
):
    words = corrected / "evidence/vocabularies"
    (words / "nearness.yml").unlink()
    text = (words / "how-read.yml").read_text(encoding="utf-8")
    (words / "how-read.yml").write_text(text.replace("  extent: whole\n", ""), encoding="utf-8")
    assert diff(corpus, str(corrected), str(corpus)) == 0
    assert CORRECTED in capsys.readouterr().out


def test_rules_do_not_keep_an_older_version_from_being_read(
    corpus: Path, corrected: Path, capsys: pytest.CaptureFixture[str]
):
    file = corrected / RECORD
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("added: 2024-02-01", "added: 2099-02-01"), encoding="utf-8")
    assert diff(corpus, str(corpus), str(corrected)) == 0
    assert "cobb-2018-confidence: sample, added" in capsys.readouterr().out


def test_a_version_that_can_not_be_read_shows_why(
    corpus: Path, corrected: Path, capsys: pytest.CaptureFixture[str]
):
    (corrected / "evidence/gaps.yml").unlink()
    assert diff(corpus, str(corpus), str(corrected)) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "evidence/gaps.yml:1:1: error[missing-field]" in captured.err
    assert captured.err.endswith("can't be read in full.\n")


@pytest.mark.parametrize("content", ["[]", "{", '{"sources": {}}', '{"sources": {"a": {}}}'])
def test_a_data_package_of_another_kind_is_refused(
    content: str, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "package").mkdir()
    (tmp_path / "package/knowledge-base.json").write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        diff(corpus, str(tmp_path / "package"), str(corpus))
    assert stopped.value.code == 2
    assert "it is not a data package" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nowhere", "--format", "HEAD:evidence"])
def test_what_is_no_version_is_refused(name: str, corpus: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        diff(corpus, name, str(corpus))
    assert stopped.value.code == 2


def test_a_renamed_record(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    renamed = Path(shutil.copytree(corpus, tmp_path / "renamed"))
    file = renamed / RECORD
    file.rename(file.with_name("cobb-2018-more-confidence.yml"))
    aliases = renamed / "evidence" / "aliases.yml"
    aliases.write_text("cobb-2018-confidence: cobb-2018-more-confidence\n", encoding="utf-8")
    for other in (renamed / "evidence").rglob("*.yml"):
        text = other.read_text(encoding="utf-8")
        if other != aliases and "cobb-2018-confidence" in text:
            new = text.replace("cobb-2018-confidence", "cobb-2018-more-confidence")
            other.write_text(new, encoding="utf-8")
    assert diff(corpus, str(corpus), str(renamed)) == 0
    out = capsys.readouterr().out
    assert "Renamed: 1 record\n  cobb-2018-confidence → cobb-2018-more-confidence\n" in out
    assert "Added: 0 records\n" in out
    assert "Corrected: 0 records\n" in out
    assert "No longer counted: 0 records\n" in out
    assert out.endswith("Map cells changed: 0 cells\n")
