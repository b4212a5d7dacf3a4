"""Checks many records and studies a part at a time, on all processors, and keeps only the proofs.

Nothing is wrong in a record if no rule finds anything where it is checked with what it names. What
a rule finds by comparing all records, it finds from their proofs. So no more of the evidence is in
memory at a time than a part for each processor, however large it is.
"""

import os
import re
import signal
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from typing import Any, NamedTuple

from knowledge_base.checks import run_checks
from knowledge_base.checks.repeated_claim import same
from knowledge_base.model.record import Record
from knowledge_base.reading.evidence import Evidence, EvidenceFile, Proof
from knowledge_base.reading.file_kinds import FILE_KINDS, RECORDS, STUDIES
from knowledge_base.reading.findings import Finding, guarded

PROVABLE = (RECORDS, STUDIES)
"""The kinds of file of which there may be a proof."""
FEW = 2000
"""So many files are checked sooner than other processes are started for them."""
PART = 1000
"""The files of a part."""

_NAMED_STUDY = re.compile(r"^study: *(\S+)", re.MULTILINE)
_ELSEWHERE = Proof((), (), (), "")
"""Stands for the proof of what is not checked in a part, but only named."""


ByName = Mapping[tuple[str, str], EvidenceFile[Any]]
"""Records and studies by what they are and their ids, as references name them."""


def provable(evidence: Evidence) -> list[EvidenceFile[Any]]:
    """Return the files of which there may be a proof."""
    families = (evidence.files.get(family.name, {}) for family in PROVABLE)
    return [entry for family in families for entry in family.values()]


def by_name(evidence: Evidence) -> ByName:
    """Return records and studies as references name them."""
    return {
        (kind, entry.id): entry
        for kind, family in zip(("record", "study"), PROVABLE, strict=True)
        for entry in evidence.files.get(family.name, {}).values()
    }


def proof_of(entry: EvidenceFile[Any], files: ByName) -> Proof | None:
    """Return the proof that nothing is wrong in a file; None for what is looked at every time.

    That is all but a record that stands and is excused from nothing, and a study.
    """
    content = entry.content
    is_plain = content is not None and (
        not isinstance(content, Record)
        or (content.status == "published" and not content.exceptions and not content.notice)
    )
    if not is_plain:
        return None
    names = dict.fromkeys((kind, name) for _, kind, name in entry.references)
    return Proof(
        tuple(files[name].path for name in names if name in files),
        tuple(name for kind, name in names if kind == "study"),
        tuple(name for kind, name in names if kind == "source"),
        same(content.source, content.claim) if isinstance(content, Record) else "",
    )


def prove(evidence: Evidence) -> None:
    """Give each record and study in which nothing is wrong its proof, if they are many."""
    entries = [entry for entry in provable(evidence) if not entry.proof]
    # Elsewhere, a process can't be started with all that this one has read.
    if len(entries) < FEW or sys.platform != "linux":
        return
    entries.sort(key=_study)  # so that few parts need the same study
    work = _Work(evidence, entries, by_name(evidence))
    processors = len(os.sched_getaffinity(0))
    # What has no proof is checked in this process, as where others can't be started, or die.
    with (
        suppress(BrokenProcessPool, OSError),
        ProcessPoolExecutor(processors, get_context("fork"), _begin, (work,)) as processes,
    ):
        for start, proofs in processes.map(_part, range(0, len(entries), PART)):
            for entry, proof in zip(entries[start:], proofs, strict=False):
                entry.proof = proof


def _study(entry: EvidenceFile[Any]) -> str:
    named = _NAMED_STUDY.search(entry.text or "")
    return named[1] if named else entry.id


class _Work(NamedTuple):
    """What every process takes over from the first."""

    evidence: Evidence
    entries: list[EvidenceFile[Any]]
    """The files to check."""
    files: ByName


_work: _Work
"""In a process that checks parts."""


def _begin(work: _Work) -> None:
    global _work
    _work = work
    # Who stops the check is answered by the first process alone.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for family in (family for family in FILE_KINDS if family not in PROVABLE):
        for entry in work.evidence.files.get(family.name, {}).values():
            entry.proof = _ELSEWHERE if entry.is_whole else None


def _part(start: int) -> tuple[int, list[Proof | None]]:
    """Return the proofs of the files from a position on, as far as there are any."""
    _, entries, files = _work
    part = entries[start : start + PART]
    # A rule, or reading, that stops here stops again where all is checked, and is found there.
    findings = list(guarded(partial(_findings, part), "scripts/knowledge_base/proofs.py"))
    stopped = any(finding.rule == "crash" for finding in findings)
    wrong = {finding.location.path for finding in findings}
    proofs = [None if stopped or entry.path in wrong else proof_of(entry, files) for entry in part]
    for entry in part:
        entry.forget()
    return start, proofs


def _findings(part: list[EvidenceFile[Any]]) -> Iterator[Finding]:
    """Yield what is wrong in files of a part where it is checked with what it names."""
    evidence, _, files = _work
    for entry in part:
        entry.proof = None
        yield from guarded(partial(getattr, entry, "findings"), entry.path)
    paths = {entry.path for entry in part}
    references = [(kind, name) for entry in part for _, kind, name in entry.references]
    named = [files[name] for name in dict.fromkeys(references) if name in files]
    others = [entry for entry in named if entry.path not in paths]
    for entry in others:
        entry.proof = entry.proof or (_ELSEWHERE if entry.is_whole else None)
    yield from run_checks(_alone(evidence, [*part, *others], references))
    for entry in others:
        entry.forget()


def _alone(
    evidence: Evidence, entries: list[EvidenceFile[Any]], references: list[tuple[str, str]]
) -> Evidence:
    """Return the evidence with these records and studies alone, and the sources they name."""
    records = {entry.path: entry for entry in entries if entry.annotation is RECORDS.annotation}
    studies = {entry.id: entry for entry in entries if entry.annotation is STUDIES.annotation}
    keys = {name for kind, name in references if kind == "source"}
    return replace(
        evidence,
        files=evidence.files | {RECORDS.name: records, STUDIES.name: studies},
        sources={key: evidence.sources[key] for key in keys if key in evidence.sources},
        published_ids=(),
        is_part=True,
    )
