"""What a check keeps for the next: in which records and studies nothing was wrong; the sources.

Only plain records and studies are remembered. That nothing is wrong in one holds as long as its
text, those of the records and studies that it names, and everything else that rules go by are the
same: the other evidence files, the day, our own code with the data beside it, and the libraries.
The file holds data alone; if anything in it is odd, it counts for nothing.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from knowledge_base.model.places import Location
from knowledge_base.model.source import Source
from knowledge_base.proofs import by_name, proof_of, provable
from knowledge_base.reading.evidence import Evidence, Proof
from knowledge_base.reading.findings import Finding
from knowledge_base.writing import write_file

MEMORY = "_build/check.json"
"""Where it is kept, from the root of the project."""
LIBRARIES = (
    "PyYAML",
    "annotated-types",
    "bibtexparser",
    "pydantic",
    "pydantic_core",
    "pylatexenc",
    "typing-inspection",
    "typing_extensions",
)
"""What a check is made with, beside Python itself."""


class Memory:
    """The proofs of a project's files, from the last check to the next."""

    def __init__(self, root: Path, as_of: date) -> None:
        self.root = root
        self.as_of = as_of
        self.last = _Check("", {}, {}, {})
        self.digests: dict[str, str] = {}

    def recall(self, evidence: Evidence, texts: Mapping[str, str | None]) -> list[str]:
        """Give each file the proof that nothing is wrong in it, if there is one that holds.

        ``texts`` are those of all files; None is that of one that can't be read.
        Returns why others are read again.
        """
        files = {entry.path: entry for entry in provable(evidence)}
        others = {path: text for path, text in texts.items() if path not in files}
        self.last = _load(self.root, _key(others, self.as_of))
        self.digests = {path: _digest(texts[path]) for path in files}
        before = self.last.digests
        same = {path for path, digest in self.digests.items() if before.get(path) == digest}
        why = []
        for path, entry in files.items() if before else ():
            proof = self.last.proofs.get(path)
            if reason := _reason(path, proof, same):
                why.append(f"{path} is read again: {reason}.")
            else:
                entry.proof = proof
        evidence.sources_read = evidence.sources_sound = bool(self.last.sources)
        evidence.sources = {
            key: Source(
                key, kind, fields, {name: Location(path, *at) for name, at in places.items()}
            )
            for key, (kind, fields, path, places) in self.last.sources.items()
        }
        return why or ([] if before else [_ALL])

    def keep(self, evidence: Evidence, findings: Iterable[Finding]) -> list[str]:
        """Write down in which files nothing is wrong: in none, if a rule stopped too soon.

        Returns why it could not; a check that can't be kept is a check all the same.
        """
        findings = list(findings)
        stopped = any(finding.rule == "crash" for finding in findings)
        wrong = {finding.location.path for finding in findings}
        files = by_name(evidence)
        proofs = {
            entry.path: proof
            for entry in (() if stopped else provable(evidence))
            if entry.path not in wrong and (proof := entry.proof or proof_of(entry, files))
        }
        sources = {
            source.key: (
                source.kind,
                dict(source.fields),
                source.path,
                {name: (place.line, place.column) for name, place in source.lines.items()},
            )
            for source in (evidence.sources.values() if evidence.sources_sound else ())
        }
        check = _Check(self.last.key, self.digests, proofs, sources)
        try:
            write_file(self.root / MEMORY, json.dumps(check).encode())
        except OSError as error:
            return [f"Nothing is kept: {MEMORY} can't be written: {error.strerror}."]
        return []


class _Check(NamedTuple):
    key: str
    """The digest of all that proofs hold under."""
    digests: dict[str, str]
    """Of the text of each record and study, by its path."""
    proofs: dict[str, Proof]
    sources: dict[str, tuple[str, dict[str, str], str, dict[str, tuple[int, int]]]]
    """The sources by their keys: type, fields, file, and line and column of each field; none where
    reading their files found anything wrong."""


_ADAPTER = TypeAdapter(_Check)


def _load(root: Path, key: str) -> _Check:
    """Return what the last check kept under ``key``; nothing if it was of something else."""
    try:
        check = _ADAPTER.validate_json((root / MEMORY).read_bytes())
    except (OSError, ValidationError):
        return _Check(key, {}, {}, {})
    return check if check.key == key else _Check(key, {}, {}, {})


def _reason(path: str, proof: Proof | None, same: set[str]) -> str:
    """Return why a proof is not of the file as it is, among the files that it names; else ''."""
    if proof is None:
        return "it is new, or the last check found something in it"
    if path not in same:
        return "it has changed"
    changed = (other for other in proof.needs if other not in same)
    return next((f"it names {other}, which has changed" for other in changed), "")


_ALL = (
    "Every file is read: there was no check before, or since then the day, the program or a file "
    "that is no record or study has changed."
)


def _digest(*texts: str | None) -> str:
    """Return the digest of these texts in this order; None differs from every text."""
    parts = (b"" if text is None else b"=" + text.encode(errors="surrogatepass") for text in texts)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _key(others: Mapping[str, str | None], as_of: date) -> str:
    """Return the digest of what rules go by: the ``others`` among the files, the day, the rules."""
    texts = (text for pair in sorted(others.items()) for text in pair)
    return _digest(str(as_of), rules_digest(), *texts)


@cache
def rules_digest() -> str:
    """Return the digest of what a check is made by, which stays while it runs."""
    digest = hashlib.sha256(sys.version.encode())
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):  # another library may come to do without it
            digest.update(f"{name} {version(name)}\0".encode())
    for file in rule_files():
        digest.update(f"{file.name} {file.stat().st_size}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def rule_files() -> list[Path]:
    """Return our own files: any of them, code or data, may have a say in what is right."""
    files = sorted(Path(__file__).parent.rglob("*"))
    return [file for file in files if file.suffix != ".pyc" and file.is_file()]
