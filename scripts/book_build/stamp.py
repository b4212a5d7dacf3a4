"""The stamp of a finished build: what it was made from, and what it made.

Only an output that still is what its stamp says is trusted, to be the site and to be built on.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from book_build.fingerprints import Ingredients, digest, digest_of_folder
from book_build.output import Output

STAMP = "finished.json"


@dataclass(frozen=True)
class Stamp:
    """What a finished build says of itself."""

    ingredients: Ingredients
    site: str
    state: str
    """A fingerprint of the environment that Sphinx builds on."""

    @classmethod
    def of(cls, output: Output, ingredients: Ingredients) -> Stamp:
        """Stamp what was just built."""
        return cls(ingredients, digest_of_folder(output.site), _state(output))

    def fits(self, output: Output) -> bool:
        """Whether nobody has changed, removed or added anything since."""
        return self == Stamp.of(output, self.ingredients)


def read_stamp(output: Output) -> Stamp | None:
    """Return the stamp of the last finished build, if it can be read."""
    try:
        stamp = json.loads((output.folder / STAMP).read_text(encoding="utf-8"))
        return Stamp(Ingredients(**stamp["ingredients"]), stamp["site"], stamp["state"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def write_stamp(output: Output, stamp: Stamp) -> None:
    """Vouch for what lies in the output folder."""
    file = output.folder / STAMP
    part = file.with_name(f".{file.name}.part")
    part.write_text(json.dumps(asdict(stamp), indent=1) + "\n", encoding="utf-8")
    part.replace(file)


def remove_stamp(output: Output) -> None:
    """Vouch no more."""
    (output.folder / STAMP).unlink(missing_ok=True)


def _state(output: Output) -> str:
    environment: list[Path] = [output.environment] if output.environment.is_file() else []
    return digest(output.folder, environment)
