"""`kb export`: write all downloads: CSV, Excel, SQLite, Parquet, JSON, BibTeX, RIS, GraphML."""

import argparse
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from knowledge_base import book
from knowledge_base.commands.common import load_or_report
from knowledge_base.exports.data_package import DESCRIPTION
from knowledge_base.exports.files import downloads, is_download
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER
from knowledge_base.wording.nouns import counted
from knowledge_base.writing import write_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.add_argument(
        "folder", type=Path, metavar="DIR", help="a new folder, or an earlier export to replace"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write all downloads; return 1 if the evidence has errors."""
    # Path.resolve() stops with a RuntimeError at a link that leads to itself.
    folder = Path(os.path.realpath(arguments.folder))
    if problem := unusable(folder, arguments.root.resolve()):
        arguments.error(problem)
    kb = load_or_report(arguments.root)
    if kb is None:
        return 1
    files = downloads(kb)
    try:
        replace_folder(folder, files)
    except OSError as error:
        arguments.error(f"'{folder}' can't be written: {error.strerror}")
    print(f"{counted(len(files), 'file')} in {folder}")
    return 0


def unusable(folder: Path, root: Path) -> str | None:
    """Return why nothing can be exported into the folder, or None."""
    if folder == root or folder.is_relative_to(root / EVIDENCE_FOLDER):
        return f"'{folder}' holds the evidence itself; choose another folder"
    if not folder.exists():
        return None
    if not folder.is_dir():
        return f"'{folder}' is a file; choose a folder"
    files = (file for file in folder.rglob("*") if file.is_symlink() or not file.is_dir())
    there = {file.relative_to(folder).as_posix() for file in files}
    if there and (foreign := sorted(there - _former_export(folder, there))):
        return (
            f"'{folder}' holds files that are not part of an earlier export, such as "
            f"'{foreign[0]}'; choose a new or empty folder"
        )
    return None


def _former_export(folder: Path, there: set[str]) -> set[str]:
    """Return what an earlier export left in the folder, by its own description."""
    try:
        package = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        if package["name"] == book.name():
            listed = {str(resource["path"]) for resource in package["resources"]}
            return {DESCRIPTION, *listed, *filter(is_download, there)}
    except (OSError, ValueError, KeyError, TypeError):
        pass  # then it isn't one
    return set()


def replace_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make ``folder`` hold exactly these files. Until all are written, it stays as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as place:
        fresh, former = Path(place) / "new", Path(place) / "old"
        fresh.mkdir()
        write_files(fresh, files)
        if folder.exists():
            folder.rename(former)
        try:
            fresh.rename(folder)
        except BaseException:
            if former.exists():
                former.rename(folder)
            raise
