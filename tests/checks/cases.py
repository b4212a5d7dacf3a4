"""Bad cases: what to change in the made-up evidence, and what must then be reported."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

BAD = Path(__file__).parent / "bad"

Edit = Callable[[Path], None]
"""Changes something in an evidence folder."""


@dataclass(frozen=True, init=False)
class Case:
    """Edits that break one rule, and the whole report that must follow, less its last line."""

    edits: tuple[Edit, ...]
    report: str

    def __init__(self, *edits: Edit, report: str) -> None:
        object.__setattr__(self, "edits", edits)
        object.__setattr__(self, "report", report.strip("\n"))


def replace(path: str, old: str, new: str) -> Edit:
    """Replace the only place in a file where ``old`` stands."""

    def edit(evidence: Path) -> None:
        file = evidence / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{text.count(old)} × {old!r} in {path}"
        file.write_text(text.replace(old, new), encoding="utf-8", newline="")

    return edit


def append(path: str, text: str) -> Edit:
    """Add text at the end of a file."""

    def edit(evidence: Path) -> None:
        file = evidence / path
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

    return edit


def cut(path: str, start: str, instead: str) -> Edit:
    """Replace the rest of a file from the only place where ``start`` stands."""

    def edit(evidence: Path) -> None:
        file = evidence / path
        before, _, after = file.read_text(encoding="utf-8").partition(start)
        assert after, f"no {start!r} in {path}"
        file.write_text(before + instead, encoding="utf-8")

    return edit


def write(path: str, content: str | bytes) -> Edit:
    """Write a file, with its folder."""

    def edit(evidence: Path) -> None:
        file = evidence / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    return edit


def copy(path: str, to: str) -> Edit:
    """Copy a file."""

    def edit(evidence: Path) -> None:
        write(to, (evidence / path).read_bytes())(evidence)

    return edit


def move(path: str, to: str) -> Edit:
    """Move a file."""

    def edit(evidence: Path) -> None:
        copy(path, to)(evidence)
        (evidence / path).unlink()

    return edit


def move_folder(path: str, to: str) -> Edit:
    """Move a folder with all that is in it."""

    def edit(evidence: Path) -> None:
        (evidence / path).rename(evidence / to)

    return edit


def remove(path: str) -> Edit:
    """Remove a file or a folder."""

    def edit(evidence: Path) -> None:
        place = evidence / path
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink()

    return edit


def link(path: str, to: str) -> Edit:
    """Put a symbolic link at ``path``."""

    def edit(evidence: Path) -> None:
        (evidence / path).symlink_to(to)

    return edit


def folder(path: str) -> Edit:
    """Make a folder."""

    def edit(evidence: Path) -> None:
        (evidence / path).mkdir(parents=True)

    return edit


def pipe(path: str) -> Edit:
    """Make a pipe to which nobody writes."""

    def edit(evidence: Path) -> None:
        os.mkfifo(evidence / path)

    return edit


def all_cases() -> dict[str, dict[str, Case]]:
    """Return the cases of every file in `tests/checks/bad/`, by rule and name."""
    return {file.stem.replace("_", "-"): _cases(file) for file in sorted(BAD.glob("*.py"))}


def _cases(file: Path) -> dict[str, Case]:
    spec = importlib.util.spec_from_file_location(f"bad.{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    cases: dict[str, Case] = module.CASES
    return cases
