"""Builds of the book for tests: in a copy of the project, never in the project itself."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SOURCES = ("book", "evidence", "scripts", "_config.yml", "_toc.yml", "CITATION.cff")
"""What the book is made from."""

HTML = "_build/html"

JUPYTER_BOOK = Path(sys.executable).with_name("jupyter-book")
BOOK_BUILD = [sys.executable, "-m", "book_build"]
"""What `make site` runs."""


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
    return target


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the book at ``root`` as it is; what the build said is in `stdout`.

    The pages' code uses the library in ``root``, not the one that is installed.
    """
    return run(start(root, [str(JUPYTER_BOOK), "build", ".", *options]))


def start(root: Path, command: list[str], *, umask: int = -1) -> subprocess.Popen[str]:
    """Start a program in the project at ``root``, as a group that can be ended together."""
    return subprocess.Popen(
        command,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "scripts"), "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        umask=umask,
        # A shell lets what it starts in the background ignore it, and so what that starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        start_new_session=True,
    )


def run(started: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """Wait for a program to end; what it said is in `stdout`."""
    said, _ = started.communicate()
    return subprocess.CompletedProcess(started.args, started.returncode, said)
