"""What an earlier check found nothing wrong in, so that the next need not look at it again.

Only plain records and studies are remembered, each by a digest of its text, of the records and
studies that it names, and of everything else that rules go by: the other evidence files, the day
and our own code. The file holds data alone; if anything in it is odd, it counts for nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from knowledge_base.model.places import Trail
from knowledge_base.writing import write_file

PROOFS = "_build/check.json"
"""Where they are kept, from the root of the project."""


class Proof(NamedTuple):
    """That nothing is wrong in a file, and what rules on several files want to know of it."""

    digest: str
    """Of the file's text."""
    needs: dict[str, str]
    """The files that it names, by their paths, with the digests that they had."""
    references: tuple[tuple[Trail, str, str], ...]
    """Everything that it names: where, of which kind, and its id."""
    claim: str
    """A record's claim; empty for a study."""


class Proofs(NamedTuple):
    """The proofs of a base."""

    key: str
    """The digest of all that they hold under."""
    files: dict[str, Proof]


_ADAPTER = TypeAdapter(Proofs)


def digest(*texts: str) -> str:
    """Return a fingerprint of texts."""
    return hashlib.sha256("\0".join(texts).encode(errors="surrogatepass")).hexdigest()


def key_of(others: Mapping[str, str], as_of: date) -> str:
    """Return the digest of what rules go by: the ``others`` among the files, the day, the code."""
    code = sorted(Path(__file__).parents[1].rglob("*.py"))
    parts = [str(as_of), *(text for pair in sorted(others.items()) for text in pair)]
    return digest(*parts, *(file.read_text(encoding="utf-8") for file in code))


def load(root: Path, key: str) -> dict[str, Proof]:
    """Return the proofs that hold under ``key``, by path; none if they are of something else."""
    try:
        proofs = _ADAPTER.validate_json((root / PROOFS).read_bytes())
    except (OSError, ValidationError):
        return {}
    return proofs.files if proofs.key == key else {}


def holds(proof: Proof, digests: Mapping[str, str], path: str) -> bool:
    """Whether a proof is of the file as it is now, among the files that it names as they are."""
    return digests[path] == proof.digest and all(
        digests.get(other) == before for other, before in proof.needs.items()
    )


def save(root: Path, key: str, proofs: Mapping[str, Proof]) -> None:
    """Write the proofs down."""
    write_file(root / PROOFS, json.dumps([key, proofs]).encode())
