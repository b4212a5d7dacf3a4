"""What a check remembers for the next: the records and studies in which it found nothing wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from knowledge_base.model.record import Record
from knowledge_base.reading import proofs
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import RECORDS, STUDIES
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.proofs import Proof


class Memory:
    """The proofs of a project's files, from the last check to the next."""

    def __init__(self, root: Path, as_of: date) -> None:
        self.root = root
        self.as_of = as_of
        self.key = ""
        self.digests: dict[str, str] = {}

    def recall(self, evidence: Evidence, texts: Mapping[str, str]) -> None:
        """Give each file the proof that nothing is wrong in it, if there is one that holds."""
        files = {entry.path: entry for entry in _remembered(evidence)}
        others = {path: text for path, text in texts.items() if path not in files}
        self.key = proofs.key_of(others, self.as_of)
        self.digests = {path: proofs.digest(texts[path]) for path in files}
        for path, proof in proofs.load(self.root, self.key).items():
            if path in files and proofs.holds(proof, self.digests, path):
                files[path].proof = proof

    def keep(self, evidence: Evidence, findings: Iterable[Finding]) -> None:
        """Write down in which files nothing is wrong."""
        wrong = {finding.location.path for finding in findings}
        paths = {entry.id: entry.path for entry in _remembered(evidence)}
        kept = {
            entry.path: entry.proof or self._proof(entry, paths)
            for entry in _remembered(evidence)
            if entry.path not in wrong and (entry.proof or _is_plain(entry.content))
        }
        proofs.save(self.root, self.key, kept)

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
