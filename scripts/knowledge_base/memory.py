"""What a check keeps for the next: in which records and studies nothing was wrong; the sources.

Only plain records and studies are remembered, each by a digest of its text, of the records and
studies that it names, and of everything else that rules go by: the other evidence files, the day
and our own code. The file holds data alone; if anything in it is odd, it counts for nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from knowledge_base.model.places import Location
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source
from knowledge_base.reading.evidence import Evidence, EvidenceFile, Proof
from knowledge_base.reading.file_kinds import RECORDS, STUDIES
from knowledge_base.reading.findings import Finding
from knowledge_base.writing import write_file

MEMORY = "_build/check.json"
"""Where it is kept, from the root of the project."""


class Memory:
    """The proofs of a project's files, from the last check to the next."""

    def __init__(self, root: Path, as_of: date) -> None:
        self.root = root
        self.as_of = as_of
        self.key = ""
        self.digests: dict[str, str] = {}

    def recall(self, evidence: Evidence, texts: Mapping[str, str]) -> list[str]:
        """Give each file the proof that nothing is wrong in it, if there is one that holds.

        Returns why others are read again.
        """
        files = {entry.path: entry for entry in _remembered(evidence)}
        others = {path: text for path, text in texts.items() if path not in files}
        self.key = _key(others, self.as_of)
        self.digests = {path: _digest(texts[path]) for path in files}
        remembered = _load(self.root, self.key)
        why = []
        for path, entry in files.items() if remembered.files else ():
            proof = remembered.files.get(path)
            if reason := _changed(proof, self.digests, path):
                why.append(f"{path} is read again: {reason}.")
            else:
                entry.proof = proof
        evidence.sources_read = bool(remembered.sources)
        evidence.sources = {
            key: Source(
                key, kind, fields, {name: Location(path, *at) for name, at in places.items()}
            )
            for key, (kind, fields, path, places) in remembered.sources.items()
        }
        return why or ([] if remembered.files else [_ALL])

    def keep(self, evidence: Evidence, findings: Iterable[Finding]) -> None:
        """Write down in which files nothing is wrong."""
        wrong = {finding.location.path for finding in findings}
        paths = {entry.id: entry.path for entry in _remembered(evidence)}
        entries = {
            entry.path: entry.proof or self._proof(entry, paths)
            for entry in _remembered(evidence)
            if entry.path not in wrong and (entry.proof or _is_plain(entry.content))
        }
        paths_of_sources = {source.path for source in evidence.sources.values()}
        sources = {
            source.key: (
                source.kind,
                dict(source.fields),
                source.path,
                {name: (place.line, place.column) for name, place in source.lines.items()},
            )
            for source in (evidence.sources.values() if wrong.isdisjoint(paths_of_sources) else ())
        }
        write_file(self.root / MEMORY, json.dumps(_Proofs(self.key, entries, sources)).encode())

    def _proof(self, entry: EvidenceFile[Any], paths: Mapping[str, str]) -> Proof:
        named = {paths[key] for _, kind, key in entry.references if kind in ("record", "study")}
        return Proof(
            self.digests[entry.path],
            {path: self.digests[path] for path in sorted(named)},
            entry.references,
            getattr(entry.content, "claim", ""),
        )


def _remembered(evidence: Evidence) -> Iterator[EvidenceFile[Any]]:
    for family in (RECORDS, STUDIES):
        yield from evidence.files.get(family.name, {}).values()


def _is_plain(content: Any) -> bool:
    """Whether it can be passed over: a record that stands, and is excused from nothing."""
    if not isinstance(content, Record):
        return content is not None
    return content.status == "published" and not content.exceptions and not content.notice


class _Proofs(NamedTuple):
    key: str
    """The digest of all that they hold under."""
    files: dict[str, Proof]
    sources: dict[str, tuple[str, dict[str, str], str, dict[str, tuple[int, int]]]]
    """The sources by their keys: type, fields, file, and line and column of each field; none where
    something is wrong in any."""


_ADAPTER = TypeAdapter(_Proofs)


def _load(root: Path, key: str) -> _Proofs:
    """Return the proofs that hold under ``key``; none if they are of something else."""
    try:
        proofs = _ADAPTER.validate_json((root / MEMORY).read_bytes())
    except (OSError, ValidationError):
        return _Proofs(key, {}, {})
    return proofs if proofs.key == key else _Proofs(key, {}, {})


def _changed(proof: Proof | None, digests: Mapping[str, str], path: str) -> str:
    """Return why a proof is not of the file as it is, among the files that it names; else ''."""
    if proof is None:
        return "it is new, or the last check found something in it"
    if digests[path] != proof.digest:
        return "it has changed"
    changed = (other for other, before in proof.needs.items() if digests.get(other) != before)
    return next((f"it names {other}, which has changed" for other in changed), "")


_ALL = (
    "Every file is read: there was no check before, or since then the day, the program or a file "
    "that is no record or study has changed."
)


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode(errors="surrogatepass")).hexdigest()


def _key(others: Mapping[str, str], as_of: date) -> str:
    """Return the digest of what rules go by: the ``others`` among the files, the day, the code."""
    code = sorted(Path(__file__).parent.rglob("*.py"))
    parts = [str(as_of), *(text for pair in sorted(others.items()) for text in pair)]
    return _digest(*parts, *(file.read_text(encoding="utf-8") for file in code))
