"""Builds of the book for tests: in a copy of the project, never in the project itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SOURCES = ("book", "evidence", "scripts", "_config.yml", "_toc.yml", "CITATION.cff")
"""What the book is made from."""

HTML = "_build/html"


def copy_project(target: Path) -> Path:
    """Copy what the book is made from; return the copy's root."""
    ignore = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*")
    target.mkdir(parents=True)
    for name in SOURCES:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=ignore)
        else:
            shutil.copyfile(source, target / name)
    # Pages of records are the build's own to write.
    shutil.rmtree(target / "book" / "evidence" / "records", ignore_errors=True)
    return target


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the book at ``root`` as it is; what the build said is in `stdout`.

    The pages' code uses the library in ``root``, not the one that is installed.
    """
    command = [Path(sys.executable).with_name("jupyter-book"), "build", ".", *options]
    environment = os.environ | {"PYTHONPATH": str(root / "scripts"), "NO_COLOR": "1"}
    return subprocess.run(
        command,
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
