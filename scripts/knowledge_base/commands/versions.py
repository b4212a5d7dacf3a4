"""Versions of the knowledge base: a project's folder, a data package, a revision of git."""

import os
import shutil
import subprocess
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

from knowledge_base.exports.formats import whole
from knowledge_base.loading import EvidenceError, load_unchecked
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER, VOCABULARIES


class NoVersionError(Exception):
    """What was named holds no version of the knowledge base; says why."""


def version(name: str, root: Path) -> KnowledgeBase:
    """Return the version that ``name`` means in the project at ``root``.

    Raises NoVersionError if there is none, EvidenceError if its files can't be read. Rules are not
    applied: an older version may break a rule that is younger.
    """
    folder = Path(name)
    if (package := folder / whole.EVERYTHING).is_file():
        return _of_package(package)
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary)
        if (folder / EVIDENCE_FOLDER).is_dir():
            shutil.copytree(folder / EVIDENCE_FOLDER, copy / EVIDENCE_FOLDER, symlinks=True)
        else:
            _unpack(name, root, copy)
        _lend_vocabularies(copy, root, again=False)
        try:
            return load_unchecked(copy)
        except EvidenceError:  # words may have got fields since then
            _lend_vocabularies(copy, root, again=True)
            return load_unchecked(copy)


def _of_package(package: Path) -> KnowledgeBase:
    try:
        return whole.read(package.read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoVersionError(
            f"'{package}' can't be read: it is not a data package, or another version of this "
            "project wrote it"
        ) from error


def _unpack(revision: str, root: Path, into: Path) -> None:
    """Write the evidence as of a revision of git into a folder."""
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise NoVersionError(
            f"'{revision}' is neither a folder with evidence or a data package nor a git revision"
        )
    archive = _git(root, "archive", "--format=tar", commit.decode().strip(), EVIDENCE_FOLDER)
    if archive is None:
        raise NoVersionError(f"the revision '{revision}' has no folder '{EVIDENCE_FOLDER}'")
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        tar.extractall(into, filter="data")


def _git(root: Path, *arguments: str) -> bytes | None:
    """Return what git prints, or None if it fails. It may not fetch anything."""
    environment = os.environ | {"GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, env=environment, check=False
        )
    except FileNotFoundError as error:
        raise NoVersionError("git is not installed, so no revision can be read") from error
    return done.stdout if done.returncode == 0 else None


def _lend_vocabularies(copy: Path, root: Path, *, again: bool) -> None:
    """Give an older version the project's vocabularies: those that it lacks, or all of them."""
    there = copy / EVIDENCE_FOLDER / VOCABULARIES.name
    there.mkdir(exist_ok=True)
    for file in (root / EVIDENCE_FOLDER / VOCABULARIES.name).glob("*.yml"):
        if again or not (there / file.name).exists():
            shutil.copyfile(file, there / file.name)
