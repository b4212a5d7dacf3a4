"""Fingerprints of what a book is made from, and of what was made."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CODE = ("scripts", "_config.yml", "_toc.yml", "pyproject.toml", "requirements.txt")
"""What makes the pages; the rest of the project is what they say."""

NOT_READ = {"_build", "__pycache__", "node_modules", "tests"}
"""Folders that no page is made from. Besides these: hidden ones, and what tools leave."""

MADE_FROM = b"\nmade_from: "
"""What is at the head of a page that the build itself writes beside others, from a template."""


@dataclass(frozen=True)
class Ingredients:
    """All that decides what a build makes: while these are the same, so is the site."""

    code: str
    content: str
    versions: str
    printed: bool
    """Whether the printed book belongs to the site."""

    @classmethod
    def of(cls, root: Path, *, printed: bool) -> Ingredients:
        """Take the fingerprints of the project at ``root``, and of what is installed."""
        # Everything but what is known not to matter, so that nothing which does is forgotten.
        files = list(_files_read(root))
        code = [file for file in files if file.relative_to(root).parts[0] in CODE]
        content = [file for file in files if file.relative_to(root).parts[0] not in CODE]
        return cls(digest(root, code), digest(root, content), _versions(), printed)


def digest(root: Path, files: list[Path]) -> str:
    """Return a fingerprint of the files: their paths from ``root``, and what is in them."""
    result = hashlib.sha256()
    for file in sorted(files):
        data = file.read_bytes()
        result.update(f"{file.relative_to(root).as_posix()}\0{len(data)}\0".encode())
        result.update(data)
    return result.hexdigest()


def digest_of_folder(folder: Path) -> str:
    """Return a fingerprint of everything in a folder."""
    return digest(folder, [file for file in folder.rglob("*") if file.is_file()])


def _files_read(root: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(root):
        folder = Path(place)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not name.endswith(".egg-info") and name not in NOT_READ
        ]
        yield from (
            folder / name
            for name in files
            if not name.startswith(".")
            and not name.endswith("~")
            and (folder / name).is_file()
            and not _is_made(folder / name)
        )


def _is_made(file: Path) -> bool:
    return file.suffix == ".md" and MADE_FROM in file.read_bytes()[:200]


def _versions() -> str:
    """Return the version of Python, and of each package that is installed beside it."""
    packages = {
        entry.name
        for folder in sys.path
        if Path(folder).is_dir()
        for entry in Path(folder).glob("*.dist-info")
    }
    return hashlib.sha256("\n".join([sys.version, *sorted(packages)]).encode()).hexdigest()
