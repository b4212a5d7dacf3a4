"""One build: in a place of its own, and published when everything has passed."""

import fcntl
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from book_build.exchange import put_in_place, recover
from book_build.fingerprints import Ingredients
from book_build.output import Output, have_ordinary_modes, remove
from book_build.stamp import Stamp, read_stamp, remove_stamp, write_stamp

OUTPUT = "_build"
"""The folder that Jupyter Book builds into, from the root of the project."""

WORK = "_build/next"
"""Where the next site is made: on the same file system, so that renaming is all that is left."""

PREVIEW = "_build/preview"
"""The output that `make serve` shows: not that of `make site`, since it may have warnings."""


class NotBuiltError(Exception):
    """The book could not be built; the last one is still there."""


@dataclass(frozen=True)
class Build:
    """A way to build the book of the project at ``root``."""

    root: Path
    preview: bool = False
    """Whether warnings are only shown, and what is built is only for its writer."""
    printed: bool = False
    """Whether the printed book is made as well."""
    verbose: bool = False
    """Whether each page that is read or written is named, and not only what is wrong."""

    @property
    def output(self) -> Output:
        """Where the finished site goes."""
        return Output(self.root / (PREVIEW if self.preview else OUTPUT))

    def run(self) -> bool:
        """Bring the site up to date; return whether there was anything to do.

        Raises NotBuiltError, with the last site as it was, if anything is wrong with the next.
        """
        self.output.folder.mkdir(parents=True, exist_ok=True)
        with _alone(self.root / OUTPUT) as lock:
            recover(self.output.site)
            ingredients = Ingredients.of(self.root, printed=self.printed)
            last = _trusted(self.output)
            if last and last.ingredients == ingredients:
                return False
            work = self.root / WORK
            remove(work)
            try:
                made = self._make(work, ingredients, lock)
                self._publish(made, Stamp.of(made, ingredients))
                # Sphinx sees which pages were saved meanwhile. Of code, half may have run.
                if Ingredients.of(self.root, printed=self.printed).code != ingredients.code:
                    remove_stamp(self.output)
            finally:
                remove(work)
        return True

    def _make(self, work: Path, ingredients: Ingredients, lock: int) -> Output:
        """Make the next site, from the last one where that is to be trusted."""
        made = Output(work / OUTPUT)  # Jupyter Book adds the folder to what it is given
        for basis in (self.output, Output(self.root / OUTPUT)):
            last = _trusted(basis)
            if last and last.ingredients.versions == ingredients.versions:
                basis.copy_to(made)
                break
        strictly = [] if self.preview else ["-W", "--keep-going"]
        program = str(Path(sys.executable).with_name("jupyter-book"))
        # Warnings and errors go to stderr.
        progress = None if self.verbose else subprocess.DEVNULL
        command = [program, "build", ".", "-n", *strictly, "--path-output", str(work)]
        self._call(command, lock, stdout=progress)
        if self.printed:
            self._call([sys.executable, "-m", "printed_book", "--site", str(made.site)], lock)
            have_ordinary_modes(made.site)
        return made

    def report(self) -> str:
        """Return what each step of the last build took, and why pages were read again."""
        steps = json.loads(self.output.steps.read_text(encoding="utf-8"))
        lines = [f"{took:8.1f} s  {step}" for step, took in steps["seconds"].items()]
        return "\n".join(
            [*lines, *(f"    {page}: {why}" for page, why in steps["read_again"].items())]
        )

    def _call(self, command: list[str], lock: int, stdout: int | None = None) -> None:
        # Whatever becomes of this process, no other build begins while this child still writes.
        done = subprocess.run(
            command,
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            pass_fds=(lock,),
            check=False,
        )
        if done.returncode:
            raise NotBuiltError

    def _publish(self, made: Output, stamp: Stamp) -> None:
        """Put what was made in the place of what is there.

        The state of the last site goes before the site, and that of the new one comes after it:
        wherever this is cut short, no state is left that belongs to another site.
        """
        output = self.output
        remove(output.environment)  # without it, the stamp of the last site no longer fits
        put_in_place(made.site, output.site)
        for new, old in (
            (made.steps, output.steps),
            (made.executed, output.executed),
            (made.doctrees, output.doctrees),
        ):
            remove(old)
            if new.exists():
                new.rename(old)
        write_stamp(output, stamp)


def _trusted(output: Output) -> Stamp | None:
    """Return the stamp of what lies in an output folder, if it still is what the stamp says."""
    stamp = read_stamp(output)
    return stamp if stamp and stamp.fits(output) else None


@contextmanager
def _alone(folder: Path) -> Iterator[int]:
    """Wait until no other build is under way in the folder; give the lock's file descriptor."""
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("    Waiting for another build to end", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()
