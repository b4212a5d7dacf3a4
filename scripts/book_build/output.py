"""What Jupyter Book leaves in its output folder: the site, and the state that Sphinx builds on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DIRECTORY_MODE = 0o755
FILE_MODE = 0o644
"""Whoever runs the web server may read the site, whatever the umask of who built it."""


@dataclass(frozen=True)
class Output:
    """An output folder of Jupyter Book. What it holds was made in one build."""

    folder: Path

    @property
    def site(self) -> Path:
        """The site: what is published."""
        return self.folder / "html"

    @property
    def executed(self) -> Path:
        """The pages with the outputs of their code."""
        return self.folder / "jupyter_execute"

    @property
    def doctrees(self) -> Path:
        """What Sphinx has read, with its environment."""
        return self.folder / ".doctrees"

    @property
    def steps(self) -> Path:
        """What each step of the build took, and why pages were read again."""
        return self.folder / "steps.json"

    @property
    def environment(self) -> Path:
        """The file without which Sphinx trusts nothing of an earlier build."""
        return self.doctrees / "environment.pickle"

    def copy_to(self, other: Output) -> None:
        """Copy everything, with the times by which Sphinx tells what is out of date."""
        for mine, theirs in zip(self._parts(), other._parts(), strict=True):
            if mine.is_dir():
                shutil.copytree(mine, theirs)

    def clear(self) -> None:
        """Remove everything; what would be trusted goes first, lest this is cut short."""
        self.environment.unlink(missing_ok=True)
        self.steps.unlink(missing_ok=True)
        for part in reversed(list(self._parts())):
            remove(part)

    def _parts(self) -> Iterator[Path]:
        yield from (self.site, self.executed, self.doctrees)


def remove(path: Path) -> None:
    """Remove a file, a link or a folder with all that is in it, if there is one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def have_ordinary_modes(folder: Path) -> None:
    """Let everybody read a folder and all that is in it, and only the owner write there."""
    for place in (folder, *folder.rglob("*")):
        if not place.is_symlink():
            place.chmod(DIRECTORY_MODE if place.is_dir() else FILE_MODE)
