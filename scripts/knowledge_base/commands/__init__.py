"""The verbs of `kb`, a module each: what it is told, and what it does.

A module that begins with "`kb VERB`: …" is a verb, and the rest of that line its help. So a verb
is found, and the help shown, without a verb being loaded that isn't used.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Verb(NamedTuple):
    """A verb of `kb`."""

    name: str
    help: str
    module: str
    """Has `add_arguments`, which takes a parser, and `run`, which returns the exit status."""


def verbs() -> Iterator[Verb]:
    """Yield the verbs, by the names of their modules."""
    for file in sorted(Path(__file__).parent.glob("*.py")):
        with file.open(encoding="utf-8") as lines:
            if match := re.match(r'"""`kb ([a-z-]+)`: (.+)\.', next(lines, "")):
                yield Verb(match[1], match[2], f"{__name__}.{file.stem}")
