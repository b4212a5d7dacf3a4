"""What others wrote comes in by digest: packages for the book, actions for the workflows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
PACKAGE = re.compile(
    r"^# \S.*\n[\w.-]+==\S+(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+$"
)


def test_each_package_says_why_it_is_there_and_which_files_it_stands_for() -> None:
    _head, *packages = (PROJECT / "requirements.txt").read_text(encoding="utf-8").split("\n\n")
    assert len(packages) > 100
    assert [text for text in packages if not PACKAGE.match(text.strip())] == []


def test_no_package_is_installed_whose_digest_is_not_asked_for() -> None:
    script = (PROJECT / ".ci" / "install").read_text(encoding="utf-8").replace("\\\n", " ")
    installs = re.findall(r"^.*pip install .*$", script, re.MULTILINE)
    assert len(installs) == 2
    assert "--require-hashes -r requirements.txt" in installs[0]
    assert "--no-deps" in installs[1]


def test_what_builds_this_project_is_pinned_where_all_packages_are() -> None:
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
    for name in pyproject["build-system"]["requires"]:
        assert f"\n{name} " in pins


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit_and_say_which_version_that_is(workflow: Path) -> None:
    uses = re.findall(r"uses: (?!\./)(.+)", workflow.read_text(encoding="utf-8"))
    assert [use for use in uses if not re.fullmatch(r"\S+@[0-9a-f]{40}  # v[\d.]+", use)] == []
